"""What residents do, with the keyboard alone: choosing, asking, answering, changing the language, leaving."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Site, opened

#: What has the focus: whether its ring is seen, and whether nothing lies over it (WCAG 2.4.7 and 2.4.11).
FOCUS = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return {};
  const box = focused.getBoundingClientRect(), style = getComputedStyle(focused);
  const over = document.elementFromPoint(
    Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2),
    Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 1), innerHeight - 2));
  return {
    what: focused.outerHTML.slice(0, 90),
    ringed: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
    covered: box.top < 0 || box.top >= innerHeight || !(over && (focused.contains(over) || over.contains(focused))),
  };
}"""
#: Presses until whoever looks for something on a page has it.
MOST = 90


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = opened(browser, DESKTOP)
    yield context.new_page()
    assert context.cookies() == []
    context.close()


def tab_to(page: Page, wanted: Locator, most: int = MOST) -> None:
    """Press Tab until it has the focus, and see that it shows."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            assert page.evaluate(FOCUS)["ringed"]
            return
    raise AssertionError(f"{wanted} is not within {most} presses")


def press(page: Page, wanted: Locator, key: str = "Enter", most: int = MOST) -> None:
    tab_to(page, wanted, most)
    page.keyboard.press(key)


def choose(page: Page, name: str, words: str) -> None:
    """As one chooses by typing the first letters."""
    field = page.locator(f"#by-{name}")
    tab_to(page, field)
    options = field.locator("option").all_text_contents()
    for _press in range(next(index for index, each in enumerate(options) if words in each)):
        page.keyboard.press("ArrowDown")
    assert words in field.evaluate("each => each.selectedOptions[0].textContent")


@pytest.mark.parametrize(
    ("path", "chosen", "address"),
    [
        (
            "/places/",
            {"near": "鶴見区", "activity": "食べる"},
            r"near=14101&activity=taberu&audience=#found$",
        ),
        ("/desks/", {"topic": "気持ち", "open": "受付中"}, r"topic=\w+&language=&open=1#found$"),
        ("/events/", {"near": "横浜市", "kind": "学習会"}, r"near=14100&kind=study#found$"),
    ],
    ids=["places", "desks", "events"],
)
def test_a_list_is_narrowed_down_and_read_on_from_what_was_found(
    path: str, chosen: dict[str, str], address: str, site: Site, page: Page
) -> None:
    page.goto(site.url + path)
    for name, words in chosen.items():
        choose(page, name, words)
    press(page, page.locator(".filters button"), most=3)
    page.wait_for_url(re.compile(address))
    found = page.locator("#found")
    expect(found).to_be_focused()
    assert not page.evaluate(FOCUS)["covered"]
    # What was chosen still stands in the form, and the first of what was found comes next.
    for name, words in chosen.items():
        assert words in page.locator(f"#by-{name}").evaluate("each => each.selectedOptions[0].textContent")
    first = page.locator("main h3 a").first
    name = first.text_content()
    press(page, first, most=1)
    expect(page.locator("h1")).to_have_text(name or "")


def test_three_questions_are_answered(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/mittsu-no-toi/")
    for number, down in enumerate((2, 0, 3)):
        tab_to(page, page.locator(f"input[name=q{number + 1}]").first)
        page.keyboard.press("Space")
        for _press in range(down):
            page.keyboard.press("ArrowDown")
    press(page, page.locator(".asked button"), most=1)
    page.wait_for_url(re.compile(r"/selfcheck/\d+/$"))
    assert page.locator(".answers dd").all_text_contents() == ["時々ある", "決してない", "常にある"]
    assert page.locator("main .desks a[href^='tel:']").count() >= 1
    assert page.locator("main .cards a").count() >= 1
    tab_to(page, page.locator("main .desks a[href^='tel:']").first)


def test_the_language_is_changed(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/places/?near=14205")
    press(page, page.locator("details.languages summary"))
    press(page, page.locator("details.languages a[hreflang=en]"), most=14)
    page.wait_for_url("**/en/places/?near=14205")
    assert page.locator("html").get_attribute("lang") == "en"


def test_readings_are_shown_and_taken_off(site: Site, page: Page) -> None:
    page.goto(f"{site.url}/places/")
    press(page, page.locator("a.furigana"))
    page.wait_for_url("**/places/?furigana=1")
    assert page.locator("main ruby").count() > 0
    press(page, page.locator("a.furigana"))
    page.wait_for_url("**/places/")
    assert page.locator("ruby").count() == 0


@pytest.mark.parametrize(
    "path", ["/", "/tsunagari-r6/?near=14205", "/mittsu-no-toi/", "/search/?q=つらい", "/styleguide/404/"]
)
def test_the_way_out_is_the_third_thing_on_every_page(path: str, site: Site, page: Page) -> None:
    page.goto(site.url + path)
    tab_to(page, page.locator(".leave"), most=3)


def test_something_is_searched_for_and_opened(site: Site, page: Page) -> None:
    page.goto(site.url)
    press(page, page.locator(".tools a[href='/search/']"))
    page.wait_for_url("**/search/")
    tab_to(page, page.locator("#q"))
    page.keyboard.type("れいぞうこ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*#found")
    expect(page.locator("#found")).to_be_focused()
    press(page, page.locator(".search-answer a").first, most=1)
    page.wait_for_url("**/places/*/")
    page.goto(f"{site.url}/search/?q=つらい#found")
    expect(page.locator(".search-first")).to_be_focused()
    tab_to(page, page.locator(".search-first a[href^='tel:']").first, most=2)


@pytest.mark.parametrize("path", ["/?near=14205", "/places/", "/events/supporter-koza/"])
def test_nothing_that_has_the_focus_is_hidden(path: str, site: Site, browser: Browser) -> None:
    """On a screen as small as a phone's, to the last link and out at the end."""
    context = opened(browser, PHONE)
    page = context.new_page()
    page.goto(site.url + path)
    wrong, reached = [], 0
    for _press in range(MOST * 2):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if not focus:
            break
        reached += 1
        wrong += [focus] if focus["covered"] or not focus["ringed"] else []
    context.close()
    assert wrong == []
    assert MOST * 2 > reached > 20
