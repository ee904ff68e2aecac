"""Every address with a key × nobody, organisation A, organisation B, staff. A new address without a row fails."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from campaigns.members.models import Membership, Organisation
from campaigns.models import Edition
from tests import factories
from tests.access.rows import Row
from tests.banners.access_rows import ROWS as BANNERS
from tests.conftest import logged_in
from tests.links.access_rows import ROWS as LINKS
from tests.members.access_rows import ROWS as MEMBERS
from tests.voting.access_rows import ROWS as VOTING

ROWS = [*MEMBERS, *LINKS, *BANNERS, *VOTING]
#: Where addresses with a key are an organisation's own; those of kits have a matrix in tests/kits.
SPACES = ("members:", "placements:", "banners:", "voting:")

Visitors = dict[str, Client]


def named(resolver: URLResolver, space: str = "", keys: frozenset[str] = frozenset()) -> Iterator[str]:
    """The names of all addresses that have a key."""
    for entry in resolver.url_patterns:
        found = keys | frozenset(entry.pattern.converters)
        if isinstance(entry, URLResolver):
            inside = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from named(entry, inside, found)
        elif isinstance(entry, URLPattern) and entry.name and found:
            yield f"{space}{entry.name}"


def test_every_address_with_a_key_has_a_row() -> None:
    ours = {name for name in named(get_resolver()) if name.startswith(SPACES)}
    assert ours - {row.name for row in ROWS} == set()


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
