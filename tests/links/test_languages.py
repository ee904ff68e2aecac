"""A code leads to its page in the reader's language, else in that of the paper; nothing is kept for it."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from campaigns.links import offline_map
from campaigns.links.languages import chosen
from campaigns.links.models import ShortLink
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage
from home.models import HomePage
from tests.factories import OrganisationFactory, locale
from tests.links.happenings import hide, printed, public_campaign, restrict
from tests.links.stopping import database_stopped

LANGUAGES = ("ja", "ja-x-easy", "en", "zh-hans", "zh-hant", "tl", "pt", "id")


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "ja"),
        ("en", "en"),
        ("en-US,en;q=0.9,ja;q=0.8", "en"),
        ("ja-JP", "ja"),
        ("ja-x-easy,ja;q=0.9", "ja-x-easy"),
        ("en;q=0.3,pt;q=0.7", "pt"),
        ("pt-BR", "pt"),
        ("fil", "tl"),
        ("fil-PH,en;q=0.5", "tl"),
        ("tl-PH", "tl"),
        ("in-ID", "id"),
        ("zh-TW", "zh-hant"),
        ("zh-HK,en;q=0.9", "zh-hant"),
        ("zh-MO", "zh-hant"),
        ("zh-Hant-HK", "zh-hant"),
        ("yue-HK", "zh-hant"),
        ("zh-CN", "zh-hans"),
        ("zh-SG", "zh-hans"),
        ("zh-Hans-CN", "zh-hans"),
        ("zh", "zh-hans"),
        ("ko,th;q=0.5", "ja"),
        ("ko,en;q=0.1", "en"),
        ("*", "ja"),
        ("ko,*;q=0.5,en;q=0.1", "ja"),
        ("en;q=0", "ja"),
        ("en;q=high", "ja"),
        ("\x00", "ja"),
        ("x" * 5000, "ja"),
        ("en," * 5000, "en"),
    ],
)
def test_it_works(accepted: str, language: str) -> None:
    assert chosen(accepted, LANGUAGES) == language


def test_another_script_or_form_of_a_language_comes_before_the_next_language() -> None:
    assert chosen("zh-TW,en", ("ja", "en", "zh-hans")) == "zh-hans"
    assert chosen("ja,en", ("en", "ja-x-easy")) == "ja-x-easy"


@pytest.fixture
def page(home: HomePage) -> CampaignPage:
    return public_campaign(home)


def translated(page: CampaignPage, language: str) -> CampaignPage:
    copy = page.copy_for_translation(locale(language), copy_parents=True)
    CampaignPage.objects.filter(pk=copy.pk).update(live=True)
    return CampaignPage.objects.get(pk=copy.pk)


@pytest.fixture
def link(page: CampaignPage, organisation: Organisation) -> ShortLink:
    """Printed in Japanese; its page is there in English and traditional Chinese too."""
    translated(page, "zh-hant")
    translated(page, "en")
    return ShortLink.objects.issued(printed(page), organisation)


def leads_to(link: ShortLink, client: Client, accepted: str) -> str:
    """Where it leads by the database, by the map, and by the file that a new code has."""
    headers = {"Accept-Language": accepted}
    answers = [client.get(f"/q/{link.code}", headers=headers)]
    with database_stopped():
        answers.append(client.get(f"/q/{link.code}", headers=headers))
        answers.append(client.head(f"/q/?code={link.code}", headers=headers))
    for answer in answers:
        assert answer.status_code == 302
        assert "Accept-Language" in answer["Vary"]
        assert "no-store" in answer["Cache-Control"]
        assert not answer.cookies
    [location] = {answer["Location"] for answer in answers}
    return str(location)


@pytest.mark.parametrize("is_new", [True, False])
@pytest.mark.parametrize(
    ("accepted", "prefix"),
    [
        ("", ""),
        ("en-GB", "/en"),
        ("zh-TW,en;q=0.5", "/zh-hant"),
        ("ko,ja;q=0.5", "/ko"),
        ("ko,en;q=0.5", "/en"),
        ("de", ""),
        ("ja,ko;q=0.5", ""),
    ],
)
def test_the_readers_language_is_chosen(
    accepted: str, prefix: str, is_new: bool, link: ShortLink, client: Client
) -> None:
    if not is_new:
        offline_map.write()
    assert leads_to(link, client, accepted) == prefix + link.campaign.get_url()


def test_paper_in_another_language_leads_there_unless_the_reader_asks_for_one(
    page: CampaignPage, organisation: Organisation, client: Client
) -> None:
    english = translated(page, "en")
    link = ShortLink.objects.issued(printed(english), organisation)
    ShortLink.objects.filter(pk=link.pk).update(target=page)
    offline_map.write()
    assert leads_to(link, client, "") == leads_to(link, client, "ko") == english.get_url()
    assert leads_to(link, client, "ja") == page.get_url()


def test_paper_whose_edition_is_gone_keeps_its_campaigns_language(
    page: CampaignPage, organisation: Organisation, client: Client
) -> None:
    english = translated(page, "en")
    link = ShortLink.objects.issued(printed(english), organisation)
    english.editions.all().delete()
    offline_map.write()
    assert leads_to(link, client, "ko") == english.get_url()


def test_a_translation_that_is_not_public_is_not_led_to(
    page: CampaignPage, organisation: Organisation, client: Client
) -> None:
    english, korean = translated(page, "en"), translated(page, "ko")
    link = ShortLink.objects.issued(printed(page), organisation)
    restrict(english)
    hide(korean)
    offline_map.write()
    assert leads_to(link, client, "en") == page.get_url()
    # The page itself stands in for what is not published, under an address at which it can be read.
    found = leads_to(link, client, "ko")
    assert found == f"/ko{page.get_url()}"
    assert 'lang="ko"' in client.get(found).content.decode()


def test_the_page_that_takes_its_place_is_chosen_by_language_too(
    page: CampaignPage, home: HomePage, organisation: Organisation, client: Client
) -> None:
    link = ShortLink.objects.issued(printed(page), organisation)
    english = translated(public_campaign(home, starts=date(2021, 1, 1)), "en")
    hide(page)
    offline_map.write()
    assert leads_to(link, client, "en") == english.get_url()


def test_a_code_looked_up_a_moment_ago_is_looked_up_for_no_language_again(
    link: ShortLink, client: Client, settings: Any, django_assert_num_queries: Any
) -> None:
    settings.LINK_LOOKUP_SECONDS = 3
    settings.SCAN_COUNTING = "off"
    client.get(f"/q/{link.code}")
    with django_assert_num_queries(0):
        for accepted in ("en", "zh-HK", "ja", ""):
            client.get(f"/q/{link.code}", headers={"Accept-Language": accepted})


def test_links_of_other_languages_are_resolved_apart(
    link: ShortLink, page: CampaignPage, django_assert_max_num_queries: Any
) -> None:
    """Once for each language of the paper, however many codes there are."""
    english = printed(CampaignPage.objects.get(translation_key=page.translation_key, locale=locale("en")))
    for number in range(12):
        made = ShortLink.objects.issued(link.edition, OrganisationFactory())
        if number % 2:
            ShortLink.objects.filter(pk=made.pk).update(edition=english)
    with django_assert_max_num_queries(8):
        offline_map.write()
