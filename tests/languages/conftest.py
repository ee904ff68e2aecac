"""A network's site with its home page in three languages and a page in some of them."""

from collections.abc import Callable

import pytest

from campaigns.models import CampaignPage
from home.models import HomePage, StandardPage
from tests.factories import locale

Translate = Callable[..., StandardPage]


@pytest.fixture
def homes(campaign: CampaignPage) -> dict[str, HomePage]:
    """The home page in Japanese, easy Japanese and English."""
    home = HomePage.objects.get(locale__language_code="ja")
    found = {"ja": home}
    for code in ("ja-x-easy", "en"):
        page = home.copy_for_translation(locale(code))
        page.title = f"Home {code}"
        page.save_revision().publish()
        found[code] = HomePage.objects.get(pk=page.pk)
    return found


@pytest.fixture
def page(homes: dict[str, HomePage]) -> StandardPage:
    """A page that is written in Japanese alone."""
    page = StandardPage(title="行き方", slug="map", locale=homes["ja"].locale, lead="駅から5分です。")
    homes["ja"].add_child(instance=page)
    return page


@pytest.fixture
def translate() -> Translate:
    def translated(page: StandardPage, code: str, *, live: bool = True, **fields: str) -> StandardPage:
        made = page.copy_for_translation(locale(code))
        for name, value in fields.items():
            setattr(made, name, value)
        revision = made.save_revision()
        if live:
            revision.publish()
        return StandardPage.objects.get(pk=made.pk)

    return translated
