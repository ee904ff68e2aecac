"""Each organisation's kit has the places nearest to it; what an edition has frozen stays."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from campaigns.areas.models import Area
from campaigns.artwork import content_of
from campaigns.cases.models import Case
from campaigns.kits import plates, verdicts
from campaigns.kits.batches import default
from campaigns.kits.examination import plate_report
from campaigns.kits.kit import Kit
from campaigns.models import CampaignPage, Edition
from cms.demo import load_areas
from home.models import HomePage
from tests.conftest import Publish
from tests.factories import CampaignPageFactory, CaseFactory, OrganisationFactory

#: The campaign's cases in its own order: name and municipality.
CASES = (("箱根", "14382"), ("川崎", "14131"), ("小田原", "14206"), ("鶴見", "14101"), ("港北", "14109"))


@pytest.fixture
def edition(home: HomePage, publish: Publish) -> Edition:
    load_areas()
    campaign = CampaignPageFactory(parent=home)
    cases = [
        CaseFactory(slug=f"case-{order}", name=name, area=Area.objects.get(code=code), sort_order=order)
        for order, (name, code) in enumerate(CASES)
    ]
    campaign.cases.set(cases)
    campaign.save()
    found = publish(campaign).edition
    assert found is not None
    return found


def printed(edition: Edition, code: str | None) -> list[str]:
    """The names of the places in the kit of an organisation of that municipality, or of the network."""
    member = OrganisationFactory(area=Area.objects.get(code=code)) if code else None
    return [place.name for place in Kit(edition, member).words.places]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("14101", ["鶴見", "川崎", "港北"]),
        ("14132", ["川崎", "鶴見", "港北"]),
        ("14206", ["小田原", "箱根", "川崎"]),
        ("14384", ["箱根", "小田原", "川崎"]),
        (None, ["箱根", "川崎", "小田原"]),
    ],
)
def test_it_works(code: str | None, names: list[str], edition: Edition) -> None:
    assert printed(edition, code) == names


def test_an_edition_keeps_all_cases_with_their_municipality(edition: Edition) -> None:
    assert [(place.name, place.area_code) for place in edition.content.places] == list(CASES)


def test_a_changed_case_changes_the_next_edition_only(edition: Edition, publish: Publish) -> None:
    Case.objects.filter(name="鶴見").update(name="鶴見の新しい場所")
    assert printed(edition, "14101")[0] == "鶴見"
    newer = publish(CampaignPage.objects.get(pk=edition.campaign_id)).edition
    assert newer.number == 2
    assert printed(newer, "14101")[0] == "鶴見の新しい場所"


def test_files_of_different_municipalities_have_verdicts_of_their_own(edition: Edition) -> None:
    one, other = (
        Kit(edition, OrganisationFactory(area=Area.objects.get(code=code))) for code in ("14101", "14206")
    )
    assert one.words.state != other.words.state
    assert {file.key for file in one.files}.isdisjoint(file.key for file in other.files)


def test_a_kit_asks_once_where_it_is(edition: Edition, django_assert_num_queries: Callable[..., Any]) -> None:
    kit = Kit(edition, OrganisationFactory(area=Area.objects.get(code="14101")))
    with django_assert_num_queries(1):
        assert kit.places == kit.places


def test_a_campaign_with_very_many_cases_keeps_the_first(home: HomePage) -> None:
    campaign = CampaignPageFactory(parent=home)
    campaign.cases.set([CaseFactory(slug=f"case-{order}", sort_order=order) for order in range(65)])
    campaign.save()
    assert len(content_of(CampaignPage.objects.get(pk=campaign.pk), "testserver").places) == 60


def test_the_page_of_a_kit_asks_for_the_map_once_more(
    edition: Edition, staff_client: Client, django_assert_max_num_queries: Any
) -> None:
    member = OrganisationFactory(area=Area.objects.get(code="14101"), slug="tsurumi")
    staff_client.get(f"/kit/{member.slug}/")
    with django_assert_max_num_queries(16):
        assert staff_client.get(f"/kit/{member.slug}/").status_code == 200


def test_a_case_too_long_for_the_flyer_holds_back_its_neighbours_alone(
    home: HomePage, publish: Publish
) -> None:
    load_areas()
    campaign = CampaignPageFactory(parent=home)
    long = CaseFactory(
        slug="long", name="とても長い名前の" * 10, summary="とても長い説明がつづく" * 7,
        address="とても長い所在地" * 15, area=Area.objects.get(code="14101"),
    )  # fmt: skip
    others = [
        CaseFactory(slug=code, name=f"場所{code}", area=Area.objects.get(code=code))
        for code in ("14206", "14382", "14384")
    ]
    campaign.cases.set([long, *others])
    campaign.save()
    edition = publish(campaign).edition
    assert edition is not None
    combination = next(each for each in default().combinations if each.filename == "flyer-a4-office.pdf")
    report = plate_report(combination, plates.built(edition, combination), edition.content)
    assert [(note.field, note.severity) for note in report.notes] == [("places", "warning")]
    assert long.name in report.notes[0].message
    far, near = (OrganisationFactory(area=Area.objects.get(code=code)) for code in ("14206", "14101"))
    for organisation, refused in ((far, False), (near, True)):
        kit = Kit(edition, organisation)
        flyer = kit.file(combination.filename)
        assert flyer is not None
        found = verdicts.ensure([flyer], verdicts.known([flyer]))
        assert bool(verdicts.refused([flyer], found)) == refused
