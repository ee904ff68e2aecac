"""Every alarm: what brings it, what does not, and that the list shows the same codes as the alarm counts."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site

from campaigns.links.custody import probing
from campaigns.links.custody.alarms import alarms, on_codes, on_hosts
from campaigns.links.custody.models import Result
from campaigns.links.models import CodeCheck, HostDates, HostSeen, ShortLink, Successor
from campaigns.models import CampaignPage, Edition
from campaigns.versions import AudienceVersion
from home.models import HomePage, StandardPage
from tests.factories import CampaignPageFactory, OrganisationFactory
from tests.links.factories import displayed, placement_of


@pytest.fixture
def page(campaign: CampaignPage, link: ShortLink) -> StandardPage:
    """A page of its own to which the code leads."""
    made: StandardPage = campaign.add_child(instance=StandardPage(title="夏の場所", slug="natsu"))
    ShortLink.objects.filter(pk=link.pk).update(target=made)
    return made


def restrict(page: StandardPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def succeed(page: StandardPage, successor: Any) -> None:
    Successor.objects.create(page=page, successor=successor)


def unpublish_and_succeed(page: StandardPage) -> None:
    page.unpublish()
    succeed(page, page.get_parent())


def succeeded_by_hidden(page: StandardPage) -> None:
    page.unpublish()
    other = page.get_parent().add_child(instance=StandardPage(title="べつの場所", slug="betsu", live=False))
    succeed(page, other)
    succeed(other, page)


def succeeded_at_last(page: StandardPage) -> None:
    page.unpublish()
    other = page.get_parent().add_child(instance=StandardPage(title="べつの場所", slug="betsu", live=False))
    succeed(page, other)
    succeed(other, page.get_parent())


@pytest.mark.parametrize(
    ("happens", "expected"),
    [
        (lambda page: None, []),
        (lambda page: page.unpublish(), ["unpublished"]),
        (lambda page: page.delete(), ["fallback"]),
        (restrict, ["fallback"]),
        (lambda page: restrict(page.get_parent()), ["fallback"]),
        (unpublish_and_succeed, []),
        (succeeded_at_last, []),
        (succeeded_by_hidden, ["unpublished"]),
        (lambda page: page.move(HomePage.objects.get(), "last-child"), []),
        (lambda page: page.move(Page.objects.get(depth=1), "last-child"), ["fallback"]),
    ],
    ids=["nothing", "unpublished", "deleted", "restricted", "restricted above", "replaced", "replaced twice",
         "replaced by what is hidden", "moved", "moved out of the site"],
)  # fmt: skip
def test_what_happens_to_a_page(
    happens: Callable[[Any], object], expected: list[str], page: StandardPage
) -> None:
    happens(page)
    assert [alarm.key for alarm in on_codes()] == expected


@pytest.mark.parametrize("has_page", [True, False], ids=["with a page", "without"])
def test_an_audiences_code_is_meant_for_what_its_version_says_now(
    has_page: bool, campaign: CampaignPage, edition: Edition, page: StandardPage
) -> None:
    AudienceVersion.objects.create(
        campaign=campaign, key="work", label="職場", page=page if has_page else None
    )
    ShortLink.objects.update(target=edition.campaign, campaign=edition.campaign)
    ShortLink.objects.issued(edition, OrganisationFactory(), "work")
    page.unpublish()
    assert bool(on_codes()) is has_page


PAST, FUTURE = date(2020, 5, 1), date(2099, 3, 31)


@pytest.mark.parametrize(
    ("fields", "ends", "expected"),
    [
        ({"status": "displayed", "until": FUTURE}, FUTURE, False),
        ({"status": "displayed", "until": PAST}, FUTURE, True),
        ({"status": "displayed", "until": None}, FUTURE, False),
        ({"status": "displayed", "until": None}, PAST, True),
        # Its own day comes before its campaign's, as its organisation was told.
        ({"status": "displayed", "until": FUTURE}, PAST, False),
        ({"status": "pledged", "until": PAST}, FUTURE, False),
        ({"status": "removed", "until": PAST}, FUTURE, False),
    ],
)
@pytest.mark.parametrize("own", [True, False], ids=["its own code", "the shared code"])
def test_what_hangs_too_long(
    fields: dict[str, Any], ends: date, expected: bool, own: bool, link: ShortLink, campaign: CampaignPage
) -> None:
    assert link.organisation is not None
    placement = placement_of(link.organisation, campaign, has_own_code=own, **fields)
    if own:
        ShortLink.objects.issued(campaign.edition, link.organisation, placement=placement)
    CampaignPage.objects.filter(pk=campaign.pk).update(ends=ends)
    assert [alarm.key for alarm in on_codes()] == (["overdue"] if expected else [])
    assert [alarm.count for alarm in on_codes()] == ([1] if expected else [])


def test_the_last_day_itself_is_not_too_long(link: ShortLink) -> None:
    assert link.organisation is not None
    displayed(link.organisation, until=timezone.localdate())
    assert on_codes() == []


@pytest.mark.parametrize(
    ("number", "status", "expected"),
    [(1, "displayed", True), (2, "displayed", False), (None, "displayed", False), (1, "removed", False)],
)
def test_what_hangs_in_an_old_edition(
    number: int | None, status: str, expected: bool, link: ShortLink, edition: Edition
) -> None:
    assert link.organisation is not None
    newer = Edition.objects.create(campaign=edition.campaign, number=2, words=edition.words)
    hangs = {1: edition, 2: newer, None: None}[number]
    placement_of(link.organisation, edition.campaign, status=status, edition=hangs)
    assert [alarm.key for alarm in on_codes()] == (["outdated"] if expected else [])


def test_an_edition_of_another_campaign_is_not_older(link: ShortLink, edition: Edition) -> None:
    assert link.organisation is not None
    other = CampaignPageFactory()
    Edition.objects.create(campaign=other, number=9, words=edition.words)
    displayed(link.organisation, campaign=edition.campaign, edition=edition)
    assert on_codes() == []


@pytest.mark.parametrize(("result", "expected"), [("failed", ["failed"]), ("fine", []), ("fallback", [])])
def test_what_leads_nowhere(result: str, expected: list[str], link: ShortLink) -> None:
    CodeCheck.objects.create(link=link, checked_at=timezone.now(), result=result)
    assert [alarm.key for alarm in on_codes()] == expected


def entered(**fields: Any) -> None:
    HostDates.objects.update_or_create(site=Site.objects.get(), defaults=fields)


@pytest.mark.parametrize(
    ("days", "stage"),
    [(61, None), (60, 60), (31, 60), (30, 30), (8, 30), (7, 7), (0, 7), (-1, -1), (-400, -1)],
)
def test_a_domain_is_told_anew_at_each_stage(days: int, stage: int | None, link: ShortLink) -> None:
    day = timezone.localdate() + timedelta(days=days)
    entered(domain_renews_on=day, contact="情報システム課")
    found = on_hosts()
    assert [alarm.key for alarm in found] == ([] if stage is None else [f"domain:testserver:{day}:{stage}"])
    assert all("情報システム課" in alarm.sentence for alarm in found)


@pytest.mark.parametrize(("days", "stage"), [(22, None), (21, 21), (8, 21), (7, 7), (0, 7), (-1, -1)])
@pytest.mark.parametrize("how", ["entered", "read"])
def test_a_certificate_is_told_anew_at_each_stage(
    days: int, stage: int | None, how: str, link: ShortLink
) -> None:
    day = timezone.localdate() + timedelta(days=days)
    if how == "entered":
        entered(certificate_until=day)
    else:
        # What was read comes before what was entered.
        entered(certificate_until=date(2020, 1, 1))
        HostSeen.objects.create(name="testserver", certificate_until=day)
    assert [alarm.key for alarm in on_hosts()] == (
        [] if stage is None else [f"certificate:testserver:{day}:{stage}"]
    )


def test_a_host_of_codes_has_dates_of_its_own(link: ShortLink, settings: Any) -> None:
    settings.LINK_URL = "https://q.example.jp"
    entered(link_domain_renews_on=PAST, link_certificate_until=PAST)
    assert [alarm.key.rpartition(":")[0] for alarm in on_hosts()] == [
        "domain:q.example.jp:2020-05-01", "certificate:q.example.jp:2020-05-01",
    ]  # fmt: skip


def test_a_silent_host_is_one_alarm(link: ShortLink) -> None:
    probing.noted("http://testserver", "connection")
    assert [alarm.key for alarm in alarms()] == ["silent:testserver:connection"]
    probing.noted("http://testserver", "")
    assert alarms() == []


def test_a_host_that_is_not_printed_any_more_is_not_told(link: ShortLink) -> None:
    probing.noted("http://old.example.jp", "connection")
    assert alarms() == []


@pytest.mark.parametrize("kind", ["failed", "unpublished", "fallback", "overdue", "outdated"])
def test_the_list_shows_what_the_alarm_counts(
    kind: str, link: ShortLink, page: StandardPage, edition: Edition, staff_client: Client
) -> None:
    assert link.organisation is not None
    if kind == "fallback":
        restrict(page)
    else:
        page.unpublish()
    CodeCheck.objects.create(link=link, checked_at=timezone.now(), result=Result.FAILED)
    displayed(link.organisation, until=PAST, edition=edition)
    Edition.objects.create(campaign=edition.campaign, number=2, words=edition.words)
    fine = ShortLink.objects.issued(edition, OrganisationFactory())
    counted = {alarm.kind: alarm.count for alarm in on_codes()}
    listed = staff_client.get(f"/admin/codes/?alarm={kind}").context["object_list"]
    assert [entry.pk for entry in listed] == [link.pk]
    assert counted[kind] == 1
    without = staff_client.get("/admin/codes/?alarm=none").context["object_list"]
    assert [entry.pk for entry in without] == [fine.pk]
