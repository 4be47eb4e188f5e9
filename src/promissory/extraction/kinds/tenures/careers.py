"""Tenures told of careers: "worked as", "headed the ministry from 2019 to 2021", "prime minister until July", "in office since"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.tenures.installing import ahead, doers, drafts, named_before, person_at
from promissory.extraction.kinds.tenures.posts import Office, held_office, office_of, office_over
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.listing import everyone

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What one belongs to in office.
CABINETS = frozenset("government cabinet administration commission ministry".split())
#: Verbs of being in a post that stands after "as".
WORKING = frozenset("serve work act spend represent sit start begin function".split())
#: Verbs of coming into one.
COMING = frozenset(("join", "rejoin", "enter"))
BEGINNING = frozenset(("start", "begin"))
HEADING = frozenset("head lead run govern rule command direct chair preside oversee".split())
PLACES = frozenset("office power post job helm head charge position top seat".split())
LIMITS = frozenset("since from until till between during under".split())
STRETCHES = frozenset("year decade month term week day time".split())
RULING = frozenset("rule govern lead head".split())
#: Words that put a post into the past without a date.
EARLIER = frozenset("previously earlier once formerly before twice thrice".split())
#: Verbs before "to go" and "to leave" by which one gives up a post.
OFFERING = frozenset("offer agree ask decide intend".split())
#: Nouns for somebody spoken of before.
CALLED = frozenset(
    "diplomat lawyer politician economist general banker veteran lawmaker native newcomer dutchman norwegian estonian briton lawman "
    "soldier officer manager technocrat conservative liberal socialist democrat republican old".split()
)
#: How far a post stands after "as", and a time after a post.
FAR, NEAR = 8, 5
#: The length of a date that is one day.
DAY = len("2024-04-03")
WEEK = 7


def find_careers(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of tenures in a sentence that tell what somebody has been."""
    for token in sentence.tokens:
        if token.pos_ in ("VERB", "AUX"):
            for rule in (_works_as, _joins, _headed, _been_in, _offers_to_go):
                yield from rule(scene, sentence, token)
        elif token.pos_ in ("NOUN", "PROPN") and (mention := sentence.at.get(token.i)) and mention.id_of("title"):
            yield from _spanned(scene, sentence, token)
        elif token.lemma_.lower() in PLACES and token.dep_ == "pobj" and token.head.lower_ in ("in", "at"):
            yield from _in_post(scene, sentence, token)


def _who(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """The people who do it; "the 43-year-old" is the one named last."""
    found = doers(scene, sentence, verb)
    called = any(t.lemma_.lower() in CALLED and t.pos_ in ("NOUN", "PROPN", "ADJ") for t in subjects(verb))
    one = named_before(scene, sentence, verb) if called and not found else None
    return [one] if one else found


def _lasts(words: list[Token], sentence: Sentence) -> bool:
    """Whether the words give a time that something lasted or ended at."""
    for token in words:
        if token.lower_ in LIMITS and (token.dep_ == "prep" or token.dep_ == "mark"):
            return True
        if token.lower_ in EARLIER and not _is_of_week(token):
            return True
        if token.lower_ in ("for", "in", "almost", "nearly") and _is_stretch(token):
            return True
        if token.i in sentence.date_at and not _is_brief(sentence.date_at[token.i].value or ""):
            return True
    return False


def _is_brief(value: str) -> bool:
    """Whether a date is a day or a week: long enough for a session, not for a post."""
    first, _, last = value.partition("/")
    whole = len(first) == DAY and (not last or len(last) == DAY)
    return whole and (date.fromisoformat(last or first) - date.fromisoformat(first)).days <= WEEK


def _is_of_week(word: Token) -> bool:
    """ "Earlier in the week", "earlier on Monday": when it was done, not how long."""
    return word.i + 1 < len(word.doc) and word.nbor(1).lower_ in ("in", "on", "this")


def _is_stretch(word: Token) -> bool:
    near = [t for t in (*word.subtree, *word.head.children) if t.lemma_.lower() in STRETCHES and not _is_turn(t)]
    return any(word.lower_ != "in" or not any(c.lower_ in ("the", "this") for c in t.lefts) for t in near)


def _is_turn(time: Token) -> bool:
    """ "For the second time", "for the first time": once more, not how long."""
    return time.lemma_ == "time" and any(c.tag_ == "JJ" or c.dep_ == "det" for c in time.lefts)


def _works_as(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Worked as deputy minister of energy", "spent 14 years as prime minister", "joined the administration as adviser"."""
    if verb.lemma_ not in WORKING | COMING or ahead(scene, sentence, verb, "holds") is None or scene.mood(sentence, verb).tense == "future":
        return
    word = next((t for t in sentence.tokens[verb.i + 1 :] if t.lower_ == "as" and verb.i in {a.i for a in t.ancestors}), None)
    if word is None:
        return
    office = next((o for t in sentence.tokens[word.i + 1 : word.i + FAR] if (o := office_of(scene, sentence, t))), None)
    if office:
        status = "takes_office" if verb.lemma_ in COMING | BEGINNING else "holds"
        yield from drafts(scene, sentence, verb, _who(scene, sentence, verb), office, status, "works as")


def _joins(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Joined the government", "entered the cabinet": in the post known of that time, else in one that is not named."""
    if verb.lemma_ not in COMING or any(c.lower_ == "as" for c in verb.children) or ahead(scene, sentence, verb, "holds") is None:
        return
    cabinet = next((t for t in children(verb, "dobj") if t.lemma_.lower() in CABINETS), None)
    for one in _who(scene, sentence, verb) if cabinet is not None else ():
        office = held_office(scene, sentence, one.id, taken=True)
        named = scene.namer.modifier(sentence, cabinet) if cabinet is not None else None
        if office or named:
            yield from drafts(scene, sentence, verb, [one], office or Office(None, named, sentence.bounds(verb)), "takes_office", "joins")


def _headed(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Has led the Dutch government for 14 years", "headed the agency from 2019 to 2021", "had headed the ministry since March"."""
    if verb.lemma_ not in HEADING:
        return
    mood = scene.mood(sentence, verb)
    if mood.tense not in ("past", "perfect") or mood.negated or mood.conditional:
        return
    if any(c.tag_ == "VB" for c in children(verb, "xcomp", "ccomp")):
        return  # "directed the ministry to provide 500 million by May"
    if not _lasts(list(verb.subtree), sentence):
        return
    for thing in [*things_of(verb), *after(verb, "over")]:
        office = office_over(scene, sentence, thing)
        for one in _who(scene, sentence, verb):
            held = office or _of_land(scene, sentence, thing, one.id)
            held = held or (held_office(scene, sentence, one.id, taken=False) if _is_seat(scene, sentence, thing) else None)
            held = held or (Office(None, None, sentence.bounds(verb)) if verb.lemma_ in ("command", "head") else None)
            yield from drafts(scene, sentence, verb, [one] if held else [], held, "holds", "headed")


def _of_land(scene: Scene, sentence: Sentence, thing: Token, person: str) -> Office | None:
    """ "Rutte, who led the Netherlands": the post that somebody had at the head of the state."""
    mention = sentence.at.get(thing.i)
    land = {n.id for n in mention.names} if mention is not None else set()
    posts = [p for p in scene.pack.posts_of.get(person, ()) if p.body in land and p.role in ("prime_minister", "president", "chancellor")]
    return Office(posts[-1].role, posts[-1].body, sentence.bounds(thing)) if posts else None


def _is_seat(scene: Scene, sentence: Sentence, thing: Token) -> bool:
    """Whether what is headed is a ministry or country, so that the post is the one known of its head."""
    mention = sentence.at.get(thing.i)
    state = mention is not None and any(scene.pack.actor[n.id].type == "state" for n in mention.names if n.id in scene.pack.actor)
    return state or thing.lemma_.lower() in ("ministry", "government", "country", "department", "cabinet", "office")


def _been_in(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Has been in office for four years", "had been at the head of the fund since September"."""
    if verb.lemma_ not in ("be", "remain", "stand"):
        return
    mood = scene.mood(sentence, verb)
    if mood.modal not in (None, "will") or mood.negated or mood.conditional:
        return
    seat = next((t for t in after(verb, "in", "at") if t.lemma_.lower() in PLACES), None)
    described = seat is not None and any(c.dep_ == "amod" for c in seat.children)  # "in a strong position"
    future = mood.tense == "future"
    if seat is None or described or not (_begins(sentence, [verb, seat]) if future else _lasts(list(verb.subtree), sentence)):
        return
    office = next((o for t in after(seat, "of") if (o := office_of(scene, sentence, t) or office_over(scene, sentence, t))), None)
    for one in _who(scene, sentence, verb):
        held = office or held_office(scene, sentence, one.id, taken=False)
        status = "takes_office" if future and verb.lemma_ == "be" else "holds"  # "will be at the helm of NATO from October"
        yield from drafts(scene, sentence, verb, [one] if held else [], held, status, "been in")


def _begins(sentence: Sentence, words: list[Token]) -> bool:
    """ "From October", "as of Monday": the day on which somebody comes into a post."""
    inner = [*words, *(t for w in words for t in after(w, "of"))]
    starts = [t for w in inner for c in w.children if c.lower_ in ("from", "as") for t in c.subtree]
    return any(t.i in sentence.date_at for t in starts)


def _steps_down(verb: Token) -> bool:
    return verb.lemma_ in ("step", "stand") and any(c.lower_ in ("down", "aside") for c in verb.children)


def _offers_to_go(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Kuleba has offered to go", "Reznikov agreed to leave"."""
    above = verb.head
    asks = above.lemma_ == "ask" and not children(above, "dobj", "nsubjpass")  # "has asked to step down"
    goes = verb.lemma_ in ("go", "leave") or (asks and (verb.lemma_ in ("resign", "quit", "retire") or _steps_down(verb)))
    if not goes or verb.dep_ != "xcomp" or not (asks or above.lemma_ in OFFERING):
        return
    if things_of(verb) or after(verb, "to", "for", "into", "with") or scene.mood(sentence, above).negated:
        return
    for one in _who(scene, sentence, above):
        if held := held_office(scene, sentence, one.id, taken=False):
            yield from drafts(scene, sentence, verb, [one], held, "leaves_office", "offers to go")


def _in_post(scene: Scene, sentence: Sentence, seat: Token) -> Iterator[Draft]:
    """ "Kuleba, in the job since 2020, has offered to go"."""
    following = list(sentence.tokens[seat.i + 1 : seat.i + 4])
    before = sentence.tokens[seat.head.i - 1] if seat.head.i else None
    named = sentence.at.get(seat.head.i - 2) if before is not None and before.text == "," and seat.head.i > 1 else None
    person = named.id_of("person", "surname") if named else None
    if person and any(t.lower_ in LIMITS or (t.lower_ == "for" and _is_stretch(t)) for t in following):
        held = held_office(scene, sentence, person, taken=False)
        yield from drafts(scene, sentence, seat, [Referent(person, person=True)] if held else [], held, "holds", "in post")


def _spanned(scene: Scene, sentence: Sentence, title: Token) -> Iterator[Draft]:
    """ "Kallas, Estonia's prime minister from 2021 until this summer", "chancellor under Johnson until July"."""
    mention = sentence.at.get(title.i)
    if mention is None or sentence.tokens_of(mention)[-1].i != title.i:
        return
    reach = list(sentence.tokens[title.i + 1 : title.i + 1 + NEAR])
    stop = next((n for n, t in enumerate(reach) if t.text in (",", ";", ".") or t.pos_ in ("VERB", "AUX")), len(reach))
    lasted = any(t.lower_ == "for" and _is_stretch(t) for t in reach[:stop])
    if not lasted and not any(t.lower_ in ("from", "until", "till", "between", "since") for t in reach[:stop]):
        return
    holder = _named_at_comma(scene, sentence, title)
    office = office_of(scene, sentence, title)
    dated = lasted or any(t.i in sentence.date_at for t in sentence.tokens[title.i + 1 : title.i + 1 + NEAR + 3])
    if holder and office and dated:
        yield from drafts(scene, sentence, title, [Referent(holder, person=True)], office, "holds", "spanned")


def _named_at_comma(scene: Scene, sentence: Sentence, title: Token) -> str | None:
    """The person whose name stands before the comma that opens the post's phrase."""
    comma = next((t.i for t in reversed(sentence.tokens[max(0, title.i - NEAR - 2) : title.i]) if t.text == ","), None)
    named = person_at(scene, sentence, sentence.tokens[comma - 1]) if comma else None
    return named[0] if named else None


def serving(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Served as defence secretary from 2019 to 2023", "lasted 49 days as premier"."""
    office = next((o for t in after(verb, "as") if (o := office_of(scene, sentence, t))), None)
    if office:
        comes = scene.mood(sentence, verb).tense == "future" and not any(t.lemma_ == "continue" for t in verb.ancestors)
        yield from drafts(scene, sentence, verb, doers(scene, sentence, verb), office, "takes_office" if comes else "holds", "serves")


def ruling(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Has ruled Hungary since 2010"."""
    if any(c.lower_ == "since" and c.dep_ == "prep" for c in verb.children) and scene.mood(sentence, verb).tense == "perfect":
        yield from drafts(scene, sentence, verb, doers(scene, sentence, verb), None, "holds", "rules")


def since(scene: Scene, sentence: Sentence, title: Token) -> Iterator[Draft]:
    """ "Kuleba, foreign minister since 2020"."""
    office = office_of(scene, sentence, title)
    holder = title.head if title.dep_ == "appos" else title
    if office:
        yield from drafts(scene, sentence, title, [p for p in everyone(scene, sentence, [holder]) if p.person], office, "holds", "since")
