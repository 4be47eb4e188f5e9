"""Commitments: how firmly who gives what to whom, in the wordings of news."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim, ItemCount

Find = Callable[[str], list[Claim]]


@pytest.fixture
def commitments(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2024-05-15", "commitment")


def gifts(claims: list[Claim]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(c.status, tuple(sorted(c.parties.get("donor", ()))), c.parties.get("recipient", ())) for c in claims]


STATUSES = [
    # considered: may, could, is discussing; no undertaking
    ("considered", "ES", "Spain may send Ukraine a battery of Hawk launchers, the defence minister said."),
    ("considered", "IT", "Italy is considering sending a second SAMP/T system to Ukraine."),
    ("considered", "GR", "Greece is weighing whether to give Ukraine its old S-300 batteries."),
    ("considered", "SE", "Sweden is discussing the delivery of Gripen fighters to Ukraine."),
    ("considered", "US", "The United States is exploring whether it can transfer more interceptors to Ukraine."),
    ("considered", "FR", "France is ready to consider supplying Ukraine with more Caesar howitzers."),
    ("considered", "NL", "The Netherlands hopes to send Ukraine further F-16s."),
    # pledged: a public undertaking in words
    ("pledged", "NO", "Norway has pledged to give Ukraine 22 F-16 aircraft."),
    ("pledged", "DK", "Denmark promised Ukraine 19 F-16 fighter jets."),
    ("pledged", "CA", "Canada will provide Ukraine with a NASAMS battery."),
    ("pledged", "BE", "Belgium vowed to hand over thirty F-16s to Ukraine by 2028."),
    ("pledged", "GB", "Britain said it would send 150 armoured vehicles to Ukraine."),
    ("pledged", "LT", "Lithuania plans to supply Ukraine with drones worth 5 million euros."),
    ("pledged", "DE", "Germany to supply Ukraine with three more Gepard tanks"),
    ("pledged", "PL", "Poland announced that it will transfer MiG-29 jets to Ukraine."),
    ("pledged", "EE", "Estonia has promised to supply Ukraine with howitzers."),
    ("pledged", "AU", "Ukraine will receive 49 Abrams tanks from Australia."),
    ("pledged", "RO", "A Patriot battery will be donated to Ukraine by Romania."),
    # committed: bound by a decision
    ("committed", "US", "Congress approved $14 billion in military aid for Ukraine."),
    ("committed", "FI", "Finland's parliament passed a budget of 300 million euros in aid for Ukraine."),
    ("committed", "EU", "The European Union approved a 50 billion euro package for Ukraine."),
    # allocated: a concrete package, a concrete transfer
    ("allocated", "US", "The United States announced a new $275 million package of military aid for Ukraine."),
    ("allocated", "LV", "Latvia has allocated 10 million euros for drones for Ukraine."),
    ("allocated", "SE", "Sweden is sending Ukraine ten CV90 combat vehicles."),
    ("allocated", "NL", "The Netherlands has earmarked 150 million euros for ammunition for Ukraine."),
    ("allocated", "DE", "Germany unveiled a package of air defence missiles for Ukraine."),
    ("allocated", "IE", "Ireland has set aside 40 million euros in aid for Ukraine."),
    # contracted: an order with a maker
    ("contracted", "DE", "Germany has ordered 12 IRIS-T systems for Ukraine from the manufacturer."),
    ("contracted", "NL", "The Netherlands bought 100 anti-aircraft guns for Ukraine."),
    ("contracted", "DK", "Denmark has procured 18 Bohdana howitzers for Ukraine."),
    # delivered: handed over, arrived, paid out, trained
    ("delivered", "DE", "Germany has delivered two Patriot systems to Ukraine."),
    ("delivered", "RO", "The Patriot system donated by Romania has arrived in Ukraine."),
    ("delivered", "EU", "The European Union disbursed 4.5 billion euros to Ukraine."),
    ("delivered", "NO", "Two NASAMS batteries were handed over to Ukraine by Norway."),
    ("delivered", "FR", "Ukraine has received six Caesar howitzers from France."),
    ("delivered", "GB", "Britain has trained 30,000 Ukrainian soldiers."),
    ("delivered", "CZ", "The Czech Republic has sent Ukraine 50,000 artillery shells."),
    ("delivered", "US", "American Abrams tanks have reached Ukraine."),
    # suspended and withdrawn
    ("suspended", "US", "The United States has suspended military aid to Ukraine."),
    ("suspended", "SK", "Slovakia halted deliveries of weapons to Ukraine."),
    ("suspended", "US", "Washington paused shipments of Patriot missiles to Ukraine."),
    ("withdrawn", "CH", "Switzerland withdrew its offer of Leopard tanks for Ukraine."),
]


@pytest.mark.parametrize(("status", "donor", "text"), STATUSES)
def test_status_and_parties(commitments: Find, status: str, donor: str, text: str) -> None:
    assert (status, (donor,), ("UA",)) in gifts(commitments(text))


NONE = [
    "No new commitments to Ukraine were announced at the summit.",
    "Germany should send Ukraine the Taurus missile, the committee's chair argued.",
    "Ukraine urged Germany to send more Patriot systems.",
    "Kyiv called on its partners to deliver the promised ammunition.",
    "Spain will not send its Patriot battery to Ukraine.",
    "Greece refused to give Ukraine its Patriot systems.",
    "Germany never promised Ukraine any Taurus missiles.",
    "A training mission would bolster Ukraine's defence.",
    "Allies must provide Ukraine with more air defence systems, Kuleba said.",
    "Russia fired 40 missiles at Ukraine on Tuesday.",
    "North Korea has sent shells to Russia.",
    "The company sold 2,000 cars last year.",
]


@pytest.mark.parametrize("text", NONE)
def test_nothing_is_given_to_ukraine(commitments: Find, text: str) -> None:
    assert not [c for c in commitments(text) if "UA" in c.parties.get("recipient", ())]


def test_sum_goods_and_grounds(commitments: Find) -> None:
    text = "The United States announced a $225 million package for Ukraine, including Stinger missiles and 155mm artillery ammunition."
    (claim,) = commitments(text)
    assert claim.amount is not None
    assert (claim.amount.value, claim.amount.currency) == (225_000_000, "USD")
    assert {i.item for i in claim.items} >= {"stinger"}
    assert text[claim.grounds["amount"].start : claim.grounds["amount"].end] == "$225 million"


def test_each_donor_gives_its_own(commitments: Find) -> None:
    found = gifts(commitments("Germany and Romania will each donate a Patriot battery to Ukraine."))
    assert found == [("pledged", ("DE",), ("UA",)), ("pledged", ("RO",), ("UA",))]


def test_a_list_after_a_lead_sentence(commitments: Find) -> None:
    text = "The United States is sending Ukraine the following weapons:\n\n- 100 Javelin missiles;\n- two HIMARS launchers."
    counts = {(i.item, i.count) for c in commitments(text) if c.parties.get("donor") == ("US",) for i in c.items}
    assert {("javelin", 100), ("himars", 2)} <= counts


def test_counts_of_things_spoken_of_before(commitments: Find) -> None:
    text = "Denmark will give Ukraine 19 F-16 jets. Six of them will be delivered by the end of the year."
    assert ItemCount("f-16", 6, "exact") in [i for c in commitments(text) for i in c.items]


def test_most_of_a_number_is_not_the_number(commitments: Find) -> None:
    found = commitments("Most of the seven Patriot systems pledged by allies have been delivered to Ukraine.")
    assert all(i.count is None for c in found for i in c.items)


def test_what_a_part_is_for_is_not_given(commitments: Find) -> None:
    found = commitments("The Netherlands delivered a radar for a Patriot system to Ukraine.")
    assert {i.item for c in found for i in c.items} == {"radar"}


def test_a_floor_is_at_least(commitments: Find) -> None:
    text = (
        "NATO allies agreed on aid for Ukraine. "
        "A financial commitment of 40 billion euros is the minimum for this year, Jens Stoltenberg said."
    )
    amounts = [c.amount for c in commitments(text) if c.amount]
    assert [(a.value, a.qualifier) for a in amounts] == [(40_000_000_000, "at_least")]


def test_the_speaker_is_on_record(commitments: Find) -> None:
    (claim,) = commitments("Olaf Scholz said Germany would deliver a further Patriot system to Ukraine.")
    assert claim.attributed_to == ("olaf-scholz",)


NOTES = [
    ("Rifles, optics and winter clothing worth 21 million kronor for the Swedish-led training.", "SE", 21_000_000, "SEK"),
    ("9 million EUR in support of the Latvian fund for drones.", "LV", 9_000_000, "EUR"),
    (
        "Fire engines and pumps for a total of 3.4 million euros. The shipment was prepared by the Austrian Red Cross.",
        "AT",
        3_400_000,
        "EUR",
    ),
    ("The convoy amounts to 12 mil. CZK. It was sent by the Czech interior ministry.", "CZ", 12_000_000, "CZK"),
    ("Canada announced $40 million for fuel and blankets.", "CA", 40_000_000, "CAD"),
    ("Canada announced US$40 million for fuel and blankets.", "CA", 40_000_000, "USD"),
]


@pytest.mark.parametrize(("text", "donor", "value", "currency"), NOTES)
def test_a_note_needs_no_verb(commitments: Find, text: str, donor: str, value: float, currency: str) -> None:
    sums = [(c.parties.get("donor"), c.amount.value, c.amount.currency) for c in commitments(text) if c.amount]
    assert ((donor,), value, currency) in sums


def test_counts_of_a_note(commitments: Find) -> None:
    text = "The Belgian consignment consists of tents and beds (600 family tents, 1,200 blankets and 40 generators)."
    assert {600, 1200, 40} <= {i.count for c in commitments(text) for i in c.items}


def test_a_note_that_names_two_givers_guesses_none(commitments: Find) -> None:
    found = commitments("Boots and gloves worth 2 million euros, as agreed near the border of Poland and Slovakia.")
    assert found
    assert not [c for c in found if c.parties.get("donor")]


OF_NOTES = [
    ("The minister announced 3 million euros for clinics. Of this, 1 million is for the care of refugees in Moldova.", None),
    ("4 million EUR for pumps through the NATO Comprehensive Assistance Package trust fund, which gives non-lethal support.", None),
    ("Blankets worth 2 million dollars. They are part of the Ukraine Supplemental Appropriations Act.", "US"),
    ("7 million euros for grain were set aside in the Danish budget.", "DK"),
    ("Iceland gave 9 million euros. We attribute another 5 million euros to Norway.", "NO"),
    ("Norway has committed more staff for training in Poland. NOK 5 million will be provided through a fund.", "NO"),
    ("Loan of NOK 1.2 billion to keep schools open. The money goes through the World Bank.", "NO"),
    ("The government also put up A$9.3 million (US$6 million) for the border guards.", "AU"),
    ("According to the first source, the prime minister announced 120 million ISK, some of it for the UN refugee agency.", "IS"),
    ("Pumps worth 40 million EUR and cables worth 2 million USD.", None),
    ("Pumps worth 40 million DKK and cables worth 2 million PLN.", None),
]


@pytest.mark.parametrize(("text", "donor"), OF_NOTES)
def test_who_gives_in_a_note(commitments: Find, text: str, donor: str | None) -> None:
    """No place, no fund that passes money on: who acts, whose law or budget it is, to whom it is credited."""
    assert {c.parties.get("donor") for c in commitments(text) if c.amount and c.amount.value != 9e6} == {(donor,) if donor else None}


def test_a_list_of_a_package_is_one_commitment(commitments: Find) -> None:
    text = (
        "Aid for Ukraine\n\nThe United States announced a package of 300 million dollars for Ukraine, which includes:\n\n"
        "- 200 Javelin missiles;\n- four HIMARS launchers;\n- 20 generators."
    )
    (claim,) = [c for c in commitments(text) if c.amount]
    assert {("javelin", 200), ("himars", 4)} <= {(i.item, i.count) for i in claim.items}


def test_two_acts_of_one_sentence(commitments: Find) -> None:
    text = "Ukraine and Spain\n\nUkraine met Spain on Monday. Spain has delivered Leopard tanks to Ukraine and more are on their way."
    assert {c.status for c in commitments(text)} >= {"delivered", "allocated"}


def test_another_does_the_same(commitments: Find) -> None:
    text = "Ukraine's partners\n\nDenmark will send 40 generators to Ukraine. Norway did the same on Tuesday."
    assert {c.parties.get("donor") for c in commitments(text)} >= {("DK",), ("NO",)}


@pytest.mark.parametrize(
    ("text", "item", "count"),
    [
        ("Norway will give Ukraine 6 F-16 fighter jets.", "f-16", 6),
        ("Denmark sent Ukraine 19 of its F-16s.", "f-16", 19),
        ("Germany gave Ukraine 12 of the 40 Leopard tanks.", "leopard", 12),
        ("Britain will supply Ukraine with 650 short-range missiles.", "missile", 650),
        ("Germany will send Leopard 2 tanks to Ukraine.", "leopard", None),
    ],
)
def test_how_many(commitments: Find, text: str, item: str, count: float | None) -> None:
    assert [(i.item, i.count) for i in commitments(text)[0].items] == [(item, count)]


def test_each_clause_counts_its_own(claims_of: Callable[..., list[Claim]]) -> None:
    text = "Ukraine has received the first F-16s from the United States.\n\nTen are in the country and twenty will be there by December."
    found = [(c.status, c.items[0].count) for c in claims_of(text, "2024-08-04", "commitment")]
    assert found == [("delivered", None), ("delivered", 10), ("pledged", 20)]


@pytest.mark.parametrize(
    ("text", "status", "donor"),
    [
        ("Ten tanks will be repaired in Poland and sent to Ukraine.", "pledged", ("PL",)),
        ("Fiala wanted to thank the Croatian government for providing a Hawk battery to Ukraine.", "allocated", ("HR",)),
        ("The Danish and Dutch governments are donating F-16s to Ukraine.", "allocated", ("DK", "NL")),
        ("Kyiv is grateful to Belgium and Norway for promising to deliver more jets to Ukraine.", "pledged", ("BE", "NO")),
    ],
)
def test_shared_auxiliaries_thanks_and_several_governments(
    claims_of: Callable[..., list[Claim]], text: str, status: str, donor: tuple[str, ...]
) -> None:
    (claim,) = claims_of(text, "2024-05-15", "commitment")
    assert (claim.status, claim.parties["donor"]) == (status, donor)


def test_who_something_is_for_gives_nothing(claims_of: Callable[..., list[Claim]]) -> None:
    text = "The Commission is announcing €90 million of new aid, of which €80 million for Ukraine and €10 million for neighbouring Moldova."
    found = claims_of(text, "2024-05-15", "commitment")
    assert {claim.parties["donor"] for claim in found} == {("EU",)}


def test_a_complete_system_is_one_of_what_was_spoken_of(commitments: Find) -> None:
    text = (
        "Netherlands wants to put together a Patriot for Ukraine\n\nWith other countries that own the Patriot, the Netherlands wishes to "
        "assemble a complete system for Ukraine within weeks."
    )
    (claim,) = commitments(text)
    assert [(i.item, i.count) for i in claim.items] == [("patriot", 1)]
    assert len(claim.evidence) == 2


def test_what_a_total_would_be_is_given_by_nobody(commitments: Find) -> None:
    text = "Aid for Ukraine\n\nSpain has pledged tanks. With them the number of tanks handed over to Kyiv would rise to fifty."
    assert {c.status for c in commitments(text)} == {"pledged"}


def test_the_rest_is_no_one(commitments: Find) -> None:
    text = "Germany to send IRIS-T\n\nGermany has promised Ukraine 17 IRIS-T systems. Two should come this year and the rest in 2025."
    assert 1 not in {i.count for c in commitments(text) for i in c.items}
