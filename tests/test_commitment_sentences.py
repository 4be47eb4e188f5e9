"""Gifts told over several sentences: who gives, by words for givers told before; what a package is worth; stops; others who do likewise."""

from __future__ import annotations

import pytest

from promissory.model import Claim
from tests.conftest import ClaimsOf

DAY = "2024-05-14"


def gifts(claims: list[Claim]) -> list[Claim]:
    return [c for c in claims if c.kind == "commitment"]


def goods(claim: Claim) -> list[tuple[str, float | None]]:
    return [(i.item, i.count) for i in claim.items]


def test_an_outlet_that_tells_it_gives_nothing(claims_of: ClaimsOf) -> None:
    text = "A shipment sent by Lithuania has arrived in Ukraine, LRT reports. So far it has given Kyiv 50 M113 vehicles."
    assert [c.parties["donor"] for c in gifts(claims_of(text, published=DAY))] == [("LT",), ("LT",)]


def test_one_of_a_group_is_no_group(claims_of: ClaimsOf) -> None:
    text = "Latvia helps Ukraine. The Baltic country spends a lot on it. Last year it trained 3,000 Ukrainian soldiers."
    trained = [c for c in gifts(claims_of(text, published=DAY)) if c.support == "training"]
    assert [c.parties["donor"] for c in trained] == [("LV",)]


def test_what_somebody_says_a_package_is_worth_is_its_sum(claims_of: ClaimsOf) -> None:
    text = (
        "Estonia's government approved another batch of arms aid for Ukraine on Tuesday. "
        "Defence Minister Hanno Pevkur said the value of the batch was 20 million euros."
    )
    assert [(c.status, c.amount.value if c.amount else None) for c in gifts(claims_of(text, published=DAY))] == [("committed", 2e7)]


def test_through_whom_the_money_goes(claims_of: ClaimsOf) -> None:
    text = (
        "Norway is to give Ukraine 1.2 billion kroner. "
        "The money will be channelled through the European Bank for Reconstruction and Development."
    )
    assert [c.parties.get("via") for c in gifts(claims_of(text, published=DAY))] == [("EBRD",)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Denmark will train Ukrainian pilots. Belgium and Portugal will also contribute.", ("BE", "PT")),
        ("Poland will give Ukraine four MiG-29s. The government in Bratislava decided to do likewise: 13 machines.", ("SK",)),
    ],
)
def test_others_who_give_as_well(claims_of: ClaimsOf, text: str, who: tuple[str, ...]) -> None:
    assert who in [tuple(c.parties["donor"]) for c in gifts(claims_of(text, published=DAY))]


def test_the_money_of_one_country_announced_where_many_met(claims_of: ClaimsOf) -> None:
    text = "Mark Carney told Kyiv how the two billion Canadian dollars announced at the G7 summit for Ukraine are to be used."
    assert [c.parties["donor"] for c in gifts(claims_of(text, published="2025-08-24"))] == [("CA",)]


def test_what_sums_go_to(claims_of: ClaimsOf) -> None:
    text = "Canada gives Ukraine two billion Canadian dollars. 835 million go to armoured vehicles and drones."
    assert [("armoured_vehicle", None), ("drone", None)] in [goods(c) for c in gifts(claims_of(text, published=DAY))]


def test_others_who_contribute_to_something_else(claims_of: ClaimsOf) -> None:
    text = "Denmark will train Ukrainian pilots. Bad weather and Belgium will also contribute to the delay."
    assert [c.parties["donor"] for c in gifts(claims_of(text, published=DAY))] == [("DK",)]


def test_a_stop_reaches_what_is_on_its_way(claims_of: ClaimsOf) -> None:
    text = (
        "The United States ordered a pause in military aid to Ukraine. Deliveries worth one billion dollars "
        "that were already in the pipeline are affected, among them shells and radars."
    )
    caught = next(c for c in gifts(claims_of(text, published=DAY)) if c.amount)
    assert (caught.status, goods(caught)) == ("suspended", [("shells", None), ("radar", None)])


def test_a_stop_is_not_of_what_was_given_before(claims_of: ClaimsOf) -> None:
    text = "The Slovak government ended the deliveries of its predecessor, which had given Ukraine 13 MiG-29 jets."
    found = {c.status: goods(c) for c in gifts(claims_of(text, published=DAY))}
    assert found == {"suspended": [], "delivered": [("mig-29", 13)]}


def test_what_all_agree_should_be_spent_is_decided(claims_of: ClaimsOf) -> None:
    claims = claims_of("In Norway all parties agreed that 35 billion kroner a year should be spent on Ukraine.", published=DAY)
    assert [(c.kind, c.status) for c in claims] == [("commitment", "committed")]


def test_what_somebody_says_should_be_spent_is_not(claims_of: ClaimsOf) -> None:
    claims = claims_of("Jonas Gahr Støre said that 35 billion kroner a year should be spent on Ukraine.", published=DAY)
    assert not gifts(claims)


def test_goods_before_a_colon(claims_of: ClaimsOf) -> None:
    text = "Latvia helps Ukraine. Howitzers, helicopters and drones: these are in the next package from Riga to Ukraine."
    found = [goods(c) for c in gifts(claims_of(text, published=DAY))]
    assert [("howitzer", None), ("helicopter", None), ("drone", None)] in found


def test_numbers_each_have_their_own_time(claims_of: ClaimsOf) -> None:
    text = "Denmark will give Ukraine 19 F-16s. Six of them are to arrive this year, eight next year and five in 2026."
    found = {(goods(c)[0][1], str(c.period)) for c in gifts(claims_of(text, published=DAY))[1:]}
    assert found == {(6.0, "2024"), (8.0, "2025"), (5.0, "2026")}


def test_the_number_given_so_far(claims_of: ClaimsOf) -> None:
    text = "Australia is sending Ukraine 20 Bushmasters. With these, the number of Bushmasters given stands at 60."
    assert ("delivered", [("bushmaster", 60.0)]) in [(c.status, goods(c)) for c in gifts(claims_of(text, published=DAY))]


def test_a_battery_is_not_what_it_fires(claims_of: ClaimsOf) -> None:
    text = "Spain has three Patriot batteries and will give Ukraine some of its missiles. Berlin has announced a third battery for Ukraine."
    assert [("patriot", 1.0)] in [goods(c) for c in gifts(claims_of(text, published=DAY))]


def test_who_pays_for_goods_in_a_clause_is_not_whom_the_text_goes_on_about(claims_of: ClaimsOf) -> None:
    text = (
        "Slovakia sold Ukraine 16 Zuzana howitzers that are financed by Germany, Denmark and Norway. "
        "Two M113 vehicles were handed over to it in May."
    )
    assert [c.parties["donor"] for c in gifts(claims_of(text, published=DAY)) if goods(c) == [("m113", 2.0)]] == [("SK",)]


def test_a_journey_ahead_to_sign_signs_nothing_yet(claims_of: ClaimsOf) -> None:
    ahead = claims_of("Ignazio Cassis will travel to Kyiv in the autumn to sign a treaty with Ukraine.", published=DAY, kind="agreement")
    over = claims_of("Ignazio Cassis travelled to Kyiv to sign a treaty with Ukraine.", published=DAY, kind="agreement")
    assert [c.status for c in (*ahead, *over)] == ["proposed", "signed"]


@pytest.mark.parametrize("what", ["makes available 36 million euros", "gives 36 million euros"])
def test_an_agreement_under_which_somebody_gives(claims_of: ClaimsOf, what: str) -> None:
    claims = claims_of(f"Ireland and Ukraine signed an agreement under which Dublin {what} to Ukraine.", published=DAY)
    assert {(c.kind, c.parties.get("party", c.parties.get("donor"))) for c in claims} == {
        ("agreement", ("IE", "UA")), ("commitment", ("IE",))
    }  # fmt: skip


def test_a_scheme_called_after_the_receiver_names_it(claims_of: ClaimsOf) -> None:
    text = "PURL grows. Estonia and Finland announced contributions to the PURL scheme. Estonia's amounts to 10 million euros."
    assert [c.parties["donor"] for c in gifts(claims_of(text, published=DAY)) if c.amount] == [("EE",)]


def test_what_was_done_with_goods_before_they_were_given_is_no_gift(claims_of: ClaimsOf) -> None:
    text = (
        "A shipment of M113 carriers sent by Lithuania has arrived in Ukraine. "
        "The ministry said that the vehicles had been overhauled in the country. So far Vilnius has given Kyiv 50 of them."
    )
    assert [goods(c) for c in gifts(claims_of(text, published=DAY))] == [[("m113", None)], [("m113", 50.0)]]


def test_repairs_for_the_receiver_are_a_gift(claims_of: ClaimsOf) -> None:
    text = "Lithuania helps Ukraine. Ten Ukrainian Leopard tanks had been repaired in Lithuania by April."
    assert [("leopard", 10.0)] in [goods(c) for c in gifts(claims_of(text, published=DAY))]
