"""Leaving at once, the menu and the keyboard, and a page on paper."""

import re
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import DESKTOP, PHONE, Site, opened

FORECAST = "<title>天気予報</title><h1>晴れ</h1>"


def reading(browser: Browser, site: Site, path: str = "/houritsu/", *, script: bool = True) -> Page:
    """A page after the home page, on a machine on which the forecast is always fine."""
    page = opened(browser, DESKTOP, script=script).new_page()

    def answer(route: Route) -> None:
        route.fulfill(body=FORECAST, content_type="text/html; charset=utf-8")

    page.route(re.compile(rf"^(?!{re.escape(site.url)})http"), answer)
    page.goto(site.url)
    page.goto(site.url + path)
    return page


def test_three_shifts_leave_and_back_does_not_return(site: Site, browser: Browser) -> None:
    page = reading(browser, site)
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page).to_have_title("天気予報")
    page.go_back()
    assert page.url == f"{site.url}/"
    page.context.close()


def test_the_page_is_blank_before_the_other_comes(site: Site, browser: Browser) -> None:
    page = reading(browser, site)
    # The other page never comes: with nothing in the answer a browser stays where it is.
    page.route(re.compile(rf"^(?!{re.escape(site.url)})http"), lambda route: route.fulfill(status=204))
    page.evaluate("document.querySelector('.leave').click()", None)
    assert page.evaluate("document.documentElement.childElementCount") == 0
    page.context.close()


@pytest.mark.parametrize(
    "keys", [["Shift"] * 2, ["Shift", "Shift", "a", "Shift"], ["Shift", "Shift", "Shift+A"]]
)
def test_typing_does_not_leave(keys: list[str], site: Site, browser: Browser) -> None:
    page = reading(browser, site, "/q/")
    page.locator("#code").focus()
    for key in keys:
        page.keyboard.press(key)
    assert page.evaluate("document.documentElement.childElementCount") > 0
    page.context.close()


def test_shifts_long_apart_do_not_leave(site: Site, browser: Browser) -> None:
    page = reading(browser, site)
    page.clock.install()
    for _ in range(3):
        page.keyboard.press("Shift")
        page.clock.fast_forward(2_600)
    assert page.evaluate("document.documentElement.childElementCount") > 0
    page.context.close()


def test_without_script_the_button_is_a_link(site: Site, browser: Browser) -> None:
    page = reading(browser, site, script=False)
    told: list[str | None] = []
    page.on("request", lambda request: told.append(request.headers.get("referer")))
    page.locator(".leave").click()
    expect(page).to_have_title("天気予報")
    assert told[0] is None
    page.context.close()


def test_leaving_is_in_reach_and_away_from_the_menu(site: Site, browser: Browser) -> None:
    page = opened(browser, PHONE).new_page()
    page.goto(f"{site.url}/tsunagari-r6/")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    leave, menu = page.locator(".leave").bounding_box(), page.locator(".menu summary").bounding_box()
    assert leave
    assert menu
    assert 0 <= leave["y"] <= 30
    assert leave["height"] >= 44
    assert leave["x"] - (menu["x"] + menu["width"]) >= 48
    page.context.close()


def test_the_menu_opens_without_script(site: Site, phone: Page) -> None:
    phone.goto(site.url)
    entry = phone.locator(".menu nav a", has_text="3つの問い")
    expect(entry).to_be_hidden()
    phone.locator(".menu summary").click()
    entry.click()
    expect(phone.locator("h1")).to_have_text("3つの問い")
    assert phone.context.cookies() == []


def test_the_keyboard_comes_to_content_menu_and_way_out(site: Site, desktop: Page) -> None:
    desktop.goto(f"{site.url}/houritsu/")
    desktop.keyboard.press("Tab")
    assert desktop.evaluate("document.activeElement.className") == "skip"
    desktop.keyboard.press("Enter")
    expect(desktop).to_have_url(re.compile("#main$"))
    desktop.goto(f"{site.url}/houritsu/")
    reached = []
    for _ in range(8):
        desktop.keyboard.press("Tab")
        reached.append(
            desktop.evaluate("document.activeElement.className || document.activeElement.textContent")
        )
    assert reached[:3] == ["skip", "site-name", "leave"]
    assert "トップページ" in reached
    ring = desktop.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert ring == "solid"


def test_three_questions_need_no_script_and_leave_no_trace(site: Site, phone: Page) -> None:
    phone.goto(f"{site.url}/mittsu-no-toi/")
    phone.get_by_label("時々ある").first.check()
    phone.locator(".asked button").click()
    expect(phone.locator(".answers dd").first).to_have_text("時々ある")
    assert phone.locator("main a[href^='tel:']").count() >= 3
    assert re.fullmatch(r"/selfcheck/\d+/", phone.url.removeprefix(site.url))
    assert phone.context.cookies() == []


#: Pages that people print to hand on, and how many sheets of A4 they may take.
HANDOUTS = {"/houritsu/": 2, "/places/tsurumi-engawa-shokudo/": 2, "/desks/": 2, "/tsunagari-r6/": 3}
#: What paper cannot do, and does not know when it is read.
ON_SCREEN_ALONE = ("メニュー", "すぐに離れる", "いま、話せる人", "受付中", "時間外", "地図を開く", "A4に8枚")


@pytest.mark.parametrize(("path", "sheets"), HANDOUTS.items())
def test_a_page_on_paper_has_its_address_code_and_numbers(
    path: str, sheets: int, site: Site, desktop: Page, tmp_path: Path
) -> None:
    desktop.goto(site.url + path)
    file = tmp_path / "page.pdf"
    desktop.pdf(path=file, prefer_css_page_size=True)
    said = told("pdftotext", "-layout", str(file), "-")
    # How wide the spaces are depends on the fonts that a machine happens to have.
    assert site.url.removeprefix("http://") + path in "".join(said.split())
    assert "0120-279-338" in said
    assert [words for words in ON_SCREEN_ALONE if words in said] == []
    told("pdftoppm", "-r", "150", "-png", str(file), str(tmp_path / "sheet"))
    seen = sorted(tmp_path.glob("sheet-*.png"))
    assert len(seen) <= sheets
    read = [code.text for sheet in seen for code in zxingcpp.read_barcodes(Image.open(sheet))]
    assert read == [site.url + path]
    assert "(A4)" in told("pdfinfo", str(file))


def told(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()
