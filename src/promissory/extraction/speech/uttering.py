"""Which words of a sentence are what somebody says: those under a verb of saying, beside it, or after its colon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, teller_of, things_of
from promissory.extraction.grammar.tree import OBJECTS, children

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What somebody sees in a thing, where a clause says of what.
NEAR = 5
PROOFS = frozenset("proof sign evidence reason indication need chance risk danger hope way cause ground".split())
#: What somebody finds in a thing without saying so of what in a clause.
SEEN = frozenset(
    "failure mistake error threat danger risk chance opportunity lesson betrayal weakness parallel problem turning-point pattern "
    "contradiction loophole trap gamble bluff gap opening reason alternative difference need sign role".split()
)
#: Where the content of a stance hangs on its verb ("condemned the attack", "warned of a winter without heat").
STANDS = ("dobj", "obj", "attr", "oprd", "prep", "pcomp", "xcomp")
#: Verbs that say what somebody takes a thing for ("called the plan terrible").
NAMES = frozenset("call describe characterise characterize brand dub label frame portray cast paint term".split())
#: Verbs whose whole content may be what was said or asked before ("Kyiv denied it", "Berlin ruled that out").
DENIALS = frozenset("deny reject dismiss refute dispute rule confirm".split())
#: Verbs of undertaking, and of reckoning.
PLEDGES = frozenset(("vow", "promise", "pledge"))
PUTS = frozenset(("put", "place"))
BACKWARD = frozenset(("it", "this", "that", "them", "both"))
#: Verbs that say what somebody holds a thing to be.
REGARDS = frozenset("regard view see deem perceive consider name treat".split())
#: What the text calls what somebody has just been said to say.
COMMENTS = frozenset(
    "step move decision remark claim charge demand pledge promise proposal idea plan plea suggestion comment announcement assertion "
    "warning threat accusation statement condition figure prediction view position offer".split()
)
#: Those of them beside which what is said stands apart ("The war, he told the Sejm, goes on").
ADDRESSED = frozenset("tell remind inform assure warn".split())


def content_of(sentence: Sentence, verb: Token, speakers: tuple[Token, ...], role: str) -> frozenset[int]:
    """The indices of the tokens said: a complement clause or object, else the rest of the sentence around a parenthesis."""
    said = _told_by(sentence, verb, speakers, role)
    if not said or max(said) > verb.i:
        return said
    # "Oslo gave five; Bern added two, its minister said": the last only
    parted = max((t.i for t in sentence.tokens[: verb.i] if t.text == ";" and t.i not in sentence.quoted), default=-1)
    last = frozenset(i for i in said if i > parted)
    return last if last and not (said - last) & sentence.quoted else said


def _told_by(sentence: Sentence, verb: Token, speakers: tuple[Token, ...], role: str) -> frozenset[int]:
    if after_colon := _after_colon(sentence, verb, speakers):
        return after_colon
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and c not in speakers and not is_parted(sentence, verb, c)]
    clauses = clauses or _told_apart(verb)
    chosen = clauses or [c for c in verb.children if role == "stance" and c not in speakers and _is_taken_on(verb, c)]
    if role == "stance" and is_passive(verb):
        chosen = clauses or things_of(verb)
    elif verb.lemma_ in REGARDS and not _is_regarded(verb) and not _is_quoted(sentence, verb):
        return frozenset()
    elif verb.lemma_ in NAMES and not any(p.lower_ == "out" for p in children(verb, "prt")) and not _is_named_so(verb):
        chosen = [c for c in chosen if c.dep_ == "dobj" and any(q in sentence.quoted for q in (t.i for t in c.subtree))]
    if clauses and (all_before := _closed(sentence, verb, speakers, clauses)):
        return all_before
    if clauses or (chosen and verb.dep_ != "parataxis"):
        inside = {t.i for c in chosen for t in c.subtree if t.i != verb.i}
        # "Powell, who wrote that …": what is said hangs on the speaker
        apart = [s for s in speakers if s.i not in {a.i for a in verb.ancestors}]
        apart += [t for c in clauses for t in children(c, "conj") if teller_of(t) is not None]
        own = {t.i for s in apart for t in s.subtree if t.i not in {c.i for c in chosen}}
        return frozenset(inside - own - _commented(sentence, inside))
    if _is_parenthesis(sentence, verb, speakers) or is_as_told(verb):
        own = {t.i for t in verb.subtree} if verb.dep_ != "ROOT" else {verb.i, *(t.i for s in speakers for t in s.subtree)}
        return frozenset(t.i for t in sentence.tokens if t.i not in own and not t.is_punct)
    return frozenset()


def _is_quoted(sentence: Sentence, verb: Token) -> bool:
    """ "The institute sees “significant” gains": whether words of an object are somebody's own."""
    return any(t.i in sentence.quoted for c in children(verb, "dobj") for t in c.subtree)


def _commented(sentence: Sentence, inside: set[int]) -> set[int]:
    """What the text itself says of a report at its end: "…, a step welcomed by Kyiv", "…, a remark that was met with silence"."""
    found: set[int] = set()
    for i in inside:
        noun = sentence.tokens[i]
        apart = noun.dep_ in ("npadvmod", "appos") and noun.lemma_.lower() in COMMENTS and noun.left_edge.i > 0
        if apart and noun.left_edge.lower_ in ("a", "an") and noun.left_edge.nbor(-1).text == "," and i not in sentence.quoted:
            found |= {t.i for t in noun.subtree}
    return found


def _told_apart(verb: Token) -> list[Token]:
    """ "Told journalists on a call that it was late": the clause, which the parser hangs on a noun before it as a relative one."""
    if verb.lemma_ not in ADDRESSED or not any(c.dep_ in ("dobj", "dative") for c in verb.children):
        return []
    inner = [t for c in verb.children if c.i > verb.i for t in c.subtree if t.dep_ in ("relcl", "acl") and t.i > c.i]
    that = [t for t in inner for k in t.children if k.lower_ == "that" and k.i == t.left_edge.i and k.nbor(1).dep_ not in ("punct",)]
    return [t for t in that if any(k.dep_ in ("nsubj", "nsubjpass") and k.lower_ != "that" for k in t.children)][:1]


def _closed(sentence: Sentence, verb: Token, speakers: tuple[Token, ...], clauses: list[Token]) -> frozenset[int]:
    """All that a report at its end closes, where the parser gives it the last clause only ("It was hit, and two died, the army said")."""
    if verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX") or any(c.i > verb.i for c in (*clauses, *speakers)):
        return frozenset()
    first = min(t.i for s in speakers for t in s.subtree)
    before = sentence.tokens[first - 1] if first else None
    own_word = verb.head.lemma_ != "be" and any(
        c.dep_ == "ccomp" for c in verb.head.children
    )  # "He said it held, and help had come, the army said"
    if before is None or before.text != "," or own_word:
        return frozenset()
    start = max((t.i + 1 for t in sentence.tokens[:first] if t.text == ";" and t.i not in sentence.quoted), default=0)
    return frozenset(t.i for t in sentence.tokens[start:first] if not t.is_punct)


def _is_taken_on(verb: Token, thing: Token) -> bool:
    """Whether a stance is on a thing, one said before ("denied it"), or a deed ("ruled out sending troops")."""
    if verb.lemma_ in PLEDGES:
        return thing.dep_ == "xcomp"  # "vowed to end the war", but not "promised ten tanks"
    if verb.lemma_ == "point" and thing.dep_ == "prep" and thing.lower_ != "to":
        return False  # "points at the fog"
    if verb.lemma_ in PUTS and thing.lemma_ != "blame" and not _is_put_at(verb):
        return False
    if thing.dep_ == "advcl":
        return verb.lemma_ == "rule" and thing.tag_ == "VBG"
    relative = thing.tag_ in ("WDT", "WP") and verb.dep_ == "relcl"  # "the talks, which he described as a chance"
    return thing.dep_ in STANDS and (thing.pos_ != "PRON" or relative or (verb.lemma_ in DENIALS and thing.lower_ in BACKWARD))


def _is_put_at(verb: Token) -> bool:
    """ "Put the number of dead at 31,000"."""
    at = [t for prep in children(verb, "prep") if prep.lower_ == "at" for p in children(prep, "pobj") for t in p.subtree]
    return any(t.like_num or t.pos_ == "NUM" for t in at)


def _is_regarded(verb: Token) -> bool:
    """Whether it is said what somebody holds a thing to be ("sees the money as wasted", "saw in it proof that …")."""
    if any(c.dep_ in ("oprd", "attr") for c in verb.children):
        return True
    if any(t.lower_ == "as" and t.dep_ in ("prep", "mark") and verb.i < t.i for c in verb.children for t in (c, *c.children)):
        return True
    things = [c for c in children(verb, "dobj") if c.lemma_.lower() in SEEN]
    if things and any(c.lower_ in ("a", "an", "no", "little", "every") for c in things[0].lefts) and verb.tag_ in ("VBZ", "VBP", "VBD"):
        return True  # "sees a failure of nerve"
    proofs = [t for t in verb.subtree if t.lemma_ in PROOFS and verb.i < t.i <= verb.i + NEAR]
    return any(k.dep_ in ("acl", "ccomp", "relcl") for t in proofs for k in t.children)


def is_parted(sentence: Sentence, verb: Token, other: Token) -> bool:
    """Whether a semicolon outside quotations stands between two words, such as a verb and a clause that the parser hangs on it."""
    first, last = sorted((verb.i, other.i))
    return any(t.text == ";" and t.i not in sentence.quoted for t in sentence.tokens[first:last])


def _after_colon(sentence: Sentence, verb: Token, speakers: tuple[Token, ...]) -> frozenset[int]:
    """What follows a colon right after a verb of saying and its subject ("Analysts agree: it will take years")."""
    colon = next((t for t in sentence.tokens[verb.i + 1 : verb.i + 4] if t.text == ":"), None)
    if colon is None or not speakers or any(s.i > colon.i for s in speakers):
        return frozenset()
    said = [t for t in sentence.tokens[colon.i + 1 :] if not t.is_punct]
    return frozenset(t.i for t in said) if any(t.pos_ in ("VERB", "AUX") for t in said) else frozenset()


def _is_named_so(verb: Token) -> bool:
    """Whether it is said what a thing is called, wherever the parser hangs it ("called the strike on Kyiv a crime")."""
    if any(c.dep_ in ("oprd", "attr", "ccomp") or c.lower_ == "as" for c in verb.children):
        return True
    things = children(verb, "dobj")
    inside = [t for thing in things for t in thing.subtree if t.i > thing.i]
    behind = any(t.dep_ in ("amod", "acomp") and t.head in things and t.i > t.head.i for t in inside)
    apart = behind or any(t.dep_ == "appos" and any(c.lower_ in ("a", "an") for c in t.children) for t in inside)
    rest = [t for t in inside if not t.is_punct]
    # "the attack on Kyiv barbaric": the parser makes the judgement the head of the name before it
    last = rest[-1] if rest else None
    judged = last is not None and last.dep_ == "pobj" and any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in last.lefts)
    return apart or judged or any(t.lower_ == "as" and t.dep_ == "prep" for t in inside)


def is_as_told(verb: Token) -> bool:
    """Whether a report backs the clause it hangs on: "Norway will give six, as its prime minister announced"."""
    opener = next((c for c in verb.children if c.lower_ == "as" and c.dep_ in ("mark", "advmod", "prep")), None)
    opened = opener is not None and (opener.i == 0 or opener.nbor(-1).is_punct)  # not "gunners wait as Europe argues"
    bare = not any(c.dep_ in (*OBJECTS, "ccomp", "xcomp") and c.lower_ != "it" for c in verb.children)
    return verb.dep_ == "advcl" and opened and bare


def _is_set_apart(sentence: Sentence, verb: Token, first: int, last: int) -> bool:
    """Whether a report stands between commas behind the opening of the clause that it belongs to ("In Oslo, he went on, it was seen …")."""
    to_whom = [t.i for c in verb.children if c.dep_ in ("dobj", "dative") and verb.lemma_ in ADDRESSED for t in c.subtree]
    last = max([last, *to_whom, *(c.i for c in verb.children if c.dep_ in ("prt", "advmod", "prep") and c.i > verb.i)])
    marks = [t.text for t in (*sentence.tokens[max(0, first - 1) : first], *sentence.tokens[last + 1 : last + 2])]
    # "The budget, the minister told the paper, had grown": taken for a relative clause
    taken = verb.dep_ == "relcl" and not any(c.tag_ in ("WDT", "WP") or c.lower_ == "that" for c in verb.children)
    return marks == [",", ","] and ((verb.dep_ == "ccomp" and verb.head.i > last) or taken)


def _is_of_time(clause: Token) -> bool:
    """ "Two days after missiles had hit Kyiv, X spoke with Y": when it was, not what was said."""
    return any(c.lower_ in ("after", "before", "when", "while", "since", "until") and c.dep_ in ("mark", "advmod") for c in clause.lefts)


def _is_parenthesis(sentence: Sentence, verb: Token, speakers: tuple[Token, ...]) -> bool:
    """Whether a report without an object stands beside a clause of its own: "Such strikes, he added, show nothing"."""
    if not speakers or (any(c.dep_ in OBJECTS for c in verb.children) and verb.lemma_ not in ADDRESSED):
        return False
    own = {verb.i, *(t.i for s in speakers for t in s.subtree)}
    first, last = min(own), max(own)
    closing = bool(verb.i) and sentence.tokens[verb.i - 1].text == ","  # "It will hold, the minister, Ivan Bondar, told reporters"
    if verb.dep_ == "conj" and not closing and not any(s.head.i == verb.i for s in speakers):  # "it thanks Oslo and calls for more"
        return False
    if _is_set_apart(sentence, verb, first, last):
        return True
    own |= {t.i for c in verb.children if c.dep_ == "advcl" and _is_of_time(c) for t in c.subtree}
    if not any(
        t.pos_ in ("VERB", "AUX") and t.i not in own and (t.i < first or verb.dep_ in ("parataxis", "intj")) for t in sentence.tokens
    ):
        return False
    if verb.dep_ in ("parataxis", "intj"):
        return True
    before = sentence.tokens[first - 1] if first else None
    ends = all(t.is_punct or t.dep_ not in ("ccomp", "xcomp") for t in sentence.tokens[last + 1 :] if t.head.i == verb.i)
    return before is not None and before.text in (",", "–", "—", "-") and ends
