"""What of the models that count as shown is on no page, and why. A test edits all of it and sees no page change.

Whoever lets a page show one of these takes it out here; a new field is edited by itself until somebody names it.
"""

#: Whole models, by label.
MODELS = {
    "campaigns.AudienceVersion": "words of prints",
    "pictures.LibraryDocument": "no text of ours can hold one",
    "taggit.Tag": "what the library of pictures is sorted by",
    "taggit.TaggedItem": "what the library of pictures is sorted by",
    "wagtailcore.Collection": "what the library is sorted by",
    "wagtailcore.CollectionViewRestriction": "of documents alone",
    "wagtailcore.CollectionViewRestriction_groups": "of documents alone",
    "wagtailcore.PageViewRestriction_groups": "who logs in gets pages that are not kept",
    "wagtaildocs.Document": "pictures.LibraryDocument stands for it",
    "wagtailembeds.Embed": "no text of ours can hold one",
    "wagtailimages.Image": "pictures.Picture stands for it",
    "wagtailimages.Rendition": "pictures.Rendition stands for it",
}
#: Fields of any model, by name.
FIELDS = {
    "draft_title": "of a draft",
    "expire_at": "counts when the schedule takes the page away",
    "expired": "for editors; `live` says whether it is shown",
    "first_published_at": "for editors",
    "go_live_at": "counts when the schedule publishes",
    "has_unpublished_changes": "of a draft",
    "latest_revision": "of a draft",
    "latest_revision_created_at": "of a draft",
    "live_revision": "for editors",
    "locked": "for editors",
    "locked_at": "for editors",
    "locked_by": "for editors",
    "owner": "for editors",
}
#: Fields of one model, by its label.
OF_MODEL = {
    "campaigns.CampaignChoice": {"site": "there is one"},
    "campaigns.CampaignPage": {
        "key_picture": "printed",
        "loose_ties": "printed",
        "voting": "for members",
    },
    "campaigns.Catchphrase": {
        "decided_on": "for members",
        "label": "for members",
        "reason": "for members",
        "sort_order": "one of them is shown",
        "translation_key": "a translated campaign has its own",
    },
    "campaigns.Edition": {"published_at": "printed"},
    "campaigns.KeyWord": {"campaign": "it is read so on every page", "sort_order": "for editors"},
    "campaigns.SmallThing": {
        "locale": "that of its campaign",
        "translation_key": "a translated campaign has its own",
    },
    "cases.Case": {"last_published_at": "for editors"},
    "cases.CaseTag": {"translation_key": "tags are translated by their slugs"},
    "desks.Desk": {"prints": "printed"},
    "desks.TopicTag": {
        "locale": "desks have those of the usual language",
        "translation_key": "tags are translated by their slugs",
    },
    "distress.TranslationReview": {
        "reviewed_at": "for staff",
        "reviewed_by": "for staff",
    },
    "figures.Figure": {"sample_size": "printed"},
    "figures.FigurePart": {
        "locale": "that of its figure",
        "translation_key": "a translated figure has its own",
    },
    "members.Organisation": dict.fromkeys(
        ("address", "area", "created_at", "hours", "is_approved", "is_listed", "kind", "logo", "phone", "print_name",
         "slug", "website"),
        "pages that are kept know how its name is read and nothing else",
    ),
    "pictures.Picture": dict.fromkeys(
        ("collection", "created_at", "description", "file", "file_hash", "file_size", "height", "title",
         "uploaded_by_user", "width"),
        "what is shown of a picture is made once, and described where it is shown",
    ),
    "selfcheck.SelfCheckPage": {"reply": "on the answer to a form, which is not kept"},
    "wagtailcore.PageViewRestriction": {"password": "asked for, not shown"},
    "wagtailcore.Site": {
        "hostname": "the one site there is answers by any name",
        "port": "the one site there is answers by any name",
    },
    "wagtailredirects.Redirect": {
        "automatically_created": "for editors",
        "created_at": "for editors",
        "redirect_link": "where there is no page",
        "site": "there is one",
    },
}  # fmt: skip


def is_unseen(model: str, field: str) -> bool:
    return model in MODELS or field in FIELDS or field in OF_MODEL.get(model, {})
