"""Whatever a page says in Japanese is marked so, on a page that is read in another language."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from lxml import html as parser

from campaigns.models import CampaignPage
from home.models import HomePage, StandardPage
from tests.factories import DeskFactory, OrganisationFactory
from tests.languages.conftest import Translate

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
THAI = re.compile(r"[\u0e00-\u0e7f]")
#: What nobody is shown or told.
SILENT = {"script", "style", "title"}


def unmarked(page: bytes) -> Iterator[str]:
    """Japanese words that claim to be Thai. A Thai sentence may have a name in it."""
    for element in parser.fromstring(page.decode()).iter():
        if not isinstance(element.tag, str) or element.tag in SILENT:
            continue
        said = [(element.text, element), *((child.tail, element) for child in element)]
        for text, parent in said:
            if text and JAPANESE.search(text) and not THAI.search(text) and language(parent) == "th":
                yield text.strip()


def language(element: parser.HtmlElement) -> str:
    while element is not None:
        if element.get("lang"):
            return str(element.get("lang"))
        element = element.getparent()
    return ""


@pytest.mark.parametrize("path", ["/th/", "/th/{campaign}/", "/th/map/", "/th/members/", "/th/nothing/"])
def test_japanese_is_marked(
    path: str,
    page: StandardPage,
    homes: dict[str, HomePage],
    translate: Translate,
    campaign: CampaignPage,
    client: Client,
) -> None:
    DeskFactory(slug="tagengo", topics="暮らし", note="祝日は休み", cost="無料", languages=["ja", "zh-Hans"])
    OrganisationFactory(is_approved=True, address="見本町1-2", hours="平日")
    answer = client.get(path.format(campaign=campaign.slug))
    assert list(unmarked(answer.content)) == []


def test_a_word_that_is_not_marked_is_noticed() -> None:
    page = '<html lang="th"><body><p>電話 <b lang="ja">電話</b> 窓口</p><p>โทร 電話</p></body></html>'
    assert list(unmarked(page.encode())) == ["電話", "窓口"]
