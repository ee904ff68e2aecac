"""The register as staff see it: its lines, how it is narrowed down, what it costs, and who may see it."""

import csv
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO, StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries
from wagtail.users.models import UserProfile

from campaigns.links.custody.weeks import monday
from campaigns.links.days import today
from campaigns.links.models import CodeCheck, ScanCount, ShortLink
from campaigns.members.models import Organisation, User
from campaigns.models import CampaignPage, Edition
from tests import factories
from tests.conftest import logged_in
from tests.factories import AreaFactory, OrganisationFactory
from tests.links.custody.conftest import Codes
from tests.links.factories import displayed, placement_of

LIST = "/admin/codes/"
ADDRESSES = ["", "results/", "{pk}/", "{pk}/code.svg"]
POSTS = ["check/", "{pk}/check/"]


@pytest.fixture
def placed(edition: Edition, organisation: Organisation) -> ShortLink:
    """A code of a place in another municipality than its organisation's."""
    place = displayed(organisation, place="=HYPERLINK(1)", material="flyer", has_own_code=True)
    place.area = AreaFactory(code="14133", name="中原区", parent=AreaFactory(code="14130", name="川崎市"))
    place.save()
    return ShortLink.objects.issued(edition, organisation, placement=place)


def listed(client: Client, query: str = "") -> list[str]:
    return [entry.code for entry in client.get(f"{LIST}?{query}").context["object_list"]]


def test_it_works(placed: ShortLink, link: ShortLink, edition: Edition, staff_client: Client) -> None:
    own = ShortLink.objects.issued(edition, None)
    page = staff_client.get(LIST).content.decode()
    assert all(each.code in page for each in (placed, link, own))
    for words in (
        "髙﨑商店",
        "チラシ",
        "中原区",
        "ネットワークの印刷物",
        "第1版",
        "見本キャンペーン",
        "未確認",
    ):
        assert words in page, words


def test_it_is_empty_before_the_first_code(campaign: CampaignPage, staff_client: Client) -> None:
    assert not ShortLink.objects.exists()
    assert "まだコードがありません" in staff_client.get(LIST).content.decode()


@pytest.mark.parametrize(
    "query",
    ["area=14133", "area=14130", "material=flyer", "q={code}", "q={spread}", "q={wide}", "q={small}",
     "q=http://testserver/q/{code}", "q=HYPERLINK"],
)  # fmt: skip
def test_it_is_narrowed_down(query: str, placed: ShortLink, link: ShortLink, staff_client: Client) -> None:
    code = placed.code
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in code)
    query = query.format(code=code, spread=f"{code[:3]}-{code[3:]} ", wide=wide, small=code.lower())
    name, _equals, value = query.partition("=")
    if name == "area":
        from campaigns.areas.models import Area

        value = str(Area.objects.get(code=value).pk)
    found = staff_client.get(LIST, {name: value}).context["object_list"]
    assert [entry.code for entry in found] == [code]


def test_campaign_organisation_and_edition_narrow_it_down(
    link: ShortLink, edition: Edition, staff_client: Client
) -> None:
    other = OrganisationFactory()
    second = Edition.objects.create(campaign=edition.campaign, number=2, words=edition.words)
    theirs = ShortLink.objects.issued(second, other)
    assert listed(staff_client, f"organisation={other.pk}") == [theirs.code]
    assert listed(staff_client, f"edition={second.pk}") == [theirs.code]
    assert set(listed(staff_client, f"campaign={edition.campaign_id}")) == {theirs.code, link.code}
    assert listed(staff_client, "state=deleted") == []
    assert set(listed(staff_client, "result=unseen")) == {theirs.code, link.code}


def test_letters_that_occur_in_no_code_are_told(link: ShortLink, staff_client: Client) -> None:
    assert "コードに使われない文字があります：0" in staff_client.get(LIST, {"q": "ABC0DEF"}).content.decode()


def test_this_week_begins_on_monday_and_is_told_in_bands(
    placed: ShortLink, link: ShortLink, edition: Edition, staff_client: Client
) -> None:
    """Sums of the dashboard less these must not give few readings away, and few are not told from none."""
    third, fourth = (
        ShortLink.objects.issued(edition, None),
        ShortLink.objects.issued(edition, OrganisationFactory()),
    )
    this_week = monday(today())
    for each, day, count in (
        (placed, this_week, 20), (placed, this_week - timedelta(days=1), 900), (link, this_week, 19),
        (third, this_week, 1), (fourth, this_week, 250),
    ):  # fmt: skip
        ScanCount.objects.create(link=each, day=day, count=count)
    expected = {placed: "20～99", link: "20未満", third: "20未満", fourth: "100以上"}
    by_code = {entry.code: str(entry.week.words) for entry in staff_client.get(LIST).context["object_list"]}
    assert by_code == {each.code: words for each, words in expected.items()}
    # Nor does the order tell nineteen from one: the newest of equals comes first.
    ordered = [fourth.code, placed.code, *sorted_newest(link, third)]
    assert listed(staff_client, "ordering=-week") == ordered
    for each, words in expected.items():
        page = staff_client.get(f"{LIST}{each.pk}/").content.decode()
        weeks = re.findall(
            r'<td class="custody-number">([^<]+)</td></tr>', page[page.index("custody-weeks") :]
        )
        assert weeks[:2] == [words, "100以上" if each == placed else "20未満"]
    assert "少数の読み取りがわからないように" in page
    rows = csv.DictReader(StringIO(staff_client.get(f"{LIST}?export=csv").content.decode("utf-8-sig")))
    assert {row["コード"]: row["今週の読み取り"] for row in rows} == by_code


def test_days_are_those_of_tokyo_whatever_time_zone_somebody_has_chosen(
    link: ShortLink, staff: User, staff_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = UserProfile.get_for_user(staff)
    profile.current_time_zone = "America/Los_Angeles"
    profile.save()
    # Monday in Tokyo, Sunday in Los Angeles.
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 30, 0, 0, tzinfo=UTC))
    ScanCount.objects.create(link=link, day=date(2026, 11, 29), count=50)
    displayed(link.organisation, until=date(2026, 11, 29))
    [entry] = staff_client.get(LIST).context["object_list"]
    assert (entry.week.least, entry.is_overdue, entry.is_past) == (0, True, True)
    page = staff_client.get(f"{LIST}{link.pk}/").context
    assert page["weeks"][0][0] == date(2026, 11, 30)
    assert "current_time_zone" not in staff_client.get("/admin/account/").content.decode()


def test_a_shared_code_hangs_until_the_last_of_its_places(
    link: ShortLink, campaign: CampaignPage, staff_client: Client
) -> None:
    CampaignPage.objects.filter(pk=campaign.pk).update(ends=date(2090, 1, 31))
    [entry] = staff_client.get(LIST).context["object_list"]
    assert (entry.place, entry.until) == ("", date(2090, 1, 31))
    for until in (date(2088, 3, 31), None, date(2020, 1, 1)):
        displayed(link.organisation, until=until)
    placement_of(link.organisation, until=date(2099, 1, 1))
    displayed(link.organisation, until=date(2099, 1, 1), has_own_code=True)
    [entry] = staff_client.get(LIST).context["object_list"]
    assert (entry.place, entry.until) == ("3か所", date(2090, 1, 31))
    page = staff_client.get(LIST).content.decode()
    assert "期限切れの掲示場所あり" in page
    assert "の一斉確認" in page
    assert "manage.py" not in page
    assert ">読み取り数</th>" in staff_client.get(f"{LIST}{link.pk}/").content.decode()


def sorted_newest(*links: ShortLink) -> list[str]:
    return [link.code for link in sorted(links, key=lambda link: -link.pk)]


@pytest.mark.parametrize(
    "ordering",
    [
        "code",
        "-code",
        "organisation__name",
        "where",
        "printed_edition",
        "hangs_until",
        "checked",
        "week",
        "no",
    ],
)
def test_it_can_be_ordered(ordering: str, placed: ShortLink, link: ShortLink, staff_client: Client) -> None:
    assert len(listed(staff_client, f"ordering={ordering}")) == 2


def test_spreadsheets_have_the_same_lines_and_no_formula(
    placed: ShortLink, link: ShortLink, staff_client: Client
) -> None:
    Organisation.objects.update(name="＠会")
    answer = staff_client.get(f"{LIST}?export=csv")
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    by_code = {row["コード"]: row for row in rows}
    assert by_code[placed.code]["場所"] == "'=HYPERLINK(1)"
    assert by_code[placed.code]["参加団体"] == "'＠会"
    assert "no-store" in answer["Cache-Control"]
    book = load_workbook(BytesIO(staff_client.get(f"{LIST}?export=xlsx").getvalue()))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert {placed.code, link.code} <= {cell.value for cell in cells}


def test_a_filter_holds_for_spreadsheets(placed: ShortLink, link: ShortLink, staff_client: Client) -> None:
    answer = staff_client.get(f"{LIST}?material=flyer&export=csv").content.decode("utf-8-sig")
    assert placed.code in answer
    assert link.code not in answer


@pytest.fixture
def many(edition: Edition) -> None:
    """Two thousand codes, a third of them of places, a third without their page."""
    organisations = Organisation.objects.bulk_create(
        Organisation(name=f"会{number}", slug=f"kai-{number}", area=AreaFactory()) for number in range(2000)
    )
    links = ShortLink.objects.bulk_create(
        ShortLink(
            code=f"K{number:06}", campaign=edition.campaign, organisation=organisation, edition=edition,
            target=None if number % 3 else edition.campaign,
        )
        for number, organisation in enumerate(organisations)
    )  # fmt: skip
    now = timezone.now()
    CodeCheck.objects.bulk_create(CodeCheck(link=link, checked_at=now, result="fine") for link in links)


@pytest.mark.parametrize(("address", "most"), [("", 55), ("?export=csv", 30), ("?export=xlsx", 30)])
def test_what_it_costs_does_not_grow_with_the_codes(
    address: str,
    most: int,
    many: None,
    staff_client: Client,
    django_assert_max_num_queries: Callable[..., DjangoAssertNumQueries],
) -> None:
    staff_client.get(LIST)
    with django_assert_max_num_queries(most):
        assert staff_client.get(LIST + address).status_code == 200


def test_the_panel_on_the_home_asks_little(
    many: None, django_assert_max_num_queries: Callable[..., DjangoAssertNumQueries]
) -> None:
    from campaigns.links.custody.alarms import alarms

    with django_assert_max_num_queries(9):
        assert [alarm.count for alarm in alarms()] == [1333]


def test_the_home_has_a_panel_only_when_there_is_something(link: ShortLink, staff_client: Client) -> None:
    assert "code-alarms" not in staff_client.get("/admin/").content.decode()
    ShortLink.objects.update(target=None)
    assert "code-alarms" in staff_client.get("/admin/").content.decode()


def test_the_page_of_a_code_has_everything(placed: ShortLink, staff_client: Client) -> None:
    page = staff_client.get(f"{LIST}{placed.pk}/").content.decode()
    assert f"testserver/q/{placed.code}" in page
    assert "読み方" not in page
    assert "<td>=HYPERLINK(1)" in page
    assert page.count("今の行き先") == 1
    picture = staff_client.get(f"{LIST}{placed.pk}/code.svg")
    assert picture["Content-Type"] == "image/svg+xml"


def test_the_order_shows_why_the_next_page_is_it(
    link: ShortLink, campaign: CampaignPage, staff_client: Client
) -> None:
    from home.models import StandardPage

    hidden = campaign.add_child(instance=StandardPage(title="夏の場所", slug="natsu", live=False))
    ShortLink.objects.update(target=hidden)
    steps = staff_client.get(f"{LIST}{link.pk}/").context["steps"]
    assert [(step.page.title, str(step.obstacle), step.is_it) for step in steps[:2]] == [
        ("夏の場所", "非公開", False), ("見本キャンペーン", "", True),
    ]  # fmt: skip


def test_check_now_tells_the_result(codes: Codes, link: ShortLink, staff_client: Client) -> None:
    codes.answers["/page/"] = (404, "")
    page = staff_client.post(f"{LIST}{link.pk}/check/", follow=True).content.decode()
    assert "行き先のページがありません" in page
    assert CodeCheck.objects.get(link=link).result == "failed"


def test_check_now_says_when_the_site_is_silent(codes: Codes, link: ShortLink, staff_client: Client) -> None:
    codes.server.shutdown()
    codes.server.server_close()
    page = staff_client.post(f"{LIST}{link.pk}/check/", follow=True).content.decode()
    assert "このサーバーからサイトにつながらないため" in page
    assert not CodeCheck.objects.exists()


def test_the_filtered_list_is_checked_and_no_other(
    codes: Codes, placed: ShortLink, link: ShortLink, staff_client: Client
) -> None:
    answer = staff_client.post(f"{LIST}check/", {"query": "material=flyer"}, follow=True)
    assert "本来のページ：1件" in answer.content.decode()
    assert answer.redirect_chain[0][0] == f"{LIST}?material=flyer"
    assert [check.link for check in CodeCheck.objects.all()] == [placed]


def test_what_takes_too_long_is_left_to_the_next_minutes(
    codes: Codes, placed: ShortLink, link: ShortLink, staff_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("campaigns.links.custody.checking.PATIENCE", 0.0)
    page = staff_client.post(f"{LIST}check/", {"query": ""}, follow=True).content.decode()
    assert "残りの2件は、数分以内に確認します" in page
    assert CodeCheck.objects.filter(is_wanted=True).count() == 2


@pytest.mark.parametrize("address", ADDRESSES + POSTS)
def test_nobody_else_comes_in(address: str, link: ShortLink, member_client: Client, client: Client) -> None:
    url = LIST + address.format(pk=link.pk)
    for visitor in (client, member_client):
        answer = visitor.post(url) if address in POSTS else visitor.get(url)
        assert answer.status_code == 302
    assert not CodeCheck.objects.exists()


@pytest.mark.parametrize("address", ADDRESSES + POSTS)
def test_staff_without_the_permission_see_nothing(address: str, link: ShortLink) -> None:
    url = LIST + address.format(pk=link.pk)
    group = Group.objects.create(name="広報")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = factories.UserFactory()
    user.groups.add(group)
    client = logged_in(user)
    answer = client.post(url) if address in POSTS else client.get(url)
    assert answer.status_code == 302
    assert not CodeCheck.objects.exists()
    assert "/admin/codes/" not in client.get("/admin/").content.decode()
    group.permissions.add(Permission.objects.get(codename="view_shortlink"))
    if address not in POSTS:
        assert logged_in(user).get(url).status_code == 200


def test_a_code_of_an_organisation_that_left_stays(link: ShortLink, staff_client: Client) -> None:
    Organisation.objects.filter(pk=link.organisation_id).delete()
    assert "退会した団体" in staff_client.get(LIST).content.decode()
    assert staff_client.get(f"{LIST}{link.pk}/").status_code == 200


def test_a_week_is_named_by_its_monday() -> None:
    assert monday(date(2026, 11, 29)) == date(2026, 11, 23)
    assert monday(date(2026, 11, 30)) == date(2026, 11, 30)
