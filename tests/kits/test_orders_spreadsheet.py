"""The table of quantities as a spreadsheet: taken along, filled in, brought back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from campaigns.kits.models import Order
from campaigns.kits.orders.spreadsheet import MOST_BYTES, quantity
from campaigns.members.models import Organisation
from tests.kits.orders import order_in, table_of
from tests.kits.test_orders import order, page, quantities, second

__all__ = ["order", "second"]

HEAD = "name in addresses,member organisation,poster-a2,flyer-a4"


def upload(client: Client, order: Order, data: str | bytes) -> str:
    content = data.encode() if isinstance(data, str) else data
    file = SimpleUploadedFile("quantities.csv", content, content_type="text/csv")
    return client.post(f"{page(order)}upload/", {"file": file}, follow=True).content.decode()


def test_it_works(order: Order, staff_client: Client) -> None:
    answer = staff_client.get(f"{page(order)}quantities.csv")
    assert answer["Content-Disposition"] == f'attachment; filename="order-{order.pk}-quantities.csv"'
    rows = table_of(answer.content)
    assert rows[0][2:] == ["poster-a2", "flyer-a4"]
    assert sorted(rows[1:]) == [["mihon", "見本の会", "20", "300"], ["takasaki", "髙﨑商店", "20", "300"]]
    filled = answer.content.decode().replace("髙﨑商店,20", "髙﨑商店,25")
    assert "部数を保存しました" in upload(staff_client, order, filled)
    assert quantities(order)["takasaki", "poster-a2"] == 25
    assert quantities(order)["mihon", "poster-a2"] == 20


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_however_a_spreadsheet_saves(encoding: str, ending: str, order: Order, staff_client: Client) -> None:
    data = ending.join([HEAD, "takasaki,高崎商店,５,", "", '\'mihon,見本の会,,"1,000"'])
    upload(staff_client, order, data.encode(encoding))
    assert quantities(order) == {
        ("takasaki", "poster-a2"): 5, ("takasaki", "flyer-a4"): 300,
        ("mihon", "poster-a2"): 20, ("mihon", "flyer-a4"): 1000,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (f"{HEAD}\ntakasaki,,x,1\nnobody,,1,1", ["2行目のposter-a2", "「x」", "3行目", "nobody"]),
        (f"{HEAD}\ntakasaki,,-1,1", ["2行目のposter-a2"]),
        (f"{HEAD}\n\n,,,\nnobody,,1,1", ["4行目", "nobody"]),
        ("slug,name,poster-a9\ntakasaki,,1", ["「poster-a9」の列はありません", "poster-a2、flyer-a4"]),
        ("slug,name\ntakasaki,x", ["1行目に印刷物がありません"]),
        ("", ["空です"]),
        (b"\xff\xfe\x00\x81", ["CSVファイルではない"]),
        (b"a" * (MOST_BYTES + 1), ["1MBを超えています"]),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_changed(
    data: str | bytes, told: list[str], order: Order, staff_client: Client
) -> None:
    before = quantities(order)
    html = upload(staff_client, order, data)
    for words in told:
        assert words in html, words
    assert quantities(order) == before


def test_another_item_or_organisation_cannot_be_brought_in(order: Order, staff_client: Client) -> None:
    Organisation.objects.filter(slug="mihon").update(is_approved=False)
    assert "mihon" in upload(staff_client, order, f"{HEAD}\nmihon,,1,1")
    assert quantities(order)["mihon", "poster-a2"] == 20


def test_a_frozen_order_takes_no_table(order: Order, staff_client: Client) -> None:
    order.freeze()
    assert "部数は変更できません" in upload(staff_client, order, f"{HEAD}\ntakasaki,,1,1")
    assert quantities(order)["takasaki", "poster-a2"] == 20


def test_nothing_in_it_is_a_formula(order: Order, organisation: Organisation, staff_client: Client) -> None:
    Organisation.objects.filter(pk=organisation.pk).update(name='=HYPERLINK("http://x.example.jp")')
    rows = table_of(staff_client.get(f"{page(order)}quantities.csv").content)
    assert '\'=HYPERLINK("http://x.example.jp")' in {row[1] for row in rows}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("5", 5), ("１２", 12), ("1,000", 1000), ("", 0), (" 7 ", 7), ("100000", 100_000), ("100001", None),
     ("-1", None), ("1.5", None), ("²", 2), ("9" * 5000, None), ("五", None)],
)  # fmt: skip
def test_numbers_as_people_type_them(typed: str, expected: int | None) -> None:
    assert quantity(typed) == expected


def test_an_order_for_nobody_is_an_empty_table(edition: object, staff_client: Client) -> None:
    made = order_in(edition, poster_a2=1)  # type: ignore[arg-type]
    assert len(table_of(staff_client.get(f"{page(made)}quantities.csv").content)) == 1
    assert staff_client.get(page(made)).status_code == 200
