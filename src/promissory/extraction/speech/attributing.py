"""Joins quotations to the cues that say whose they are: in the sentence, before a colon, in the next or the previous sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents
from promissory.extraction.grammar.tree import SUBJECTS
from promissory.extraction.lexicon.punctuation import CLOSING
from promissory.extraction.speech.bylines import is_quote_label, line_above
from promissory.extraction.speech.cueing import find_cues
from promissory.extraction.speech.cues import Cue
from promissory.extraction.speech.holding import can_speak, gesturing, holder_of, is_person, is_question, subject_of
from promissory.extraction.speech.interviewing import Interview
from promissory.extraction.speech.pulling import find_pulled
from promissory.extraction.speech.resuming import (
    is_body_cited,
    is_called,
    is_impersonal,
    is_undertaken,
    may_go_on,
    same_words,
    speaks_before,
)
from promissory.extraction.text.marking import Quotation
from promissory.packs import Pack

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: A quotation of fewer words with no cue of its own is a name or a figure of speech.
FEWEST_WORDS = 4
PRONOUNS = ("he", "she", "they", "him", "her")
NO_INTERVIEW = Interview()

#: How many words a verb of saying has behind it at most before the quotation it leads to.
LEADING = 6


@dataclass
class Attribution:
    """What one speaker said in one go: the cues that say so, the quotations it consists of, the sentences it runs through."""

    cues: list[tuple[Sentence, Cue]] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    #: who speaks where no cue of speech says so: the subject of the sentence before
    subject: tuple[Sentence, Token] | None = None
    #: who answers in an interview, and where the text names them
    answers: tuple[str, tuple[int, int]] | None = None

    @property
    def first(self) -> int:
        """The number of the first sentence it runs through."""
        return min(s.number for s in self.sentences)

    @property
    def speakers(self) -> tuple[Sentence, tuple[Token, ...]] | None:
        """The sentence that names who speaks, and the heads of the phrases that do."""
        if self.cues:
            return self.cues[0][0], self.cues[0][1].speakers
        return (self.subject[0], (self.subject[1],)) if self.subject else None

    def add(self, sentence: Sentence) -> None:
        if sentence not in self.sentences:
            self.sentences.append(sentence)


def attribute(
    pack: Pack, sentences: Sequence[Sentence], quotations: Sequence[Quotation], interview: Interview = NO_INTERVIEW
) -> tuple[Attribution, ...]:
    """The attributions of a document in the order of the text; each cue and each quotation stands in one of them at most."""
    reader = _Reader(pack, sentences, quotations, interview)
    reader.read()
    return tuple(sorted(reader.found, key=lambda a: a.first))


class _Reader:
    """Goes through a document's quotations and cues once."""

    def __init__(self, pack: Pack, sentences: Sequence[Sentence], quotations: Sequence[Quotation], interview: Interview) -> None:
        self.pack, self.sentences, self.quotations, self.interview = pack, sentences, quotations, interview
        self.starts = [s.start for s in sentences]
        self.cues = {s.number: find_cues(pack, s) for s in sentences}
        self.of: dict[int, list[Attribution]] = {}
        self.found: list[Attribution] = []

    def read(self) -> None:
        for sentence in self.sentences:
            for cue in self.cues[sentence.number]:
                if cue.content and not (cue.role == "label" and self.interview.answers_in(sentence.start, sentence.end)):
                    self._report(sentence, cue)
        chains = [*self._chains()]
        pulled = [*find_pulled([(chain, self._touched(chain)) for chain in chains])]
        for chain in chains:
            if all(chain is not apart for apart, _ in pulled):
                self._quote(chain)
        for apart, source in pulled:
            if whole := next((a for a in self.found if source[0] in a.quotations), None):
                self._take(whole, list(apart))
            else:
                self._quote(list(apart))
        for sentence in self.sentences:
            self._merge(sentence)
        for sentence in self.sentences:
            self._resume(sentence)

    # --- building ------------------------------------------------------------------------------------------------------

    def _report(self, sentence: Sentence, cue: Cue) -> Attribution:
        """The attribution of a cue: that of another cue of the same speaker in the sentence, or a new one."""
        for known in self.of.get(sentence.number, ()):
            for other_sentence, other in known.cues:
                if other is cue or (other_sentence is sentence and other.speakers[0].i == cue.speakers[0].i):
                    if other is not cue:
                        known.cues.append((sentence, cue))
                    return known
        return self._start(sentence, [(sentence, cue)])

    def _start(self, sentence: Sentence, cues: list[tuple[Sentence, Cue]]) -> Attribution:
        new = Attribution(cues=cues)
        self.found.append(new)
        self._spread(new, sentence)
        return new

    def _spread(self, attribution: Attribution, sentence: Sentence) -> None:
        attribution.add(sentence)
        if attribution not in (here := self.of.setdefault(sentence.number, [])):
            here.append(attribution)

    def _take(self, attribution: Attribution, chain: list[Quotation]) -> None:
        """Give the quotations of a chain, and the sentences they run through, to an attribution."""
        attribution.quotations += [q for q in chain if q not in attribution.quotations]
        for sentence in self._touched(chain):
            self._spread(attribution, sentence)

    # --- quotations ----------------------------------------------------------------------------------------------------

    def _chains(self) -> Iterator[list[Quotation]]:
        """Quotations, those that run on over paragraphs together."""
        chain: list[Quotation] = []
        for quotation in self.quotations:
            chain.append(quotation)
            if not quotation.open:
                yield chain
                chain = []
        if chain:
            yield chain

    def _touched(self, chain: list[Quotation]) -> list[Sentence]:
        first = max(0, bisect_right(self.starts, chain[0].start) - 1)
        near = self.sentences[first : bisect_left(self.starts, chain[-1].end)]
        return [s for s in near if any(q.start < s.end and s.start < q.end for q in chain)]

    def _quote(self, chain: list[Quotation]) -> None:
        touched = self._touched(chain)
        if not touched:
            return
        if self.interview.speaker and self.interview.holds(chain[0]):
            new = self._start(touched[0], [])
            new.answers = (self.interview.speaker, self.interview.at)
            self._take(new, chain)
        elif (cue := self._cue_inside(chain, touched)) and not is_impersonal(*cue):
            if cue[1].role != "quote" or self._is_introduced(chain, touched) or is_undertaken(*cue) or is_called(cue, chain, touched[-1]):
                self._take(self._report(*cue), chain)
        elif subject := self._before_colon(chain, touched[0]):
            new = self._start(touched[0], [])
            new.subject = (touched[0], subject)
            self._take(new, chain)
        elif (line := self._line(chain, touched)) is not None:
            self._take(self._start(touched[0], [line]), chain)
        elif self._is_whole(chain, touched) and (near := self._near(touched)):
            self._take(near, chain)

    def _line(self, chain: list[Quotation], touched: list[Sentence]) -> tuple[Sentence, Cue] | None:
        """The source of a report for what stands in it as "Quote: “…”"."""
        label = touched[0].text[: max(0, chain[0].start - touched[0].start)]
        return line_above(self.sentences, touched[0].number) if is_quote_label(label) else None

    def _cue_inside(self, chain: list[Quotation], touched: list[Sentence]) -> tuple[Sentence, Cue] | None:
        """The nearest cue in the sentences a quotation runs through; one after its end before one ahead of it."""
        ranked: list[tuple[int, Sentence, Cue]] = []
        led = any(_leads_to(touched[0], cue, chain[0]) for cue in self.cues[touched[0].number])
        for sentence in dict.fromkeys((touched[-1], touched[0])):
            for cue in self.cues[sentence.number]:
                if led and _passes_on(cue) and sentence.bounds(cue.word)[0] >= chain[-1].end:
                    continue  # "X added, “…”, according to the agency": who passes it on
                at = sentence.bounds(cue.word)[0]
                distance = at - chain[-1].end if at >= chain[-1].end else chain[0].start - at
                covered = any(chain[0].start <= sentence.start + sentence.tokens[i].idx < chain[-1].end for i in cue.content)
                ranked.append((distance - (1000 if covered else 0), sentence, cue))
        best = min(ranked, key=lambda r: (r[0], r[1].number), default=None)
        return (best[1], best[2]) if best else None

    def _before_colon(self, chain: list[Quotation], sentence: Sentence) -> Token | None:
        """Who leads to a quotation with a colon: the subject ("The mayor was blunt: “…"), by whom it was done, whose it is."""
        before = sentence.text[: max(0, chain[0].start - sentence.start)].rstrip()
        if not before.endswith(":"):
            return None
        ahead = [t for t in sentence.tokens if t.idx < len(before) and t.i not in sentence.quoted]
        # "asked what he needed, X did not hesitate": the main clause first
        lead = sorted((t for t in ahead if t.dep_ in SUBJECTS), key=lambda t: t.head.head.i != t.head.i)
        others = [t for v in ahead for t in agents(v)] + [t for t in ahead if t.dep_ == "poss" and is_person(sentence, t)]
        able = (t for t in (*lead, *others) if can_speak(sentence, t))
        return next(able, lead[0] if lead else None)

    def _is_introduced(self, chain: list[Quotation], touched: list[Sentence]) -> bool:
        """Whether a quotation is set off as speech: at the start of its sentence, after a comma or colon, or closed by a stop."""
        before = touched[0].text[: max(0, chain[0].start - touched[0].start)].rstrip()
        inside = touched[-1].text[: chain[-1].end - touched[-1].start].rstrip(CLOSING)
        follows = touched[-1].text[chain[-1].end - touched[-1].start :].lstrip()
        return not before or before[-1] in ",:–—-" or inside[-1:] in ",.!?…" or follows.startswith(",")

    def _is_whole(self, chain: list[Quotation], touched: list[Sentence]) -> bool:
        """Whether a quotation is speech by itself: it opens a sentence and has words enough, or runs over sentences."""
        words = sum(len(s.tokens) for s in touched)
        opens = any(abs(s.start - chain[0].start) <= 2 for s in touched)
        return len(touched) > 1 or (opens and words >= FEWEST_WORDS)

    def _near(self, touched: list[Sentence]) -> Attribution | None:
        """The attribution of a quotation without a cue in its own sentences."""
        before, after = self._sentence(touched[0].number - 1), self._sentence(touched[-1].number + 1)
        if before and self._leads(before, touched[0]):
            return self._of_lead(before)
        if after and after.block_number == touched[-1].block_number and (cue := self._bare(after)):
            return self._report(after, cue)
        if (
            after
            and (before is None or before.block_number != touched[0].block_number)
            and (who := gesturing(touched[-1], after)) is not None
        ):
            new = self._start(touched[0], [])
            new.subject = (after, who)
            return new
        if before and (asked := self._answered(before, touched[0])):
            return asked
        if before and (known := self._latest(before, touched[0])):
            return known
        if holder := holder_of(self.sentences, self.of, touched[0]):
            new = self._start(touched[0], [])
            new.subject = holder
            return new
        return None

    def _sentence(self, number: int) -> Sentence | None:
        return self.sentences[number] if 0 <= number < len(self.sentences) else None

    def _leads(self, before: Sentence, here: Sentence) -> bool:
        return before.text.rstrip().endswith(":") and before.block_number >= here.block_number - 1

    def _of_lead(self, before: Sentence) -> Attribution | None:
        """What a sentence that ends in a colon introduces: the speech of its last cue, or of its subject."""
        cues = self.cues[before.number]
        if cues:
            return self._report(before, cues[-1])
        if (subject := subject_of(before)) is not None:
            new = self._start(before, [])
            new.subject = (before, subject)
            return new
        return None

    def _bare(self, sentence: Sentence) -> Cue | None:
        """The cue of a sentence that is nothing else ("Smith said.") or opens with it ("Smith said. “…")."""
        return next((c for c in self.cues[sentence.number] if not c.content and c.word.i <= 8), None)

    def _answered(self, before: Sentence, here: Sentence) -> Attribution | None:
        """What is said in a paragraph of its own to whoever spoke in the one before: by the one who is asked, or spoke before in turn."""
        last = next((a for a in self.of.get(before.number, ()) if a.quotations and a.cues), None)
        if last is None or before.block_number != here.block_number - 1 or last.speakers is None:
            return None
        name = last.speakers[1][0].lower_
        earlier = [a for s in self.sentences[: last.first] for a in self.of.get(s.number, ()) if a.speakers]
        others = [a.speakers for a in earlier if a.speakers and a.speakers[1][0].lower_ not in (name, *PRONOUNS)]
        asked = any(c.word.lemma_ == "ask" for _, c in last.cues)
        if not others or not (asked or (name not in PRONOUNS and self._in_turn(earlier[-1], last, here))):
            return None
        new = self._start(here, [])
        new.subject = others[-1][0], others[-1][1][0]
        return new

    def _in_turn(self, one: Attribution, other: Attribution, here: Sentence) -> bool:
        """Whether two have just spoken in turn, each in a paragraph that is nothing but what was said and by whom."""
        turns = [a for a in (one, other) if a.quotations and a.cues and a.speakers]
        blocks = [a.sentences[0].block_number for a in turns]
        alone = all(len([s for s in self.sentences if s.block_number == b]) == 1 for b in blocks)
        named = [a.speakers[1][0].lower_ for a in turns if a.speakers]
        return alone and blocks == [here.block_number - 2, here.block_number - 1] and len(set(named)) > 1

    def _latest(self, before: Sentence, here: Sentence) -> Attribution | None:
        """What the sentence before reports: in the same paragraph, or quoted at its end in the paragraph before."""
        known = [a for a in self.of.get(before.number, ()) if a.speakers and not is_body_cited(a)]
        if not known:
            return None
        if before.block_number == here.block_number:
            return known[-1]
        quoted = [a for a in known if a.quotations] if not is_question(before) else []
        return quoted[-1] if quoted and before.block_number == here.block_number - 1 else None

    # --- one go --------------------------------------------------------------------------------------------------------

    def _merge(self, sentence: Sentence) -> None:
        """Reports of one sentence that name the same speaker by the same word are one."""
        here = list(self.of.get(sentence.number, ()))
        for later in here[1:]:
            if here[0].speakers and later.speakers and same_words(here[0].speakers, later.speakers):
                self._join(here[0], later)

    def _resume(self, sentence: Sentence) -> None:
        """A quotation with "he added" in or after it goes on with what the sentence before it in the paragraph reports."""
        before = self._sentence(sentence.number - 1)
        here = self.of.get(sentence.number, ())
        if before is None or before.block_number != sentence.block_number or len(here) != 1 or not sentence.quoted:
            return
        said = here[0].speakers
        earlier = [a for a in self.of.get(before.number, ()) if a.speakers and a is not here[0]]
        known = [a for a in earlier if a.speakers and said and may_go_on(a.speakers[0], a.speakers[1][0], said[1][0])]
        if (
            known
            and said
            and said[0] is sentence
            and said[1][0].tag_ == "PRP"
            and said[1][0].dep_ in SUBJECTS
            and speaks_before(sentence, here[0], said[1][0])
        ):
            self._join(known[-1], here[0])

    def _join(self, first: Attribution, later: Attribution) -> None:
        first.cues += [c for c in later.cues if c not in first.cues]
        first.quotations += [q for q in later.quotations if q not in first.quotations]
        for sentence in later.sentences:
            first.add(sentence)
        self.found.remove(later)
        for sentence in later.sentences:
            others = self.of[sentence.number]
            others[:] = {id(a): a for a in (first if a is later else a for a in others)}.values()


def _leads_to(sentence: Sentence, cue: Cue, quotation: Quotation) -> bool:
    """Whether a verb of saying stands right before a quotation ("stating, “", "said in a letter: “")."""
    end = sentence.bounds(cue.word)[1]
    between = sentence.text[end - sentence.start : max(end, quotation.start) - sentence.start].strip()
    return not _passes_on(cue) and end <= quotation.start and between[-1:] in (",", ":") and len(between.split()) <= LEADING


def _passes_on(cue: Cue) -> bool:
    """Whether a cue names whoever has it from the one who spoke: "according to the agency", "as reported by the agency"."""
    return cue.role == "source" or (cue.word.tag_ == "VBN" and cue.word.i > 0 and cue.word.nbor(-1).lower_ == "as")
