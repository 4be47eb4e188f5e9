"""Official texts of other forms: conclusions of councils, records of parliaments, joint declarations, press conferences."""

from __future__ import annotations

import pytest

from promissory.extraction import extract
from promissory.model import Claim, Document, Published

COUNCIL = ("Council conclusions on Ukraine", "Council of the EU")
LONDON = ("Statement on Ukraine by the Prime Minister", "Prime Minister's Office, 10 Downing Street")
BERLIN = ("Remarks by the Minister of Defence of Germany on Ukraine", "Federal Ministry of Defence")


def read(text: str, kind: str, source: tuple[str | None, str | None] = (None, None), published: str = "2025-03-05") -> list[Claim]:
    """The claims of a kind in a text with a headline and a publisher."""
    document = Document(text=text, source="test", title=source[0], publisher=source[1], published=Published(published, "given"))
    return [claim for claim in extract(document) if claim.kind == kind]


# --- who speaks ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The International Monetary Fund works with Ukraine. The Fund will disburse $1.1 billion to Ukraine in June.", "IMF"),
        ("The European Bank for Reconstruction and Development is active in Ukraine. The Bank will lend Ukraine €300 million.", "EBRD"),
        ("Ukraine is grateful. The Union has to date made available EUR 100 billion in support of Ukraine and its people.", "EU"),
    ],
)
def test_a_body_is_called_by_the_last_word_of_its_name(text: str, body: str) -> None:
    assert [c.parties["donor"] for c in read(text, "commitment")] == [(body,)]


def test_the_council_is_that_which_publishes_and_not_the_town_s() -> None:
    (urged,) = read("The Council calls on Russia to leave Ukraine.", "proposal", COUNCIL)
    assert urged.parties["by"] == ("Council-of-the-EU",)
    (need,) = read("Kharkiv city council was hit. The council said that it needs generators.", "need")
    assert need.parties["needs"] == ("UA",)


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Germany called on the other Member States to send missiles to Ukraine.", "EU"),
        ("NATO met on Ukraine. Norway called on all member states to send missiles to Ukraine.", "NATO"),
    ],
)
def test_member_states_are_those_of_the_union_that_the_text_is_with(text: str, to: str) -> None:
    assert to in {p for c in read(text, "proposal", COUNCIL if to == "EU" else (None, None)) for p in c.parties.get("to", ())}


@pytest.mark.parametrize(
    ("title", "publisher", "donors"),
    [
        ("Joint declaration by the Federal Chancellor and the Prime Minister of the Netherlands", "Bundesregierung", {"DE", "NL"}),
        ("Joint statement of the leaders of Norway and Denmark on Ukraine", None, {"NO", "DK"}),
        ("Statement by the Prime Minister of Denmark on Ukraine", None, {"DK"}),
    ],
)
def test_we_of_a_joint_declaration_are_all_who_make_it(title: str, publisher: str | None, donors: set[str]) -> None:
    (claim,) = read("We will give Ukraine 500 million euros.", "commitment", (title, publisher))
    assert set(claim.parties["donor"]) == donors


def test_in_a_parliament_s_record_each_speaks_in_turn() -> None:
    text = (
        "The Secretary of State for Defence (John Healey): I will make a statement on Ukraine.\n\n"
        "James Cartlidge (South Suffolk) (Con): The Government should send more shells to Ukraine.\n\n"
        "John Healey: We will provide 600 missiles to Ukraine this year.\n\n"
        "Mike Martin (Tunbridge Wells) (LD): The Government should seize Russian assets for Ukraine."
    )
    source = ("Ukraine – House of Commons", "Hansard")
    assert [c.parties["by"] for c in read(text, "proposal", source)] == [("james-cartlidge",), ("mike-martin",)]
    (gift,) = read(text, "commitment", source)
    assert (gift.parties["donor"], gift.attributed_to) == (("GB",), ("john-healey",))


def test_entries_of_a_list_by_country_are_no_turns() -> None:
    text = "Support for Ukraine.\n\nGermany: 14 Leopard tanks.\n\nUnited Kingdom: 14 Challenger tanks.\n\nSouth Korea: 100 generators."
    assert not any(c.kind == "statement" for c in extract(Document(text=text, source="test", published=Published("2025-03-05", "given"))))


def test_what_a_question_asks_is_not_told() -> None:
    assert not read("Does the package for Ukraine include additional Patriot batteries, or only missiles?", "commitment", BERLIN)
    assert read("Will the tanks that Germany sent to Ukraine be used?", "commitment", BERLIN)


# --- what is given ---------------------------------------------------------------------------------------------------------


def test_a_whole_sum_and_its_part_where_something_was_made_available() -> None:
    text = "To date the United Kingdom has made available £12 billion in support of Ukraine, of which £7 billion is military in nature."
    assert {c.amount.value for c in read(text, "commitment") if c.amount} == {12e9, 7e9}


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "There is a new German package for Ukraine, 1.3 billion euros in value. Four more IRIS-T systems, shells and anti-tank mines.",
            {"iris-t", "shells", "mine"},
        ),
        (
            "The minister announced a German package for Ukraine worth 600 million euros. It will allow us to procure interceptors and "
            "shells.",
            {"interceptor", "shells"},
        ),
        ("Sweden gave Ukraine 300 million euros. The money will be spent on drones and shells.", {"drone", "shells"}),
        (
            "Washington announced a package for Ukraine of $988 million, which includes ammunition for HIMARS, unmanned aerial systems and "
            "spare parts.",
            {"ammunition", "drone", "spare_parts"},
        ),
    ],
)
def test_goods_told_behind_a_package_are_its_own(text: str, items: set[str]) -> None:
    (claim,) = read(text, "commitment")
    assert {item.item for item in claim.items} == items


def test_a_row_of_goods_from_somebody_else_is_another_gift() -> None:
    text = "Denmark announced a package for Ukraine. Thirty-one Abrams tanks from the United States."
    assert [c.parties["donor"] for c in read(text, "commitment")] == [("DK",), ("US",)]


def test_sums_told_in_order_wherever_the_clause_stands() -> None:
    text = (
        "It takes note of Germany's initiative on air defence for Ukraine, to which Belgium and Denmark have pledged EUR 200 million and "
        "EUR 67 million respectively."
    )
    told = {(c.parties["donor"], c.amount.value, c.status) for c in read(text, "commitment") if c.amount}
    assert told == {(("BE",), 200e6, "pledged"), (("DK",), 67e6, "pledged")}


def test_a_list_goes_on_behind_what_comes_with_the_first_goods() -> None:
    text = (
        "We are going to deliver to Ukraine four more IRIS-T systems with 300 guided missiles, 300 reconnaissance drones and 25 infantry "
        "fighting vehicles of the Marder type, as well as 15 Leopard 1 tanks."
    )
    told = [(i.item, i.count) for c in read(text, "commitment", BERLIN) for i in c.items]
    assert told == [("iris-t", 4), ("drone", 300), ("marder", 25), ("leopard-1", 15)]


def test_whose_gift_it_is_for_which_somebody_is_thanked() -> None:
    text = (
        "I am grateful to Norway, which has raised its contribution to Ukraine to 85 billion kroner, and to Sweden for its latest package "
        "of 16 billion kronor."
    )
    assert [(c.parties["donor"], c.parties["recipient"]) for c in read(text, "commitment", BERLIN)] == [
        (("NO",), ("UA",)),
        (("SE",), ("UA",)),
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("I can announce today that we will provide Ukraine with 400 missiles.", "pledged"),
        ("I was able to tell the President that Britain will supply 650 missiles to Ukraine.", "pledged"),
        ("I am delighted that today we can confirm a further £10 million for Ukraine's energy repairs.", "pledged"),
        ("We are able to send 20 tanks to Ukraine.", "considered"),
        ("We will keep up our military support for Ukraine for as long as it takes.", "pledged"),
    ],
)
def test_what_is_made_known_is_undertaken(text: str, status: str) -> None:
    assert [c.status for c in read(text, "commitment", LONDON)] == [status]


def test_pressure_that_is_kept_up_is_no_support_and_what_is_told_no_urging() -> None:
    assert not read("Germany keeps up its pressure on Russia over Ukraine.", "commitment", BERLIN)
    assert not read("He told the President that Britain will supply 650 missiles to Ukraine.", "proposal", LONDON)


def test_a_month_in_which_something_was_given_is_no_period_to_come() -> None:
    (claim,) = read("Norway delivered six jets to Ukraine in January.", "commitment", published="2025-09-17")
    assert (claim.date, claim.period) == ("2025-01", None)


# --- what is needed --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Above all Ukraine needs air defence, ammunition and drones.", {"air_defence_system", "ammunition", "drone"}),
        ("Ukraine is short of shells, of interceptors and, above all, of time.", {"shells", "interceptor"}),
        ("Ukraine needs missiles for air defence.", {"missile"}),
        ("Kyiv has begged time and again for more air defence.", {"air_defence_system"}),
    ],
)
def test_air_defence_and_what_is_short_beside_it(text: str, items: set[str]) -> None:
    (claim,) = read(text, "need")
    assert {item.item for item in claim.items} == items


# --- what is agreed --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Ukraine signed with Norway and Denmark an agreement on drones.", {"UA", "NO", "DK"}),
        (
            "In Lisbon, President of Ukraine Volodymyr Zelenskyy and Prime Minister of Portugal Luís Montenegro signed an agreement on "
            "security cooperation between the two states.",
            {"UA", "PT"},
        ),
        ("The Joint Declaration of Support for Ukraine, to which Portugal acceded last autumn, is the basis of it.", {"G7", "PT"}),
        ("Minister of Defence of Denmark Troels Lund Poulsen and Minister of Defence of Ukraine Rustem Umerov signed a letter of intent.",
         {"UA", "DK"}),
    ],
)  # fmt: skip
def test_parties_wherever_the_sentence_puts_them(text: str, party: set[str]) -> None:
    (claim,) = read(text, "agreement", published="2024-05-28")
    assert (set(claim.parties["party"]), claim.status) == (party, "signed")


def test_our_ministers_sign_for_all_who_declare() -> None:
    title = "Joint declaration by the Federal Chancellor and the Prime Minister of the Netherlands"
    text = "We stand by Ukraine. Our ministers of defence today signed a letter of intent on the joint procurement of drones."
    told = [c for c in read(text, "agreement", (title, "Bundesregierung")) if any("letter" in e.quote for e in c.evidence)]
    assert [set(c.parties["party"]) for c in told] == [{"DE", "NL"}]


def test_an_author_signs_with_whom_he_has_just_met() -> None:
    source = ("Evening address by the President of Ukraine", "Office of the President of Ukraine")
    told = "Dear Ukrainians! I met with Dick Schoof and we signed an agreement on the joint production of drones. I thank him."
    assert [set(c.parties["party"]) for c in read(told, "agreement", source)] == [{"UA", "NL"}]
    assert not read("Dear Ukrainians! We signed an agreement on drones. I am grateful.", "agreement", source)


def test_two_before_the_press_have_signed_together() -> None:
    text = (
        "President Emmanuel Macron: This morning we signed a declaration of intent on fighter jets for Ukraine.\n\n"
        "President Volodymyr Zelenskyy: Thank you, Emmanuel. We need air defence.\n\nQuestion: Does France have the money?\n\n"
        "Emmanuel Macron: We will pay for it."
    )
    assert [set(c.parties["party"]) for c in read(text, "agreement", ("Press conference on Ukraine", "Élysée"))] == [{"FR", "UA"}]


def test_more_talks_and_the_same_deed_after_an_agreement() -> None:
    text = (
        "Ukraine signed a security agreement with Portugal. Negotiations are under way with ten more states, among them Poland, Romania "
        "and Sweden."
    )
    assert {frozenset(c.parties["party"]) for c in read(text, "agreement") if c.status == "negotiating"} >= {
        frozenset(("UA", "RO")),
        frozenset(("UA", "SE")),
    }
    text = "Spain signed a security agreement with Ukraine in May, and Belgium did the same a day later."
    assert [set(c.parties["party"]) for c in read(text, "agreement")] == [{"ES", "UA"}, {"BE", "UA"}]
    assert not read("Negotiations are under way with ten more states on a price for gas in Ukraine.", "agreement")


# --- schemes ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "Twenty countries have united in a new coalition of air defence for Ukraine, which Germany and France have agreed to lead.",
            {"DE", "FR"},
        ),
        ("A drone coalition for Ukraine, which Latvia has offered to lead, was set up in January.", {"LV"}),
    ],
)
def test_a_scheme_is_led_by_those_who_have_agreed_to(text: str, lead: set[str]) -> None:
    (claim,) = read(text, "initiative")
    assert set(claim.parties["lead"]) == lead
    assert not read(text, "commitment")


def test_a_scheme_set_up_in_a_month_was_set_up_in_the_last_one() -> None:
    (claim,) = read("The drone coalition was set up by Latvia in January to help Ukraine.", "initiative", published="2025-09-17")
    assert claim.date == "2025-01"


# --- meetings and terms ----------------------------------------------------------------------------------------------------


def test_a_minister_brings_peers_together_and_a_coalition_does_not() -> None:
    (claim,) = read("John Healey today brought together ministers from ten nations in London to discuss Ukraine.", "meeting")
    assert set(claim.parties["participant"]) == {"john-healey", "partners"}
    assert not read("The coalition brings together ministers from ten nations in support of Ukraine.", "meeting")


def test_one_talk_of_yesterday_and_one_of_tomorrow() -> None:
    text = "Alexander Stubb spoke to President Trump yesterday about Ukraine, and he is going to see him at the White House tomorrow."
    held = {(c.status, c.date, frozenset(c.parties["participant"])) for c in read(text, "meeting", published="2025-10-08")}
    both = frozenset(("alexander-stubb", "donald-trump"))
    assert ("planned", "2025-10-09", both) in held


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Lithuania will put a further €20 million into the fund for Ukraine once its parliament has approved the budget.", ("LT",)),
        ("We want to use the assets to finance a loan for Ukraine, provided that the risks are shared by all member states.", ("EU",)),
    ],
)
def test_what_a_sum_or_a_wish_hangs_on(text: str, on: tuple[str, ...]) -> None:
    (claim,) = read(text, "condition", ("Statement on Ukraine", "Ministry of Defence of Lithuania"))
    assert claim.parties["on"] == on


def test_what_comes_after_a_mere_event_is_no_condition() -> None:
    text = "Lithuania will put its troops on alert once the parade is over. Ukraine is grateful."
    assert not read(text, "condition", ("Statement on Ukraine", "Ministry of Defence of Lithuania"))
