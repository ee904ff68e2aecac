"""Production: nothing has a default that would be unsafe."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

SAFE = {
    "SECRET_KEY": secrets.token_urlsafe(60),
    "DATABASE_URL": "postgres://nobody@localhost/nothing",
    "PUBLIC_URL": "https://tsunagari.example.jp",
}


def manage(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py with production settings and nothing of this run's environment but where programs are."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "FONT_DIR") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=Path(settings.ROOT),
        env={**kept, **environment, "DJANGO_SETTINGS_MODULE": "cms.settings.production"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_deployment_check_finds_nothing() -> None:
    checked = manage("check", "--deploy", "--fail-level", "WARNING", **SAFE)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "0 silenced" in checked.stdout


@pytest.mark.parametrize("name", SAFE)
def test_a_missing_variable_stops_the_start(name: str) -> None:
    started = manage("check", **{other: value for other, value in SAFE.items() if other != name})
    assert started.returncode != 0
    assert name in started.stderr


def test_the_demo_is_refused() -> None:
    """Its password is published."""
    refused = manage("load_demo", **SAFE)
    assert refused.returncode != 0
    assert "production" in refused.stderr
