"""The demo: Kanagawa's network with invented members, loaded from campaigns/demo. Safe to load again."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from campaigns.areas.models import Area
from campaigns.demo.logos import draw_logo
from campaigns.desks.models import Desk
from campaigns.figures.models import Figure, FigurePart
from campaigns.kits.publishing import freeze
from campaigns.members.models import Membership, Organisation, User
from campaigns.models import CampaignPage, Catchphrase, SmallThing
from cms.demo_custody import load_custody
from cms.demo_data import body_of, read
from cms.demo_pages import load_texts, say_since_when
from cms.demo_placements import load_placements
from cms.demo_places import campaign_cases, load_lists, load_places, load_tags
from cms.demo_programme import load_programme
from cms.demo_translations import load_translations
from cms.demo_versions import add_versions, lacks_versions
from cms.demo_vote import load_vote
from home.models import HomePage

STAFF_EMAIL = "staff@tsunagari.example.jp"
STAFF_PASSWORD = "tsunagari-demo"  # noqa: S105  printed on purpose; refused under production settings
#: The organisations whose kits `make demo` prints.
SHOWN = ("kamome-shokudo", "takasaki-shoten")


@dataclass(frozen=True)
class Login:
    who: str
    email: str
    password: str = ""


@transaction.atomic
def load() -> None:
    """Everything that is not there yet; what somebody has changed since stays as it is."""
    locale = Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)[0]
    load_areas()
    load_shown(locale)
    load_people()
    campaign = load_pages(locale)
    home = HomePage.objects.get(pk=campaign.get_parent().pk)
    load_texts(home)
    load_programme(home)
    load_placements(campaign)
    load_custody(campaign)
    load_vote(HomePage.objects.get(pk=home.pk), locale)
    load_translations(locale)
    say_since_when()
    # By now the site has the languages of the translations; tags have words in each.
    load_tags()


def load_areas() -> None:
    if Area.objects.exists():
        return
    rows = read("areas")
    Area.objects.bulk_create(Area(code=row["code"], name=row["name"], reading=row["reading"]) for row in rows)
    areas = {area.code: area for area in Area.objects.all()}
    for row in rows:
        if row["parent"]:
            areas[row["code"]].parent = areas[row["parent"]]
    Area.objects.bulk_update(areas.values(), ["parent"])
    for row in rows:
        areas[row["code"]].neighbours.add(*(areas[code] for code in row["neighbours"]))


def load_shown(locale: Locale) -> None:
    """Cases, desks and figures."""
    load_places(locale)
    for row in read("figures"):
        load_figure(locale, row)


def load_figure(locale: Locale, row: dict[str, Any]) -> None:
    if Figure.objects.filter(slug=row["slug"], locale=locale).exists():
        return
    figure = Figure(
        slug=row["slug"],
        locale=locale,
        title=row["title"],
        value=row["value"],
        # As the source says it: 47.0, but roughly 4 in 10.
        keeps_decimal=isinstance(row["value"], float),
        unit=row["unit"],
        sample_size=row["n"],
        year=row["year"],
        source=row["source"],
        alternative=row["text_alternative"],
        note=row["note"],
        expires_on=row["expires_on"],
    )
    for order, part in enumerate(row["parts"]):
        figure.parts.add(FigurePart(sort_order=order, **part))
    figure.save()


def user_with(email: str, make: Callable[..., User], **fields: Any) -> User:
    """The user of that address, with the address verified so that codes can be sent to it."""
    user = User.objects.filter(email=email).first() or make(email, **fields)
    EmailAddress.objects.get_or_create(user=user, email=email, defaults={"verified": True, "primary": True})
    return user


def load_people() -> None:
    """Staff, the organisations with their logos, and one person each."""
    user_with(
        STAFF_EMAIL, User.objects.create_user, password=STAFF_PASSWORD, is_staff=True, is_superuser=True
    )
    areas = {area.code: area for area in Area.objects.all()}
    for row in read("organisations"):
        organisation = Organisation.objects.filter(slug=row["slug"]).first() or create_organisation(
            row, areas
        )
        person = user_with(row["email"], User.objects.create_user)
        Membership.objects.get_or_create(
            user=person, organisation=organisation, defaults={"role": Membership.Role.ADMINISTRATOR}
        )


def create_organisation(row: dict[str, Any], areas: dict[str, Area]) -> Organisation:
    keys = ("slug", "name", "reading", "kind", "phone", "website", "print_name")
    fields = {key: row[key] for key in keys} | {key: row.get(key, "") for key in ("hours", "address")}
    organisation = Organisation(area=areas[row["area_code"]], **fields)
    if row["logo"]:
        drawn = io.BytesIO()
        draw_logo(row["logo"]).save(drawn, "PNG")
        organisation.set_logo(drawn.getvalue())
    organisation.save()
    return organisation


def load_home(locale: Locale) -> HomePage:
    """The home page as the site's root, in place of Wagtail's welcome page."""
    home = HomePage.objects.filter(locale=locale).first()
    if home is None:
        root = Page.objects.get(depth=1)
        home = root.add_child(
            instance=HomePage(
                title="かながわつながりネットワーク", slug="top", locale=locale, introduction=INTRODUCTION
            )
        )
    site = Site.objects.filter(is_default_site=True).first() or Site(
        hostname="localhost", is_default_site=True
    )
    welcome = site.root_page if site.pk else None
    if not site.site_name:
        site.site_name = home.title
    site.root_page = home
    site.save()
    if welcome is not None and welcome.specific_class is Page:
        welcome.delete()
    return home


INTRODUCTION = "<p>気軽に立ち寄れる場所と、話を聞く人が、かながわのあちこちにいます。</p>"


def load_pages(locale: Locale) -> CampaignPage:
    home = load_home(locale)
    load_lists(home)
    campaign = CampaignPage.objects.filter(locale=locale, slug=read("campaign")["slug"]).first()
    if campaign is None:
        campaign = home.add_child(instance=campaign_page(locale))
        campaign.cases.set(campaign_cases(locale))
        campaign.desks.set(Desk.objects.filter(locale=locale))
        campaign.save()
        add_versions(campaign)
    elif lacks_versions(campaign):
        add_versions(campaign)
    # The host is printed beside every code: another PUBLIC_URL since the last time means another edition.
    freeze(campaign)
    return campaign


def campaign_page(locale: Locale) -> CampaignPage:
    row = read("campaign")
    words = ("title", "slug", "issuer", "issuer_note", "contact_phone", "contact_note", "lead", "loose_ties")
    page = CampaignPage(
        locale=locale,
        starts=date.fromisoformat(row["starts"]),
        ends=date.fromisoformat(row["ends"]),
        body=body_of(row["body"]),
        figure=Figure.objects.get(locale=locale, slug="kenmin-needs-r5"),
        live=False,
        show_in_menus=True,
        **{key: row[key] for key in words},
    )
    for order, phrase in enumerate(read("catchphrases")):
        page.catchphrases.add(Catchphrase(locale=locale, sort_order=order, **phrase))
    for order, thing in enumerate(row["small_things"]):
        page.small_things.add(SmallThing(sort_order=order, **thing))
    return page


def logins() -> list[Login]:
    """The demo's logins: staff by password, members by a code sent to their address."""
    found = [Login("staff", STAFF_EMAIL, STAFF_PASSWORD)]
    for slug in SHOWN:
        organisation = Organisation.objects.get(slug=slug)
        person = organisation.people.order_by("pk").first()
        if person is not None:
            found.append(Login(organisation.name, person.email))
    return found
