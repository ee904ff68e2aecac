import hashlib
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from campaigns.members.models import private_storage
from campaigns.members.text import validate_name
from print_templates import shop as paper
from print_templates.design import all_designs
from print_templates.sheet import BLEED, Die, Sheet

#: What may not be a key, because it means something else in a file's name or address.
RESERVED_KEYS = frozenset({"a3", "a4", "generic"})
#: Total ink in percent: below, colours lose their depth; above, no press prints.
LEAST_INK, MOST_INK = 200, paper.REFUSED_INK
#: Bleed in mm that shops ask for.
LEAST_BLEED, MOST_BLEED = 2.0, 6.0
#: Board that must be left between the fan's hole and its rim, in mm.
LEAST_RIM = 5.0
#: The lowest words of a fan (its front's issuer) end at this share of the diameter above the lower edge, measured.
WORDS_END = 0.225


def validate_key(key: str) -> None:
    if key in RESERVED_KEYS:
        raise ValidationError(_("This name is taken; please choose another one."), code="reserved")


class PrintShop(models.Model):
    """A print shop's demands, as staff enter them; `as_shop` hands them to the press."""

    class Standard(models.TextChoices):
        X4 = "x4", "PDF/X-4"

    name = models.CharField(
        _("name"), max_length=40, unique=True, validators=[validate_name],
        help_text=_("Members see it when they choose where to print."),
    )  # fmt: skip
    key = models.CharField(
        _("name in file names"), max_length=20, unique=True,
        validators=[RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*\Z", _("Please use a–z, 0–9 and hyphens.")), validate_key],
        help_text=_("Short, in small Latin letters: files will be called poster-a2-press-NAME.pdf."),
    )  # fmt: skip
    bleed = models.FloatField(
        _("bleed (mm)"), default=BLEED,
        validators=[MinValueValidator(LEAST_BLEED), MaxValueValidator(MOST_BLEED)],
        help_text=_("How far colour goes beyond the cut. Usually 3 mm."),
    )  # fmt: skip
    marks = models.BooleanField(
        _("crop marks"), default=True, help_text=_("Take the tick away when the shop wants files without marks.")
    )  # fmt: skip
    standard = models.CharField(
        _("PDF standard"), max_length=4, choices=Standard, default=Standard.X4,
        help_text=_("Almost every shop takes PDF/X-4."),
    )  # fmt: skip
    profile = models.FileField(
        _("colour profile"), upload_to="profiles", storage=private_storage, blank=True,
        help_text=_("The shop's CMYK profile (.icc, up to 4 MB). Leave it empty to use FOGRA39."),
    )  # fmt: skip
    identifier = models.CharField(
        _("printing condition"), max_length=60, blank=True, validators=[validate_name],
        help_text=_("What the profile stands for, for example JC200103. Needed with a profile."),
    )  # fmt: skip
    condition = models.CharField(
        _("description of the printing condition"), max_length=120, blank=True, validators=[validate_name],
        help_text=_("In the shop's words, for example “Japan Color 2011, coated paper”."),
    )  # fmt: skip
    registry = models.CharField(
        _("registry"), max_length=200, blank=True, validators=[validate_name],
        help_text=_("Only when the condition is registered, for example http://www.color.org."),
    )  # fmt: skip
    ink_limit = models.PositiveSmallIntegerField(
        _("ink limit (%)"), default=paper.INK_LIMIT,
        validators=[MinValueValidator(LEAST_INK), MaxValueValidator(MOST_INK)],
        help_text=_("All four inks together, usually 300 %. Colours are thinned to keep to it."),
    )  # fmt: skip
    hole = models.FloatField(
        _("fan: width of the hole (mm)"), null=True, blank=True,
        validators=[MinValueValidator(10), MaxValueValidator(40)],
        help_text=_("Only when the shop's die differs. Leave it empty to use the usual one."),
    )  # fmt: skip
    hole_rise = models.FloatField(
        _("fan: centre of the hole above the lower edge (mm)"), null=True, blank=True,
        validators=[MinValueValidator(10), MaxValueValidator(60)],
        help_text=_("Only when the shop's die differs. Leave it empty to use the usual one."),
    )  # fmt: skip
    note = models.TextField(
        _("note for staff"), blank=True, help_text=_("Contact, prices, delivery times. Members do not see it.")
    )  # fmt: skip

    #: The stored profile when it was read: `leftovers` takes it away when it was replaced.
    former_profile = ""

    class Meta:
        ordering = ["name"]
        verbose_name = _("print shop")
        verbose_name_plural = _("print shops")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> "PrintShop":
        preset = super().from_db(*args, **kwargs)
        # Not through the field, which would ask the database when it is deferred.
        preset.former_profile = str(preset.__dict__.get("profile") or "")
        return preset

    def clean(self) -> None:
        super().clean()
        problems: dict[str, ValidationError] = {}
        if self.profile and not self.identifier:
            problems["identifier"] = ValidationError(
                _("Please say which printing condition the profile is for.")
            )
        if self.identifier and not self.profile:
            problems["profile"] = ValidationError(_("Please choose the profile of this printing condition."))
        if (self.hole or self.hole_rise) and not self.die_fits():
            problems["hole_rise"] = ValidationError(
                _("The hole would cut into the edge or the words. Please check both numbers.")
            )
        if problems:
            raise ValidationError(problems)

    def die_fits(self) -> bool:
        """Whether on every fan for the press the hole stays clear of rim and words."""
        shop = paper.PrintShop(hole=self.hole, hole_rise=self.hole_rise)
        return all(clear(shop.die(sheet)) for sheet in round_sheets())

    def as_shop(self) -> paper.PrintShop:
        """The demands as the press takes them."""
        return paper.PrintShop(
            key=self.key,
            name=self.name,
            bleed=float(self.bleed),
            marks=self.marks,
            standard="x4",
            ink_limit=self.ink_limit,
            profile=self.own_profile() if self.profile else paper.FOGRA39,
            hole=number(self.hole),
            hole_rise=number(self.hole_rise),
        )

    def own_profile(self) -> paper.Profile:
        return profile(self.profile.name, self.identifier, self.condition, self.registry)


def number(value: float | None) -> float | None:
    """The same number written one way, so that 25 and 25.0 are one digest."""
    return None if value is None else float(value)


@lru_cache(maxsize=32)
def profile(name: str, identifier: str, condition: str, registry: str) -> paper.Profile:
    """A stored profile; its name is its digest, so that what was read once stays true."""
    with private_storage().open(name, "rb") as file:
        return paper.Profile(identifier, condition, registry, file.read())


def profile_name(data: bytes) -> str:
    """The name of a profile's file: the same bytes, the same name."""
    return f"{hashlib.sha256(data).hexdigest()}.icc"


def round_sheets() -> list[Sheet]:
    """Every sheet that a press cuts with a die."""
    return [
        sheet
        for design in all_designs().values()
        for sheet in design.sheets
        if sheet.die is not None and "press" in sheet.finishes
    ]


def clear(die: Die | None) -> bool:
    """Whether a die's hole leaves board at the rim and keeps off words and code."""
    if die is None:
        return True
    lowest, highest = die.hole_rise - die.hole / 2, die.hole_rise + die.hole / 2
    return lowest >= LEAST_RIM and highest + die.keep_out <= WORDS_END * die.diameter
