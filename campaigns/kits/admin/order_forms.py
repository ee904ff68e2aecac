"""What staff type into an order: which prints, and how many copies for whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.kits.models import Order, PrintShop
from campaigns.kits.orders.items import Item, items
from campaigns.kits.orders.quantities import MOST, Table
from campaigns.kits.orders.spreadsheet import MOST_BYTES, quantity
from campaigns.members.models import Organisation


class OrderForm(forms.ModelForm):
    """A new order: the print shop, a note, and for each print the copies that every organisation gets."""

    class Meta:
        model = Order
        fields = ["shop", "note"]

    def __init__(self, *arguments: Any, **rest: Any) -> None:
        super().__init__(*arguments, **rest)
        shop = self.fields["shop"]
        assert isinstance(shop, forms.ModelChoiceField)
        shop.queryset = PrintShop.objects.all()
        shop.empty_label = _("Any print shop")
        for key, item in items().items():
            self.fields[f"copies-{key}"] = forms.IntegerField(
                label=item.title, required=False, min_value=0, max_value=MOST
            )

    def item_fields(self) -> Iterator[forms.BoundField]:
        return (self[name] for name in self.fields if name.startswith("copies-"))

    @property
    def wanted(self) -> dict[str, int]:
        """Copies by item; what was left empty is not part of the order."""
        return {
            key: copies for key in items() if (copies := self.cleaned_data.get(f"copies-{key}")) is not None
        }

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not self.errors and not self.wanted:
            raise ValidationError(
                _("Please enter copies for at least one print; 0 is enough to fill in later.")
            )
        return cleaned


class TableUpload(forms.Form):
    """A filled-in table."""

    file = forms.FileField(
        label=gettext_lazy("CSV file"), widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"})
    )

    def clean_file(self) -> bytes:
        upload = self.cleaned_data["file"]
        if upload.size > MOST_BYTES:
            raise ValidationError(
                _("This file is larger than 1 MB. Please upload the filled-in table alone.")
            )
        return bytes(upload.read())


@dataclass(frozen=True)
class Cell:
    """One number of the table as it is shown: as it was typed while something is wrong, else as it is kept."""

    name: str
    value: str
    label: str
    wrong: bool = False


@dataclass
class TableForm:
    """The whole table as it was typed; `problems` are sentences."""

    table: Table
    typed: Mapping[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    wrong: set[str] = field(default_factory=set)

    def copies(self, *, for_all: bool = False) -> dict[tuple[int, str], int]:
        """The quantities that were typed; `for_all` puts those of the first row into every row below."""
        found: dict[tuple[int, str], int] = {}
        for item in self.table.items:
            every = self.number(all_name(item), item, _("For all"))
            for organisation in self.table.organisations:
                name = cell_name(organisation, item)
                copies = self.number(name, item, organisation.name)
                if copies is None and name in self.typed and name not in self.wrong:
                    # A number that was taken out means none.
                    copies = 0
                if for_all and every is not None:
                    copies = every
                if copies is not None:
                    found[organisation.pk, item.key] = copies
        return found

    def number(self, name: str, item: Item, whose: str) -> int | None:
        """What was typed into a cell; None for nothing, and for what is no number, which is then told."""
        typed = self.typed.get(name, "").strip()
        if not typed:
            return None
        copies = quantity(typed)
        if copies is None:
            self.wrong.add(name)
            self.problems.append(
                _("%(whose)s, %(item)s: “%(typed)s” is no number from 0 to %(most)s.")
                % {"whose": whose, "item": item.title, "typed": typed[:20], "most": MOST}
            )
        return copies

    def first_row(self) -> list[Cell]:
        """Numbers for everybody."""
        return [
            Cell(
                name,
                self.typed.get(name, ""),
                _("%(item)s for all") % {"item": item.title},
                name in self.wrong,
            )
            for item in self.table.items
            for name in (all_name(item),)
        ]

    def rows(self) -> Iterator[tuple[Organisation, list[Cell]]]:
        for organisation in self.table.organisations:
            yield organisation, [self.cell(organisation, item) for item in self.table.items]

    def cell(self, organisation: Organisation, item: Item) -> Cell:
        name = cell_name(organisation, item)
        kept = str(self.table.copies.get((organisation.pk, item.key), 0))
        return Cell(name, self.typed.get(name, kept), f"{organisation.name} {item.title}", name in self.wrong)


def all_name(item: Item) -> str:
    return f"all-{item.key}"


def cell_name(organisation: Organisation, item: Item) -> str:
    return f"{organisation.pk}-{item.key}"
