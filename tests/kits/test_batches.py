"""Which files there are, what they are called, and which are built together."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from campaigns.kits import batches, combinations, jobs, plates
from campaigns.kits.combinations import Combination
from campaigns.kits.kit import Kit
from campaigns.kits.models import Plate, PrintJob, PrintShop
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from print_templates.design import Design, all_designs
from print_templates.sheet import Sheet
from print_templates.shop import GENERIC
from print_templates.shop import PrintShop as Demands

PAGE = "/kit/takasaki/"


@pytest.fixture
def small_press(monkeypatch: pytest.MonkeyPatch) -> None:
    """One poster to glue together and one to print, so that batches are small."""
    sheet = Sheet("a2", 420, 594, finishes=("press", "tiled"))
    poster: Design = replace(all_designs()["poster"], sheets=(sheet,))
    monkeypatch.setattr(combinations, "all_designs", lambda: {"poster": poster})


@pytest.fixture
def preset(db: None) -> PrintShop:
    return PrintShop.objects.create(name="みなと印刷", key="minato", bleed=5, marks=False)


@pytest.mark.parametrize(
    ("sheet", "finish", "shop", "paper", "name"),
    [
        ("a2", "press", "", "a4", "poster-a2-press.pdf"), ("a2", "tiled", "", "a4", "poster-a2-tiled.pdf"),
        ("a2", "tiled", "", "a3", "poster-a2-tiled-a3.pdf"),
        ("b3", "press", "minato", "a4", "poster-b3-press-minato.pdf"),
    ],
)  # fmt: skip
def test_names_say_what_is_not_the_usual(sheet: str, finish: Any, shop: str, paper: str, name: str) -> None:
    made = Combination(all_designs()["poster"], Sheet(sheet, 1, 1), finish, Demands(key=shop), paper)
    assert made.filename == name


def test_names_are_all_different(preset: PrintShop) -> None:
    names = [each.filename for each in batches.everything()]
    assert len(names) == len(set(names)) > len(batches.default().combinations)


def test_every_batch_is_found_by_its_key(preset: PrintShop) -> None:
    for batch in (batches.default(), batches.on_a3(), batches.for_shop(preset.as_shop())):
        assert batches.find(batch.key) == batch
        assert all(batches.holding(each) == batch for each in batch.combinations)


def test_a_print_shop_that_wants_something_else_by_now_has_no_old_batch(preset: PrintShop) -> None:
    key = batches.for_shop(preset.as_shop()).key
    preset.ink_limit = 280
    preset.save()
    assert batches.find(key) is None
    preset.delete()
    assert batches.find(key) is None


@pytest.mark.usefixtures("small_press")
def test_choosing_a_print_shop_builds_its_press_files(
    campaign: CampaignPage, edition: Edition, organisation: Organisation, preset: PrintShop, member_client: Client,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        html = member_client.get(f"{PAGE}?need=all&shop=minato").content.decode()
    assert "/kit/takasaki/poster-a2-press-minato.pdf" in html
    assert "/kit/takasaki/poster-a2-press.pdf" not in html
    assert "/kit/takasaki/poster-a2-tiled.pdf" in html
    job = edition.jobs.get(batch=batches.for_shop(preset.as_shop()).key)
    assert (job.state, job.done, job.total) == (PrintJob.State.DONE, 2, 2)
    plate = edition.plates.get(shop=preset.as_shop().digest)
    assert plate.trim_mm == [420, 594]


@pytest.mark.usefixtures("small_press")
def test_choosing_a3_builds_what_is_glued_together_anew(
    campaign: CampaignPage, edition: Edition, organisation: Organisation, member_client: Client
) -> None:
    html = member_client.get(f"{PAGE}?need=all&paper=a3").content.decode()
    assert "/kit/takasaki/poster-a2-tiled-a3.pdf" in html
    assert "/kit/takasaki/poster-a2-press.pdf" in html
    assert set(edition.plates.values_list("finish", "paper")) == {
        ("press", "a4"), ("tiled", "a4"), ("tiled", "a3"), ("office", "a4"),
    }  # fmt: skip


@pytest.mark.usefixtures("small_press")
def test_with_a_worker_the_page_shows_progress_and_comes_back(
    campaign: CampaignPage, edition: Edition, preset: PrintShop, organisation: Organisation, member_client: Client,
    settings: Any, django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    settings.PRINT_JOBS = "worker"
    with django_capture_on_commit_callbacks() as queued:
        answer = member_client.get(f"{PAGE}?shop=minato")
        again = member_client.get(f"{PAGE}?shop=minato")
    assert len(queued) == 1, "ordered once, however often somebody looks"
    for each in (answer, again):
        assert (each.status_code, each.context["done"], each.context["total"]) == (503, 0, 2)
        assert '<meta http-equiv="refresh" content="3">' in each.content.decode()
    queued[0]()
    assert "press-minato.pdf" in member_client.get(f"{PAGE}?need=all&shop=minato").content.decode()


@pytest.mark.parametrize("query", ["paper=a0", "paper="])
def test_what_cannot_be_chosen_is_not_found(
    query: str, campaign: CampaignPage, member_client: Client
) -> None:
    assert member_client.get(f"{PAGE}?{query}").status_code == 404


@pytest.mark.parametrize("name", ["", "kit.zip", "press.zip", "kit.zip/wait/"])
def test_a_print_shop_that_is_gone_leads_to_the_usual_kit_and_says_so(
    name: str, campaign: CampaignPage, member_client: Client
) -> None:
    """Somebody kept the address of a preset that staff have removed since."""
    answer = member_client.get(f"{PAGE}{name}?shop=nobody", follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    assert len(list(answer.context["messages"])) == 1
    assert answer.context["kit"].shop == GENERIC


def test_print_shops_are_offered_when_there_are_any(
    campaign: CampaignPage, preset: PrintShop, member_client: Client
) -> None:
    preset.delete()
    assert member_client.get(PAGE).context["choices"].shops == ()
    preset.pk = None
    preset.save()
    shops = member_client.get(PAGE).context["choices"].shops
    assert [(shop.label, shop.address, shop.chosen) for shop in shops] == [
        ("指定なし", PAGE, True), ("みなと印刷", f"{PAGE}?shop=minato", False),
    ]  # fmt: skip


def test_a_preset_that_changes_while_its_plates_are_built_takes_its_job_along(
    edition: Edition, preset: PrintShop
) -> None:
    job = jobs.ordered(edition, batches.for_shop(preset.as_shop()))
    preset.bleed = 4
    preset.save()
    jobs.build_plates.call(job.pk)
    assert not PrintJob.objects.filter(pk=job.pk).exists()
    assert not edition.plates.exclude(shop="").exists()


def test_plates_that_are_gone_are_built_again_by_a_worker(
    edition: Edition, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    """An upgrade makes plates of old code unfit; the job is done, yet they must come back."""
    settings.PRINT_JOBS = "worker"
    Plate.objects.filter(design="fan").delete()
    with django_capture_on_commit_callbacks(execute=True) as queued:
        jobs.ordered(edition, batches.default())
    assert len(queued) == 1
    assert plates.missing(edition, batches.default().combinations) == []
    assert edition.jobs.get().state == PrintJob.State.DONE


@pytest.mark.usefixtures("small_press")
def test_print_shops_with_equal_demands_share_plates_but_not_the_ticket(
    edition: Edition, preset: PrintShop
) -> None:
    twin = PrintShop.objects.create(name="ふたご印刷", key="futago", bleed=5, marks=False)
    for shop in (preset, twin):
        Kit(edition, None, shop=shop.as_shop()).pairs  # noqa: B018
    own = edition.plates.exclude(shop="")
    assert (own.filter(design="poster").count(), own.filter(design="ticket").count()) == (1, 2)
