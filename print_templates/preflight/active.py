"""What paper has no use for: scripts, attachments, links that lead elsewhere; and damage to the file itself."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from pikepdf import Dictionary, Name

from print_templates.preflight.document import Document, dictionaries
from print_templates.preflight.finding import Finding

#: Actions that open something other than a page of this file (ISO 32000-1, table 198).
ELSEWHERE = (Name.Launch, Name.GoToR, Name.GoToE, Name.SubmitForm, Name.ImportData)


def syntax(document: Document) -> Iterator[Finding]:
    """The file is well formed; a repaired one may print as something else at the shop."""
    if document.pdf.get_warnings() or document.pdf.check_pdf_syntax():
        yield Finding("syntax", _("The file's structure is damaged; make or download it again."))


def no_javascript(document: Document) -> Iterator[Finding]:
    if any(Name.JS in part or part.get(Name.S) == Name.JavaScript for part in dictionaries(document.pdf)):
        yield Finding("javascript", _("The file contains JavaScript; export it again without scripts."))


def no_attachments(document: Document) -> Iterator[Finding]:
    def attaches(part: Dictionary) -> bool:
        kinds = (part.get(Name.Type), part.get(Name.Subtype))
        return Name.EF in part or Name.EmbeddedFile in kinds or Name.FileAttachment in kinds

    if any(attaches(part) for part in dictionaries(document.pdf)):
        yield Finding(
            "attachment", _("Another file is attached inside; export the PDF again without attachments.")
        )


def no_foreign_links(document: Document) -> Iterator[Finding]:
    """Links lead to the host that the codes lead to, or nowhere."""
    ours = [document.expected.url] if document.expected.url else [code.text for code in document.codes]
    homes = {host(text) for text in ours} - {""}
    for target in dict.fromkeys(targets(document)):
        if host(target) not in homes:
            message = _("A link leads to “%(target)s”, outside our own address; remove it.")
            yield Finding("link", message % {"target": target[:120]})


def targets(document: Document) -> Iterator[str]:
    """Where the file's actions lead: an address, or the kind of an action that is none."""
    for part in dictionaries(document.pdf):
        if part.get(Name.S) == Name.URI and Name.URI in part:
            yield str(part.URI)
        elif part.get(Name.S) in ELSEWHERE:
            yield str(part.S).removeprefix("/")


def host(address: str) -> str:
    """An address's host and port, or nothing for what is no web address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.netloc.lower() if parts.scheme in {"http", "https"} else ""
