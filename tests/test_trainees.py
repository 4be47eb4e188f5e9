"""Those who are trained are counted, however the receiver's forces are named."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf, of_kind

DAY = "2025-03-06"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Germany has trained over 20,000 Ukrainian troops.", (20000, "at_least")),
        ("More than 60,000 Ukrainian servicemen have been trained in Spain.", (60000, "at_least")),
        ("Canada has trained 45,000 members of the Armed Forces of Ukraine.", (45000, "exact")),
        ("Lithuania will provide training for 5,000 Ukrainian soldiers.", (5000, "exact")),
        ("The United Kingdom trained Ukrainian soldiers and will train at least 5,000 more.", (5000, "at_least")),
        ("Two thousand Ukrainian marines were trained by the Netherlands.", (2000, "exact")),
    ],
)
def test_people_trained_are_counted(claims_of: ClaimsOf, text: str, count: tuple[float, str]) -> None:
    items = [i for c in of_kind(claims_of(text, published=DAY), "commitment") for i in c.items or ()]
    assert ("soldier", *count) in [(i.item, i.count, i.qualifier) for i in items]


@pytest.mark.parametrize(
    "text",
    [
        "Germany trained Ukrainian soldiers for 12 weeks.",
        "Germany sent 18 instructors to the training of Ukrainian soldiers.",
        "Spain trained Ukrainian soldiers, and 3,000 Spanish troops were at home.",
    ],
)
def test_weeks_instructors_and_own_forces_are_no_trainees(claims_of: ClaimsOf, text: str) -> None:
    items = [i for c in of_kind(claims_of(text, published=DAY), "commitment") for i in c.items or ()]
    assert not [i for i in items if i.item == "soldier" and i.count]
