"""Whether a page links to the campaign."""

from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.urls import get_script_prefix
from lxml import etree

from campaigns.banners.fetching import Page
from campaigns.banners.public import path_of
from campaigns.links.codes import UnreadableCode, normal
from campaigns.links.models import ShortLink
from campaigns.models import CampaignPage

#: Ports that need not be written.
USUAL_PORTS = {"http": 80, "https": 443}
#: Codes that are looked up; a page has one or two.
MOST_CODES = 200


def leads_to(page: Page, campaign: CampaignPage) -> bool:
    """Whether a link of the page leads to the campaign, in any language, or is one of our codes."""
    own = [path for link in links(page) if (path := own_path(link)) is not None]
    languages = campaign.get_translations(inclusive=True).live()
    roots = [path_of(translated) for translated in languages]
    return any(is_below(path, root) for path in own for root in roots) or has_code(own)


def links(page: Page) -> Iterator[str]:
    """Where the page's links lead, as whole addresses.

    libxml2 reads whatever it is given in one go; Python's own parser takes minutes for a page made to be slow.
    """
    parser = etree.HTMLParser(recover=True, no_network=True, encoding=encoding_of(page))
    try:
        root = etree.fromstring(page.data, parser)
    except etree.XMLSyntaxError:
        return
    if root is None:
        return
    base = page.url
    for element in root.iter("base", "a", "area"):
        try:
            address = urljoin(base, (element.get("href") or "").strip())
        except ValueError:
            continue
        if element.tag == "base":
            base = address
        elif element.get("href"):
            yield address


def encoding_of(page: Page) -> str | None:
    """What the server says, where libxml2 knows it; otherwise the page says it itself."""
    try:
        etree.HTMLParser(encoding=page.charset or None)
    except LookupError:
        return None
    return page.charset or None


def own_path(address: str) -> str | None:
    """The path of an address of this site; None for anybody else's."""
    try:
        parts = urlsplit(address)
        host = f"{parts.hostname}:{parts.port or USUAL_PORTS.get(parts.scheme)}"
    except ValueError:
        return None
    if parts.scheme not in USUAL_PORTS or host not in own_hosts():
        return None
    return unquote(parts.path)


def own_hosts() -> set[str]:
    """Our host with its port; where none is written, a link may begin with http or https."""
    own = urlsplit(settings.PUBLIC_URL)
    ports = {own.port} if own.port else set(USUAL_PORTS.values())
    return {f"{own.hostname}:{port}" for port in ports}


def is_below(path: str, root: str) -> bool:
    """Whether a path is a campaign's page or one of the pages under it."""
    return path.rstrip("/") == root.rstrip("/") or path.startswith(root)


def has_code(paths: list[str]) -> bool:
    """Whether one of the paths is a code that was issued."""
    inside = ("/" + path.removeprefix(get_script_prefix()).removeprefix("/") for path in paths)
    typed = [path[3:].strip("/") for path in inside if path[:3].lower() == "/q/"]
    codes = []
    for each in typed[:MOST_CODES]:
        try:
            codes.append(normal(each))
        except UnreadableCode:
            continue
    return bool(codes) and ShortLink.objects.filter(code__in=codes).exists()
