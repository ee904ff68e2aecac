"""What publishing a campaign does to paper."""

import pytest

from campaigns.kits import plates
from campaigns.kits.combinations import Combination
from campaigns.kits.models import Plate, PrintJob
from campaigns.models import CampaignPage, Catchphrase, Edition, NoChosenPhrase
from print_templates.design import all_designs
from tests.conftest import Publish
from tests.factories import CampaignPageFactory
from tests.kits.paper import FILES


def draft(campaign: CampaignPage, **changes: str) -> CampaignPage:
    """The campaign with the chosen phrase changed, not yet saved."""
    page = campaign.get_latest_revision_as_object()
    phrases = list(page.catchphrases.all())
    for field, value in changes.items():
        setattr(phrases[0], field, value)
    page.catchphrases.set(phrases)
    return page


def test_it_works(campaign: CampaignPage, edition: Edition) -> None:
    assert edition.number == 1
    assert edition.content.phrase == "つながろう かながわ"
    assert edition.content.site_host == "testserver"
    assert [desk.phone for desk in edition.content.desks] == ["0120-000-000"]
    assert {plate.filename for plate in edition.plates.all()} == set(FILES)
    job = edition.jobs.get()
    assert (job.state, job.done, job.total) == (PrintJob.State.DONE, len(FILES), len(FILES))


@pytest.mark.parametrize("change", [{"text": "あつまろう かながわ"}, {"theme": "rounds"}])
def test_a_changed_phrase_makes_an_edition_whose_plates_are_all_new(
    change: dict[str, str], campaign: CampaignPage, edition: Edition, publish: Publish
) -> None:
    newer = publish(draft(campaign, **change)).edition
    assert newer.number == 2
    assert newer.plates.count() == len(FILES)
    before = set(edition.plates.values_list("sha256", flat=True))
    assert before.isdisjoint(newer.plates.values_list("sha256", flat=True))


def test_an_edition_stays_what_it_was(campaign: CampaignPage, edition: Edition, publish: Publish) -> None:
    words, plates_before = edition.words, set(edition.plates.values_list("pk", "sha256"))
    publish(draft(campaign, text="あつまろう かながわ"))
    kept = Edition.objects.get(pk=edition.pk)
    assert (kept.words, set(kept.plates.values_list("pk", "sha256"))) == (words, plates_before)


def test_unchanged_words_keep_their_edition(campaign: CampaignPage, publish: Publish) -> None:
    publish(campaign)
    assert Edition.objects.count() == 1
    assert Plate.objects.count() == len(FILES)


def test_a_change_that_does_not_print_keeps_the_edition(campaign: CampaignPage, publish: Publish) -> None:
    page = campaign.get_latest_revision_as_object()
    page.contact_note, page.seo_title = "平日 9時から17時", "別の題"
    assert publish(page).edition.number == 1


def test_a_saved_draft_prints_nothing(campaign: CampaignPage) -> None:
    draft(campaign, text="あつまろう かながわ").save_revision()
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("chosen", [0, 2])
def test_without_exactly_one_chosen_phrase_nothing_is_published(
    chosen: int, campaign: CampaignPage, publish: Publish
) -> None:
    page = campaign.get_latest_revision_as_object()
    phrases = list(page.catchphrases.all())
    for order, phrase in enumerate(phrases):
        phrase.status = Catchphrase.Status.CHOSEN if order < chosen else Catchphrase.Status.RETIRED
    page.catchphrases.set(phrases)
    with pytest.raises(NoChosenPhrase):
        publish(page)
    assert Edition.objects.count() == 1
    assert CampaignPage.objects.get(pk=campaign.pk).chosen.text == "つながろう かながわ"


def test_campaigns_count_their_editions_apart(campaign: CampaignPage, publish: Publish) -> None:
    assert publish(CampaignPageFactory()).edition.number == 1
    assert publish(draft(campaign, theme="ripples")).edition.number == 2


def test_two_builders_at_once_give_one_plate(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other builder saves its plate while ours is being laid out."""
    poster = all_designs()["poster"]
    sheet = poster.sheet("a4")
    theirs = edition.plates.get(design="poster", sheet="a4", finish="office")
    looks = iter([None])
    monkeypatch.setattr(plates, "find", lambda *identity: next(looks, theirs))
    assert plates.ensure(edition, Combination(poster, sheet, "office")) == theirs
    assert edition.plates.count() == len(FILES)
    assert theirs.pdf.read(5) == b"%PDF-"
