"""Whom the phrase of a speaker means: names, pronouns, posts, descriptions, organs, those without a name who speak for a body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents
from promissory.extraction.grammar.tree import SUBJECTS, after, children
from promissory.extraction.lexicon.callings import GOVERNING, PERSON_NOUNS
from promissory.extraction.lexicon.genders import is_female
from promissory.extraction.lexicon.sayers import (
    BODY_WORDS,
    CHANNELS,
    CITED,
    DOCUMENTS,
    EMPLOYED,
    EMPLOYERS,
    FINDINGS,
    NEWS,
    OUTLETS,
    PAPERS,
    SOURCES,
    UNNAMED,
    is_aged,
    is_human,
)
from promissory.extraction.lexicon.trades import is_trade
from promissory.extraction.lexicon.verbs import TELLING
from promissory.extraction.names.describing import Descriptions
from promissory.extraction.names.discourse import Referent
from promissory.extraction.names.organs import ORGANS as STATE_ORGANS
from promissory.extraction.names.organs import acting_state, organ_of, seat_before, staffed_by
from promissory.extraction.names.posting import AGGRESSOR, LOCAL, is_above
from promissory.extraction.speech.guessing import Names
from promissory.extraction.speech.holding import subject_of
from promissory.extraction.speech.remembering import BENEFICIARY, HE, SHE, STATES, VISITS
from promissory.extraction.speech.speakers import DEFINITE, alias, authors, is_bare, is_definite, proper, trailing_name
from promissory.extraction.words import text_of

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What belongs to a person in a post and speaks for it.
OFFICES = frozenset("office ministry administration government cabinet department press-service service team spokesman delegation".split())
#: Organs that tell of attacks on their country.
DEFENDERS = frozenset("force forces command staff army navy service police prosecutor administration".split())
THEY = frozenset(("it", "they", "its", "their"))
#: Initials of ministries → what the name of the ministry meant has in it.
INITIALS = {"MFA": "Foreign", "MOFA": "Foreign", "MOD": "Defence"}
#: Sorts of actors that are no institutes.
LANDS = frozenset(("state", "bloc", "coalition", "group", "party"))
#: How many sentences on somebody told of without a name may be named.
AHEAD = 3
#: How many of those who came up last a description may mean that says nothing of what they are.
FEW = 2


@dataclass
class Meanings(Names):
    """The phrases of a document's speakers, resolved by what the text has told so far."""

    called: Descriptions = field(init=False)
    #: (sentence, token) of a pronoun → whom it means
    meant: dict[tuple[int, int], Referent | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        called = {source.name for source in self.namer.pack.sources}
        self.papers = frozenset(actor.id for actor in self.namer.pack.actors if actor.type == "organisation" and actor.name in called)
        studying = {source.name for source in self.namer.pack.sources if source.owner == "ngo"}
        self.newsrooms = self.papers - {actor.id for actor in self.namer.pack.actors if actor.name in studying}
        self.called = Descriptions(self.namer.pack, self.namer.discourse.first, self.namer.discourse.last)

    def name_all(self, sentence: Sentence, token: Token) -> list[Referent]:
        """Everyone a speaker's phrase means; "they" are those who spoke together last."""
        if token.lower_ in ("former", "latter") and len(self.group) > 1:
            return [Referent(self.group[0 if token.lower_ == "former" else -1], inferred=True)]
        if token.lower_ == "they" and (several := self._in_clause_before(sentence, token)):
            return several
        if len(self.group) > 1 and self.is_group(token):
            return [Referent(ident, inferred=True) for ident in self.those_meant(token)]
        if (spoke := self.writers(token)) is not None:
            return [Referent(ident, inferred=True) for ident in spoke]
        owned = token.lemma_.lower() in CHANNELS and (children(token, "poss") or after(token, "of"))
        if writers := owned or (token.lemma_.lower() in DOCUMENTS | FINDINGS and authors(token)):
            named = [w for t in writers for w in self.name_all(sentence, t) if not w.vague]
            if named:
                return named
        if token.lemma_.lower() in DOCUMENTS | FINDINGS and (owner := self.owner_of_paper(sentence, token)):
            return [Referent(owner)]
        if token.tag_ == "NNS" and is_bare(token) and is_definite(token):  # "two of the officials", after some of a state
            known = self.nouns.get(token.lemma_.lower())
            if known and not known.person and not known.vague:
                return [known]
        if several := self.spelt_out(sentence, token) or self.whose_people(sentence, token):
            return several
        if (token.tag_ == "NNPS" or token.lower_ == "heads") and (met := self.assembled(token)):
            return met
        who = self.name(sentence, token)
        who = who if who and not who.vague else self._employer(sentence, token) or who
        return ([who] if who and not who.vague else self.assembled(token)) or ([who] if who else [])

    def _in_clause_before(self, sentence: Sentence, token: Token) -> list[Referent]:
        """ "MEPs deplore the delay, and they urge …": the plural subject of the clause that the pronoun's own goes on with."""
        verb = token.head
        before = children(verb.head, "nsubj") if verb.dep_ == "conj" else []
        plural = [t for t in before if t.tag_ in ("NNS", "NNPS") and t.i not in sentence.quoted]
        return [w for t in plural if (w := self.name(sentence, t)) and not w.vague]

    def _employer(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "Analysts at the institute", "a source in the Polish government": the body that people without names speak for."""
        if token.pos_ != "NOUN":
            return None
        human = is_human(token.lemma_.lower()) or token.lemma_ in SOURCES
        gone = any(c.lower_ in ("former", "retired", "ex") for c in token.children)  # who speaks for nobody any more
        organs = [t for t in after(token, *EMPLOYED) if human and t.lemma_.lower() in STATE_ORGANS]
        organs += [t for t in (*after(token, "for"), *children(token, "compound")) if human and not gone and t.lemma_.lower() in EMPLOYERS]
        cited = [a for verb in children(token, "acl") if verb.lemma_ in CITED for a in agents(verb)]
        named = [t for t in (*after(token, "at", "with", "from"), *cited) if t.pos_ == "PROPN"]
        if human and not organs and not named and (state := self.spoken_for(sentence, token)):
            return Referent(state, inferred=True)
        at = next(iter(organs or named), None)
        who = (self._organ if at is not None and at.dep_ == "compound" else self.name)(sentence, at) if at is not None else None
        if at is None or who is None or who.vague or who.person:
            return None
        if at.head.lower_ == "from" and not organs and who.id not in self.namer.pack.actor:
            return None  # "the publisher from Melitopol"
        return who if organs or not self.is_state(who.id) else None

    def name(self, sentence: Sentence, token: Token) -> Referent | None:
        """Who speaks, or None where nobody is named."""
        if (each := self.one_of(sentence, token)) is not None:
            return each
        head = trailing_name(sentence, token) or proper(token)
        who = (
            self._pronoun(sentence, head)
            or self._initials(head)
            or self._noun(sentence, head)
            or self._possessor(sentence, head)
            or self._organ(sentence, head)
            or self.named_holder(sentence, head)
            or self.named(sentence, head)
            or self.described(head)
        )
        if who and self.is_state(who.id) and head.lemma_.lower() in OUTLETS - {"agency", "broadcaster"}:
            who = self.described(head)  # a Russian outlet does not speak for Russia
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
        named = [p for p in people if self.is_named(p)]
        return named[0] if len(named) == 1 else None

    def _named_later(self, sentence: Sentence, token: Token, state: str) -> str | None:
        """ "A top Ukrainian official", "Czech minister says": the first of that state whom the next sentences name."""
        some = not any(c.lower_ in DEFINITE for c in token.children) and not UNNAMED.search(sentence.text)
        if not some or token.tag_ not in ("NN", "NNP") or token.lemma_.lower() not in PERSON_NOUNS or not self.is_state(state):
            return None
        for later in self.sentences[sentence.number + 1 : sentence.number + 1 + AHEAD]:
            people = [p for m in later.mentions if (p := m.id_of("person")) and self.namer.state_of(p) == state]
            if people:
                above = is_above(self.namer.pack, self.namer.discourse, people[0], token)
                return people[0] if people[0] not in self.met and not above else None
        return None

    def remember(self, token: Token, who: Referent) -> None:
        """Keep a speaker for the pronouns, surnames and bare nouns that may follow."""
        if who.person:
            self.person = who.id
            self.met.append(who.id)
            if token.pos_ == "PROPN":
                self.namer.discourse.surnames.setdefault(token.lower_, who.id)
        elif not who.vague:
            self.embody(token, who.id)
            self.press = self.press if self.is_state(who.id) else who.id
        if token.pos_ != "PRON":
            self.delegate = who if self.is_nameless(token, who) else None if who.person else self.delegate
        if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.lemma_.lower() in BODY_WORDS):
            self.nouns[token.lemma_.lower()] = who

    def _pronoun(self, sentence: Sentence, token: Token) -> Referent | None:
        if token.lower_ in HE or token.lower_ == "him":
            return self._he(sentence, token)
        if token.lower_ in THEY and (body := self.body_before(token)):
            return Referent(body, inferred=True)
        return None

    def _he(self, sentence: Sentence, token: Token) -> Referent | None:
        """Whom "he" or "she" means; read once, where the reader first comes to it."""
        key = (sentence.number, token.i)
        if key not in self.meant:
            beside = self.beside(sentence, token) or self.acting(sentence, token)
            known = Referent(beside, person=True, inferred=True) if beside else self._joined_subject(sentence, token) or self.delegate
            discourse = self.namer.discourse
            others = self.spoken_of | {discourse.author} if discourse.author and discourse.says_i else self.spoken_of
            self.meant[key] = known or self.cast.pronoun(sentence.number, female=token.lower_ in SHE, others=others)
        return self.meant[key]

    def _joined_subject(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "Its president said it was late, and she expressed regret": whom a noun means in the clause before."""
        verb = token.head
        joined = children(verb.head, "nsubj") if verb.dep_ == "conj" else []
        mark = next((t.i for t in reversed(sentence.tokens[: token.i]) if t.text == ";" and t.i not in sentence.quoted), 0)
        joined += [t for t in sentence.tokens[:mark] if t.dep_ == "nsubj" and is_definite(t) and t.i not in sentence.quoted]
        nouns = [t for t in joined if t.pos_ == "NOUN" and t.i < token.i]
        nouns = [t for t in nouns if is_human(t.lemma_.lower())]
        # "Ed Arnold told MPs that it was short; “Europe owes them the difference,” he said": whom the text has just brought in
        nouns += [t for t in sentence.tokens[:mark] if t.dep_ == "nsubj" and t.pos_ == "PROPN" and t.head.lemma_ in TELLING]
        named = [w for t in nouns for w in self.name_all(sentence, t) if w.person and not w.vague]
        return named[0] if named and is_female(named[0].id) == (token.lower_ in SHE) else None

    def _initials(self, token: Token) -> Referent | None:
        """ "The MFA", after the Latvian foreign ministry has spoken."""
        known = self.nouns.get("ministry")
        return known if known and INITIALS.get(token.text.upper(), " ") in known.id else None

    def _noun(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "The ministry", after "the Russian defence ministry"; "the official", after the official's name."""
        if is_aged(token):
            called = alias(token)
            return Referent(called, person=True) if called else next(self._latest(), None)
        if token.pos_ not in ("NOUN", "PROPN") or token.tag_ in ("NNS", "NNPS") or not any(c.lower_ in DEFINITE for c in token.children):
            return None
        return next(self._readings(sentence, token), None)

    def _readings(self, sentence: Sentence, token: Token) -> Iterator[Referent | None]:
        """What a definite noun may mean, the surest first; the first holds, and None among them leaves it without a name."""
        yield from self._by_its_phrase(sentence, token)
        yield from self._by_what_was_told(sentence, token)
        yield from self._by_its_post(sentence, token)

    def _by_its_phrase(self, sentence: Sentence, token: Token) -> Iterator[Referent | None]:
        """Whom the words around the noun give: its owner, a compatriot, a region, "his partner", "the guest"."""
        lemma, bare = token.lemma_.lower(), is_bare(token)
        if (owner := self._possessor(sentence, token) or self._of_body(sentence, token)) is not None:
            yield owner
        if is_human(lemma) and UNNAMED.search(text_of(list(token.subtree))):
            yield self.described(token)
        if bare and (host := self.of_issuer(sentence, token)):
            yield Referent(host, person=True, inferred=True)
        if (fellow := self.compatriot(sentence, token)) is not None:
            yield Referent(fellow, person=True, inferred=True)
        if lemma == "partner" and token.tag_ == "NN" and any(c.tag_ == "PRP$" for c in token.lefts):
            yield self.described(token)
        if (local := self.regional(token)) is not None:
            yield Referent(local, person=True, inferred=True)
        if lemma in ("host", "guest") and len(set(self.met)) < 2 and not any(m.id_of("person", "surname") for m in sentence.mentions):
            yield self.described(token)  # "his host", who is not he
        if bare and lemma in VISITS and (other := self.other_of(sentence)):
            yield Referent(other, person=True, inferred=True)

    def _by_what_was_told(self, sentence: Sentence, token: Token) -> Iterator[Referent]:
        """Whom the text has called so, or has just named."""
        lemma, bare = token.lemma_.lower(), is_bare(token)
        if (of_pair := self.meant.setdefault((sentence.number, token.i), self.other_of_pair(token))) is not None:
            yield of_pair
        if any("year-old" in t.lower_ or t.lower_ == "old" for t in token.lefts):
            yield from self._latest()
        if bare and (just := self.namer.just_named(sentence, token, self.roles(sentence, token))):
            yield Referent(just, person=True, inferred=True)
        if bare and (known := self.nouns.get(lemma)) and not known.vague:
            yield known
        if bare and (titled := self.titled_here(sentence, token)):
            yield Referent(titled, person=True, inferred=True)
        if is_human(lemma) and (known := self.called.meant(sentence, token, self.cast.latest())):
            yield Referent(known.id, person=True, inferred=True, vague=known.vague)

    def _by_its_post(self, sentence: Sentence, token: Token) -> Iterator[Referent | None]:
        """Who holds the post or which body is meant, as the pack knows it and as far as those told of fit it."""
        lemma, bare = token.lemma_.lower(), is_bare(token)
        who = self.namer.name(sentence, token)
        if who and who.person and not self.is_named(who.id) and (titled := self.in_that_post(sentence, token)):
            yield Referent(titled, person=True, inferred=True)
        if who and who.inferred and lemma in GOVERNING:
            who = None  # an organ is that of whoever spoke before, rather than of whoever acted
        somebody_else = is_trade(lemma) and lemma not in VISITS and any(c.tag_ == "PRP$" for c in token.lefts)  # "his customer"
        if is_human(lemma) and not (who and who.person) and not somebody_else:
            yield from self._among_the_cast(sentence, token, who)
        if bare and lemma == "ministry" and (own := self.own_ministry()):
            yield Referent(own, inferred=True)
        if bare and lemma in STATES and (state := self.namer.state_of(self.body or self.person or "")):
            yield Referent(state, inferred=True)
        if lemma in NEWS and self.paper and not _is_titled(token) and not after(token, "from", "of", "in"):
            yield Referent(self.paper, inferred=True)
        alone = lemma == "ministry" and who is None and not any(c.dep_ in ("compound", "amod") for c in token.lefts)
        if alone and bare and (self.press or self.body) not in self.namer.pack.actor:  # "by the ministry's own reckoning", no paper's
            yield Referent(state, inferred=True) if (state := self.namer.discourse.state) else None
        spoken_of = who is None and ((bare and lemma in PAPERS) or (lemma in OUTLETS and not _is_titled(token)))
        if spoken_of and (body := self._organisation(lemma)):
            yield Referent(body, inferred=True)
        yield who

    def _latest(self) -> Iterator[Referent]:
        """Who came up last, if anybody did."""
        for last in self.cast.latest():
            yield Referent(last.id, person=True, inferred=True, vague=last.vague)
            return

    def _among_the_cast(self, sentence: Sentence, token: Token, who: Referent | None) -> Iterator[Referent]:
        """ "The minister", "the Pentagon official": one of those who came up last whom the noun, and the body `who` it names, fit."""
        lemma = token.lemma_.lower()
        for person in [p.id for p in self.cast.latest() if not p.vague][:FEW]:
            stranger = person not in self.namer.pack.person and self.namer.state_of(person) is None
            if self.called.is_other(person, lemma):
                continue
            fits = who is None or self.is_of(person, who.id) or (stranger and not self.is_state(who.id))
            fits = fits and self.cast.is_possible(person, lemma) and self.may_hold(sentence, token, person)
            if fits and not self.is_elsewhere(sentence, token, person):
                yield Referent(person, person=True, inferred=True)
        unowned = who is None or who.id not in self.namer.pack.actor or self.is_state(who.id)
        if unowned and (holder := self.holder_here(sentence, token)):
            yield Referent(holder, person=True, inferred=True)

    def _organisation(self, lemma: str) -> str | None:
        """The body last spoken of; no state or bloc where it is called an institute or the like."""
        body = self.press or self.body
        actor = self.namer.pack.actor.get(body or "")
        return self.institute if lemma in OUTLETS and self.institute and actor is not None and actor.type in LANDS else body

    def _possessor(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "His office", "the president's office": the state or body of the person spoken of."""
        his = next((c for c in token.children if c.dep_ == "poss" and (c.lower_ in ("his", "her") or c.lemma_ in PERSON_NOUNS)), None)
        if his is None or token.lemma_.lower() not in OFFICES or sentence.at.get(token.i) is not None:
            return None
        near = self.beside(sentence, his) if his.pos_ == "PRON" else None
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
        posts = [
            p for b in bodies if b for r in roles for p in self.namer.pack.holders.get((r, b), ()) if p.held_on(*days) and r not in LOCAL
        ]
        named = [p for p in posts if subject is not None and subject.text in p.title]
        people = {p.person for p in named or posts}
        return Referent(people.pop(), person=True, inferred=True) if len(people) == 1 else None

    def _led_by(self, sentence: Sentence) -> str | None:
        """ "Moscow affected surprise. The ministry said": the state whose capital the sentence before is about."""
        before = self.sentences[sentence.number - 1] if sentence.number else None
        lead = subject_of(before) if before is not None and before.block_number == sentence.block_number else None
        mention = before.at.get(lead.i) if before is not None and lead is not None else None
        return mention.id_of("metonym") if mention else None

    def _organ(self, sentence: Sentence, token: Token) -> Referent | None:
        """ "The air force": that of the state that the text is with, if the phrase names none."""
        mention = sentence.at.get(token.i)
        staff = token.dep_ == "compound" and token.lemma_.lower() in EMPLOYERS  # "a defence ministry official"
        named = mention is not None and (mention.id_of("actor") is not None or not staff)
        if token.tag_ not in ("NN", "NNP", "NNPS") or named or self.namer.modifier(sentence, token):
            return None
        if staff:
            state = staffed_by(self.namer.pack, sentence, token) or self.namer.discourse.home
            found = organ_of(self.namer.pack, token, [state]) if state else None
            return Referent(found, inferred=True) if found else None
        if not any(c.lower_ in DEFINITE or c.dep_ == "poss" for c in token.children):
            return None
        if state := seat_before(sentence, token):
            return Referent(organ_of(self.namer.pack, token, [state]) or state, inferred=True)
        near = (
            acting_state(self.namer.pack, sentence, token),
            self._led_by(sentence),
            *self.last,
            self.namer.discourse.home,
            self.body,
            self.namer.discourse.state,
            self.namer.discourse.person,
        )
        here = [n.id for m in sentence.mentions for n in m.names if n.type in ("actor", "metonym", "adjective")]
        lands = [self.namer.pack.country_of.get(n.id) for m in sentence.mentions for n in m.names if n.type == "place"]
        states = [s for i in (*near, *here, *lands) if i and (s := self.namer.state_of(i))]
        if (same := self.nouns.get(token.lemma_.lower())) and (state := self.namer.state_of(same.id)):
            states = [state]  # "The Justice Ministry", after the Russian one
        spoke = {self.namer.state_of(i) for i in (*self.last, self._led_by(sentence)) if i}
        # an aggressor that only acts in a text does not speak in it
        speaking = [s for s in states if s != AGGRESSOR or s in spoke]
        # "Russia attacked with 60 drones. The air force said": that of those who were attacked
        defending = states and not speaking and token.lemma_.lower() in DEFENDERS
        found = organ_of(self.namer.pack, token, [BENEFICIARY] if defending else speaking)
        return Referent(found, inferred=True) if found else None


def _is_titled(token: Token) -> bool:
    """Whether an outlet has its name beside it ("the Kurier newspaper")."""
    return any(c.dep_ in ("compound", "nmod", "appos") and c.pos_ == "PROPN" for c in token.children)
