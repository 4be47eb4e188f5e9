"""What the shelf is to keep of a build, as rows of its tables: what is new, what is otherwise, what is gone."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from promissory.reconciliation.copies import CopyText, Tie
from promissory.reconciliation.deeds import blocks_of, pack_deed
from promissory.reconciliation.gallery import Facts
from promissory.reconciliation.packing import pack
from promissory.reconciliation.telling import Changes
from promissory.reconciliation.tracing import CopyChanges
from promissory.reconciliation.weaving import Loom

Row = Mapping[str, Any]


def new_rows(changes: Changes) -> Iterator[tuple[str, Iterable[Row]]]:
    """Table → the rows that are new, or take the place of those with the same key."""
    loom = changes.loom
    yield "woven_claims", _claims(loom)
    yield "woven_blocks", _blocks(loom)
    yield "woven_pairs", (_pair(loom, at) for at in loom.weighed)
    yield "woven_deeds", _deeds(changes)
    yield "woven_deed_blocks", _deed_blocks(changes)
    yield "woven_links", (_link(row) for row in sorted(changes.new_rows))


def text_rows(texts: Collection[CopyText], changes: CopyChanges) -> Iterator[tuple[str, Iterable[Row]]]:
    """Table → the rows of new texts and of their ties."""
    yield "woven_texts", (_text(text) for text in texts)
    yield "woven_marks", ({"mark": mark, "place": text.place} for text in texts for mark in text.marks)
    yield "woven_ties", map(_tie, sorted(changes.ties))


def gone_ties(changes: CopyChanges) -> Iterator[tuple[str, Iterable[Row]]]:
    """Table → the ties that are gone."""
    yield "woven_ties", map(_tie, sorted(changes.untied))


def _tie(tie: Tie) -> Row:
    return dict(zip(("one", "other", "sort"), tie, strict=True))


def _text(text: CopyText) -> Row:
    first, last = text.window or (None, None)
    row = {"doc": text.id, "first": first, "last": last, "publisher": text.publisher, "published": text.published}
    return row | {"signature": b64encode(text.signature).decode()}


def changed_claims(changes: Changes) -> Iterator[Row]:
    """Earlier claims that are in another certain group or entry now."""
    loom = changes.loom
    moved = {claim for claim, entry in loom.entry_of.items() if claim >= loom.added and loom.home[claim] != entry}
    for claim in sorted(moved.union(claim for claim in loom.regrouped if claim >= loom.added)):
        yield {"number": loom.numbers[claim], "certain": loom.certain[claim], "home": loom.entry_of.get(claim) or loom.home[claim]}


def gone_rows(changes: Changes) -> Iterator[tuple[str, Iterable[Row]]]:
    """Table → the keys of rows that are gone, or that new ones take the place of."""
    loom = changes.loom
    earlier = [at for at in loom.weighed if min(loom.held.firsts[at], loom.held.seconds[at]) >= loom.added]
    yield "woven_pairs", ({"one": row["one"], "other": row["other"]} for row in (_pair(loom, at) for at in (*earlier, *loom.lost)))
    yield "woven_deeds", ({"entry": entry} for entry in sorted(changes.before))
    yield "woven_deed_blocks", ({"entry": entry} for entry in sorted(changes.before))
    yield "woven_links", (_link(row) for row in sorted(changes.old_rows))


def _claims(loom: Loom) -> Iterator[Row]:
    for claim in range(loom.added):
        p = loom.gallery.portrait(claim)
        row = {"number": loom.numbers[claim], "claim": p.id, "doc": p.doc, "certain": loom.certain[claim], "home": loom.entry_of[claim]}
        facts = Facts.of(p)
        yield row | {"packed": pack(p), **{name: getattr(facts, name) for name in ("kind", "first", "last", "day", "reported")}}


def _blocks(loom: Loom) -> Iterator[Row]:
    for claim in range(loom.added):
        first, last, ident = loom.gallery.place(claim)
        for block in dict.fromkeys((*loom.keys[claim], *loom.registers[claim])):
            yield {"block": block, "first": first, "last": last, "claim": ident, "number": loom.numbers[claim]}


def _pair(loom: Loom, at: int) -> Row:
    one, other = sorted((loom.numbers[loom.held.firsts[at]], loom.numbers[loom.held.seconds[at]]))
    near = loom.held.has_a_say(at, loom.gallery)
    return {"one": one, "other": other, "score": loom.held.scores[at], "shared": loom.held.shared[at], "near": int(near)}


def _deeds(changes: Changes) -> Iterator[Row]:
    for entry, deed in changes.deeds.items():
        packed = json.dumps(pack_deed(deed), ensure_ascii=False, separators=(",", ":"))
        yield {"entry": entry, "due": deed.due[0] if deed.due else None, "packed": packed}


def _deed_blocks(changes: Changes) -> Iterator[Row]:
    for entry, deed in changes.deeds.items():
        first, last, _ = deed.place
        for block in dict.fromkeys(blocks_of(deed, changes.loom.gallery.known)):
            yield {"block": block, "first": first, "last": last, "entry": entry}


def _link(row: tuple[int, str, str, str]) -> Row:
    return dict(zip(("block", "source", "type", "target"), row, strict=True))
