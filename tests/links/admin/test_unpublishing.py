"""Unpublishing a page that codes lead to: what hangs is told, a successor asked for."""

import pytest
from django.test import Client

from campaigns.links.models import Placement, ShortLink, Successor
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from home.models import HomePage, StandardPage
from tests.factories import locale
from tests.links.admin.asking import TO_NONE, errors, shown, successors, to, unpublish_url
from tests.links.admin.conftest import page_below
from tests.links.factories import displayed, placement_of


def live(page: StandardPage | CampaignPage) -> bool:
    page.refresh_from_db()
    return bool(page.live)


def test_it_works(page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client) -> None:
    shown(staff_client, unpublish_url(page))
    answer = staff_client.post(unpublish_url(page), to(other))
    assert answer.status_code == 302
    assert not live(page)
    assert successors() == {page.pk: other.pk}


def test_what_hangs_is_told_before(
    page: StandardPage, printed: ShortLink, organisation: Organisation, staff_client: Client
) -> None:
    displayed(organisation, count=30, place="べつの壁", until=None)
    placement_of(organisation, count=12, place="これからの壁")
    told = shown(staff_client, unpublish_url(page))
    assert "二次元コード<b>1</b>件" in told
    assert "<b>37</b>枚" in told
    assert "1団体、2か所" in told
    assert "2099年3月31日" in told
    assert "<b>12</b>枚" in told
    # Which of them are of the audience's version, nobody has said.
    assert "3か所は、この版を掲示しているかどうか分からない" in told


def test_of_what_carries_the_code_for_sure_no_doubt_is_told(
    page: StandardPage, printed: ShortLink, organisation: Organisation, staff_client: Client
) -> None:
    ShortLink.objects.issued(printed.edition, organisation)
    told = shown(staff_client, unpublish_url(CampaignPage.objects.get()))
    assert "<b>7</b>枚" in told
    assert "分からない" not in told


def test_a_page_without_codes_shows_nothing_new(
    other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    told = shown(staff_client, unpublish_url(other))
    assert "二次元コード" not in told
    assert 'name="way"' not in told
    staff_client.post(unpublish_url(other))
    assert not live(other)
    assert successors() == {}


def test_without_an_answer_it_is_refused_and_nothing_is_lost(
    home: HomePage, page: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    page_below(page, "below")
    answer = staff_client.post(unpublish_url(page), {"include_descendants": "on"})
    assert list(errors(answer)) == ["way"]
    assert "紙を見た人" in answer.content.decode()
    assert answer.context["form"]["include_descendants"].value()
    assert live(page)


def test_a_page_must_be_chosen_when_a_page_is_promised(
    page: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    answer = staff_client.post(unpublish_url(page), {"way": "page", "successor": ""})
    assert list(errors(answer)) == ["successor"]
    assert live(page)


def test_no_successor_may_be_chosen_and_forgets_an_earlier_one(
    page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    Successor.objects.create(page=page, successor=other)
    staff_client.post(unpublish_url(page), TO_NONE)
    assert not live(page)
    assert successors() == {}


@pytest.mark.parametrize("what", ["itself", "below", "draft", "restricted", "root", "unknown"])
def test_what_is_no_public_page_elsewhere_is_refused(
    what: str,
    home: HomePage,
    page: StandardPage,
    other: StandardPage,
    printed: ShortLink,
    staff_client: Client,
) -> None:
    other.unpublish()
    secret = page_below(home, "secret")
    secret.view_restrictions.create(restriction_type="login")
    pages = {
        "itself": page.pk,
        "below": page_below(page, "below").pk,
        "draft": other.pk,
        "restricted": secret.pk,
        "root": home.get_parent().pk,
        "unknown": 999_999,
    }
    answer = staff_client.post(unpublish_url(page), {"way": "page", "successor": pages[what]})
    assert list(errors(answer)) == ["successor"]
    assert live(page)
    assert successors() == {}


def test_a_loop_is_refused(
    page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    # The other page ends on a day, and this one was named for it.
    Successor.objects.create(page=other, successor=page)
    answer = staff_client.post(unpublish_url(page), to(other))
    assert list(errors(answer)) == ["successor"]
    assert successors() == {other.pk: page.pk}


def test_a_chain_grows_and_is_told(
    home: HomePage, page: StandardPage, other: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    staff_client.post(unpublish_url(page), to(other))
    assert "<b>7</b>枚" in shown(staff_client, unpublish_url(other))
    third = page_below(home, "third")
    staff_client.post(unpublish_url(other), to(third))
    assert successors() == {page.pk: other.pk, other.pk: third.pk}


def test_pages_below_get_it_only_when_they_go_too(
    page: StandardPage, other: StandardPage, edition: Edition, staff_client: Client
) -> None:
    child = page_below(page, "below")
    ShortLink.objects.create(code="AAAAAAA", target=child, campaign=edition.campaign, edition=edition)
    told = shown(staff_client, unpublish_url(page))
    assert "下の階層のページもふくめると" in told
    staff_client.post(unpublish_url(page), to(other))
    assert successors() == {}
    page.save_revision().publish()
    staff_client.post(unpublish_url(page), to(other, include_descendants="on"))
    assert not live(child)
    assert successors() == {child.pk: other.pk}


def test_an_alias_goes_with_its_page_and_follows_too(
    home: HomePage, page: StandardPage, other: StandardPage, edition: Edition, staff_client: Client
) -> None:
    alias = page.create_alias(parent=home, update_slug="alias")
    ShortLink.objects.create(code="AAAAAAA", target=alias, campaign=edition.campaign, edition=edition)
    staff_client.post(unpublish_url(page), to(other))
    assert successors() == {alias.pk: other.pk}


def test_the_campaign_counts_all_its_prints(
    campaign: CampaignPage, hanging: Placement, home: HomePage, staff_client: Client
) -> None:
    assert "<b>3</b>枚" in shown(staff_client, unpublish_url(campaign))
    staff_client.post(unpublish_url(campaign), to(home))
    assert successors() == {campaign.pk: home.pk}


def test_the_campaign_is_suggested_for_a_page_of_its_codes(
    campaign: CampaignPage, page: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    form = staff_client.get(unpublish_url(page)).context["form"]
    assert form["successor"].value() == campaign.pk
    assert form["way"].value() == "page"


def test_a_public_translation_is_suggested_first(
    home: HomePage, page: StandardPage, printed: ShortLink, staff_client: Client
) -> None:
    english = page_below(home, "work-en", translation_key=page.translation_key, locale=locale("en"))
    form = staff_client.get(unpublish_url(page)).context["form"]
    assert form["successor"].value() == english.pk


def test_the_page_above_is_suggested_for_the_only_campaign(
    campaign: CampaignPage, hanging: Placement, home: HomePage, staff_client: Client
) -> None:
    form = staff_client.get(unpublish_url(campaign)).context["form"]
    assert form["successor"].value() == home.pk


def test_who_may_not_unpublish_is_not_asked(
    page: StandardPage, other: StandardPage, printed: ShortLink, member_client: Client
) -> None:
    for answer in (
        member_client.get(unpublish_url(page)),
        member_client.post(unpublish_url(page), to(other)),
    ):
        assert answer.status_code == 302
    assert live(page)
    assert successors() == {}
