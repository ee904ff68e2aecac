"""A network with a published campaign. Its plates are real, but made once per run however many tests publish."""

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

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
from home.models import HomePage
from print_templates.content import Content
from print_templates.plate import Plate, lay_out, make
from print_templates.ticket import ticket_job
from tests import factories

Publish = Callable[[CampaignPage], CampaignPage]

#: The real layout, once for every design, content, sheet and finish.
lay_out_once = cache(lay_out)
lay_out_ticket_once = cache(lambda content, design, shop: make(ticket_job(content, design.files, shop)))
#: The real preflight of a plate, once for every combination: other words break no other rule.
reports: dict[Combination, Report] = {}
#: The real letters of a phrase, once for every content.
lettering_once = cache(lettering)


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
