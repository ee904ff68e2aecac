"""A network with a published campaign. Its plates are real, but made once per run however many tests publish."""

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import caches
from django.test import Client
from django.utils import translation

from campaigns import preview
from campaigns.artwork import lettering
from campaigns.kits import examination, plates, publishing
from campaigns.kits.combinations import Combination
from campaigns.kits.examination import Report, plate_report
from campaigns.members.models import Organisation, User
from campaigns.models import CampaignPage, Edition
from cms.settings import base
from home.models import HomePage
from print_templates.content import Content
from print_templates.plate import Assets, Plate, lay_out, make
from print_templates.ticket import ticket_job
from tests import factories

Publish = Callable[[CampaignPage], CampaignPage]

# No test asserts a time, whatever else the machine is doing.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

#: Print jobs are kept and not run.
NOTHING_AHEAD = {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": ["print"]}
#: The real layout, once for every design, content, sheet and finish.
laid_out = cache(lay_out)
lay_out_ticket_once = cache(lambda content, design, shop: make(ticket_job(content, design.files, shop)))
#: The real preflight of a plate, once for every combination: other words break no other rule.
reports: dict[Combination, Report] = {}
#: The real letters of a phrase, once for every content.
lettering_once = cache(lettering)


def lay_out_once(*identity: Any, assets: Assets | None = None, **rest: Any) -> Plate:
    """The same; one with a photograph is laid out whenever it is asked for."""
    return lay_out(*identity, assets=assets, **rest) if assets else laid_out(*identity, **rest)


def report_once(combination: Combination, plate: Plate, content: Content) -> Report:
    if combination not in reports:
        reports[combination] = plate_report(combination, plate, content)
    return reports[combination]


@pytest.fixture(scope="session", autouse=True)
def equal_words_are_laid_out_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(publishing, "lettering", lettering_once)
        patch.setattr(plates, "lay_out", lay_out_once)
        patch.setattr(plates, "lay_out_ticket", lay_out_ticket_once)
        patch.setattr(preview, "lay_out", lay_out_once)
        patch.setattr(examination, "plate_report", report_once)
        yield


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
def the_language_of_the_last_request_is_forgotten() -> Iterator[None]:
    yield
    translation.deactivate()


@pytest.fixture
def clean_caches() -> None:
    """Login limits and pictures of other tests are forgotten."""
    for cached in caches.all():
        cached.clear()


@pytest.fixture
def home(db: None) -> HomePage:
    return factories.HomePageFactory()


@pytest.fixture
def publish(db: None, django_capture_on_commit_callbacks: Callable[..., Any]) -> Publish:
    """Publish a page's newest words as the editor does, its plates included; returns it afresh."""

    def published(page: CampaignPage) -> CampaignPage:
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        return CampaignPage.objects.get(pk=page.pk)

    return published


@pytest.fixture
def campaign(home: HomePage, publish: Publish) -> CampaignPage:
    """A running, published campaign with its first edition."""
    return publish(factories.CampaignPageFactory(parent=home))


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
