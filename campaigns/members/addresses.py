"""Whom a letter to an organisation goes to."""

from collections import defaultdict
from collections.abc import Iterable

from campaigns.members.models import Membership, Organisation


def addresses_of(organisation: Organisation) -> list[str]:
    """Those of the organisation's administrators; of all its people where it has none."""
    return addresses_by_organisation([organisation])[organisation.pk]


def addresses_by_organisation(organisations: Iterable[Organisation]) -> dict[int, list[str]]:
    """The same for many, by key, in one query; an organisation without people has an empty list."""
    people = Membership.objects.filter(organisation__in=organisations, user__is_active=True).order_by("pk")
    everybody: dict[int, list[str]] = defaultdict(list)
    administrators: dict[int, list[str]] = defaultdict(list)
    for organisation, role, email in people.values_list("organisation", "role", "user__email"):
        everybody[organisation].append(email)
        if role == Membership.Role.ADMINISTRATOR:
            administrators[organisation].append(email)
    return defaultdict(list, {key: administrators[key] or everyone for key, everyone in everybody.items()})
