"""What machines read of a page, in its head."""

from collections.abc import Iterable, Mapping

from django import template
from django.utils.safestring import SafeString

from campaigns.cases.models import Case
from campaigns.desks.models import Desk
from campaigns.models import CampaignPage
from home.models import HomePage
from home.structured.markup import script
from home.structured.pages import of_desk, of_home, of_place

register = template.Library()


@register.simple_tag
def home_data(page: HomePage, campaign: CampaignPage | None) -> SafeString:
    return script(*of_home(page, campaign)) if page.pk else SafeString("")


@register.simple_tag
def place_data(case: Case, address: str, above: Iterable[Mapping[str, str]] = ()) -> SafeString:
    return script(*of_place(case, address, above)) if address else SafeString("")


@register.simple_tag
def desk_data(desk: Desk, address: str, above: Iterable[Mapping[str, str]] = ()) -> SafeString:
    return script(*of_desk(desk, address, above)) if address else SafeString("")
