"""What was seen at a link check, in a sentence that says what to do next."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.banners.models import LinkCheck

#: Why a page could not be read, and what helps.
REASONS = {
    "bad_address": gettext_lazy(
        "This is no address of a web page. It begins with https:// or http:// and has no port number."
    ),
    "no_such_name": gettext_lazy(
        "There is no site of this name. Please check the spelling of the address, most of all before the first “/”."
    ),
    "private_address": gettext_lazy(
        "This address is not on the public internet, so your visitors cannot open it either. "
        "Please enter the address that visitors use."
    ),
    "connection": gettext_lazy(
        "The server did not answer. Please open the page in your browser; if it opens there, check again tomorrow."
    ),
    "timeout": gettext_lazy(
        "The page took longer than ten seconds. Please check again later; if it stays so, ask whoever looks after "
        "the site."
    ),
    "certificate": gettext_lazy(
        "The site's certificate is not valid, so browsers warn your visitors as well. Please tell whoever looks "
        "after the site."
    ),
    "too_many_redirects": gettext_lazy(
        "The address leads on and on. Please enter the address that your browser shows once the page is open."
    ),
    "not_html": gettext_lazy(
        "There is a file under this address and no page. Please enter the address of the page on which the banner is."
    ),
    "not_found": gettext_lazy(
        "There is no page under this address (any more). Please enter where the banner is now."
    ),
    "forbidden": gettext_lazy(
        "The site does not let us in. If the page needs a password, please enter another one that everybody can open."
    ),
    "server_error": gettext_lazy(
        "The site answered with an error. Please check again later; if it stays so, tell whoever looks after the site."
    ),
    "too_large": gettext_lazy(
        "The page is very large, and there is no link to the campaign in its first part (1 MB). "
        "Please enter a smaller page, or put the banner further up."
    ),
    "packed": gettext_lazy(
        "The page came in a form that we cannot read. Please tell whoever looks after the site, or enter another page."
    ),
}  # fmt: skip


def what_next(check: LinkCheck) -> str:
    """The last result and what to do next."""
    if check.result == LinkCheck.Result.LINKS:
        return _(
            "Your page leads to the campaign. Thank you! We look again every week; nothing needs to be done."
        )
    if check.result == LinkCheck.Result.NO_LINK:
        return _(
            "We read your page but found no link to the campaign. Please paste the HTML of one of the banners into "
            "it, publish it, and check again. Links that only appear by script cannot be seen by us."
        )
    if check.result == LinkCheck.Result.UNREACHABLE:
        return str(REASONS.get(check.reason, REASONS["connection"]))
    return _("We have not looked yet. Press “Check now”, or wait: it is looked at within a day.")
