"""Tenures told by power and command rather than by a post: "came to power in 2010", "takes command from X", "two years in the job"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.tenures.installing import HOPING, ahead, doers, drafts, is_hoped, named_before, only_dates, told_post
from promissory.extraction.kinds.tenures.posts import CABINETS, Office, held_office, office_of, office_over
from promissory.extraction.lexicon.events import TALKS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone, people_in
from promissory.extraction.slots.owning import owners

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs of coming to power, and what is come to.
COMING = frozenset("come return rise sweep ascend get go accede propel vault bring".split())
POWER = frozenset("power office presidency premiership helm job post throne".split())
GAINING = frozenset("take seize assume win gain regain enter".split())
#: Verbs by which a whole government begins.
BEGINNING = frozenset("swear take form inaugurate".split())
#: What is taken charge of.
CHARGES = frozenset("charge command control helm reins leadership baton".split())
#: Nouns of the time that somebody has been in a post.
TIMES = frozenset("year month week day decade".split())
#: What one may lead for an hour: no post.
OCCASIONS = TALKS | frozenset("debate conversation meeting briefing call press situation session vote".split())
IN_POST = frozenset("office job post charge power position helm role".split())
#: Verbs of holding a post, or a house that stands for one.
HOLDING = frozenset("hold occupy run have keep".split())
HELD = frozenset("portfolio ministry department brief post job office position seat helm role presidency chairmanship chair".split())
#: Bodies that states send ambassadors to.
SENT_TO = frozenset(("NATO", "EU", "UN", "OSCE"))
#: Adverbs and prepositions that say since when.
SINCE = frozenset(("since", "from", "for"))


def find_arrivals(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of tenures in a sentence that these wordings tell."""
    for token in sentence.tokens:
        if token.pos_ in ("VERB", "AUX"):
            for rule in (_to_power, _government, _takes_command, _takes_over, _has_held, _acting, _represents):
                yield from rule(scene, sentence, token)
        elif token.lemma_.lower() in IN_POST and token.dep_ == "pobj" and token.head.lower_ in ("in", "at"):
            yield from _time_in(scene, sentence, token)


def _who(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """Who does it; of a pronoun that comes before its name ("since he came to power, Orban …") the one who is the subject after it."""
    own = subjects(verb)
    if any(t.pos_ == "PRON" for t in own) and verb.dep_ == "advcl" and verb.i < verb.head.i:
        later = people_in(scene, sentence, [s for s in subjects(verb.head) if s.i > verb.i and s.pos_ != "PRON"])
        if later:
            return later
    found = doers(scene, sentence, verb)
    nation = any(_is_national(sentence, t) for t in own)
    one = named_before(scene, sentence, verb) if nation and not found else None
    return [one] if one else found


def _is_national(sentence: Sentence, token: Token) -> bool:
    """ "The Slovene", "the Dutchman": somebody spoken of before."""
    mention = sentence.at.get(token.i)
    return (
        token.tag_ in ("NN", "NNP")
        and mention is not None
        and mention.id_of("adjective", "demonym") is not None
        and bool([c for c in token.lefts if c.lower_ == "the"])
    )


def _to_power(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Fico returned to power in October", "since he came to office", "swept to power", "seized power"."""
    if verb.lemma_ not in COMING | GAINING:
        return
    goals = [t for t in after(verb, "to", "into") if t.lemma_.lower() in POWER and not any(c.lower_ == "oval" for c in t.lefts)]
    arrives = verb.lemma_ in COMING and any(t.pos_ == "NOUN" for t in goals)  # "returned to the Oval Office" may be a guest
    gains = verb.lemma_ in GAINING and any(t.lower_ in ("power", "office") for t in children(verb, "dobj"))
    passing = gains and only_dates(sentence, verb)
    status = ahead(scene, sentence, verb, "takes_office") if arrives or (gains and not passing) else None
    for one in _who(scene, sentence, verb) if status else ():
        office = held_office(scene, sentence, one.id, taken=False) or told_post(scene, sentence, verb)
        yield from drafts(scene, sentence, verb, [one], office, "takes_office", "to power")


def _government(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Tusk's government was sworn in", "his new cabinet took office on Monday"."""
    if verb.lemma_ not in BEGINNING or ahead(scene, sentence, verb, "takes_office") is None:
        return
    sworn = is_passive(verb) or any(t.lower_ in ("office", "power", "oath") for t in children(verb, "dobj"))
    for noun in (t for t in subjects(verb) if sworn and t.lemma_.lower() in CABINETS):
        heads = [p for p in [*owners(scene, sentence, noun), *everyone(scene, sentence, after(noun, "of", "under"))] if p.person]
        for one in heads:
            office = held_office(scene, sentence, one.id, taken=False)
            yield from drafts(scene, sentence, verb, [one], office, "takes_office", "government")


def _takes_command(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X takes charge of the Joint Forces from Y", "assumed command of the brigade"."""
    things = [t for t in children(verb, "dobj") if t.lemma_.lower() in CHARGES] if verb.lemma_ in ("take", "assume") else []
    if not things or ahead(scene, sentence, verb, "takes_office") is None:
        return
    led = [i for t in (verb, *things) for i in after(t, "of", "at")]
    office = next((o for t in led if (o := office_over(scene, sentence, t) or office_of(scene, sentence, t))), None)
    who = _who(scene, sentence, verb)
    if not (led or office) or (office is None and all(t.lemma_.lower() in OCCASIONS for t in led)):
        return
    yield from drafts(scene, sentence, verb, who, office or _unnamed(sentence, verb), "takes_office", "command")
    before = [p for p in people_in(scene, sentence, [i for t in (verb, *things, *led) for i in after(t, "from")]) if p not in who]
    yield from drafts(scene, sentence, verb, before[:1], office or _unnamed(sentence, verb), "leaves_office", "command")


def _unnamed(sentence: Sentence, word: Token) -> Office:
    """A post that only the words for what it is over name."""
    return Office(None, None, sentence.bounds(word))


def _takes_over(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "X takes over on Monday", "will take over from Y next month"."""
    if verb.lemma_ != "take" or not any(c.lower_ == "over" for c in verb.children):
        return
    things = [t for t in children(verb, "dobj") if t.lemma_.lower() not in TIMES and t.i not in sentence.date_at]
    if things or ahead(scene, sentence, verb, "takes_office") is None or is_hoped(verb):
        return
    if verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl") and verb.head.lemma_.lower() in HOPING:
        return  # "the lead candidate to take over as minister"
    who = _who(scene, sentence, verb)
    before = people_in(scene, sentence, after(verb, "from"))
    office = held_office(scene, sentence, before[0].id, taken=False) if before else told_post(scene, sentence, verb)
    if office or (who and sentence.dates):
        yield from drafts(scene, sentence, verb, who, office, "takes_office", "takes over")


def _has_held(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "He has held the ministry since 2023", "the Slovene, who has held the portfolio for a year"."""
    if verb.lemma_ not in HOLDING or not any(t.lemma_.lower() in HELD and t.tag_ != "NNS" for t in children(verb, "dobj")):
        return
    lasting = [c for t in (verb, *things_of(verb)) for c in t.children if c.lower_ in SINCE and c.dep_ == "prep"]
    if not any(_is_time(sentence, c) for c in lasting) or scene.mood(sentence, verb).negated:
        return
    for one in _who(scene, sentence, verb):
        office = held_office(scene, sentence, one.id, taken=False) or told_post(scene, sentence, verb)
        yield from drafts(scene, sentence, verb, [one], office, "holds", "has held")


def _is_time(sentence: Sentence, prep: Token) -> bool:
    return any(t.lemma_.lower() in TIMES or t.i in sentence.date_at for t in prep.subtree)


def _acting(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "His deputy X is acting chief", "is interim commander"."""
    for post in children(verb, "attr") if verb.lemma_ == "be" else ():
        acting = any(c.lower_ in ("acting", "interim", "caretaker") for c in post.lefts)
        office = office_of(scene, sentence, post) if acting else None
        if office and ahead(scene, sentence, verb, "holds"):
            yield from drafts(scene, sentence, verb, doers(scene, sentence, verb), office, "holds", "acting")


def _represents(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "He now represents Ukraine in London", "represented Ukraine at NATO until 2025": a state's envoy to another or to a body."""
    whose = [w.id for w in everyone(scene, sentence, children(verb, "dobj"))] if verb.lemma_ == "represent" else []
    if len(whose) != 1 or whose[0] not in scene.pack.actor or ahead(scene, sentence, verb, "holds") is None:
        return
    if verb.tag_ == "VBD" and not any(c.lower_ in ("until", "till", "since", "from") for c in verb.children):
        return  # "represented Ukraine at the talks": once, not in a post
    spots = [t for word in (verb, *children(verb, "dobj")) for t in after(word, "in", "at", "to")]
    named = [m for t in spots if (m := sentence.at.get(t.i))]
    seats = [m for m in named if m.id_of("metonym") or m.id_of("actor") in SENT_TO]
    who = [p for p in _who(scene, sentence, verb) if p.person and scene.namer.state_of(p.id) in (None, whose[0])]
    if seats and not any(m.value and len(m.value) == len("2025-01-01") for m in sentence.dates):  # one meeting is no post
        yield from drafts(scene, sentence, verb, who[:1], Office("ambassador", whose[0], sentence.bounds(verb)), "holds", "represents")


def _time_in(scene: Scene, sentence: Sentence, seat: Token) -> Iterator[Draft]:
    """ "Umerov, himself only five months in office, said", "after two years in the job": the one named last before it."""
    span = sentence.tokens[max(0, seat.i - 6) : seat.i]
    time = next(
        (t for t in span if t.lemma_.lower() in TIMES and (t.i in sentence.date_at or any(c.dep_ == "nummod" for c in t.lefts))), None
    )
    opening = sentence.tokens[time.left_edge.i - 1] if time is not None and time.left_edge.i else None
    comma = next((t for t in reversed(sentence.tokens[max(0, seat.i - 9) : seat.i]) if t.text == ","), None)
    named = sentence.at.get(comma.i - 1) if comma is not None and comma.i else None
    person = named.id_of("person", "surname") if named else None
    if time is None or opening is None or person is None:
        return
    yield from drafts(
        scene, sentence, seat, [Referent(person, person=True)], held_office(scene, sentence, person, taken=False), "holds", "time in"
    )
