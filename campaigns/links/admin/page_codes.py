"""“Codes on paper” of one page: how many lead there, what hangs, and the successor for the time it is not public."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin.utils import get_latest_str
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import Button
from wagtail.models import Page

from campaigns.links.admin.forms import SuccessorForm
from campaigns.links.reach import public_pages, standing, with_aliases
from campaigns.links.successors import successors_of


class PageCodesView(WagtailAdminTemplateMixin, TemplateView):
    """Whoever may edit the page looks; whoever may publish it names its successor."""

    template_name = "links/admin/page_codes.html"
    page_title = gettext_lazy("Codes on paper")
    header_icon = "link"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not self.permissions.can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> Page:
        return get_object_or_404(Page, pk=self.kwargs["pk"], depth__gt=1).specific

    @cached_property
    def permissions(self) -> Any:
        return self.page.permissions_for_user(self.request.user)

    @cached_property
    def is_public(self) -> bool:
        return bool(public_pages().filter(pk=self.page.pk).exists())

    @property
    def may_name(self) -> bool:
        """A public page needs a successor only for the day on which it ends, by what is published or by a draft."""
        ends = self.page.expire_at or self.page.get_latest_revision_as_object().expire_at
        return self.permissions.can_publish() and not (self.is_public and ends is None)

    def get_page_subtitle(self) -> str:
        return str(get_latest_str(self.page))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit = {
            "url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            "label": self.get_page_subtitle(),
        }
        return [*self.breadcrumbs_items, edit, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        followed = [] if self.is_public else successors_of(self.page)
        form = kwargs.get("form") or SuccessorForm(pages=[self.page])
        return {
            **context,
            "page": self.page,
            "form": form,
            "concerned": form.concerned_alone,
            "is_public": self.is_public,
            "leads_to": next((page for page in followed if public_pages().filter(pk=page.pk).exists()), None),
            "may_name": self.may_name and form.concerned_alone,
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.may_name:
            raise PermissionDenied
        form = SuccessorForm(request.POST, pages=[self.page])
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        form.keep()
        messages.success(request, _("Saved. Codes that are read from now on follow it."))
        return redirect("codes_of_page", self.page.pk)


def addresses() -> list[URLPattern]:
    return [path("pages/<int:pk>/codes/", PageCodesView.as_view(), name="codes_of_page")]


def header_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> list[Button]:
    """Among a page's actions, where codes lead to it; asked once for a page that is open, never in lists."""
    if page.is_root() or not page.permissions_for_user(user).can_edit():
        return []
    concerned = standing(with_aliases([page.pk]))
    if not concerned:
        return []
    said = ngettext("%(number)d code on paper", "%(number)d codes on paper", concerned.codes)
    where = reverse("codes_of_page", args=[page.pk])
    return [Button(said % {"number": concerned.codes}, where, icon_name="link", priority=62)]
