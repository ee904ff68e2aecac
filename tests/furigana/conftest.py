from collections.abc import Iterator

import pytest

from campaigns.reading import lexicon


@pytest.fixture(autouse=True)
def words_of_other_tests_are_forgotten() -> Iterator[None]:
    lexicon.cache.delete(lexicon.KEY)
    yield
    lexicon.cache.delete(lexicon.KEY)
