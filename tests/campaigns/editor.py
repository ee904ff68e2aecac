"""The editor's form of a campaign, as a browser sends it."""

from typing import Any

from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from campaigns.models import CampaignPage

PLAIN = ("title", "slug", "seo_title", "search_description", "issuer", "issuer_note", "contact_phone")
LONG = ("contact_note", "lead", "loose_ties")
OF_VERSIONS = ("label", "key", "sub_copy", "lead")
OF_PHRASES = ("label", "status", "text", "reading", "sub_copy", "theme", "reason")


def edit_url(campaign: CampaignPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[campaign.pk])


def preview_url(campaign: CampaignPage) -> str:
    return reverse("wagtailadmin_pages:preview_on_edit", args=[campaign.pk])


def form_data(campaign: CampaignPage, **changes: Any) -> dict[str, Any]:
    """Every field as it is saved, with changes by the names of the form's fields ("catchphrases-0-text")."""
    phrases = [
        {"id": phrase.pk, **{field: getattr(phrase, field) for field in OF_PHRASES}}
        for phrase in campaign.catchphrases.all()
    ]
    things = [
        {"id": thing.pk, "title": thing.title, "text": thing.text} for thing in campaign.small_things.all()
    ]
    versions = [
        {
            "id": version.pk,
            "page": version.page_id or "",
            **{field: getattr(version, field) for field in OF_VERSIONS},
        }
        for version in campaign.audience_versions.all()
    ]
    words = [{"id": word.pk, "word": word.word, "reading": word.reading} for word in campaign.key_words.all()]
    saved = {
        **{field: getattr(campaign, field) for field in (*PLAIN, *LONG)},
        "starts": campaign.starts.isoformat(),
        "ends": campaign.ends.isoformat(),
        "figure": campaign.figure_id or "",
        "key_picture": campaign.key_picture_id or "",
        "body": streamfield([]),
        "catchphrases": inline_formset(phrases, initial=len(phrases)),
        "small_things": inline_formset(things, initial=len(things)),
        "audience_versions": inline_formset(versions, initial=len(versions)),
        "key_words": inline_formset(words, initial=len(words)),
        "comments": inline_formset([]),
    }
    data = nested_form_data(saved)
    data["cases"] = [case.pk for case in campaign.cases.all()]
    data["desks"] = [desk.pk for desk in campaign.desks.all()]
    return {**data, **changes}
