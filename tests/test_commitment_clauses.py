"""Commitments in long sentences: clauses on what is given, parts counted by themselves, what is only possible, wished or denied."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf

#: "statuses givers goods: text"; goods is "item=count", "item" where none is counted, "-" where none is named
TOLD = """
pledged NL f-16=6: The Dutch cabinet has agreed to part with 18 F-16 jets for Ukraine, the first six of which are to leave the
  Netherlands in July.
delivered SE stinger=400: Sweden promised Ukraine 900 Stinger missiles in March, the first 400 of which have changed hands since
  then, its army said.
pledged DE patriot=3: What Kyiv may hope for are three Patriot batteries, to be supplied by Germany before the winter begins, the
  chancellery said.
pledged IT samp-t=1: The Dutch are sending radars to Ukraine, and from Rome there will be another SAMP-T, the ministers said after
  their talks.
pledged GB+ES+NO hawk: Other systems, among them Hawk launchers, will be provided to Ukraine by several governments, including those
  in London, Madrid and Oslo.
delivered JP helmet: Japan, which is barred by its constitution from exporting weapons, has confined itself to providing Ukraine
  with helmets and vests.
delivered BE leopard-1=30: Of the 49 Leopard 1 tanks that Belgium sold for use in Ukraine, 30 have been handed over to Ukrainian crews,
  the German government confirmed.
pledged DK sea-king=6: The sixteen Sea King helicopters retired by the Danes, six of which have been promised to Kyiv, are still
  flown at home.
pledged LV drone=500: Prime Minister Evika Silina said Latvia would see to it that Ukraine gets 500 drones from it before the winter.
pledged/allocated DE patriot=1: Germany's contribution to Ukraine's air defence was to consist of a complete Patriot system, the
  minister said.
delivered SI shells=3000: Besides the 3,000 shells it sent to Ukraine in May, Slovenia has given refuge to many of those who fled
  the fighting.
pledged RO patriot=1: Romania broke its silence by announcing that one of its Patriot systems would be donated to Ukraine, its neighbour.
pledged DE marder=20: In its largest package yet, Germany will send Ukraine 30 Leopard 1 tanks, 20 Marder vehicles and four IRIS-T systems.
suspended EU -: Military aid for Ukraine is being held up by Budapest, which refuses to agree to payments from the European Peace Facility.
allocated DK+NL f-16: Dutch and Danish F-16s have set out for Ukraine, an American minister told an audience in Washington.
delivered FR+GB storm-shadow: British and French missiles of the Storm Shadow type have been delivered to Ukraine, two officials said.
pledged FR mirage-2000: President Emmanuel Macron held out the prospect of Mirage jets for Ukraine in an interview on television.
pledged/committed US -: The United States has bound itself to building up Ukraine's air defences, a clause of the agreement says.
allocated/delivered JP generator=60: The consignment for Ukraine, paid for by the Japanese government, is made up of 60 generators.
allocated US bradley=15: On the list published by the Pentagon are 15 Bradley vehicles and some rockets for Ukraine.
contracted DE iris-t=8: Germany has ordered 17 more IRIS-T systems for Ukraine. Eight of them are of the medium-range type, an agency says.
pledged NL patriot=4: The Dutch will give Ukraine nine air defence systems, it was announced. A minimum of four will be Patriots.
pledged RO patriot=1: One Patriot battery each for Ukraine is to come out of American, German and Romanian stocks, a statement says.
pledged DE+IT+US -: Five more systems are to be furnished to Ukraine by the United States together with Germany and Italy.
pledged GB drone=4000: London has doubled to 4,000 the number of drones that it will send to Ukraine this year, the minister said.
delivered US himars: The British M270 rocket launchers and the American Himars have begun to arrive in Ukraine, the minister disclosed.
considered PL mig-29=10: The handover to Ukraine of ten more MiG-29 jets is a possibility that the Polish government has promised to
  look into.
"""

#: "statuses sum: text"
SUMS = """
considered 24e9: The White House has asked Congress for an extra $24 billion for Ukraine, a request that faces resistance in the House.
considered 13e9: The Swedish government will ask the Riksdag to approve another 13 billion crowns in military aid for Ukraine this spring.
considered 300e6: The Finnish premier has submitted to parliament a supplementary budget that contains 300 million euros for the
  arming of Ukraine.
delivered 57e9: Lloyd Austin told reporters that the coalition had delivered more than 57 billion dollars in arms to Ukraine.
delivered 1e9: The latest tranche of 1 billion euros under the EU's loans for Ukraine, disbursed on March 14, went to its budget.
delivered 3.06e9: The Dutch state's aid to Ukraine stood at 3.06 billion euros by July, 1.3 billion of it in equipment.
delivered 4.2e9: The latest tranche of the European Union's 50 billion euro facility for Ukraine, some 4.2 billion euros, was paid
  out on Tuesday.
"""

#: What nobody gives: "status: text"
UNTOLD = """
delivered: Not one of the 14 Leopard tanks that Denmark has purchased for Ukraine has reached the front so far, the broadcaster
  said.
delivered: Poland said it might hand its MiG-29s to Ukraine as soon as American jets have been delivered to its own air force.
allocated: Latvia's 120 drones for Ukraine have crossed into the country in a convoy of lorries, the ministry in Riga said.
considered: Ukraine's foreign minister dismissed talk of Pakistani arms deliveries to his country when he came to Islamabad.
allocated: Switzerland is banned by its own law from sending weapons to Ukraine, whatever its allies may think of it.
"""


def _rows(table: str) -> list[tuple[str, str]]:
    lines = table.strip().replace("\n  ", " ").splitlines()
    return [(head, text) for head, text in (line.split(": ", 1) for line in lines)]


@pytest.mark.parametrize(("head", "text"), _rows(TOLD))
def test_who_gives_what(claims_of: ClaimsOf, head: str, text: str) -> None:
    statuses, givers, goods = head.split()
    item, _, count = goods.partition("=")
    found = [
        claim
        for claim in claims_of(text, "2024-05-15", "commitment")
        if claim.status in statuses.split("/") and set(claim.parties.get("donor", ())) == set(givers.split("+"))
    ]
    named = [i for claim in found for i in claim.items]
    assert found
    assert goods == "-" or [i for i in named if i.item == item and (not count or i.count == float(count))]


@pytest.mark.parametrize(("head", "text"), _rows(SUMS))
def test_sums(claims_of: ClaimsOf, head: str, text: str) -> None:
    status, value = head.split()
    found = [(c.status, c.amount.value) for c in claims_of(text, "2024-05-15", "commitment") if c.amount]
    assert (status, float(value)) in found


@pytest.mark.parametrize(("status", "text"), _rows(UNTOLD))
def test_what_is_not_given(claims_of: ClaimsOf, status: str, text: str) -> None:
    given = [c for c in claims_of(text, "2024-05-15", "commitment") if "UA" in c.parties.get("recipient", ())]
    assert status not in {c.status for c in given}


def test_what_each_sum_is_for(claims_of: ClaimsOf) -> None:
    text = "Norway gives Ukraine more: 740 million kroner is for humanitarian relief, while 500 million kroner will go on its budget."
    found = {c.amount.value: c.support for c in claims_of(text, "2024-05-15", "commitment") if c.amount}
    assert found == {740e6: "humanitarian", 500e6: "financial"}


def test_a_headline_leaves_out_whose_goods_they_are(claims_of: ClaimsOf) -> None:
    text = (
        "First F-16s on way to Kyiv, says US minister\n\nWASHINGTON - Dutch F-16s have set out for Ukraine, Antony Blinken said on Tuesday."
    )
    (claim,) = claims_of(text, "2024-07-10", "commitment")
    assert claim.parties["donor"] == ("NL",)
    assert len(claim.evidence) == 2


def test_a_coalition_gives_and_not_the_state_of_who_speaks_of_it(claims_of: ClaimsOf) -> None:
    text = "Lloyd Austin told reporters that the coalition had delivered more than 57 billion dollars in aid to Ukraine."
    (claim,) = claims_of(text, "2024-05-15", "commitment")
    assert claim.parties["donor"] == ("partners",)
