"""No screen of the admin that communications staff use shows them English."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models

from campaigns.banners.models import LinkCheck
from campaigns.members.models import Application, User
from campaigns.models import CampaignPage
from campaigns.reading.models import ReadingOverride
from home.selfcheck.models import SelfCheckPage
from tests.access.addresses import our_addresses
from tests.factories import (
    AreaFactory,
    CaseFactory,
    CaseTagFactory,
    DeskFactory,
    FigureFactory,
    OrganisationFactory,
    TopicTagFactory,
)
from tests.programme import lists_of_pages

#: What is written in Latin letters in Japanese as well, and what Wagtail says to nobody.
SPARED = (
    r"Wagtail v[\d.]+", r"Esc", r"(Ctrl|⌘)( \+ (Ctrl|Alt|Shift|\S))*", r"staff\S*@\S+",
    # The name of the installation, of a file, of the tree's root: data.
    r"Tsunagari Kit", r"\S+\.(jpg|png|pdf)", r"Root", r"Welcome to your new Wagtail site!", r"Moderators approval",
    # Wagtail words these when it starts; in tests that is while they migrate, without a language.
    r"(Choose|Choose another|Edit this) (figure|case|desk|picture|municipality|member organisation)",
    # A language's own name.
    r"English", r"Tagalog", r"español", r"Português", r"Bahasa Indonesia",
    # What is meant for addresses, an address, and the one column that is about Latin letters.
    r"taberu", r"kurashi", r"https://\S+", r"Yokohama City",
)  # fmt: skip
ENGLISH = re.compile(r"[A-Za-z]{3,}")
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")
#: Fixed in Wagtail's templates: what is said, and an attribute of the one element that may say it.
SPARED_IN = {
    # The row of buttons.
    ("Actions", ("id", "w-slim-header-buttons")),
    # A counter that is hidden until it has a number.
    ("None", ("data-side-panel-toggle-counter", None)),
    # A button for those who hear the page.
    ("Search", ("type", "submit")),
}
ATTRIBUTES = frozenset(["aria-label", "title", "placeholder", "alt", "value"])

#: Screens of Wagtail; those of snippets and our own are found below.
SCREENS = [
    "/admin/", "/admin/pages/", "/admin/pages/{home}/", "/admin/pages/{home}/add_subpage/",
    "/admin/pages/{campaign}/edit/", "/admin/pages/{campaign}/history/", "/admin/pages/{campaign}/usage/",
    "/admin/pages/{campaign}/delete/", "/admin/pages/{campaign}/unpublish/", "/admin/pages/{campaign}/copy/",
    "/admin/pages/{campaign}/move/", "/admin/pages/{home}/edit/", "/admin/pages/{check}/edit/",
    "/admin/pages/add/campaigns/campaignpage/{home}/", "/admin/pages/add/home/standardpage/{home}/",
    "/admin/pages/add/events/eventpage/{events}/", "/admin/pages/add/news/newspage/{news}/",
    "/admin/pages/add/situations/situationpage/{situations}/", "/admin/pages/search/?q=1234",
    "/admin/snippets/cases/case/edit/{case}/", "/admin/snippets/cases/case/delete/{case}/",
    "/admin/snippets/cases/case/history/{case}/", "/admin/snippets/desks/desk/edit/{desk}/",
    "/admin/snippets/figures/figure/edit/{figure}/", "/admin/images/", "/admin/images/add/", "/admin/documents/",
    "/admin/reports/workflow/", "/admin/reports/site-history/", "/admin/reports/locked/", "/admin/account/",
]  # fmt: skip


class Shown(HTMLParser):
    """What somebody sees or hears of a page: text, and some attributes. Without what its element is spared for."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.element: list[tuple[str, str | None]] = []
        self.words: list[str] = []

    def say(self, words: str) -> None:
        if not any(words == said and attribute in self.element for said, attribute in SPARED_IN):
            self.words.append(words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style", "code"}:
            self.inside.append(tag)
        self.element = attrs
        found = dict(attrs)
        if tag == "input" and found.get("type") not in {"submit", "button"}:
            found.pop("value", None)
        if tag in {"option", "button", "meta"}:
            found.pop("value", None)
        for name, words in found.items():
            if name in ATTRIBUTES and words:
                self.say(words)

    def handle_endtag(self, tag: str) -> None:
        self.element = []
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside and data.strip():
            self.say(" ".join(data.split()))


def english(html: str) -> Iterator[str]:
    shown = Shown()
    shown.feed(html)
    for words in dict.fromkeys(shown.words):
        is_english = ENGLISH.search(words) and not JAPANESE.search(words)
        if is_english and not any(re.fullmatch(spared, words) for spared in SPARED):
            yield words


def of_snippets(user: User) -> Iterator[str]:
    """The list of every kind of snippet, and the form to add one where somebody may."""
    for model in get_snippet_models():
        views = model.snippet_viewset
        yield reverse(views.get_url_name("list"))
        if views.permission_policy.user_has_permission(user, "add"):
            yield reverse(views.get_url_name("add"))


def of_ours() -> Iterator[str]:
    """Every address of the admin that a view of ours answers, without those of one thing."""
    for address in our_addresses():
        if address.route.startswith("admin/") and not address.converters:
            yield address.with_samples()


@pytest.fixture
def numbers(campaign: CampaignPage) -> dict[str, int]:
    """One of everything, by what the addresses call it."""
    home = campaign.get_parent()
    lists_of_pages(home)
    check = home.add_child(instance=SelfCheckPage(title="問い", slug="check"))
    below = {page.slug: page.pk for page in home.get_children()}
    things = {"case": CaseFactory().pk, "desk": DeskFactory().pk, "figure": FigureFactory().pk}
    CaseTagFactory()
    TopicTagFactory()
    city = AreaFactory(code="14100", name="横浜市", reading="よこはまし")
    ward = AreaFactory(reading="つるみく", parent=city)
    LinkCheck.objects.create(organisation=OrganisationFactory(area=ward), url="https://mihon.example.jp/")
    ReadingOverride.objects.create(surface="見本", reading="みほん")
    Application.objects.create(
        name="見本の会", area=ward, contact_name="見本 花子", email="hanako@mihon.example.jp"
    )
    return {**below, **things, "home": home.pk, "campaign": campaign.pk, "check": check.pk}


def all_of(client: Client, screens: Iterable[str]) -> dict[str, str]:
    """English words by the screen that shows them first. Screens that only answer to a form, and files, show none."""
    found: dict[str, str] = {}
    for screen in screens:
        response = client.get(screen)
        assert response.status_code in {200, 405}, screen
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            for words in english(response.content.decode()):
                found.setdefault(words, screen)
    return found


def test_no_screen_shows_english(staff_client: Client, staff: User, numbers: dict[str, int]) -> None:
    ours = list(of_ours())
    assert {"/admin/ageing/", "/admin/applications/", "/admin/codes/", "/admin/votes/"} <= set(ours)
    screens = [*(screen.format(**numbers) for screen in SCREENS), *of_snippets(staff), *ours]
    assert all_of(staff_client, dict.fromkeys(screens)) == {}


def test_what_an_element_may_say_no_other_may() -> None:
    assert list(english("<div data-side-panel-toggle-counter hidden> None </div><td>None</td>")) == ["None"]
    assert list(english("<div data-side-panel-toggle-counter hidden> None </div><td>-</td>")) == []


def test_what_is_refused_is_refused_in_japanese(staff_client: Client, numbers: dict[str, int]) -> None:
    address = f"/admin/pages/add/home/standardpage/{numbers['home']}/"
    html = staff_client.post(address, {"title": "", "slug": "", "body-count": "0"}).content.decode()
    assert list(english(html)) == []
    assert "最初のエラーへ移動" in html


def test_a_list_of_old_pages_stands_once_in_the_menu(staff_client: Client, numbers: dict[str, int]) -> None:
    html = staff_client.get("/admin/").content.decode()
    assert "/admin/ageing/" in html
    assert "/admin/reports/aging-pages/" not in html
