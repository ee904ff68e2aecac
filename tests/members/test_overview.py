"""The overview: what is still missing, and the ways on."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from campaigns.members.models import Organisation
from tests import factories
from tests.factories import picture

LONG = "特定非営利活動法人 見本のまちでくらす会"


def opened(client: Client, organisation: Organisation) -> HttpResponse:
    return client.get(reverse("members:overview", args=[organisation.slug]))


def missing(response: HttpResponse) -> list[str]:
    return [step.field or step.page for step in response.context["steps"] if not step.done]


def test_it_works(organisation: Organisation, administrator_client: Client) -> None:
    response = opened(administrator_client, organisation)
    assert missing(response) == ["id_logo", "people"]
    html = response.content.decode()
    assert reverse("members:profile", args=[organisation.slug]) + "#id_logo" in html
    assert reverse("kits:kit", args=[organisation.slug]) in html


def test_a_long_name_asks_for_a_shorter_one(administrator_client: Client, organisation: Organisation) -> None:
    Organisation.objects.filter(pk=organisation.pk).update(name=LONG)
    assert "id_print_name" in missing(opened(administrator_client, organisation))
    Organisation.objects.filter(pk=organisation.pk).update(print_name="見本のまち")
    assert "id_print_name" not in missing(opened(administrator_client, organisation))


def test_nobody_reachable_is_asked_for_a_number(
    administrator_client: Client, organisation: Organisation
) -> None:
    Organisation.objects.filter(pk=organisation.pk).update(phone="")
    assert "id_phone" in missing(opened(administrator_client, organisation))


def test_when_all_is_there_the_list_is_gone(administrator_client: Client, organisation: Organisation) -> None:
    factories.MembershipFactory(organisation=organisation)
    organisation.set_logo(picture())
    organisation.save()
    html = opened(administrator_client, organisation).content.decode()
    assert "団体の情報はそろっています" in html
    assert "はじめに" not in html


def test_members_are_not_sent_where_they_can_change_nothing(
    member_client: Client, organisation: Organisation
) -> None:
    html = opened(member_client, organisation).content.decode()
    assert "#id_logo" not in html
    assert "管理者" in html


def test_it_needs_few_queries(
    administrator_client: Client, organisation: Organisation, django_assert_max_num_queries: Any
) -> None:
    factories.MembershipFactory.create_batch(5, organisation=organisation)
    with django_assert_max_num_queries(12):
        opened(administrator_client, organisation)
