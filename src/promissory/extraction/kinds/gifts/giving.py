"""How firmly something is given: from the verb, its mood and the words above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.calendar.chronology import MONTH_NAMES, SEASONS, UNITS, WEEKDAY_NAMES
from promissory.extraction.grammar.governors import classes_of
from promissory.extraction.grammar.mood import Mood, mood_of
from promissory.extraction.grammar.supposing import is_counterfactual
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.gifts.tensing import BINDING, HANDED, PACKAGES, PAID, VOTING, by_tense, has_subject, is_told
from promissory.extraction.kinds.matters.hearsay import is_false, is_held_against
from promissory.extraction.lexicon.goods import AID, GIFTS, LOANS
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Roles of verbs with which a giver says what it would do ("said it would buy two systems for Ukraine").
UNDERTAKEN = frozenset(("order", "earmark", "help", "offer", "make"))
TIMES = frozenset(UNITS) | SEASONS.keys() | MONTH_NAMES | WEEKDAY_NAMES | frozenset("christmas easter".split())
#: Roles of verbs of which a parliament agrees that something should be done with money.
ALLOTTED = frozenset(("give", "earmark"))
#: What one thinks will be decided.
FORESEEING = frozenset("expect hope anticipate foresee".split())
#: What is said of giving without saying that anybody gives.
MATTERS = frozenset(
    "cost burden price importance wisdom risk danger value benefit responsibility task role objective aim purpose goal".split()
)
#: What may pass a sum and be given.
GIVEN = AID | GIFTS | LOANS | frozenset("total package pledge".split())
#: What provides for something once it is passed.
DRAFTS = frozenset("bill legislation draft amendment motion resolution".split())
#: Parts of a parliament.
HOUSES = frozenset("house senate chamber committee assembly diet majority coalition mp deputy senator minister state member".split())
STOPPING = frozenset(("stop", "halt", "pause", "suspend", "cease", "freeze"))


def status_of(verb: Token, frame: Frame, mood: Mood) -> str | None:
    """The status a verb gives in its mood; None where it makes no commitment: a denial, a proposal, what somebody else should do."""
    if frame.role in ("stop", "cancel"):
        intended = mood.under("promise", "plan") and not is_told(verb, mood)
        open_ = mood.negated or mood.modal or mood.conditional or intended
        return None if open_ or mood.under("urge", "consider", "refuse") else frame.status
    comes = frame.role == "arrive" and verb.dep_ != "relcl"  # "650 missiles, the first of which should arrive by May" are told of above
    due = frame.role in HANDED and (is_passive(verb) or comes) and _is_scheduled(verb)
    if mood.modal == "should" and due and not (mood.negated or mood.under("urge")):
        return "pledged"
    if mood.modal == "should" and not mood.negated and frame.role in ALLOTTED and _is_agreed(verb):
        return "committed"
    if _is_imperative(verb) or (verb.tag_ == "VBG" and verb.dep_ in ("csubj", "csubjpass") and not mood.under("consider")):
        return None
    if _is_ended(verb, frame, mood):
        return "suspended"
    if mood.negated and mood.modal == "will" and frame.role in HANDED and _is_not_before(verb):
        return "pledged"
    if mood.negated and mood.tense == "past" and not mood.modal and frame.role in HANDED and _is_until(verb):
        return "delivered"
    if mood.negated or (mood.modal in ("should", "must", "ought", "can") and not mood.under("consider")):
        return None
    if frame.role == "approve" and verb.dep_ == "ccomp" and verb.head.lemma_ in FORESEEING and mood.tense == "present":
        return "considered"  # "expects that leaders agree a package"
    if verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in FORESEEING and any(c.dep_ == "neg" for c in verb.head.children):
        return None  # "cannot expect a country to give money"
    if _is_stopped(verb):
        return "suspended"
    if is_given_up(verb):
        return None
    if is_proposed(verb.head) and verb.dep_ in ("xcomp", "pcomp", "ccomp") and not has_subject(verb):
        return "considered"
    if is_false(verb) or (verb.dep_ == "pcomp" and verb.head.lower_ == "against"):  # "signatures against sending arms"
        return None
    if is_held_against(verb):
        return "delivered" if frame.role in HANDED else None
    if mood.under("urge") and verb.dep_ in ("xcomp", "ccomp") and is_put_to_parliament(verb.head):
        return "considered" if frame.role in ("approve", "earmark", "give") else None
    if mood.under("urge") and not _is_weighed(mood):
        return None
    if mood.under("refuse") or (mood.modal == "could" and frame.role in ("help", "total", "arrive") and not mood.under("consider")):
        return "considered" if frame.role == "arrive" and _is_instalment_ahead(verb) and not mood.under("refuse") else None
    if mood.conditional and is_counterfactual(verb):
        return None
    if mood.conditional or mood.modal in ("may", "might", "can", "could") or mood.under("consider") or mood.awaited:
        return "considered"
    if _is_hypothetical(verb):
        return None
    if verb.dep_ == "pcomp" and verb.head.lower_ == "by" and frame.role in HANDED and mood_of(verb.head.head).tense == "future":
        return "pledged"  # "will support the country by providing 11 billion"
    if _is_in_return(verb, mood):
        return "pledged" if frame.role in HANDED else None
    if _is_to_come(verb, mood):
        return "pledged" if frame.role in HANDED else None
    if mood.modal == "would" and verb.dep_ == "relcl" and _is_about_plan(verb.head):
        return "considered"
    if mood.modal == "would" and not mood.conditional and any(t.lemma_.lower() in DRAFTS for t in subjects(verb)):
        return "considered"
    if mood.modal == "would":
        told = mood.under("say", "promise")
        return "pledged" if (frame.role in HANDED and (told or not mood.conditional)) or (told and frame.role in UNDERTAKEN) else None
    if verb.lemma_ == "bring" and verb.tag_ == "VBG" and verb.head.lemma_ in COMING and verb.head.tag_ == "VBD":
        goods = [t for t in children(verb, "dobj") if t.lemma_.lower() not in ("package", "total", "offer", "pledge", "promise")]
        return "delivered" if goods else "allocated"  # "visited Kyiv, bringing the first tanks"
    return by_tense(verb, frame, mood)


def is_given_up(verb: Token) -> bool:
    """ "Had planned to send ten", "had hoped to receive 4.5 billion": what came of it is another thing."""
    above = verb.head
    aimed = verb.dep_ == "xcomp" and verb.tag_ == "VB" and above.lemma_ in AIMING
    return aimed and any(c.lower_ in ("had", "'d") and c.dep_ == "aux" for c in above.children)


def is_surpassed(verb: Token) -> bool:
    """ "The fund passed 20 trillion kroner", "debt cleared $36 trillion": what grows beyond a sum, where nobody votes on one."""
    if verb.lemma_ not in ("pass", "clear"):
        return False
    sums = [t for t in children(verb, "dobj") if any(c.dep_ == "nummod" for c in t.lefts) or t.like_num or t.text in "$€£"]
    who = subjects(verb)
    voting = any(s.lemma_.lower() in VOTING | BINDING | HOUSES or s.pos_ in ("PROPN", "PRON") for s in who)
    given = any(s.lemma_.lower() in GIVEN for s in who)  # "aid has passed 20 billion"
    return bool(sums) and bool(who) and not (voting or given) and not is_passive(verb) and not after(sums[0], "in", "for", "of")


#: Verbs of those who want to do something.
AIMING = frozenset("plan hope aim intend want wish expect mean".split())
#: Verbs of those who bring a gift with them.
COMING = frozenset("visit come arrive travel fly return land go".split())
#: Those who can only spend what others vote on.
RULING = frozenset("administration government cabinet".split())


def is_put_to_parliament(verb: Token) -> bool:
    """ "Has asked Congress for 24 billion", "will ask the Riksdag to approve it": what a government puts to those who vote on it."""
    told = (*children(verb, "dobj", "dative"), *after(verb, "from", "to", "before"))
    voting = [t for t in told if t.lemma_.lower() in VOTING]
    ruling = any(t.lemma_.lower() in RULING for t in subjects(verb))
    if ruling and verb.lemma_ in ("request", "seek") and not after(verb, "from", "of"):
        return True  # "the administration has requested 61 billion"
    return bool(voting) and verb.lemma_ in ("ask", "request", "seek", "submit", "present", "put", "bring", "lay", "table")


def _is_not_before(verb: Token) -> bool:
    """ "Will not arrive before autumn", "won't be delivered until May": it will come then."""
    return any(c.lower_ in ("before", "until", "till") and c.dep_ in ("prep", "mark") for c in verb.children)


def _is_until(verb: Token) -> bool:
    """ "Did not arrive until August": it came then."""
    return any(c.lower_ in ("until", "till") and c.dep_ == "prep" for c in verb.rights)


def _is_ended(verb: Token, frame: Frame, mood: Mood) -> bool:
    """ "Is no longer transferring arms", "will no longer supply it": what was given is given no more."""
    longer = any(c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children) for c in verb.children)
    giving = frame.role in ("give", "help", "train") and mood.tense in ("present", "progressive", "future")
    return longer and giving and mood.modal in (None, "will") and not mood.under("urge", "consider")


def _is_hypothetical(verb: Token) -> bool:
    """ "By transferring the assets the EU would lose a lever", "railways used to supply it": a means or a purpose, no act."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "by" and verb.head.head.pos_ == "VERB":
        return any(c.tag_ == "MD" and c.lower_ in ("would", "could", "might") for c in verb.head.head.children)
    if verb.dep_ == "pcomp" and verb.head.head.lemma_.lower() in MATTERS:  # "the cost of supporting Ukraine"
        return True
    return verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl") and verb.head.lemma_ in ("use", "serve")


def _is_in_return(verb: Token, mood: Mood) -> bool:
    """ "Will give Greece vehicles so that it sends its tanks": what somebody else is then to do."""
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    return verb.dep_ == "advcl" and {"so", "that"} <= marks and mood.tense == "present" and not mood.negated


def is_beside_plan(verb: Token) -> bool:
    """ "Are to give 180 million, with Oslo adding 40 million": what is told beside what is still to come."""
    first = verb
    while first.dep_ == "conj" and first.head.tag_ == "VBG":
        first = first.head
    beside = first.dep_ == "pcomp" and first.head.lower_ == "with"
    loose = first.dep_ == "conj" and not any(c.dep_ == "aux" for c in first.children)  # hung on the main verb
    main = first.head.head if beside else first.head
    if first.tag_ != "VBG" or not (beside or loose) or main.pos_ != "VERB":
        return False
    moods = [mood_of(v) for v in (main, *children(main, "xcomp"))]
    return any(mood.tense in ("future", "infinitive") or mood.under("plan", "promise") for mood in moods)


def _is_to_come(verb: Token, mood: Mood) -> bool:
    """ "Before the aid arrives", "as soon as it has been delivered", "will act when it comes": what is told of the time after it."""
    if verb.dep_ != "advcl" or mood.tense not in ("present", "perfect") or mood.negated:
        return False
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "prep", "advmod")}
    if verb.head.lower_ in ("soon", "long") and "as" in marks:
        return True
    main = verb.head.head if verb.head.lower_ in ("soon", "long") else verb.head
    ahead = main.pos_ in ("VERB", "AUX") and (mood_of(main).tense in ("future", "modal") or "to" in {c.lower_ for c in main.children})
    return main.pos_ in ("VERB", "AUX") and bool(marks & ({"before", "until", "till", "once"} | ({"when", "after"} if ahead else set())))


def _is_scheduled(verb: Token) -> bool:
    """Whether a time is set ("two of the systems should be delivered this year")."""
    for child in verb.children:
        if (
            child.dep_ == "advcl"
            and any(c.lower_ == "before" for c in child.lefts)
            and any(s.lemma_.lower() in TIMES for s in subjects(child))
        ):
            return True  # "before the year is out"
        if child.dep_ == "npadvmod" and child.lemma_.lower() in TIMES:
            return True
        if child.lower_ in ("by", "in", "before", "within") and any(n.like_num or n.lemma_.lower() in TIMES for n in child.subtree):
            return True
    return False


def _is_imperative(verb: Token) -> bool:
    """ "Either close the sky or give us jets": a bare verb without a subject at the head of its sentence or beside one."""
    first = verb
    while first.dep_ == "conj" and first.head.tag_ == "VB":
        first = first.head
    bare = first.tag_ == "VB" and first.head.i == first.i
    acting = [c for v in (first, verb) for c in v.children if c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "csubj")]
    return bare and not any(":" not in {t.text for t in verb.doc[c.i : first.i]} for c in acting)  # "Kallas: give Kyiv missiles"


def _is_stopped(verb: Token) -> bool:
    """ "Has stopped supplying": what was given is given no more."""
    above = verb.head
    if verb.dep_ not in ("xcomp", "advcl") or verb.tag_ != "VBG" or above.lemma_ not in STOPPING:
        return False
    mood = mood_of(above)
    return not (mood.negated or mood.modal or mood.under("urge", "consider", "refuse"))


def _is_agreed(verb: Token) -> bool:
    """ "All parties agreed that 35 billion a year should be spent", "the cabinet decided that it should be sent": settled, not urged."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.lemma_ not in ("agree", "decide", "resolve") or mood_of(above).negated:
        return False
    ruling = any(s.lemma_.lower() in RULING | HOUSES | BINDING | VOTING | {"party", "leader"} for s in subjects(above))
    return ruling and mood_of(above).tense in ("past", "perfect")


def _is_about_plan(noun: Token) -> bool:
    """ "Is talking about assembling a system, to which Oslo would add launchers": what a clause on it adds is no firmer."""
    verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), None)
    return verb is not None and ("consider" in classes_of(verb) or mood_of(verb).under("consider"))


def is_proposed(above: Token) -> bool:
    """ "Has proposed lending 140 billion": whoever proposes what is its own to give considers it."""
    return above.lemma_ in ("propose", "table") and above.pos_ == "VERB" and not mood_of(above).negated


def _is_weighed(mood: Mood) -> bool:
    """Whether a request is itself what is considered ("is studying a request to give")."""
    return "consider" in mood.governors[mood.governors.index("urge") :]


def _is_instalment_ahead(verb: Token) -> bool:
    """ "A first payment of 4.5 billion could follow in March": what is thought of by name, not what could happen."""
    first = [t for t in subjects(verb) if t.tag_ == "CD" and any(c.lower_ in ("first", "next", "second") for c in t.lefts)]
    return bool(first) or any(t.lemma_.lower() in PACKAGES | PAID for t in subjects(verb))
