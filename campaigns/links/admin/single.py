"""Unpublishing, deleting and moving one page that codes lead to: what hangs is told before, a successor asked for."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.pages.unpublish import Unpublish
from wagtail.admin.views.pages.utils import type_to_delete_confirmation
from wagtail.models import Page, ReferenceIndex

from campaigns.links.admin.addresses import Addresses, are_redirected
from campaigns.links.admin.forms import DeletionForm, MovingForm, UnpublishingForm
from campaigns.links.reach import standing, subtree


def entered(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


class UnpublishWithCodes(Unpublish):
    """Wagtail's confirmation with the question on it; it stands at the same address (cms/urls.py)."""

    template_name = "links/admin/confirm_unpublish.html"

    @cached_property
    def form(self) -> UnpublishingForm:
        return UnpublishingForm(entered(self.request), pages=self.objects_to_unpublish)

    def unpublish(self) -> HttpResponse | None:
        if not self.form.is_valid():
            return self.render_to_response(self.get_context_data())
        self.form.keep()
        return super().unpublish()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "form": self.form}


def ask_before_deleting(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The confirmation with the question in place of Wagtail's; None lets Wagtail go on."""
    form = DeletionForm(entered(request), pages=[page])
    if not form.concerned:
        return None
    if request.method == "POST" and form.is_valid() and type_to_delete_confirmation(request):
        form.keep()
        return None
    usage = ReferenceIndex.get_references_to(page).group_by_source_object()
    below = page.get_descendant_count()
    safe = getattr(settings, "WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT", 10)
    context = {
        "page": page,
        "form": form,
        "next": get_valid_next_url_from_request(request),
        "descendant_count": below,
        "type_to_confirm_before_delete": below + 1 >= safe,
        "wagtail_site_name": settings.WAGTAIL_SITE_NAME,
        "model_opts": page._meta,
        "usage_url": reverse("wagtailadmin_pages:usage", args=[page.pk]) + "?describe_on_delete=1",
        "usage_count": usage.count(),
        "is_protected": usage.is_protected,
    }
    return TemplateResponse(request, "links/admin/confirm_delete.html", context)


def tell_before_moving(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """The confirmation with what the new address means for paper.

    Something has to be decided only where not everybody will see the page.
    """
    addresses = Addresses.of_move(page, destination)
    form = None if addresses.is_open else MovingForm(entered(request), pages=[page])
    if request.method == "POST":
        if form is None:
            return None
        if form.is_valid():
            form.keep()
            return None
    concerned = standing(subtree([page]))
    if not concerned:
        return None
    context = {
        "page_to_move": page,
        "destination": destination,
        "concerned": concerned,
        "addresses": addresses,
        "are_redirected": are_redirected(),
        "is_closed": form is not None,
        "form": form,
    }
    return TemplateResponse(request, "links/admin/confirm_move.html", context)
