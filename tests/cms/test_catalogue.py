"""Every text of the project has its Japanese sentence."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.conf import settings

from print_templates.themes import themes

SOURCES = ("cms", "home", "campaigns", "print_templates")
SHAPES = {".py", ".html", ".txt"}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w*)\}")


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(Path(settings.ROOT) / "locale/ja/LC_MESSAGES/django.po"))


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> polib.POFile:
    """What makemessages finds in a copy of the sources."""
    copy = tmp_path_factory.mktemp("sources")
    root = Path(settings.ROOT)
    for folder in SOURCES:
        for source in (root / folder).rglob("*"):
            if source.suffix in SHAPES:
                target = copy / source.relative_to(root)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
    (copy / "locale").mkdir()
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "--locale", "ja", "--no-location"],
        cwd=copy, env=environment, check=True, capture_output=True,
    )  # fmt: skip
    found = polib.pofile(str(copy / "locale/ja/LC_MESSAGES/django.po"))
    assert len(found) > 300
    return found


def test_every_text_is_translated(texts: polib.POFile, catalogue: polib.POFile) -> None:
    known = {(entry.msgctxt, entry.msgid): entry for entry in catalogue if not entry.obsolete}
    lacking = [
        text.msgid
        for text in texts
        if (entry := known.get((text.msgctxt, text.msgid))) is None or not entry.translated() or entry.fuzzy
    ]
    assert lacking == []


def test_every_theme_has_a_translated_label(catalogue: polib.POFile) -> None:
    assert all(catalogue.find(theme.label) for theme in themes().values())


def test_placeholders_are_the_same_in_both_languages(catalogue: polib.POFile) -> None:
    for entry in catalogue.translated_entries():
        wanted = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
        for sentence in [entry.msgstr, *entry.msgstr_plural.values()]:
            if sentence:
                assert set(PLACEHOLDER.findall(sentence)) == wanted, entry.msgid


def test_the_word_in_the_catalogue_is_ours(catalogue: polib.POFile) -> None:
    """CONTENT.md: 二次元コード; the other word is a registered trade mark."""
    assert [entry.msgid for entry in catalogue if "QR" in entry.msgstr or "ＱＲ" in entry.msgstr] == []
