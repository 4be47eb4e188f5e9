"""Who is quoted as saying something, whom a participle goes on with, the name whose relative clause a word of saying closes, promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects, things_of
from promissory.extraction.grammar.tree import SUBJECTS, after
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.lexicon.sayers import is_human
from promissory.extraction.lexicon.verbs import TELLING
from promissory.extraction.speech.cues import Cue
from promissory.extraction.speech.uttering import PLEDGES, PUTS
from promissory.packs import Pack

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs by which a report tells whose words it passes on.
CITING = frozenset(("quote", "cite"))
#: What wars and disasters claim, and what deeds threaten.
HARMED = {
    "claim": frozenset("life victim casualty toll soul".split()),
    "threaten": frozenset(
        "security peace stability existence safety order supply life civilian population world economy sovereignty future livelihood "
        "health integrity independence harvest grid".split()
    ),
}
#: What one denies somebody by a deed, not by words; and what one defends with arms.
WITHHELD = frozenset(
    "access entry visa permission right request chance opportunity capability capacity victory passage foothold rest respite sleep "
    "seat".split()
)
DEFENDED = frozenset(
    "city town village country homeland land soil sky airspace border positions front line capital bridgehead airport plant family "
    "home nation territory sector flank motherland state".split()
)
#: Verbs with which one does something to oneself in thought.
REFLEXIVE = frozenset("find convince persuade see picture imagine".split())
#: What opens a clause of time, and verbs that go on with what somebody was saying.
TIMING = frozenset("after before as when once since following".split())
GOING_ON = TELLING | {"write"}
#: What is done about gifts without giving anything.
UNGIVEN = frozenset(("stop", "cancel", "approve", "total", "plan", "arrive", "transit", "make"))


def quoted_as_saying(verb: Token) -> list[Token] | None:
    """ "TASS quoted the minister as saying that …": those who are quoted; None where nobody is."""
    citing = verb if verb.lemma_ in CITING else None
    if citing is None and verb.tag_ == "VBG" and verb.i and verb.doc[verb.i - 1].lower_ == "as":
        citing = next((a for a in verb.ancestors if a.lemma_ in CITING and a.pos_ == "VERB"), None)
    saying = citing is not None and any(t.tag_ == "VBG" and t.doc[t.i - 1].lower_ == "as" for t in citing.subtree if t.i > citing.i)
    if citing is None or not saying or (is_passive(citing) and verb.i == citing.i):
        return None
    return subjects(citing) if is_passive(citing) else things_of(citing)


def name_told_of(sentence: Sentence, last: Token) -> Token | None:
    """The name between commas whose relative clause a word closes ("…, Ivan Bondar, who chairs the council, told reporters")."""
    clause_of = next((t for t in (last, *last.ancestors) if t.dep_ == "relcl"), None)
    name = clause_of.head if clause_of is not None else None
    if name is None or name.pos_ != "PROPN" or name.i in sentence.quoted or name.dep_ in SUBJECTS:
        return None
    first = min([name.i, *(c.i for c in name.lefts)])
    return name if first and sentence.tokens[first - 1].text == "," else None


def is_of_support(pack: Pack, sentence: Sentence, cue: Cue) -> bool:
    """ "Vowed to send tanks", "put the request at 25 systems": what is promised is support, or goods are counted; claims of their own."""
    if cue.role != "stance" or cue.word.lemma_ not in PLEDGES | PUTS:
        return False
    if any((m := sentence.at.get(i)) and m.id_of("item") for i in cue.content):
        return True
    given = {t.i for t, frame in triggers(pack, sentence, "commitment") if frame.role not in UNGIVEN}
    return bool(given & cue.content) or (cue.word.lemma_ in PUTS and bool(sentence.amounts))


def is_of_oneself(verb: Token) -> bool:
    """ "Has found himself master of a wasteland", "convinced herself that it would hold": what one thinks or meets with, unsaid."""
    return verb.lemma_ in REFLEXIVE and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_.endswith(("self", "selves"))


def is_deed(sentence: Sentence, verb: Token) -> bool:
    """ "Denied Kyiv the missiles", "defended Kharkiv and lost a leg": their object is no matter of words."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "dative")]
    if any(t.i in sentence.quoted for thing in things for t in thing.subtree):
        return False
    if verb.lemma_ == "deny":
        given = any(c.dep_ == "dative" for c in things) or (len(things) > 1 and not any(c.dep_ == "ccomp" for c in verb.children))
        return given or any(t.lemma_.lower() in WITHHELD for t in things)
    if verb.lemma_ == "dismiss":  # "dismissed his predecessor"
        return any(is_human(t.lemma_.lower()) or ((m := sentence.at.get(t.i)) and m.id_of("person", "surname")) for t in things)
    land = [t for t in things if (m := sentence.at.get(t.i)) and m.id_of("place")]
    return verb.lemma_ == "defend" and (bool(land) or any({t.lemma_.lower(), t.lower_} & DEFENDED for t in things))


def is_of_nobody(verb: Token) -> bool:
    """ "Kim has thanked no one and explained nothing": what has none for an object was not said; "the war claimed lives" tells a deed."""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    if any(t.lemma_.lower() in HARMED.get(verb.lemma_, ()) for thing in things for t in (thing, *after(thing, "of"))):
        return True
    none = any(c.lower_ in ("nothing", "nobody", "none") for c in things)
    return none or any(c.lower_ == "one" and any(d.lower_ == "no" for d in c.lefts) for c in things)


def goes_on_from(sentence: Sentence, verb: Token) -> Token:
    """ "X wrote after the house voted for him, adding that …": what the participle goes on with, not the clause before the comma."""
    above = verb.head
    timed = above.dep_ == "advcl" and above.i < verb.i and any(c.dep_ == "mark" and c.lower_ in TIMING for c in above.children)
    behind = verb.i > 0 and sentence.tokens[verb.i - 1].text == ","
    return above.head if timed and behind and above.head.pos_ == "VERB" and verb.lemma_ in GOING_ON else above
