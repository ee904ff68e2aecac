"""Why a code did not lead to a page, or a host did not answer, in a sentence."""

from django.utils.translation import gettext_lazy

REASONS = {
    "no_such_name": gettext_lazy("No computer of this name was found from here."),
    "connection": gettext_lazy("The server did not answer."),
    "timeout": gettext_lazy("The answer took longer than ten seconds."),
    "certificate": gettext_lazy("The certificate is not valid."),
    "not_ours": gettext_lazy("Another site answers under this address, or this one does not know its codes."),
    "unknown_code": gettext_lazy("The site says that it does not know this code."),
    "server_error": gettext_lazy("The site answered with an error."),
    "no_redirect": gettext_lazy("The site answered, but led nowhere."),
    "elsewhere": gettext_lazy("It leads to a site that is not ours."),
    "another_page": gettext_lazy("It leads to another page than it should."),
    "page_missing": gettext_lazy("The page that it leads to is not there."),
    "page_error": gettext_lazy("The page that it leads to answered with an error."),
    "too_many_redirects": gettext_lazy("It leads on and on."),
}
