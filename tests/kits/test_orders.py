"""Orders for all as staff fill them in: the list, a new one, the table of quantities."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from campaigns.kits.admin.orders import OrderViewSet
from campaigns.kits.models import Order, OrderLine, PrintShop
from campaigns.kits.orders.items import items
from campaigns.kits.orders.quantities import MOST, table
from campaigns.members.models import Organisation
from campaigns.models import Edition
from tests import factories
from tests.conftest import Publish, logged_in
from tests.kits.orders import order_in
from tests.kits.paper import FILES
from tests.kits.test_publishing import draft

LIST, NEW = "/admin/orders/", "/admin/orders/new/"


@pytest.fixture
def second(db: None) -> Organisation:
    return factories.OrganisationFactory(name="見本の会", slug="mihon")


@pytest.fixture
def order(edition: Edition, organisation: Organisation, second: Organisation) -> Order:
    """Two organisations with 20 posters and 300 flyers each."""
    return order_in(edition, poster_a2=20, flyer_a4=300)


def page(order: Order) -> str:
    return f"/admin/orders/{order.pk}/"


def quantities(order: Order) -> dict[tuple[str, str], int]:
    return {(line.organisation.slug, line.item): line.quantity for line in order.lines.all()}


def typed(order: Order, action: str = "save", **cells: str) -> dict[str, str]:
    """The whole table as the browser sends it, some cells changed: `takasaki__poster_a2="5"`."""
    form = {"action": action}
    for (slug, item), copies in quantities(order).items():
        form[f"{Organisation.objects.get(slug=slug).pk}-{item}"] = str(copies)
    for name, value in cells.items():
        slug, _underline, item = name.partition("__")
        whose = slug if slug == "all" else Organisation.objects.get(slug=slug).pk
        form[f"{whose}-{item.replace('_', '-')}"] = value
    return form


def test_it_works(
    edition: Edition, organisation: Organisation, second: Organisation, staff_client: Client
) -> None:
    shop = PrintShop.objects.create(name="みなと印刷", key="minato")
    factories.OrganisationFactory(is_approved=False)
    form = {"shop": shop.pk, "note": "急ぎません", "copies-poster-a2": "20", "copies-fan-round240": "0"}
    answer = staff_client.post(NEW, form)
    order = Order.objects.get()
    assert answer["Location"] == page(order)
    assert (order.edition, order.shop, order.note) == (edition, shop, "急ぎません")
    assert quantities(order) == {
        (slug, item): copies
        for slug in ("takasaki", "mihon")
        for item, copies in (("poster-a2", 20), ("fan-round240", 0))
    }
    html = staff_client.get(page(order)).content.decode()
    for words in ("髙﨑商店", "見本の会", "ポスター A2", "みなと印刷", "急ぎません"):
        assert words in html, words
    assert str(order) in staff_client.get(LIST).content.decode()


def test_every_press_file_can_be_ordered() -> None:
    press = [name.removesuffix("-press.pdf") for name in FILES if name.endswith("-press.pdf")]
    assert list(items()) == press
    assert len({item.title for item in items().values()}) == len(press)


@pytest.mark.parametrize(
    "form", [{}, {"copies-poster-a2": "-1"}, {"copies-poster-a2": str(MOST + 1)}, {"copies-poster-a2": "x"}]
)
def test_an_order_of_nothing_is_refused_and_stays_typed(
    form: dict[str, str], edition: Edition, staff_client: Client
) -> None:
    answer = staff_client.post(NEW, {**form, "note": "急ぎません"})
    assert answer.status_code == 200
    assert not Order.objects.exists()
    html = answer.content.decode()
    assert 'role="alert"' in html
    assert 'value="急ぎません"' in html


def test_without_an_edition_nothing_is_ordered(home: Any, staff_client: Client) -> None:
    for address in (LIST, NEW):
        assert "先にキャンペーンを公開してください" in staff_client.get(address).content.decode()
    staff_client.post(NEW, {"copies-poster-a2": "1"})
    assert not Order.objects.exists()


def test_the_totals_are_those_of_the_table(order: Order, staff_client: Client) -> None:
    staff_client.post(page(order), typed(order, takasaki__poster_a2="1,234", mihon__flyer_a4="0"))
    found = table(order)
    assert [(item.key, copies, who) for item, copies, who in found.totals] == [
        ("poster-a2", 1254, 2), ("flyer-a4", 300, 1),
    ]  # fmt: skip
    html = staff_client.get(page(order)).content.decode()
    totals = re.findall(r'class="number">(?:<b>)?([\d,]+)', html.split("</tfoot>")[0])
    assert totals == ["1,254", "2", "300", "1", "1,554"]


def test_a_number_for_all_is_put_into_every_row(order: Order, staff_client: Client) -> None:
    staff_client.post(page(order), typed(order, "for_all", all__poster_a2="7", takasaki__flyer_a4="５０"))
    assert quantities(order) == {
        ("takasaki", "poster-a2"): 7, ("mihon", "poster-a2"): 7,
        ("takasaki", "flyer-a4"): 50, ("mihon", "flyer-a4"): 300,
    }  # fmt: skip


def test_saving_alone_puts_nothing_into_every_row(order: Order, staff_client: Client) -> None:
    staff_client.post(page(order), typed(order, all__poster_a2="7"))
    assert quantities(order)["takasaki", "poster-a2"] == 20


def test_enter_saves(order: Order, staff_client: Client) -> None:
    """The first button of a form is the one that Enter presses."""
    html = staff_client.get(page(order)).content.decode()
    form = html.split(f'action="{page(order)}"')[1]
    assert re.findall(r'<button[^>]*value="(\w+)"', form) == ["save", "for_all", "save"]


@pytest.mark.parametrize("wrong", ["x", "-1", "1.5", str(MOST + 1), "１０００００１"])
def test_what_is_no_number_is_told_and_nothing_is_lost(
    wrong: str, order: Order, staff_client: Client
) -> None:
    before = quantities(order)
    answer = staff_client.post(page(order), typed(order, takasaki__poster_a2=wrong, mihon__flyer_a4="77"))
    html = answer.content.decode()
    assert "髙﨑商店、ポスター A2" in html
    assert f'value="{wrong}"' in html
    assert 'value="77"' in html
    assert html.count("aria-invalid") == 1
    assert quantities(order) == before


def test_whoever_was_approved_since_is_in_the_table(order: Order, staff_client: Client) -> None:
    factories.OrganisationFactory(name="あとから来た会", slug="later")
    assert "あとから来た会" in staff_client.get(page(order)).content.decode()
    staff_client.post(page(order), typed(order, later__poster_a2="3"))
    assert quantities(order)["later", "poster-a2"] == 3


def test_whoever_is_not_approved_any_more_gets_nothing(order: Order, second: Organisation) -> None:
    Organisation.objects.filter(pk=second.pk).update(is_approved=False)
    assert table(order).total == 320
    order.freeze()
    assert table(order).total == 320, "what the print shop gets is what staff have seen"
    Organisation.objects.filter(pk=second.pk).update(is_approved=True)
    assert table(order).total == 320, "what the print shop has stays true"


def test_a_frozen_order_is_only_read(order: Order, staff_client: Client) -> None:
    form = typed(order, takasaki__poster_a2="5")
    order.freeze()
    html = staff_client.get(page(order)).content.decode()
    assert "ダウンロード済み" in html
    assert '<input type="text" name=' not in html.split("main")[-1]
    answer = staff_client.post(page(order), form, follow=True)
    assert quantities(order)["takasaki", "poster-a2"] == 20
    assert "部数は変更できません" in answer.content.decode()


def test_a_copy_is_a_new_order_in_the_current_edition(
    order: Order, second: Organisation, staff_client: Client, publish: Publish
) -> None:
    order.freeze()
    Organisation.objects.filter(pk=second.pk).update(is_approved=False)
    publish(draft(order.edition.campaign, text="あつまろう かながわ"))
    answer = staff_client.post(f"{page(order)}copy/")
    made = Order.objects.exclude(pk=order.pk).get()
    assert answer["Location"] == page(made)
    assert (made.edition.number, made.is_frozen) == (2, False)
    assert quantities(made) == {("takasaki", "poster-a2"): 20, ("takasaki", "flyer-a4"): 300}
    order.refresh_from_db()
    assert order.edition.number == 1


def test_the_table_asks_the_database_as_often_however_many_there_are(
    order: Order, staff_client: Client, django_assert_max_num_queries: Any
) -> None:
    staff_client.get(page(order))
    for _number in range(20):
        organisation = factories.OrganisationFactory()
        OrderLine.objects.create(order=order, organisation=organisation, item="poster-a2", quantity=1)
    for address in (page(order), LIST):
        with django_assert_max_num_queries(16):
            staff_client.get(address)


# --- who may --------------------------------------------------------------------------------------------

#: Addresses: how they are asked for, and who of those with view, add, change may (others are turned away).
ADDRESSES = {
    "index": ("get", {"view", "add", "change"}),
    "new": ("get", {"add"}),
    "table": ("get", {"view", "add", "change"}),
    "upload": ("post", {"change"}),
    "quantities": ("get", {"view", "add", "change"}),
    "copy": ("post", {"add"}),
    "zip": ("get", {"view", "add", "change"}),
    "wait": ("get", {"view", "add", "change"}),
}


def test_every_address_has_its_row() -> None:
    assert {pattern.name for pattern in OrderViewSet().get_urlpatterns()} == set(ADDRESSES)


def turned_away(answer: Any) -> bool:
    return answer.status_code in {302, 303} and answer["Location"].split("?")[0] in {
        "/admin/",
        "/accounts/login/",
    }


@pytest.mark.parametrize("name", ADDRESSES)
def test_only_who_may_comes_in(
    name: str, order: Order, client: Client, member_client: Client, staff_client: Client
) -> None:
    method, actions = ADDRESSES[name]
    url = reverse(f"orders:{name}", args=[] if name in {"index", "new"} else [order.pk])
    for who in (client, member_client):
        answer = getattr(who, method)(url)
        assert answer.status_code == 302
        assert turned_away(answer)
    for action in ("view", "add", "change", ""):
        user, group = factories.UserFactory(), Group.objects.create(name=f"{action}-group")
        group.permissions.set(Permission.objects.filter(codename__in=["access_admin", f"{action}_order"]))
        user.groups.add(group)
        assert turned_away(getattr(logged_in(user), method)(url)) is (action not in actions), action
    assert not turned_away(getattr(staff_client, method)(url))


def test_changing_needs_the_permission(order: Order) -> None:
    user, group = factories.UserFactory(), Group.objects.create(name="readers")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "view_order"]))
    user.groups.add(group)
    client = logged_in(user)
    assert (
        "<button"
        not in client.get(page(order))
        .content.decode()
        .split('class="orders-page"')[1]
        .split("</table></div>")[0]
    )
    client.post(page(order), typed(order, takasaki__poster_a2="5"))
    assert quantities(order)["takasaki", "poster-a2"] == 20


def test_a_group_can_be_allowed_in_the_admin(staff_client: Client) -> None:
    html = staff_client.get("/admin/groups/new/").content.decode()
    for codename in ("add_order", "change_order", "view_order"):
        assert f'value="{Permission.objects.get(codename=codename).pk}"' in html
