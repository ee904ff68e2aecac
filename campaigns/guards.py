"""What the admin refuses outside the campaign's own form."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
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
