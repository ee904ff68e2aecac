"""How far the plates of the current kit are."""

import pytest
from django.test import Client

from campaigns.kits.models import PrintJob
from campaigns.models import Edition

PROGRESS = "/kit/takasaki/progress.json"


def test_it_works(edition: Edition, member_client: Client) -> None:
    assert member_client.get(PROGRESS).json() == {"done": 10, "total": 10, "state": "done"}


@pytest.mark.parametrize("state", PrintJob.State.values)
def test_it_says_the_jobs_state(state: str, edition: Edition, member_client: Client) -> None:
    PrintJob.objects.update(state=state, done=4)
    assert member_client.get(PROGRESS).json() == {"done": 4, "total": 10, "state": state}


def test_an_edition_without_a_job_is_waiting(edition: Edition, member_client: Client) -> None:
    PrintJob.objects.all().delete()
    assert member_client.get(PROGRESS).json()["state"] == "waiting"


def test_without_a_campaign_there_is_nothing_to_wait_for(home: None, member_client: Client) -> None:
    assert member_client.get(PROGRESS).status_code == 404
