"""Which policies go with which pages."""

import pytest
from django.test import Client
from django.urls import reverse

from campaigns.models import CampaignPage


def policy(client: Client, path: str) -> str:
    value: str = client.get(path)["Content-Security-Policy"]
    return value


def test_the_admin_may_write_scripts_inline(campaign: CampaignPage, staff_client: Client) -> None:
    for path in ("/admin/", reverse("wagtailadmin_pages:edit", args=[campaign.pk])):
        assert "script-src 'self' 'unsafe-inline'" in policy(staff_client, path)


@pytest.mark.parametrize("path", ["/", "/kit/takasaki/", "/kit/network/", "/administration/"])
def test_nothing_else_may_not_even_for_staff(
    path: str, campaign: CampaignPage, member_client: Client, staff_client: Client
) -> None:
    assert "unsafe" not in policy(staff_client, path)


@pytest.mark.parametrize(
    "path",
    ["/accounts/login/", "/en/accounts/login/", "/kit/", "/en/kit/", "/admin/", "/en/join/", "/my/x/people/"],
)
def test_pages_with_forms_tell_this_site_where_they_come_from(
    path: str, campaign: CampaignPage, client: Client
) -> None:
    assert client.get(path)["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/", "/en/", "/kitchen/", "/q/", "/mystery/"])
def test_other_pages_tell_nobody(path: str, campaign: CampaignPage, client: Client) -> None:
    assert client.get(path)["Referrer-Policy"] == "no-referrer"


def test_forms_of_other_sites_are_refused(member: object, campaign: CampaignPage) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(reverse("account_request_login_code"), {"email": "x@example.jp"})
    assert response.status_code == 403


def test_no_other_site_may_frame_a_page(campaign: CampaignPage, client: Client) -> None:
    response = client.get("/")
    ancestors = response["Content-Security-Policy"].split("frame-ancestors")[1].split(";")[0].split()
    assert ancestors in (["'self'"], ["'none'"])
    assert response["X-Frame-Options"] in ("DENY", "SAMEORIGIN")
