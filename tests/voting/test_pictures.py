"""The candidates on real artefacts."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Catchphrase
from campaigns.voting import pictures
from campaigns.voting.pictures import SHEETS, WIDTHS, make_pictures
from print_templates.bounded import NotMade
from tests.voting.conftest import phrase

pytestmark = pytest.mark.usefixtures("clean_caches")


def address(
    organisation: Organisation, of: Catchphrase, design: str = "poster", width: int = WIDTHS[0]
) -> str:
    keys = {"slug": organisation.slug, "candidate": of.pk, "design": design, "width": width}
    return reverse("voting:picture", kwargs=keys)


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The designs that were laid out."""
    done: list[str] = []
    lay_out = pictures.lay_out

    def counted(shown: pictures.Artefact) -> Any:
        done.append(shown.design.key)
        return lay_out(shown)

    monkeypatch.setattr(pictures, "lay_out", counted)
    return done


@pytest.mark.parametrize("design", SHEETS)
def test_it_works(
    voted: CampaignPage, organisation: Organisation, member_client: Client, design: str
) -> None:
    answers = [
        member_client.get(address(organisation, phrase(voted, label), design)) for label in ("A案", "B案")
    ]
    assert [answer["Content-Type"] for answer in answers] == ["image/png"] * 2
    first, second = (Image.open(BytesIO(answer.content)) for answer in answers)
    assert first.size == second.size
    assert abs(first.width - WIDTHS[0]) <= 1
    assert answers[0].content != answers[1].content
    assert "private" in answers[0]["Cache-Control"]


def test_it_is_laid_out_once_for_all_widths(
    voted: CampaignPage, organisation: Organisation, member_client: Client, layouts: list[str]
) -> None:
    for width in (*WIDTHS, WIDTHS[0]):
        assert member_client.get(address(organisation, phrase(voted, "A案"), width=width)).status_code == 200
    assert layouts == ["poster"]


def test_who_has_it_is_not_sent_it_again(
    voted: CampaignPage, organisation: Organisation, member_client: Client, layouts: list[str]
) -> None:
    where = address(organisation, phrase(voted, "A案"))
    etag = member_client.get(where)["ETag"]
    assert member_client.get(where, headers={"If-None-Match": etag}).status_code == 304
    Catchphrase.objects.filter(campaign=voted).update(sub_copy="ほかの ことば")
    assert member_client.get(where, headers={"If-None-Match": etag}).status_code == 200


def test_they_are_made_when_the_vote_is_opened(
    voted: CampaignPage, organisation: Organisation, member_client: Client, layouts: list[str]
) -> None:
    make_pictures.func(voted.pk)
    assert sorted(layouts) == sorted([*SHEETS] * 3)
    layouts.clear()
    member_client.get(address(organisation, phrase(voted, "C案"), "fan"))
    assert layouts == []


def test_the_page_makes_none(
    voted: CampaignPage, organisation: Organisation, member_client: Client, layouts: list[str]
) -> None:
    member_client.get(reverse("voting:vote", args=[organisation.slug]))
    assert layouts == []


def test_candidates_are_seen_once_members_vote(
    choosing: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    assert member_client.get(address(organisation, phrase(choosing, "A案"))).status_code == 404


@pytest.mark.parametrize("wrong", [{"design": "ticket"}, {"width": 4000}])
def test_other_pictures_are_not_made(
    voted: CampaignPage, organisation: Organisation, member_client: Client, wrong: dict[str, Any]
) -> None:
    assert member_client.get(address(organisation, phrase(voted, "A案"), **wrong)).status_code == 404


def test_what_cannot_be_laid_out_is_not_found(
    voted: CampaignPage, organisation: Organisation, member_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_made(shown: pictures.Artefact) -> Any:
        raise NotMade("too long")

    monkeypatch.setattr(pictures, "lay_out", not_made)
    assert member_client.get(address(organisation, phrase(voted, "A案"))).status_code == 404
