"""What a plate is examined with before anybody prints it: imprints as full and as empty as they come."""

from dataclasses import replace
from functools import cache
from io import BytesIO

from PIL import Image

from campaigns.areas.nearness import MOST_NEAR
from campaigns.kits.combinations import Combination
from campaigns.links import address
from print_templates.content import Imprint, Place
from print_templates.imprint import DoesNotFit, printed
from print_templates.logo import Logo, prepare, ready
from print_templates.plate import Plate
from print_templates.ticket import TicketDesign, ticket_imprint

NAME, PHONE = "特定非営利活動法人つながり見本ネットワーク鶴見事務所", "電話 045-000-0000"
MESSAGE = "お茶を用意してお待ちしています。どなたでもどうぞ。"
BY_HAND = ("場所の名前", "開いている日時", "連絡先")


@cache
def trial_logo() -> Logo:
    """A logo as wide as logos are, in colour."""
    out = BytesIO()
    Image.new("RGB", (1200, 400), "#0a7f6f").save(out, "PNG")
    return ready(prepare(out.getvalue()))


def trial_imprints(combination: Combination) -> tuple[Imprint, ...]:
    """The fullest imprint first, then others down to none at all; the code is as long as codes are."""
    url, typed = f"{address.root()}/q/ABC2345".upper(), f"{address.host()}/q/ABC2345"
    trials = (
        Imprint(url, typed, NAME, PHONE, trial_logo(), message=MESSAGE),
        Imprint(url, typed, NAME, PHONE, trial_logo()),
        Imprint(url, typed, "会"),
        Imprint(url, typed),
        Imprint(url, typed, by_hand=BY_HAND),
    )
    design = combination.design
    if not isinstance(design, TicketDesign):
        return trials
    return tuple(ticket_imprint(words, ["0123456789abcdef" * 4] * len(design.files)) for words in trials)


def place_trials(plate: Plate, words: Imprint, places: tuple[Place, ...]) -> tuple[list[Imprint], list[str]]:
    """The imprint with all of an edition's places, `MOST_NEAR` at a time, and the names of those that do not fit.

    Which places are near depends on the organisation: a case whose words are too long holds back the prints of
    its neighbours alone, so that no other organisation waits for it.
    """
    if not any(panel.places for panel in plate.panels):
        return [words], []
    fitting = [place for place in places if fits(plate, replace(words, places=(place,)))]
    groups = [fitting[start : start + MOST_NEAR] for start in range(0, len(fitting), MOST_NEAR)]
    names = [place.name for place in places if place not in fitting]
    return [replace(words, places=tuple(group)) for group in groups] or [words], names


def fits(plate: Plate, words: Imprint) -> bool:
    """Whether the place of an imprint fits; a name that does not is said elsewhere."""
    try:
        printed(plate, words)
    except DoesNotFit as error:
        return error.field != "places"
    return True
