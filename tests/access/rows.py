"""What a row of the access matrix says."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from campaigns.members.models import Organisation

#: What an anonymous visitor gets where one has to log in.
LOGIN = 302
#: For addresses that anyone may ask for.
PUBLIC = (200, 200, 200, 200)
#: For an organisation's own pages: anonymous, its own member, another's member, staff.
OWN = (LOGIN, 200, 404, 200)


@dataclass(frozen=True)
class Row:
    """`arguments` makes the address's arguments from organisation A, creating what they name.

    `expected` are the statuses for: nobody logged in, A's administrator, B's administrator, the network's staff.
    `query` is added to the address; `post` marks addresses that answer POST alone.
    """

    name: str
    arguments: Callable[[Organisation], Mapping[str, Any]] = lambda organisation: {"slug": organisation.slug}
    expected: tuple[int, int, int, int] = OWN
    query: str = ""
    post: bool = False
    data: Mapping[str, Any] = field(default_factory=dict)
