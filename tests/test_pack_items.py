"""The Ukraine pack's items, topics, frameworks and places: complete, consistent, and without two meanings for one spelling."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

import promissory.packs.loading as loading

FOLDER = Path(loading.__file__).parent / "ukraine"
FRAMEWORK_TYPES = {"instrument", "fund", "scheme", "coalition", "law", "agreement", "command"}


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def names(row: dict[str, str]) -> list[str]:
    return row["names"].split("|")


def ids(name: str) -> set[str]:
    return {row["id"] for row in rows(name)}


def ancestors(item: str, parents: dict[str, str]) -> list[str]:
    """The broader items of an item, nearest first; a circle would never end, so it fails."""
    found: list[str] = []
    while item := parents[item]:
        assert item not in found, f"{item} is broader than itself"
        found.append(item)
    return found


def owners(table: Iterable[dict[str, str]], key: str) -> dict[str, set[str]]:
    held: dict[str, set[str]] = defaultdict(set)
    for row in table:
        for name in names(row):
            held[name].add(row[key])
    return held


@pytest.mark.parametrize("name", ["items.csv", "topics.csv", "frameworks.csv"])
def test_every_row_has_a_unique_id_and_names(name: str) -> None:
    table = rows(name)
    assert len(ids(name)) == len(table) > 0
    assert all(all(part and part == part.strip() for part in names(row)) for row in table)


@pytest.mark.parametrize("name", ["items.csv", "topics.csv", "frameworks.csv", "places.csv"])
def test_no_spelling_is_repeated_within_a_row(name: str) -> None:
    assert [row for row in rows(name) if len(set(names(row))) < len(names(row))] == []


def test_items_refer_to_items_and_topics_that_exist() -> None:
    items, topics = rows("items.csv"), ids("topics.csv")
    assert {row["parent"] for row in items} - {""} <= ids("items.csv")
    assert {row["topic"] for row in items} - {""} <= topics
    assert {row["support"] for row in items} <= set(loading.SUPPORT_KINDS)


def test_broader_items_form_no_circle() -> None:
    parents = {row["id"]: row["parent"] for row in rows("items.csv")}
    assert all(len(ancestors(item, parents)) < 6 for item in parents)


def test_a_spelling_means_one_item_or_an_item_and_its_broader_one() -> None:
    parents = {row["id"]: row["parent"] for row in rows("items.csv")}
    for name, holders in owners(rows("items.csv"), "id").items():
        narrowest = max(holders, key=lambda item: len(ancestors(item, parents)))
        assert holders - {narrowest} <= set(ancestors(narrowest, parents)), name


def test_a_spelling_in_another_case_means_the_same_item() -> None:
    # a name without a capital also matches where a sentence begins with one: "Mirage" and "mirage" would collide
    held = owners(rows("items.csv"), "id")
    lower = {name for name in held if name == name.lower()}
    assert [name for name in held if name not in lower and name.lower() in lower and held[name] != held[name.lower()]] == []


@pytest.mark.parametrize("name", ["frameworks.csv"])
def test_a_spelling_means_one_framework(name: str) -> None:
    assert {spelling: held for spelling, held in owners(rows(name), "id").items() if len(held) > 1} == {}


def test_frameworks_have_a_known_type() -> None:
    assert {row["type"] for row in rows("frameworks.csv")} <= FRAMEWORK_TYPES


def test_topic_words_are_lower_case() -> None:
    assert [word for row in rows("topics.csv") for word in names(row) if word != word.lower()] == []


def test_a_spelling_means_one_place() -> None:
    table = [{**row, "key": f"{row['name']} {row['country']}"} for row in rows("places.csv")]
    assert {spelling: held for spelling, held in owners(table, "key").items() if len(held) > 1} == {}


def test_places_list_their_own_name_first() -> None:
    assert [row["name"] for row in rows("places.csv") if names(row)[0] != row["name"]] == []


@pytest.mark.parametrize(
    "item",
    [
        "patriot", "patriot_launcher", "samp-t", "iris-t", "nasams", "hawk", "gepard", "skynex", "avenger", "stinger", "starstreak",
        "piorun", "aspide", "crotale", "mistral", "frankensam", "s-300", "air_defence_system", "interceptor", "radar", "anti_drone",
        "counter_drone", "anti_aircraft_gun", "leopard", "abrams", "challenger", "t-72", "bradley", "marder", "cv90", "stryker",
        "bushmaster", "m113", "mrap", "tank", "armoured_vehicle", "ifv", "himars", "m270", "mlrs", "caesar", "archer",
        "panzerhaubitze-2000", "krab", "zuzana", "rch-155", "m777", "as-90", "howitzer", "mortar", "artillery", "ammunition", "shells",
        "rocket", "cluster_munition", "f-16", "f-15", "mirage-2000", "gripen", "mig-29", "su-25", "fighter_jet", "aircraft", "helicopter",
        "mi-17", "mi-8", "sea-king", "awacs", "drone", "bayraktar", "switchblade", "shahed", "naval_drone", "fpv_drone", "missile",
        "atacms", "storm-shadow", "scalp", "taurus", "harpoon", "neptune", "javelin", "nlaw", "at-4", "tow", "milan", "hellfire",
        "brimstone", "iskander", "kinzhal", "oreshnik", "kalibr", "cruise_missile", "ballistic_missile", "anti_tank", "anti_armour",
        "anti_tank_missile", "long_range_weapon", "rifle", "pistol", "machine_gun", "shotgun", "grenade_launcher", "body_armour", "helmet",
        "vehicle", "truck", "demining", "communications", "starlink", "satellite_imagery", "patrol_boat", "minehunter", "ship",
        "night_vision", "medical", "medicine", "ambulance", "food", "rations", "fuel", "clothing", "tent", "generator", "transformer",
        "gas_turbine", "energy_equipment", "coal", "gas", "electricity", "grain", "bomb", "glide_bomb", "airstrike", "cyber", "sabotage",
        "nuclear", "weapons", "troops", "soldier",
    ],
)  # fmt: skip
def test_the_items_that_reports_name_are_there(item: str) -> None:
    assert item in ids("items.csv")


@pytest.mark.parametrize(
    ("spelling", "item"),
    [
        ("Patriot air defense systems", "patriot"), ("Patriot batteries", "patriot"), ("IRIS-T SLM", "iris-t"), ("Himars", "himars"),
        ("anti-tank mines", "mine"), ("armored personnel carriers", "armoured_vehicle"), ("155 mm shells", "shells"),
        ("lorries", "truck"), ("unmanned aerial vehicles", "drone"), ("body armor", "body_armour"), ("SAMP-T", "samp-t"),
    ],
)  # fmt: skip
def test_spellings_lead_to_their_item(spelling: str, item: str) -> None:
    held = owners(rows("items.csv"), "id")
    assert item in (held.get(spelling) or held.get(spelling.removesuffix("s")) or set())


@pytest.mark.parametrize(
    ("spelling", "place", "country"),
    [
        ("Kiev", "Kyiv", "UA"), ("Odessa", "Odesa", "UA"), ("Kharkov", "Kharkiv", "UA"), ("Donbass", "Donbas", "UA"),
        ("NATO headquarters", "Brussels", "BE"), ("White House", "Washington", "US"), ("Ramstein Air Base", "Ramstein", "DE"),
        ("Puglia", "Apulia", "IT"), ("Severodonetsk", "Sievierodonetsk", "UA"), ("the Hague", "The Hague", "NL"),
        ("Kherson oblast", "Kherson region", "UA"), ("Blenheim Palace", "Woodstock", "GB"),
    ],
)  # fmt: skip
def test_older_and_other_spellings_lead_to_the_place(spelling: str, place: str, country: str) -> None:
    assert [(row["name"], row["country"]) for row in rows("places.csv") if spelling in names(row)] == [(place, country)]
