"""Instruments told plainly, with a party left to the text around them: "a letter was signed", "under a pact signed in May, X is to"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.nominals import first_of_row, modifiers
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import agents, is_passive, subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.agreements.instruments import FORCE, SIGNING, TALKING, Reading, climb, comes_to_force
from promissory.extraction.kinds.agreements.papers import is_signed
from promissory.extraction.kinds.agreements.partnering import parties_of
from promissory.extraction.kinds.agreements.ripening import status_of
from promissory.extraction.lexicon.callings import FIRMS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.listing import each_once, everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Papers that are instruments once they are signed or exchanged.
PAPERS = frozenset(
    "paper note letter document text loan credit contract roadmap communique communiqué charter programme declaration "
    "statement protocol plan arrangement covenant addendum annex concession lease".split()
)
#: Instruments by their own name.
INSTRUMENTS = frozenset("agreement accord pact treaty memorandum memoranda mou compact convention deal protocol".split())
#: What signing them is called.
INKING = frozenset("sign initial ink conclude seal exchange countersign".split())
#: What else brings an instrument about.
MAKING = INKING | frozenset("reach strike clinch finalise finalize complete secure land broker adopt".split())
#: Verbs that tell of an instrument as there, where they have it as their object.
HAVING = frozenset("have get obtain secure contain bring produce yield include announce".split())
#: Modals of what may never be.
UNSURE = frozenset(("should", "must", "could", "might", "may", "would", "can"))
#: What an agreement of one house or firm is about.
ELSEWHERE = frozenset(
    "coalition budget wage wages labour labor employment settlement plea tenancy purchase insurance trade-union collective non-disclosure "
    "confidentiality licensing rental peace".split()
)
#: How far a text must be about the pack's country for it to be a party of what is signed by nobody known.
NEAR = 0.05


def find_papers(scene: Scene, sentence: Sentence) -> Iterator[tuple[Token, str, list[Referent]]]:
    """Each instrument that somebody has made or makes, its stage, and whoever is known of its parties."""
    for noun in _nouns(scene, sentence):
        if modifiers(noun) & ELSEWHERE or any(c.lower_ in ("no", "any") for c in noun.lefts):
            continue
        reading = _reading(noun)
        if not _is_made(noun, reading) or _is_supposed(scene, sentence, reading):
            continue
        status = status_of(scene, sentence, reading)
        if status is None and _is_on_agenda(noun):
            status = "proposed"
        if _in_force(noun):
            status = "in_force"
        elif status == "signed" and _is_on_agenda(noun):
            status = "proposed"
        parties = _parties(scene, sentence, noun, reading) if status is not None else []
        if status is not None and parties:
            yield noun, status, parties


def _is_supposed(scene: Scene, sentence: Sentence, reading: Reading) -> bool:
    """ "Should sign contracts", "would only take effect after", "provided that they sign": what may never be."""
    if reading.verb is None:
        return False
    mood = scene.mood(sentence, reading.verb)
    told = reading.verb.dep_ == "ccomp" and mood.modal == "would"  # "agreed that they would finish the text"
    return mood.negated or mood.conditional or mood.under("urge") or (mood.modal in UNSURE and not told)


def _nouns(scene: Scene, sentence: Sentence) -> list[Token]:
    told = triggers(scene.pack, sentence, "agreement")
    found = [t for t, frame in told if frame.role == "instrument" and t.lemma_.lower() not in ("signing", "signature", "partnership")]
    seen = {t.i for t in found}
    found += [t for t in sentence.tokens if t.i not in seen and _singular(t) in PAPERS and t.pos_ in ("NOUN", "PROPN")]
    return [t for t in sorted(found) if t.dep_ not in ("compound", "nmod", "amod")]


def _singular(noun: Token) -> str:
    lemma = noun.lemma_.lower()
    return lemma if noun.tag_ != "NNPS" else lemma.removesuffix("s")


def _reading(noun: Token) -> Reading:
    """As read otherwise; of a paper in "put their names to it" and "on paper", the verb over the preposition."""
    reading = climb(noun)
    top = first_of_row(noun)
    if reading.verb is None and top.dep_ == "pobj" and top.head.head.pos_ in ("NOUN", "PROPN"):
        over = top.head.head
        if over.lemma_ in ("signature", "name", "pen") and over.head.pos_ == "VERB":
            return Reading([noun], over.head)
    return reading


def _is_made(noun: Token, reading: Reading) -> bool:
    """Whether a verb brings the instrument about, works on it, or says that it holds."""
    lemma = _singular(noun)
    aims = [t for t in after(noun, "of") if t.lemma_ in ("intent", "understanding", "interest", "cooperation")]
    if lemma == "letter" and not aims and not after(noun, "on"):
        return False  # "signed a letter challenging the president"
    bare = not noun.lefts and (lemma == "agreement" or noun.tag_ != "NNS" or reading.verb is None)
    if not aims and bare and not after(noun, "with", "between"):
        return lemma == "note" and reading.verb is not None and reading.verb.lemma_ == "exchange"  # "reached agreement on aid"
    doing = MAKING if lemma in INSTRUMENTS else INKING
    participles = [c for n in (*reading.nouns, *aims) for c in children(n, "acl", "relcl") if c.lemma_ in doing]
    if _in_force(noun):
        return True
    if participles:
        return lemma not in ("plan", "programme", "statement") or any(c.lemma_ in INKING for c in participles)
    verb = reading.verb
    if _is_on_agenda(noun):
        return lemma in INSTRUMENTS
    if verb is None:
        return False
    intent = bool(aims)
    if lemma in PAPERS and verb.lemma_ in ("leave", "yield", "produce", "bring") and children(noun, "nummod") and noun.dep_ == "dobj":
        return True
    if any(c.lemma_ in INKING and any(o.lower_ in ("it", "them") for o in children(c, "dobj")) for c in children(verb, "conj")):
        return noun.dep_ == "dobj"  # "would finish the text and sign it"
    if verb.lemma_ == "agree":
        return False  # "gave him 50 days to agree to a deal"
    if verb.lemma_ in HAVING and (lemma in ("memorandum", "pact", "treaty") or intent) and noun.dep_ in ("dobj", "nsubjpass"):
        return True
    if lemma in INSTRUMENTS or intent:
        told = reading.top.dep_ in ("dobj", "nsubjpass", "pobj", "nsubj") and verb.lemma_ in (MAKING | FORCE | TALKING) & (
            SIGNING | MAKING | FORCE | TALKING
        )
        return told or is_signed(verb) or comes_to_force(verb) or _is_put_on_paper(verb)
    done = verb.lemma_ in INKING or (is_signed(verb) and verb.lemma_ == "put") or _is_put_on_paper(verb)
    return done and (noun.dep_ in ("dobj", "nsubjpass", "pobj") or reading.top.dep_ in ("dobj", "nsubjpass"))


def _is_put_on_paper(verb: Token) -> bool:
    """ "Was put on paper", "put down in writing"."""
    return verb.lemma_ in ("put", "set") and any(t.lower_ in ("paper", "writing") for t in after(verb, "on", "in", "to"))


def _in_force(noun: Token) -> bool:
    """ "Has been in force since the spring", "remains in effect"."""
    verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass") else None
    holds = verb is not None and verb.lemma_ in ("be", "remain", "stay")
    return verb is not None and holds and any(t.lower_ in ("force", "effect") for t in after(verb, "in"))


def _is_on_agenda(noun: Token) -> bool:
    """ "A sister-city agreement is on the agenda": what is still to be made."""
    verb = noun.head if noun.dep_ == "nsubj" else None
    return verb is not None and verb.lemma_ == "be" and any(t.lemma_ in ("agenda", "table", "cards") for t in after(verb, "on"))


def _parties(scene: Scene, sentence: Sentence, noun: Token, reading: Reading) -> list[Referent]:
    """Those whom the phrase or its verb names; one more from the text, or both, where a party is left out."""
    own, partners = parties_of(scene, sentence, reading)
    verbs = [*([reading.verb] if reading.verb is not None else []), *children(noun, "acl", "relcl")]
    doers = [t for v in verbs for t in (agents(v) if is_passive(v) else subjects(v)) if t.i != noun.i]
    beside = [t for v in verbs for t in after(v, "with")]
    under = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("under", "by") else None
    bound = subjects(under) if under is not None and under.pos_ in ("VERB", "AUX") else []
    people = each_once([*own, *partners, *everyone(scene, sentence, [*doers, *beside, *bound])])
    people = [r for r in people if not r.vague]
    states = [s for s in scene.states(people) if s in scene.pack.actor]
    if len(states) > 1:
        return people
    if states and states[0] != scene.beneficiary:
        others = after(noun, "with") and not partners  # "a deal with industry" is with nobody else
        near = sentence.names(scene.beneficiary) or (scene.is_about_beneficiary and not others)
        return [*people, Referent(scene.beneficiary, inferred=True)] if near else people
    pair = _told(scene)
    if states:
        return [*people, *(Referent(i, inferred=True) for i in pair if i not in states)] if scene.beneficiary in pair else people
    if any(t.lemma_.lower() in FIRMS for t in doers):
        return []
    if pair:
        return [Referent(i, inferred=True) for i in pair]
    inked = any(v.lemma_ in INKING or is_signed(v) for v in verbs)
    return [Referent(scene.beneficiary, inferred=True)] if scene.is_about_beneficiary or (inked and scene.focus > NEAR) else []


def _told(scene: Scene) -> list[str]:
    """The two sides that the text told of last: of an instrument, of a meeting."""
    if scene.told:
        return list(scene.told[-1].parties.get("party", []))[:2]
    met = scene.discourse.sides or tuple(scene.states([Referent(i) for i in scene.discourse.together]))
    return [i for i in met if i in scene.pack.actor and scene.pack.actor[i].type in ("state", "bloc")][:2]
