"""The demo's register of codes: one for everybody, how they were found last, and a few things to look after."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from campaigns.links.custody.models import Result
from campaigns.links.destination import destination_of
from campaigns.links.models import CheckChange, CodeCheck, HostDates, ShortLink, Walk
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage
from cms.demo_data import body_of, read
from home.models import StandardPage


def load_custody(campaign: CampaignPage) -> None:
    """All of it, unless codes have been walked here."""
    edition = campaign.editions.first()
    if edition is None or Walk.objects.exists():
        return
    row = read("custody")
    for organisation in [None, *Organisation.objects.all()]:
        ShortLink.objects.issued(edition, organisation)
    lead_to_unpublished(campaign, row["unpublished"])
    load_checks(row)
    load_dates(row["domain"])


def link_at(row: dict[str, Any]) -> ShortLink | None:
    return ShortLink.objects.filter(
        placement__organisation__slug=row["organisation"], placement__place=row["place"]
    ).first()


def lead_to_unpublished(campaign: CampaignPage, row: dict[str, Any]) -> None:
    """A code whose page was taken from the site since it was printed."""
    fields = {key: row["page"][key] for key in ("slug", "title", "lead")}
    body = body_of(row["page"]["body"])
    page = campaign.add_child(instance=StandardPage(locale=campaign.locale, body=body, live=False, **fields))
    link = link_at(row)
    if link is not None:
        link.target = Page.objects.get(pk=page.pk)
        link.save(update_fields=["target"])


def load_checks(row: dict[str, Any]) -> None:
    """How every code was found on the day of the last walk; one of them was found well a week before."""
    walked = timezone.now() - timedelta(days=row["walked_days_ago"])
    Walk.objects.create(started_at=walked, finished_at=walked)
    failed, elsewhere = link_at(row["failed"]), link_at(row["unpublished"])
    for link in ShortLink.objects.select_related("target", "campaign", "case"):
        result, reason = Result.FINE, ""
        if link == failed:
            result, reason = Result.FAILED, row["failed"]["reason"]
            CheckChange.objects.create(
                link=link, seen_at=walked - timedelta(days=7), result=Result.FINE, led_to=path_of(link)
            )
        elif link == elsewhere:
            result = Result.FALLBACK
        found = {"result": result, "reason": reason, "led_to": "" if reason else path_of(link)}
        CodeCheck.objects.create(link=link, checked_at=walked, **found)
        CheckChange.objects.create(link=link, seen_at=walked, **found)


def path_of(link: ShortLink) -> str:
    return next(iter(destination_of(link).paths.values()), reverse("links:type_in"))


def load_dates(row: dict[str, Any]) -> None:
    """When the domain has to be renewed, and who does it."""
    HostDates.objects.get_or_create(
        site=Site.objects.get(is_default_site=True),
        defaults={
            "domain_renews_on": timezone.localdate() + timedelta(days=row["days_left"]),
            "contact": row["contact"],
            "note": row["note"],
        },
    )
