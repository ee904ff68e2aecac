"""A page for people at work, with a code on paper that leads to it."""

import pytest

from campaigns.links.models import Placement, ShortLink
from campaigns.members.models import Organisation
from campaigns.models import Edition
from campaigns.versions import AudienceVersion
from home.models import HomePage, StandardPage
from tests.factories import locale
from tests.links.factories import displayed


def page_below(parent: HomePage | StandardPage, slug: str, **fields: object) -> StandardPage:
    usual = {"title": f"ページ {slug}", "locale": locale(), **fields}
    page: StandardPage = parent.add_child(instance=StandardPage(slug=slug, **usual))
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


@pytest.fixture
def page(home: HomePage) -> StandardPage:
    return page_below(home, "work", title="職場のみなさんへ")


@pytest.fixture
def other(home: HomePage) -> StandardPage:
    return page_below(home, "other", title="べつのページ")


@pytest.fixture
def printed(edition: Edition, organisation: Organisation, page: StandardPage) -> ShortLink:
    """A code of the audience "work" whose page is `page`; seven prints hang that may carry it."""
    AudienceVersion.objects.create(campaign=edition.campaign, label="職場", key="work", page=page)
    link = ShortLink.objects.issued(edition, organisation, "work")
    displayed(organisation, count=7)
    return link


@pytest.fixture
def hanging(edition: Edition, organisation: Organisation) -> Placement:
    """Three posters of the campaign with the organisation's common code."""
    ShortLink.objects.issued(edition, organisation)
    return displayed(organisation, count=3)
