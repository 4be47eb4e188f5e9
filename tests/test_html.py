"""Web pages: what of them is the report, what was taken out and why, what they say of themselves, and pages that are broken."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence

import pytest

from promissory.errors import SourceError
from promissory.model import Document
from promissory.reading.composing import compose
from promissory.reading.decoding import decode
from promissory.reading.html import draft_html, draft_html_in_bulk

FIRST = "The ministers of both countries met in the harbour town and agreed on a plan for the winter months ahead."
SECOND = "Under the plan, which parliament must still approve, forty generators will be handed over before the end of the year."
THIRD = "Officials said that the first ten had left the depot on Monday and that the rest would follow by rail and by sea."
FOURTH = "Nobody could say on Tuesday who would pay for the transport, which the opposition called a serious gap in the plan."
REPORT = (FIRST, SECOND, THIRD, FOURTH)


def document_of(page: str | bytes) -> Document:
    raw = page.encode() if isinstance(page, str) else page
    decoded = decode(raw)
    return compose(draft_html(decoded.text, "page"), "page", lambda t: t.segments(raw, decoded.text, decoded.codec, decoded.offset))


def paragraphs(words: Sequence[str] = REPORT) -> str:
    return "".join(f"<p>{text}</p>" for text in words)


def page_of(body: str, head: str = "", title: str = "Generators for the winter") -> str:
    return f'<!doctype html><html lang="en"><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>'


def linked_data(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **fields})}</script>'


def reasons(document: Document) -> dict[str, str]:
    return {words: reason for reason, words in document.removed}


# body --------------------------------------------------------------------------------------------------------------------


def test_report_is_kept_whole_and_in_order() -> None:
    document = document_of(page_of(paragraphs()))
    assert document.text == "\n\n".join(("Generators for the winter", *REPORT))
    assert document.title == "Generators for the winter"
    assert document.title_span == (0, len("Generators for the winter"))


@pytest.mark.parametrize(
    ("furniture", "reason"),
    [
        ("<figure><img src=a.jpg><figcaption>Two trucks stand in front of the depot on Monday.</figcaption></figure>", "caption"),
        ('<div class="wp-caption"><p>Two trucks stand in front of the depot on Monday.</p></div>', "caption"),
        ('<div class="c-NewsletterSignup"><p>Two trucks a day, straight to your door, every morning.</p></div>', "newsletter"),
        ("<aside><p>Two trucks stand in front of the depot on Monday.</p></aside>", "aside"),
        ('<ul class="share-bar"><li>Two trucks stand in front of the depot on Monday.</li></ul>', "sharing"),
        ('<section id="related_stories"><h3><a href=/x>Two trucks stand at the depot</a></h3></section>', "related"),
        ('<div class="author-bio"><p>Two trucks is a reporter who lives in the capital.</p></div>', "author note"),
        ("<p><a href=/x>Two trucks stand in front of the depot on Monday</a></p>", "related"),
        ('<div class="comments"><p>Two trucks are far too few, if you ask me about it.</p></div>', "comments"),
        ('<div data-component="ad-slot"><p>Two trucks for the price of one, only this week.</p></div>', "advertisement"),
        ('<blockquote class="twitter-tweet"><p>Two trucks seen at the depot today!</p></blockquote>', "embedded post"),
        ('<span class="sr-only">Two trucks, opens in a new window</span>', "invisible"),
        ("<p hidden>Two trucks stand in front of the depot on Monday.</p>", "invisible"),
        ("<p>Two trucks outside the depot</p>", "label"),
        ("<p>Sign up for Two trucks, our weekly newsletter on logistics.</p>", "subscription"),
        ("<p>Reporting by Two Trucks; Editing by Anna Example</p>", "credit"),
        ("<p>Click here to read more about Two trucks and their loads.</p>", "related"),
        ("<form><p>Two trucks stand in front of the depot on Monday.</p></form>", "form"),
    ],
)
def test_furniture_inside_the_report_goes_and_is_recorded(furniture: str, reason: str) -> None:
    document = document_of(page_of(paragraphs(REPORT[:2]) + furniture + paragraphs(REPORT[2:])))
    assert document.text == "\n\n".join(("Generators for the winter", *REPORT))
    assert [why for words, why in reasons(document).items() if "Two trucks" in words or "Two Trucks" in words] == [reason]


def test_site_chrome_is_told_in_numbers() -> None:
    chrome = "<nav><ul><li>Home</li><li>World</li></ul></nav>"
    document = document_of(page_of(paragraphs()).replace("<body>", f"<body>{chrome}") + "<footer>Contact us</footer>")
    assert ("page", "2 blocks of navigation") in document.removed
    assert "World" not in document.text


def test_lists_quotations_tables_and_headings_stay() -> None:
    body = (
        f"<p>{FIRST}</p><h2>What is in the plan</h2><ul><li>forty generators</li><li>ten transformers</li></ul>"
        f"<blockquote><p>“We keep our word,” the minister said.</p></blockquote><p>{SECOND}</p>"
        f"<table><tr><th>Country</th><th>Sum</th></tr><tr><td>Norway</td><td>12</td></tr></table>{paragraphs(REPORT[2:])}"
    )
    lines = document_of(page_of(body)).text.split("\n\n")
    assert {"What is in the plan", "forty generators", "“We keep our word,” the minister said.", "Norway", "12"} <= set(lines)


def test_a_heading_goes_with_what_it_headed() -> None:
    document = document_of(page_of(paragraphs() + "<h2>More stories</h2><ul><li><a href=/a>Rail strike ends</a></li></ul>"))
    assert "More stories" not in document.text
    assert reasons(document)["Rail strike ends"] == "related"


def test_lists_of_other_stories_go() -> None:
    teasers = "".join(
        f"<div><h3><a href=/{n}>Story number {n} of the day</a></h3><p>A minister said {n} things.</p></div>" for n in range(4)
    )
    assert "Story number" not in document_of(page_of(paragraphs() + teasers)).text
    assert "3 things" not in document_of(page_of(paragraphs() + teasers)).text


def test_words_printed_twice_stand_once() -> None:
    pulled = "<blockquote>forty generators will be handed over before the end of the year</blockquote>"
    document = document_of(page_of(paragraphs(REPORT[:1]) + pulled + paragraphs(REPORT[1:]) + f"<p>{FIRST}</p>"))
    assert document.text.count(FIRST) == 1
    assert document.text.count("handed over") == 1
    assert reasons(document)[FIRST] == "repeated"


def test_the_standfirst_opens_the_report() -> None:
    head = '<meta property="og:description" content="Who pays for the transport is open">'
    page = (
        f"<html><head>{head}</head><body><header><h1>Generators</h1><div><p>Who pays for the transport is open</p></div>"
        f"<div class=article__dek>Forty of them are promised</div></header><div class=article-body>{paragraphs()}</div></body></html>"
    )
    assert document_of(page).text.startswith(
        "Generators\n\nWho pays for the transport is open\n\nForty of them are promised\n\nThe ministers"
    )


def test_a_second_headline_is_a_standfirst_too() -> None:
    page = f"<html><body><header><h1>Generators</h1><h2><p>Forty of them go east</p></h2></header><div>{paragraphs()}</div></body></html>"
    assert document_of(page).text.startswith("Generators\n\nForty of them go east\n\nThe ministers")


@pytest.mark.parametrize("name", ["has-sidebar newsletter-page", "slideshow", "related-layout"])
def test_a_container_named_like_furniture_is_believed_to_be_the_report_by_what_it_holds(name: str) -> None:
    inner = '<div class="newsletter"><p>Get the letter every morning, for nothing, straight to your inbox.</p></div>'
    page = f'<html><body><div class="{name}"><h1>Generators</h1>{paragraphs()}{inner}</div></body></html>'
    document = document_of(page)
    assert all(text in document.text for text in REPORT)
    assert "letter every morning" not in document.text


def test_comments_never_win_over_the_report() -> None:
    said = "I have read this with great interest, and I do not believe a single word of what the minister says here."
    comments = f"<section class=comments>{''.join(f'<p>{said} {n}.</p>' for n in range(40))}</section>"
    document = document_of(page_of(paragraphs()) + comments)
    assert FIRST in document.text
    assert "great interest" not in document.text


def test_a_short_notice_wins_over_a_long_cookie_banner() -> None:
    banner = "We and our partners store small files on your device, for which we need the consent that you can give here. "
    page = f'<html><body><div id="cookie-banner"><p>{banner * 6}</p></div><h1>Generators</h1><p>{FIRST}</p></body></html>'
    assert document_of(page).text == f"Generators\n\n{FIRST}"


def test_a_page_wrapped_in_a_form_is_read() -> None:
    assert FIRST in document_of(f"<html><body><form action=/s><div><h1>Generators</h1>{paragraphs()}</div></form></body></html>").text


def test_layout_words_in_names_hide_nothing() -> None:
    page = f'<html><body><div class="u-overflow-hidden md:hidden"><article class="hidden-gem">{paragraphs()}</article></div></body></html>'
    assert FIRST in document_of(page).text


def test_old_pages_divide_paragraphs_by_breaks_and_leave_tags_open() -> None:
    counted = "<p>Forty<br>\ngenerators<br/>were counted<br>at the depot gates.<p>"
    page = f"<html><body><font size=2>{FIRST}<br><br>{SECOND}<br>{THIRD}{counted}{FOURTH}"
    said = [FIRST, SECOND, THIRD, "Forty generators were counted at the depot gates.", FOURTH]
    assert document_of(page).text.split("\n\n") == said


def test_two_breaks_divide_paragraphs_without_end_marks() -> None:
    page = page_of(f"<div>Heading of a list<br/>\n<br>{FIRST}<br> <br>{SECOND}</div>{paragraphs(REPORT[2:])}")
    assert document_of(page).text.split("\n\n")[-3:] == list(REPORT[1:])
    assert "list The" not in document_of(page).text


def test_inline_markup_entities_and_comments_leave_words_whole() -> None:
    page = page_of(
        f"<p>Gen<b>erat</b>ors &amp; trans<!-- x -->form&shy;ers&nbsp;&#8212; worth &euro;40&nbsp;billion &lt;net&gt;.</p>{paragraphs()}"
    )
    assert "Generators & transformers — worth €40 billion <net>." in document_of(page).text


# metadata ----------------------------------------------------------------------------------------------------------------


def test_linked_data_tell_who_when_and_where() -> None:
    graph = {
        "@graph": [
            {"@type": "Person", "@id": "#a", "name": "Anna Example"},
            {"@type": "Organization", "@id": "#o", "name": "The Example"},
            {
                "@type": ["NewsArticle"], "headline": "Generators for the winter", "author": [{"@id": "#a"}, {"name": "Ben Muster"}],
                "publisher": {"@id": "#o"}, "datePublished": "2024-11-05T23:30:00-05:00", "dateModified": "2024-11-07T08:00:00Z",
                "inLanguage": "en-GB",
            },
        ]
    }  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(graph)}</script><link rel="canonical" href="https://e.org/a">'
    document = document_of(page_of(paragraphs(), head))
    assert document.authors == ("Anna Example", "Ben Muster")
    assert (document.publisher, document.url, document.language) == ("The Example", "https://e.org/a", "en")
    assert document.published is not None
    assert (document.published.value, document.published.basis) == ("2024-11-05", "metadata")
    assert dict(document.metadata)["updated"] == "2024-11-07"


def test_the_printed_headline_wins_where_the_metadata_know_it() -> None:
    head = linked_data(headline="Generators: what to know") + '<meta property="og:title" content="Generators for the winter | The Example">'
    assert document_of(page_of(paragraphs(), head)).title == "Generators for the winter"
    assert document_of(page_of(paragraphs(), linked_data(headline="A headline"), title="The Example Daily")).title == "A headline"


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    page = f"<html><head><title>Generators for the winter - The Example</title></head><body>{paragraphs()}</body></html>"
    assert document_of(page).title == "Generators for the winter"


def test_user_names_and_addresses_are_no_authors() -> None:
    head = linked_data(author={"name": "anna-example"}) + '<meta name="author" content="By Anna Example and Ben Muster">'
    head += '<meta property="article:author" content="https://e.org/anna">'
    assert document_of(page_of(paragraphs(), head)).authors == ("Anna Example", "Ben Muster")


def test_a_printed_byline_tells_what_metadata_do_not() -> None:
    body = f'<div class="byline">By Anna Example and Ben Muster</div><div class="meta">5 November 2024</div>{paragraphs()}'
    document = document_of(page_of(body))
    assert document.authors == ("Anna Example", "Ben Muster")
    assert document.published is not None
    assert (document.published.value, document.published.basis) == ("2024-11-05", "byline")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-11-05T08:00:00">',
        '<meta itemprop="datePublished" content="2024-11-05">',
        '<meta content="Nov. 5, 2024" name=pubdate>',
        '<link rel="canonical" href="https://e.org/news/2024/11/05/generators">',
        "<time datetime='2024-11-05T08:00Z' itemprop=datePublished></time>",
    ],
)
def test_dates_of_publication(head: str) -> None:
    published = document_of(page_of(paragraphs(), head)).published
    assert published is not None
    assert (published.value, published.basis) == ("2024-11-05", "metadata")
    assert published.because


def test_an_undated_page_stays_undated() -> None:
    assert document_of(page_of(paragraphs())).published is None


# pages that show little or are broken ------------------------------------------------------------------------------------


def test_a_scripted_page_is_read_from_its_data_and_says_so() -> None:
    page = page_of("<p>Loading…</p>", linked_data(articleBody="\n".join(REPORT), headline="Generators for the winter"))
    document = document_of(page)
    assert all(text in document.text for text in REPORT)
    assert document.segments == ()
    assert "data block" in dict(document.metadata)["text_from"]


def test_data_keep_what_a_name_would_remove() -> None:
    body = paragraphs(REPORT[:3]) + f'<div class="promo"><a href=/x>see</a><p>{FOURTH}</p></div>'
    assert FOURTH not in document_of(page_of(body)).text
    assert FOURTH in document_of(page_of(body, linked_data(articleBody=" ".join(REPORT)))).text


@pytest.mark.parametrize("page", ["<html><body><script>let a = '<p>words</p>'</script></body></html>", "<html><p></p></html>", "<!-- x"])
def test_pages_without_words_end_in_one_clear_fault(page: str) -> None:
    with pytest.raises(SourceError, match="no words"):
        document_of(page)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + paragraphs(),
        "<b><i>" * 50_000 + paragraphs() + "</div></u></p>" * 50_000,
        f'<div data-x="{"x" * 5_000_000}">{paragraphs()}</div>',
        f"<div {'x ' * 1_000_000}>{paragraphs()}</div>",
        paragraphs() + '<a href="' * 200_000,
        paragraphs() + "<script>" * 200_000,
        paragraphs() + "<script>" + "</script" * 200_000,
        paragraphs() + "<!--" * 200_000,
        paragraphs() + "<" * 2_000_000,
        paragraphs() + "<a" + " " * 2_000_000,
        paragraphs() + "&" * 1_000_000,
        paragraphs() + "<ul>" + "<li><p>x" * 50_000,
        f"<p>{FIRST} {'word ' * 200_000}</p>",
    ],
    ids=range(13),
)
def test_pages_made_to_hurt_are_read_in_bounded_time(page: str) -> None:
    began = time.process_time()
    document = document_of(page)
    assert time.process_time() - began < 4
    assert FIRST in document.text


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-16", "no-such-charset"])
def test_a_wrong_declaration_of_the_charset_changes_nothing(declared: str) -> None:
    page = page_of(f"<p>Präsident Škoda said “forty” generators were enough.</p>{paragraphs()}", f'<meta charset="{declared}">')
    assert "Präsident Škoda said “forty” generators" in document_of(page).text


def test_the_bulk_reader_finds_the_report_too() -> None:
    page = page_of("<nav><ul><li>Home</li></ul></nav>" + paragraphs(), linked_data(headline="Generators for the winter"))
    document = compose(draft_html_in_bulk(page, "page"), "page", lambda _: ())
    assert all(text in document.text for text in REPORT)
    assert document.title == "Generators for the winter"
    assert dict(document.metadata)["reader"] == "bulk"


@pytest.mark.parametrize(
    "sentence",
    [
        "By signing the accord on Monday, the two ministers agree to the terms that parliament set in the spring.",
        "We will receive support from the Commission before the end of the year.",
        "This report was published by the ministry on Monday.",
        "Like many others, he posted the picture of the depot on X on Tuesday.",
        "For more than a year, news of the plan had been told in articles that nobody could check.",
    ],
)
def test_sentences_that_only_sound_like_furniture_stay(sentence: str) -> None:
    assert sentence in document_of(page_of(paragraphs(REPORT[:2]) + f"<p>{sentence}</p>" + paragraphs(REPORT[2:]))).text


def test_headline_on_which_data_and_title_agree() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry line opens in spring"}</script>'
    social = "<meta property='og:title' content='A ferry at last'>"
    head = f"<head><title>Ferry line opens in spring | Harbour Gazette</title>{data}{social}</head>"
    words = "The line will carry cars and people across the bay. " * 12
    page = f"<html>{head}<body><article><h1>A ferry at last</h1><p>{words}</p></article></body></html>"
    assert document_of(page).title == "Ferry line opens in spring"
