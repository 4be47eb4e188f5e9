"""Reading: formats, faults, titles, furniture, offsets."""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from promissory.errors import SourceError
from promissory.model import Document, Published
from promissory.packs import Pack
from promissory.reading import read
from promissory.reading.bylines import is_byline, iso_date, written_date
from promissory.reading.furniture import furniture
from promissory.reading.language import guess_language
from promissory.settings import Settings

PACK = Pack("none", "none", (), (), (), (), (), (), (), ())
BODY = "The ministry of defence said on Monday that two batteries had been handed over to the crews who were trained for them."


def only(path: Path | str, **options: object) -> Document:
    (document,) = read(str(path), pack=PACK, **options)  # type: ignore[arg-type]
    return document


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def fault_of(path: Path | str, limits: Settings | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        list(read(str(path), pack=PACK, settings=limits))
    assert "\n" not in str(caught.value)
    return caught.value


# faults ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "empty"),
        (b" \n\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"...\n---\n", "no text"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"%PDF-1.7 something", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"<?xml version='1.0'?><rss></rss>", "XML"),
    ],
)
def test_a_source_without_text_is_one_clear_line(tmp_path: Path, content: bytes, what: str) -> None:
    path = write(tmp_path, "report.txt", content)
    fault = fault_of(path)
    assert what in fault.what
    assert fault.where == str(path)
    assert fault.cure


def test_a_missing_path_an_address_and_a_pattern_without_match(tmp_path: Path) -> None:
    assert "no such file" in fault_of(tmp_path / "gone.txt").what
    assert "pattern" in fault_of(tmp_path / "*.txt").what
    with pytest.raises(SourceError, match="not fetched"):
        list(read("https://example.org/report", pack=PACK, fetch=None))


def test_a_folder_without_a_readable_file_says_so(tmp_path: Path) -> None:
    assert "no readable file" in fault_of(tmp_path).what
    write(tmp_path, "a.bin", b"\x00" * 40)
    faults: list[SourceError] = []
    assert list(read(str(tmp_path), pack=PACK, on_fault=faults.append)) == []
    assert [Path(fault.where).name for fault in faults] == ["a.bin", tmp_path.name]


def test_an_unreadable_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", BODY)
    write(tmp_path, "b.txt", b"\x00" * 40)
    write(tmp_path, "c.txt", BODY + " More followed.")
    faults: list[SourceError] = []
    found = list(read(str(tmp_path), pack=PACK, on_fault=faults.append))
    assert [Path(document.source).name for document in found] == ["a.txt", "c.txt"]
    assert len(faults) == 1


def test_without_a_callback_the_rest_is_read_before_the_fault_is_raised(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", b"\x00" * 40)
    write(tmp_path, "b.txt", b"")
    write(tmp_path, "c.txt", BODY)
    found: list[Document] = []
    with pytest.raises(SourceError, match="2 parts could not be read"):
        found.extend(read(str(tmp_path), pack=PACK))
    reading = read(str(tmp_path), pack=PACK)
    assert next(reading).text == BODY


def test_a_text_over_the_limit_names_size_limit_and_cure(tmp_path: Path) -> None:
    path = write(tmp_path, "big.txt", BODY * 20)
    fault = fault_of(path, Settings(max_text_bytes=1000))
    assert f"{path.stat().st_size:,}" in fault.what
    assert "1,000" in fault.what
    assert "PROMISSORY_MAX_TEXT_BYTES" in fault.cure


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind here")
def test_a_forbidden_file_is_a_fault(tmp_path: Path) -> None:
    path = write(tmp_path, "secret.txt", BODY)
    path.chmod(0)
    assert "cannot be read" in fault_of(path).what


# sources -----------------------------------------------------------------------------------------------------------------


def test_a_folder_says_what_is_no_report(tmp_path: Path) -> None:
    for name in ("a.txt", "notes.md", "b/c.md", "b/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Something happened in {name}.")
    (tmp_path / ".promissoryignore").write_text("# about the reports\n*.md\n")
    assert [Path(document.source).name for document in read(str(tmp_path))] == ["a.txt", "c.md", "d.txt"]


def test_folders_are_read_deeply_sorted_and_without_hidden_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b/one.txt", "a.txt", "b/.hidden.txt", ".git/x.txt", "c/d/two.md"):
        write(tmp_path, f"in/{name}", f"{name} says: {BODY}")
    monkeypatch.chdir(tmp_path)
    assert [document.source for document in read("in", pack=PACK)] == ["in/a.txt", "in/b/one.txt", "in/c/d/two.md"]
    assert [document.source for document in read("in/**/*.txt", pack=PACK)] == ["in/a.txt", "in/b/one.txt"]
    assert only("in/a.txt").source == "in/a.txt"


def test_a_name_with_brackets_is_a_file_before_it_is_a_pattern(tmp_path: Path) -> None:
    assert only(write(tmp_path, "report[1].txt", BODY)).text == BODY


@pytest.mark.parametrize("content", [BODY, json.dumps({"id": "x", "text": BODY})])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    document = only("-")
    assert document.text == BODY
    assert document.source == ("-#x" if content.startswith("{") else "-")


# encodings ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "raw",
    [
        "“Zażółć” is what Łódź’s mayor said to the reporters who had come to the hall.".encode(codec)
        for codec in ("utf-8", "utf-8-sig", "utf-16", "utf-32")
    ],
)
def test_marks_and_utf8(tmp_path: Path, raw: bytes) -> None:
    assert only(write(tmp_path, "a.txt", raw)).text.startswith("“Zażółć” is what Łódź’s mayor")


def test_an_older_encoding_is_guessed(tmp_path: Path) -> None:
    text = "The minister’s answer was “yes”, said the spokesman – and the café owners’ union agreed with what he had promised them."
    assert only(write(tmp_path, "a.txt", text.encode("cp1252"))).text == text


def test_broken_utf8_is_read_with_a_replacement(tmp_path: Path) -> None:
    document = only(write(tmp_path, "a.txt", "“Yes”, said Łukasz, ".encode() + b"\xe2\x80" + " “and that’s it.”".encode()))
    assert document.text == "“Yes”, said Łukasz, \ufffd\ufffd “and that’s it.”"
    assert only(write(tmp_path, "b.txt", BODY.encode() + b"\xe2\x80")).text.startswith(BODY)


# cleaning ----------------------------------------------------------------------------------------------------------------


def test_line_ends_invisible_characters_and_spaces(tmp_path: Path) -> None:
    document = only(write(tmp_path, "a.txt", "\ufeffOne\u2060 line was\u00a0sent.\r\n\r\n\r\n\r\nAnother\tline  was sent.\r"))
    assert document.text == "One line was sent.\n\nAnother line was sent."


def test_wrapped_lines_are_joined_and_headline_and_list_are_not(tmp_path: Path) -> None:
    text = (
        "Depot opened in the west\n\nThe depot, which was opened on Monday by the two\nministers, will hold spare parts for the guns "
        "that\nwere delivered in spring, and will be run by a\ncompany of the region that has worked for years\n"
        "with the army.\n\n- spare parts\n- tools"
    )
    document = only(write(tmp_path, "a.txt", text))
    assert document.title == "Depot opened in the west"
    assert "opened on Monday by the two ministers, will hold spare parts" in document.text
    assert document.text.endswith("\n\n- spare parts\n- tools")


def test_one_wider_line_does_not_hide_the_column_of_a_wrapped_text(tmp_path: Path) -> None:
    lines = [
        "The depot, which was opened on Monday by the two ministers in the",
        "west of the country, will hold spare parts for the guns that were",
        "delivered in spring by three allies. It will be run, as both governments had agreed in talks, by a",
        "company of the region that has worked for years with the army. In",
        "Brussels a spokesman said that a second depot was to follow in the",
        "autumn, and that Norway would pay for the lorries that are needed.",
        "Denmark and the Netherlands have each promised to train forty men.",
    ]
    document = only(write(tmp_path, "a.txt", "Depot opened in the west\n\n" + "\n".join(lines)))
    assert " ".join(lines) in document.text


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Skip to content", "navigation"),
        ("Last Updated:  Jan 3, 2025 2:33 AM", "updated"),
        ("Read also: Minister names the price of the deal", "related"),
        ("Share this: Facebook | X | Telegram", "sharing"),
        ("Sign up for our weekly newsletter.", "subscription"),
        ("ADVERTISEMENT", "advertisement"),
        ("This website uses cookies to improve your experience.", "cookies"),
        ("© 2023 The Example. All rights reserved.", "copyright"),
        ("Photo: Ministry of Defence", "credit"),
        ("\\# \\# \\#", "markup"),
        ("* * *", "markup"),
    ],
)
def test_furniture_is_known_by_its_wording(line: str, reason: str) -> None:
    assert furniture(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Follow-up talks will be held in Oslo.",
        "Share prices of arms makers rose after the promise.",
        "Read the agreement carefully, the minister told deputies.",
        "Support for Ukraine will go on, she said.",
        "Sign of hope: the grid was repaired.",
        "Related to this, Norway pledged ten trucks.",
        "Update of the law passed.",
        "Watch out, he warned.",
        "Subscribers to the fund gave 2 million euros.",
        "“We use cookies as bait,” he joked about the biscuits sent to the front.",
        "Photographs of the damage were shown to the council.",
        "More on this front will be decided by the ministers.",
        "Copyright law was amended by parliament. Poland sent tanks.",
        "The plan: ten tanks by May.",
        "Print runs of the book paid for two drones.",
    ],
)
def test_sentences_of_reports_are_no_furniture(line: str) -> None:
    assert furniture(line) is None


def test_what_is_removed_is_recorded(tmp_path: Path) -> None:
    document = only(write(tmp_path, "a.txt", f"Skip to content\n\nTwo batteries reach their crews\n\n{BODY}\n\nRead also: Another story"))
    assert document.text == f"Two batteries reach their crews\n\n{BODY}"
    assert document.removed == (("navigation", "Skip to content"), ("related", "Read also: Another story"))
    assert document.title_span == (0, len("Two batteries reach their crews"))


def test_a_caption_that_repeats_the_headline_loses_only_the_headline(tmp_path: Path) -> None:
    title = "Two batteries reach the city’s crews"
    text = f"{title}\n\nTwo batteries reach the city's crews The minister greets soldiers in Lviv. (Agency Photo)\n\n{BODY}"
    document = only(write(tmp_path, "a.txt", text))
    assert document.text == f"{title}\n\nThe minister greets soldiers in Lviv. (Agency Photo)\n\n{BODY}"
    assert ("repeated headline", "Two batteries reach the city's crews") in document.removed


@pytest.mark.parametrize("first", ["The minister said so.", "To the members of the house:", "By Anna Example | April 3, 2024", "Word"])
def test_first_lines_that_are_no_headline(tmp_path: Path, first: str) -> None:
    assert only(write(tmp_path, "a.txt", f"{first}\n\n{BODY}")).title is None


# bylines -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("Dec 19, 2024 2:33 AM", "2024-12-19"),
        ("Saturday, 27 April 2024, 21:37", "2024-04-27"),
        ("2024/10/16", "2024-10-16"),
        ("26.08.2024", "2024-08-26"),
        ("04/05/2024", None),
        ("April 3", None),
        ("31 February 2024", None),
    ],
)
def test_written_dates(words: str, iso: str | None) -> None:
    assert written_date(words) == iso


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2024-04-03", "2024-04-03"),
        ("2024-04", "2024-04"),
        ("2024-04-03T22:15:00Z", "2024-04-03"),
        ("2024-04-03 22:15:00+02:00", "2024-04-03"),
        ("2024-04-01/2024-04-30", "2024-04-01/2024-04-30"),
        ("April 3, 2024", "2024-04-03"),
        ("2024-13-45", None),
        ("soon", None),
    ],
)
def test_dates_of_metadata(words: str, iso: str | None) -> None:
    assert iso_date(words) == iso


def test_bylines_and_datelines(tmp_path: Path) -> None:
    text = f"Two batteries reach their crews\n\nBy Anna Example and Jon Sample | April 3, 2024\n\n{BODY}"
    document = only(write(tmp_path, "a.txt", text))
    assert document.published is not None
    assert (document.published.value, document.published.basis) == ("2024-04-03", "byline")
    assert document.authors == ("Anna Example", "Jon Sample")
    dateline = only(write(tmp_path, "b.txt", f"OSLO, May 2, 2024 - {BODY}"))
    assert dateline.published is not None
    assert dateline.published.value == "2024-05-02"
    assert only(write(tmp_path, "c.txt", f"OSLO, May 2 - {BODY}")).published is None
    assert not is_byline("The law was passed on April 3, 2024, and the money has been paid since.")


# formats -----------------------------------------------------------------------------------------------------------------


def test_markdown_loses_its_marks(tmp_path: Path) -> None:
    text = "---\ntitle: The depot\ndate: 2024-05-02\n---\n# The depot\n\n"
    text += "The **depot** holds [spare parts](https://e.org/a_(b)) and `tools`.\n\n> He said *so*.\n\n- one\n- two\n"
    document = only(write(tmp_path, "a.md", text))
    assert document.text == "The depot\n\nThe depot holds spare parts and tools.\n\nHe said so.\n\n- one\n- two"
    assert document.format == "markdown"
    assert document.title == "The depot"
    assert document.title_span == (0, 9)
    assert document.published is not None
    assert (document.published.value, document.published.basis) == ("2024-05-02", "metadata")


PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head><title>Depot opened | The Example</title>
<meta property="og:title" content="Depot opened in the west &amp; the south"><meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="2024-05-02T08:00:00+02:00"><link rel="canonical" href="https://e.org/depot">
<script type="application/ld+json">{{"@type": "NewsArticle", "author": [{{"name": "Anna Example"}}]}}</script>
<script type="application/ld+json">{{broken</script></head>
<body><nav><ul><li>Home</li><li>World</li></ul></nav><article><h1>Depot opened in the west &amp; the south</h1><p>{BODY}</p>
<p>The depot holds parts for guns &amp; tanks, which the ministers of both countries had promised a year before.</p>
<ul><li>spare parts</li><li>tools</li></ul><table><tr><td>Guns</td><td>12</td></tr></table></article>
<footer>Contact</footer></body></html>"""


def test_html_gives_main_text_and_metadata(tmp_path: Path) -> None:
    document = only(write(tmp_path, "page.txt", PAGE))
    assert document.format == "html"
    assert document.title == "Depot opened in the west & the south"
    assert document.text.startswith(f"{document.title}\n")
    assert BODY in document.text
    assert "guns & tanks" in document.text
    assert "World" not in document.text
    assert "Contact" not in document.text
    assert document.published is not None
    assert (document.published.value, document.published.basis) == ("2024-05-02", "metadata")
    assert (document.publisher, document.url, document.language) == ("The Example", "https://e.org/depot", "en")
    assert document.authors == ("Anna Example",)


def lines(*records: object) -> str:
    return "".join((record if isinstance(record, str) else json.dumps(record)) + "\n" for record in records)


def test_jsonl_fields_and_faults(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "corpus.jsonl",
        lines(
            {
                "id": "a1",
                "text": BODY,
                "title": "Two batteries",
                "published": "2024-04-03T10:00:00Z",
                "publisher": "P",
                "rank": 3,
                "tags": ["x"],
            },
            "{not json",
            "[1, 2]",
            {"id": "a2", "title": "no text"},
            {"text": "Two batteries\n\n" + BODY, "title": "TWO  BATTERIES", "published": None},
            {"id": 7, "html": PAGE, "published": "some day"},
        ),
    )
    faults: list[SourceError] = []
    first, second, third = read(str(path), pack=PACK, on_fault=faults.append)
    assert first.source == f"{path}#a1"
    assert first.text == f"Two batteries\n\n{BODY}"
    assert first.title_span == (0, 13)
    assert first.published == Published("2024-04-03", "given")
    assert first.metadata == (("rank", "3"), ("tags", '["x"]'))
    assert second.source == f"{path}#L5"
    assert second.text == f"Two batteries\n\n{BODY}"
    assert second.title_span == (0, 13)
    assert second.published is None
    assert third.source == f"{path}#7"
    assert BODY in third.text
    assert third.metadata == (("published", "some day"),)
    assert [fault.where for fault in faults] == [f"{path}#L2", f"{path}#L3", f"{path}#a2"]


def test_a_title_that_is_also_the_beginning_of_a_sentence_is_a_headline_of_its_own(tmp_path: Path) -> None:
    path = write(
        tmp_path, "c.jsonl", lines({"id": "a", "title": "Two batteries", "text": "Two batteries were sent by the ministry to the crews."})
    )
    assert only(path).text == "Two batteries\n\nTwo batteries were sent by the ministry to the crews."


def test_one_long_line_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "c.jsonl", lines({"id": "a", "text": BODY}, {"id": "b", "text": BODY * 3000}, {"id": "c", "text": BODY}))
    faults: list[SourceError] = []
    found = list(read(str(path), pack=PACK, settings=Settings(max_text_bytes=2000), on_fault=faults.append))
    assert [document.source[-2:] for document in found] == ["#a", "#c"]
    assert [fault.where for fault in faults] == [f"{path}#L2"]


def test_a_page_nested_without_end_is_read_all_the_same(tmp_path: Path) -> None:
    assert only(write(tmp_path, "a.html", "<html>" + "<div>" * 50_000 + BODY)).text == BODY


# language ----------------------------------------------------------------------------------------------------------------


def test_language_guess() -> None:
    assert guess_language(BODY) == "en"
    assert (
        guess_language(
            "Das Ministerium teilte am Montag mit, dass zwei Batterien an die Mannschaften übergeben worden sind, die ausgebildet wurden."
        )
        == "de"
    )
    assert (
        guess_language("Міністерство оборони повідомило в понеділок, що дві батареї були передані розрахункам, які навчалися на них.")
        == "uk"
    )
    assert guess_language("Two batteries handed over") == "en"
    assert guess_language("12 345") == "und"


# settings ----------------------------------------------------------------------------------------------------------------


def test_settings_from_the_environment() -> None:
    found = Settings.from_environment({"PROMISSORY_LEDGER": "x.db", "PROMISSORY_MAX_TEXT_BYTES": "1_000", "OTHER": "1"})
    assert found == Settings(ledger="x.db", max_text_bytes=1000)
    for wrong in ("many", "0"):
        with pytest.raises(ValueError):
            Settings.from_environment({"PROMISSORY_JOBS": wrong})


# properties --------------------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    ["word", " ", "\n", "\r\n", "\r", "\t", "\u00a0", "\u200b", "é", "😀", "Read also: x\n", "Headline here\n\n", ". ", "-", "\x0b"]
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def outcome_of(raw: bytes, suffix: str = ".txt") -> list[Document | SourceError]:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), f"x{suffix}", raw)
        faults: list[SourceError] = []
        return [*read(str(path), pack=PACK, on_fault=faults.append), *faults]


@QUICK
@given(st.lists(PIECES, max_size=40).map("".join), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_character_leads_back_to_its_bytes(text: str, codec: str) -> None:
    raw = ("It begins. " + text).encode(codec)
    (document,) = outcome_of(raw)
    assert isinstance(document, Document)
    real = "utf-16-le" if codec == "utf-16" else "utf-8"
    assert sum(segment.length for segment in document.segments) == len(document.text)
    for segment in document.segments:
        stored = document.text[segment.start : segment.start + segment.length]
        source = raw[segment.raw_start : segment.raw_end].decode(real)
        assert len(stored) == len(source)
        assert all(a == b or (a.isspace() and b.isspace()) for a, b in zip(stored, source, strict=True))


@QUICK
@given(st.binary(max_size=300), st.sampled_from([".txt", ".jsonl", ".html", ".md"]))
@example(b'{"text": "\\ud800 a"}', ".jsonl")
@example(b"[" * 3000, ".jsonl")
@example(b"html|body", ".txt")
@example(b"<html>" + b"<div>" * 2000, ".html")
@example(b"\xff\xfe\x00\xd8a\x00", ".txt")
def test_any_bytes_end_in_documents_or_faults(raw: bytes, suffix: str) -> None:
    outcomes = outcome_of(raw, suffix)
    assert outcomes or not raw.strip() or suffix == ".jsonl"
    for outcome in outcomes:
        assert str(outcome) if isinstance(outcome, SourceError) else outcome.text.encode() and outcome.id


def test_a_page_in_an_old_encoding_is_read_by_its_own_word(tmp_path: Path) -> None:
    head = "<head><meta charset='windows-1251'><title>Visit</title></head>"
    page = f"<html>{head}<body><p>The minister came to \u041a\u0438\u0457\u0432 on Monday.</p></body></html>"
    (tmp_path / "page.html").write_bytes(page.encode("windows-1251"))
    (document,) = read(str(tmp_path / "page.html"))
    assert "\u041a\u0438\u0457\u0432" in document.text
