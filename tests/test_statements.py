"""Statements: who says what, in sentences of our own."""

from __future__ import annotations

import pytest

from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft
from promissory.model import Document, Published
from promissory.packs import load_pack
from tests.conftest import ClaimsOf


def said(text: str, published: str = "2024-09-10") -> list[Draft]:
    """The drafts of statements of a text, before the ranker weighs them."""
    scene = set_scene(Document(text=text, source="test", published=Published(published, "given")), load_pack())
    return [draft for draft in find_drafts(scene) if draft.kind == "statement"]


def speakers(text: str) -> list[list[str]]:
    return [draft.parties["speaker"] for draft in said(text)]


@pytest.mark.parametrize(
    ("text", "status", "who"),
    [
        ("“Kyiv needs no pity,” Olaf Scholz said.", "quoted", "olaf-scholz"),
        ("“Kyiv needs no pity,” said Olaf Scholz, who had come by train.", "quoted", "olaf-scholz"),
        ("Olaf Scholz told the Bundestag: “Kyiv needs no pity.”", "quoted", "olaf-scholz"),
        ("Olaf Scholz said that Russia had misjudged Europe.", "reported", "olaf-scholz"),
        ("Russia has misjudged Europe, Olaf Scholz argued.", "reported", "olaf-scholz"),
        ("Russia, Olaf Scholz added, has misjudged Europe.", "reported", "olaf-scholz"),
        ("Olaf Scholz condemned the strikes on Ukraine.", "reported", "olaf-scholz"),
        ("Volodymyr Zelensky thanked the people of Norway for their patience.", "reported", "volodymyr-zelensky"),
        ("The strikes were condemned by Olaf Scholz.", "reported", "olaf-scholz"),
        ("The Kremlin said that the talks had been useful.", "reported", "RU"),
        ("“Ukraine will win,” Olaf Scholz told a reporter who asked about tanks. “I am sure of it.”", "quoted", "olaf-scholz"),
        ("“Ukraine can count on us,” said Defence Secretary John Healey MP.", "quoted", "john-healey"),
        ("Olaf Scholz outlined how Ukraine had held its ground.", "reported", "olaf-scholz"),
        ("Olaf Scholz identified how much Ukraine had learned.", "reported", "olaf-scholz"),
        ("Olaf Scholz made the case for patience with Ukraine.", "reported", "olaf-scholz"),
        ("Olaf Scholz concurred with Kyiv on the role of the United Nations.", "reported", "olaf-scholz"),
        ("In the view of Olaf Scholz, “nobody won” in Ukraine.", "quoted", "olaf-scholz"),
        ("According to Olaf Scholz, the talks with Ukraine were useful.", "reported", "olaf-scholz"),
        ("Ukraine's harbour master, Petro Lysenko, said that the quay was old.", "reported", "petro-lysenko"),
        ("Olaf Scholz was quoted as saying that Ukraine had time.", "reported", "olaf-scholz"),
        ("Olaf Scholz described the vote in Ukraine as “a small miracle”.", "quoted", "olaf-scholz"),
    ],
)  # fmt: skip
def test_speaker_and_status(text: str, status: str, who: str) -> None:
    found = said(text)
    assert [(d.status, d.parties["speaker"]) for d in found] == [(status, [who])], found


@pytest.mark.parametrize(
    "text",
    [
        "Olaf Scholz did not say whether Germany would come.",
        "Olaf Scholz may say that Ukraine was right.",
        "Olaf Scholz declined to comment on Ukraine.",
        "If Olaf Scholz says that Ukraine was right, the debate is over.",
        "It is said that Ukraine was right.",
        "Olaf Scholz welcomed Emmanuel Macron in Berlin.",
        "Olaf Scholz outlined his plan for Ukraine.",
        "Ukraine's prosecutors identified two men on Monday.",
        "The “Iron Harvest” exercise in Poland begins in June.",
        "Russia accused of shelling a harbour",
    ],
)
def test_nothing_said(text: str) -> None:
    assert said(text) == []


def test_pronoun_means_the_last_speaker() -> None:
    found = speakers("Olaf Scholz said that Putin was wrong.\n\nHe warned that Ukraine had little time.")
    assert found == [["olaf-scholz"], ["olaf-scholz"]]


def test_title_means_its_holder_met_before() -> None:
    found = speakers("Petro Lysenko, the governor, came to Kyiv.\n\n“The quay is old,” the governor said.")
    assert found == [["petro-lysenko"]]


def test_surname_means_the_full_name() -> None:
    found = speakers("Marta Kovel runs the port of Odesa.\n\n“The quay is old,” Kovel said.")
    assert found == [["marta-kovel"]]


def test_one_attribution_is_one_statement() -> None:
    text = "“The quay is old,” Olaf Scholz said. “It was built in a hurry. Ukraine deserves better.”"
    found = said(text)
    assert len(found) == 1
    assert found[0].evidence == [(0, len(text))]


def test_he_added_goes_on() -> None:
    found = said("“The quay is old,” Olaf Scholz said. “Nobody in Ukraine doubts it,” he added.")
    assert len(found) == 1


def test_paragraphs_are_statements_of_their_own() -> None:
    assert len(said("“The quay is old,” Olaf Scholz said.\n\n“Nobody in Ukraine doubts it,” he added.")) == 2


def test_they_means_those_who_met() -> None:
    found = speakers("Olaf Scholz met with Volodymyr Zelensky in Kyiv.\n\nThey condemned the strikes.")
    assert found == [["olaf-scholz", "volodymyr-zelensky"]]


def test_source_of_a_report_gives_way_to_the_speaker() -> None:
    assert speakers("Olaf Scholz said that Ukraine had time, Reuters reported.") == [["olaf-scholz"]]


def test_teller_of_a_thought_speaks() -> None:
    assert speakers("Russia believes that it is winning, Olaf Scholz said.") == [["olaf-scholz"]]


def test_date_of_the_cue() -> None:
    draft = said("“Kyiv needs no pity,” Olaf Scholz said on Monday.")[0]
    assert draft.slots["date"] == "2024-09-09"


def test_date_of_the_report() -> None:
    drafts = said("Ukraine's president came to Berlin on Monday.\n\n“Kyiv needs no pity,” Olaf Scholz said.")
    assert drafts[0].slots["date"] == "2024-09-09"
    assert drafts[0].inferred["date"]


def test_speech_inside_a_quotation_is_the_speakers() -> None:
    text = "“We will think of Ukraine,” Olaf Scholz said."
    scene = set_scene(Document(text=text, source="test"), load_pack())
    scene.meet(scene.sentences[0])
    assert scene.discourse.speaker == "olaf-scholz"
    voice = scene.speaker_of(scene.sentences[0], next(t for t in scene.sentences[0].tokens if t.text == "think"))
    assert voice is not None
    assert voice.ids == ("olaf-scholz",)


def test_she_is_not_the_man_spoken_of_last() -> None:
    text = "Ursula von der Leyen came to Kyiv. Olaf Scholz said that Ukraine had time.\n\nShe warned that Russia would not wait."
    assert speakers(text)[-1] == ["ursula-von-der-leyen"]


def test_name_at_the_end_of_a_title() -> None:
    assert speakers("President of the European Council Charles Michel said that Ukraine had time.") == [["charles-michel"]]


def test_statement_of_a_body_speaks_for_it() -> None:
    found = speakers("The Kremlin said that the talks with Ukraine were useful.\n\nThe statement also praised the hosts.")
    assert found == [["RU"], ["RU"]]


def test_pronoun_sentence_without_names_is_read() -> None:
    found = speakers("Olaf Scholz came to Ukraine.\n\nHe warned that winter was near.")
    assert found == [["olaf-scholz"]]


def test_headline_told_again_is_one_claim(claims_of: ClaimsOf) -> None:
    text = (
        "Scholz: Russia has misjudged Europe's patience and unity\n\n"
        "“Russia has misjudged Europe's patience and unity,” Olaf Scholz said in Kyiv.\n\nThe weather in Kyiv was fine."
    )
    assert len(claims_of(text, "2024-09-10", "statement")) == 1


def test_author_makes_no_statement() -> None:
    text = "Statement by President Volodymyr Zelensky\n\nI thank Norway for its help. We condemn the strikes on Kyiv."
    document = Document(text=text, source="test", title="Statement by President Volodymyr Zelensky")
    scene = set_scene(document, load_pack())
    drafts = [d for d in find_drafts(scene) if d.kind == "statement"]
    assert scene.discourse.author is None or drafts == []


def test_dashes_in_place_of_marks() -> None:
    found = said("- Ukraine has time, but not much of it - said Olaf Scholz.")
    assert [(d.status, d.parties["speaker"]) for d in found] == [("quoted", ["olaf-scholz"])]


def test_sentences_glued_by_a_missing_space() -> None:
    found = speakers("Olaf Scholz said that Ukraine had time.Emmanuel Macron said that Ukraine had none.")
    assert found == [["olaf-scholz"], ["emmanuel-macron"]]


def test_unknown_people_are_written_as_people_are() -> None:
    assert speakers("“It is a threat to Ukraine,” Jeffrey Tallman, a former analyst, said on Monday.") == [["jeffrey-tallman"]]


def test_words_say_nothing_themselves() -> None:
    assert speakers("The remarks said that Ukraine needed “more of everything” soon.") == []


@pytest.mark.parametrize(
    ("ministry", "initials", "speaker"),
    [
        ("Latvian Foreign Ministry", "MFA", "Latvian-Foreign-Ministry"),
        ("Polish Defence Ministry", "MoD", "Polish-Ministry-of-Defence"),
        ("Polish Defence Ministry", "MFA", "Polish-Foreign-Ministry"),
    ],
)
def test_initials_stand_for_the_ministry_that_spoke_before(ministry: str, initials: str, speaker: str) -> None:
    text = f"The {ministry} said it was ready. Estonia will send Ukraine ten tanks, the {initials} said."
    scene = set_scene(Document(text=text, source="test", published=Published("2024-09-10", "given")), load_pack())
    assert {d.slots.get("attributed_to") for d in find_drafts(scene) if d.kind == "commitment"} == {(speaker,)}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ukraine hopes for more shells, the defence minister, Boris Pistorius, said over the weekend.", "boris-pistorius"),
        ("“We are ready to defend Ukraine,” said the mayor of Kharkiv, Ihor Terekhov, on television.", "ihor-terekhov"),
        ("In Olaf Scholz's estimate Ukraine faces its hardest winter.", "olaf-scholz"),
        ("Figures from the Kiel Institute say that Ukraine got less than was promised.", "Kiel-Institute"),
        ("Olaf Scholz portrayed the decision on Ukraine as “a step towards peace”.", "olaf-scholz"),
    ],
)
def test_where_a_speaker_stands(text: str, speaker: str) -> None:
    assert speakers(text) == [[speaker]]


@pytest.mark.parametrize(
    ("before", "organ", "speaker"),
    [
        ("Ukraine's energy minister said that Kharkiv was dark.", "The General Staff", "General-Staff-of-Ukraine"),
        ("Olaf Scholz said that Ukraine had time.", "The air force", "Bundeswehr"),
        ("Bellingcat said that Russia had lost ground.", "The Leicester-based group", "Bellingcat"),
        ("Boris Pistorius and Mariusz Błaszczak met in Kyiv.", "The latter", "mariusz-blaszczak"),
    ],
)
def test_organs_and_descriptions_lean_on_what_was_said(before: str, organ: str, speaker: str) -> None:
    assert speakers(f"{before} {organ} said that Russia was running out of tanks.")[-1] == [speaker]


def test_answers_after_the_questions_of_an_interview() -> None:
    text = "“We need time,” Olaf Scholz said of Ukraine.\n\nI asked about Taurus.\n\n“It would draw us into the war. We will not do that.”"
    assert speakers(text) == [["olaf-scholz"], ["olaf-scholz"]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Viktor Orban said that the war was lost. Robert Fico would never agree to Ukraine's membership, in his words.", "robert-fico"),
        ("The Washington Post wrote of Ukraine. The American daily said that Kyiv was tired.", "Washington-Post"),
        ("A German minister said that Ukraine had time.", "DE"),
        ("Robert Fico repeated his claim that Ukraine had no chance.", "robert-fico"),
    ],
)
def test_whose_words_a_pronoun_means(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kaja Kallas is convinced that Ukraine can win.", "kaja-kallas"),
        ("Jens Stoltenberg was adamant that Ukraine would join the alliance.", "jens-stoltenberg"),
        ("Viktor Orbán is firmly against Ukraine joining the bloc.", "viktor-orban"),
        ("Beijing regards the sanctions on Russia as illegal.", "CN"),
        ("Emmanuel Macron does not rule out sending troops to Ukraine.", "emmanuel-macron"),
        ("Volodymyr Zelensky gave assurances that the weapons would not be used against Russia.", "volodymyr-zelensky"),
        ("Kyiv's position is that no talks are possible until Russia leaves.", "UA"),
        ("Ukrainian figures suggest that Russia has lost 3,000 tanks.", "UA"),
        ("Sergei Lavrov met his colleague, Wang Yi, telling him that the war in Ukraine was going well.", "sergei-lavrov"),
        ("Viktor Orbán vetoed the aid to Ukraine, and a day later he wrote: “We will stand up for the people.”", "viktor-orban"),
    ],
)
def test_positions_and_who_acts_in_the_sentence(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron is not convinced that Ukraine can win.",
        "Russian troops have raised fears that Kyiv may fall.",
        "Experts visited Ukraine to see which reforms are missing.",
    ],
)
def test_no_positions(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The leaders of Estonia, Latvia and Lithuania called the attack on Kyiv barbaric.", ["EE", "LV", "LT"]),
        ("Agnès Callamard called the strike on Ukraine a war crime.", ["agnes-callamard"]),
        ("Gerhard Schröder described Putin's war in Ukraine as a mistake.", ["gerhard-schroder"]),
        ("One of Zelensky's advisers, Mykhailo Podolyak, said Russia was bluffing.", ["mykhailo-podolyak"]),
        ("Sweden's minister for civil defence, Carl-Oskar Bohlin, warned that war in Ukraine could spread.", ["carl-oskar-bohlin"]),
    ],
)
def test_several_and_long_names(text: str, speaker: list[str]) -> None:
    assert speakers(text)[-1] == speaker


def test_quotations_on_their_own_after_a_pause() -> None:
    text = (
        "Zelensky met reporters in Kyiv.\n\n“Stopping Putin today is a victory for the whole world.”\n\n"
        "It was getting dark.\n\n“I am not a dictator, and I did not start the war.”"
    )
    assert speakers(text) == [["volodymyr-zelensky"]] * 2


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Poland will give Ukraine ten tanks, Donald Tusk said on Monday.", 0),
        ("Donald Tusk told reporters that Ukraine needs ten tanks.", 0),
        ("Donald Tusk said that Poland will give Ukraine ten tanks and that Russia must not win.", 1),
        ("Donald Tusk warned that Ukraine needs ten tanks.", 1),
        ("Ukraine will be given ten tanks by Poland, Donald Tusk said at a meeting in Lublin.", 0),
        ("Since the winter ten tanks have been given to Ukraine by Poland, according to Donald Tusk.", 0),
        ("Poland will give Ukraine ten tanks, Donald Tusk told reporters in Lublin, the PAP agency reports.", 0),
        ("Donald Tusk noted that Poland was sending Ukraine ten tanks to protect its cities.", 0),
        ("Four people were killed in Odesa by Russian drones, Oleh Kiper wrote on Telegram.", 0),
        ("Russian drones hit a depot in Odesa on Monday, Oleh Kiper said.", 0),
        ("The West should give Ukraine ten tanks, Donald Tusk said.", 0),
        ("Donald Tusk confirmed another batch of ten tanks for Ukraine.", 0),
        ("Donald Tusk said ten tanks will be given to Ukraine in May, while the shells will be handed over in June.", 0),
        ("Donald Tusk welcomed to Warsaw the Minister of Foreign Affairs of Ukraine, Andrii Sybiha.", 0),
        ("Donald Tusk had named a general envoy for Ukraine.", 0),
        ("Poland will not give Ukraine any tanks, Donald Tusk said.", 1),
        ("Poland will never send troops to Ukraine, Donald Tusk said on Monday.", 1),
        ("Russian drones do not decide the war in Odesa, Oleh Kiper said.", 1),
        ("Donald Tusk said that the delivery of ten tanks to Ukraine would be a mistake.", 1),
        ("“Poland will give Ukraine ten tanks,” Donald Tusk said on Monday.", 1),
    ],
)
def test_report_of_nothing_but_another_claim(claims_of: ClaimsOf, text: str, statements: int) -> None:
    assert len(claims_of(text, "2024-09-10", "statement")) == statements


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("To Emmanuel Macron, the war in Ukraine is a matter of survival.", "emmanuel-macron"),
        ("What Moscow wants from Ukraine, Radosław Sikorski told the Sejm, is surrender.", "radek-sikorski"),
        ("Robert Fico sees the war in Ukraine differently. It has, in his words, no military solution.", "robert-fico"),
        ("“Czech shells are on the way to Ukraine,” Pavel told reporters.", "petr-pavel"),
    ],
)
def test_sources_and_asides(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == [speaker]


def test_several_who_speak_together_are_they(claims_of: ClaimsOf) -> None:
    text = (
        '"We stand with Ukraine and will not be divided," Keir Starmer, Emmanuel Macron and Friedrich Merz said in a joint statement.\n\n'
        'The three leaders spoke on Sunday. "Peace requires strength," they said.\n\n'
        "Giorgia Meloni, Pedro Sanchez and Donald Tusk welcomed the initiative. "
        '"This is what Europe has to do," the three prime ministers wrote.'
    )
    said = [set(c.parties["speaker"]) for c in claims_of(text, "2025-06-03", "statement") if c.status == "quoted"]
    first = {"keir-starmer", "emmanuel-macron", "friedrich-merz"}
    assert said == [first, first, {"giorgia-meloni", "pedro-sanchez", "donald-tusk"}]


def test_the_ministers_are_people_who_spoke_together() -> None:
    text = (
        "Two howitzers will go to Ukraine, Defence Minister Hanno Pevkur and Foreign Minister Margus Tsahkna wrote on Monday. "
        "Norway and Denmark have each promised one. The cost is bearable, the ministers said."
    )
    assert speakers(text)[-1] == ["hanno-pevkur", "margus-tsahkna"]


def test_a_head_of_something_in_a_state_is_not_that_of_another() -> None:
    pack = load_pack()
    assert pack.in_post("head", "RU", "2022-05-01", "2022-05-01") is None
    assert pack.in_post("leader", "RU", "2022-05-01", "2022-05-01") is None
    assert speakers("The head of Russia's postal service said the sanctions were felt in Ukraine.") != [["maria-lvova-belova"]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Shells are few in Ukraine,” noted Colonel Jonas Petrauskas of the engineers.", "jonas-petrauskas"),
        ("Moscow let it be known that Ukraine would wait.", "RU"),
        ("Robert Fico has gone on record as saying that Ukraine will wait.", "robert-fico"),
        ("Donald Tusk made no secret of his anger over Ukraine.", "donald-tusk"),
        ("Pedro Sánchez spoke in Kyiv. The Spaniard said that Ukraine had time.", "pedro-sanchez"),
        ("Olena Koval had seen Ukraine's wounded; they had asked her, she told the House, who counted them.", "olena-koval"),
        ("Robert Fico conveyed to Ukraine that the gas was gone.", "robert-fico"),
        ("Robert Fico retorted that Ukraine had been warned.", "robert-fico"),
        (
            "Russia has lost, Olaf Scholz said.\n\nSir Edward Marsh was not content. “Every answer on Ukraine is the same,” he complained.",
            "edward-marsh",
        ),
    ],
)
def test_turns_of_phrase_and_who_is_meant(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Explainer: What Ukraine could do with “more jets”",
        "The news left no doubt that Ukraine had won.",
        "Donald Tusk was given to understand that Ukraine had won.",
    ],
)
def test_headings_and_news_say_nothing(text: str) -> None:
    assert not said(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Olaf Scholz left Kyiv. Emmanuel Macron believes that Russia will wait, he told reporters.", "emmanuel-macron"),
        ("Olaf Scholz left Kyiv. Jan Novak, an economist, is worried: the winter in Ukraine, he says, will be long.", "jan-novak"),
        ("The Kremlin had seen no plan for Ukraine, its spokesman claimed.", "dmitry-peskov"),
        ("Estonia has sent all its shells, and its defence minister warned of delays.", "hanno-pevkur"),
        ("Giorgia Meloni was not in Paris; her office explained that Ukraine was patient.", "IT"),
        ("Analysts at the Institute for the Study of War agree: Russia will need years.", "ISW"),
        (
            "Keir Starmer left. Tallinn was next for Kristen Michal. Ukraine, argues the prime minister, will win.",
            "kristen-michal",
        ),
        ("Robert Fico called Kyiv's move unforgivable.", "robert-fico"),
        ("Robert Fico sees the money for Ukraine as wasted.", "robert-fico"),
        ("Robert Fico saw in it proof that Ukraine would lose.", "robert-fico"),
        ("Ukraine had been told by its suppliers that spare parts were short, Olaf Scholz said.", "olaf-scholz"),
        ("Asked whether Ukraine could win, Olaf Scholz said nothing was certain.", "olaf-scholz"),
    ],
)
def test_whose_words_lean_on_the_sentence(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == [speaker]


def test_a_semicolon_parts_what_two_say() -> None:
    text = "Ukraine is tired, Olaf Scholz admitted; Norway and Denmark insist that it will win."
    assert speakers(text) == [["olaf-scholz"], ["NO", "DK"]]


def test_words_reported_between_two_quotations_are_a_statement_of_their_own(claims_of: ClaimsOf) -> None:
    text = (
        '"The raids only make Ukraine more stubborn," NATO chief Jens Stoltenberg said. Moscow was trying to tire the country out for a '
        'second winter, he said, but would not manage it. "We will stand by the Ukrainians."'
    )
    found = claims_of(text, "2024-05-01", "statement")
    assert [e.quote.split()[0] for c in found for e in c.evidence[:1]] == ['"The', "Moscow"]
    assert {c.parties["speaker"] for c in found} == {("jens-stoltenberg",)}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("EU leaders gathered in Brussels on Thursday. The leaders agreed that Ukraine had held out.", ["EU"]),
        ("The ministers of Norway, Iceland and Finland met in Oslo. The ministers stressed that Ukraine would win.", ["NO", "IS", "FI"]),
        ("Keir Starmer and Olaf Scholz met in Kyiv. Participants reaffirmed that Ukraine was free.", ["keir-starmer", "olaf-scholz"]),
    ],
)
def test_those_who_met_are_the_leaders(text: str, speaker: list[str]) -> None:
    assert set(speaker) in [set(who) for who in speakers(text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The plan for Ukraine is dead, the Slovak prime minister, Robert Fico, told a radio station.", ["robert-fico"]),
        ("The losses in Ukraine were put down to drones, Petro Melnyk, who advises the ministry, told reporters.", ["petro-melnyk"]),
        ("Olaf Scholz declined to comment on Ukraine, saying only that there were contacts.", ["olaf-scholz"]),
        ("Ukraine wants peace, Olaf Scholz said, but the Kremlin let it be known that it had time.", ["RU"]),
        ("Ukraine needs coal. “We dig for it under any of them,” shrugs Yurii, and takes his lamp.", ["yurii"]),
        ("Ukraine needs coal, the minister, Ann Field, told reporters.", ["ann-field"]),
        ("Ukraine is tired, Lee Seong-kweun told reporters.", ["lee-seong-kweun"]),
        ("“It is cold in Ukraine,” Halyna says.", ["halyna"]),
    ],
)
def test_who_closes_the_sentence_or_speaks_beside_another(text: str, who: list[str]) -> None:
    assert speakers(text)[-1] == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Donald Trump promised to end the war in Ukraine within a day.", [["donald-trump"]]),
        ("Robert Fico has promised never to agree to Ukraine's membership.", [["robert-fico"]]),
        ("Andriy Kostin put the number of crimes in Ukraine at 128,000.", [["andriy-kostin"]]),
        ("Josep Borrell put the blame for Ukraine's losses on exports.", [["josep-borrell"]]),
        ("Rishi Sunak promised to send missiles to Ukraine.", []),
        ("Kim Jong Un has thanked no one in Ukraine and explained nothing.", []),
        ("Olaf Scholz put Ukraine's request at 25 Patriot systems.", []),
        ("The strikes put millions of people in Ukraine at risk.", []),
    ],
)
def test_vows_and_reckonings_are_positions_unless_support_is_what_they_are_about(text: str, who: list[list[str]]) -> None:
    assert speakers(text) == who


def test_quotation_under_a_source_line() -> None:
    text = "Ukraine asks for more\n\nSource: Volodymyr Zelensky on Telegram\n\nQuote: “Ukraine will win. We need no pity from anybody.”"
    assert [(d.status, d.parties["speaker"]) for d in said(text)] == [("quoted", ["volodymyr-zelensky"])]


def test_noun_phrase_of_articles_names_no_organ() -> None:
    assert said("Ukraine waits, and the the ministry of all that is near said nothing.") == []


@pytest.mark.parametrize(
    ("text", "status", "who"),
    [
        ("Viktor Orban's verdict on the plan for Ukraine was “more than sad”.", "quoted", "viktor-orban"),
        ("The reply from Moscow, given by Maria Zakharova, was that Ukraine had no plan.", "reported", "maria-zakharova"),
        ("A guarded response came from Mark Rutte, for whom the plan of Ukraine was “a strong sign”.", "quoted", "mark-rutte"),
        ("Warnings that Ukraine would lose heart came from Mark Rutte in May.", "reported", "mark-rutte"),
        ("In Oslo, Mark Rutte went on, it had not gone unnoticed that Ukraine was tired.", "reported", "mark-rutte"),
        ("The talks on Ukraine, which Mark Rutte described as a chance, were short.", "reported", "mark-rutte"),
        ("Ukraine was tired, wrote the former premier of Poland, Leszek Miller.", "reported", "leszek-miller"),
        ("Mark Rutte had a simple answer: Ukraine was not alone.", "reported", "mark-rutte"),
        ("The crowd cheered, but for Viktor Orban it proved that Ukraine had learned nothing.", "reported", "viktor-orban"),
    ],
)  # fmt: skip
def test_said_without_a_verb_of_saying(text: str, status: str, who: str) -> None:
    assert (status, [who]) in [(d.status, d.parties["speaker"]) for d in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Olaf Scholz ignored the plea of Ukraine: the missiles stayed at home.",
        "Olaf Scholz accepted the offer: Ukraine got its tanks.",
        "Olaf Scholz gave no answer to the demand of Ukraine and left the question: the day was over.",
    ],
)
def test_answers_that_are_not_given_say_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mark Rutte, for whom it was the first visit to Kyiv, arrived by train.",
        "The talks on Ukraine were over, but for Donald Trump the day was not over.",
        "The train came to Ukraine, and for Olaf Scholz it was the third visit.",
    ],
)
def test_what_somebody_goes_through_is_no_view(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Olaf Scholz left open the window of his office in Ukraine.", []),
        ("Volodymyr Zelensky's tone in Ukraine was “calm” according to Emmanuel Macron.", [["emmanuel-macron"]]),
        ("Volodymyr Zelensky's reaction in Ukraine was “calm” according to Emmanuel Macron.", [["emmanuel-macron"]]),
    ],
)
def test_windows_and_tones_are_no_words(text: str, who: list[list[str]]) -> None:
    assert speakers(text) == who


def test_pronoun_beside_a_relative_clause_is_the_subject() -> None:
    text = "Volodymyr Zelensky asked for time, which, he noted, Ukraine did not have."
    assert speakers(text) == [["volodymyr-zelensky"]]


@pytest.mark.parametrize(
    "text",
    [
        "The lesson from Mariupol is that Ukraine can hold a town.",
        "Ukraine fought on, and a full account of the battle came later.",
    ],
)
def test_nouns_that_nobody_says(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("According to Lloyd Austin, help for Ukraine is on its way; it will last, he promised.", "lloyd-austin"),
        ("All was said in Volodymyr Zelensky's address, in which the president called Ukraine tired.", "volodymyr-zelensky"),
        ("China, in whose eyes Ukraine is a far-off place, was silent.", "CN"),
        ("Ukraine will hold out, analysts cited by the Washington Post believe.", "Washington-Post"),
    ],
)
def test_whoever_the_sentence_named_before(text: str, who: str) -> None:
    assert [who] in [d.parties["speaker"] for d in said(f"Rishi Sunak went to Ukraine.\n\n{text}")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Emmanuel Macron received Volodymyr Zelensky in Paris. The French host said that Ukraine was strong.", "emmanuel-macron"),
        ("Emmanuel Macron received Volodymyr Zelensky in Paris. The Ukrainian guest said that Paris was strong.", "volodymyr-zelensky"),
        ("Dmitry Peskov told reporters on a conference call that the Kremlin was studying the plan for Ukraine.", "dmitry-peskov"),
        ("Rishi Sunak spoke of what Ukraine had lost by waiting – a year, by his reckoning.", "rishi-sunak"),
    ],
)
def test_hosts_guests_and_reckonings(text: str, who: str) -> None:
    assert said(text)[-1].parties["speaker"] == [who]


def test_item_of_a_list_is_no_speech_of_dashes() -> None:
    struck = "• Russia struck Ukraine by night, killing six."
    text = f"{struck} The premier, Rishi Sunak, said Moscow's aim was “to plunge it into darkness”."
    assert [(d.status, d.parties["speaker"]) for d in said(text)] == [("quoted", ["rishi-sunak"])]


def test_sources_without_names_state_nothing() -> None:
    assert said("Ukraine is tired, government sources in Poland say.") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rafael Grossi sounded the alarm over the plant in Ukraine.", "rafael-grossi"),
        ("Peter Szijjarto had harsh words for the guests from Ukraine.", "peter-szijjarto"),
        ("Ukraine was tired, the chairman of the Bundestag's foreign affairs committee, Michael Roth, wrote in May.", "michael-roth"),
        ("Viktor Orban argues that Ukraine is tired, while Donald Tusk speaks of a strong Ukraine.", "donald-tusk"),
    ],
)
def test_turns_and_titles_of_those_who_speak(text: str, who: str) -> None:
    assert [who] in [d.parties["speaker"] for d in said(text)]


def test_official_of_a_body_is_the_stranger_told_of_before() -> None:
    text = "Janis Ozols spoke in Riga of Ukraine. He was tired. The Pentagon official said that Ukraine had learned a lot."
    assert speakers(text) == [["janis-ozols"]]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Dutch said that Ukraine would win, a remark welcomed by Rishi Sunak, who called Ukraine strong.", "rishi-sunak"),
        ("The European Commission is with Ukraine, its president said, and she praised Ukraine.", "ursula-von-der-leyen"),
    ],
)
def test_comments_of_the_text_and_clauses_joined(text: str, who: str) -> None:
    assert speakers(text)[-1] == [who]


def test_guests_welcomed_are_no_statement() -> None:
    assert said("Kaja Kallas, the EU's foreign policy chief, welcomed foreign ministers of the bloc in Brussels on Thursday.") == []
    assert speakers("Kaja Kallas welcomed the decision of the Bundestag on Thursday.") == [["kaja-kallas"]]


def test_days_are_nobody() -> None:
    text = "Saturday's audience in Kyiv was a mix of couples and soldiers. “It is a feeling, to hear this music again at last.”"
    assert ["Saturday"] not in speakers(text)


@pytest.mark.parametrize(
    "text",
    [
        "A poll by the Baltic Institute found that most Ukrainians are tired of the war.",
        "According to a survey by the Baltic Institute, most Ukrainians are tired of the war.",
        "Olaf Scholz defended Berlin with his own hands when Russia came.",
        "Washington denied Kyiv the missiles it needed.",
        "Moscow denied Ukraine access to its own harbour.",
        "Olaf Scholz had found himself the host of a quarrel about Ukraine.",
        "Kyiv is being asked to assure its creditors that it will pay.",
        "Olaf Scholz asked Kyiv to explain that Ukraine had time.",
        "Moscow cut back its naval activity that threatened Odesa to “clear the air over Ukraine a little”.",
    ],
)
def test_deeds_polls_and_what_is_asked_for_are_no_statements(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Olaf Scholz defended his silence on Ukraine.", [["olaf-scholz"]]),
        ("Moscow denied any role in the fire in Ukraine.", [["RU"]]),
        ("Moscow denied the use of gas in Ukraine.", [["RU"]]),
        ("Olaf Scholz defended his position on missiles for Ukraine.", [["olaf-scholz"]]),
        ("Moscow was forced to admit that Ukraine had sunk the ship.", [["RU"]]),
        ("Weary Scholz says Ukraine has time", [["olaf-scholz"]]),
        ("Kyiv criticised Olaf Scholz, who had said that Ukraine had time.", [["UA"], ["olaf-scholz"]]),
        ("The chief of the UN's atomic watchdog warned that the plant in Ukraine was not safe.", [["rafael-grossi"]]),
        ("Kyiv's message was blunt: Ukraine cannot wait for the winter.", [["UA"]]),
    ],
)
def test_who_speaks_beside_deeds_epithets_and_clauses(text: str, who: list[list[str]]) -> None:
    assert speakers(text) == who


def test_a_side_of_a_land_is_nobody() -> None:
    text = "Eastern Kuyalnyk ‘very hard’ for Ukraine\n\nThe state of the harbour is “very hard”, the harbour master of Odesa has said."
    assert ["eastern-kuyalnyk"] not in speakers(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("According to Umerov's deputy, Ivan Havryliuk, Ukraine makes half of its drones itself.", "ivan-havryliuk"),
        ("According to the mayor of Odesa, Petro Lysenko, Ukraine has lost six cranes.", "petro-lysenko"),
        ("“Not under fire,” was Olaf Scholz's answer to those who want a vote in Ukraine.", "olaf-scholz"),
    ],
)
def test_names_behind_posts_and_verdicts_behind_words(text: str, who: str) -> None:
    assert [who] in speakers(text)


def test_the_year_of_a_thing_is_not_when_it_was_said() -> None:
    found = said("Moscow insisted that Ukraine should recognise its 2014 seizure of the peninsula, disarm and stay neutral.", "2024-04-19")
    assert all(d.slots.get("date") != "2014" for d in found)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Israel denied last week that it had shipped Patriots to Ukraine.", "IL"),
        ("Ukraine waits. Poland denied that it had halted deliveries of tanks to Ukraine.", "PL"),
    ],
)
def test_whoever_denies_a_gift_states_it(claims_of: ClaimsOf, text: str, who: str) -> None:
    assert [c.parties["speaker"] for c in claims_of(text, "2025-06-20", "statement")] == [(who,)]
