"""Every address with a key × nobody, organisation A, organisation B, staff. A new address without a row fails."""

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.members.models import Membership, Organisation
from campaigns.models import Edition
from tests import factories
from tests.access.addresses import our_addresses
from tests.access.rows import Row
from tests.banners.access_rows import ROWS as BANNERS
from tests.conftest import logged_in
from tests.links.access_rows import ROWS as LINKS
from tests.members.access_rows import ROWS as MEMBERS
from tests.voting.access_rows import ROWS as VOTING

ROWS = [*MEMBERS, *LINKS, *BANNERS, *VOTING]
#: tests/kits/test_access.py; the admin's are in test_admin.py.
MATRIX_OF_ITS_OWN = "kits:"
#: What residents read, and what these pages are drawn with.
SAME_FOR_EVERYBODY = {
    "feed",
    "first_card",
    "links:follow",
    "selfcheck_answers",
    "sharing_picture",
    "sheet",
    "theme_artwork",
    "theme_css",
    "theme_font",
}

Visitors = dict[str, Client]


def test_every_address_with_a_key_has_a_row() -> None:
    keyed = {each.name for each in our_addresses() if each.converters and not each.route.startswith("admin/")}
    elsewhere = {name for name in keyed if name.startswith(MATRIX_OF_ITS_OWN)}
    assert keyed - elsewhere - SAME_FOR_EVERYBODY == {row.name for row in ROWS if row.name in keyed}
    assert keyed >= SAME_FOR_EVERYBODY


@pytest.fixture
def visitors(organisation: Organisation, edition: Edition) -> Visitors:
    role = Membership.Role.ADMINISTRATOR
    return {
        "nobody": Client(),
        "own": logged_in(factories.MembershipFactory(organisation=organisation, role=role).user),
        "other": logged_in(factories.MembershipFactory(role=role).user),
        "staff": logged_in(factories.StaffFactory()),
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name + row.query)
def test_only_who_may_comes_in(row: Row, organisation: Organisation, visitors: Visitors) -> None:
    # Others first: what a POST of the organisation itself does must not hide what a stranger would have seen.
    for who, expected in zip(("nobody", "other", "staff", "own"), ordered(row), strict=True):
        address = reverse(row.name, kwargs=dict(row.arguments(organisation))) + row.query
        client = visitors[who]
        answer = client.post(address, row.data) if row.post else client.get(address)
        assert answer.status_code == expected, (who, address)


def ordered(row: Row) -> tuple[int, int, int, int]:
    nobody, own, other, staff = row.expected
    return nobody, other, staff, own
