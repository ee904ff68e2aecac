"""One code for all prints of an organisation in a campaign, for ever."""

from typing import Any

import pytest
from django.db import IntegrityError

from campaigns.links import models
from campaigns.links.codes import is_sound
from campaigns.links.models import ShortLink
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Edition
from tests.conftest import Publish
from tests.factories import CampaignPageFactory, OrganisationFactory
from tests.kits.test_publishing import draft


def test_it_works(link: ShortLink, campaign: CampaignPage, organisation: Organisation) -> None:
    assert is_sound(link.code)
    assert link.target.specific == link.campaign == campaign
    assert link.organisation == organisation
    assert link.url == f"HTTP://TESTSERVER/Q/{link.code}"
    assert link.address == f"testserver/q/{link.code}"


def test_asking_again_gives_the_same_code(
    link: ShortLink, edition: Edition, organisation: Organisation
) -> None:
    assert ShortLink.objects.issued(edition, organisation) == link


def test_issued_twice_at_once_it_is_one_code(
    link: ShortLink, edition: Edition, organisation: Organisation
) -> None:
    """The other request looked before ours had issued the code, so it goes straight on to issue one."""
    assert ShortLink.objects.issue(edition, organisation) == link
    assert ShortLink.objects.count() == 1


def test_the_networks_own_code_is_one_as_well(edition: Edition) -> None:
    own = ShortLink.objects.issue(edition, None)
    assert ShortLink.objects.issue(edition, None) == ShortLink.objects.issued(edition, None) == own
    assert ShortLink.objects.count() == 1


def test_organisations_have_codes_of_their_own(link: ShortLink, edition: Edition) -> None:
    others = [ShortLink.objects.issued(edition, who) for who in (OrganisationFactory(), None)]
    assert len({link.code, *(other.code for other in others)}) == 3


def test_campaigns_have_codes_of_their_own(
    link: ShortLink, organisation: Organisation, publish: Publish
) -> None:
    other = publish(CampaignPageFactory())
    assert ShortLink.objects.issued(other.edition, organisation).code != link.code


def test_a_code_belongs_to_the_edition_it_was_first_printed_in(
    link: ShortLink, campaign: CampaignPage, edition: Edition, organisation: Organisation, publish: Publish
) -> None:
    newer = publish(draft(campaign, theme="rounds")).edition
    assert newer.number == 2
    assert ShortLink.objects.issued(newer, organisation) == link
    assert ShortLink.objects.get().edition == edition


def test_a_code_that_exists_is_drawn_again(
    link: ShortLink, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter([link.code, link.code, "ABC2345"])
    monkeypatch.setattr(models, "new_code", lambda: next(drawn))
    assert ShortLink.objects.issued(edition, OrganisationFactory()).code == "ABC2345"


def test_drawing_only_codes_that_exist_gives_up(
    link: ShortLink, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "new_code", lambda: link.code)
    with pytest.raises(IntegrityError, match="no free code"):
        ShortLink.objects.issued(edition, OrganisationFactory())


def test_the_code_of_an_organisation_that_left_is_not_the_networks(
    link: ShortLink, edition: Edition, organisation: Organisation
) -> None:
    organisation.delete()
    assert ShortLink.objects.issued(edition, None).code != link.code
    assert ShortLink.objects.filter(code=link.code).exists()


def test_a_code_is_encoded_when_it_is_issued_and_not_when_it_is_printed(
    edition: Edition, organisation: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued = ShortLink.objects.issued(edition, organisation)
    monkeypatch.setattr(models, "encode", None)
    code = ShortLink.objects.get(pk=issued.pk).encoded()
    assert (code.url, code.side) == (issued.url, 29)
    assert code.operators


def test_a_new_address_of_the_site_encodes_it_again_once(
    edition: Edition, organisation: Organisation, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ShortLink.objects.issued(edition, organisation).encoded()
    settings.PUBLIC_URL = "https://elsewhere.example.jp"
    after = ShortLink.objects.issued(edition, organisation).encoded()
    assert after.url.startswith("HTTPS://ELSEWHERE.EXAMPLE.JP/Q/")
    assert after.operators != before.operators
    monkeypatch.setattr(models, "encode", None)
    assert ShortLink.objects.issued(edition, organisation).encoded() == after
