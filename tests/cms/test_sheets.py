"""Style sheets: one request, kept for ever, and gone when they change."""

import gzip
import re
from pathlib import Path

import pytest
from django.test import Client

from cms import sheets
from cms.sheets import FOLDER, SHEETS, joined, sheet, sheet_url, without_air


def test_it_works(client: Client) -> None:
    response = client.get(sheet_url("residents"))
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.content.decode() == sheet("residents").css
    assert not response.cookies


def test_it_asks_no_database(client: Client) -> None:
    """Without the db mark a query would fail."""
    assert client.get(sheet_url("members")).status_code == 200


def test_it_travels_compressed(client: Client) -> None:
    response = client.get(sheet_url("residents"), headers={"Accept-Encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content).decode() == sheet("residents").css


def test_a_page_from_before_an_update_gets_the_present_sheet(client: Client) -> None:
    response = client.get("/style/residents-000000000000.css")
    assert response.content.decode() == sheet("residents").css
    assert response["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("name", ["strangers-000000000000", "residents", "residents-dusk-000000000000", "x"])
def test_there_is_no_other(name: str, client: Client, db: None) -> None:
    assert client.get(f"/style/{name}.css").status_code == 404


def test_another_word_gives_another_address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = joined("residents").address_name
    for part in SHEETS["residents"]:
        (tmp_path / f"{part}.css").write_text((FOLDER / f"{part}.css").read_text() + "\n.new { margin: 0 }\n")
    monkeypatch.setattr(sheets, "FOLDER", tmp_path)
    assert joined("residents").address_name != before


def test_comments_and_air_stay_at_home() -> None:
    assert without_air("/* why */ a { color: red; }\n\n b > c , d {  x: y z }") == "a{color:red}b>c,d{x:y z}"


@pytest.mark.parametrize("name", SHEETS)
def test_every_brace_is_closed(name: str) -> None:
    css = sheet(name).css
    assert css.count("{") == css.count("}")
    assert "@import" not in css


def test_night_and_paper_stand_in_their_media() -> None:
    css = sheet("residents").css
    assert css.index("@media screen and (prefers-color-scheme:dark)") < css.index("@media print")
    assert "@media screen{" in sheet("residents", "-dark").css
    assert "@media not all{" in sheet("residents", "-light").css


def test_nothing_is_fetched_from_elsewhere() -> None:
    css = "".join(sheet(name).css for name in SHEETS)
    assert all(address.startswith("data:image/svg+xml") for address in re.findall(r'url\("?([^")]+)', css))


def test_the_residents_sheet_is_light() -> None:
    assert len(sheet("residents").css.encode()) <= 30_000
    assert len(gzip.compress(sheet("residents").css.encode())) <= 8_000
