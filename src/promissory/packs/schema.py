"""What a pack holds: the domain's knowledge as typed rows. One row of a CSV file is one of these."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from promissory.packs.outlets import Outlets, Source, host_of

ACTOR_TYPES = ("state", "bloc", "organisation", "party", "body", "office", "coalition", "company", "group")
EVENT_TYPES = ("event", "start", "phase", "origin")


#: Roles that are those of an office, company or region, whatever state it is in.
OF_OFFICES = frozenset(
    "head leader chair deputy_head director_general chief_executive mayor governor senator lawmaker committee_chair party_leader "
    "commander candidate businessman".split()
)

#: Roles of those who meet as equals and call one another by their given names.
LEADING = frozenset(("president", "prime_minister", "chancellor", "secretary_general"))


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, bloc, organisation, party, body, office, coalition, company or group that can hold a role in a claim.

    `names` refer to it as nouns, `adjectives` modify ("Ukrainian", "Ukraine's" is a noun), `demonyms` are its people
    ("Ukrainians"), `metonyms` stand for it by its seat ("Kyiv", "the Kremlin"). `country` is the state or body that a body or
    office belongs to; `members` the ids of the member states, of a coalition those that lead it.
    """

    id: str
    type: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    country: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person: `variants` are other spellings of the full name; `alone` the surnames that identify the person without it."""

    id: str
    name: str
    variants: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """A post a person held: `role` from the pack's titles, `body` the actor it is a post of, dates as ISO 8601 prefixes."""

    person: str
    role: str
    title: str
    body: str
    since: str | None
    until: str | None

    @property
    def ended(self) -> str | None:
        """The end as it was written: `until` sorts a month after all its days."""
        return self.until.replace("-99", "") if self.until else None

    def held_on(self, first: str, last: str) -> bool:
        """Whether the post was held on some day of the interval from `first` to `last` (ISO dates)."""
        return (self.since is None or self.since <= last) and (self.until is None or first <= self.until)


@dataclass(frozen=True, slots=True)
class Title:
    """The wordings of one role ("foreign minister", "top diplomat"); `role` is the value of the slot `post`."""

    role: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """Goods: `parent` is the broader item or None, `topic` what supplying it is about, `support` the kind of support it is."""

    id: str
    name: str
    names: tuple[str, ...]
    parent: str | None
    topic: str | None
    support: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What a claim is about, with the words that say so."""

    id: str
    name: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Framework:
    """An instrument, fund or scheme that support runs under; `body` is the actor that runs it."""

    id: str
    name: str
    names: tuple[str, ...]
    body: str | None = None
    type: str = "instrument"


@dataclass(frozen=True, slots=True)
class Place:
    """A place as it is named in reports, with the state it lies in."""

    name: str
    names: tuple[str, ...]
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that open a claim of `kind`: verbs, nouns or adjectives (lemmas, particles after a space: "hand over").

    `role` says how the words build the claim (see the module of the kind); `status` is the status they give when nothing
    around them says otherwise.
    """

    kind: str
    role: str
    pos: str
    status: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A dated happening that texts refer to, by which an undated text can be dated.

    A text that speaks of an `event` is not older than `since`, and "recent" or "last year" beside it bound the text from above; a
    `start` is the first day of what goes on; a text that speaks of a `phase` falls between `since` and `until`; an `origin` is what
    anniversaries and "the third year of" count from. `names` are wordings: parts joined by `+` stand in one sentence, in any order,
    the telling one first; alternatives of a part are separated by `/`.
    """

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    since: str
    until: str | None = None

    @property
    def patterns(self) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """Wordings → parts → alternatives."""
        return tuple(tuple(tuple(part.split("/")) for part in name.split("+")) for name in self.names)


@dataclass(frozen=True)
class Pack:
    """All a domain knows. Built by `load_pack`, which checks every row.

    `digest` is that of its files; `judgements` that of the file in which a user judges sources, empty if there is none.
    """

    id: str
    digest: str
    actors: tuple[Actor, ...]
    people: tuple[Person, ...]
    posts: tuple[Post, ...]
    titles: tuple[Title, ...]
    items: tuple[Item, ...]
    topics: tuple[Topic, ...]
    frameworks: tuple[Framework, ...]
    places: tuple[Place, ...]
    frames: tuple[Frame, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[Source, ...] = ()
    judgements: str = ""

    def __hash__(self) -> int:
        """By the digest of its files: a pack is the key of caches, and hashing thousands of rows takes milliseconds."""
        return hash((self.id, self.digest))

    @cached_property
    def frames_of(self) -> dict[tuple[str, str], tuple[Frame, ...]]:
        """(part of speech, words) → the frames that the words open."""
        found: dict[tuple[str, str], tuple[Frame, ...]] = {}
        for frame in self.frames:
            for word in frame.words:
                found[frame.pos, word] = (*found.get((frame.pos, word), ()), frame)
        return found

    @cached_property
    def actor(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def person(self) -> dict[str, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def item(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    @cached_property
    def framework(self) -> dict[str, Framework]:
        return {framework.id: framework for framework in self.frameworks}

    @cached_property
    def country_of(self) -> dict[str, str]:
        """Place → the state it lies in, where that is known."""
        return {place.name: place.country for place in self.places if place.country}

    @cached_property
    def posts_of(self) -> dict[str, tuple[Post, ...]]:
        """Person id → the posts held, in the order of the file."""
        held: dict[str, tuple[Post, ...]] = {}
        for post in self.posts:
            held[post.person] = (*held.get(post.person, ()), post)
        return held

    @cached_property
    def holders(self) -> dict[tuple[str, str], tuple[Post, ...]]:
        """(role, body) → the posts of all who held it."""
        found: dict[tuple[str, str], tuple[Post, ...]] = {}
        for post in self.posts:
            found[post.role, post.body] = (*found.get((post.role, post.body), ()), post)
        return found

    @cached_property
    def surnamed(self) -> dict[str, tuple[Post, ...]]:
        """Surname in lower case → the posts of those who bear it, in the order of the file."""
        found: dict[str, tuple[Post, ...]] = {}
        for post in self.posts:
            surname = self.person[post.person].name.split()[-1].lower()
            found[surname] = (*found.get(surname, ()), post)
        return found

    @cached_property
    def leaders(self) -> dict[str, tuple[Post, ...]]:
        """Given name in lower case → the posts of heads of state, of government and of institutions who bear it."""
        found: dict[str, tuple[Post, ...]] = {}
        for post in self.posts:
            if post.role in LEADING:
                given = self.person[post.person].name.split()[0].lower()
                found[given] = (*found.get(given, ()), post)
        return found

    @cached_property
    def _outlets(self) -> Outlets:
        return Outlets(self.sources)

    def source_of(self, publisher: str | None, url: str | None) -> Source | None:
        """The outlet of a document by its publisher's name or its web address; None if neither is known."""
        return self._outlets.of(publisher, url)

    def source_key(self, publisher: str | None, url: str | None) -> str | None:
        """What counts as one source: the outlet, else the publisher as written, else the host; None if none is known."""
        source = self.source_of(publisher, url)
        return source.id if source else publisher or host_of(url).removeprefix("www.") or None

    def in_post(self, role: str, body: str, first: str, last: str) -> str | None:
        """The one person who held `role` of `body` between the two ISO days; None if nobody is known or more than one fits.

        A state or bloc has many heads of something and many mayors: nobody is meant by such a role of it alone.
        """
        if role in OF_OFFICES and body in self.actor and self.actor[body].type in ("state", "bloc"):
            return None
        people = {post.person for post in self.holders.get((role, body), ()) if post.held_on(first, last)}
        return people.pop() if len(people) == 1 else None
