"""Which fields are the same in all languages; wagtail-localize offers the other words for translation."""

from wagtail_localize.fields import SynchronizedField


def same_everywhere(*names: str) -> list[SynchronizedField]:
    """Fields that follow the original and that no translator may change: numbers, addresses, dates, what is chosen."""
    return [SynchronizedField(name, overridable=False) for name in names]
