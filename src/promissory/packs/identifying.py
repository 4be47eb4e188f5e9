"""From the names that people type to the ids of a pack."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from promissory.packs.schema import Pack

Named = tuple[str, tuple[str, ...]]


def identify(pack: Pack, noun: str, given: Iterable[str]) -> tuple[str, ...]:
    """The ids of an `actor`, `item` or `topic` by id or name: ids as they are, names as all the ids that bear them.

    What the pack does not know stays as it is, since a ledger may hold it.
    """
    by_name: dict[str, list[str]] = {}
    ids = set()
    for identity, names in NOUNS[noun](pack):
        ids.add(identity)
        for name in {name.casefold() for name in (identity, *names)}:
            by_name.setdefault(name, []).append(identity)
    return tuple(match for name in given for match in ([name] if name in ids else by_name.get(name.casefold(), [name])))


def _actors(pack: Pack) -> Iterator[Named]:
    yield from ((actor.id, (actor.name, *actor.names)) for actor in pack.actors)
    yield from ((person.id, (person.name, *person.variants, *person.alone)) for person in pack.people)


NOUNS: Mapping[str, Callable[[Pack], Iterable[Named]]] = {
    "actor": _actors,
    "item": lambda pack: ((item.id, (item.name, *item.names)) for item in pack.items),
    "topic": lambda pack: ((topic.id, (topic.name, *topic.names)) for topic in pack.topics),
}
