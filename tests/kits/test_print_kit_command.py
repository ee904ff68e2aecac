"""`manage.py print_kit` writes kits into folders."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from campaigns.members.models import Organisation
from campaigns.models import CampaignPage
from tests.factories import OrganisationFactory
from tests.kits.paper import FILES


def print_kit(*arguments: str) -> list[str]:
    out = StringIO()
    call_command("print_kit", *arguments, stdout=out)
    return out.getvalue().split()


def test_it_works(campaign: CampaignPage, organisation: Organisation, tmp_path: Path) -> None:
    assert print_kit("--organisation", "takasaki", "--out", str(tmp_path)) == [str(tmp_path / "takasaki")]
    written = {path.name for path in (tmp_path / "takasaki").iterdir()}
    assert written == {*FILES, "kit.json"}
    about = json.loads((tmp_path / "takasaki" / "kit.json").read_text(encoding="utf-8"))
    assert (about["organisation"], about["edition"]) == ("takasaki", 1)


def test_printing_again_gives_the_same_bytes(
    campaign: CampaignPage, organisation: Organisation, tmp_path: Path
) -> None:
    for _ in range(2):
        print_kit("--organisation", "takasaki", "--out", str(tmp_path / "one"))
    print_kit("--organisation", "takasaki", "--out", str(tmp_path / "two"))
    for name in (*FILES, "kit.json"):
        assert (tmp_path / "one/takasaki" / name).read_bytes() == (
            tmp_path / "two/takasaki" / name
        ).read_bytes()


def test_all_are_all_that_are_approved(
    campaign: CampaignPage, organisation: Organisation, tmp_path: Path
) -> None:
    OrganisationFactory(slug="second")
    OrganisationFactory(slug="left", is_approved=False)
    print_kit("--all", "--out", str(tmp_path))
    assert {path.name for path in tmp_path.iterdir()} == {"takasaki", "second"}


@pytest.mark.parametrize("slug", ["nobody", "left"])
def test_whoever_is_not_a_member_is_named(slug: str, campaign: CampaignPage, tmp_path: Path) -> None:
    OrganisationFactory(slug="left", is_approved=False)
    with pytest.raises(CommandError, match=slug):
        print_kit("--organisation", slug, "--out", str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_text_that_does_not_fit_is_named_and_the_others_are_printed(
    campaign: CampaignPage, too_long: Organisation, tmp_path: Path
) -> None:
    OrganisationFactory(slug="second", reading="ん")
    with pytest.raises(CommandError, match="takasaki: 名前が長すぎ"):
        print_kit("--all", "--out", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["second"]


def test_without_a_campaign_it_says_what_to_do(home: Any, organisation: Organisation, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="published"):
        print_kit("--organisation", "takasaki", "--out", str(tmp_path))


def test_a_language_that_is_not_published_is_refused(
    campaign: CampaignPage, organisation: Organisation, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match="'en'"):
        print_kit("--organisation", "takasaki", "--out", str(tmp_path), "--language", "en")


@pytest.mark.parametrize("whose", [(), ("--all", "--organisation", "takasaki")])
def test_one_of_the_two_ways_to_say_whose_is_needed(whose: tuple[str, ...], tmp_path: Path) -> None:
    with pytest.raises(CommandError):
        print_kit(*whose, "--out", str(tmp_path))
