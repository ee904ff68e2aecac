"""Links in running text stay in the reader's language, as all others do."""

from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler

from campaigns.languages.addresses import in_address


class LinkInReadersLanguage(PageLinkHandler):
    """Wagtail's own looks every link's translation up; here the address finds it."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        return [opening_of(page) for page in cls.get_many(attrs_list)]


def opening_of(page: Page | None) -> str:
    url = page.url if page is not None else None
    if not url:
        return "<a>"
    language = get_language()
    if language not in (None, settings.LANGUAGE_CODE) and url.startswith("/"):
        url = in_address(url, str(language))
    return format_html('<a href="{}">', url)


def register(features: FeatureRegistry) -> None:
    features.register_link_type(LinkInReadersLanguage)
