from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from django.test import Client

from campaigns.kits import plates
from campaigns.members.models import Organisation, User
from campaigns.models import CampaignPage
from print_templates.plate import lay_out
from tests.journeys import network

#: The real layout, once per identity in a whole run.
remembered = cache(lay_out)


@pytest.fixture(autouse=True)
def layouts_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plates, "lay_out", remembered)


@pytest.fixture
def campaign(db: None, django_capture_on_commit_callbacks: Callable[..., Any]) -> CampaignPage:
    with django_capture_on_commit_callbacks(execute=True):
        return network.published()


@pytest.fixture
def organisation(db: None) -> Organisation:
    return network.OrganisationFactory(name="髙﨑商店", slug="takasaki")


@pytest.fixture
def member(organisation: Organisation) -> User:
    return network.MembershipFactory(organisation=organisation).user


@pytest.fixture
def member_client(client: Client, member: User) -> Client:
    client.force_login(member)
    return client


@pytest.fixture
def staff_client(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("staff@example.jp", "a-long-password"))
    return client
