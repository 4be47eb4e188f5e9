"""How firmly something is given: from the verb, its mood and the words above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.governors import classes_of, is_readied
from promissory.extraction.kinds.hearsay import is_false, is_held_against
from promissory.extraction.mood import Mood, mood_of
from promissory.extraction.supposing import is_counterfactual
from promissory.extraction.syntax import actors_of, is_passive, subjects, things_of
from promissory.extraction.tree import after, children
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs whose past is a hand-over.
HANDED = frozenset(("give", "disburse", "train", "arrive", "receive"))
#: Verbs before an infinitive that put it in the future ("are to announce").
AHEAD = frozenset("be plan intend expect set prepare aim hope".split())
#: Roles of verbs with which a giver says what it would do ("said it would buy two systems for Ukraine").
UNDERTAKEN = frozenset(("order", "earmark", "help", "offer", "make"))
#: What a system does that has come.
SERVING = frozenset(("operate", "serve", "fly", "protect", "defend"))
TIMES = frozenset(
    "year month week day quarter spring summer autumn fall winter monday tuesday wednesday thursday friday january february march april "
    "may june july august september october november december".split()
)
#: What is said of giving without saying that anybody gives.
MATTERS = frozenset("cost burden price importance wisdom risk danger value benefit responsibility task role".split())
#: Whose decision binds a state.
BINDING = frozenset("council cabinet parliament government congress board bundestag riksdag storting folketing seimas saeima".split())
VOTING = frozenset("parliament congress bundestag riksdag storting folketing seimas saeima sejm lawmaker legislator".split())
#: What may pass a sum and be given.
GIVEN = frozenset("aid assistance support help contribution donation total loan grant package pledge".split())
#: Parts of a parliament.
HOUSES = frozenset("house senate chamber committee assembly diet majority coalition mp deputy senator minister state member".split())
BILLS = frozenset("package bill law act measure legislation".split())
#: What is put together for one transfer.
PACKAGES = frozenset("package tranche batch drawdown shipment consignment instalment installment".split())
#: What is counted up, by what became of it.
PAID = frozenset("disbursement payment delivery shipment payout outlay".split())
PROMISED = frozenset("pledge promise offer".split())
#: Verbs by which those who decide have others do it.
ORDERING = frozenset("direct order instruct task authorize authorise command charge mandate".split())
#: Papers under which a maker delivers, and what makers are called.
CONTRACTS = frozenset("contract deal agreement order".split())
MAKERS = frozenset("industry company firm manufacturer maker producer supplier contractor arms".split())
#: What is done with a maker that is to deliver.
HIRING = frozenset("commission contract hire engage".split())
STOPPING = frozenset(("stop", "halt", "pause", "suspend", "cease", "freeze"))


def status_of(verb: Token, frame: Frame, mood: Mood) -> str | None:
    """The status a verb gives in its mood; None where it makes no commitment: a denial, a proposal, what somebody else should do."""
    if frame.role in ("stop", "cancel"):
        intended = mood.under("promise", "plan") and not _is_told(verb, mood)
        open_ = mood.negated or mood.modal or mood.conditional or intended
        return None if open_ or mood.under("urge", "consider", "refuse") else frame.status
    if mood.modal == "should" and frame.role in HANDED and is_passive(verb) and _is_scheduled(verb) and not mood.negated:
        return "pledged"
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
    if _is_stopped(verb):
        return "suspended"
    if is_proposed(verb.head) and verb.dep_ in ("xcomp", "pcomp", "ccomp") and not _has_subject(verb):
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
    if _is_to_come(verb, mood):
        return "pledged" if frame.role in HANDED else None
    if mood.modal == "would" and verb.dep_ == "relcl" and _is_about_plan(verb.head):
        return "considered"
    if mood.modal == "would":
        told = mood.under("say", "promise")
        return "pledged" if (frame.role in HANDED and (told or not mood.conditional)) or (told and frame.role in UNDERTAKEN) else None
    return _by_tense(verb, frame, mood)


def is_surpassed(verb: Token) -> bool:
    """ "The fund passed 20 trillion kroner", "debt cleared $36 trillion": what grows beyond a sum, where nobody votes on one."""
    sums = [t for t in children(verb, "dobj") if any(c.dep_ == "nummod" for c in t.lefts) or t.like_num or t.text in "$€£"]
    who = subjects(verb) if verb.lemma_ in ("pass", "clear") else []
    voting = any(s.lemma_.lower() in VOTING | BINDING | HOUSES or s.pos_ in ("PROPN", "PRON") for s in who)
    given = any(s.lemma_.lower() in GIVEN for s in who)  # "aid has passed 20 billion"
    return bool(sums) and bool(who) and not (voting or given) and not is_passive(verb) and not after(sums[0], "in", "for", "of")


def is_put_to_parliament(verb: Token) -> bool:
    """ "Has asked Congress for 24 billion", "will ask the Riksdag to approve it": what a government puts to those who vote on it."""
    told = (*children(verb, "dobj", "dative"), *after(verb, "from", "to", "before"))
    voting = [t for t in told if t.lemma_.lower() in VOTING]
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


def _is_about_plan(noun: Token) -> bool:
    """ "Is talking about assembling a system, to which Oslo would add launchers": what a clause on it adds is no firmer."""
    verb = next((a for a in noun.ancestors if a.pos_ == "VERB"), None)
    return verb is not None and ("consider" in classes_of(verb) or mood_of(verb).under("consider"))


def is_proposed(above: Token) -> bool:
    """ "Has proposed lending 140 billion": whoever proposes what is its own to give considers it."""
    return above.lemma_ in ("propose", "table") and above.pos_ == "VERB" and not mood_of(above).negated


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "csubj") for c in verb.children)


def _is_weighed(mood: Mood) -> bool:
    """Whether a request is itself what is considered ("is studying a request to give")."""
    return "consider" in mood.governors[mood.governors.index("urge") :]


def _by_tense(verb: Token, frame: Frame, mood: Mood) -> str | None:
    if verb.lemma_ == "put" and _is_in_use(verb) and mood.tense in ("past", "perfect"):
        return "delivered"
    if frame.role == "approve" and mood.tense == "future":  # parliament has still to vote
        return "considered"
    if frame.role == "approve" and mood.tense == "infinitive" and _is_voted(verb):
        return frame.status
    if frame.role == "approve" and mood.tense == "infinitive" and mood.under("plan"):  # "is expected to vote on 61 billion"
        return "considered"
    if frame.role == "pledge":
        bound = verb.lemma_ == "commit" and (is_passive(verb) or mood.tense == "perfect" or (verb.tag_ == "VBN" and not _has_subject(verb)))
        return "committed" if bound else "pledged"
    if mood.tense == "infinitive" and _is_decided(verb):
        return "committed"
    if mood.tense == "infinitive" and frame.role in HANDED and _is_ordered(verb):
        return "allocated"
    if mood.tense == "future" or (
        mood.under("promise", "plan") and mood.tense in ("infinitive", "progressive") and not _is_told(verb, mood)
    ):
        return "pledged"
    if frame.role == "make" and mood.tense == "infinitive":
        return None
    if frame.role == "earmark" and mood.tense in ("past", "perfect") and {s.lemma_.lower() for s in actors_of(verb)} & VOTING:
        return "committed"  # "Congress appropriated"
    if frame.role == "earmark" and is_readied(verb):  # "is putting together its largest package"
        return "pledged"
    if frame.role == "earmark" and verb.lemma_ == "release" and mood.tense in ("past", "perfect", "present") and _is_instalment(verb):
        return "delivered"
    if frame.role == "raise":
        return "pledged" if mood.tense in ("future", "infinitive") else of_raising(verb)
    if frame.role == "total" and mood.tense in ("infinitive", "future", "modal"):  # "is to amount to"
        return "pledged"
    if frame.role == "total" and any(t.lemma_.lower() in PACKAGES for t in subjects(verb)):
        return "allocated"
    if frame.role == "total" and (told := _of_counted(verb)):
        return told
    if frame.role == "total":
        return "delivered" if mood.tense in ("past", "perfect") else "committed"
    if frame.role == "transit":
        return "pledged" if mood.tense in ("future", "infinitive") else "allocated"
    if frame.role == "help" and verb.lemma_ in ("support", "back") and any(t.lemma_.lower() in BILLS for t in things_of(verb)):
        return "committed" if mood.tense in ("past", "perfect") else "considered"  # "Congress has backed the package"
    if frame.role == "help":
        return _of_help(mood)
    if frame.role in HANDED:
        if mood.tense == "present" and mood.under("promise", "plan") and not (_is_arrival(verb, frame) and _is_confirmed(verb)):
            return "pledged"
        if verb.lemma_ == "grant" and mood.tense in ("past", "perfect"):  # decided, not yet paid
            return "allocated"
        if mood.tense == "present" and verb.lemma_ in ("come", "follow", "go"):  # "the batteries come from Berlin"
            return "allocated"
        if mood.tense in ("past", "perfect") or (mood.tense == "present" and _is_arrival(verb, frame)):
            return "delivered"
        if mood.tense == "progressive" and (verb.lemma_ in SERVING or _is_owned_up_to(verb)):
            return "delivered"
        if mood.tense == "infinitive" and _is_under_contract(verb):
            return "contracted"
        return "allocated" if mood.tense in ("progressive", "present") else "pledged"
    if mood.tense == "infinitive" and (frame.role == "order" or (frame.role == "earmark" and verb.head.lemma_ in AHEAD)):
        return "pledged"
    return frame.status


def _is_owned_up_to(verb: Token) -> bool:
    """ "Has admitted sending shells", "owned up to shipping them": done, whoever says so now."""
    above = verb.head.head if verb.head.pos_ == "ADP" else verb.head
    return verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "pcomp") and above.lemma_ in ("admit", "own", "confess", "acknowledge", "recall")


def _is_in_use(verb: Token) -> bool:
    """ "Has been put into service": what is used has come."""
    return any(t.lemma_.lower() in ("service", "operation", "use", "action", "duty") for t in after(verb, "into", "in", "on"))


def _of_counted(verb: Token) -> str | None:
    """What the thing counted up says of itself: disbursements are paid, pledges are promised."""
    if verb.dep_ in ("acl", "advcl"):  # "a payment, amounting to 1.5 billion, will be made"
        return None
    counted = {t.lemma_.lower() for t in (*subjects(verb), *things_of(verb))}
    if counted & PAID:
        return "delivered"
    return "pledged" if counted & PROMISED else None


def _is_voted(verb: Token) -> bool:
    """ "Voted 79 to 18 to approve a package": the vote is over."""
    above = verb.head
    return verb.dep_ in ("xcomp", "advcl") and above.lemma_ in ("vote", "move", "decide") and mood_of(above).tense in ("past", "perfect")


def _is_ordered(verb: Token) -> bool:
    """ "Directed the Pentagon to provide 500 million": who may decide it has."""
    above = verb.head
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or above.lemma_ not in ORDERING:
        return False
    mood = mood_of(above)
    meant = not (mood.negated or mood.modal or mood.under("urge", "consider"))
    return meant and mood.tense in ("past", "perfect", "present", "progressive")


def _is_under_contract(verb: Token) -> bool:
    """ "Signed a deal with industry to deliver 650 missiles", "placed an order with a firm to supply shells"."""
    above = verb.head
    if verb.dep_ in ("xcomp", "advcl", "ccomp") and above.lemma_ in HIRING:  # "commissioned Rheinmetall to supply it"
        return mood_of(above).tense in ("past", "perfect") and not mood_of(above).negated
    papers = [above] if verb.dep_ in ("acl", "relcl") else [*children(above, "dobj", "nsubjpass"), *after(above, "under")]
    signed = [p for p in papers if p.lemma_.lower() in CONTRACTS and p.i < verb.i]
    makers = [t for p in signed for t in (*after(p, "with"), *after(p.head, "with"), *p.lefts)]
    return any(p.lemma_.lower() == "contract" for p in signed) or any(t.lemma_.lower() in MAKERS for t in makers)


def _is_told(verb: Token, mood: Mood) -> bool:
    """ "Berlin announced that it is sending them", "confirmed that it had paused them": told as going on or done, not as meant."""
    finite = mood.tense in ("past", "perfect", "present") or any(c.tag_ in ("VBZ", "VBP", "VBD") for c in verb.children if c.dep_ == "aux")
    return verb.dep_ in ("ccomp", "ROOT", "parataxis") and finite


def _is_decided(verb: Token) -> bool:
    """ "The council decided to donate it": a body that binds its state has decided."""
    above = verb.head
    if (
        verb.dep_ == "acl" and above.lemma_.lower() == "decision" and above.dep_ in ("dobj", "nsubjpass")
    ):  # "took the decision to hand over"
        mood = mood_of(above.head)
        made = above.head.lemma_ in ("take", "make", "reach", "announce") and mood.tense in ("past", "perfect")
        return made and not mood.negated and any(s.lemma_.lower() in BINDING for s in actors_of(above.head))
    if (
        verb.dep_ not in ("xcomp", "advcl")
        or above.lemma_ not in ("decide", "vote", "resolve", "agree")
        or mood_of(above).tense not in ("past", "perfect")
    ):
        return False
    return any(s.lemma_.lower() in BINDING or any(c.lower_ == "member" for c in s.lefts) for s in subjects(above))


def of_raising(verb: Token) -> str:
    """What a conference raises is pledged; what is collected elsewhere is there."""
    words = {t.lemma_.lower() for t in (*verb.subtree, *(a for a in verb.ancestors))}
    return "pledged" if words & {"pledge", "conference", "summit", "promise", "donor", "meeting", "marathon"} else "delivered"


def _is_instalment_ahead(verb: Token) -> bool:
    """ "A first payment of 4.5 billion could follow in March": what is thought of by name, not what could happen."""
    return any(t.lemma_.lower() in PACKAGES | PAID for t in subjects(verb))


def _is_instalment(verb: Token) -> bool:
    """ "Released a tranche": what was promised is paid."""
    return any(t.lemma_.lower() in ("tranche", "instalment", "installment", "payment", "disbursement") for t in things_of(verb))


def _is_arrival(verb: Token, frame: Frame) -> bool:
    """Verbs whose present tense in a headline tells of what has come ("Patriot reaches Ukraine")."""
    return frame.role in ("receive", "arrive", "disburse") or verb.lemma_ in ("deliver", "hand")


def _is_confirmed(verb: Token) -> bool:
    """ "Battery reaches Ukraine, ministry confirms": confirmed in passing, which promises nothing."""
    return verb.head.lemma_ == "confirm" and verb.i < verb.head.i


def _of_help(mood: Mood) -> str:
    if mood.tense == "progressive":
        return "allocated"
    return "delivered" if mood.tense in ("past", "perfect") else "pledged"
