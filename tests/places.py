"""Municipalities around 鶴見区, places in them, and a clock that tests can set."""

from collections.abc import Callable
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from campaigns.areas.models import Area
from campaigns.cases.models import Case
from campaigns.desks.models import Desk, DeskHours
from home.cases.models import CaseIndexPage
from home.desks.models import DeskIndexPage
from home.models import HomePage
from tests.factories import CaseFactory, CaseIndexPageFactory, DeskFactory, DeskIndexPageFactory

TOKYO = ZoneInfo("Asia/Tokyo")
SetClock = Callable[[str], datetime]
EVERY_DAY = "0123456"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Set the clock to a time in Tokyo, such as 2026-11-27 10:00."""

    def at(moment: str) -> datetime:
        now = datetime.fromisoformat(moment).replace(tzinfo=TOKYO)
        monkeypatch.setattr(timezone, "now", lambda: now)
        return now

    return at


@pytest.fixture
def areas(db: None) -> dict[str, Area]:
    """横浜市 with 鶴見区, 神奈川区 next to it and 中区 not next to it; 藤沢市 next to 横浜市; 小田原市 far from all."""
    city = Area.objects.create(code="14100", name="横浜市")
    found = {"横浜市": city}
    for code, name in (("14101", "鶴見区"), ("14102", "神奈川区"), ("14104", "中区")):
        found[name] = Area.objects.update_or_create(code=code, defaults={"name": name, "parent": city})[0]
    for code, name in (("14205", "藤沢市"), ("14206", "小田原市")):
        found[name] = Area.objects.create(code=code, name=name)
    found["鶴見区"].neighbours.add(found["神奈川区"])
    city.neighbours.add(found["藤沢市"])
    return found


@pytest.fixture
def places(areas: dict[str, Area]) -> dict[str, Case]:
    """A place in every municipality but 中区, named after it."""
    return {
        name: CaseFactory(slug=f"place-{area.code}", name=f"{name}の場所", area=area, sort_order=number)
        for number, (name, area) in enumerate(areas.items())
        if name != "中区"
    }


@pytest.fixture
def case_index(home: HomePage) -> CaseIndexPage:
    return CaseIndexPageFactory(parent=home)


@pytest.fixture
def desk_index(home: HomePage) -> DeskIndexPage:
    return DeskIndexPageFactory(parent=home)


def desk_open(slug: str, opens: str = "", closes: str = "", **fields: Any) -> Desk:
    """A desk that answers every day between two times; around the clock without them."""
    desk = DeskFactory(slug=slug, name=fields.pop("name", slug), **fields)
    hours = (
        {"opens": time.fromisoformat(opens), "closes": time.fromisoformat(closes)}
        if opens
        else {"all_day": True}
    )
    DeskHours.objects.create(desk=desk, weekdays=EVERY_DAY, holidays="same", **hours)
    return desk
