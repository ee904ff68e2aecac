"""Pages that nobody wants to see help on, and stand by themselves."""

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.views.defaults import server_error

from home.models import HomePage
from tests.factories import CaseFactory, DeskFactory


def test_a_missing_page_offers_places_desks_and_ways_on(home: HomePage, client: Client) -> None:
    CaseFactory()
    DeskFactory()
    response = client.get("/nowhere/")
    html = response.content.decode()
    assert response.status_code == 404
    for words in ("見本の冷蔵庫", 'href="tel:0120000000"', 'href="/sitemap/"', 'href="/q/"'):
        assert words in html


def test_it_works_on_an_empty_site(client: Client, db: None) -> None:
    assert client.get("/nowhere/").status_code == 404


@pytest.mark.parametrize("template", ["500.html", "links/offline.html"])
def test_they_have_a_style_and_a_language(template: str) -> None:
    html = render_to_string(template)
    assert '<link rel="stylesheet" href="/style/residents-' in html
    assert 'lang="ja"' in html
    assert 'lang="en"' in html
    assert "<style" not in html


def test_a_failure_needs_no_database(rf: RequestFactory) -> None:
    """Without the db mark a query would fail."""
    response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "0120-279-338" in response.content.decode()


def test_a_form_from_too_long_ago_is_explained(client: Client, home: HomePage) -> None:
    response = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "a@example.jp"})
    assert response.status_code == 403
    assert "もう一度お送りください" in response.content.decode()
