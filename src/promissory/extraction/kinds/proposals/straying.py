"""What is urged where the parser hangs it elsewhere, or takes it for a noun: behind a place or an insertion, on a name or an adjective."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive
from promissory.extraction.grammar.tree import after, children, conjuncts

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: How many words may be put between those urged and what they should do.
FARTHEST = 25
#: Verbs that the parser takes for adjectives behind "to".
TORN = frozenset("present open close further".split())
WRITES = frozenset("write send address hand deliver".split())
#: Verbs that a headline uses without the "is" of their passive.
REDUCED = frozenset("urge press push pressure beg implore advise encourage ask tell warn exhort pressurise pressurize order".split())


def letter_of(verb: Token, told: list[Token]) -> Token | None:
    """ "Wrote to the Commission asking it to act": the verb that tells whom the letter goes to, where a pronoun tells it again."""
    again = bool(told) and told[0].lower_ in ("it", "them", "him", "her")
    aimed = verb.dep_ == "advcl" and verb.tag_ == "VB" and not told and bool(after(verb.head, "to"))  # "have written to X to plead that"
    if aimed and verb.head.lemma_ in WRITES:
        return verb.head
    return next((a for a in verb.ancestors if a.lemma_ in WRITES), None) if again and verb.tag_ == "VBG" else None


def is_taken_for_adjective(verb: Token) -> bool:
    """ "Told the Council that …, and pressed world leaders to act": what the parser takes for a word of their phrase."""
    bid = verb.head.head.tag_ == "VB" and any(c.lower_ == "to" for c in verb.head.head.lefts)
    joined = verb.i > 0 and verb.nbor(-1).lower_ in ("and", "but", ",")
    return verb.dep_ == "amod" and verb.lemma_ in REDUCED and verb.head.dep_ == "nsubj" and bid and joined


def behind_setting(verb: Token) -> list[Token]:
    """ "Called on the allies in an interview to act", "demanded in a resolution that it act": hung on where it was said."""
    preps = [p for p in children(verb, "prep") if p.lower_ in ("in", "at", "during", "on")]
    said = [t for p in preps for t in children(p, "pobj") if t.lower_ != "order"]
    inner = [a for noun in said for t in (noun, *after(noun, "with", "of", "in")) for a in children(t, "acl", "relcl", "advcl")]
    opened = [a for a in inner if any(c.lower_ in ("to", "that") and c.dep_ in ("aux", "mark") for c in a.children)]
    return [a for a in opened if a.tag_ in ("VB", "VBP")]


#: What may stand before "by" in an insertion.
STRESSING = frozenset("all above particularly especially mainly chiefly notably mostly including not least primarily".split())


def behind_insertion(told: list[Token]) -> list[Token]:
    """ "Asked its peers, in an appeal adopted on Thursday, to act": the infinitive behind what is put between commas."""
    last = max((t.right_edge for t in told), key=lambda t: t.i, default=None)
    inserted = list(last.doc[last.i + 1 : last.i + 1 + FARTHEST]) if last is not None else []
    if not inserted or inserted[0].text != ",":
        return []
    to = next((t for t in inserted[1:] if t.lower_ == "to" and t.dep_ == "aux" and t.i and t.nbor(-1).text == ","), None)
    return [to.head] if to is not None and to.head.tag_ == "VB" else []


def is_torn(verb: Token, told: list[Token], called: bool) -> bool:
    """Whether an infinitive that the parser tears apart follows those called upon ("to de-escalate tensions", "to present options")."""
    last = max(told, key=lambda t: t.i)
    to = next((t for t in verb.subtree if t.lower_ == "to" and t.i == last.i + 1), None)
    return to is not None and ((called and to.dep_ == "aux") or (to.i + 1 < len(to.doc) and to.nbor(1).lower_ in TORN))


def beside_torn(verb: Token) -> list[Token]:
    """ "X, who leads the party, proposed that Y act": the parser hangs both verbs on the name."""
    host = verb.head if verb.dep_ == "acl" and not is_passive(verb) else None
    clauses = [c for c in children(host, "relcl", "acl") if c.i > verb.i] if host is not None else []
    return [c for c in clauses if any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children)]


def glued_before(sentence: Sentence, verb: Token) -> list[Token]:
    """ "Demanded that Kyiv stop": a name that the parser takes for an adjective of the bare form behind it."""
    named = [c for c in verb.lefts if c.dep_ in ("amod", "compound", "nmod") and c.i in sentence.at and c.i == verb.i - 1]
    doers = ("nsubj", "nsubjpass") if verb.tag_ == "NN" else ("nsubj", "nsubjpass", "det")
    return named if not any(c.dep_ in doers for c in verb.children) else []


def is_bare_noun(clause: Token) -> bool:
    """ "That the EU finance the drones": a bare form that the parser takes for a noun."""
    led = any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)
    return clause.tag_ == "NN" and clause.dep_ == "ccomp" and led and bool(children(clause, "nsubj", "dobj"))


def inserted_agents(verb: Token) -> list[Token]:
    """ "Are being urged, above all by the Nordics, to chip in": who urges, where the parser hangs "by" on what stands before it."""
    if not is_passive(verb):
        return []
    bys = [t for t in verb.subtree if t.lower_ == "by" and t.i > verb.i and t.dep_ in ("agent", "prep") and t.head.lower_ in STRESSING]
    return [t for by in bys[:1] for head in children(by, "pobj") for t in conjuncts(head)]


def likewise(verb: Token) -> list[Token]:
    """ "London has argued for it, as have Paris and Warsaw": who else did so, told behind without the verb."""
    clauses = [c for c in children(verb, "advcl") if c.lemma_ in ("have", "do", "be") and c.i > verb.i and not children(c, "dobj", "attr")]
    bare = [c for c in clauses if any(m.lower_ == "as" and m.i == c.i - 1 for m in c.children)]
    return [t for c in bare for s in children(c, "nsubj") if s.i > c.i for t in conjuncts(s)]
