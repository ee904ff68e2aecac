"""What a run has measured, in one file for all of them, and what it is doing."""

import json
import sys
from pathlib import Path
from typing import Any


def say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


def keep(out: Path, part: str, kind: str, figures: dict[str, Any]) -> None:
    """Add to what is in the file: others write their own part of it."""
    whole = json.loads(out.read_text()) if out.exists() else {}
    whole.setdefault(part, {})[kind] = figures
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(whole, indent=2) + "\n")
