"""Whatever staff put together of all periods – tables, charts, files – no few readings can be computed from it."""

import csv
import random
from collections import defaultdict
from datetime import date, datetime, timedelta
from io import StringIO

import pytest
from django.test import Client

from campaigns.links.models import HourCount, Placement, ScanCount, ShortLink
from campaigns.links.results.staff.choice import choice
from campaigns.links.results.staff.dashboard import dashboard
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage
from tests.factories import AreaFactory, OrganisationFactory
from tests.links.readings import (
    PAGE,
    TOKYO,
    at_hour,
    code_of_place,
    column,
    common_code,
    lasting,
    read,
    tables,
)  # fmt: skip
from tests.links.test_withholding import Row, spans

WEEKDAYS = "月火水木金土日"


@pytest.fixture
def season(campaign: CampaignPage) -> CampaignPage:
    return lasting(campaign, "2026-05-01", "2026-06-30")


def populated(campaign: CampaignPage, chance: random.Random) -> None:
    """Some organisations with places and audiences; few readings here and there; hours that add up to the days."""
    areas = [AreaFactory(code=f"1410{number}", name=f"見本{number}区") for number in range(4)]
    for number in range(5):
        kind = chance.choice(("npo", "shop", "school"))
        member = OrganisationFactory(name=f"会{number}", kind=kind, area=chance.choice(areas))
        links = [common_code(campaign, member)]
        links += [
            code_of_place(
                campaign, member, place=f"場所{place}", material=chance.choice(("poster", "flyer")),
                area=chance.choice(areas), count=chance.choice((1, 40)),
            )
            for place in range(chance.randrange(3))
        ]  # fmt: skip
        for link in links:
            for offset in chance.sample(range(61), chance.randrange(4)):
                day = date(2026, 5, 1) + timedelta(days=offset)
                read(link, day.isoformat(), chance.choice((1, 2, 3, 4, 6, 11, 30)))
    by_day: defaultdict[date, int] = defaultdict(int)
    for day, count in ScanCount.objects.values_list("day", "count"):
        by_day[day] += count
    for day, count in by_day.items():
        early = chance.randrange(count + 1)
        for hour, part in ((9, early), (18, count - early)):
            if part:
                at_hour(campaign, f"{day}T{hour:02}:00", part)


class Truth:
    """What every cell of a month really counts, as sums of what can be told apart; asked of the database alone."""

    def __init__(self, month: int) -> None:
        self.counts: defaultdict[object, int] = defaultdict(int)
        self.of: defaultdict[tuple[str, str, int], set[object]] = defaultdict(set)
        self.month = month
        for count in ScanCount.objects.filter(day__month=month).select_related(
            "link__organisation__area", "link__placement__area"
        ):
            link = count.link
            self.add(link, ("code", month, link.pk), count.count)
            self.add_day(count.day, count.count)
        for row in HourCount.objects.all():
            hour = row.hour.astimezone(TOKYO)
            if hour.month == month:
                self.add_hour(hour, row.count)

    def add(self, link: ShortLink, atom: object, count: int) -> None:
        self.counts[atom] += count
        place, member = link.placement, link.organisation
        assert isinstance(member, Organisation)
        material = Placement.Material(place.material).label if place else "共通のコードの印刷物"
        rows = {
            "material": str(material), "area": str(place.area if place else member.area),
            "kind": str(Organisation.Kind(member.kind).label), "edition": "第1版", "audience": "すべての人向け",
            "organisation": member.name,
        }  # fmt: skip
        for table, label in rows.items():
            self.of[table, label, 1].add(atom)
            if place and table in ("material", "area", "kind"):
                self.of[table, label, 3].add(atom)

    def add_day(self, day: date, count: int) -> None:
        self.counts[day] += count
        monday = day - timedelta(days=day.weekday())
        named = "{0.year}年{0.month}月{0.day}日"
        self.of["day", f"{named.format(day)} ({WEEKDAYS[day.weekday()]})", 1].add(day)
        self.of["week", f"{named.format(monday)}からの週", 1].add(day)
        self.of["month", f"{day.year}年{day.month}月", 1].add(day)

    def add_hour(self, hour: datetime, count: int) -> None:
        atom = (hour.month, hour.weekday(), hour.hour)
        self.counts[atom] += count
        for label, place in (
            (f"{hour.hour}:00", atom[1] + 1), (f"{hour.hour}:00", 8), ("合計", atom[1] + 1), ("合計", 8),
        ):  # fmt: skip
            self.of["hours", label, place].add(atom)

    def equal(self) -> list[Row]:
        """The same readings as codes, as days and as hours."""
        days = [atom for atom in self.counts if isinstance(atom, date)]
        codes = [atom for atom in self.counts if isinstance(atom, tuple) and atom[0] == "code"]
        hours = [atom for atom in self.counts if isinstance(atom, tuple) and atom[0] != "code"]
        rows: list[Row] = [dict.fromkeys(codes, 1) | dict.fromkeys(days, -1)]  # type: ignore[arg-type]
        for weekday in range(7):
            mine = [day for day in days if day.weekday() == weekday]
            theirs = [hour for hour in hours if hour[1] == weekday]
            rows.append(dict.fromkeys(mine, 1) | dict.fromkeys(theirs, -1))  # type: ignore[arg-type]
        return rows


Shown = dict[tuple[str, str, int], str]


def shown(period: str) -> Shown:
    """All cells of a period, however its days are put together, and its total, by table, row and column."""
    found: Shown = {}
    for step in ("day", "week", "month"):
        page = dashboard(choice({"period": period, "by": step}))  # type: ignore[arg-type]
        assert page is not None
        for table in page.tables:
            key = step if table.key == "time" else table.key
            found |= {
                (key, row.label, place): value.words
                for row in table.rows
                for place, value in enumerate(row.values, start=1)
            }
        found["total", "", 1] = page.shown.total().words
    return found


def added(cells: list[str]) -> str:
    """What the cells of months come to."""
    numbers = [int(cell) for cell in cells if cell.isdecimal()]
    hidden = [cell for cell in cells if not cell.isdecimal()]
    if not hidden:
        return str(sum(numbers))
    return f"{sum(numbers)}以上" if sum(numbers) else "非表示" if "非表示" in hidden else "少数"


@pytest.mark.parametrize("seed", range(10))
def test_no_few_readings_can_be_computed_from_all_periods_together(
    seed: int, season: CampaignPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("campaigns.links.results.staff.choice.today", lambda: date(2026, 6, 25))
    populated(season, random.Random(seed))
    if not ScanCount.objects.exists():
        read(common_code(season, OrganisationFactory(name="会", area=AreaFactory())), "2026-05-01", 3)
    pages = {period.key: shown(period.key) for period in choice({}).periods}  # type: ignore[union-attr]
    assert list(pages) == ["all", "7d", "28d", "91d", "2026-06", "2026-05"]
    truths = {"2026-05": Truth(5), "2026-06": Truth(6)}
    counts = truths["2026-05"].counts | truths["2026-06"].counts
    told: list[set[object]] = []
    few: list[set[object]] = []

    def look(cell: str, atoms: set[object], where: object) -> None:
        count = sum(counts[atom] for atom in atoms)
        if 0 < count < 5:
            assert cell in ("少数", "–"), where
            few.append(atoms)
        elif cell.isdecimal():
            assert cell == str(count), where
            told.append(atoms)
        else:
            assert cell in ("非表示", "–", "少数") or int(cell.removesuffix("以上")) < count, where

    for month, truth in truths.items():
        for key, atoms in truth.of.items():
            look(pages[month][key], atoms, (month, key))
    for key in truths["2026-05"].of.keys() | truths["2026-06"].of.keys():
        look(pages["all"][key], truths["2026-05"].of[key] | truths["2026-06"].of[key], key)
        # An unfinished sum has nothing but what the months tell.
        parts = [pages[month].get(key, "0") for month in truths if truths[month].of[key]]
        assert pages["all"][key] == added([part for part in parts if part != "–"]) or "–" in parts, key
    days = {key: cell for month in truths for key, cell in pages[month].items() if key[0] == "day"}
    for period in ("7d", "28d", "91d"):
        own = {key: cell for key, cell in pages[period].items() if key[0] == "day"}
        assert {key[0] for key in pages[period]} == {"day", "week", "month", "total"}
        assert own == {key: days.get(key, "0") for key in own}
        assert pages[period]["total", "", 1] == added(list(own.values()))
    everything: set[object] = {atom for atom in counts if isinstance(atom, date)}
    look(pages["all"]["total", "", 1], everything, "total")
    equal = [row for truth in truths.values() for row in truth.equal()]
    assert few
    for atoms in few:
        assert not spans(told, atoms, equal)


def test_a_longer_time_adds_up_what_its_months_tell(season: CampaignPage, staff_client: Client) -> None:
    """Or the months that are told would give the one that is few away."""
    one, other = (OrganisationFactory(name=name, area=AreaFactory()) for name in ("いち", "に"))
    for member, counts in ((one, (30, 3)), (other, (50, 60))):
        link = common_code(season, member)
        for month, count in zip(("05", "06"), counts, strict=True):
            read(link, f"2026-{month}-10", count)
    assert column(tables(staff_client)["organisation"]) == {"いち": "30以上", "に": "50以上"}
    assert column(tables(staff_client, period="2026-06")["organisation"]) == {"いち": "少数", "に": "非表示"}
    page = staff_client.get(PAGE).content.decode()
    assert "<b>143</b>" in page
    assert "83" not in page[page.index("readings-page") : page.index("この表の読み方")]


@pytest.mark.parametrize("seed", range(3))
def test_files_say_what_the_page_says(seed: int, season: CampaignPage, staff_client: Client) -> None:
    populated(season, random.Random(seed))
    for key, rows in tables(staff_client).items():
        answer = staff_client.get(f"{PAGE}{key}.csv").content.decode("utf-8-sig")
        assert list(csv.reader(StringIO(answer))) == rows


def test_charts_are_the_same_for_one_reading_and_for_four(season: CampaignPage, staff_client: Client) -> None:
    pages = []
    shop, school = (
        OrganisationFactory(name=name, kind=kind, area=AreaFactory())
        for name, kind in (("店", "shop"), ("学校", "school"))
    )
    for few in (1, 4):
        ScanCount.objects.all().delete()
        read(code_of_place(season, shop, place="戸口"), "2026-05-04", few)
        read(common_code(season, shop), "2026-05-05", 20 - few)
        read(common_code(season, school), "2026-05-06", 30)
        page = staff_client.get(PAGE).content.decode()
        pages.append(page[page.index('data-table="material"') : page.index("この表の読み方")])
        ScanCount.objects.all().delete()
        ShortLink.objects.all()._raw_delete(using="default")
        Placement.objects.all()._raw_delete(using="default")
    assert pages[0] == pages[1]


def test_what_is_few_stays_few_per_hundred_prints(season: CampaignPage, staff_client: Client) -> None:
    shop = OrganisationFactory(name="店", kind="shop", area=AreaFactory())
    read(code_of_place(season, shop, count=2), "2026-05-04", 3)
    read(common_code(season, shop), "2026-05-05", 40)
    found = tables(staff_client)
    assert found["material"][1] == ["ポスター", "少数", "2", "少数", "少数"]
    assert column(found["material"])["共通のコードの印刷物"] == "非表示"
    assert found["kind"][1] == ["お店", "43", "2", "少数", "少数"]
