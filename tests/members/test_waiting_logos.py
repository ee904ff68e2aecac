"""Logos that wait to be saved belong to one organisation, and go after a day."""

import os
import time
from pathlib import Path

from django.core import signing
from django.test import Client
from django.urls import reverse

from campaigns.members.models import Organisation, private_storage
from campaigns.members.profile.waiting import SALT, clear_away, keep, kept
from campaigns.schedule.chores import CHORES
from tests.factories import OrganisationFactory, picture

PNG = picture()


def make_old(name: str) -> Path:
    """Write the file as if two days ago."""
    path, then = Path(private_storage().path(name)), time.time() - 2 * 24 * 3600
    os.utime(path, (then, then))
    return path


def name_of(ticket: str) -> str:
    return str(signing.loads(ticket, salt=SALT)[1])


def test_it_works(organisation: Organisation) -> None:
    ticket, other = keep(organisation, PNG), keep(organisation, PNG)
    assert kept(organisation, ticket) == PNG
    assert name_of(ticket) != name_of(other)


def test_a_ticket_is_no_use_to_another_organisation(organisation: Organisation) -> None:
    assert kept(OrganisationFactory(), keep(organisation, PNG)) is None


def test_nobody_makes_a_ticket(organisation: Organisation) -> None:
    forged = signing.dumps([organisation.pk, "../../etc/passwd"], salt="another")
    for ticket in ("", "x", forged, keep(organisation, PNG)[:-1] + "?"):
        assert kept(organisation, ticket) is None


def test_its_picture_is_the_organisations_own(
    organisation: Organisation, administrator_client: Client
) -> None:
    ticket = keep(OrganisationFactory(), PNG)
    address = reverse("members:logo_picture", args=[organisation.slug, "black"])
    assert administrator_client.get(address, {"waiting": ticket}).status_code == 404


def test_after_a_day_what_nobody_has_goes(organisation: Organisation) -> None:
    organisation.set_logo(PNG)
    organisation.save()
    replaced = make_old(organisation.logo.name)
    organisation.set_logo(PNG)
    organisation.save()
    saved, left = make_old(organisation.logo.name), keep(organisation, PNG)
    old, fresh = make_old(name_of(left)), keep(organisation, PNG)
    clear_away()
    assert saved.exists()
    assert not replaced.exists()
    assert not old.exists()
    assert kept(organisation, left) is None
    assert kept(organisation, fresh) == PNG
    assert CHORES["clear_logos_away"].run is clear_away


def test_one_that_is_gone_is_asked_for_again(
    organisation: Organisation, administrator_client: Client
) -> None:
    ticket = keep(organisation, PNG)
    private_storage().delete(name_of(ticket))
    response = administrator_client.post(
        reverse("members:profile", args=[organisation.slug]),
        {"name": "新しい名前", "area": organisation.area_id, "ticket": ticket},
    )
    form = response.context["form"]
    assert form.has_error("logo", "gone")
    assert not form["ticket"].value()
    assert form["name"].value() == "新しい名前"
