"""Meetings told by what one does before another, by a clause after their noun, or taken back by the words that follow."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.extraction import extract
from promissory.model import Claim, Document, Published

Find = Callable[[str], list[Claim]]


@pytest.fixture
def meetings(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2025-05-14", "meeting")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("King Frederik gave Volodymyr Zelensky an audience in Copenhagen on Monday.", {"king-frederik-x", "volodymyr-zelensky"}),
        ("Volodymyr Zelensky laid out the plan to Keir Starmer in London on Monday.", {"volodymyr-zelensky", "keir-starmer"}),
        ("Mark Rutte had shown the list to Donald Trump at the White House.", {"mark-rutte", "donald-trump"}),
        ("Volodymyr Zelensky is to call on Emmanuel Macron in Paris on Friday.", {"volodymyr-zelensky", "emmanuel-macron"}),
        ("It followed a session that Marco Rubio held with David Lammy on Monday.", {"marco-rubio", "david-lammy"}),
        ("David Lammy was briefed by Marco Rubio in a call on Monday.", {"david-lammy", "marco-rubio"}),
        ("Marco Rubio briefed the foreign ministers of Norway and Denmark in a call on Monday.", {"marco-rubio", "NO", "DK"}),
        ("Sergei Lavrov spoke by phone with Marco Rubio on Monday.", {"sergei-lavrov", "marco-rubio"}),
        ("Boris Pistorius saw Oslo's delegation privately on Monday.", {"boris-pistorius", "NO"}),
        ("Plans for Donald Trump to meet Vladimir Putin in Budapest were dropped on Monday.", {"donald-trump", "vladimir-putin"}),
        ("At a meeting in Riyadh on 24 March, US and Ukrainian officials agreed on a truce.", {"US", "UA"}),
        ("The second round of peace talks in Istanbul ended on Monday.", {"RU", "UA"}),
        ("Alexander Stubb was in Kyiv on Monday with his Danish and Dutch colleagues.", {"alexander-stubb", "DK", "NL"}),
        (
            "Marco Rubio met a delegation led by Andriy Yermak and including Rustem Umerov in Jeddah on Monday.",
            {"marco-rubio", "andriy-yermak", "rustem-umerov"},
        ),
        (
            "Donald Trump spoke in Busan on Monday. A summit with Vladimir Putin was held in Alaska in August 2024.",
            {"donald-trump", "vladimir-putin"},
        ),
        (
            "The Norwegian prime minister's plane landed at noon. In Kyiv he met Denys Shmyhal on Monday.",
            {"jonas-gahr-store", "denys-shmyhal"},
        ),
        (
            "John Healey, in Oslo, set out five areas in which help will grow, meeting Espen Barth Eide on Monday.",
            {"john-healey", "espen-barth-eide"},
        ),
        (
            "John Healey chaired the Ramstein group alongside Boris Pistorius in Brussels on Monday.",
            {"Ukraine-Defense-Contact-Group", "john-healey", "boris-pistorius"},
        ),
        (
            "John Healey co-chaired the Ramstein group with Germany's Boris Pistorius on Monday.",
            {"Ukraine-Defense-Contact-Group", "john-healey", "boris-pistorius"},
        ),
        ("Keir Starmer spoke on Monday in Paris, co-chairing a meeting with Emmanuel Macron.", {"keir-starmer", "emmanuel-macron"}),
        (
            "Donald Trump met on Monday with President Lee Jae-myung of South Korea, Prime Minister Shigeru Ishiba of Japan, "
            "and Defence Minister Richard Marles of Australia.",
            {"donald-trump", "lee-jae-myung", "shigeru-ishiba", "richard-marles"},
        ),
        (
            "Steve Witkoff is on his way. Marco Rubio wants him to meet Vladimir Putin.",
            {"steve-witkoff", "vladimir-putin"},
        ),
    ],
)
def test_who_met(meetings: Find, text: str, people: set[str]) -> None:
    claims = [c for c in meetings(text) if len(c.parties["participant"]) > 1]
    assert [set(c.parties["participant"]) for c in claims] == [people]


@pytest.mark.parametrize(
    "text",
    [
        "Olaf Scholz called on Vladimir Putin to withdraw his troops.",
        "Kyiv called on Berlin to send missiles.",
        "Volodymyr Zelensky presented a plan to parliament.",
        "Mark Rutte presented the report to the public.",
        "They urged a settlement through direct talks.",
        "Ukraine war briefing: power cuts across nine regions.",
        "One day they will start peace talks.",
    ],
)
def test_nobody_met(meetings: Find, text: str) -> None:
    assert meetings(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rishi Sunak had been due to fly to Kyiv last week but put off the trip.", "cancelled"),
        ("Rishi Sunak was due to visit Kyiv on Friday; the visit has been postponed.", "cancelled"),
        ("Rishi Sunak is to visit Kyiv on Friday. The trip was called off a day later.", "cancelled"),
        ("Plans for Donald Trump to meet Vladimir Putin in Budapest have been shelved.", "cancelled"),
        ("Volodymyr Zelensky travels to Germany next.", "planned"),
        ("EU ministers, who assemble in Brussels on Friday, will discuss Ukraine.", "planned"),
        ("Keith Kellogg is in Kyiv this week.", "held"),
        ("Vladimir Putin is prepared to see Volodymyr Zelensky.", "planned"),
        ("Rishi Sunak met Volodymyr Zelensky in Kyiv and put off a trip to Lviv.", "held"),
    ],
)
def test_what_became_of_it(meetings: Find, text: str, status: str) -> None:
    assert [c.status for c in meetings(text)][:1] == [status]


def test_a_council_that_begins(meetings: Find) -> None:
    (claim,) = meetings("The European Council, which begins on Thursday in Brussels, will discuss Ukraine.")
    assert (claim.status, claim.date, claim.place) == ("planned", "2025-05-15", "Brussels")


def test_a_pluperfect_month_lies_behind(meetings: Find) -> None:
    (claim,) = meetings("Volodymyr Zelensky had presented his plan to Joe Biden at the White House in late September.")
    assert claim.date == "2024-09"


def test_the_author_among_his_own_met_nobody_else() -> None:
    text = "I held a meeting of the Staff today. I spoke with Olaf Scholz about the Patriots for Ukraine today."
    title = "Address by President of Ukraine Volodymyr Zelenskyy"
    document = Document(text=f"{title}\n\n{text}", source="test", title=title, published=Published("2024-04-16", "given"))
    met = [c.parties["participant"] for c in extract(document) if c.kind == "meeting"]
    assert sorted(met) == [("volodymyr-zelensky",), ("volodymyr-zelensky", "olaf-scholz")]


@pytest.mark.parametrize(
    ("text", "people", "status"),
    [
        ("Volodymyr Zelensky sends Andriy Yermak to Paris tomorrow.", {"andriy-yermak"}, "planned"),
        ("Keith Kellogg was dispatched to Kyiv on Monday.", {"keith-kellogg"}, "held"),
        ("Vladimir Putin convened his security council on Monday.", {"vladimir-putin", "RU"}, "held"),
        (
            "Donald Trump halted the aid to Ukraine after the Oval Office bust-up with Volodymyr Zelensky.",
            {"donald-trump", "volodymyr-zelensky"},
            "held",
        ),
        ("Narendra Modi embraced Vladimir Putin at a dacha outside Moscow on Monday.", {"narendra-modi", "vladimir-putin"}, "held"),
        ("Viktor Orban was having tea with Xi Jinping in Beijing on Monday.", {"viktor-orban", "xi-jinping"}, "held"),
        ("Rustem Umerov met separately with advisers from Britain and France on Monday.", {"rustem-umerov", "GB", "FR"}, "held"),
        ("The Security Council is scheduled to take up Ukraine in New York on 24 May.", {"UN-Security-Council"}, "planned"),
        (
            "Volodymyr Zelensky held a conference call with Oleksandr Syrskyi on Monday.",
            {"volodymyr-zelensky", "oleksandr-syrskyi"},
            "held",
        ),
    ],
)
def test_ways_to_a_meeting(meetings: Find, text: str, people: set[str], status: str) -> None:
    assert [(set(c.parties["participant"]), c.status) for c in meetings(text)] == [(people, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Germany is sending 10 tanks to Ukraine.",
        "The exchange of fire between Russian and Ukrainian troops in Kursk went on.",
        "It was the most senior Pentagon visit since January.",
    ],
)
def test_no_way_to_a_meeting(meetings: Find, text: str) -> None:
    assert meetings(text) == []


def test_a_visit_elsewhere_is_another_meeting(meetings: Find) -> None:
    claims = meetings("Viktor Orban turned up in Kyiv on 2 May. He had tea with Xi Jinping this week.")
    assert sorted(c.parties["participant"] for c in claims) == [("viktor-orban",), ("viktor-orban", "xi-jinping")]


def test_a_read_out_goes_on_with_the_secretary(meetings: Find) -> None:
    text = "Secretary of Defense Lloyd Austin met Defence Secretary Grant Shapps on Monday. The Secretary met Rustem Umerov on Tuesday."
    assert set(meetings(text)[1].parties["participant"]) == {"lloyd-austin", "rustem-umerov"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Jon Finer met with Andriy Yermak, with Dmytro Kuleba to review the plan, and with Rustem Umerov on Monday.",
            [("jon-finer", "andriy-yermak"), ("jon-finer", "dmytro-kuleba"), ("jon-finer", "rustem-umerov")],
        ),
        ("European ministers sat down in Riga on Monday to discuss Ukraine.", [("EU",)]),
        (
            "Lloyd Austin, attending a meeting of officials from about 40 countries in Ramstein, promised howitzers.",
            [("partners", "lloyd-austin")],
        ),
        (
            "During an Oval Office exchange in March, JD Vance accused Volodymyr Zelensky of ingratitude.",
            [("jd-vance", "volodymyr-zelensky")],
        ),
        (
            "Friedrich Merz met Volodymyr Zelensky. A second round of direct talks in Istanbul followed.",
            [("friedrich-merz", "volodymyr-zelensky"), ("RU", "UA")],
        ),
        ("Kyiv: the second round of Istanbul talks ends after an hour.", [("RU", "UA")]),
        ("Joe Biden met congressional leaders in Washington on Monday about Ukraine.", [("joe-biden", "US-Congress")]),
        (
            "Recep Tayyip Erdogan knows Vladimir Putin well. The two will discuss Ukraine by phone.",
            [("recep-tayyip-erdogan", "vladimir-putin")],
        ),
    ],
)
def test_rows_and_crowds(meetings: Find, text: str, people: list[tuple[str, ...]]) -> None:
    assert sorted(c.parties["participant"] for c in meetings(text)) == sorted(people)


def test_the_author_and_somebody_sign() -> None:
    text = "In Linköping, Prime Minister Ulf Kristersson and I signed a letter of intent on jets for Ukraine."
    title = "Address by President of Ukraine Volodymyr Zelenskyy"
    document = Document(text=f"{title}\n\n{text}", source="test", title=title, published=Published("2025-10-22", "given"))
    (met,) = [c.parties["participant"] for c in extract(document) if c.kind == "meeting"]
    assert set(met) == {"volodymyr-zelensky", "ulf-kristersson"}


def test_they_are_those_of_the_main_clause(meetings: Find) -> None:
    text = (
        "Marco Rubio hosted Andriy Yermak in Washington on Monday, following Donald Trump's call with Volodymyr Zelensky on Friday. "
        "They were joined by Keith Kellogg. The two agreed to meet again in June."
    )
    claims = [(c.status, set(c.parties["participant"])) for c in meetings(text)]
    assert ("held", {"marco-rubio", "andriy-yermak", "keith-kellogg"}) in claims
    assert ("held", {"donald-trump", "volodymyr-zelensky"}) in claims
    assert ("planned", {"marco-rubio", "andriy-yermak"}) in claims


def test_what_comes_before_a_meeting_is_before_it(meetings: Find) -> None:
    (claim,) = meetings("Kaja Kallas must present the text on Ukraine before the G7 meets in Puglia.")
    assert claim.status == "planned"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Mette Frederiksen is due in Rome on Monday for talks with Giorgia Meloni.", {"mette-frederiksen", "giorgia-meloni"}),
        ("Mark Rutte is expected in Kyiv on Friday for talks with Andrii Sybiha.", {"mark-rutte", "andrii-sybiha"}),
        (
            "Foreign Minister Andrii Sybiha and his Danish counterpart Lars Lokke Rasmussen discussed the delivery of generators.",
            {"andrii-sybiha", "lars-lokke-rasmussen"},
        ),
        (
            "Chancellor Friedrich Merz assured President Volodymyr Zelensky during his visit to Berlin on 5 May that Germany would pay.",
            {"friedrich-merz", "volodymyr-zelensky"},
        ),
        ("On a trip to Odesa on Monday, Kaja Kallas assured Denys Shmyhal of further loans.", {"kaja-kallas", "denys-shmyhal"}),
        (
            "Zelensky, on a tour of the Baltic countries, met with Latvian President Edgars Rinkevics in Riga on Tuesday.",
            {"volodymyr-zelensky", "edgars-rinkevics"},
        ),
        ("Ministers met on Monday in the NATO-Ukraine Council with Ukraine's Rustem Umerov.", {"NATO", "rustem-umerov"}),
        ("NATO Foreign Ministers concluded their meeting in Antalya on Tuesday.", {"NATO"}),
    ],
)
def test_both_sides_of_a_meeting(meetings: Find, text: str, people: set[str]) -> None:
    (met,) = meetings(text)
    assert set(met.parties["participant"]) == people


def test_two_who_met_and_discussed_met_once(meetings: Find) -> None:
    text = "JD Vance met David Lammy in London on Monday. JD Vance and David Lammy discussed a ceasefire in Ukraine."
    assert len(meetings(text)) == 1


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("The first ever NATO-Ukraine Council took place today in Vilnius.", "held", "2024-05-01"),
        ("The next European Council will take place in Brussels in June.", "planned", "2024-06"),
        ("The NATO-Ukraine Council was postponed until Friday.", "cancelled", "2024-05-03"),
        ("The Peace Summit took place in Switzerland in June.", "held", "2023-06"),
    ],
)
def test_a_body_stands_for_its_session(claims_of: Callable[..., list[Claim]], text: str, status: str, date: str) -> None:
    found = claims_of(f"Allies of Ukraine\n\nUkraine fights on.\n\n{text}", "2024-05-01", "meeting")
    assert [(claim.status, claim.date) for claim in found] == [(status, date)]


def test_what_is_set_up_has_not_met(claims_of: Callable[..., list[Claim]]) -> None:
    text = "Allies of Ukraine\n\nUkraine fights on.\n\nThe NATO-Ukraine Council was set up in Vilnius last year."
    assert not claims_of(text, "2024-05-01", "meeting")


def test_the_two_men_are_those_named_before(meetings: Find) -> None:
    text = "Mark Rutte wrote to Volodymyr Zelensky about the jets for Ukraine. The two men had spoken by phone on Monday."
    (found,) = meetings(text)
    assert set(found.parties["participant"]) == {"mark-rutte", "volodymyr-zelensky"}


def test_arrangements_are_made_for_a_meeting_to_come(meetings: Find) -> None:
    text = "Donald Trump has started making arrangements for a meeting between Vladimir Putin and Volodymyr Zelensky."
    (found,) = meetings(text)
    assert found.status == "planned"


def test_what_a_meeting_hangs_on_does_not_call_it_off(meetings: Find) -> None:
    text = "Vladimir Putin and Volodymyr Zelensky are to meet soon.\n\nThe next talks cannot take place without a truce, Berlin said."
    assert [found.status for found in meetings(text)] == ["planned"]


def test_a_meeting_of_the_authors_own_is_of_the_day_he_tells_of() -> None:
    text = "Dear Ukrainians!\n\nI held a meeting of the Staff. Everybody reported on the brigades."
    document = Document(text=text, source="t", publisher="Office of the President of Ukraine", published=Published("2025-01-08", "given"))
    found = [claim for claim in extract(document) if claim.kind == "meeting"]
    assert [(claim.status, claim.parties["participant"], claim.date) for claim in found] == [
        ("held", ("volodymyr-zelensky",), "2025-01-08")
    ]


def test_who_is_due_to_join_others_in_a_room_meets_them(meetings: Find) -> None:
    text = "Keir Starmer and Mark Rutte are due to join Volodymyr Zelensky in the East Room at 8pm."
    (found,) = meetings(text)
    assert found.status == "planned"
    assert set(found.parties["participant"]) == {"keir-starmer", "mark-rutte", "volodymyr-zelensky"}


def test_another_round_is_of_those_who_come_for_it(meetings: Find) -> None:
    text = "Ukraine waits. Umerov landed in Florida on Thursday for another round with Steve Witkoff and Jared Kushner."
    assert {p for c in meetings(text) for p in c.parties["participant"]} == {"rustem-umerov", "steve-witkoff", "jared-kushner"}


def test_a_summit_after_which_something_was_pledged_is_only_its_date(meetings: Find) -> None:
    assert meetings("Ukraine waits. Germany pledged six batteries after the Washington summit.") == []


def test_a_visit_just_before_a_feast_is_not_of_the_day_it_is_told(claims_of: Callable[..., list[Claim]]) -> None:
    (visit,) = claims_of("President Zelensky visited Warsaw just before Christmas.", "2026-02-19", "meeting")
    assert visit.date is None
