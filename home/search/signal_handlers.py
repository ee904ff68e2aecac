"""What is published or saved can be found; what is taken down or deleted cannot."""

from typing import Any

from django.db import models
from django.db.models.signals import post_delete, post_save
from wagtail.models import DraftStateMixin, Page

from campaigns.reading.models import ReadingOverride
from home.search.indexing import index, index_again_where, remove
from home.search.kinds import Kind


def listen_to(kind: Kind) -> None:
    """Pages tell by being published (apps.py); everything else by being saved."""
    if not issubclass(kind.model, Page):
        post_save.connect(thing_saved, sender=kind.model)
        post_delete.connect(thing_deleted, sender=kind.model)


def thing_saved(instance: models.Model, raw: bool = False, **kwargs: Any) -> None:
    """What is saved with a draft's words in it, as a revision is, is indexed as it is published."""
    if raw:
        return
    if isinstance(instance, DraftStateMixin):
        instance = type(instance)._base_manager.get(pk=instance.pk)
    index(instance)


def thing_deleted(instance: models.Model, **kwargs: Any) -> None:
    remove(instance)


def page_published(instance: Page, **kwargs: Any) -> None:
    index(instance)


def page_unpublished(instance: Page, **kwargs: Any) -> None:
    remove(instance.specific)


def reading_changed(instance: ReadingOverride, **kwargs: Any) -> None:
    index_again_where(instance.surface)
