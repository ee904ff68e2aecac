"""Deleting a page that codes lead to: its successor takes over before it goes."""

from typing import Any

import pytest
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from campaigns.links.models import HourCount, Placement, ScanCount, ShortLink, Successor
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from campaigns.versions import AudienceVersion
from home.models import HomePage, StandardPage
from tests.conftest import Publish
from tests.links.admin.asking import TO_NONE, delete_url, errors, shown, successors, to
from tests.links.admin.conftest import page_below
from tests.links.factories import placement_of


def exists(page: Page) -> bool:
    return Page.objects.filter(pk=page.pk).exists()


def test_it_works(page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client) -> None:
    told = shown(staff_client, delete_url(page))
    assert "<b>7</b>枚" in told
    answer = staff_client.post(delete_url(page), to(other))
    assert answer.status_code == 302
    assert not exists(page)
    printed.refresh_from_db()
    assert printed.target_id == other.pk
    assert successors() == {}


def test_the_code_leads_to_the_successor(
    page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client, client: Client
) -> None:
    staff_client.post(delete_url(page), to(other))
    assert client.get(f"/q/{printed.code}")["Location"] == other.get_url()


def test_a_page_without_codes_has_the_usual_confirmation(
    other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    answer = staff_client.get(delete_url(other))
    assert answer.templates[0].name == "wagtailadmin/pages/confirm_delete.html"
    staff_client.post(delete_url(other))
    assert not exists(other)


def test_without_an_answer_it_is_refused(
    page: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    answer = staff_client.post(delete_url(page), {"next": "/admin/pages/"})
    assert list(errors(answer)) == ["way"]
    assert answer.context["next"] == "/admin/pages/"
    assert exists(page)


def test_pages_below_hand_over_too(
    page: StandardPage, other: StandardPage, edition: Edition, staff_client: Client
) -> None:
    child = page_below(page, "below")
    link = ShortLink.objects.create(code="AAAAAAA", target=child, campaign=edition.campaign, edition=edition)
    answer = staff_client.post(delete_url(page), to(child))
    assert list(errors(answer)) == ["successor"]
    staff_client.post(delete_url(page), to(other))
    assert not exists(child)
    link.refresh_from_db()
    assert link.target_id == other.pk


def test_those_whose_successor_it_was_are_handed_on(
    home: HomePage, page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    page.unpublish()
    Successor.objects.create(page=page, successor=other)
    third = page_below(home, "third")
    assert "<b>7</b>枚" in shown(staff_client, delete_url(other))
    staff_client.post(delete_url(other), to(third))
    assert successors() == {page.pk: third.pk}


def test_the_successor_of_the_page_that_takes_over_is_no_loop(
    page: StandardPage, other: StandardPage, printed: ShortLink
) -> None:
    # Both were named for the days on which the pages end; then one is deleted by a program.
    Successor.objects.create(page=page, successor=other)
    Successor.objects.create(page=other, successor=page)
    page.delete()
    assert successors() == {}


def test_a_subtree_whose_pages_follow_one_another_is_deleted_by_a_program(
    page: StandardPage, other: StandardPage, edition: Edition
) -> None:
    child = page_below(page, "below")
    link = ShortLink.objects.create(code="AAAAAAA", target=child, campaign=edition.campaign, edition=edition)
    Successor.objects.create(page=child, successor=page)
    Successor.objects.create(page=page, successor=child)
    Page.objects.get(pk=page.pk).delete()
    link.refresh_from_db()
    assert link.target_id is None
    assert successors() == {}


def test_the_audiences_page_is_the_successor_in_drafts_too(
    campaign: CampaignPage,
    page: StandardPage,
    other: StandardPage,
    printed: ShortLink,
    publish: Publish,
    staff_client: Client,
) -> None:
    CampaignPage.objects.get(pk=campaign.pk).save_revision()
    staff_client.post(delete_url(page), to(other))
    version = AudienceVersion.objects.get(campaign=campaign)
    assert version.page_id == other.pk
    [usage] = ReferenceIndex.get_references_to(other).filter(object_id=str(campaign.pk))
    assert usage.model_path.startswith("audience_versions")
    draft = CampaignPage.objects.get(pk=campaign.pk).get_latest_revision_as_object()
    assert [version.page_id for version in draft.audience_versions.all()] == [other.pk]


def test_no_successor_leaves_it_to_the_campaign(
    campaign: CampaignPage, page: StandardPage, printed: ShortLink, staff_client: Client, client: Client
) -> None:
    staff_client.post(delete_url(page), TO_NONE)
    assert not exists(page)
    assert client.get(f"/q/{printed.code}")["Location"] == campaign.get_url()


def test_many_pages_ask_for_the_name_of_the_site_first(
    page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client, settings: Any
) -> None:
    settings.WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 1
    assert "confirm_site_name" in shown(staff_client, delete_url(page))
    answer = staff_client.post(delete_url(page), to(other, confirm_site_name="nonsense"))
    assert answer.context["form"]["successor"].value() == str(other.pk)
    assert exists(page)
    assert successors() == {}
    staff_client.post(delete_url(page), to(other, confirm_site_name=settings.WAGTAIL_SITE_NAME))
    assert not exists(page)


def test_a_campaign_whose_prints_hang_is_only_unpublished(
    campaign: CampaignPage, home: HomePage, hanging: Placement, staff_client: Client
) -> None:
    told = shown(staff_client, delete_url(campaign))
    assert "掲示中の印刷物があるあいだは削除できません" in told
    assert "削除せずに、非公開にする" in told
    assert 'name="way"' not in told
    staff_client.post(delete_url(campaign), to(home))
    assert exists(campaign)
    assert Placement.objects.filter(pk=hanging.pk).exists()


def test_nor_is_the_page_above_it(
    campaign: CampaignPage, home: HomePage, hanging: Placement, staff_client: Client
) -> None:
    staff_client.post(delete_url(home), TO_NONE)
    assert exists(campaign)


def test_nor_by_a_program(campaign: CampaignPage, hanging: Placement) -> None:
    with pytest.raises(ProtectedError), transaction.atomic():
        Page.objects.get(pk=campaign.pk).delete()
    assert exists(campaign)


def test_a_deleted_campaign_says_what_is_lost_and_its_codes_and_counts_live(
    campaign: CampaignPage,
    home: HomePage,
    hanging: Placement,
    organisation: Organisation,
    staff_client: Client,
    client: Client,
) -> None:
    Placement.objects.filter(pk=hanging.pk).update(status="removed")
    placement_of(organisation, place="これからの壁", count=5)
    link = ShortLink.objects.get()
    ScanCount.objects.create(link=link, day=timezone.localdate(), count=4)
    HourCount.objects.create(campaign=campaign, hour=timezone.now(), count=4)
    told = shown(staff_client, delete_url(campaign))
    for words in ("掲示場所の記録 2か所分", "版次 1件", "時間ごとの読み取り数"):
        assert words in told
    staff_client.post(delete_url(campaign), to(home))
    assert not exists(campaign)
    link.refresh_from_db()
    assert (link.target_id, link.campaign_id) == (home.pk, None)
    assert client.get(f"/q/{link.code}")["Location"] == home.get_url()
    assert ScanCount.objects.get().count >= 4


def test_who_may_not_delete_is_not_asked(
    page: StandardPage, other: StandardPage, printed: ShortLink, member_client: Client
) -> None:
    assert member_client.post(delete_url(page), to(other)).status_code == 302
    assert exists(page)
