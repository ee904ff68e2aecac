"""Whatever is edited of what residents can be shown, every page that shows it says so at once."""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.test import Client

from campaigns.freshness import not_shown, writes
from campaigns.freshness.changes import changed
from campaigns.freshness.reads import tables_asked
from home.models import HomePage
from tests.page_cache.scene import ADDRESSES, build, edit

#: What counts as a change but is on no page of the scene. Another model that counts gets a row there, or its name
#: here, or among what is not shown.
ABSENT = [
    "areas.Area_neighbours",
    "campaigns.AudienceVersion",
    "campaigns.CampaignChoice",
    "campaigns.Edition",
    "campaigns.KeyWord",
    "distress.TranslationReview",
    "members.Organisation",
    "pictures.LibraryDocument",
    "reading.ReadingOverride",
    "selfcheck.SelfCheckPage",
    "taggit.Tag",
    "taggit.TaggedItem",
    "wagtailcore.Collection",
    "wagtailcore.CollectionViewRestriction",
    "wagtailcore.CollectionViewRestriction_groups",
    "wagtailcore.Locale",
    "wagtailcore.PageViewRestriction",
    "wagtailcore.PageViewRestriction_groups",
    "wagtaildocs.Document",
    "wagtailembeds.Embed",
    "wagtailimages.Image",
    "wagtailimages.Rendition",
    "wagtailredirects.Redirect",
]


def shown_models() -> list[type[models.Model]]:
    """Without content types, which are the program's own and change with it."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.db_table not in not_shown.tables()
        and not model._meta.proxy
        and model is not ContentType
    ]


@pytest.fixture
def scene(home: HomePage, keeping: None) -> None:
    build(home)


def asked_by(address: str) -> tuple[bytes, set[str]]:
    """A page made with nothing kept, and the tables that it asks."""
    with pytest.MonkeyPatch.context() as patch, tables_asked() as asked:
        patch.setattr(writes, "is_unsettled", lambda using=None: True)
        response = Client().get(address)
    assert response.status_code == 200
    return response.content, asked


def test_pages_ask_for_nothing_that_is_not_shown(scene: None) -> None:
    """Else they would not be kept."""
    asked = set().union(*(asked_by(address)[1] for address in (*ADDRESSES, "/sitemap/", "/leaving/")))
    assert {"cases_case", "desks_desk", "wagtailcore_page"} <= asked
    assert asked & not_shown.tables() == set()


def test_every_page_that_shows_it_changes(scene: None) -> None:
    client, first = Client(), {address: asked_by(address) for address in ADDRESSES}
    assert all(client.get(address).content == page for address, (page, _asked) in first.items())
    stale, unseen = [], set()
    for model in shown_models():
        differing = False
        with transaction.atomic():
            for address in pages_with(model, first) if edit(model) else ():
                now, _asked = asked_by(address)
                if now != first[address][0]:
                    differing = True
                    stale += [] if client.get(address).content == now else [(model._meta.label, address)]
            transaction.set_rollback(True)
        # A change that is taken back happens in this test alone.
        changed()
        if not differing:
            unseen.add(model._meta.label)
    assert stale == []
    assert sorted(unseen) == ABSENT


def pages_with(model: type[models.Model], first: dict[str, tuple[bytes, set[str]]]) -> list[str]:
    return [address for address, (_page, asked) in first.items() if model._meta.db_table in asked]
