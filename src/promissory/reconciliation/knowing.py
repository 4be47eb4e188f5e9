"""What reconciling needs of a pack, gathered once for a run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from promissory.packs import Pack
from promissory.reconciliation.calendar_windows import Window, window_of
from promissory.reconciliation.figuring import name_of
from promissory.reconciliation.wording import words_of

#: Types of actors that are many.
MANY = frozenset({"bloc", "organisation", "coalition"})
#: The actor of "partners" and "allies" with no body named.
NAMELESS = "partners"
WORD = re.compile(r"\w+")


@dataclass(frozen=True, eq=False)
class Knowledge:
    """A pack with the look-ups that portraits need.

    `collective` holds the actors that are many: blocs, organisations, coalitions, "partners".

    `lands` maps a place or state name in lower case to the state; `common` holds the word stems of actors, which say little
    about what a sentence is about; `schemes` maps a framework's name in lower case to its id, `scheme_names` finds them.
    `towns` maps each spelling of a place in lower case to its first name. `goods` maps the words of an item's name to its id;
    `branded` holds the items with a name of their own (Patriot, not tank). `called` maps
    the ids that strangers with the name of a body have to the body, `lines` each item to it and the broader ones.
    `scheme_words` maps the first words of frameworks' names to the names: few texts have any, and to look for all of them is dear.
    """

    pack: Pack
    collective: frozenset[str]
    lands: Mapping[str, str]
    common: frozenset[str]
    schemes: Mapping[str, str]
    scheme_names: re.Pattern[str] | None
    goods: Mapping[tuple[str, ...], str]
    branded: frozenset[str]
    towns: Mapping[str, str]
    called: Mapping[str, str]
    lines: Mapping[str, tuple[str, ...]]
    scheme_words: Mapping[str, tuple[str, ...]]

    def actor(self, actor: str) -> str:
        """The body of the pack that an actor is by its name, where it was taken for a stranger: nato-allies is NATO."""
        return actor if actor in self.pack.actor else self.called.get(actor, actor)

    def place(self, name: str) -> str:
        """The one name of a place that is spelled in several ways, in lower case."""
        return self.towns.get(name.casefold(), name.casefold())

    def stands_for(self, actor: str, at: Window | None) -> str:
        """The state or body a person, ministry or office acts for at that time; the actor itself where that is open."""
        posts = self.pack.posts_of.get(actor, ())
        bodies = {post.body for post in posts if at is None or _held(post.since, post.until, at)}
        body = next(iter(bodies)) if len(bodies) == 1 else actor
        known = self.pack.actor.get(body)
        return known.country if known and known.country and known.type in ("office", "body") else body

    def is_state(self, place: str) -> bool:
        """Whether a place's name is that of a state."""
        land = self.pack.actor.get(self.lands.get(place.casefold()) or "")
        return land is not None and place.casefold() in {name.casefold() for name in (land.name, *land.names)}

    def is_land(self, actor: str) -> bool:
        """Whether an actor is a state."""
        known = self.pack.actor.get(actor)
        return known is not None and known.type == "state"

    def land_of(self, actor: str) -> str | None:
        """The state that an actor is or belongs to, or a body of many itself; None where that is unknown."""
        known = self.pack.actor.get(actor)
        return actor if known and known.type in ("state", *MANY) else known.country or None if known else None

    def broader(self, item: str) -> tuple[str, ...]:
        """The item and the broader ones, narrowest first."""
        return self.lines.get(item) or (item,)

    def part_of(self, item: str) -> str | None:
        """The item that this one is a part of and no sort of: a launcher of a system is no system."""
        known = self.pack.item.get(item)
        whole = self.pack.item.get(known.parent) if known and known.parent else None
        if known is None or whole is None or whole.id not in self.branded:
            return None
        own = name_of(known.name)[len(name_of(whole.name)) :]
        return whole.id if own in self.goods and self.broader(self.goods[own])[-1] != self.broader(whole.id)[-1] else None

    def members(self, actor: str) -> frozenset[str]:
        """The member states of a bloc; none where the pack lists none."""
        known = self.pack.actor.get(actor)
        return frozenset(known.members) if known else frozenset()

    def schemes_in(self, text: str) -> frozenset[str]:
        """Ids of the frameworks that a text names."""
        plain = text.casefold()
        here = self.scheme_words.keys() & WORD.findall(plain)
        if self.scheme_names is None or not any(name in plain for word in here for name in self.scheme_words[word]):
            return frozenset()
        return frozenset(self.schemes[found.casefold()] for found in self.scheme_names.findall(text))

    def short_schemes_in(self, text: str) -> dict[str, frozenset[str]]:
        """The last words of the frameworks that a text names in full, by which it may go on to call them: "the Facility"."""
        short: dict[str, set[str]] = {}
        for name in self.scheme_names.findall(text) if self.scheme_names else ():
            last = name.split()[-1]
            if last != name and last.istitle():
                short.setdefault(last, set()).add(self.schemes[name.casefold()])
        return {last: frozenset(ids) for last, ids in short.items()}


def gather(pack: Pack) -> Knowledge:
    """The knowledge of a pack."""
    schemes = {name.casefold(): f.id for f in reversed(pack.frameworks) for name in (f.name, *f.names)}
    longest_first = sorted(schemes, key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.I) if schemes else None
    collective = frozenset(a.id for a in pack.actors if a.type in MANY) | {NAMELESS}
    goods = {name_of(name): item.id for item in reversed(pack.items) for name in (item.name, *item.names)}
    branded = frozenset(item.id for item in pack.items if not item.name.islower())
    first: dict[str, tuple[str, ...]] = {}
    for name in schemes:
        if found := WORD.search(name):
            first[found.group()] = (*first.get(found.group(), ()), name)
    named = _lands(pack), _common(pack), schemes, pattern, goods, branded, _towns(pack), _called(pack)
    return Knowledge(pack, collective, *named, _lines(pack), first)


def _lines(pack: Pack) -> dict[str, tuple[str, ...]]:
    """Item → the item and the broader ones, narrowest first."""
    return {item: _line(item, pack) for item in pack.item}


def _line(item: str, pack: Pack) -> tuple[str, ...]:
    line = [item]
    while (known := pack.item.get(line[-1])) and known.parent and known.parent not in line:
        line.append(known.parent)
    return tuple(line)


def _lands(pack: Pack) -> dict[str, str]:
    lands = {name.casefold(): p.country for p in pack.places if p.country for name in (p.name, *p.names)}
    states = {name.casefold(): a.id for a in pack.actors if a.type == "state" for name in (a.name, *a.names)}
    return lands | states


def _towns(pack: Pack) -> dict[str, str]:
    return {name.casefold(): p.name.casefold() for p in reversed(pack.places) for name in (*p.names, p.name)}


def _called(pack: Pack) -> dict[str, str]:
    return {name.casefold().replace(" ", "-"): a.id for a in reversed(pack.actors) if a.type in MANY for name in a.names if " " in name}


def _common(pack: Pack) -> frozenset[str]:
    states = (a for a in pack.actors if a.type in ("state", "bloc", "organisation"))
    names = (name for a in states for name in (a.name, *a.names, *a.adjectives, *a.demonyms, *a.metonyms))
    people = (name for person in pack.people for name in (person.name, *person.variants))
    return frozenset().union(*map(words_of, names), *map(words_of, people))


def _held(since: str | None, until: str | None, at: Window) -> bool:
    begun, ended = window_of(since), window_of((until or "").replace("-99", ""))
    return (begun is None or begun[0] <= at[1]) and (ended is None or at[0] <= ended[1])
