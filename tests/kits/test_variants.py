"""The versions of an edition: what their files are called, when they are built, and where their codes lead."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from campaigns.kits import batches, combinations, jobs, plates
from campaigns.kits.combinations import Combination
from campaigns.kits.kit import Kit
from campaigns.kits.models import PrintJob, PrintShop
from campaigns.links.models import ShortLink
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from campaigns.versions import AudienceVersion, KeyWord
from home.models import HomePage, StandardPage
from print_templates import variants
from print_templates.design import Design, all_designs
from print_templates.sheet import Sheet
from print_templates.shop import PrintShop as Demands
from tests.conftest import Publish
from tests.factories import CampaignPageFactory
from tests.kits.answers import sent
from tests.kits.paper import text_of

PAGE = "/kit/takasaki/"
LABELS = {"standard": "標準", "vertical": "縦書き", "furigana": "ふりがな", "work": "職場"}
SUB_COPY = "昼休みに、ひとこと。"
VERTICAL = ["poster-a4-vertical-office.pdf", "poster-a2-vertical-press.pdf", "poster-a2-vertical-tiled.pdf"]


@pytest.fixture(autouse=True)
def small_press(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two posters and a fan, so that batches are small."""
    sheets = (Sheet("a4", 210, 297, finishes=("office",)), Sheet("a2", 420, 594, finishes=("press", "tiled")))
    poster: Design = replace(all_designs()["poster"], sheets=sheets)
    fan = replace(all_designs()["fan"], sheets=(all_designs()["fan"].sheet("a4"),))
    monkeypatch.setattr(combinations, "all_designs", lambda: {"poster": poster, "fan": fan})


@pytest.fixture(autouse=True)
def drawn_like_the_standard_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """How a version looks is no matter here."""
    monkeypatch.setattr(variants, "INSTEAD", {})


@pytest.fixture
def campaign(home: HomePage, publish: Publish) -> CampaignPage:
    """A published campaign with an audience's version that opens a page of its own, and with readings."""
    page = CampaignPageFactory(parent=home)
    target = page.add_child(instance=StandardPage(title="職場", slug="work", locale=page.locale))
    page.audience_versions.add(AudienceVersion(key="work", label="職場", sub_copy=SUB_COPY, page=target))
    page.key_words.add(KeyWord(word="居場所", reading="いばしょ"))
    page.save()
    return publish(page)


@pytest.fixture
def preset(db: None) -> PrintShop:
    return PrintShop.objects.create(name="みなと印刷", key="minato", bleed=5, marks=False)


def names(client: Client, address: str) -> list[str]:
    """Names of the files in a ZIP."""
    with ZipFile(BytesIO(sent(client.get(address)))) as archive:
        return [name.removeprefix("takasaki/") for name in archive.namelist()]


def test_it_works(
    campaign: CampaignPage, edition: Edition, organisation: Organisation, member_client: Client,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        html = member_client.get(f"{PAGE}?need=all&variant=vertical").content.decode()
    assert all(f'href="/kit/takasaki/{name}"' in html for name in VERTICAL)
    assert "poster-a4-office.pdf" not in html
    assert 'href="/kit/takasaki/kit.zip?variant=vertical"' in html
    job = edition.jobs.get(batch="variant:vertical")
    assert (job.state, job.done, job.total) == (PrintJob.State.DONE, 4, 4)
    assert edition.plates.filter(variant="vertical").count() == 4
    assert names(member_client, f"{PAGE}kit.zip?variant=vertical") == [
        *VERTICAL, "ticket-a4-vertical-office.pdf", "kit.json",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("variant", "finish", "shop", "paper", "name"),
    [
        ("vertical", "office", "", "a4", "poster-a2-vertical-office.pdf"),
        ("vertical", "tiled", "", "a3", "poster-a2-vertical-tiled-a3.pdf"),
        ("at-work", "press", "minato", "a4", "poster-a2-at-work-press-minato.pdf"),
    ],
)  # fmt: skip
def test_names_say_the_version_behind_the_size(
    variant: str, finish: Any, shop: str, paper: str, name: str
) -> None:
    sheet = Sheet("a2", 420, 594)
    made = Combination(all_designs()["poster"], sheet, finish, Demands(key=shop), paper, variant)
    assert made.filename == name
    assert made.key != replace(made, variant="standard").key
    assert made.trim_mm == replace(made, variant="standard").trim_mm


@pytest.mark.parametrize("variant", ["standard", "vertical", "furigana", "work"])
def test_every_batch_is_found_by_its_key(variant: str, preset: PrintShop) -> None:
    of_variant = (batches.default, batches.on_a3, lambda name: batches.for_shop(preset.as_shop(), name))
    for make in of_variant:
        batch = make(variant)
        assert batches.find(batch.key) == batch
        assert len(batch.key) <= PrintJob._meta.get_field("batch").max_length
        assert {each.variant for each in batch.combinations} == {variant}
        assert all(batches.holding(each) == batch for each in batch.combinations)


def test_names_are_all_different(preset: PrintShop) -> None:
    every = list(batches.everything(LABELS))
    assert len({each.filename for each in every}) == len({each.key for each in every}) == len(every)


def test_publishing_builds_the_standard_version_alone(edition: Edition) -> None:
    assert [job.batch for job in edition.jobs.all()] == ["default"]
    assert set(edition.plates.values_list("variant", flat=True)) == {"standard"}


def test_with_a_worker_the_page_shows_progress_and_comes_back(
    campaign: CampaignPage, organisation: Organisation, member_client: Client, settings: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    settings.PRINT_JOBS = "worker"
    with django_capture_on_commit_callbacks() as queued:
        for _look in range(2):
            answer = member_client.get(f"{PAGE}?variant=vertical")
            assert (answer.status_code, answer.context["done"], answer.context["total"]) == (503, 0, 4)
            assert f'href="{PAGE}"' in answer.content.decode(), "the way back"
        file = member_client.get(f"{PAGE}{VERTICAL[0]}")
        assert (file.status_code, file["Location"]) == (303, f"{PAGE}{VERTICAL[0]}/wait/")
    assert len(queued) == 1, "ordered once, however often somebody looks"
    queued[0]()
    assert VERTICAL[0] in member_client.get(f"{PAGE}?need=all&variant=vertical").content.decode()
    assert member_client.get(f"{PAGE}{VERTICAL[0]}").status_code == 200


def test_a_print_shops_version_is_built_with_a_ticket_of_its_own(
    campaign: CampaignPage,
    edition: Edition,
    organisation: Organisation,
    preset: PrintShop,
    member_client: Client,
) -> None:
    member_client.get(f"{PAGE}?variant=vertical&shop=minato")
    assert set(edition.jobs.values_list("batch", flat=True)) == {
        "default", "variant:vertical", batches.for_shop(preset.as_shop(), "vertical").key,
    }  # fmt: skip
    assert names(member_client, f"{PAGE}press.zip?variant=vertical&shop=minato") == [
        "poster-a2-vertical-press-minato.pdf", "ticket-a4-vertical-office-minato.pdf", "kit.json",
    ]  # fmt: skip
    ticket = text_of(sent(member_client.get(f"{PAGE}ticket-a4-vertical-office-minato.pdf")))
    assert "poster-a2-vertical-press-minato.pdf" in ticket
    assert "poster-a2-press" not in ticket
    usual = text_of(sent(member_client.get(f"{PAGE}ticket-a4-office.pdf")))
    assert "vertical" not in usual


def test_a_preset_that_goes_takes_its_versions_along(
    campaign: CampaignPage, edition: Edition, preset: PrintShop, django_capture_on_commit_callbacks: Any
) -> None:
    jobs.ordered(edition, batches.for_shop(preset.as_shop(), "vertical"))
    jobs.ordered(edition, batches.default("vertical"))
    with django_capture_on_commit_callbacks(execute=True):
        preset.delete()
    assert set(edition.jobs.values_list("batch", flat=True)) == {"default", "variant:vertical"}


def test_large_posters_of_a_version_are_glued_from_a3(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    html = member_client.get(f"{PAGE}?need=all&variant=work&paper=a3").content.decode()
    assert "/kit/takasaki/poster-a2-work-tiled-a3.pdf" in html
    assert "/kit/takasaki/poster-a2-work-press.pdf" in html


def test_versions_are_links_that_keep_the_rest(
    campaign: CampaignPage, preset: PrintShop, member_client: Client
) -> None:
    page = member_client.get(f"{PAGE}?shop=minato&paper=a3&variant=work")
    choices = page.context["choices"]
    assert [(each.label, each.chosen) for each in choices.variants] == [
        (label, key == "work") for key, label in LABELS.items()
    ]
    assert choices.variants[0].address == f"{PAGE}?shop=minato&paper=a3"
    assert choices.variants[1].address == f"{PAGE}?variant=vertical&shop=minato&paper=a3"
    assert choices.shops[0].address == f"{PAGE}?variant=work&paper=a3"
    assert choices.papers[0].address == f"{PAGE}?variant=work&shop=minato"
    assert page.context["query"] == "?variant=work&shop=minato&paper=a3"


def test_a_version_has_the_designs_it_is_made_of(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    def designs(variant: str) -> list[str]:
        return [
            shelf.design
            for shelf in member_client.get(f"{PAGE}?need=all&variant={variant}").context["shelves"]
        ]

    assert designs("standard") == designs("furigana") == ["poster", "fan"]
    assert designs("vertical") == designs("work") == ["poster"]


def test_the_page_asks_the_database_as_little_as_for_the_standard_version(
    campaign: CampaignPage, member_client: Client, django_assert_max_num_queries: Any
) -> None:
    member_client.get(f"{PAGE}?variant=work")
    with django_assert_max_num_queries(12):
        member_client.get(f"{PAGE}?variant=work")


@pytest.mark.parametrize("name", ["", "kit.zip", "press.zip", "kit.zip/wait/"])
def test_a_version_that_is_gone_leads_to_the_usual_kit_and_says_so(
    name: str, campaign: CampaignPage, member_client: Client
) -> None:
    answer = member_client.get(f"{PAGE}{name}?variant=youth", follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    assert len(list(answer.context["messages"])) == 1
    assert answer.context["kit"].variant == "standard"


@pytest.mark.parametrize("name", ["poster-a4-youth-office.pdf", "fan-a4-vertical-office.pdf"])
def test_a_file_that_no_version_has_is_not_there(
    name: str, campaign: CampaignPage, member_client: Client
) -> None:
    assert member_client.get(f"{PAGE}{name}").status_code == 404


def test_who_may_see_a_version(
    campaign: CampaignPage, client: Client, member_client: Client, other_member_client: Client,
    staff_client: Client,
) -> None:  # fmt: skip
    addresses = [
        f"{PAGE}?variant=work", f"{PAGE}kit.zip?variant=work", f"{PAGE}press.zip?variant=work",
        f"{PAGE}poster-a4-work-office.pdf", f"{PAGE}poster-a4-work-office-1-360.png",
        f"{PAGE}kit.zip/wait/?variant=work", f"{PAGE}poster-a4-work-office.pdf/wait/",
    ]  # fmt: skip
    for address in addresses:
        visitors = (client, member_client, other_member_client, staff_client)
        assert [who.get(address).status_code for who in visitors] == [302, 200, 404, 200], address


def test_kit_json_names_a_version_that_is_not_the_standard_one(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    def about(query: str) -> list[dict[str, Any]]:
        with ZipFile(BytesIO(sent(member_client.get(f"{PAGE}kit.zip{query}")))) as archive:
            return json.loads(archive.read("takasaki/kit.json"))["files"]

    assert all("variant" not in file for file in about(""))
    assert all(file["variant"] == "work" for file in about("?variant=work"))


def test_zips_are_named_after_the_version(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    whole = member_client.get(f"{PAGE}kit.zip?variant=work")
    press = member_client.get(f"{PAGE}press.zip?variant=work")
    assert 'filename="takasaki-edition1-work.zip"' in whole["Content-Disposition"]
    assert 'filename="takasaki-edition1-work-press.zip"' in press["Content-Disposition"]


def test_an_audiences_prints_say_its_words_and_open_its_page(
    campaign: CampaignPage, organisation: Organisation, member_client: Client, client: Client
) -> None:
    text = text_of(sent(member_client.get(f"{PAGE}poster-a4-work-office.pdf")))
    assert SUB_COPY in text
    code = ShortLink.objects.get(organisation=organisation, audience="work").code
    assert code in text
    assert client.get(f"/q/{code}")["Location"] == campaign.get_url() + "work/"


def test_other_versions_carry_the_code_of_all_prints(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    code = ShortLink.objects.issued(campaign.edition, organisation).code
    for variant in ("vertical", "furigana"):
        text = text_of(sent(member_client.get(f"{PAGE}poster-a4-{variant}-office.pdf")))
        assert code in text
        assert SUB_COPY not in text
    assert ShortLink.objects.count() == 1


def test_a_version_of_an_edition_without_it_is_not_built(edition: Edition) -> None:
    lost = Kit(edition, None, variant="youth")
    with pytest.raises(KeyError):
        plates.built(edition, lost.combinations[0])


def test_print_kit_writes_one_version(
    campaign: CampaignPage, organisation: Organisation, tmp_path: Path
) -> None:
    call_command("print_kit", "--organisation", "takasaki", "--out", str(tmp_path), "--variant", "vertical")
    written = {path.name for path in (tmp_path / "takasaki").iterdir()}
    assert written == {*VERTICAL, "ticket-a4-vertical-office.pdf", "kit.json"}


def test_print_kit_names_the_versions_there_are(campaign: CampaignPage, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"'youth'.* standard, vertical, furigana, work"):
        call_command("print_kit", "--all", "--out", str(tmp_path), "--variant", "youth")


def test_print_jobs_are_listed_by_what_the_version_is_called(
    campaign: CampaignPage, edition: Edition, staff_client: Client
) -> None:
    jobs.ordered(edition, batches.default("work"))
    jobs.ordered(edition, batches.on_a3("vertical"))
    html = staff_client.get("/admin/print-jobs/").content.decode()
    assert "職場（" in html
    assert "縦書き（" in html
