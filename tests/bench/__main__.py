"""`python -m tests.bench`: measures everything once, writes build/bench.json, exits 1 when an output is wrong."""

import argparse
import json
import os
import shutil
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench import contest, report

ROOT = Path(__file__).resolve().parents[2]
RIVALS = ("weasyprint", "chromium", "typst")


@dataclass(frozen=True)
class Amounts:
    """How much is measured: calls of ours and of a rival, organisations of the batch, steps of the growth."""

    ours: int = 400
    rival: int = 40
    batch: int = 1000
    batch_round: int = 50
    growth: tuple[int, ...] = (10, 100, 1_000, 10_000)
    faces: tuple[str, ...] = ("whole", "cut")


WHOLE = Amounts()
QUICK = Amounts(ours=5, rival=2, batch=2, batch_round=1, growth=(2, 4), faces=("cut",))


def measure(amounts: Amounts, scratch: Path) -> tuple[dict[str, Any], list[str]]:
    """All figures, and what was wrong with the outputs."""
    from tests.bench import batch, growth

    poster, wrong = contest_figures(amounts, scratch)
    say("batch")
    written = asdict(batch.measure(amounts.batch, scratch / "batch", amounts.batch_round))
    say("growth")
    steps = growth.measure(list(amounts.growth))
    figures = {
        "poster_a2_press": poster,
        "batch": {key: rounded(value) for key, value in written.items()},
        "growth": [[step.organisations, rounded(step.ms_per_pdf)] for step in steps],
        "growth_memory_mib": [
            [step.organisations, rounded(step.before_mib), rounded(step.after_mib)] for step in steps
        ],
    }
    return figures, wrong


def contest_figures(amounts: Amounts, scratch: Path) -> tuple[dict[str, Any], list[str]]:
    """The poster by everyone. A rival runs with our whole faces and with faces cut beforehand.

    What counts as warm is the run with whole faces, for WeasyPrint, which is to be tuned, the faster of both;
    the others' tuned times stand beside.
    """
    from tests.bench import faces, members, outputs

    pool = members.pool(amounts.ours)
    everyday = faces.cut(scratch / "faces", "".join(words.name for words in pool))
    say("imprint")
    ours = contest.measured("imprint", amounts.ours, scratch / "imprint")
    wrong = outputs.all_wrong(scratch / "imprint", pool)
    figures: dict[str, Any] = {"imprint_ms": median(ours.again), "imprint_first_ms": median(ours.times)}
    sizes = {"imprint": median(ours.sizes)}
    for rival in RIVALS:
        runs = {}
        for kind in amounts.faces:
            say(f"{rival}, {kind} faces")
            out = scratch / f"{rival}-{kind}"
            runs[kind] = contest.measured(rival, amounts.rival, out, everyday if kind == "cut" else None)
            wrong += outputs.all_wrong(out, pool[: amounts.rival])
        times = {kind: median(run.times) for kind, run in runs.items()}
        tuned = min(times, key=lambda kind: times[kind])
        warm = tuned if rival == "weasyprint" else amounts.faces[0]
        figures |= {f"{rival}_warm_ms": times[warm], f"{rival}_tuned_ms": times[tuned]}
        sizes[rival] = median(runs[warm].sizes)
    return {**{key: rounded(value) for key, value in figures.items()}, "bytes": sizes}, wrong


def rounded(value: Any) -> Any:
    """Floats to four places, in lists too."""
    if isinstance(value, float):
        return round(value, 4)
    return [rounded(item) for item in value] if isinstance(value, list | tuple) else value


def say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


def main(arguments: list[str] | None = None) -> int:
    """Exit code: 1 when an output was wrong, whatever the times are."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    django.setup()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="tiny numbers: shows that the bench itself works"
    )
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "bench.json")
    chosen = parser.parse_args(arguments)
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    scratch = chosen.out.with_name("bench-scratch")
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        figures, wrong = measure(QUICK if chosen.quick else WHOLE, scratch)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    chosen.out.write_text(json.dumps(figures, indent=2) + "\n")
    print(report.table(figures))
    for each in wrong:
        print(f"WRONG {each}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
