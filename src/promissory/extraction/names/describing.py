"""What the people of a report are called beside their names, and whom a description means: "the former commander", "the Slovak leader"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.lexicon.sayers import is_human
from promissory.extraction.lexicon.trades import is_trade
from promissory.extraction.names.discourse import Referent
from promissory.extraction.names.posting import PAST
from promissory.packs import Pack

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: One word for those that differ in sex only, or are written in several ways.
SAME = {
    "spokeswoman": "spokesman", "spokesperson": "spokesman", "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman",
    "congresswoman": "congressman", "policewoman": "policeman", "adviser": "advisor", "defense": "defence", "mp": "lawmaker",
    "mep": "lawmaker", "legislator": "lawmaker", "parliamentarian": "lawmaker", "pm": "premier",
}  # fmt: skip
#: What the holders of a post are called too, by the last word of its role.
ALSO = {
    "president": "leader politician statesman head", "minister": "politician official chief",
    "chancellor": "leader politician statesman head",
    "general": "chief head official leader", "secretary": "chief official politician", "governor": "official head chief leader",
    "mayor": "official politician head", "adviser": "aide official", "spokesperson": "official spokesman",
    "representative": "diplomat chief official", "ambassador": "diplomat envoy official", "commander": "general officer chief",
    "speaker": "politician lawmaker", "premier": "leader politician head", "king": "monarch", "senator": "politician lawmaker",
    "chief": "official head leader", "head": "official chief leader", "envoy": "diplomat official", "leader": "politician",
}  # fmt: skip
#: Those who are about where a report is made.
BYSTANDERS = frozenset(
    "driver conductor waiter waitress cashier vendor passenger customer client nurse barista bartender cook cleaner guard policeman "
    "policewoman porter neighbour neighbor shopper pupil child boy girl patient cyclist barber shopkeeper".split()
)
#: Where those who do what ministers do are called secretaries, and never ministers.
SECRETARIES = frozenset(("US",))
PRIME = {"prime_minister": "premier leader statesman head government", "foreign_minister": "diplomat diplomacy"}
#: Parts of a phrase that are no part of the description.
BESIDE = frozenset(("relcl", "acl", "appos", "conj", "cc", "advcl", "punct"))
CONTENT = frozenset(("NOUN", "PROPN", "ADJ"))
#: Adjectives that say nothing of what somebody is.
LOOSE = frozenset("year-old old-year same other late new old outgoing then own latter former-time top senior leading".split())


@dataclass
class Descriptions:
    """Person → the words that the text and the pack call them by."""

    pack: Pack
    first: str
    last: str
    known: dict[str, set[str]] = field(default_factory=dict)

    def note(self, sentence: Sentence, token: Token, who: Referent) -> None:
        """Keep what somebody is called beside the name: before it, after a comma, after "is"."""
        words = self.known.setdefault(who.id, set(self._posts(who.id)))
        for noun in beside(token):
            words |= words_of(sentence, noun)
        if token.pos_ == "NOUN":
            words |= words_of(sentence, token)

    def meant(self, sentence: Sentence, token: Token, people: Iterable[Referent]) -> Referent | None:
        """The first of some people who is called all that a phrase says; one who was that once after those who are."""
        words = words_of(sentence, token)
        fitting = [who for who in people if words and self._fits(who.id, words)]
        past = [who for who in fitting if PAST & (self.known[who.id] - words)]
        return next((who for who in fitting if who not in past), next(iter(past), None))

    def is_other(self, person: str, noun: str) -> bool:
        """Whether a bystander is meant by a noun, and none of the people told of by what they are: "the driver" is not the minister."""
        known = self.known.get(person, set())
        return noun in BYSTANDERS and noun not in known and (person in self.pack.person or any(is_trade(word) for word in known))

    def _fits(self, person: str, words: set[str]) -> bool:
        """Whether somebody is called all that; the state is no bar for one of whom the pack tells none."""
        known = self.known.get(person, set())
        if (was := words & PAST) and not was <= known:
            return bool(words - was) and words - was <= set(self._posts(person, past=True))
        rest = words - known
        if "president" in words and "vice" in known - words:
            return False
        return not rest or (len(rest) < len(words) and rest <= self.pack.actor.keys() and person not in self.pack.person)

    def _posts(self, person: str, *, past: bool = False) -> Iterator[str]:
        """The words for the posts that somebody holds on the text's day, or held before it."""
        for post in self.pack.posts_of.get(person, ()):
            if post.held_on(self.first, self.last) is past:
                continue
            yield from (SAME.get(w, w) for w in post.title.lower().replace("-", " ").split())
            yield from ALSO.get(post.role.rsplit("_", 1)[-1], "").split()
            yield from PRIME.get(post.role, "").split()
            yield from (SAME.get(w, w) for w in post.role.split("_") if w != "minister" or post.body not in SECRETARIES)
            yield post.body


def words_of(sentence: Sentence, noun: Token) -> set[str]:
    """The words of a description, names of states as their ids; clauses and what stands in apposition left out."""
    found: set[str] = set()
    stack = [noun]
    while stack:
        token = stack.pop()
        stack += [c for c in token.children if c.dep_ not in BESIDE]
        if token.pos_ not in CONTENT or token.lower_ in LOOSE:
            continue
        mention = sentence.at.get(token.i)
        state = mention.id_of("actor", "adjective", "demonym", "metonym") if mention and not mention.id_of("person", "surname") else None
        if mention and mention.id_of("person", "surname"):
            continue
        lemma = token.lemma_.lower()
        found |= {state} if state else {SAME.get(part, part) for part in lemma.split("-")}
    return found


def beside(name: Token) -> Iterator[Token]:
    """The nouns in apposition to a name or before it, and what its verb says that somebody is."""
    for child in name.children:
        if child.dep_ == "appos" or (child.dep_ in ("compound", "nmod", "amod", "poss") and child.i < name.i):
            yield child
    if name.dep_ == "appos" and name.head.pos_ in ("NOUN", "PROPN"):
        yield name.head
    elif (noun := noun_above(name)) is not None:
        yield noun
    if name.dep_ == "nsubj" and name.head.lemma_ in ("be", "become", "remain"):
        yield from (c for c in name.head.children if c.dep_ == "attr")


def noun_above(name: Token) -> Token | None:
    """The noun for somebody that a name hangs on, through the body or state between them ("the minister of defence of Poland X")."""
    above = name
    while above.dep_ in ("appos", "pobj", "prep", "compound", "nmod") and above.head.i != above.i:  # "the minister of defence of Poland X"
        above = above.head
        if any(t.is_punct for t in above.doc[above.i : name.i]):
            return None
        if above.pos_ in ("NOUN", "PROPN") and is_human(above.lemma_.lower()):
            return above
    return None
