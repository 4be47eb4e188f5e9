"""Who does what to whom in a parsed sentence: subjects, objects and complements through passives, relatives and conjunctions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.calendar.chronology import MONTH_NAMES, WEEKDAY_NAMES
from promissory.extraction.grammar.nominals import gathered_in
from promissory.extraction.grammar.tearing import torn_off, torn_subject, without_place
from promissory.extraction.grammar.tree import (
    OBJECTS,
    TITLES,
    after,
    children,
    conjuncts,
    own_subject,
    spread,
)
from promissory.extraction.lexicon.callings import ORGANS, PERSON_NOUNS
from promissory.extraction.lexicon.punctuation import STOPS
from promissory.extraction.lexicon.verbs import NAMING, TELLING
from promissory.extraction.words import remembered

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs whose object is the one who acts in the infinitive after it ("urged Germany to send").
OBJECT_CONTROL = NAMING | frozenset(
    "urge ask call request press push encourage tell order invite want allow enable help force require expect advise get persuade "
    "permit authorize authorise beg implore oblige convince challenge remind pressure lobby compel need".split()
)
#: Those whose object stands after a preposition ("called on", "appealed to", "pleaded with").
ASKED_WITH = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",), "prevail": ("on", "upon"), "lean": ("on", "upon")}
#: Verbs whose object is the one who acts in the gerund after a preposition ("accused Russia of shelling").
PREPOSITION_CONTROL = frozenset(
    "accuse suspect blame condemn criticise criticize thank praise stop prevent keep deter dissuade discourage prohibit ban talk "
    "persuade".split()
)

#: Verbs of speaking whose subject speaks to somebody.
ADDRESSING = frozenset(
    "urge encourage call appeal ask invite thank condemn praise commend propose recommend suggest advocate demand implore beg plead "
    "press push advise exhort "
    "request reiterate reaffirm welcome congratulate warn criticise criticize express voice vow pledge promise stress underline".split()
)

#: What somebody has in mind to do or has promised, said with an infinitive.
INTENTS = frozenset(
    "decision move plan promise pledge offer intention intent readiness willingness commitment bid proposal effort attempt vow choice "
    "agreement undertaking step initiative reluctance unwillingness refusal failure desire determination".split()
)
#: What one does something in, to do another ("in order to", "in a bid to").
AIMS = frozenset("order bid attempt effort hope aim view".split())
#: What stands after "by" and does nothing: how one speaks and how one travels ("spoke by phone", "came by train").
WAYS = frozenset(
    "phone telephone video videolink link videoconference teleconference train plane air rail road sea land bus car helicopter ferry boat "
    "motorcade email e-mail letter text proxy".split()
)
#: When something is done by ("by the following summer").
TIMES = frozenset("spring summer autumn winter year month week weekend day quarter evening night noon end deadline".split())
#: Words of thanks that say after "to" whom they go to.
THANKFUL = frozenset("grateful thankful thanks gratitude appreciation indebted".split())
#: Words that say after "for" what is thanked for.
GIVING_THANKS = frozenset(("thank", "commend", "praise"))
THANKING = THANKFUL | GIVING_THANKS
#: Verbs whose passive leaves them an object, and verbs of putting into a post.
TO_SOMEBODY = frozenset("promise offer give grant award hand lend pledge deny send owe pay".split())
FEASTS = frozenset(("easter", "christmas"))
APPOINTING = NAMING | {"reelect"}


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive or a bare past participle after a noun ("the systems promised by Berlin")."""
    if torn_off(verb):
        return False
    if any(child.dep_ in ("auxpass", "nsubjpass") or (child.dep_ == "agent" and not _is_way(child)) for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.pos_ in ("VERB", "AUX"):
        return not own_subject(verb) and not children(verb, "aux", "dobj") and is_passive(verb.head)
    if verb.dep_ == "ROOT" and verb.tag_ in ("VBD", "VBN") and _is_clipped(verb):
        return True
    return verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and not own_subject(verb) and not _is_main(verb)


def _is_main(verb: Token) -> bool:
    """ "X, who leads the party, proposed that …": the verb of the sentence, which the parser hangs on the name before the brackets."""
    host = verb.head
    apart = host.dep_ == "ROOT" and host.pos_ == "PROPN" and verb.i > 0 and verb.nbor(-1).text == ","
    between = [c for c in host.children if c.dep_ in ("relcl", "appos") and host.i < c.i < verb.i]
    return apart and bool(between) and verb.doc[-1].text == "."


def _is_clipped(verb: Token) -> bool:
    """ "Ukraine promised 24 jets by Norway", "Umerov named defence minister": a headline's passive without its auxiliary."""
    if verb.doc[-1].text in STOPS:
        return False
    things = children(verb, "dobj", "oprd") or after(verb, "as")
    if len(things) != 1 or children(verb, "aux", "dative", "ccomp", "xcomp"):
        return False
    if verb.lemma_ in TO_SOMEBODY:
        return any(t.pos_ == "PROPN" and t.lower_ not in MONTH_NAMES | WEEKDAY_NAMES | FEASTS for t in after(verb, "by"))
    bare = not any(c.dep_ == "det" for c in things[0].lefts)
    return verb.lemma_ in APPOINTING and bare and things[0].lemma_.lower() in TITLES and things[0].pos_ == "NOUN"


def _is_way(by: Token) -> bool:
    """Whether "by" opens how or when something is done, not who does it."""
    return any(p.lemma_.lower() in WAYS | TIMES for p in children(by, "pobj"))


@remembered
def subjects(verb: Token) -> list[Token]:
    """The heads of the grammatical subject, also where it stands at a governing or coordinated verb; conjuncts included."""
    return _subjects(verb, 0)


def _subjects(verb: Token, depth: int) -> list[Token]:
    if (have := _split_perfect(verb)) is not None:
        return _subjects(have, depth)
    own = without_place(own_subject(verb)) or torn_subject(verb)
    if own:
        relative = [t for t in own if t.tag_ in ("WDT", "WP") and verb.dep_ == "relcl"]
        return spread([gathered_in(verb.head)] if relative else own)
    if depth > 5:
        return []
    head = _finite_over(verb) or verb.head
    if (outer := teller_of(verb)) is not None:
        return _subjects(outer, depth + 1)
    if verb.dep_ in ("conj", "advcl", "xcomp", "ccomp", "pcomp", "dep") and head.i != verb.i:
        if verb.dep_ == "pcomp":
            above = head.head
            if above.lemma_ in PREPOSITION_CONTROL and head.lower_ in ("of", "from", "into", "for"):
                return things_of(above)
            if head.lower_ == "for" and (thanked := _thanked(above)):
                return thanked
            while above.pos_ not in ("VERB", "AUX") and above.dep_ in ("dobj", "pobj", "prep", "attr", "acomp") and above.head.i != above.i:
                above = above.head
            return _subjects(above, depth + 1) if above.pos_ in ("VERB", "AUX") else []
        if verb.tag_ == "VB" and verb.dep_ in ("advcl", "xcomp") and (deciding := _whose_intent_beside(verb)):
            return spread(deciding)
        # "told parliament, adding …": a participle goes with the subject, an infinitive with the object
        controlled = verb.dep_ in ("xcomp", "ccomp") or (verb.dep_ == "advcl" and verb.tag_ != "VBG")
        rang = head.lemma_ == "call" and verb.dep_ == "advcl"  # "called his colleague to express support"
        if controlled and not rang and head.lemma_ in OBJECT_CONTROL and (objects := children(head, "dobj")):
            return spread(objects)
        if verb.tag_ == "VB" and (asked := [t for t in asked_with(head) if head.i < t.i < verb.i]):
            return asked  # "called on Russia to agree"
        if head.pos_ == "ADJ" and head.dep_ == "acomp":
            head = head.head
        return _subjects(head, depth + 1) if head.pos_ in ("VERB", "AUX") else []
    if verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD"):
        return [head]
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VB" and (deciding := _whose_intent(head)):
        return spread(deciding)
    if verb.dep_ in ("acl", "relcl") and head.dep_ in ("dobj", "nsubj", "attr") and _is_to_do(verb) and head.head.pos_ in ("VERB", "AUX"):
        return _subjects(head.head, depth + 1)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return [head]
    if verb.dep_ == "acl" and verb.tag_ == "VB" and head.lower_ in AIMS and head.dep_ == "pobj" and head.head.lower_ in ("in", "with"):
        return _subjects(head.head.head, depth + 1)  # "travelled to Kyiv in order to confer with Y"
    if verb.dep_ in ("acl", "relcl") and verb.tag_ == "VB" and (first := _head_of_headline(head)) is not None:
        return spread([first, *(t for t in children(first, "appos") if t.pos_ == first.pos_ == "PROPN" and t.i < verb.i)])
    return []


def _finite_over(verb: Token) -> Token | None:
    """ "They discussed its attempts to annex it and expressed support": what a finite verb goes on with, not the infinitive beside it."""
    bare = verb.tag_ == "VBN" and not children(verb, "aux", "auxpass")  # "called on them to help and proposed a register"
    tag = "VBD" if bare else verb.tag_
    if verb.dep_ != "conj" or tag not in ("VBD", "VBZ", "VBP") or verb.head.tag_ != "VB":
        return None
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.head.children):
        return None
    return next((a for a in verb.head.ancestors if a.tag_ == tag), None)


def _whose_intent_beside(verb: Token) -> list[Token]:
    """ "Welcomed the EU's decision last week to open talks": whose the decision is, though the parser hangs the infinitive on the verb."""
    intents = [t for t in children(verb.head, "dobj") if t.i < verb.i and any(c.lower_ == "to" for c in children(verb, "aux"))]
    return next((who for noun in intents if (who := _whose_intent(noun))), [])


def _is_to_do(verb: Token) -> bool:
    """An infinitive, also a perfect one ("the tenth country to sign", "to have signed")."""
    auxiliaries = [c.lower_ for c in children(verb, "aux")]
    return verb.tag_ == "VB" or (verb.tag_ == "VBN" and "to" in auxiliaries and "have" in auxiliaries)


def teller_of(verb: Token) -> Token | None:
    """The verb of saying that a verb goes on with, though the parser joins it to what is said ("said that Kyiv has a right and urged …").

    Where both are told in one tense, only a state of things ("had the right", "would come") is known to do no urging itself.
    """
    inner = verb.head
    told = (
        verb.tag_ == "VBN" and bool(children(verb, "dobj")) and not children(verb, "aux", "auxpass")
    )  # "can be made to yield, and urged X"
    tag = "VBD" if told else verb.tag_
    if verb.dep_ != "conj" or verb.lemma_ not in ADDRESSING or tag not in ("VBD", "VBZ", "VBP"):
        return None
    while inner.dep_ in ("xcomp", "acomp", "advcl") and inner.tag_ in ("VB", "VBG", "JJ"):  # "must be able to strike and demand …"
        inner = inner.head
    outer = inner.head
    if inner.dep_ != "ccomp" or inner.pos_ not in ("VERB", "AUX"):
        return None
    if outer.lemma_ not in TELLING or outer.tag_ != tag or any(c.lower_ == "that" for c in children(verb, "mark")):
        return None
    things = all(t.pos_ == "NOUN" and t.lemma_.lower() not in PERSON_NOUNS | ORGANS for t in own_subject(inner))
    state = inner.lemma_ in ("be", "have", "need") or inner.tag_ != tag or bool(children(inner, "aux", "auxpass"))
    return outer if state or things else None


def _split_perfect(verb: Token) -> Token | None:
    """The "have" of "having supplied weapons", where the parser takes the participle for a word of the object."""
    have = verb.doc[verb.i - 1] if verb.i and verb.dep_ == "amod" and verb.tag_ in ("VBN", "VBD") else None
    return have if have is not None and have.lemma_ == "have" and verb.head.head.i == have.i else None


def _head_of_headline(noun: Token) -> Token | None:
    """The first of the names that are all there is beside the infinitive ("Danes and Dutch to hand over the jets")."""
    while noun.dep_ == "conj" and noun.head.i != noun.i:
        noun = noun.head
    return noun if noun.head.i == noun.i and noun.pos_ in ("PROPN", "NOUN", "ADJ") else None


def _thanked(verb: Token) -> list[Token]:
    """ "We are grateful to Belgium and Norway for committing …": those who are thanked."""
    words = [c for c in verb.children if c.dep_ in ("acomp", "dobj", "attr")] + [verb]
    return next((found for w in words if w.lemma_.lower() in THANKFUL and (found := after(w, "to"))), [])


def is_thanked(noun: Token) -> bool:
    """ "Grateful to Norway, and to Sweden for its latest package", "thanks Canada, and Denmark for its jets": one of those thanked."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    if noun.pos_ != "PROPN" or first.dep_ == "dobj":
        return noun.pos_ == "PROPN" and first.head.lemma_ in GIVING_THANKS
    prep = first.head
    while prep.dep_ == "conj" and prep.head.lower_ == "to":
        prep = prep.head
    return first.dep_ == "pobj" and prep.lower_ == "to" and prep.head.lemma_.lower() in THANKFUL


def thanked_for(word: Token) -> list[Token]:
    """Those who are thanked for what a word is part of: "thanked Oslo for the system", "grateful to Oslo for the decision to send it"."""
    for here in (word, *word.ancestors):
        if (
            here.lower_ == "for"
            and here.dep_ == "prep"
            and (one := [t for t in (here.head, *children(here.head, "pobj")) if is_thanked(t)])
        ):
            return one
        if here.lower_ == "for" and here.dep_ == "prep":
            return spread(children(here.head, "dobj")) if here.head.lemma_ in GIVING_THANKS else _thanked(here.head)
        if here.pos_ in ("VERB", "AUX") and here.dep_ not in ("acl", "relcl", "pcomp"):
            return []
    return []


def _whose_intent(noun: Token) -> list[Token]:
    """ "Welcomed Denmark's decision to donate", "the move by Oslo to send": whose decision it is acts, not who welcomes it."""
    if noun.lemma_.lower() not in INTENTS:
        return []
    named = [t for t in (*children(noun, "poss"), *after(noun, "of", "by", "from")) if t.pos_ == "PROPN" or t.lemma_.lower() in ORGANS]
    return named[:1]


def asked_with(verb: Token) -> list[Token]:
    """Those asked with a preposition: "called on Russia", "appealed to the allies"; not "called him on Friday"."""
    found = after(verb, *ASKED_WITH.get(verb.lemma_, ()))
    return [t for t in found if t.lower_ not in WEEKDAY_NAMES | MONTH_NAMES and t.pos_ != "NUM"]


def actors_of(verb: Token) -> list[Token]:
    """The heads of who acts: the subject of an active verb, the by-phrase of a passive one."""
    return agents(verb) if is_passive(verb) else subjects(verb)


def agents(verb: Token) -> list[Token]:
    """The heads after "by" of a passive verb."""
    bys = [c for c in verb.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")]
    named = spread(p for by in bys if not _is_way(by) for p in children(by, "pobj"))
    if not named and verb.dep_ == "acl":  # "paid or promised by 15 countries"
        return [t for c in children(verb, "conj") if c.tag_ == verb.tag_ for t in agents(c)]
    return named + _further(named[-1]) if named and verb.dep_ == "acl" else named


def _further(last: Token) -> list[Token]:
    """ "Donated by the Danes, the Dutch and the Norwegians": names of the list that the parser takes for the next subject."""
    found: list[Token] = []
    here = last.i + 1
    while here + 1 < len(last.doc) and last.pos_ == "PROPN" and last.doc[here].lower_ in (",", "and"):
        here += 2 if last.doc[here + 1].lower_ in ("the", "and") else 1
        here += 1 if here < len(last.doc) and last.doc[here].lower_ == "the" else 0
        if here >= len(last.doc) or last.doc[here].pos_ != "PROPN":
            break
        found.append(last.doc[here])
        here += 1
    ended = bool(found) and any(c.lower_ == "and" for t in found for c in (last.doc[t.i - 1], last.doc[max(0, t.i - 2)]))
    return found if ended and all(t.dep_ in ("nsubj", "nsubjpass", "conj", "appos") for t in found) else []


def things_of(verb: Token) -> list[Token]:
    """The heads of what is acted on: the object of an active verb, the subject of a passive one."""
    if _split_perfect(verb) is not None:
        return conjuncts(verb.head)
    if is_passive(verb):
        return subjects(verb) if verb.dep_ != "acl" else [verb.head]
    relative = verb.dep_ == "relcl" or (verb.dep_ == "acl" and bool(children(verb, "nsubj")))
    own = [t for t in spread(children(verb, *OBJECTS)) if not relative or t.lower_ not in ("that", "which", "whom")]
    if relative and verb.head.pos_ in ("NOUN", "PROPN", "NUM") and (not own or _has_gap(verb, own)):
        return [verb.head]
    if not own and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return []
    return own


def _has_gap(verb: Token, objects: list[Token]) -> bool:
    """ "The tanks that Oslo sent Ukraine": the only object is who receives, since somebody else acts.

    "The agency where he succeeds X" has none.
    """
    acting = children(verb, "nsubj") if not any(c.tag_ == "WRB" for c in verb.children) else []
    return bool(acting) and all(t.tag_ not in ("WDT", "WP") for t in acting) and all(t.pos_ == "PROPN" for t in objects)
