"""Read-outs, addresses, joint statements: who speaks for whom, who is asked, what is only discussed; in sentences of our own."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.model import Document, Published
from tests.test_doubling import told
from tests.test_statements import said, speakers

FOUR = "Emmanuel Macron, Friedrich Merz, Donald Tusk and Keir Starmer came to Kyiv."
ALL = ["emmanuel-macron", "friedrich-merz", "donald-tusk", "keir-starmer"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{FOUR}\n\n“Moscow has to stop,” said a joint declaration by the four leaders.", ALL),
        ("“Moscow has to stop,” a joint statement by the leaders of Ukraine and Norway read.", ["UA", "NO"]),
        ("Ukraine’s capital was full of guests. “Moscow has to stop,” the letter from Warsaw said.", ["PL"]),
    ],
)
def test_papers_speak_for_all_who_wrote_them(text: str, who: list[str]) -> None:
    assert speakers(text)[-1] == who


def test_we_are_all_who_speak() -> None:
    text = f"{FOUR}\n\n“We call on Russia to stop,” the leaders said. “We will keep supporting Ukraine with arms,” they added."
    drafts = told(text)
    assert [d.parties["by"] for d in drafts if d.kind == "proposal"] == [ALL]
    assert [d.parties["donor"] for d in drafts if d.kind == "commitment"] == [["FR", "DE", "PL", "GB"]]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine’s guests were welcomed by Prime Minister Denys Shmyhal.",
        "In Kyiv, they were welcomed by Andriy Yermak.",
        "Does the minister agree that the army of Ukraine is short of time?",
        "Will Keir Starmer acknowledge that Kyiv has waited too long?",
        "“Kyiv is tired,” the unnamed diplomat said.",
        "Scholz called on NATO to be clear about what Ukraine may hope for.",
    ],
)
def test_guests_questions_and_hidden_names_are_no_statements(text: str) -> None:
    assert not [d for d in said(text) if "olaf-scholz" not in d.parties["speaker"]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The plan for Ukraine was welcomed by Olaf Scholz.", ["olaf-scholz"]),
        ("“Does anybody think that Kyiv will fall?” asked Olaf Scholz.", ["olaf-scholz"]),
        ("Joe Biden called Volodymyr Zelensky on Friday to underscore the friendship of both countries.", ["joe-biden"]),
    ],
)
def test_ideas_are_welcomed_and_calls_made_by_whoever_does_so(text: str, who: list[str]) -> None:
    assert speakers(text)[-1] == who


def test_a_name_between_marks_is_no_quotation() -> None:
    assert said("Macron said that the “Coalition of the Willing” would meet for Ukraine.")[0].status == "reported"
    assert said("Macron said that the meeting on Ukraine had been “long and good”.")[0].status == "quoted"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Merz repeated his call on Russia for a full truce in Ukraine from Monday.", "2025-05-10"),
        ("On Monday Merz repeated his call on Russia for a full truce in Ukraine.", "2025-05-05"),
    ],
)
def test_when_a_thing_begins_is_not_when_it_is_spoken_of(text: str, day: str) -> None:
    document = Document(text=text, source="test", title="Merz on Ukraine", published=Published("2025-05-10", "given"))
    assert {str(c.date) for c in extract(document) if c.kind in ("proposal", "statement")} == {day}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Zelensky spoke in English with Joe Biden.", None),
        ("Zelensky spoke in Lviv with Joe Biden.", "Lviv"),
    ],
)
def test_a_language_is_no_place(text: str, place: str | None) -> None:
    assert [d.slots.get("place") for d in told(text) if d.kind == "meeting"] == [place]


def test_a_talk_that_was_a_call_is_told_once() -> None:
    document = Document(
        text="Andriy Yermak had a phone call with Jake Sullivan on Wednesday. They spoke of the front in Ukraine.",
        source="test",
        title="Yermak, Sullivan discuss the front",
        published=Published("2024-01-03", "given"),
    )
    assert [c.format for c in extract(document) if c.kind == "meeting"] == ["call"]


def test_two_who_met_and_rang_each_other_did_both() -> None:
    document = Document(
        text="Rishi Sunak met Volodymyr Zelensky in Kyiv on Tuesday. On Monday Sunak had rung Zelensky.",
        source="test",
        title="Sunak in Kyiv",
        published=Published("2024-01-03", "given"),
    )
    assert "bilateral" in [c.format for c in extract(document) if c.kind == "meeting"]


def test_members_of_the_commons_speak_of_their_own_ministers() -> None:
    text = (
        "I am grateful to the right hon. Member for her question.\n\nThe Prime Minister and the Foreign Secretary spoke to their "
        "Ukrainian counterparts."
    )
    met = [d for d in told(text, "2024-09-02") if d.kind == "meeting"]
    assert met[0].parties["participant"][:2] == ["keir-starmer", "david-lammy"]


def test_headlines_tell_what_is_still_to_come() -> None:
    document = Document(
        text="Ukraine waits.", source="test", title="Hayashi to meet Kuleba in Kyiv", published=Published("2023-09-08", "given")
    )
    headed = Document(
        text="Hayashi to meet Kuleba in Kyiv\n\nUkraine waits.", source="test", title=document.title, published=document.published
    )
    assert [c.status for c in extract(headed) if c.kind == "meeting"] == ["planned"]


def test_what_is_not_the_first_visit_is_none() -> None:
    assert not [d for d in told("This is not the first visit of Japanese politicians to Ukraine.") if d.kind == "meeting"]
    assert [d for d in told("This is the first visit of Fumio Kishida to Ukraine.") if d.kind == "meeting"]


@pytest.mark.parametrize(
    ("text", "donors"),
    [
        ("The EU is at odds. Hungary blocked a package of €500 million for Ukraine.", ["EU"]),
        ("The EU is at odds. Only Budapest vetoed the latest aid package for Ukraine.", ["EU"]),
        ("Bulgaria's president vetoed the delivery of 100 armoured vehicles to Ukraine. The EU took note.", ["BG"]),
        ("The EU is at odds. Hungary blocked its own aid to Ukraine.", ["HU"]),
    ],
)
def test_what_a_member_vetoes_is_the_unions(text: str, donors: list[str]) -> None:
    assert [d.parties["donor"] for d in told(text) if d.kind == "commitment"] == [donors]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Poland is clear. NATO and Norway need to supply the Ukrainians with jets.", {"proposal"}),
        ("“Germany needs to send Ukraine Taurus missiles,” Margus Tsahkna said.", {"proposal", "statement"}),
        ("Ukraine needs to buy shells.", {"need"}),
        ("Updating the budget for Ukraine requires the support of all members.", set()),
    ],
)
def test_who_is_to_give_is_in_no_want(text: str, kinds: set[str]) -> None:
    assert {d.kind for d in told(text) if d.kind in ("need", "proposal", "statement")} == kinds


def test_who_is_asked_may_stand_behind_what_is_asked_for() -> None:
    asked = [d for d in told("Zelensky again asked for more air defence systems from Western allies.") if d.kind == "need"]
    assert asked[0].parties["asked"] == ["partners"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukraine’s cities are subject to daily Russian attacks.", 0),
        ("Every ally of Ukraine is subject to sabotage by Russia.", 0),
        ("The loan to Ukraine is subject to approval by the European Parliament.", 1),
    ],
)
def test_what_befalls_one_is_no_condition(text: str, expected: int) -> None:
    assert len([d for d in told(text) if d.kind == "condition"]) == expected


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Zelensky and Trump discussed replacing ambassador Oksana Markarova.", []),
        ("The cabinet of Ukraine considered replacing Rustem Umerov with Denys Shmyhal.", ["denys-shmyhal"]),
    ],
)
def test_changes_only_discussed_give_nobody_a_post(text: str, people: list[str]) -> None:
    tenures = [d for d in told(text) if d.kind == "tenure"]
    assert [p for d in tenures for p in d.parties["person"]] == people
    assert {d.status for d in tenures} <= {"candidate"}


def test_the_maker_of_what_is_shot_down_does_not_fire_it() -> None:
    attacks = [d for d in told("Air defence units shot down nine Iran-made Shahed drones over Kyiv.") if d.kind == "attack"]
    assert [d.parties["actor"] for d in attacks] == [["RU"]]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kyiv and Oslo met to reach an agreement on drones.", "negotiating"),
        ("Ukraine and Norway have reached an agreement on drones.", "signed"),
        ("The administration is talking with senators to reach congressional agreement on the money for Ukraine.", None),
        ("Orban said that the EU should engage in talks with Russia on a truce.", None),
    ],
)
def test_agreements_not_reached_are_not_signed(text: str, status: str | None) -> None:
    assert [d.status for d in told(text) if d.kind == "agreement"] == ([status] if status else [])


@pytest.mark.parametrize(
    "text",
    [
        "Scholz explained his fears for Ukraine, ones he shares with Washington.",
        "Ukraine has friends. Denmark shares Kyiv's view on tanks.",
        "Ukraine has friends. Sybiha said that the visit sends a strong message to Kyiv.",
    ],
)
def test_views_and_messages_are_no_gifts(text: str) -> None:
    assert not [d for d in told(text) if d.kind == "commitment" and d.rule.startswith("verb")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The leaders of Norway and Latvia will make an unprecedented joint visit to Ukraine on Saturday.", "2025-05-10"),
        ("The leaders of Norway and Latvia made a joint visit to Ukraine on Saturday.", "2025-05-03"),
    ],
)
def test_adjectives_tell_no_tense(text: str, day: str) -> None:
    assert [d.slots.get("date") for d in told(text, "2025-05-09") if d.kind == "meeting"] == [day]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Olaf Scholz and Volodymyr Zelensky discussed the situation in Ukraine.", "meeting", None),
        ("Emmanuel Macron met Volodymyr Zelensky in Ukraine.", "meeting", "Ukraine"),
        ("Emmanuel Macron met Volodymyr Zelensky at an air base in Latvia.", "meeting", "Latvia"),
    ],
)
def test_what_is_discussed_is_not_where(text: str, kind: str, place: str | None) -> None:
    assert [d.slots.get("place") for d in told(text) if d.kind == kind] == [place]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("President Zelensky and Defence Minister Umerov said that the front in Ukraine holds.", ["volodymyr-zelensky", "rustem-umerov"]),
        ("President Zelensky and Rustem Umerov said that the front in Ukraine holds.", ["volodymyr-zelensky", "rustem-umerov"]),
    ],
)
def test_two_with_a_title_each_speak(text: str, who: list[str]) -> None:
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Talks between Russia and Ukraine in Istanbul are still possible.", "planned"),
        ("Dmitry Peskov commented on the proposal to organise a meeting between Vladimir Putin and Volodymyr Zelensky.", "planned"),
        ("Talks between Russia and Ukraine in Istanbul were useful.", "held"),
    ],
)
def test_meetings_that_may_be_are_not_held(text: str, status: str) -> None:
    assert {d.status for d in told(text) if d.kind == "meeting"} == {status}


def test_who_offers_the_talks_of_two_states_is_no_third_at_them() -> None:
    [met] = [d for d in told("Putin offered to resume direct talks between Moscow and Kyiv.") if d.kind == "meeting"]
    assert met.parties["participant"] == ["RU", "UA"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Yermak thanked Joe Biden for the efforts aimed at the prompt adoption of the aid package for Ukraine by Congress.", "considered"),
        ("Kallas spoke of the expected decisions on the provision of 50 billion euros in support for Ukraine.", "considered"),
        ("The United States announced a new aid package for Ukraine.", "allocated"),
    ],
)
def test_aid_that_is_only_worked_for_is_considered(text: str, status: str) -> None:
    assert {d.status for d in told(text + " The war goes on.") if d.kind == "commitment"} == {status}


def test_a_systems_long_name_is_one_item() -> None:
    [gift] = [d for d in told("The United States will send a Patriot missile air defense battery to Ukraine.") if d.kind == "commitment"]
    assert [(i.item, i.count) for i in gift.slots["items"]] == [("patriot", 1)]


def test_what_an_attacker_will_have_to_do_is_foretold() -> None:
    assert not [d for d in told("“Russia will have to follow the path of peace,” Zelensky said.") if d.kind == "proposal"]
    assert [d for d in told("“Russia has to stop its war,” Zelensky said.") if d.kind == "proposal"]


def test_since_when_a_trip_is_the_first_is_not_its_day() -> None:
    text = "Zelensky makes a trip to the United States, his first time outside Ukraine since the invasion almost a year ago."
    assert {d.slots.get("date") for d in told(text, "2022-12-21") if d.kind == "meeting"} == {None}


def test_a_visit_told_by_a_word_for_all_is_the_visit_of_those_named() -> None:
    text = (
        "Emmanuel Macron, Friedrich Merz and Donald Tusk arrived in Kyiv on Saturday.\n\n"
        "Leaders from three European allies visited Kyiv on Saturday."
    )
    document = Document(text=text, source="test", title="Leaders in Kyiv", published=Published("2025-05-10", "given"))
    people = [sorted(c.parties["participant"]) for c in extract(document) if c.kind == "meeting"]
    assert people == [["donald-tusk", "emmanuel-macron", "friedrich-merz"]]
