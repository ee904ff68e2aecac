"""The list of places: found by municipality, by what one can do there and for whom, without a script."""

import pytest
from django.test import Client

from campaigns.areas.models import Area
from campaigns.cases.models import Case, CaseTag
from home.cases.listing import ON_A_PAGE
from home.cases.models import CaseIndexPage
from home.models import HomePage
from tests.factories import CaseFactory, CaseTagFactory, PictureFactory, locale


def names(client: Client, query: str = "") -> list[str]:
    return [case.name for case in client.get(f"/places/{query}").context["listing"].page]


def test_it_works(case_index: CaseIndexPage, places: dict[str, Case], client: Client) -> None:
    html = client.get("/places/").content.decode()
    assert names(client) == [case.name for case in places.values()]
    assert 'href="place-14101/"' in html
    assert "5件の場所" in html


def test_a_draft_is_not_listed(case_index: CaseIndexPage, places: dict[str, Case], client: Client) -> None:
    places["鶴見区"].unpublish()
    assert "鶴見区の場所" not in names(client)
    assert client.get("/places/place-14101/").status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?near=14101", ["鶴見区", "横浜市"]),
        ("?near=14101&around=1", ["鶴見区", "横浜市", "神奈川区"]),
        ("?near=14100", ["横浜市", "鶴見区", "神奈川区"]),
        ("?near=14206", ["小田原市"]),
        ("?near=99999", ["横浜市", "鶴見区", "神奈川区", "藤沢市", "小田原市"]),
        ("?near='--", ["横浜市", "鶴見区", "神奈川区", "藤沢市", "小田原市"]),
    ],
)
def test_a_municipality_has_its_own_places_first(
    query: str, found: list[str], case_index: CaseIndexPage, places: dict[str, Case], client: Client
) -> None:
    assert names(client, query) == [f"{name}の場所" for name in found]


def test_tags_narrow_it_down_together(
    case_index: CaseIndexPage, places: dict[str, Case], client: Client
) -> None:
    eat, learn = CaseTagFactory(), CaseTagFactory(slug="manabu", name="学ぶ")
    young = CaseTagFactory(slug="wakai", name="若い人", kind=CaseTag.Kind.AUDIENCE)
    for name, tags in {"鶴見区": [eat, young], "神奈川区": [eat], "藤沢市": [learn, young]}.items():
        places[name].tags.set(tags)
        places[name].save()
    assert names(client, "?activity=taberu") == ["鶴見区の場所", "神奈川区の場所"]
    assert names(client, "?audience=wakai") == ["鶴見区の場所", "藤沢市の場所"]
    assert names(client, "?activity=taberu&audience=wakai&near=14101") == ["鶴見区の場所"]
    html = client.get("/places/?activity=taberu").content.decode()
    assert '<option value="taberu" selected>食べる（2）</option>' in html
    assert '<option value="wakai">若い人（2）</option>' in html


def test_a_tag_is_called_by_its_name_in_the_language(
    home: HomePage, places: dict[str, Case], client: Client
) -> None:
    eat = CaseTagFactory()
    CaseTagFactory(locale=locale("en"), name="Eat", translation_key=eat.translation_key)
    english = home.copy_for_translation(locale("en"))
    english.save_revision().publish()
    english.add_child(instance=CaseIndexPage(title="Places", slug="places", locale=locale("en")))
    case = CaseFactory(locale=locale("en"), name="A fridge")
    case.tags.set([eat])
    case.save()
    html = client.get("/en/places/?activity=taberu").content.decode()
    assert "<span>Eat</span>" in html
    assert "Eat (1)" in html


def test_what_finds_nothing_is_widened(
    case_index: CaseIndexPage, places: dict[str, Case], client: Client
) -> None:
    places["神奈川区"].tags.set([CaseTagFactory()])
    places["神奈川区"].save()
    response = client.get("/places/?near=14101&activity=taberu")
    listing = response.context["listing"]
    assert listing.total == 0
    assert [(choice.query, count) for choice, count in listing.wider] == [
        ("near=14101&around=1&activity=taberu", 1),
        ("near=14101", 2),
        ("activity=taberu", 1),
    ]
    assert [case.name for case in listing.beyond] == ["鶴見区の場所", "横浜市の場所", "神奈川区の場所"]
    html = response.content.decode()
    assert 'href="?near=14101&amp;around=1&amp;activity=taberu"' in html


def test_a_municipality_without_places_shows_the_nearest(
    case_index: CaseIndexPage, places: dict[str, Case], client: Client
) -> None:
    response = client.get("/places/?near=14104")
    assert [case.name for case in response.context["listing"].page] == ["横浜市の場所"]
    assert "横浜市中区に近い場所" in response.content.decode()


def test_without_any_place_it_says_so(case_index: CaseIndexPage, client: Client) -> None:
    assert "いま、場所を集めています。" in client.get("/places/").content.decode()


def many(number: int, areas: dict[str, Area]) -> None:
    tags = [CaseTagFactory(slug=f"tag-{each}", name=f"見本{each}") for each in range(8)]
    picture = PictureFactory()
    inside = list(areas.values())
    cases = Case.objects.bulk_create(
        Case(
            slug=f"many-{each}", name=f"見本{each}", summary="見本です。", area=inside[each % len(inside)],
            locale=locale(), picture=picture, picture_alt="見本", sort_order=each,
        )
        for each in range(number)
    )  # fmt: skip
    through = Case.tags.through
    through.objects.bulk_create(
        through(case_id=case.pk, casetag_id=tags[(number + each) % 8].pk)
        for number, case in enumerate(cases)
        for each in range(3)
    )


def test_pages_keep_the_choice(case_index: CaseIndexPage, areas: dict[str, Area], client: Client) -> None:
    many(2 * ON_A_PAGE, areas)
    response = client.get("/places/?near=14101&around=1")
    assert len(response.context["listing"].page) == 24
    assert client.get("/places/?page=2").context["listing"].page.number == 2
    assert 'href="?page=2"' in client.get("/places/").content.decode()
    assert client.get("/places/?page=999").context["listing"].page.number == 2
