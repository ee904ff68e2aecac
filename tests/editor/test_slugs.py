"""Nobody has to think of a name in addresses: pages, desks, figures and words get one, and staff may choose another."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from campaigns.figures.models import Figure
from home.models import HomePage, StandardPage
from tests.factories import CaseTagFactory, DeskFactory, locale


def page_form(title: str, slug: str = "") -> dict[str, str]:
    words = {"title": title, "slug": slug, "lead": "", "seo_title": "", "search_description": ""}
    form: dict[str, str] = nested_form_data(
        {**words, "body": streamfield([]), "comments": inline_formset([])}
    )
    return form


def create(client: Client, home: HomePage, title: str, slug: str = "") -> StandardPage:
    client.post(
        reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk]), page_form(title, slug)
    )
    return StandardPage.objects.latest("pk")


def test_a_page_is_called_as_its_title_is_read(home: HomePage, staff_client: Client) -> None:
    assert create(staff_client, home, "ためしの催し").slug == "tameshi-no-moyooshi"
    assert create(staff_client, home, "ためしの催し").slug == "tameshi-no-moyooshi-2"
    assert create(staff_client, home, "！？").slug == "page"


def test_staff_may_choose_another(home: HomePage, staff_client: Client) -> None:
    page = create(staff_client, home, "ためしの催し", "try")
    assert page.slug == "try"
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    staff_client.post(edit, page_form("ためしの催し", "another"))
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().slug == "another"
    # Emptied, it is read again, and does not stand in its own way.
    staff_client.post(edit, page_form("ためしの催し"))
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().slug == "tameshi-no-moyooshi"


def test_a_title_does_not_copy_its_letters_into_the_address(home: HomePage, staff_client: Client) -> None:
    html = staff_client.get(
        reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])
    ).content.decode()
    assert 'data-w-sync-target-value="#id_slug"' not in html


@pytest.mark.django_db
def test_desks_figures_and_words_are_read_as_well() -> None:
    assert DeskFactory(slug="", name="電話", reading="でんわ").slug == "denwa"
    assert DeskFactory(slug="", name="電話", reading="").slug == "denwa-2"
    figure = Figure(
        title="会って話す人", value=1, year=2026, source="見本", alternative="見本", locale=locale()
    )
    figure.save()
    assert figure.slug == "atte-hanasu-hito"
    assert CaseTagFactory(slug="", name="本を読む").slug == "hon-o-yomu"
