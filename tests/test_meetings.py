"""Meetings: who meets whom, by verb and by noun, planned, held or called off, told once or several times."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Find = Callable[[str], list[Claim]]


@pytest.fixture
def meetings(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2024-05-15", "meeting")


def participants(claims: list[Claim]) -> list[set[str]]:
    return [set(claim.parties.get("participant", ())) for claim in claims]


@pytest.mark.parametrize(
    "text",
    [
        "President Emmanuel Macron met with Volodymyr Zelensky in Paris on Tuesday.",
        "Emmanuel Macron received Volodymyr Zelensky in Paris on Tuesday.",
        "Volodymyr Zelensky was received by Emmanuel Macron in Paris on Tuesday.",
        "Emmanuel Macron spoke by phone with Volodymyr Zelensky on Tuesday.",
        "Emmanuel Macron held talks with Volodymyr Zelensky in Paris on Tuesday.",
        "The meeting between Emmanuel Macron and Volodymyr Zelensky took place in Paris on Tuesday.",
        "Emmanuel Macron, who met Volodymyr Zelensky in Paris on Tuesday, spoke of a long war.",
        "Emmanuel Macron discussed the situation with Volodymyr Zelensky on Tuesday.",
    ],
)
def test_two_people_meet(meetings: Find, text: str) -> None:
    assert participants(meetings(text)) == [{"emmanuel-macron", "volodymyr-zelensky"}]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Emmanuel Macron met Volodymyr Zelensky in Paris on Tuesday.", "held"),
        ("Emmanuel Macron will meet Volodymyr Zelensky in Paris on Friday.", "planned"),
        ("Emmanuel Macron plans to meet Volodymyr Zelensky in Paris.", "planned"),
        ("Emmanuel Macron is to meet Volodymyr Zelensky in Paris.", "planned"),
        ("Emmanuel Macron is to open a fair in Lyon, hold a dinner and travel on to Rome.", "planned"),
        ("The upcoming NATO summit in Washington will discuss air defence for Ukraine.", "planned"),
        ("The NATO summit in Madrid was cancelled, a Ukrainian diplomat said.", "cancelled"),
    ],
)
def test_status_comes_from_mood_and_tense(meetings: Find, text: str, status: str) -> None:
    assert [claim.status for claim in meetings(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron did not meet Volodymyr Zelensky in Paris.",
        "Emmanuel Macron could meet Volodymyr Zelensky if the front calms down.",
        "Ukraine has met all the criteria of the European Union.",
        "The production meets the needs of Ukraine.",
        "Volodymyr Zelensky renewed his call for air defence at a press conference.",
        "Poland hosts a repair hub for Ukrainian tanks.",
        "Poland and Lithuania came together to set up a brigade for Ukraine.",
        "Joe Biden welcomed the growing contributions of partner countries to Ukraine's defence.",
    ],
)
def test_no_meeting(meetings: Find, text: str) -> None:
    assert meetings(text) == []


def test_summit_of_a_bloc_with_place_and_date(meetings: Find) -> None:
    (claim,) = meetings("At the NATO summit in Vilnius on 11 July 2023 the leaders spoke of Ukraine.")
    assert claim.parties["participant"] == ("NATO",)
    assert (claim.format, claim.place, claim.date, claim.status) == ("summit", "Vilnius", "2023-07-11", "held")


def test_joint_council_seats_both_sides_at_the_request_of_one(meetings: Find) -> None:
    (claim,) = meetings("The NATO-Ukraine Council met in Brussels on Tuesday at Ukraine's request.")
    assert set(claim.parties["participant"]) == {"NATO", "UA"}
    assert claim.parties["requested_by"] == ("UA",)
    assert (claim.body, claim.format, claim.place) == ("NATO-Ukraine-Council", "council", "Brussels")


def test_visit_takes_its_place_from_the_goal(meetings: Find) -> None:
    (claim,) = meetings("Olaf Scholz travelled to Kyiv on Monday.")
    assert (claim.format, claim.place) == ("visit", "Kyiv")
    assert claim.parties["participant"] == ("olaf-scholz",)


def test_nominal_visit_of_the_subject(meetings: Find) -> None:
    (claim,) = meetings("During a visit to Warsaw, Olaf Scholz promised more ammunition for Ukraine.")
    assert (claim.format, claim.place, claim.parties["participant"]) == ("visit", "Warsaw", ("olaf-scholz",))


def test_calls_with_several_are_several(meetings: Find) -> None:
    found = participants(meetings("Volodymyr Zelensky had phone calls with Emmanuel Macron, Olaf Scholz and Donald Tusk on Monday."))
    assert sorted(map(sorted, found)) == [
        ["donald-tusk", "volodymyr-zelensky"],
        ["emmanuel-macron", "volodymyr-zelensky"],
        ["olaf-scholz", "volodymyr-zelensky"],
    ]


def test_meeting_several_at_once_is_one(meetings: Find) -> None:
    assert participants(meetings("Volodymyr Zelensky met Emmanuel Macron and Olaf Scholz in Kyiv.")) == [
        {"volodymyr-zelensky", "emmanuel-macron", "olaf-scholz"}
    ]


def test_headline_and_sentence_are_one_claim_with_two_quotes(meetings: Find) -> None:
    text = "Scholz meets Zelensky in Berlin\n\nOlaf Scholz met Volodymyr Zelensky in Berlin on Tuesday to discuss air defence."
    (claim,) = meetings(text)
    assert len(claim.evidence) == 2
    assert claim.date == "2024-05-14"


def test_meetings_on_different_days_stay_apart(meetings: Find) -> None:
    text = (
        "Olaf Scholz met Volodymyr Zelensky in Berlin on 7 May 2024. The prices of grain fell in Poland. "
        "Olaf Scholz met Volodymyr Zelensky in Kyiv on 12 May 2024."
    )
    assert len(meetings(text)) == 2


def test_those_who_met_before_meet_again(meetings: Find) -> None:
    text = "Olaf Scholz met Volodymyr Zelensky in Berlin on Tuesday. The leaders will meet again in Kyiv in June."
    planned = [claim for claim in meetings(text) if claim.status == "planned"]
    assert [set(c.parties["participant"]) for c in planned] == [{"olaf-scholz", "volodymyr-zelensky"}]


def test_grounds_prove_the_slots(meetings: Find) -> None:
    text = "Olaf Scholz met Volodymyr Zelensky in Berlin on 7 May 2024."
    (claim,) = meetings(text)
    for slot in ("status", "date", "place"):
        ground = claim.grounds[slot]
        assert text[ground.start : ground.end] == ground.quote


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            '"Last week I had dinner with Kaja Kallas from the EU and Foreign Minister Andrii Sybiha," Annalena Baerbock said.',
            {"annalena-baerbock", "kaja-kallas", "andrii-sybiha"},
        ),
        ("In a phone call on Monday, Joe Biden assured Volodymyr Zelensky of more air defence.", {"joe-biden", "volodymyr-zelensky"}),
        (
            "Speaking after talks with Justin Trudeau in Ottawa, Volodymyr Zelensky thanked Canada.",
            {"justin-trudeau", "volodymyr-zelensky"},
        ),
        ("Speaking alongside Dmytro Kuleba after their meeting in Kyiv, Antony Blinken was upbeat.", {"dmytro-kuleba", "antony-blinken"}),
        ("Charles Michel travelled to Kyiv on Monday for talks with Volodymyr Zelensky.", {"charles-michel", "volodymyr-zelensky"}),
        (
            "Olaf Scholz held a call with the head of the office of the president of Ukraine, Andriy Yermak, and Rustem Umerov.",
            {"olaf-scholz", "andriy-yermak", "rustem-umerov"},
        ),
        ('"I had a talk with the president of Chile, Gabriel Boric," Olaf Scholz said on Monday.', {"olaf-scholz", "gabriel-boric"}),
        ("Volodymyr Zelensky is due to see Olaf Scholz in Berlin on Friday.", {"volodymyr-zelensky", "olaf-scholz"}),
        ("On 3 May Olaf Scholz met Rustem Umerov, together with Boris Pistorius, in Berlin.", {"olaf-scholz", "rustem-umerov"}),
    ],
)
def test_everyone_at_the_meeting(meetings: Find, text: str, who: set[str]) -> None:
    assert who <= set().union(*participants(meetings(text)))


@pytest.mark.parametrize(
    ("text", "status", "who"),
    [
        ("The NATO-Ukraine Council discussed the strikes on Monday.", "held", {"NATO", "UA"}),
        ("EU foreign ministers agreed on Monday in Brussels to train more Ukrainian soldiers.", "held", {"EU"}),
        ("The bloc's foreign ministers met in Brussels on Monday.", "held", {"EU"}),
        ("The meeting of NATO defence ministers in Brussels ended without new pledges for Ukraine.", "held", {"NATO"}),
        ("Volodymyr Zelensky is due in Berlin on Friday.", "planned", {"volodymyr-zelensky"}),
        (
            "Preparations for a meeting between Olaf Scholz and Volodymyr Zelensky are under way.",
            "planned",
            {"olaf-scholz", "volodymyr-zelensky"},
        ),
        (
            "A planned meeting between Olaf Scholz and Volodymyr Zelensky has been cancelled.",
            "cancelled",
            {"olaf-scholz", "volodymyr-zelensky"},
        ),
    ],
)
def test_bodies_and_plans(meetings: Find, text: str, status: str, who: set[str]) -> None:
    (claim,) = meetings(text)
    assert (claim.status, set(claim.parties["participant"])) == (status, who)


def test_convened_body_and_who_asked(meetings: Find) -> None:
    (claim,) = meetings("Jens Stoltenberg has convened the NATO-Ukraine Council at the request of Ukraine.")
    assert claim.status == "planned"
    assert claim.parties["convenor"] == ("jens-stoltenberg",)
    assert claim.parties["requested_by"] == ("UA",)


@pytest.mark.parametrize(
    "text",
    [
        "NATO allies have agreed that Ukraine needs more air defence.",
        "The leaders agreed that Ukraine must win.",
        "Olaf Scholz saw the war in Ukraine as a turning point.",
        "Ukraine and its allies met the target on Monday.",
        "The decision met with criticism in Kyiv.",
    ],
)
def test_no_session_in_a_manner_of_speaking(meetings: Find, text: str) -> None:
    assert meetings(text) == []


def test_who_convened_the_meeting_told_before(meetings: Find) -> None:
    text = (
        "NATO allies met in the NATO-Ukraine Council on Wednesday. The gathering was summoned by Jens Stoltenberg at Ukraine's request, "
        "with Defence Minister Rustem Umerov addressing the allies by video link."
    )
    (claim,) = meetings(text)
    assert claim.parties["convenor"] == ("jens-stoltenberg",)
    assert claim.parties["requested_by"] == ("UA",)
    assert {"NATO", "rustem-umerov"} <= set(claim.parties["participant"])


def test_a_meeting_of_last_year_is_another(meetings: Find) -> None:
    found = meetings(
        "The NATO-Ukraine Council met in Brussels. The first meeting of the NATO-Ukraine Council took place in Vilnius last year."
    )
    assert sorted(claim.date or "" for claim in found) == ["2023", "2024-05-15"]


def test_we_in_a_quotation_includes_the_speaker(meetings: Find) -> None:
    text = "“Last night we had a dinner with Kaja Kallas and Andrii Sybiha,” NATO Secretary General Mark Rutte said."
    assert {"mark-rutte", "kaja-kallas", "andrii-sybiha"} in participants(meetings(text))


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Olaf Scholz spoke on Ukraine on Monday. Later he met Donald Tusk.", ["2024-05-13"]),
        ("Olaf Scholz spoke in Warsaw on Monday. He had met Donald Tusk before the war in Ukraine.", [None]),
        ("Olaf Scholz spoke on Ukraine on Monday. His last meeting with Donald Tusk in Berlin was a success.", [None]),
        ("NATO-Ukraine Council discusses air strikes\n\nAmbassadors of NATO spoke of Ukraine on Tuesday.", ["2024-05-14"]),
    ],
)
def test_undated_meeting_takes_the_day_the_report_tells_of(meetings: Find, text: str, dates: list[str | None]) -> None:
    assert [claim.date for claim in meetings(text)] == dates


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("Olaf Scholz and Volodymyr Zelensky gave a joint press conference in Berlin on Tuesday.", [{"olaf-scholz", "volodymyr-zelensky"}]),
        ("Olaf Scholz gave a press conference in Berlin on Tuesday on aid for Ukraine.", []),
        ("Mark Rutte will meet Volodymyr Zelensky and hold talks with Andrii Sybiha in Kyiv.", 2),
    ],
)
def test_who_met_before_the_press_and_whom_else(meetings: Find, text: str, participants: list[set[str]] | int) -> None:
    found = [set(claim.parties["participant"]) for claim in meetings(text)]
    assert (len(found) if isinstance(participants, int) else found) == participants


@pytest.mark.parametrize(
    ("text", "status", "who"),
    [
        ("Joe Biden paid a surprise visit to Kyiv on Monday.", "held", {"joe-biden"}),
        ("A US delegation led by Mike Turner met with Volodymyr Zelensky in Kyiv.", "held", {"mike-turner", "volodymyr-zelensky"}),
        ("Hanno Pevkur hosted his Latvian and Lithuanian counterparts in Tallinn.", "held", {"hanno-pevkur", "LV", "LT"}),
        ("Marco Rubio and Sergei Lavrov spoke by telephone on Monday about the war in Ukraine.", "held", {"marco-rubio", "sergei-lavrov"}),
        ("After a meeting with Denys Shmyhal, Robert Fico spoke of Ukraine.", "held", {"denys-shmyhal", "robert-fico"}),
        ("Donald Trump cancelled a planned meeting with Vladimir Putin in Budapest.", "cancelled", {"donald-trump", "vladimir-putin"}),
        ("Volodymyr Zelensky is expected in Brussels on Thursday.", "planned", {"volodymyr-zelensky"}),
        ("The heads of state and government of the EU will meet in Brussels on 27 June to discuss Ukraine.", "planned", {"EU"}),
        ("The EU and Ukraine opened talks at the Intergovernmental Conference in Luxembourg.", "held", {"EU", "UA"}),
    ],
)
def test_classes_of_wording(meetings: Find, text: str, status: str, who: set[str]) -> None:
    assert (status, who) in [(c.status, set(c.parties.get("participant", ()))) for c in meetings(text)]


def test_two_envoys_of_one_state_are_met_apart(meetings: Find) -> None:
    text = "Rafael Grossi will meet Vladimir Putin in Moscow on Friday, and will hold talks with Sergei Lavrov in Moscow on Friday."
    assert {"rafael-grossi", "vladimir-putin", "sergei-lavrov"} not in participants(meetings(text))


@pytest.mark.parametrize(
    ("text", "status", "who"),
    [
        ("Lloyd Austin led the American side at Monday's talks in Riyadh; the Ukrainians were headed by Andriy Yermak.", "held",
         {"lloyd-austin", "andriy-yermak"}),
        ("Giorgia Meloni will accompany Volodymyr Zelensky to talks in Berlin, as will Emmanuel Macron and Donald Tusk.", "planned",
         {"giorgia-meloni", "volodymyr-zelensky", "emmanuel-macron", "donald-tusk"}),
        ("Olaf Scholz brought Emmanuel Macron and Volodymyr Zelensky together in Berlin on Sunday.", "held",
         {"olaf-scholz", "emmanuel-macron", "volodymyr-zelensky"}),
        ("The foreign ministers of Sweden and Finland arrived in Kyiv on Monday.", "held", {"SE", "FI"}),
        ("The ministers of defence of Sweden and Latvia met Rustem Umerov in Riga.", "held", {"SE", "LV", "rustem-umerov"}),
        ("Keir Starmer was joined by Emmanuel Macron on a call with Volodymyr Zelensky.", "held",
         {"keir-starmer", "emmanuel-macron", "volodymyr-zelensky"}),
        ("Keir Starmer and Olaf Scholz met in Berlin on Friday. They were later joined by Emmanuel Macron.", "held",
         {"keir-starmer", "olaf-scholz", "emmanuel-macron"}),
        ("Donald Tusk flew to Odesa, where he toured the port with Volodymyr Zelensky.", "held", {"donald-tusk", "volodymyr-zelensky"}),
        ("Volodymyr Zelensky will be in Berlin on Friday to meet the chancellor.", "planned", {"volodymyr-zelensky", "olaf-scholz"}),
        ("Olaf Scholz is in Kyiv today.", "held", {"olaf-scholz"}),
        ("Donald Tusk showed up in Odesa on Tuesday without warning.", "held", {"donald-tusk"}),
        ("An encounter of Narendra Modi and Volodymyr Zelensky is being prepared for Friday in Kyiv.", "planned",
         {"narendra-modi", "volodymyr-zelensky"}),
        ("Washington no longer plans a summit of Donald Trump and Vladimir Putin in Budapest.", "cancelled",
         {"donald-trump", "vladimir-putin"}),
    ],
)  # fmt: skip
def test_company_told_in_other_words(meetings: Find, text: str, status: str, who: set[str]) -> None:
    claims = meetings(text)
    assert [(claim.status, set(claim.parties["participant"])) for claim in claims] == [(status, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Donald Tusk called Vladimir Putin a murderer.",
        "Vladimir Putin was in Moscow on Monday.",
        "Olaf Scholz was in a good mood on Monday.",
        "Poland and Ukraine are in talks about a treaty.",
        '"You have shown us what courage is," Donald Tusk said, speaking directly to Volodymyr Zelensky.',
        "Jake Sullivan told an audience in Berlin that Ukraine needed shells.",
        "Jake Sullivan told the daily White House briefing that Ukraine needed shells.",
        "Emmanuel Macron joined Olaf Scholz in calling for a ceasefire in Ukraine.",
    ],
)
def test_words_that_are_no_meeting(meetings: Find, text: str) -> None:
    assert meetings(text) == []


def test_ministers_who_meet_for_a_session_of_a_body(claims_of: Callable[..., list[Claim]]) -> None:
    text = "Defence ministers from 50 states met in Brussels on Monday for a session of the Ukraine Defence Contact Group."
    (claim,) = claims_of("Ukraine and its partners are in talks.\n\n" + text, "2024-05-15", "meeting")
    assert (claim.body, claim.place, claim.date) == ("Ukraine-Defense-Contact-Group", "Brussels", "2024-05-13")


def test_her_is_no_man(claims_of: Callable[..., list[Claim]]) -> None:
    text = "Olena Zelenska travelled to Washington. She thanked Joe Biden and the host, Jill Biden, who met her at the door."
    met = [set(c.parties["participant"]) for c in claims_of("Ukraine and its partners.\n\n" + text, "2024-05-15", "meeting")]
    assert {"jill-biden", "olena-zelenska"} in met
    assert {"jill-biden", "joe-biden"} not in met
