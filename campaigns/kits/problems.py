"""Why a kit cannot be printed as it is, in sentences that name what to change."""

from django.utils.translation import gettext as _

from campaigns.kits.examination import stranger_sentence
from campaigns.kits.kit import Kit
from campaigns.kits.models import ImprintVerdict
from campaigns.kits.shelf import titles
from print_templates.shaping import missing_characters


def problems_of(kit: Kit, verdicts: dict[str, ImprintVerdict]) -> list[str]:
    """What is known at once, then what was found when files were verified; an empty list when nothing is."""
    strangers = missing_characters(kit.words.name + kit.words.contact)
    if strangers:
        return [stranger_sentence(strangers)]
    problems = []
    designs = kit.misfits()
    if designs:
        message = _("The name is too long for: %(prints)s. Please enter a shorter name for prints.")
        problems.append(message % {"prints": "、".join(titles()[design][0] for design in designs)})
    for file in kit.files:
        verdict = verdicts.get(file.key)
        if verdict is not None and not verdict.fine:
            problems += [
                note["message"] for note in verdict.findings if not (designs and note["check"] == "fit")
            ]
    return list(dict.fromkeys(problems))
