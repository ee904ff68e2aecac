from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from home.search.indexing import rebuild


class Command(BaseCommand):
    help = "Write down anew what the residents' search finds."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(_("%(count)s things can be found.") % {"count": rebuild()})
