"""Clauses that the parser runs together, parted in place: at a semicolon, a dash, a conjunction that opens a clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.tree import FINITE
from promissory.extraction.lexicon.verbs import SAID
from promissory.extraction.parsing.trailing import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DASHES = frozenset(("-", "–", "—", "--"))
SAYING = SAID | frozenset("say told tells argues declares insists stresses".split())
#: In what somebody says something.
PAPERS = frozenset("statement letter article interview speech post address appeal op-ed column briefing message declaration note".split())
#: Words that open a clause beside the main one.
OPENERS = frozenset("while although though whereas if when because as once until unless".split())


def sever(sentence: Doc) -> None:
    """Parts the clauses of a parsed sentence."""
    for word in sentence:
        if word.tag_ in FINITE or word.tag_ == "VBN":
            _give_subject(word)
        if word.tag_ == "VBG" and word.dep_ == "ROOT" and word.is_sent_start:
            _take_for_subject(word)
        if word.tag_ in FINITE and word.lower_ in SAYING:
            _turn_round(word)
        elif word.dep_ == "relcl" and word.head.dep_ == "ROOT" and word.tag_ in FINITE:
            _give_root(word)
        lower, tag, dep = word.lower_, word.tag_, word.dep_
        if lower in (";", ":"):
            _part_at_stop(word)
        elif lower in DASHES and word.whitespace_ and word.i and sentence[word.i - 1].whitespace_:
            _part_at_dash(word)
        elif lower in OPENERS and dep in ("mark", "advmod", "prep"):
            _give_verb(word)
        elif dep == "conj" and tag.startswith("NN") and word.head.tag_.startswith("VB"):
            _give_deed(word)
        elif tag == "VB" and dep in ("advcl", "ccomp", "dep"):
            _join(word)
        elif dep == "relcl" and word.head.lower_ in PAPERS:
            _hand_up(word)
        elif tag in ("VBZ", "VBP") and dep == "conj" and word.head.dep_ == "advcl":
            _lift(word)


def _join(verb: Token) -> None:
    """ "Will meet Biden, speak with generals and visit Congress": one of several deeds, where the parser takes it for a clause beside."""
    first = verb.head
    bare = not any(c.dep_ in (*SUBJECTS, "aux", "auxpass", "mark", "expl") or (c.dep_ == "advmod" and c.i < verb.i) for c in verb.children)
    modal = first.tag_ == "VB" and any(c.tag_ in ("MD", "TO") for c in first.lefts)
    if bare and modal and first.i < verb.i and verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ",":
        verb.dep_ = "conj"


def _turn_round(said: Token) -> None:
    """ "Poland, said Tusk in Warsaw, will give tanks": who says it stands behind, and who will do it before."""
    first = next((c for c in said.lefts if c.dep_ == "nsubj"), None)
    deed = next((c for c in said.rights if c.dep_ == "ccomp"), None)
    teller = next((c for c in deed.lefts if c.dep_ == "nsubj"), None) if deed is not None else None
    if first is None or deed is None or teller is None or first.i + 2 != said.i or said.nbor(-1).text != ",":
        return
    if teller.left_edge.i == said.i + 1 and any(t.text == "," for t in said.doc[teller.i : deed.i]):
        teller.head, first.head = said, deed


def _give_root(verb: Token) -> None:
    """ "The pilot Ivan Bondar landed": what the one with the name did, where the parser reads "the pilot whom Bondar landed"."""
    post = verb.head
    name = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.tag_ == "NNP" and c.left_edge.i == post.i + 1), None)
    if name is None or post.tag_ != "NN" or any(c.i > verb.i and not c.is_punct for c in post.rights):
        return
    verb.head, verb.dep_ = verb, "ROOT"
    for mark in [c for c in post.rights if c.is_punct]:
        mark.head = verb
    post.head, post.dep_ = name, "nmod"


def _hand_up(verb: Token) -> None:
    """ "Said in a joint statement that Kyiv must win": what is said, where the parser takes it for a clause on the statement."""
    prep = verb.head.head
    mark = next((c for c in verb.doc[verb.left_edge.i : verb.i] if c.lower_ == "that"), None)
    own = any(c.dep_ in SUBJECTS and c.lower_ != "that" for c in verb.children)
    if mark is None or mark.tag_ != "IN" or not own or prep.lower_ not in ("in", "at", "during") or prep.head.lower_ not in SAYING:
        return
    verb.head, verb.dep_ = prep.head, "ccomp"
    mark.head, mark.dep_ = verb, "mark"


def _lift(verb: Token) -> None:
    """ "It is his second visit since they met in May and comes as talks go on": joined to the verb of its own tense."""
    aside, main = verb.head, verb.head.head
    timed = any(c.dep_ in ("mark", "advmod") and c.lower_ in ("since", "after", "when", "before") for c in aside.children)
    present = main.tag_ in ("VBZ", "VBP") and main.i < aside.i
    if timed and aside.tag_ == "VBD" and present and not any(c.dep_ in SUBJECTS for c in verb.children):
        verb.head = main


def _give_subject(verb: Token) -> None:
    """ "According to Le Monde, a pact is in the works": who acts behind an opening phrase, where the parser takes it for a part of that."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE]
    if any(c.dep_ in (*SUBJECTS, "csubj", "expl") for c in verb.children) or not (verb.tag_ in FINITE or helpers):
        return
    opening = next((c for c in verb.lefts if c.dep_ == "prep"), None)
    name = next((t for t in opening.subtree if t.dep_ == "pobj" and t.i < verb.i), None) if opening is not None else None
    if opening is None or name is None or not _opens(opening, verb):
        return
    first = min(t.i for t in (verb, *helpers))
    doer = next((c for c in name.rights if c.dep_ in ("appos", "conj") and _stands_behind_comma(c, name)), None)
    if doer is None or not _reaches(doer, first) or doer.tag_ == "CD":
        return
    for word in [t for t in opening.subtree if t.i > doer.i and t.head.i in (opening.i, name.i)]:
        word.head = verb
    doer.head, doer.dep_ = verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"


def _take_for_subject(gerund: Token) -> None:
    """ "Shelling by Russian forces killed six": what opens the sentence did what the parser hangs on those who did it."""
    agent = next((p for c in gerund.rights if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None)
    verb = next((c for c in agent.rights if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")), None) if agent is not None else None
    if verb is None or not any(c.dep_ in ("dobj", "nummod") for c in verb.rights):
        return
    for word in [c for c in gerund.rights if c.i > verb.i]:
        word.head = verb
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    gerund.head, gerund.dep_, gerund.tag_ = verb, "nsubj", "NN"


def _opens(phrase: Token, verb: Token) -> bool:
    """Whether a phrase opens its clause: nothing but a conjunction, a mark or punctuation before it."""
    before = phrase.doc[phrase.left_edge.i - 1] if phrase.left_edge.i else None
    return before is None or before.is_punct or before.lower_ in ("that", "but", "and", "because", "after") or verb.left_edge.i == phrase.i


def _stands_behind_comma(word: Token, name: Token) -> bool:
    start = word.left_edge.i
    return start > name.i + 1 and word.doc[start - 1].text == "," and not any(c.dep_ == "cc" for c in name.rights if c.i < start)


def _reaches(doer: Token, first: int) -> bool:
    """Whether nothing but a comma, an adverb or a participle's clause stands between a name and the verb."""
    end = doer.right_edge.i
    between = doer.doc[end + 1 : first]
    clause = len(between) > 2 and between[0].text == "," and between[1].tag_ in ("VBG", "VBN") and between[-1].text == ","
    return doer.i < first and (clause or all(t.tag_ in ("RB", ",") for t in between))


def _part_at_stop(mark: Token) -> None:
    """ "Hungary waits; Ukraine took tanks": the clause before is no complement of the one behind, unless that says what was said."""
    first = next((t for t in mark.doc[: mark.i] if t.dep_ in ("ccomp", "advcl") and t.head.i > mark.i and _is_finite(t)), None)
    second = first.head if first is not None else None
    if first is None or second is None or first.right_edge.i >= mark.i or second.head.i != second.i:
        return
    if second.lower_ in SAYING:
        return  # "“We will win; nobody doubts it,” he said"
    for word in [c for c in second.lefts if first.right_edge.i < c.i < mark.i]:
        word.head = first
    first.head, first.dep_ = first, "ROOT"
    second.head, second.dep_ = first, "conj"
    mark.head = first


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or (verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.tag_ in FINITE for c in verb.children))


def _part_at_dash(dash: Token) -> None:
    """ "They gathered in Prague - the latest sign of unity": what the clause before is called, no object of its verb."""
    for word in dash.doc[dash.i + 1 :]:
        if word.dep_ == "dobj" and word.head.i < dash.i and word.left_edge.i == dash.i + 1:
            word.dep_ = "dep"
            return


def _give_verb(opener: Token) -> None:
    """ "While Hungary hesitates, Oslo acts": a verb in -s before a comma, which the parser takes for a second subject."""
    subject = next((c for c in opener.head.children if c.dep_ in SUBJECTS and c.i > opener.i), None)
    if subject is None or subject.tag_ != "NNS" or subject.i + 1 >= len(subject.doc) or subject.nbor(1).text != ",":
        return
    main = subject.head
    doer = subject.nbor(-1)
    others = [c for c in main.children if c.dep_ in SUBJECTS and c.i > subject.i]
    if doer.dep_ != "compound" or doer.head.i != subject.i or doer.tag_ not in ("NNP", "NN") or not others or doer.i <= opener.i:
        return
    subject.tag_, subject.dep_ = "VBZ", "advcl"
    doer.dep_ = "nsubj"
    for word in [c for c in subject.lefts if c.i not in (doer.i, opener.i)]:
        word.head = doer
    opener.head, opener.dep_ = subject, "mark"


def _give_deed(doer: Token) -> None:
    """ "Hungary voted against, but Scholz, meeting Zelensky, called for patience": a name joined to a verb does what one behind tells."""
    verb = doer.head
    deed = next((t for t in doer.doc[doer.i + 1 :] if t.tag_ in FINITE and t.head.i == verb.i and t.dep_ in ("dep", "conj")), None)
    if deed is None or any(c.dep_ in SUBJECTS for c in deed.children) or doer.nbor(1).text != ",":
        return
    deed.dep_ = "conj"
    doer.head, doer.dep_ = deed, "nsubj"
    for word in [c for c in verb.children if doer.i < c.i < deed.i and c.dep_ in ("advcl", "punct", "prep", "acl")]:
        word.head = deed
