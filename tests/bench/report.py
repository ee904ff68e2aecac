"""What was measured as a table for people, with what was aimed at."""

from dataclasses import dataclass
from typing import Any

#: How many times faster than each an imprint is to be, and how many times plain writing a batch may take.
FASTER = {"weasyprint": 150, "chromium": 400, "typst": 15}
BATCH_WITHIN = 2.0
#: "Flat" means: no step costs this many times the cheapest, and no step adds this much memory.
FLAT, FLAT_MIB = 1.5, 16.0


@dataclass(frozen=True)
class Target:
    """One aim: what was reached, in words, and whether that is enough."""

    aim: str
    reached: str
    met: bool


def targets(figures: dict[str, Any]) -> list[Target]:
    poster, batch = figures["poster_a2_press"], figures["batch"]
    found = []
    for rival, wanted in FASTER.items():
        times = poster[f"{rival}_warm_ms"] / poster["imprint_ms"]
        found.append(Target(f"≥ {wanted}× faster than {rival}", f"{times:.1f}×", times >= wanted))
    ratio = batch["seconds"] / batch["plain_write_seconds"]
    found.append(
        Target(f"batch within {BATCH_WITHIN:g}× of plain writing", f"{ratio:.2f}×", ratio <= BATCH_WITHIN)
    )
    costs = [cost for _, cost in figures["growth"]]
    spread = max(costs) / min(costs)
    found.append(Target("cost per PDF flat", f"dearest ÷ cheapest {spread:.2f}", spread <= FLAT))
    more = max(after - before for _, before, after in figures["growth_memory_mib"])
    found.append(Target("memory flat", f"at most {more:+.1f} MiB in a step", more <= FLAT_MIB))
    return found


def table(figures: dict[str, Any]) -> str:
    poster, batch = figures["poster_a2_press"], figures["batch"]
    rows = [("A2 poster for the press", "median ms", "KB", "× imprint", "× first")]
    for key, size, label in (
        ("imprint_ms", "imprint", "imprint, everything cached"),
        ("imprint_first_ms", "imprint", "imprint, an organisation's very first"),
        ("weasyprint_warm_ms", "weasyprint", "WeasyPrint warm, tuned"),
        ("chromium_warm_ms", "chromium", "Chromium warm"),
        ("chromium_tuned_ms", "chromium", "  with faces cut beforehand, if faster"),
        ("typst_warm_ms", "typst", "Typst warm"),
        ("typst_tuned_ms", "typst", "  with faces cut beforehand, if faster"),
    ):
        ms = poster[key]
        times = (f"{ms / poster['imprint_ms']:.1f}", f"{ms / poster['imprint_first_ms']:.1f}")
        rows.append((label, f"{ms:.3f}", f"{poster['bytes'][size] / 1000:.0f}", *times))
    lines = ["", *columns(rows), ""]
    lines += [
        f"{batch['organisations']} organisations × a kit: {batch['files']} files, {batch['bytes'] / 1e9:.2f} GB",
        f"  made and written {batch['seconds']:.2f} s, the same bytes plainly {batch['plain_write_seconds']:.2f} s"
        f" (until the disk had them: {batch['seconds_settled']:.2f} s and"
        f" {batch['plain_write_seconds_settled']:.2f} s)",
        "",
        *columns(
            [
                ("organisations", "ms per PDF", "MiB before", "MiB after"),
                *(
                    (str(number), f"{cost:.3f}", f"{before:.0f}", f"{after:.0f}")
                    for (number, cost), (_, before, after) in zip(
                        figures["growth"], figures["growth_memory_mib"], strict=True
                    )
                ),
            ]
        ),
        "",
        *columns([(aim.aim, aim.reached, "met" if aim.met else "NOT MET") for aim in targets(figures)]),
        "",
    ]
    return "\n".join(lines)


def columns(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows as text, the first column to the left and the others to the right."""
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
