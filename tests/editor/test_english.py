"""No screen of the admin that communications staff use shows them English."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.test import Client

from campaigns.models import CampaignPage
from home.selfcheck.models import SelfCheckPage
from tests.factories import CaseFactory, DeskFactory, FigureFactory, OrganisationFactory
from tests.programme import lists_of_pages

#: What is written in Latin letters in Japanese as well, and what Wagtail says to nobody.
SPARED = (
    r"Wagtail v[\d.]+", r"Esc", r"(Ctrl|⌘)( \+ (Ctrl|Alt|Shift|\S))*", r"staff\S*@\S+",
    # The name of the installation, of a file, of the tree's root: data.
    r"Tsunagari Kit", r"\S+\.(jpg|png|pdf)", r"Root", r"Welcome to your new Wagtail site!", r"Moderators approval",
    # Wagtail words these when it starts; in tests that is while they migrate, without a language.
    r"(Choose|Choose another|Edit this) (figure|case|desk|picture|municipality)",
    # A language's own name.
    r"English",
    # Fixed in Wagtail's templates: a name of the row of buttons, a button for those who hear the page, and a counter
    # that is hidden until it has a number.
    r"Actions", r"Search", r"None",
)  # fmt: skip
ENGLISH = re.compile(r"[A-Za-z]{3,}")
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")
ATTRIBUTES = frozenset(["aria-label", "title", "placeholder", "alt", "value"])

SCREENS = [
    "/admin/", "/admin/pages/", "/admin/pages/{home}/", "/admin/pages/{home}/add_subpage/",
    "/admin/pages/{campaign}/edit/", "/admin/pages/{campaign}/history/", "/admin/pages/{campaign}/usage/",
    "/admin/pages/{campaign}/delete/", "/admin/pages/{campaign}/unpublish/", "/admin/pages/{campaign}/copy/",
    "/admin/pages/{campaign}/move/", "/admin/pages/{home}/edit/", "/admin/pages/{check}/edit/",
    "/admin/pages/add/campaigns/campaignpage/{home}/", "/admin/pages/add/home/standardpage/{home}/",
    "/admin/pages/add/events/eventpage/{events}/", "/admin/pages/add/news/newspage/{news}/",
    "/admin/pages/add/situations/situationpage/{situations}/", "/admin/pages/search/?q=1234",
    "/admin/snippets/cases/case/", "/admin/snippets/cases/case/add/", "/admin/snippets/cases/case/edit/{case}/",
    "/admin/snippets/cases/case/delete/{case}/", "/admin/snippets/cases/case/history/{case}/",
    "/admin/snippets/desks/desk/", "/admin/snippets/desks/desk/add/", "/admin/snippets/desks/desk/edit/{desk}/",
    "/admin/snippets/figures/figure/", "/admin/snippets/figures/figure/add/",
    "/admin/snippets/figures/figure/edit/{figure}/", "/admin/snippets/members/organisation/",
    "/admin/snippets/members/organisation/add/",
    "/admin/snippets/links/placement/", "/admin/images/", "/admin/images/add/", "/admin/documents/",
    "/admin/reports/workflow/", "/admin/reports/site-history/", "/admin/reports/locked/", "/admin/ageing/",
    "/admin/vocabulary/", "/admin/account/",
]  # fmt: skip


class Shown(HTMLParser):
    """What somebody sees or hears of a page: text, and some attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style", "code"}:
            self.inside.append(tag)
        found = dict(attrs)
        if tag == "input" and found.get("type") not in {"submit", "button"}:
            found.pop("value", None)
        if tag in {"option", "button", "meta"}:
            found.pop("value", None)
        self.words += [words for name, words in found.items() if name in ATTRIBUTES and words]

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside and data.strip():
            self.words.append(" ".join(data.split()))


def english(html: str) -> Iterator[str]:
    shown = Shown()
    shown.feed(html)
    for words in dict.fromkeys(shown.words):
        is_english = ENGLISH.search(words) and not JAPANESE.search(words)
        if is_english and not any(re.fullmatch(spared, words) for spared in SPARED):
            yield words


@pytest.fixture
def numbers(campaign: CampaignPage) -> dict[str, int]:
    """One of everything, by what the addresses call it."""
    home = campaign.get_parent()
    lists_of_pages(home)
    check = home.add_child(instance=SelfCheckPage(title="問い", slug="check"))
    below = {page.slug: page.pk for page in home.get_children()}
    things = {"case": CaseFactory().pk, "desk": DeskFactory().pk, "figure": FigureFactory().pk}
    OrganisationFactory()
    return {**below, **things, "home": home.pk, "campaign": campaign.pk, "check": check.pk}


def test_no_screen_shows_english(staff_client: Client, numbers: dict[str, int]) -> None:
    found: dict[str, str] = {}
    for screen in SCREENS:
        response = staff_client.get(screen.format(**numbers))
        assert response.status_code == 200, screen
        for words in english(response.content.decode()):
            found.setdefault(words, screen)
    assert list(found.items()) == []


def test_what_is_refused_is_refused_in_japanese(staff_client: Client, numbers: dict[str, int]) -> None:
    address = f"/admin/pages/add/home/standardpage/{numbers['home']}/"
    html = staff_client.post(address, {"title": "", "slug": "", "body-count": "0"}).content.decode()
    assert list(english(html)) == []
    assert "最初のエラーへ移動" in html


def test_a_list_of_old_pages_stands_once_in_the_menu(staff_client: Client, numbers: dict[str, int]) -> None:
    html = staff_client.get("/admin/").content.decode()
    assert "/admin/ageing/" in html
    assert "/admin/reports/aging-pages/" not in html
