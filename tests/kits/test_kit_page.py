"""The page of a kit."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from campaigns.kits import plates
from campaigns.kits.models import KitDownload, PrintJob
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from print_templates import plate
from tests.factories import MembershipFactory, OrganisationFactory
from tests.kits.answers import sent
from tests.kits.paper import FILES, text_of

PAGE, SHELVES = "/kit/takasaki/", "/kit/takasaki/?need=all"


def test_it_works(campaign: CampaignPage, organisation: Organisation, member_client: Client) -> None:
    response = member_client.get(SHELVES)
    assert response.status_code == 200
    html = response.content.decode()
    assert organisation.name in html
    assert all(f'href="/kit/takasaki/{name}"' in html for name in FILES)
    assert 'href="/kit/takasaki/kit.zip"' in html
    assert [shelf.design for shelf in response.context["shelves"]] == ["poster", "flyer", "fan"]


def test_every_picture_and_link_of_the_page_answers(campaign: CampaignPage, member_client: Client) -> None:
    shelves = member_client.get(SHELVES).context["shelves"]
    for shelf in shelves:
        for page in shelf.pages:
            url = reverse("kits:picture", args=["takasaki", shelf.shown.stem, page, 360])
            assert member_client.get(url).status_code == 200


def test_the_page_keeps_room_for_every_picture(campaign: CampaignPage, member_client: Client) -> None:
    """What the page says of a picture's shape is what comes, but for the rounding of pixels."""
    page = member_client.get(SHELVES)
    for shelf in page.context["shelves"]:
        url = reverse("kits:picture", args=["takasaki", shelf.shown.stem, 1, 360])
        width, height = Image.open(BytesIO(member_client.get(url).content)).size
        assert f'width="360" height="{shelf.shown.picture_height}"' in page.content.decode()
        assert width / height == pytest.approx(360 / shelf.shown.picture_height, rel=0.005)


def test_nothing_of_a_member_is_kept_by_others(campaign: CampaignPage, member_client: Client) -> None:
    assert "Cookie" in member_client.get(PAGE)["Vary"]


@pytest.mark.parametrize("address", [PAGE, SHELVES, f"{PAGE}?need=shop", f"{PAGE}?message=あ"])
def test_it_asks_the_database_little(
    address: str, campaign: CampaignPage, member_client: Client, django_assert_max_num_queries: Any
) -> None:
    OrganisationFactory.create_batch(3)
    member_client.get(address)
    with django_assert_max_num_queries(12):
        member_client.get(address)


def test_other_kits_of_the_same_person_are_named(
    campaign: CampaignPage, member: Any, member_client: Client
) -> None:
    MembershipFactory(user=member, organisation=OrganisationFactory(slug="second"))
    response = member_client.get(PAGE)
    assert [other.slug for other in response.context["other_kits"]] == ["second"]


def test_an_organisation_that_joined_later_has_its_kit_at_once(
    campaign: CampaignPage, staff_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a layout engine that raises, everything is there: page, pictures, every file and the ZIP."""

    def laid_out_again(*args: object) -> None:
        raise AssertionError("a plate was laid out after publishing")

    monkeypatch.setattr(plates, "lay_out", laid_out_again)
    monkeypatch.setattr(plate, "engine", laid_out_again)
    OrganisationFactory(slug="later", name="あとから来た会")
    page = staff_client.get("/kit/later/?need=all")
    assert page.status_code == 200
    for shelf in page.context["shelves"]:
        assert (
            staff_client.get(reverse("kits:picture", args=["later", shelf.shown.stem, 1, 360])).status_code
            == 200
        )
    with ZipFile(BytesIO(sent(staff_client.get("/kit/later/kit.zip")))) as archive:
        assert archive.testzip() is None
        for name in FILES:
            pdf = archive.read(f"later/{name}")
            assert "あとから来た会" in text_of(pdf)
            assert sent(staff_client.get(f"/kit/later/{name}")) == pdf


def test_when_the_kit_was_taken_last_is_said(
    edition: Edition, organisation: Organisation, member_client: Client
) -> None:
    KitDownload.objects.create(edition=edition, organisation=OrganisationFactory(), files=["x.pdf"])
    KitDownload.objects.create(edition=edition, organisation=None, files=["x.pdf"])
    assert member_client.get(PAGE).context["taken"] is None
    taken = KitDownload.objects.create(edition=edition, organisation=organisation, files=["x.pdf"])
    assert member_client.get(PAGE).context["taken"] == taken.taken_at


def test_letters_that_no_font_has_are_named(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    organisation.name = "会\U00013000"
    organisation.save()
    assert "\U00013000" in member_client.get(PAGE).context["problems"][0]


def test_a_name_that_does_not_fit_is_said(
    campaign: CampaignPage, too_long: Organisation, member_client: Client
) -> None:
    response = member_client.get(PAGE)
    assert response.status_code == 200
    assert "うちわ" in response.context["problems"][0]


def test_a_name_that_fits_is_no_problem(campaign: CampaignPage, member_client: Client) -> None:
    assert member_client.get(PAGE).context["problems"] == []


def test_before_the_first_campaign_the_page_says_so(home: Any, member_client: Client) -> None:
    response = member_client.get(PAGE)
    assert response.status_code == 200
    assert "kit" not in response.context


@pytest.mark.parametrize("state", [PrintJob.State.WAITING, PrintJob.State.RUNNING])
def test_while_a_worker_builds_the_progress_is_shown(
    state: str, edition: Edition, organisation: Organisation, member_client: Client, settings: Any
) -> None:
    settings.PRINT_JOBS = "worker"
    edition.plates.filter(design="fan").delete()
    PrintJob.objects.update(state=state, done=3)
    response = member_client.get(PAGE)
    assert (response.status_code, response["Retry-After"]) == (503, "3")
    assert response.context["job"].done == 3
    assert "shelves" not in response.context


def test_files_are_grouped_by_what_one_wants_to_do(campaign: CampaignPage, member_client: Client) -> None:
    shelves = member_client.get(SHELVES).context["shelves"]
    for shelf in shelves:
        for group in shelf.groups:
            assert {each.file.combination.finish for each in group.files} == {group.finish}
            areas = [each.file.combination.sheet.width for each in group.files]
            assert areas == sorted(areas), "small ones first"
    shown = [each.file.name for shelf in shelves for group in shelf.groups for each in group.files]
    assert sorted([*shown, "ticket-a4-office.pdf"]) == sorted(FILES)


def test_what_the_print_shop_needs_is_one_file(campaign: CampaignPage, member_client: Client) -> None:
    assert 'href="/kit/takasaki/press.zip"' in member_client.get(PAGE).content.decode()
    answer = member_client.get("/kit/takasaki/press.zip")
    assert answer["Content-Disposition"] == 'attachment; filename="takasaki-edition1-press.zip"'
    names = ZipFile(BytesIO(sent(answer))).namelist()
    press = [f"takasaki/{name}" for name in FILES if "-press" in name]
    assert names == [*press, "takasaki/ticket-a4-office.pdf", "takasaki/kit.json"]


def test_a_failed_edition_is_not_handed_out(
    edition: Edition, organisation: Organisation, member_client: Client
) -> None:
    edition.plates.filter(design="fan").delete()
    PrintJob.objects.update(state=PrintJob.State.FAILED)
    response = member_client.get(PAGE)
    assert response.status_code == 503
    html = response.content.decode()
    assert "kit.zip" not in html
    assert f'class="button" href="{PAGE}"' in html, "no dead end"
    assert "事務局にお問い合わせください" in html


def test_questions_go_to_the_campaigns_phone(
    campaign: CampaignPage, edition: Edition, organisation: Organisation, member_client: Client
) -> None:
    CampaignPage.objects.filter(pk=campaign.pk).update(contact_phone="045-000-9999")
    edition.plates.filter(design="fan").delete()
    PrintJob.objects.update(state=PrintJob.State.FAILED)
    assert "事務局（045-000-9999）" in member_client.get(PAGE).content.decode()


def test_markup_in_a_name_is_text(
    campaign: CampaignPage, organisation: Organisation, member_client: Client
) -> None:
    organisation.name = '<script>"x"</script>'
    organisation.save()
    html = member_client.get(PAGE).content.decode()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("slug", ["nobody", "network"])
def test_what_is_not_theirs_is_not_there_for_members(
    slug: str, campaign: CampaignPage, member_client: Client
) -> None:
    assert member_client.get(f"/kit/{slug}/").status_code == 404


def test_an_organisation_that_is_not_approved_has_no_kit(
    campaign: CampaignPage, organisation: Organisation, member_client: Client, staff_client: Client
) -> None:
    organisation.is_approved = False
    organisation.save()
    assert member_client.get(PAGE).status_code == 404
    assert staff_client.get(PAGE).status_code == 404


def test_whoever_has_left_sees_it_no_more(
    campaign: CampaignPage, organisation: Organisation, member: Any, member_client: Client
) -> None:
    member.memberships.all().delete()
    assert member_client.get(PAGE).status_code == 404


def test_nothing_can_be_sent(campaign: CampaignPage, member_client: Client) -> None:
    assert member_client.post(PAGE).status_code == 405
