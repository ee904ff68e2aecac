"""Numbers that not every phone can dial, and desks that have none."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from home.desks.models import DeskIndexPage
from home.templatetags.telephone import numbers_to_dial
from tests.factories import DeskFactory


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "is_good"),
    [
        ({"phone": "#9999"}, False),
        ({"phone": "#9999", "phone_alternative": "0120-000-111"}, True),
        ({"phone": "#9999", "phone_instead": "ほかの番号はありません。"}, True),
        ({"phone": "045-000-0000"}, True),
        ({"phone": "＃9999"}, False),
    ],
)
def test_a_number_with_a_hash_says_what_else_there_is(fields: dict[str, str], is_good: bool) -> None:
    desk = DeskFactory.build(**{"phone": "", **fields})
    if is_good:
        desk.clean()
    else:
        with pytest.raises(ValidationError, match="#"):
            desk.clean()


def test_what_there_is_instead_stands_beside_the_number(desk_index: DeskIndexPage, client: Client) -> None:
    DeskFactory(slug="hash", phone="#9999", phone_instead="<i>と話すときは0120-000-111へ。")
    for address in ("/desks/", "/desks/hash/", "/search/?q=見本の電話"):
        html = client.get(address).content.decode()
        assert '&lt;i&gt;と話すときは<a class="number" href="tel:0120000111">0120-000-111</a>へ。' in html, (
            address
        )


def test_whoever_has_no_number_is_reached_otherwise(desk_index: DeskIndexPage, client: Client) -> None:
    DeskFactory(slug="counter", kind="counter", phone="", address="見本町1-2", sort_order=0)
    DeskFactory(slug="chat", kind="chat", phone="", website="https://chat.example.jp/", sort_order=1)
    for address in ("/desks/", "/search/?q=見本の電話", "/nowhere/"):
        html = client.get(address).content.decode()
        assert 'href=""' not in html, address
        assert "見本町1-2" in html, address
        assert 'href="https://chat.example.jp/"' in html, address


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("", ""),
        ("6:00-9:00 & 2026-11-27", "6:00-9:00 &amp; 2026-11-27"),
        ("A 045-316-2770.", 'A <a class="number" href="tel:0453162770">045-316-2770</a>.'),
    ],
)
def test_numbers_in_sentences(sentence: str, shown: str) -> None:
    assert numbers_to_dial(sentence) == shown
