"""What happens on paper when a campaign is published: its words are frozen and its plates are built."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.db import transaction

from campaigns.artwork import content_of, lettering
from campaigns.kits import batches, jobs, leftovers
from campaigns.models import CampaignPage, Edition

on_request: ContextVar[bool] = ContextVar("plates are built on request", default=False)


@contextmanager
def plates_on_request() -> Iterator[None]:
    """Publishing freezes words as ever, but lays nothing out before a kit asks for it."""
    token = on_request.set(True)
    try:
        yield
    finally:
        on_request.reset(token)


def campaign_published(sender: type[CampaignPage], instance: CampaignPage, **kwargs: Any) -> None:
    """Signal handler: a new edition if any printed word changed, and its plates.

    Nothing for an alias, which stands where a translation will be and has the original's words.
    """
    if instance.alias_of_id is None:
        freeze(instance)


def freeze(campaign: CampaignPage) -> Edition:
    words = content_of(campaign, settings.PUBLIC_HOST)
    edition = Edition.objects.freeze(campaign, words, lettering(words))
    campaign.__dict__.pop("edition", None)
    if not on_request.get():
        jobs.schedule(edition, batches.default())
    # Pictures that were looked at in the editor and then not published.
    transaction.on_commit(leftovers.clear_pictures_away, robust=True)
    return edition
