"""Which rules the editor's “checks” panel looks at, in which part of the page, and its sentences."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

#: Beyond Wagtail's own: what an editor can get wrong in words, pictures, links and tables.
#: https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md
FURTHER = {
    "image-alt": (
        _("A picture has no description"),
        _("Say in a few words what it shows, or mark it as decorative"),
    ),
    "image-redundant-alt": (
        _("A picture's description repeats the words beside it"),
        _("Say what the picture shows, or mark it as decorative"),
    ),
    "link-in-text-block": (
        _("A link cannot be told from the text around it"),
        _("Put the link on words that say where it leads"),
    ),
    "identical-links-same-purpose": (
        _("Links with the same words lead to different pages"),
        _("Let each link's words say where it leads"),
    ),
    "page-has-heading-one": (
        _("The page has no title"),
        _("Enter a title"),
    ),
    "td-headers-attr": (
        _("A table's cells name headers that are not there"),
        _("Choose the table's header row again"),
    ),
    "duplicate-id-aria": (
        _("Two parts of the page have the same name"),
        _("Please tell whoever looks after the site"),
    ),
    "color-contrast": (
        _("Letters and ground are too much alike"),
        _("Please tell whoever looks after the site"),
    ),
}  # fmt: skip


class ResidentsContent(ContentCheckerItem):
    """Of the preview only what is the page's own: head and foot are the same on every page, and tested elsewhere.

    The preview is dressed as residents see it, so contrast is judged with the campaign's colours.
    """

    axe_include = ["main"]
    axe_run_only = [*ContentCheckerItem.axe_run_only, *FURTHER]
    axe_messages = {
        **ContentCheckerItem.axe_messages,
        **{rule: {"error_name": name, "help_text": helping} for rule, (name, helping) in FURTHER.items()},
    }


def look_as_residents(request: HttpRequest, items: list[Any], page: object) -> None:
    """Hook of the bar: our checker takes the place of Wagtail's."""
    for number, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[number] = ResidentsContent(in_editor=item.in_editor)
