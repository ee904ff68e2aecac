from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from campaigns.kits.jobs import recover
from campaigns.kits.plates import builds_here
from campaigns.schedule.ticking import tick_beside


class Command(BaseCommand):
    help = (
        "Build plates as they are ordered, and do what is due every minute; "
        "first takes over what a dead worker left."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--no-tick", action="store_true", help="leave what is due to another process or to cron"
        )

    def handle(self, *, no_tick: bool, **options: Any) -> None:
        if builds_here():
            raise CommandError("Plates are built in the web process here. Set PRINT_JOBS=worker first.")
        recover()
        if not no_tick:
            tick_beside()
        # Without the reloader, whose child would go on building after its parent was killed.
        call_command("db_worker", "--queue-name", "print", "--backend", "print", "--no-reload")
