"""manage.py for a press whose three posters and ticket take their time, so that a worker is killed in the middle."""

import sys
import time
from dataclasses import replace
from typing import Any

import django
from django.core.management import execute_from_command_line


def few() -> None:
    from campaigns.kits import combinations
    from print_templates.design import all_designs

    poster = all_designs()["poster"]
    sheets = tuple(replace(poster.sheet(key), finishes=("office",)) for key in ("a4", "a3", "a2"))
    combinations.all_designs = lambda: {"poster": replace(poster, sheets=sheets)}  # type: ignore[assignment]


def slow() -> None:
    from campaigns.kits import plates

    real = plates.lay_out

    def slowly(*identity: Any) -> Any:
        time.sleep(0.5)
        return real(*identity)

    plates.lay_out = slowly  # type: ignore[assignment]


if __name__ == "__main__":
    django.setup()
    few()
    slow()
    execute_from_command_line(sys.argv)
