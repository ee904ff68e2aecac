"""What an organisation can do about itself in one sitting."""

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from campaigns.members.models import Membership, Organisation

#: A longer name is set smaller, or in two lines, beside a logo: from its margin to the code a poster has room for
#: 15 full letters (`designs/poster/panel.py`: COLUMN less LOGO_WIDTH and its gap, by the size of the name).
SHORT_NAME = 15


@dataclass(frozen=True)
class Step:
    """Something to do on a page of the member area, and whether it is done; `field` is where on the page."""

    label: str
    reason: str
    done: bool
    page: Literal["profile", "people"] = "profile"
    field: str = ""


def steps(organisation: Organisation) -> list[Step]:
    """In the order in which they matter on paper."""
    found = [
        Step(
            _("Add your logo"), _("It stands beside your name on every print."),
            bool(organisation.logo), field="id_logo",
        ),
        Step(
            _("Add telephone or website"), _("Whoever reads a poster or the public list can reach you."),
            bool(organisation.phone or organisation.website), field="id_phone",
        ),
        Step(
            _("Ask a second person in"), _("Somebody can then act when you are away."),
            Membership.objects.filter(organisation=organisation).count() > 1, page="people",
        ),
    ]  # fmt: skip
    if len(organisation.name) > SHORT_NAME:
        short = Step(
            _("Choose a shorter name for prints"), _("A short name is printed larger."),
            bool(organisation.print_name), field="id_print_name",
        )  # fmt: skip
        found.insert(1, short)
    return found
