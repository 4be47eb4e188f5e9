"""The words of a page at a first look: what is told stays, what only leads elsewhere or makes the page goes."""

from __future__ import annotations

import time

import pytest

from promissory.reading.skimming import running_words


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>Oslo sends <b>six</b> guns</p>", "Oslo sends six guns"),
        ('<ul><li><a href="/war">War in Ukraine</a></li><li> <a href="/x"><span>Sport</span></a>\n</li></ul><p>Rain.</p>', "Rain."),
        ('<p>Oslo, <a href="/no">Norway</a> said, agrees.</p>', "Oslo, Norway said, agrees."),
        ('<p>It said</p><a href="/x">that <p>Oslo</p> pays</a><p>.</p>', "It said that Oslo pays ."),
        ("<p>Less<script>if (a<b) { c = '<p>War</p>' }</script> is <style>p > a {}</style>more</p>", "Less is more"),
        ('<script type=\'application/ld+json\'>{"articleBody": "Oslo"}</script>', '{"articleBody": "Oslo"}'),
        ("<p>2 < 3, and 5 > 4</p><scripture>Job</scripture>", "2 < 3, and 5 > 4 Job"),
        ("<p><script>never ends: Oslo", "never ends: Oslo"),
    ],
)
def test_running_words(page: str, words: str) -> None:
    assert running_words(page.encode()).decode() == words


@pytest.mark.parametrize("again", ["<a>", "<a ", "<script>", "<style>", "<a><p>", "> ", "< ", "<script> <"])
def test_a_page_of_nothing_but_tags_takes_no_longer_than_others(again: str) -> None:
    began = time.process_time()
    running_words(again.encode() * (1_000_000 // len(again)))
    assert time.process_time() - began < 2
