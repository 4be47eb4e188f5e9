"""Needs told by a comparison, a list or a measure, and requests with more between the words than one clause."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf

#: "status goods: text"; goods is "item", "item=count", a sum, or "-"
TOLD = """
stated interceptor: What Kyiv is shortest of, according to officials in the capital, is interceptors for its batteries.
requested long_range_missile: At the top of the list that the president took to Brussels stood long-range missiles for Ukraine.
stated shells: Ukraine's gunners in Donetsk fire one artillery shell for every eight that the Russians do, a sergeant said.
stated f-16=128: It would take 128 F-16s to replace Ukraine's old fleet altogether, the commander of its air force reckons.
stated patriot=7: Without at least seven more Patriot systems, the president warned, Ukraine's cities will go on being exposed to missiles.
stated 42e9: Ukraine will have to find 42 billion dollars abroad this year to keep its hospitals open, the International Monetary Fund said.
stated interceptor: Ukraine's stock of interceptors will not last beyond the summer, the air force in Kyiv fears.
stated 3.1e9: The United Nations put the humanitarian requirements of Ukraine for the year at 3.1 billion dollars.
stated -: The minister put the country's requirement for the winter at 17 gigawatts of electricity, or so he told the Ukrainians.
requested transformer: Ukraine's energy ministry appealed on Thursday to its foreign partners for transformers and gas turbines.
requested transformer: Ukraine has turned to its European neighbours for spare transformers, its energy minister told reporters.
stated 60e9: Ukraine faces a $60 billion budget gap for 2026 and 2027, the International Monetary Fund estimates.
stated ammunition: Ukrainian troops near Pokrovsk are low on ammunition, their commander said.
stated interceptor: More interceptors are crucial for Ukraine before the frost sets in, the alliance's secretary general said.
stated shells: The front in Ukraine will collapse unless more shells come, a brigade commander warned.
stated transformer: Ukraine's cities will be left without heat unless they receive more transformers.
stated patriot=25: Ukraine cannot protect its cities with fewer than 25 Patriot batteries.
stated patriot=25: A shield over the whole of Ukraine would take 25 Patriot batteries.
stated patriot=2: Of the seven Patriot batteries promised to Ukraine, two are still missing.
stated shells: Ukraine has only enough shells for a fortnight, the minister told parliament in Kyiv.
stated drone: Priority needs include drones and ammunition, Ukraine's Ministry of Defence said.
requested howitzer: Ukraine's delegation presented a list of howitzers it would like to buy.
requested drone: Ukraine seeks 5 billion euros from its partners for drones.
requested generator: Ukraine called on its allies once more to come forward with generators before the winter.
"""

#: What gives nothing and stops nothing: "text"
UNTOLD = """
A request for 20 Taurus missiles which Kyiv sent to Berlin last May is still awaiting an answer, the German government said.
There is no substitute for the Patriot in Ukraine when it comes to stopping ballistic missiles, its air force said.
"""


def _rows(table: str) -> list[tuple[str, str]]:
    return [(head, text) for head, text in (line.split(": ", 1) for line in table.strip().splitlines())]


@pytest.mark.parametrize(("head", "text"), _rows(TOLD))
def test_what_is_needed(claims_of: ClaimsOf, head: str, text: str) -> None:
    status, goods = head.split()
    item, _, count = goods.partition("=")
    found = [c for c in claims_of(text, "2024-05-15", "need") if c.status == status and c.parties.get("needs") == ("UA",)]
    named = {i.item: i.count for claim in found for i in claim.items}
    sums = {claim.amount.value for claim in found if claim.amount}
    assert found
    if goods != "-":
        assert (float(goods) in sums) if item[0].isdigit() else (item in named and (not count or named[item] == float(count)))


@pytest.mark.parametrize("text", UNTOLD.strip().splitlines())
def test_no_gift(claims_of: ClaimsOf, text: str) -> None:
    assert not claims_of(text, "2024-05-15", "commitment")


@pytest.mark.parametrize(
    "text",
    [
        "Russia must raise 5 billion dollars for its budget, Ukraine reckons.",
        "What Russia is short of is soldiers, Ukraine's commander said.",
        "Ukraine will have to find 2 billion dollars to repay the IMF.",
    ],
)
def test_neither_the_adversarys_wants_nor_debts(claims_of: ClaimsOf, text: str) -> None:
    assert not claims_of(text, "2024-05-15", "need")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Demand for demining in Ukraine alone stands at $37 billion over ten years.", 37e9),
        ("The need for housing in Ukraine amounts to $80 billion, the World Bank said.", 80e9),
        ("Ukraine's financing requirements come to 40 billion euros this year.", 40e9),
        ("Ukraine's funding shortfall is put at 38 billion dollars.", 38e9),
    ],
)
def test_how_great_a_need_is_said_to_be(claims_of: ClaimsOf, text: str, value: float) -> None:
    lead = "Ukraine's recovery\n\nUkraine and its partners met in Berlin on Monday.\n\n"
    (claim,) = claims_of(lead + text, "2024-05-15", "need")
    assert claim.amount
    assert claim.amount.value == value
    assert claims_of(lead + text, "2024-05-15", "commitment") == []


LEAD = "Ukraine: the week\n\nUkrainians in Kyiv and Kharkiv went to work as usual, the interior ministry of Ukraine said.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "The delay left Kyiv with a financing gap of 4 billion dollars.",
        "Kyiv's allies acknowledge a shortfall of two million shells.",
        "Spare parts for the batteries are very much needed, an adviser in Kyiv said.",
    ],
)
def test_other_wordings_of_want(claims_of: ClaimsOf, text: str) -> None:
    (claim,) = claims_of(LEAD + text, "2024-05-15", "need")
    assert claim.parties["needs"] == ("UA",)


@pytest.mark.parametrize(
    "text",
    [
        "The agency had no records of weapons that had left Ukraine.",
        "The Belgian prime minister was having none of it: the money for Ukraine would stay where it was.",
        "Allies will go on supplying Ukraine with the necessary weapons.",
        "The minister said that Ukraine would receive the required systems.",
        "Russia is running out of tanks, officials in Kyiv said.",
        "Support from the allies is critical for Ukraine.",
        "Training a pilot would take ten months.",
        "Nobody found enough courage to hand over the weapons.",
        "The president of Ukraine asked the allies to close their ports to Russian ships.",
    ],
)
def test_nothing_is_wanting(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(LEAD + text, "2024-05-15", "need") == []


@pytest.mark.parametrize(
    "text",
    [
        "The brigade's howitzers have been without shells for a week.",
        "Its pilots make do with a third of the MiG-29s that they had.",
        "The regiment near Kupiansk gets by on two howitzers.",
        "The missing piece is interceptors, the air force of Ukraine said.",
        "Fourteen brigades had yet to receive armoured vehicles, Rustem Umerov said.",
        "All we want is more air defence, the defence minister of Ukraine said.",
        "Interceptors are what Ukraine is shortest of.",
        "Kyiv's stocks of missiles are close to zero.",
        "Kharkiv's mayor said the city could use another ten launchers.",
        "Denys Shmyhal told parliament that Ukraine needed to import natural gas by March.",
        "Only a third of the 7.4 billion dollars for repairs had been funded by June.",
        "Mobile boilers topped the list that had been handed to the embassies in Kyiv.",
        "The grid operator of Ukraine is looking for 800 transformers.",
        "Zelensky would like the jets that Warsaw still flies.",
    ],
)
def test_what_somebody_does_without(claims_of: ClaimsOf, text: str) -> None:
    (claim,) = claims_of(LEAD + text, "2024-05-15", "need")
    assert claim.status in ("stated", "requested")


@pytest.mark.parametrize(
    "text",
    [
        "Four hundred houses were without power after the strike.",
        "The success of the brigade is without precedent.",
        "The army can make do with the tanks it has.",
        "The railway of Ukraine had no shortage of staff, its head said.",
        "Norway topped the list of donors.",
        "Next on Kyiv's list was a meeting with Macron.",
        "Russian brigades have yet to receive their tanks.",
        "Zelensky would like to thank Norway for the tanks.",
        "The reforms needed to bring Ukraine nearer to the alliance were discussed.",
    ],
)
def test_nobody_does_without(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(LEAD + text, "2024-05-15", "need") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kuleba said Ukraine's need for winter clothing had been covered.", "met"),
        ("Last year Oslo met Kyiv's need for diesel.", "met"),
        ("Ukraine's need for shells has not been met.", "stated"),
    ],
)
def test_needs_that_are_met(claims_of: ClaimsOf, text: str, status: str) -> None:
    assert [c.status for c in claims_of(LEAD + text, "2024-05-15", "need")] == [status]


def test_a_question_in_a_quotation_asks_nothing_else(claims_of: ClaimsOf) -> None:
    text = "Mark Rutte told ministers in Brussels that the scheme would require $15 billion for Ukraine, and asked: “When is it your turn?”"
    assert [c.amount.value for c in claims_of(LEAD + text, "2025-12-03", "need") if c.amount] == [15e9]
