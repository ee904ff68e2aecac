"""`manage.py load_demo`: the whole demo, as often as one likes, never in production."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import Client

from campaigns.kits.models import PrintJob
from campaigns.members.models import Organisation, User
from campaigns.models import CampaignPage, Edition
from cms import demo

Load = Callable[[], str]


@pytest.fixture
def load(db: None, django_capture_on_commit_callbacks: Callable[..., Any]) -> Load:
    def loaded() -> str:
        out = StringIO()
        with django_capture_on_commit_callbacks(execute=True):
            call_command("load_demo", stdout=out)
        return out.getvalue()

    return loaded


def counts() -> dict[str, int]:
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


def test_it_works_and_loading_again_changes_nothing(load: Load, client: Client) -> None:
    """One test, because laying out the demo's plates takes its time."""
    told = load()
    assert demo.STAFF_EMAIL in told
    assert demo.STAFF_PASSWORD in told
    assert all(member.email in told for member in User.objects.filter(organisations__slug__in=demo.SHOWN))
    campaign = CampaignPage.objects.get()
    assert client.get("/").context["campaign"] == campaign
    assert client.get(campaign.get_url()).status_code == 200
    assert PrintJob.objects.get().state == PrintJob.State.DONE
    assert Organisation.objects.count() >= 12
    first = counts()
    assert load() == told
    assert counts() == first
    keep_what_somebody_changed(load)


def keep_what_somebody_changed(load: Load) -> None:
    Organisation.objects.filter(slug=demo.SHOWN[0]).update(name="いま変えた名前")
    load()
    assert Organisation.objects.get(slug=demo.SHOWN[0]).name == "いま変えた名前"
    assert Edition.objects.count() == 1


def test_it_is_refused_under_production_settings(db: None, settings: Any) -> None:
    settings.SETTINGS_MODULE = "cms.settings.production"
    with pytest.raises(CommandError, match="production"):
        call_command("load_demo")
    assert not User.objects.exists()
