"""The Ukraine-support pack: who is who, who held which post when, and how a broken file is reported."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from promissory.errors import PackError
from promissory.packs import Pack, load_pack
from promissory.packs.loading import HOME

FILES = ("actors.csv", "people.csv", "posts.csv", "titles.csv")
KEY_POSTS = (("president", "UA"), ("secretary_general", "NATO"), ("president", "US"), ("chancellor", "DE"), ("prime_minister", "GB"))
# handovers happen on a day of the month that is not the tenth
TENTHS = [f"{year}-{month:02}-10" for year in range(2022, 2026) for month in range(1, 13)]
# Iceland has no minister of defence
STATES = ("AU", "BE", "BG", "CA", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IT", "JP")
NATO_AND_EU = {"NATO": 32, "EU": 27, "G7": 7}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ukraine")


def surface_forms(pack: Pack) -> Iterator[str]:
    for actor in pack.actors:
        yield from (actor.name, *actor.names, *actor.adjectives, *actor.demonyms, *actor.metonyms)
    for person in pack.people:
        yield from (person.name, *person.variants, *person.alone)
    for title in pack.titles:
        yield from title.names


def spoil(folder: Path, file: str, line: int, column: str, value: str) -> Path:
    """A copy of the pack in `folder` whose `file` holds `value` in `column` of the given line."""
    copy = folder / "spoiled"
    shutil.copytree(HOME / "ukraine", copy)
    rows = list(csv.reader((copy / file).open(encoding="utf-8", newline="")))
    rows[line - 1][rows[0].index(column)] = value
    with (copy / file).open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle, lineterminator="\n").writerows(rows)
    return copy


def test_the_pack_loads_with_every_file_filled(pack: Pack) -> None:
    assert len(pack.actors) > 500
    assert len(pack.people) > 500
    assert len(pack.posts) > 700
    assert pack.digest


@pytest.mark.parametrize(("bloc", "size"), NATO_AND_EU.items())
def test_blocs_list_their_members(pack: Pack, bloc: str, size: int) -> None:
    members = pack.actor[bloc].members
    assert len(set(members)) == size
    assert {pack.actor[member].type for member in members} == {"state"}


def test_every_post_begins_before_it_ends(pack: Pack) -> None:
    assert [post for post in pack.posts if post.since and post.until and post.until < post.since] == []


@pytest.mark.parametrize(("role", "body"), KEY_POSTS)
def test_a_seat_has_one_holder_at_a_time(pack: Pack, role: str, body: str) -> None:
    assert [day for day in TENTHS if pack.in_post(role, body, day, day) is None] == []


@pytest.mark.parametrize(
    ("role", "body", "day", "person"),
    [
        ("secretary_general", "NATO", "2024-04-03", "jens-stoltenberg"),
        ("secretary_general", "NATO", "2024-12-01", "mark-rutte"),
        ("prime_minister", "NL", "2024-04-03", "mark-rutte"),
        ("prime_minister", "GB", "2022-09-20", "liz-truss"),
        ("foreign_minister", "UA", "2024-09-04", "dmytro-kuleba"),
        ("foreign_minister", "UA", "2024-12-04", "andrii-sybiha"),
        ("defence_minister", "DE", "2024-04-04", "boris-pistorius"),
        ("foreign_minister", "US", "2024-04-04", "antony-blinken"),
        ("high_representative", "EU", "2024-12-19", "kaja-kallas"),
        ("supreme_allied_commander", "NATO", "2024-04-04", "christopher-cavoli"),
        ("commander_in_chief", "UA", "2023-06-15", "valerii-zaluzhnyi"),
        ("president", "US", "2020-06-15", "donald-trump"),
        ("president", "CH", "2024-06-15", "viola-amherd"),
    ],
)
def test_the_post_resolves_by_date(pack: Pack, role: str, body: str, day: str, person: str) -> None:
    assert pack.in_post(role, body, day, day) == person


def test_an_interval_over_a_handover_names_nobody(pack: Pack) -> None:
    assert pack.in_post("secretary_general", "NATO", "2024-09-01", "2024-11-01") is None


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("role", ["foreign_minister", "defence_minister"])
def test_donor_states_have_their_ministers(pack: Pack, state: str, role: str) -> None:
    assert pack.holders.get((role, state))


def test_surface_forms_are_clean(pack: Pack) -> None:
    assert [form for form in surface_forms(pack) if form != " ".join(form.split()) or not form] == []


def test_a_surface_form_of_an_actor_means_one_actor(pack: Pack) -> None:
    owners: dict[str, set[str]] = {}
    for actor in pack.actors:
        for form in (actor.name, *actor.names, *actor.adjectives, *actor.demonyms, *actor.metonyms):
            owners.setdefault(form, set()).add(actor.id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_a_name_means_one_person(pack: Pack) -> None:
    owners: dict[str, set[str]] = {}
    for person in pack.people:
        for form in (person.name, *person.variants, *person.alone):
            owners.setdefault(form, set()).add(person.id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_spellings_meet_in_one_person(pack: Pack) -> None:
    zelensky = pack.person["volodymyr-zelensky"]
    assert {"Zelensky", "Zelenskyy", "Zelenskiy"} <= set(zelensky.alone)
    assert {"Volodymyr Zelenskyy", "Volodymyr Zelenskiy"} <= set(zelensky.variants)
    assert "Mircea Geoana" in pack.person["mircea-geoana"].variants


@pytest.mark.parametrize("surname", ["Johnson", "Michel", "Sullivan", "Miller", "Austin", "Harris", "Brown", "Martin"])
def test_shared_surnames_never_stand_alone(pack: Pack, surname: str) -> None:
    assert [person.id for person in pack.people if surname in person.alone] == []


def test_every_role_is_snake_case_and_worded(pack: Pack) -> None:
    assert [title.role for title in pack.titles if not re.fullmatch(r"[a-z]+(_[a-z]+)*", title.role) or not title.names] == []


@pytest.mark.parametrize(
    ("file", "column", "value", "named"),
    [
        ("actors.csv", "type", "planet", "actors.csv:3"),
        ("people.csv", "id", "Not An Id", "people.csv:3"),
        ("posts.csv", "since", "spring 2024", "posts.csv:3"),
        ("posts.csv", "person", "nobody-known", "posts.csv"),
        ("titles.csv", "role", "", "titles.csv:3"),
        ("titles.csv", "names", " edge", "titles.csv:3"),
    ],
)
def test_a_broken_row_names_its_file_and_line(tmp_path: Path, file: str, column: str, value: str, named: str) -> None:
    copy = spoil(tmp_path, file, 3, column, value)
    with pytest.raises(PackError) as fault:
        load_pack(str(copy))
    assert named in fault.value.where


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named(tmp_path: Path, file: str) -> None:
    copy = tmp_path / "without"
    shutil.copytree(HOME / "ukraine", copy)
    (copy / file).unlink()
    with pytest.raises(PackError, match=file):
        load_pack(str(copy))
