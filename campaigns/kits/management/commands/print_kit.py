import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections

from campaigns.current import current_campaign
from campaigns.kits import verdicts
from campaigns.kits.kit import Kit
from campaigns.kits.models import PrintShop
from campaigns.kits.printing import Order, Run, print_all
from campaigns.kits.progress import Bar
from campaigns.members.models import Organisation
from campaigns.models import Edition
from print_templates.shop import GENERIC
from print_templates.shop import PrintShop as Demands
from print_templates.variants import STANDARD, variants


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
        parser.add_argument(
            "--shop", default="", metavar="KEY", help="press files as this print shop wants them"
        )
        parser.add_argument(
            "--variant",
            default=STANDARD,
            metavar="KEY",
            help="vertical, furigana or an audience's; it replaces another variant's kit in the same folder",
        )
        parser.add_argument(
            "--unverified", action="store_true", help="do not look at the finished files first"
        )

    def handle(
        self, *, organisation: list[str] | None, out: Path, language: str, shop: str, variant: str,
        unverified: bool, **options: Any,
    ) -> None:  # fmt: skip
        edition = self.edition(language)
        self.check_variant(edition, variant)
        demands = self.demands(shop)
        members = self.organisations(organisation)
        pairs = Kit(edition, None, shop=demands, variant=variant).pairs
        run = Run(edition, pairs, out, not unverified, demands, variant)
        refused = self.print(run, members)
        held_back = [combination.filename for combination, plate in run.pairs if plate.is_refused]
        if held_back:
            refused.append(f"held back by the preflight: {', '.join(held_back)}")
        if refused:
            raise CommandError("Not printed:\n" + "\n".join(refused))

    def print(self, run: Run, members: list[Organisation]) -> list[str]:
        """Print all kits; one line for each that was not printed."""
        if not connection.in_atomic_block:
            # A printing process must not share the connection that it would inherit.
            connections.close_all()
        refused = []
        bar = Bar(len(members), sys.stderr)
        for outcome in print_all(run, orders(run, members), len(members)):
            if outcome.made:
                verdicts.keep(outcome.made)
            bar.clear()
            if outcome.reasons:
                refused.append(f"{outcome.slug}: {' '.join(outcome.reasons)}")
            else:
                self.stdout.write(str(run.out / outcome.slug))
            bar.advance()
        bar.finish()
        return refused

    def edition(self, language: str) -> Edition:
        campaign = current_campaign(language)
        if campaign is None or campaign.edition is None:
            raise CommandError("No campaign has been published yet. Publish one in the admin first.")
        if campaign.locale.language_code != language:
            raise CommandError(f"The current campaign is not published in the language {language!r}.")
        return campaign.edition

    def check_variant(self, edition: Edition, variant: str) -> None:
        known = variants(edition.content)
        if variant not in known:
            raise CommandError(f"No variant is called {variant!r}; there are: {', '.join(known)}.")

    def demands(self, key: str) -> Demands:
        if not key:
            return GENERIC
        preset = PrintShop.objects.filter(key=key).first()
        if preset is None:
            known = ", ".join(PrintShop.objects.values_list("key", flat=True)) or "none"
            raise CommandError(f"No print shop is called {key!r}; there are: {known}.")
        return preset.as_shop()

    def organisations(self, slugs: list[str] | None) -> list[Organisation]:
        approved = Organisation.objects.filter(is_approved=True)
        if slugs is None:
            return list(approved)
        found = {member.slug: member for member in approved.filter(slug__in=slugs)}
        unknown = [slug for slug in slugs if slug not in found]
        if unknown:
            raise CommandError(f"No approved organisation is called {', '.join(unknown)}.")
        return [found[slug] for slug in slugs]


def orders(run: Run, members: list[Organisation]) -> Iterator[Order]:
    """What each kit needs from the database, read when its turn comes."""
    for member in members:
        kit = Kit(run.edition, member, variant=run.variant)
        known = verdicts.known(kit.with_words(run.pairs)) if run.verify else {}
        yield Order(member.slug, kit.words, kit.words_for(run.shop), known)
