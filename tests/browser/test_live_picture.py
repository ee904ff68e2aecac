"""While somebody types, the picture and every link follow; without script the button does the same."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response, StorageState, expect

from tests.browser.conftest import DESKTOP, PHONE, Site, opened
from tests.browser.test_journey import log_in_member

MEMBER, KIT = "member@kamome-shokudo.example.jp", "/kit/kamome-shokudo/"
LIVE = "img[data-live]"


@pytest.fixture(scope="module")
def login(site: Site, browser: Browser) -> StorageState:
    """Logged in once: codes are sent to one address only so often."""
    context = opened(browser, DESKTOP)
    log_in_member(context.new_page(), site, MEMBER)
    state = context.storage_state()
    context.close()
    return state


def is_picture_with(words: str) -> "re.Pattern[str]":
    return re.compile(rf"-480\.png\?.*{re.escape(words)}")


def test_it_works(site: Site, browser: Browser, login: StorageState) -> None:
    context = opened(browser, DESKTOP, login=login)
    page = context.new_page()
    page.goto(f"{site.url}{KIT}")
    live = page.locator(LIVE).first
    expect(live).to_have_js_property("complete", value=True)
    before = live.screenshot()
    with page.expect_response(is_picture_with("name=KAMOME")) as answer:
        page.get_by_label("印刷する名前").fill("KAMOME")
    assert answer.value.ok
    expect(live).to_have_attribute("src", is_picture_with("name=KAMOME"))
    expect(page.locator("[data-status]")).to_contain_text("反映")
    assert live.screenshot() != before
    with page.expect_response(is_picture_with("message=TEA")):
        page.get_by_label("ひとこと").fill("TEA")
    with page.expect_response(is_picture_with("contact=no")):
        page.get_by_label("電話番号を入れない").check()
    for link in page.locator("a[data-worded]").all():
        assert "name=KAMOME&message=TEA&contact=no" in (link.get_attribute("href") or "")
    assert page.url.endswith("name=KAMOME&message=TEA&contact=no"), "the address can be kept"
    context.close()


def test_the_usual_words_leave_the_address_as_it_was(
    site: Site, browser: Browser, login: StorageState
) -> None:
    context = opened(browser, DESKTOP, login=login)
    page = context.new_page()
    page.goto(f"{site.url}{KIT}")
    usual = page.get_by_label("印刷する名前").input_value()
    page.get_by_label("印刷する名前").fill("KAMOME")
    page.wait_for_url("**name=KAMOME")
    page.get_by_label("印刷する名前").fill(usual)
    page.wait_for_url(f"**{KIT}")
    context.close()


def test_what_cannot_be_printed_is_said_and_the_picture_stays(
    site: Site, browser: Browser, login: StorageState
) -> None:
    context = opened(browser, DESKTOP, login=login)
    page = context.new_page()
    page.goto(f"{site.url}{KIT}")
    live = page.locator(LIVE).first
    before = live.get_attribute("src")

    def refused(answer: Response) -> bool:
        return answer.status == 422

    with page.expect_response(refused):
        page.get_by_label("ひとこと").fill("\U00013000")
    expect(page.locator("[data-status]")).to_contain_text("\U00013000")
    assert live.get_attribute("src") == before
    assert page.get_by_label("ひとこと").input_value() == "\U00013000", "nothing typed is lost"
    context.close()


def test_without_script_the_button_shows_the_words(site: Site, browser: Browser, login: StorageState) -> None:
    context = opened(browser, PHONE, script=False, login=login)
    page: Page = context.new_page()
    page.goto(f"{site.url}{KIT}?need=event")
    page.get_by_label("ひとこと").fill("TEA")
    page.get_by_role("button", name="表示する").click()
    assert "message=TEA" in page.url
    assert "need=event" in page.url
    assert "message=TEA" in (page.locator(LIVE).first.get_attribute("src") or "")
    context.close()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    "path", [f"{KIT}?need=event&message=TEA", f"{KIT}?message={'x' * 41}", "/printing/", "/starter/"]
)
def test_everybody_can_use_it(
    site: Site, browser: Browser, login: StorageState, path: str, size: dict[str, int]
) -> None:
    context = opened(browser, size, login=login)
    page = context.new_page()
    page.goto(f"{site.url}{path}")
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    context.close()
