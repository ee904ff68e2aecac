"""How the numbers are to be read, in words: on the page and in the workbook."""

from django.utils.translation import gettext as _

from campaigns.links.results.few import TOLD
from campaigns.links.results.not_counted import who_is_not_counted


def explanation() -> list[str]:
    return [
        _("A reading is one opening of a code's address, by camera or by typing it. It is not a person."),
        _(
            "Nobody is followed: no address, no phone and no name is kept, and hours are known of the campaign alone."
        ),
        who_is_not_counted(),
        _("Days turn at midnight in Japan. Weeks begin on Monday."),
        _("From 1 to %(most)s readings in a month are shown as “few”, so that nothing points to anybody.")
        % {"most": TOLD - 1},
        _("“Withheld” is a number that would give a few away by subtraction. It is never a small one."),
        _(
            "Longer times add up what their months tell. “33 or more” leaves out months that are few or withheld; "
            "“few” or “withheld” means that no month is told. The last days are shown day by day alone."
        ),
        _(
            "Per 100 prints: readings of the codes that places have of their own, divided by the prints displayed there "
            "in this period, times 100. A dash stands where no prints with a code of their own were displayed."
        ),
    ]
