"""What is not deleted: a code ever, and what prints hang for while they hang."""

import pytest
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client

from campaigns.links.keeping import Kept
from campaigns.links.models import Placement, ScanCount, ShortLink
from campaigns.members.models import Organisation
from campaigns.models import Edition
from tests.links.factories import displayed, placement_of, taken_down


def test_a_code_is_never_deleted(link: ShortLink) -> None:
    ScanCount.objects.create(link=link, day="2026-06-01", count=9)
    for delete in (link.delete, ShortLink.objects.all().delete):
        with pytest.raises(ProtectedError), transaction.atomic():
            delete()
    assert ScanCount.objects.filter(link=link).exists()


def test_what_hangs_keeps_its_organisation_and_itself(
    edition: Edition, organisation: Organisation, staff_client: Client
) -> None:
    hanging = displayed(organisation, has_own_code=True)
    pledged = placement_of(organisation)
    admin = "/admin/snippets"
    for what, instead in (
        (f"{admin}/members/organisation/delete/{organisation.pk}/", "「承認済み」"),
        (f"{admin}/links/placement/delete/{hanging.pk}/", "「取り外し済み」"),
    ):
        page = staff_client.get(what).content.decode()
        assert "削除できません" in page
        assert instead in page
        assert "はい、削除" not in page
        assert instead in staff_client.post(what, follow=True).content.decode()
    for delete in (Organisation.objects.all().delete, Placement.objects.all().delete):
        with pytest.raises(Kept), transaction.atomic():
            delete()
    staff_client.post(f"{admin}/links/placement/delete/{pledged.pk}/")
    assert list(Placement.objects.all()) == [hanging]
    taken_down()
    staff_client.post(f"{admin}/members/organisation/delete/{organisation.pk}/")
    assert not Organisation.objects.exists()
