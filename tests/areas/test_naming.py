"""Names of municipalities, for whoever reads the page."""

import pytest
from django.test import Client
from django.utils import translation

from campaigns.areas.models import Area
from campaigns.areas.naming import latin_of
from tests.asked import asked


@pytest.mark.parametrize(
    ("name", "reading", "latin"),
    [
        ("座間市", "ざまし", "Zama City"),
        ("逗子市", "ずしし", "Zushi City"),
        ("鶴見区", "つるみく", "Tsurumi Ward"),
        ("中央区", "ちゅうおうく", "Chuo Ward"),
        ("港北区", "こうほくく", "Kohoku Ward"),
        ("都筑区", "つづきく", "Tsuzuki Ward"),
        ("茅ヶ崎市", "ちがさきし", "Chigasaki City"),
        ("大磯町", "おおいそまち", "Oiso Town"),
        ("大井町", "おおいまち", "Oi Town"),
        ("某町", "ぼうちょう", "Bo Town"),
        ("松浦市", "まつうらし", "Matsuura City"),
        ("井上町", "いのうえまち", "Inoue Town"),
        ("大浦", "おおうら", "Oura"),
        ("東京", "とうきょう", "Tokyo"),
        ("大田", "おおた", "Ota"),
        ("清川村", "きよかわむら", "Kiyokawa Village"),
        ("見本", "みほん", "Mihon"),
        ("市", "し", "Shi"),
        ("見本市", "", ""),
    ],
)
def test_it_works(name: str, reading: str, latin: str) -> None:
    assert latin_of(name, reading) == latin


@pytest.fixture
def ward() -> Area:
    city = Area(code="14100", name="横浜市", reading="よこはまし")
    return Area(code="14101", name="鶴見区", reading="つるみく", parent=city)


@pytest.mark.parametrize(
    ("language", "name", "in_list", "written_in"),
    [
        ("ja", "横浜市鶴見区", "横浜市鶴見区", "ja"),
        ("ja-x-easy", "横浜市鶴見区", "横浜市鶴見区（よこはましつるみく）", "ja"),
        ("zh-hans", "横浜市鶴見区", "横浜市鶴見区", "ja"),
        ("zh-hant", "横浜市鶴見区", "横浜市鶴見区", "ja"),
        ("en", "Tsurumi Ward, Yokohama City", "Tsurumi Ward, Yokohama City", "en"),
        ("ko", "Tsurumi Ward, Yokohama City", "Tsurumi Ward, Yokohama City", "en"),
        ("th", "Tsurumi Ward, Yokohama City", "Tsurumi Ward, Yokohama City", "en"),
    ],
)
def test_it_is_read_as_its_reader_reads(
    ward: Area, language: str, name: str, in_list: str, written_in: str
) -> None:
    with translation.override(language):
        assert (str(ward), ward.in_list, ward.written_in) == (name, in_list, written_in)
        assert ward.full_name == "横浜市鶴見区", "on paper and in lists of staff"


def test_staff_have_the_last_word(ward: Area) -> None:
    ward.latin = "Tsurumi-ku"
    with translation.override("en"):
        assert str(ward) == "Tsurumi-ku, Yokohama City"


def test_without_a_reading_there_is_the_name_alone(ward: Area) -> None:
    ward.reading = ""
    with translation.override("en"):
        assert (str(ward), ward.written_in) == ("横浜市鶴見区", "ja")
    with translation.override("ja-x-easy"):
        assert ward.in_list == "横浜市鶴見区"


@pytest.mark.django_db
def test_staff_correct_it(staff_client: Client, ward: Area) -> None:
    ward.parent.save()
    ward.parent_id = ward.parent.pk
    ward.save()
    listed = staff_client.get("/admin/snippets/areas/area/").content.decode()
    assert "Tsurumi Ward, Yokohama City" in listed
    assert "ローマ字の名前" in listed
    address = f"/admin/snippets/areas/area/edit/{ward.pk}/"
    assert "ローマ字の名前" in staff_client.get(address).content.decode()
    fields = {
        "name": "鶴見区",
        "code": "14101",
        "reading": "つるみく",
        "latin": "Tsurumi-ku",
        "parent": ward.parent.pk,
    }
    assert staff_client.post(address, fields).status_code == 302
    assert Area.objects.get(pk=ward.pk).latin == "Tsurumi-ku"


@pytest.mark.django_db
def test_its_form_asks_the_same_however_many_wards_there_are(staff_client: Client) -> None:
    city = Area.objects.create(code="14100", name="横浜市", reading="よこはまし")
    ward = Area.objects.create(code="14101", name="鶴見区", reading="つるみく", parent=city)
    address = f"/admin/snippets/areas/area/edit/{ward.pk}/"
    asked(staff_client, address)
    few = asked(staff_client, address)
    Area.objects.bulk_create(Area(code=str(14102 + n), name=f"{n}区", parent=city) for n in range(10))
    assert len(asked(staff_client, address)) == len(few)
    assert "横浜市9区" in staff_client.get(address).content.decode()
