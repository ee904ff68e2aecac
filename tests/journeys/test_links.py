from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import timezone

from campaigns.links import codes, scans
from campaigns.links.models import HourCount, ScanCount, ShortLink
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage
from tests.journeys import network


@pytest.fixture
def link(campaign: CampaignPage, organisation: Organisation) -> ShortLink:
    return ShortLink.objects.issued(campaign.edition, organisation)


def total(link: ShortLink) -> int:
    return sum(count.count for count in ScanCount.objects.filter(link=link))


def test_it_works(link: ShortLink, client: Client) -> None:
    response = client.get(f"/q/{link.code}")
    assert response.status_code == 302
    assert response["Location"] == link.campaign.get_url()
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies
    assert total(link) == 1
    assert HourCount.objects.get().count == 1


def test_capitals_are_the_same_code(link: ShortLink, client: Client) -> None:
    assert client.get(f"/Q/{link.code.lower()}").status_code == 302
    assert link.url.isupper()


def test_looking_without_reading_is_not_counted(link: ShortLink, client: Client) -> None:
    assert client.head(f"/q/{link.code}").status_code == 302
    assert total(link) == 0


def test_staff_are_not_counted(link: ShortLink, staff_client: Client) -> None:
    staff_client.get(f"/q/{link.code}")
    assert total(link) == 0


def test_the_day_turns_at_midnight_in_tokyo(link: ShortLink, monkeypatch: pytest.MonkeyPatch) -> None:
    for moment in (datetime(2026, 6, 1, 14, 59, 59, tzinfo=UTC), datetime(2026, 6, 1, 15, 0, tzinfo=UTC)):
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        scans.count_scan(link)
        scans.count_scan(link)
    days = list(ScanCount.objects.order_by("day").values_list("day", "count"))
    assert [(day.isoformat(), count) for day, count in days] == [("2026-06-01", 2), ("2026-06-02", 2)]


def test_a_failure_to_count_keeps_nobody_away(
    link: ShortLink, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scans, "DAY", "INSERT INTO no_such_table VALUES (%s, %s)")
    assert client.get(f"/q/{link.code}").status_code == 302
    assert total(link) == 0


def test_an_unpublished_target_leads_to_the_current_campaign(link: ShortLink, client: Client) -> None:
    other = network.published(starts="2019-01-01", ends="2098-01-01")
    link.campaign.unpublish()
    assert client.get(f"/q/{link.code}")["Location"] == other.get_url()


def test_a_code_outlives_its_campaign(link: ShortLink, client: Client) -> None:
    link.campaign.delete()
    assert client.get(f"/q/{link.code}")["Location"] == "/"
    assert ShortLink.objects.filter(code=link.code).exists()


def test_an_organisation_that_left_leaves_its_code_working(link: ShortLink, client: Client) -> None:
    link.organisation.delete()
    assert client.get(f"/q/{link.code}")["Location"] == link.campaign.get_url()
    link.refresh_from_db()
    own = ShortLink.objects.issued(link.edition, None)
    assert own.code != link.code


def test_an_unknown_code_helps(campaign: CampaignPage, client: Client) -> None:
    response = client.get("/q/2222222")
    assert response.status_code == 404
    assert "0120-000-000" in response.content.decode()


def test_a_mistyped_code_names_the_letters_that_never_occur(campaign: CampaignPage, client: Client) -> None:
    assert "「0 O」" in client.get("/q/AB0O234").content.decode()


def test_a_typed_code_forgives(link: ShortLink, client: Client) -> None:
    full_width = "".join(chr(ord(letter) + 0xFEE0) for letter in link.code)
    for typed in (
        link.code.lower(),
        f"{link.code[:3]} {link.code[3:]}",
        f"{link.code[:3]}-{link.code[3:]}",
        full_width,
    ):
        assert client.get("/q/", {"code": typed}).status_code == 302
    assert client.get("/q/").status_code == 200


def test_one_code_for_an_organisation_and_campaign(link: ShortLink, organisation: Organisation) -> None:
    assert ShortLink.objects.issued(link.edition, organisation) == link
    # The other request looked before ours had issued the code.
    assert ShortLink.objects.issue(link.edition, organisation) == link


def test_codes_hold_no_letter_that_is_taken_for_another() -> None:
    assert len(codes.ALPHABET) == len(set(codes.ALPHABET)) == 31
    assert not set("0O1IL") & set(codes.ALPHABET)
    assert all(codes.is_sound(codes.new_code()) for _ in range(200))


def test_the_check_character_finds_every_slip_and_every_swap() -> None:
    for _ in range(20):
        code = codes.new_code()
        for place in range(len(code)):
            for letter in codes.ALPHABET:
                if letter != code[place]:
                    assert not codes.is_sound(code[:place] + letter + code[place + 1 :])
        for place in range(len(code) - 2):
            if code[place] != code[place + 1]:
                swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
                assert not codes.is_sound(swapped)
