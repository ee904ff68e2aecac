"""What a situation is found by."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from campaigns.public import public
from home.search.kinds import Kind, Words, register
from home.search.shown import lines, texts
from home.situations.models import SituationPage


def register_situations() -> None:
    label = _("For times like these")
    register(
        Kind("situation", label, SituationPage, situation_words, "search/page.html", 2, shown_situations)
    )


def situation_words(page: SituationPage) -> Words | None:
    """A published situation's words, and those by which it names places."""
    if not page.live or page.alias_of_id is not None:
        return None
    unshown = lines(tag.name for tag in page.words.all())
    return Words(page.title, "", page.lead, lines(texts(page)), unshown, page.path)


def shown_situations(keys: Iterable[int]) -> QuerySet[SituationPage]:
    return public(SituationPage.objects.filter(pk__in=keys)).select_related("locale")
