from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from campaigns.kits.jobs import recover


class Command(BaseCommand):
    help = "Queue print jobs again whose builder died."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--failed", action="store_true", help="also those that were given up")

    def handle(self, *, failed: bool, **options: Any) -> None:
        self.stdout.write(f"{recover(failed=failed)} jobs queued")
