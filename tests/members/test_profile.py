"""The profile: administrators change it, members read it, and nothing typed is lost."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from campaigns.members.models import Membership, Organisation
from tests import factories
from tests.conftest import logged_in
from tests.factories import picture

WORDS = ("name", "reading", "print_name", "phone", "hours", "address", "website")


def address(organisation: Organisation) -> str:
    return reverse("members:profile", args=[organisation.slug])


def send(client: Client, organisation: Organisation, **changes: Any) -> HttpResponse:
    saved = {field: getattr(organisation, field) for field in WORDS}
    return client.post(
        address(organisation), {**saved, "area": organisation.area_id, "is_listed": "on", **changes}
    )


def again(organisation: Organisation) -> Organisation:
    return Organisation.objects.get(pk=organisation.pk)


def test_it_works(organisation: Organisation, administrator_client: Client) -> None:
    area = factories.AreaFactory(code="14102", name="神奈川区")
    response = send(
        administrator_client, organisation, name=" 新しい　か\u3099っこう ", reading="あたらしいがっこう",
        print_name="がっこう", phone="045-000-0199", hours="平日　9-17", address="見本町1-2",
        website="example.jp", area=area.pk,
    )  # fmt: skip
    assert response.status_code == 302
    saved = again(organisation)
    assert (saved.name, saved.reading, saved.print_name) == (
        "新しい がっこう",
        "あたらしいがっこう",
        "がっこう",
    )
    assert (saved.phone, saved.hours, saved.address) == ("045-000-0199", "平日 9-17", "見本町1-2")
    assert (saved.website, saved.area, saved.is_listed) == ("https://example.jp", area, True)
    page = administrator_client.get(response["Location"])
    assert "保存しました" in page.content.decode()


def test_the_tick_takes_off_the_list(organisation: Organisation, administrator_client: Client) -> None:
    send(administrator_client, organisation, is_listed="")
    assert not again(organisation).is_listed


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""), ("name", "あ" * 61), ("print_name", "見本\u202eの会"), ("phone", "12\u200b34"),
        ("hours", "平日\u202e9-17"), ("address", "見本町\u200b1"), ("website", "javascript:alert(1)"),
        ("website", "ftp://example.jp"), ("area", "0"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_said_and_the_rest_stays(
    field: str, typed: str, organisation: Organisation, administrator_client: Client
) -> None:
    response = send(administrator_client, organisation, **{"reading": "いまかいたよみ", field: typed})
    assert response.status_code == 200
    form = response.context["form"]
    assert list(form.errors) == [field]
    assert form["reading"].value() == "いまかいたよみ"
    assert form[field].value() == typed
    assert again(organisation).reading == organisation.reading


def test_the_frame_keeps_the_saved_name(organisation: Organisation, administrator_client: Client) -> None:
    response = send(administrator_client, organisation, name="まだ保存しない会", phone="\u202e")
    assert response.context["organisation"].name == organisation.name


def test_what_somebody_else_changed_meanwhile_stays(
    organisation: Organisation, administrator_client: Client
) -> None:
    """Approval and address are not on this page; a field nobody touched is not written."""
    before = again(organisation)
    form = administrator_client.get(address(organisation)).context["form"]
    Organisation.objects.filter(pk=organisation.pk).update(slug="moved")
    before.slug = "moved"
    send(administrator_client, before, name="新しい名前", slug="taken-over", is_approved="")
    saved = again(organisation)
    assert "slug" not in form.fields
    assert (saved.name, saved.slug, saved.is_approved) == ("新しい名前", "moved", True)


def test_members_read_and_learn_who_can_change_it(
    organisation: Organisation, administrator_client: Client, member_client: Client
) -> None:
    [administrator] = organisation.people.filter(memberships__role=Membership.Role.ADMINISTRATOR)
    html = member_client.get(address(organisation)).content.decode()
    assert "<input" not in html.partition("<main")[2]
    assert administrator.email in html
    assert organisation.phone in html


def test_without_an_administrator_the_office_is_named(
    organisation: Organisation, member_client: Client
) -> None:
    assert "事務局" in member_client.get(address(organisation)).content.decode()


def test_members_change_nothing(organisation: Organisation, member_client: Client) -> None:
    assert send(member_client, organisation, name="乗っ取り").status_code == 403
    assert again(organisation).name == organisation.name


def test_strangers_change_nothing(organisation: Organisation) -> None:
    other = factories.MembershipFactory(role=Membership.Role.ADMINISTRATOR).user
    assert send(logged_in(other), organisation, name="乗っ取り").status_code == 404
    assert again(organisation).name == organisation.name


def test_staff_change_it_for_them(organisation: Organisation, staff_client: Client) -> None:
    assert send(staff_client, organisation, name="頼まれた名前").status_code == 302
    assert again(organisation).name == "頼まれた名前"


def test_a_browser_may_say_where_the_form_comes_from(
    organisation: Organisation, administrator_client: Client
) -> None:
    """Without it the CSRF check refuses every form (cms/security.py)."""
    assert administrator_client.get(address(organisation))["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("role", Membership.Role.values)
def test_it_needs_few_queries(
    role: str, organisation: Organisation, django_assert_max_num_queries: Any
) -> None:
    city = factories.AreaFactory(code="14100", name="横浜市")
    for number in range(20):
        factories.AreaFactory(code=f"1411{number}", name=f"区{number}", parent=city)
        factories.MembershipFactory(organisation=organisation, role=Membership.Role.ADMINISTRATOR)
    organisation.set_logo(picture())
    organisation.save()
    client = logged_in(factories.MembershipFactory(organisation=organisation, role=role).user)
    with django_assert_max_num_queries(12):
        assert client.get(address(organisation)).status_code == 200
