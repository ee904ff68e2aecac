"""A list looked through without changing anything, and then taken as a whole or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from campaigns.areas.models import Area
from campaigns.members.bulk.rows import Gazetteer, RowForm, kinds
from campaigns.members.bulk.table import COLUMNS, Problem, UnreadableList, lines
from campaigns.members.invitations.inviting import invite
from campaigns.members.joining.slugs import free_slug
from campaigns.members.models import Membership, Organisation

#: What makes two rows the same organisation: its name and the key of its municipality.
Identity = tuple[str, int]


@dataclass(frozen=True)
class Entry:
    """A row that can become a member."""

    row: int
    organisation: Organisation
    email: str

    @property
    def identity(self) -> Identity:
        return self.organisation.name.casefold(), self.organisation.area_id


@dataclass(frozen=True)
class Examined:
    """What would become of a list: new members, those that are members already, and what has to be mended first."""

    new: list[Entry]
    present: list[Entry]
    problems: list[Problem]

    @property
    def may_be_taken(self) -> bool:
        return bool(self.new) and not self.problems


def examine(text: str) -> Examined:
    """Look through a list; nothing is changed."""
    try:
        entries, problems = read(text)
    except UnreadableList as unreadable:
        return Examined([], [], list(unreadable.problems))
    problems += repeated(entries)
    known = present(entries)
    return Examined(
        [entry for entry in entries if entry.identity not in known],
        [entry for entry in entries if entry.identity in known],
        sorted(problems, key=lambda problem: problem.row),
    )


def read(text: str) -> tuple[list[Entry], list[Problem]]:
    """The rows that say enough, and what is wrong with the others."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    gazetteer, names = Gazetteer(), kinds()
    for line in lines(text):
        form = RowForm(line.cells, gazetteer, names)
        if form.is_valid():
            entries.append(Entry(line.row, form.instance, form.cleaned_data["email"]))
        for field, errors in form.errors.items():
            problems += [Problem(line.row, str(COLUMNS[field]), str(error)) for error in errors]
    return entries, problems


def repeated(entries: Iterable[Entry]) -> list[Problem]:
    """Organisations that a list has twice."""
    first: dict[Identity, int] = {}
    found: list[Problem] = []
    for entry in entries:
        before = first.setdefault(entry.identity, entry.row)
        if before != entry.row:
            said = _("This organisation already stands in row %(row)s.") % {"row": before}
            found.append(Problem(entry.row, str(COLUMNS["name"]), said))
    return found


def present(entries: Iterable[Entry]) -> set[Identity]:
    """Which of them are members already."""
    areas = {entry.organisation.area_id for entry in entries}
    members = Organisation.objects.filter(area__in=areas).values_list("name", "area")
    return {(name.casefold(), area) for name, area in members}


@transaction.atomic
def take(examined: Examined) -> int:
    """Create and invite all new ones; returns how many. Taken twice, even at once, a list adds nothing more."""
    areas = {entry.organisation.area_id for entry in examined.new}
    # Whoever takes the same list at the same time waits here, and then finds its rows present.
    list(Area.objects.select_for_update(no_key=True).filter(pk__in=areas).order_by("pk"))
    known = present(examined.new)
    fresh = [entry for entry in examined.new if entry.identity not in known]
    for entry in fresh:
        organisation = entry.organisation
        # Not in the public list before somebody of it has said yes.
        organisation.is_listed = False
        organisation.slug = free_slug(organisation.name, organisation.reading)
        organisation.save(force_insert=True)
        invite(organisation, entry.email, Membership.Role.ADMINISTRATOR)
    return len(fresh)
