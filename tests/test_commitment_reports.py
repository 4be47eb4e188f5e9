"""Commitments in reports of several sentences: who gives, how firm it is, and what goes with what told before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf

Read = Callable[..., list[Claim]]
NEWS = "The day in Ukraine\n\nUkrainian forces held their lines overnight, the general staff in Kyiv said.\n\n{}"

#: "statuses that hold givers (items or sum): text"
TOLD = """
delivered DE leopard: A first batch of Leopard 2 tanks promised by Germany crossed the Polish border into Ukraine overnight.
delivered DK leopard: Ten Danish Leopards are already with our troops in Ukraine.
delivered AU abrams: Ukraine has now been handed the bulk of Australia's retired Abrams.
pledged US abrams: The 31 American Abrams for Ukraine will not arrive before autumn.
suspended PL weapons: Warsaw is no longer transferring arms to Ukraine because it is re-arming itself.
considered US 61000000000: House passes $61bn Ukraine aid bill after months of deadlock
contracted DE leopard-1: Rheinmetall is to deliver 25 Leopard 1 tanks under an order placed by Berlin for Kyiv.
pledged/committed RO patriot: Bucharest's supreme defence council decided to donate a Patriot system to Ukraine.
allocated US 300000000: The Biden administration scraped together $300 million for an emergency shipment of shells to Ukraine.
allocated GB+NO 450000000: Britain and Norway put together £450m for drones and radars for Ukraine.
delivered LT 1300000000: Lithuania has spent more than 1.3bn euros on assistance to Ukraine over three years.
delivered US 59000000000: They build on more than $59 billion in military assistance the United States has provided since February 2022.
allocated/pledged SE 275000000: Nordic countries announced a new package for Ukraine. Sweden's share is $275 million.
committed US none: The US Congress has backed the package for Ukraine.
pledged NO 500000000: I spoke with the prime minister of Norway. Norway will provide Ukraine with 500 million dollars.
"""
NOT_TOLD = """
The World Bank puts the cost of rebuilding Ukraine at $486bn over the next decade.
Kyiv faces a budget hole of $42bn next year.
The minister gave Ukraine his word that he would come back.
US officials provided their counterparts in Kyiv with details of the talks.
The ambassador in Kyiv has called for the country to be given more air defence.
Survivors of the prison in Donetsk described being given just enough food.
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [(head, text) for head, text in (line.split(": ", 1) for line in table.strip().splitlines())]


@pytest.mark.parametrize(("head", "text"), rows(TOLD))
def test_status_giver_and_object(claims_of: Read, head: str, text: str) -> None:
    statuses, givers, what = head.split(" ")
    found = [c for c in claims_of(NEWS.format(text), "2024-05-15", "commitment") if c.status in statuses.split("/")]
    assert [c for c in found if set(c.parties.get("donor", ())) == set(givers.split("+")) and (what == "none" or holds(c, what))]


def holds(claim: Claim, what: str) -> bool:
    return (claim.amount is not None and str(int(claim.amount.value)) == what) or what in {i.item for i in claim.items}


@pytest.mark.parametrize("text", NOT_TOLD.strip().splitlines())
def test_nothing_is_given(claims_of: Read, text: str) -> None:
    assert not claims_of(NEWS.format(text), "2024-05-15", "commitment")


@pytest.mark.parametrize(
    "text",
    [
        "The Pentagon announced a $300m package for Ukraine. It comprises a counter-battery radar and 20 drones.",
        "Sweden presented its largest package for Ukraine, worth 3 billion kronor. The package includes radars and drones.",
    ],
)
def test_contents_told_later_are_one_with_their_package(claims_of: Read, text: str) -> None:
    (claim,) = claims_of(NEWS.format(text), "2024-05-15", "commitment")
    assert claim.amount is not None
    assert {"radar", "drone"} <= {i.item for i in claim.items}


def test_worth_told_later_is_that_of_the_package(claims_of: Read) -> None:
    text = "Finland announced a new package of military aid for Ukraine. Its value is 106 million euros."
    (claim,) = claims_of(NEWS.format(text), "2024-05-15", "commitment")
    assert claim.amount is not None
    assert claim.amount.value == 106_000_000


def test_each_sum_with_the_state_it_goes_to(claims_of: Read) -> None:
    text = "The EU is giving 55 million euros in humanitarian aid to Ukraine and 5 million euros to Moldova."
    found = claims_of(NEWS.format(text), "2024-05-15", "commitment")
    assert {(c.parties["recipient"], c.amount.value) for c in found if c.amount} == {(("UA",), 55_000_000), (("MD",), 5_000_000)}


def test_a_number_each_month_is_given_together(claims_of: Read) -> None:
    text = "Estonia, Latvia and Lithuania will jointly give Ukraine $30 million each month."
    (claim,) = claims_of(NEWS.format(text), "2024-05-15", "commitment")
    assert set(claim.parties["donor"]) == {"EE", "LV", "LT"}


def test_a_headline_and_its_sentence_are_one(claims_of: Read) -> None:
    text = (
        "Berlin finds €400m for Ukraine\n\nGermany will provide Ukraine with about 400 million euros for drones, "
        "the defence ministry said.\n\nKyiv thanked Germany."
    )
    found = [c for c in claims_of(text, "2024-05-15", "commitment") if c.amount]
    assert len(found) == 1


NOW = "2025-10-16"


def givers(claims: list[Claim]) -> set[tuple[str, tuple[str, ...]]]:
    return {(c.status, c.parties.get("donor", ())) for c in claims}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the 49 Abrams that Australia promised in 2024, the first 24 reached Ukraine in July.", ("delivered", ("AU",))),
        ("Out of the 18 Leopards that Germany had promised Ukraine, half came in March.", ("delivered", ("DE",))),
        ("Of the 14 jets promised by Denmark to Ukraine, all have arrived.", ("delivered", ("DK",))),
        ("The deal commits Denmark to providing Ukraine with 1.8 billion euros in military aid in 2024.", ("pledged", ("DK",))),
        ("The pact commits Britain to spending no less than £3 billion a year on military assistance to Ukraine.", ("pledged", ("GB",))),
        ("Ukraine waits. The jets from Denmark did not arrive in Ukraine until August 2024.", ("delivered", ("DK",))),
        ("In December Rheinmetall landed a German-funded order for 20 Marder vehicles for Ukraine.", ("contracted", ("DE",))),
        ("Ukraine waits. Norway promised it eight Leopards; Spain followed with six.", ("pledged", ("ES",))),
        ("Denmark gave Ukraine 19 F-16s. The Netherlands followed with 24 of its own.", ("delivered", ("NL",))),
        ("Ukraine waits. Romania, after much soul-searching, parted with a Patriot system in October.", ("delivered", ("RO",))),
        ("The IMF is in Kyiv. The Fund's programme for Ukraine is worth $8.1 billion.", ("allocated", ("IMF",))),
    ],
)
def test_gifts_as_analyses_tell_them(claims_of: ClaimsOf, text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    assert expected in givers(claims_of(NEWS.format(text), NOW, "commitment"))


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine waits. EU ambassadors parted on Tuesday without an agreement on the 20-billion-euro military aid package.",
        "Ukraine waits. The summit ended without pledges of new weapons from the allies.",
        "Ukraine waits. Hungary denied blocking the money for Ukraine.",
        "Ukraine waits. Moscow watches. Nineteen of its drones entered Polish airspace on the night of 9 September.",
        "Ukraine waits. The treaty commits Russia to paying 5 billion dollars.",
        "Ukraine is tired. The IMF reckons that Ukraine will be 137 billion euros short over the two years.",
        "Ukraine's ambassador has invited Indian firms to rebuild it, for which Kyiv puts its requirement at 524 billion dollars.",
        "Ukraine waits. The money runs through PURL, the scheme under which Europeans buy American arms for Kyiv.",
        "Ukraine waits. Its tanks have come. A column with Leopards drove into a minefield and came under fire.",
    ],
)
def test_what_analyses_tell_of_no_gift(claims_of: ClaimsOf, text: str) -> None:
    assert claims_of(NEWS.format(text), NOW, "commitment") == []


def test_what_anybody_had_promised_is_no_promise_of_his(claims_of: ClaimsOf) -> None:
    text = "Rishi Sunak offered Ukraine fourteen Challengers, the first Western tanks that anybody had promised."
    assert len(claims_of(text, NOW, "commitment")) == 1


def test_the_difference_of_two_sums_is_not_given(claims_of: ClaimsOf) -> None:
    text = "European governments earmarked 35 billion euros in aid for Ukraine, some four billion more than Washington had committed."
    assert [c.amount.value for c in claims_of(text, NOW, "commitment") if c.amount] == [35e9]


def test_a_bare_number_is_a_part_of_the_sum_before_it(claims_of: ClaimsOf) -> None:
    text = "Ukraine waits. Of the 50 billion dollars that the G7 promised it, 32 had been disbursed by the end of September."
    (paid,) = [c for c in claims_of(text, NOW, "commitment") if c.status == "delivered"]
    assert paid.amount is not None
    assert (paid.amount.value, paid.amount.currency) == (32e9, "USD")


def test_one_of_two_is_one(claims_of: ClaimsOf) -> None:
    text = "Spain gave Ukraine a handful of interceptors. Romania parted with one of its two operational systems in October."
    counts = [i.count for c in claims_of(text, NOW, "commitment") if c.parties.get("donor") == ("RO",) for i in c.items]
    assert counts == [1]


def test_whoever_completed_a_course_was_trained(claims_of: ClaimsOf) -> None:
    (claim,) = claims_of(NEWS.format("By April more than 54,000 Ukrainians had completed the course in Britain."), NOW, "commitment")
    assert (claim.status, claim.parties["donor"], claim.support) == ("delivered", ("GB",), "training")


def test_the_course_of_a_war_trains_nobody(claims_of: ClaimsOf) -> None:
    assert claims_of(NEWS.format("In the course of the fighting Germany changed course, of course."), NOW, "commitment") == []
