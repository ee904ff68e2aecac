"""Who is not counted, in words."""

from django.utils.translation import gettext as _

from campaigns.links.address import have_own_host


def who_is_not_counted() -> str:
    if have_own_host():
        return _(
            "Programs that fetch a preview are not counted. Staff are: nobody logs in on the host of codes."
        )
    return _("Programs that fetch a preview, and staff who are logged in, are not counted.")
