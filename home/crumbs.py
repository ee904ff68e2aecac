"""A page as the crumbs above another one name it."""

from django.http import HttpRequest
from wagtail.models import Page

from campaigns.languages.addresses import readers_address
from campaigns.languages.codes import language_of


def entry(page: Page, request: HttpRequest | None) -> dict[str, str]:
    return {"title": page.title, "url": readers_address(page, request), "language": language_of(page)}
