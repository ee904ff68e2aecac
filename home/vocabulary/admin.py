"""What staff are told when they save, and the list of all pages with such words."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.permissions import page_permission_policy

from campaigns.members.admin.menu import PermittedViewSet
from campaigns.members.admin.page import AdminPage
from home.vocabulary.checking import Checked, check, everything, is_checked
from home.vocabulary.finding import Found
from home.vocabulary.table import WORDS

MAY_SEE = ["add", "change", "publish"]
#: Words that are told on saving; the list has all.
MOST = 5


def tell(request: HttpRequest, thing: Any) -> None:
    """Hook after saving a page or snippet: what could be said better. Nothing is kept from being saved."""
    found = check(thing) if is_checked(thing) else []
    if found:
        messages.warning(request, sentence(found))


def sentence(found: list[Found]) -> SafeString:
    """A heading and a line for each word."""
    heading = _("Vocabulary check: everything is saved. These words could be better ones:")
    lines = format_html_join("", "<li>{}</li>", ((line(each),) for each in found[:MOST]))
    return format_html("{}<ul>{}</ul>", heading, lines)


def line(found: Found) -> str:
    message = _("“%(before)s%(said)s%(after)s”: rather “%(instead)s”. %(reason)s")
    around = {"before": found.before, "said": found.said, "after": found.after}
    return message % {**around, "instead": found.word.instead, "reason": str(found.word.reason)}


class VocabularyView(AdminPage):
    """Everything public that says one of the words, and the words themselves."""

    page_title = gettext_lazy("Vocabulary check")
    header_icon = "openquote"
    permission_policy = page_permission_policy
    any_permission_required = MAY_SEE
    template_name = "vocabulary/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        address = AdminURLFinder(self.request.user)
        context["rows"] = [self.row(each, address) for each in everything()]
        context["words"] = WORDS
        return context

    def row(self, checked: Checked, address: AdminURLFinder) -> dict[str, Any]:
        return {
            "title": checked.title,
            "url": address.get_edit_url(checked.thing),
            "type": checked.thing._meta.verbose_name,
            "lines": [line(each) for each in checked.found],
        }


class VocabularyViewSet(PermittedViewSet):
    name = "vocabulary"
    url_prefix = "vocabulary"
    icon = "openquote"
    menu_label = gettext_lazy("Vocabulary check")
    menu_order = 1210
    menu_hook = "register_reports_menu_item"
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", VocabularyView.as_view(), name="index")]

    def may_see(self, request: HttpRequest) -> bool:
        return bool(page_permission_policy.user_has_any_permission(request.user, MAY_SEE))
