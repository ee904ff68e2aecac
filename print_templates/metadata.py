"""What a PDF says about itself: Info and XMP, equal to one another and without a clock or an author.

PDF/X-4 (ISO 15930-7, 6.3 and 6.4) demands the dates, Trapped and the identifiers; PDF/UA-1 (ISO 14289-1,
7.1) its part. Nothing else is said (BARS 4).
"""

from dataclasses import dataclass, replace
from html import escape

PRODUCER = "Tsunagari Kit"
#: The day of what belongs to no edition: proofs.
NO_DAY = "2000-01-01"


@dataclass(frozen=True)
class About:
    """A file's title, language (BCP 47) and day (ISO 8601), for which standard, and two identifiers.

    `document` names the plate and `instance` the very copy; both are 32 hexadecimal digits.
    """

    title: str
    language: str
    press: bool
    day: str = NO_DAY
    document: str = "0" * 32
    instance: str = "0" * 32

    def of_copy(self, title: str, instance: str) -> "About":
        return replace(self, title=title, instance=instance)


def text(words: str) -> str:
    """A text string of a PDF, as hexadecimal UTF-16 (ISO 32000-1, 7.9.2.2)."""
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


def info(about: About) -> bytes:
    """The Info dictionary."""
    entries = f"/Title {text(about.title)} /Producer ({PRODUCER})"
    if about.press:
        moment = f"(D:{about.day.replace('-', '')}000000Z)"
        entries += f" /CreationDate {moment} /ModDate {moment} /Trapped /False"
    return f"<< {entries} >>".encode()


def xmp(about: About) -> bytes:
    """The XMP packet."""
    return (PRESS if about.press else OFFICE).format(
        title=escape(about.title), producer=PRODUCER, moment=f"{about.day}T00:00:00Z",
        document=dashed(about.document), instance=dashed(about.instance),
    ).encode()  # fmt: skip


def dashed(digits: str) -> str:
    """Thirty-two digits as a UUID is written (RFC 9562, 4)."""
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"%s>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdf:Producer>{producer}</pdf:Producer>
%s
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
PRESS = PACKET % (
    """
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/\"""",
    """<pdf:Trapped>False</pdf:Trapped>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:MetadataDate>{moment}</xmp:MetadataDate>
<xmpMM:DocumentID>xmp.did:{document}</xmpMM:DocumentID>
<xmpMM:InstanceID>xmp.iid:{instance}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>""",
)
OFFICE = PACKET % (
    """
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/\"""",
    "<pdfuaid:part>1</pdfuaid:part>",
)
