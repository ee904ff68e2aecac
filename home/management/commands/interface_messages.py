"""Bring the catalogues of what residents read up to date with the templates; translations are kept."""

from typing import Any

from django.core.management.base import BaseCommand

from home.interface.catalogues import brought_up_to_date, extracted, path_of
from home.interface.sources import LANGUAGES


class Command(BaseCommand):
    help = "Collect the texts that residents read into the catalogue of each of their languages."

    def handle(self, **options: Any) -> None:
        texts = extracted()
        for language in LANGUAGES:
            made = brought_up_to_date(language, texts)
            path_of(language).parent.mkdir(parents=True, exist_ok=True)
            made.save(str(path_of(language)))
            lacking = len(made.untranslated_entries())
            self.stdout.write(f"{language}: {len(texts)} texts, {lacking} to translate")
