"""The finite verb that a word hangs on, its tense, and whether its clause tells of the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.calendar.dates import DateMention
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import ADDRESSING
from promissory.extraction.grammar.tree import children, clause
from promissory.extraction.lexicon.verbs import TELLING

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Words beside a verb that put what it tells before the report, or in no single moment.
BEFORE = frozenset(
    "already previously earlier before then once ago formerly repeatedly always recently lately often ever still since originally "
    "initially traditionally regularly usually frequently consistently long continually constantly never meantime sometimes".split()
)
PHRASES = ("so far", "to date", "up to now", "until now", "till now", "in recent", "for months", "for years", "for weeks", "at that time",
           "at the time", "over the years", "for decades", "in the past", "days earlier", "weeks earlier", "months earlier")  # fmt: skip
#: Prepositions before a time that is not that of the verb: what they bound lies before or after it.
BOUNDS = frozenset("after before since following ahead until till by from during prior despite".split())
#: Those of them behind which another event stands.
EVENTS = frozenset("after before since following ahead prior".split())
#: Words before the day on which something begins.
STARTS = frozenset("from starting beginning commencing effective".split())
#: What is done with words at one time, whatever they are about.
UTTERING = TELLING | ADDRESSING | frozenset("repeat reject accept seek want offer order back support discuss agree".split())
#: Prepositions before what is talked about, whose times are not those of the talk.
TOPICS = frozenset("about regarding concerning".split())
#: How goods came about: the time of it is none of what is done with them.
ORIGINS = frozenset("build make deploy design develop manufacture produce introduce adopt create commission field construct invent".split())
#: Long times in which something happened without a day ("during his first term").
ERAS = frozenset("term presidency tenure career reign era mandate war invasion time premiership childhood".split())
HAVE = frozenset(("has", "have", "'ve", "’ve", "having"))
WAS = frozenset(("was", "were", "'d", "did"))
IS = frozenset(("is", "are", "am", "'s", "'re", "’s", "’re", "do", "does"))
MODALS = frozenset(("MD",))

#: On which side of something a time is counted.
ASIDE = frozenset(("after", "before", "since"))
#: What a time is counted in ("a decade after").
SPANS = frozenset("second minute hour day night week fortnight month year decade century".split())


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb, for a verb after "and" those of the first."""
    found = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if not found and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and verb.head.tag_ == verb.tag_:
        return [c for c in verb.head.children if c.dep_ in ("aux", "auxpass")]
    return found


def finite_of(token: Token) -> Token:
    """The finite verb that a word hangs on: its clause's, or that of a clause above where it is a participle or an infinitive."""
    verb = clause(token)
    while tense_of_verb(verb) in ("participle", "infinitive") and verb.head.i != verb.i:
        verb = clause(verb.head)
    return verb


def tense_of_verb(verb: Token) -> str:
    """past, perfect, lasting ("have been sending"), pluperfect, present, future, infinitive, participle; none for what is no verb."""
    if verb.pos_ not in ("VERB", "AUX"):
        return "none"
    helpers = auxiliaries(verb)
    words = {a.lower_ for a in helpers}
    if any(a.tag_ in MODALS for a in helpers):
        return "future"
    if "to" in words:
        return "infinitive"
    if words & HAVE and verb.tag_ == "VBG":
        return "lasting"
    for name, forms in (("pluperfect", {"had"}), ("perfect", HAVE), ("past", WAS), ("present", IS)):
        if words & forms:
            return name
    return _bare(verb)


def _bare(verb: Token) -> str:
    """The tense of a verb without auxiliaries."""
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN":
        return "participle" if any(a.pos_ in ("VERB", "AUX") for a in verb.ancestors) else "past"
    if verb.tag_ == "VBG":
        return "participle"
    return "infinitive" if verb.tag_ == "VB" else "present"


def is_background(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause says that what it tells is older or of no single moment."""
    own = own_words(sentence, verb)
    if is_only_measure(verb):
        return True
    if any(t.lower_ in BEFORE and t.dep_ == "advmod" and not any(c.dep_ == "pobj" for c in t.children) for t in own):
        return True
    if any(t.lower_ == "during" and any(c.lemma_.lower() in ERAS for c in t.children) for t in own):
        return True
    words = " ".join(t.lower_ for t in own)
    return any(phrase in words for phrase in PHRASES)


def is_only_measure(verb: Token) -> bool:
    """ "Before he was elected", "since it was signed": an event by which another is placed, itself of no day that is told."""
    return verb.dep_ == "advcl" and any(c.lower_ in ("before", "since") for c in children(verb, "mark")) and span_before(verb) is None


def own_words(sentence: Sentence, verb: Token) -> list[Token]:
    """The unquoted words of a verb's clause, clauses below it left out."""
    return [t for t in verb.subtree if clause(t).i == verb.i and t.i not in sentence.quoted]


def times_of(sentence: Sentence, verb: Token) -> list[DateMention]:
    """The dates and times of day that a clause names for itself, or that the clause it goes on from names before it."""
    found = _times(sentence, verb)
    while not found and verb.dep_ in ("conj", "advcl", "xcomp") and verb.head.pos_ in ("VERB", "AUX") and not turns_to_now(verb):
        verb = verb.head
        found = _times(sentence, verb)
    return found or _below(sentence, verb)


def turns_to_now(verb: Token) -> bool:
    """ "Kyiv won it back in 2022, but Russia goes on shelling it": a clause of its own, of another time than the one before."""
    apart = verb.dep_ == "conj" and bool(children(verb, "nsubj", "nsubjpass"))
    return apart and tense_of_verb(verb) in ("present", "future") and tense_of_verb(verb.head) in ("past", "perfect", "pluperfect")


def _below(sentence: Sentence, verb: Token) -> list[DateMention]:
    """The time at the end of an infinitive below, which may as well be the verb's own ("signed a pact to base arms there in May 2023")."""
    lower = [t for t in verb.subtree if t.tag_ == "VB" and t.dep_ in ("acl", "xcomp", "advcl") and finite_of(t).i == verb.i]
    found = [m for t in lower for m in _times(sentence, t) if m.value and len(m.value) >= len("2023-05")]
    return found if len(sentence.dates) == 1 else []


def _times(sentence: Sentence, verb: Token) -> list[DateMention]:
    """The times in a clause that are its own: not those behind "after", "since" or "until", nor years that only name a thing."""
    mentions = dict.fromkeys(sentence.date_at[t.i] for t in own_words(sentence, verb) if t.i in sentence.date_at)
    return [m for m in mentions if _is_time(m) and not is_bound(sentence, m, verb)]


def _is_time(mention: DateMention) -> bool:
    """Whether a mention places something in time: a clock without a day and "now" do not."""
    return (mention.type == "DATE" and not mention.timex.endswith("_REF")) or (mention.type == "TIME" and mention.value is not None)


def measured_from(trigger: Token) -> Token | None:
    """The clause that a span of time is counted from ("on Tuesday, a decade after troops seized it"): it has a time of its own."""
    return next((verb for verb in (trigger, *trigger.ancestors) if verb.dep_ == "advcl" and span_before(verb) is not None), None)


def span_before(verb: Token) -> tuple[Token, str] | None:
    """The span that a clause is measured by, and on which side of it: "a day" and "after"."""
    mark = next((c for c in verb.children if c.lower_ in ASIDE and c.dep_ == "mark"), None)
    beside = [*verb.children, *(mark.children if mark is not None else ())]
    spans = [c for c in beside if c.dep_ == "npadvmod" and c.lemma_ in SPANS and c.i < verb.i]
    if mark is not None and spans:
        return spans[-1], mark.lower_
    first = min(t.i for t in verb.subtree)
    loose = verb.doc[first - 1] if first else None  # "on Monday, a day after the two spoke": both words hung on the day
    if mark is None and loose is not None and loose.lower_ in ASIDE and loose.dep_ == "prep" and loose.head.lemma_ in SPANS:
        return (loose.head, loose.lower_) if not list(loose.children) else None
    return None


def is_bound(sentence: Sentence, mention: DateMention, word: Token, bounds: frozenset[str] = BOUNDS) -> bool:
    """Whether a date only bounds the time of a word, or is that of an event before or after it ("after his visit on Friday")."""
    here = head = sentence.head_of(mention)
    while here is not None and here.i != word.i:
        if here.lower_ in TOPICS and here.dep_ == "prep" and head is not None and here.i != head.head.i:  # "spoke about gas for the winter"
            return word.i not in {t.i for t in here.subtree}
        if here.lower_ in bounds and here.dep_ in ("prep", "mark", "advmod", "pcomp"):
            return word.i not in {t.i for t in here.subtree}
        if is_origin(sentence, here):
            return word.i not in {t.i for t in here.subtree}
        if here.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in bounds for c in here.children):  # "after his term ends in October"
            return word.i not in {t.i for t in here.subtree}
        here = here.head if here.head.i != here.i else None
    return head is not None and _is_fronted(sentence, head, word, bounds)


def is_origin(sentence: Sentence, word: Token) -> bool:
    """ "Struck it with missiles built in the 1980s", "a tank first fielded in 1973": how old goods are, whatever is done with them."""
    goods = word.dep_ == "acl" and (mention := sentence.at.get(word.head.i)) is not None and mention.id_of("item") is not None
    return goods and word.tag_ == "VBN" and word.lemma_ in ORIGINS


def _is_fronted(sentence: Sentence, head: Token, word: Token, bounds: frozenset[str]) -> bool:
    """ "After his visit to Kyiv on Friday, X said": the date stands in the phrase before the comma, wherever the parser hangs it."""
    if head.i > word.i or not any(t.text == "," for t in sentence.tokens[head.i : word.i]):
        return False
    before = [t.lower_ for t in sentence.tokens[: head.i]]
    return bool(before) and before[0] in bounds & EVENTS and "," not in before


def begins_thing(sentence: Sentence, mention: DateMention, trigger: Token | None = None) -> bool:
    """ "A ceasefire from Monday", "a truce starting on May 8": when a thing begins, which is not when somebody speaks of it."""
    here = sentence.head_of(mention)
    for _ in range(3):
        if here is None or here.pos_ in ("NOUN", "AUX"):
            return False
        if here.lower_ in STARTS and here.head.pos_ in ("NOUN", "PROPN"):
            return trigger is None or here.head.i != trigger.i
        if here.lower_ in STARTS and here.i and here.nbor(-1).pos_ in ("NOUN", "PROPN") and here.head.lemma_ in UTTERING:
            return True  # "repeated his demand for a truce from Monday"
        here = here.head if here.head.i != here.i else None
    return False


def is_of_noun(head: Token) -> bool:
    """ "Its 2023 harvest": a year inside the name of a thing."""
    return head.dep_ in ("compound", "nummod", "amod", "nmod") and head.head.pos_ in ("NOUN", "PROPN") and head.like_num
