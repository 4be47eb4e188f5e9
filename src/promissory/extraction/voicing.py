"""Who speaks: the phrase before a verb of saying → an actor id, for people and bodies that the pack may not know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promissory.extraction.attributing import Attribution
from promissory.extraction.callings import GOVERNING, PERSON_NOUNS
from promissory.extraction.discourse import Referent
from promissory.extraction.genders import is_female
from promissory.extraction.naming import Namer
from promissory.extraction.numerals import SMALL
from promissory.extraction.organs import organ_of
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
from promissory.extraction.speakers import DEFINITE, OWN, authors, is_bare, named_after, proper, trailing_name
from promissory.extraction.strangers import looks_like_person, slug
from promissory.extraction.syntax import MONTHS, SUBJECTS, WEEKDAYS, after, children, conjuncts

if TYPE_CHECKING:
    from promissory.extraction.words import Token

AGGRESSOR = "RU"
#: What belongs to a person in a post and speaks for it.
OFFICES = frozenset("office ministry administration government cabinet department press-service service team spokesman delegation".split())
#: Whose people a text about the war means by a title alone.
BENEFICIARY = "UA"
HE = frozenset(("he", "she", "his", "her"))
SHE = frozenset(("she", "her"))
THEY = frozenset(("it", "they", "its", "their"))
#: Initials of ministries → what the name of the ministry meant has in it.
MINISTRIES = {"MFA": "Foreign", "MOFA": "Foreign", "MOD": "Defence"}
PLURAL = frozenset(("they", "their", "both"))
PAIRS = frozenset(
    "leader side president minister country party nation official diplomat pair man woman politician chief government counterpart "
    "delegation team capital statesman negotiator".split()
)
#: Words before a plural that leave it open who is meant.
TOGETHER = frozenset("two both prime foreign defence defense european allied".split())
STATES = frozenset("country party nation government side".split())
VISITS = frozenset("guest host visitor interlocutor".split())
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
class Voices:
    """The speakers of a document so far."""

    namer: Namer
    text: str
    sentences: Sequence[Sentence] = ()
    heard: dict[int, Voice | None] = field(default_factory=dict)
    person: str | None = None
    body: str | None = None
    #: the last body that is no state
    press: str | None = None
    group: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    #: who spoke last
    last: tuple[str, ...] = ()
    #: people in the order they were met, one as often as that
    met: list[str] = field(default_factory=list)
    #: speakers → the day they last spoke on, and where the text says so
    days: dict[tuple[str, ...], tuple[str, tuple[int, int]]] = field(default_factory=dict)
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
        named = [
            who
            for token in tokens
            for who in self.name_all(sentence, token)
            if len(re.sub(r"\W", "", who.id)) > 2 or who.id in self.namer.pack.actor
        ]
        if not named:
            return None
        self.last = tuple(dict.fromkeys(w.id for w in named))
        self._gather(named)
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
            bodies = [w.id for w in named if not w.person]
            self.body = bodies[0] if bodies and silent else self.body
            self.press = next((b for b in bodies if not self._is_state(b)), self.press)
            self._gather(named)

    def _gather(self, together: Sequence[Referent]) -> None:
        """Keep those who spoke or acted together, and of them the people, for "they" and "the ministers"."""
        ids = tuple(dict.fromkeys(w.id for w in together))
        self.group = ids if len(ids) > 1 else self.group
        self.people = ids if len(ids) > 1 and all(w.person for w in together) else self.people

    def name_all(self, sentence: Sentence, token: Token) -> list[Referent]:
        """Everyone a speaker's phrase means; "they" are those who spoke together last."""
        if token.lower_ in ("former", "latter") and len(self.group) > 1:
            return [Referent(self.group[0 if token.lower_ == "former" else -1], inferred=True)]
        if len(self.group) > 1 and self._is_group(token):
            states = token.lemma_ in STATES
            meant = self.people if token.lemma_ in PAIRS & PERSON_NOUNS and len(self.people) > 1 else self.group
            group = dict.fromkeys((self.namer.state_of(i) or i) if states else i for i in meant)
            return [Referent(ident, inferred=True) for ident in group]
        if self.last and token.lemma_.lower() in DOCUMENTS and any(c.lower_ in DEFINITE for c in token.children) and is_bare(token):
            return [Referent(ident, inferred=True) for ident in self.last]
        if token.lemma_.lower() in DOCUMENTS | FINDINGS and (writers := authors(token)):
            named = [w for t in writers if (w := self.name(sentence, t)) and not w.vague]
            if named:
                return named
        if token.lemma_.lower() in FINDINGS and (owner := self.namer.modifier(sentence, token)):
            return [Referent(owner)]
        who = self.name(sentence, token)
        return [who] if who else []

    def _is_group(self, token: Token) -> bool:
        """Whether a plural means those who acted together: "they", "the two leaders", "both sides"."""
        if token.lower_ in PLURAL:
            return True
        others = [c for c in token.children if c.dep_ in OWN and c.lower_ not in TOGETHER]
        counted = next((c.lower_ for c in token.children if c.dep_ == "nummod"), None)
        if token.tag_ != "NNS" or token.lemma_ not in PAIRS or others or (counted and SMALL.get(counted) != len(self.group)):
            return False
        return any(c.lower_ in ("the", "both", "two") for c in token.children)

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
        if not some or token.tag_ not in ("NN", "NNP") or token.lemma_.lower() not in PERSON_NOUNS or not self._is_state(state):
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
            self.press = self.press if self._is_state(who.id) else who.id
        if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.lemma_.lower() in BODY_WORDS):
            self.nouns[token.lemma_.lower()] = who

    def _acting(self, sentence: Sentence, token: Token) -> str | None:
        """The person who acts in the clause that a pronoun's own goes on with ("Orbán vetoed it when he wrote: …")."""
        verb = token.head
        while verb.dep_ in ("conj", "advcl") and verb.head.i != verb.i:
            verb = verb.head
            own = [t for t in children(verb, "nsubj") if t.pos_ == "PROPN" and t.i < token.i]
            if own and (who := self.namer.name(sentence, proper(own[0]))) and who.person:
                return who.id
        return None

    def _pronoun(self, sentence: Sentence, token: Token) -> Referent | None:
        if token.lower_ in HE:
            last = self._acting(sentence, token) or self.namer.discourse.person or self.person
            who = self._beside(sentence, token) or self._agreeing(last, female=token.lower_ in SHE)
            return Referent(who, person=True, inferred=True) if who else None
        if token.lower_ in THEY and self.body:
            return Referent(self.body, inferred=True)
        return None

    def _beside(self, sentence: Sentence, token: Token) -> str | None:
        """The woman who is the subject earlier in the sentence that "she" stands in: those of a sentence are noted after its speakers."""
        if token.lower_ not in SHE:
            return None
        before = [t for t in sentence.tokens[: token.i] if t.dep_ in SUBJECTS and t.pos_ == "PROPN" and t.i not in sentence.quoted]
        named = [who for t in before if (who := self.namer.name(sentence, proper(t))) and who.person and is_female(who.id)]
        return named[-1].id if named else None

    def _initials(self, token: Token) -> Referent | None:
        """ "The MFA", after the Latvian foreign ministry has spoken."""
        known = self.nouns.get("ministry")
        return known if known and MINISTRIES.get(token.text.upper(), " ") in known.id else None

    def _agreeing(self, last: str | None, *, female: bool) -> str | None:
        """The one last spoken of, unless the given name is not of the pronoun's sex and that of one met before is."""
        if last is None or is_female(last) == female:
            return last
        return next((p for p in reversed(self.met) if is_female(p) == female), last)

    def _noun(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "The ministry", after "the Russian defence ministry"; "the official", after the official's name."""
        lemma = token.lemma_.lower()
        if token.pos_ not in ("NOUN", "PROPN") or token.tag_ in ("NNS", "NNPS") or not any(c.lower_ in DEFINITE for c in token.children):
            return None
        if (owner := self._possessor(sentence, token)) is not None:
            return owner
        bare = is_bare(token)
        if (fellow := self._compatriot(sentence, token)) is not None:
            return Referent(fellow, person=True, inferred=True)
        if bare and lemma in VISITS and (other := self._other_of(sentence)):
            return Referent(other, person=True, inferred=True)
        if bare and (known := self.nouns.get(lemma)) and not known.vague:
            return known
        who = self.namer.name(sentence, token)
        if who and who.inferred and lemma in GOVERNING:
            who = None  # an organ is that of whoever spoke before, rather than of whoever acted
        if lemma in PERSON_NOUNS | DESCRIPTIONS and not (who and who.person):
            for person in (self.person, self.namer.discourse.person):
                if person and (who is None or self._is_of(person, who.id)) and self._may_hold(sentence, token, person):
                    return Referent(person, person=True, inferred=True)
            if holder := self._holder_here(sentence, token):
                return Referent(holder, person=True, inferred=True)
        if bare and lemma in STATES and (state := self.namer.state_of(self.body or self.person or "")):
            return Referent(state, inferred=True)
        if (body := self.press or self.body) and who is None and ((bare and lemma in PAPERS) or lemma in OUTLETS):
            return Referent(body, inferred=True)
        return who

    def _compatriot(self, sentence: Sentence, token: Token) -> str | None:
        """ "The Spaniard", "the 59-year-old Dutchman": the last person met who is one."""
        mention = sentence.at.get(token.i)
        state = mention.id_of("demonym", "adjective") if mention else None
        several = token.tag_ not in ("NN", "NNP") or token.lower_.endswith(("s", "sh", "ch", "ese"))
        if state is None or several or not self.met:
            return None
        return next((p for p in reversed(self.met) if self.namer.state_of(p) == state), self.met[-1])

    def _possessor(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "His office", "her ministry": the state or body of the person spoken of."""
        his = next((c for c in token.children if c.dep_ == "poss" and c.lower_ in ("his", "her")), None)
        if his is None or token.lemma_.lower() not in OFFICES:
            return None
        person = self.namer.name(sentence, his)
        state = self.namer.state_of(person.id) if person else None
        return Referent(organ_of(self.namer.pack, token, [state]) or state, inferred=True) if state else None

    def _may_hold(self, sentence: Sentence, token: Token, person: str) -> bool:
        """Whether a person may be called by a title: "the president" is no mayor, unless nothing is known of what the person is."""
        roles = self._roles(sentence, token)
        posts = self.namer.pack.posts_of.get(person, ())
        return not roles or not posts or bool(roles & {post.role for post in posts})

    def _holder_here(self, sentence: Sentence, token: Token) -> str | None:
        """The holder of a post named by its title alone, in the state that the text is with."""
        discourse, roles = self.namer.discourse, sorted(self._roles(sentence, token))
        for ident in (*self.last, self.body, discourse.person, discourse.home, discourse.state, BENEFICIARY):
            state = self.namer.state_of(ident) if ident else None
            for role in roles if state else ():
                if holder := self.namer.pack.in_post(role, str(state), discourse.first, discourse.last):
                    return holder
        return None

    def _roles(self, sentence: Sentence, token: Token) -> set[str]:
        mention = sentence.at.get(token.i)
        return set(mention.ids_of("title")) if mention else set()

    def _other_of(self, sentence: Sentence) -> str | None:
        """ "His guest", "the visitor": of the people met, the last who is not named in the sentence itself."""
        here = {i for m in sentence.mentions if (i := m.id_of("person", "surname"))}
        return next((p for p in reversed(self.met) if p not in here), None)

    def _is_state(self, ident: str) -> bool:
        return ident in self.namer.pack.actor and self.namer.pack.actor[ident].type == "state"

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

    def _is_of(self, person: str, body: str) -> bool:
        return body in (self.namer.body_of(person), self.namer.state_of(person))

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
