"""What somebody types to find a code: the code itself as on paper, however it is typed, or whose it is and where."""

from django.db.models import Q, QuerySet

from campaigns.links.codes import UnreadableCode, normal
from campaigns.links.models import ShortLink

#: Fewer letters than this are no part of a code but of a name.
LEAST = 3
NAMES = (
    "organisation__name", "organisation__reading", "placement__place", "campaign__title",
    "case__name", "case__reading",
)  # fmt: skip


def matching(links: QuerySet[ShortLink], typed: str) -> QuerySet[ShortLink]:
    """Links whose code, organisation, place or campaign has what was typed."""
    found = Q()
    for name in NAMES:
        found |= Q(**{f"{name}__icontains": typed.strip()})
    code = part_of_code(typed)
    return links.filter(found | Q(code__contains=code) if code else found)


def part_of_code(typed: str) -> str:
    """What was typed as a code or a part of one; empty when it can be none."""
    try:
        code = normal(typed)
    except UnreadableCode:
        return ""
    return code if len(code) >= LEAST else ""


def strangers(typed: str) -> list[str]:
    """The letters that occur in no code, of what looks like one."""
    try:
        normal(typed)
    except UnreadableCode as error:
        return error.letters if all(letter.isascii() for letter in error.letters) else []
    return []
