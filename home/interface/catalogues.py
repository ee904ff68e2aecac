"""The catalogues of what residents read, kept in step with its sources."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation import to_locale

from home.interface.sources import sources

#: The comment of entries that are Django's own, for languages that Django does not have.
DJANGOS = "Django"
#: How each language counts, as gettext has it; where Django has the language, as Django's own catalogue says.
PLURALS = {
    "ja-x-easy": "nplurals=1; plural=0;",
    "zh-hans": "nplurals=1; plural=0;",
    "zh-hant": "nplurals=1; plural=0;",
    "ko": "nplurals=1; plural=0;",
    "vi": "nplurals=1; plural=0;",
    "tl": "nplurals=2; plural=(n > 1);",
    "es": "nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
    "pt": "nplurals=2; plural=(n != 1);",
    "ne": "nplurals=2; plural=(n != 1);",
    "th": "nplurals=1; plural=0;",
    "id": "nplurals=1; plural=0;",
}


def extracted() -> polib.POFile:
    """What makemessages finds in a copy of the files that residents read."""
    with tempfile.TemporaryDirectory() as folder:
        for source in sources():
            target = Path(folder) / source.relative_to(settings.ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        (Path(folder) / "locale").mkdir()
        environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        subprocess.run(
            [sys.executable, "-m", "django", "makemessages", "--locale", "ja", "--no-location"],
            cwd=folder, env=environment, check=True, capture_output=True,
        )  # fmt: skip
        return polib.pofile(f"{folder}/locale/ja/LC_MESSAGES/django.po")


def path_of(language: str) -> Path:
    return Path(settings.ROOT) / "locale" / to_locale(language) / "LC_MESSAGES" / "django.po"


def catalogue(language: str) -> polib.POFile:
    """A language's catalogue; an empty one where there is none yet."""
    path = path_of(language)
    if path.exists():
        return polib.pofile(str(path), wrapwidth=0)
    made = polib.POFile(wrapwidth=0)
    made.metadata = {
        "Project-Id-Version": "Tsunagari Kit",
        "Language": to_locale(language),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    return made


def brought_up_to_date(language: str, texts: polib.POFile) -> polib.POFile:
    """A language's catalogue with exactly these texts in their order; new ones have no translation yet.

    Translations that nobody reads any more stay as obsolete, and come back with their text.
    """
    known = {key_of(entry): entry for entry in catalogue(language)}
    made = catalogue(language)
    made.clear()
    for text in sorted(texts, key=lambda text: (text.msgctxt or "", text.msgid)):
        entry = known.pop(key_of(text), None) or untranslated(text)
        entry.obsolete = False
        made.append(entry)
    for entry in known.values():
        if entry.msgstr or any(entry.msgstr_plural.values()):
            entry.obsolete = entry.tcomment != DJANGOS
            made.append(entry)
    return made


def key_of(entry: polib.POEntry) -> tuple[str | None, str, str]:
    return entry.msgctxt, entry.msgid, entry.msgid_plural or ""


def untranslated(text: polib.POEntry) -> polib.POEntry:
    flags = [flag for flag in text.flags if flag != "fuzzy"]
    empty = {0: ""} if text.msgid_plural else {}
    return polib.POEntry(
        msgctxt=text.msgctxt,
        msgid=text.msgid,
        msgid_plural=text.msgid_plural,
        msgstr_plural=empty,
        flags=flags,
    )
