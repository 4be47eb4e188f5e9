"""Which texts are read at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Read = Callable[..., list[Claim]]
FILLER = "The weather was mild and the streets were full. "


@pytest.mark.parametrize(
    "text",
    [
        'Police found two rifles and a machine gun in the cellar. "He fired a rocket at the barn," said Sheriff Tom Hale. ' * 3,
        'The airline said that a bird strike had damaged the plane. "The missile theory is wrong," said Anil Rana, a spokesman. ' * 3,
        FILLER * 20 + 'Oman wants a port for rockets, as Russia has one. "We start small," Anil Rana told reporters. ' + FILLER * 20,
    ],
)
def test_other_wars_hunters_and_rockets_are_not_read(claims_of: Read, text: str) -> None:
    assert claims_of("A story of the day\n\n" + text, "2024-05-15") == []


@pytest.mark.parametrize(
    "text",
    [
        FILLER * 20 + "Ukraine was promised two Patriot systems by Spain at a meeting of NATO. " + FILLER * 20,
        FILLER * 12 + "Spain promised Ukraine two Patriot systems. " + FILLER * 12,
        "NATO and the EU agreed on a plan. The EU set up a fund with NATO. Portugal pledged 20 million euros to NATO. The EU is content.",
    ],
)
def test_a_side_or_its_friends_are_enough(claims_of: Read, text: str) -> None:
    assert claims_of("A story of the day\n\n" + text, "2024-05-15") != []
