"""What the admin offers. Only registers."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from campaigns.cases.models import Case
from campaigns.desks.models import Desk
from campaigns.figures.models import Figure
from campaigns.guards import refuse_to_publish_without_phrase
from campaigns.links.models import Placement
from campaigns.members.forms import OrganisationForm
from campaigns.members.models import Organisation


class CaseViewSet(SnippetViewSet):
    model = Case
    icon = "home"
    list_display = ["name", "area", "summary"]
    search_fields = ["name", "reading"]


class DeskViewSet(SnippetViewSet):
    model = Desk
    icon = "mail"
    list_display = ["name", "phone", "hours", "verified_on", "prints"]
    search_fields = ["name", "topics"]


class FigureViewSet(SnippetViewSet):
    model = Figure
    icon = "table"
    list_display = ["title", "value", "year", "expires_on"]


class ShownGroup(SnippetViewSetGroup):
    """What campaigns show: cases, desks, figures."""

    items = (CaseViewSet, DeskViewSet, FigureViewSet)
    menu_label = _("Places and desks")
    menu_icon = "site"
    menu_order = 200


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    list_display = ["name", "kind", "area", "is_approved"]
    list_filter = ["kind", "is_approved"]
    search_fields = ["name", "reading"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("name"), FieldPanel("reading"), FieldPanel("print_name"), FieldPanel("slug")],
                _("Name"),
            ),
            FieldPanel("logo"),
            MultiFieldPanel(
                [FieldPanel("kind"), FieldPanel("area"), FieldPanel("phone"), FieldPanel("website")],
                _("About"),
            ),
            InlinePanel(
                "memberships",
                heading=_("People who may take the kit"),
                label=_("Person"),
                panels=[FieldRowPanel([FieldPanel("user"), FieldPanel("role")])],
            ),
            FieldPanel("is_approved"),
        ],
        base_form_class=OrganisationForm,
    )


class PlacementViewSet(SnippetViewSet):
    model = Placement
    icon = "pin"
    list_display = ["place", "organisation", "area", "material", "count", "status", "until"]
    list_filter = ["material", "status"]
    search_fields = ["place"]


class MembersGroup(SnippetViewSetGroup):
    """Who carries the campaign."""

    items = (OrganisationViewSet, PlacementViewSet)
    menu_label = _("Members")
    menu_icon = "group"
    menu_order = 210


hooks.register("before_bulk_action", refuse_to_publish_without_phrase)
register_snippet(ShownGroup)
register_snippet(MembersGroup)
