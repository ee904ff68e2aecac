"""What search engines are told: everything public, once, with its languages."""

from django.test import Client
from lxml import etree
from wagtail.models import PageViewRestriction

from home.models import HomePage, StandardPage
from tests.factories import CaseFactory, CaseIndexPageFactory, DeskFactory, locale

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def sitemap(client: Client) -> dict[str, dict[str, str]]:
    """The alternates of every address."""
    answer = client.get("/sitemap.xml")
    assert answer["Content-Type"].startswith("application/xml")
    root = etree.fromstring(answer.content)
    return {
        url.findtext("s:loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)
        }
        for url in root.findall("s:url", NAMES)
    }


def test_it_names_what_is_public_with_its_languages(home: HomePage, client: Client) -> None:
    english = home.copy_for_translation(locale("en"))
    english.save_revision().publish()
    closed = home.add_child(instance=StandardPage(title="部外秘", slug="closed"))
    closed.add_child(instance=StandardPage(title="その下", slug="below"))
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    home.add_child(instance=StandardPage(title="下書き", slug="draft", live=False))
    CaseIndexPageFactory(parent=home)
    case = CaseFactory()
    CaseFactory(slug="hidden", live=False)
    translated = case.copy_for_translation(locale("en"))
    translated.live = True
    translated.save()
    DeskFactory()  # has no list to stand below

    found = sitemap(client)
    here = "http://testserver"
    languages = {"ja": f"{here}/", "en": f"{here}/en/", "x-default": f"{here}/"}
    assert found == {
        f"{here}/": languages,
        f"{here}/en/": languages,
        f"{here}/places/": {},
        f"{here}/places/reizoko/": (
            both := {
                "ja": f"{here}/places/reizoko/",
                "en": f"{here}/en/places/reizoko/",
                "x-default": f"{here}/places/reizoko/",
            }
        ),
        f"{here}/en/places/reizoko/": both,
    }
    assert all(client.get(url).status_code == 200 for url in found)
    english.refresh_from_db()
    assert (
        f"<lastmod>{english.last_published_at.astimezone():%Y-%m-%d}"
        in client.get("/sitemap.xml").content.decode()
    )


def test_a_page_says_the_same_of_itself(home: HomePage, client: Client) -> None:
    home.copy_for_translation(locale("ja-x-easy")).save_revision().publish()
    page = client.get("/").content.decode()
    for language, url in sitemap(client)["http://testserver/"].items():
        assert f'hreflang="{language}" href="{url}"' in page


def test_robots_leave_out_logins_and_codes(client: Client, db: None) -> None:
    answer = client.get("/robots.txt")
    lines = answer.content.decode().splitlines()
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert lines[0] == "User-agent: *"
    assert lines[-1] == "Sitemap: http://testserver/sitemap.xml"
    for path in (
        "/admin/",
        "/q/",
        "/Q/",
        "/my/",
        "/vi/my/",
        "/accounts/",
        "/kit/",
        "/invitation/",
        "/search/",
    ):
        assert f"Disallow: {path}" in lines
    assert not any(line in {"Disallow: /", "Disallow: /members/", "Disallow: /sharing/"} for line in lines)
