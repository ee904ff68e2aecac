"""Pictures of a kit's pages."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from PIL import Image, ImageChops

from campaigns.kits.views import pictures
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from tests.factories import OrganisationFactory

PICTURE = "/kit/takasaki/flyer-a4-office-{page}-{width}.png"
FRONT = PICTURE.format(page=1, width=360)

pytestmark = pytest.mark.usefixtures("clean_caches")


def seen(client: Client, url: str) -> Image.Image:
    return Image.open(BytesIO(client.get(url).content)).convert("RGB")


@pytest.mark.parametrize("page", [1, 2])
@pytest.mark.parametrize("width", [360, 720])
def test_it_works(page: int, width: int, campaign: CampaignPage, member_client: Client) -> None:
    response = member_client.get(PICTURE.format(page=page, width=width))
    assert response["Content-Type"] == "image/png"
    assert abs(Image.open(BytesIO(response.content)).width - width) <= 1


def test_it_shows_the_organisations_own_imprint(
    campaign: CampaignPage, member_client: Client, staff_client: Client
) -> None:
    OrganisationFactory(slug="other", name="べつの会")
    mine, other = seen(member_client, FRONT), seen(staff_client, FRONT.replace("takasaki", "other"))
    assert ImageChops.difference(mine, other).getbbox() is not None


def test_it_is_rastered_once(
    campaign: CampaignPage, member_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = member_client.get(FRONT).content

    def again(*args: object) -> bytes:
        raise AssertionError("rastered again")

    monkeypatch.setattr(pictures, "rastered", again)
    assert member_client.get(FRONT).content == first


def test_a_new_name_is_a_new_picture(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    before = member_client.get(FRONT)
    organisation.name = "新しい名前の会"
    organisation.save()
    after = member_client.get(FRONT, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert after.content != before.content


def test_whoever_has_it_already_is_sent_nothing(campaign: CampaignPage, member_client: Client) -> None:
    etag = member_client.get(FRONT)["ETag"]
    assert member_client.get(FRONT, headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        PICTURE.format(page=0, width=360), PICTURE.format(page=3, width=360), PICTURE.format(page=1, width=361),
        PICTURE.format(page=1, width=99999), FRONT.replace("flyer", "banner"),
        "/kit/takasaki/poster-a4-office-2-360.png",
    ],
    ids=["page 0", "page 3", "odd width", "huge width", "unknown file", "second page of a poster"],
)  # fmt: skip
def test_what_no_kit_has_is_not_found(path: str, campaign: CampaignPage, member_client: Client) -> None:
    assert member_client.get(path).status_code == 404


def test_a_picture_of_what_a_worker_still_builds_is_asked_for_later(
    edition: Edition, member_client: Client, settings: Any
) -> None:
    settings.PRINT_JOBS = "worker"
    edition.plates.filter(design="flyer").delete()
    assert member_client.get(FRONT).status_code == 503


def test_a_file_whose_text_does_not_fit_is_told_instead_of_a_picture(
    campaign: CampaignPage, too_long: Organisation, member_client: Client
) -> None:
    assert member_client.get("/kit/takasaki/fan-round240-press-2-360.png").status_code == 422
    assert member_client.get("/kit/takasaki/poster-a4-office-1-360.png").status_code == 200
