"""A banner's file, for anyone."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from campaigns.banners.files import files_of
from campaigns.banners.models import BannerFile
from campaigns.models import Edition

SIZES = {"468x60": (468, 60), "300x250": (300, 250), "1200x630": (1200, 630)}


def address(edition: Edition, size: str, form: str) -> str:
    return reverse("banners:file", args=[files_of(edition)[size, form].digest, f"banner-{size}.{form}"])


@pytest.mark.parametrize("size", SIZES)
def test_it_works(size: str, edition: Edition, client: Client) -> None:
    png = client.get(address(edition, size, "png"))
    assert png["Content-Type"] == "image/png"
    assert Image.open(BytesIO(png.content)).size == SIZES[size]
    svg = client.get(address(edition, size, "svg"))
    assert svg["Content-Type"] == "image/svg+xml"
    assert svg.content.startswith(b"<svg ")
    assert b"http" not in svg.content.replace(b"http://www.w3.org/2000/svg", b"")


def test_it_is_kept_for_a_year_by_whoever_has_it(edition: Edition, client: Client) -> None:
    url = address(edition, "300x250", "png")
    first = client.get(url)
    assert {"public", "max-age=31536000", "immutable"} <= set(first["Cache-Control"].split(", "))
    assert not first.cookies
    again = client.get(url, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert {"public", "max-age=31536000", "immutable"} <= set(again["Cache-Control"].split(", "))


def test_asking_draws_nothing(edition: Edition, client: Client) -> None:
    assert client.get(f"/banner/{'0' * 32}/banner-300x250.png").status_code == 404
    assert not BannerFile.objects.exists()


@pytest.mark.parametrize("name", ["banner.svg", "banner", "banner.exe"])
def test_another_form_is_not_there(name: str, edition: Edition, client: Client) -> None:
    digest = files_of(edition)["300x250", "png"].digest
    assert client.get(f"/banner/{digest}/{name}").status_code == 404


def test_editions_with_the_same_banner_share_its_address(edition: Edition, client: Client) -> None:
    twin = Edition.objects.create(campaign=edition.campaign, number=2, words=edition.words)
    assert address(edition, "468x60", "svg") == address(twin, "468x60", "svg")
    assert client.get(address(twin, "468x60", "svg")).status_code == 200
