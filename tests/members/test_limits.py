"""How often somebody may do something."""

import pytest
from django.test import RequestFactory

from campaigns.members.limits import allows, connection_of


def test_it_works() -> None:
    assert [allows("write", "a", 2, 60) for _ in range(4)] == [True, True, False, False]


def test_others_and_other_actions_are_not_stopped() -> None:
    assert allows("write", "a", 1, 60)
    assert allows("write", "b", 1, 60)
    assert allows("read", "a", 1, 60)
    assert not allows("write", "a", 1, 60)


def test_it_ends_with_its_time() -> None:
    assert allows("write", "a", 1, 0)
    assert allows("write", "a", 1, 0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
    ],
)
def test_a_connection_is_an_address_or_a_households_network(one: str, other: str, same: bool) -> None:
    first, second = (connection_of(RequestFactory().get("/", REMOTE_ADDR=each)) for each in (one, other))
    assert (first == second) is same
