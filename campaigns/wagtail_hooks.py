"""What the admin offers. Only registers."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from campaigns.areas.editing import AreaViewSet
from campaigns.cases.editing import CaseTagViewSet
from campaigns.desks.editing import DeskViewSet, TopicTagViewSet
from campaigns.figures.models import Figure
from campaigns.guards import refuse_to_publish_unfinished
from campaigns.links.admin import bulk, page_codes, republished, single
from campaigns.links.admin.placement_form import PLACEMENT
from campaigns.links.admin.snippets import CaseWithCardsViewSet, DeleteCases, DeleteWhatHangs
from campaigns.links.filters import PlacementFilters
from campaigns.links.models import Placement
from campaigns.links.results.staff.views import ReadingsViewSet
from campaigns.links.results.staff.views import permissions as reading_permissions
from campaigns.members.admin.applications import ApplicationViewSet, register_answers
from campaigns.members.admin.bulk import BulkInvitationViewSet
from campaigns.members.admin.organisation_form import ORGANISATION
from campaigns.members.models import Organisation
from campaigns.reading.admin import ReadingOverrideViewSet
from campaigns.voting.admin import VoteViewSet
from campaigns.voting.opening import register_actions


class FigureViewSet(SnippetViewSet):
    model = Figure
    icon = "table"
    list_display = [
        "title",
        Column("shown_value", label=_("value"), sort_key="value"),
        "year",
        "expires_on",
        BooleanColumn("is_shown", label=_("Shown now")),
    ]


class ShownGroup(SnippetViewSetGroup):
    """What campaigns show: cases, desks, figures; the words and towns they are found by, and how words are read."""

    items = (
        CaseWithCardsViewSet,
        DeskViewSet,
        FigureViewSet,
        CaseTagViewSet,
        TopicTagViewSet,
        AreaViewSet,
        ReadingOverrideViewSet,
    )
    menu_label = _("Places and desks")
    menu_icon = "site"
    menu_order = 200


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    delete_view_class = DeleteWhatHangs
    delete_template_name = DeleteWhatHangs.template_name
    icon = "group"
    list_display = [
        "name",
        "kind",
        "area",
        BooleanColumn("is_approved", label=_("approved"), sort_key="is_approved"),
    ]
    list_filter = ["kind", "is_approved"]
    search_fields = ["name", "reading"]
    edit_handler = ORGANISATION


class PlacementViewSet(SnippetViewSet):
    model = Placement
    delete_view_class = DeleteWhatHangs
    delete_template_name = DeleteWhatHangs.template_name
    icon = "pin"
    list_display = ["place", "organisation", "area", "material", "count", "status", "until"]
    filterset_class = PlacementFilters
    search_fields = ["place"]
    edit_handler = PLACEMENT

    def get_queryset(self, request: HttpRequest) -> QuerySet[Placement]:
        return Placement.objects.select_related("organisation", "area__parent")


class MembersGroup(SnippetViewSetGroup):
    """Who carries the campaign."""

    items = (
        OrganisationViewSet,
        ApplicationViewSet,
        BulkInvitationViewSet,
        PlacementViewSet,
        ReadingsViewSet,
        VoteViewSet,
    )
    menu_label = _("Members")
    menu_icon = "group"
    menu_order = 210


hooks.register("before_bulk_action", refuse_to_publish_unfinished)
hooks.register("before_bulk_action", bulk.name_successors)
hooks.register("before_bulk_action", republished.remember_many)
hooks.register("after_bulk_action", republished.tell_many)
hooks.register("before_publish_page", republished.remember)
hooks.register("after_publish_page", republished.tell)
hooks.register("before_delete_page", single.ask_before_deleting)
hooks.register("before_move_page", single.tell_before_moving)
for action in (bulk.UnpublishWithCodes, bulk.DeleteWithCodes, bulk.MoveWithCodes, DeleteCases):
    # After Wagtail's own, which they replace: an action of the same type takes the place of an earlier one.
    hooks.register("register_bulk_action", action, order=100)
hooks.register("register_admin_urls", page_codes.addresses)
hooks.register("register_page_header_buttons", page_codes.header_buttons)
hooks.register("register_log_actions", register_answers)
hooks.register("register_log_actions", register_actions)
hooks.register("register_permissions", reading_permissions)
register_snippet(ShownGroup)
register_snippet(MembersGroup)
