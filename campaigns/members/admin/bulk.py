"""Invitation by list in the admin: upload, see what is wrong, mend it, confirm."""

import hashlib
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.permission_policies import ModelPermissionPolicy

from campaigns.members.admin.menu import PermittedViewSet
from campaigns.members.admin.page import AdminPage
from campaigns.members.bulk.inviting import examine, take
from campaigns.members.bulk.table import (
    COLUMNS,
    MOST_BYTES,
    MOST_ROWS,
    NEEDED,
    UnreadableList,
    template,
    text_of,
)
from campaigns.members.models import Organisation

policy = ModelPermissionPolicy(Organisation)

#: Where the list that was looked through last waits to be confirmed: on the server, with the person's session.
KEPT = "bulk_invitation"


class ListForm(forms.Form):
    """The file; `text` is what it says."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"),
        widget=forms.FileInput({"accept": ".csv,text/csv"}),
        error_messages={
            "required": gettext_lazy("Please choose a file."),
            "empty": gettext_lazy("This file is empty."),
        },
    )
    text = ""

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload.size > MOST_BYTES:
            raise forms.ValidationError(
                _("This file is larger than 1 MB. Please divide the list."), code="size"
            )
        try:
            self.text = text_of(upload.read())
        except UnreadableList as unreadable:
            raise forms.ValidationError(unreadable.problems[0].sentence, code="encoding") from unreadable
        return upload


class BulkView(AdminPage):
    """Upload and confirmation: `step` in the form says which."""

    template_name = "members/admin/bulk.html"
    page_title = gettext_lazy("Invite by list")
    header_icon = "upload"
    permission_policy = policy
    permission_required = "add"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        columns = [(label, key in NEEDED) for key, label in COLUMNS.items()]
        asked = {"form": ListForm(), "columns": columns, "kinds": Organisation.Kind.labels, "most": MOST_ROWS}
        context: dict[str, Any] = super().get_context_data(**{**asked, **kwargs})
        return context

    def post(self, request: HttpRequest) -> HttpResponse:
        return self.confirmed(request) if request.POST.get("step") == "confirm" else self.uploaded(request)

    def uploaded(self, request: HttpRequest) -> HttpResponse:
        """Show what would happen, and keep the list for the confirmation."""
        form = ListForm(request.POST, request.FILES)
        request.session.pop(KEPT, None)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        examined = examine(form.text)
        if examined.may_be_taken:
            request.session[KEPT] = form.text
        return self.render_to_response(self.get_context_data(examined=examined, digest=digest_of(form.text)))

    def confirmed(self, request: HttpRequest) -> HttpResponse:
        """Take the list that was shown. It is looked through once more: the members may have changed meanwhile."""
        text = request.session.get(KEPT, "")
        if not text or request.POST.get("digest") != digest_of(text):
            messages.warning(request, _("This list is no longer at hand. Please upload it again."))
            return redirect(request.path)
        examined = examine(text)
        del request.session[KEPT]
        if examined.problems:
            return self.render_to_response(self.get_context_data(examined=examined))
        said = _("%(number)s organisations are members now; their invitations are on their way.")
        messages.success(request, said % {"number": take(examined)})
        return redirect(reverse("wagtailsnippets_members_organisation:list"))


def digest_of(text: str) -> str:
    """So that another tab's upload is not confirmed in place of the one that was shown."""
    return hashlib.sha256(text.encode()).hexdigest()


@require_safe
def download_template(request: HttpRequest) -> HttpResponse:
    if not policy.user_has_permission(request.user, "add"):
        raise PermissionDenied
    response = HttpResponse(template(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="invitations.csv"'
    return response


class BulkInvitationViewSet(PermittedViewSet):
    name = "bulk_invitation"
    url_prefix = "bulk-invitation"
    icon = "upload"
    menu_label = gettext_lazy("Invite by list")

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", BulkView.as_view(), name="index"),
            path("template.csv", download_template, name="template"),
        ]

    def may_see(self, request: HttpRequest) -> bool:
        return bool(policy.user_has_permission(request.user, "add"))
