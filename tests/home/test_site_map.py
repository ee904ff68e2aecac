"""The site map: every page anybody may read, as a tree."""

import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from campaigns.models import CampaignPage
from home.models import HomePage, StandardPage
from tests.factories import locale


def text(parent: Page, slug: str, **fields: object) -> StandardPage:
    page: StandardPage = parent.add_child(
        instance=StandardPage(title=slug, slug=slug, locale=parent.locale, **fields)
    )
    return page


def tree(client: Client, path: str = "/sitemap/") -> str:
    return client.get(path).content.decode().partition("<main")[2].partition("</main>")[0]


def test_it_works(campaign: CampaignPage, client: Client) -> None:
    text(text(campaign, "work"), "shift")
    html = tree(client)
    assert campaign.title in html
    below = html.partition(campaign.url)[2]
    assert re.search(
        r'<ul class="tree">\s*<li><a href="[^"]+/work/">work</a><ul class="tree">\s*<li><a[^>]+>shift<', below
    )


def test_what_nobody_may_read_is_left_out_with_what_is_below(home: HomePage, client: Client) -> None:
    text(text(home, "draft", live=False), "below-draft")
    closed = text(home, "closed")
    text(closed, "below-closed")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    assert not any(slug in tree(client) for slug in ("draft", "closed"))


def test_each_language_has_its_own(home: HomePage, client: Client) -> None:
    text(home, "nihongo")
    english = home.copy_for_translation(locale("en"))
    english.save_revision().publish()
    text(english, "english-only")
    assert "english-only" in tree(client, "/en/sitemap/")
    assert "nihongo" not in tree(client, "/en/sitemap/")


def test_an_empty_site_has_one_too(client: Client, db: None) -> None:
    assert client.get("/sitemap/").status_code == 200


def test_more_pages_ask_no_more_questions(home: HomePage, client: Client) -> None:
    counts = []
    for number in range(2):
        branch = text(home, f"branch-{number}")
        for each in range(10 * number):
            text(branch, f"leaf-{number}-{each}")
        client.get("/sitemap/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/sitemap/")
        counts.append(len(asked))
    assert counts[0] == counts[1]
