from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.feedgenerator import Atom1Feed

from campaigns.languages.order import readers_language
from campaigns.languages.site import name_in
from campaigns.whole_addresses import whole
from home.feeds.sources import SOURCES, Item, Source

#: Seconds for which a reader's program may keep a feed.
KEPT = 1800


class News(Feed):
    """The feed of one source in the language of its address; the same for everybody, with whole addresses."""

    feed_type = Atom1Feed

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().__call__(request, *args, **kwargs)
        patch_cache_control(response, public=True, max_age=KEPT)
        return response

    def get_object(self, request: HttpRequest, key: str) -> Source:
        if key not in SOURCES:
            raise Http404
        return SOURCES[key]

    def title(self, source: Source) -> str:
        return f"{source.title} – {name_in(readers_language()).text}"

    def link(self, source: Source) -> str:
        return whole(reverse("wagtail_serve", args=[""]))

    def feed_url(self, source: Source) -> str:
        return whole(reverse("feed", args=[source.key]))

    def feed_guid(self, source: Source) -> str:
        return self.feed_url(source)

    def items(self, source: Source) -> Iterable[Item]:
        return source.newest(readers_language())

    def item_title(self, item: Any) -> str:
        return str(item.title)

    def item_description(self, item: Any) -> str:
        return str(item.summary)

    def item_link(self, item: Item) -> str:
        return item.url

    def item_guid(self, item: Item) -> str:
        return item.url

    def item_pubdate(self, item: Item) -> datetime:
        return item.published

    def item_updateddate(self, item: Item) -> datetime:
        return item.updated
