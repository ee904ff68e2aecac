"""The kit page as a volunteer sees it: on a phone and a desk, with script and without, by axe and by hand."""

import sqlite3
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, StorageState

from tests.browser.conftest import DESKTOP, PHONE, Site, opened
from tests.browser.test_journey import log_in_member

MEMBER, KIT = "member@kamome-shokudo.example.jp", "/kit/kamome-shokudo/"


@pytest.fixture(scope="module")
def login(site: Site, browser: Browser) -> StorageState:
    """Logged in once: codes are sent to one address only so often."""
    context = opened(browser, DESKTOP)
    log_in_member(context.new_page(), site, MEMBER)
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="module")
def presets(site: Site) -> None:
    """Two print shops to choose from."""
    with sqlite3.connect(site.folder / "db.sqlite3", timeout=10) as database:
        for key, name in (("minato", "みなと印刷"), ("mihon", "見本プリント")):
            database.execute(
                "INSERT INTO kits_printshop (name, key, bleed, marks, standard, profile, identifier, condition,"
                " registry, ink_limit, note) VALUES (?, ?, 3, 1, 'x4', '', '', '', '', 300, '')",
                (name, key),
            )


@pytest.mark.usefixtures("presets")
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_it_works(site: Site, browser: Browser, login: StorageState, size: dict[str, int]) -> None:
    context = opened(browser, size, login=login)
    page = context.new_page()
    page.goto(f"{site.url}{KIT}?need=all")
    assert page.locator("img[src*='/kit/']").count() >= 5
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert not wide, "nothing sticks out at the side"
    small = page.evaluate(
        "[...document.querySelectorAll('.kit a')].filter(a => a.closest('.minor') === null"
        " && a.getBoundingClientRect().height < 44).map(a => a.textContent)"
    )
    assert small == [], "everything to press is large enough for a finger"
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    context.close()


@pytest.mark.usefixtures("presets")
def test_without_script_a_file_is_taken(
    site: Site, browser: Browser, login: StorageState, tmp_path: Path
) -> None:
    context = opened(browser, PHONE, script=False, login=login)
    page: Page = context.new_page()
    page.goto(f"{site.url}{KIT}?need=shop")
    page.locator("a", has_text="みなと印刷").first.click()
    page.wait_for_url("**shop=minato")
    with page.expect_download() as download:
        page.locator("a[href*='press.zip']").click()
    assert download.value.suggested_filename.endswith("-press-minato.zip")
    assert download.value.path().read_bytes()[:2] == b"PK"
    context.close()
