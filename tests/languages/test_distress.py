"""Sentences about distress lead to people who speak the language, until a person has signed them off."""

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from campaigns.distress.models import TranslationReview
from campaigns.distress.sentences import Sentence, digest, sentences_in
from campaigns.models import CampaignPage
from tests.factories import DeskFactory, locale

SENTENCE = "When you feel like talking"
TEMPLATE = (
    "{% load i18n distress %}{% distress %}<h2>{% translate 'When you feel like talking' %}</h2>{% enddistress %}"
    "{% distress %}{% if hidden %}{% translate 'Open' %}{% endif %}{% enddistress %}"
)


@pytest.fixture
def desk(db: None) -> None:
    DeskFactory(slug="tagengo", name="多言語の窓口", phone="045-000-0001", hours="平日 9:00〜17:00")


def said(language: str) -> str:
    with translation.override(language):
        return Template(TEMPLATE).render(Context())


def test_it_works(desk: None) -> None:
    html = said("vi")
    assert html.count('href="tel:0450000001"') == 1
    assert "平日 9:00〜17:00" in html
    assert 'lang="ja"' in html


@pytest.mark.parametrize("language", ["ja", "ja-x-easy", "en"])
def test_nothing_is_added_in_languages_that_staff_read(language: str, desk: None) -> None:
    assert "tel:" not in said(language)


def test_once_it_is_signed_off_nothing_is_added(desk: None) -> None:
    with translation.override("vi"):
        sentence = Sentence(SENTENCE)
        name = digest(sentence, sentence.translation)
    TranslationReview.objects.create(language="vi", digest=name)
    assert "tel:" not in said("vi")
    assert "tel:" in said("th")


def test_another_wording_is_not_signed_off(desk: None) -> None:
    TranslationReview.objects.create(language="vi", digest=digest(Sentence(SENTENCE), "Khi bạn buồn"))
    assert "tel:" in said("vi")


def test_the_desk_is_named_in_the_readers_language_where_it_is_translated(desk: None) -> None:
    from campaigns.desks.models import Desk

    made = Desk.objects.get(slug="tagengo").copy_for_translation(locale("vi"))
    made.name = "Trung tâm đa ngôn ngữ"
    made.save()
    assert "Trung tâm đa ngôn ngữ" in said("vi")
    assert 'lang="ja"' not in said("vi")


def test_without_that_desk_the_sentence_stands_alone(db: None) -> None:
    assert "tel:" not in said("vi")
    assert "Khi bạn muốn trò chuyện" in said("vi")


def test_it_is_looked_up_once_for_a_page(
    desk: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    said("vi")
    with django_assert_num_queries(2), translation.override("vi"):
        Template(TEMPLATE).render(Context({"hidden": True}))


def test_sentences_are_found_in_conditions_and_plurals() -> None:
    nodes = Template(
        "{% load i18n %}{% if a %}{% translate 'One' context 'x' %}{% translate name %}{% endif %}"
        "{% blocktranslate count count=n %}{{ count }} line{% plural %}{{ count }} lines{% endblocktranslate %}"
    ).nodelist
    assert sentences_in(nodes) == [Sentence("One", "", "x"), Sentence("%(count)s line", "%(count)s lines")]


def test_a_residents_page_shows_the_line(campaign: CampaignPage, desk: None, client: Client) -> None:
    assert 'href="tel:0450000001"' in client.get("/ne/").content.decode()
    assert 'class="multilingual"' not in client.get("/").content.decode()
