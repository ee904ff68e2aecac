"""An organisation's files are verified once per edition and state; a download waits for it."""

from dataclasses import asdict, replace
from typing import Any

import pytest
from django.test import Client

from campaigns.kits import examination, verdicts, verifying
from campaigns.kits.examination import Note
from campaigns.kits.kit import Kit
from campaigns.kits.models import ImprintVerdict, KitDownload, Plate
from campaigns.kits.views.access import kit_address
from campaigns.kits.wording import USUAL
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from print_templates.imprint import printed
from print_templates.qr import encode
from print_templates.shop import GENERIC
from tests.kits.answers import sent
from tests.kits.paper import FILES

PAGE, KIT, POSTER = "/kit/takasaki/", "/kit/takasaki/kit.zip", "/kit/takasaki/poster-a4-office.pdf"


@pytest.fixture
def kit(edition: Edition, organisation: Organisation) -> Kit:
    return Kit(edition, organisation)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of organisations whose files were looked at, one per file."""
    seen: list[str] = []
    real = examination.verified

    def watched(plate: Any, words: Any, *more: Any) -> Any:
        seen.append(words.name)
        return real(plate, words, *more)

    monkeypatch.setattr(examination, "verified", watched)
    return seen


def refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    note = Note("code", "二次元コードが読めません。", field="code")
    monkeypatch.setattr(examination, "verified", lambda *file: ([note], None))


def test_it_works(kit: Kit) -> None:
    found = verdicts.ensure(kit.files)
    assert len(found) == ImprintVerdict.objects.count() == len(FILES)
    for file in kit.files:
        verdict, pdf = found[file.key], file.pdf()
        assert verdict.fine
        assert (verdict.size, verdict.crc, verdict.sha256) == (
            len(pdf), file.copy().crc, file.copy().sha256,
        )  # fmt: skip


def test_files_are_looked_at_once(campaign: CampaignPage, member_client: Client, looks: list[str]) -> None:
    first = sent(member_client.get(KIT))
    assert len(looks) == len(FILES)
    assert sent(member_client.get(KIT)) == first
    member_client.get(POSTER)
    assert len(looks) == len(FILES)


def test_one_file_is_looked_at_alone(campaign: CampaignPage, member_client: Client, looks: list[str]) -> None:
    member_client.get(POSTER)
    assert len(looks) == 1


def test_another_name_is_looked_at_again(
    campaign: CampaignPage, organisation: Organisation, member_client: Client, looks: list[str]
) -> None:
    member_client.get(POSTER)
    organisation.name = "別の名前"
    organisation.save()
    member_client.get(POSTER)
    assert looks == ["髙﨑商店", "別の名前"]


def test_a_new_verifier_looks_again(kit: Kit, monkeypatch: pytest.MonkeyPatch, looks: list[str]) -> None:
    verdicts.ensure(kit.files[:1])
    monkeypatch.setattr(examination, "VERIFIER_VERSION", examination.VERIFIER_VERSION + 1)
    verdicts.ensure(Kit(kit.edition, kit.organisation).files[:1])
    assert len(looks) == 2


@pytest.mark.parametrize("address", [KIT, POSTER])
def test_a_file_that_is_not_fine_is_not_sent(
    address: str, campaign: CampaignPage, member_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse(monkeypatch)
    answer = member_client.get(address)
    assert (answer.status_code, answer["Location"]) == (303, PAGE)
    assert not KitDownload.objects.exists()
    assert "二次元コードが読めません。" in member_client.get(PAGE).content.decode()


def test_the_choice_is_kept_on_the_way_back(edition: Edition) -> None:
    assert kit_address(Kit(edition, None, paper="a3")) == "/kit/network/?paper=a3"
    assert kit_address(Kit(edition, None, shop=replace(GENERIC, key="minato"))) == "/kit/network/?shop=minato"


def test_a_code_that_another_organisation_owns_is_noticed(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    """The imprint engine lays in a wrong code: the decoder, which does not know it, tells."""
    strange = encode("HTTP://TESTSERVER/Q/ABC2345")
    monkeypatch.setattr(
        examination, "printed", lambda plate, words: printed(plate, replace(words, code=strange))
    )
    for file in kit.files:
        verdict = verdicts.judged(file)
        assert not verdict.fine, file.name
        assert {note["field"] for note in verdict.findings} == {"code"}


def test_what_cannot_be_printed_names_the_field(kit: Kit, too_long: Organisation) -> None:
    fan = next(file for file in Kit(kit.edition, too_long).files if file.combination.design.key == "fan")
    verdict = verdicts.judged(fan)
    assert (verdict.fine, [note["field"] for note in verdict.findings]) == (False, ["name"])


def test_verdicts_go_with_their_plates(kit: Kit) -> None:
    verdicts.ensure(kit.files)
    Plate.objects.all().delete()
    assert not ImprintVerdict.objects.exists()


def test_two_at_once_keep_one_verdict_each(kit: Kit) -> None:
    made = [verdicts.judged(file) for file in kit.files[:2]]
    verdicts.keep(made)
    verdicts.keep([verdicts.judged(file) for file in kit.files[:2]])
    assert ImprintVerdict.objects.count() == 2


@pytest.fixture
def with_worker(settings: Any, monkeypatch: pytest.MonkeyPatch, clean_caches: None) -> list[Any]:
    """A worker is expected to verify; what was queued for it."""
    settings.PRINT_JOBS = "worker"
    queued: list[Any] = []
    monkeypatch.setattr(verifying, "AT_ONCE", 3)
    monkeypatch.setattr(
        verifying, "verify_kit", type("Queue", (), {"enqueue": lambda *order: queued.append(order[1:])})()
    )
    return queued


def test_many_files_are_left_to_the_worker_with_progress(
    campaign: CampaignPage, edition: Edition, organisation: Organisation, member_client: Client,
    with_worker: list[Any],
) -> None:  # fmt: skip
    for _look in range(3):
        answer = member_client.get(KIT)
        assert (answer.status_code, answer["Location"]) == (303, f"{KIT}/wait/")
        waiting = member_client.get(answer["Location"])
        assert (waiting.status_code, waiting["Retry-After"]) == (503, "3")
        assert f'href="{PAGE}"' in waiting.content.decode(), "the way back"
    assert with_worker == [(edition.pk, organisation.pk, "", "a4", "standard", asdict(USUAL), None, False)], (
        "queued once, however often somebody looks"
    )
    verdicts.ensure(Kit(edition, organisation).files[:5])
    context = member_client.get(f"{KIT}/wait/").context
    assert (context["done"], context["total"]) == (5, len(FILES))


def test_looking_at_the_page_lets_the_worker_begin(
    campaign: CampaignPage, edition: Edition, organisation: Organisation, member_client: Client,
    with_worker: list[Any],
) -> None:  # fmt: skip
    assert member_client.get(PAGE).status_code == 200
    assert with_worker == [(edition.pk, organisation.pk, "", "a4", "standard", asdict(USUAL), None, False)]


def test_what_the_worker_has_verified_is_sent(
    campaign: CampaignPage, edition: Edition, organisation: Organisation, member_client: Client,
    settings: Any, monkeypatch: pytest.MonkeyPatch, clean_caches: None,
) -> None:  # fmt: skip
    settings.PRINT_JOBS = "worker"
    monkeypatch.setattr(verifying, "AT_ONCE", 3)
    assert member_client.get(KIT).status_code == 303
    assert ImprintVerdict.objects.filter(fine=True).count() == len(FILES), (
        "the queue of the tests works at once"
    )
    begun = member_client.get(f"{KIT}/wait/")
    assert begun.status_code == 200
    assert f'<meta http-equiv="refresh" content="0; url={KIT}">' in begun.content.decode()
    assert member_client.get(KIT).status_code == 200


def test_one_file_does_not_wait_for_the_worker(
    campaign: CampaignPage, member_client: Client, with_worker: list[Any]
) -> None:
    assert member_client.get(POSTER).status_code == 200
    assert with_worker == []


def test_a_kit_asks_the_database_as_often_however_many_files_it_has(
    campaign: CampaignPage, member_client: Client, django_assert_num_queries: Any
) -> None:
    sent(member_client.get(KIT))
    with django_assert_num_queries(9):
        sent(member_client.get(KIT))


def test_a_ticket_waits_for_the_press_files_it_is_about(
    campaign: CampaignPage, member_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sent(member_client.get("/kit/takasaki/ticket-a4-office.pdf")).startswith(b"%PDF")
    press = [name for name in FILES if "-press" in name]
    assert ImprintVerdict.objects.count() == len(press) + 1
    ImprintVerdict.objects.filter(plate__design="fan").update(fine=False)
    assert member_client.get("/kit/takasaki/ticket-a4-office.pdf").status_code in {302, 303}
