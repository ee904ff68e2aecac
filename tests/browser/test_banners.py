"""The page of banners: on a phone and a desk, by axe, and its copy button."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import DESKTOP, PHONE, Site, opened
from tests.browser.test_journey import log_in_member

MEMBER, BANNERS = "member@kamome-shokudo.example.jp", "/my/kamome-shokudo/banners/"


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_it_works(site: Site, browser: Browser, size: dict[str, int]) -> None:
    context = opened(browser, size)
    page = context.new_page()
    log_in_member(page, site, MEMBER)
    page.goto(f"{site.url}{BANNERS}")
    pictures = page.locator(".banner-picture img")
    assert pictures.count() == 3
    assert pictures.evaluate_all("all => all.every(picture => picture.naturalWidth > 0)")
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert not wide, "nothing sticks out at the side"
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    context.close()


def test_copying_takes_the_html(site: Site, browser: Browser) -> None:
    context = opened(browser, DESKTOP)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.url)
    page = context.new_page()
    log_in_member(page, site, MEMBER)
    page.goto(f"{site.url}{BANNERS}")
    page.locator("button[data-copies=html-300x250]").click()
    page.get_by_text("コピーしました").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#html-300x250").input_value()
    context.close()


def test_without_script_the_html_can_be_copied_by_hand(site: Site, browser: Browser) -> None:
    context = opened(browser, PHONE, script=False)
    page = context.new_page()
    log_in_member(page, site, "member@takasaki-shoten.example.jp")
    page.goto(f"{site.url}/my/takasaki-shoten/banners/")
    assert page.locator("button[data-copies]").first.is_hidden()
    assert page.locator("#html-300x250").is_visible()
    context.close()
