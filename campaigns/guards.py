"""What the admin refuses outside the campaign's own form."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from wagtail.models import Page

from campaigns.models import CampaignPage, NoChosenPhrase


def refuse_to_publish_without_phrase(
    request: HttpRequest, action_type: str, objects: Iterable[Page], action: Any
) -> HttpResponse | None:
    """Publishing many pages at once: a campaign without its chosen phrase stops it with a sentence."""
    if action_type != "publish":
        return None
    for page in objects:
        specific = page.specific
        draft = specific.get_latest_revision_as_object() if isinstance(specific, CampaignPage) else None
        if draft is not None and draft.chosen is None:
            messages.error(request, f"{page.title}: {' '.join(NoChosenPhrase().messages)}")
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


class SayWhatKeptFromPublishing:
    """Middleware: whatever else publishes (an approval, pages below a page) answers with the sentence, not an error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, NoChosenPhrase):
            return None
        messages.error(request, " ".join(exception.messages))
        back = request.headers.get("Referer", "")
        if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
            back = reverse("wagtailadmin_home")
        return redirect(back)
