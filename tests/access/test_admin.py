"""Our own addresses in the admin × nobody, a member, somebody who may enter the admin and do nothing there."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.access.addresses import Address, our_addresses
from tests.conftest import logged_in

ADDRESSES = [address for address in our_addresses() if address.route.startswith("admin/")]


@pytest.fixture
def strangers(db: None) -> list[Client]:
    guest = factories.UserFactory(is_staff=True)
    guest.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return [Client(), logged_in(factories.MembershipFactory().user), logged_in(guest)]


def test_there_are_some() -> None:
    assert {"custody:code", "orders:zip", "readings:csv"} <= {address.name for address in ADDRESSES}


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)
def test_nobody_comes_in_without_permission(address: Address, method: str, strangers: list[Client]) -> None:
    """Whatever the key is: who may not come in does not learn whether there is such a thing."""
    nobody, member, guest = (getattr(client, method)(address.with_samples()) for client in strangers)
    assert nobody.status_code == 302
    assert nobody["Location"].startswith(reverse("account_login"))
    assert member.status_code == 302
    assert guest.status_code in (302, 404, 405)
