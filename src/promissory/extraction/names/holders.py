"""Whom a post means: its holder on the document's date, or whoever was met with that title; a surname behind it, a given name alone."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.names.bodies import Bodies
from promissory.extraction.names.discourse import Referent
from promissory.extraction.names.posting import SHARED, headed_roles, holder_here, local_holder
from promissory.extraction.names.presiding import holder_of, is_of_another

if TYPE_CHECKING:
    from promissory.extraction.words import Token

PLURAL = ("NNS", "NNPS")
#: Words of posts that only one country has ("Chancellor of the Exchequer").
LOCAL = {"exchequer": "GB", "taoiseach": "IE", "tánaiste": "IE", "tanaiste": "IE", "bundeswehr": "DE"}


class Holders(Bodies):
    """The posts that a document's sentences tell of."""

    def of_post(self, sentence: Sentence, token: Token, owner: str | None) -> Referent | None:
        """The holder of a post; its owner, where none is known."""
        if person := _named_beside(sentence, token):
            return Referent(person, person=True)
        if is_of_another(sentence, token):
            return None
        owner = owner or next((LOCAL[t.lower_] for t in token.subtree if t.lower_ in LOCAL), None)
        mention = sentence.at.get(token.i)
        told = mention.ids_of("title") if mention else self._roles_across(sentence, token)
        roles = [role for role in told if role not in SHARED]
        if "spokesperson" in roles and _is_of_person(sentence, token):
            roles.insert(0, "press_secretary")  # "Putin's spokesman" is not that of a ministry
        if by_what := headed_roles(token):
            roles, owner = list(by_what), self.state_of(owner) if owner else None
        # "a British minister" is some one of them; so are "one diplomat" and "a second official"
        some = any(c.lower_ in ("a", "an", "one", "another") for c in token.children)
        who = self.just_named(sentence, token, roles) if not (some or owner or token.tag_ in PLURAL) else None
        who = who or (None if some or token.tag_ in PLURAL else local_holder(self.pack, self.discourse, sentence, token, roles))
        if who is None and not some and token.tag_ not in PLURAL:
            who = holder_of(self.pack, self.discourse, sentence, token, owner) or (self._held(roles, owner) if owner else None)
        if who is None and not owner and token.tag_ not in PLURAL:
            who = self._without_owner(sentence, token, roles, some=some)
        if who is None and not some and token.tag_ not in PLURAL:  # "the Ukrainian minister"
            who = self.discourse.titled.get((token.lemma_.lower(), owner or ""))
        if who:
            return Referent(who, person=True, inferred=True)
        return Referent(owner) if owner else None

    def _held(self, roles: list[str], body: str) -> str | None:
        """The holder of the first of some posts of a body that has one."""
        held = (self.pack.in_post(role, body, self.discourse.first, self.discourse.last) for role in roles)
        return next((who for who in held if who), None)

    def _without_owner(self, sentence: Sentence, token: Token, roles: list[str], *, some: bool) -> str | None:
        """ "The minister": whom an author has just named, the holder at home, whoever was met with that title, the one in what is named."""
        if not some and (spoken_of := self._told_of_by_author(roles)):
            return spoken_of
        if self.discourse.home and (holder := self._held(roles, self.discourse.home)):
            return holder
        titled = token.text.istitle() and token.tag_ == "NNP" and [c.lower_ for c in token.lefts] == ["the"]
        if titled and (first := self.discourse.firsts.get(token.lemma_.lower())):
            return first
        if any(c.lower_ in ("one", "another") for c in token.lefts):
            return None  # "one diplomat": nobody named before
        if met := self.discourse.titles.get(token.lemma_.lower()):
            return met
        return None if some else holder_here(self.pack, self.discourse, sentence, token, roles)

    def just_named(self, sentence: Sentence, token: Token, roles: Collection[str]) -> str | None:
        """ "…, according to Volodymyr Zelensky. The president accused": the only one of the sentence before who holds the post."""
        if any(c.dep_ == "prep" for c in token.children) or {c.lower_ for c in token.lefts} - {"prime"} != {"the"}:
            return None  # "the head of the railways", "the Polish president"
        here = [p for n, block, p in self.discourse.named[-6:] if block == sentence.block_number and n == sentence.number - 1]
        first, last = self.discourse.first, self.discourse.last
        fitting = {p for p in here if any(post.role in roles and post.held_on(first, last) for post in self.pack.posts_of.get(p, ()))}
        return fitting.pop() if len(fitting) == 1 else None

    def titled(self, sentence: Sentence, token: Token) -> str | None:
        """ "Vice President Harris": the one holder of the post, on the document's date, with that surname."""
        mentions = [m for c in token.lefts if c.dep_ in ("compound", "nmod", "amod") and (m := sentence.at.get(c.i))]
        roles = {role for m in mentions for role in m.ids_of("title")}
        posts = [p for p in self.pack.surnamed.get(token.lower_, ()) if p.role in roles]
        holders = {p.person for p in posts if p.held_on(self.discourse.first, self.discourse.last)}
        return holders.pop() if len(holders) == 1 else None

    def by_given_name(self, token: Token) -> str | None:
        """ "Volodymyr will be with us": the one leader of that given name in office, where another speaks."""
        if not self.discourse.says_i or token.lower_ in self.discourse.given:
            return None
        held = {p.person for p in self.pack.leaders.get(token.lower_, ()) if p.held_on(self.discourse.first, self.discourse.last)}
        held -= {str(self.discourse.author)}
        return held.pop() if len(held) == 1 else None

    def _told_of_by_author(self, roles: list[str]) -> str | None:
        """ "I spoke with Keir Starmer, and the Prime Minister confirmed": whom an author named last, if the post is that one's."""
        last, author = self.discourse.person, self.discourse.author
        if last is None or not self.discourse.says_i or last == author:
            return None
        held = (p for p in self.pack.posts_of.get(last, ()) if p.held_on(self.discourse.first, self.discourse.last))
        return last if any(p.role in roles for p in held) else None

    def _roles_across(self, sentence: Sentence, token: Token) -> list[str]:
        """ "Biden and his Ukrainian counterpart": the posts of the one before, which the counterpart holds on the other side."""
        if not is_opposite(token):
            return []
        before = [m for m in sentence.mentions if m.end <= token.idx]
        people = [p for m in before if (p := m.id_of("person", "surname"))] or [i for i in [self.discourse.person] if i]
        posts = self.pack.posts_of.get(people[-1], ()) if people else ()
        return [p.role for p in reversed(posts) if p.held_on(self.discourse.first, self.discourse.last)]


def _named_beside(sentence: Sentence, token: Token) -> str | None:
    """Who is named in apposition to a post."""
    beside = [c for c in token.children if c.dep_ == "appos"] + ([token.head] if token.dep_ == "appos" else [])
    people = (m.id_of("person", "surname") for t in beside if (m := sentence.at.get(t.i)))
    return next((person for person in people if person), None)


def _is_of_person(sentence: Sentence, post: Token) -> bool:
    """ "Putin's spokesman", "a spokesman for the president": whether a post is one of somebody's own."""
    owners = [*children(post, "poss"), *after(post, "for", "of")]
    return any((m := sentence.at.get(t.i)) and m.id_of("person", "surname", "title") for t in owners)


def is_opposite(token: Token) -> bool:
    """ "His counterpart", "her Polish colleague", "his opposite number": who holds the same post on the other side."""
    number = token.lemma_.lower() == "number" and any(c.lower_ == "opposite" for c in token.lefts)
    return number or token.lemma_.lower() in ("counterpart", "colleague")
