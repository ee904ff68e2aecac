"""Invitation by list: a file is looked through, shown, confirmed and taken as a whole."""

import csv
import io
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from campaigns.areas.models import Area
from campaigns.members.bulk.inviting import examine, take
from campaigns.members.bulk.table import COLUMNS, MOST_BYTES, MOST_ROWS
from campaigns.members.models import Invitation, Membership, Organisation
from tests.conftest import logged_in
from tests.factories import AreaFactory, OrganisationFactory, UserFactory
from tests.members.conftest import letters

URL = "/admin/bulk-invitation/"
HEADER = "団体名,団体名の読み（ひらがな）,団体の種別,市区町村,メールアドレス,ウェブサイト,電話番号"
GOOD = "髙﨑商店,たかさきしょうてん,お店,横浜市鶴見区,shop@example.jp,https://shop.example.jp,045-000-0100"
OTHER = "かもめ食堂,,npo,14101,kamome@example.jp,,"


@pytest.fixture(autouse=True)
def areas(db: None) -> None:
    city = AreaFactory(code="14100", name="横浜市")
    AreaFactory(code="14101", name="鶴見区", parent=city)
    AreaFactory(code="01100", name="札幌市")
    AreaFactory(code="14103", name="西区", parent=city)
    AreaFactory(code="01107", name="西区", parent=Area.objects.get(code="01100"))


def text(*rows: str) -> str:
    return "\r\n".join([HEADER, *rows]) + "\r\n"


def upload(client: Client, content: bytes | str) -> HttpResponse:
    content = content.encode() if isinstance(content, str) else content
    return client.post(URL, {"step": "upload", "file": SimpleUploadedFile("list.csv", content)})


def confirm(client: Client, page: HttpResponse) -> HttpResponse:
    return client.post(URL, {"step": "confirm", "digest": page.context["digest"]})


def problems(*rows: str) -> list[tuple[int, str]]:
    """Rows and keys of the columns in which something is wrong."""
    keys = {str(label): key for key, label in COLUMNS.items()}
    return [(each.row, keys.get(each.column, each.column)) for each in examine(text(*rows)).problems]


def test_it_works(staff_client: Client) -> None:
    assert staff_client.get(URL).status_code == 200
    page = upload(staff_client, text(GOOD, OTHER))
    assert "髙﨑商店" in page.content.decode()
    assert not Organisation.objects.exists()
    assert letters() == []
    assert confirm(staff_client, page)["Location"] == "/admin/snippets/members/organisation/"
    kamome, shop = Organisation.objects.order_by("reading")
    assert (shop.name, shop.slug, shop.kind) == ("髙﨑商店", "takasakishouten", "shop")
    assert (str(shop.area), shop.website, shop.phone) == (
        "横浜市鶴見区",
        "https://shop.example.jp",
        "045-000-0100",
    )
    assert (kamome.slug, kamome.area.code) == ("member-1", "14101")
    assert {letter.to for letter in letters()} == {"shop@example.jp", "kamome@example.jp"}
    assert set(Invitation.objects.values_list("role", flat=True)) == {Membership.Role.ADMINISTRATOR}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_files_are_read_as_excel_writes_them(encoding: str, staff_client: Client) -> None:
    examined = upload(staff_client, text(GOOD).encode(encoding)).context["examined"]
    assert [entry.organisation.name for entry in examined.new] == ["髙﨑商店"]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00a", b"\x81", b"name\x00"], ids=["UTF-16", "half", "zero"])
def test_a_file_that_cannot_be_read_is_refused(content: bytes, staff_client: Client) -> None:
    assert list(upload(staff_client, content).context["form"].errors) == ["file"]


def test_a_file_that_is_missing_empty_or_too_large_is_refused(staff_client: Client) -> None:
    for content in ("", "a" * (MOST_BYTES + 1)):
        assert list(upload(staff_client, content).context["form"].errors) == ["file"]
    assert list(staff_client.post(URL, {"step": "upload"}).context["form"].errors) == ["file"]


def test_a_thousand_rows_are_taken_and_no_more(staff_client: Client) -> None:
    rows = [f"見本{number},,npo,14101,a{number}@example.jp,," for number in range(MOST_ROWS + 1)]
    assert len(examine(text(*rows[:-1])).new) == MOST_ROWS
    assert [problem.row for problem in examine(text(*rows)).problems] == [MOST_ROWS + 2]


BAD = {
    "no name": (",,npo,14101,a@example.jp,,", ["name"]),
    "61 letters": (f"{'あ' * 61},,npo,14101,a@example.jp,,", ["name"]),
    "invisible": ("見本\u202eの会,,npo,14101,a@example.jp,,", ["name"]),
    "kind": ("見本,,株式会社,14101,a@example.jp,,", ["kind"]),
    "area": ("見本,,npo,江戸,a@example.jp,,", ["municipality"]),
    "two wards of that name": ("見本,,npo,西区,a@example.jp,,", ["municipality"]),
    "address": ("見本,,npo,14101,a@@example,,", ["email"]),
    "website": ("見本,,npo,14101,a@example.jp,javascript:alert(1),", ["website"]),
    "telephone": (f"見本,,npo,14101,a@example.jp,,{'0' * 31}", ["phone"]),
    "everything": (",,,,,,1", ["name", "kind", "municipality", "email"]),
}


@pytest.mark.parametrize("case", BAD)
def test_every_problem_is_said_by_row_and_column(case: str) -> None:
    row, columns = BAD[case]
    found = problems(GOOD, row, OTHER, row)
    assert sorted(found) == sorted((number, column) for number in (3, 5) for column in columns)


def test_a_list_with_a_problem_changes_nothing_and_cannot_be_confirmed(staff_client: Client) -> None:
    page = upload(staff_client, text(GOOD, BAD["kind"][0]))
    assert 'value="confirm"' not in page.content.decode()
    assert confirm(staff_client, page)["Location"] == URL
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("14101", "14101"), ("141011", "14101"), ("1100", "01100"), ("横浜市鶴見区", "14101"), ("鶴見区", "14101"),
        ("神奈川県横浜市 鶴見区", "14101"), ("北海道札幌市西区", "01107"), ("横浜市", "14100"),
    ],
)  # fmt: skip
def test_a_municipality_is_found_by_code_or_name(written: str, code: str) -> None:
    (entry,) = examine(text(f"見本,,npo,{written},a@example.jp,,")).new
    assert entry.organisation.area.code == code


@pytest.mark.parametrize("kind", ["company", "会社", "Company", " COMPANY "])
def test_a_kind_is_known_in_both_languages(kind: str) -> None:
    (entry,) = examine(text(f"見本,,{kind},14101,a@example.jp,,")).new
    assert entry.organisation.kind == "company"


def test_rows_are_counted_as_a_spreadsheet_does() -> None:
    several_lines = '"見本\nの会",,?,14101,a@example.jp,,'
    assert problems(several_lines, ",,,,,,", several_lines)[0][0] == 2
    assert (4, "kind") in problems(several_lines, ",,,,,,", several_lines)


def test_an_organisation_that_a_list_has_twice_is_a_problem() -> None:
    assert problems(GOOD, OTHER, GOOD) == [(4, "name")]


HEADERS = {
    "団体名,種別？": [(1, "種別？"), (1, "kind"), (1, "municipality"), (1, "email")],
    f"{HEADER},団体名": [(1, "name")],
    "name,kind,municipality,email": [],
    "Name of the organisation,Kind of organisation,Municipality or ward,E-mail address": [],
}


@pytest.mark.parametrize("header", HEADERS)
def test_the_first_row_names_the_columns_in_either_language(header: str) -> None:
    keys = {str(label): key for key, label in COLUMNS.items()}
    found = examine(f"{header}\nかもめ,npo,14101,a@example.jp\n").problems
    assert [(each.row, keys.get(each.column, each.column)) for each in found] == HEADERS[header]


@pytest.mark.parametrize(
    ("content", "row"),
    [("", 1), (HEADER, 0), (f'{HEADER}\n"見本', 2), (f"{HEADER}\n{GOOD},,もう一つ", 2)],
    ids=["nothing", "no rows", "quotation mark", "more cells"],
)
def test_a_list_that_makes_no_sense_is_refused_with_its_row(content: str, row: int) -> None:
    assert examine(content).problems[0].row == row


def test_members_stay_as_they_are(staff_client: Client) -> None:
    page = upload(staff_client, text(GOOD))
    confirm(staff_client, page)
    again = upload(staff_client, text(GOOD, OTHER))
    assert [entry.row for entry in again.context["examined"].present] == [2]
    confirm(staff_client, again)
    assert Organisation.objects.count() == 2
    assert len(letters()) == 2
    nothing_new = upload(staff_client, text(GOOD, OTHER))
    assert 'value="confirm"' not in nothing_new.content.decode()


def test_the_same_list_taken_twice_adds_nothing() -> None:
    first, second = examine(text(GOOD, OTHER)), examine(text(GOOD, OTHER))
    assert (take(first), take(second)) == (2, 0)
    assert Organisation.objects.count() == 2


def test_a_list_is_taken_as_a_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    examined = examine(text(GOOD, OTHER))

    def fail(organisation: Organisation, *rest: Any) -> None:
        if organisation.name == "かもめ食堂":
            raise RuntimeError

    monkeypatch.setattr("campaigns.members.bulk.inviting.invite", fail)
    with pytest.raises(RuntimeError):
        take(examined)
    assert not Organisation.objects.exists()


def test_what_was_not_shown_is_not_confirmed(staff_client: Client) -> None:
    shown = upload(staff_client, text(GOOD))
    upload(staff_client, text(OTHER))
    assert confirm(staff_client, shown)["Location"] == URL
    assert not Organisation.objects.exists()


def test_a_list_is_confirmed_once(staff_client: Client) -> None:
    page = upload(staff_client, text(GOOD))
    confirm(staff_client, page)
    assert confirm(staff_client, page)["Location"] == URL
    assert Organisation.objects.count() == 1


def test_what_has_changed_since_the_dry_run_is_seen(staff_client: Client) -> None:
    page = upload(staff_client, text(GOOD, OTHER))
    OrganisationFactory(name="髙﨑商店", area=Area.objects.get(code="14101"))
    confirm(staff_client, page)
    assert Organisation.objects.count() == 2
    assert [letter.to for letter in letters()] == ["kamome@example.jp"]


def test_the_template_is_a_list_without_rows(staff_client: Client) -> None:
    content = staff_client.get(reverse("bulk_invitation:template")).content
    assert content.startswith(b"\xef\xbb\xbf")
    assert next(csv.reader(io.StringIO(content.decode("utf-8-sig")))) == [
        str(each) for each in COLUMNS.values()
    ]
    assert [problem.row for problem in examine(content.decode("utf-8-sig")).problems] == [0]


def test_only_who_may_add_organisations_comes_in(member_client: Client) -> None:
    editor = UserFactory()
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    for client in (member_client, logged_in(editor)):
        assert client.get(URL).status_code == 302
        assert upload(client, text(GOOD)).status_code == 302
        assert client.get(reverse("bulk_invitation:template")).status_code in (302, 403)
