"""Whose "I" and "we" a text speaks in."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.extraction.names.authoring import Authors
from promissory.extraction.text.gazetteer import gazetteer_of
from promissory.model import Document
from promissory.packs import load_pack

WORDS = "We will stand by Ukraine. We are sending our tanks, and I thank our allies for what they do with us."


def authors(title: str, publisher: str | None = None, url: str | None = None, text: str = WORDS) -> Authors:
    pack = load_pack()
    document = Document(text=f"{title}\n\n{text}", source="test", title=title, publisher=publisher, url=url)
    return Authors(document, pack, gazetteer_of(pack), "2024-06-15", "2024-06-15")


@pytest.mark.parametrize(
    ("title", "publisher", "author"),
    [
        ("Speech by Ursula von der Leyen at the recovery conference", None, "ursula-von-der-leyen"),
        ("Remarks by President Biden on aid for Ukraine", "The White House", "joe-biden"),
        ("Statement from the President on air defence", "The White House", "joe-biden"),
        ("Prime Minister's statement on Ukraine: 15 June", "Prime Minister's Office, 10 Downing Street", "rishi-sunak"),
        ("Minister Kajsa Ollongren's letter to parliament", None, "kajsa-ollongren"),
        ("G7 Leaders’ Statement on Ukraine", "The White House", "G7"),
        ("Interview with Boris Pistorius", None, "boris-pistorius"),
        ("What we know about the package", "UK outlet", None),
        ("What we know about the package", "US News", None),
        ("Our support for Ukraine", "Government of Canada", "CA"),
        ("Speech by the Prime Minister", "Statsministeriet", "mette-frederiksen"),
        ("Our support for Ukraine", "Statsministerens kontor", "jonas-gahr-store"),
        ("Address to the nation", "Élysée", "emmanuel-macron"),
        ("Press conference by the Secretary General", "NATO", "jens-stoltenberg"),
    ],
)
def test_author(title: str, publisher: str | None, author: str | None) -> None:
    assert authors(title, publisher).author() == author


def test_leaders_who_say_we_are_the_authors() -> None:
    assert authors("Statement", "The White House", text=f"We the Leaders of the Group of Seven (G7) met today. {WORDS}").author() == "G7"


def test_a_report_by_others_has_no_author() -> None:
    assert authors("Speech by Ursula von der Leyen", text="The Commission will send tanks. It said so on Monday. " * 20).author() is None


@pytest.mark.parametrize(
    ("url", "state"),
    [
        ("https://www.gov.uk/government/news/aid", "GB"),
        ("https://www.gov.pl/web/defence", "PL"),
        ("https://mod.gov.ua/en/news", "UA"),
        ("https://www.elysee.gouv.fr/x", "FR"),
        ("https://enlargement.ec.europa.eu/news", "EU"),
        ("https://www.defense.gov/News", "US"),
        ("https://www.nato.int/cps", "NATO"),
        ("https://www.governor-news.com/x", None),
        ("https://migov.example.org", None),
    ],
)
def test_official_pages_speak_for_their_state(url: str, state: str | None) -> None:
    assert authors("Aid", url=url).home() == state


def test_a_speech_in_parliament_is_of_its_state() -> None:
    assert authors("Statement in the House of Commons").home() == "GB"


@pytest.mark.parametrize(
    ("opening", "several", "author"),
    [
        ("We, the leaders of Norway, Germany and Poland, met on Monday.", ("NO", "DE", "PL"), "NO"),
        ("We, the ministers of defence of Latvia and Sweden, met on Monday.", ("LV", "SE"), "LV"),
        ("We, the leaders of France, Germany and Poland, met on Monday.", (), "Weimar-Triangle"),
        ("We, the leaders of the G7, met on Monday.", (), "G7"),
        ("We, the members of the Weimar Triangle, met in Poland, Germany and France.", (), "Weimar-Triangle"),
    ],
)
def test_several_states_may_speak_together(opening: str, several: tuple[str, ...], author: str) -> None:
    found = authors("Joint statement", text=f"{opening} We will go on, as our nations want us to. {WORDS}")
    assert (found.several(), found.author()) == (several, author)


def test_what_several_states_say_and_do_together_is_of_each() -> None:
    text = (
        "Joint statement\n\nWe, the leaders of Norway and Poland, together with the President of Ukraine, met in Oslo on Monday. "
        "We will deliver another 200 howitzers to Ukraine. Norway will also send Ukraine 40 tanks."
    )
    claims = {(c.kind, tuple(sorted(v for ids in c.parties.values() for v in ids))) for c in extract(Document(text=text, source="test"))}
    assert ("meeting", ("NO", "PL", "UA")) in claims
    assert {who for kind, who in claims if kind == "commitment"} == {("NO", "PL", "UA"), ("NO", "UA")}


@pytest.mark.parametrize(
    ("title", "publisher", "author"),
    [
        ("Evening address: a long day", None, "volodymyr-zelensky"),
        ("A long day", "Office of the President", "volodymyr-zelensky"),
        ("Open letter of a teacher", None, None),
    ],
)
def test_who_greets_a_nation_from_its_highest_office(title: str, publisher: str | None, author: str | None) -> None:
    text = "I wish you health, fellow Ukrainians!\n\nI spoke today with our partners. I thank them."
    assert authors(title, publisher, text=text).author() == author
