"""Ids of entries: from the founding claim, the earliest reported, so that they depend on nothing but the claims."""

from __future__ import annotations

from collections.abc import Iterable

from promissory.model.ids import content_id


def name_group(group: Iterable[tuple[str, str]]) -> str:
    """The id of the entry of a group, of whose claims it is told when they were reported, with their ids. No two groups share a claim, so
    no two share an id."""
    return content_id("e", [founder(group)])


def founder(group: Iterable[tuple[str, str]]) -> str:
    """Of the claims reported first the one with the smallest id; those of undated reports come last."""
    return min(group)[1]
