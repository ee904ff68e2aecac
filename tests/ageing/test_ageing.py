"""Pages and places that nobody has looked at for a year."""

from datetime import timedelta

from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from campaigns.models import CampaignPage
from home.ageing.models import CaseCheck, PageCheck
from home.models import HomePage, StandardPage
from tests.conftest import logged_in
from tests.factories import CaseFactory, CaseIndexPageFactory, DeskFactory, UserFactory

REPORT = reverse("ageing:index")


def page(home: HomePage, slug: str, days: int | None, **fields: object) -> StandardPage:
    seen = timezone.now() - timedelta(days=days) if days is not None else None
    made: StandardPage = home.add_child(
        instance=StandardPage(title=slug, slug=slug, last_published_at=seen, **fields)
    )
    return made


def titles(client: Client) -> list[str]:
    return [each.title for each, _may in client.get(REPORT).context["rows"]]


def test_what_is_still_right_comes_back_in_a_year(home: HomePage, staff_client: Client) -> None:
    old = page(home, "old", 400)
    older = page(home, "older", 800)
    page(home, "recent", 364)
    page(home, "draft", 800, live=False)
    # Of the home page nobody knows.
    assert titles(staff_client) == [home.title, "older", "old"]
    html = staff_client.get(REPORT).content.decode()
    assert "まだ合っています" in html
    answer = staff_client.post(reverse("ageing:checked", args=["page", older.pk]), follow=True)
    assert "1年後" in answer.content.decode()
    assert titles(staff_client) == [home.title, "old"]
    check = PageCheck.objects.get()
    assert (check.page_id, check.checked_on) == (older.pk, timezone.localdate())
    PageCheck.objects.update(checked_on=timezone.localdate() - timedelta(days=500))
    assert titles(staff_client) == [home.title, "older", "old"]
    old.save_revision().publish()
    assert titles(staff_client) == [home.title, "older"]


def test_only_staff_who_may_change_a_page_say_so(home: HomePage) -> None:
    address = reverse("ageing:checked", args=["page", home.pk])
    for client in (Client(), logged_in(UserFactory())):
        assert client.get(REPORT).status_code in {302, 403}
        assert client.post(address).status_code in {302, 403}
    assert not PageCheck.objects.exists()


def test_a_look_alone_changes_nothing(home: HomePage, staff_client: Client) -> None:
    assert staff_client.get(reverse("ageing:checked", args=["page", home.pk])).status_code == 405


def test_the_reports_lead_to_desks_that_nobody_has_verified(home: HomePage, staff_client: Client) -> None:
    DeskFactory(name="古い電話", verified_on=timezone.localdate() - timedelta(days=91))
    DeskFactory(slug="new", name="新しい電話", verified_on=timezone.localdate() - timedelta(days=90))
    html = staff_client.get(REPORT).content.decode()
    address = reverse("wagtailsnippets_desks_desk:list") + "?verified=stale"
    assert address in html
    desks = staff_client.get(address).content.decode()
    assert "古い電話" in desks
    assert "新しい電話" not in desks


def test_places_are_read_again_as_well(home: HomePage, staff_client: Client) -> None:
    CaseIndexPageFactory(parent=home)
    long_ago = timezone.now() - timedelta(days=400)
    old = CaseFactory(slug="old", name="前からの場所", last_published_at=long_ago)
    CaseFactory(slug="new", name="新しい場所", last_published_at=timezone.now())
    CaseFactory(slug="draft", name="下書きの場所", last_published_at=long_ago, live=False)
    assert "前からの場所" in titles(staff_client)
    assert not {"新しい場所", "下書きの場所"} & set(titles(staff_client))
    html = staff_client.get(REPORT).content.decode()
    assert 'href="/places/old/"' in html
    assert reverse("wagtailsnippets_cases_case:edit", args=[old.pk]) in html
    staff_client.post(reverse("ageing:checked", args=["place", old.pk]))
    assert "前からの場所" not in titles(staff_client)
    assert CaseCheck.objects.get().checked_by is not None


def test_who_may_not_change_it_is_not_asked(home: HomePage, campaign: CampaignPage) -> None:
    """An editor of the campaign alone, who may change neither the home page nor places."""
    page(home, "elsewhere", 400)
    here: StandardPage = campaign.add_child(
        instance=StandardPage(
            title="here", slug="here", last_published_at=timezone.now() - timedelta(days=400)
        )
    )
    case = CaseFactory(last_published_at=timezone.now() - timedelta(days=400))
    group = Group.objects.create(name="編集者")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(
        group=group, page=campaign, permission=Permission.objects.get(codename="change_page")
    )
    user = UserFactory()
    user.groups.add(group)
    client = logged_in(user)
    may = {each.title: may for each, may in client.get(REPORT).context["rows"]}
    assert (may["here"], may["elsewhere"], may[case.name]) == (True, False, False)
    html = client.get(REPORT).content.decode()
    assert reverse("ageing:checked", args=["page", here.pk]) in html
    for key, pk in (("place", case.pk), ("page", home.pk)):
        address = reverse("ageing:checked", args=[key, pk])
        assert address not in html
        assert client.post(address).status_code in {302, 403}
    assert not PageCheck.objects.exists()
    assert not CaseCheck.objects.exists()


def test_where_nothing_is_old_it_says_so_once(home: HomePage, staff_client: Client) -> None:
    PageCheck.objects.create(page=home)
    html = staff_client.get(REPORT).content.decode()
    assert (
        "今、見直しが必要なものはありません。公開中の1件（ページと場所）は、すべて1年以内に見直されています。"
        in html
    )
    assert "このほかの" not in html
