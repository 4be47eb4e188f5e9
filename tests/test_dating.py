"""Dating the undated, with sentences of our own and the public seeds where they are."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from promissory.model import Published
from promissory.packs import Event, Pack, Person, Post, Title, load_pack
from promissory.reading import infer_published, read
from promissory.reading.bylines import is_byline

SHARED = Path(os.environ.get("PROMISSORY_SHARED", Path(__file__).parents[2] / "shared"))

PACK = Pack(
    id="test",
    digest="test",
    actors=(),
    people=(Person("anna-example", "Anna Example", ("Ana Example",)), Person("jon-sample", "Jón Sample"), Person("eva-next", "Eva Next")),
    posts=(
        Post("anna-example", "minister", "Defence Minister", "XX", "2022-01-10", "2024-06-30"),
        Post("eva-next", "minister", "Defence Minister", "XX", "2024-07-01", None),
        Post("jon-sample", "president", "President", "XX", "2010", "2014-05-99"),
        Post("jon-sample", "president", "President", "XX", "2023-03-01", "2025-02-99"),
    ),
    titles=(Title("minister", ("Defence Minister", "minister of defence")), Title("president", ("President", "head of state"))),
    items=(),
    topics=(),
    frameworks=(),
    places=(),
    events=(
        Event("founding", "origin", "the founding of the League", ("League+anniversary", "the siege"), "1950-03-01"),
        Event("summit", "event", "the summit in Bergen", ("Bergen summit", "summit in Bergen"), "2023-07-04"),
        Event("law", "phase", "the bill before parliament", ("bill+stuck/pending",), "2023-10-01", "2024-04-20"),
        Event("fund", "start", "the Bridge Fund", ("Bridge Fund",), "2023-02-01"),
    ),
)


def inferred(text: str) -> str | None:
    found = infer_published(text, PACK)
    assert found is None or (found.basis == "inferred" and found.because)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Defence Minister Anna Example met President Jon Sample in Oslo.", "2023-03-01/2024-06-30"),
        ("Ana Example, the country's defence minister, welcomed it.", "2022-01-10/2024-06-30"),
        ("President of the Republic Jón Sample spoke after the siege.", "2010-01-01/2025-02-28"),
        ("Anna Example welcomed the decision.", None),
        ("Former Defence Minister Anna Example welcomed it.", None),
        ("President-elect Jon Sample welcomed it.", None),
        ("New Defence Minister Eva Next made her first visit.", "2024-07-01/2024-09-29"),
        ("Defence Minister Eva Next made a visit.", None),
        ("In 2022 Defence Minister Anna Example had promised it, President Jon Sample recalled.", None),
    ],
)
def test_posts_bound_the_time(text: str, value: str | None) -> None:
    assert inferred(text) == value


def test_a_text_may_look_back_but_not_ahead() -> None:
    text = "Defence Minister Eva Next thanked President Jon Sample. Defence Minister Anna Example had begun the work."
    assert inferred(text) == "2024-07-01/2025-02-28"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They recalled the Bergen summit last year.", "2024-01-01/2024-12-31"),
        ("The pledge was made at the summit in Bergen last July.", "2023-08-01/2024-07-31"),
        ("After the recent Bergen summit the work goes on.", "2023-07-04/2023-09-02"),
        ("Ahead of the Bergen summit ministers met.", None),
        ("The bill is stuck in parliament.", "2023-10-01/2024-04-20"),
        ("The Bridge Fund paid again. The bill is still pending.", "2023-10-01/2024-04-20"),
        ("The League marked its 75th anniversary.", "2025-01-01/2025-12-31"),
        ("Next week marks the fourth anniversary of the siege.", "1954-02-22/1954-02-28"),
        ("Today, on the fourth anniversary of the siege, bells rang.", "1954-03-01"),
        ("Crowds gathered on the second anniversary of the siege.", "1952-01-01/1952-12-31"),
        ("It was the third year of the siege.", "1952-03-01/1953-02-28"),
        ("On day 10 of the siege shells fell.", "1950-03-10/1950-03-11"),
    ],
)
def test_events_bound_the_time(text: str, value: str | None) -> None:
    assert inferred(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ministers signed the treaty on 4 May 2024 in Oslo.", "2024-05-04/2024-06-03"),
        ("Talks were held on Wednesday, July 9-11, 2024.", "2024-07-11/2024-08-10"),
        ("The ministers will sign the treaty on 4 May 2024 in Oslo.", None),
        ("Since 4 May 2024 the depot has been closed.", None),
        ("Aid has been paid since March 2023. The bill is stuck.", "2023-10-01/2024-04-20"),
        ("Aid rose in November 2023. The bill is stuck.", "2023-11-01/2024-04-20"),
        ("The crews arrived on March 3 in Oslo. The bill is stuck.", "2024-03-03/2024-04-02"),
        ("The crews arrived on March 3 in Oslo.", None),
    ],
)
def test_written_dates_bound_the_time(text: str, value: str | None) -> None:
    assert inferred(text) == value


def test_nothing_known_is_no_date() -> None:
    assert inferred("Ten trucks were handed over on Wednesday.") is None


def test_read_dates_only_the_undated(tmp_path: Path) -> None:
    undated, dated = tmp_path / "a.txt", tmp_path / "b.txt"
    undated.write_text("The bill is still stuck in parliament, said the men who were there.")
    dated.write_text("4 May 2024\n\nThe bill was stuck in parliament, said the men who were there.")
    first, second = read(str(tmp_path), pack=PACK)
    assert isinstance(first.published, Published)
    assert first.published.basis == "inferred"
    assert second.published is not None
    assert second.published.basis == "byline"


SEEDS = SHARED / "gold" / "seeds.jsonl"


@pytest.mark.skipif(not SEEDS.exists(), reason="the shared folder with the seed texts is not here")
def test_the_seeds_are_dated_as_a_careful_reader_would() -> None:
    pack = load_pack()
    for line in SEEDS.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        text = (SHARED / "seeds" / gold["doc"]).read_text(encoding="utf-8")
        found = infer_published(text, pack)
        assert found is not None, gold["doc"]
        first, _, last = found.value.partition("/")
        low, _, high = next(iter(gold["published"].values())).partition("/")
        assert first <= (high or low), found
        assert low <= (last or first), found


def test_a_weekday_tells_the_year_of_a_day() -> None:
    text = (
        "The Ukraine Defense Contact Group was praised by Estonian Prime Minister Kaja Kallas in a talk published on Sunday, January 14. "
        "She spoke of Ukraine at length."
    )
    published = infer_published(text, load_pack())
    assert published is not None
    assert published.value.startswith("2024-01-14/")


def test_a_date_of_the_matter_is_no_byline() -> None:
    assert not is_byline("Aid for 2022-2025 (since 24 February 2022)")
    assert not is_byline("Invasion of Ukraine, 24 February 2022")
    assert is_byline("Page last updated on 24 February 2026")


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("The talks ended on Wednesday after two hours.", "2026-02-18/2026-02-22"),
        ("The talks began on Tuesday and ended on Thursday.", "2026-02-19/2026-02-22"),
        ("The talks will end on Wednesday.", "2026-02-16/2026-02-22"),
        ("The talks ended last Wednesday.", "2026-02-16/2026-02-22"),
        ("The negotiators pictured on Wednesday.", "2026-02-16/2026-02-22"),
        ("The talks ended abruptly.", "2026-02-16/2026-02-22"),
    ],
)
def test_a_weekday_narrows_the_week_of_a_text(told: str, value: str) -> None:
    text = f"{told} Next week Kyiv keeps the fourth anniversary of Russia's full-scale invasion of Ukraine."
    published = infer_published(text, load_pack())
    assert published is not None
    assert published.value == value


def test_a_weekday_narrows_no_longer_time() -> None:
    assert inferred("The bill stuck in parliament was debated on Wednesday.") == "2023-10-01/2024-04-20"
