from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from campaigns.kits.kit import Kit
from campaigns.members.models import Organisation
from campaigns.models import current_campaign
from print_templates.imprint import DoesNotFit


class Command(BaseCommand):
    help = "Write the kit of an organisation, or of all, with kit.json, into a folder."

    def add_arguments(self, parser: ArgumentParser) -> None:
        who = parser.add_mutually_exclusive_group(required=True)
        who.add_argument(
            "--organisation", action="append", metavar="SLUG", help="slug; may be given more than once"
        )
        who.add_argument("--all", action="store_true", help="every approved organisation")
        parser.add_argument("--out", type=Path, required=True, metavar="DIR")
        parser.add_argument("--language", default=settings.LANGUAGE_CODE)

    def handle(self, *, organisation: list[str] | None, out: Path, language: str, **options: Any) -> None:
        campaign = current_campaign(language)
        if campaign is None or campaign.edition is None:
            raise CommandError("No campaign has been published yet. Publish one in the admin first.")
        if campaign.locale.language_code != language:
            raise CommandError(f"The current campaign is not published in the language {language!r}.")
        refused = []
        for member in self.organisations(organisation):
            try:
                files = list(Kit(campaign.edition, member).written())
            except DoesNotFit as error:
                refused.append(f"{member.slug}: {error}")
                continue
            folder = out / member.slug
            folder.mkdir(parents=True, exist_ok=True)
            for name, data in files:
                (folder / name).write_bytes(data)
            self.stdout.write(str(folder))
        if refused:
            raise CommandError("Not printed, because a text is too long: " + "; ".join(refused))

    def organisations(self, slugs: list[str] | None) -> list[Organisation]:
        approved = Organisation.objects.filter(is_approved=True)
        if slugs is None:
            return list(approved)
        found = {member.slug: member for member in approved.filter(slug__in=slugs)}
        unknown = [slug for slug in slugs if slug not in found]
        if unknown:
            raise CommandError(f"No approved organisation is called {', '.join(unknown)}.")
        return [found[slug] for slug in slugs]
