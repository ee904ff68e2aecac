"""Brackets are those of the language that is read."""

import re

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from campaigns.languages.brackets import with_aside
from home.models import HomePage
from tests.factories import CaseFactory, CaseIndexPageFactory
from tests.programme import lists_of_pages


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", "名（1）"),
        ("ja-x-easy", "名（1）"),
        ("zh-hant", "名（1）"),
        ("ko", "名(1)"),
        ("vi", "名 (1)"),
        ("en", "名 (1)"),
    ],
)
def test_it_works(language: str, expected: str) -> None:
    with override(language):
        assert with_aside("名", 1) == expected


@pytest.mark.parametrize(
    "path", ["/vi/places/", "/vi/places/frigo/", "/vi/events/winter/", "/vi/feeds/places/"]
)
def test_no_page_in_vietnamese_has_japanese_brackets(path: str, home: HomePage, client: Client) -> None:
    CaseIndexPageFactory(parent=home)
    CaseFactory(slug="frigo", name="Frigo", last_published_at=timezone.now())
    lists_of_pages(home)
    answer = client.get(path)
    assert answer.status_code == 200
    # What is told to other sites is in the language it is written in.
    assert "（" not in re.sub(r"<meta[^>]*>", "", answer.content.decode())
