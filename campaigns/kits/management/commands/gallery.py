import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from print_templates.design import all_designs
from print_templates.gallery.artefacts import SCREEN
from print_templates.gallery.build import build
from print_templates.gallery.pictures import write_pictures
from print_templates.themes import themes


class Command(BaseCommand):
    help = (
        "Write a contact sheet of everything that can be printed, to judge the artwork by; needs no database."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        to = parser.add_mutually_exclusive_group(required=True)
        to.add_argument("--out", type=Path, metavar="DIR", help="where the page and its pictures are written")
        to.add_argument("--docs", type=Path, metavar="DIR", help="only the few pictures that the docs show")
        parser.add_argument("--theme", nargs="+", choices=list(themes()), default=[], metavar="KEY")
        parser.add_argument(
            "--design", nargs="+", choices=[*all_designs(), SCREEN], default=[], metavar="KEY"
        )
        parser.add_argument("--quick", action="store_true", help="one sheet of each design")

    def handle(self, *, out: Path | None, docs: Path | None, **options: Any) -> None:
        if docs is not None:
            written = write_pictures(docs)
        elif out is not None:
            cores = os.cpu_count() or 1
            written = [
                build(out, options["theme"], options["design"], quick=options["quick"], processes=cores)
            ]
        for path in written:
            self.stdout.write(str(path))
