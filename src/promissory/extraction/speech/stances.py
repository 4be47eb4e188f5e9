"""Positions told without a verb of saying: "his warning that …", "Kyiv's position is that …", "is convinced that …", "is against …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects
from promissory.extraction.grammar.tree import after, children, clause
from promissory.extraction.lexicon.callings import PERSON_NOUNS
from promissory.extraction.speech.cues import Cue

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns for what somebody says ("his warning that …").
SAYINGS = frozenset(
    "announcement warning claim statement assertion remark comment suggestion argument accusation allegation denial admission confirmation "
    "assurance pledge promise vow belief view conviction insistence contention declaration prediction forecast estimate conclusion fear "
    "hope complaint assessment acknowledgement acknowledgment acceptance charge notion reminder revelation rumour rumor concession "
    "observation opinion testimony quip boast".split()
)
#: Verbs that with such a noun only say that it was said.
GIVES = frozenset("give issue make offer voice express reiterate repeat deliver renew send sound".split())
#: Nouns for where somebody stands ("Kyiv's position is that …").
POSITIONS = frozenset("position stance message line policy attitude standpoint viewpoint thesis impression point".split())
#: Nouns for what somebody answers or judges, of which it is told what they were ("his verdict was “terrifying”").
VERDICTS = frozenset(
    "verdict reaction response reply answer judgment judgement diagnosis wish plea objection criticism words word advice "
    "explanation argument reasoning account description summary retort riposte reassurance praise condemnation support protest "
    "caution scepticism skepticism backing approval rebuke rejection call appeal plea thanks".split()
)
#: How they come to be heard.
ARRIVES = frozenset("come be follow arrive sound emerge".split())
#: How far from the verb the colon stands at most.
NEAR = 6
#: Verbs by which the subject makes a noun of saying its own ("took the view that", "came to the conclusion that").
TAKES = frozenset("take hold have come reach draw share gain".split())
#: What somebody is who takes a stand, where a clause or a preposition says on what.
MINDS = frozenset(
    "convinced confident sure certain adamant hopeful optimistic pessimistic worried concerned sceptical skeptical wary grateful "
    "thankful disappointed proud glad pleased shocked appalled saddened alarmed outraged furious critical dismissive insistent "
    "opposed doubtful unsure satisfied afraid supportive unhappy dismayed horrified categorical unequivocal emphatic frustrated "
    "encouraged clear surprised astonished puzzled amazed baffled relieved heartened delighted struck".split()
)
#: What somebody is for or against.
SIDES = frozenset(("against", "behind"))
#: What somebody is behind who has done it.
MISDEEDS = frozenset(
    "attack strike raid assault sabotage arson bombing bombardment shelling blast explosion killing murder poisoning assassination "
    "plot hack hacking cyberattack cyber-attack disinformation interference incursion breach campaign operation fire jamming attempt "
    "crime massacre abduction kidnapping incident violation provocation barrage launch war invasion coup wave series".split()
)
#: Turns of phrase for having said so: verb → the word after it that what is said follows ("let it be known that", "let them know",
#: "left no doubt that").
TURNS = {
    "let": ("known", "know"),
    "leave": ("doubt", "open"),
    "make": ("secret", "bones"),
    "go": ("record",),
    "serve": ("notice",),
    "drive": ("home",),
    "give": ("understand",),
    "have": ("doubt", "doubts", "illusion", "illusions", "hesitation", "qualms"),
}
#: What somebody leaves open by words ("left open whether …", "left the door open").
OPENED = frozenset("question possibility option issue prospect door whether if when how what who why that".split())
NOUNLIKE = frozenset("forecast stress claim report estimate project note comment view state caution signal remark fear hope trust".split())
#: Words that as the last of a sentence tell who reports it.
CLOSERS = NOUNLIKE | frozenset("reckon post tweet write note judge remark observe warn say".split())
NAMING = frozenset("DET ADJ NOUN PROPN PART NUM".split())
#: How many words the phrase of a speaker has at most.
LONGEST = 8
THINGS = frozenset("it that this there what which".split())
FULL = ("ccomp", "xcomp", "prep", "advcl")


def find_stances(sentence: Sentence) -> Iterator[Cue]:
    """The cues of a sentence that no verb of saying opens."""
    yield from _nouns(sentence)
    yield from _turns(sentence)
    yield from _taken_for_nouns(sentence)
    yield from _closing_nouns(sentence)
    yield from _from_arrival(sentence)
    for token in sentence.tokens:
        sure = token.lower_ in MINDS and token.tag_ == "VBN"  # "is convinced", taken for a passive
        if not (sure or token.lemma_ == "be") or token.i in sentence.quoted or _is_open(token):
            continue
        cue = _from_mind(token)
        if cue := cue if cue or sure else _from_side(token) or _from_position(sentence, token):
            yield cue


def _turns(sentence: Sentence) -> Iterator[Cue]:
    """ "The Kremlin let it be known that …"."""
    for verb in sentence.tokens:
        words = TURNS.get(verb.lemma_) if verb.pos_ == "VERB" and verb.i not in sentence.quoted else None
        key = next((t for t in sentence.tokens[verb.i + 1 : verb.i + 5] if t.lower_ in words), None) if words else None
        if key is None or (verb.lemma_ == "have" and not any(c.lower_ in ("no", "little", "few") for c in key.lefts)):
            continue
        who = [s for s in subjects(verb) if s.pos_ in ("PROPN", "NOUN", "PRON") and s.lower_ not in THINGS]
        said = [t.i for t in verb.subtree if t.i > key.i and not t.is_punct]
        opened = key.lower_ != "open" or _leaves_open(sentence, verb)
        if who and said and opened and not _is_open(verb) and not is_passive(verb):
            yield Cue(verb, tuple(who), frozenset(said), "say")


def _leaves_open(sentence: Sentence, verb: Token) -> bool:
    """ "Left open whether …", "left the door open to talks": a matter, and no window."""
    return any(t.lemma_.lower() in OPENED for t in sentence.tokens[verb.i + 1 : verb.i + NEAR])


def _is_open(verb: Token) -> bool:
    """Whether the verb says what may be, is asked or is denied."""
    return any(c.dep_ in ("neg", "mark") and c.lower_ != "that" for c in verb.children) or any(c.tag_ == "MD" for c in verb.children)


def _from_mind(verb: Token) -> Cue | None:
    """ "Kallas is convinced that Ukraine will win"."""
    mind = next((c for c in children(verb, "acomp") if c.lower_ in MINDS), None)
    held = verb.lower_ in MINDS and verb.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.lemma_ == "be" for c in verb.lefts)
    mind = verb if mind is None and held and not any(c.dep_ == "agent" for c in verb.rights) else mind
    who = [s for s in subjects(verb) if s.lower_ not in THINGS]
    said = [c for c in mind.children if c.dep_ in FULL and c.i > mind.i] if mind is not None else []
    said += [c for c in children(verb, "ccomp") if mind is not None and c.i > mind.i]
    if mind is None or not who or not said:
        return None
    return Cue(mind, tuple(who), frozenset(t.i for c in said for t in c.subtree), "stance")


def _from_side(verb: Token) -> Cue | None:
    """ "Orbán is against the loan", "Berlin is behind the plan", but not "Moscow is behind the attack"."""
    side = next((c for c in children(verb, "prep") if c.lower_ in SIDES), None)
    who = [s for s in subjects(verb) if s.pos_ in ("PROPN", "NOUN")]
    if side is None or not who or verb.head.i != verb.i:
        return None
    if side.lower_ == "behind" and any(t.lemma_.lower() in MISDEEDS for t in children(side, "pobj")):
        return None
    return Cue(side, tuple(who), frozenset(t.i for c in side.children for t in c.subtree), "stance")


def _from_position(sentence: Sentence, verb: Token) -> Cue | None:
    """ "Kyiv's position is that …", "his verdict was “terrifying”", "the chancellor's message was plain: …"."""
    noun = next((s for s in children(verb, "nsubj") if s.lemma_.lower() in POSITIONS | SAYINGS | VERDICTS), None)
    if noun is None:
        return _from_verdict_behind(sentence, verb)
    owners = owners_of(sentence, noun, children(noun, "poss") or _givers(noun) or after(noun, "of", "from", "by"))
    said = _put(sentence, verb)
    # "Kyiv's reaction was “calm”, according to Macron": his word for it
    judged = any(t.lower_ == "according" and t.i > verb.i for t in sentence.tokens) and any(i in sentence.quoted for i in said)
    return Cue(noun, tuple(owners), said, "noun") if owners and said and not judged else None


def _from_verdict_behind(sentence: Sentence, verb: Token) -> Cue | None:
    """ "“Not under fire” was Zelensky's answer": the words said stand before the verb."""
    noun = next((c for c in children(verb, "attr") if c.lemma_.lower() in POSITIONS | SAYINGS | VERDICTS and children(c, "poss")), None)
    said = frozenset(t.i for t in sentence.tokens[: verb.i] if t.i in sentence.quoted and not t.is_punct)
    outside = [t for t in sentence.tokens[: verb.i] if t.i not in sentence.quoted and not t.is_punct and not t.is_quote]
    if noun is None or not said or outside:
        return None
    return Cue(noun, tuple(owners_of(sentence, noun, children(noun, "poss"))), said, "noun")


def _givers(noun: Token) -> list[Token]:
    """By whom an answer is given ("the reply from Moscow, given by its spokesman")."""
    return [a for verb in children(noun, "acl") for a in agents(verb)]


def _put(sentence: Sentence, verb: Token) -> frozenset[int]:
    """What a position is said to be: a clause with "that", words in quotation marks, or what follows a colon."""
    clauses = [c for c in children(verb, "ccomp") if any(m.lower_ == "that" for m in children(c, "mark"))]
    if clauses:
        return frozenset(t.i for c in clauses for t in c.subtree)
    after_verb = [t for c in verb.children if c.dep_ in ("acomp", "attr", "oprd", "prep") for t in c.subtree if t.i > verb.i]
    if any(t.i in sentence.quoted for t in after_verb):
        return frozenset(t.i for t in after_verb if not t.is_punct)
    colon = next((t for t in sentence.tokens[verb.i + 1 : verb.i + NEAR] if t.text == ":"), None)
    return frozenset(t.i for t in sentence.tokens[colon.i + 1 :] if not t.is_punct) if colon is not None else frozenset()


def _from_arrival(sentence: Sentence) -> Iterator[Cue]:
    """ "A guarded response came from Rutte, …", "warnings that … came from the minister", "there was praise from Kyiv"."""
    for noun in sentence.tokens:
        verb = noun.head
        if noun.dep_ not in ("nsubj", "attr") or noun.tag_ not in ("NN", "NNS") or verb.lemma_ not in ARRIVES:
            continue
        if noun.lemma_.lower() not in SAYINGS | VERDICTS or noun.i in sentence.quoted or _is_open(verb):
            continue
        from_verb = after(verb, "from") or after(noun, "from")
        said = [c for c in noun.children if c.dep_ in ("acl", "relcl", "ccomp") and any(m.lower_ == "that" for m in children(c, "mark"))]
        if from_verb and (said or verb.lemma_ != "be"):
            own = {verb.i, *(t.i for t in from_verb[0].subtree if not said)}
            yield Cue(noun, tuple(from_verb[:1]), frozenset(t.i for c in said or [noun] for t in c.subtree if t.i not in own), "noun")


def _nouns(sentence: Sentence) -> Iterator[Cue]:
    """ "His warning that …", "denials from Moscow that …": a noun of saying with a clause of its own and somebody whose it is."""
    for token in sentence.tokens:
        if token.pos_ != "NOUN" or token.lemma_.lower() not in SAYINGS or token.i in sentence.quoted:
            continue
        clauses = [
            c for c in token.children if c.dep_ in ("acl", "ccomp", "relcl") and any(m.lower_ == "that" for m in children(c, "mark"))
        ]
        if not clauses and token.dep_ in ("dobj", "dative") and token.head.lemma_ in GIVES:  # "gave assurances it would not be used"
            clauses = [c for c in children(token.head, "ccomp") if c.i > token.i]
        speakers = owners_of(sentence, token, children(token, "poss") or after(token, "by", "from", "of")) or _makers(token)
        if clauses and speakers:
            yield Cue(token, tuple(speakers), frozenset(t.i for c in clauses for t in c.subtree), "noun")


def owners_of(sentence: Sentence, noun: Token, owners: list[Token]) -> list[Token]:
    """Whose words they are; "his" and "its" are the subject's of the clause, if it stands before them."""
    if not any(o.tag_ == "PRP$" for o in owners):
        return owners
    named = [
        s
        for s in subjects(clause(noun))
        if s.i < noun.i and (s.pos_ == "PROPN" or s.lemma_.lower() in PERSON_NOUNS) and s.i not in sentence.quoted
    ]
    # "Dmitriev spoke of what firms had lost – $300bn, by his reckoning"
    root = next((t for t in sentence.tokens if t.head.i == t.i), None)
    led = [s for s in children(root, "nsubj") if s.pos_ == "PROPN" and s.i < noun.i and s.i not in sentence.quoted] if root else []
    return named or led or owners


def _taken_for_nouns(sentence: Sentence) -> Iterator[Cue]:
    """A verb of saying that the parser takes for a noun ("The economy ministry forecasts that …")."""
    for token in sentence.tokens:
        if token.dep_ != "ROOT" or token.pos_ != "NOUN" or token.lemma_.lower() not in NOUNLIKE or token.i in sentence.quoted:
            continue
        said = [c for c in token.children if c.dep_ in ("ccomp", "acl", "relcl") and any(m.lower_ == "that" for m in children(c, "mark"))]
        before = [c for c in token.lefts if c.dep_ == "nsubj" or (c.dep_ in ("compound", "nmod") and c.i == token.i - 1)]
        if said and before and said[0].i > token.i:
            yield Cue(token, (before[-1],), frozenset(t.i for t in said[0].subtree), "say")


def _closing_nouns(sentence: Sentence) -> Iterator[Cue]:
    """A verb that closes a sentence and looks like a plural to the parser ("…, the magazine “Spiegel” reports")."""
    token = next((t for t in reversed(sentence.tokens) if not t.is_punct), None)
    if token is None or token.tag_ != "NNS" or token.lemma_.lower() not in CLOSERS or token.i in sentence.quoted:
        return
    comma = next((t.i for t in reversed(sentence.tokens[: token.i]) if t.text == ","), 0)
    phrase = [t for t in sentence.tokens[comma + 1 : token.i] if not t.is_punct]
    opened = any(t.pos_ in ("VERB", "AUX") for t in sentence.tokens[:comma])
    if phrase and opened and len(phrase) <= LONGEST and all(t.pos_ in NAMING for t in phrase) and phrase[-1].pos_ in ("NOUN", "PROPN"):
        yield Cue(token, (phrase[-1],), frozenset(t.i for t in sentence.tokens[:comma] if not t.is_punct), "say")


def _makers(noun: Token) -> list[Token]:
    """The subject of the verb that makes a noun of saying its own ("gave assurances that", "came to the conclusion that")."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    made = noun.dep_ in ("dobj", "pobj") and verb.pos_ == "VERB" and verb.lemma_ in GIVES | TAKES
    return subjects(verb) if made and not any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children) else []
