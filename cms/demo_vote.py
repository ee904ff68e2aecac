"""The demo's next campaign, which is choosing: a draft with three candidates and an open vote."""

from datetime import date

from wagtail.models import Locale

from campaigns.desks.models import Desk
from campaigns.figures.models import Figure
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage, Catchphrase, SmallThing, Vote
from cms.demo_data import read
from cms.demo_places import campaign_cases
from home.models import HomePage


def load_vote(home: HomePage, locale: Locale) -> None:
    """The campaign and what some members have said; nothing when it is there already.

    Its vote begins open: opening it as staff do would write to the demo's members whenever the demo is loaded.
    """
    row = read("vote")
    if CampaignPage.objects.filter(locale=locale, slug=row["slug"]).exists():
        return
    campaign = home.add_child(instance=choosing_page(locale))
    campaign.cases.set(campaign_cases(locale))
    campaign.desks.set(Desk.objects.filter(locale=locale))
    campaign.save()
    campaign.save_revision()
    members = {member.slug: member for member in Organisation.objects.all()}
    phrases = {phrase.label: phrase for phrase in Catchphrase.objects.filter(campaign=campaign)}
    Vote.objects.bulk_create(
        Vote(
            campaign=campaign,
            organisation=members[vote["organisation"]],
            catchphrase=phrases[vote["label"]],
            comment=vote["comment"],
        )
        for vote in row["votes"]
    )


def choosing_page(locale: Locale) -> CampaignPage:
    """Its own words, and for the rest those of the campaign before it."""
    before, row = read("campaign"), read("vote")
    same = ("issuer", "issuer_note", "contact_phone", "contact_note", "loose_ties")
    page = CampaignPage(
        locale=locale,
        starts=date.fromisoformat(row["starts"]),
        ends=date.fromisoformat(row["ends"]),
        figure=Figure.objects.get(locale=locale, slug="kenmin-needs-r5"),
        live=False,
        voting=CampaignPage.Voting.OPEN,
        **{key: row[key] for key in ("title", "slug", "lead")},
        **{key: before[key] for key in same},
    )
    for order, phrase in enumerate(row["catchphrases"]):
        page.catchphrases.add(Catchphrase(locale=locale, sort_order=order, **phrase))
    for order, thing in enumerate(before["small_things"]):
        page.small_things.add(SmallThing(sort_order=order, **thing))
    return page
