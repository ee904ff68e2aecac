"""Metadata: what PDF/X and PDF/UA demand, the same in both places, and nothing about anybody (BARS.md 4)."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from pikepdf import Dictionary, Name
from pikepdf.models import PdfMetadata

from print_templates.preflight.document import Document
from print_templates.preflight.finding import Finding

#: All that a file's Info may hold (PDF/X-4 asks for the dates and Trapped, X-1a for its version).
INFO = {"/Title", "/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped", "/GTS_PDFXVersion"}
#: The PDF/X versions that print shops here take (ISO 15930-1, -4, -6 and -7).
VERSIONS = {"PDF/X-4", "PDF/X-1a:2001", "PDF/X-1a:2003", "PDF/X-1:2001", "PDF/X-3:2002", "PDF/X-3:2003"}
#: What XMP would say of people and places.
PRIVATE = ("dc:creator", "dc:subject", "dc:description", "dc:contributor", "pdf:Keywords", "xmp:Author")
#: Kept in two places, which must agree: the key in Info and in XMP.
DATES = {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}

Rule = Callable[[Document, PdfMetadata], str]


def metadata(document: Document) -> Iterator[Finding]:
    """Title, producer and language, what the file's standard demands besides, and nothing else."""
    with_xmp = document.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
    for rule in (*COMMON, *(PRESS if document.is_press else OFFICE)):
        message = rule(document, with_xmp)
        if message:
            yield Finding("metadata", message)


def info(document: Document, key: str) -> str:
    return str(document.pdf.docinfo.get(key, ""))


def lacks(what: str) -> str:
    return _("The file does not say its %(what)s; export the PDF again with it.") % {"what": what}


def differs(what: str) -> str:
    return _("The file says two different things about its %(what)s; export the PDF again.") % {"what": what}


def titled(document: Document, xmp: PdfMetadata) -> str:
    return agreed(info(document, "/Title"), str(xmp.get("dc:title", "")), _("title"))


def produced(document: Document, xmp: PdfMetadata) -> str:
    return agreed(info(document, "/Producer"), str(xmp.get("pdf:Producer", "")), pgettext("file", "producer"))


def agreed(one: str, other: str, what: str) -> str:
    """A text that both places must have and have alike."""
    if not one.strip() or not other.strip():
        return lacks(what)
    return "" if one == other else differs(what)


def spoken(document: Document, xmp: PdfMetadata) -> str:
    return "" if str(document.pdf.Root.get(Name.Lang, "")).strip() else lacks(_("language"))


def discreet(document: Document, xmp: PdfMetadata) -> str:
    """Nothing beside what the standard asks for: authors and keywords tell about people."""
    found = [key.removeprefix("/") for key in document.pdf.docinfo.as_dict() if key not in INFO]
    found += [key for key in PRIVATE if xmp.get(key)]
    message = _("The file's properties also hold %(what)s; export the PDF again without them.")
    return message % {"what": ", ".join(sorted(found))[:120]} if found else ""


def in_standard(document: Document, xmp: PdfMetadata) -> str:
    """The PDF/X version, in XMP for X-4 and in Info for X-1a."""
    version = str(xmp.get("pdfxid:GTS_PDFXVersion", "")) or info(document, "/GTS_PDFXVersion")
    return "" if version in VERSIONS else lacks(_("PDF/X version"))


def trapped(document: Document, xmp: PdfMetadata) -> str:
    said = info(document, "/Trapped").removeprefix("/")
    if said not in {"True", "False"}:
        return lacks(_("trapping"))
    return "" if str(xmp.get("pdf:Trapped", said)) == said else differs(_("trapping"))


def dated(document: Document, xmp: PdfMetadata) -> str:
    """Both dates are said, and XMP says the same moments."""
    for key, other in DATES.items():
        one, two = moment(info(document, key)), moment(str(xmp.get(other, "")))
        if one is None or two is None:
            return lacks(pgettext("file", "dates"))
        if one != two:
            return differs(pgettext("file", "dates"))
    return ""


def moment(text: str) -> datetime | None:
    """A date of Info (D:20000101000000+09'00') or of XMP (ISO 8601); without a zone it is UTC."""
    digits = text.removeprefix("D:").replace("'", "")
    try:
        if text.startswith("D:"):
            zone = digits[14:].replace("Z", "+0000")[:5] or "+0000"
            found = datetime.strptime(digits[:14].ljust(14, "0") + zone, "%Y%m%d%H%M%S%z")
        else:
            found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=timezone(timedelta()))


def identified(document: Document, xmp: PdfMetadata) -> str:
    """PDF/X-4 asks for a document's ID in XMP and for the file's in the trailer."""
    return "" if xmp.get("xmpMM:DocumentID") and has_id(document) else lacks(pgettext("file", "identifier"))


def has_id(document: Document) -> bool:
    named = document.pdf.trailer.get(Name.ID)
    return named is not None and len(named) == 2


def accessible(document: Document, xmp: PdfMetadata) -> str:
    """PDF/UA-1 is claimed, the file is tagged, and its title is what a reader is told."""
    root = document.pdf.Root
    tagged = Name.StructTreeRoot in root and bool(
        root.get(Name.MarkInfo, Dictionary()).get(Name.Marked, False)
    )
    told = bool(root.get(Name.ViewerPreferences, Dictionary()).get(Name.DisplayDocTitle, False))
    claimed = str(xmp.get("pdfuaid:part", "")) == "1"
    if tagged and told and claimed:
        return ""
    return _("The file is not tagged for screen readers; export it as tagged PDF/UA.")


COMMON: tuple[Rule, ...] = (titled, produced, spoken, discreet)
PRESS: tuple[Rule, ...] = (in_standard, trapped, dated, identified)
OFFICE: tuple[Rule, ...] = (accessible,)
