"""What has the words of a gift and is none: a missile that lands, what a coalition is for, a sum that is lacking."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promissory.extraction.amounts.quantities import AmountMention
from promissory.extraction.grammar.governors import classes_of
from promissory.extraction.grammar.mood import mood_of
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, subjects
from promissory.extraction.grammar.tree import after, children, hung_on
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.lexicon.ventures import SCHEMES
from promissory.extraction.lexicon.verbs import HANDING
from promissory.extraction.scene import Scene
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What stands behind the difference of two sums.
COMPARED = re.compile(r"\s(?:more|less|higher|lower|larger|above|below)\s(?:than\b|(?:the\s)?(?:previous|last|original)\b)")
FROM = re.compile(r"\bfrom\s(?:(?:about|some|around|nearly|over|more than|roughly|almost)\s)?$")
GROWTH = re.compile(
    r",\s(?:which is\s)?an?\s(?:\w+\s)?(?:increase|rise|jump|uplift)\sof\s(?:(?:about|some|around|nearly|over|more than)\s)?$"
)
#: What is set up for a purpose, and the verbs of setting it up.
VENTURES = SCHEMES | frozenset(
    "alliance centre center group command hub partnership consortium taskforce framework vehicle model drive effort".split()
)
FOUNDING = frozenset("found launch establish create form set start announce lead join initiate propose build".split())
#: Verbs that let somebody do something; their object is not what is given.
LETTING = frozenset("authorise authorize clear approve order commission permit allow".split())
#: Papers that only ask for what is in them.
REQUESTS = frozenset("request bill draft motion".split())
PLEAS = frozenset("request plea appeal application petition".split())
#: Verbs that make somebody do something, and have an object of their own besides ("ordered tanks", "instructs recruits").
BIDDING = frozenset(("order", "instruct"))
#: What hangs on something else and is not yet anybody's.
HINGING = frozenset("hinge depend hang rest rely".split())
#: What is right or wished for, whether or not anybody does it.
DUTIES = frozenset("duty priority policy task goal aim job obligation responsibility objective ambition principle".split())
TOTALS = frozenset("number total tally count sum amount quantity".split())
#: Verbs by which a number comes to be another.
RAISING = frozenset("raise double triple quadruple increase bring lift boost take cut halve expand".split())
#: What is raised only in speech.
RAISED = frozenset(
    "possibility question issue prospect matter idea topic subject option fear doubt concern alarm hope objection point".split()
)
ADMITTING = frozenset("own admit acknowledge confess concede".split())
TIMES = frozenset("year month week end start beginning time christmas easter new spring summer autumn winter".split())
EXCHANGED = frozenset("note letter document text view greeting information idea experience word contact opinion prisoner".split())
ANYBODY = frozenset("anybody anyone nobody whoever somebody".split())
AIRS = frozenset("airspace sky space".split())
#: What something comes into without coming to anybody ("the aid came into place after the vote").
CONDITIONS = frozenset("place force effect being existence play view focus question".split())
SENDING = HANDING | {"transport"}
SCANT = frozenset("little nothing less enough".split())
#: Words of a lack.
LACKING = frozenset("short shy lacking red deficit shortfall gap hole".split())
#: What goods can come as.
GIVEN_AS = frozenset("part gift gifts donation donations aid grant grants loan loans".split())
#: Sides that are only supported in words ("support for the peace formula").
PLANS = frozenset("formula sovereignty independence integrity membership bid accession path aspiration right cause".split())


def is_seeming(sentence: Sentence, verb: Token, frame: Frame, things: list[Token]) -> bool:
    """Whether a verb of giving, arriving or amounting tells of no gift where it stands."""
    acting = actors_of(verb)
    if acting and all(t.lower_ in ANYBODY for t in acting):  # "the first tanks that anybody had promised"
        return True
    if (frame.role == "order" and is_how_it_works(verb)) or _is_unadmitted(verb) or (frame.role == "arrive" and _is_of_any(verb)):
        return True
    if (frame.role == "make" and _is_origin(verb)) or _is_totalled(verb) or _is_told_next(verb):
        return True
    if verb.lemma_ in ("exchange", "swap") and things and all(t.lemma_.lower() in EXCHANGED for t in things):
        return True  # "exchanged notes on a loan"
    if frame.role == "plan" and verb.dep_ == "acl" and any(c.lemma_ == "be" for c in children(verb, "xcomp")):
        return True  # "a second tranche, expected to be of similar size, is due in March"
    if verb.dep_ == "relcl" and any(c.lower_ in ("any", "whatever") for c in verb.head.lefts) and not after(verb, "of"):
        return True  # "any weapons we promise today", and not "any more vehicles, of which it has given 120"
    taken = children(verb, "prt") or (verb.tag_ == "VBN" and after(verb, "from"))
    if frame.role == "total" and verb.lemma_ in ("take", "bring") and taken:  # "took out 27 transformers"
        return True
    if verb.lemma_ == "raise" and things and all(t.lemma_.lower() in RAISED for t in things):  # "raised the possibility of sending troops"
        return True
    aside = any(c.lower_ == "under" for c in verb.rights)  # "came under fire"
    aside = aside or any(c.lower_ in ("along", "around", "round", "forward", "up") and not _is_when(sentence, c) for c in verb.children)
    aside = aside or any(t.lower_ in CONDITIONS for t in after(verb, "into"))
    aside = aside or any(t.lower_ not in GIVEN_AS for t in after(verb, "as"))  # "came as a surprise"
    if verb.lemma_ == "come" and aside and frame.role == "arrive":
        return True
    if verb.lemma_ in ("land", "come", "go") and frame.role == "arrive" and _falls(verb):
        return True
    into = [*children(verb, "dobj"), *after(verb, "into", "in", "through")]
    if frame.role == "arrive" and any(t.lemma_.lower() in AIRS for t in into):  # "nineteen drones entered Polish airspace"
        return True
    if frame.role == "earmark" and _is_venture(sentence, things):  # "announced a coalition for the delivery of missiles"
        return True
    if things and all(t.lower_ in SCANT for t in things) and frame.role in ("give", "offer"):  # "gives Ukraine too little"
        return True
    return (
        is_counted(verb) or _is_measure_talked_of(sentence, verb)
        or _is_respite(verb, things) or _is_let(verb) or _is_purpose(verb) or _is_under_no(verb) or is_unless(verb)
        or _is_due(verb) or _is_bidden(sentence, verb) or _is_urged(verb) or _is_wanting(verb) or _is_reckoned(verb) or _is_handed_in(verb)
    )  # fmt: skip


def _is_when(sentence: Sentence, word: Token) -> bool:
    """ "Six are to come around New Year", "came up to Christmas": about when, and not what else "come around" may mean."""
    return any(t.i in sentence.date_at or t.lemma_.lower() in TIMES for t in children(word, "pobj"))


def _is_unadmitted(verb: Token) -> bool:
    """ "Has never owned up to sending a shell", "did not admit that it had sent them": told, and not told as done."""
    above = hung_on(verb)
    own = above.lemma_ in ADMITTING and (above.lemma_ != "own" or any(c.lower_ == "up" for c in above.children))
    return own and verb.dep_ in ("pcomp", "xcomp", "ccomp") and mood_of(above).negated


def _is_origin(verb: Token) -> bool:
    """ "The boats, built in Perth by a local yard, will be delivered": where and by whom goods were made, which the next verb gives."""
    bare = not (after(verb, "for", "with", "under") or children(verb, "advcl", "xcomp", "aux"))
    apart = not agents(verb) or (verb.i > 0 and verb.nbor(-1).text == "," and verb.head.dep_ in ("nsubj", "nsubjpass"))
    return verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and bare and apart


def _is_told_next(verb: Token) -> bool:
    """ "Generators provided by Italian companies will be sent": whose they are, of goods that are still to come."""
    noun = verb.head
    main = noun.head
    ahead = main.lemma_ in SENDING and any(c.lower_ in ("will", "would", "shall") for c in main.children)
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lemma_ in SENDING and noun.dep_ == "nsubjpass" and ahead


def _is_totalled(verb: Token) -> bool:
    """ "The total amount received now stands at 9.8 billion": the verb of the total tells how much was given."""
    noun = verb.head if verb.dep_ == "acl" else verb
    while noun.dep_ in ("pobj", "prep") and noun.head.i != noun.i:
        noun = noun.head
    total = noun.i != verb.i and noun.dep_ == "nsubj" and noun.lemma_.lower() in TOTALS | {"value", "worth", "volume"}
    return total and noun.head.lemma_ in ("stand", "come", "amount", "total", "reach", "exceed", "be", "rise")


def _is_of_any(verb: Token) -> bool:
    """ "A tank that arrives in 2026 saves nobody in 2025": said of whatever comes so late, not of one that comes."""
    thing, told = verb.head, verb.head.head
    general = thing.dep_ == "nsubj" and any(c.lower_ in ("a", "an", "every", "each") for c in thing.lefts)
    bare = not any(c.dep_ in ("aux", "auxpass") for v in (verb, told) for c in v.children)
    return verb.dep_ == "relcl" and verb.tag_ == "VBZ" and told.tag_ == "VBZ" and told.lemma_ != "be" and general and bare


def is_how_it_works(verb: Token) -> bool:
    """ "The scheme under which Europeans buy American arms": what goes on under a scheme is no single order."""
    which = [t for c in verb.lefts if c.lower_ in ("under", "through", "by") for t in children(c, "pobj") if t.tag_ == "WDT"]
    return verb.dep_ == "relcl" and bool(which) and verb.tag_ in ("VBP", "VBZ", "VB")


def _is_due(verb: Token) -> bool:
    """ "It is our duty to supply Ukraine", "its priority has been to arm Kyiv": what is right to do is not yet promised."""
    above = verb.head
    ahead = verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children)
    if verb.dep_ in ("acl", "relcl"):  # "a duty to supply"
        return ahead and above.lemma_.lower() in DUTIES and above.dep_ in ("attr", "nsubj") and above.head.lemma_ == "be"
    told = above.lemma_ == "be" and any(t.lemma_.lower() in DUTIES for t in children(above, "attr", "nsubj"))
    return ahead and told and verb.dep_ in ("xcomp", "ccomp", "csubj", "advcl")


def _is_respite(verb: Token, things: list[Token]) -> bool:
    """ "Gave Kyiv until Friday": time is given, nothing else."""
    until = [t for t in verb.subtree if t.lower_ in ("until", "till") and t.head in (verb, *verb.children)]
    return verb.lemma_ == "give" and len(things) < 2 and any(t.i == thing.i + 1 for t in until for thing in things)


def _is_handed_in(verb: Token) -> bool:
    """ "The 6 billion request that the president sent up": a paper goes to those who decide on it."""
    asked = verb.head.head.head if verb.head.dep_ == "pobj" and verb.head.head.lower_ == "for" else None
    if verb.dep_ == "relcl" and asked is not None and asked.lemma_.lower() in PLEAS:  # "a request for missiles which Kyiv sent to Berlin"
        return not after(verb, "for")
    return verb.dep_ == "relcl" and verb.head.lemma_.lower() in REQUESTS and not after(verb, "under", "by", "for")


def _is_venture(sentence: Sentence, things: list[Token]) -> bool:
    """Whether only something is announced that has yet to gather what it is for."""
    founded = bool(things) and all(t.lemma_.lower() in VENTURES and t.lower_ != "funds" for t in things)
    return founded and not any(t.i in sentence.amount_at for thing in things for t in thing.subtree)


def _is_urged(verb: Token) -> bool:
    """ "Urge all partners who hold such systems to transfer them", where the parser hangs the infinitive on the clause between."""
    between = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in ("advcl", "xcomp") or between.dep_ != "relcl" or between.head.dep_ not in ("dobj", "pobj"):
        return False
    above = between.head.head if between.head.dep_ == "dobj" else between.head.head.head
    return "urge" in classes_of(above)


def _is_reckoned(verb: Token) -> bool:
    """ "The number of tanks handed over would rise to five": what a total would be is given by nobody."""
    noun = verb.head if verb.dep_ == "acl" else None
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ != "of" or noun.head.head.lemma_.lower() not in TOTALS:
        return False
    return any(c.lower_ in ("would", "could", "might") for c in children(noun.head.head.head, "aux"))


def is_counted(verb: Token) -> bool:
    """ "Raised to 100 the number of missiles that it will deliver": what the number is of is given by the verb of the clause."""
    totals = [t for t in children(verb, "dobj", "nsubjpass") if t.lemma_.lower() in TOTALS]
    return verb.lemma_ in RAISING and any(children(n, "relcl", "acl") for t in totals for n in (t, *after(t, "of")))


def _is_measure_talked_of(sentence: Sentence, verb: Token) -> bool:
    """ "Is guarded in the amount that it will provide", "coy about the number of missiles it will send": how much it is, not that it is."""
    noun = verb.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head
    measured = verb.dep_ in ("relcl", "acl") and noun.lemma_.lower() in TOTALS
    about = noun.dep_ == "pobj" and noun.head.lower_ in ("about", "in", "on", "over", "regarding", "as")
    return measured and about and not any(t.i in sentence.number_at or t.i in sentence.amount_at for t in noun.subtree)


def _is_wanting(verb: Token) -> bool:
    """ "Is short of two billion to pay for it"."""
    noun = verb.head if verb.dep_ in ("relcl", "acl") else None
    return noun is not None and noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in LACKING


def is_of_venture(noun: Token) -> bool:
    """ "A coalition for the delivery of missiles": what it is set up for is not given by setting it up."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.head.head.lemma_.lower() in VENTURES


def is_of_plan(noun: Token) -> bool:
    """ "Our support for the peace formula": one of words."""
    backed = [t for thing in after(noun, "for", "of") for t in (thing, *after(thing, "of"))]
    return any(t.lemma_.lower() in PLANS for t in backed)


def is_compared(sentence: Sentence, amount: AmountMention) -> bool:
    """ "85 billion, 50 billion more than last year", "to 3 billion, an increase of 500 million": by how much one sum passes another."""
    if FROM.search(sentence.text[: amount.start]) and any(a.start != amount.start for a in sentence.amounts):
        return True  # "to 4 billion from around 8 billion"
    return COMPARED.match(sentence.text, amount.end) is not None or GROWTH.search(sentence.text[: amount.start]) is not None


def is_left_without(noun: Token) -> bool:
    """ "Parted without a deal on 20 billion", "ended without new pledges": what did not come about."""
    if noun.pos_ in ("VERB", "AUX"):
        return False
    for above in noun.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return False
        if above.lower_ == "without":
            return not children(above.head, "neg")
    return False


def is_lacking(scene: Scene, sentence: Sentence, head: Token) -> bool:
    """Whether a sum is one that is missing or needed ("29 billion in the red", "is short of two billion")."""
    needing = {t.i for t, frame in triggers(scene.pack, sentence, "need") if frame.role in ("need", "ask", "lack")}
    above = [a for a in head.ancestors if a.pos_ in ("ADJ", "NOUN", "VERB", "AUX", "ADP")]
    near = [t for a in (head, *above[:1]) for t in (*after(a, "in"), *children(a, "acomp", "advmod"))]
    near += [c for c in head.rights if c.dep_ == "amod"]  # "137 billion euros short"
    return any(t.i in needing and t.pos_ == "ADJ" for t in above) or any(t.lemma_.lower() in LACKING for t in (*above, *near))


def hinges(noun: Token, verb: Token | None) -> bool:
    """ "The next tranche hinges on a reform": it is only said what it hangs on; the parser may take the verb for a noun."""
    if any(t.lemma_.lower() == "hinge" for t in noun.subtree if t.i > noun.i):
        return True
    return verb is not None and verb.lemma_ in HINGING and any(s.i == noun.i for s in subjects(verb))


def _falls(verb: Token) -> bool:
    """ "Missiles landed on a school", "the package that goes with it"."""
    return bool(after(verb, "on", "near", "at")) if verb.lemma_ == "land" else verb.dep_ == "relcl" and bool(after(verb, "with"))


def _is_let(verb: Token) -> bool:
    """ "Authorised a submarine to surface", "ordered his minister to send tanks": the object acts, it is not given."""
    done = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.tag_ == "VB" and c.i > verb.i]
    done = [c for c in done if any(t.lower_ == "to" for t in c.children) and not children(c, "auxpass")]
    if verb.lemma_ in BIDDING:
        return bool(done)
    return verb.lemma_ in LETTING and bool(children(verb, "dobj")) and any(not children(c, "dobj") for c in done)


def _is_purpose(verb: Token) -> bool:
    """ "The coalition which Latvia founded to supply drones", "the initiative to put together a battery"."""
    if verb.tag_ != "VB" or not any(c.lower_ == "to" for c in verb.children):
        return False
    above = verb.head
    if verb.dep_ in ("acl", "relcl"):
        return above.lemma_.lower() in VENTURES
    if verb.dep_ not in ("advcl", "xcomp") or above.lemma_ not in FOUNDING:
        return False
    made = [*children(above, "dobj", "nsubjpass"), *([above.head] if above.dep_ == "relcl" else [])]
    return any(t.lemma_.lower() in VENTURES for t in made)


def _is_under_no(verb: Token) -> bool:
    """ "No consensus on sending troops", "no plans for supplying them"."""
    noun = verb.head.head if verb.dep_ == "pcomp" else verb.head if verb.dep_ == "acl" and verb.tag_ == "VB" else None
    return noun is not None and noun.pos_ == "NOUN" and any(c.lower_ in ("no", "little") for c in noun.children)


def is_unless(verb: Token) -> bool:
    """ "Unless donors come up with the money": what may not come."""
    return any(c.lower_ == "unless" and c.dep_ == "mark" for a in (verb, *verb.ancestors) if a.dep_ == "advcl" for c in a.children)


def _is_bidden(sentence: Sentence, verb: Token) -> bool:
    """ "Rutte to allies: share the burden": a bare verb behind the colon of a headline."""
    if not sentence.block.heading or verb.tag_ not in ("VB", "VBP") or children(verb, "nsubj", "nsubjpass", "aux"):
        return False
    before = verb.doc[verb.i - 1] if verb.i else None
    return before is not None and before.text == ":"
