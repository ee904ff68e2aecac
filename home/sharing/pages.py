"""Pages as a kind of their own: those of this site that anybody may see, in whichever language."""

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from wagtail.models import Page, Site

from campaigns.public import public


def public_pages() -> Any:
    """As their own classes, the home pages first; what stands beside the site has no address."""
    roots = [Q(url_path__startswith=root.root_path) for root in Site.get_site_root_paths()]
    if not roots:
        return Page.objects.none()
    pages = public(Page.objects.filter(reduce(or_, roots), alias_of=None))
    return pages.select_related("locale").order_by("path").specific()


def title(page: Page) -> str:
    return str(page.title)
