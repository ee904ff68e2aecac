"""Numbers to call day and night, from anywhere in the country: on every page, even when nothing else works."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Number:
    """A telephone number as it is read, and when to dial it."""

    phone: str
    name: str | Promise
    note: str | Promise

    @property
    def tel(self) -> str:
        return "tel:" + self.phone.replace("-", "")


#: 500.html and links/offline.html say the same without a database; a test compares them.
ALWAYS = (
    Number("0120-279-338", _("Yorisoi Hotline"), _("Whatever it is about. Day and night, free of charge")),
    Number("119", _("Illness, injury, fire"), _("Ambulance and fire brigade")),
    Number("110", _("Danger"), _("Police")),
)
