"""How firmly something is given by the tense of its verb: what is over is delivered, what is to come pledged, unless more is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.governors import classes_of, is_readied
from promissory.extraction.grammar.mood import Mood, mood_of
from promissory.extraction.grammar.syntax import actors_of, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, hung_on
from promissory.extraction.lexicon.goods import PARCELS, PAYMENTS
from promissory.extraction.lexicon.verbs import HANDING
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs whose past is a hand-over.
HANDED = frozenset(("give", "disburse", "train", "arrive", "receive"))
#: Verbs before an infinitive that put it in the future ("are to announce").
AHEAD = frozenset("be plan intend expect set prepare aim hope about ready poised".split())
#: What a system does that has come.
SERVING = frozenset(("operate", "serve", "fly", "protect", "defend"))
#: Whose decision binds a state.
BINDING = frozenset("council cabinet parliament government congress board bundestag riksdag storting folketing seimas saeima".split())
#: Who votes.
VOTING = frozenset("parliament congress bundestag riksdag storting folketing seimas saeima sejm lawmaker legislator".split())
#: What is voted on.
BILLS = frozenset("package bill law act measure legislation".split())
#: What is put together for one transfer.
PACKAGES = PARCELS
#: What sums are taken out of.
POTS = PACKAGES | frozenset("budget fund money pot programme envelope".split())
#: What is counted up, by what became of it.
PAID = frozenset("disbursement payment delivery shipment payout outlay".split())
RECEIVED = HANDING | frozenset("receive disburse pay spend".split())
PROMISED = frozenset("pledge promise offer".split())
#: Verbs by which those who decide have others do it.
ORDERING = frozenset("direct order instruct task authorize authorise command charge mandate oblige obligate compel require bind".split())
#: Those of them by which a parliament does.
LEGISLATING = frozenset("oblige obligate compel require bind".split())
#: Papers under which a maker delivers, and what makers are called.
CONTRACTS = frozenset("contract deal agreement order".split())
MAKERS = frozenset("industry company firm manufacturer maker producer supplier contractor arms".split())
#: What is done with a maker that is to deliver.
HIRING = frozenset("commission contract hire engage".split())


def by_tense(verb: Token, frame: Frame, mood: Mood) -> str | None:
    """The status of a gift that nothing denies, wishes for or supposes; None where the tense tells of none."""
    forward = verb.lemma_ in ("bring", "pull") and any(c.lower_ == "forward" for c in verb.children)
    if forward and mood.tense in ("past", "perfect", "present"):  # "brought 3.5 billion forward to March"
        return "allocated"
    if verb.lemma_ == "put" and _is_in_use(verb) and mood.tense in ("past", "perfect"):
        return "delivered"
    if frame.role == "approve" and mood.tense == "future":  # parliament has still to vote
        return "considered"
    if frame.role == "approve" and mood.tense == "infinitive" and _is_voted(verb):
        return frame.status
    if frame.role == "approve" and mood.tense == "infinitive" and mood.under("plan"):  # "is expected to vote on 61 billion"
        return "considered"
    if frame.role == "pledge":
        sums = [o for o in children(verb, "dobj") if not o.lower_.endswith(("self", "selves"))]
        done = mood.tense == "perfect" or (mood.tense == "past" and bool(sums))  # not "committed itself to"
        bound = verb.lemma_ == "commit" and (is_passive(verb) or done or (verb.tag_ == "VBN" and not has_subject(verb)))
        return "committed" if bound else "pledged"
    if mood.tense == "infinitive" and _is_decided(verb):
        return "committed"
    if mood.tense == "infinitive" and frame.role in HANDED and _is_ordered(verb):
        return "committed" if verb.head.lemma_ in LEGISLATING else "allocated"
    if mood.tense == "future" or (
        mood.under("promise", "plan") and mood.tense in ("infinitive", "progressive") and not is_told(verb, mood)
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
    bare = mood.tense == "infinitive" and not children(verb, "aux")  # "payments reach 16 billion", which the tagger takes for one
    if frame.role == "total" and mood.tense in ("infinitive", "future", "modal") and not bare:  # "is to amount to"
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
        if _is_drawn(verb):
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


def has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "csubj") for c in verb.children)


def _is_owned_up_to(verb: Token) -> bool:
    """ "Has admitted sending shells", "owned up to shipping them": done, whoever says so now."""
    above = hung_on(verb)
    return verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "pcomp") and above.lemma_ in ("admit", "own", "confess", "acknowledge", "recall")


def _is_drawn(verb: Token) -> bool:
    """ "The 350 million needed for this came out of the package": where it is taken from, and not that it has arrived."""
    outs = [t for c in verb.children if c.lower_ == "out" for t in after(c, "of")] + after(verb, "out", "of")
    return verb.lemma_ == "come" and any(t.lemma_.lower() in POTS for t in outs)


def _is_in_use(verb: Token) -> bool:
    """ "Has been put into service": what is used has come."""
    return any(t.lemma_.lower() in ("service", "operation", "use", "action", "duty") for t in after(verb, "into", "in", "on"))


def _of_counted(verb: Token) -> str | None:
    """What the thing counted up says of itself: disbursements are paid, pledges are promised."""
    if verb.dep_ in ("acl", "advcl"):  # "a payment, amounting to 1.5 billion, will be made"
        return None
    whole = (*subjects(verb), *things_of(verb))
    counted = {t.lemma_.lower() for t in whole}
    if any(c.lemma_ in RECEIVED and c.dep_ == "acl" for t in whole for c in t.subtree):  # "the total amount received stands at"
        return "delivered"
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
    if above.lemma_ in LEGISLATING and "order" not in classes_of(above):  # "the conditions required to receive it", "the treaty obliges"
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


def is_told(verb: Token, mood: Mood) -> bool:
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


def _is_instalment(verb: Token) -> bool:
    """ "Released a tranche": what was promised is paid."""
    return any(t.lemma_.lower() in PAYMENTS for t in things_of(verb))


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
