"""What residents' pages never show, so that its changes leave what is kept as it is; everything else counts.

A new model counts until somebody names it here. A page that asks for something in this list is not kept, and a test
reads the pages and says so.
"""

from functools import cache
from typing import Any

from django.apps import apps

#: Whole apps, by label.
APPS = {
    "account": "addresses to log in with",
    "auth": "what staff may do",
    "banners": "shown on members' own pages",
    "django_tasks_database": "work that waits",
    "kits": "made for members",
    "mailer": "letters",
    "mfa": "second factors",
    "schedule": "when work falls due",
    "sessions": "who is logged in",
    "wagtail_localize": "translations reach pages when they are published",
    "wagtailadmin": "who is editing",
    "wagtailsearch": "what the admin finds",
    "wagtailusers": "staff's own settings",
}
#: Models of the other apps.
MODELS = {
    "ageing.CaseCheck": "told to staff alone",
    "ageing.PageCheck": "told to staff alone",
    "campaigns.Vote": "only members see votes",
    "links.AlarmLetter": "letters to staff",
    "links.CheckChange": "what the walk of codes finds",
    "links.CodeCheck": "what the walk of codes finds",
    "links.HostDates": "what the walk of codes finds",
    "links.HostSeen": "what the walk of codes finds",
    "links.HourCount": "written at every reading of a code",
    "links.Placement": "where members' prints hang",
    "links.ScanCount": "written at every reading of a code",
    "links.ShortLink": "codes are on paper, and /q/ is never kept",
    "links.SpoolPosition": "written at every roll-up",
    "links.Successor": "codes are on paper, and /q/ is never kept",
    "links.Walk": "what the walk of codes finds",
    "members.Application": "people and their addresses",
    "members.ConvertedLogo": "shown in the member area",
    "members.Invitation": "people and their addresses",
    "members.Membership": "people and their addresses",
    "members.User": "people and their addresses",
    "search.SearchEntry": "answers to what somebody typed are never kept",
    "wagtailcore.Comment": "in the editor",
    "wagtailcore.CommentReply": "in the editor",
    "wagtailcore.GroupApprovalTask": "in the editor",
    "wagtailcore.GroupCollectionPermission": "what staff may do",
    "wagtailcore.GroupPagePermission": "what staff may do",
    "wagtailcore.GroupSitePermission": "what staff may do",
    "wagtailcore.ModelLogEntry": "who did what",
    "wagtailcore.PageLogEntry": "who did what",
    "wagtailcore.PageSubscription": "in the editor",
    "wagtailcore.ReferenceIndex": "in the editor",
    "wagtailcore.Revision": "drafts, kept while somebody types",
    "wagtailcore.Task": "in the editor",
    "wagtailcore.TaskState": "in the editor",
    "wagtailcore.UploadedFile": "in the editor",
    "wagtailcore.Workflow": "in the editor",
    "wagtailcore.WorkflowContentType": "in the editor",
    "wagtailcore.WorkflowPage": "in the editor",
    "wagtailcore.WorkflowState": "in the editor",
    "wagtailcore.WorkflowTask": "in the editor",
}
#: What a draft changes in the row of what is published.
COLUMNS = frozenset(
    {
        "draft_title",
        "has_unpublished_changes",
        "latest_revision_created_at",
        "latest_revision_id",
        "locked",
        "locked_at",
        "locked_by_id",
    }
)
#: Made when a page shows a picture in a size for the first time. That one goes is a change.
MADE_BY_READING = ("pictures.Rendition", "wagtailimages.Rendition")


@cache
def tables() -> frozenset[str]:
    """The tables of APPS and MODELS, and those that join them to others."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        owner: Any = model._meta.auto_created or model
        if model._meta.app_label in APPS or owner._meta.label in MODELS:
            found.add(model._meta.db_table)
    return frozenset(found)


@cache
def tables_made_by_reading() -> frozenset[str]:
    return frozenset(apps.get_model(label)._meta.db_table for label in MADE_BY_READING)
