"""Where a code leads now: a live page that helps, whatever happened since it was printed."""

from wagtail.models import Page

from campaigns.links.models import ShortLink
from campaigns.models import current_campaign


def is_public(page: Page | None) -> bool:
    return page is not None and page.live and not page.get_view_restrictions().exists()


def destination(link: ShortLink) -> Page | None:
    """The first public page of: the target, its campaign, the current campaign. None means the home page."""
    for page in (link.target, link.campaign):
        if is_public(page):
            return page
    return current_campaign()
