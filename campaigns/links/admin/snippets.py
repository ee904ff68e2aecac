"""Deleting and unpublishing what is no page but what paper speaks of: a place with cards, a member, a placement."""

from typing import Any

from django.urls import reverse
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.views.snippets import DeleteView, UnpublishView

from campaigns.cases.editing import CaseViewSet
from campaigns.cases.models import Case
from campaigns.links.models import Placement, ShortLink
from campaigns.members.models import Organisation


def on_cards(*cases: Case) -> bool:
    """Whether the code of one of the places, or of the same place in another language, was printed on cards."""
    keys = [case.translation_key for case in cases]
    return ShortLink.objects.filter(case__translation_key__in=keys).exists()


class DeleteCase(DeleteView):
    template_name = "links/admin/confirm_delete_case.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "is_on_cards": on_cards(self.object)}


class UnpublishCase(UnpublishView):
    template_name = "links/admin/confirm_unpublish_case.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "is_on_cards": on_cards(self.object)}


class DeleteCases(DeleteBulkAction):
    models = (Case,)
    template_name = "links/admin/confirm_bulk_delete_cases.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "is_on_cards": on_cards(*(entry["item"] for entry in context["items"]))}


class CaseWithCardsViewSet(CaseViewSet):
    """The form of a place, whose confirmations tell of its cards."""

    delete_view_class = DeleteCase
    delete_template_name = DeleteCase.template_name
    unpublish_view_class = UnpublishCase


class DeleteWhatHangs(DeleteView):
    """Of a member or a placement; while prints hang it says what to do instead, and offers no deletion."""

    template_name = "links/admin/confirm_delete_hanging.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        hanging = Placement.objects.filter(status=Placement.Status.DISPLAYED)
        is_member = isinstance(self.object, Organisation)
        hanging = hanging.filter(organisation=self.object) if is_member else hanging.filter(pk=self.object.pk)
        context: dict[str, Any] = super().get_context_data(**kwargs)
        found = hanging.count()
        is_protected = context.get("is_protected") or bool(found)
        told = {"hanging": found, "is_member": is_member, "is_protected": is_protected}
        return {**context, **told, "edit_url": reverse(self.edit_url_name, args=[self.object.pk])}
