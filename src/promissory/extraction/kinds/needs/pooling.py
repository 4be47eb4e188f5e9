"""Needs that several words of a sentence tell: which of them are one, and which says more of the same goods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.scene import Draft

if TYPE_CHECKING:
    from promissory.extraction.words import Token


def pool(drafts: Iterable[tuple[Token, Draft]]) -> Iterator[Draft]:
    """The drafts with the words that opened them, those that share one phrase as one."""
    found: list[tuple[Token, Draft]] = []
    for token, draft in drafts:
        first = next((d for t, d in found if _shares(t, token) and _is_alike(d, draft)), None)
        if first is None:
            found.append((token, draft))
        else:
            _add(first, draft)
    yield from (draft for _, draft in found if not any(_says_more(other, draft) for _, other in found))


def _says_more(one: Draft, other: Draft) -> bool:
    """ "Made do with a third of the jets that would be required": of two on the same goods, the one that says how scarce they are."""
    same = one.parties == other.parties and one.status == other.status and one.slots.get("items") == other.slots.get("items")
    return same and "items" in one.slots and one.features.get("measured", 0.0) > other.features.get("measured", 0.0)


def _shares(first: Token, second: Token) -> bool:
    """Whether two words of need stand in one phrase ("energy needs, humanitarian requirements and safety"), or a verb goes on."""
    if first.pos_ == second.pos_ == "VERB":  # "it lacks shells, it lacks air defence"
        return first.lemma_ == second.lemma_ and first.i < second.i and all(s.lower_ in ("it", "they", "we") for s in subjects(second))
    low, high = sorted((first.i, second.i))
    between = first.doc[low + 1 : high]
    listed = any(t.text in (",", "and") for t in between) and not any(t.pos_ in ("VERB", "AUX") or t.text in (";", ":") for t in between)
    return first.pos_ == second.pos_ == "NOUN" and listed


def _is_alike(first: Draft, second: Draft) -> bool:
    sums = [d.slots.get("amount") for d in (first, second)]
    return first.parties.get("needs") == second.parties.get("needs") and first.status == second.status and not all(sums)


def _add(first: Draft, second: Draft) -> None:
    """Goods and topics of the second go to the first."""
    for slot in ("items", "topics"):
        if more := [x for x in second.slots.get(slot, ()) if x not in first.slots.get(slot, ())]:
            first.slots[slot] = (*first.slots.get(slot, ()), *more)
            first.grounds.setdefault(slot, second.grounds.get(slot, second.trigger))
