"""Where and when an event is: the place and the date that its phrase or clause names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from promissory.extraction.calendar.dates import DateMention
from promissory.extraction.grammar.nominals import first_of_row, takers
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of
from promissory.extraction.grammar.tree import children
from promissory.extraction.grammar.verbal import EVENTS, SPANS, is_bound, is_of_noun, measured_from
from promissory.extraction.lexicon.callings import COUNTRIES, ORGANS
from promissory.extraction.lexicon.events import VISITS
from promissory.extraction.lexicon.numerals import NTH
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.telling import tells

if TYPE_CHECKING:
    from promissory.extraction.text.gazetteer import Mention
    from promissory.extraction.words import Token

#: Verbs and nouns of going, whose goal is the place.
MOVES = frozenset(
    "visit travel trip fly arrive go head tour return come welcome invite accompany escort journey land send dispatch despatch "
    "train flight plane helicopter bus convoy jet motorcade rush scramble hurry flock converge descend".split()
)
#: What one travels by.
VEHICLES = frozenset("train rail road car plane air helicopter bus convoy flight jet aircraft ferry boat coach motorcade".split())
#: Participles after an event's name whose place is the event's ("the summit of the Crimea Platform, held in Kyiv").
HELD = frozenset("held hosted staged convened organised organized".split())
LOCAL = ("in", "at", "near", "outside", "inside", "to", "across", "around")
#: Words that make a place name one of a wider area.
WIDE = frozenset("region oblast province area district eastern western northern southern central donbas crimea".split())
#: What stands in a town and may be named after it.
BUILDINGS = frozenset(
    "palace hall hotel castle villa mansion residence chancellery ministry embassy airport base station headquarters centre center square "
    "university parliament cathedral museum theatre theater stadium district quarter suburb outskirts".split()
)
#: Nouns for where people live, which stand before its name.
TOWNS = frozenset("city town village settlement hamlet suburb".split())
#: What something is done in, and where nothing is.
ENDEAVOURS = frozenset(
    "push bid move response effort show talks call sign blow boost setback shift reversal rebuke reply wake turn fight".split()
)
#: What something is said in.
LANGUAGES = frozenset(
    "english french german spanish italian portuguese polish russian ukrainian latin greek arabic chinese mandarin japanese korean turkish "
    "hebrew hindi hungarian romanian bulgarian serbian croatian czech slovak slovenian danish norwegian swedish finnish estonian latvian "
    "lithuanian dutch flemish albanian georgian armenian farsi persian tatar belarusian yiddish esperanto".split()
)
#: What there is in a country, and is spoken of anywhere.
STATES_OF_THINGS = frozenset(
    "situation war conflict invasion aggression fighting hostility bloodshed peace freedom democracy corruption stability security "
    "development event progress reform life crisis economy election victory defeat suffering violence atrocity crime ceasefire "
    "truce massacre interest tension escalation cause people civilian citizen infrastructure city drone missile weapon system".split()
)
#: What stands before a name that is none of a place.
NAMING = frozenset("operation exercise project task programme program".split())
#: What is done to governments and never to towns.
SWAYING = frozenset(
    "deprive force press pressure push compel convince persuade urge warn tell ask accuse blame punish coerce help allow oblige "
    "remind assure deny bring invite cost irritate alarm worry anger annoy infuriate embarrass dismay frustrate unsettle unnerve "
    "horrify outrage enrage concern trouble please delight prompt lead drive spur galvanise galvanize stir divert distract "
    "defy deter test challenge isolate appease placate humiliate taunt "
    "spook exasperate provoke goad sway reassure comfort encourage embolden surprise divide split unite".split()
)
#: Nouns after several names, each of which is one of them.
AREAS = frozenset("region oblast province".split())


@dataclass(frozen=True)
class Spot:
    """A place named in a sentence: name, offsets in the sentence, head, and how wide it is (0 town, 1 area, 2 state)."""

    name: str
    start: int
    end: int
    head: Token
    width: int


def spots_in(scene: Scene, sentence: Sentence) -> Iterator[Spot]:
    """The places of a sentence: those of the pack, states, and unknown names after "in" or "near"."""
    for mention in sentence.mentions:
        head = sentence.head_of(mention)
        name = mention.id_of("place")
        actor = scene.pack.actor.get(mention.id_of("actor") or "")
        if head is not None and _is_power(mention, head):
            continue
        if head is not None and name:
            name = _with_region(scene, name, head)
            yield Spot(name, mention.start, mention.end, head, 1 if set(name.lower().split()) & WIDE else 0)
        elif head is not None and actor and actor.type == "state" and head.lemma_.lower() not in ORGANS:
            yield Spot(sentence.text[mention.start : mention.end].removeprefix("the "), mention.start, mention.end, head, 2)
    for token in sentence.tokens:
        if _is_unknown_place(sentence, token):
            first = min([token, *(c for c in token.lefts if c.dep_ == "compound")], key=lambda t: t.i)
            yield Spot(sentence.text[first.idx : token.idx + len(token)], first.idx, token.idx + len(token), token, 0)


def _is_power(mention: Mention, head: Token) -> bool:
    """ "To deprive Moscow of its income", "forced Kyiv to ration it": a capital that stands for its government."""
    first = first_of_row(head)
    return mention.id_of("metonym") is not None and first.dep_ in ("dobj", "dative") and first.head.lemma_ in SWAYING


def _with_region(scene: Scene, name: str, head: Token) -> str:
    """ "The Bryansk and Oryol regions": the first of several is a region too."""
    area = head
    while area.dep_ in ("conj", "compound", "nmod", "amod") and area.lemma_.lower() not in AREAS:
        area = area.head
    several = area.tag_ == "NNS" and area.lemma_.lower() in AREAS and area.i != head.i
    listed = [c for c in head.children if c.dep_ == "conj" and c.tag_ == "NNS" and c.lemma_.lower() in AREAS]  # hung on the first
    wide = f"{name} region"
    return wide if (several or listed) and wide in scene.pack.country_of else name


def _is_unknown_place(sentence: Sentence, token: Token) -> bool:
    """A capitalised name after "in", "near" or "the village of" that is nothing else the pack or the calendar knows."""
    before = token.head.lower_ in ("in", "near") or (token.head.lower_ == "of" and token.head.head.lemma_.lower() in TOWNS)
    if token.tag_ != "NNP" or token.dep_ != "pobj" or not before or not token.text.istitle():
        return False
    known = token.i in sentence.at or token.i in sentence.date_at or any(c.i in sentence.at or c.i in sentence.date_at for c in token.lefts)
    named = any(c.lower_ in NAMING or (c.dep_ == "compound" and c.tag_ == "NN" and c.text.islower()) for c in token.lefts)
    if named or token.lower_ in LANGUAGES:
        return False  # "in Operation Spiderweb", "the home town of music duo Tvorchi", "spoke in English"
    common = token.lower_ in ORGANS | COUNTRIES | ENDEAVOURS or any(c.dep_ == "det" for c in token.lefts)
    return not (known or common) and len(token) > 3


def fill_place_of(scene: Scene, draft: Draft, sentence: Sentence, trigger: Token) -> None:
    """The place that the event's phrase or clause names, the nearest first, towns before areas and states."""
    ranked = [
        (rank, spot.width, abs(spot.start - trigger.idx), spot)
        for spot in spots_in(scene, sentence)
        if (rank := _place_rank(spot, trigger)) is not None
    ]
    if ranked:
        set_place(draft, sentence, min(ranked, key=lambda option: option[:3])[3])
    elif (spot := _city_that_hosts(scene, sentence, trigger) or _before_colon(scene, sentence)) is not None:
        set_place(draft, sentence, spot)


def _city_that_hosts(scene: Scene, sentence: Sentence, trigger: Token) -> Spot | None:
    """ "Kyiv is hosting the summit", "a summit hosted by Oslo": where the host is a city, that is the place."""
    verbs = [v for v in takers(trigger) if v.lemma_ in ("host", "cohost")]
    doers = {t.i for v in verbs for t in actors_of(v)}
    return next((spot for spot in spots_in(scene, sentence) if spot.head.i in doers and spot.width < 2), None)


def _before_colon(scene: Scene, sentence: Sentence) -> Spot | None:
    """ "Ramstein: allies meet" (a headline)."""
    first = next(iter(spots_in(scene, sentence)), None) if sentence.block.heading else None
    return first if first and first.start == 0 and sentence.text[first.end : first.end + 1] == ":" and first.width < 2 else None


def set_place(draft: Draft, sentence: Sentence, spot: Spot) -> None:
    draft.slots["place"] = spot.name
    draft.grounds["place"] = (sentence.start + spot.start, sentence.start + spot.end)


def _place_rank(spot: Spot, trigger: Token) -> int | None:
    """0 inside the event's phrase, 1 in its clause, 2 in a clause around it; None elsewhere."""
    head = spot.head
    if head.head.i == trigger.i:
        return _direct_rank(spot, head, trigger)
    while head.dep_ in ("conj", "appos", "compound", "nmod") and head.head.i != trigger.i and head.head.pos_ in ("PROPN", "NOUN"):
        head = head.head
    if head.dep_ == "poss" and head.head.i != trigger.i and head.head.lemma_.lower() in BUILDINGS:
        head = head.head  # "in Istanbul's Ciragan Palace"
    if head.dep_ != "pobj" or head.head.lower_ not in LOCAL:
        return None
    return _local_rank(head.head, trigger, wide=spot.width > 1)


def _direct_rank(spot: Spot, head: Token, trigger: Token) -> int | None:
    """ "The Vilnius summit", "visited Kyiv"."""
    if head.dep_ in ("compound", "nmod", "amod", "poss") and spot.width < 2:
        return 0
    return 0 if head.dep_ in ("dobj", "nsubjpass") and trigger.pos_ == "VERB" else None


def _local_rank(prep: Token, trigger: Token, *, wide: bool = False) -> int | None:
    over = {a.i for a in prep.ancestors}
    # "her tour took her to Oslo"
    moves = trigger.lemma_.lower() in MOVES or (trigger.pos_ == "VERB" and any(t.lemma_.lower() in MOVES for t in actors_of(trigger)))
    carried = {trigger.i, *(v.i for v in takers(trigger))}
    going = prep.head.i in carried or _is_vehicle(prep.head, trigger)
    if prep.lower_ == "to" and not (moves and going) and prep.head.lemma_ not in VISITS:
        return 2 if prep.head.i == _goal(trigger) else None
    if prep.head.i == trigger.i or (moves and _is_vehicle(prep.head, trigger)):
        return 0
    verbs = takers(trigger)
    if prep.head.tag_ == "VBN" and prep.head.lower_ in HELD and trigger.pos_ == "NOUN" and 0 < prep.head.i - trigger.i < 12:
        return 1
    if prep.head.i in {v.i for v in verbs}:
        return 1
    if wide and prep.head.lemma_.lower() in STATES_OF_THINGS and prep.i == prep.head.i + 1:
        return None  # "discussed the situation in Ukraine"
    if any(top.i in over and _same_clause(prep, top) for top in (trigger, *verbs)):
        return 2
    return 2 if prep.head.i == _goal(trigger) else None


def _is_vehicle(noun: Token, trigger: Token) -> bool:
    """ "Travelled by train to Kyiv": what one goes by, on which the parser hangs where to."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("by", "on", "aboard") and noun.head.head.i == trigger.i and noun.lemma_ in VEHICLES


def _goal(trigger: Token) -> int | None:
    """ "Was in Oslo to meet", "flew to Berlin to meet": the verb of being or going that an act is the purpose of."""
    purpose = trigger.dep_ in ("advcl", "xcomp") and any(c.lower_ == "to" and c.dep_ == "aux" for c in trigger.children)
    return trigger.head.i if purpose and trigger.head.lemma_ in MOVES | {"be"} else None


def _same_clause(token: Token, top: Token) -> bool:
    """Whether no verb stands between a token and one above it."""
    while token.head.i != token.i and token.i != top.i:
        token = token.head
        # "that nearly foundered", whose verb the tagger takes for an adjective
        if token.i != top.i and (token.pos_ in ("VERB", "AUX") or token.dep_ == "relcl"):
            return False
    return token.i == top.i


def fill_day(draft: Draft, sentence: Sentence, trigger: Token) -> None:
    """The date that hangs on the event's phrase, on the verbs that carry it, or on a clause around it that tells no speech."""
    ranked = [
        (rank, _gap(sentence, mention, trigger), n)
        for n, mention in enumerate(sentence.dates)
        if mention.value and (rank := _day_rank(sentence, mention, trigger)) is not None
    ]
    if ranked:
        rank, _, number = min(ranked)
        mention = sentence.dates[number]
        draft.slots["date"] = mention.value
        draft.grounds["date"] = (sentence.start + mention.start, sentence.start + mention.end)
        draft.features["day_rank"] = float(rank)


def _gap(sentence: Sentence, mention: DateMention, trigger: Token) -> int:
    head = sentence.head_of(mention)
    return abs(head.i - trigger.i) if head is not None else 999


def _is_since_event(head: Token, trigger: Token) -> bool:
    """Whether a day or year is that of an event after "since", wherever the parser hangs it."""
    deed = next((a for a in head.ancestors if a.dep_ == "pcomp" and a.head.lower_ == "since"), None)
    if deed is not None and trigger.i not in {t.i for t in deed.subtree}:
        return True  # "his first summit since being appointed on 6 September"
    before = head.doc[max(0, head.i - 8) : head.i]
    since = next((t for t in reversed(before) if t.lower_ == "since"), None)
    between = head.doc[since.i + 1 : head.i] if since is not None else ()
    apart = any(t.is_punct or t.pos_ in ("VERB", "AUX") for t in between)
    return any(t.pos_ == "NOUN" and t.i != trigger.i and t.lower_ not in SPANS for t in between) and not apart


def _day_rank(sentence: Sentence, mention: DateMention, trigger: Token) -> int | None:
    """0 in the event's phrase, 1 at its verbs, 2 in a clause around them; None in clauses below and beside them."""
    head = sentence.head_of(mention)
    if head is None or is_bound(sentence, mention, trigger, EVENTS - {"since"}) or is_reckoned_from(head, trigger):
        return None
    if trigger.pos_ == "VERB" and _is_in_office_since(head, trigger):
        return None
    if (apart := measured_from(trigger)) is not None and head.i not in {t.i for t in apart.subtree}:
        return None
    over = {a.i for a in head.ancestors}
    if _is_since_event(head, trigger):
        return None  # "her first trip since the election a year ago"
    if trigger.i in over and _same_clause(head, trigger):
        return 0
    if is_of_noun(head):
        return None
    verbs = takers(trigger)
    if any(v.i in over and _same_clause(head, v) for v in verbs):
        own = any(v.i in over and v.dep_ in ("acl", "relcl") and v.head.i < v.i for v in verbs)
        return 0 if own and trigger.pos_ == "NOUN" else 1
    if head.dep_ == "pobj" and head.head.lower_ in ("until", "through"):
        return None
    for above in trigger.ancestors:
        if above.pos_ in ("VERB", "AUX") and above.i in over and _same_clause(head, above):
            return 3 if tells(above) else 2
    alone = len(sentence.dates) == 1 and not _is_below(head, trigger) and not _is_beside(head, trigger)
    return 3 if alone and not _is_behind_colon(sentence, head, trigger) else None


def _is_behind_colon(sentence: Sentence, head: Token, trigger: Token) -> bool:
    """ "With X I spoke in Rome: I am grateful for the readiness to host the conference in July": a day of what is told next."""
    return any(t.text == ":" for t in sentence.tokens[trigger.i : head.i])


def _is_in_office_since(head: Token, trigger: Token) -> bool:
    """ "Orban, prime minister since 2010, met Putin": a time that hangs on what somebody is, in the phrase of one who acts."""
    prep = head.head
    noun = prep.head if prep.dep_ == "prep" and prep.lower_ in ("since", "until", "from") else None
    return noun is not None and noun.dep_ == "appos" and noun.i != trigger.i


def drop_bound(draft: Draft, sentence: Sentence, *bounds: str) -> None:
    """Forget a date that stands right behind a word such as "until" or "since": it only bounds what is told."""
    start = draft.grounds.get("date", (sentence.start, 0))[0] - sentence.start
    if "date" in draft.slots and sentence.text[:start].rstrip().lower().endswith(tuple(f" {bound}" for bound in bounds)):
        del draft.slots["date"], draft.grounds["date"]


def is_reckoned_from(head: Token, trigger: Token) -> bool:
    """ "The deadliest attack since February": the day from which on there was none like it."""
    since = head.dep_ == "pobj" and head.head.lower_ == "since"
    things = [trigger] if trigger.pos_ == "NOUN" else children(trigger, "dobj", "attr") if trigger.pos_ in ("VERB", "AUX") else []
    ranked = any(c.tag_ in ("JJS", "RBS") or c.lower_ in ("first", "largest") for n in trigger.lefts for c in (n, *n.lefts))
    ranked = ranked and trigger.pos_ == "NOUN"
    counted = any(NTH.fullmatch(c.lower_) for thing in things for c in thing.lefts)  # "the 13th drawdown since August 2021"
    # "the visit, the first since 2012"
    above = head.head.head
    ranked = ranked or (
        above.lemma_ == "time" and any(c.lower_ in ("first", "last") for c in above.lefts)
    )  # "for the first time since 1939"
    beside = above.dep_ in ("appos", "npadvmod") and any(t.tag_ in ("JJS", "RBS") or t.lower_ == "first" for t in (above, *above.lefts))
    return since and (ranked or counted or beside)


def _is_beside(head: Token, trigger: Token) -> bool:
    """ "Met X, and he will chair the next session in May": whether a date is of a later clause with a subject of its own."""
    above = [a for a in head.ancestors if a.dep_ == "conj" and a.pos_ in ("VERB", "AUX") and _has_subject(a)]
    return any(a.i > trigger.i and trigger.i not in {t.i for t in a.subtree} for a in above)


def _has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own, which is no relative ("the group, which met in May, and which …")."""
    return any(s.tag_ not in ("WDT", "WP") for s in children(verb, "nsubj", "nsubjpass"))


def _is_below(head: Token, trigger: Token) -> bool:
    """Whether a date stands in a relative or adverbial clause of its own, or in one that tells what is spoken of."""
    here = head
    while here.head.i != here.i:
        # "said ahead of the talks that they will come in June"
        told = here.dep_ == "ccomp" and here.head.pos_ == "VERB" and trigger.pos_ == "NOUN" and tells(here.head)
        below = here.dep_ in ("relcl", "advcl") or told or _is_spoken_of(here)
        if below and trigger.i not in {t.i for t in here.subtree}:
            return True
        here = here.head
    return False


def _is_spoken_of(verb: Token) -> bool:
    """ "Discussed preparations for holding a conference in March": a gerund behind what is planned or weighed."""
    return verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ in ("of", "for", "about", "on") and bool(children(verb, "dobj"))
