"""The ZIP of an order for all: every file, the list, the ticket, and when it may be taken."""

import hashlib
import subprocess
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from campaigns.kits.admin import order_files
from campaigns.kits.copies import opened
from campaigns.kits.models import ImprintVerdict, Order, Plate, PrintJob, PrintShop
from campaigns.kits.orders import bundle as bundles
from campaigns.kits.orders import verifying
from campaigns.kits.orders.quantities import change
from campaigns.kits.segments import WrongLength
from campaigns.links.models import ShortLink
from campaigns.members.models import Membership, Organisation
from campaigns.models import Edition
from tests import factories
from tests.kits.answers import sent
from tests.kits.orders import archive, table_of
from tests.kits.paper import text_of
from tests.kits.test_orders import order, page, second
from tests.kits.test_publishing import draft

__all__ = ["order", "second"]

POSTERS = ["poster-a2/mihon-poster-a2-press.pdf", "poster-a2/takasaki-poster-a2-press.pdf"]
FLYERS = ["flyer-a4/mihon-flyer-a4-press.pdf", "flyer-a4/takasaki-flyer-a4-press.pdf"]


def file(order: Order) -> str:
    return f"{page(order)}order.zip"


def test_it_works(order: Order, staff_client: Client) -> None:
    answer = staff_client.get(file(order))
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"] == f'attachment; filename="order-{order.pk}-edition1.zip"'
    found = archive(answer)
    assert sorted(found.namelist()) == sorted([*POSTERS, *FLYERS, "order.csv", "ticket-a4-office.pdf"])
    assert int(answer["Content-Length"]) == len(sent(staff_client.get(file(order))))
    assert "髙﨑商店" in text_of(found.read(POSTERS[1]))
    assert "見本の会" in text_of(found.read(FLYERS[0]))


def test_every_file_is_the_very_one_of_the_organisations_kit(order: Order, staff_client: Client) -> None:
    found = archive(staff_client.get(file(order)))
    for path in (*POSTERS, *FLYERS):
        slug, name = path.split("/")[1].split("-", 1)
        assert found.read(path) == sent(staff_client.get(f"/kit/{slug}/{name}")), path


def test_who_gets_none_has_no_file(order: Order, organisation: Organisation, staff_client: Client) -> None:
    change(order, {(organisation.pk, "poster-a2"): 0})
    found = archive(staff_client.get(file(order)))
    assert set(found.namelist()) == {POSTERS[0], *FLYERS, "order.csv", "ticket-a4-office.pdf"}
    assert len(table_of(found.read("order.csv"))) == 4


def test_the_list_says_who_gets_how_many_of_what_and_where(
    order: Order, organisation: Organisation, second: Organisation, staff_client: Client
) -> None:
    Organisation.objects.filter(pk=organisation.pk).update(address="見本町1-2-3", phone="045-000-0102")
    Organisation.objects.filter(pk=second.pk).update(
        name="=1+1", address=f"{second.area}見本町9", phone="+81 45"
    )
    role = Membership.Role.ADMINISTRATOR
    user = factories.MembershipFactory(organisation=organisation, role=role).user
    factories.MembershipFactory(organisation=second)
    rows = table_of(archive(staff_client.get(file(order))).read("order.csv"))
    assert rows[0] == ["参加団体", "印刷物", "ファイル", "部数", "届け先", "連絡先"]
    assert sorted(rows[1:]) == sorted(
        [
            [name, title, path, copies, where, contact]
            for name, slug, where, contact in (
                ("髙﨑商店", "takasaki", "鶴見区 見本町1-2-3", f"045-000-0102、{user.email}"),
                ("'=1+1", "mihon", "鶴見区見本町9", "'+81 45"),
            )
            for title, path, copies in (
                ("ポスター A2", f"{slug}-poster-a2-press.pdf", "20"),
                ("チラシ A4", f"{slug}-flyer-a4-press.pdf", "300"),
            )
        ]
    )


def test_the_ticket_sums_it_up(order: Order, organisation: Organisation, staff_client: Client) -> None:
    change(order, {(organisation.pk, "flyer-a4"): 0})
    found = archive(staff_client.get(file(order)))
    text = text_of(found.read("ticket-a4-office.pdf"))
    assert "見本つながりネットワーク" in text
    assert "2ファイル（1団体に1つ）。団体ごとの部数はorder.csvをご覧ください。" in text
    assert "1ファイル（1団体に1つ）" in text
    assert "この注文には含みません。" in text
    assert "髙﨑商店" not in text
    rows = {
        row.split()[0]: row.split()[-1]
        for row in lines_of(found.read("ticket-a4-office.pdf"))
        if "press.pdf" in row
    }
    assert (rows["poster-a2-press.pdf"], rows["flyer-a4-press.pdf"], rows["poster-a1-press.pdf"]) == (
        "40",
        "300",
        "–",
    )


def lines_of(pdf: bytes) -> list[str]:
    """The words as they stand beside one another."""
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return read.stdout.decode().splitlines()


def test_a_print_shops_own_files_are_taken(order: Order, staff_client: Client) -> None:
    shop = PrintShop.objects.create(name="みなと印刷", key="minato", bleed=5)
    Order.objects.filter(pk=order.pk).update(shop=shop)
    answer = staff_client.get(file(order))
    assert "-minato.zip" in answer["Content-Disposition"]
    names = archive(answer).namelist()
    assert "poster-a2/takasaki-poster-a2-press-minato.pdf" in names
    assert "ticket-a4-office-minato.pdf" in names


def test_equal_orders_are_equal_bytes_and_can_be_continued(order: Order, staff_client: Client) -> None:
    first = staff_client.get(file(order))
    whole = sent(first)
    assert sent(staff_client.get(file(order))) == whole
    cut = len(whole) // 3
    rest = staff_client.get(file(order), headers={"Range": f"bytes={cut}-", "If-Range": first["ETag"]})
    assert rest.status_code == 206
    assert whole[:cut] + sent(rest) == whole
    assert staff_client.get(file(order), headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_the_first_byte_freezes_the_order_and_looking_does_not(order: Order, staff_client: Client) -> None:
    staff_client.head(file(order))
    staff_client.get(page(order))
    order.refresh_from_db()
    assert not order.is_frozen
    whole = sent(staff_client.get(file(order)))
    order.refresh_from_db()
    since = order.downloaded_at
    assert since is not None
    assert sent(staff_client.get(file(order))) == whole
    order.refresh_from_db()
    assert order.downloaded_at == since


def test_a_quantity_changed_at_the_last_moment_is_not_missed(
    order: Order, organisation: Organisation, staff_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Order.freeze

    def freeze(self: Order) -> bool:
        change(self, {(organisation.pk, "poster-a2"): 99})
        return real(self)

    monkeypatch.setattr(Order, "freeze", freeze)
    assert staff_client.get(file(order))["Location"] == f"{page(order)}wait/"
    monkeypatch.undo()
    rows = table_of(archive(staff_client.get(file(order))).read("order.csv"))
    assert "99" in {row[3] for row in rows}


def test_a_name_that_changes_while_it_is_sent_changes_nothing(
    order: Order, organisation: Organisation, staff_client: Client
) -> None:
    answer = staff_client.get(file(order))
    Organisation.objects.filter(pk=organisation.pk).update(name="別の名前")
    assert "髙﨑商店" in text_of(archive(answer).read(POSTERS[1]))


def test_a_file_that_would_come_out_otherwise_breaks_it_off(
    order: Order, organisation: Organisation, staff_client: Client
) -> None:
    answer = staff_client.get(file(order))
    ShortLink.objects.filter(organisation=organisation).update(code="2345678")
    with pytest.raises(WrongLength):
        sent(answer)


def test_an_older_edition_stays_what_it_was(order: Order, staff_client: Client, publish: Any) -> None:
    before = hashlib.sha256(sent(staff_client.get(file(order)))).digest()
    publish(draft(order.edition.campaign, text="あつまろう かながわ"))
    assert hashlib.sha256(sent(staff_client.get(file(order)))).digest() == before


# --- waiting --------------------------------------------------------------------------------------------


def test_the_page_of_waiting_starts_the_download(order: Order, staff_client: Client) -> None:
    html = staff_client.get(f"{page(order)}wait/").content.decode()
    assert f'url={file(order)}"' in html
    assert f'href="{page(order)}"' in html


def test_a_plate_that_a_worker_still_builds_is_waited_for(
    order: Order, edition: Edition, staff_client: Client, settings: Any
) -> None:
    settings.PRINT_JOBS = "worker"
    edition.plates.filter(design="poster", sheet="a2", finish="press").delete()
    assert staff_client.get(file(order))["Location"] == f"{page(order)}wait/"
    waiting = staff_client.get(f"{page(order)}wait/")
    assert (waiting.status_code, waiting["Retry-After"]) == (503, "3")
    assert PrintJob.objects.filter(edition=edition, batch="default").get().is_open


def test_many_files_are_verified_by_the_worker_with_progress(
    order: Order, staff_client: Client, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    queued: list[int] = []
    settings.PRINT_JOBS = "worker"
    cache.clear()
    monkeypatch.setattr(verifying, "AT_ONCE", 2)
    queue = type("Task", (), {"enqueue": staticmethod(queued.append)})
    monkeypatch.setattr(verifying, "verify_order", queue)
    for _look in range(2):
        assert staff_client.get(file(order))["Location"] == f"{page(order)}wait/"
        waiting = staff_client.get(f"{page(order)}wait/")
        assert waiting.status_code == 503
        assert (
            "5ファイルのうち" in waiting.content.decode() or 'max="5" value="0"' in waiting.content.decode()
        )
    assert queued == [order.pk], "it is queued once in a lease"
    monkeypatch.undo()
    settings.PRINT_JOBS = "worker"
    verifying.verify_order.call(order.pk)
    assert staff_client.get(file(order)).status_code == 200


def test_a_file_that_cannot_be_printed_is_named_and_keeps_the_order_back(
    order: Order, too_long: Organisation, staff_client: Client
) -> None:
    change(order, {(too_long.pk, "fan-round240"): 5})
    assert staff_client.get(file(order))["Location"] == f"{page(order)}wait/"
    html = staff_client.get(f"{page(order)}wait/").content.decode()
    assert too_long.name in html
    assert "うちわ 24cm" in html
    order.refresh_from_db()
    assert not order.is_frozen
    change(order, {(too_long.pk, "fan-round240"): 0})
    assert staff_client.get(file(order)).status_code == 200


def test_a_print_that_is_held_back_for_all_is_named(
    order: Order, edition: Edition, staff_client: Client
) -> None:
    edition.plates.filter(design="poster", sheet="a2", finish="press").update(verdict=Plate.Verdict.REFUSED)
    assert staff_client.get(file(order))["Location"] == f"{page(order)}wait/"
    assert "ポスター A2" in staff_client.get(f"{page(order)}wait/").content.decode()


def test_an_order_of_no_copies_says_so(
    order: Order, organisation: Organisation, second: Organisation, staff_client: Client
) -> None:
    change(order, {(who.pk, item): 0 for who in (organisation, second) for item in ("poster-a2", "flyer-a4")})
    assert staff_client.get(file(order)).status_code == 303
    assert "部数がまだ入力されていません" in staff_client.get(f"{page(order)}wait/").content.decode()
    assert file(order) not in staff_client.get(page(order)).content.decode()


def test_a_plate_whose_file_is_lost_is_made_again(
    order: Order, edition: Edition, staff_client: Client
) -> None:
    before = sent(staff_client.get(file(order)))
    plate = edition.plates.get(design="poster", sheet="a2", finish="press")
    plate.pdf.storage.delete(plate.pdf.name)
    opened.clear()
    assert sent(staff_client.get(file(order))) == before


def test_whatever_the_number_of_organisations_logos_are_not_held(
    order: Order, staff_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it is sent, one organisation's words are at hand, not everybody's."""
    made = order_files.Bundle(order, build=True)
    assert {type(part) for part in made.parts} == {bundles.Part}
    maker = bundles.Maker(made.press)
    for part in made.parts:
        list(maker.chunks(part))
        assert {each.name for each in maker.files.values()} == {"poster-a2-press.pdf", "flyer-a4-press.pdf"}
        assert maker.whose == part.organisation.pk


def test_the_second_download_verifies_nothing_anew(order: Order, staff_client: Client) -> None:
    sent(staff_client.get(file(order)))
    verdicts = ImprintVerdict.objects.count()
    links = ShortLink.objects.count()
    sent(staff_client.get(file(order)))
    assert (ImprintVerdict.objects.count(), ShortLink.objects.count()) == (verdicts, links)
