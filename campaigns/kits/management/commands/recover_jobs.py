from typing import Any

from django.core.management.base import BaseCommand

from campaigns.kits.jobs import recover


class Command(BaseCommand):
    help = "Queue print jobs again whose worker died."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{recover()} jobs queued")
