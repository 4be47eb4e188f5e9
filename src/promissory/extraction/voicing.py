"""Who speaks: the phrase before a verb of saying → an actor id, for people and bodies that the pack may not know."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promissory.extraction.attributing import Attribution
from promissory.extraction.callings import GOVERNING, PERSON_NOUNS
from promissory.extraction.discourse import Referent
from promissory.extraction.organs import organ_of
from promissory.extraction.remembering import HE, SHE, STATES, VISITS, Memory
from promissory.extraction.sayers import (
    BODY_WORDS,
    COMMON_OPENERS,
    DESCRIPTIONS,
    DOCUMENTS,
    FINDINGS,
    HONORIFICS,
    NOBODY,
    OUTLETS,
    PAPERS,
)
from promissory.extraction.sentences import Sentence
from promissory.extraction.speakers import DEFINITE, authors, is_bare, named_after, proper, trailing_name
from promissory.extraction.strangers import looks_like_person, slug
from promissory.extraction.syntax import MONTHS, SUBJECTS, WEEKDAYS, after, children, conjuncts

if TYPE_CHECKING:
    from promissory.extraction.words import Token

AGGRESSOR = "RU"
#: What belongs to a person in a post and speaks for it.
OFFICES = frozenset("office ministry administration government cabinet department press-service service team spokesman delegation".split())
THEY = frozenset(("it", "they", "its", "their"))
#: Initials of ministries → what the name of the ministry meant has in it.
MINISTRIES = {"MFA": "Foreign", "MOFA": "Foreign", "MOD": "Defence"}
#: Words of those who will not be named.
UNNAMED = re.compile(r"anonym|not to be (?:named|identified)|declined to be named|unnamed|without being named|not authori[sz]ed")
#: How many sentences on somebody told of without a name may be named.
AHEAD = 3
MEETS = frozenset("meet speak talk hold have discuss confer".split())


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: actor ids, the words that name them (document offsets); `vague` if they have no name."""

    ids: tuple[str, ...]
    at: tuple[int, int]
    person: bool = False
    vague: bool = False


@dataclass
class Voices(Memory):
    """The speakers of a document so far."""

    heard: dict[int, Voice | None] = field(default_factory=dict)

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
        named = [
            who
            for token in tokens
            for who in self.name_all(sentence, token)
            if len(re.sub(r"\W", "", who.id)) > 2 or who.id in self.namer.pack.actor
        ]
        if not named:
            return None
        self.last = tuple(dict.fromkeys(w.id for w in named))
        self.gather(named)
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
        self._note_titles(sentence)
        self._note_subjects(sentence, silent=not any(self.of(a) for a in here))

    def _note_titles(self, sentence: Sentence) -> None:
        """Keep what people are called beside their names ("Petro Lysenko, the governor")."""
        for token in sentence.tokens:
            if token.dep_ != "appos" or {token.pos_, token.head.pos_} != {"NOUN", "PROPN"}:
                continue
            noun, name = (token, token.head) if token.pos_ == "NOUN" else (token.head, token)
            if noun.lemma_.lower() in PERSON_NOUNS | DESCRIPTIONS and (who := self._named(sentence, name)) and who.person:
                self.nouns[noun.lemma_.lower()] = who

    def _note_subjects(self, sentence: Sentence, *, silent: bool) -> None:
        """Keep who acts in a sentence, for "it" after it if it reports no speech, and for "they": "X and Y met", "X met with Y"."""
        for token in sentence.tokens:
            if token.dep_ not in SUBJECTS or token.head.head.i != token.head.i or token.pos_ == "PRON":
                continue
            partners = after(token.head, "with") if token.head.lemma_ in MEETS else []
            partners += children(token.head, "dobj") if token.head.lemma_ in ("meet", "host", "welcome") else []
            named = [w for t in [*conjuncts(token), *partners] if (w := self.namer.name(sentence, proper(t)))]
            self.met += [w.id for w in named if w.person]
            self.delegate = None if silent and any(w.person for w in named) else self.delegate
            bodies = [w.id for w in named if not w.person]
            self.body = bodies[0] if bodies and silent else self.body
            self.press = next((b for b in bodies if not self.is_state(b)), self.press)
            self.gather(named)

    def name_all(self, sentence: Sentence, token: Token) -> list[Referent]:
        """Everyone a speaker's phrase means; "they" are those who spoke together last."""
        if token.lower_ in ("former", "latter") and len(self.group) > 1:
            return [Referent(self.group[0 if token.lower_ == "former" else -1], inferred=True)]
        if len(self.group) > 1 and self.is_group(token):
            return [Referent(ident, inferred=True) for ident in self.those_meant(token)]
        if self.last and token.lemma_.lower() in DOCUMENTS and any(c.lower_ in DEFINITE for c in token.children) and is_bare(token):
            return [Referent(ident, inferred=True) for ident in self.last]
        if token.lemma_.lower() in DOCUMENTS | FINDINGS and (writers := authors(token)):
            named = [w for t in writers if (w := self.name(sentence, t)) and not w.vague]
            if named:
                return named
        if token.lemma_.lower() in FINDINGS and (owner := self.namer.modifier(sentence, token)):
            return [Referent(owner)]
        who = self.name(sentence, token) or self._employer(sentence, token)
        return [who] if who else []

    def _employer(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "Analysts at the institute": the body that people without names speak for."""
        at = after(token, "at", "with", "from") if token.pos_ == "NOUN" else []
        who = self.name(sentence, at[0]) if at and at[0].pos_ == "PROPN" else None
        return who if who and not who.vague and not who.person and not self.is_state(who.id) else None

    def name(self, sentence: Sentence, token: Token) -> Referent | None:
        """Who speaks, or None where nobody is named."""
        head = trailing_name(sentence, token) or proper(token)
        who = (
            self._pronoun(sentence, head)
            or self._initials(head)
            or self._noun(sentence, head)
            or self._organ(sentence, head)
            or self._named(sentence, head)
            or self._described(head)
        )
        if who and not who.person and (holder := self._holder(sentence, head, who.id) or self._named_later(sentence, head, who.id)):
            who = Referent(holder, person=True, inferred=True)
        if who:
            self.remember(head, who)
        return who

    def _holder(self, sentence: Sentence, token: Token, body: str) -> str | None:
        """The one holder of a post that the text names, where its date leaves more than one."""
        mention = sentence.at.get(token.i)
        roles = mention.ids_of("title") if mention else []
        people = {post.person for role in roles for post in self.namer.pack.holders.get((role, body), ())}
        named = [p for p in people if self._is_named(p)]
        return named[0] if len(named) == 1 else None

    def _named_later(self, sentence: Sentence, token: Token, state: str) -> str | None:
        """ "A top Ukrainian official", "Czech minister says": the first of that state whom the next sentences name."""
        some = not any(c.lower_ in DEFINITE for c in token.children) and not UNNAMED.search(sentence.text)
        if not some or token.tag_ not in ("NN", "NNP") or token.lemma_.lower() not in PERSON_NOUNS or not self.is_state(state):
            return None
        for later in self.sentences[sentence.number + 1 : sentence.number + 1 + AHEAD]:
            people = [p for m in later.mentions if (p := m.id_of("person")) and self.namer.state_of(p) == state]
            if people:
                return people[0] if people[0] not in self.met else None
        return None

    def _is_named(self, ident: str) -> bool:
        person = self.namer.pack.person.get(ident)
        return person is not None and any(form in self.text for form in (person.name, *person.variants, *person.alone))

    def remember(self, token: Token, who: Referent) -> None:
        """Keep a speaker for the pronouns, surnames and bare nouns that may follow."""
        if who.person:
            self.person = who.id
            self.met.append(who.id)
            if token.pos_ == "PROPN":
                self.namer.discourse.surnames.setdefault(token.lower_, who.id)
        elif not who.vague:
            self.body = who.id
            self.press = self.press if self.is_state(who.id) else who.id
        if token.pos_ != "PRON":
            self.delegate = who if self.is_nameless(token, who) else None if who.person else self.delegate
        if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.lemma_.lower() in BODY_WORDS):
            self.nouns[token.lemma_.lower()] = who

    def _pronoun(self, sentence: Sentence, token: Token) -> Referent | None:
        if token.lower_ in HE:
            last = self.acting(sentence, token) or self.namer.discourse.person or self.person
            near = self.beside(sentence, token)
            if near is None and self.delegate:
                return self.delegate
            who = near or self.agreeing(last, female=token.lower_ in SHE)
            return Referent(who, person=True, inferred=True) if who else None
        if token.lower_ in THEY and self.body:
            return Referent(self.body, inferred=True)
        return None

    def _initials(self, token: Token) -> Referent | None:
        """ "The MFA", after the Latvian foreign ministry has spoken."""
        known = self.nouns.get("ministry")
        return known if known and MINISTRIES.get(token.text.upper(), " ") in known.id else None

    def _noun(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "The ministry", after "the Russian defence ministry"; "the official", after the official's name."""
        lemma = token.lemma_.lower()
        if token.pos_ not in ("NOUN", "PROPN") or token.tag_ in ("NNS", "NNPS") or not any(c.lower_ in DEFINITE for c in token.children):
            return None
        if (owner := self._possessor(sentence, token) or self._of_body(sentence, token)) is not None:
            return owner
        bare = is_bare(token)
        if bare and (host := self.of_issuer(sentence, token)):
            return Referent(host, person=True, inferred=True)
        if (fellow := self.compatriot(sentence, token)) is not None:
            return Referent(fellow, person=True, inferred=True)
        if bare and lemma in VISITS and (other := self.other_of(sentence)):
            return Referent(other, person=True, inferred=True)
        if (holder := self.latest_holder(sentence, token)) is not None:
            return Referent(holder, person=True, inferred=True)
        if bare and (known := self.nouns.get(lemma)) and not known.vague:
            return known
        who = self.namer.name(sentence, token)
        if who and who.inferred and lemma in GOVERNING:
            who = None  # an organ is that of whoever spoke before, rather than of whoever acted
        if lemma in PERSON_NOUNS | DESCRIPTIONS and not (who and who.person):
            for person in (self.person, self.namer.discourse.person):
                if person and (who is None or self.is_of(person, who.id)) and self.may_hold(sentence, token, person):
                    return Referent(person, person=True, inferred=True)
            if holder := self.holder_here(sentence, token):
                return Referent(holder, person=True, inferred=True)
        if bare and lemma in STATES and (state := self.namer.state_of(self.body or self.person or "")):
            return Referent(state, inferred=True)
        if (body := self.press or self.body) and who is None and ((bare and lemma in PAPERS) or lemma in OUTLETS):
            return Referent(body, inferred=True)
        return who

    def _possessor(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "His office", "her ministry": the state or body of the person spoken of."""
        his = next((c for c in token.children if c.dep_ == "poss" and c.lower_ in ("his", "her")), None)
        if his is None or token.lemma_.lower() not in OFFICES:
            return None
        near = self.beside(sentence, his)
        person = Referent(near, person=True) if near else self.namer.name(sentence, his)
        state = self.namer.state_of(person.id) if person else None
        return Referent(organ_of(self.namer.pack, token, [state]) or state, inferred=True) if state else None

    def _of_body(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "Its spokesman", "its defence minister": the holder of the post in the state or body the sentence is about."""
        roles = sorted(self.roles(sentence, token)) if any(c.dep_ == "poss" and c.lower_ == "its" for c in token.children) else []
        subject = next((t for t in sentence.tokens[: token.i] if roles and t.dep_ in SUBJECTS and t.pos_ == "PROPN"), None)
        who = self.name(sentence, subject) if subject is not None else None
        bodies = (who.id, self.namer.state_of(who.id)) if who and not who.person else (self.body,)
        days = self.namer.discourse.first, self.namer.discourse.last
        posts = [p for b in bodies if b for r in roles for p in self.namer.pack.holders.get((r, b), ()) if p.held_on(*days)]
        named = [p for p in posts if subject is not None and subject.text in p.title]
        people = {p.person for p in named or posts}
        return Referent(people.pop(), person=True, inferred=True) if len(people) == 1 else None

    def _organ(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "The air force": that of the state that the text is with, if the phrase names none."""
        if token.tag_ not in ("NN", "NNP", "NNPS") or sentence.at.get(token.i) or self.namer.modifier(sentence, token):
            return None
        if not any(c.lower_ in DEFINITE or c.dep_ == "poss" for c in token.children):
            return None
        near = (*self.last, self.namer.discourse.home, self.body, self.namer.discourse.state, self.namer.discourse.person)
        here = [n.id for m in sentence.mentions for n in m.names if n.type in ("actor", "metonym", "adjective")]
        lands = [
            p.country for m in sentence.mentions for n in m.names if n.type == "place" for p in self.namer.pack.places if p.name == n.id
        ]
        states = [s for i in (*near, *here, *lands) if i and (s := self.namer.state_of(i))]
        spoke = {self.namer.state_of(i) for i in self.last}
        # an aggressor that only acts in a text does not speak in it
        found = organ_of(self.namer.pack, token, [s for s in states if s != AGGRESSOR or s in spoke])
        return Referent(found, inferred=True) if found else None

    def _named(self, sentence: Sentence, token: Token) -> Referent | None:
        """A name that the pack knows, that the text explains elsewhere, or as it is written."""
        who = self.namer.name(sentence, token)
        if token.pos_ != "PROPN" or not token.text[:1].isupper() or (who and (who.person or sentence.at.get(token.i))):
            return who
        words = [
            t
            for t in token.lefts
            if t.dep_ in ("compound", "nmod", "amod") and t.text[:1].isupper() and t.lower_.rstrip(".") not in HONORIFICS
        ]
        if len(words) == 0 and (full := self._in_full(token.text) or self._in_office(token.text)):
            return Referent(full, person=True)
        return who or self._as_written(token, words)

    def _in_full(self, surname: str) -> str | None:
        """The name that a surname stands for: the first "Given Surname" of the text."""
        for match in re.finditer(rf"\b([A-ZÀ-ÞĀ-Ž][\w'’-]+) (?:[A-Z]\. )?{re.escape(surname)}\b", self.text):
            given = match[1].lower()
            if given not in PERSON_NOUNS | HONORIFICS and given not in COMMON_OPENERS:
                return slug([match[1], surname])
        return None

    def _in_office(self, surname: str) -> str | None:
        """The one of that surname who held a post that day in a state the text names."""
        days = self.namer.discourse.first, self.namer.discourse.last
        named = {i for s in self.sentences for m in s.mentions if (i := m.id_of("actor", "adjective", "demonym", "metonym"))}
        posts = [p for p in self.namer.pack.surnamed.get(surname.lower(), ()) if p.body in named and p.held_on(*days)]
        holders = {p.person for p in posts if self.namer.pack.person[p.person].name.split()[-1] == surname}
        return holders.pop() if len(holders) == 1 else None

    def _as_written(self, token: Token, words: list[Token]) -> Referent | None:
        titled = any(w.lower_.rstrip(".") in PERSON_NOUNS for w in words) or any(t.lower_.rstrip(".") in HONORIFICS for t in token.lefts)
        parts = [w.text for w in words if w.lower_.rstrip(".") not in PERSON_NOUNS | MONTHS | WEEKDAYS] + [token.text]
        plural = token.tag_ == "NNPS" and len(parts) == 2 and token.dep_ in SUBJECTS and token.lemma_.lower() not in BODY_WORDS
        if titled or plural or looks_like_person(token, parts):
            return Referent(slug(parts), person=True)
        written = "-".join(p for p in [*parts, *named_after(token)] if re.fullmatch(r"[\w'’&.-]+", p))
        return Referent(written) if len(re.sub(r"\W", "", written)) > 2 else None

    def _described(self, token: Token) -> Referent | None:
        """A person or body known by a description only ("one soldier"): its words."""
        if token.pos_ != "NOUN" or token.lemma_.lower() in NOBODY:
            return None
        words = [t.lower_ for t in token.lefts if t.dep_ in ("compound", "amod")] + [token.lower_]
        return Referent("-".join(words), vague=True)
