"""Calendar files by RFC 5545: what is in them, told without Django."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

#: Octets of a line before it is folded (RFC 5545, 3.1); a folded line begins with a space, which counts.
MOST_OCTETS = 75
PRODUCT = "-//Tsunagari Kit//Events//EN"


@dataclass(frozen=True)
class Entry:
    """One VEVENT. `uid` stays the same for ever; times are aware; `changed` is when these words were published."""

    uid: str
    changed: datetime
    starts: datetime
    ends: datetime
    summary: str
    description: str = ""
    location: str = ""
    url: str = ""
    is_called_off: bool = False


def calendar(entries: Iterable[Entry], name: str, time_zone: str) -> bytes:
    """A VCALENDAR; `time_zone` is what calendars show it in, the times themselves are UTC."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        # How often whoever subscribes looks again (RFC 7986, 5.7).
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        f"X-WR-CALNAME:{escaped(name)}",
        f"X-WR-TIMEZONE:{time_zone}",
        *(line for entry in entries for line in lines_of(entry)),
        "END:VCALENDAR",
    ]
    return b"".join(folded(line) + b"\r\n" for line in lines)


def lines_of(entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{utc(entry.changed)}"
    yield f"LAST-MODIFIED:{utc(entry.changed)}"
    yield f"DTSTART:{utc(entry.starts)}"
    yield f"DTEND:{utc(entry.ends)}"
    yield f"SUMMARY:{escaped(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{escaped(entry.description)}"
    if entry.location:
        yield f"LOCATION:{escaped(entry.location)}"
    if entry.url:
        yield f"URL:{entry.url}"
    yield "STATUS:CANCELLED" if entry.is_called_off else "STATUS:CONFIRMED"
    yield "END:VEVENT"


def utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def escaped(text: str) -> str:
    """A TEXT value (3.3.11): commas, semicolons, backslashes and line breaks; other control characters go."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\", "\\\\")
    text = text.replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")
    return "".join(letter for letter in text if letter >= " " and letter != "\x7f")


def folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets, none of which cuts a letter."""
    pieces, piece = [], b""
    for letter in line:
        octets = letter.encode()
        if len(piece) + len(octets) > MOST_OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece])
