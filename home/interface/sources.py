"""What of the project residents read: the texts of these files are in every catalogue, not in Japanese alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

#: Templates of pages that residents read. Folders count whole.
TEMPLATES = (
    "404.html",
    "base.html",
    "blocks",
    "components",
    "home",
    "links/code_form.html",
    "links/offline.html",
    "links/type_in.html",
    "links/unknown.html",
    "links/where_it_stands.html",
    "members/directory.html",
    "members/directory_card.html",
    "pages",
    "search",
    "selfcheck",
    "sitemap",
    "leaving",
)
#: Templates among them that only members or staff see.
NOT_FOR_RESIDENTS = (
    "components/form_errors.html",
    "components/member_footer.html",
    "components/member_header.html",
)
#: Modules all of whose texts residents read; what staff read stands in other modules.
MODULES = (
    "campaigns/cases/expectations.py",
    "campaigns/desks/kinds.py",
    "campaigns/links/views.py",
    "campaigns/members/kinds.py",
    "campaigns/templatetags/campaign.py",
    "cms/numbers.py",
    "home/cases/forms.py",
    "home/desks/listing.py",
    "home/events/choosing.py",
    "home/events/finding.py",
    "home/events/kinds.py",
    "home/events/words.py",
    "home/feeds/places.py",
    "home/front.py",
    "home/news/finding.py",
    "home/opening_words.py",
    "home/search/shown.py",
    "home/situations/finding.py",
    "home/situations/kinds.py",
)

#: Languages with a catalogue of the interface: all but the one of the texts themselves and the installation's own.
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES if code not in ("en", settings.LANGUAGE_CODE))


def folder_of_templates() -> Path:
    engines: list[dict[str, Any]] = settings.TEMPLATES
    return Path(engines[0]["DIRS"][0])


def templates() -> Iterator[Path]:
    """Every template that residents read."""
    folder = folder_of_templates()
    hidden = {folder / name for name in NOT_FOR_RESIDENTS}
    for name in TEMPLATES:
        path = folder / name
        found = sorted(path.rglob("*.html")) if path.is_dir() else [path]
        yield from (each for each in found if each.exists() and each not in hidden)


def sources() -> Iterator[Path]:
    """Every file with texts that residents read."""
    yield from templates()
    yield from (settings.ROOT / name for name in MODULES)


def template_names() -> list[str]:
    """The templates as the engine calls them."""
    folder = folder_of_templates()
    return [str(path.relative_to(folder)) for path in templates()]
