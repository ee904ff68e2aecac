"""The public list: members as equals, by municipality, only those that want to be listed."""

import io
import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from PIL import Image

from campaigns.areas.models import Area
from campaigns.members.directory.listing import Entry, version_of
from campaigns.members.models import Organisation
from home.models import HomePage
from tests.factories import AreaFactory, OrganisationFactory, picture

ADDRESS = "/members/"


@pytest.fixture
def areas(home: HomePage) -> dict[str, Area]:
    city = AreaFactory(code="14100", name="横浜市")
    return {
        "city": city,
        "ward": AreaFactory(code="14101", name="鶴見区", parent=city),
        "other ward": AreaFactory(code="14104", name="中区", parent=city),
        "town": AreaFactory(code="14301", name="葉山町"),
    }


@pytest.fixture
def members(areas: dict[str, Area]) -> None:
    for name, reading, area in (
        ("町の店", "まちのみせ", "town"), ("区の会", "くのかい", "other ward"), ("市役所", "しやくしょ", "city"),
        ("湯", "ゆ", "ward"), ("朝", "あさ", "ward"),
    ):  # fmt: skip
        OrganisationFactory(name=name, reading=reading, area=areas[area])


def names(response: HttpResponse) -> list[str]:
    return re.findall(r"<h3>(.*?)</h3>", response.content.decode())


def test_it_works(members: None, client: Client) -> None:
    """By municipality, a city before its wards, then by reading."""
    response = client.get(ADDRESS)
    assert names(response) == ["市役所", "朝", "湯", "区の会", "町の店"]
    assert [group.area.name for group in response.context["groups"]] == ["横浜市", "葉山町"]
    assert not response.cookies


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("14100", ["市役所", "朝", "湯", "区の会"]),
        ("14101", ["市役所", "朝", "湯"]),
        ("14301", ["町の店"]),
        ("", ["市役所", "朝", "湯", "区の会", "町の店"]),
    ],
)
def test_a_municipality_can_be_chosen(code: str, expected: list[str], members: None, client: Client) -> None:
    """A city with all its wards; a ward with what serves the whole city."""
    assert names(client.get(ADDRESS, {"area": code})) == expected


def test_only_where_somebody_is_can_be_chosen(members: None, client: Client) -> None:
    AreaFactory(code="14402", name="清川村")
    html = client.get(ADDRESS, {"area": "14104"}).content.decode()
    assert re.findall(r'<option value="(\d+)"', html) == ["14100", "14101", "14104", "14301"]
    assert '<option value="14104" selected>横浜市中区</option>' in html


@pytest.mark.parametrize("typed", ["x", "\0", "１４１０１", "9" * 400, "14101'--", "14999"])
def test_what_is_no_municipality_shows_everybody(typed: str, members: None, client: Client) -> None:
    assert len(names(client.get(ADDRESS, {"area": typed}))) == 5


def test_an_empty_municipality_says_so_and_leads_on(members: None, client: Client) -> None:
    AreaFactory(code="14402", name="清川村")
    html = client.get(ADDRESS, {"area": "14402"}).content.decode()
    assert "清川村の参加団体は、まだ載っていません" in html
    assert f'<a href="{ADDRESS}">' in html


def test_an_empty_list_says_so(home: HomePage, client: Client) -> None:
    assert "まだ載っていません" in client.get(ADDRESS).content.decode()


@pytest.mark.parametrize("field", ["is_listed", "is_approved"])
def test_who_is_not_to_be_listed_is_not(field: str, members: None, client: Client) -> None:
    Organisation.objects.filter(name="朝").update(**{field: False})
    assert "朝" not in names(client.get(ADDRESS))


def test_a_card_says_what_was_filled_in_and_nothing_else(home: HomePage, client: Client) -> None:
    full = OrganisationFactory(
        name="いろいろある会",
        phone="045-000-0111",
        hours="平日 9-17",
        address="見本町1",
        website="https://example.jp",
    )
    OrganisationFactory(name="何もない会", phone="")
    first, second = client.get(ADDRESS).content.decode().split('<li class="card">')[1:]
    for said in (full.name, 'href="tel:0450000111"', "平日 9-17", "見本町1", 'rel="noreferrer"'):
        assert said in first
    assert "<dl>" not in second
    assert "<img" not in first + second


@pytest.mark.parametrize(
    ("phone", "tel"),
    [
        ("045-000-0100", "tel:0450000100"), ("０４５（０００）０１００", "tel:0450000100"),
        ("+81 45 000 0100", "tel:+81450000100"), ("045-000-0100（代表）", ""), ("なし", ""), ("", ""),
    ],
)  # fmt: skip
def test_only_a_number_can_be_dialled(phone: str, tel: str) -> None:
    assert Entry(Organisation(phone=phone)).tel == tel


def test_300_organisations_need_few_queries(
    areas: dict[str, Area], client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(300):
        OrganisationFactory(area=list(areas.values())[number % 4])
    Organisation.objects.update(logo="logos/everybodys.png")
    with django_assert_max_num_queries(10):
        assert len(names(client.get(ADDRESS))) == 300


@pytest.fixture
def with_logo(home: HomePage) -> Organisation:
    organisation = OrganisationFactory(slug="takasaki")
    organisation.set_logo(picture(size=(1000, 500)))
    organisation.save()
    return organisation


def logo_address(organisation: Organisation) -> str:
    return reverse("members:public_logo", args=[organisation.slug, version_of(organisation)])


def test_a_logo_is_small_and_kept_for_long(with_logo: Organisation, client: Client) -> None:
    assert logo_address(with_logo) in client.get(ADDRESS).content.decode()
    response = client.get(logo_address(with_logo))
    assert Image.open(io.BytesIO(response.content)).size == (320, 160)
    assert {"public", "immutable", "max-age=604800"} <= set(response["Cache-Control"].split(", "))
    assert not response.cookies


@pytest.mark.parametrize("field", ["is_listed", "is_approved"])
def test_who_is_not_listed_has_no_public_logo(field: str, with_logo: Organisation, client: Client) -> None:
    client.get(logo_address(with_logo))
    Organisation.objects.update(**{field: False})
    assert client.get(logo_address(with_logo)).status_code == 404


def test_another_logo_has_another_address(with_logo: Organisation, client: Client) -> None:
    before = logo_address(with_logo)
    with_logo.set_logo(picture(size=(100, 100)))
    with_logo.save()
    assert logo_address(with_logo) != before
    assert client.get(before).status_code == 404
    with_logo.logo.delete(save=False)
    assert client.get(logo_address(Organisation.objects.get())).status_code == 404, "its file is lost"
