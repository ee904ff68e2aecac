"""The weekly look at members' pages, and the letter when a link stays away."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from campaigns.banners import checking
from campaigns.banners.checking import PATIENCE, check_due, due
from campaigns.banners.fetching import Page
from campaigns.banners.models import LinkCheck
from campaigns.connection import Unreachable
from campaigns.members.letters import deliver
from campaigns.members.models import Membership, Organisation
from campaigns.models import CampaignPage
from campaigns.schedule.chores import CHORES
from tests import factories

Result = LinkCheck.Result


class Web:
    """Pages by address; what is not among them cannot be reached. `asked` are the addresses in their order."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.asked: list[str] = []

    def fetch(self, url: str) -> Page:
        self.asked.append(url)
        if url not in self.pages:
            raise Unreachable("not_found")
        return Page(url, self.pages[url].encode())


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Web:
    made = Web()
    monkeypatch.setattr(checking, "fetch", made.fetch)
    monkeypatch.setattr(checking, "PAUSE", 0)
    return made


@pytest.fixture
def linked(campaign: CampaignPage) -> str:
    return f'<a href="http://testserver{campaign.get_url_parts()[2]}">つながろう</a>'


def entered(organisation: Organisation, url: str = "https://member.example.jp/", **fields: Any) -> LinkCheck:
    return LinkCheck.objects.create(organisation=organisation, url=url, **fields)


def test_it_works(web: Web, linked: str, campaign: CampaignPage, organisation: Organisation) -> None:
    check = entered(organisation)
    web.pages[check.url] = linked
    check_due()
    check.refresh_from_db()
    assert (check.result, check.campaign, check.failing_since) == (Result.LINKS, campaign, None)
    assert check.checked_at is not None


def test_it_falls_due_every_day() -> None:
    assert (CHORES["link checks"].every, CHORES["link checks"].run) == (timedelta(days=1), check_due)


def test_what_is_missing_is_told_apart(web: Web, campaign: CampaignPage) -> None:
    without = entered(factories.OrganisationFactory(), "https://a.example.jp/")
    gone = entered(factories.OrganisationFactory(), "https://b.example.jp/")
    web.pages[without.url] = "<p>会</p>"
    check_due()
    found = LinkCheck.objects.in_bulk()
    assert (found[without.pk].result, found[without.pk].reason) == (Result.NO_LINK, "")
    assert (found[gone.pk].result, found[gone.pk].reason) == (Result.UNREACHABLE, "not_found")
    assert all(check.failing_since == check.checked_at for check in found.values())


def test_the_first_part_of_a_page_may_have_the_link_but_never_lacks_it_for_certain(
    web: Web, linked: str, campaign: CampaignPage, organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = entered(organisation)
    for body, result, reason in (("<p>", Result.UNREACHABLE, "too_large"), (linked, Result.LINKS, "")):
        monkeypatch.setattr(checking, "fetch", lambda url, body=body: Page(url, body.encode(), whole=False))
        checking.check_now(check, campaign)
        assert (check.result, check.reason) == (result, reason)


def test_a_page_is_looked_at_once_a_week(
    web: Web, campaign: CampaignPage, organisation: Organisation
) -> None:
    check = entered(organisation)
    check_due()
    check_due()
    assert len(web.asked) == 1
    LinkCheck.objects.update(checked_at=timezone.now() - timedelta(days=7))
    check_due()
    assert web.asked == [check.url] * 2


def test_a_new_campaign_makes_every_page_due(
    web: Web, campaign: CampaignPage, organisation: Organisation, publish: Any
) -> None:
    entered(organisation)
    check_due()
    publish(factories.CampaignPageFactory(starts=timezone.localdate(), slug="next"))
    check_due()
    assert len(web.asked) == 2
    assert LinkCheck.objects.get().campaign.slug == "next"


def test_who_is_not_approved_is_not_looked_at(web: Web, campaign: CampaignPage) -> None:
    entered(factories.OrganisationFactory(is_approved=False))
    check_due()
    assert web.asked == []


def test_without_a_campaign_nobody_is_asked(web: Web, home: Any, organisation: Organisation) -> None:
    entered(organisation)
    check_due()
    assert web.asked == []


def test_the_longest_unseen_come_first_and_no_more_than_the_most(
    web: Web, campaign: CampaignPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days in (8, 30, 9):
        entered(
            factories.OrganisationFactory(), f"https://{days}.example.jp/", campaign=campaign,
            checked_at=timezone.now() - timedelta(days=days),
        )  # fmt: skip
    assert [check.url[8:].split(".")[0] for check in due(campaign)] == ["30", "9", "8"]
    monkeypatch.setattr(checking, "MOST", 2)
    check_due()
    assert set(web.asked) == {"https://30.example.jp/", "https://9.example.jp/"}


def test_pages_of_one_host_are_asked_for_one_after_the_other(
    web: Web, campaign: CampaignPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(checking, "sleep", pauses.append)
    for number in range(3):
        entered(factories.OrganisationFactory(), f"https://blog.example.jp/{number}")
    entered(factories.OrganisationFactory(), "https://other.example.jp/")
    check_due()
    assert len(pauses) == 2
    assert len(web.asked) == 4


def test_an_address_that_was_entered_meanwhile_keeps_its_own_result(
    web: Web, campaign: CampaignPage, organisation: Organisation
) -> None:
    check = entered(organisation)
    LinkCheck.objects.update(url="https://new.example.jp/")
    checking.check_now(check, campaign)
    assert LinkCheck.objects.get().result == Result.UNKNOWN


# --- the letter ---------------------------------------------------------------------------------------


@pytest.fixture
def administrator(organisation: Organisation) -> Membership:
    factories.MembershipFactory(organisation=organisation)
    factories.MembershipFactory(role=Membership.Role.ADMINISTRATOR)
    return factories.MembershipFactory(organisation=organisation, role=Membership.Role.ADMINISTRATOR)


def a_week_passes(by: timedelta = timedelta(days=7)) -> None:
    for check in LinkCheck.objects.all():
        LinkCheck.objects.filter(pk=check.pk).update(
            checked_at=check.checked_at - by, failing_since=check.failing_since and check.failing_since - by
        )


def letters() -> list[mail.EmailMessage]:
    deliver()
    return mail.outbox


def test_after_two_failing_weeks_the_administrators_are_written_to_once(
    web: Web, linked: str, campaign: CampaignPage, organisation: Organisation, administrator: Membership
) -> None:
    check = entered(organisation)
    for sent in (0, 0, 1, 1, 1):
        check_due()
        assert len(letters()) == sent
        a_week_passes()
    (letter,) = mail.outbox
    assert letter.to == [administrator.user.email]
    assert "髙﨑商店" in letter.subject
    assert letter.body.count("http") == 1
    assert "http://testserver/my/takasaki/banners/" in letter.body
    # Once the link has been seen again, another two weeks are worth another letter.
    web.pages[check.url] = linked
    check_due()
    a_week_passes()
    del web.pages[check.url]
    for sent in (1, 1, 2):
        check_due()
        assert len(letters()) == sent
        a_week_passes()


def test_looking_by_hand_begins_no_new_fortnight(
    web: Web, campaign: CampaignPage, organisation: Organisation, administrator: Membership
) -> None:
    check = entered(organisation)
    check_due()
    a_week_passes(PATIENCE)
    check.refresh_from_db()
    checking.check_now(check, campaign)
    assert check.failing_since < timezone.now() - PATIENCE


def test_a_run_that_is_cut_off_between_day_and_letter_has_sent_neither(
    web: Web, campaign: CampaignPage, organisation: Organisation, administrator: Membership,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    entered(organisation)
    check_due()
    a_week_passes(PATIENCE)

    def killed(*_letter: Any, **_rest: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(checking, "post", killed)
        with pytest.raises(KeyboardInterrupt):
            check_due()
    assert LinkCheck.objects.get().written_at is None
    a_week_passes()
    check_due()
    assert len(letters()) == 1
