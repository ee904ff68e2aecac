"""What the admin refuses outside the campaign's own form."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from wagtail.models import Page

from campaigns.links.keeping import Kept
from campaigns.models import CampaignPage, Unpublishable

#: Things that are named when they keep something from being deleted.
MOST_TOLD = 5


def refuse_to_publish_unfinished(
    request: HttpRequest, action_type: str, objects: Iterable[Page], action: Any
) -> HttpResponse | None:
    """Publishing many pages at once: a campaign with something in its way stops it with a sentence."""
    if action_type != "publish":
        return None
    for page in objects:
        specific = page.specific
        draft = specific.get_latest_revision_as_object() if isinstance(specific, CampaignPage) else None
        obstacle = draft.obstacle if draft is not None else None
        if obstacle is not None:
            messages.error(request, f"{page.title}: {' '.join(obstacle.messages)}")
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


class SayWhatKeptFromPublishing:
    """Middleware: whatever else publishes (an approval, pages below a page) answers with the sentence, not an error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Unpublishable):
            return sent_back(request, " ".join(exception.messages))
        return None


class SayWhatKeepsFromDeleting:
    """Middleware: what an order or a placement still stands on is not deleted in the admin, which says why."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, ProtectedError) or not request.path.startswith(
            reverse("wagtailadmin_home")
        ):
            return None
        if isinstance(exception, Kept):
            return sent_back(request, exception.sentence)
        needed = sorted(map(str, exception.protected_objects))
        told = "、".join(needed[:MOST_TOLD]) + (" …" if len(needed) > MOST_TOLD else "")
        return sent_back(
            request,
            _("This cannot be deleted, because other things are kept that need it: %(needed)s.")
            % {"needed": told},
        )


def sent_back(request: HttpRequest, message: str) -> HttpResponse:
    """Back to where somebody came from, with a sentence."""
    messages.error(request, message)
    back = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = reverse("wagtailadmin_home")
    return redirect(back)
