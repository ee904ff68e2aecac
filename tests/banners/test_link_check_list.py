"""What staff see of members' pages, and that they only read it."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import NoReverseMatch, reverse

from campaigns.banners.models import LinkCheck
from tests import factories
from tests.conftest import logged_in

LIST = "/admin/snippets/banners/linkcheck/"


@pytest.fixture
def checks(db: None) -> list[LinkCheck]:
    results = (("links", ""), ("unreachable", "timeout"))
    return [
        LinkCheck.objects.create(
            organisation=factories.OrganisationFactory(),
            url=f"https://{result}.example.jp/",
            result=result,
            reason=reason,
        )
        for result, reason in results
    ]


def test_it_works(checks: list[LinkCheck], staff_client: Client) -> None:
    html = staff_client.get(LIST).content.decode()
    for check in checks:
        assert check.organisation.name in html
        assert check.url in html
    assert "10秒以上" in html


def test_the_result_narrows_the_list(checks: list[LinkCheck], staff_client: Client) -> None:
    html = staff_client.get(LIST, {"result": "links"}).content.decode()
    assert "links.example.jp" in html
    assert "unreachable.example.jp" not in html


@pytest.mark.parametrize("action", ["add", "edit", "delete"])
def test_nobody_changes_it(action: str, checks: list[LinkCheck], staff_client: Client) -> None:
    name, keys = f"wagtailsnippets_banners_linkcheck:{action}", [] if action == "add" else [checks[0].pk]
    try:
        address = reverse(name, args=keys)
    except NoReverseMatch:
        return
    before = list(LinkCheck.objects.values())
    assert staff_client.get(address).status_code in {302, 403, 404}
    assert staff_client.post(address, {"url": "https://x.example.jp/"}).status_code in {302, 403, 404}
    assert list(LinkCheck.objects.values()) == before
    assert f'href="{address}"' not in staff_client.get(LIST).content.decode()


def test_permissions_decide_who_reads_it(checks: list[LinkCheck], member_client: Client) -> None:
    user, group = factories.UserFactory(), Group.objects.create(name="readers")
    group.permissions.set(Permission.objects.filter(codename="access_admin"))
    user.groups.add(group)
    assert logged_in(user).get(LIST).status_code == 302
    group.permissions.add(Permission.objects.get(codename="view_linkcheck"))
    assert logged_in(user).get(LIST).status_code == 200
    assert member_client.get(LIST).status_code == 302
