"""Why a kit cannot be printed as it is, in sentences that name what to change."""

from django.utils.translation import gettext as _

from campaigns.kits.examination import fault
from campaigns.kits.kit import Kit
from campaigns.kits.models import ImprintVerdict
from campaigns.kits.shelf import titles


def problems_of(kit: Kit, verdicts: dict[str, ImprintVerdict]) -> list[str]:
    """What is known at once, then what was found when files were verified; an empty list when nothing is."""
    unprintable = fault(kit.words)
    if unprintable:
        return [unprintable]
    designs = kit.misfits()
    problems = []
    for field in dict.fromkeys(designs.values()):
        prints = "、".join(titles()[design][0] for design, which in designs.items() if which == field)
        problems.append(too_long(field) % {"prints": prints})
    for file in kit.files:
        verdict = verdicts.get(file.key)
        if verdict is not None and not verdict.fine:
            problems += [
                note["message"] for note in verdict.findings if not (designs and note["check"] == "fit")
            ]
    return list(dict.fromkeys(problems))


def too_long(field: str) -> str:
    """The sentence on a field without room, with a place for the names of the prints."""
    if field == "message":
        return _("The message is too long for: %(prints)s. Please enter a shorter one.")
    if field == "contact":
        return _("The telephone number is too long for: %(prints)s. Please enter a shorter one.")
    return _("The name is too long for: %(prints)s. Please enter a shorter name for prints.")
