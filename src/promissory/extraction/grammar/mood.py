"""How a verb is meant: negated, modal, tense, conditional, and what the verbs above it make of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from promissory.extraction.grammar.governors import GOVERNORS, POINTS, classes_of, governors_of, is_to_infinitive
from promissory.extraction.grammar.supposing import is_conditional

if TYPE_CHECKING:
    from promissory.extraction.words import Token

NEGATIVE = frozenset(("no", "not", "n't", "never", "neither", "none", "nor", "without", "hardly", "nothing", "nobody"))
#: Whose place in a row says that it has acted.
ORDER = frozenset("first second third only last latest few".split())
ACTORS = frozenset("country state nation ally member government leader one donor partner".split())
FINISHING = frozenset(("finish", "complete", "conclude"))
#: Verbs of making known: who says that he can do so does it.
PERFORMING = frozenset("announce confirm reveal report".split())
#: Verbs that with "on" or "in" go on with something.
CONTINUING = frozenset("go carry press persist keep soldier".split())
#: Verbs by which somebody does no more than what follows ("has confined itself to sending helmets").
CONFINING = frozenset(("confine", "limit", "restrict"))
#: What is said of a decision that has not been taken.
UNDECIDED = frozenset("expect await loom remain delay postpone pend near put defer shelve face".split())
#: What is done with a plan that nobody has decided on, and about it.
PLANNING = frozenset("work draw discuss mull table present propose float weigh consider study debate prepare draft outline".split())

#: What a negated governor comes to.
REVERSED = {"refuse": "consider", "consider": "refuse", "promise": "refuse", "plan": "refuse"}


@dataclass(frozen=True, slots=True)
class Mood:
    """The reading of a verb in its sentence. `governors` are the classes of the words above it, nearest first."""

    negated: bool
    modal: str | None
    tense: str  # past, present, future, infinitive, progressive, perfect
    conditional: bool
    governors: tuple[str, ...]
    awaited: bool  # "has yet to", "remains to be"

    def under(self, *classes: str) -> bool:
        return any(g in classes for g in self.governors)

    @property
    def is_done(self) -> bool:
        """Whether it is told as done: not denied, a condition, only possible, wanted or still to come."""
        open_ = self.negated or self.conditional or self.awaited or self.modal is not None
        return not open_ and self.tense not in ("future", "infinitive") and not self.under("refuse", "consider", "urge", "plan")


def mood_of(verb: Token) -> Mood:
    """The mood of a verb, or of a noun that stands for one."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    first = verb
    while first.dep_ == "conj" and not auxiliaries and first.head.pos_ in ("VERB", "AUX") and _goes_with(first, first.head):
        first = first.head  # "will take part in a session, hold talks and join the council"
        auxiliaries = [c for c in first.children if c.dep_ in ("aux", "auxpass")]
    modal = next((c.lower_ for c in auxiliaries if c.tag_ == "MD"), None)
    modal = {"'ll": "will", "'d": "would", "ca": "can", "wo": "will", "sha": "shall"}.get(modal or "", modal)
    if modal == "can" and verb.lemma_ in PERFORMING and not any(c.dep_ == "neg" for c in verb.children):
        modal, auxiliaries = None, [c for c in auxiliaries if c.tag_ != "MD"]  # "today we can confirm a further 10 million"
    if modal is None and verb.tag_ in ("VB", "VBP", "VBN") and _had_better(verb):
        modal = "should"
    if modal is None and (going := _going_on(verb)) is not None:  # "would keep supporting"
        modal = mood_of(going).modal
    above = governors_of(verb)
    return Mood(
        negated=_negated(verb, auxiliaries) or (is_to_infinitive(verb) and _is_denied(verb)) or _is_not_let(verb) or _is_forgone(verb),
        modal=modal,
        tense=_tense(verb, auxiliaries, modal),
        conditional=is_conditional(verb),
        governors=(*(("urge",) if _is_subjunctive(verb) else ()), *(name for word in above for name in _meant(word))),
        awaited=_is_awaited(verb),
    )


def _had_better(verb: Token) -> bool:
    """ "Germany had better send them soon": advice, though the parser takes it for a perfect."""
    had = any(c.lower_ in ("had", "'d", "’d") and c.dep_ == "aux" for c in verb.children)
    return had and any(c.lower_ == "better" and c.i < verb.i for c in verb.children)


def _is_subjunctive(verb: Token) -> bool:
    """ "Proposed that Norway transfer money": the bare verb of one who is to do it, wherever the parser hangs the clause."""
    doers = [c for c in verb.children if c.dep_ == "nsubj"]
    if verb.tag_ not in ("VBP", "VB") or len(doers) != 1 or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    first = doers[0].left_edge.i
    one = doers[0].tag_ in ("NNP", "NN") and not any(c.dep_ == "conj" for c in doers[0].children)
    return one and first > 0 and verb.doc[first - 1].lower_ == "that"


def _goes_with(verb: Token, first: Token) -> bool:
    """Whether a verb shares the auxiliaries of the one before: "will be repaired in Poland and sent" (which may be tagged as a past)."""
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return first.tag_ == verb.tag_ or (not own and verb.tag_ in ("VBD", "VBN") and any(c.dep_ == "auxpass" for c in first.children))


def _meant(word: Token) -> tuple[str, ...]:
    """What a governing word makes of what it governs, its own negation and preposition heeded ("has not ruled out", "no plans to")."""
    names = classes_of(word) + _of_modal(word)
    if word.lemma_ == "decision" and word.head.lemma_ in UNDECIDED:
        names = ("consider",)
    if word.lemma_ in ("plan", "scheme") and word.pos_ == "NOUN" and _is_in_hand(word):
        names = ("consider",)  # "is working on a plan to lend"
    if word.lemma_ in ("vote", "decide") and any(c.tag_ == "MD" and c.lower_ in ("will", "shall") for c in word.children):
        names = ("consider",)  # "will vote on giving"
    if word.lemma_ == "decide" and word.tag_ == "VB" and any(c.dep_ == "prep" and c.lower_ == "on" for c in word.children):
        names = ("consider",)  # "months to decide on giving"
    if word.lemma_ in ("tell", "warn") and any(c.dep_ in ("xcomp", "ccomp", "advcl") and is_to_infinitive(c) for c in word.children):
        names = ("urge",)  # "told the United States to stop sending"
    if _is_pleaded(word):
        names = ("urge",)
    if word.lemma_ in ("rule", "exclude") and word.head.lemma_ in ("refuse", "decline") and word.dep_ == "xcomp":
        names = ("consider",)  # "declined to rule out giving"
    if word.lemma_ == "think" and any(c.dep_ == "prep" and c.lower_ in ("about", "of") for c in word.children):
        names = ("consider",)
    if (
        not any(name in REVERSED for name in names)
        or word.lemma_ in POINTS  # none of which is refused as it is
        or any(c.lower_ == "yet" for c in word.children)
        or not _negated(word, [c for c in word.children if c.dep_ in ("aux", "auxpass")])
    ):
        return names
    if word.lemma_ in ("stop", "cease"):
        return ()  # "did not stop sending": it goes on
    return tuple(REVERSED.get(name, name) for name in names)


def _is_pleaded(word: Token) -> bool:
    """ "The case for giving", "it is time that the Union gave", "would be wise to give", "has a duty to give": what ought to be done."""
    if word.lemma_ == "case" and word.pos_ == "NOUN":
        return any(c.lower_ in ("for", "against") and c.dep_ == "prep" for c in word.children)
    if word.lemma_ in ("argue", "plead", "campaign", "lobby") and word.pos_ == "VERB":
        return any(c.lower_ in ("for", "against") and c.dep_ == "prep" for c in word.children)
    if word.lemma_ == "time":
        return word.dep_ == "attr" and any(c.lower_ == "it" for c in word.head.children)
    if word.lemma_ in ("duty", "obligation", "responsibility"):
        return word.dep_ == "dobj" and word.head.lemma_ in ("have", "bear")
    would = any(c.lower_ in ("would", "'d") for c in word.head.children if c.dep_ == "aux")
    return word.lemma_ in ("wise", "advised", "prudent", "sensible", "smart", "right") and word.dep_ == "acomp" and would


def _is_in_hand(plan: Token) -> bool:
    """Whether somebody is still at work on a plan ("is working on plans", "tabled a plan", "drew up a plan")."""
    verb = plan.head.head if plan.dep_ == "pobj" else plan.head
    return verb.lemma_ in PLANNING and (plan.dep_ == "dobj" or (plan.dep_ == "pobj" and plan.head.lower_ in ("on", "up", "over", "about")))


def _of_modal(word: Token) -> tuple[str, ...]:
    """What a modal of the verb above makes of what it governs ("must do more to arm", "may decide to send")."""
    modals = {c.lower_ for c in (word, *word.children) if c.tag_ == "MD"}  # "ought" is the verb above "to seize"
    if _is_bound(word) or modals & {"should", "must", "ought"}:
        return ("urge",)
    return ("consider",) if modals & {"may", "might"} else ()


def _is_bound(word: Token) -> bool:
    """ "Has to arm", "said that it had to arm", "would have to be voted"; what somebody had to do in a story was done."""
    told = word.tag_ != "VBD" or word.dep_ == "ccomp"
    ahead = [c for c in word.children if c.dep_ == "xcomp" and (is_to_infinitive(c) or _is_passive_infinitive(c))]
    deeds = [c for c in ahead if not _is_awaited(c)]
    return word.lemma_ == "have" and told and bool(deeds)


def _negated(verb: Token, auxiliaries: list[Token]) -> bool:
    if any(c.dep_ == "neg" or c.lower_ in NEGATIVE for c in verb.children if c.dep_ in ("neg", "advmod", "preconj", "det", "cc")):
        return True
    if any(g.dep_ == "neg" for a in auxiliaries for g in a.children):
        return True
    if any(c.lower_ == "longer" and any(g.lower_ == "no" for g in c.children) for c in verb.children):
        return True
    nouns = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")]
    return any((n.lower_ in NEGATIVE and not _is_numbered(n)) or _is_none_of(n) or _is_not_one(n) for n in nouns)


def _is_numbered(word: Token) -> bool:
    """ "School No. 25"."""
    behind = word.doc[word.i + 1 : word.i + 3]
    return word.text == "No" and word.i > 0 and any(t.like_num for t in behind)


def _is_none_of(noun: Token) -> bool:
    """ "No tanks", "neither Leopards nor Abrams tanks"."""
    parts = (noun, *(c for c in noun.children if c.dep_ in ("nmod", "compound")))
    return any(d.lower_ in ("no", "neither") for part in parts for d in part.children)


def _is_forgone(verb: Token) -> bool:
    """ "Were buried instead of being given away", "left without signing", "is against sending them": what is told is what was not done."""
    if _is_done_without(verb):
        return True
    if verb.tag_ not in ("VBG", "VBN", "VB", "VBP"):
        return False
    first = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass"))])
    return [t.lower_ for t in verb.doc[max(0, first - 2) : first]] in (["instead", "of"], ["rather", "than"])


def _is_done_without(verb: Token) -> bool:
    while verb.dep_ == "conj" and verb.head.tag_ == "VBG":
        verb = verb.head
    if verb.dep_ != "pcomp" or verb.head.lower_ not in ("without", "against"):
        return False
    above = verb.head.head
    return not any(c.dep_ == "neg" or c.lower_ in ("no", "nobody") for c in above.children)  # "cannot leave without signing"


def _is_not_one(noun: Token) -> bool:
    """ "Not one of the tanks has arrived", "not a single shell"."""
    alone = noun.lower_ == "one" or any(c.lower_ in ("single", "one") for c in noun.children)
    return alone and any(c.lower_ == "not" for c in noun.children)


def _tense(verb: Token, auxiliaries: list[Token], modal: str | None) -> str:
    words = {a.lower_ for a in auxiliaries}
    helped = next((a.tag_ for a in auxiliaries if a.lemma_ in ("help", "helped", "helps") and a.tag_ != "VB"), None)
    if helped is not None and modal is None:  # "helped train recruits", where the parser takes it for an auxiliary
        return "past" if helped in ("VBD", "VBN") else "present"
    if modal in ("will", "shall") or _is_headlined(verb):
        return "future"
    if modal:
        return "modal"
    if {"to", "have"} <= words and verb.tag_ == "VBN" and not _is_planned(verb.head):
        return "perfect"  # "the tenth country to have signed", "is said to have arrived"
    if "to" in words or (verb.tag_ == "VB" and not words):
        return _infinitive(verb)
    if words & {"has", "have", "had", "'ve", "having"}:
        return "perfect"
    if verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lemma_ in FINISHING:
        return mood_of(verb.head).tense
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ == "to" and verb.head.head.lemma_ in CONFINING:
        return mood_of(verb.head.head).tense
    if verb.tag_ == "VBG" or "being" in words:
        going = _going_on(verb)
        return "infinitive" if going is not None and mood_of(going).tense == "infinitive" else "progressive"
    if (causing := _causing(verb)) is not None and not words:
        return mood_of(causing).tense
    if verb.tag_ == "VBN" and words == {"be"}:
        return "infinitive"  # "demanded that it be shipped", "should so much as a bullet be shipped"
    if verb.tag_ in ("VBD", "VBN"):
        return "present" if words & {"is", "are", "'s", "'re"} else "past"
    if "did" in words:
        return "past"
    return "infinitive" if verb.tag_ == "VB" and not words & {"do", "does"} else "present"


def _is_headlined(verb: Token) -> bool:
    """ "Rutte to visit Kyiv", "Scholz, Macron to meet Zelensky": as headlines tell what is to come, an infinitive with a subject."""
    to = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "to"), None)
    if to is None or verb.tag_ != "VB" or any(c.dep_ == "mark" for c in verb.children):
        return False
    if verb.dep_ in ("acl", "relcl", "advcl"):
        return verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN" and verb.head.i < to.i
    told = verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.i < verb.head.i)
    return told and any(c.dep_ == "nsubj" and c.i < to.i for c in verb.children)


def _is_planned(above: Token) -> bool:
    """Whether a verb or adjective puts what it governs ahead ("is due to have arrived by June", "was to have met")."""
    bare = above.lemma_ == "be" and not any(c.dep_ == "attr" for c in above.children)
    return bare or above.lemma_ == "suppose" or bool({"plan", "promise", "consider", "urge"} & {*classes_of(above)})


def _going_on(verb: Token) -> Token | None:
    """The "begin" or "continue" that a gerund completes ("will keep supplying", "may persist in arming", "could go on sending")."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.tag_ != "VBG" or verb.dep_ not in ("xcomp", "pcomp") or above.i == verb.i:
        return None
    begun = verb.dep_ == "xcomp" and above.lemma_ in GOVERNORS["begin"]
    continued = above.lemma_ in CONTINUING and any(c.lower_ in ("on", "in") and c.i < verb.i for c in above.children)
    return above if begun or continued else None


def _is_awaited(verb: Token) -> bool:
    """ "Has yet to deliver", "remains to be delivered"."""
    to = next((c.i for c in verb.children if c.lower_ == "to" and c.dep_ == "aux"), None)
    if to is None and verb.dep_ == "conj" and verb.head.i != verb.i and verb.tag_ == verb.head.tag_:
        return _is_awaited(verb.head)
    return to is not None and to > 0 and (verb.doc[to - 1].lower_ == "yet" or verb.doc[to - 1].lemma_.lower() == "remain")


def _infinitive(verb: Token) -> str:
    """An infinitive after "begin" or "continue" has the tense of that verb."""
    head = verb.head
    if verb.dep_ == "xcomp" and head.lemma_ in GOVERNORS["begin"] and head.i != verb.i:
        return mood_of(head).tense
    if verb.dep_ in ("xcomp", "ccomp") and head.lemma_ == "help" and not any(c.dep_ == "nsubj" for c in verb.children):
        return mood_of(head).tense  # "where they help to train recruits"
    if verb.dep_ in ("xcomp", "ccomp") and head.lemma_ == "manage":
        return mood_of(head).tense  # "managed to send"
    if (copula := _of_order(verb)) is not None:  # "was the first to send"
        told = mood_of(copula).tense
        acting = verb.head.lemma_.lower() in (*ORDER, *ACTORS)
        return "past" if told in ("past", "perfect") or (told == "present" and acting) else told if told != "present" else "infinitive"
    return "infinitive"


def _causing(verb: Token) -> Token | None:
    """The "have" of "will do everything to have them delivered"."""
    if verb.tag_ != "VBN" or verb.dep_ not in ("ccomp", "xcomp", "acl"):
        return None
    above = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "dobj" else verb.head
    return above if above.lemma_ in ("have", "get", "see") and above.pos_ in ("VERB", "AUX") and above.i < verb.i else None


def _of_order(verb: Token) -> Token | None:
    """The verb that makes somebody "the first country to send", "among the few to give", "the only one to supply"."""
    noun = verb.head
    if verb.dep_ not in ("acl", "relcl", "xcomp", "advcl") or noun.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM", "PRON"):
        return None
    if noun.lower_ not in ORDER and not any(c.lower_ in ORDER for c in noun.children):
        return None
    return next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)


def _is_denied(verb: Token) -> bool:
    """Whether what an infinitive completes is denied ("cannot find the courage to hand over")."""
    decided = [verb.head] if verb.dep_ == "acl" else [c for c in verb.head.children if c.dep_ == "nsubjpass"]
    if any(c.lower_ == "no" for noun in decided for c in noun.children):  # "no decision has been taken to halt deliveries"
        return True
    if verb.dep_ != "acl" or verb.head.dep_ != "dobj":
        return False
    above = verb.head.head
    auxiliaries = [c for c in above.children if c.dep_ in ("aux", "auxpass")]
    return any(c.dep_ == "neg" for c in above.children) and not classes_of(above) and any(c.tag_ == "MD" for c in auxiliaries)


def _is_not_let(verb: Token) -> bool:
    """ "Did not allow any corridor to be opened"."""
    let = verb.head if verb.dep_ in ("ccomp", "xcomp") and verb.head.lemma_ in ("allow", "let", "permit", "enable") else None
    return let is not None and any(c.dep_ == "neg" for c in let.children) and (is_to_infinitive(verb) or _is_passive_infinitive(verb))


def _is_passive_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and {"to", "be"} <= {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
