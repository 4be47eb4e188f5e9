"""Which words a verb hangs on, and what they make of it: "promised to send", "refused to send", "said no to sending"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.syntax import THANKING
from promissory.extraction.lexicon.papers import INSTRUMENTS
from promissory.extraction.lexicon.verbs import TELLING

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs and adjectives above another verb, by what they make of it.
GOVERNORS: dict[str, frozenset[str]] = {
    "promise": frozenset(
        "pledge promise vow commit undertake guarantee reaffirm reiterate pledge resolve determined committed resolved swear "
        "assure announce agree decide confirm ensure offer vote bind undertaking".split()
    ),
    "plan": frozenset("plan intend intention prepare prep aim set expect seek go schedule due determine mean".split()),
    "order": frozenset("instruct task mandate authorise authorize empower".split()),
    "consider": frozenset(
        "consider want wish discuss explore weigh mull ponder study examine contemplate hope hop ready willing open able try debate "
        "negotiate likely possible examine assess evaluate look investigate like talk discussion negotiation consideration possibility "
        "option idea feasibility threaten float moot toy favour favor opportunity haggle wrangle dicker analyse analyze appraise "
        "evaluation assessment analysis interest interested inclined incline minded keen prospect chance likelihood proposal suggestion "
        "issue question matter topic".split()
    ),
    "urge": frozenset(
        "urge call ask request demand press push encourage appeal plead beg implore recommend suggest propose advocate insist advise lobby "
        "need must important necessary essential crucial vital critical imperative paramount invite pressure oblige obligate compel "
        "importance necessity urgency desirability advisability rally galvanise galvanize inspire motivate".split()
    ),
    "refuse": frozenset(
        "refuse decline fail struggle reject oppose rule exclude stop cease deny block delay hesitate reluctant unable unwilling unlikely "
        "slow hesitant loath wary resist balk baulk short reluctance unwillingness refusal failure hesitation inability hesitancy bar ban "
        "forbid prohibit preclude prevent dissuade deter shy refrain abstain dismiss rebut refute debunk avoid postpone shelve eschew "
        "forgo spurn dodge mistake folly madness blunder unwise foolish reckless irresponsible opposition rejection objection aversion "
        "resistance restriction prohibition moratorium embargo taboo".split()
    ),
    "begin": frozenset("begin start continue keep resume".split()),
    "say": frozenset(
        "say tell report note add state claim write stress emphasize emphasise underline underscore believe think argue".split()
    ),
}
#: What there is none of where nobody does a thing, and what is missed by not doing it.
POINTS = frozenset("point question sense use reason".split())
CHANCES = frozenset("chance opportunity moment occasion".split())
MISSING = frozenset("miss lose waste squander forfeit forgo".split())
#: Prepositions between a noun and what is done that may hang on the verb above both.
LINKS = frozenset(("of", "in", "for", "about", "to", "against"))
#: What those do who decide for a government, and what they do it to.
BINDING = frozenset("oblige obligate compel require bind direct".split())
BOUND = frozenset("government cabinet ministry minister executive".split())
#: What is talked of, and verbs otherwise.
TOPICS = frozenset("issue question matter".split())
#: What one is able to do who makes something known.
KNOWN_BY = TELLING | {"report"}
#: Verbs of weighing that nobody puts behind what is weighed.
SEEMING = frozenset("look like want wish open try talk favour favor study".split())
#: Verbs that with a particle turn something down.
DISMISSING = {
    "turn": ("down",), "vote": ("down", "against"), "strike": ("down",), "shoot": ("down",), "throw": ("out",), "knock": ("back", "down"),
}  # fmt: skip
#: Verbs that with a particle make something ready.
READYING = {"draw": "up", "put": "together"}
#: Relations by which a word hangs on the one that makes something of it.
COMPLEMENTS = frozenset("xcomp ccomp pcomp prep acl conj dobj pobj advcl relcl csubj csubjpass".split())
#: Prepositions of what is done at another time or all the same.
TIMES = frozenset("since after before upon despite following during through besides".split())
#: What lays down what those who have signed it do.
LAYING_DOWN = INSTRUMENTS | frozenset("convention compact document text law act it which".split())


def classes_of(word: Token) -> tuple[str, ...]:
    """What a governing word makes of what it governs: the names of the classes of `GOVERNORS` it belongs to."""
    if word.lemma_ == "open" and word.pos_ == "VERB":  # "opened a credit line"
        return ()
    if word.lemma_ == "set" and any(c.dep_ == "prt" for c in word.children):  # "set out five areas"
        return ()
    if word.lower_ == "about" and word.dep_ == "acomp":  # "is about to sign"
        return ("plan",)
    if word.lemma_ == "settle" and any(c.lower_ == "on" for c in word.children):
        return ("promise",)
    if _is_pointless(word) or (word.pos_ == "ADJ" and any(c.lower_ == "enough" for c in word.children)):
        return ("refuse",)  # "is rich enough to send it" says nothing of sending
    if word.lemma_ == "able" and any(c.dep_ == "xcomp" and c.lemma_ in KNOWN_BY for c in word.children):
        return ()  # "I was able to tell him that Britain will supply it"
    if _is_bidding(word):
        return ("order",)
    if _is_seeing_to(word) or _is_on_paper(word):
        return ("promise",)
    if word.lemma_ in ("say", "vote") and any(c.lower_ == "no" for c in word.children):
        return ("refuse",)  # "said no to sending it"
    if any(c.lower_ in DISMISSING.get(word.lemma_, ()) for c in word.children if c.dep_ in ("prt", "prep", "advmod")):
        return ("refuse",)  # "turned down a plea to send it"
    if word.lemma_ == "ready" and word.pos_ == "VERB":
        return ("plan",)
    if word.lemma_ in TOPICS and word.pos_ != "NOUN":
        return ()
    if is_readied(word):
        return ("plan",)
    if word.lemma_ == "call" and word.pos_ == "VERB" and _names(word):
        return ()
    return tuple(name for name, words in GOVERNORS.items() if word.lemma_.lower() in words)


def _names(call: Token) -> bool:
    """ "Called the delivery a mistake": nobody is called on to do it."""
    objects = [c for c in call.children if c.dep_ in ("dobj", "nsubjpass")]
    asks = any(c.lower_ in ("for", "on", "upon", "off", "up", "in") and c.dep_ in ("prep", "prt", "advmod") for c in call.children)
    asks = asks or any(is_to_infinitive(c) for c in call.children)
    return bool(objects) and not asks


def _is_pointless(word: Token) -> bool:
    """ "Sees no point in sending it", "there is no question of sending it", "missed the chance of sending it"."""
    if word.lemma_ in POINTS:
        return any(c.lower_ in ("no", "little", "any") and c.dep_ == "det" for c in word.children)
    return word.lemma_ in CHANCES and word.dep_ == "dobj" and word.head.lemma_ in MISSING


def _is_bidding(word: Token) -> bool:
    """ "Parliament obliged the government to send it", not "a motion that would have obliged it"."""
    told = word.tag_ in ("VBD", "VBN", "VBZ") and not any(c.tag_ == "MD" or c.dep_ == "neg" for c in word.children)
    told = told and not any(c.dep_ == "nsubj" and c.lemma_.lower() in LAYING_DOWN - {"it", "which"} for c in word.children)
    return word.lemma_ in BINDING and told and any(c.dep_ == "dobj" and c.lemma_.lower() in BOUND for c in word.children)


def is_readied(word: Token) -> bool:
    """ "Is putting together a package", "a package is being drawn up"."""
    going_on = word.tag_ == "VBG" or any(c.lower_ == "being" for c in word.children)
    return going_on and any(c.lower_ == READYING.get(word.lemma_) for c in word.children)


def _is_seeing_to(word: Token) -> bool:
    """ "Will see to it that Ukraine gets them", "make sure that they arrive"."""
    if word.lemma_ == "see":
        return any(c.lower_ == "to" and any(g.lower_ == "it" for g in c.children) for c in word.children)
    return word.lemma_ == "make" and any(c.lower_ in ("sure", "certain") for c in word.children)


def _is_on_paper(word: Token) -> bool:
    """ "The treaty obliges Britain to provide 3 billion a year": what an instrument lays down is undertaken."""
    first = word
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX") and not any(c.dep_ == "nsubj" for c in first.children):
        first = first.head
    papers = [c for c in first.children if c.dep_ == "nsubj" and c.lemma_.lower() in LAYING_DOWN]
    return word.lemma_ in ("oblige", "obligate", "bind") and bool(papers)


def is_to_infinitive(verb: Token) -> bool:
    """ "To send": whether a verb has its "to"."""
    return verb.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _is_marked_for(clause: Token) -> bool:
    """ "Called for the country to be given more": an infinitive that the parser takes for an adverbial clause."""
    words = {c.lower_ for c in clause.children if c.dep_ in ("mark", "aux")}
    return {"for", "to"} <= words


def _is_finite(verb: Token) -> bool:
    """Whether a clause has a time of its own ("although it will send tanks", "although it did send them")."""
    helped = any(c.dep_ == "aux" and c.lower_ != "to" for c in verb.children)
    return verb.tag_ not in ("VB", "VBG") or (helped and verb.tag_ == "VB")


def _is_parted(verb: Token, above: Token) -> bool:
    """ "It considers the replacement of its guns: 134 million were set aside": what a colon parts from a thing considered is told."""
    between = [t.text for t in above.doc[above.i : verb.i]]
    return ":" in between and "consider" in classes_of(above) and any(c.dep_ == "dobj" and c.i < verb.i for c in above.children)


def governors_of(verb: Token) -> list[Token]:
    """The verbs, nouns and adjectives that a verb is a complement of, nearest first."""
    found: list[Token] = []
    here = verb
    for _ in range(6):
        if here.head.i == here.i or (here.dep_ not in COMPLEMENTS and here.lower_ != "away"):  # "shied away from sending it"
            break
        if here.dep_ == "prep" and here.lower_ in TIMES:
            break  # "has spoken to him twice since taking office"
        if (here.dep_ == "relcl" and not is_to_infinitive(here)) or (
            here.dep_ == "advcl" and here.head.pos_ in ("VERB", "AUX") and _is_finite(here) and not _is_marked_for(here)
        ):
            break
        if here.dep_ == "advcl" and here.tag_ == "VBG" and here.i < here.head.i:
            break  # "standing beside Zelensky, Starmer promised": what goes with the promise is not promised
        if here.dep_ == "acl" and here.tag_ in ("VBN", "VBD", "VBG") and not any(c.lower_ == "that" for c in here.children):
            break
        head = here.head
        if here.dep_ == "ccomp" and here.i < head.i and head.pos_ == "VERB" and not any(c.dep_ == "nsubj" for c in head.children):
            break  # "Rutte visits Kyiv, promises shells"
        if here.dep_ == "ccomp" and here.i < head.i and any(t.text == ";" for t in here.doc[here.i : head.i]):
            break  # "gifts total 2 billion, he said; he hopes for more"
        if here.dep_ == "ccomp" and _is_parted(here, head):
            break
        if here.dep_ == "ccomp" and here.i < head.i and head.lemma_ in SEEMING and head.pos_ == "VERB":
            break  # "when he announced that it would train them, the idea looked good", where the parser hangs the clause on the last verb
        if here.dep_ == "pcomp" and head.lower_ == "with" and here.tag_ == "VBG":
            break  # "pledged aid, with Oslo sending tanks" tells of the sending itself
        if here.dep_ == "prep" and here.lower_ == "for" and head.lemma_ in THANKING:
            break  # what somebody is thanked for is done, whatever is wanted or hoped above
        if here.dep_ == "prep" and here.lower_ in ("about", "on", "over"):
            # "discussions are under way about moving it": what the subject is about
            verb_over = head.head.head if head.lower_ == "way" else head
            found += [s for s in verb_over.children if s.dep_ == "nsubj" and s.pos_ == "NOUN" and "consider" in classes_of(s)]
        if (noun := _noun_before(here)) is not None:
            found.append(noun)
        if here.dep_ != "conj":
            found.append(head)
            found += [c for c in head.children if c.dep_ in ("acomp", "attr") and (c.i < here.i or here.dep_ == "csubj")]
            if here.dep_ in ("csubj", "csubjpass"):  # "giving it is under discussion"
                found += [n for c in head.children if c.lower_ == "under" for n in c.children if n.dep_ == "pobj"]
        here = head
    return found


def _noun_before(word: Token) -> Token | None:
    """ "Spoke in favour of sending it", "gave an undertaking to send it": the noun before, where the parser hangs the rest on the verb."""
    if word.dep_ == "advcl" and is_to_infinitive(word):
        word = next(c for c in word.children if c.lower_ == "to")
        above = word.head.head
    elif word.dep_ == "prep" and word.lower_ in LINKS:
        above = word.head
    else:
        return None
    noun = word.nbor(-1) if word.i else word
    below = noun.pos_ == "NOUN" and above.pos_ in ("VERB", "AUX") and above.i in {a.i for a in noun.ancestors}
    return noun if below else None
