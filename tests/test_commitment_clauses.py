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
considered PL mig-29=10: The handover to Ukraine of ten more MiG-29 jets is a possibility that the Polish government has promised to
  look into.
"""

#: "statuses sum: text", the givers being the European Union
SUMS = """
delivered 4.2e9: The latest tranche of the European Union's 50 billion euro facility for Ukraine, some 4.2 billion euros, was paid
  out on Tuesday.
"""

#: What nobody gives: "status: text"
UNTOLD = """
delivered: Not one of the 14 Leopard tanks that Denmark has purchased for Ukraine has reached the front so far, the broadcaster
  said.
delivered: Poland said it might hand its MiG-29s to Ukraine as soon as American jets have been delivered to its own air force.
allocated: Latvia's 120 drones for Ukraine have crossed into the country in a convoy of lorries, the ministry in Riga said.
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
