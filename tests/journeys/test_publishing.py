from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.kits import jobs, publishing
from campaigns.kits.models import Plate, PrintJob
from campaigns.models import CampaignPage, Catchphrase, Edition, NoChosenPhrase
from print_templates.content import Content
from tests.journeys import network


def choose(page: CampaignPage, index: int) -> CampaignPage:
    """The campaign with another of its candidates chosen, saved as a revision and published."""
    page = page.get_latest_revision_as_object()
    phrases = list(page.catchphrases.all())
    for order, phrase in enumerate(phrases):
        phrase.status = Catchphrase.Status.CHOSEN if order == index else Catchphrase.Status.RETIRED
    page.catchphrases.set(phrases)
    page.save_revision().publish()
    return CampaignPage.objects.get(pk=page.pk)


def test_it_works(campaign: CampaignPage) -> None:
    assert campaign.edition is not None
    assert campaign.edition.number == 1
    assert campaign.edition.content.phrase == "つながろう かながわ"
    assert Plate.objects.filter(edition=campaign.edition).count() == 10
    assert campaign.edition.job.state == PrintJob.State.DONE
    assert campaign.edition.job.done == campaign.edition.job.total == 10


def test_another_phrase_is_another_edition(campaign: CampaignPage) -> None:
    campaign = choose(campaign, 1)
    assert campaign.edition is not None
    assert (campaign.edition.number, campaign.edition.content.theme) == (2, "rounds")
    assert [edition.number for edition in campaign.editions.all()] == [2, 1]


def test_unchanged_words_keep_their_edition(campaign: CampaignPage) -> None:
    campaign.save_revision().publish()
    assert campaign.editions.count() == 1


def test_an_edition_stays_what_it_was(campaign: CampaignPage) -> None:
    first = campaign.editions.get(number=1)
    choose(campaign, 2)
    assert campaign.editions.get(number=1).content == first.content


def test_publishing_without_a_chosen_phrase_is_refused(campaign: CampaignPage) -> None:
    page = campaign.get_latest_revision_as_object()
    phrases = list(page.catchphrases.all())
    for phrase in phrases:
        phrase.status = Catchphrase.Status.CANDIDATE
    page.catchphrases.set(phrases)
    revision = page.save_revision()
    with pytest.raises(NoChosenPhrase):
        revision.publish()
    assert campaign.editions.count() == 1


def test_the_editor_says_that_a_phrase_must_be_chosen(campaign: CampaignPage, staff_client: Client) -> None:
    response = post_edit(staff_client, campaign, {"catchphrases-0-status": "candidate"}, "action-publish")
    assert response.status_code == 200
    assert "採用" in response.content.decode()
    assert campaign.editions.count() == 1
    # What was typed is still in the form.
    assert "いま書いた文です。" in response.content.decode()


def test_two_chosen_phrases_are_refused(campaign: CampaignPage, staff_client: Client) -> None:
    response = post_edit(staff_client, campaign, {"catchphrases-1-status": "chosen"}, "action-publish")
    assert response.status_code == 200
    assert response.context["form"].errors
    assert campaign.editions.count() == 1


def test_dates_the_wrong_way_round_are_refused(campaign: CampaignPage, staff_client: Client) -> None:
    response = post_edit(staff_client, campaign, {"ends": "2019-01-01"}, "action-publish")
    assert "ends" in response.context["form"].errors


def test_the_editor_publishes(campaign: CampaignPage, staff_client: Client) -> None:
    response = post_edit(
        staff_client, campaign, {"catchphrases-0-text": "あつまろう かながわ"}, "action-publish"
    )
    assert response.status_code == 302
    assert CampaignPage.objects.get(pk=campaign.pk).edition.content.phrase == "あつまろう かながわ"


def post_edit(client: Client, campaign: CampaignPage, changes: dict[str, str], action: str):
    """The editor's form as it stands, with changes, sent by one of its buttons."""
    url = reverse("wagtailadmin_pages:edit", args=[campaign.pk])
    form = client.get(url).context["form"]
    data = {"lead": "いま書いた文です。"}
    for part in (
        form,
        *(
            inline
            for formset in form.formsets.values()
            for inline in [formset.management_form, *formset.forms]
        ),
    ):
        for field in part:
            value = field.value()
            if value is not None and value is not False and field.name not in ("body", "comments"):
                data.setdefault(field.html_name, value if isinstance(value, (str, int, list)) else str(value))
    data |= {"body-count": "0", action: "1", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    data["cases"] = [str(case.pk) for case in campaign.cases.all()]
    data["desks"] = [str(desk.pk) for desk in campaign.desks.all()]
    return client.post(url, {**data, **changes})


def test_one_builder_gets_a_job(campaign: CampaignPage) -> None:
    job = campaign.edition.job
    PrintJob.objects.filter(pk=job.pk).update(state=PrintJob.State.WAITING, attempts=0)
    assert jobs.claim(job.pk) is not None
    assert jobs.claim(job.pk) is None


def test_a_dead_builders_job_is_taken_over(campaign: CampaignPage) -> None:
    job = campaign.edition.job
    PrintJob.objects.filter(pk=job.pk).update(
        state=PrintJob.State.RUNNING, attempts=1, lease_until="2020-01-01T00:00Z"
    )
    assert jobs.recover() == 1
    job.refresh_from_db()
    assert job.state == PrintJob.State.DONE


def test_a_job_that_fails_three_times_says_why(
    campaign: CampaignPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object) -> None:
        raise RuntimeError("no paper")

    monkeypatch.setattr(jobs.plates, "ensure", broken)
    job = campaign.edition.job
    PrintJob.objects.filter(pk=job.pk).update(state=PrintJob.State.WAITING, attempts=0)
    states = []
    for _ in range(3):
        jobs.build_plates.call(job.pk)
        job.refresh_from_db()
        states.append(job.state)
    assert states == ["waiting", "waiting", "failed"]
    assert job.reason == "no paper"


def test_two_publications_at_once_give_one_edition(
    campaign: CampaignPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other publisher creates its edition between our look and our insert."""
    words = publishing.content_of(campaign, "testserver")
    changed = replace(words, phrase="あつまろう")
    says = Edition.says
    raced: list[Edition] = []

    def says_and_is_overtaken(edition: Edition, asked: Content) -> bool:
        answer = says(edition, asked)
        if not raced:
            frozen = {**changed.as_json(), "edition": 2}
            raced.append(Edition.objects.create(campaign=campaign, number=2, words=frozen))
        return answer

    monkeypatch.setattr(Edition, "says", says_and_is_overtaken)
    assert Edition.objects.freeze(campaign, changed) == raced[0]
    assert campaign.editions.count() == 2


def test_the_current_campaign_is_the_running_one_that_started_last(campaign: CampaignPage) -> None:
    from datetime import date

    from campaigns.models import pick_current

    def page(starts: int, ends: int) -> CampaignPage:
        return CampaignPage(title=f"{starts}", starts=date(starts, 1, 1), ends=date(ends, 1, 1))

    today = date(2026, 6, 1)
    old, older = page(2024, 2030), page(2020, 2030)
    coming, later, past = page(2027, 2028), page(2028, 2029), page(2001, 2002)
    assert pick_current([older, old, coming, past], today) is old
    assert pick_current([later, coming, past], today) is coming
    assert pick_current([past, page(1999, 2000)], today) is past
    assert pick_current([], today) is None


def test_staff_can_pin_another(campaign: CampaignPage) -> None:
    from wagtail.models import Site

    from campaigns.models import CampaignChoice, current_campaign

    pinned = network.published(starts="2010-01-01", ends="2011-01-01")
    assert current_campaign() == campaign
    CampaignChoice.objects.create(site=Site.objects.get(), pinned=pinned)
    assert current_campaign() == pinned
    pinned.unpublish()
    assert current_campaign() == campaign
