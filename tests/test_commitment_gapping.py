"""Gifts whose verb is left out: each share belongs to the one named before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.extraction import extract
from promissory.model import Claim, Document

Read = Callable[..., list[Claim]]

LEAD = "Ukrainian forces held their lines overnight, the general staff in Kyiv said.\n\nNobody was hurt in the capital.\n\n"

#: "giver figure, …: text"
SHARES = """
DK 125e6, SE 20e6, IS 2.7e6: Denmark gave Ukraine 125 million euros, Sweden 20 million and Iceland 2.7 million.
EE 10e6, LT 30e6: Estonia earmarked €10m for PURL and Lithuania $30m, both for Ukraine.
DE 3, NL 2, RO 1: Germany will send Ukraine three Patriot systems, the Netherlands two and Romania one.
NO 10, PL 12: Norway gave Ukraine 10 tanks and Poland 12.
NO 10, PL 12: Norway gave Ukraine 10 tanks, Poland 12 howitzers.
FR 100e6, IT 50e6: France will give Ukraine 100 million euros, while Italy another 50 million euros.
"""


#: "whole giver figure, …: text"
PARTS = """
61 DK 19, NL 42: Mette Frederiksen and Mark Rutte promised Ukraine 61 F-16s, 19 of them from Denmark and 42 from the Netherlands.
20 FR 12, DK 8: Ukraine has received 20 howitzers, of which 12 from France and eight from Denmark.
"""


def figures(claim: Claim) -> list[float]:
    return [claim.amount.value] if claim.amount else [item.count for item in claim.items if item.count]


@pytest.mark.parametrize("line", SHARES.strip().splitlines())
def test_each_share_has_its_giver(claims_of: Read, line: str) -> None:
    head, text = line.split(": ", 1)
    wanted = {(giver, float(figure)) for giver, figure in (pair.split(" ") for pair in head.split(", "))}
    found = [c for c in claims_of(LEAD + text, "2024-05-15", "commitment") if c.parties.get("recipient") == ("UA",)]
    assert {(giver, figure) for c in found for giver in c.parties["donor"] for figure in figures(c)} == wanted


@pytest.mark.parametrize("line", PARTS.strip().splitlines())
def test_parts_of_a_whole(claims_of: Read, line: str) -> None:
    head, text = line.split(": ", 1)
    whole, parts = head.split(" ", 1)
    wanted = {(giver, float(figure)) for giver, figure in (pair.split(" ") for pair in parts.split(", "))}
    found = claims_of(LEAD + text, "2024-05-15", "commitment")
    assert wanted <= {(giver, figure) for c in found for giver in c.parties.get("donor", ()) for figure in figures(c)}
    assert float(whole) in [figure for c in found for figure in figures(c)]


def test_a_number_of_another_verb_is_not_promised(claims_of: Read) -> None:
    text = "Romania has handed over its Patriot.\n\nFor Kyiv every battery counts. It had asked for seven and was promised three."
    promised = [c for c in claims_of(LEAD + text, "2024-05-15", "commitment") if c.status == "pledged"]
    assert [(i.count, c.parties["recipient"]) for c in promised for i in c.items] == [(3, ("UA",))]


def test_one_from_each(claims_of: Read) -> None:
    text = "Ukraine will receive four Patriots: two from Germany, one from Romania and one from Spain."
    found = {c.parties.get("donor", ("",))[0]: c.items[0].count for c in claims_of(text, "2024-05-17", "commitment")}
    assert found.items() >= {"DE": 2, "RO": 1, "ES": 1}.items()


def test_those_in_one_row_give_their_figure_together() -> None:
    text = "Germany promised another 150 million euros for Ukraine, and Poland, Norway and the Netherlands together 500 million dollars."
    document = Document(text=f"{text}\n\nUkraine has asked for more.", source="told", title="Aid to Ukraine")
    found = {claim.amount.value: claim for claim in extract(document) if claim.kind == "commitment" and claim.amount}
    assert found[150e6].parties["donor"] == ("DE",)
    assert set(found[500e6].parties["donor"]) == {"PL", "NO", "NL"}
    assert found[500e6].parties["recipient"] == ("UA",)


def test_nobody_tells_of_the_gift_of_another() -> None:
    text = "Denmark pledged 100 million euros for Ukraine, Sweden 50 million and Iceland 3 million."
    document = Document(text=f"{text}\n\nUkraine has asked for more.", source="told", title="Aid to Ukraine")
    found = {claim.parties["donor"]: claim.attributed_to for claim in extract(document) if claim.kind == "commitment"}
    assert found[("SE",)] == found[("IS",)] == ()
