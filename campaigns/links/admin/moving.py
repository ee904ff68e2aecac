"""Moving many pages at once: where they go is chosen first, and then it is known whether there is something to ask."""

from collections.abc import Collection
from typing import Any

from django.http import QueryDict
from wagtail.admin.views.pages.bulk_actions.move import MoveForm
from wagtail.models import Page

from campaigns.links.admin.addresses import is_open
from campaigns.links.admin.forms import MovingForm


class ManyMovingForm(MoveForm):
    """Wagtail's form, with the question for a destination that not everybody sees.

    The question comes with the answer to the first try, which does nothing yet.
    """

    data: QueryDict

    def __init__(self, *args: Any, pages: Collection[Page], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pages = pages
        self.question: MovingForm | None = None

    def clean(self) -> None:
        destination = self.cleaned_data.get("chooser")
        if destination is None or is_open(destination):
            return
        question = MovingForm(self.data, pages=self.pages)
        if not question.concerned:
            return
        self.question = question
        self.fields.update(question.fields)
        for field, errors in question.errors.items():
            self.add_error(field, list(errors))
        if "way" not in self.data:
            self.data = self.data.copy()
            self.data.update(question.initial)

    def keep(self) -> None:
        if self.question is not None:
            self.question.keep()
