"""The campaign's colours and lettering as files that browsers keep for ever."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from fontTools.ttLib import TTFont

from campaigns.models import Edition
from print_templates.themes import theme

NAMES = ("theme_css", "theme_font")


def test_the_style_sheet_has_every_ink_of_the_theme(edition: Edition, client: Client) -> None:
    response = client.get(reverse("theme_css", args=[edition.style_key]))
    css = response.content.decode()
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert all(f"--{name}:{ink.srgb}" in css for name, ink in theme("coast").inks.items())
    assert f'url("{edition.style_key}.woff2")' in css


def test_the_font_has_the_letters_of_the_phrase_and_few_others(edition: Edition, client: Client) -> None:
    response = client.get(reverse("theme_font", args=[edition.style_key]))
    letters = set(TTFont(BytesIO(response.content)).getBestCmap())
    assert response["Content-Type"] == "font/woff2"
    assert letters == {ord(letter) for letter in "つながろう かながわ"}


@pytest.mark.parametrize("name", NAMES)
def test_browsers_keep_it_for_ever(name: str, edition: Edition, client: Client) -> None:
    response = client.get(reverse(name, args=[edition.style_key]))
    assert {"public", "immutable", "max-age=31536000"} <= set(response["Cache-Control"].split(", "))
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("key", ["{pk}", "{pk}-", "{pk}-000000000000", "999999-000000000000", "x", "²-1"])
def test_a_wrong_key_finds_nothing(name: str, key: str, edition: Edition, client: Client) -> None:
    assert client.get(reverse(name, args=[key.format(pk=edition.pk)])).status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_nothing_can_be_sent(name: str, edition: Edition, client: Client) -> None:
    assert client.post(reverse(name, args=[edition.style_key])).status_code == 405
