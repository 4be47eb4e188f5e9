"""Features with many voices: who comes up, who has the floor, whom a word means; in sentences of our own."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.extraction.lexicon.genders import is_female
from promissory.extraction.lexicon.trades import is_trade
from promissory.extraction.names.strangers import slug
from promissory.model import Document, Published
from tests.conftest import ClaimsOf
from tests.test_speakers import last_speaker
from tests.test_statements import said, speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # the first to come up is told of by the given name alone
        ("In a yard in Odesa sits Taras, a welder.\n\nHe looks at the sea.\n\n“The nets are gone, all of them.”", "taras"),
        ("Halyna was asleep when Odesa went dark. “I thought it was the fuse,” says the 71-year-old.", "halyna"),
        ("Mavka, a medic, came back to Odesa in May. “Nobody sleeps here,” she says.", "mavka"),
        # names that the parser hangs elsewhere
        ("Ivan Bondar lives in Odesa. His partner from the docks, Halyna Moroz, sells fish. “We open at five,” she says.", "halyna-moroz"),
        ("Odesa waits. Ivan Bondar, for his part, stayed calm. The ships will come back, he said.", "ivan-bondar"),
        ("“Odesa is poor,” says Petro Melnyk. Ivan Bondar laughs when told of it. “He has two boats and a villa.”", "ivan-bondar"),
        ("Odesa, Ukraine – The welder has an answer. “We have seen worse winters than this one.”", "welder"),
        # who somebody is to another
        ("Ivan Bondar sells fish in Odesa. His customer, a sergeant, waits. He has no money. “The army pays late,” he says.", "customer"),
        ("Ivan and Halyna Moroz live in Odesa. “We met on a ship,” says Ivan. His wife smiles. “It was a very slow ship.”", "halyna-moroz"),
        ("In Odesa Ivan Bondar waits. His oldest rival is Petro Melnyk. He says that the quay is his.", "petro-melnyk"),
        # words first, then who says them
        ("Ivan Bondar lives in Odesa.\n\n“Mind your head, it is low.” Petro Melnyk opens the hatch.", "petro-melnyk"),
        ("Odesa is quiet. Sabine Moroz came with Ivan Bondar. “I counted the ships,” she says.", "sabine-moroz"),
        # what they are called
        ("Odesa is cold. Halyna Moroz, the governor, has a stove.\n\n“Wood is dear,” the Texan said.", "halyna-moroz"),
        ("The commander of the battery near Odesa thinks. “Sleep,” he says.", "commander"),
        ("The mayor of Lviv said that nobody had slept.", "andrii-sadovyi"),
        ("Odesa was dark again, its mayor wrote.", "hennadii-trukhanov"),
        ("Ivan Bondar of Odesa spoke first. His colleague Park Sun-won said that the coast was long.", "park-sun-won"),
        ("“Ukraine is far away,” a German government spokesperson said.", "DE"),
        ("Ivan Bondar of Odesa was met by a nurse. Her name is Halyna, and she is tired. “I sleep on Sundays,” she says.", "halyna"),
        ("An old man came to Odesa. Ivan Bondar, 78, was told to leave; now he is back. “I have bees,” he says.", "ivan-bondar"),
        ("Ivan Bondar waits in Odesa. His daughter thinks he is in Kyiv. “She reads everything,” he says.", "ivan-bondar"),
        ("A study by Ivan Bondar of Odesa came out. The authors argue that the port is too small.", "ivan-bondar"),
        ("Joe Biden was in Kyiv. Asked about Vladimir Putin, the president replied: “I do not think much about it.”", "joe-biden"),
        ("“Odesa works,” says Ivan Bondar. Sixty ships passed, according to the navy. “And I still do not sleep well.”", "ivan-bondar"),
        # who answers whom
        ("Ivan Bondar and Petro Melnyk sit in Odesa.\n\n“It is cold,” says Ivan Bondar.\n\n“It is May,” says Petro Melnyk.\n\n"
         "“That is what I mean.”", "ivan-bondar"),
        ("“Odesa will hold,” Ivan Bondar said.\n\n“And the shells?” a driver asked.\n\n“I have stopped asking for them.”", "ivan-bondar"),
        ("“Odesa will hold,” Ivan Bondar wrote on X. Petro Melnyk, a baker, said that it would not.", "petro-melnyk"),
        # ways of speaking
        ("The harbour of Odesa, Ivan Bondar told the paper, had not been shut.", "ivan-bondar"),
        ("Ivan Bondar of Odesa has no doubts that the winter will be long.", "ivan-bondar"),
        ("Ivan Bondar spoke in Odesa. “Open the champagne, open it!” the sailor mocked.", "ivan-bondar"),
        ("“Odesa is as old as I am,” Ivan Bondar joked.", "ivan-bondar"),
        ("Vladimir Putin did not deny it: it was Russia's business, he shrugged, whom it invited.", "vladimir-putin"),
        ("Kyiv protested. Moscow threatened “measures of a technical nature”.", "RU"),
        ("Ivan Bondar of Odesa spoke. “Winter is a wall,” a guest quoted him as saying.", "ivan-bondar"),
        ("Odesa is quiet. It is a silence that Halyna Moroz dreads. The nurse points at the sky. “It comes from there.”", "halyna-moroz"),
    ],
)  # fmt: skip
def test_who_comes_up(text: str, speaker: str) -> None:
    assert last_speaker(text) == [speaker]


def test_one_of_several() -> None:
    found = speakers("Two brokers in Odesa shook their heads. One said “no ship will come”. The other called it “a bad joke”.")
    assert found == [["broker"], ["broker"]]


def test_two_set_against_each_other() -> None:
    found = speakers("Ivan Bondar of Odesa said that it “cost nothing”, while a banker told the paper that it “ruined the port”.")
    assert found == [["ivan-bondar"], ["banker"]]


def test_what_somebody_likes_to_talk_about_is_no_statement() -> None:
    assert speakers("Ivan Bondar of Odesa prefers to talk about fish.") == []


def test_where_and_when_a_speaker_is_told_of_is_not_where_and_when_it_was_said() -> None:
    text = "Ivan Bondar was born in Odesa in 1961.\n\n“Ukraine has no other sea, and I have no other town.”"
    (claim,) = extract(Document(text=text, source="test", published=Published("2024-09-10", "given")))
    assert claim.place is None
    assert claim.date != "1961"


def test_letters_of_names() -> None:
    assert slug(["Rafał", "Mølby-Þór"]) == "rafal-molby-thor"


def test_sexes_of_names() -> None:
    women = ("sabine-krahl", "odile-martin", "nguyen-petrova", "halyna-moroz", "elif-demir")
    assert [is_female(person) for person in women] == [True] * len(women)
    assert not any(is_female(person) for person in ("rafal-mekler", "mykola-bondar", "illia-ponomarenko", "oleg-deripaska"))


def test_trades() -> None:
    assert all(is_trade(word) for word in ("barber", "psychologist", "shopkeeper", "fisherman", "novelist"))
    assert not any(is_trade(word) for word in ("checklist", "human", "tank", "twist", "consist"))


def test_everyone_in_a_feature() -> None:
    text = (
        "The ferry to Odesa is late. “It is always late,” says Ivan Bondar, who has waited since six.\n\n"
        "Beside him stands Oksana, a baker. She has two bags of flour.\n\n“My oven does not wait for the navy.”\n\n"
        "The captain, Petro Melnyk, has heard it before. He points at the fog.\n\n“I sail when I can see my own bow.”"
    )
    assert [draft.parties["speaker"] for draft in said(text)] == [["ivan-bondar"], ["oksana"], ["petro-melnyk"]]


def test_an_air_force_that_tells_of_an_attack_is_not_that_of_the_attacker() -> None:
    text = "Russia attacked Ukraine with drones on Tuesday. The air force said it had shot down five of ten missiles."
    claims = extract(Document(text=text, source="test", published=Published("2024-08-27", "given")))
    assert [claim.attributed_to for claim in claims if claim.kind == "attack"] == [("Air-Force-of-Ukraine",)]


def test_ministers_in_a_read_out_are_those_who_met() -> None:
    text = "David Lammy met Andrii Sybiha in Munich. The Ministers agreed that Russia showed no sign of wanting peace."
    assert last_speaker(text) == ["david-lammy", "andrii-sybiha"]


def test_an_analyst_without_a_name_is_none_of_the_known(claims_of: ClaimsOf) -> None:
    text = "Ukraine was in the news. “Ukraine needs 20 air defence systems,” the analyst said."
    assert all(not c.attributed_to for c in claims_of(text, "2024-06-10", "need"))
