"""The campaign's form in the editor: what it takes, what it refuses, and that nothing typed is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from campaigns.models import CampaignPage, Edition
from tests.campaigns.editor import edit_url, form_data
from tests.factories import CaseFactory, locale

TYPED = "いま書いたばかりの文です。"
Send = Callable[..., HttpResponse]


@pytest.fixture
def send(
    campaign: CampaignPage, staff_client: Client, django_capture_on_commit_callbacks: Callable[..., Any]
) -> Send:
    """Send the form with a lead just typed and with changes, by default to publish."""

    def sent(changes: dict[str, str], button: str = "action-publish") -> HttpResponse:
        data = form_data(campaign, lead=TYPED, **changes, **{button: "1"})
        with django_capture_on_commit_callbacks(execute=True):
            return staff_client.post(edit_url(campaign), data)

    return sent


def assert_refused(response: HttpResponse, campaign: CampaignPage) -> Any:
    """The form comes back with what was typed, and nothing was published; returns the form."""
    form = response.context["form"]
    assert response.status_code == 200
    assert form["lead"].value() == TYPED
    assert Edition.objects.count() == 1
    assert CampaignPage.objects.get(pk=campaign.pk).lead == campaign.lead
    return form


def test_it_works(campaign: CampaignPage, send: Send) -> None:
    assert send({"catchphrases-0-text": "あつまろう かながわ"}).status_code == 302
    published = CampaignPage.objects.get(pk=campaign.pk)
    assert published.edition.content.phrase == "あつまろう かながわ"
    assert published.edition.content.lead == TYPED


def test_publishing_without_a_chosen_phrase_is_refused(campaign: CampaignPage, send: Send) -> None:
    form = assert_refused(send({"catchphrases-0-status": "candidate"}), campaign)
    assert len(form.non_field_errors()) == 1


def test_removing_the_chosen_phrase_is_refused(campaign: CampaignPage, send: Send) -> None:
    form = assert_refused(send({"catchphrases-0-DELETE": "1"}), campaign)
    assert len(form.non_field_errors()) == 1


def test_a_draft_may_have_no_chosen_phrase(campaign: CampaignPage, send: Send) -> None:
    response = send({"catchphrases-0-status": "candidate"}, "action-save")
    assert response.status_code == 302
    draft = CampaignPage.objects.get(pk=campaign.pk).get_latest_revision_as_object()
    assert (draft.lead, draft.chosen) == (TYPED, None)


@pytest.mark.parametrize("button", ["action-publish", "action-save"])
def test_two_chosen_phrases_are_refused(button: str, campaign: CampaignPage, send: Send) -> None:
    form = assert_refused(send({"catchphrases-1-status": "chosen"}, button), campaign)
    assert len(form.non_field_errors()) == 1


def test_a_campaign_that_ends_before_it_starts_is_refused(campaign: CampaignPage, send: Send) -> None:
    form = assert_refused(send({"starts": "2026-04-02", "ends": "2026-04-01"}), campaign)
    assert list(form.errors) == ["ends"]


def test_a_campaign_may_last_one_day(send: Send) -> None:
    assert send({"starts": "2026-04-01", "ends": "2026-04-01"}).status_code == 302


def test_a_sub_copy_of_three_lines_is_refused(campaign: CampaignPage, send: Send) -> None:
    form = assert_refused(send({"catchphrases-0-sub_copy": "一行\n二行\n三行"}), campaign)
    assert list(form.formsets["catchphrases"].forms[0].errors) == ["sub_copy"]


@pytest.mark.parametrize("phrase", ["みじか", "な" * 25])
def test_a_phrase_has_4_to_24_letters(phrase: str, campaign: CampaignPage, send: Send) -> None:
    form = assert_refused(send({"catchphrases-0-text": phrase}), campaign)
    assert list(form.formsets["catchphrases"].forms[0].errors) == ["text"]


def test_an_unknown_theme_is_refused(campaign: CampaignPage, send: Send) -> None:
    form = assert_refused(send({"catchphrases-0-theme": "no-such-theme"}), campaign)
    assert list(form.formsets["catchphrases"].forms[0].errors) == ["theme"]


def test_members_do_not_see_the_editor(campaign: CampaignPage, member_client: Client) -> None:
    assert member_client.get(edit_url(campaign)).status_code == 302
    member_client.post(edit_url(campaign), form_data(campaign, lead=TYPED, **{"action-publish": "1"}))
    assert CampaignPage.objects.get(pk=campaign.pk).lead != TYPED


def test_each_place_and_desk_is_offered_once(campaign: CampaignPage, staff_client: Client) -> None:
    here, chosen = (
        CaseFactory(name="本だな"),
        CaseFactory(slug="chosen", name="Bookshelf", locale=locale("ko")),
    )
    CaseFactory(slug="there", name="Fridge", locale=locale("en"))
    campaign.cases.add(chosen)
    campaign.save_revision()
    form = staff_client.get(edit_url(campaign)).context["form"]
    offered = set(form.fields["cases"].queryset)
    assert {here, chosen} <= offered
    assert "Fridge" not in {case.name for case in offered}
