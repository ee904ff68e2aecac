"""An organisation with its administrator, and the letters that were queued."""

import re
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from mailer.models import Message

from campaigns.members.models import Membership, Organisation, User
from tests import factories
from tests.conftest import logged_in


@dataclass(frozen=True)
class Letter:
    to: str
    subject: str
    body: str

    @property
    def links(self) -> list[str]:
        return re.findall(r"https?://\S+", self.body)


def letters() -> list[Letter]:
    """What is queued, the oldest first."""
    mails = [message.email for message in Message.objects.order_by("pk")]
    return [Letter(mail.to[0], mail.subject, mail.body) for mail in mails]


@pytest.fixture
def administrator(organisation: Organisation) -> User:
    role = Membership.Role.ADMINISTRATOR
    return factories.MembershipFactory(organisation=organisation, role=role).user


@pytest.fixture
def administrator_client(administrator: User) -> Client:
    return logged_in(administrator)


@pytest.fixture(autouse=True)
def limits_start_afresh(clean_caches: None) -> None:
    """No test is stopped by the attempts of another."""


def role_of(user: User, organisation: Organisation) -> Any:
    return (
        Membership.objects.filter(user=user, organisation=organisation).values_list("role", flat=True).first()
    )
