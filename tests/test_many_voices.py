"""Long reports of many voices: who decides and who is only spoken of, what others claim, what is thought away, what a clause dates."""

from __future__ import annotations

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf, of_kind

WEDNESDAY = "2024-05-29"
LEAD = "The war in Ukraine went on through May, and the allies of Ukraine spoke of it in many capitals.\n\n"


def tenures(claims: list[Claim]) -> list[tuple[str, str, str | None]]:
    return sorted((c.parties["person"][0], c.status, c.post) for c in claims if c.kind == "tenure")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zelensky replaced the minister of defence of Ukraine on Monday.", "takes_office"),
        ("Volodymyr Zelensky replaces defence minister", "takes_office"),
        ("Volodymyr Zelensky is replacing his army chief.", "takes_office"),
        ("“I expect support for this candidacy,” Volodymyr Zelensky told parliament in Kyiv.", "candidate"),
    ],
)
def test_whoever_decides_on_a_post_does_not_take_it(claims_of: ClaimsOf, text: str, expected: str) -> None:
    told = tenures(claims_of(LEAD + text, "2023-09-04"))
    assert not [t for t in told if t[:2] == ("volodymyr-zelensky", expected)]


def test_who_is_put_in_the_place_of_a_minister_gets_his_post(claims_of: ClaimsOf) -> None:
    text = (
        "President Volodymyr Zelensky is replacing his defence minister, Oleksii Reznikov, with lawmaker Rustem Umerov, who takes the post."
    )
    told = tenures(claims_of(LEAD + text, "2023-09-04"))
    assert ("rustem-umerov", "takes_office", "defence_minister") in told
    assert ("oleksii-reznikov", "leaves_office", "defence_minister") in told


def test_he_is_the_only_one_whom_the_sentence_before_names(claims_of: ClaimsOf) -> None:
    text = "Zelensky calls for unity\n\nUkraine appointed Rustem Umerov as defence minister. He replaced his predecessor, Oleksii Reznikov."
    assert ("rustem-umerov", "takes_office", "defence_minister") in tenures(claims_of(text, "2023-09-06"))
    assert not [t for t in tenures(claims_of(text, "2023-09-06")) if t[0] == "volodymyr-zelensky"]


def test_the_lead_candidate_to_take_over_stands_for_the_post(claims_of: ClaimsOf) -> None:
    text = LEAD + "Mark Rutte is the lead candidate to take over as secretary general of NATO, a diplomat in Kyiv said."
    assert tenures(claims_of(text, WEDNESDAY)) == [("mark-rutte", "candidate", "secretary_general")]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("commitment", "Olaf Scholz reiterated his rejection of a delivery of Taurus missiles to Ukraine."),
        ("commitment", "Olaf Scholz reaffirmed his opposition to sending tanks to Ukraine."),
        ("commitment", "Europe has struggled to fill the gap in the supply of arms to Ukraine."),
        ("commitment", "Support held up even in the absence of American contributions, the institute in Kyiv said."),
        ("commitment", "Japan has stayed out, because of restrictions on providing weapons to Ukraine."),
        ("commitment", "Norway will lift its restrictions on Ukraine's use of the missiles."),
        ("commitment", "Justin Trudeau delivered a strong defence of Canada's support for Ukraine."),
        ("commitment", "It is critical for Ukraine that Norwegian shells arrive on time."),
        ("need", "The delay came from the need to gain Washington's approval to send the tanks to Ukraine."),
        ("need", "Volodymyr Zelensky appealed to Washington for an expansion of sanctions on Russian oil."),
        ("proposal", "It is important for Canadians to know that Canada will go on helping Ukraine, Justin Trudeau said."),
        ("proposal", "Radoslaw Sikorski said he saw no reason why Norway should pay for terminals in Ukraine."),
        ("attack", "Norway will send a battery to Ukraine to help shoot down incoming Russian strikes."),
        ("meeting", "Volodymyr Zelensky welcomed Rustem Umerov aboard the cabinet."),
        ("meeting", "Viktor Orban said that the Union should enter into direct talks with Moscow about Ukraine."),
        ("meeting", "Dmytro Kuleba sat down with Politico in Kyiv."),
    ],
)
def test_what_has_the_words_of_a_claim_and_is_none(claims_of: ClaimsOf, kind: str, text: str) -> None:
    assert [c.status for c in claims_of(LEAD + text, WEDNESDAY, kind)] == []


@pytest.mark.parametrize(
    ("kind", "text", "status"),
    [
        ("commitment", "Olaf Scholz reiterated Germany's commitment to send tanks to Ukraine.", "pledged"),
        ("commitment", "Sweden has filled the gap with a delivery of shells to Ukraine.", "allocated"),
        ("need", "Ukraine has an urgent need for tanks, its army said.", "stated"),
        ("meeting", "Volodymyr Zelensky welcomed Mark Rutte to Kyiv on Tuesday.", "held"),
        ("meeting", "Viktor Orban entered into talks with Vladimir Putin in Moscow on Tuesday about Ukraine.", "held"),
    ],
)
def test_what_stands_beside_them_is_still_found(claims_of: ClaimsOf, kind: str, text: str, status: str) -> None:
    assert status in [c.status for c in claims_of(LEAD + text, WEDNESDAY, kind)]


def test_what_others_hold_is_not_urged_by_those_who_answer_them(claims_of: ClaimsOf) -> None:
    text = LEAD + "Radoslaw Sikorski rejected a claim by a rival that Norway should pay for its terminals in Ukraine."
    assert not [c for c in claims_of(text, WEDNESDAY, "proposal") if "radek-sikorski" in c.parties["by"]]


def test_a_bill_still_to_be_passed_is_a_condition_and_no_answer(claims_of: ClaimsOf) -> None:
    text = LEAD + "An aide asserted that Poland would go on paying for terminals for Ukraine, provided that parliament approves the bill."
    claims = claims_of(text, WEDNESDAY)
    assert [c.status for c in of_kind(claims, "proposal")] == []
    assert [c.status for c in of_kind(claims, "condition")] == ["stated"]


def test_a_visit_that_would_not_have_happened_otherwise_has_happened(claims_of: ClaimsOf) -> None:
    text = LEAD + "The visit of Antony Blinken to Kyiv on Tuesday would not have taken place if nothing had been decided, a source said."
    (visit,) = claims_of(text, WEDNESDAY, "meeting")
    assert (visit.status, visit.date) == ("held", "2024-05-28")


def test_talks_involving_several_are_theirs(claims_of: ClaimsOf) -> None:
    text = LEAD + "Volodymyr Zelensky spoke after two days of trilateral talks in Abu Dhabi involving Ukraine, the U.S. and Russia."
    assert {"UA", "US", "RU"} in [set(c.parties["participant"]) for c in claims_of(text, WEDNESDAY, "meeting")]


def test_talks_that_included_people_were_theirs(claims_of: ClaimsOf) -> None:
    text = LEAD + "The talks in Prague on Tuesday included Mark Rutte, Mette Frederiksen and Andrzej Duda, Kyiv said."
    (talks,) = claims_of(text, WEDNESDAY, "meeting")
    assert set(talks.parties["participant"]) == {"mark-rutte", "mette-frederiksen", "andrzej-duda"}


def test_what_is_said_before_a_meeting_does_not_date_it(claims_of: ClaimsOf) -> None:
    text = LEAD + "Petr Fiala said ahead of his meeting with Denys Shmyhal that the first deliveries to Ukraine will arrive in June."
    assert [c.date for c in claims_of(text, WEDNESDAY, "meeting")] != ["2024-06"]


def test_those_spelt_out_give_and_not_what_they_are_members_of(claims_of: ClaimsOf) -> None:
    text = LEAD + "Three NATO countries, namely Belgium, Canada and Denmark, have given Ukraine 1.9 billion euros."
    (gift,) = claims_of(text, WEDNESDAY, "commitment")
    assert set(gift.parties["donor"]) == {"BE", "CA", "DK"}


def test_leaders_at_the_summit_of_a_bloc_agree_for_it(claims_of: ClaimsOf) -> None:
    text = (
        "EU leaders met for a summit in Brussels on Ukraine on Tuesday.\n\n“We support Kyiv,” said Mette Frederiksen of Denmark.\n\n"
        "Instead, leaders agreed to borrow 90 billion euros to fund a loan to Ukraine."
    )
    (loan,) = [c for c in claims_of(text, WEDNESDAY, "commitment") if c.amount and c.amount.value == 90e9]
    assert loan.parties["donor"] == ("EU",)


def test_who_goes_on_after_a_clause_of_time_is_the_one_who_wrote(claims_of: ClaimsOf) -> None:
    text = LEAD + "“Victory is our aim,” Rustem Umerov wrote after parliament voted for him, adding, “I will do everything for Ukraine.”"
    assert {c.parties["speaker"] for c in claims_of(text, WEDNESDAY, "statement")} == {("rustem-umerov",)}


def test_a_name_before_an_inserted_clause_is_the_subject(claims_of: ClaimsOf) -> None:
    text = (
        LEAD
        + "In an interview with Politico, Ukraine's Foreign Minister Dmytro Kuleba, mincing no words, urged allies not to delay deliveries."
    )
    assert ("dmytro-kuleba",) in [c.parties["by"] for c in claims_of(text, WEDNESDAY, "proposal")]


def test_days_ago_are_not_the_day_of_what_is_said_before(claims_of: ClaimsOf) -> None:
    text = (
        "Mark Rutte spoke in Brussels about Ukraine.\n\n“We have the money available for Kyiv,” said Rutte.\n\n"
        "Two days ago, the Netherlands pledged 4 billion euros to Ukraine."
    )
    (said,) = claims_of(text, WEDNESDAY, "statement")
    assert said.date != "2024-05-27"


def test_the_grid_of_the_country_is_that_of_the_one_at_war(claims_of: ClaimsOf) -> None:
    text = LEAD + "Norway sent engineers to the country on Monday after severe Russian strikes against its power grid."
    assert [c.parties["target"] for c in claims_of(text, WEDNESDAY, "attack")] == [("UA",)]


def test_a_dateline_may_run_into_the_text(claims_of: ClaimsOf) -> None:
    text = "PRAGUE (Reuters) -A Czech-led initiative to speed up ammunition deliveries to Ukraine has raised 1.6 billion euros."
    assert [c.parties["lead"] for c in claims_of(text, WEDNESDAY, "initiative")] == [("CZ",)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("tenure", "Keir Starmer has been to Kyiv twice since taking office."),
        ("tenure", "Emmanuel Macron is not the only EU leader to speak of troops in Ukraine."),
        ("proposal", "Volodymyr Zelensky has yet to present his proposals for victory in Ukraine."),
        ("condition", "Ukraine, though heavily dependent on Western military aid, builds drones of its own."),
        ("condition", "After American officials meet the Ukrainians on Thursday, they will meet Russian officials in Riyadh."),
        ("need", "Asked about fighter jets, Volodymyr Zelensky said that talks went on."),
        ("need", "NATO's ministers want to help Ukraine without endangering their own dwindling stocks of shells."),
    ],
)
def test_what_only_sounds_like_a_claim_is_none(claims_of: ClaimsOf, kind: str, text: str) -> None:
    assert [c.status for c in claims_of(LEAD + text, WEDNESDAY, kind)] == []


@pytest.mark.parametrize(
    ("kind", "text", "status"),
    [
        ("tenure", "Mark Rutte has been to Kyiv twice since taking office as secretary general of NATO on 1 October 2024.", "takes_office"),
        ("proposal", "China put forward its proposals to end the war in Ukraine in February.", "made"),
        ("condition", "Further aid for Ukraine is dependent on reforms, the IMF said.", "stated"),
        ("need", "Volodymyr Zelensky asked Olaf Scholz for fighter jets.", "requested"),
        ("meeting", "The summit on Ukraine in Berlin was derailed by a storm.", "cancelled"),
    ],
)
def test_what_is_claimed_beside_it_is_found(claims_of: ClaimsOf, kind: str, text: str, status: str) -> None:
    assert status in [c.status for c in claims_of(LEAD + text, "2024-11-20", kind)]


@pytest.mark.parametrize(
    "name", ["Germany's likely next chancellor, Friedrich Merz,", "Friedrich Merz, the likely next chancellor of Germany,"]
)
def test_who_is_likely_to_come_next_has_no_post_yet(claims_of: ClaimsOf, name: str) -> None:
    text = LEAD + f"{name} called the attacks on Ukraine an escalation."
    assert [c.status for c in claims_of(text, "2025-03-03", "tenure")] == ["candidate"]


def test_the_one_replaced_by_a_new_head_leaves_that_post(claims_of: ClaimsOf) -> None:
    text = "Yulia Svyrydenko became prime minister of Ukraine on 17 July 2025. She replaces Denys Shmyhal."
    assert ("denys-shmyhal", "leaves_office", "prime_minister") in tenures(claims_of(text, "2025-07-18"))


def test_a_resignation_is_not_that_of_those_who_quarrelled(claims_of: ClaimsOf) -> None:
    text = (
        "Denys Shmyhal headed the government of Ukraine for five years.\n\n"
        "His resignation was the result of a row between the head of the Presidential Office, Andriy Yermak, and the head of the "
        "party's faction, Davyd Arakhamia."
    )
    gone = [t[0] for t in tenures(claims_of(text, "2025-07-18")) if t[1] == "leaves_office"]
    assert not {"andriy-yermak", "david-arakhamia"} & set(gone)


def test_a_first_summit_since_being_appointed_tells_the_post_and_not_the_day(claims_of: ClaimsOf) -> None:
    text = LEAD + "This marks Rustem Umerov’s first Ramstein summit since being appointed Ukraine’s Defence Minister on 6 September."
    claims = claims_of(text, "2023-09-19")
    assert tenures(claims) == [("rustem-umerov", "takes_office", "defence_minister")]
    assert "2023-09-06" not in [c.date for c in of_kind(claims, "meeting")]


def test_headlines_in_capitals_with_goods_are_read_as_sentences(claims_of: ClaimsOf) -> None:
    text = "Donald Trump Halts Arms Shipments to Ukraine\n\nThe decision drew criticism across Europe."
    assert [c.status for c in claims_of(text, "2025-03-03", "commitment")] == ["suspended"]


def test_a_wider_range_is_no_gift_of_guns(claims_of: ClaimsOf) -> None:
    text = LEAD + "Norway will send Ukraine a new rocket system, doubling the range of its artillery."
    assert [c.items[0].item for c in claims_of(text, WEDNESDAY, "commitment")] == ["rocket"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Although Emmanuel Macron could not promise jets, he said that France would train pilots for Ukraine.", "emmanuel-macron"),
        ("If Vladimir Putin attacks again, he said, Germany would send shells to Ukraine.", "olaf-scholz"),
        ("After Volodymyr Zelensky thanked him, he said that Germany would send shells to Ukraine.", "olaf-scholz"),
    ],
)
def test_he_is_whoever_the_clause_before_was_about(claims_of: ClaimsOf, text: str, speaker: str) -> None:
    (gift,) = claims_of(f"Olaf Scholz spoke to reporters in Kyiv.\n\n{text}", WEDNESDAY, "commitment")
    assert speaker in gift.attributed_to


def test_the_bloc_is_that_of_which_the_text_tells(claims_of: ClaimsOf) -> None:
    text = (
        "NATO's ministers met in Brussels over Ukraine, and NATO agreed on a plan.\n\n"
        "The bloc's defence ministers are meeting as Ukraine faces pressure at the front."
    )
    assert {c.parties["participant"] for c in claims_of(text, WEDNESDAY, "meeting")} == {("NATO",)}


def test_a_figure_behind_a_letter_counts_nothing(claims_of: ClaimsOf) -> None:
    text = LEAD + "The Czech army will send older T 72 tanks to Ukraine."
    (gift,) = claims_of(text, WEDNESDAY, "commitment")
    assert [(i.item, i.count) for i in gift.items] == [("tank", None)]


def test_whose_envoy_somebody_is_was_not_along(claims_of: ClaimsOf) -> None:
    text = "Volodymyr Zelensky spoke with President Trump’s special envoy Steve Witkoff and Jared Kushner on Thursday."
    (talks,) = claims_of(text, "2025-12-26", "meeting")
    assert set(talks.parties["participant"]) == {"volodymyr-zelensky", "steve-witkoff", "jared-kushner"}


@pytest.mark.parametrize(
    "row",
    [
        "he, Zelensky, Keir Starmer and Friedrich Merz",
        "he, Zelensky, British Prime Minister Keir Starmer and German Chancellor Friedrich Merz",
    ],
)
def test_a_row_that_a_pronoun_opens_is_of_all_in_it(claims_of: ClaimsOf, row: str) -> None:
    text = LEAD + f"Emmanuel Macron said that {row} would meet in London on Monday."
    (talks,) = claims_of(text, "2025-12-06", "meeting")
    assert set(talks.parties["participant"]) == {"emmanuel-macron", "volodymyr-zelensky", "keir-starmer", "friedrich-merz"}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("meeting", "The plan could lead to a meeting of the presidents of Ukraine and Russia."),
        ("meeting", "Annalena Baerbock repeated her call for tank deliveries to Ukraine."),
        ("commitment", "Marie-Agnes Strack-Zimmermann reiterated her demand for Taurus deliveries."),
        ("need", "Marie-Agnes Strack-Zimmermann reiterated her demand for Taurus deliveries."),
        ("commitment", "The Taurus is a cruise missile produced in Germany with a range of 500 kilometres."),
        ("condition", "Vladimir Putin would not take part in a meeting with Zelensky unless he was confident of the outcome."),
        ("condition", "Andrej Babis says he expects Donald Trump to end the war before his government could come to power."),
    ],
)
def test_what_is_wanted_or_supposed_is_not_yet_so(claims_of: ClaimsOf, kind: str, text: str) -> None:
    assert [c.status for c in claims_of(LEAD + text, WEDNESDAY, kind)] == []


@pytest.mark.parametrize(
    ("kind", "text", "status"),
    [
        ("meeting", "The plan led to a meeting of the presidents of Ukraine and France in Paris on Tuesday.", "held"),
        ("meeting", "Annalena Baerbock had a call with Dmytro Kuleba on Tuesday.", "held"),
        ("need", "Olaf Scholz heard Kyiv's demand for Taurus deliveries.", "stated"),
        ("commitment", "The tanks are a gift from Denmark to Ukraine.", "allocated"),
    ],
)
def test_what_is_so_is_found(claims_of: ClaimsOf, kind: str, text: str, status: str) -> None:
    assert status in [c.status for c in claims_of(LEAD + text, WEDNESDAY, kind)]


def test_a_meeting_that_a_headline_calls_possible_is_planned(claims_of: ClaimsOf) -> None:
    text = "Putin-Zelensky meeting possible within three weeks\n\nAn envoy spoke of it in Geneva."
    assert [c.status for c in claims_of(text, WEDNESDAY, "meeting")] == ["planned"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Ukrainian analysts said on Monday that the plan for Ukraine would fail.", []),
        ("Andrii Sybiha said on Monday that the plan for Ukraine would fail.", [("andrii-sybiha",)]),
        ("Analysts at the Institute for the Study of War said on Monday that the plan would fail.", [("ISW",)]),
    ],
)
def test_experts_of_a_nation_do_not_speak_for_it(claims_of: ClaimsOf, text: str, speakers: list[tuple[str, ...]]) -> None:
    assert [c.parties["speaker"] for c in claims_of(LEAD + text, WEDNESDAY, "statement")] == speakers
