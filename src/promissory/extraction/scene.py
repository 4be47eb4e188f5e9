"""What the finders of claims share: the document around a sentence, and the draft of a claim."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from promissory.extraction.grammar.mood import Mood, mood_of
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after, conjuncts
from promissory.extraction.lexicon.callings import ORGANS, PERSON_NOUNS
from promissory.extraction.names.abreast import members_behind
from promissory.extraction.names.acquainting import acquaint
from promissory.extraction.names.discourse import Discourse, Referent
from promissory.extraction.names.naming import Namer
from promissory.extraction.names.posting import owned_by
from promissory.extraction.names.shortening import are_some_members
from promissory.extraction.speech.attributing import Attribution
from promissory.extraction.speech.speaking import Floor
from promissory.extraction.speech.voicing import Voice, Voices
from promissory.model import Document
from promissory.packs import Pack

if TYPE_CHECKING:
    from promissory.extraction.words import Token


@dataclass
class Draft:
    """A claim in the making. Offsets are the document's; `features` feed the ranker, `trigger` is the word it hangs on."""

    kind: str
    status: str
    trigger: tuple[int, int]
    evidence: list[tuple[int, int]]
    parties: dict[str, list[str]] = field(default_factory=dict)
    slots: dict[str, Any] = field(default_factory=dict)
    grounds: dict[str, tuple[int, int]] = field(default_factory=dict)
    inferred: dict[str, str] = field(default_factory=dict)
    features: dict[str, float] = field(default_factory=dict)
    rule: str = ""
    #: the token of the clause it stands in, where one sentence may say the same of two acts ("have come and more are on their way")
    clause: int = 0

    def add(self, role: str, ids: list[str]) -> None:
        """Add actors to a role, each once."""
        known = self.parties.setdefault(role, [])
        known += [i for i in ids if i not in known]


@dataclass
class Scene:
    """A document while its sentences are read in order."""

    document: Document
    pack: Pack
    namer: Namer
    discourse: Discourse
    sentences: list[Sentence]
    #: share of sentences that speak of the country the pack is about
    focus: float = 0.0
    #: what the sentence that leads a list undertakes (set and read by the commitments)
    lead_gift: object = None
    #: the package told last, whose list may follow later (set and read by the commitments)
    package: object = None
    #: whether one house has passed a bill that the other has still to pass
    pending: bool = False
    #: the agreements told so far, on which later ones lean (set and read by the agreements)
    told: list[Draft] = field(default_factory=list)
    #: the schemes told so far, which later sentences may come back to (set and read by the initiatives)
    schemes: list[Draft] = field(default_factory=list)
    #: the proposals told so far, to which later ones are answers (set and read by the proposals)
    urged: list[Draft] = field(default_factory=list)
    #: a short paragraph without a headline: an entry of a list of support, or a sentence on its own
    is_note: bool = False
    #: whether the headline names the supported country, its people or places
    is_headlined: bool = False
    #: whose turn it is, in a transcript
    floor: Floor = field(default_factory=Floor)
    #: who says what, in the order of the text
    attributions: tuple[Attribution, ...] = ()
    _voices: Voices | None = None
    _moods: dict[tuple[int, int], Mood] = field(default_factory=dict)

    #: the actor whose support the pack is about
    beneficiary = "UA"

    @property
    def voices(self) -> Voices:
        """The speakers met so far."""
        if self._voices is None:
            self._voices = Voices(self.namer, self.document.text, self.sentences)
        return self._voices

    @cached_property
    def speech(self) -> dict[int, list[Attribution]]:
        """Sentence number → the attributions that run through the sentence or name their speaker in it."""
        found: dict[int, list[Attribution]] = {}
        for attribution in self.attributions:
            numbers = {s.number for s in attribution.sentences} | {s.number for s, _ in attribution.cues}
            for number in sorted(numbers):
                found.setdefault(number, []).append(attribution)
        return found

    def within(self, start: int, end: int) -> list[Sentence]:
        """The sentences that reach into `[start, end)` of the text."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return [s for s in self.sentences[first : bisect_left(self._starts, end)] if start < s.end]

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def voice(self, attribution: Attribution) -> Voice | None:
        """Who speaks in an attribution."""
        return self.voices.of(attribution)

    def speaker_of(self, sentence: Sentence, token: Token) -> Voice | None:
        """Who says the words that a token stands in; None where the text itself does."""
        at = sentence.start + token.idx
        here = self.speech.get(sentence.number, ())
        quoting = [a for a in here if any(q.start <= at < q.end for q in a.quotations)]
        # of "X said that …, as Y reports" the one whose report is inside the other's
        telling = [(len(c.content), n, a) for n, a in enumerate(here) for s, c in a.cues if s is sentence and token.i in c.content]
        found = quoting[0] if quoting else min(telling)[2] if telling else None
        return self.voice(found) if found else None

    def heard(self, sentence: Sentence, verb: Token) -> Voice | None:
        """Who was found to speak by a verb; None where it is nobody with a name."""
        for said in self.speech.get(sentence.number, ()):
            if any(s is sentence and cue.word.i == verb.i for s, cue in said.cues):
                voice = self.voice(said)
                return voice if voice and not voice.vague else None
        return None

    def meet(self, sentence: Sentence) -> None:
        """Read on: who speaks in the sentence, and who is named in it."""
        here = self.speech.get(sentence.number, [])
        if turn := self.floor.holder(sentence.start):
            self.discourse.author = turn.speaker
            self.discourse.addressee = self.floor.other(turn.speaker)
        self.voices.listen(sentence, here)
        acquaint(self.namer, sentence)
        self.voices.recall(sentence, here)

    def mood(self, sentence: Sentence, verb: Token) -> Mood:
        key = (sentence.number, verb.i)
        if key not in self._moods:
            self._moods[key] = mood_of(verb)
        return self._moods[key]

    @property
    def is_about_beneficiary(self) -> bool:
        """Whether what is told of nobody in particular is told of the supported country: most of the text or its headline is about it,

        or one of its leaders or offices speaks, who need not name it.
        """
        own = (self.discourse.author, self.discourse.home)
        speaks = any(who is not None and (self.namer.state_of(who) or who) == self.beneficiary for who in own)
        return self.focus > ABOUT or self.is_headlined or speaks

    def draft(self, sentence: Sentence, kind: str, status: str, trigger: Token, rule: str) -> Draft:
        """A draft that stands on the whole sentence and takes its status from the trigger."""
        at = sentence.bounds(trigger)
        return Draft(kind, status, at, [(sentence.start, sentence.end)], grounds={"status": at}, rule=rule)

    def named(self, sentence: Sentence, tokens: list[Token]) -> list[Referent]:
        """Everyone the phrases headed by the tokens name, in order, each once."""
        found: list[Referent] = []
        for token in tokens:
            if token.lower_ in ("they", "them", "both"):
                plural = self.namer.name_all(sentence, token)
            else:
                plural = self._speaking(sentence, token) or self._of_several(sentence, token)
            one = self.namer.name(sentence, token)
            found += [who for who in (plural or ([one] if one else [])) if who not in found]
        return found

    def _speaking(self, sentence: Sentence, token: Token) -> list[Referent]:
        """ "“We will keep up support,” the four leaders said": the states of all for whom it is said; the one helped is not among them."""
        if token.lower_ not in ("we", "us") or token.i not in sentence.quoted:
            return []
        at = sentence.start + token.idx
        quoting = [a for a in self.speech.get(sentence.number, ()) if any(q.start <= at < q.end for q in a.quotations)]
        voice = self.voices.heard.get(id(quoting[0])) if quoting else None  # not asked before its turn: who "she" is hangs on the order
        if voice is None or voice.vague or len(voice.ids) < 2:
            return []
        bodies = dict.fromkeys(self.namer.body_of(i) or i for i in voice.ids)
        return [Referent(b, inferred=True) for b in bodies if b != self.beneficiary]

    def _of_several(self, sentence: Sentence, noun: Token) -> list[Referent]:
        """ "The Danish and Dutch governments", "the leaders of Britain and France": the several states that a plural is of."""
        if members := self.members_of(sentence, noun):
            return members
        if noun.tag_ not in ("NNS", "NNPS") or are_some_members(noun):
            return []
        if counted := self._of_so_many(sentence, noun) or self._namely(sentence, noun):
            return counted
        if noun.lemma_.lower() in PEERS and noun.i not in sentence.quoted and any(c.lower_ == "our" for c in noun.lefts):
            return [Referent(state, inferred=True) for state in self.discourse.authors]  # "our countries"
        of = [i for t in owned_by(noun) if (mention := sentence.at.get(t.i)) and (i := mention.id_of("actor", "metonym"))]
        if len(set(of)) > 1 and noun.lemma_.lower() in PERSON_NOUNS | ORGANS | {"head"}:
            return [Referent(ident) for ident in dict.fromkeys(of)]
        words = [part for word in noun.lefts if word.dep_ in ("amod", "nmod", "compound") for part in conjuncts(word)]
        found = [ident for word in words if (mention := sentence.at.get(word.i)) and (ident := mention.id_of("adjective", "actor"))]
        return [Referent(ident) for ident in dict.fromkeys(found)] if len(set(found)) > 1 else []

    def members_of(self, sentence: Sentence, noun: Token) -> list[Referent]:
        """ "A number of allies, among them Norway and Spain": those named and the others; of "states such as Norway" those named."""
        several = next(iter(after(noun, "of")), noun) if noun.lemma_.lower() in COUNTING else noun
        if several.tag_ not in ("NNS", "NNPS") or several.lemma_.lower() not in PEERS:
            return []
        members = members_behind(sentence, several)
        if not members or any(self.pack.actor[ident].type != "state" for ident in members):
            return []
        such = any(c.dep_ == "prep" and c.lower_ in ("as", "like") for c in several.rights)
        return [*(Referent(state) for state in members), *([] if such else [Referent("partners", vague=True)])]

    def _namely(self, sentence: Sentence, noun: Token) -> list[Referent]:
        """ "Eight NATO countries, namely Belgium, Canada and Denmark": those who are spelt out, and not what they are members of."""
        behind = [c for c in noun.children if c.dep_ == "appos" and any(t.lower_ == "namely" for t in c.lefts)]
        told = [self.namer.name(sentence, part) for child in behind for part in conjuncts(child)]
        states = [who for who in told if who and (actor := self.pack.actor.get(who.id)) and actor.type == "state"]
        return states if len(states) == len(told) else []

    def _of_so_many(self, sentence: Sentence, noun: Token) -> list[Referent]:
        """ "The five nations", "both governments", after a list of so many that acted."""
        before = [c for c in noun.lefts if c.lower_ in ("the", "these", "those", "both", "all")]
        if noun.lemma_.lower() not in PEERS or not before or sentence.at.get(noun.i) is not None:
            return []
        counts = [sentence.number_at[c.i].value for c in noun.lefts if c.i in sentence.number_at]
        number = counts[0] if counts else 2 if any(c.lower_ == "both" for c in before) else None
        told = self.discourse.last_subject(sentence.number, noun.i, person=None)
        return list(told) if len(told) == number else []

    def states(self, referents: list[Referent]) -> list[str]:
        """The states and bodies behind the referents, each once."""
        found: list[str] = []
        for who in referents:
            state = self.namer.state_of(who.id) or who.id
            if state not in found:
                found.append(state)
        return found


#: The share of sentences on a country above which a text is about it.
ABOUT = 0.2
#: Nouns that count others ("a number of states").
COUNTING = frozenset("number handful dozen group majority series range".split())
#: Nouns that stand for states told before.
PEERS = frozenset("country nation state ally government capital neighbour neighbor partner member".split())
#: Whoever is supported, and against whom.
SIDES = frozenset((Scene.beneficiary, "RU"))
