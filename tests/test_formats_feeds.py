"""Mail, saved pages, CSV, feeds, lists of addresses and sitemaps."""

from __future__ import annotations

import csv
import io
import tempfile
import time
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promissory.errors import SourceError
from promissory.model import Document
from promissory.reading import read
from promissory.reading.context import Fetched
from promissory.settings import Settings
from tests.test_reading import BODY, PACK, fault_of, only, write

LATER = "The workshop in the harbour said that a third one would follow by the end of the year, once the money had been paid."
NOUNS = st.sampled_from("bridge harbour crane vessel engine ladder timber signal carpet kettle".split())
SENTENCE = st.builds(
    lambda nouns, number: f"The {' near the '.join(nouns)} cost {number} crowns.",
    st.lists(NOUNS, min_size=3, max_size=20),
    st.integers(100, 9999),
)


def read_all(path: Path, **options: object) -> tuple[list[Document], list[SourceError]]:
    faults: list[SourceError] = []
    documents = list(read(path, pack=PACK, on_fault=faults.append, **({"fetch": None} | options)))  # type: ignore[arg-type]
    assert all("\n" not in str(fault) for fault in faults)
    return documents, faults


# mail --------------------------------------------------------------------------------------------------------------------


def mail(plain: str | None, page: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "The Harbour Letter <news@harbour.example>"
    message["To"] = "readers@harbour.example"
    message["Subject"] = "Two batteries – handed over"
    message["Date"] = "Tue, 07 May 2024 23:30:00 +0300"
    message["Message-ID"] = "<7@harbour.example>"
    if plain is not None:
        message.set_content(plain)
    if page is not None:
        (message.add_alternative if plain is not None else message.set_content)(page, subtype="html")
    return message


def test_a_mail_is_a_document_of_its_sender_and_its_day(tmp_path: Path) -> None:
    document = only(write(tmp_path, "letter.dat", mail(f"{BODY}\n\n{LATER}\n").as_bytes()))
    assert (document.title, document.publisher, document.format) == ("Two batteries – handed over", "The Harbour Letter", "eml")
    assert document.published is not None
    assert (document.published.value, document.published.basis) == ("2024-05-07", "metadata")
    assert document.text.split("\n\n")[1:] == [BODY, LATER]
    assert dict(document.metadata)["message-id"] == "<7@harbour.example>"


@pytest.mark.parametrize("plain", [None, "Open this letter in a browser."])
def test_the_page_of_a_newsletter_is_read_where_the_plain_text_is_none(tmp_path: Path, plain: str | None) -> None:
    page = f"<html><body><table><tr><td><p>{BODY}</p><p>{LATER}</p></td></tr></table></body></html>"
    text = only(write(tmp_path, "letter.eml", mail(plain, page).as_bytes())).text
    assert BODY in text
    assert LATER in text
    assert "browser" not in text


def test_a_page_without_words_leaves_the_plain_text(tmp_path: Path) -> None:
    assert only(write(tmp_path, "letter.eml", mail(BODY, "<html><body><img src='a.png'></body></html>").as_bytes())).text.endswith(BODY)


def test_attachments_are_documents_of_their_own(tmp_path: Path) -> None:
    message = mail(BODY)
    message.add_attachment(LATER.encode(), maintype="application", subtype="octet-stream", filename="later.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    path = write(tmp_path, "letter.eml", message.as_bytes())
    documents, faults = read_all(path)
    assert [(document.source, document.text) for document in documents[1:]] == [(f"{path}!later.txt", LATER)]
    assert not faults


def test_a_mail_within_mails_ends(tmp_path: Path) -> None:
    message = mail(BODY)
    for _ in range(30):
        outer = mail(LATER)
        outer.add_attachment(message)
        message = outer
    documents, faults = read_all(write(tmp_path, "letter.eml", message.as_bytes()))
    assert documents
    assert all("deep" in fault.what for fault in faults)


def test_a_memo_with_a_few_headers_is_no_mail(tmp_path: Path) -> None:
    assert only(write(tmp_path, "memo.txt", f"Subject: The batteries\n\n{BODY}")).format == "text"


def test_a_saved_page_keeps_its_address_and_the_day_of_saving_dates_nothing(tmp_path: Path) -> None:
    raw = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://e.org/depot\nSubject: The depot\nDate: Tue, 7 May 2024 08:00:00 -0000\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\n'
        f"Content-Transfer-Encoding: quoted-printable\n\n<html><body><main><p>{BODY.replace('two', 't=77o')}</p></main></body></html>\n"
        "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBO\n--b--\n"
    )
    document = only(write(tmp_path, "depot.mht", raw))
    assert (document.url, document.title, document.format) == ("https://e.org/depot", "The depot", "mhtml")
    assert BODY in document.text
    assert document.published is None
    assert dict(document.metadata)["saved"].endswith("May 2024 08:00:00 -0000")


@settings(max_examples=30, deadline=None)
@given(st.lists(SENTENCE, min_size=1, max_size=5), st.lists(NOUNS, min_size=2, max_size=9).map(lambda nouns: "Café " + " ".join(nouns)))
def test_what_a_mail_says_is_read_as_it_was_written(paragraphs: list[str], subject: str) -> None:
    message = mail("\n\n".join(paragraphs))
    message.replace_header("Subject", subject)
    with tempfile.TemporaryDirectory() as folder:
        document = only(write(Path(folder), "letter.eml", message.as_bytes()))
    assert document.title == subject
    assert [part.split() for part in document.text.split("\n\n")[1:]] == [part.split() for part in paragraphs]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 400))
def test_a_damaged_mail_ends_in_documents_or_faults(noise: bytes, at: int) -> None:
    raw = mail(BODY, f"<p>{LATER}</p>").as_bytes()
    with tempfile.TemporaryDirectory() as folder:
        read_all(write(Path(folder), "letter.eml", raw[:at] + noise + raw[at:]))


# CSV ---------------------------------------------------------------------------------------------------------------------


def table(rows: list[list[str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_row_is_a_document(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ["ID", "Title", "Text", "Published", "desk"],
        ["a", "Handed over", f"{BODY}\n\n{LATER}", "2024-05-07", "east"],
        ["", "", LATER, "", ""],
    ]
    path = write(tmp_path, "reports.dat", table(rows, delimiter))
    first, second = read_all(path)[0]
    assert (first.source, first.title, first.format) == (f"{path}#a", "Handed over", "csv")
    assert first.published is not None
    assert first.published.value == "2024-05-07"
    assert dict(first.metadata) == {"desk": "east"}
    assert first.text.endswith(LATER)
    assert (second.source, second.text) == (f"{path}#R2", LATER)


def test_other_names_of_columns_and_other_encodings(tmp_path: Path) -> None:
    raw = table([["headline", "body", "link"], ["Die Brücke", f"{BODY} Ä.", "https://e.org/a"]])
    for codec in ("utf-8-sig", "utf-16", "cp1252"):
        document = only(write(tmp_path, "reports.csv", raw.encode(codec)))
        assert (document.title, document.url) == ("Die Brücke", "https://e.org/a")


def test_tables_that_are_none_of_ours(tmp_path: Path) -> None:
    assert "column" in fault_of(write(tmp_path, "sums.csv", "country,sum\nLV,3\n")).what
    documents, faults = read_all(write(tmp_path, "wide.csv", f"id,text\na,b,c,d\nb,{BODY}\n"))
    assert [document.text for document in documents] == [BODY]
    assert "4 cells" in faults[0].what
    assert only(write(tmp_path, "prose.txt", f"Text, and more text, on the harbour\n\n{BODY}")).format == "text"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(SENTENCE, min_size=1, max_size=3).map("\n\n".join), min_size=1, max_size=4), st.sampled_from(",;\t|"))
def test_texts_survive_a_table(texts: list[str], delimiter: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder), "t.csv", table([["id", "text"], *([f"r{at}", text] for at, text in enumerate(texts))], delimiter))
        assert [document.text for document in read_all(path)[0]] == texts


# feeds -------------------------------------------------------------------------------------------------------------------

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour News</title><language>en-gb</language>
<item><title>Two batteries &amp; more</title><link>https://e.org/a</link><guid>g-1</guid><pubDate>Tue, 07 May 2024 10:00:00 GMT</pubDate>
<description>{BODY[:40]}…</description><content:encoded><![CDATA[<p>{BODY}</p><p>{LATER}</p>]]></content:encoded></item>
<item><title>A headline alone says that the bridge is open</title><link>https://e.org/b</link></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>
<entry><id>tag:e.org,2024:1</id><title>Third</title><link href="https://e.org/c"/><published>2024-05-08T01:00:00Z</published>
<author><name>Ada Smith</name></author><content type="html">&lt;p&gt;{LATER}&lt;/p&gt;</content></entry></feed>"""


def test_entries_of_rss(tmp_path: Path) -> None:
    path = write(tmp_path, "feed.dat", RSS)
    first, second = read_all(path)[0]
    assert (first.source, first.title, first.publisher, first.url) == (
        f"{path}#g-1",
        "Two batteries & more",
        "Harbour News",
        "https://e.org/a",
    )
    assert first.published is not None
    assert (first.published.value, first.published.basis) == ("2024-05-07", "feed")
    assert first.text.split("\n\n")[1:] == [BODY, LATER]
    assert (second.source, second.text) == (f"{path}#https://e.org/b", "A headline alone says that the bridge is open")
    assert second.published is None


def test_an_entry_of_a_picture_alone_is_its_headline(tmp_path: Path) -> None:
    entry = "<item><title>The third bridge is open</title><description>&lt;img src='a.png'&gt;</description></item>"
    feed = f"<rss version='2.0'><channel>{entry}</channel></rss>"
    document = only(write(tmp_path, "feed.xml", feed))
    assert (document.text, document.source) == ("The third bridge is open", f"{tmp_path / 'feed.xml'}#1")


def test_entries_of_atom(tmp_path: Path) -> None:
    path = write(tmp_path, "atom.xml", ATOM)
    document = only(path)
    assert (document.source, document.authors, document.url) == (f"{path}#tag:e.org,2024:1", ("Ada Smith",), "https://e.org/c")
    assert document.text.endswith(LATER)


def test_an_xml_bomb_and_a_broken_feed(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{levels}]><rss><channel><item><title>&e11;</title></item></channel></rss>'
    began = time.monotonic()
    for codec in ("utf-8", "utf-16"):
        fault = fault_of(write(tmp_path, "bomb.xml", bomb.encode(codec)))
        assert "entities" in fault.what
    assert time.monotonic() - began < 2
    outside = '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "file:///etc/hostname"><rss><channel></channel></rss>'
    assert "no entries" in fault_of(write(tmp_path, "outside.xml", outside)).what
    cut = write(tmp_path, "cut.xml", RSS[: RSS.index("</item>") + 7])
    assert [document.title for document in read_all(cut)[0]] == ["Two batteries & more"]
    assert "XML" in fault_of(write(tmp_path, "other.xml", "<?xml version='1.0'?><invoice/>")).what


def test_a_feed_nested_without_end_is_read_or_refused_in_bounded_time(tmp_path: Path) -> None:
    began = time.monotonic()
    read_all(write(tmp_path, "deep.xml", "<?xml version='1.0'?><rss><channel><item>" + "<a>" * 30_000))
    assert time.monotonic() - began < 5


# addresses ---------------------------------------------------------------------------------------------------------------

SITE = {
    "https://e.org/a": (f"<html><body><main><p>{BODY}</p></main></body></html>".encode(), "text/html; charset=utf-8"),
    "https://e.org/b": (LATER.encode(), "text/plain"),
    "https://e.org/feed": (ATOM.encode(), "application/atom+xml"),
    "https://e.org/map.xml": (b"<urlset><url><loc>https://e.org/b</loc></url></urlset>", "text/xml"),
}


def fetch(url: str, _settings: Settings) -> Fetched:
    if url not in SITE:
        raise SourceError("no such page", url, "check the address")
    content, kind = SITE[url]
    return Fetched(url, url.replace("e.org", "www.e.org"), content, kind)


def test_a_list_of_addresses_is_what_they_hold(tmp_path: Path) -> None:
    path = write(tmp_path, "links.dat", "# this week\nhttps://e.org/a\n\nhttps://e.org/gone\nhttps://e.org/b\nhttps://e.org/a\n")
    documents, faults = read_all(path, fetch=fetch)
    assert [(document.source, document.url, document.text) for document in documents] == [
        ("https://e.org/a", "https://www.e.org/a", BODY), ("https://e.org/b", "https://www.e.org/b", LATER),
    ]  # fmt: skip
    assert [fault.where for fault in faults] == ["https://e.org/gone"]


def test_an_address_can_be_a_source_itself() -> None:
    (document,) = read("https://e.org/feed", pack=PACK, fetch=fetch)
    assert document.source == "https://e.org/feed#tag:e.org,2024:1"


def test_sitemaps_and_sitemaps_of_sitemaps(tmp_path: Path) -> None:
    index = "<?xml version='1.0'?><sitemapindex xmlns='x'><sitemap><loc>https://e.org/map.xml</loc></sitemap></sitemapindex>"
    assert [document.text for document in read_all(write(tmp_path, "index.xml", index), fetch=fetch)[0]] == [LATER]
    news = (
        "<urlset xmlns:n='n'><url><loc>https://e.org/a</loc><n:news><n:publication><n:name>Harbour</n:name></n:publication>"
        "<n:publication_date>2024-05-09</n:publication_date></n:news></url></urlset>"
    )
    (document,) = read_all(write(tmp_path, "news.xml", news), fetch=fetch)[0]
    assert document.published is not None
    assert (document.published.value, document.published.basis, document.publisher) == ("2024-05-09", "metadata", "Harbour")


def test_without_a_way_to_fetch_a_list_is_one_fault_and_a_circle_of_lists_ends(tmp_path: Path) -> None:
    path = write(tmp_path, "links.txt", "https://e.org/a\nhttps://e.org/b\n")
    documents, faults = read_all(path)
    assert not documents
    assert [(fault.where, "2 addresses" in fault.what) for fault in faults] == [(str(path), True)]

    def circle(url: str, _settings: Settings) -> Fetched:
        return Fetched(url, url, f"{url}\n".encode())

    _, faults = read_all(path, fetch=circle)
    assert len(faults) == 2
    assert "nested" in faults[0].what
