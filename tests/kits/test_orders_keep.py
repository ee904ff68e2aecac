"""Orders are kept: what they stand on is not deleted under them, and whoever tries is told."""

import pytest
from django.test import Client

from campaigns.kits.models import Order, PrintShop
from campaigns.members.models import Organisation
from campaigns.models import CampaignPage
from tests.kits.test_orders import order, second

__all__ = ["order", "second"]


@pytest.fixture
def shop(order: Order) -> PrintShop:
    made = PrintShop.objects.create(name="みなと印刷", key="minato")
    order.shop = made
    order.save()
    return made


def test_it_works(shop: PrintShop, order: Order, staff_client: Client) -> None:
    answer = staff_client.post(f"/admin/snippets/kits/printshop/delete/{shop.pk}/", follow=True)
    assert PrintShop.objects.filter(pk=shop.pk).exists()
    assert str(order) in "".join(map(str, answer.context["messages"]))
    order.lines.all().delete()
    order.delete()
    staff_client.post(f"/admin/snippets/kits/printshop/delete/{shop.pk}/")
    assert not PrintShop.objects.filter(pk=shop.pk).exists()


def test_an_organisation_with_orders_stays(
    order: Order, organisation: Organisation, staff_client: Client
) -> None:
    url = f"/admin/snippets/members/organisation/delete/{organisation.pk}/"
    answer = staff_client.post(url, headers={"Referer": f"http://testserver{url}"})
    assert answer["Location"] == f"http://testserver{url}"
    assert Organisation.objects.filter(pk=organisation.pk).exists()


def test_a_campaign_with_orders_stays(order: Order, campaign: CampaignPage, staff_client: Client) -> None:
    answer = staff_client.post(
        f"/admin/pages/{campaign.pk}/delete/", headers={"Referer": "https://evil.example/"}
    )
    assert answer["Location"] == "/admin/"
    assert CampaignPage.objects.filter(pk=campaign.pk).exists()
