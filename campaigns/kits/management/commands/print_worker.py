from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from campaigns.kits.jobs import recover
from campaigns.kits.plates import builds_here


class Command(BaseCommand):
    help = "Build plates as they are ordered; first takes over what a dead worker left."

    def handle(self, **options: Any) -> None:
        if builds_here():
            raise CommandError("Plates are built in the web process here. Set PRINT_JOBS=worker first.")
        recover()
        # Without the reloader, whose child would go on building after its parent was killed.
        call_command("db_worker", "--queue-name", "print", "--backend", "print", "--no-reload")
