"""Who speaks: the phrase before a verb of saying → an actor id, for people and bodies that the pack may not know."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promissory.extraction.attributing import Attribution
from promissory.extraction.naming import PERSON_NOUNS, Namer, Referent
from promissory.extraction.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

HE = frozenset(("he", "she", "his", "her"))
THEY = frozenset(("it", "they", "its", "their"))
#: Speakers without a name, who count less.
NOBODY = frozenset("source people person expert analyst observer critic resident witness one some many other most everyone nobody report medium news".split())
#: Words of a proper name that make it a body's.
BODY_WORDS = frozenset(
    "institute international agency ministry university group times post news council committee commission association union center centre "
    "foundation organization organisation department office service party army regiment brigade battalion command company corporation bank "
    "court network press journal magazine street house fund watch watchdog tribune herald guardian telegraph ukrinform pravda".split()
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: actor ids, the words that name them (document offsets); `vague` if they have no name."""

    ids: tuple[str, ...]
    at: tuple[int, int]
    person: bool = False
    vague: bool = False


@dataclass
class Voices:
    """The speakers of a document so far."""

    namer: Namer
    heard: dict[int, Voice | None] = field(default_factory=dict)
    person: str | None = None
    body: str | None = None
    #: common nouns of speakers ("ministry") → who was last meant by them
    nouns: dict[str, Referent] = field(default_factory=dict)

    def of(self, attribution: Attribution) -> Voice | None:
        """Who speaks in an attribution; worked out once, when the reader first comes to it."""
        if id(attribution) not in self.heard:
            self.heard[id(attribution)] = self._voice(attribution)
        return self.heard[id(attribution)]

    def _voice(self, attribution: Attribution) -> Voice | None:
        speakers = attribution.speakers
        if speakers is None:
            return None
        sentence, tokens = speakers
        named = [who for token in tokens if (who := self.name(sentence, token))]
        if not named:
            return None
        at = sentence.bounds(tokens[0])[0], sentence.bounds(tokens[-1])[1]
        return Voice(tuple(dict.fromkeys(w.id for w in named)), at, named[0].person, all(w.vague for w in named))

    def listen(self, sentence: Sentence, here: list[Attribution]) -> None:
        """Note who speaks in a sentence, for "I" and "we" inside its quotations."""
        speakers = [(a, self.of(a)) for a in here]
        quoted = [v for a, v in speakers if v and any(q.start < sentence.end and sentence.start < q.end for q in a.quotations)]
        self.namer.discourse.speaker = quoted[0].ids[0] if quoted else None

    def recall(self, sentence: Sentence, here: list[Attribution]) -> None:
        """After the names of a sentence: the one who speaks in it is the one spoken of next by "he" or "she"."""
        for attribution in here:
            voice = self.of(attribution)
            if voice and voice.person and attribution.speakers and attribution.speakers[0] is sentence:
                self.namer.discourse.person = voice.ids[0]

    def name(self, sentence: Sentence, token: Token) -> Referent | None:
        """Who speaks, or None where nobody is named."""
        who = self._pronoun(token) or self._noun(sentence, token) or self.namer.name(sentence, token) or self._unknown(sentence, token)
        if who:
            self.remember(token, who)
        return who

    def remember(self, token: Token, who: Referent) -> None:
        if who.person:
            self.person = who.id
            if token.pos_ == "PROPN":
                self.namer.discourse.surnames.setdefault(token.lower_, who.id)
        elif not who.vague:
            self.body = who.id
        if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.lemma_.lower() in BODY_WORDS):
            self.nouns[token.lemma_.lower()] = who

    def _pronoun(self, token: Token) -> Referent | None:
        if token.lower_ in HE:
            who = self.namer.discourse.person or self.person
            return Referent(who, person=True, inferred=True) if who else None
        if token.lower_ in THEY and self.body:
            return Referent(self.body, inferred=True)
        return None

    def _noun(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "The ministry", after "the Russian defence ministry"."""
        if token.pos_ not in ("NOUN", "PROPN") or token.tag_ in ("NNS", "NNPS") or sentence.at.get(token.i):
            return None
        own = [c for c in token.children if c.dep_ in ("amod", "compound", "poss", "prep", "appos", "relcl", "nmod")]
        definite = any(c.lower_ == "the" for c in token.children)
        return self.nouns.get(token.lemma_.lower()) if definite and not own else None

    def _unknown(self, sentence: Sentence, token: Token) -> Referent | None:
        """A proper name that neither the pack nor the text before knows, as written."""
        if token.pos_ != "PROPN" or not token.text[:1].isupper():
            return self._described(token)
        words = [t.text for t in token.lefts if t.dep_ in ("compound", "nmod") and t.text[:1].isupper()] + [token.text]
        words = [w for w in words if re.fullmatch(r"[\w'’&.-]+", w) and w.lower().rstrip(".") not in PERSON_NOUNS]
        return Referent("-".join(words)) if words else None

    def _described(self, token: Token) -> Referent | None:
        """A person or body known by a description only ("one soldier"): its words."""
        if token.pos_ != "NOUN" or token.lemma_.lower() in NOBODY:
            return None
        words = [t.lower_ for t in token.lefts if t.dep_ in ("compound", "amod")] + [token.lower_]
        return Referent("-".join(words), vague=True)
