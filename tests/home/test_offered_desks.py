"""A desk whose last day has gone by is told of nowhere."""

from campaigns.blocks import DesksBlock
from campaigns.desks.offered import some_desks
from home.sharing.kinds import KINDS
from tests.places import SetClock, desk_open


def test_what_is_over_is_not_offered(db: None, clock: SetClock) -> None:
    clock("2026-11-27 12:00")
    over, still = desk_open("over", valid_until="2026-11-27"), desk_open("still")
    over.refresh_from_db()
    block = DesksBlock()
    value = block.to_python({"title": "", "desks": [over.pk]})
    for named in ({desk.slug for desk in some_desks("ja")}, {desk.slug for desk in KINDS["desk"].public()}):
        assert named == {"over", "still"}
    assert [desk.slug for desk in block.get_context(value)["shown"]] == ["over"]

    clock("2026-11-28 00:00")
    for named in ({desk.slug for desk in some_desks("ja")}, {desk.slug for desk in KINDS["desk"].public()}):
        assert named == {"still"}
    assert [desk.slug for desk in block.get_context(value)["shown"]] == [still.slug], "the usual ones instead"
