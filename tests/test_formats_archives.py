"""ZIP, gzip and WARC: members by content, names of sources, limits against bombs, archives that are cut off."""

from __future__ import annotations

import gzip
import io
import json
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest
from fastwarc.warc import WarcRecord, WarcRecordType
from hypothesis import given, settings
from hypothesis import strategies as st

from promissory.errors import SourceError
from promissory.model import Document
from promissory.reading import read
from promissory.reading.context import Limits
from promissory.settings import Settings
from tests.test_reading import BODY, PACK, fault_of, only, write

PAGE = f"<!doctype html><html><head><title>Two batteries handed over</title></head><body><main><p>{BODY}</p></main></body></html>"


SENTENCE = r"[A-Z][a-z]{3,9}( [a-z]{2,9}){3,12}\."


def zipped(members: dict[str, bytes | str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def read_all(path: Path, **options: object) -> tuple[list[Document], list[SourceError]]:
    faults: list[SourceError] = []
    documents = list(read(path, pack=PACK, on_fault=faults.append, **({"fetch": None} | options)))  # type: ignore[arg-type]
    assert all("\n" not in str(fault) for fault in faults)
    return documents, faults


# ZIP ---------------------------------------------------------------------------------------------------------------------


def test_members_are_read_by_content_and_named_after_the_archive(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"id": name, "text": f"{BODY} {name}."}) for name in "ab")
    inner = zipped({"page.dat": PAGE})
    path = write(tmp_path, "week.zip", zipped({"notes.txt": BODY, "july/lines.dat": lines, "inner.zip": inner, "july/": b""}))
    documents, faults = read_all(path)
    assert not faults
    assert [(d.source.removeprefix(str(path)), d.format) for d in documents] == [
        ("!notes.txt", "text"), ("!july/lines.dat#a", "jsonl"), ("!july/lines.dat#b", "jsonl"), ("!inner.zip!page.dat", "html"),
    ]  # fmt: skip


def test_a_member_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    path = write(tmp_path, "week.zip", zipped({"a.png": b"\x89PNG\r\n\x1a\n" + b"\x00" * 90, "b.txt": BODY, "c.txt": b""}))
    documents, faults = read_all(path)
    assert [document.text for document in documents] == [BODY]
    assert [fault.where for fault in faults] == [f"{path}!a.png", f"{path}!c.txt"]


def test_names_that_point_outside_write_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "in" / "deep"
    path = write(folder, "evil.zip", zipped({"../../escaped.txt": BODY, "/tmp/absolute\n.txt": BODY + " Again."}))
    documents, _ = read_all(path)
    assert [document.source for document in documents] == [f"{path}!../../escaped.txt", f"{path}!/tmp/absolute�.txt"]
    assert [found for found in tmp_path.rglob("*") if found.is_file()] == [path]


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = write(tmp_path, "bomb.zip", zipped({"a.txt": b"0" * 60_000_000}))
    fault = fault_of(path)
    assert "bomb" in fault.what
    assert fault.where == str(path)


def test_bombs_in_bombs_share_one_budget(tmp_path: Path) -> None:
    layer = zipped({f"{at}.txt": BODY * 100 for at in range(10)})
    path = write(tmp_path, "bomb.zip", zipped({f"{at}.zip": layer for at in range(10)}))
    _, faults = read_all(path, limits=Limits(unpacked_bytes=300_000))
    assert len(faults) > 5
    assert all("300,000" in fault.what for fault in faults)


def test_archives_nested_too_deep_end_in_one_line(tmp_path: Path) -> None:
    packed = zipped({"report.txt": BODY})
    for _ in range(9):
        packed = zipped({"next.zip": packed})
    documents, faults = read_all(write(tmp_path, "deep.zip", packed))
    assert not documents
    assert len(faults) == 1
    assert "nested" in faults[0].what


def test_too_many_members_and_no_members(tmp_path: Path) -> None:
    path = write(tmp_path, "many.zip", zipped({f"{at}.txt": BODY for at in range(6)}))
    assert "6 members" in read_all(path, limits=Limits(members=5))[1][0].what
    assert "without files" in fault_of(write(tmp_path, "none.zip", zipped({}))).what
    assert "without files" in fault_of(write(tmp_path, "folders.zip", zipped({"a/": b"", "__MACOSX/a": b"x"}))).what


def test_a_locked_member_and_a_damaged_one(tmp_path: Path) -> None:
    raw = bytearray(zipped({"a.txt": BODY, "b.txt": BODY[::-1]}))
    at = raw.rindex(b"PK\x01\x02")
    raw[at + 8] |= 1
    documents, faults = read_all(write(tmp_path, "locked.zip", bytes(raw)))
    assert [document.text for document in documents] == [BODY]
    assert "password" in faults[0].what
    raw = bytearray(zipped({"a.txt": BODY * 3, "b.txt": BODY}))
    raw[40:60] = b"\xff" * 20
    documents, faults = read_all(write(tmp_path, "damaged.zip", bytes(raw)))
    assert [document.text for document in documents] == [BODY]
    assert "broken" in faults[0].what


def test_an_archive_cut_off_and_a_spreadsheet(tmp_path: Path) -> None:
    raw = zipped({"a.txt": BODY, "b.txt": BODY})
    assert "cut off" in fault_of(write(tmp_path, "cut.zip", raw[:-30])).cure
    assert "spreadsheet" in fault_of(write(tmp_path, "sums.xlsx", zipped({"xl/workbook.xml": "<a/>"}))).what


class Pipe(io.BytesIO):
    """Bytes that can only be read onwards."""

    def seekable(self) -> bool:
        return False

    def seek(self, at: int, whence: int = 0) -> int:  # noqa: ARG002
        raise io.UnsupportedOperation("seek")


@pytest.mark.parametrize(("packed", "source"), [(zipped({"a.txt": BODY}), "-!a.txt"), (gzip.compress(BODY.encode()), "-")])
def test_an_archive_on_standard_input(monkeypatch: pytest.MonkeyPatch, packed: bytes, source: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(packed)))
    assert only("-").source == source


def test_a_web_archive_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for packed in (False, True):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(archived(PAGES, packed=packed))))
        assert [document.url for document in read("-", pack=PACK)] == list(PAGES)


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}\.txt", fullmatch=True),
        st.from_regex(SENTENCE, fullmatch=True),
        min_size=1,
        max_size=5,
    )
)
def test_every_member_of_any_archive_is_read_as_if_it_lay_in_the_folder(members: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), "week.zip", zipped(dict(members)))
        found = {document.source.rpartition("!")[2]: document.text for document in read_all(path)[0]}
        assert found == {name: only(write(Path(folder), name, words)).text for name, words in members.items()}


# gzip --------------------------------------------------------------------------------------------------------------------


def test_a_packed_file_is_what_it_holds(tmp_path: Path) -> None:
    path = write(tmp_path, "page.html.gz", gzip.compress(PAGE.encode()))
    document = only(path)
    assert (document.source, document.format, document.title) == (str(path), "html", "Two batteries handed over")
    lines = json.dumps({"id": "a", "text": BODY}).encode()
    assert only(write(tmp_path, "lines.gz", gzip.compress(lines))).source.endswith("lines.gz#a")


def test_a_packed_file_that_is_cut_off_empty_or_a_bomb(tmp_path: Path) -> None:
    assert "cut off" in fault_of(write(tmp_path, "cut.gz", gzip.compress(BODY.encode() * 9)[:60])).what
    assert "empty" in fault_of(write(tmp_path, "none.gz", gzip.compress(b""))).what
    assert "bomb" in fault_of(write(tmp_path, "bomb.gz", gzip.compress(b"a " * 15_000_000))).what
    lines = json.dumps({"id": "a", "text": BODY}).encode() + b"\n" * 3_000_000
    documents, faults = read_all(write(tmp_path, "bomb.jsonl.gz", gzip.compress(lines)), limits=Limits(ratio_from=1_000_000))
    assert [document.text for document in documents] == [BODY]
    assert "bomb" in faults[0].what
    assert "gzip" in fault_of(write(tmp_path, "no.gz", b"\x1f\x8bno gzip at all")).what


# WARC --------------------------------------------------------------------------------------------------------------------


def archived(pages: dict[str, str], *, packed: bool = False, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    out = io.BytesIO()
    for address, page in pages.items():
        record = WarcRecord()
        record.init_headers(record_type=WarcRecordType.response)
        record.headers["WARC-Target-URI"] = address
        record.headers["WARC-Date"] = "2024-05-06T07:08:09Z"
        record.headers["Content-Type"] = "application/http; msgtype=response"
        record.set_bytes_content(f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{page}".encode())
        one = io.BytesIO()
        record.write(one)
        out.write(gzip.compress(one.getvalue()) if packed else one.getvalue())
    return out.getvalue()


PAGES = {f"https://e.org/{at}": PAGE.replace("two", f"{at}2") for at in range(3)}


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_a_web_archive(tmp_path: Path, packed: bool) -> None:
    path = write(tmp_path, "crawl.warc.gz" if packed else "crawl.warc", archived(PAGES, packed=packed))
    documents, faults = read_all(path)
    assert not faults
    assert [document.source for document in documents] == [f"{path}#{address}" for address in PAGES]
    assert [document.url for document in documents] == list(PAGES)
    assert dict(documents[0].metadata)["archived"] == "2024-05-06T07:08:09Z"
    assert documents[0].published is None


def test_only_texts_that_were_found_are_read(tmp_path: Path) -> None:
    style = archived({"https://e.org/s.css": "p {}"}, kind="text/css")
    image = archived({"https://e.org/i.png": "PNG"}, kind="image/png")
    gone = archived({"https://e.org/gone": PAGE}, status="404 Not Found")
    documents, faults = read_all(write(tmp_path, "crawl.warc", style + image + gone + archived({"https://e.org/a": PAGE})))
    assert [document.url for document in documents] == ["https://e.org/a"]
    assert not faults


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_that_is_cut_off_gives_all_whole_records_and_one_line(tmp_path: Path, packed: bool) -> None:
    raw = archived(PAGES, packed=packed)
    path = write(tmp_path, "crawl.warc", raw[: len(raw) - 80])
    documents, faults = read_all(path)
    assert [document.url for document in documents] == list(PAGES)[:2]
    assert len(faults) == 1
    assert "cut off" in faults[0].what


def test_an_archive_without_records_is_one_line(tmp_path: Path) -> None:
    assert "without" in fault_of(write(tmp_path, "none.warc", b"WARC/1.0\r\n\r\n")).what


def test_an_encoding_that_the_answer_names_is_believed(tmp_path: Path) -> None:
    page = "<html><body><p>Il a déclaré que deux ponts étaient prêts à être livrés à l'été.</p></body></html>"
    raw = archived({"https://e.org/a": "@@"}, kind="text/html; charset=iso-8859-1")
    record = raw.replace(b"@@", page.encode("latin-1"))
    size = int(raw.split(b"Content-Length: ")[1].split(b"\r\n")[0])
    record = record.replace(b"Content-Length: %d" % size, b"Content-Length: %d" % (size - 2 + len(page)))
    document = only(write(tmp_path, "crawl.warc", record))
    assert "déclaré" in document.text
    assert document.language == "fr"


def test_one_page_beyond_the_limit_stops_no_other(tmp_path: Path) -> None:
    pages = {"https://e.org/long": PAGE.replace(BODY, BODY * 900), "https://e.org/a": PAGE}
    documents, faults = read_all(write(tmp_path, "crawl.warc", archived(pages)), settings=Settings(max_text_bytes=50_000))
    assert [document.url for document in documents] == ["https://e.org/a"]
    assert "50,000" in faults[0].what
