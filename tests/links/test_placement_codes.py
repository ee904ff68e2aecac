"""A placement has a code of its own, which counts for it and never dies."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from campaigns.links.codes import new_code
from campaigns.links.models import Placement, ScanCount, ShortLink
from campaigns.members.models import Organisation
from campaigns.models import Edition
from tests.links.factories import placement_of, taken_down


@pytest.fixture
def placement(edition: Edition, organisation: Organisation) -> Placement:
    return placement_of(organisation, has_own_code=True)


@pytest.fixture
def code(placement: Placement, edition: Edition, organisation: Organisation) -> ShortLink:
    return ShortLink.objects.issued(edition, organisation, placement=placement)


def test_it_works(code: ShortLink, placement: Placement, link: ShortLink, client: Client) -> None:
    assert code.placement == placement
    assert code.organisation == placement.organisation
    assert (
        client.get(f"/q/{code.code}")["Location"] == f"{code.campaign.get_url()}?near={placement.area.code}"
    )
    assert list(ScanCount.objects.values_list("link__placement", "count")) == [(placement.pk, 1)]
    assert code != link


def test_it_is_one_code_for_each_audience(
    code: ShortLink, link: ShortLink, placement: Placement, edition: Edition, organisation: Organisation
) -> None:
    assert ShortLink.objects.issued(edition, organisation, placement=placement) == code
    work = ShortLink.objects.issued(edition, organisation, "work", placement)
    assert ShortLink.objects.issued(edition, organisation, "work", placement) == work
    other = ShortLink.objects.issued(edition, organisation, placement=placement_of(organisation))
    assert len({code.pk, link.pk, work.pk, other.pk}) == 4


def test_issued_twice_at_once_it_is_one_code(
    code: ShortLink, placement: Placement, edition: Edition, organisation: Organisation
) -> None:
    """The other request looked before ours had issued the code, so it goes straight on to issue one."""
    assert ShortLink.objects.issue(edition, organisation, placement=placement) == code
    assert ShortLink.objects.count() == 1


def test_the_database_keeps_a_second_one_out(code: ShortLink, placement: Placement) -> None:
    twin = ShortLink(
        code=new_code(), campaign=code.campaign, organisation=code.organisation, placement=placement,
        is_placements_own=True,
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_a_deleted_places_code_still_leads_home_and_is_not_the_common_one(
    code: ShortLink, placement: Placement, edition: Edition, organisation: Organisation, client: Client
) -> None:
    taken_down()
    placement.refresh_from_db()
    placement.delete()
    common = ShortLink.objects.issued(edition, organisation)
    assert common != code
    assert client.get(f"/q/{code.code}")["Location"] == code.campaign.get_url()


def test_a_place_is_deleted_beside_the_common_code(
    code: ShortLink, link: ShortLink, placement: Placement
) -> None:
    taken_down()
    placement.refresh_from_db()
    placement.delete()
    assert set(ShortLink.objects.values_list("pk", flat=True)) == {code.pk, link.pk}


def test_an_organisation_that_left_leaves_its_places_codes_working(
    code: ShortLink, link: ShortLink, organisation: Organisation, client: Client
) -> None:
    taken_down()
    organisation.delete()
    assert not Placement.objects.exists()
    for each in (code, link):
        assert client.get(f"/q/{each.code}")["Location"] == code.campaign.get_url()


def test_a_campaign_that_is_gone_leaves_its_codes_working(
    code: ShortLink, link: ShortLink, client: Client
) -> None:
    code.campaign.delete()
    assert client.get(f"/q/{code.code}").status_code == 302
