"""The same for many pages at once: Wagtail's bulk actions, each with the question on its confirmation."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.pages.bulk_actions import DeleteBulkAction, MoveBulkAction, UnpublishBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.models import Page

from campaigns.links.admin.addresses import are_redirected
from campaigns.links.admin.forms import DeletionForm, SuccessorForm, UnpublishingForm
from campaigns.links.admin.moving import ManyMovingForm
from campaigns.links.reach import standing, subtree


class ChosenPages(PageBulkAction):
    """Tells its form which pages are chosen."""

    @cached_property
    def chosen(self) -> list[Page]:
        return self.get_actionable_objects()[0]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "pages": self.chosen}


class UnpublishWithCodes(ChosenPages, UnpublishBulkAction):
    template_name = "links/admin/confirm_bulk_unpublish.html"
    form_class = UnpublishingForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if not context["has_live_descendants"]:
            context["form"].fields["include_descendants"].widget = forms.HiddenInput()
        return context


class DeleteWithCodes(ChosenPages, DeleteBulkAction):
    template_name = "links/admin/confirm_bulk_delete.html"
    form_class = DeletionForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        # Wagtail's own switch: its confirmation shows no other form.
        context["is_protected"] = context["is_protected"] or bool(context["form"].hanging)
        return context


class MoveWithCodes(ChosenPages, MoveBulkAction):
    template_name = "links/admin/confirm_bulk_move.html"
    form_class = ManyMovingForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        moved = [entry["item"] for entry in context["items"]]
        return {
            **context,
            "concerned": standing(subtree(moved)),
            "are_redirected": are_redirected(),
            "is_closed": context["form"].question is not None,
        }


def name_successors(
    request: HttpRequest, action_type: str, objects: Iterable[Page], action: BulkAction
) -> None:
    """Write down the answer in the transaction in which the pages go."""
    if isinstance(action.cleaned_form, SuccessorForm | ManyMovingForm):
        action.cleaned_form.keep()
