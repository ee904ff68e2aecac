"""Changes of who may do what in an organisation. It always keeps an administrator, whoever acts at the same time."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from campaigns.members.letters import post
from campaigns.members.models import Membership, Organisation

Role = Membership.Role


class LastAdministrator(Exception):
    """Nobody else could act for the organisation afterwards."""


@contextmanager
def one_at_a_time(organisation: Organisation) -> Iterator[None]:
    """Two changes in one organisation come after one another, so that each sees what the other has left."""
    with transaction.atomic():
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        yield


def set_role(membership: Membership, role: str) -> None:
    """Make somebody an administrator or a member. Raises LastAdministrator."""
    with one_at_a_time(membership.organisation):
        if role != Role.ADMINISTRATOR:
            keep_an_administrator(membership)
        Membership.objects.filter(pk=membership.pk).update(role=role)


def remove(membership: Membership) -> None:
    """End somebody's belonging; their account stays. Raises LastAdministrator."""
    with one_at_a_time(membership.organisation):
        keep_an_administrator(membership)
        Membership.objects.filter(pk=membership.pk).delete()


def hand_over(giver: Membership, taker: Membership) -> None:
    """Make the taker administrator in the giver's place, and write so to the taker. Membership.DoesNotExist if gone."""
    with one_at_a_time(giver.organisation):
        present = Membership.objects.filter(organisation=giver.organisation)
        present.get(pk=giver.pk, role=Role.ADMINISTRATOR)
        present.get(pk=taker.pk)
        present.filter(pk=taker.pk).update(role=Role.ADMINISTRATOR)
        present.filter(pk=giver.pk).update(role=Role.MEMBER)
        post("administration", taker.user.email, {"organisation": giver.organisation, "giver": giver.user})


def keep_an_administrator(leaving: Membership) -> None:
    """Raise LastAdministrator if without this one nobody who can log in would be left."""
    administrators = Membership.objects.filter(
        organisation=leaving.organisation, role=Role.ADMINISTRATOR, user__is_active=True
    )
    if administrators.filter(pk=leaving.pk).exists() and not administrators.exclude(pk=leaving.pk).exists():
        raise LastAdministrator
