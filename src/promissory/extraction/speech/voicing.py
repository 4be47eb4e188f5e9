"""Who speaks: the phrase before a verb of saying → an actor id, for people and bodies that the pack may not know."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import SUBJECTS, after, children, conjuncts
from promissory.extraction.lexicon.callings import PERSON_NOUNS
from promissory.extraction.lexicon.sayers import is_aged, is_human
from promissory.extraction.names.casting import LEADS, SPEAKS
from promissory.extraction.names.describing import beside
from promissory.extraction.names.discourse import Referent
from promissory.extraction.names.strangers import acts_as_person, parts_of, slug
from promissory.extraction.speech.attributing import Attribution
from promissory.extraction.speech.entering import speaks_in, spoken_of, weight_of
from promissory.extraction.speech.holding import asked_in, name_given_in, subject_of, viewed_by
from promissory.extraction.speech.meaning import Meanings
from promissory.extraction.speech.speakers import is_definite, paper_in, proper, trailing_name

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What ministries are called.
MINISTERIAL = frozenset(("ministry", "mod", "mfa"))
RECEIVES = frozenset("meet host welcome receive greet visit".split())
MEETS = frozenset("meet speak talk hold have discuss confer".split())


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: actor ids, the words that name them (document offsets); `vague` if they have no name."""

    ids: tuple[str, ...]
    at: tuple[int, int]
    person: bool = False
    vague: bool = False


@dataclass
class Voices(Meanings):
    """The speakers of a document so far."""

    heard: dict[int, Voice | None] = field(default_factory=dict)

    def of(self, attribution: Attribution) -> Voice | None:
        """Who speaks in an attribution; worked out once, when the reader first comes to it."""
        if id(attribution) not in self.heard:
            self.heard[id(attribution)] = self._voice(attribution)
        return self.heard[id(attribution)]

    def _voice(self, attribution: Attribution) -> Voice | None:
        if attribution.answers:
            return Voice((attribution.answers[0],), attribution.answers[1], person=True)
        speakers = attribution.speakers
        if speakers is None:
            return None
        sentence, tokens = speakers
        self.spoken_of = spoken_of(attribution)
        named = [
            who
            for token in tokens
            for who in self.name_all(sentence, token)
            if len(re.sub(r"\W", "", who.id)) > 2 or who.id in self.namer.pack.actor
        ]
        self.spoken_of = frozenset()
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
        self._note_entrances(sentence, here)
        self._note_subjects(sentence, silent=not any(self.of(a) for a in here))

    def _note_entrances(self, sentence: Sentence, here: list[Attribution]) -> None:
        """Keep who comes up in a sentence, and how much to the front: speakers, its subject, those who act, those named."""
        named = [a for a in here if (voice := self.of(a)) and voice.person and not voice.vague]
        said = {i for a in named for s, cue in a.cues if s is sentence for i in cue.content}
        lead = asked_in(sentence) or name_given_in(sentence) or viewed_by(sentence) or subject_of(sentence)
        self._join_descriptions(sentence, here)
        for token in sentence.tokens:
            leads = lead is not None and token.i == lead.i
            if not leads and token.pos_ not in ("NOUN", "PROPN") and token.tag_ not in ("NN", "NNS"):
                continue
            self.note_several(sentence, token)
            self.note_pair(sentence, token)
            self.note_authors(sentence, token)
            if who := self._entering(sentence, token, leads=leads):
                self.cast.enter(sentence.number, who, weight_of(sentence, token, lead, said))
                if who.person and token.pos_ in ("PROPN", "NOUN"):
                    self.called.note(sentence, token, who)
                    self.cast.note_sex(who.id, {t.lower_.rstrip(".") for t in beside(token)})
        for attribution in here:
            if (voice := self.of(attribution)) and voice.person and speaks_in(attribution, sentence):
                who = Referent(voice.ids[0], person=True, vague=voice.vague)
                self.cast.enter(sentence.number, who, SPEAKS)
                if voice.vague and attribution.speakers and attribution.speakers[0] is sentence:
                    self.called.note(sentence, attribution.speakers[1][0], who)

    def _join_descriptions(self, sentence: Sentence, here: list[Attribution]) -> None:
        """ "The mayor has become an electrician. “I can splice a cable,” says Bondar": the first to speak by name is he who led there."""
        before = self.sentences[sentence.number - 1] if sentence.number else None
        if before is None or before.block_number != sentence.block_number:
            return
        led = [e.who for e in self.cast.entrances if e.number == before.number and e.weight == LEADS and e.who.vague]
        lead = subject_of(before)
        new = [v for a in here if (v := self.of(a)) and v.person and not v.vague and v.ids[0] not in self.cast.people]
        named = any(a.speakers and a.speakers[0] is sentence and a.speakers[1][0].pos_ == "PROPN" for a in here)
        if len(led) == 1 and new and named and lead is not None and any(c.lower_ == "the" for c in lead.lefts):
            words = self.called.known.get(led[0].id, set())
            self.called.known.setdefault(new[0].ids[0], set()).update(words)

    def _entering(self, sentence: Sentence, token: Token, *, leads: bool) -> Referent | None:
        """Whom a word brings into the text: a name; as the subject of a sentence, whoever a noun or a pronoun means."""
        if token.pos_ == "PROPN" and token.dep_ not in ("compound", "nmod", "amod"):
            who = self.namer.name(sentence, token) or self.by_given_name(sentence, token)
            if who is None and leads and token.dep_ == "attr":
                who = Referent(slug([token.text]), person=True)
            known = leads or token.i in sentence.at or acts_as_person(token) or (who is not None and who.id in self.namer.pack.person)
            known = known or (token.dep_ == "nsubj" and len(parts_of(sentence, token)) > 1)
            return who if who and (known or who.id in self.cast.people) else None
        if leads and token.lower_ in ("he", "she"):
            return self._he(sentence, token)
        if leads and is_aged(token):
            return self.name(sentence, token)
        if not leads and token.dep_ == "nsubj" and token.pos_ == "NOUN" and token.lemma_.lower() in PERSON_NOUNS and is_definite(token):
            held = self.name(sentence, token)
            return held if held and held.person and not held.vague else None
        if leads and token.pos_ == "NOUN" and token.tag_ == "NN" and is_human(token.lemma_.lower()):
            named = trailing_name(sentence, token) or _name_after_be(token) or proper(token)
            noun = self._noun(sentence, named) if named.pos_ == "NOUN" else None
            return noun or self.namer.name(sentence, named) or self.by_given_name(sentence, named) or self.described(token)
        return None

    def _note_subjects(self, sentence: Sentence, *, silent: bool) -> None:
        """Keep who acts in a sentence, for "it" after it if it reports no speech, and for "they": "X and Y met", "X met with Y"."""
        self.paper = paper_in(sentence, self.papers) or self.paper
        actors = (self.namer.pack.actor.get(m.id_of("actor") or "") for m in sentence.mentions)
        for actor in (a for a in actors if a is not None and a.type == "organisation" and a.id not in self.newsrooms):
            self.institute = actor.id
        for token in sentence.tokens:
            if token.dep_ not in SUBJECTS or token.head.head.i != token.head.i or token.pos_ == "PRON":
                continue
            partners = after(token.head, "with") if token.head.lemma_ in MEETS else []
            toured = token.head.lemma_ == "visit" and len(conjuncts(token)) > 1  # "three senators visited Kyiv": "they" are the three
            partners += children(token.head, "dobj") if token.head.lemma_ in RECEIVES and not toured else []
            named = [w for t in [*conjuncts(token), *partners] if (w := self.namer.name(sentence, proper(t)))]
            self.met += [w.id for w in named if w.person]
            self.delegate = None if silent and any(w.person for w in named) else self.delegate
            bodies = [w.id for w in named if not w.person]
            if token.lemma_.lower() in MINISTERIAL and named and not named[0].person:
                self.nouns["ministry"] = named[0]
            if bodies and silent:
                self.embody(token, bodies[0])
            self.press = next((b for b in bodies if not self.is_state(b)), self.press)
            self.gather(named)


def _name_after_be(noun: Token) -> Token | None:
    """ "Her closest rival is Ivan Bondar": who it is that the subject is said to be."""
    return next((c for c in children(noun.head, "attr") if c.pos_ == "PROPN"), None) if noun.head.lemma_ == "be" else None
