from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from print_templates.proof import write_proofs


class Command(BaseCommand):
    help = "Write sample PDFs of every design in every theme; needs no database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--out", type=Path, required=True, metavar="DIR")

    def handle(self, *, out: Path, **options: Any) -> None:
        for path in write_proofs(out):
            self.stdout.write(str(path))
