"""`python -m tests.load downloads`: writes build/load-downloads.json, exits 1 when something promised is not kept."""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from tests.load import downloads
from tests.load.site import ROOT, Site

#: Cores that everything shares: the site, its worker and the members.
CORES = 2


def measure_downloads(folder: Path, *, quick: bool) -> tuple[dict[str, object], list[str]]:
    amounts = downloads.QUICK if quick else downloads.WHOLE
    site = Site(folder, few=quick)
    say(f"database; the site's own words are in {site.log}")
    site.run("manage.py", "migrate", "--verbosity", "0")
    say("plates and members")
    people = site.people(amounts.members)
    say("downloads")
    return downloads.measure(site, people, amounts)


RUNS = {"downloads": measure_downloads}


def say(what: str) -> None:
    print(f"… {what}", file=sys.stderr, flush=True)


def main(arguments: list[str] | None = None) -> int:
    """Exit code: 1 when something went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", choices=sorted(RUNS))
    parser.add_argument(
        "--quick", action="store_true", help="few members and three posters: shows that it works"
    )
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args(arguments)
    out = chosen.out or ROOT / "build" / f"load-{chosen.run}.json"
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    with tempfile.TemporaryDirectory(prefix="tsunagari-load-") as folder:
        figures, wrong = RUNS[chosen.run](Path(folder), quick=chosen.quick)
    figures["cores"] = len(os.sched_getaffinity(0))
    out.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(figures, indent=2, ensure_ascii=False)
    out.write_text(f"{text}\n")
    print(text)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
