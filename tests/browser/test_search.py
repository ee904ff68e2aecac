"""Searching, and readings, on a phone and a desk: by axe, without script, without a cookie."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import DESKTOP, PHONE, Site, opened

NARROW = {"width": 320, "height": 700}
ADDRESSES = (
    "/?furigana=1",
    "/search/",
    "/search/?q=れいぞうこ",
    "/search/?q=電話&furigana=1",
    "/search/?q=うちゅうせん",
    "/search/?q=つらい",
)


@pytest.mark.parametrize("size", [PHONE, DESKTOP, NARROW], ids=["phone", "desktop", "narrow"])
def test_it_works(site: Site, browser: Browser, size: dict[str, int]) -> None:
    context = opened(browser, size)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for address in ADDRESSES:
        page.goto(site.url + address)
        wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        assert not wide, address
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
    assert (complaints, context.cookies()) == ([], [])
    context.close()


def test_readings_stay_from_page_to_page_without_script(site: Site, phone: Page) -> None:
    phone.goto(site.url)
    phone.get_by_role("link", name="ふりがなをつける").click()
    assert phone.locator("ruby").count() > 0
    phone.locator(".menu summary").click()
    phone.locator(".menu a[href*='/search/']").click()
    phone.fill("input[name=q]", "れいぞうこ")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**furigana=1**")
    assert phone.locator("mark rt").first.text_content() == "れいぞうこ"
    phone.get_by_role("link", name="ふりがなをとる").click()
    assert phone.locator("ruby").count() == 0
    assert phone.locator("mark").count() > 0
    assert phone.context.cookies() == []
