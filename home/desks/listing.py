"""The list of desks, narrowed down by topic, language, and whether they answer now."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Self

from django import forms
from django.conf import settings
from django.conf.locale import LANG_INFO
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from campaigns.desks.models import TopicTag
from home.desks.answering import Answering


@dataclass(frozen=True)
class Chosen:
    """What stands in the address: a topic's slug, a language's code in small letters, whether only what is open."""

    topic: str = ""
    language: str = ""
    open: bool = False

    @classmethod
    def of(cls, request: HttpRequest, topics: Iterable[str], languages: Iterable[str]) -> Self:
        """As far as there is such a thing."""
        topic, language = request.GET.get("topic", ""), request.GET.get("language", "").lower()
        return cls(
            topic=topic if topic in set(topics) else "",
            language=language if language in set(languages) else "",
            open=request.GET.get("open") == "1",
        )

    @property
    def is_anything(self) -> bool:
        return bool(self.topic or self.language or self.open)

    def finds(self, each: Answering) -> bool:
        desk = each.desk
        return (
            (not self.topic or any(tag.slug == self.topic for tag in desk.topic_tags.all()))
            and (not self.language or self.language in codes_of(desk.languages))
            and (not self.open or each.is_open)
        )


@dataclass(frozen=True)
class Shelf:
    """All desks in the order in which they answer, and what is chosen among them."""

    desks: Sequence[Answering]
    topics: Sequence[TopicTag]
    chosen: Chosen

    @cached_property
    def found(self) -> list[Answering]:
        return [each for each in self.desks if self.chosen.finds(each)]

    @cached_property
    def instead(self) -> list[Answering]:
        """When nothing is found: what answers all the same, in the language if one is chosen."""
        if self.found:
            return []
        wider = Chosen(language=self.chosen.language)
        spoken = [each for each in self.desks if wider.finds(each)]
        return (spoken or [each for each in self.desks if each.is_open])[:3]


def codes_of(languages: Iterable[str]) -> list[str]:
    return [code.lower() for code in languages]


def spoken(desks: Iterable[Answering]) -> list[str]:
    """The languages that some desk speaks, in the site's order."""
    found = {code for each in desks for code in codes_of(each.desk.languages)}
    return [code for code, _name in settings.LANGUAGES if code in found]


def topics_of(desks: Iterable[Answering]) -> list[TopicTag]:
    """The topics of some desks, each once, in order."""
    found = {tag.pk: tag for each in desks for tag in each.desk.topic_tags.all()}
    return sorted(found.values(), key=lambda tag: (tag.sort_order, tag.slug))


class LanguageSelect(forms.Select):
    """Languages by their own names, each marked as written in it."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        return {**option, "attrs": {**option["attrs"], "lang": value}} if value else option


class DeskForm(forms.Form):
    """What to choose by."""

    topic = forms.ChoiceField(label=gettext_lazy("What it is about"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False, widget=LanguageSelect)
    open = forms.ChoiceField(
        label=gettext_lazy("When"),
        required=False,
        choices=[("", gettext_lazy("Any time")), ("1", gettext_lazy("Answering now"))],
    )

    def __init__(self, chosen: Chosen, topics: Iterable[TopicTag], languages: Iterable[str]) -> None:
        super().__init__(initial={**asdict(chosen), "open": "1" if chosen.open else ""}, auto_id="by-%s")
        fields: dict[str, Any] = self.fields
        fields["topic"].choices = [("", _("Anything")), *((tag.slug, tag.name) for tag in topics)]
        named = ((code, LANG_INFO.get(code, {}).get("name_local", code)) for code in languages)
        fields["language"].choices = [("", _("Any language")), *named]
        for name in ("topic", "language"):
            if len(fields[name].choices) == 1:
                del fields[name]
