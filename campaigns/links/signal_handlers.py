"""What makes codes lead elsewhere writes the map anew; a new code is added to it. Pages that go hand over."""

from typing import Any

from wagtail.models import Page

from campaigns.cases.models import Case
from campaigns.links.handing_over import forget_successor, hand_over
from campaigns.links.keeping import (
    keep_campaign_while_prints_hang,
    keep_codes,
    keep_organisation_while_prints_hang,
    keep_placement_while_it_hangs,
)
from campaigns.links.models import Placement, ShortLink
from campaigns.links.offline_map import note, write_soon
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage


def page_changed(**kwargs: Any) -> None:
    write_soon()


def placement_changed(instance: Placement, created: bool = False, **kwargs: Any) -> None:
    """Its code says near what it hangs; a placement that is new has none yet."""
    if instance.has_own_code and not created:
        write_soon()


def case_changed(instance: Case, **kwargs: Any) -> None:
    """The code on its cards leads to its page, while that is public, by its name in addresses."""
    if ShortLink.objects.filter(case__translation_key=instance.translation_key).exists():
        write_soon()


def page_is_public_again(instance: Page, **kwargs: Any) -> None:
    forget_successor(instance)


def page_will_be_deleted(instance: Page, **kwargs: Any) -> None:
    hand_over(instance)


def campaign_will_be_deleted(instance: CampaignPage, **kwargs: Any) -> None:
    keep_campaign_while_prints_hang(instance)


def organisation_will_be_deleted(instance: Organisation, **kwargs: Any) -> None:
    keep_organisation_while_prints_hang(instance)


def placement_will_be_deleted(instance: Placement, origin: Any = None, **kwargs: Any) -> None:
    """One that goes with its organisation or campaign is spoken of there."""
    if getattr(origin, "model", type(origin)) is Placement:
        keep_placement_while_it_hangs(instance)


def link_will_be_deleted(instance: ShortLink, **kwargs: Any) -> None:
    keep_codes(instance)


def link_saved(instance: ShortLink, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if created and not raw:
        note(instance)
