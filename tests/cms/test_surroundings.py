"""What surrounds every page for residents: menu, crumbs, the way out, numbers, the page's own code."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from campaigns.models import CampaignPage
from cms.numbers import ALWAYS, Number
from home.models import HomePage, StandardPage
from print_templates.qr import QUIET_ZONE, modules
from tests.factories import locale


def text(parent: Page, slug: str, **fields: object) -> StandardPage:
    page: StandardPage = parent.add_child(
        instance=StandardPage(title=f"頁{slug}", slug=slug, locale=parent.locale, **fields)
    )
    return page


def html(client: Client, path: str = "/") -> str:
    return client.get(path).content.decode()


def test_the_menu_names_what_staff_show_in_menus(home: HomePage, client: Client) -> None:
    text(home, "places", show_in_menus=True)
    text(home, "hidden-draft", show_in_menus=True, live=False)
    closed = text(home, "closed", show_in_menus=True)
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    menus = re.findall(r"<nav[^>]*>.*?</nav>", html(client), re.DOTALL)[:2]
    assert [menu.count('href="/places/"') for menu in menus] == [1, 1]
    assert not any("hidden-draft" in menu or "closed" in menu for menu in menus)


def test_the_menu_marks_where_one_is(home: HomePage, client: Client) -> None:
    places = text(home, "places", show_in_menus=True)
    below = text(places, "cafe")
    assert 'href="/places/" aria-current="page"' in html(client, "/places/")
    assert 'href="/places/" aria-current="true"' in html(client, below.url)
    assert 'href="/" aria-current="page"' in html(client)


def test_the_menu_is_of_the_language_that_is_read(home: HomePage, client: Client) -> None:
    text(home, "places", show_in_menus=True)
    english = home.copy_for_translation(locale("en"))
    english.save_revision().publish()
    text(english, "things-to-do", show_in_menus=True)
    assert "things-to-do" in html(client, "/en/")
    assert "things-to-do" not in html(client)
    assert 'href="/en/places/" lang="ja"' in html(client, "/en/"), (
        "what is not translated stands in its own language"
    )


def test_the_foot_names_pages_of_text_that_are_in_no_menu(home: HomePage, client: Client) -> None:
    text(home, "privacy")
    foot = html(client).partition("<footer")[2]
    for address in ("/privacy/", "/sitemap/", "/leaving/"):
        assert f'href="{address}"' in foot


def test_crumbs_lead_back(home: HomePage, client: Client) -> None:
    below = text(text(home, "places"), "cafe")
    crumbs = html(client, below.url).partition('class="crumbs"')[2].partition("</nav>")[0]
    assert re.findall(r'href="([^"]+)"', crumbs) == ["/", "/places/"]


@pytest.mark.parametrize("number", ALWAYS, ids=lambda number: number.phone)
def test_the_numbers_that_always_answer_are_on_every_page(
    number: Number, campaign: CampaignPage, client: Client
) -> None:
    for path in ("/", campaign.url, "/nowhere/", "/q/2222222", "/sitemap/", "/en/"):
        assert f'href="{number.tel}"' in html(client, path)


@pytest.mark.parametrize("template", ["500.html", "links/offline.html"])
def test_the_same_numbers_stand_where_nothing_else_works(template: str) -> None:
    """And no database is asked: without the db mark a query would fail."""
    said = render_to_string(template)
    for number in ALWAYS:
        assert f'href="{number.tel}">{number.phone}</a>' in said
        assert str(number.name) in said


def test_leaving_is_a_link_that_tells_nobody(home: HomePage, client: Client) -> None:
    link = re.search(r'<a class="leave"[^>]*>', html(client))
    assert link
    assert f'href="{settings.LEAVE_URL}"' in link[0]
    assert 'rel="noreferrer nofollow"' in link[0]


def test_the_page_draws_the_code_of_its_own_address(home: HomePage, client: Client) -> None:
    text(home, "privacy")
    page = html(client, "/privacy/?q=canary")
    foot = page.partition('class="print-foot"')[2]
    assert foot.partition('class="address">')[2].startswith("testserver/privacy/<")
    assert dark(foot.partition(' d="')[2].partition('"')[0]) == {
        (column + QUIET_ZONE, row + QUIET_ZONE)
        for row, line in enumerate(modules("http://testserver/privacy/"))
        for column, module in enumerate(line)
        if module
    }


def dark(path: str) -> set[tuple[int, int]]:
    """The modules that a path of moves and horizontal strokes covers, as column and row."""
    covered, column, row = set(), 0, 0
    for command, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?: ([\d.]+))?", path):
        if command == "M":
            column, row = int(first), int(float(second))
        elif command == "m":
            column += int(first)
        else:
            covered |= {(column + step, row) for step in range(int(first))}
            column += int(first)
    return covered


def test_the_script_is_small() -> None:
    assert (Path(settings.ROOT) / "cms/static/js/residents.js").stat().st_size <= 10_000


def test_more_pages_in_the_menu_ask_no_more_questions(home: HomePage, client: Client) -> None:
    counts = []
    for number in range(3):
        for each in range(number * 3):
            text(home, f"page-{number}-{each}", show_in_menus=True)
        client.get("/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/")
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2]
