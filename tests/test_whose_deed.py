"""Whose deed a sentence tells, and what it names without telling of it: plans given up, wars as causes, others' decisions, headlines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.extraction.scanning.recasing import as_sentence
from promissory.model import Claim

Read = Callable[..., list[Claim]]
DAY = "2024-05-01"
LEAD = "Allies of Ukraine\n\nKYIV (Reuters) - Ukraine has been fighting for two years, and its allies have stood by it.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Putin scrapped plans to storm the steelworks of Mariupol on Thursday.",
        "Norway took new steps on Wednesday, naming firms to hurt Russia over its invasion of Ukraine on the same day that it met Japan.",
    ],
)
def test_plans_given_up_and_wars_as_a_cause_are_no_attacks(claims_of: Read, text: str) -> None:
    assert not claims_of(LEAD + text, DAY, "attack")


def test_a_friend_does_not_attack(claims_of: Read) -> None:
    text = (
        "Kallas joined other European officials in a walkout at the summit – a message to that country, Stubb said, that it cannot trade "
        "as usual while carrying out its assault on the people of Ukraine."
    )
    assert all("NO" not in c.parties.get("actor", ()) and "partners" not in c.parties.get("actor", ()) for c in claims_of(LEAD + text, DAY))


def test_plans_are_threats(claims_of: Read) -> None:
    (claim,) = claims_of(LEAD + "Putin has plans to attack Kharkiv in the summer, the general said.", DAY, "attack")
    assert claim.status == "threatened"


def test_a_year_inside_another_thing_dates_no_attack(claims_of: Read) -> None:
    text = "Farmers hope to sell all of their 2023 harvest despite Russia's attacks on the ports of Odesa."
    assert [c.date for c in claims_of(LEAD + text, DAY, "attack")] in ([], [None], [DAY])


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        ("The G7 leaders welcome the approval by the EU of the Ukraine Facility of 50 billion euros.", "EU"),
        ("Norway will support cooperation between Ukraine and the EU with 20 million euros.", "NO"),
    ],
)
def test_who_gives_is_not_who_welcomes_it_or_is_named_beside_it(claims_of: Read, text: str, donor: str) -> None:
    assert [c.parties["donor"] for c in claims_of(LEAD + text, DAY, "commitment")] == [(donor,)]


def test_what_is_helped_among_others_is_not_for_the_receiver(claims_of: Read) -> None:
    text = "Pabriks said the move would support cooperation and common defence among Baltic states as the region reacts to the war."
    assert not claims_of(LEAD + text, DAY, "commitment")


def test_a_plan_to_give_is_a_gift_and_no_scheme(claims_of: Read) -> None:
    found = claims_of(LEAD + "Kyiv praised Sweden's plan to send 14 Gripen jets to Ukraine.", DAY)
    assert [c.kind for c in found if c.kind in ("commitment", "initiative")] == ["commitment"]


def test_a_date_in_what_a_pledge_rests_on_is_not_the_pledges(claims_of: Read) -> None:
    text = "Germany reiterated its commitment to Ukraine's security, based on the declaration that it had endorsed in Vilnius last July."
    assert all(c.date != "2023-07" for c in claims_of(LEAD + text, DAY, "commitment"))


def test_a_decision_between_its_owner_and_its_verb(claims_of: Read) -> None:
    text = "The G7 praised reforms and welcomed the EU's decision last December to open accession talks with Ukraine."
    assert [set(c.parties["party"]) for c in claims_of(LEAD + text, DAY, "agreement")] == [{"EU", "UA"}]


@pytest.mark.parametrize(
    "text",
    [
        "When Denmark stood apart, threats to Ukraine have only grown, Frederiksen said.",
        "“If we only look inward, we cannot defeat threats to Ukraine,” said the prime minister, Mette Frederiksen.",
    ],
)
def test_only_inside_or_after_a_clause_sets_no_terms(claims_of: Read, text: str) -> None:
    assert not claims_of(LEAD + text, DAY, "condition")


def test_members_are_those_of_the_body_spoken_of(claims_of: Read) -> None:
    text = "Though Biden wants Russia out of the G20, throwing it out of the club would need the assent of all the members."
    assert all("NATO" not in c.parties.get("on", ()) for c in claims_of(LEAD + text, DAY, "condition"))


def test_new_zealand_has_no_new_premier(claims_of: Read) -> None:
    text = "New Zealand prime minister Jacinda Ardern has assured Zelensky of her support in the fight against Russia."
    assert not claims_of(LEAD + text, "2022-06-30", "tenure")


def test_a_thing_that_was_to_begin_says_nothing(claims_of: Read) -> None:
    text = "The mayor of Kyiv Vitali Klitschko had urged people to leave – an operation that was supposed to begin at noon."
    assert all("operation" not in c.attributed_to for c in claims_of(LEAD + text, DAY))


def test_wars_claim_lives_and_say_nothing(claims_of: Read) -> None:
    text = "Putin has torn families apart in Ukraine and claimed hundreds of thousands of lives."
    assert not claims_of(LEAD + text, DAY, "statement")


@pytest.mark.parametrize(
    ("line", "rest", "written"),
    [
        ("Denmark Rejects Calls To Send F-16s", "Denmark will not send jets.", "Denmark rejects calls to send F-16s"),
        ("Baker Announces New Funds For Ukraine", "The minister, Anna Baker, spoke.", "Baker announces new funds for Ukraine"),
        ("Denmark rejects calls to send jets", "Denmark will not.", "Denmark rejects calls to send jets"),
        ("They Met At NATO In June.", "They met.", "They Met At NATO In June."),
    ],
)
def test_headlines_are_read_as_sentences(line: str, rest: str, written: str) -> None:
    from promissory.extraction.text.gazetteer import gazetteer_of
    from promissory.packs import load_pack

    text = f"{line}\n\n{rest}"
    mentions = list(gazetteer_of(load_pack()).find(line))
    assert as_sentence(text, 0, len(line), mentions) == written


def test_support_that_underlines_something_says_nothing(claims_of: Read) -> None:
    text = "The support from NATO underscores the importance of effort for Ukraine."
    assert not claims_of(LEAD + text, DAY, "statement")


def test_members_that_discuss_an_entry_negotiate_none(claims_of: Read) -> None:
    text = "This reflects discussions within NATO regarding Ukraine's accession, a move that would help it in the face of Russia's war."
    assert not claims_of(LEAD + text, DAY, "agreement")


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        ("Kyiv is thankful to Norway for the readiness to finance more Patriots.", "NO"),
        ("Zelensky said he was grateful to the Netherlands for the decision to send 24 F-16s.", "NL"),
        ("In Brussels on Thursday the ministers of the alliance pledged 40 billion euros in aid.", "NATO"),
        ("At a meeting in Luxembourg the bloc agreed a 500 million euro tranche.", "EU"),
    ],
)
def test_the_thanked_and_the_blocs_give(claims_of: Read, text: str, donor: str) -> None:
    (claim,) = claims_of(LEAD + text, DAY, "commitment")
    assert (claim.parties["donor"], claim.parties["recipient"]) == ((donor,), ("UA",))


def test_a_finite_verb_goes_on_with_a_finite_one(claims_of: Read) -> None:
    text = "Scholz backed Norway's plan to send tanks to Ukraine and promised two Patriots."
    assert [c.parties["donor"] for c in claims_of(LEAD + text, DAY, "commitment")] == [("NO",), ("DE",)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rutte ruled out talks on Ukraine's entry into NATO.", "agreement"),
        ("There were no talks on Ukraine's entry into NATO.", "agreement"),
        ("The European Council was called weak by Orban.", "meeting"),
        ("NATO ministers were delayed by fog.", "meeting"),
    ],
)
def test_what_was_denied_or_befell_people_is_neither_told_nor_held(claims_of: Read, text: str, kind: str) -> None:
    assert not claims_of(LEAD + text, DAY, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Due to fog, Scholz met Zelensky in Kyiv on Monday.",
        "Close to midnight, Russia attacked Kharkiv on Monday.",
        "Up to eight people died when Russia struck Odesa on Monday.",
    ],
)
def test_what_opens_with_to_is_not_ahead(claims_of: Read, text: str) -> None:
    assert {c.date for c in claims_of(LEAD + text, DAY) if c.kind in ("meeting", "attack")} == {"2024-04-29"}


def test_one_signed_with_another_is_with_that_one(claims_of: Read) -> None:
    text = "Norway signed a security agreement with Ukraine on Monday. Hungary signed one with Russia."
    assert [set(c.parties["party"]) for c in claims_of(LEAD + text, DAY, "agreement")] == [{"NO", "UA"}, {"HU", "RU"}]


def test_parts_that_are_good_for_nothing_are_no_other_goods(claims_of: Read) -> None:
    text = "Poland gave Ukraine 14 tanks. Two of them are useless against drones. Five of them are older than the Leopards."
    assert [i.count for c in claims_of(LEAD + text, DAY, "commitment") for i in c.items] == [14]
