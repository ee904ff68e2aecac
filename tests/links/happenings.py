"""What can happen between printing a code and reading it, and where the code leads then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction, Site

from campaigns.artwork import content_of
from campaigns.links.models import Placement, ShortLink, Successor
from campaigns.models import CampaignChoice, CampaignPage, Edition
from campaigns.versions import AudienceVersion
from home.models import HomePage, StandardPage
from tests.factories import AreaFactory, CampaignPageFactory, locale
from tests.links.factories import taken_down


@dataclass
class Wall:
    """A print on a wall: its code leads to a page of its campaign, and another campaign is the current one."""

    home: HomePage
    campaign: CampaignPage
    current: CampaignPage
    page: Page
    placement: Placement
    link: ShortLink

    def at(self, page: Page) -> str:
        """A page's address now, with the municipality of the wall."""
        return f"{Page.objects.get(pk=page.pk).get_url()}?near={self.placement.area.code}"

    def another(self, slug: str, parent: Page | None = None, **fields: Any) -> StandardPage:
        """A public page of the campaign, or of another parent."""
        return below(parent or self.campaign, slug, **fields)

    def for_an_audience(self, page: Page | None) -> AudienceVersion:
        """Make the code that of an audience whose version opens a page; the code was issued for `self.page`."""
        version = AudienceVersion.objects.create(campaign=self.campaign, key="work", label="職場", page=page)
        ShortLink.objects.filter(pk=self.link.pk).update(audience="work")
        return version

    def translated(self, page: Page, language: str = "en") -> Page:
        """A public translation of a page, its parents included."""
        copy = Page.objects.get(pk=page.pk).specific.copy_for_translation(locale(language), copy_parents=True)
        Page.objects.filter(translation_key__in=self.keys(page), locale=copy.locale).update(live=True)
        return Page.objects.get(pk=copy.pk)

    def keys(self, page: Page) -> list[object]:
        return [page.translation_key, *page.get_ancestors().values_list("translation_key", flat=True)]


def below(parent: Page, slug: str, **fields: Any) -> StandardPage:
    fields = {"title": slug, "slug": slug, "locale": parent.locale, **fields}
    page: StandardPage = Page.objects.get(pk=parent.pk).add_child(instance=StandardPage(**fields))
    return page


def printed(campaign: CampaignPage) -> Edition:
    """Its next edition, without plates."""
    return Edition.objects.freeze(campaign, content_of(campaign, "testserver"))


def public_campaign(home: HomePage, **fields: Any) -> CampaignPage:
    """One that needs no plates."""
    page = CampaignPageFactory(parent=home, **fields)
    CampaignPage.objects.filter(pk=page.pk).update(live=True)
    return CampaignPage.objects.get(pk=page.pk)


def fresh(page: Page) -> Page:
    return Page.objects.get(pk=page.pk).specific


def hide(page: Page) -> None:
    fresh(page).unpublish()


def restrict(page: Page, kind: str = "login") -> PageViewRestriction:
    restriction = PageViewRestriction.objects.create(page_id=page.pk, restriction_type=kind, password="x")
    if kind == "groups":
        restriction.groups.add(Group.objects.create(name="編集者"))
    return restriction


def name_successor(page: Page, successor: Page) -> Successor:
    return Successor.objects.create(page_id=page.pk, successor_id=successor.pk)


Happening = Callable[[Wall], str]
HAPPENINGS: dict[str, Happening] = {}
#: Those that nothing tells the map of before the calendar does: a campaign's form would, by publishing it.
IN_ROWS_ALONE: set[Happening] = set()


def happening(act: Happening) -> Happening:
    """What is done; it returns where the code leads afterwards."""
    HAPPENINGS[act.__name__.replace("_", " ")] = act
    return act


def in_rows_alone(act: Happening) -> Happening:
    IN_ROWS_ALONE.add(act)
    return happening(act)


@happening
def nothing(wall: Wall) -> str:
    return wall.at(wall.page)


# The target


@happening
def unpublished(wall: Wall) -> str:
    hide(wall.page)
    return wall.at(wall.campaign)


@happening
def published_again(wall: Wall) -> str:
    hide(wall.page)
    fresh(wall.page).save_revision().publish()
    return wall.at(wall.page)


@happening
def deleted(wall: Wall) -> str:
    fresh(wall.page).delete()
    return wall.at(wall.campaign)


@happening
def moved_under_another_parent(wall: Wall) -> str:
    fresh(wall.page).move(wall.another("summer", wall.home), pos="last-child")
    assert "/summer/map/" in wall.at(wall.page)
    return wall.at(wall.page)


@happening
def moved_out_of_the_site(wall: Wall) -> str:
    fresh(wall.page).move(Page.objects.get(depth=1), pos="last-child")
    return wall.at(wall.campaign)


@happening
def renamed_in_addresses(wall: Wall) -> str:
    page = fresh(wall.page)
    page.slug = "way"
    page.save_revision().publish()
    assert wall.at(wall.page).startswith(f"{wall.campaign.get_url()}way/")
    return wall.at(wall.page)


@happening
def restricted_by_password(wall: Wall) -> str:
    restrict(wall.page, "password")
    return wall.at(wall.campaign)


@happening
def restricted_by_login(wall: Wall) -> str:
    restrict(wall.page, "login")
    return wall.at(wall.campaign)


@happening
def restricted_to_groups(wall: Wall) -> str:
    restrict(wall.page, "groups")
    return wall.at(wall.campaign)


@happening
def restricted_and_opened_again(wall: Wall) -> str:
    restrict(wall.page).delete()
    return wall.at(wall.page)


@happening
def a_parent_restricted(wall: Wall) -> str:
    restrict(wall.campaign)
    return wall.at(wall.current)


@happening
def a_parent_unpublished(wall: Wall) -> str:
    hide(wall.campaign)
    return wall.at(wall.page)


# What takes its place


@happening
def replaced_while_public(wall: Wall) -> str:
    name_successor(wall.page, wall.another("new"))
    return wall.at(wall.page)


@happening
def replaced(wall: Wall) -> str:
    new = wall.another("new")
    name_successor(wall.page, new)
    hide(wall.page)
    return wall.at(new)


@happening
def restricted_and_replaced(wall: Wall) -> str:
    new = wall.another("new", wall.home)
    restrict(wall.page)
    name_successor(wall.page, new)
    return wall.at(new)


@happening
def replaced_and_deleted(wall: Wall) -> str:
    new = wall.another("new")
    name_successor(wall.page, new)
    fresh(wall.page).delete()
    return wall.at(new)


@happening
def replaced_and_published_again(wall: Wall) -> str:
    name_successor(wall.page, wall.another("new"))
    hide(wall.page)
    fresh(wall.page).save_revision().publish()
    return wall.at(wall.page)


@happening
def replaced_by_a_chain(wall: Wall) -> str:
    middle, last = wall.another("middle", live=False), wall.another("last")
    name_successor(wall.page, middle)
    name_successor(middle, last)
    hide(wall.page)
    return wall.at(last)


@happening
def replaced_in_a_circle(wall: Wall) -> str:
    other = wall.another("other", live=False)
    name_successor(wall.page, other)
    name_successor(other, wall.page)
    hide(wall.page)
    return wall.at(wall.campaign)


@happening
def replaced_by_itself(wall: Wall) -> str:
    name_successor(wall.page, wall.page)
    hide(wall.page)
    return wall.at(wall.campaign)


@happening
def replaced_by_what_is_deleted(wall: Wall) -> str:
    new = wall.another("new")
    name_successor(wall.page, new)
    hide(wall.page)
    fresh(new).delete()
    return wall.at(wall.campaign)


@happening
def replaced_by_what_is_unpublished(wall: Wall) -> str:
    name_successor(wall.page, wall.another("new", live=False))
    hide(wall.page)
    return wall.at(wall.campaign)


@happening
def replaced_by_what_is_moved_out_of_the_site(wall: Wall) -> str:
    name_successor(wall.page, wall.another("new", Page.objects.get(depth=1), locale=locale()))
    hide(wall.page)
    return wall.at(wall.campaign)


@happening
def a_successor_withdrawn(wall: Wall) -> str:
    row = name_successor(wall.page, wall.another("new"))
    hide(wall.page)
    row.delete()
    return wall.at(wall.campaign)


@happening
def translated(wall: Wall) -> str:
    wall.translated(wall.page)
    return wall.at(wall.page)


@happening
def public_in_another_language_alone(wall: Wall) -> str:
    english = wall.translated(wall.page)
    hide(wall.page)
    return wall.at(english)


@happening
def replaced_though_public_in_another_language(wall: Wall) -> str:
    wall.translated(wall.page)
    new = wall.another("new")
    name_successor(wall.page, new)
    hide(wall.page)
    return wall.at(new)


@happening
def replaced_by_what_is_public_in_another_language_alone(wall: Wall) -> str:
    new = wall.another("new")
    english = wall.translated(new)
    name_successor(wall.page, new)
    hide(wall.page)
    hide(new)
    return wall.at(english)


@happening
def restricted_in_another_language(wall: Wall) -> str:
    restrict(wall.translated(wall.page))
    hide(wall.page)
    return wall.at(wall.campaign)


# Its campaign


@happening
def campaign_over(wall: Wall) -> str:
    CampaignPage.objects.filter(pk=wall.campaign.pk).update(ends=date(2020, 5, 1))
    hide(wall.page)
    return wall.at(wall.campaign)


@happening
def campaign_unpublished(wall: Wall) -> str:
    hide(wall.page)
    hide(wall.campaign)
    return wall.at(wall.current)


@happening
def campaign_deleted(wall: Wall) -> str:
    # Not before all its prints are taken down; its placements go with it, and what was known of the place.
    taken_down()
    CampaignPage.objects.get(pk=wall.campaign.pk).delete()
    return str(wall.current.get_url())


@happening
def campaign_replaced(wall: Wall) -> str:
    new = wall.another("new", wall.home)
    name_successor(wall.campaign, new)
    hide(wall.page)
    hide(wall.campaign)
    return wall.at(new)


@happening
def campaign_public_in_another_language_alone(wall: Wall) -> str:
    english = wall.translated(wall.campaign)
    hide(wall.page)
    hide(wall.campaign)
    return wall.at(english)


@happening
def another_campaign_chosen_as_current(wall: Wall) -> str:
    chosen = public_campaign(wall.home, starts=date(2020, 6, 1))
    CampaignChoice.objects.create(site=Site.objects.get(), pinned=chosen)
    hide(wall.page)
    hide(wall.campaign)
    return wall.at(chosen)


@happening
def no_campaign_left(wall: Wall) -> str:
    for page in (wall.page, wall.campaign, wall.current):
        hide(page)
    return wall.at(wall.home)


# Who and what it was printed for


@happening
def organisation_left(wall: Wall) -> str:
    taken_down()
    wall.placement.organisation.delete()
    return str(wall.page.get_url())


@happening
def placement_deleted(wall: Wall) -> str:
    taken_down()
    Placement.objects.get().delete()
    return str(wall.page.get_url())


@happening
def placement_removed(wall: Wall) -> str:
    wall.placement.status = Placement.Status.REMOVED
    wall.placement.save()
    return wall.at(wall.page)


@happening
def placement_in_another_town(wall: Wall) -> str:
    wall.placement.area = AreaFactory(code="14216", name="座間市")
    wall.placement.save()
    assert wall.at(wall.page).endswith("?near=14216")
    return wall.at(wall.page)


@happening
def edition_deleted(wall: Wall) -> str:
    assert wall.link.edition is not None
    wall.link.edition.delete()
    return wall.at(wall.page)


@in_rows_alone
def of_an_audience(wall: Wall) -> str:
    other = wall.another("work")
    wall.for_an_audience(other)
    return wall.at(other)


@in_rows_alone
def audiences_page_changed(wall: Wall) -> str:
    version = wall.for_an_audience(wall.page)
    version.page = wall.another("work")
    version.save()
    return wall.at(version.page)


@in_rows_alone
def audiences_page_unpublished(wall: Wall) -> str:
    wall.for_an_audience(wall.another("work", live=False))
    return wall.at(wall.campaign)


@happening
def audiences_page_replaced(wall: Wall) -> str:
    old, new = wall.another("work", live=False), wall.another("work-2")
    wall.for_an_audience(old)
    name_successor(old, new)
    return wall.at(new)


@happening
def audiences_page_deleted(wall: Wall) -> str:
    other = wall.another("work")
    wall.for_an_audience(other)
    other.delete()
    return wall.at(wall.campaign)


@in_rows_alone
def audiences_page_taken_out(wall: Wall) -> str:
    wall.for_an_audience(None)
    return wall.at(wall.campaign)


@in_rows_alone
def audience_gone(wall: Wall) -> str:
    wall.for_an_audience(wall.another("work")).delete()
    return wall.at(wall.page)


@in_rows_alone
def audience_renamed(wall: Wall) -> str:
    version = wall.for_an_audience(wall.another("work"))
    version.key = "office"
    version.save()
    return wall.at(wall.page)


# The site


@happening
def another_root_of_the_site(wall: Wall) -> str:
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="新しい入口", slug="new", locale=wall.home.locale))
    site = Site.objects.get()
    site.root_page = home
    site.save()
    return wall.at(home)


@happening
def the_home_page_restricted(wall: Wall) -> str:
    restrict(wall.home)
    return "/q/"


@happening
def nothing_public_at_all(wall: Wall) -> str:
    for page in (wall.page, wall.campaign, wall.current, wall.home):
        hide(page)
    return "/q/"


@happening
def no_site(wall: Wall) -> str:
    Site.objects.get().delete()
    return "/q/"


@in_rows_alone
def all_that_it_knew_is_gone(wall: Wall) -> str:
    ShortLink.objects.filter(pk=wall.link.pk).update(target=None, campaign=None, edition=None, placement=None)
    return str(wall.current.get_url())
