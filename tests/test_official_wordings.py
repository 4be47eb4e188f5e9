"""Communiqués, letters of intent, answers in parliaments, auditors and lenders: turns of official prose, in sentences of our own."""

from __future__ import annotations

import pytest

from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft
from promissory.model import Document, Published
from promissory.packs import load_pack

LEAD = "The war in Ukraine was what the allies of Ukraine spoke of that week."


def told(text: str, kind: str | None = None, title: str | None = None, published: str = "2024-07-11") -> list[Draft]:
    """The drafts of a kind, before the ranker weighs them."""
    scene = set_scene(Document(text=text, source="test", title=title, published=Published(published, "given")), load_pack())
    return [draft for draft in find_drafts(scene) if kind in (None, draft.kind)]


def speakers(text: str) -> list[list[str]]:
    return [d.parties["speaker"] for d in told(text, "statement")]


# --- who speaks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "paper", "who"),
    [
        ("The leaders of the G7 adopted a statement on Ukraine. Zelensky said that he was glad.", "the statement reads", ["G7"]),
        ("The EU summit's conclusions on Ukraine came out at noon. Macron said he was glad.", "the conclusions say", ["European-Council"]),
        ("The foreign ministers of Spain and Poland issued a statement on Ukraine.", "the document says", ["ES", "PL"]),
        ("The foreign ministers of Spain and Poland issued a text on Ukraine.", "the text, cited by Reuters, reads", ["ES", "PL"]),
        (
            "A readout on Ukraine was posted on Zelensky's website. Scholz said that he was glad.",
            "the readout says",
            ["volodymyr-zelensky"],
        ),
    ],
)
def test_a_paper_speaks_for_those_whose_it_was_last(before: str, paper: str, who: list[str]) -> None:
    assert speakers(f"{before} “Help will not stop,” {paper}.")[-1] == who


def test_a_numbered_paper_that_is_only_referred_to_is_not_the_one_that_speaks() -> None:
    text = "The European Parliament adopted a resolution on Ukraine, which recalls Resolution 68 of the United Nations General Assembly."
    assert speakers(f"{text} “The war must end,” the resolution says.")[-1] == ["European-Parliament"]


def test_a_paper_in_which_somebody_says_something_is_his_whoever_issues_it() -> None:
    text = "Biden said in a statement sent out by the White House that Ukraine would not be alone. “We will help,” the statement says."
    assert speakers(text)[-1] == ["joe-biden"]


@pytest.mark.parametrize("heads", ["The heads of government", "The Foreign Ministers", "The leaders"])
def test_those_of_several_states_speak_and_give_together(heads: str) -> None:
    found = told(f"{heads} of Denmark, Latvia and Norway pledged to send shells to Ukraine.", "commitment")
    assert [d.parties["donor"] for d in found] == [["DK", "LV", "NO"]]
    assert speakers(f"{heads} of Denmark, Latvia and Norway said that Ukraine was not alone.") == [["DK", "LV", "NO"]]


def test_the_house_of_those_who_call_one_another_honourable_is_british() -> None:
    text = "I thank the right hon. Member for his question. As the House knows, Ukraine is under fire.\n\n"
    (visit,) = told(text + "The Defence Secretary travelled to Odesa on Monday.", "meeting", published="2024-09-02")
    assert visit.parties["participant"] == ["john-healey"]


@pytest.mark.parametrize(
    ("post", "who"),
    [("the deputy head of the administration", "deputy-head"), ("the head of the President's Office", "andriy-yermak")],
)
def test_a_post_in_an_office_that_is_not_named_is_nobodys_known(post: str, who: str) -> None:
    assert speakers(f"{LEAD} “We are glad of the help,” {post} said.")[-1] == [who]


def test_our_countries_are_those_in_whose_name_a_text_speaks() -> None:
    title = "Joint statement by the leaders of Norway and Poland on Ukraine"
    text = "We, the leaders of Norway and Poland, met today. Ukraine will be backed by our countries with 40 generators."
    assert [d.parties["donor"] for d in told(text, "commitment", title)] == [["NO", "PL"]]


def test_a_study_speaks_for_those_who_made_it_and_not_for_who_tells_of_it() -> None:
    text = "Aid to Ukraine fell, the authors of a tracker from the Kiel Institute have found, Ukrinform reports."
    assert speakers(f"{text} “Few gave more,” the study says.")[-1] == ["Kiel-Institute"]


def test_heads_of_state_are_those_who_met() -> None:
    text = "NATO leaders met in Washington on Wednesday to speak of Ukraine. The Heads of State and Government said that it would join."
    assert speakers(text)[-1] == ["NATO"]


@pytest.mark.parametrize(
    ("text", "donors"),
    [
        ("Countries such as Spain and Malta promised to send Ukraine shells.", [["ES", "MT"]]),
        ("Other donors that stood out were Japan, pledging 5 billion euros in aid to Ukraine.", [["JP"]]),
        ("Of the 42 donors of Ukraine, only 20 have pledged new aid to it.", [["partners"]]),
    ],
)
def test_which_of_many_give(text: str, donors: list[list[str]]) -> None:
    assert [d.parties["donor"] for d in told(f"{LEAD} The United States gave nothing. {text}", "commitment")] == donors


# --- firms ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("called", "who"),
    [("The Swedish defence group", "Saab"), ("The company", "Saab"), ("The Danish company", "DK"), ("A Swedish company", "SE")],
)
def test_a_firm_is_called_by_what_it_is(called: str, who: str) -> None:
    text = f"Saab is planning a plant for munitions in Ukraine. {called} signed a memorandum with Ukroboronprom on Friday."
    (agreement,) = told(text, "agreement")
    assert agreement.parties["party"] == [who, "Ukroboronprom"]


# --- agreements ----------------------------------------------------------------------------------------------------------


def test_who_reports_an_agreement_is_no_party_to_it() -> None:
    (agreement,) = told("On Friday Denmark signed a security agreement with Kyiv, Reuters reports.", "agreement")
    assert (agreement.parties["party"], agreement.slots["attributed_to"]) == (["DK", "UA"], ("Reuters",))


@pytest.mark.parametrize("nth", ["the first country", "the latest ally"])
def test_who_became_one_more_to_sign_has_signed(nth: str) -> None:
    found = told(f"{LEAD} Germany signed a security agreement with Ukraine. Norway became {nth} to sign one of these pacts.", "agreement")
    assert {(d.status, tuple(d.parties["party"])) for d in found} == {("signed", ("DE", "UA")), ("signed", ("NO", "UA"))}


def test_a_text_that_comes_out_is_not_made_that_day() -> None:
    (told_of,) = told("In April, an agency disclosed the text of the security agreement between Norway and Ukraine.", "agreement")
    (made,) = told("In April, Norway signed the text of the security agreement with Ukraine.", "agreement")
    assert ("date" in told_of.slots, made.slots["date"]) == (False, "2024-04")


# --- commitments ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors have finished an audit of the training of Ukrainian soldiers.",
        "The board will monitor the use of assistance provided to Ukraine under the facility.",
        "The report is on the accountability of equipment sent to Ukraine.",
        "The European Council decided to grant the status of a candidate to Ukraine.",
        "The UN and the charities have doubled the request for Ukraine to 2 billion dollars.",
        "The United Nations launched emergency appeals for 2 billion dollars for people in Ukraine.",
        "The West produces fewer shells than Ukraine needs.",
    ],
)
def test_what_is_looked_into_asked_for_or_made_at_large_is_no_gift(text: str) -> None:
    assert [d for d in told(f"{LEAD} {text}", "commitment") if d.rule != "noun:entry"] == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A motion to send tanks to Ukraine was put to the Bundestag by the opposition in Germany.", "considered"),
        ("The IMF board has still to make a decision on an allocation of 900 million dollars to Ukraine.", "considered"),
        ("The IMF will discuss a review of Ukraine's programme, with the potential payment of 900 million dollars.", "considered"),
        ("Stoltenberg announced contracts worth 2 billion euros for shells for Ukraine, placed by NATO.", "contracted"),
        ("Von der Leyen put forward the idea of the EU allocating 2 billion euros to Ukraine.", "considered"),
        ("Norway sent 40 generators to Ukraine.", "delivered"),
    ],
)
def test_how_firm_a_gift_is(text: str, status: str) -> None:
    assert {d.status for d in told(text, "commitment")} == {status}


def test_whoever_fears_for_a_loan_does_not_give_it() -> None:
    text = (
        "The European Union has put off a decision on Ukraine after Belgium asked that others answer "
        "for the risks associated with the 90 billion euro loans."
    )
    (loan,) = [d for d in told(text, "commitment") if "amount" in d.slots]
    assert (loan.status, loan.parties["donor"]) == ("considered", ["EU"])


def test_a_part_that_has_come_says_nothing_of_the_whole() -> None:
    text = "The IMF's programme for Ukraine comes to 15 billion dollars, of which Kyiv has already received 3 billion."
    assert {d.slots["amount"].value: d.status for d in told(text, "commitment")} == {1.5e10: "committed", 3e9: "delivered"}


@pytest.mark.parametrize(
    "text",
    [
        "Ukrenergo signed a loan of 75 million euros with the European Investment Bank.",
        "The European Investment Bank will lend 75 million euros to Ukraine's grid operator Ukrenergo.",
    ],
)
def test_a_loan_is_the_lenders(text: str) -> None:
    assert [d.parties["donor"] for d in told(f"{LEAD} {text}", "commitment")] == [["EIB"]]


def test_each_sum_goes_to_whoever_stands_behind_it() -> None:
    text = "The EBRD allocates 200 million euros to Naftogaz, 100 million euros to Ukrenergo and 50 million euros to Moldova."
    found = {tuple(d.parties["recipient"]): d.slots["amount"].value for d in told(f"{LEAD} {text}", "commitment")}
    assert found == {("Naftogaz",): 2e8, ("Ukrenergo",): 1e8, ("MD",): 5e7}


def test_a_conversion_stands_behind_what_the_sum_measures() -> None:
    text = "The EBRD supported Naftogaz of Ukraine with a 70-million-euro loan ($76 million)."
    assert [d.slots["amount"].currency for d in told(text, "commitment")] == ["EUR"]


def test_troops_that_are_many_are_not_one() -> None:
    found = told("Norway is ready to contribute soldiers to a multinational force for Ukraine.", "commitment")
    assert all(item.count is None for d in found for item in d.slots.get("items", ()))


def test_a_headline_of_what_will_be_given_is_not_what_has_been() -> None:
    from promissory.extraction import extract

    text = "EU will support Ukraine to the end\n\nSo far, the EU has made available 82 billion euros to Ukraine."
    document = Document(text=text, source="test", title="EU will support Ukraine to the end", published=Published("2023-10-27", "given"))
    (total,) = [c for c in extract(document) if c.kind == "commitment" and c.amount]
    assert (total.status, len(total.evidence)) == ("allocated", 1)


# --- needs, proposals, conditions, meetings, attacks ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Humanitarian partners seek 226 million dollars to prepare for winter in Ukraine.",
        "The Flash Appeal asks for 226 million dollars to help people in Ukraine.",
    ],
)
def test_those_who_collect_for_the_country_ask_for_it(text: str) -> None:
    assert [(d.status, d.parties["needs"], d.slots["amount"].value) for d in told(text, "need")] == [("requested", ["UA"], 2.26e8)]


@pytest.mark.parametrize(
    "text",
    [
        "The contact group has coordinated vital assistance for Ukraine.",
        "The two firms want to produce 10,000 drones for Ukraine at a new plant.",
        "There is a need for better coordination between those who send arms to Ukraine.",
    ],
)
def test_praise_and_plans_are_no_needs(text: str) -> None:
    assert told(text, "need") == []


def test_who_appeals_for_money_proposes_nothing() -> None:
    assert told("The UN aid chief appealed for 3 billion dollars to help those displaced in Ukraine.", "proposal") == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The allies stand by Kyiv for as long as it takes.", 0),
        ("Norway promised to go on sending Ukraine shells as long as it defends itself.", 0),
        ("Zelensky ruled out talks with Moscow for as long as Russian troops stand on Ukrainian soil.", 1),
        ("The EU will pay Ukraine the tranche as long as Kyiv passes the law.", 1),
        ("A just peace for Kyiv is a condition for the security of Europe.", 0),
        ("Reform of the courts is a condition for the accession of Ukraine to the EU.", 1),
    ],
)
def test_how_long_and_what_follows_from_what_are_no_terms(text: str, terms: int) -> None:
    assert len(told(text, "condition")) == terms


def test_those_who_act_after_a_summit_met_there() -> None:
    (summit,) = told("The leaders of Denmark and Latvia pledged shells for Ukraine after a summit in Riga on Wednesday.", "meeting")
    assert summit.parties["participant"] == ["DK", "LV"]


def test_each_with_a_post_and_a_name_is_there() -> None:
    text = (
        "President of Ukraine Volodymyr Zelenskyy, Prime Minister of Estonia Kristen Michal and President of Finland Alexander Stubb met."
    )
    (meeting,) = told(text, "meeting", published="2026-02-24")
    assert meeting.parties["participant"] == ["volodymyr-zelensky", "kristen-michal", "alexander-stubb"]


def test_needs_are_met_by_nobody_at_a_table() -> None:
    assert told("Industry must grow to meet the needs of Norway and Ukraine.", "meeting") == []


@pytest.mark.parametrize(
    ("text", "attacks"), [("The drones will be used by Ukraine.", 0), ("Missiles will be used by Russia against Odesa.", 1)]
)
def test_what_arms_are_for_is_no_attack(text: str, attacks: int) -> None:
    assert len(told(f"{LEAD} {text}", "attack")) == attacks


def test_a_bank_is_called_by_what_it_is() -> None:
    before = "The EBRD helps Ukraine."
    assert speakers(f"{before} The London-based financial institution announced that a loan is ready. The bank said it was late.") == [
        ["EBRD"],
        ["EBRD"],
    ]


def test_whose_report_it_was_said_in() -> None:
    before = "The British Ministry of Defence estimates the losses. It was said in the Monday report of the General Staff of Ukraine."
    assert speakers(f"{before} The losses, according to the Sunday report, reached 400.")[-1] == ["General-Staff-of-Ukraine"]


def test_a_press_release_speaks_for_those_who_put_it_out() -> None:
    text = "The EBRD wrote so in a press release, an agency says. According to the press release, Ukraine needs a loan."
    assert speakers(text)[-1] == ["EBRD"]


@pytest.mark.parametrize(
    "text",
    [
        "Belgian officials considered the guarantees insufficient to send the assets to Ukraine.",
        "The Union removes an obstacle to blocking the loan for Ukraine.",
        "The conversation with Norway focused on the provision of air defence systems to Ukraine.",
    ],
)
def test_what_falls_short_or_is_only_talked_of_is_no_gift(text: str) -> None:
    assert told(text, "commitment") == []


def test_what_another_adds_to_is_not_his() -> None:
    (gift,) = told(
        "Italy will supplement the bank's financing of 150 million euros for Ukraine with a donation of 10 million euros.", "commitment"
    )
    assert gift.slots["amount"].value == 10_000_000


def test_who_is_asked_to_support_a_plan_does_not_give() -> None:
    (loan,) = told("The vote is to move Malta to support the EU plan to provide Kyiv with a loan of €5 billion.", "commitment")
    assert loan.parties["donor"] == ["EU"]


def test_money_in_a_banks_accounts_is_not_told_by_the_bank() -> None:
    assert speakers("The money lies in the accounts of the depository Euroclear.") == []


def test_whoever_acknowledges_a_need_for_support_is_not_in_need() -> None:
    (need,) = told(f"{LEAD} London acknowledged the need for economic support alongside military aid.", "need")
    assert need.parties["needs"] == ["UA"]


def test_a_question_that_is_tabled_proposes_nothing() -> None:
    text = "A question was tabled by the Opposition in Ottawa to hear the government on Ukraine."
    assert told(text, "proposal") == []


@pytest.mark.parametrize(
    ("signing", "parties"),
    [
        ("The memorandum on a joint venture was signed in Munich.", ["Rheinmetall", "UA"]),
        ("It said that a memorandum has been signed with a Ukrainian company.", ["Rheinmetall", "UA"]),
        ("A memorandum was signed in Munich with Ukroboronprom.", ["Rheinmetall", "Ukroboronprom"]),
    ],
)
def test_what_is_signed_is_signed_by_the_firm_told_of(signing: str, parties: list[str]) -> None:
    (paper,) = told(f"Rheinmetall wants to open a plant in Ukraine. {signing}", "agreement")
    assert paper.parties["party"] == parties
