"""Snippets whose preview is the page that shows them, which lies in a layer above."""

from typing import Any, ClassVar

from django.http import HttpRequest
from wagtail.models import PreviewableMixin


class PreviewedAbove(PreviewableMixin):
    """Previewed by `preview_template` with what `shown_with` says of the snippet."""

    preview_template: ClassVar[str]
    #: Filled by the layer that knows the page; this one does not.
    shown_with: ClassVar[Any] = None

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return self.preview_template

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        context: dict[str, Any] = super().get_preview_context(request, mode_name)
        return {**context, **type(self).shown_with(self)}
