"""What a file says of itself: title, author, language, moment, and the standards it keeps (PDF/A-3a, PDF/UA-1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from reports.objects import File, text

_MADE_WITH = "Incognito"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a document: the same facts for a machine."""

    name: str
    kind: str
    """Its media type, such as `application/json`."""
    content: bytes
    about: str


@dataclass(frozen=True, slots=True)
class Cover:
    """What a document says of itself; `made_at` is the moment of its snapshot, never of its printing."""

    title: str
    author: str
    subject: str
    language: str
    made_at: datetime
    attachments: tuple[Attachment, ...] = ()


def info(file: File, cover: Cover) -> int:
    """The old dictionary of a document's facts, for readers that know no other."""
    said = (("Title", cover.title), ("Author", cover.author), ("Subject", cover.subject))
    entries = b"".join(b"/%b %b" % (name.encode(), text(value)) for name, value in said if value)
    moment = cover.made_at.astimezone(UTC).strftime("(D:%Y%m%d%H%M%SZ)").encode()
    return file.add(
        b"<<%b/Creator %b/Producer %b/CreationDate %b/ModDate %b>>"
        % (entries, text(_MADE_WITH), text(_MADE_WITH), moment, moment)
    )


def xmp(file: File, cover: Cover) -> int:
    """The same facts as XMP (ISO 16684-1), with the claims of conformance; it stays readable in any editor."""
    moment = cover.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    said = {
        "title": escape(cover.title),
        "author": escape(cover.author),
        "subject": escape(cover.subject),
        "language": escape(cover.language),
        "moment": moment,
        "tool": _MADE_WITH,
    }
    return file.raw(_PACKET.format_map(said).encode("utf-8"), b"/Type/Metadata/Subtype/XML")


def attach(file: File, cover: Cover) -> bytes:
    """The attachments, as entries of the catalogue."""
    if not cover.attachments:
        return b""
    moment = cover.made_at.astimezone(UTC).strftime("(D:%Y%m%d%H%M%SZ)").encode()
    named = []
    for each in sorted(cover.attachments, key=lambda each: each.name):
        kind = each.kind.replace("/", "#2F").encode()
        entries = b"/Type/EmbeddedFile/Subtype/%b/Params<</ModDate %b/Size %d>>"
        held = file.raw(each.content, entries % (kind, moment, len(each.content)))
        name = text(each.name)
        spec = file.add(
            b"<</Type/Filespec/F %b/UF %b/Desc %b/AFRelationship/Data/EF<</F %d 0 R/UF %d 0 R>>>>"
            % (name, name, text(each.about), held, held)
        )
        named.append((name, spec))
    names = b" ".join(b"%b %d 0 R" % pair for pair in named)
    files = b" ".join(b"%d 0 R" % spec for _, spec in named)
    return b"/Names<</EmbeddedFiles<</Names[%b]>>>>/AF[%b]" % (names, files)


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
   <xmp:CreatorTool>{tool}</xmp:CreatorTool>
   <xmp:CreateDate>{moment}</xmp:CreateDate>
   <xmp:ModifyDate>{moment}</xmp:ModifyDate>
   <xmp:MetadataDate>{moment}</xmp:MetadataDate>
   <pdf:Producer>{tool}</pdf:Producer>
   <pdfaid:part>3</pdfaid:part>
   <pdfaid:conformance>A</pdfaid:conformance>
   <pdfuaid:part>1</pdfuaid:part>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
     <pdfaProperty:name>part</pdfaProperty:name>
     <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
     <pdfaProperty:category>internal</pdfaProperty:category>
     <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
