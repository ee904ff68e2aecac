"""Events, news and situations are found by the search, each under its own heading; lists of them stay off the map."""

from datetime import date

from django.test import Client

from home.models import HomePage
from home.news.models import NewsIndexPage, NewsPage
from home.situations.models import SituationIndexPage, SituationPage
from tests.asked import asked
from tests.factories import locale
from tests.home.whats_on import event, event_list
from tests.places import SetClock


def test_it_works(home: HomePage, client: Client, clock: SetClock) -> None:
    clock("2026-11-27 10:00")
    events = event_list(home, show_in_menus=True)
    news = home.add_child(instance=NewsIndexPage(title="見本のお知らせ", slug="news", locale=locale()))
    situations = home.add_child(
        instance=SituationIndexPage(title="見本の一覧", slug="situations", locale=locale())
    )
    for page in (
        event(events, "coming", "2026-12-12 10:00", "2026-12-12 11:00", place="たけのこ会館"),
        event(events, "past", "2026-06-12 10:00", "2026-06-12 11:00", lead="たけのこを食べます。"),
        news.add_child(
            instance=NewsPage(
                title="たけのこの話", slug="n", lead="春です。", date=date(2026, 4, 1), locale=locale()
            )
        ),
        situations.add_child(
            instance=SituationPage(title="たけのこの季節", slug="s", lead="春です。", locale=locale())
        ),
    ):
        page.save_revision().publish()
    response = client.get("/search/?q=たけのこ")
    found = {
        group.kind.key: [result.thing.slug for result in group.results]
        for group in response.context["groups"]
    }
    assert found == {"event": ["past", "coming"], "situation": ["s"], "news": ["n"]}
    html = response.content.decode()
    for words in (
        "2026年12月12日（土）",
        "終わりました。",
        'href="/events/coming/"',
        "2026年4月1日",
        "催し",
        "こんなときに",
    ):
        assert words in html, words
    client.get("/search/?q=たけのこ")
    few = len(asked(client, "/search/?q=たけのこ"))
    for number in range(4):
        more = event(events, f"more-{number}", "2026-12-12 10:00", "2026-12-12 11:00", place="たけのこ会館")
        more.save_revision().publish()
    client.get("/search/?q=たけのこ")
    assert len(asked(client, "/search/?q=たけのこ")) == few
    event_page = events.get_children().get(slug="coming")
    event_page.unpublish()
    assert "/events/coming/" not in client.get("/search/?q=たけのこ").content.decode()

    sitemap = client.get("/sitemap/").content.decode().partition("<main")[2].partition("</main>")[0]
    for path in ("/events/", "/news/", "/situations/", "/situations/s/"):
        assert f'href="{path}"' in sitemap
    assert "/events/past/" not in sitemap
    assert "/news/n/" not in sitemap
    assert 'href="/events/">見本の催し</a>' in client.get("/").content.decode().partition("<main")[0]
