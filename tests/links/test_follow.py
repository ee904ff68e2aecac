"""Reading a printed code: the answer, what it never says, and what an unknown code gets."""

from typing import Any

import pytest
from django.test import Client

from campaigns.links.codes import new_code
from campaigns.links.models import ShortLink
from campaigns.models import CampaignPage
from home.models import HomePage
from tests.factories import DeskFactory


def test_it_works(link: ShortLink, campaign: CampaignPage, client: Client) -> None:
    response = client.get(f"/q/{link.code}")
    assert response.status_code == 302
    assert response["Location"] == campaign.get_url()
    assert client.get(response["Location"]).status_code == 200


def test_nothing_of_it_is_stored(link: ShortLink, client: Client) -> None:
    response = client.get(f"/q/{link.code}")
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert response["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    "path",
    [
        "/q/{code}",
        "/q/{code}/",
        "/Q/{code}",
        "/Q/{code}/",
        "/Q/{code}?utm_source=x",
        "/q//{code}",
        "/q/{code}%3Ffbclid=x",
    ],
)
def test_every_spelling_of_the_path_leads_on(path: str, link: ShortLink, client: Client) -> None:
    for code in (link.code, link.code.lower()):
        response = client.get(path.format(code=code))
        assert (response.status_code, response["Location"]) == (302, link.campaign.get_url())


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "testserver"])
def test_it_never_leads_to_another_site(host: str, link: ShortLink, client: Client) -> None:
    response = client.get(f"/q/{link.code}?next=https://evil.example/", headers={"Host": host})
    assert response["Location"].startswith("/")
    assert not response["Location"].startswith(("//", "/\\"))


@pytest.mark.parametrize(
    "typed", ["2222222", "AB", "ABCDEFGHJKMNPQRST", "髙﨑", "%00", "..%2F..", "'--", "²²²²²²²"]
)
def test_an_unknown_code_is_a_calm_page_with_desks(
    typed: str, campaign: CampaignPage, client: Client
) -> None:
    response = client.get(f"/q/{typed}")
    assert response.status_code == 404
    assert response.context["problem"]
    assert "0120-000-000" in response.content.decode()
    assert 'name="code"' in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_unknown_codes_are_all_answered_alike(link: ShortLink, client: Client) -> None:
    """Nothing tells a code that was never issued from one that looks like an issued one."""
    one, other = (client.get(f"/q/{code}").context["problem"] for code in (new_code(), new_code()))
    assert one == other


def test_letters_that_never_occur_are_named(home: HomePage, client: Client) -> None:
    problem = client.get("/q/AB0o23字").context["problem"]
    assert "0 O 字" in problem


def test_a_slip_is_told_from_an_unknown_code(home: HomePage, client: Client) -> None:
    sound = new_code()
    slip = client.get(f"/q/{sound[:-1]}").context["problem"]
    assert slip != client.get(f"/q/{sound}").context["problem"]


def test_what_was_typed_is_shown_as_text(home: HomePage, client: Client) -> None:
    html = client.get('/q/"><script>x').content.decode()
    assert "<script>x" not in html
    assert "&quot;&gt;&lt;script&gt;x" in html


def test_only_three_desks_of_the_pages_language_are_named(home: HomePage, client: Client) -> None:
    from tests.factories import locale

    for number in range(5):
        DeskFactory(slug=f"denwa-{number}")
    DeskFactory(slug="english", locale=locale("en"), sort_order=0, reading="")
    desks = client.get("/q/2222222").context["desks"]
    assert len(desks) == 3
    assert {each.desk.locale.language_code for each in desks} == {"ja"}


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_nothing_can_be_sent(method: str, link: ShortLink, client: Client) -> None:
    assert getattr(client, method)(f"/q/{link.code}").status_code == 405


def test_it_asks_the_database_little(
    link: ShortLink, client: Client, django_assert_max_num_queries: Any
) -> None:
    client.get(f"/q/{link.code}")
    with django_assert_max_num_queries(10):
        client.get(f"/q/{link.code}")
