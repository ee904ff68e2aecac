"""What can be found is written down when it is saved or published, and taken out when it is not shown any more."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Model, Q
from wagtail.models import Page

from campaigns.reading.kana import is_kana
from campaigns.reading.lexicon import lexicon
from home.search.kinds import Kind, Words, in_order, kind_of
from home.search.letters import folded, loose
from home.search.models import SearchEntry
from home.search.sound import HEAD, WORD, sound

#: Letters of a body that are searched.
MOST_LETTERS = 6_000
#: Languages that are also found by their sound.
SPOKEN = ("ja", "ja-x-easy")
AT_ONCE = 200


def index(thing: Model) -> None:
    """Let a thing be found as it is now, or no more."""
    kind = kind_of(thing)
    if kind is None:
        return
    words = kind.words(thing)
    if words is None or not words.title:
        remove(thing)
        return
    # A page that has become one of another kind keeps its number, not its entry.
    key = {"page_id": thing.pk} if isinstance(thing, Page) else {"kind": kind.key, "object_id": thing.pk}
    SearchEntry.objects.update_or_create(**key, defaults=entry(kind, thing, words))


def remove(thing: Model) -> None:
    kind = kind_of(thing)
    if kind is not None and thing.pk is not None:
        SearchEntry.objects.filter(kind=kind.key, object_id=thing.pk).delete()


def entry(kind: Kind, thing: Model, words: Words) -> dict[str, object]:
    """The fields of an entry."""
    language = thing.locale.language_code  # type: ignore[attr-defined]  # what is found has a language
    texts = {"title": words.title[:255], "lead": words.lead, "body": words.body[:MOST_LETTERS]}
    compared = {**texts, "body": f"{texts['body']}\n{words.unshown}"}
    fields: dict[str, object] = {
        "kind": kind.key,
        "object_id": thing.pk,
        "page_id": thing.pk if isinstance(thing, Page) else None,
        "language": language,
        "translation": thing.translation_key,  # type: ignore[attr-defined]
        "position": words.position,
        **texts,
    }
    known = lexicon()
    for part, text in compared.items():
        fields[f"{part}_letters"] = folded(text)
        fields[f"{part}_sound"] = sound(text, known) if language in SPOKEN and text.strip() else ""
    if words.reading and is_kana(words.reading):
        read = folded(words.reading)
        begins = "".join(WORD + word[:HEAD] for word in read.split())
        fields["title_sound"] = f"{begins}{fields['title_sound']} {loose(read.replace(' ', ''))}"
    return fields


def rebuild() -> int:
    """Write everything down anew; returns how many things can be found. What is found meanwhile stays right."""
    count = 0
    for kind in in_order():
        kept: list[int] = []
        for thing in everything(kind):
            words = kind.words(thing)
            if words is not None and words.title:
                index(thing)
                kept.append(thing.pk)
        count += len(kept)
        with transaction.atomic():
            present = SearchEntry.objects.filter(kind=kind.key).values_list("pk", "object_id")
            gone = [pk for pk, thing in present if thing not in set(kept)]
            SearchEntry.objects.filter(pk__in=gone).delete()
    return count


def everything(kind: Kind) -> Iterator[Model]:
    """The things of exactly this kind, a page as what it is."""
    rows = kind.model._default_manager.order_by("pk")
    if issubclass(kind.model, Page):
        specific = Page.objects.type(kind.model).order_by("pk").specific().iterator(chunk_size=AT_ONCE)
        yield from (page for page in specific if kind_of(page) is kind)
    else:
        yield from rows.select_related("locale").iterator(chunk_size=AT_ONCE)


def index_again_where(surface: str) -> None:
    """A word is read otherwise now: what has it sounds otherwise."""
    holding = Q(title__contains=surface) | Q(lead__contains=surface) | Q(body__contains=surface)
    keys: dict[str, list[int]] = {}
    for key, pk in SearchEntry.objects.filter(holding).values_list("kind", "object_id"):
        keys.setdefault(key, []).append(pk)
    for kind in in_order():
        if kind.key in keys:
            for thing in things_of(kind, keys[kind.key]):
                index(thing)


def things_of(kind: Kind, keys: list[int]) -> Iterator[Model]:
    if issubclass(kind.model, Page):
        return Page.objects.filter(pk__in=keys).specific().iterator(chunk_size=AT_ONCE)
    return kind.model._default_manager.filter(pk__in=keys).iterator(chunk_size=AT_ONCE)
