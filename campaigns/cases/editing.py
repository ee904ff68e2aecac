"""The form of a case, in the order in which somebody asks before going there."""

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)  # fmt: skip
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from campaigns.cases.models import Case, CaseTag
from campaigns.scheduling import SchedulingPanel

PLACE = [
    MultiFieldPanel(
        [FieldPanel("name"), FieldPanel("reading"), FieldPanel("area"), FieldPanel("summary")], _("The place")
    ),
    FieldPanel("tags", widget=forms.CheckboxSelectMultiple),
    MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], _("Photograph")),
    FieldPanel("story"),
    FieldRowPanel([FieldPanel("quote"), FieldPanel("quote_role")], _("A sentence that stands by itself")),
]
VISIT = [
    MultiFieldPanel([FieldPanel("address"), FieldPanel("access")], _("How to get there")),
    MultiFieldPanel(
        [
            FieldPanel("first_visit"),
            FieldRowPanel([FieldPanel("registration_kind"), FieldPanel("registration")]),
            FieldPanel("cost"),
            FieldRowPanel([FieldPanel("phone"), FieldPanel("website")]),
        ],
        _("Before going"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("entrance"), FieldPanel("wheelchair"), FieldPanel("baby")]),
            FieldPanel("accessibility"),
        ],
        _("The room"),
    ),
    FieldPanel("questions"),
]
HOURS = [
    FieldPanel("hours"),
    InlinePanel(
        "opening_rows",
        heading=_("Hours by weekday"),
        label=_("Hours"),
        help_text=_("With these the page says by itself whether it is open now. Leave empty if it varies."),
    ),
    InlinePanel("special_days", heading=_("Days that differ"), label=_("Days")),
    FieldPanel("rests_at_new_year"),
]
STAFF = [
    FieldPanel("slug"),
    FieldPanel("since"),
    FieldPanel("source"),
    FieldPanel("sort_order"),
    SchedulingPanel(),
]


class CaseViewSet(SnippetViewSet):
    model = Case
    icon = "home"
    list_display = ["name", "area", "summary", BooleanColumn("live", label=_("Published"), sort_key="live")]
    list_filter = ["live", "registration_kind", "tags"]
    search_fields = ["name", "reading"]
    edit_handler = TabbedInterface(
        [
            ObjectList(PLACE, _("The place")),
            ObjectList(VISIT, _("A visit")),
            ObjectList(HOURS, _("Hours")),
            ObjectList(STAFF, _("For staff")),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Case]:
        return Case.objects.select_related("area__parent")


class CaseTagViewSet(SnippetViewSet):
    model = CaseTag
    icon = "tag"
    list_display = ["name", "kind", "slug", "sort_order"]
    list_filter = ["kind"]
