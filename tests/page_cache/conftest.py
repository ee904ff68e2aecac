import pytest

from campaigns.freshness import writes
from tests.places import areas, case_index, clock, desk_index, places

__all__ = ["areas", "case_index", "clock", "desk_index", "keeping", "places"]


@pytest.fixture
def keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    """As outside of tests, which are one long open transaction: pages are kept, a change counts when it is written."""
    monkeypatch.setattr(writes, "is_unsettled", lambda using=None: False)
