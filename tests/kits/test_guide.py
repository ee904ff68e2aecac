"""The printing guide."""

import re

from django.test import Client

GUIDE = "/printing/"


def test_it_works(home: object, client: Client) -> None:
    html = client.get(GUIDE).content.decode()
    for subject in ("100%", "用紙", "コンビニ", "うちわ", "のりしろ", "二次元コード"):
        assert subject in html, subject


def test_every_picture_is_drawn_in_the_page_and_says_what_it_shows(home: object, client: Client) -> None:
    html = client.get(GUIDE).content.decode()
    pictures = re.findall(r"<svg class=\"drawing\"[^>]*>", html)
    assert len(pictures) == 7
    assert all(re.search(r'role="img" aria-label="[^"]{10,}"', picture) for picture in pictures)
    assert "<script>" not in html
    assert "style=" not in html


def test_it_sets_no_cookie_and_needs_no_campaign(home: object, client: Client) -> None:
    answer = client.get(GUIDE)
    assert answer.status_code == 200
    assert not answer.cookies


def test_it_is_there_in_english(home: object, client: Client) -> None:
    assert "Printing guide" in client.get(f"/en{GUIDE}").content.decode()
