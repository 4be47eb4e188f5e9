"""DOCX: paragraphs, headings, numbered lists and tables of an office document, in the order of the text."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from promissory.errors import SourceError
from promissory.model import Document
from promissory.reading.composing import Draft, Facts, completed, compose
from promissory.reading.leading import join_leading
from promissory.reading.safe_xml import local, parse_xml
from promissory.reading.tracing import Traced
from promissory.reading.word_numbers import Numbering, W

#: A part of the file larger than this is no text; XML takes many times its size in memory.
PART_BYTES = 50_000_000
#: Elements whose content is not part of the text as it stands: what was deleted, fields' codes, drawings' twins, settings.
PASSED_OVER = {"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr"}
CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
#: White space that sets words in columns, as signatures side by side.
COLUMNS = re.compile(r"(?<=\S)(?:[ \u00a0]{6,}|[ \u00a0]*\t[ \u00a0]*\t[\t \u00a0]*)(?=\S)")
#: A table cell longer than this is laid out text rather than data.
LONGEST_CELL = 200


def read_word(archive: zipfile.ZipFile, source: str, hints: Facts) -> Document:
    """The document of an opened DOCX file; headers and footers of its pages are left out, footnotes follow the text."""
    body = _part(archive, "word/document.xml", source)
    if body is None or (content := body.find(f"{W}body")) is None:
        raise SourceError("an office file without a text", source, "save it again")
    numbering = Numbering(_part(archive, "word/numbering.xml", source), _part(archive, "word/styles.xml", source))
    blocks = [(words, centred) for words, centred in _blocks(content, numbering) if words.strip()]
    title, blocks_of_text = join_leading(blocks)
    text = "\n\n".join([*blocks_of_text, *_footnotes(archive, source)])
    draft = Draft(Traced(text, ()), "docx", Facts(title=title, extra=tuple(_properties(archive, source))))
    return compose(completed(draft, hints), source)


def _part(archive: zipfile.ZipFile, name: str, source: str) -> Element | None:
    member = archive.NameToInfo.get(name)
    if member is None:
        return None
    if member.flag_bits & 1:
        raise SourceError("an office file locked with a password", source, "save it without a password")
    if member.file_size > PART_BYTES:
        raise SourceError(f"the part {name} has more than {PART_BYTES:,} bytes", source, "save it as plain text")
    try:
        raw = archive.read(member)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as fault:
        raise SourceError(f"an office file that is cut off or broken: {fault}", source, "copy it again") from fault
    return parse_xml(raw, source, f"an office file ({name})")


def _blocks(parent: Element, numbering: Numbering) -> Iterator[tuple[str, bool]]:
    """The paragraphs and table rows under an element, and whether each stands in the middle of its line."""
    for element in parent:
        name = local(element.tag)
        if name == "p":
            yield from _paragraph(element, numbering)
        elif name == "tbl":
            yield from ((words, False) for words in _rows(element, numbering))
        elif name not in PASSED_OVER:
            yield from _blocks(element, numbering)


def _paragraph(element: Element, numbering: Numbering) -> Iterator[tuple[str, bool]]:
    words = "".join(_words(element))
    if words.strip():
        label = numbering.label(element)
        words = COLUMNS.sub(" | ", words)
        yield f"{label} {words.strip()}" if label else words, _is_centred(element)
    for box in _text_boxes(element):
        yield from _blocks(box, numbering)


def _words(element: Element) -> Iterator[str]:
    for part in element:
        name = local(part.tag)
        if name == "t":
            yield part.text or ""
        elif name in CHARACTERS:
            yield CHARACTERS[name]
        elif name not in PASSED_OVER and name != "txbxContent":
            yield from _words(part)


def _text_boxes(element: Element) -> Iterator[Element]:
    for part in element:
        if local(part.tag) == "txbxContent":
            yield part
        elif local(part.tag) not in PASSED_OVER:
            yield from _text_boxes(part)


def _is_centred(element: Element) -> bool:
    place = element.find(f"{W}pPr/{W}jc")
    return place is not None and place.get(f"{W}val") == "center"


def _rows(table: Element, numbering: Numbering) -> Iterator[str]:
    """A row of data as one line, its cells between bars; cells of laid out text (signatures, columns) one after the other."""
    for row in table.iter(f"{W}tr"):
        cells = [[words for words, _ in _blocks(cell, numbering) if words.strip()] for cell in row.iter(f"{W}tc")]
        filled = [cell for cell in cells if cell]
        if any(len(cell) > 1 or len(cell[0]) > LONGEST_CELL for cell in filled):
            yield from ("\n".join(cell) for cell in filled)
        elif filled:
            yield " | ".join(" ".join(cell[0].split()) for cell in filled)


def _footnotes(archive: zipfile.ZipFile, source: str) -> Iterator[str]:
    notes = _part(archive, "word/footnotes.xml", source)
    for note in notes if notes is not None else ():
        if words := " ".join("".join(_words(note)).split()):
            yield words


def _properties(archive: zipfile.ZipFile, source: str) -> Iterator[tuple[str, str]]:
    """When and by whom the file was made: of the file, not of the text, so no date of publication."""
    core = _part(archive, "docProps/core.xml", source)
    for element in core if core is not None else ():
        if (name := local(element.tag)) in ("title", "creator", "created", "modified") and (words := (element.text or "").strip()):
            yield f"file {name}", words
