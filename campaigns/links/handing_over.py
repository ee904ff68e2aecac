"""Naming a page's successor, and what follows: a page that comes back needs none, one that goes hands over."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page, Revision

from campaigns.links.models import ShortLink, Successor
from campaigns.links.offline_map import write_soon
from campaigns.links.reach import public_pages
from campaigns.models import CampaignPage
from campaigns.versions import AudienceVersion


def name_successor(pages: Iterable[int], successor: Page | None) -> None:
    """From now on codes follow `successor` while a page is not public; None leaves it to the campaign's page."""
    among = set(pages)
    with transaction.atomic():
        Successor.objects.filter(page__in=among).delete()
        if successor is not None:
            Successor.objects.bulk_create(
                Successor(page_id=page, successor=successor) for page in among - {successor.pk}
            )
        write_soon()


def forget_successor(page: Page) -> None:
    """A page that is public again needs none, unless it has an end date: then it will."""
    if page.expire_at is None and public_pages().filter(pk=page.pk).exists():
        Successor.objects.filter(page=page.pk).delete()


def hand_over(page: Page) -> None:
    """Before a page is deleted its successor takes over its links, its audiences and those it was successor of."""
    row = Successor.objects.filter(page=page.pk).first()
    if row is None:
        return
    heir = row.successor_id
    ShortLink.objects.filter(target=page.pk).update(target=heir)
    for version in AudienceVersion.objects.filter(page=page.pk):
        version.page_id = heir
        version.save(update_fields=["page"])
        hand_over_in_drafts(version.campaign_id, page.pk, heir)
    # New rows, since Django has found the old ones already, which it will delete with the page.
    taken_in = Successor.objects.filter(successor=page.pk)
    predecessors = set(taken_in.values_list("page", flat=True)) - {heir}
    taken_in.delete()
    Successor.objects.bulk_create(Successor(page_id=pk, successor_id=heir) for pk in predecessors)


def hand_over_in_drafts(campaign: int, page: int, heir: int) -> None:
    """A draft of a campaign would bring the deleted page back as no page at all when it is published."""
    is_next = Q(approved_go_live_at__isnull=False) | Q(
        pk__in=CampaignPage.objects.filter(pk=campaign).values("latest_revision")
    )
    for revision in Revision.page_revisions.filter(is_next, object_id=str(campaign)):
        versions: list[dict[str, Any]] = revision.content.get("audience_versions", [])
        for version in versions:
            if version["page"] == page:
                version["page"] = heir
        revision.save(update_fields=["content"])
