"""A page as the crumbs above another one name it."""

from django.http import HttpRequest
from wagtail.models import Page

from campaigns.languages.codes import language_of


def entry(page: Page, request: HttpRequest | None) -> dict[str, str]:
    return {"title": page.title, "url": page.get_url(request) or "", "language": language_of(page)}
