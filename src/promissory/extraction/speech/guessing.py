"""Who a speaker's name means that the pack may not know: by the text's own full names, by posts held that day, as it is written."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from promissory.extraction.calendar.chronology import MONTH_NAMES, WEEKDAY_NAMES
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import SUBJECTS, after
from promissory.extraction.lexicon.callings import PERSON_NOUNS
from promissory.extraction.lexicon.genders import GIVEN
from promissory.extraction.lexicon.sayers import BODY_WORDS, COMMON_OPENERS, DOCUMENTS, FINDINGS, HONORIFICS, NOBODY, is_human
from promissory.extraction.names.discourse import Referent
from promissory.extraction.names.posting import owned_by
from promissory.extraction.names.spelling import sounded
from promissory.extraction.names.strangers import is_capital, looks_like_person, slug
from promissory.extraction.speech.remembering import OFFICIAL, Memory
from promissory.extraction.speech.speakers import alias, is_told_of, issuers, named_after

if TYPE_CHECKING:
    from promissory.extraction.words import Token


#: Last words of names of what nobody speaks in.
SILENT = frozenset("plan facility mechanism instrument scheme loan package".split())
#: Marks between a row of posts and the names of those who hold them, and between the names.
DIVIDING = (",", "–", "—", "-", "(", ":")
#: Words for each of several.
EACH = frozenset("one another second third fourth first other".split())
#: A given name right before a surname, and how far before it may begin.
GIVEN_BEFORE, FARTHEST = re.compile(r"\b([A-ZÀ-ÞĀ-Ž][\w'’-]+) (?:[A-Z]\. )?\Z"), 60
WORD_ENDS = re.compile(r"\b")
#: How alike two spellings of a surname are, and how long one is at least.
ALIKE, LONG = 0.85, 5


class Names(Memory):
    """The names and descriptions of speakers."""

    def named(self, sentence: Sentence, token: Token) -> Referent | None:
        """A name that the pack knows, that the text explains elsewhere, or as it is written."""
        who = self.namer.name(sentence, token)
        mention = sentence.at.get(token.i)
        if token.pos_ != "PROPN" or not is_capital(token) or (who and (who.person or mention)):
            return who
        if mention and mention.id_of("title"):
            return who  # "the Secretary General": a post is no name
        words = [
            t
            for t in token.lefts
            if t.dep_ in ("compound", "nmod", "amod") and t.text[:1].isupper() and t.lower_.rstrip(".") not in HONORIFICS
        ]
        if len(words) == 0 and (full := _in_full(token.text, self.text) or self._in_office(token.text) or self._nearly(token)):
            return Referent(full, person=True)
        place = (
            mention is not None and mention.id_of("place") and mention.end - mention.start >= len(" ".join(t.text for t in (*words, token)))
        )
        return who or (None if place else self._as_written(token, words))

    def _nearly(self, token: Token) -> str | None:
        """Somebody whom the text calls by the given name alone ("Andrii"), or whose surname it spells in two ways ("Chernea", "Cernea")."""
        word = token.lower_
        if (token.lower_ in GIVEN or token.dep_ in SUBJECTS) and (surname := self._shared(token.text)):
            return slug([token.text, surname])
        if token.dep_ not in SUBJECTS and token.head.pos_ not in ("VERB", "AUX"):
            return None
        for person in dict.fromkeys((*reversed(self.met), *sorted(self.cast.people))):
            given, _, surname = person.partition("-")
            spelt = surname[:1] == word[:1] and len(word) >= LONG and _is_spelt_so(surname, word)
            if surname and (given == word or spelt):
                return person
        return None

    def _shared(self, given: str) -> str | None:
        """The surname that two people share, of whom the first is told by the given name alone ("Andrii and Oksana Kravets")."""
        if f"{given} and " not in self.text:
            return None
        shared = re.search(rf"\b{re.escape(given)} and [A-ZÀ-ÞĀ-Ž][\w'’-]+ ([A-ZÀ-ÞĀ-Ž][\w'’-]+)\b", self.text)
        return shared[1] if shared else None

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """The states and bodies that the sentences name."""
        found = (m.id_of("actor", "adjective", "demonym", "metonym") for s in self.sentences for m in s.mentions)
        return frozenset(i for i in found if i)

    def _in_office(self, surname: str) -> str | None:
        """The one of that surname who held a post that day in a state the text names."""
        days = self.namer.discourse.first, self.namer.discourse.last
        posts = [p for p in self.namer.pack.surnamed.get(surname.lower(), ()) if p.body in self._bodies and p.held_on(*days)]
        holders = {p.person for p in posts if self.namer.pack.person[p.person].name.split()[-1] == surname}
        return holders.pop() if len(holders) == 1 else None

    def note_several(self, sentence: Sentence, token: Token) -> None:
        """Keep what people told of in the plural are, for "one of them" and "another"."""
        own = any(c.tag_ == "PRP$" for c in token.lefts)  # "shook their heads"
        some = token.tag_ == "NN" and any(c.lower_ in ("a", "an") for c in token.lefts)  # "a driver", and then "another"
        if (token.tag_ == "NNS" or some) and token.i not in sentence.quoted and is_human(token.lemma_.lower()) and not own:
            who = self.namer.name(sentence, token)
            self.several = Referent(who.id if who and not who.vague else token.lemma_.lower(), person=True, inferred=True, vague=True)

    def note_pair(self, sentence: Sentence, token: Token) -> None:
        """Keep two people who are named together."""
        other = next((c for c in token.children if c.dep_ == "conj" and c.pos_ == "PROPN"), None) if token.pos_ == "PROPN" else None
        if other is None or token.i in sentence.quoted:
            return
        both = [who.id for t in (token, other) if (who := self.named(sentence, t)) and who.person]
        self.pair = tuple(dict.fromkeys(both)) if len(set(both)) > 1 else self.pair

    def note_authors(self, sentence: Sentence, paper: Token) -> None:
        """Keep by whom a paper is said to be."""
        if paper.pos_ in ("NOUN", "PROPN") and paper.lemma_.lower() in DOCUMENTS | FINDINGS and paper.i not in sentence.quoted:
            by = [who.id for t in after(paper, "by") if (who := self.named(sentence, t)) and not who.vague]
            self.wrote = tuple(dict.fromkeys(by)) or self.wrote
            self._note_issuers(sentence, paper)

    def _note_issuers(self, sentence: Sentence, paper: Token) -> None:
        """Keep whose paper is told of ("the G7 adopted a statement", "the summit's conclusions"), for when it speaks for itself."""
        lemma = paper.lemma_.lower()
        named = [who for t in issuers(paper) for who in self.whose_people(sentence, t) or self._one(sentence, t)]
        whose = [who.id for who in named] or [i for i in [self.owner_of_paper(sentence, paper)] if i]
        numbered = paper.i + 1 < len(paper.doc) and paper.nbor().like_num  # "Resolution 68 of the assembly", which only is referred to
        if lemma in OFFICIAL and whose and not numbered:
            self.issued[lemma] = self.issued[""] = tuple(dict.fromkeys(whose))

    def spelt_out(self, sentence: Sentence, token: Token) -> list[Referent]:
        """ "The presidents of Latvia and Moldova, Edgars Rinkēvičs and Maia Sandu, said": one name for each state, wherever they hang."""
        states = [t for t in owned_by(token) if (m := sentence.at.get(t.i)) and m.id_of("actor", "metonym")]
        if token.tag_ != "NNS" or token.lemma_.lower() not in PERSON_NOUNS or len(states) < 2:
            return []
        at = sentence.tokens[states[-1].i + 1 :]
        end = next((n for n, t in enumerate(at) if t.pos_ not in ("PROPN", "CCONJ") and t.text not in (*DIVIDING, "&")), len(at))
        row = at[1:end] if at and at[0].text in DIVIDING else ()
        heads = [t for t in row if t.pos_ == "PROPN" and not _goes_on(sentence, t)]
        named = [who for t in heads if (who := self.named(sentence, t)) and who.person]
        return named if len(heads) == len(named) == len(states) else []

    def whose_people(self, sentence: Sentence, token: Token) -> list[Referent]:
        """ "The foreign ministers of France, Spain and Poland": the several states or bodies whose people act together."""
        plural = token.lower_.endswith("s") and token.lower_[:-1] in PERSON_NOUNS | {"head"}  # "the Foreign Ministers", taken for a name
        named = [i for t in (owned_by(token) if plural else ()) if (m := sentence.at.get(t.i)) and (i := m.id_of("actor", "metonym"))]
        return [Referent(i) for i in dict.fromkeys(named)] if len(set(named)) > 1 else []

    def _one(self, sentence: Sentence, token: Token) -> list[Referent]:
        who = self.named(sentence, token) or self.namer.name(sentence, token)
        return [who] if who and not who.vague else []

    def one_of(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "One", "a second, from a Baltic country", "one of them": each of the people told of last without names."""
        if token.tag_ == "CD" and (called := alias(token)):  # "one of the volunteers, an accountant named Larysa"
            return Referent(called, person=True)
        beside = next((c for c in token.rights if c.dep_ == "appos" and c.pos_ == "PROPN"), None) if token.tag_ == "CD" else None
        if beside is not None and (who := self.named(sentence, beside)) and who.person:
            return who  # "one of his advisers, Ivan Bondar"
        whose = [p.lower_ for prep in token.children if prep.lower_ == "of" for p in prep.children if p.dep_ == "pobj"]
        return self.several if token.lower_ in EACH and whose in ([], ["them"]) and token.pos_ not in ("PROPN",) else None

    def by_given_name(self, sentence: Sentence, token: Token) -> Referent | None:
        """Somebody told of by the given name alone ("Oksana, a teacher, waits"), whom nothing else names so."""
        titled = any(t.lower_.rstrip(".") in HONORIFICS for t in token.lefts)
        who = self.named(sentence, token) if titled or token.lower_ in GIVEN or is_told_of(token) else None
        return who if who and who.person else None

    def _as_written(self, token: Token, words: list[Token]) -> Referent | None:
        if token.lower_ in MONTH_NAMES | WEEKDAY_NAMES | SILENT:  # "Saturday's audience", "the Ukraine Facility: Commission pays out"
            return None
        titled = any(w.lower_.rstrip(".") in PERSON_NOUNS for w in words) or any(t.lower_.rstrip(".") in HONORIFICS for t in token.lefts)
        parts = [w.text for w in words if w.lower_.rstrip(".") not in PERSON_NOUNS | MONTH_NAMES | WEEKDAY_NAMES] + [token.text]
        plural = token.tag_ == "NNPS" and len(parts) == 2 and token.dep_ in SUBJECTS and token.lemma_.lower() not in BODY_WORDS
        alone = not words and (token.dep_ in SUBJECTS or token.dep_ == "appos") and (token.lower_ in GIVEN or is_told_of(token))
        if titled or plural or alone or looks_like_person(token, parts):
            return Referent(slug(parts), person=True)
        written = "-".join(p for p in [*parts, *named_after(token)] if re.fullmatch(r"[\w'’&.-]+", p))
        return Referent(written) if len(re.sub(r"\W", "", written)) > 2 else None

    def described(self, token: Token) -> Referent | None:
        """A person or body known by a description only ("one soldier"): its words."""
        if token.pos_ != "NOUN" or token.lemma_.lower() in NOBODY:
            return None
        if called := alias(token):
            return Referent(called, person=True)
        words = [t.lower_ for t in token.lefts if t.dep_ in ("compound", "amod")] + [token.lower_]
        return Referent("-".join(words), vague=True, person=token.tag_ == "NN" and is_human(token.lemma_.lower()))


def _in_full(surname: str, text: str) -> str | None:
    """The name that a surname stands for: the first "Given Surname" of the text."""
    done, at = 0, text.find(f" {surname}") + 1
    while at:
        end = at + len(surname)
        named = GIVEN_BEFORE.search(text, max(done, at - FARTHEST), at)
        if named and WORD_ENDS.match(text, end):
            given, done = named[1].lower(), end
            if given not in PERSON_NOUNS and given not in HONORIFICS and given not in COMMON_OPENERS:
                return slug([named[1], surname])
        at = text.find(f" {surname}", at) + 1
    return None


def _goes_on(sentence: Sentence, part: Token) -> bool:
    """Whether a word of a name has another behind it, or a hyphen at it ("Jean-Noël Barrot")."""
    following = sentence.tokens[part.i + 1] if part.i + 1 < len(sentence.tokens) else None
    tied = following is not None and following.text == "-" and following.idx == part.idx + len(part.text)
    return following is not None and (following.pos_ == "PROPN" or tied)


def _is_spelt_so(surname: str, word: str) -> bool:
    """Whether a word is a surname in another spelling, or with a slip in it."""
    return sounded(surname) == sounded(slug([word]) or word) or SequenceMatcher(None, surname, word).ratio() >= ALIKE
