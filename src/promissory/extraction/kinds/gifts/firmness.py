"""How firm it is what a noun or a sum names: the verb of giving around it, the paper it stands in, the decision still to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.governors import classes_of
from promissory.extraction.grammar.mood import Mood, mood_of
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.gifts.giving import is_proposed, is_put_to_parliament, status_of
from promissory.extraction.kinds.gifts.seeming import PLEAS, RAISING
from promissory.extraction.lexicon.goods import HANDOVERS
from promissory.extraction.lexicon.papers import AGREEMENTS
from promissory.extraction.scene import Scene
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Roles of verbs that say of a noun or sum what has become of it.
TELLING = frozenset(("give", "disburse", "receive", "pledge", "approve", "earmark", "order", "offer", "stop", "raise"))
#: Words between a measure and what is measured.
OF = frozenset(("in", "of", "worth"))
#: Words for coming to terms.
SETTLING = frozenset(("settle", "agree", "seal", "deal", "agreement", "accord", "clinch", "approval"))
TEXTS = AGREEMENTS | frozenset("document text compact declaration plan report memorandum roadmap statement".split())
#: What gives once those who pass it have.
LAWS = frozenset("budget law act bill package amendment legislation supplemental regulation decree".split())
#: What provides for money without deciding on it, and what does so once it is a law.
PROPOSED = frozenset("bill draft request proposal motion blueprint".split())
PAPERS = (
    frozenset("budget law act package plan agreement amendment legislation supplemental regulation resolution decree".split()) | PROPOSED
)
UNDECIDED = frozenset("draft proposed planned requested potential stalled supplemental".split())
#: What is said of a gift that is only thought of.
TENTATIVE = frozenset(("potential", "possible", "proposed", "likely", "prospective", "eventual"))
#: What is done about a gift before anybody decides on it.
DEBATING = frozenset("consider debate discuss review examine weigh scrutinise scrutinize negotiate".split())
PASSING = frozenset("sign pass adopt enact approve clear ratify vote".split())
#: Those who cannot pass anything alone.
ONE_HOUSE = frozenset(("house", "senate", "chamber", "committee"))
#: How a gift comes by the assent of those who decide on it.
WINNING = frozenset("get receive win secure obtain gain have".split())
ASSENTS = frozenset("approval nod assent blessing consent endorsement".split())
GO_AHEAD = ("the go - ahead", "the go-ahead", "its go - ahead", "its go-ahead", "go - ahead")
#: What, once it has happened, has brought what was given.
BROUGHT = HANDOVERS | frozenset("donation disbursement arrival".split())
DECIDING = frozenset(("decide", "vote", "rule", "deliberate"))
#: Verbs of a decision that somebody may withhold.
ASSENTING = frozenset(
    "agree decide approve pass adopt endorse sign clear ratify back greenlight authorize authorise unblock release".split()
)
#: What one is under that nobody has decided on.
STUDYING = frozenset("consideration review discussion study examination scrutiny debate".split())
FIRM = frozenset(("pledged", "allocated", "committed"))


def firmness(scene: Scene, sentence: Sentence, head: Token, verb: Token | None, mood: Mood | None) -> str | None:
    """The status that the words around a noun or sum give it; None where they say nothing of it."""
    if verb is not None and mood is not None and _has_happened(head, verb, mood):
        return "delivered"
    if told := _told_by_giving(scene, sentence, head):
        return told
    if head.lemma_.lower() in LAWS and _is_passed(head):  # "signed a package of aid"
        return "committed"
    if _has_assent(head):
        return "committed"
    paper = _paper(head, verb)
    if paper is not None and (decided := _of_paper(paper)):
        return "considered" if scene.pending else decided
    return _of_decision(verb, mood) if verb is not None and mood is not None else None


def _has_happened(noun: Token, verb: Token, mood: Mood) -> bool:
    """ "The handover took place in March"."""
    happened = verb.lemma_ in ("happen", "occur") or (verb.lemma_ == "take" and any(c.lower_ == "place" for c in verb.children))
    past = mood.tense in ("past", "perfect") and not mood.negated
    return happened and past and noun.lemma_.lower() in BROUGHT and any(t.i == noun.i for t in subjects(verb))


def is_open(verb: Token | None, mood: Mood | None) -> bool:
    """ "Stopped short of endorsing a loan", "has proposed a guarantee": what nobody has agreed to yet is still considered."""
    if verb is None or mood is None:
        return False
    return (
        is_proposed(verb)
        or is_put_to_parliament(verb)
        or asks_for_more(verb)
        or _is_advancing(verb)
        or (verb.lemma_ in ASSENTING and mood.modal is not None and any(t.lemma_.lower() in PROPOSED for t in children(verb, "dobj")))
        or (verb.lemma_ in ASSENTING and (mood.negated or mood.under("refuse")))
    )


def _is_advancing(verb: Token) -> bool:
    """ "The Senate voted to advance a package", "the committee took up the bill": one step of several."""
    bills = [t for t in children(verb, "dobj", "nsubjpass") if t.lemma_.lower() in LAWS | PROPOSED]
    return bool(bills) and (verb.lemma_ == "advance" or (verb.lemma_ == "take" and any(c.lower_ == "up" for c in children(verb, "prt"))))


def asks_for_more(verb: Token) -> bool:
    """ "Raised its request for a package to 12 billion": what a government asks those who vote on it for."""
    return verb.lemma_ in RAISING and any(t.lemma_.lower() in PLEAS for t in children(verb, "dobj", "nsubjpass"))


def is_undecided(verb: Token) -> bool:
    """ "The draft budget sets aside 4 billion", "a bill that would provide it": only a paper provides for what is given."""
    return any(_of_paper(paper) == "considered" for paper in subjects(verb) if paper.lemma_.lower() in PAPERS)


def is_tentative(nouns: Iterable[Token]) -> bool:
    """ "Raised the potential package", "12 billion, which the Senate will debate", "a loan that still needs approval"."""
    return any(c.lower_ in TENTATIVE if c.dep_ == "amod" else _is_pending(c) for noun in nouns for c in noun.children)


def _is_pending(clause: Token) -> bool:
    """Whether a clause on a gift says that somebody has still to decide on it."""
    if clause.dep_ != "relcl":
        return False
    if clause.lemma_ == "have":  # "which the senate has still to approve"
        return any(c.lemma_ in DEBATING | DECIDING | ASSENTING and c.tag_ == "VB" for c in children(clause, "xcomp"))
    mood = mood_of(clause)
    if clause.lemma_ in ("need", "require", "await"):
        return not mood.negated and any(t.lemma_.lower() in SETTLING for t in (*children(clause, "dobj"), *children(clause, "xcomp")))
    ahead = mood.tense in ("future", "infinitive") or mood.modal in ("must", "may", "might", "could")
    return ahead and not mood.negated and clause.lemma_ in DEBATING | DECIDING | ASSENTING and not after(clause, "under", "by", "for", "to")


def is_passed_into_law(verb: Token) -> bool:
    """ "Signed the law that provides 3 billion", "passed a bill giving Kyiv 40 billion": decided with the paper that gives it."""
    papers = [*subjects(verb), *([verb.head] if verb.dep_ in ("acl", "relcl") else [])]
    return any(_is_passed(p) for p in papers if p.lemma_.lower() in LAWS)


def _told_by_giving(scene: Scene, sentence: Sentence, head: Token) -> str | None:
    """ "The $10 million in equipment that Oslo delivered", "has given more than $8bn in aid": what the verb says."""
    frames = {t.i: frame for t, frame in triggers(scene.pack, sentence, "commitment") if frame.pos == "VERB" and frame.role in TELLING}
    for verb in _verbs_around(head):
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in DECIDING:  # "decided by the cabinet on Friday"
            return "committed"
        frame = frames.get(verb.i)
        if frame and _is_telling(scene, sentence, verb, frame) and (status := status_of(verb, frame, scene.mood(sentence, verb))):
            return status
    return None


def _is_telling(scene: Scene, sentence: Sentence, verb: Token, frame: Frame) -> bool:
    """Whether a verb says more than that something was made known, or drawn up by a giver."""
    if frame.role == "receive":
        return scene.beneficiary in scene.states(scene.named(sentence, actors_of(verb)))
    return frame.role != "earmark" or verb.lemma_ not in ("announce", "unveil", "disclose", "reveal")


def _verbs_around(head: Token) -> Iterator[Token]:
    """The verbs that say something of a noun or sum: clauses on it or on what it measures, then the verb it is the object of."""
    chain = list(_chain(head))
    for noun in chain:
        sent = noun.lemma_.lower() in PROPOSED  # "a request that he sent up"
        yield from (c for c in noun.children if c.dep_ in ("acl", "relcl") and c.pos_ == "VERB" and not (sent or _is_of_part(c)))
    above = chain[-1].head
    if above.lower_ == "by" and above.head.lemma_ == "follow" and above.head.head.pos_ == "VERB":  # "was paid, followed by 2 billion"
        yield above.head.head
    if above.lower_ == "including" and above.head.pos_ == "VERB":  # "has received 9 billion, including 3 billion from the EU"
        yield above.head
    if above.pos_ == "VERB" and above.i < head.i and chain[-1].dep_ in ("dobj", "pobj", "amod", "dep", "npadvmod"):
        yield above


def _is_of_part(clause: Token) -> bool:
    """ "15.6 billion, of which 2.7 has been paid": a clause that tells of a part of a sum, and not of the whole."""
    return any(p.lower_ == "which" and p.head.lower_ == "of" and p.head.i < clause.i for p in clause.subtree)


def _chain(head: Token) -> list[Token]:
    """The noun, what it is a measure of ("a million in aid"), and what it is measured or gathered by ("a package of aid")."""
    found = [head, *after(head, *OF)]
    here = head
    while here.dep_ in ("nummod", "quantmod", "nmod", "compound", "amod") or (here.dep_ == "pobj" and here.head.lower_ in OF):
        here = here.head if here.dep_ != "pobj" else here.head.head
        if here.pos_ in ("VERB", "AUX"):
            break
        found.append(here)
    return found


def _paper(head: Token, verb: Token | None) -> Token | None:
    """The paper that a sum or noun stands in: a noun above it, or the subject of the verb that says what it holds."""
    for above in head.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            break
        if above.lemma_.lower() in PAPERS and not any(above.i == t.i for t in after(head, "in")):
            return above
    if verb is None:
        return None
    measured = {t.i for t in _chain(head)}
    inside = any(t.i in measured for t in after(verb, "with", "worth"))  # "signed a package with 40 billion"
    holding = children(verb, "dobj") if inside else []
    return next((s for s in (*subjects(verb), *holding) if s.lemma_.lower() in PAPERS), None)


def _of_paper(paper: Token) -> str | None:
    """What a paper makes of the gifts in it: one that was passed commits, a draft or bill only considers."""
    passed = [c for c in paper.children if c.dep_ in ("acl", "relcl", "amod") and c.lemma_ in PASSING]
    if any(c.tag_ in ("VBN", "VBD") for c in passed) or _is_passed(paper):
        return "committed"
    words = {c.lower_ for c in paper.children if c.dep_ in ("amod", "compound", "nmod")}
    submitted = paper.dep_ in ("dobj", "nsubjpass") and (is_put_to_parliament(paper.head) or _is_advancing(paper.head))
    return "considered" if paper.lemma_.lower() in PROPOSED or words & UNDECIDED or submitted else None


def _is_passed(paper: Token) -> bool:
    """ "Congress passed the bill, which contains 60 billion": by all who must pass it, and not by one house only."""
    verb = paper.head
    if paper.dep_ not in ("dobj", "nsubjpass") or verb.lemma_ not in PASSING:
        return False
    mood, houses = mood_of(verb), {s.lemma_.lower() for s in actors_of(verb)}
    return mood.tense in ("past", "perfect") and not (mood.negated or mood.modal or houses & ONE_HOUSE)


def _has_assent(noun: Token) -> bool:
    """ "The donation got the green light from the cabinet": by all who must give it, and not by one house only."""
    verb, words = noun.head, [t.lower_ for t in noun.doc]
    if noun.dep_ != "nsubj" or verb.lemma_ not in WINNING:
        return False
    given = [t for t in children(verb, "dobj", "advmod", "prt", "xcomp") if t.i > verb.i]
    told = any(t.lemma_.lower() in ASSENTS or "green light" in " ".join(words[t.i - 1 : t.i + 1]) for t in given)
    told = told or any(" ".join(words[t.left_edge.i : t.right_edge.i + 1]).startswith(GO_AHEAD) for t in given)
    mood, houses = mood_of(verb), {t.lemma_.lower() for word in (verb, *given) for t in after(word, "from", "of", "in")}
    return told and mood.tense in ("past", "perfect") and not (mood.negated or mood.modal or houses & ONE_HOUSE)


def _of_decision(verb: Token, mood: Mood) -> str | None:
    """ "Will decide on a tranche" considers it, "decided on a further billion" commits to it."""
    if verb.lemma_ not in DECIDING or mood.negated:
        return None
    return "committed" if mood.tense in ("past", "perfect") else "considered"


def said_about(noun: Token, verb: Token) -> tuple[str, ...]:
    """What the words around a noun make of it: the verb it is the object of, the noun or the talks it is about, its predicate."""
    while noun.dep_ == "compound" and noun.head.pos_ in ("NOUN", "PROPN"):  # "threw out an aid package"
        noun = noun.head
    found = classes_of(verb) if noun.dep_ in ("dobj", "pobj") or is_passive(verb) else ()
    for above in noun.ancestors:
        if above.i == verb.i:
            break
        found += classes_of(above) if above.pos_ in ("NOUN", "ADJ") else ()
    if noun.dep_ == "nsubj" and verb.lemma_ == "be":
        found += tuple(name for c in children(verb, "acomp") for name in classes_of(c))
    if noun.dep_ == "pobj" and noun.head.lower_ in ("about", "on", "over"):
        found += tuple(name for s in subjects(verb) for name in classes_of(s))
    return found


def is_under_review(verb: Token) -> bool:
    """ "The transfer is under consideration", "remains under review", "is on the table": nobody has decided on it."""
    stays = verb.lemma_ in ("be", "remain", "stay", "come", "lie")
    offered = any(t.lemma_.lower() in ("table", "agenda", "cards") for t in after(verb, "on"))
    return stays and (offered or any(t.lemma_.lower() in STUDYING for t in after(verb, "under")))


def is_settled(head: Token, verb: Token | None, mood: Mood | None) -> bool:
    """Whether parties have come to terms on it ("settle on 40 billion", "a deal on 50bn euros is sealed")."""
    above = {a.lemma_.lower() for a in head.ancestors if a.pos_ in ("NOUN", "VERB", "PROPN")}
    past = mood is None or mood.tense in ("past", "perfect", "present")
    written = verb is not None and any(t.lemma_.lower() in TEXTS for t in after(verb, "into", "in"))
    return past and (written or bool(above & SETTLING)) and not (verb is not None and mood is not None and mood.negated)
