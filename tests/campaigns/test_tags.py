"""What places and desks are chosen by is called in the reader's language, or else in the next best one."""

import pytest

from campaigns.desks.models import TopicTag
from campaigns.tags import names_in
from tests.factories import locale

pytestmark = pytest.mark.django_db


@pytest.fixture
def names() -> None:
    """暮らし in three languages, 家族 in two, 仕事 in one."""
    for slug, words in (
        ("life", {"ja": "暮らし", "ja-x-easy": "くらし", "en": "Daily life"}),
        ("family", {"ja": "家族", "ja-x-easy": "かぞく"}),
        ("work", {"ja": "仕事"}),
    ):
        for language, name in words.items():
            TopicTag.objects.create(slug=slug, name=name, locale=locale(language))


@pytest.mark.usefixtures("names")
@pytest.mark.parametrize(
    ("language", "called"),
    [
        ("ja", ["暮らし", "家族", "仕事"]),
        ("ja-x-easy", ["くらし", "かぞく", "仕事"]),
        ("en", ["Daily life", "かぞく", "仕事"]),
        ("vi", ["くらし", "かぞく", "仕事"]),
    ],
)
def test_it_works(language: str, called: list[str]) -> None:
    found = names_in(TopicTag, language)
    assert [found[slug] for slug in ("life", "family", "work")] == called
