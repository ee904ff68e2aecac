"""How the demo's data under campaigns/demo is read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

DATA = Path(__file__).resolve().parents[1] / "campaigns" / "demo"


def read(name: str) -> Any:
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def table_of(value: dict[str, Any]) -> dict[str, Any]:
    """A table of texts, as Wagtail's typed tables are stored."""
    return {
        "columns": [{"type": "text", "heading": heading} for heading in value["columns"]],
        "rows": [{"values": row} for row in value["rows"]],
        "caption": value["caption"],
    }


def items_of(value: list[Any]) -> list[dict[str, Any]]:
    """A list with a name for each of its items: wagtail-localize finds no text in items without one."""
    return [{"type": "item", "id": str(uuid4()), "value": each} for each in value]


#: How a block's value is written in the data where that is shorter than what Wagtail stores.
STORED: dict[str, Callable[[Any], Any]] = {
    "quote": lambda value: {"text": value, "role": ""},
    "paragraph": lambda value: value if value.startswith("<") else f"<p>{value}</p>",
    "table": table_of,
    "facts": items_of,
    "questions": items_of,
    "link_cards": items_of,
}


def body_of(blocks: list[dict[str, Any]]) -> str:
    """Blocks of a page's body as Wagtail stores them."""
    return json.dumps(
        [
            {"type": block["type"], "value": STORED.get(block["type"], lambda value: value)(block["value"])}
            for block in blocks
        ]
    )
