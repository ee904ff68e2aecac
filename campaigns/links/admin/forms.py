"""The question that goes with unpublishing and deleting: where shall the codes lead from now on?"""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from campaigns.links.admin.loss import Loss, hanging_campaigns, loss
from campaigns.links.admin.suggestion import suggested
from campaigns.links.handing_over import name_successor
from campaigns.links.reach import Standing, led_to, public_pages, standing, subtree, with_aliases
from campaigns.links.successors import successors_of

TO_A_PAGE, TO_NONE = "page", "none"
WAYS = [
    (TO_A_PAGE, gettext_lazy("To the page chosen below")),
    (TO_NONE, gettext_lazy("To no page in particular: to their campaign, or to the current one")),
]


class SuccessorForm(forms.Form):
    """Asks for the successor of `pages` when codes lead to one of them or below; otherwise it asks nothing."""

    way = forms.ChoiceField(
        label=gettext_lazy("Where shall the codes lead from now on?"),
        choices=WAYS,
        widget=forms.RadioSelect,
        required=False,
    )
    successor = forms.ModelChoiceField(
        Page.objects.none(),
        label=gettext_lazy("Successor"),
        widget=AdminPageChooser,
        required=False,
        help_text=gettext_lazy("A public page that helps those who still find the paper."),
        error_messages={
            "invalid_choice": gettext_lazy(
                "Please choose a page that everybody can see and that is not one of these pages or below them."
            )
        },
    )

    def __init__(self, *args: Any, pages: Collection[Page], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pages = pages
        if not self.concerned:
            del self.fields["way"], self.fields["successor"]
            return
        successor = self.fields["successor"]
        assert isinstance(successor, forms.ModelChoiceField)
        successor.queryset = public_pages().exclude(pk__in=self.whole)
        first = suggested(pages, self.whole)
        if first is not None:
            self.initial = {"way": TO_A_PAGE, "successor": first.pk, **self.initial}

    @cached_property
    def alone(self) -> set[int]:
        """The pages without what is below them."""
        return with_aliases(page.pk for page in self.pages)

    @cached_property
    def whole(self) -> set[int]:
        return with_aliases(subtree(self.pages))

    @cached_property
    def concerned(self) -> Standing:
        """What leads to the pages and below."""
        return standing(self.whole)

    @cached_property
    def concerned_alone(self) -> Standing:
        return self.concerned if self.alone == self.whole else standing(self.alone)

    def going(self) -> set[int]:
        """The pages that go, as the form is filled in."""
        return self.alone

    def clean(self) -> None:
        if "way" in self.fields and not self.errors and led_to(self.going()):
            self.clean_choice(self.cleaned_data["way"], self.cleaned_data["successor"])

    def clean_choice(self, way: str, successor: Page | None) -> None:
        if not way:
            self.add_error("way", _("Please say where the codes shall lead: people still find the paper."))
        elif way == TO_A_PAGE and successor is None:
            self.add_error("successor", _("Please choose the page that the codes shall lead to."))
        elif way == TO_A_PAGE and any(page.pk in self.whole for page in successors_of(successor)):
            self.add_error(
                "successor", _("This page's own successor is one of these pages; please choose another.")
            )

    def keep(self) -> None:
        """Write down the answer, for every page that goes and that codes lead to."""
        if "way" in self.fields:
            to_a_page = self.cleaned_data["way"] == TO_A_PAGE
            name_successor(led_to(self.going()), self.cleaned_data["successor"] if to_a_page else None)


class MovingForm(SuccessorForm):
    """The same before a move to where not everybody sees the pages and what is below them."""

    def going(self) -> set[int]:
        return self.whole


class UnpublishingForm(SuccessorForm):
    """The same before unpublishing, alone or with what is below."""

    include_descendants = forms.BooleanField(label=gettext_lazy("Also the pages below"), required=False)

    def going(self) -> set[int]:
        return self.whole if self.cleaned_data["include_descendants"] else self.alone


class DeletionForm(SuccessorForm):
    """The same before deleting, which takes everything below along; refused while a campaign's prints hang."""

    @cached_property
    def alone(self) -> set[int]:
        return subtree(self.pages)

    @cached_property
    def whole(self) -> set[int]:
        return self.alone

    @cached_property
    def hanging(self) -> list[str]:
        """Titles of the campaigns that cannot be deleted."""
        return hanging_campaigns(self.whole) if self.concerned else []

    @cached_property
    def loss(self) -> Loss:
        return loss(self.whole)

    def clean(self) -> None:
        if self.hanging:
            raise forms.ValidationError(_("Prints of a campaign among these pages are still displayed."))
        super().clean()
