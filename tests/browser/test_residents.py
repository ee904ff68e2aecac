"""What residents see: by axe in every theme, by day and by night, on a phone and a desk; large letters, narrow screens."""

import gzip
import re
from importlib.resources import files

import axe_playwright_python
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response

from print_templates.themes import themes
from tests.browser.conftest import DESKTOP, PHONE, Site

SIZES = {"phone": PHONE, "desktop": DESKTOP}
PAGES = {
    "home": "/", "near": "/?near=14205", "places": "/places/", "a choice of places": "/places/?near=14104&activity=oshaberi",
    "no places": "/places/?near=14205&activity=wakeau&audience=kaigo", "place": "/places/tsurumi-engawa-shokudo/",
    "desks": "/desks/", "no desks": "/desks/?topic=shigoto&language=ko", "desk": "/desks/kodoku-koritsu-dial/",
    "campaign": "/tsunagari-r6/", "text": "/houritsu/", "table": "/privacy/", "questions": "/mittsu-no-toi/",
    "site map": "/sitemap/", "leaving": "/leaving/", "code": "/q/", "unknown code": "/q/2222222", "members": "/members/",
    "events": "/events/", "event": "/events/supporter-koza/", "past events": "/events/archive/", "news": "/news/",
    "piece of news": "/news/gakushukai-moushikomi/", "figures": "/figures/", "situations": "/situations/",
    "situation": "/situations/shussan/", "found": "/search/?q=%E5%AD%A6%E7%BF%92%E4%BC%9A",
    "not found": "/styleguide/404/", "failure": "/styleguide/500/", "offline": "/styleguide/offline/",
    "readings": "/places/?furigana=1", "easy Japanese": "/ja-x-easy/", "Vietnamese": "/vi/places/",
}  # fmt: skip
#: Around them: what one asks the office with, and takes home to write on.
LOOKED_AT = {**PAGES, "join": "/join/", "starter kit": "/starter/"}
#: Pages that speak the reader's language of themselves, or one alone.
OF_THEIR_OWN = frozenset(
    {"code", "unknown code", "not found", "failure", "offline", "readings", "easy Japanese", "Vietnamese"}
)
ENGLISH = {name: f"/en{path}" for name, path in LOOKED_AT.items() if name not in OF_THEIR_OWN}
#: A phone by day and a desk by night; themes are looked at in every light further down.
SEEN = ((PHONE, "light"), (DESKTOP, "dark"))
#: The narrowest screen, and letters of twice the size.
NARROW, TWICE = {"width": 320, "height": 640}, "212.5%"
#: Photographs, and what the starter kit looks like printed.
BODY = re.compile("/media/|/starter/.")
#: Letters and grounds of elements that hold a telephone number, as relative contrast (WCAG 1.4.6).
CONTRAST = """() => [...document.querySelectorAll('a[href^="tel:"]')].map((link) => {
  const dot = document.createElement('canvas').getContext('2d');
  const rgb = (colour) => {
    dot.clearRect(0, 0, 1, 1);
    dot.fillStyle = colour;
    dot.fillRect(0, 0, 1, 1);
    return dot.getImageData(0, 0, 1, 1).data;
  };
  const part = (value) => (value /= 255) <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
  const light = (colour) => {
    const [red, green, blue] = [...rgb(colour)].map(part);
    return .2126 * red + .7152 * green + .0722 * blue;
  };
  let behind = link;
  while (behind && rgb(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
  const [a, b] = [light(getComputedStyle(link).color), light(behind ? getComputedStyle(behind).backgroundColor : '#fff')];
  return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
})"""
SMALL = """() => [...document.querySelectorAll('a, button, summary, select, label:has(input)')].filter((each) => {
  const box = each.getBoundingClientRect();
  return box.width && each.checkVisibility() && each.closest('p, .answer, .unseen') === null && !each.matches('.skip')
    && (box.height < 44 || box.width < 24) && !each.matches('h3 a, .phrase a');
}).map((each) => each.outerHTML.slice(0, 90))"""


def opened(
    browser: Browser,
    url: str,
    size: dict[str, int],
    scheme: str = "light",
    *,
    script: bool = True,
    answers: list[Response] | None = None,
) -> Page:
    page = browser.new_context(
        viewport=size, locale="ja-JP", color_scheme=scheme,  # type: ignore[arg-type]
    ).new_page()  # fmt: skip
    if not script:
        # The page's own never come; axe itself is one and must run.
        page.route("**/*.js*", lambda route: route.abort())
    if answers is not None:
        page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  Playwright marks the handler
    page.goto(url)
    return page


def sticks_out(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def asks_for_little(answers: list[Response]) -> None:
    """BARS 29: requests, and bytes of page, styles and scripts; pictures of the body count apart."""
    sizes: dict[str, int] = {}
    for answer in answers:
        kind = answer.request.resource_type
        is_of_the_body = kind == "image" and BODY.search(answer.url) is not None
        name = "pictures" if is_of_the_body else kind
        sizes[name] = sizes.get(name, 0) + packed(answer)
    assert len(answers) <= 10
    assert sizes["document"] + sizes["stylesheet"] <= 50_000
    assert sizes.get("script", 0) <= 10_000
    assert sum(sizes.values()) - sizes.get("pictures", 0) <= 150_000


def packed(answer: Response) -> int:
    """The bytes of an answer as they come from a site in production, which packs its pages and style sheets."""
    body = answer.body()
    return (
        len(gzip.compress(body)) if answer.headers.get("content-type", "").startswith("text/") else len(body)
    )


def judge(page: Page) -> None:
    assert not sticks_out(page)
    assert page.evaluate(SMALL) == []
    assert min(page.evaluate(CONTRAST)) >= 7
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", themes())
def test_every_component_in_every_theme_by_day_and_night(
    theme: str, size: str, scheme: str, site: Site, browser: Browser
) -> None:
    page = opened(browser, f"{site.url}/styleguide/?theme={theme}", SIZES[size], scheme)
    for folded in page.locator("main details").all():
        folded.evaluate("each => each.open = true")
    judge(page)
    page.context.close()


@pytest.mark.parametrize("path", LOOKED_AT.values(), ids=LOOKED_AT)
def test_every_page(path: str, site: Site, browser: Browser) -> None:
    for script in (False, True):
        answers: list[Response] = []
        page = opened(browser, site.url + path, PHONE, script=script, answers=answers)
        asks_for_little(answers)
        judge_in_every_size(page)


@pytest.mark.parametrize("path", ENGLISH.values(), ids=ENGLISH)
def test_every_page_in_english(path: str, site: Site, browser: Browser) -> None:
    for script in (False, True):
        page = opened(browser, site.url + path, PHONE, script=script)
        assert page.locator("html").get_attribute("lang") == "en"
        judge_in_every_size(page)


@pytest.mark.parametrize("path", ["/mittsu-no-toi/", "/en/mittsu-no-toi/"])
def test_what_follows_the_three_questions(path: str, site: Site, browser: Browser) -> None:
    for script in (False, True):
        page = opened(browser, site.url + path, PHONE, script=script)
        page.locator(".asked input").first.check()
        page.locator(".asked button").click()
        page.locator(".answers").wait_for()
        page.wait_for_load_state()
        judge_in_every_size(page)


def judge_in_every_size(page: Page) -> None:
    for size, scheme in SEEN:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        judge(page)
    page.context.close()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nothing_sticks_out_on_a_narrow_screen_or_in_large_letters(
    path: str, site: Site, browser: Browser
) -> None:
    page = opened(browser, site.url + path, NARROW)
    for letters in ("", TWICE):
        page.evaluate("size => document.documentElement.style.fontSize = size", letters)
        for size in (NARROW, PHONE):
            page.set_viewport_size(size)
            assert not sticks_out(page)
            # The bar stays while one reads: leaving is in reach, and the page is still to be seen.
            assert page.locator(".site-header").evaluate("each => each.offsetHeight") < size["height"] / 4
            assert page.locator(".leave").evaluate("each => each.scrollWidth <= each.clientWidth")
    page.context.close()


def test_the_statement_says_what_is_looked_at(site: Site, browser: Browser) -> None:
    page = opened(browser, f"{site.url}/accessibility/", PHONE)
    said = page.locator("main").inner_text()
    assert f"{len(LOOKED_AT)}種類のページ" in said
    page.evaluate((files(axe_playwright_python) / "axe.min.js").read_text(encoding="utf-8"))
    assert f"axe-core {page.evaluate('axe.version')} と" in said
    page.context.close()


def test_forced_colours_keep_numbers_and_buttons(site: Site, browser: Browser) -> None:
    page = browser.new_context(viewport=PHONE, forced_colors="active").new_page()
    page.goto(site.url)
    assert page.locator("main a[href^='tel:']").first.is_visible()
    assert page.locator(".leave").evaluate("each => getComputedStyle(each).borderTopWidth") != "0px"
    page.context.close()
