"""The form of a desk, and how staff find those that nobody has checked for long."""

from typing import ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
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

from campaigns.desks.models import Desk, TopicTag
from campaigns.desks.verification import DAYS, of_late, unverified

DESK = [
    MultiFieldPanel(
        [FieldPanel("name"), FieldPanel("reading"), FieldPanel("slug"), FieldPanel("kind")], _("The desk")
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("phone"), FieldPanel("phone_alternative")]),
            FieldPanel("phone_instead"),
            FieldPanel("website"),
            FieldRowPanel([FieldPanel("address"), FieldPanel("area")]),
        ],
        _("How to reach it"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("topics"),
            FieldPanel("topic_tags", widget=forms.CheckboxSelectMultiple),
            FieldPanel("languages"),
            FieldPanel("cost"),
            FieldPanel("note"),
        ],
        _("What callers need to know"),
    ),
]
HOURS = [
    FieldPanel("hours"),
    InlinePanel(
        "opening_rows",
        heading=_("Hours by weekday"),
        label=_("Hours"),
        help_text=_(
            "With these the site says by itself whether the desk answers now. Mark hours that vary by day; where "
            "nothing is sure, leave all of them out and the words alone are shown."
        ),
    ),
    InlinePanel(
        "special_days",
        heading=_("Days that differ"),
        label=_("Days"),
        help_text=_("Days on which it is closed, or the announced days of a desk that is not always open."),
    ),
    FieldPanel("rests_at_new_year"),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")])], _("Beginning and end")
    ),
]
STAFF = [FieldPanel("verified_on"), FieldPanel("source"), FieldPanel("prints"), FieldPanel("sort_order")]


def by_days() -> list[tuple[str, str]]:
    """Asked for at each request: with its number a sentence is in one language."""
    return [
        ("stale", gettext("More than %(days)s days ago") % {"days": DAYS}),
        ("fresh", gettext("In the last %(days)s days") % {"days": DAYS}),
    ]


class DeskFilters(WagtailFilterSet):
    """By kind, topic, and whether somebody has checked it of late."""

    verified = ChoiceFilter(
        label=_("Last verified"),
        choices=by_days,
        method="by_verification",
        empty_label=_("All"),
    )

    class Meta:
        model = Desk
        fields: ClassVar[list[str]] = ["kind", "topic_tags", "prints"]

    def by_verification(self, desks: QuerySet[Desk], name: str, value: str) -> QuerySet[Desk]:
        return unverified(desks) if value == "stale" else of_late(desks)


class DeskViewSet(SnippetViewSet):
    model = Desk
    icon = "mail"
    list_display = [
        "name",
        "phone",
        "hours",
        "verified_on",
        BooleanColumn("prints", label=_("goes on paper"), sort_key="prints"),
    ]
    filterset_class = DeskFilters
    search_fields = ["name", "topics"]
    edit_handler = TabbedInterface(
        [ObjectList(DESK, _("The desk")), ObjectList(HOURS, _("Hours")), ObjectList(STAFF, _("For staff"))]
    )


class TopicTagViewSet(SnippetViewSet):
    model = TopicTag
    icon = "tag"
    list_display = ["name", "slug", BooleanColumn("when_low", label=_("for whoever feels low")), "sort_order"]
