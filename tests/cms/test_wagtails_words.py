"""The admin speaks Japanese: nothing of Wagtail's is left in English by the installed catalogues together."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client
from django.utils.translation import trans_real

#: Beginnings of the apps' names whose words staff meet.
THEIRS = ("wagtail", "taggit")
#: Names of parts of Wagtail that no screen shows.
NAMES = frozenset(
    ["Wagtail API v2", "Wagtail frontend cache", "Wagtail routablepage", "Wagtail sitemaps", "Taggit"]
)
OURS = Path(settings.ROOT) / "cms/wagtails_words/ja/LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|%s")


def catalogues(domain: str) -> Iterator[tuple[Path, polib.POFile]]:
    """The English catalogue of each app, with the folder of its languages."""
    for app in apps.get_app_configs():
        path = Path(app.path) / "locale" / "en" / "LC_MESSAGES" / f"{domain}.po"
        if app.name.startswith(THEIRS) and path.exists():
            yield path.parents[2], polib.pofile(str(path))


def is_said(catalogue: object, entry: polib.POEntry) -> bool:
    key = f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid
    said: object = catalogue._catalog  # type: ignore[attr-defined]
    return said.get(key) is not None or said.get((key, 0)) is not None  # type: ignore[attr-defined]


def test_every_word_of_wagtail_is_said_in_japanese() -> None:
    japanese = trans_real.translation("ja")
    entries = [entry for _folder, catalogue in catalogues("django") for entry in catalogue]
    assert len(entries) > 1500
    lacking = {entry.msgid for entry in entries if not entry.obsolete and not is_said(japanese, entry)}
    assert lacking == NAMES


def test_every_word_of_its_scripts_is_said_in_japanese() -> None:
    for folder, catalogue in catalogues("djangojs"):
        japanese = trans_real.DjangoTranslation("ja", domain="djangojs", localedirs=[str(folder)])
        assert [entry.msgid for entry in catalogue if not is_said(japanese, entry)] == []


@pytest.mark.parametrize("name", ["django.po", "djangojs.po"])
def test_sentences_keep_their_placeholders(name: str) -> None:
    for entry in polib.pofile(str(OURS / name)):
        wanted = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
        for sentence in [entry.msgstr, *entry.msgstr_plural.values()]:
            if sentence:
                assert set(PLACEHOLDER.findall(sentence)) == wanted, entry.msgid


def test_the_editor_gets_them(staff_client: Client) -> None:
    scripts = staff_client.get("/admin/jsi18n/").content.decode()
    for words in ("すべて閉じる", "自動保存しています…", "読みやすい"):
        assert json.dumps(words) in scripts
