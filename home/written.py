"""Pages of one kind as residents see them: those that are public, each once, in the best language for a reader."""

from typing import Any, TypeVar

from django.apps import apps
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from campaigns.freshness.kept import kept
from campaigns.languages.shown import best_of
from campaigns.public import public

Kind = TypeVar("Kind", bound=Page)


def written(model: type[Kind], language: str) -> "QuerySet[Kind]":
    found: QuerySet[Kind] = best_of(public(model.objects.filter(alias_of=None)), language)
    return found.select_related("locale")


def list_page(name: str, language: str) -> Any:
    """The public list of a kind, named as "app_label.Model"; None while there is none.

    Read once until something changes, and never altered.
    """
    return kept(("list", name, language), lambda: written(apps.get_model(name), language).first())


def address_below(index: Page | None, slug: str, request: HttpRequest | None = None) -> str:
    """The path of what has its page below a list; empty where there is no list to stand below."""
    url = index.get_url(request) if index is not None else None
    return f"{url}{slug}/" if url else ""
