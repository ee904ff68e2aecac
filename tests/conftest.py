"""A network with a published campaign, whose plates are real (layouts.py)."""

import gc
import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.utils import translation
from wagtail.models import Site

from campaigns.kits.models import Plate as KeptPlate
from campaigns.members.models import Organisation, User
from campaigns.models import CampaignPage, Edition
from cms.settings import base
from home.models import HomePage
from tests import factories
from tests.kept import Kept
from tests.layouts import equal_words_are_laid_out_once
from tests.migrated import keep_template, migrated_database

Publish = Callable[[CampaignPage], CampaignPage]

# No test asserts a time, whatever else the machine is doing.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

__all__ = ["equal_words_are_laid_out_once"]

#: Print jobs are kept and not run.
NOTHING_AHEAD = {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": ["print"]}


def plates_are_whole() -> bool:
    """Whether every plate's file is as it was made."""
    for plate in KeptPlate.objects.exclude(pdf=""):
        storage = plate.pdf.storage
        if not storage.exists(plate.pdf.name):
            return False
        with storage.open(plate.pdf.name) as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != plate.sha256:
                return False
    return True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """pytest-django's, of which a copy is kept for the sites that tests start."""
    with django_db_blocker.unblock():
        keep_template()


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: the collector need not look at it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what asks a database, and not the sites that have one of their own."""
    if connection.vendor == "postgresql":
        chosen = [item for item in items if asks_the_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(chosen)])
        items[:] = chosen


def asks_the_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    has_its_own = "migrated" in fixtures or item.get_closest_marker("own_site")
    return not has_its_own and bool(fixtures & {"db", "transactional_db", "django_db_setup"})


@pytest.fixture(scope="session")
def migrated(django_db_setup: None) -> Callable[[Path], str]:
    """Makes a new site's database in a folder and gives its address. Tests with one are about SQLite alone."""
    return migrated_database


@pytest.fixture(scope="session", autouse=True)
def scratch_is_thrown_away() -> Iterator[None]:
    yield
    shutil.rmtree(settings.SCRATCH, ignore_errors=True)


@pytest.fixture(autouse=True)
def plates_are_made_when_they_are_needed(settings: Any) -> None:
    """Publishing builds nothing ahead, which most tests never look at; `printing_ahead` has it as it is outside."""
    settings.TASKS = {**settings.TASKS, "print": NOTHING_AHEAD}


@pytest.fixture
def printing_ahead(settings: Any, plates_are_made_when_they_are_needed: None) -> None:
    settings.TASKS = {**settings.TASKS, "print": base.TASKS["print"]}


@pytest.fixture(autouse=True)
def the_campaign_comes_first(
    request: pytest.FixtureRequest, plates_are_made_when_they_are_needed: None
) -> None:
    """Before other rows, beside which those of `kept_campaign` could not be put back."""
    for name in ("printing_ahead", "small_press", "campaign"):
        if name in request.fixturenames:
            request.getfixturevalue(name)


@pytest.fixture(autouse=True)
def the_language_of_the_last_request_is_forgotten() -> Iterator[None]:
    yield
    translation.deactivate()


@pytest.fixture
def clean_caches() -> None:
    """Login limits and pictures of other tests are forgotten."""
    for cached in caches.all():
        cached.clear()


#: A home page, and a published campaign below it: their rows are made once per run.
kept_home = Kept()
kept_campaign = Kept()
#: The same with its plates, whose files stay where they are.
kept_printed_campaign = Kept(plates_are_whole)


@pytest.fixture
def home(db: None) -> HomePage:
    kept_home.have(factories.HomePageFactory)
    # Where sites begin is remembered beside the database.
    Site.clear_site_root_paths_cache()
    return HomePage.objects.latest("pk")


@pytest.fixture
def publish(db: None, django_capture_on_commit_callbacks: Callable[..., Any]) -> Publish:
    """Publish a page's newest words as the editor does, its plates included; returns it afresh."""

    def published(page: CampaignPage) -> CampaignPage:
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        return CampaignPage.objects.get(pk=page.pk)

    return published


@pytest.fixture
def campaign(home: HomePage, publish: Publish, request: pytest.FixtureRequest) -> CampaignPage:
    """A running, published campaign with its first edition.

    Where plates are built ahead, so they are here; on a `small_press`, which a test makes for itself, each time anew.
    """

    def published() -> CampaignPage:
        return publish(factories.CampaignPageFactory(parent=home))

    if "small_press" in request.fixturenames:
        return published()
    kept = kept_campaign if settings.TASKS["print"] is NOTHING_AHEAD else kept_printed_campaign
    kept.have(published)
    return CampaignPage.objects.latest("pk")


@pytest.fixture
def edition(campaign: CampaignPage) -> Edition:
    assert campaign.edition is not None
    return campaign.edition


@pytest.fixture
def organisation(db: None) -> Organisation:
    return factories.OrganisationFactory(name="髙﨑商店", slug="takasaki")


@pytest.fixture
def member(organisation: Organisation) -> User:
    return factories.MembershipFactory(organisation=organisation).user


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def member_client(member: User) -> Client:
    return logged_in(member)


@pytest.fixture
def other_member_client(db: None) -> Client:
    """A member of another organisation."""
    return logged_in(factories.MembershipFactory().user)


@pytest.fixture
def staff(db: None) -> User:
    return factories.StaffFactory()


@pytest.fixture
def staff_client(staff: User) -> Client:
    return logged_in(staff)
