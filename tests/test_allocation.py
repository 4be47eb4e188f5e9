"""Allocation: what goes where, why, and that nothing better exists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promissory.allocation import Lot, Need, Plan, Policy, allocate, read_needs, read_policy, read_supply
from promissory.errors import UsageError
from promissory.packs import load_pack

PARENTS = {"patriot": "air_defence", "iris-t": "air_defence", "air_defence": None}


def units(plan: Plan) -> dict[tuple[str, str], int]:
    return {(a.lot, a.need): a.units for a in plan.allotments}


def test_the_heavier_need_comes_first() -> None:
    plan = allocate([Need("city", "patriot", 3, weight=2), Need("port", "patriot", 3)], [Lot("L", "patriot", 4)])
    assert units(plan) == {("L", "city"): 3, ("L", "port"): 1}
    (left,) = plan.unmet
    assert (left.need, left.units) == ("port", 2)
    assert "city (weight 2)" in left.why


def test_a_class_is_met_by_what_belongs_to_it_and_a_substitute_is_worth_less() -> None:
    needs = [Need("any", "air_defence", 1), Need("best", "patriot", 1, substitutes={"iris-t": 0.5})]
    plan = allocate(needs, [Lot("P", "patriot", 1), Lot("I", "iris-t", 1)], parents=PARENTS)
    assert units(plan) == {("P", "best"): 1, ("I", "any"): 1}
    assert allocate(needs[1:], [Lot("I", "iris-t", 1)], parents=PARENTS).allotments[0].worth == 0.5


def test_terms_are_never_broken_and_are_told() -> None:
    plan = allocate([Need("n", "patriot", 2, group="north")], [Lot("L", "patriot", 2, bars=frozenset(("north",)))])
    assert plan.allotments == ()
    assert plan.unmet[0].why == "the terms of L exclude north"
    assert plan.spare == {"L": 2}


def test_what_nobody_offers_is_told() -> None:
    assert allocate([Need("n", "hawk", 2)], [Lot("L", "patriot", 2)]).unmet[0].why == "no lot offers it or what may stand in for it"


def test_a_floor_that_can_be_met_is_met_whatever_the_weights() -> None:
    needs = [Need("a", "patriot", 4, weight=9, group="a"), Need("b", "patriot", 4, weight=1, group="b")]
    plan = allocate(needs, [Lot("L", "patriot", 4)], Policy(floors={"b": 0.5}))
    assert units(plan) == {("L", "a"): 2, ("L", "b"): 2}


def test_a_floor_that_cannot_be_met_is_told_with_what_is_short() -> None:
    plan = allocate([Need("b", "patriot", 4, group="b")], [Lot("L", "patriot", 1)], Policy(floors={"b": 1.0}))
    assert plan.short == {"b": 3}
    assert units(plan) == {("L", "b"): 1}


def test_of_equal_plans_the_earlier() -> None:
    lots = [Lot("late", "patriot", 1, available=date(2024, 9, 1)), Lot("soon", "patriot", 1, available=date(2024, 7, 1))]
    assert units(allocate([Need("n", "patriot", 1)], lots)) == {("soon", "n"): 1}


def test_what_comes_too_late_is_worth_less() -> None:
    needs = [Need("now", "patriot", 1, weight=2, by=date(2024, 7, 1)), Need("then", "patriot", 1, weight=1.5, by=date(2024, 12, 1))]
    plan = allocate(needs, [Lot("L", "patriot", 1, available=date(2024, 9, 1))], Policy(late=0.5))
    assert units(plan) == {("L", "then"): 1}


def test_one_more_unit_is_worth_what_it_would_add() -> None:
    needs = [Need("a", "patriot", 2, weight=3), Need("b", "patriot", 2, weight=2), Need("c", "hawk", 1, weight=5)]
    worths = {w.item: (w.worth, w.need) for w in allocate(needs, [Lot("L", "patriot", 3)]).worths}
    assert worths == {"hawk": (5.0, "c"), "patriot": (2.0, "b")}


def test_the_weight_that_would_turn_it_is_told() -> None:
    plan = allocate([Need("a", "patriot", 1, weight=3), Need("b", "patriot", 1, weight=2)], [Lot("L", "patriot", 1)])
    assert plan.unmet[0].open_below == pytest.approx(3, abs=1)
    turned = plan.unmet[0].open_below
    assert turned is not None
    other = allocate([Need("a", "patriot", 1, weight=3), Need("b", "patriot", 1, weight=max(turned, 3) + 0.01)], [Lot("L", "patriot", 1)])
    assert units(other) == {("L", "b"): 1}


ITEMS = st.sampled_from(["patriot", "iris-t", "hawk"])
NEEDS = st.lists(
    st.builds(
        lambda item, count, weight, group, sub: Need(
            "", item, count, float(weight), group=group, substitutes={sub: 0.5} if sub != item else {}
        ),
        ITEMS, st.integers(0, 3), st.integers(1, 5), st.sampled_from("ab"), ITEMS,
    ),
    min_size=1, max_size=3,
)  # fmt: skip
LOTS = st.lists(
    st.builds(
        lambda item, count, bar: Lot("", item, count, bars=frozenset(bar)),
        ITEMS, st.integers(0, 3), st.sets(st.sampled_from("ab"), max_size=1),
    ),
    min_size=1, max_size=3,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(NEEDS, LOTS, st.sampled_from([0.0, 0.5, 1.0]))
def test_no_other_plan_is_better(needs: list[Need], lots: list[Lot], floor: float) -> None:
    needs = [Need(f"n{k}", n.item, n.count, n.weight, n.by, n.group, n.use, n.substitutes) for k, n in enumerate(needs)]
    lots = [Lot(f"l{k}", m.item, m.count, bars=m.bars) for k, m in enumerate(lots)]
    floors = {needs[0].group: floor} if floor else {}
    plan = allocate(needs, lots, Policy(floors=floors))
    short, value = best(needs, lots, floors)
    assert sum(plan.short.values()) == short
    assert plan.met == pytest.approx(value)
    assert_kept(plan, needs, lots)


def assert_kept(plan: Plan, needs: Sequence[Need], lots: Sequence[Lot]) -> None:
    """No need gets more than it asks for, no lot gives more than it has, and every unit is whole."""
    for need in needs:
        given = sum(a.units for a in plan.allotments if a.need == need.id)
        assert given + sum(u.units for u in plan.unmet if u.need == need.id) == need.count
    for lot in lots:
        assert sum(a.units for a in plan.allotments if a.lot == lot.id) + plan.spare.get(lot.id, 0) == lot.count
        assert not {n.group for n in needs for a in plan.allotments if a.need == n.id and a.lot == lot.id} & lot.bars


def best(needs: Sequence[Need], lots: Sequence[Lot], floors: Mapping[str, float]) -> tuple[int, float]:
    """The best of all plans, unit by unit: fewest units short of the floors, then the greatest weighted need met."""
    stock = [lot for lot in lots for _ in range(lot.count)]
    floor_units = {g: -int(-share * sum(n.count for n in needs if n.group == g) // 1) for g, share in floors.items()}

    @cache
    def from_here(at: int, left: tuple[int, ...]) -> tuple[int, float]:
        if at == len(stock):
            met = {g: sum(n.count - rest for n, rest in zip(needs, left, strict=True) if n.group == g) for g in floors}
            return -sum(max(0, floor_units[g] - met[g]) for g in floors), 0.0
        options = [from_here(at + 1, left)]
        for k, need in enumerate(needs):
            worth = 1.0 if stock[at].item == need.item else need.substitutes.get(stock[at].item, 0.0)
            if left[k] and worth and need.group not in stock[at].bars:
                missed, value = from_here(at + 1, (*left[:k], left[k] - 1, *left[k + 1 :]))
                options.append((missed, value + need.weight * worth))
        return max(options)

    missed, value = from_here(0, tuple(n.count for n in needs))
    return -missed, value


def test_tables_are_read(tmp_path: Path) -> None:
    needs, supply, policy = tmp_path / "n.csv", tmp_path / "s.csv", tmp_path / "p.toml"
    needs.write_text("id,item,count,weight,by,for,substitutes\nn1,patriot,3,2,2024-12-01,cities,iris-t=0.6;hawk=0.4\n")
    supply.write_text("id,item,count,from,available,not_for\ns1,iris-t,2,DE,2024-09-01,training;ports\n")
    policy.write_text("late = 0.5\n[floors]\ncities = 0.5\n")
    (need,), (lot,) = read_needs(needs), read_supply(supply)
    assert need == Need("n1", "patriot", 3, 2.0, date(2024, 12, 1), "cities", "", {"iris-t": 0.6, "hawk": 0.4})
    assert lot == Lot("s1", "iris-t", 2, "DE", date(2024, 9, 1), frozenset(("training", "ports")))
    assert read_policy(policy) == Policy({"cities": 0.5}, 0.5, {})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id,item\nn1,patriot\n", "no column count"),
        ("id,item,count,colour\nn1,patriot,1,red\n", "unknown column colour"),
        ("id,item,count\nn1,patriot,-1\n", "line 2: count '-1'"),
        ("id,item,count\nn1,patriot,1\nn1,hawk,2\n", "line 3: id n1 stands twice"),
        ("id,item,count,weight\nn1,patriot,1,0\n", "line 2: weight '0'"),
        ("id,item,count,by\nn1,patriot,1,soon\n", "line 2: by 'soon'"),
        ("id,item,count,substitutes\nn1,patriot,1,hawk=2\n", "line 2: substitute 'hawk=2'"),
    ],
)
def test_faults_name_their_rows(tmp_path: Path, text: str, told: str) -> None:
    (path := tmp_path / "needs.csv").write_text(text)
    with pytest.raises(UsageError, match=told.replace("'", ".")) as fault:
        read_needs(path)
    assert str(path) in str(fault.value)


def test_a_floor_for_nobody_is_told() -> None:
    with pytest.raises(UsageError, match="a floor for east, who need nothing"):
        allocate([Need("n", "patriot", 1)], [Lot("L", "patriot", 1)], Policy(floors={"east": 1.0}))


SAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "allocation"


def test_the_sample_is_planned_as_the_guide_tells(capfd: pytest.CaptureFixture[str]) -> None:
    plan = allocate(
        read_needs(SAMPLE / "needs.csv"), read_supply(SAMPLE / "supply.csv"), read_policy(SAMPLE / "policy.toml"),
        {item.id: item.parent for item in load_pack().items},
    )  # fmt: skip
    assert units(plan) == {
        ("de-patriot", "cities"): 1, ("ro-patriot", "cities"): 1, ("it-sampt", "cities"): 1, ("de-irist", "cities"): 4,
        ("no-nasams", "energy"): 2, ("lt-transformers", "transformers"): 12,
    }  # fmt: skip
    assert capfd.readouterr().out == ""


def test_the_reason_names_what_the_terms_exclude() -> None:
    lots = [Lot("L", "patriot", 2, bars=frozenset(("training",)))]
    needs = [Need("a", "patriot", 1, group="north", use="training"), Need("b", "patriot", 1, group="south", use="training")]
    assert {u.why for u in allocate(needs, lots).unmet} == {"the terms of L exclude training"}
    assert allocate([Need("c", "patriot", 1, group="north")], lots).allotments[0].lot == "L"
