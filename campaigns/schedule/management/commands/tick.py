import signal
from argparse import ArgumentParser
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from campaigns.schedule.chores import tick
from campaigns.schedule.ticking import keep_ticking


class Command(BaseCommand):
    help = "Do what is due: reminders, link checks, the post. Call it every minute; it is safe to call at any time."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every", type=float, metavar="SECONDS", help="go on, and look so often what is due"
        )

    def handle(self, *, every: float | None, **options: Any) -> None:
        if every is None:
            for key in tick():
                self.stdout.write(key)
            return
        if every <= 0:
            raise CommandError("Say how many seconds lie between two ticks, for example --every 60.")
        stop = Event()
        for signal_number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(signal_number, lambda *_caught: stop.set())
        keep_ticking(every, stop)
