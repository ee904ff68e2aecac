"""`manage.py load_demo`: the whole demo, as often as one likes, never in production."""

from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Locale, Page

from campaigns.kits import copies
from campaigns.kits.combinations import chosen
from campaigns.kits.examination import plate_report as really_examined
from campaigns.kits.models import PrintJob
from campaigns.members.models import Organisation, User
from campaigns.models import CampaignPage, Edition
from campaigns.versions import AudienceVersion, KeyWord
from cms import demo
from cms.demo_translations import LANGUAGES, SNIPPETS, memory, texts_of
from cms.demo_versions import lacks_versions
from print_templates.content import Content
from print_templates.variants import FURIGANA, version
from tests.cms.letters import unmarked_kanji
from tests.layouts import lay_out_once

Load = Callable[[], str]


@pytest.fixture
def load(db: None, django_capture_on_commit_callbacks: Callable[..., Any]) -> Load:
    def loaded() -> str:
        out = StringIO()
        with django_capture_on_commit_callbacks(execute=True):
            call_command("load_demo", stdout=out)
        return out.getvalue()

    return loaded


def the_campaign() -> CampaignPage:
    """In the language it was written in."""
    return CampaignPage.objects.live().get(locale__language_code="ja")


def counts() -> dict[str, int]:
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


def test_it_works_and_loading_again_changes_nothing(load: Load, client: Client, printing_ahead: None) -> None:
    """One test, because laying out the demo's plates takes its time."""
    told = load()
    assert demo.STAFF_EMAIL in told
    assert demo.STAFF_PASSWORD in told
    assert all(member.email in told for member in User.objects.filter(organisations__slug__in=demo.SHOWN))
    campaign = the_campaign()
    assert client.get("/").context["campaign"] == campaign
    assert client.get(campaign.get_url()).status_code == 200
    assert PrintJob.objects.get().state == PrintJob.State.DONE
    assert Organisation.objects.count() >= 12
    first = counts()
    assert load() == told
    assert counts() == first
    every_page_is_whole_in_every_language()
    nothing_is_translated_that_nobody_reads()
    no_english_page_has_letters_that_are_not_read_there(client)
    edition = campaign.editions.get()
    every_reading_is_of_a_printed_word(edition.content)
    no_flyer_is_held_back(edition)
    nothing_with_readings_is_held_back(edition)
    keep_what_somebody_changed(load)
    give_an_older_demo_its_versions(load)


def every_page_is_whole_in_every_language() -> None:
    """What lacks the translation of a single text would be left out without a word."""
    pages = Page.objects.live().filter(locale=Locale.get_default(), depth__gt=1)
    assert {"houritsu", "privacy", "accessibility", "mittsu-no-toi"} <= set(
        pages.values_list("slug", flat=True)
    )
    for language in LANGUAGES:
        locale, known = Locale.objects.get(language_code=language), memory(language)
        for page in pages.specific():
            there = page.get_translation_or_none(locale)
            assert there is not None, (language, page.title)
            assert there.live, (language, page.title)
            assert texts_of(there) == [known[text] for text in texts_of(page)], (language, page.title)


def nothing_is_translated_that_nobody_reads() -> None:
    """A text of the catalogue that no page has is old, or in a place where wagtail-localize does not look."""
    original = Locale.get_default()
    things = [*Page.objects.live().filter(locale=original, depth__gt=1).specific()]
    for label in SNIPPETS:
        things += apps.get_model(label).objects.filter(locale=original)
    read = {text for thing in things for text in texts_of(thing)}
    assert set(memory(LANGUAGES[0])) - read == set()


def no_english_page_has_letters_that_are_not_read_there(client: Client) -> None:
    """Names of towns, above all; what stays Japanese says so."""
    count, found = unmarked_kanji(client, "/en/")
    assert count > 60
    assert found == set()
    for address in ("/en/?near=14101", "/en/places/?near=14101", "/en/search/?q=Tsurumi"):
        html = client.get(address).content.decode()
        assert "Tsurumi Ward, Yokohama City" in html, address
        assert unmarked_kanji(client, address)[1] == set(), address


def no_flyer_is_held_back(edition: Edition) -> None:
    """The design with the most words: its chart and its letters are no codes, whatever a decoder sees in them."""
    by_name = {plate.filename: plate for plate in edition.plates.filter(design="flyer")}
    for combination in chosen():
        if combination.filename in by_name and combination.finish == "office":
            laid_out = copies.laid_out(by_name[combination.filename], combination)
            assert really_examined(combination, laid_out, edition.content).notes == (), combination.filename


def nothing_with_readings_is_held_back(edition: Edition) -> None:
    """The version with the most to set: readings keep off the lines above them on every sheet."""
    content = version(edition.content, FURIGANA)
    for combination in chosen(variant=FURIGANA):
        if combination.finish == "office" and not combination.is_ticket:
            plate = lay_out_once(combination.design, content, combination.sheet, combination.finish)
            notes = really_examined(combination, plate, content).notes
            assert [note for note in notes if note.severity == "error"] == [], combination.filename


def every_reading_is_of_a_printed_word(content: Content) -> None:
    said = str(replace(content, readings=()))
    assert [each.word for each in content.readings if each.word not in said] == []


def keep_what_somebody_changed(load: Load) -> None:
    Organisation.objects.filter(slug=demo.SHOWN[0]).update(name="いま変えた名前")
    load()
    assert Organisation.objects.get(slug=demo.SHOWN[0]).name == "いま変えた名前"
    assert the_campaign().editions.count() == 1


def give_an_older_demo_its_versions(load: Load) -> None:
    """A demo that was loaded before there were versions has none, and no pages for them."""
    campaign = the_campaign()
    pages = campaign.get_children().live()
    versions = [campaign.audience_versions.all(), campaign.key_words.all(), pages]
    first = [list(rows.values_list("title" if rows.model is Page else "pk", flat=True)) for rows in versions]
    assert [len(rows) for rows in first] == [2, 40, 2]
    campaign.get_children().first().delete()
    AudienceVersion.objects.all().delete()
    KeyWord.objects.all().delete()
    load()
    campaign = the_campaign()
    assert [version.page.title for version in campaign.audience_versions.all()] == first[2]
    assert campaign.key_words.count() == 40
    assert campaign.get_latest_revision_as_object().audience_versions.count() == 2
    assert campaign.editions.count() == 1, "the words are those of the edition"


def test_what_somebody_writes_is_not_published(campaign: CampaignPage) -> None:
    campaign.lead = "まだ書きかけです。"
    campaign.save_revision()
    assert not lacks_versions(CampaignPage.objects.get(pk=campaign.pk))


def test_it_is_refused_under_production_settings(db: None, settings: Any) -> None:
    settings.DEMO_MAY_BE_LOADED = False
    with pytest.raises(CommandError, match="production"):
        call_command("load_demo")
    assert not User.objects.exists()
