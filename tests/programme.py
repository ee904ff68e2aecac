"""Events, news, figures and situations, one of each below its list."""

from wagtail.models import Page

from home.figures.models import FigureIndexPage
from home.news.models import NewsIndexPage, NewsPage
from home.situations.models import SituationIndexPage, SituationPage
from tests.home.whats_on import event, event_list


def lists_of_pages(home: Page) -> None:
    """A coming event, one that is over, a piece of news and a situation."""
    said = {"lead": "見本です。", "locale": home.locale}
    events = event_list(home)
    event(events, "winter", "2099-12-12 13:30", "2099-12-12 16:00", sign_up_link="https://example.jp/form")
    event(events, "over", "2024-12-12 13:30", "2024-12-12 16:00")
    news = home.add_child(instance=NewsIndexPage(title="お知らせ", slug="news", **said))
    news.add_child(instance=NewsPage(title="見本", slug="one", **said))
    home.add_child(instance=FigureIndexPage(title="数字", slug="figures", **said))
    situations = home.add_child(instance=SituationIndexPage(title="こんなときに", slug="situations", **said))
    situations.add_child(instance=SituationPage(title="職場で", slug="work", **said))
