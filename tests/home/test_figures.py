"""The page of figures: each with its chart, the same as a table, and its source, as long as it may be shown."""

from datetime import date
from decimal import Decimal

import pytest
from django.template.loader import render_to_string
from django.test import Client

from campaigns.figures.models import Figure
from home.figures.models import FigureIndexPage
from home.models import HomePage
from tests.asked import asked
from tests.factories import FigureFactory, locale
from tests.places import SetClock


def test_it_works(home: HomePage, client: Client, clock: SetClock) -> None:
    home.add_child(instance=FigureIndexPage(title="見本の数字", slug="figures", locale=locale()))
    assert "いま、数字を集めています。" in client.get("/figures/").content.decode()
    old = FigureFactory(expires_on=date(2026, 11, 30))
    FigureFactory(slug="newer", title="新しい数", year=2025)
    clock("2026-11-30 23:59")
    response = client.get("/figures/")
    assert [figure.slug for figure in response.context["figures"]] == ["newer", "tsunagari"]
    html = response.content.decode()
    for words in ("<svg", 'id="newer"', '<th scope="row">足りている</th><td>11.4％</td>', "見本調査"):
        assert words in html, words
    clock("2026-12-01 00:00")
    assert [figure.slug for figure in client.get("/figures/").context["figures"]] == ["newer"]
    assert old.is_expired
    few = len(asked(client, "/figures/"))
    for number in range(5):
        FigureFactory(slug=f"more-{number}")
    assert len(asked(client, "/figures/")) == few
    assert Figure.objects.count() == 7
    # It has no place in the menu by itself; the foot names it on every page.
    assert '<li><a href="/figures/">見本の数字</a></li>' in client.get("/").content.decode()


def test_staff_see_which_figures_have_expired(staff_client: Client, home: HomePage, clock: SetClock) -> None:
    clock("2026-12-01 10:00")
    FigureFactory(expires_on=date(2026, 11, 30))
    FigureFactory(slug="newer")
    html = staff_client.get("/admin/snippets/figures/figure/").content.decode()
    assert "掲載中" in html
    assert html.count("icon-cross") >= 1
    assert html.count("icon-success") >= 1


def test_a_campaign_says_how_old_an_expired_figure_is(client: Client, clock: SetClock) -> None:
    clock("2026-12-01 10:00")
    figure = Figure(
        title="見本", value=1, year=2023, source="見本調査", expires_on=date(2026, 11, 30), locale=None
    )
    assert "2023年の数字です。" in render_to_string("components/figure.html", {"figure": figure})
    figure.expires_on = date(2026, 12, 1)
    assert "2023年の数字です。" not in render_to_string("components/figure.html", {"figure": figure})


@pytest.mark.parametrize(
    ("value", "keeps", "shown"),
    [
        ("47.0", True, "47.0"),
        ("4.0", False, "4"),
        ("39.3", False, "39.3"),
        ("100.0", False, "100"),
        ("0.0", False, "0"),
        ("1234567.0", False, "1234567"),
        ("1234567.0", True, "1234567.0"),
        ("123456.7", False, "123456.7"),
    ],
)
def test_a_number_is_shown_as_its_source_has_it(value: str, keeps: bool, shown: str) -> None:
    figure = Figure(
        title="見本", value=Decimal(value), keeps_decimal=keeps, year=2023, source="見本", locale=None
    )
    assert figure.as_chart().value == shown
    assert f'"value">{shown}<' in render_to_string("components/figure.html", {"figure": figure})
