"""The words of a sentence that open a frame of the pack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.calendar.chronology import MONTH_NAMES, WEEKDAY_NAMES
from promissory.extraction.grammar.sentences import Sentence
from promissory.packs import Frame, Pack

if TYPE_CHECKING:
    from promissory.extraction.words import Token

POS = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN", "ADJ": "ADJ"}

#: What an adjective stands as that is a noun for once.
STANDING = frozenset(("pobj", "dobj", "nsubj", "nsubjpass"))


def triggers(pack: Pack, sentence: Sentence, kind: str) -> list[tuple[Token, Frame]]:
    """Each token that opens a frame of the kind, with the frame; a verb with its particle or preposition wins over the verb alone."""
    if sentence.opened is None:
        object.__setattr__(sentence, "opened", _open(pack, sentence))
    return (sentence.opened or {}).get(kind, [])


def _open(pack: Pack, sentence: Sentence) -> dict[str, list[tuple[Token, Frame]]]:
    """kind → the tokens that open a frame of it; read once a sentence, since every finder asks."""
    found: dict[str, list[tuple[Token, Frame]]] = {}
    for token in sentence.tokens:
        pos = POS.get(token.pos_)
        if pos is None:
            continue
        settled: set[str] = set()
        for words in _wordings(token):
            frames = pack.frames_of.get((pos, words))
            if not frames and pos == "ADJ" and token.dep_ in STANDING:  # "in a bilateral with X"
                frames = tuple(f for f in pack.frames_of.get(("NOUN", words), ()) if f.kind == "meeting")
            if frames:
                for frame in frames:
                    if frame.kind not in settled:
                        found.setdefault(frame.kind, []).append((token, frame))
                settled |= {frame.kind for frame in frames}
    return found


def _wordings(token: Token) -> Iterator[str]:
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        for child in token.children:
            clear = child.dep_ in ("ccomp", "oprd") and child.pos_ == "ADJ"
            if child.i > token.i and (clear or child.dep_ in ("prt", "prep", "advmod", "dobj", "acomp")) and not _is_apart(token, child):
                for inner in child.children:
                    if child.dep_ == "prep" and inner.dep_ == "pobj":
                        yield f"{lemma} {child.lower_} {inner.lower_}"
                    if child.dep_ in ("prt", "dobj", "prep") and inner.dep_ == "prep":
                        yield f"{lemma} {child.lower_} {inner.lower_}"
                # "come up with", "set fire to", "go back on", where the parser hangs both words on the verb
                if child.dep_ in ("prt", "dobj") or child.lower_ == "back":
                    yield from (f"{lemma} {child.lower_} {c.lower_}" for c in token.children if c.dep_ == "prep" and c.i == child.i + 1)
                yield f"{lemma} {child.lower_}"
        # "lobbied lawmakers for missiles", "appealed to partners for tanks": the parser hangs "for" on those who are asked
        if any(c.lower_ == "for" and c.dep_ == "prep" for o in _asked(token) for c in o.children):
            yield f"{lemma} for"
        # "called for the limits to be lifted": the parser hangs "for" on the infinitive
        for child in token.children:
            if (
                child.i > token.i
                and child.dep_ in ("advcl", "ccomp", "xcomp")
                and any(m.lower_ == "for" and m.dep_ == "mark" for m in child.children)
            ):
                yield f"{lemma} for"
    elif token.i:
        before = token.doc[token.i - 1]
        if before.dep_ == "compound":
            yield f"{before.lower_} {lemma}"
    yield lemma
    if token.tag_ == "NNPS" and lemma.endswith("s"):  # the lemma of a proper noun keeps its plural
        yield lemma[:-1]


def _is_of_day(prep: Token) -> bool:
    """ "Called him on Monday": a preposition that only says when."""
    return prep.lower_ == "on" and any(c.dep_ == "pobj" and c.lower_ in WEEKDAY_NAMES | MONTH_NAMES for c in prep.children)


def _is_apart(verb: Token, child: Token) -> bool:
    return _is_of_day(child) or _is_aside(verb, child)


def _is_aside(verb: Token, prep: Token) -> bool:
    """ "Went to bed without a deal": what is lacking on the way is not what somebody goes without."""
    return prep.lower_ == "without" and any(c.dep_ in ("prep", "prt", "dobj") and c.i < prep.i for c in verb.rights)


def _asked(verb: Token) -> list[Token]:
    """The object of a verb, or those after its "to"."""
    objects = [o for o in verb.children if o.dep_ == "dobj" and o.i > verb.i]
    return objects + [o for c in verb.children if c.lower_ == "to" and c.dep_ in ("prep", "dative") for o in c.children if o.dep_ == "pobj"]
