"""People whose names a text misspells."""

from __future__ import annotations

import pytest

from tests.conftest import ClaimsOf


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Volodomyr Zelenskyy came to Oslo. “We cannot win alone,” Zelenskyy said.", "volodymyr-zelensky"),
        ("“Allies will do more for Ukraine,” NATO's Jens Stoltenburg said.", "jens-stoltenberg"),
        ("“We stand with Ukraine,” the German minister Boris Pistorious said.", "boris-pistorius"),
        ("“The battery has come,” Dimitry Kuleba’s spokesman quoted Dimitry Kuleba as saying.", "dmytro-kuleba"),
        ("“We cannot stop now,” said Oleksandr Zelensky, a Ukrainian soldier.", "oleksandr-zelensky"),
        ("“We cannot stop now,” said Michael Macron, who collects food for Ukraine.", "michael-macron"),
    ],
)
def test_misspelt_names_are_known_and_other_people_stay_others(claims_of: ClaimsOf, text: str, speaker: str) -> None:
    spoken = {who for c in claims_of(text, "2024-06-14", "statement") for who in c.parties["speaker"]}
    assert speaker in spoken


def test_a_surname_with_another_ending_is_another(claims_of: ClaimsOf) -> None:
    text = "“Bread for Ukraine is cheap,” said Andriy Yermakov, a baker from Lviv."
    assert {who for c in claims_of(text, "2024-06-14", "statement") for who in c.parties["speaker"]} == {"andriy-yermakov"}
