"""Whose a noun is: the state or body that a phrase belongs to, and the state behind a person, an office or a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import conjuncts
from promissory.extraction.lexicon.callings import BLOCS, GOVERNING, LAYERS, SEATED
from promissory.extraction.lexicon.events import GATHERINGS
from promissory.extraction.names.discourse import Discourse
from promissory.extraction.names.shortening import bloc_called, meant_by
from promissory.packs import Pack

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Where people come together.
OCCASIONS = GATHERINGS | {"retreat"}


class Bodies:
    """The states and bodies of a document's people and phrases, on its date."""

    def __init__(self, pack: Pack, discourse: Discourse) -> None:
        self.pack, self.discourse = pack, discourse

    # --- modifiers -----------------------------------------------------------------------------------------------------

    def modifier(self, sentence: Sentence, token: Token) -> str | None:
        """The state or body that a noun belongs to: "German ministers", "Ukraine's ally", "president of Poland", "Biden administration"."""
        mention = sentence.at.get(token.i)
        if mention and (owner := mention.id_of("adjective")):
            return owner
        for child in token.children:
            if (
                child.dep_ in ("amod", "compound", "poss", "nmod", "nummod")
                and child.i < token.i
                and not self._is_venue(sentence, child)
                and (owner := self._owner(sentence, child))
            ):
                return owner
        for child in token.children:
            seated = child.lower_ == "in" and token.lemma_.lower() in GOVERNING | SEATED
            if child.dep_ == "prep" and (seated or child.lower_ in ("of", "from", "for")):
                for inner in child.children:
                    if inner.dep_ == "pobj" and (owner := self._owner(sentence, inner)):
                        return owner
                    # "the heads of state and government of the EU"
                    if inner.dep_ == "pobj" and inner.lemma_ in LAYERS and (owner := self._within(sentence, inner)):
                        return owner
        return None

    def _is_venue(self, sentence: Sentence, city: Token) -> bool:
        """ "The Brussels summit", "the Berlin conference": where it is, and not whose."""
        mention = sentence.at.get(city.i)
        named = mention is not None and mention.id_of("metonym") and not mention.id_of("actor", "adjective")
        return bool(named) and city.dep_ == "compound" and city.head.lemma_.lower() in OCCASIONS

    def _within(self, sentence: Sentence, token: Token) -> str | None:
        return next((owner for part in conjuncts(token) if (owner := self.modifier(sentence, part))), None)

    def _owner(self, sentence: Sentence, token: Token) -> str | None:
        mention = sentence.at.get(token.i)
        if body := meant_by(self.discourse, sentence, token):  # "the Fund's programme"
            return body
        if mention is None:
            if token.lower_ in BLOCS and any(c.dep_ in ("det", "case") for c in token.children):
                return bloc_called(self.discourse, token.lower_)
            if token.dep_ in ("amod", "compound", "nmod", "poss", "pobj"):
                known = self.discourse.surnames.get(token.lower_) if token.pos_ == "PROPN" else None
                if known:
                    return self.body_of(known)
                for child in token.children:
                    if child.dep_ in ("amod", "compound", "poss") and (owner := self._owner(sentence, child)):
                        return owner
            return None
        if actor := mention.id_of("actor", "adjective", "metonym", "demonym"):
            return actor
        if person := mention.id_of("person", "surname"):
            return self.body_of(person)
        return None

    # --- persons and bodies --------------------------------------------------------------------------------------------

    def body_of(self, ident: str) -> str | None:
        """The state or body a person speaks or acts for on the document's date; an actor is its own."""
        if ident in self.pack.actor:
            return ident
        if ident in self.discourse.bodies:
            return self.discourse.bodies[ident]
        posts = self.pack.posts_of.get(ident, ())
        held = [p for p in posts if p.held_on(self.discourse.first, self.discourse.last)]
        chosen = held[-1] if held else posts[-1] if posts else None
        return chosen.body if chosen else None

    def state_of(self, ident: str) -> str | None:
        """The state or bloc behind an office, body or person ("Pentagon" → US)."""
        body = self.body_of(ident)
        seen = set()
        while body and body not in seen and (actor := self.pack.actor.get(body)) and actor.type in ("office", "body") and actor.country:
            seen.add(body)
            body = actor.country
        return body
