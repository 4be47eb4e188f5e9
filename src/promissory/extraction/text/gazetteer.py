"""Names of the pack in a text: one Aho–Corasick pass over every surface form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from promissory.packs import Pack

#: Typographic variants made plain, character for character, so that offsets hold.
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "–": "-", "‑": "-", "—": "-"})


@dataclass(frozen=True, slots=True)
class Name:
    """What a surface form stands for. `type`: actor, adjective, demonym, metonym, person, surname, item, topic, framework, place, title."""

    type: str
    id: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A surface form at `[start, end)` of the text with all it can stand for."""

    start: int
    end: int
    names: tuple[Name, ...]

    def id_of(self, *types: str) -> str | None:
        """The id of the first name of one of the types."""
        for name in self.names:  # asked most of all: no list is made
            if name.type in types:
                return name.id
        return None

    def ids_of(self, *types: str) -> list[str]:
        """The ids of all names of the types, in order."""
        return [n.id for n in self.names if n.type in types]


class Gazetteer:
    """All surface forms of a pack. Forms with a capital match case, others match any case; a plural s is allowed on items."""

    def __init__(self, pack: Pack) -> None:
        forms: dict[str, list[tuple[str, Name]]] = {}
        for form, name in names_of(pack):
            plain = form.translate(PLAIN)
            entry = (plain, name)
            if entry not in (known := forms.setdefault(plain.lower(), [])):
                known.append(entry)
        self._patterns = sorted(forms)
        self._names = [tuple(forms[p]) for p in self._patterns]
        #: item → the class of goods it is of
        self.parents = {item.id: item.parent for item in pack.items}
        self._automaton = AhoCorasick(self._patterns, matchkind=MatchKind.Standard)

    def find(self, text: str) -> list[Mention]:
        """The longest mentions of a text, left to right, none overlapping another."""
        plain = text.translate(PLAIN)
        lower = plain.lower()
        if len(lower) != len(plain):
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
        found = [m for hit in self._automaton.find_matches_as_indexes(lower, overlapping=True) if (m := self._mention(plain, *hit))]
        found.sort(key=lambda m: (m.start, -m.end))
        return _longest(found)

    def _mention(self, plain: str, pattern: int, start: int, end: int) -> Mention | None:
        if start and plain[start - 1].isalnum() and plain[start].isalnum():
            return None
        plural = plain[end : end + 1] == "s" and not plain[end + 1 : end + 2].isalnum()
        if end < len(plain) and plain[end].isalnum() and plain[end - 1].isalnum() and not plural:
            return None
        written = plain[start:end]
        if plain[max(0, start - 6) : end].lower() in ("think tank", "think-tank"):
            return None
        names = tuple(name for form, name in self._names[pattern] if _same_case(form, written) and (not plural or name.type == "item"))
        if plain[max(0, start - 4) : start].lower() == "non-":  # "non-lethal aid"
            names = tuple(name for name in names if name.type != "item")
        return Mention(start, end + plural, names) if names else None


@lru_cache(maxsize=4)
def gazetteer_of(pack: Pack) -> Gazetteer:
    """The gazetteer of a pack, built once."""
    return Gazetteer(pack)


def _same_case(form: str, written: str) -> bool:
    """Every capital of the form is a capital in the text; a form without capitals matches any case."""
    return form == written or all(w.isupper() for f, w in zip(form, written, strict=True) if f.isupper())


def _longest(found: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for number, mention in enumerate(found):
        if kept and mention.start < kept[-1].end:
            if (mention.start, mention.end) == (kept[-1].start, kept[-1].end):
                kept[-1] = Mention(mention.start, mention.end, kept[-1].names + mention.names)
            elif mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1:] = [*_before(found[:number], kept[-1], mention), mention]
            continue
        kept.append(mention)
    return kept


def _before(found: list[Mention], given_up: Mention, longer: Mention) -> list[Mention]:
    """What a mention has to leave that gives way to a longer one: "German" before "government spokesperson"."""
    left: list[Mention] = []
    for mention in reversed(found):
        if mention.start < given_up.start:
            break
        if mention.start == given_up.start and mention.end <= longer.start:
            left.append(mention)
    longest = max((m.end for m in left), default=0)
    names = tuple(dict.fromkeys(name for m in reversed(left) if m.end == longest for name in m.names))
    return [Mention(given_up.start, longest, names)] if names else []


def names_of(pack: Pack) -> Iterator[tuple[str, Name]]:
    """Every surface form of a pack with what it stands for."""
    for actor in pack.actors:
        for type_, forms in (
            ("actor", (actor.name, *actor.names)),
            ("adjective", actor.adjectives), ("demonym", actor.demonyms), ("metonym", actor.metonyms),
        ):  # fmt: skip
            yield from ((form, Name(type_, actor.id)) for form in forms)
    for person in pack.people:
        yield from ((form, Name("person", person.id)) for form in (person.name, *person.variants))
        yield from ((form, Name("surname", person.id)) for form in person.alone)
    for item in pack.items:
        yield from ((form, Name("item", item.id)) for form in (item.name, *item.names))
    for topic in pack.topics:
        yield from ((form, Name("topic", topic.id)) for form in (topic.name, *topic.names))
    for framework in pack.frameworks:
        yield from ((form, Name("framework", framework.id)) for form in (framework.name, *framework.names))
    for place in pack.places:
        yield from ((form, Name("place", place.name)) for form in (place.name, *place.names))
    for title in pack.titles:
        yield from ((form, Name("title", title.role)) for form in title.names)
