"""Placements in the admin: found by whose, where, what and until when."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from campaigns.links.models import Placement, ShortLink
from campaigns.links.placements import photos
from campaigns.members.models import Organisation
from campaigns.models import Edition
from tests.factories import AreaFactory, OrganisationFactory, picture
from tests.links.factories import displayed, placement_of, taken_down

LIST = "/admin/snippets/links/placement/"


@pytest.fixture
def wanted(edition: Edition, organisation: Organisation) -> Placement:
    """The one that every filter below leaves."""
    placement_of(OrganisationFactory(), place="べつの場所", material="flyer")
    found = displayed(organisation, place="さがす場所", until=date(2027, 3, 31))
    found.area = AreaFactory(code="14133", name="中原区")
    found.save()
    return found


@pytest.mark.parametrize(
    "query",
    ["organisation={0.organisation_id}", "area={0.area_id}", "status=displayed", "material=poster",
     "until_from=2027-03-01&until_to=2027-04-01"],
)  # fmt: skip
def test_it_works(query: str, wanted: Placement, staff_client: Client) -> None:
    page = staff_client.get(f"{LIST}?{query.format(wanted)}").content.decode()
    assert "さがす場所" in page
    assert "べつの場所" not in page


def test_one_with_a_photograph_is_edited_without_touching_it(wanted: Placement, staff_client: Client) -> None:
    photos.keep(wanted, ContentFile(photos.prepare(picture())))
    address = reverse(wanted.snippet_viewset.get_url_name("edit"), args=[wanted.pk])
    page = staff_client.get(address)
    assert page.status_code == 200
    form = page.context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    staff_client.post(address, {**data, "place": "なおした場所"})
    after = Placement.objects.get(pk=wanted.pk)
    assert (after.place, after.photo.name) == ("なおした場所", wanted.photo.name)


def test_one_with_a_code_is_deleted_and_its_code_lives(
    wanted: Placement, edition: Edition, organisation: Organisation, staff_client: Client, client: Client
) -> None:
    ShortLink.objects.issued(edition, organisation)
    code = ShortLink.objects.issued(edition, organisation, placement=wanted)
    taken_down()
    staff_client.post(reverse(wanted.snippet_viewset.get_url_name("delete"), args=[wanted.pk]))
    assert not Placement.objects.filter(pk=wanted.pk).exists()
    assert client.get(f"/q/{code.code}")["Location"] == edition.campaign.get_url()
