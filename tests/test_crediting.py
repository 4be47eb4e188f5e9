"""Who tells a claim whose own clause does not say so, in sentences of our own."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.model import Document, Published


def tellers(text: str, kind: str) -> list[tuple[str, ...]]:
    document = Document(text=text, source="test", published=Published("2024-09-10", "given"))
    return [c.attributed_to for c in extract(document) if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("The host, Lloyd Austin, announced a new package of $250 million for Ukraine.", ("lloyd-austin",)),
        ("Poland will send Ukraine ten tanks, as Donald Tusk announced on the same day.", ("donald-tusk",)),
        ("A new package of $250 million for Ukraine was announced by Lloyd Austin in Ramstein.", ("lloyd-austin",)),
    ],
)
def test_told_in_its_own_sentence(text: str, teller: tuple[str, ...]) -> None:
    assert tellers(text, "commitment")[0] == teller


def test_goes_on_with_the_sentence_before() -> None:
    text = "Germany will send Ukraine ten tanks, Olaf Scholz said in Berlin. Poland would deliver another twelve tanks to Ukraine in May."
    assert tellers(text, "commitment")[-1] == ("olaf-scholz",)


def test_told_by_the_sentence_after() -> None:
    text = "Ukraine and Latvia have signed a security agreement. Volodymyr Zelensky made this known in Riga."
    assert tellers(text, "agreement") == [("volodymyr-zelensky",)]


def test_another_paragraph_and_another_matter_are_not_his() -> None:
    said = "Germany will send Ukraine ten tanks, Olaf Scholz said in Berlin."
    assert tellers(f"{said}\n\nPoland has sent Ukraine twelve MiG-29 jets since April.", "commitment")[-1] == ()
    assert tellers(f"{said} Meanwhile Poland has sent Ukraine twelve MiG-29 jets.", "commitment")[-1] == ()


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("Per the Norwegian prime minister, Oslo will give Ukraine six F-16 jets.", ("jonas-gahr-store",)),
        ("Poland will give Ukraine ten tanks, Ukrinform reports, referring to a post by Donald Tusk.", ("donald-tusk",)),
        ("Poland will give Ukraine ten tanks, Reuters reported, citing remarks by Donald Tusk.", ("donald-tusk",)),
        ("Poland will give Ukraine ten tanks, Donald Tusk confirmed in Warsaw, as reported by Reuters.", ("donald-tusk",)),
        ("Poland, said Donald Tusk in Warsaw, will give Ukraine ten tanks.", ("donald-tusk",)),
        ("“We have agreed to give Ukraine ten tanks, as we announced in May,” Donald Tusk told Reuters.", ("donald-tusk",)),
        ("Poland will give Ukraine ten tanks. This was announced by Donald Tusk in Warsaw.", ("donald-tusk",)),
        ("Poland will give Ukraine ten tanks. The decision was made public by Donald Tusk.", ("donald-tusk",)),
    ],
)
def test_whoever_told_it_first(text: str, teller: tuple[str, ...]) -> None:
    assert tellers(text, "commitment")[0] == teller


def test_account_of_what_was_agreed() -> None:
    text = "Donald Tusk listed what had been agreed. Germany will give Ukraine ten tanks."
    assert tellers(text, "commitment")[-1] == ("donald-tusk",)


def test_person_in_the_text_tells_for_the_state_in_the_headline() -> None:
    text = "Poland to give Ukraine ten tanks, Warsaw says\n\nPoland will give Ukraine ten tanks, Prime Minister Donald Tusk said on Monday."
    assert tellers(text, "commitment") == [("donald-tusk",)]


def test_whoever_has_the_floor() -> None:
    text = (
        "PRESIDENT ZELENSKYY: Thank you for the support.\n\n"
        "VICE PRESIDENT HARRIS: You and I last met in Munich in February. The United States will give Ukraine 10 tanks.\n\n"
        "We will also provide Ukraine with $300 million for its police.\n\n"
        "Q: And Poland?\n\n"
        "PRESIDENT ZELENSKYY: Poland has given us 14 jets."
    )
    assert tellers(text, "commitment") == [("kamala-harris",), ("kamala-harris",), ("volodymyr-zelensky",)]
    assert tellers(text, "meeting") == [("kamala-harris",)]
    assert tellers(text, "statement") == []


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("Prague will give Ukraine ten tanks, a Czech minister said. Jan Lipavský was in Kyiv.", "jan-lipavsky"),
        ("Prague will give Ukraine ten tanks, a Czech minister who asked not to be named said. Jan Lipavský is in Kyiv.", "CZ"),
        ("Latvia will give Ukraine ten tanks. This follows from a report drawn up by the Foreign Ministry.", "Latvian-Foreign-Ministry"),
    ],
)  # fmt: skip
def test_those_without_a_name(text: str, teller: str) -> None:
    assert teller in {who[0] for who in tellers(text, "commitment") if who}


def everyone_told(text: str) -> set[str]:
    """Everyone who tells some need, gift or condition."""
    return {who for kind in ("need", "commitment", "condition") for claim in tellers(text, kind) for who in claim}


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        # at its end a report closes all the clauses before it
        ("It was Kyiv that asked for the Patriot system, the German defence ministry said.", "German-Ministry-of-Defence"),
        ("Germany gave Ukraine ten tanks in July and the crews were ready, envoy Martin Jaeger told a paper.", "martin-jaeger"),
        ("Ukraine needs seven Patriot systems and the partners have them, Volodymyr Zelensky insisted on Saturday.", "volodymyr-zelensky"),
        # a paper that cites people without names
        ("Spain will send Ukraine Hawk missiles, El Pais reported on Monday, quoting two officials at the talks.", "El-Pais"),
        ("Ukraine has been given its first IRIS-T system by Germany, the magazine “Spiegel” reports.", "Der-Spiegel"),
        # people without names, by whom they speak for
        ("Sources in the Polish government say that six MiG-29 jets have already been handed to Ukraine.", "PL"),
        ("The Netherlands gave Ukraine a launcher in June, an official of the Dutch defence ministry said.", "Dutch-Ministry-of-Defence"),
        ("An official with the European Commission said that 1.5 billion euros had been paid out to Ukraine.", "European-Commission"),
        # what the parser takes for an apposition
        ("Finland will give Ukraine its 23rd package, the Office of the President of Finland said.", "Office-of-the-President-of-Finland"),
        # papers and pages
        ("Ukraine received 1.5 billion euros from the EU, according to the website of the Ukrainian government.", "UA"),
        ("Germany has sent Ukraine ten Leopard tanks, the updated list of the federal government shows.", "German-Government"),
        # as somebody sees or tells it
        ("Germany has handed five IRIS-T systems to Ukraine, on Olaf Scholz's account, and six more are being built.", "olaf-scholz"),
        ("For Germany's ambassador in Kyiv, Martin Jaeger, it showed once more that Ukraine needs more air defence.", "martin-jaeger"),
        ("Mette Frederiksen had a simple answer: Denmark will give Ukraine ten tanks.", "mette-frederiksen"),
        ("John Healey accepted that in Ukraine manpower was “the hardest shortage of all”.", "john-healey"),
        ("Rustem Umerov listed what Ukraine's forces need most before the winter: interceptors and spare parts.", "rustem-umerov"),
        ("The European Commission takes the view that Ukraine has met its conditions, a diplomat recounted.", "European-Commission"),
    ],
)  # fmt: skip
def test_whoever_a_sentence_says_tells_it(text: str, teller: str) -> None:
    assert teller in everyone_told(text)


def test_on_account_of_something_is_told_by_nobody() -> None:
    assert tellers("Poland has given Ukraine fourteen MiG-29 jets on account of the Russian air raids.", "commitment") == [()]


def test_office_speaks_for_its_state() -> None:
    text = "Denmark will give Ukraine six F-16 jets, the Danish defence ministry said."
    assert tellers(text, "commitment") == [("Danish-Ministry-of-Defence",)]


@pytest.mark.parametrize(
    "text",
    [
        "Germany found 10,000 shells for Ukraine.",
        "Viktor Orban will raise the matter at the summit with Emmanuel Macron in Budapest on Monday.",
        "Russia accepted losses when it attacked Kharkiv on Monday.",
    ],
)
def test_deeds_that_might_be_speech_tell_nothing(text: str) -> None:
    assert [who for kind in ("commitment", "meeting", "attack") for claim in tellers(text, kind) for who in claim] == []


@pytest.mark.parametrize(
    "text",
    [
        "Army sources said that Germany would send 20 tanks to Ukraine.",
        "A ministry spokesman said that Hungary blocked the aid for Ukraine.",
        "Spain will send Ukraine Leopard tanks, government sources told the newspaper.",
    ],
)
def test_state_told_of_is_not_that_of_nameless_sources(text: str) -> None:
    assert everyone_told(text) == set()


LINED = (
    "Denmark to give Ukraine 19 jets\n\nSource: {source}\n\nDetails: Denmark will give Ukraine the jets in three batches. "
    "It has set aside 1.2 billion kroner for spare parts for Ukraine.\n\nBackground: In May Norway gave Ukraine two NASAMS launchers."
)


@pytest.mark.parametrize(
    ("source", "teller"),
    [
        ("Danish Defence Ministry on X (Twitter)", "Danish-Ministry-of-Defence"),
        ("Mette Frederiksen in an interview with DR", "mette-frederiksen"),
        ("Reuters, citing Prime Minister Mette Frederiksen", "mette-frederiksen"),
        ("Politico, citing two officials", "Politico"),
        ("website of the Danish government", "DK"),
    ],
)
def test_line_that_names_the_source(source: str, teller: str) -> None:
    who = tellers(LINED.format(source=source), "commitment")
    assert all(teller in w for w in who[:-1])
    assert who[-1] == ()


@pytest.mark.parametrize(
    "opening",
    [
        "Source: Biden to visit Kyiv",
        "Source: US to send Ukraine 31 Abrams tanks",
        "Allies meet in Kyiv\n\nSource: Joe Biden will visit Kyiv",
    ],
)
def test_headline_after_the_label_names_no_source(opening: str) -> None:
    assert tellers(f"{opening}\n\nRussia struck Odesa on Monday, killing five.", "attack") == [()]


def test_line_at_the_end_names_only_the_agencies() -> None:
    text = "Denmark has given Ukraine 19 jets.\n\nThe jets came by road.\n\nThey stand in the west.\n\nSource: Reuters"
    assert tellers(text, "commitment")[0] == ()


@pytest.mark.parametrize(
    "after",
    [
        "Olaf Scholz confirmed the delivery in Berlin.",
        "Weeks before, the same delivery had been made public by Olaf Scholz.",
        "The news was confirmed by Olaf Scholz.",
    ],
)
def test_whoever_confirms_it(after: str) -> None:
    text = f"A third Patriot system from Germany has reached Ukraine, Volodymyr Zelensky said.\n\n{after}"
    assert tellers(text, "commitment")[0] == ("volodymyr-zelensky", "olaf-scholz")


@pytest.mark.parametrize(
    "after",
    [
        "If Dmitry Peskov confirms the strike, the world will know.",
        "Dmitry Peskov has not confirmed the strike.",
        "Dmitry Peskov could not have confirmed the strike.",
        "Donald Tusk put the number of refugees at a million.",
        "Olaf Scholz put the figure of aid at 7 billion.",
    ],
)
def test_nobody_confirms_it(after: str) -> None:
    assert tellers(f"Russia struck Kharkiv on Monday, killing five.\n\n{after}", "attack") == [()]
    assert tellers(f"Russia struck Kharkiv on Monday, killing five. {after}", "attack") == [()]


def test_other_delivery_is_no_confirmation() -> None:
    news = "A third Patriot system from Germany has reached Ukraine, Volodymyr Zelensky said."
    text = f"{news}\n\nOlaf Scholz announced the delivery of ten tanks."
    assert tellers(text, "commitment")[0] == ("volodymyr-zelensky",)
