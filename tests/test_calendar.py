"""Dates in the wording of news."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promissory.extraction.calendar.chronology import iso_duration, value_of
from promissory.extraction.calendar.dates import DateMention, dates

FRIDAY = "2024-04-05"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def only(text: str, published: str | None = FRIDAY) -> DateMention:
    (mention,) = dates(text, published)
    return mention


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("They met on April 3 in Brussels.", "April 3", "2024-04-03"),
        ("They met on 3 April 2024 in Brussels.", "3 April 2024", "2024-04-03"),
        ("They met on April 3rd, 2022.", "April 3rd, 2022", "2022-04-03"),
        ("They met on Apr. 3.", "Apr. 3", "2024-04-03"),
        ("It was the 3rd of April.", "the 3rd of April", "2024-04-03"),
        ("Dated 2024-04-03.", "2024-04-03", "2024-04-03"),
        ("Dated 03.04.2024.", "03.04.2024", "2024-04-03"),
        ("Dated 13/04/2024.", "13/04/2024", "2024-04-13"),
        ("They met on Wednesday, April 3, 2024.", "Wednesday, April 3, 2024", "2024-04-03"),
        ("War broke out in February 2022.", "February 2022", "2022-02"),
        ("It rose in June last year.", "June last year", "2023-06"),
        ("They promised it last July.", "last July", "2023-07"),
        ("The boats will be delivered on October 20.", "October 20", "2024-10-20"),
        ("The boats are to be handed over in November.", "November", "2024-11"),
        ("She said that they would be repaired in November.", "November", "2024-11"),
        ("The boats were delivered in August.", "August", "2023-08"),
        ("Rutte will succeed Stoltenberg on October 20.", "October 20", "2024-10-20"),
        ("She succeeded Petro Melnyk in September.", "September", "2023-09"),
        ("They agreed in 2024.", "2024", "2024"),
        ("After the 2022 invasion they fled.", "2022", "2022"),
        ("They signed it in early 2024.", "early 2024", "2024"),
        ("It lasted until the end of June.", "the end of June", "2024-06"),
        ("It will be ready in mid-July.", "mid-July", "2024-07"),
        ("It began in spring 2024.", "spring 2024", "2024-03/2024-05"),
        ("It is due in the first quarter of 2025.", "the first quarter of 2025", "2025-01/2025-03"),
        ("It is due in Q1 2025.", "Q1 2025", "2025-01/2025-03"),
        ("It grew in H1 2024.", "H1 2024", "2024-01/2024-06"),
        ("It grew in the second half of 2023.", "the second half of 2023", "2023-07/2023-12"),
        ("The budget for fiscal year 2024 passed.", "fiscal year 2024", "2024"),
        ("The budget for the current fiscal year passed.", "the current fiscal year", "2024"),
        ("The budget for FY2024 passed.", "FY2024", "2024"),
        ("He ruled in the 1990s.", "the 1990s", "1990/1999"),
        ("It was agreed last year.", "last year", "2023"),
        ("It will come next month.", "next month", "2024-05"),
        ("It came earlier this month.", "earlier this month", "2024-04"),
        ("It came this week.", "this week", "2024-04-01/2024-04-07"),
        ("They met over the weekend.", "the weekend", "2024-03-30/2024-03-31"),
        ("They met today.", "today", "2024-04-05"),
        ("They met yesterday.", "yesterday", "2024-04-04"),
        ("They meet tomorrow.", "tomorrow", "2024-04-06"),
        ("They dined last night.", "last night", "2024-04-04"),
        ("They talked this morning.", "this morning", "2024-04-05"),
        ("They met two days ago.", "two days ago", "2024-04-03"),
        ("It began two years ago.", "two years ago", "2022"),
        ("They met a fortnight ago.", "a fortnight ago", "2024-03-18/2024-03-24"),
        ("It should arrive by the end of the year.", "the end of the year", "2024"),
        ("Thirty will come by 2027.", "2027", "2027"),
        ("They held on until June.", "June", "2024-06"),
        ("So it has been since February 24 2022.", "February 24 2022", "2022-02-24"),
        ("Talks will run July 9-11, 2024.", "July 9-11, 2024", "2024-07-09/2024-07-11"),
        ("Talks ran on 3-4 April.", "3-4 April", "2024-04-03/2024-04-04"),
        ("The fund runs from 2024 to 2027.", "2024 to 2027", "2024/2027"),
        ("The fund 2024-2027 is new.", "2024-2027", "2024/2027"),
        ("The fund 2024–26 is new.", "2024–26", "2024/2026"),
        ("It came between May and July 2023.", "May and July 2023", "2023-05/2023-07"),
        ("It ran from November to January 2024.", "November to January 2024", "2023-11/2024-01"),
        ("In May they signed.", "May", "2023-05"),
        ("They will sign in May.", "May", "2024-05"),
        ("They left in March.", "March", "2024-03"),
        ("They left late on Thursday.", "late on Thursday", "2024-04-04"),
        ("They left later today.", "later today", "2024-04-05"),
        ("It comes this coming Friday.", "this coming Friday", "2024-04-12"),
        ("Profits rose in the fourth quarter.", "the fourth quarter", "2023-10/2023-12"),
        ("He ruled in the '90s.", "the '90s", "1990/1999"),
        ("It fell in the winter of 2023-24.", "the winter of 2023-24", "2023-12/2024-02"),
        ("They met on Feb.14 2024.", "Feb.14 2024", "2024-02-14"),
    ],
)
def test_a_date_is_found_with_its_value(text: str, quote: str, value: str) -> None:
    mention = only(text)
    assert (mention.quote, mention.value) == (quote, value)


@pytest.mark.parametrize(
    ("text", "timex", "kind"),
    [
        ("It holds for ten years.", "P10Y", "DURATION"),
        ("It is a 10-year pact.", "P10Y", "DURATION"),
        ("It is a decade-long pact.", "P1DE", "DURATION"),
        ("It took a decade.", "P1DE", "DURATION"),
        ("It will run for the next four years.", "P4Y", "DURATION"),
        ("They must answer within six months.", "P6M", "DURATION"),
        ("The talks took three hours.", "PT3H", "DURATION"),
        ("It took several weeks.", "PXW", "DURATION"),
        ("They waited for more than two years.", "P2Y", "DURATION"),
        ("They give five million euros a year.", "P1Y", "SET"),
        ("They report every month.", "P1M", "SET"),
        ("They report annually.", "P1Y", "SET"),
        ("They met at 8 p.m. on Wednesday.", "2024-04-03T20:00", "TIME"),
        ("They met on Wednesday morning.", "2024-04-03TMO", "TIME"),
        ("They met this week.", "2024-W14", "DATE"),
        ("They met in the spring of 2023.", "2023-SP", "DATE"),
        ("They are now ready.", "PRESENT_REF", "DATE"),
        ("They sit in the current cabinet.", "PRESENT_REF", "DATE"),
        ("They came earlier in the day.", FRIDAY, "DATE"),
        ("It should be done by year-end.", "2024", "DATE"),
        ("They meet on Tuesdays.", "XXXX-WXX-2", "SET"),
        ("They meet on Friday nights.", "XXXX-WXX-5TNI", "SET"),
        ("They rose over two decades.", "P2DE", "DURATION"),
        ("They fell for two quarters.", "P2Q", "DURATION"),
        ("It is a two-week-old crisis.", "P2W", "DURATION"),
        ("They lived there for 2 1/2 years.", "P2Y6M", "DURATION"),
        ("They lived there for two and a half years.", "P2Y6M", "DURATION"),
        ("It was the year ended then.", "P1Y", "DURATION"),
        ("They ruled in the 1970s.", "197", "DATE"),
        ("They ruled in the nineties.", "199", "DATE"),
        ("It took an hour and a half.", "PT1.5H", "DURATION"),
        ("They stopped at noon.", "2024-04-05T12:00", "TIME"),
        ("It is the war of the 21st century.", "20", "DATE"),
        ("They recently met.", "PAST_REF", "DATE"),
        ("It should come in the coming weeks.", "FUTURE_REF", "DATE"),
    ],
)
def test_timeml_values(text: str, timex: str, kind: str) -> None:
    mention = only(text)
    assert (mention.timex, mention.type) == (timex, kind)
    if kind == "DURATION":
        assert mention.value is None
        assert mention.span_words == iso_duration(timex)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Officials met on Wednesday.", FRIDAY, "2024-04-03"),
        ("Officials met on Friday.", FRIDAY, "2024-04-05"),
        ("Officials will meet on Monday.", FRIDAY, "2024-04-08"),
        ("On Monday, ministers will meet in Rome.", FRIDAY, "2024-04-08"),
        ("On Monday the foreign ministers of the group meet in Rome.", FRIDAY, "2024-04-08"),
        ("On Monday the foreign ministers of the group met in Rome.", FRIDAY, "2024-04-01"),
        ("She said on Monday that Rome would pay.", FRIDAY, "2024-04-01"),
        ("She visits Rome on Monday.", FRIDAY, "2024-04-08"),
        ("They meet next Tuesday.", FRIDAY, "2024-04-09"),
        ("They met last Friday.", FRIDAY, "2024-03-29"),
        ("They met on Monday last week.", FRIDAY, "2024-03-25"),
        ("He takes office on January 20.", "2024-12-19", "2025-01-20"),
        ("They signed it in November.", "2024-06-10", "2023-11"),
        ("Voters go to the polls in November; it will be close in November.", "2024-06-10", "2024-11"),
        ("It is the eleventh raid since March.", "2024-11-28", "2024-03"),
        ("They need it this winter.", "2024-12-19", "2024-12/2025-02"),
        ("They needed it this winter.", "2025-02-01", "2024-12/2025-02"),
        ("They needed it last winter.", "2024-12-19", "2023-12/2024-02"),
        ("They need it next winter.", "2024-03-19", "2024-12/2025-02"),
    ],
)
def test_tense_and_nearness_choose(text: str, published: str, value: str) -> None:
    assert dates(text, published)[-1].value == value


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("They met on April 3.", "2024-04-03/2024-04-30", "2024-04-03"),
        ("They met on Wednesday.", "2024-04-03/2024-04-30", None),
        ("They met on Wednesday.", None, None),
        ("They promised it last July.", "2024-04-11/2024-05-27", "2023-07"),
        ("They met this month.", "2024-04-03/2024-04-30", "2024-04"),
        ("They met this month.", "2024-04-03/2024-05-30", None),
        ("They met this year.", "2024", "2024"),
        ("They met this month.", "2024-04", "2024-04"),
        ("They met in April.", None, None),
        ("They met today.", None, None),
        ("They met in April 2021.", None, "2021-04"),
        ("Dated 03/04/2024.", FRIDAY, None),
    ],
)
def test_an_open_publication_date_is_never_guessed_away(text: str, published: str | None, value: str | None) -> None:
    assert only(text, published).value == value


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May spoke.",
        "They may march on Rome.",
        "The Sunday Times wrote it.",
        "They asked for 2000 soldiers.",
        "They fired more than 2,024 rounds.",
        "They fired 2024 missiles.",
        "The second convoy was the first to arrive.",
        "The 44-year-old minister spoke.",
        "A march of the Women was held.",
        "The Jan Lipavsky interview.",
        "He paid €40 for it.",
        'A picture with width="1872" is shown.',
        "It was the fall of another town.",
        "Article 5 was invoked.",
    ],
)
def test_no_date_where_none_is_said(text: str) -> None:
    assert dates(text, FRIDAY) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They signed on 3 July 2023. Prague signed on the same day.", "2023-07-03"),
        ("They signed on 3 July 2023. Two weeks later they met.", "2023-07-17/2023-07-23"),
        ("They signed on 3 July 2023. A day later they met.", "2023-07-04"),
        ("They signed in July 2021. That year they paid.", "2021"),
        ("They signed on 3 July 2023. The following month they paid.", "2023-08"),
        ("They signed in July 2021. The same day they paid.", None),
    ],
)
def test_what_counts_from_a_date_told_before(text: str, value: str | None) -> None:
    assert dates(text, FRIDAY)[-1].value == value


def test_boundaries_modifiers_and_covered_stretches() -> None:
    since, within, early = dates("Since 2022, and within six months, by early 2025.", FRIDAY)
    assert (since.boundary, since.covers) == ("since", "2022/2024")
    assert within.boundary == "within"
    assert (early.boundary, early.mod, early.quote) == ("by", "START", "early 2025")
    assert only("It runs for the next four years.").covers == "2024/2028"
    assert only("It is expected to last two years.").covers is None


def test_the_ends_of_a_range_can_stay_apart() -> None:
    assert [m.quote for m in dates("It runs from 2024 to 2027.", joined=False)] == ["2024", "2027"]


def test_a_list_of_dates_shares_the_year_at_its_end() -> None:
    assert [m.value for m in dates("They came in June and July 2022.", FRIDAY)] == ["2022-06", "2022-07"]


def test_a_publication_date_must_be_a_date() -> None:
    with pytest.raises(ValueError, match="soon"):
        dates("They met today.", "soon")


STYLES = (
    lambda d: d.isoformat(),
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"the {d.day}th of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3]}. {d.day}, {d.year}",
    lambda d: f"{d.day:02d}.{d.month:02d}.{d.year}",
    lambda d: f"{d:%A}, {d.day} {MONTHS[d.month - 1]} {d.year}",
)


@given(day=st.dates(date(1950, 1, 1), date(2099, 12, 31)), style=st.sampled_from(STYLES))
def test_a_date_written_out_is_read_back(day: date, style: object) -> None:
    assert callable(style)
    assert [m.value for m in dates(f"It was signed on {style(day)} in Rome.")] == [day.isoformat()]


@given(published=st.dates(date(1950, 1, 1), date(2099, 12, 31)), back=st.integers(0, 6))
def test_a_weekday_of_the_past_week_is_that_day(published: date, back: int) -> None:
    day = published - timedelta(back)
    assert [m.value for m in dates(f"They met on {day:%A}.", published.isoformat())] == [day.isoformat()]


PIECES = (
    "on in by the a of last next this April May March 3 31 2024 2024-04 24/7 years ten two days ago Wednesday winter - – / to and since "
    "until end early mid first quarter second Q1 half FY year's 10-year 8 p.m. 0 99999 a.m. 10:30 week every daily . , ( ) later same day"
)
WORDS = st.sampled_from(PIECES.split())
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join))


@given(text=TEXTS, published=st.sampled_from([None, FRIDAY, "2024", "0001-01-01", "9999-12-31", "2024-04-03/2024-05-10"]))
def test_any_text_gives_grounded_separate_mentions(text: str, published: str | None) -> None:
    found = dates(text, published)
    assert found == dates(text, published)
    assert all(text[m.start : m.end] == m.quote for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for mention in found:
        assert mention.value is None or all(value_of(end) for end in mention.value.split("/"))


def test_an_hour_is_of_the_day_told_before() -> None:
    _, hour = dates("They met on Tuesday. The signing began around 7:15 p.m.", FRIDAY)
    assert (hour.quote, hour.timex) == ("around 7:15 p.m.", "2024-04-02T19:15")


def test_a_year_ago_is_the_quarter_of_the_year_before() -> None:
    _, ago, same = dates(
        "It lost in the third quarter of 2023. It had won some a year ago. Then the year-earlier quarter was told.", FRIDAY
    )
    assert (ago.timex, ago.value, same.timex) == ("2022-Q3", "2022-07/2022-09", "2021-Q3")


@pytest.mark.parametrize("text", ["About three-quarters of it is gone.", "He is a 6-year-old boy.", "It came soon after the vote."])
def test_a_fraction_an_age_and_soon_after_are_no_times(text: str) -> None:
    assert dates(text, FRIDAY) == ()


def test_then_is_the_date_told_before() -> None:
    _, then = dates("They met in May 2022. Since then they have written.", FRIDAY)
    assert (then.quote, then.value, then.boundary, then.covers) == ("then", "2022-05", "since", "2022-05/2024-04")


@pytest.mark.parametrize(
    ("text", "quote", "timex"),
    [
        ("They met on Good Friday.", "Good Friday", "2024-03-29"),
        ("They met on Easter Sunday 2013.", "Easter Sunday 2013", "2013-03-31"),
        ("They will meet on Thanksgiving Day.", "Thanksgiving Day", "2024-11-28"),
        ("They met at Christmas.", "Christmas", "2023-12-25"),
        ("They met on New Year’s Eve.", "New Year’s Eve", "2023-12-31"),
        ("They met on Labor Day.", "Labor Day", "2023-09-04"),
        ("They will meet on Memorial Day.", "Memorial Day", "2024-05-27"),
        ("They marched on Victory Day.", "Victory Day", "2023-05-09"),
        ("They met on Orthodox Easter 2025.", "Orthodox Easter 2025", "2025-04-20"),
        ("They met on Orthodox Christmas 2023.", "Orthodox Christmas 2023", "2023-01-07"),
        ("They met three Fridays ago.", "three Fridays ago", "2024-03-15"),
        ("They meet this coming weekend.", "this coming weekend", "2024-W14-WE"),
    ],
)
def test_feasts_and_weekdays_counted_back(text: str, quote: str, timex: str) -> None:
    mention = only(text)
    assert (mention.quote, mention.timex) == (quote, timex)


@pytest.mark.parametrize("text", ["It is the Labor party's day.", "It is a new day."])
def test_no_feasts(text: str) -> None:
    assert not [m for m in dates(text, FRIDAY) if m.value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Delegates sat down on February 28, 2022. Three days later they met again; a third round followed on March 7.",
            ["2022-02-28", "2022-03-03", "2022-03-07"],
        ),
        ("The fund was voted on 3 May 2023. By 9 June half of it was spent.", ["2023-05-03", "2023-06-09"]),
        ("It failed on May 3, 2023. On Tuesday a new one was called, after January 12.", ["2023-05-03", "2024-04-23", "2024-01-12"]),
        ("The invasion began on February 24, 2022. On March 10 the council sat.", ["2022-02-24", "2024-03-10"]),
        ("It was signed on March 1, 2023. On April 20 the minister told of it.", ["2023-03-01", "2024-04-20"]),
        ("It was signed on March 1, 2023. On February 2 it was renewed.", ["2023-03-01", "2024-02-02"]),
        ("Talks in late March 2023 gave a draft. On March 29 the envoys sat on.", ["2023-03", "2023-03-29"]),
        ("Since the invasion of February 2022 much has changed. On March 10 the council sat.", ["2022-02", "2024-03-10"]),
    ],
)  # fmt: skip
def test_a_day_without_a_year_goes_on_with_a_story_of_an_earlier_one(text: str, values: list[str]) -> None:
    assert [m.value for m in dates(text, "2024-04-28") if m.type == "DATE"] == values


def test_who_has_succeeded_somebody_did_so_in_the_past() -> None:
    text = "The chairman is Admiral Dragone, who succeeded Admiral Robert John Bauer in January."
    assert [m.value for m in dates(text, "2025-09-18")] == ["2025-01"]


STORY = (
    "For the whole of 2022 Berlin waited. By the following January it could not. A request came on 24 January. Ten days before, London "
    "had offered tanks; the minister had resigned two days later. In late September the last arrived."
)


def test_a_text_without_a_date_takes_its_years_from_its_story() -> None:
    values = [m.value for m in dates(STORY) if m.type == "DATE"]
    assert values == ["2022", "2023-01", "2023-01-24", "2023-01-14", "2023-01-26", "2023-09"]


def test_a_text_without_a_date_takes_no_year_for_what_counts_from_today() -> None:
    assert [m.value for m in dates("In 2023 it was promised. It is to come next March.")] == ["2023", None]
    assert [m.value for m in dates("They meet in March.")] == [None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The deal was signed in May 2023. The following March it was dead.", "2024-03"),
        ("The grain deal of 2022 was signed. That July it was in force.", "2022-07"),
        ("He took office in March 2023 and left in January of the following year.", "2024-01"),
        ("The plan of November 2023 failed. It came back the next spring.", "2024-03/2024-05"),
        ("They met in March 2023. At the end of that year they met again.", "2023"),
        ("They met on 16 January 2023. Two days previously, they had talked.", "2023-01-14"),
        ("Tanks crossed the border on the second anniversary of the invasion.", "2024-02-24"),
    ],
)
def test_a_time_that_leans_on_the_story_is_counted_from_it(text: str, value: str) -> None:
    assert [m.value for m in dates(text, "2026-02-19")][-1] == value


def test_next_spring_without_an_article_is_that_after_the_text() -> None:
    assert [m.value for m in dates("The plan of November 2023 failed. It will be back next spring.", "2026-02-19")][-1] == "2026-03/2026-05"


def test_an_event_for_an_anniversary_may_be_on_another_day() -> None:
    assert [m.value for m in dates("He came last Friday for the third anniversary of the invasion.", "2025-03-01")] == ["2025-02-28"]


def test_what_a_story_looks_back_on_is_not_where_it_goes_on_from() -> None:
    text = "The ministers met on 20 January 2023. One had resigned four days earlier; the other was sworn in the previous morning."
    assert [m.value for m in dates(text)] == ["2023-01-20", "2023-01-16", "2023-01-19"]
