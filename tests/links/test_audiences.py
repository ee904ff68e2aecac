"""An audience's prints have codes of their own, which open the audience's page."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from campaigns.links.codes import new_code
from campaigns.links.models import ShortLink
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from campaigns.versions import AudienceVersion
from home.models import StandardPage
from tests.factories import OrganisationFactory


@pytest.fixture
def page(campaign: CampaignPage) -> StandardPage:
    return campaign.add_child(instance=StandardPage(title="職場", slug="work", locale=campaign.locale))


@pytest.fixture
def version(campaign: CampaignPage, page: StandardPage) -> AudienceVersion:
    return AudienceVersion.objects.create(campaign=campaign, key="work", label="職場", page=page)


@pytest.fixture
def code(version: AudienceVersion, edition: Edition, organisation: Organisation) -> ShortLink:
    return ShortLink.objects.issued(edition, organisation, "work")


def leads_to(link: ShortLink, client: Client) -> str:
    return client.get(f"/q/{link.code}")["Location"]


def test_it_works(code: ShortLink, page: StandardPage, client: Client) -> None:
    assert code.target.specific == page
    assert leads_to(code, client) == page.get_url()
    assert client.get(page.get_url()).status_code == 200


def test_it_is_one_code_and_not_that_of_the_other_prints(
    code: ShortLink, link: ShortLink, edition: Edition, organisation: Organisation
) -> None:
    assert ShortLink.objects.issued(edition, organisation, "work") == code
    assert ShortLink.objects.issue(edition, organisation, "work") == code
    assert ShortLink.objects.issued(edition, organisation) == link != code
    others = [
        ShortLink.objects.issued(edition, None, "work"),
        ShortLink.objects.issued(edition, None),
        ShortLink.objects.issued(edition, OrganisationFactory(), "work"),
    ]
    assert len({code.code, link.code, *(other.code for other in others)}) == 5


@pytest.mark.parametrize("theirs", [True, False])
def test_the_database_keeps_a_second_one_out(
    theirs: bool, code: ShortLink, edition: Edition, organisation: Organisation
) -> None:
    whose = organisation if theirs else None
    held = ShortLink.objects.issued(edition, whose, "work")
    twin = ShortLink(
        code=new_code(), campaign=edition.campaign, organisation=whose, audience="work",
        is_networks_own=held.is_networks_own,
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_a_version_that_is_renamed_leaves_its_code_working_and_gets_another(
    code: ShortLink, version: AudienceVersion, page: StandardPage, client: Client
) -> None:
    AudienceVersion.objects.update(key="office", label="会社")
    assert leads_to(code, client) == page.get_url()
    renamed = ShortLink.objects.issued(code.edition, code.organisation, "office")
    assert renamed != code
    assert leads_to(renamed, client) == page.get_url()


def test_a_version_without_a_page_opens_the_campaign(
    version: AudienceVersion, edition: Edition, organisation: Organisation, client: Client
) -> None:
    AudienceVersion.objects.update(page=None)
    code = ShortLink.objects.issued(edition, organisation, "work")
    assert leads_to(code, client) == edition.campaign.get_url()
