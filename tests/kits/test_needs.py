"""Files by what somebody wants to do."""

import pytest
from django.test import Client

from campaigns.kits.combinations import chosen
from campaigns.kits.needs import NEEDS
from campaigns.models import CampaignPage

PAGE = "/kit/takasaki/"


def test_it_works(campaign: CampaignPage, member_client: Client) -> None:
    page = member_client.get(PAGE)
    assert [need.key for need in page.context["needs"]] == ["board", "counter", "event", "shop"]
    assert [need.key for need in page.context["needs"] if need.chosen] == ["board"]
    assert page.context["offer"].shown.stem == "poster-a3-office"


@pytest.mark.parametrize(
    ("query", "recommended"),
    [
        ("need=board", "poster-a3-office"), ("need=board&size=b3", "poster-b3-tiled"),
        ("need=board&size=a4", "poster-a4-office"), ("need=board&size=large", "poster-a2-tiled"),
        ("need=counter", "flyer-a4-office"), ("need=event", "fan-a4-office"), ("need=shop", "poster-a2-press"),
        ("need=nonsense", "poster-a3-office"), ("need=board&size=nonsense", "poster-a3-office"),
    ],
)  # fmt: skip
def test_each_need_leads_to_its_print(
    query: str, recommended: str, campaign: CampaignPage, member_client: Client
) -> None:
    page = member_client.get(f"{PAGE}?{query}")
    offer = page.context["offer"]
    assert offer.shown.stem == recommended
    html = page.content.decode()
    assert f'href="/kit/takasaki/{recommended}.pdf"' in html
    assert html.count("data-live") == len(offer.pages)


@pytest.mark.parametrize("need", NEEDS)
def test_every_picture_and_file_of_a_need_answers(
    need: str, campaign: CampaignPage, member_client: Client
) -> None:
    page = member_client.get(f"{PAGE}?need={need}")
    for offer in [page.context["offer"], *page.context["others"]]:
        assert member_client.get(f"/kit/takasaki/{offer.shown.stem}-1-360.png").status_code == 200
        assert member_client.get(f"/kit/takasaki/{offer.shown.stem}.pdf").status_code == 200


def test_every_pick_is_a_file_of_the_kit() -> None:
    have = {(one.design.key, one.sheet.key, one.finish) for one in chosen()}
    for need in NEEDS.values():
        for preset in need.presets:
            assert {(pick.design, pick.sheet, pick.finish) for pick in preset.picks} <= have


def test_all_files_stay_at_hand(campaign: CampaignPage, member_client: Client) -> None:
    page = member_client.get(PAGE)
    assert f'href="{PAGE}?need=all"' in page.content.decode()
    assert [shelf.design for shelf in member_client.get(f"{PAGE}?need=all").context["shelves"]] == [
        "poster", "flyer", "fan",
    ]  # fmt: skip


def test_a_choice_keeps_the_need(campaign: CampaignPage, member_client: Client) -> None:
    html = member_client.get(f"{PAGE}?need=board&size=large&paper=a3").content.decode()
    assert "?need=board&amp;size=large&amp;variant=vertical&amp;paper=a3" in html or (
        "?need=board&amp;size=large&amp;paper=a3&amp;variant=vertical" in html
    )


def test_a_version_without_such_prints_says_so(campaign: CampaignPage, member_client: Client) -> None:
    page = member_client.get(f"{PAGE}?need=event&variant=vertical")
    assert page.context["offer"] is None
    assert "ほかの種類" in page.content.decode()
