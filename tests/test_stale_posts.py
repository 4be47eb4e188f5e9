"""People named with a post that they did not hold when the text appeared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promissory.model import Document, Published
from promissory.packs import load_pack
from promissory.reading import find_stale_posts

PACK = load_pack()


def stale(text: str, published: str | None, basis: str = "given") -> list[str]:
    document = Document(text, "a.txt", published=Published(published, basis) if published else None)
    found = find_stale_posts(document, PACK)
    assert all(document.text[s.start : s.end] == s.quote for finding in found for s in finding.evidence)
    assert {(finding.kind, finding.about) for finding in found} <= {("stale_post", (document.id,))}
    return [finding.message for finding in found]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("NATO Secretary General Jens Stoltenberg promised more help.", "2025-03-04"),
        ("Jens Stoltenberg, the NATO Secretary General, promised more help.", "2025-03-04"),
        ("Foreign Minister Dmytro Kuleba asked for Patriots.", "2025-01-20"),
        ("NATO Secretary General Mark Rutte promised more help.", "2023-11-02"),
    ],
)
def test_a_post_that_was_not_held_is_found(text: str, published: str) -> None:
    (message,) = stale(text, published)
    assert published in message


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("NATO Secretary General Jens Stoltenberg promised more help.", "2024-03-04"),
        ("NATO Secretary General Jens Stoltenberg took his leave.", "2024-10-05"),
        ("Former NATO Secretary General Jens Stoltenberg spoke in Oslo.", "2025-03-04"),
        ("In July 2023 NATO Secretary General Jens Stoltenberg spoke in Vilnius.", "2025-03-04"),
        ("Mark Rutte, Prime Minister Keir Starmer and others met.", "2025-03-04"),
        ("Mark Rutte, for many years prime minister of the Netherlands, spoke.", "2025-03-04"),
        ("Jens Stoltenberg spoke in Oslo.", "2025-03-04"),
        ("NATO Secretary General Jens Stoltenberg promised more help.", None),
    ],
)
def test_what_is_right_past_or_open_is_not(text: str, published: str | None) -> None:
    assert stale(text, published) == []


def test_of_a_day_that_was_inferred_nothing_is_said() -> None:
    assert stale("Foreign Minister Dmytro Kuleba asked for Patriots.", "2025-01-20", "inferred") == []


@given(st.text(max_size=300))
def test_any_text_can_be_doubted(text: str) -> None:
    if text.strip():
        stale(f"{text} NATO Secretary General Jens Stoltenberg {text}", "2025-03-04")
