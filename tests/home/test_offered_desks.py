"""A desk whose last day has gone by is told of nowhere, and whoever answers now comes first."""

from django.test import Client

from campaigns.blocks import DesksBlock
from home.desks.answering import desks_in
from home.models import HomePage
from home.sharing.kinds import KINDS
from tests.factories import DeskFactory
from tests.places import SetClock, desk_open


def test_what_is_over_is_not_offered(db: None, clock: SetClock) -> None:
    clock("2026-11-27 12:00")
    over, still = desk_open("over", valid_until="2026-11-27"), desk_open("still")
    over.refresh_from_db()
    block = DesksBlock()
    value = block.to_python({"title": "", "desks": [over.pk]})
    for named in ({desk.slug for desk in desks_in("ja")}, {desk.slug for desk in KINDS["desk"].public()}):
        assert named == {"over", "still"}
    assert [desk.slug for desk in block.get_context(value)["shown"]] == ["over"]

    clock("2026-11-28 00:00")
    for named in ({desk.slug for desk in desks_in("ja")}, {desk.slug for desk in KINDS["desk"].public()}):
        assert named == {"still"}
    assert block.get_context(value)["shown"] == []
    assert still.name in block.render(value), "the usual ones instead"


def test_whoever_answers_at_night_comes_first_on_every_page(
    home: HomePage, client: Client, clock: SetClock
) -> None:
    clock("2026-11-27 03:00")
    DeskFactory(
        slug="chat", name="chat", kind="chat", phone="", website="https://chat.example.jp/", sort_order=0
    )
    for order, name in enumerate(("one", "two", "three")):
        desk_open(name, "09:00", "17:00", phone=f"045-000-000{order}", sort_order=1)
    desk_open("night", "22:00", "06:00", phone="045-000-0009", sort_order=2)
    for address in (
        "/nowhere/",
        "/q/",
        "/q/ABCDEFG/",
        "/search/",
        "/search/?q=うちゅうせん",
        "/search/?q=死にたい",
    ):
        html = client.get(address).content.decode().partition("<footer")[0]
        assert html.index("tel:0450000009") < html.index("https://chat.example.jp/"), address
        assert "受付中" in html, address
        assert "時間外（きょう 9:00から）" in html, address
        assert 'href=""' not in html, address
