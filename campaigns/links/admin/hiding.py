"""Pages that leave without a question being asked: on the day that is set for them, or behind a restriction.

Their editor says so for as long as codes lead to them and nobody has named a successor.
"""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.page_privacy import set_privacy
from wagtail.models import Page, PageViewRestriction

from campaigns.links.models import Successor
from campaigns.links.reach import standing, with_aliases


def warn_in_editor(request: HttpRequest, page: Page) -> None:
    """Whenever the editor opens, also after each saving."""
    if request.method != "GET":
        return
    if page.live and page.get_view_restrictions().exists():
        warn_of_restriction(request, page)
    elif page.expire_at is not None and needs_successor(page):
        day = date_format(localtime(page.expire_at), "DATE_FORMAT")
        warn(
            request,
            page,
            _("Codes on paper lead to this page, which ends on %(day)s, and no successor is named.")
            % {"day": day},
        )


def set_privacy_with_codes(request: HttpRequest, page_id: int) -> HttpResponse:
    """Wagtail's dialogue; what it means for paper is told by the next page of the admin (cms/urls.py)."""
    answer: HttpResponse = set_privacy(request, page_id)
    if request.method == "POST" and PageViewRestriction.objects.filter(page=page_id).exists():
        warn_of_restriction(request, Page.objects.get(pk=page_id))
    return answer


def warn_of_restriction(request: HttpRequest, page: Page) -> None:
    if needs_successor(page):
        warn(
            request,
            page,
            _("Codes on paper lead to this page, which not everybody can see, and no successor is named."),
        )


def needs_successor(page: Page) -> bool:
    return bool(standing(with_aliases([page.pk]))) and not Successor.objects.filter(page=page.pk).exists()


def warn(request: HttpRequest, page: Page, said: str) -> None:
    where = reverse("codes_of_page", args=[page.pk])
    messages.warning(request, said, buttons=[messages.button(where, _("Name the successor"))])
