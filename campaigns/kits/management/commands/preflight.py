import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from print_templates.preflight import Expected, Finding, is_refused, preflight
from print_templates.preflight.fields import LABELS


class Command(BaseCommand):
    help = (
        "Say in plain words what is wrong with PDFs; what kit.json beside a file promises is checked too. "
        "Exit status 1 when a file has an error and must not be printed; warnings are told and pass."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--json", action="store_true", help="for machines")

    def handle(self, *, files: list[Path], json: bool, **options: Any) -> None:
        found = {path: examined(path) for path in files}
        self.stdout.write(as_json(found) if json else as_words(found))
        if any(is_refused(findings) for findings in found.values()):
            sys.exit(1)


def examined(path: Path) -> list[Finding]:
    """What is wrong with the file at a path, unreadable files and kit.json included."""
    try:
        pdf = path.read_bytes()
    except OSError:
        return [Finding("file", _("The file cannot be read; check its name and that you may read it."))]
    try:
        expected = promised(path)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        message = _("kit.json beside the file cannot be understood; download the kit again.")
        return [Finding("kit", message), *preflight(pdf, expected=Expected(name=path.name))]
    return preflight(pdf, expected=expected)


def promised(path: Path) -> Expected:
    """What kit.json beside a file says of it; only the file's name where it says nothing."""
    kit = path.with_name("kit.json")
    files = json.loads(kit.read_bytes())["files"] if kit.is_file() else []
    entry = next((file for file in files if file["name"] == path.name), None)
    if entry is None:
        return Expected(name=path.name)
    width, height = entry["trim_mm"]
    return Expected(
        path.name, entry["qr_url"], (float(width), float(height)), int(entry["pages"]), entry["finish"]
    )


def as_json(found: dict[Path, list[Finding]]) -> str:
    files = [
        {"file": str(path), "findings": [asdict(finding) for finding in findings]}
        for path, findings in found.items()
    ]
    return json.dumps(files, ensure_ascii=False, indent=2)


def as_words(found: dict[Path, list[Finding]]) -> str:
    """One line per file that is fine, else its name and one line per finding, errors first."""
    lines = []
    for path, findings in found.items():
        if not findings:
            lines.append(_("%(file)s: nothing wrong") % {"file": path})
            continue
        lines.append(f"{path}:")
        ordered = sorted(findings, key=lambda finding: finding.severity != "error")
        lines += [f"  {in_words(finding)}" for finding in ordered]
    return "\n".join(lines)


def in_words(finding: Finding) -> str:
    """Whether it is an error, where it is and what causes it, then the sentence."""
    severity = (
        pgettext("preflight", "error") if finding.severity == "error" else pgettext("preflight", "warning")
    )
    place = [_("Page %(number)s") % {"number": finding.page}] if finding.page is not None else []
    if finding.field:
        place.append(str(LABELS.get(finding.field, finding.field)))
    return f"[{' · '.join([severity, *place])}] {finding.message}"
