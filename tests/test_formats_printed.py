"""PDF and DOCX: paragraphs of printed lines, running lines, hyphens, lists, tables, signatures; broken and hostile files."""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from docx.document import Document as OfficeDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from fpdf import FPDF

from promissory.errors import SourceError
from promissory.reading import read
from promissory.reading.context import Limits, Line
from promissory.reading.paragraphs import paragraphs
from promissory.reading.running import strip_running
from promissory.reading.word_numbers import written
from tests.test_reading import PACK, fault_of, only, write

WORDS = (
    "The ministry of transport said on Monday that four bridges had been handed over to the engineers of the northern region. "
    "A further eleven spans are to follow before the winter, and the workshops in the capital have begun to make the parts for them."
)
LATER = "The foundation that paid for the steel asked for a report by the end of March and published the sums it had sent."


def printed(*pages: list[str], header: str | None = None, footer: str | None = None) -> bytes:
    """A PDF file whose paragraphs are set to a width of 120 mm, with the same header and a numbered footer on every page."""
    pdf = FPDF()
    pdf.set_auto_page_break(False)
    for number, page in enumerate(pages, start=1):
        pdf.add_page()
        pdf.set_font("Helvetica", size=11)
        if header:
            pdf.text(20, 12, header)
        pdf.set_y(30)
        for words in page:
            pdf.set_x(30)
            pdf.multi_cell(120, 6, words, align="L")
            pdf.ln(4)
        if footer:
            pdf.text(95, 285, footer.format(number))
    return bytes(pdf.output())


def office(document: OfficeDocument) -> bytes:
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


# PDF ---------------------------------------------------------------------------------------------------------------------


def test_printed_lines_are_joined_into_paragraphs(tmp_path: Path) -> None:
    document = only(write(tmp_path, "report.pdf", printed([WORDS, LATER])))
    assert document.text.split("\n\n") == [WORDS, LATER]
    assert (document.format, document.segments) == ("pdf", ())
    assert dict(document.metadata)["pages"] == "1"


def test_a_pdf_file_is_known_by_its_content(tmp_path: Path) -> None:
    assert only(write(tmp_path, "report.txt", printed([WORDS]))).format == "pdf"


def test_running_lines_and_page_numbers_are_removed_and_recorded(tmp_path: Path) -> None:
    pages = [[f"{WORDS} This was part {n}.", LATER] for n in ("one", "two", "three")]
    document = only(write(tmp_path, "report.pdf", printed(*pages, header="Bridges Bulletin No. 7", footer="{}")))
    assert "Bulletin" not in document.text
    assert ("running header", "Bridges Bulletin No. 7") in document.removed
    assert [words for reason, words in document.removed if reason == "page number"] == ["1", "2", "3"]


def test_a_sentence_goes_on_over_a_page_break(tmp_path: Path) -> None:
    first, second = WORDS[: WORDS.index("northern")], WORDS[WORDS.index("northern") :]
    document = only(write(tmp_path, "report.pdf", printed([first.strip()], [second, LATER])))
    assert document.text.split("\n\n") == [WORDS, LATER]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=10)
    pdf.text(20, 15, "Four bridges handed over to the northern region by the ministry of transport today")
    for left, words in ((20, WORDS), (110, LATER)):
        pdf.set_xy(left, 30)
        pdf.multi_cell(75, 5, words, align="L")
    text = only(write(tmp_path, "report.pdf", bytes(pdf.output()))).text
    assert text.split("\n\n")[1:] == [WORDS, LATER]


def line(text: str, bottom: float, left: float = 70.0, right: float = 540.0) -> Line:
    return Line(text, left, right, bottom, bottom + 12)


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the engineers of the north\u00ad", "ern region", "the engineers of the northern region"),
        ("an exercise in self\u00ad", "defence", "an exercise in self-defence"),
        ("the links of UK\u00ad", "Ukraine trade", "the links of UK-Ukraine trade"),
        ("a plan for the rail-", "ways of the north", "a plan for the railways of the north"),
        ("the span of the years 2024-", "2026 was long", "the span of the years 2024-2026 was long"),
    ],
)
def test_words_divided_at_line_ends_are_mended(first: str, second: str, joined: str) -> None:
    assert paragraphs([[line(first, 700), line(second, 686)]])[0][0] == joined


def test_a_compound_that_the_text_writes_elsewhere_keeps_its_hyphen() -> None:
    page = [line("the gate-keeper of the old harbour town spoke of the gate\u00ad", 700), line("keeper before him", 686)]
    assert paragraphs([page])[0][0].endswith("the gate-keeper before him")


def test_list_items_and_clauses_are_paragraphs_of_their_own() -> None:
    words = [
        "1. The parties will repair the bridges that the flood of the spring has taken away,",
        "(a) in the north;",
        "(b) in the south.",
    ]
    page = [line(text, 700 - 14 * at, right=540 if at == 0 else 170) for at, text in enumerate(words)]
    assert [text for text, _ in paragraphs([page])] == words


def test_a_headline_over_several_centred_lines_is_one_title(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.add_page()
    for words in ("AGREEMENT", "on the repair of bridges", "between Northland", "and Southland"):
        pdf.set_font("Helvetica", size=12)
        pdf.cell(0, 8, words, align="C", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(8)
    pdf.multi_cell(0, 6, f"{WORDS} {LATER}")
    document = only(write(tmp_path, "agreement.pdf", bytes(pdf.output())))
    assert document.title == "AGREEMENT on the repair of bridges between Northland and Southland"
    assert document.text.startswith(f"{document.title}\n\nThe ministry")


def test_no_line_runs_on_a_single_page() -> None:
    page = [line("A first line of the page", 700), line("2024", 40)]
    assert strip_running([page]) == ([page], ())


# PDF, hostile ------------------------------------------------------------------------------------------------------------


def objects(*bodies: bytes) -> bytes:
    """A PDF file of the given objects, numbered from 1; the first is its root."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    return out + head + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(bodies) + 1, len(out))


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


CATALOGUE, PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def looping() -> bytes:
    """A page that draws a form twice, which draws another twice, and so on: 2 to the 40th forms."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    forms = [stream(b"/X Do /X Do", form % (6 + at)) for at in range(39)]
    return objects(CATALOGUE, PAGES, page, stream(b"/X Do"), *forms, stream(b"q Q"))


def test_a_pdf_file_that_loops_is_ended_and_the_next_one_read(tmp_path: Path) -> None:
    write(tmp_path, "a.pdf", looping())
    write(tmp_path, "b.pdf", printed([WORDS]))
    faults: list[SourceError] = []
    began = time.monotonic()
    (document,) = read(tmp_path, pack=PACK, limits=Limits(page_seconds=1.0), on_fault=faults.append)
    assert document.text == WORDS
    assert [fault.where for fault in faults] == [str(tmp_path / "a.pdf")]
    assert "loop" in faults[0].what or "memory" in faults[0].what
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    "content",
    [
        objects(CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
        objects(CATALOGUE, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 100000000>>"),
        objects(b"1 0 R"),
        printed([WORDS])[:700],
        b"%PDF-1.7\n" + b"\x00" * 500,
    ],
)
def test_broken_pdf_files_are_one_clear_line(tmp_path: Path, content: bytes) -> None:
    fault = fault_of(write(tmp_path, "report.pdf", content))
    assert "PDF" in fault.what
    assert fault.cure


def test_a_page_that_unpacks_without_measure_does_not_take_all_memory(tmp_path: Path) -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    bomb = zlib.compress(zlib.compress(b"q Q " * 50_000_000, 1), 1)
    content = objects(CATALOGUE, PAGES, page, stream(bomb, b"/Filter[/FlateDecode/FlateDecode]"))
    faults: list[SourceError] = []
    list(read(write(tmp_path, "report.pdf", content), pack=PACK, limits=Limits(page_seconds=2.0), on_fault=faults.append))
    assert len(faults) == 1
    assert "PDF" in faults[0].what


def test_a_locked_pdf_file_says_so(tmp_path: Path) -> None:
    pdf = FPDF()
    pdf.set_encryption(owner_password="owner", user_password="user")
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.multi_cell(0, 6, WORDS)
    assert "password" in fault_of(write(tmp_path, "report.pdf", bytes(pdf.output()))).what


def test_a_pdf_file_of_pictures_says_what_to_do(tmp_path: Path) -> None:
    assert "recognition" in fault_of(write(tmp_path, "scan.pdf", printed([]))).cure


# DOCX --------------------------------------------------------------------------------------------------------------------


def agreement() -> OfficeDocument:
    document = docx.Document()
    document.core_properties.author = "A. Clerk"
    for words in ("AGREEMENT", "on the repair of bridges", "between Northland and Southland"):
        document.add_paragraph(words).alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_heading("Article 1", level=1)
    document.add_paragraph(WORDS)
    for words in ("steel for four bridges;", "two cranes."):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("Signed in Springfield on 14 March 2023 in two originals.")
    return document


def test_paragraphs_headings_and_numbers_of_an_office_file(tmp_path: Path) -> None:
    document = only(write(tmp_path, "agreement.docx", office(agreement())))
    assert document.title == "AGREEMENT on the repair of bridges between Northland and Southland"
    assert document.text.split("\n\n") == [
        document.title, "Article 1", WORDS, "1. steel for four bridges;", "2. two cranes.",
        "Signed in Springfield on 14 March 2023 in two originals.",
    ]  # fmt: skip
    assert document.format == "docx"


def test_the_day_of_signature_dates_an_agreement_and_the_day_of_the_file_does_not(tmp_path: Path) -> None:
    document = only(write(tmp_path, "agreement.docx", office(agreement())))
    assert document.published is not None
    assert (document.published.value, document.published.basis) == ("2023-03-14", "byline")
    unsigned = docx.Document()
    unsigned.add_paragraph(WORDS)
    assert only(write(tmp_path, "draft.docx", office(unsigned))).published is None


def test_tables_are_lines_and_signatures_in_columns_stay_apart(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(WORDS)
    table = document.add_table(rows=2, cols=2)
    for at, words in enumerate(("Bridge", "Spans", "North", "11")):
        table.cell(at // 2, at % 2).text = words
    signatures = document.add_table(rows=1, cols=2)
    for at, words in enumerate(("For Northland:\nAda Smith", "For Southland:\nBen Jones")):
        signatures.cell(0, at).text = words.replace("\n", "")
        signatures.cell(0, at).paragraphs[0].text, name = words.split("\n")
        signatures.cell(0, at).add_paragraph(name)
    document.add_paragraph("For Northland" + " " * 40 + "For Southland")
    text = only(write(tmp_path, "report.docx", office(document))).text
    assert "Bridge | Spans\n\nNorth | 11" in text
    assert "For Northland:\nAda Smith\n\nFor Southland:\nBen Jones" in text
    assert text.endswith("For Northland | For Southland")


@pytest.mark.parametrize(
    ("number", "numeral", "words"),
    [
        (3, "decimal", "3"),
        (4, "lowerLetter", "d"),
        (28, "lowerLetter", "bb"),
        (9, "upperRoman", "IX"),
        (7, "decimalZero", "07"),
        (1, "chicago", "1"),
    ],
)
def test_numerals_of_lists(number: int, numeral: str, words: str) -> None:
    assert written(number, numeral) == words


def changed(packed: bytes, parts: dict[str, bytes]) -> bytes:
    """An office file with some of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
    return out.getvalue()


def test_deleted_words_are_left_out_and_inserted_ones_kept(tmp_path: Path) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = (
        f"<w:document {space}><w:body><w:p><w:r><w:t>The minister </w:t></w:r><w:del><w:r><w:delText>denied</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>confirmed</w:t></w:r></w:ins><w:r><w:t> the order of four bridges.</w:t></w:r></w:p></w:body></w:document>"
    )
    path = write(tmp_path, "report.docx", changed(office(docx.Document()), {"word/document.xml": body.encode()}))
    assert only(path).text == "The minister confirmed the order of four bridges."


def test_hostile_and_broken_office_files_are_one_clear_line(tmp_path: Path) -> None:
    whole = office(agreement())
    bomb = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'
    assert "entities" in fault_of(write(tmp_path, "bomb.docx", changed(whole, {"word/document.xml": bomb}))).what
    assert "cannot be read" in fault_of(write(tmp_path, "no.docx", changed(whole, {"word/document.xml": b"<d>"}))).what
    assert "cut off" in fault_of(write(tmp_path, "cut.docx", whole[: len(whole) // 2])).cure
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500 + "EncryptedPackage".encode("utf-16-le")
    assert "password" in fault_of(write(tmp_path, "locked.docx", locked)).what
    assert "old office" in fault_of(write(tmp_path, "old.doc", locked[:400])).what


def test_an_office_file_nested_without_end_is_read_or_refused(tmp_path: Path) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    deep = f"<w:document {space}><w:body>{'<w:sdt>' * 50_000}{'</w:sdt>' * 50_000}</w:body></w:document>".encode()
    assert fault_of(write(tmp_path, "deep.docx", changed(office(agreement()), {"word/document.xml": deep}))).cure
