"""When things happened: the day a report tells of, the days its clauses name, the time support is for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.extraction.claims.assembling import build_claim
from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.slots.timing import time_drafts
from promissory.model import Claim, Document, Published
from promissory.packs import load_pack

FRIDAY = "2024-09-06"
INVADED = "2022-02-24"


def claims(text: str, kind: str, published: str | None = FRIDAY) -> list[Claim]:
    """The claims of one kind, whatever the ranker thinks of them."""
    scene = set_scene(Document(text=text, source="test", published=Published(published, "given") if published else None), load_pack())
    drafts = ((0.5, draft) for draft in list(find_drafts(scene)) if draft.kind == kind)
    return [build_claim(scene, draft, confidence) for confidence, draft in time_drafts(scene, drafts)]


def date_of(text: str, kind: str, published: str | None = FRIDAY) -> str | None:
    return claims(text, kind, published)[0].date


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("commitment", "Denmark announced a package of 200 million euros for Ukraine."),
        ("commitment", "Poland has handed over three howitzers to Ukraine, the ministry in Warsaw said."),
        ("commitment", "Denmark will give Ukraine 200 million euros, Prime Minister Mette Frederiksen told reporters."),
        ("commitment", "The cabinet in Oslo decided to give Ukraine 200 million euros."),
        ("commitment", "Latvia to send Ukraine 10,000 drones by 2026\n\nThe government in Riga approved the plan."),
        ("agreement", "Sweden signed a security agreement with Ukraine."),
        ("agreement", "Sweden and Ukraine signed a security agreement on the same day."),
        ("meeting", "President Zelensky met Chancellor Olaf Scholz in Berlin."),
        ("statement", "“We will stand with Ukraine,” President Emmanuel Macron wrote on X."),
        ("statement", "Olaf Scholz has accused Russia of bad faith."),
        ("proposal", "Emmanuel Macron called on the allies to send Ukraine more missiles."),
        ("attack", "Russian forces struck the power grid in Odesa with drones."),
    ],
)
def test_news_is_of_the_day_it_appeared(kind: str, text: str) -> None:
    claim = claims(text, kind)[0]
    assert (claim.date, claim.inferred.get("date")) == (FRIDAY, "the day the report appeared")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("commitment", "Poland had handed over three howitzers to Ukraine."),
        ("commitment", "Norway has already given Ukraine five air defence systems."),
        ("commitment", "Spain has so far delivered 20 Leopard tanks to Ukraine."),
        ("commitment", "Spain is delivering 20 Leopard tanks to Ukraine."),
        ("commitment", "Spain has been sending Ukraine Leopard tanks."),
        ("statement", "During his first term Donald Trump said that NATO was obsolete."),
        ("statement", "Donald Trump has repeatedly said that NATO was obsolete."),
        ("proposal", "Foreign Minister Radoslaw Sikorski says the allies should send more missiles to Ukraine."),
        ("meeting", "Foreign ministers of NATO will meet in Brussels to discuss Ukraine."),
    ],
)
def test_background_and_plans_keep_no_date(kind: str, text: str) -> None:
    assert [claim.date for claim in claims(text, kind)][:1] in ([None], [])


@pytest.mark.parametrize("published", [None, "2024-09", "2024-09-01/2024-09-30"])
def test_nothing_is_dated_by_a_text_whose_day_is_not_known(published: str | None) -> None:
    assert date_of("Denmark announced a package of 200 million euros for Ukraine.", "commitment", published) is None


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("statement", "After his visit to Kyiv on Tuesday, Prime Minister Keir Starmer said that Russia had failed.", FRIDAY),
        ("statement", "In November Prime Minister Rishi Sunak declared that Britain would help, but warned of haste.", "2023-11"),
        ("statement", "President Biden spoke on Monday with Olaf Scholz to underscore that Russia had failed.", "2024-09-02"),
        ("commitment", "Denmark announced on Monday that it would give Ukraine 200 million euros in 2025.", "2024-09-02"),
        ("commitment", "Olaf Scholz said last week that Berlin will send Ukraine two Patriot systems.", "2024-08-26/2024-09-01"),
        ("attack", "The attacks that Russia carried out on Ukrainian cities on Tuesday killed nine people.", "2024-09-03"),
    ],
)
def test_a_day_that_the_clause_names_goes_first(kind: str, text: str, value: str) -> None:
    assert date_of(text, kind) == value


def test_the_day_that_the_opening_names_holds_for_what_follows() -> None:
    text = "Published Sept. 6, 2024\n\nOlaf Scholz came to Kyiv on Wednesday.\n\nGermany announced a package of tanks for Ukraine."
    claim = claims(text, "commitment")[0]
    assert (claim.date, claim.inferred["date"]) == ("2024-09-04", "the day the report tells of")
    assert claim.grounds["date"].quote == "Wednesday"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Denmark will give Ukraine 200 million euros in 2025.", "2025"),
        ("Denmark will give Ukraine 200 million euros over the next four years.", "2024/2028"),
        ("Denmark will give Ukraine 200 million euros a year for ten years.", "2024/2034"),
        ("Denmark has given Ukraine 2 billion euros since 2022.", "2022/2024"),
        ("Denmark has given Ukraine 2 billion euros since the full-scale invasion began.", f"{INVADED}/{FRIDAY}"),
        ("Denmark has given Ukraine 2 billion euros since Russia invaded on Feb. 24, 2022.", f"{INVADED}/{FRIDAY}"),
        ("Denmark will give Ukraine 200 million euros in 2026 and 2027.", "2026/2027"),
        ("Denmark will give Ukraine 200 million euros a year in 2026, 2027 and 2028.", "2026/2028"),
        ("Denmark will send Ukraine ten tanks next year.", "2025"),
        ("Denmark will send Ukraine ten tanks by the end of this year.", "2024"),
        ("Denmark will send Ukraine ten tanks next month.", "2024-10"),
        ("Denmark sent Ukraine ten tanks on Monday.", None),
    ],
)
def test_the_time_support_is_for(text: str, period: str | None) -> None:
    assert claims(text, "commitment")[0].period == period


def test_today_in_a_quotation_counts_from_the_day_it_was_spoken() -> None:
    text = "Mette Frederiksen came to Kyiv on Wednesday.\n\n“Today Denmark announced 90 million euros for Ukraine,” she said."
    claim = claims(text, "commitment")[0]
    assert (claim.date, claim.inferred["date"]) == ("2024-09-04", "the day the report tells of")


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("statement", "In April Olaf Scholz came to Kyiv. “Russia has failed,” he said.", "2024-04"),
        ("statement", "Olaf Scholz, whose term ends on 1 October 2025, said that Russia had failed.", FRIDAY),
        ("statement", "Olaf Scholz spoke of Russia's failure in late February following the invasion.", "2024-02"),
        ("commitment", "Denmark has given Ukraine 2 billion euros since the invasion began.", f"{INVADED}/{FRIDAY}"),
        ("commitment", "In 2022 the ministry in Oslo approved 200 million euros for Ukraine.", "2022"),
        ("proposal", "Envoy in Kyiv: Ukraine should get more missiles from NATO\n\nShe spoke at length.", FRIDAY),
    ],
)
def test_times_told_before_and_by_the_clause(kind: str, text: str, value: str) -> None:
    assert date_of(text, kind) == value


def test_others_support_is_not_given_since_the_invasion() -> None:
    text = "Norway will give Ukraine 90 million euros, which lifts its support since the invasion to 3 billion euros."
    assert claims(text, "commitment")[0].period is None


def test_a_month_at_the_end_of_an_infinitive_is_the_verbs() -> None:
    text = "Russia and Belarus signed an agreement to keep Russian arms in Belarus in May of 2023."
    assert date_of(text, "agreement") == "2023-05"


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("attack", "Since the first hours of the invasion Russian troops have been shelling Kharkiv.", f"{INVADED}/{FRIDAY}"),
        ("attack", "During this war Russian forces have shelled Kharkiv with 2,014 missiles.", f"{INVADED}/{FRIDAY}"),
        ("agreement", "Russia and Belarus signed an agreement to keep arms in Belarus in May 2023, and it was done by June 2023.", None),
    ],
)
def test_what_lasts_and_what_is_set_back(kind: str, text: str, value: str | None) -> None:
    assert date_of(text, kind) == value


def test_a_text_of_which_only_the_month_is_known_tells_of_the_day_it_names() -> None:
    text = "Olaf Scholz came to Kyiv on September 4.\n\nGermany announced a package of tanks for Ukraine."
    assert date_of(text, "commitment", "2024-09-04/2024-09-30") == "2024-09-04"
    assert date_of(text, "commitment", "2024-01-01/2024-12-31") is None


def test_a_time_counted_from_a_clause_is_not_that_of_the_clause(claims_of: Callable[..., list[Claim]]) -> None:
    text = "The EU opened talks with Ukraine on Tuesday, a decade after Russian troops seized the Crimean Peninsula from Ukraine."
    (attack,) = claims_of(text, "2024-06-25", "attack")
    assert attack.date is None


def test_what_has_been_said_is_of_no_day_long_before(claims_of: Callable[..., list[Claim]]) -> None:
    text = (
        "Allies fund weapons for Ukraine\n\nThe scheme for Ukraine was agreed by Mark Rutte and Donald Trump on July 14. "
        "Viktor Orban has said that Hungary will not take part."
    )
    said = [c for c in claims_of(text, "2025-08-05", "statement") if c.parties["speaker"] == ("viktor-orban",)]
    assert [c.date for c in said] == ["2025-08-05"]


def test_the_president_is_no_mayor(claims_of: Callable[..., list[Claim]]) -> None:
    text = (
        "Twenty people were hurt in Kyiv, mayor Vitali Klitschko wrote on Telegram.\n\n"
        '"We need air defence systems from our partners," the president said.'
    )
    speakers = [c.parties["speaker"] for c in claims_of(text, "2024-10-10", "statement") if c.status == "quoted"]
    assert speakers == [("volodymyr-zelensky",)]


def test_what_is_fixed_for_a_day_is_told_in_the_present(claims_of: Callable[..., list[Claim]]) -> None:
    (meeting,) = claims_of("NATO foreign ministers meet in Brussels on Wednesday to discuss Ukraine.", "2025-12-02", "meeting")
    assert (meeting.status, meeting.date) == ("planned", "2025-12-03")


def test_a_speaker_names_himself(claims_of: Callable[..., list[Claim]]) -> None:
    text = (
        "Speech by Ursula von der Leyen on Ukraine\n\nUkraine can count on us. We have trained many soldiers.\n\n"
        "We will give another billion euros. I thank all of you, and we will stand by Ukraine."
    )
    gifts = [c for c in claims_of(text, "2024-06-11", "commitment") if c.amount]
    assert [c.parties["donor"] for c in gifts] == [("EU",)]


def test_what_has_been_said_is_of_no_day_ahead(claims_of: Callable[..., list[Claim]]) -> None:
    text = "A week later Donald Trump said that Russia was not ready for talks with Ukraine."
    (said,) = claims_of(text, "2025-07-09", "statement")
    assert said.date is None or said.date <= "2025-07-09"


def test_what_could_be_made_is_not_given(claims_of: Callable[..., list[Claim]]) -> None:
    text = "Denmark buys howitzers for Ukraine. Kyiv says its factories could make arms worth $20 billion a year."
    assert not [c for c in claims_of(text, "2025-07-09", "commitment") if c.amount]


def test_the_day_of_an_event_told_in_a_clause_is_that_of_what_happened_there(claims_of: Callable[..., list[Claim]]) -> None:
    text = "The agreement was signed by Zelensky and Edgars Rinkevics at the Three Seas summit, which took place in Vilnius on April 11."
    (claim,) = claims_of(text, "2024-04-12", "agreement")
    assert claim.date == "2024-04-11"


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("attack", "Russia struck Kharkiv with S-300 missiles built in the 1980s, the governor said."),
        ("attack", "Russia used an anti-ship missile first fielded some sixty years ago, in 1967, against Kremenchuk."),
        ("commitment", "Slovakia delivered 13 MiG-29 jets made in the 1980s to Ukraine."),
    ],
)
def test_how_old_goods_are_does_not_date_what_is_done_with_them(kind: str, text: str) -> None:
    claim = claims(text, kind)[0]
    assert (claim.date, claim.to_record().get("period")) == (FRIDAY, None)


@pytest.mark.parametrize(
    "part",
    [
        "This number includes 80 million euros for shells.",
        "Of this sum, 80 million euros are set aside for shells.",
        "The package also contains 80 million euros for shells.",
        "“It will include 80 million euros for shells,” she said.",
    ],
)
def test_a_part_is_of_the_day_of_its_whole(part: str) -> None:
    text = f"Denmark allocated 200 million euros to Ukraine on Tuesday. {part}"
    whole, *parts = claims(text, "commitment")
    assert parts
    assert {one.date for one in (whole, *parts)} == {"2024-09-03"}


def test_what_has_come_of_a_whole_is_of_no_day_by_it() -> None:
    text = "Denmark pledged 200 million euros to Ukraine on Tuesday. It is hoped that more comes. Norway gives Ukraine 80 million euros."
    assert [one.date for one in claims(text, "commitment")] == ["2024-09-03", None]
