"""Who is meant where somebody speaks in a report: the floor, pronouns, descriptions; in sentences of our own."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.model import Document, Published
from tests.conftest import ClaimsOf
from tests.test_statements import said, speakers


def last_speaker(text: str) -> list[str]:
    """Who says what stands last in a text."""
    return said(text)[-1].parties["speaker"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ivan Bondar, who mends engines in Odesa, is tired.\n\nHis workshop has no light.\n\n“We hold lamps in our teeth.”",
            "ivan-bondar",
        ),
        ("I asked Ivan Bondar whether Odesa would hold.\n\nHe did not smile.\n\n“It has to hold, does it not?”", "ivan-bondar"),
        ("We met Oksana Bondar at a school in Odesa.\n\n“The children draw nothing but ships.”", "oksana-bondar"),
        (
            "“Odesa will hold,” Ivan Bondar said.\n\nBut will anybody help?\n\nWhat if Moscow comes back?\n\n“Then we start over again.”",
            "ivan-bondar",
        ),
        (
            "“Odesa will hold,” Ivan Bondar said.\n\nThe loudest answer came in a letter from the engineer Petro Melnyk.\n\n"
            "“Nobody has asked those of us who live there.”",
            "petro-melnyk",
        ),
        ("Ukraine lost the match. The harbour, says Ivan Bondar, is shut.\n\n“We hold lamps in our teeth all day.”", "ivan-bondar"),
        ("A sailor who gave his name as Taras came to the gate in Odesa.\n\n“They shot at everything that moved.”", "taras"),
        ("An officer with the call sign Badger is less sure about Odesa. He believes that the winter will be long.", "badger"),
    ],
)  # fmt: skip
def test_who_has_the_floor(text: str, speaker: str) -> None:
    assert last_speaker(text) == [speaker]


def test_things_have_no_floor() -> None:
    assert speakers("The bridge in Odesa has been shut since March.\n\n“Closed until further notice, by order”, it says.") in (
        [],
        [["bridge"]],
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ivan Bondar of Odesa said that Petro Melnyk had lied. He added that nobody was surprised.", "ivan-bondar"),
        ("“It is over,” Ivan Bondar of Odesa said. Petro Melnyk left the room. “It has only begun,” he said.", "petro-melnyk"),
        ("Ivan Bondar spoke in Kyiv. “Vladimir Putin and I will never meet,” he said.", "ivan-bondar"),
        ("Vladimir Putin came to Minsk. Ivan Bondar of Odesa watched. Putin will lose, he said.", "ivan-bondar"),
        ("Oksana Bondar runs a shop in Odesa. A driver came in. “I sell more candles than bread,” she said.", "oksana-bondar"),
        ("The writer Ivan Bondar of Odesa lashed out at what he called a betrayal of Ukraine.", "ivan-bondar"),
        ("In Odesa, opposition MP Ivan Bondar called out the government over what he described as empty shelves.", "ivan-bondar"),
    ],
)  # fmt: skip
def test_whom_he_means(text: str, speaker: str) -> None:
    assert last_speaker(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Ivan Bondar, a former commander of the Ukrainian marines, spoke in Odesa. The poet Petro Melnyk listened. "
            "The former commander said that the coast was mined.",
            "ivan-bondar",
        ),
        (
            "The historian Ivan Bondar spoke in Kyiv. Petro Melnyk, a baker, listened. The historian said that nothing was new.",
            "ivan-bondar",
        ),
        ("Robert Fico came to Brussels. The Slovak leader said that gas was a question of honour.", "robert-fico"),
        ("The pilot Ivan Bondar landed near Odesa. The Ukrainian pilot said that he had seen no ships.", "ivan-bondar"),
        ("“Odesa is quiet,” a western official said. The official added that this would “not last the month”.", "western-official"),
        (
            "Ivan Bondar of Odesa spoke first. “We should have gone,” a man who did not want to be named said.",
            "man",
        ),
        ("The deputy minister for ports of Ukraine Ivan Bondar spoke. The minister said that the nets were empty.", "ivan-bondar"),
    ],
)  # fmt: skip
def test_whom_a_description_means(text: str, speaker: str) -> None:
    assert last_speaker(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("- We need three hundred boats in Odesa, and this is no whim - assured Ivan Bondar.", "ivan-bondar"),
        ("- We are never alone, we always sail with our friends - Ivan Bondar replied to a question from Kyiv.", "ivan-bondar"),
        ("“We stop here. I am sure no one in Kyiv wants that,” Ivan Bondar said.", "ivan-bondar"),
        ("Many boats are therefore kept in Odesa for the winter - emphasizes Ivan Bondar.", "ivan-bondar"),
    ],
)
def test_verbs_beside_what_is_said(text: str, speaker: str) -> None:
    assert last_speaker(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Danish economy ministry forecasts that exports to Ukraine will double.", "DK"),
        ("As the UNICEF report shows, the schools of Ukraine are half empty.", "UNICEF"),
        ("UNICEF has counted the schools of Ukraine. As the report shows, half of them are empty.", "UNICEF"),
        ("UNICEF has counted the schools of Ukraine. The authors of the study stress that half of them are empty.", "UNICEF"),
        ("UNICEF has counted the schools of Ukraine. Half of them are empty, according to the Friday report.", "UNICEF"),
        ("According to the Danish intelligence report of Thursday, Moscow has run out of bridges.", "DK"),
        ("According to Ivan Bondar of the Odesa museum, the silence says little as long as it is not known who ordered it.", "ivan-bondar"),
        ("The engineer Ivan Bondar left Odesa. The harbour, Bondarr said, was shut.", "ivan-bondar"),
        ("Two brothers, Taras and Ivan Bondar, mend boats in Odesa. “Nobody pays,” says Taras.", "taras-bondar"),
        ("Ivan Bondar came home to Odesa. “Nobody pays,” said the 58-year-old welder.", "ivan-bondar"),
        ("Ivan Bondar of Odesa was at pains to say that the harbour was open.", "ivan-bondar"),
        ("Ivan Bondar, an engineer from Odesa, put it in figures: a year will pass, he reckons.", "ivan-bondar"),
    ],
)  # fmt: skip
def test_papers_ages_and_spellings(text: str, speaker: str) -> None:
    assert last_speaker(text) == [speaker]


@pytest.mark.parametrize(
    "answer",
    [
        "– Boats are what we lack in Odesa, said Ivan Bondar.",
        "Ivan Bondar of Odesa wrote on Facebook:\n\nBoats are what we lack here. Nobody else seems to mind.",
        "– Boats are what we lack in Odesa – said Ivan Bondar.\n\nHis neighbours nodded.\n\n– Nobody else seems to mind the sea at all.",
    ],
)
def test_speech_without_marks_is_quoted(answer: str) -> None:
    found = said(answer)[-1]
    assert (found.status, found.parties["speaker"]) == ("quoted", ["ivan-bondar"])


TALK = "Odesa's harbour master, Ivan Bondar, spoke to us at the quay."


@pytest.mark.parametrize(
    "talk",
    [
        "Harbour News: How is Odesa?\n\nBondar: It is open, as you see.\n\nAnd who works here?\n\nWhoever has not left for Kyiv.\n\n"
        "Will the others come back?\n\nAsk me in a year.",
        "– How is Odesa?\n\n– It is open, as you see.\n\n– And who works here?\n\n– Whoever has not left for Kyiv.\n\n"
        "– Will the others come back?\n\n– Ask me in a year.",
        "Q: How is Odesa?\n\nA: It is open, as you see.\n\nQ: And who works here?\n\nA: Whoever has not left for Kyiv.\n\n"
        "Q: Will the others come back?\n\nA: Ask me in a year.",
    ],
)
def test_answers_of_an_interview(talk: str) -> None:
    found = [d for d in said(f"{TALK}\n\n{talk}") if d.status == "quoted"]
    assert [d.parties["speaker"] for d in found] == [["ivan-bondar"]] * 3


def test_a_debate_is_no_interview() -> None:
    debate = "Mr Bondar: How is Odesa?\n\nMs Melnyk: It is open.\n\nMr Koval: Since when?\n\nMr Hlushko: Since May.\n\nMs Vlk: And Kyiv?"
    assert not [d for d in said(f"{TALK}\n\n{debate}") if d.status == "quoted" and d.parties["speaker"] == ["ivan-bondar"]]


def test_who_is_known_only_as_somebody_who_was_there_says_nothing() -> None:
    text = "“The boats are old,” Ivan Bondar of Odesa warned in May, according to a member who was present."
    claims = extract(Document(text=text, source="test"))
    assert [c.parties["speaker"] for c in claims if c.kind == "statement"] == [("ivan-bondar",)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Odesa is cold,” said the Humanitarian Coordinator, Petro Melnyk.", "petro-melnyk"),
        ("“Odesa has sent a message,” added Sikorski’s Ukrainian colleague Petro Melnyk.", "petro-melnyk"),
        ("“Odesa is cold,” Petro Edmonds, a former director for Russia at the CIA, said of the vote on Tuesday.", "petro-edmonds"),
    ],
)
def test_owners_titles_and_plurals_do_not_speak_too(text: str, speaker: str) -> None:
    assert last_speaker(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Ursula von der Leyen called it cruel. The head of the Polish railways said that the trains were old.", "ursula-von-der-leyen"),
        ("Zelensky went to Berlin. His host said that the trains were old.", "volodymyr-zelensky"),
        ("Russian outlet Lenta wrote of it for Ukraine. The trains were old, the outlet said.", "RU"),
        ("Sergei Lavrov thanked all partners in Kyiv. The ministry said later that the trains were old.", "partners"),
    ],
)
def test_who_was_named_last_is_not_whoever_speaks(text: str, never: str) -> None:
    claims = extract(Document(text=text, source="test", published=Published("2024-05-15", "given")))
    assert never not in [s for c in claims if c.kind == "statement" and "old" in c.evidence[0].quote for s in c.parties["speaker"]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Petro Melnyk told Le Monde that Odesa was cold. Petro Melnyk has since left, and “the boats are old”, the French newspaper said.",
         "Le-Monde"),
        ("In an interview with the Financial Times, Petro Melnyk spoke of Odesa. “The boats are old,” the newspaper wrote.",
         "Financial-Times"),
    ],
)  # fmt: skip
def test_the_newspaper_is_the_one_named_last(text: str, speaker: str) -> None:
    assert last_speaker(text) == [speaker]


DAY = "2024-05-01"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Boris Johnson flew to Lviv. The former British prime minister said that Ukraine must not be bullied.", "boris-johnson"),
        ("Aleksander Kwasniewski spoke in Kyiv. The former Polish leader doubted that Putin would stop.", "aleksander-kwasniewski"),
        ("Ben Wallace wrote to Kyiv. The former defence secretary said that Olaf Scholz had lost his nerve.", "ben-wallace"),
        ("Petr Pavel saw Odesa. The retired general, who chaired a NATO committee, said that Moscow was bluffing.", "petr-pavel"),
        ("Ukraine will hold, the head of German diplomacy said.", "annalena-baerbock"),
        ("Ukraine will hold, said the head of Lithuania's diplomacy.", "gabrielius-landsbergis"),
        ("The head of American diplomacy argued that Ukraine would hold.", "antony-blinken"),
        ("The head of the Polish foreign ministry warned that Ukraine was tired.", "radek-sikorski"),
        ("Mike Johnson came back to the Ukraine bill. The Louisiana Republican said that it was no gift.", "mike-johnson"),
        ("Boris Pistorius met Ukrainian pilots. The Social Democrat warned that Ukraine was tired.", "boris-pistorius"),
        ("The Foreign Office in Islamabad denied that it had armed Ukraine.", "Pakistan-Foreign-Office"),
        ("The Defence Ministry in Berlin denied that Ukraine had been left alone.", "German-Ministry-of-Defence"),
        ("The Ukrainian general staff denied that Lyman had fallen. “It is not so,” it said.", "General-Staff-of-Ukraine"),
        ("The Russian justice ministry said that Kyiv had lied. The defence ministry warned Kyiv.", "Russian-Ministry-of-Defence"),
    ],
)
def test_posts_of_old_heads_of_what_and_organs_in_capitals(text: str, speaker: str) -> None:
    assert said(text, DAY)[-1].parties["speaker"] == [speaker]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Moscow said that Lyman had fallen. Kyiv denied it the same day.", [["RU"], ["UA"]]),
        ("Moscow said that Lyman had fallen. Kyiv rejected that.", [["RU"], ["UA"]]),
        ("Asked about soldiers for Ukraine, Donald Tusk ruled out sending any.", [["donald-tusk"]]),
        ("Olaf Scholz keeps out of the Taurus talks in Kyiv; he has ruled it out.", [["olaf-scholz"]]),
        ("The road to Kyiv was shut and the guards dismissed them.", []),
    ],
)
def test_what_was_said_before_is_denied(text: str, who: list[list[str]]) -> None:
    assert speakers(text) == who


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The RIA agency quoted Sergei Lavrov as saying that Ukraine was not ready.", "sergei-lavrov"),
        ("“Ukraine will hold,” Interfax quoted Denys Shmyhal as saying on Friday.", "denys-shmyhal"),
        ("TASS cited Sergei Ryabkov as telling reporters that Kyiv had no will.", "sergei-ryabkov"),
        ("Sergei Ryabkov was quoted by TASS as saying that Kyiv had no will.", "sergei-ryabkov"),
        ("Hungary's leader called the plan for Ukraine a mistake.", "viktor-orban"),
        ("The German leader warned that Ukraine must not lose.", "olaf-scholz"),
        ("The Finnish leader said that Ukraine would hold.", "alexander-stubb"),
        (
            "The Russian foreign ministry banned Ben Wallace, the British defence secretary. The ministry said that Kyiv was to blame.",
            "Russian-Foreign-Ministry",
        ),
        ("Ivan Bondar spoke to the news website Novyny in Odesa, Ukraine. Odesa was cold, the website said.", "Novyny"),
    ],
)
def test_the_quoted_the_leading_and_the_named_last(text: str, speaker: str) -> None:
    assert said(text, DAY)[-1].parties["speaker"] == [speaker]


def test_who_took_a_picture_is_not_the_outlet() -> None:
    text = "A house stood empty in Odesa. via REUTERS\n\nThe boats of Odesa were old, the outlet said."
    assert ["Reuters"] not in speakers(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Odesa heard many speeches. The tone was set by Petro Melnyk: “The boats have earned their place.”", "petro-melnyk"),
        ("Odesa waited for the verdict. Petro Melnyk's verdict on the boats: “They are old and slow.”", "petro-melnyk"),
    ],
)
def test_who_leads_to_a_quotation_with_a_colon(text: str, speaker: str) -> None:
    assert last_speaker(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Annalena Baerbock came with David Lammy to Kyiv. “Ukraine belongs to us,” she said. “Moscow will tire,” he added.",
            [["annalena-baerbock"], ["david-lammy"]],
        ),
        (
            "Umerov thanked his colleague Kajsa Ollongren for the jets. “Ukraine will need more of them,” she said.",
            [["rustem-umerov"], ["kajsa-ollongren"]],
        ),
        (
            "Mette Frederiksen received Zelensky. “Denmark stands by Ukraine,” she said. “Ukraine will not forget it,” he replied.",
            [["mette-frederiksen"], ["volodymyr-zelensky"]],
        ),
        (
            "“Ukraine will need more of them,” said Kajsa Ollongren. “They are on their way,” she added.",
            [["kajsa-ollongren"]],
        ),
    ],
)
def test_he_does_not_go_on_with_what_she_said(text: str, who: list[list[str]]) -> None:
    assert speakers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Dmytro Kuleba received Antony Blinken in Kyiv. “Ukraine has a plan,” the minister said.", "dmytro-kuleba"),
        (
            "Keir Starmer and Emmanuel Macron spoke in Paris. “Ukraine is Europe,” the Frenchman said. The prime minister argued that "
            "Ukraine had time.",
            "keir-starmer",
        ),
        ("Putin's spokesman said that Moscow was following Ukraine's plan.", "dmitry-peskov"),
        (
            "Ivan Bondar said that Ukraine could hold. Petro Melnyk agreed. “A drone holds no ground,” he said.\n\n"
            "For Bondar, the real question is the winter. “You cannot buy coal in January,” he said.",
            "ivan-bondar",
        ),
        (
            "The Frenchman Emmanuel Macron said that Ukraine “is Europe”, while the chairwoman Olha Kravets spoke of “a long way to go”.",
            "olha-kravets",
        ),
    ],
)
def test_posts_and_views_tell_who_speaks(text: str, who: str) -> None:
    assert last_speaker(text) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Dmytro Kuleba wrote that Ukraine would hold. “Moscow has to pay” - we read.", [["dmytro-kuleba"]]),
        (
            "As reported by Reuters, Denys Shmyhal was in Odesa. “Ukraine has coal for the winter,” he stressed.",
            [["Reuters"], ["denys-shmyhal"]],
        ),
        (
            "The Secretary General welcomed Kyiv's plan for Ukraine. “It comes in time,” Mr Stoltenberg said.",
            [["jens-stoltenberg"], ["jens-stoltenberg"]],
        ),
    ],
)
def test_words_read_words_after_an_agency_and_posts_in_capitals(text: str, who: list[list[str]]) -> None:
    assert [w for w in speakers(text) if w != ["Reuters"]] == [w for w in who if w != ["Reuters"]]


def test_a_councillor_is_called_by_name() -> None:
    assert speakers("Councillor Jane Smythe said that Ukraine needed blankets.") == [["jane-smythe"]]


def test_the_president_is_the_one_named_just_before(claims_of: ClaimsOf) -> None:
    text = (
        "Donald Trump cut the deadline. The US president threatened tariffs on Russia.\n\n"
        "A ward in Kamianske was hit, according to Volodymyr Zelensky. The president accused Moscow of striking on purpose."
    )
    claims = claims_of(text, "2025-07-30", "statement")
    assert [c.parties["speaker"] for c in claims if "on purpose" in c.evidence[0].quote] == [("volodymyr-zelensky",)]
