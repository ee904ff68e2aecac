"""A new campaign runs for a year."""

from datetime import date

import pytest

from campaigns.models import CampaignPage
from tests.places import SetClock


@pytest.mark.parametrize(
    ("today", "last"),
    [
        ("2027-04-01", date(2028, 3, 31)),
        ("2027-01-01", date(2027, 12, 31)),
        ("2028-02-29", date(2029, 2, 28)),
    ],
)
def test_it_ends_a_year_less_a_day_later(clock: SetClock, today: str, last: date) -> None:
    clock(f"{today} 12:00")
    campaign = CampaignPage()
    assert (campaign.starts.isoformat(), campaign.ends) == (today, last)
