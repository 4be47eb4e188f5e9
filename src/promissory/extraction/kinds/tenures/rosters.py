"""Tenures told in lists: who gets which ministry in a reshuffle, and who of a government resigns together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.kinds.tenures.installing import ahead, drafts
from promissory.extraction.kinds.tenures.posts import Office, office_of, office_over
from promissory.extraction.lexicon.verbs import NAMING
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.text.gazetteer import Mention
    from promissory.extraction.words import Token

TAKING = NAMING | frozenset("approve vote become include agree get receive join want propose back endorse announce present".split())
#: Verbs that give posts to people listed with them.
APPOINTING = NAMING | frozenset("propose approve back endorse vote become".split())
KEEPING = frozenset("keep retain".split())
WISHING = frozenset("want propose nominate".split())
LEAVING = frozenset("resign quit leave dismiss sack oust fire remove step axe".split())
LEAVING_NOUNS = frozenset("resignation dismissal departure".split())
#: What those who leave together leave.
SEATS = frozenset("office post job government cabinet ministry position role portfolio administration".split())
#: Words after "in charge" and the like by which a field is given.
CHARGES = frozenset("charge responsible".split())
#: Names of fields that are not those of the pack's roles.
FIELDS = {
    "defense": "defence", "foreign_affairs": "foreign", "diplomacy": "foreign", "veterans_affairs": "veterans", "finances": "finance",
    "internal_affairs": "interior", "treasury": "finance", "the_pentagon": "defence", "pentagon": "defence", "farming": "agriculture",
    "agrarian_policy": "agriculture", "digital_transformation": "digital", "ecology": "environment", "home_affairs": "interior",
    "environmental_protection": "environment",
}  # fmt: skip
CONNECTORS = frozenset(("as", "at", "(", "to", "of", "over", "for", "in"))
#: How many words a field's name has at most.
WIDE = 3


def find_rosters(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of tenures in a sentence that lists people with their posts, or people who leave them."""
    yield from _listed(scene, sentence)
    people = _people(sentence)
    if people:
        yield from _given(scene, sentence, people)
        yield from _charged(scene, sentence, people)
        if len(people) > 1:
            yield from _left(scene, sentence, people)


def _people(sentence: Sentence) -> list[tuple[Mention, str]]:
    """Those named, but for "Syrskyi's deputy", whose Syrskyi is only spoken of."""
    named = [(m, p) for m in sentence.mentions if (p := m.id_of("person", "surname")) and sentence.tokens_of(m)]
    return [(m, p) for m, p in named if not _owns(sentence, sentence.tokens_of(m)[-1])]


def _owns(sentence: Sentence, name: Token) -> bool:
    return name.i + 1 < len(sentence.tokens) and sentence.tokens[name.i + 1].tag_ == "POS"


def _is_displaced(sentence: Sentence, name: Token) -> bool:
    """ "Will replace X as prime minister": the last verb before the name takes the post from him."""
    verb = next((t for t in reversed(sentence.tokens[: name.i]) if t.pos_ == "VERB"), None)
    return verb is not None and verb.lemma_ in ("replace", "succeed", "follow", "oust", "dismiss", "sack", "fire", "remove", "relieve")


def _listed(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """ "Approved X as agriculture minister and Y as culture minister", "X becomes agriculture minister, Y culture minister"."""
    verb = next((t for t in sentence.tokens if t.lemma_ in APPOINTING and t.pos_ == "VERB"), None)
    if verb is None or ahead(scene, sentence, verb, "takes_office") is None:
        return
    own = {t.i for t in verb.subtree}
    for token in sentence.tokens[verb.i + 1 : -1]:
        beside = token.nbor(1)
        gapped = (m := sentence.at.get(token.i)) is not None and m.id_of("person") and (n := sentence.at.get(beside.i)) and n.id_of("title")
        if token.pos_ != "PROPN" or token.i not in own or not (gapped or beside.lower_ == "as") or _is_displaced(sentence, token):
            continue
        one = scene.namer.name(sentence, token)
        title = next((t for t in sentence.tokens[token.i + 1 : token.i + 10] if office_of(scene, sentence, t)), None)
        if one and one.person and title is not None and (office := office_of(scene, sentence, title)):
            status = "candidate" if verb.lemma_ in ("propose", "nominate") else "takes_office"
            yield from drafts(scene, sentence, title, [one], office, status, "listed")


def _given(scene: Scene, sentence: Sentence, people: list[tuple[Mention, str]]) -> Iterator[Draft]:
    """ "Approved X as culture minister and Y for the environment", "new ministers: X (energy), Y (justice)", "kept X at defence"."""
    for mention, ident in people:
        last = sentence.tokens_of(mention)[-1]
        verb = _verb_before(sentence, last)
        if verb is None or _is_giver(sentence, mention, verb) or _is_displaced(sentence, last):
            continue
        office = _post_after(scene, sentence, last.i + 1)
        if office is None or ahead(scene, sentence, verb, "takes_office") is None:
            continue
        status = "holds" if verb.lemma_ in KEEPING else "candidate" if verb.lemma_ in WISHING else "takes_office"
        yield from drafts(scene, sentence, last, [Referent(ident, person=True)], office, status, "roster")


def _charged(scene: Scene, sentence: Sentence, people: list[tuple[Mention, str]]) -> Iterator[Draft]:
    """ "X will be in charge of culture, Y of agriculture", "X takes over justice and Y veterans' affairs"."""
    charge = next((t for t in sentence.tokens if _is_charge(t)), None)
    if charge is None or any(c.lower_ == "since" for c in charge.children):
        return  # "had run the ministry since" tells no change
    field = charge.i + 2 if charge.lower_ in CHARGES or charge.lemma_ == "take" else charge.i + 1
    first = next((p for p in reversed(people) if sentence.tokens_of(p[0])[-1].i < charge.i), None)
    found = [(first, _field(scene, sentence, _past_the(sentence, field)))] if first else []
    for person in (p for p in people if sentence.tokens_of(p[0])[0].i > charge.i):
        at = sentence.tokens_of(person[0])[-1].i + 1
        at += at < len(sentence.tokens) and sentence.tokens[at].lower_ in ("of", "for", "over")
        found.append((person, _field(scene, sentence, _past_the(sentence, at))))
    stays = any(t.lemma_ in ("remain", "stay", "continue") for t in sentence.tokens[max(0, charge.i - 2) : charge.i + 1])
    for (mention, ident), office in found:
        if office is not None:
            name = sentence.tokens_of(mention)[-1]
            status = "holds" if stays else "takes_office"  # "remains in charge of foreign affairs"
            yield from drafts(scene, sentence, name, [Referent(ident, person=True)], office, status, "charged")


def _is_charge(token: Token) -> bool:
    """Whether a field of government comes next: "in charge of", "responsible for", "takes over", "gets"."""
    following = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    if token.lower_ in CHARGES:
        return following in ("of", "for")
    told = token.tag_ in ("VBD", "VBN") or (token.tag_ == "VB" and token.dep_ in ("acl", "relcl"))  # "who led it", "a nominee to head it"
    leads = token.pos_ == "VERB" and not told and token.lemma_ in ("get", "receive", "lead", "run", "head", "oversee")
    return leads or (token.lemma_ == "take" and following in ("over", "on"))


def _past_the(sentence: Sentence, at: int) -> int:
    return at + 1 if at < len(sentence.tokens) and sentence.tokens[at].lower_ in ("the", "his", "her") else at


def _verb_before(sentence: Sentence, name: Token) -> Token | None:
    """The verb of giving or keeping posts that a name stands under: the nearest before it, or the one that told of ministers."""
    for token in reversed(sentence.tokens[: name.i]):
        if token.pos_ == "VERB" and token.lemma_ in TAKING | KEEPING:
            return token
    return None


def _is_giver(sentence: Sentence, mention: Mention, verb: Token) -> bool:
    """Whether somebody is not among those named after the verb but acts or is only spoken of beside them ("by X", "X's")."""
    first, last = sentence.tokens_of(mention)[0], sentence.tokens_of(mention)[-1]
    before = sentence.tokens[first.i - 1].lower_ if first.i else ""
    owned = last.i + 1 < len(sentence.tokens) and sentence.tokens[last.i + 1].tag_ == "POS"
    return owned or before in ("by", "to", "from", "with", "under", "of") or last.i < verb.i


def _post_after(scene: Scene, sentence: Sentence, at: int) -> Office | None:
    """The post right after a name: "as minister", "(energy)", "at the Pentagon"."""
    tokens = sentence.tokens
    if at + 1 < len(tokens) and tokens[at].text == "," and tokens[at + 1].text.isdigit():  # ", 34,"
        at += 3
    if at + 1 >= len(tokens) or tokens[at].lower_ not in CONNECTORS:
        return None
    if tokens[at].lower_ == "as":
        return next((o for t in tokens[at + 1 : at + 7] if t.pos_ in ("NOUN", "PROPN") and (o := office_of(scene, sentence, t))), None)
    start = at + 2 if tokens[at + 1].lower_ == "the" else at + 1
    head = next((t for t in tokens[start : start + WIDE + 1] if office_of(scene, sentence, t)), None)
    if tokens[at].text == "(" and head is not None:
        return office_of(scene, sentence, head)
    return _field(scene, sentence, start) if tokens[at].lower_ in ("(", "at", "to", "for") else None


def _field(scene: Scene, sentence: Sentence, at: int) -> Office | None:
    """The ministry that the words name by its field, or the house it sits in."""
    roles = {title.role for title in scene.pack.titles}
    words = [t.lower_ for t in sentence.tokens[at : at + WIDE] if t.text not in ("'", "’", "(", ")", ",")]
    for size in range(len(words), 0, -1):
        name = "_".join(words[:size])
        role = f"{FIELDS.get(name, name)}_minister"
        if role in roles and not _goes_on(sentence, at + size):
            first, last = sentence.tokens[at], sentence.tokens[at + size - 1]
            return Office(role, None, (sentence.bounds(first)[0], sentence.bounds(last)[1]))
    heads = [t for t in sentence.tokens[at : at + WIDE] if t.lemma_.lower() in ("ministry", "department", "pentagon", "office", "treasury")]
    return office_over(scene, sentence, heads[0]) if heads else None


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a field's name is only the beginning of another ("foreign intelligence", "energy companies")."""
    following = sentence.tokens[at] if at < len(sentence.tokens) else None
    posted = following is not None and following.lemma_.lower() in ("ministry", "minister", "portfolio", "affair", "department", "brief")
    return following is not None and following.pos_ in ("NOUN", "PROPN") and not posted and following.i not in sentence.date_at


def _left(scene: Scene, sentence: Sentence, people: list[tuple[Mention, str]]) -> Iterator[Draft]:
    """ "Four ministers handed in their resignations: X, Y and Z", "Justice Minister X and Environment Minister Y resigned"."""
    word = next((t for t in sentence.tokens if _tells_leaving(t)), None)
    if word is None or (word.pos_ == "VERB" and ahead(scene, sentence, word, "leaves_office") is None):
        return
    for run in _runs(sentence, people):
        if len(run) > 1 and _belongs(sentence, run, word):
            for mention, ident in run:
                last = sentence.tokens_of(mention)[-1]
                office = _title_beside(scene, sentence, mention)
                yield from drafts(scene, sentence, last, [Referent(ident, person=True)], office, "leaves_office", "left together")


def _tells_leaving(token: Token) -> bool:
    if token.lemma_.lower() in LEAVING_NOUNS or (token.lower_ == "notice" and any(c.lower_ == "their" for c in token.lefts)):
        return True
    if token.pos_ != "VERB" or token.lemma_ not in LEAVING:
        return False
    if token.lemma_ == "leave" and not any(t.lemma_.lower() in SEATS for t in token.subtree):
        return False  # "met for three hours and left without a truce"
    return token.lemma_ != "step" or any(c.lower_ in ("down", "aside") for c in token.children)


def _runs(sentence: Sentence, people: list[tuple[Mention, str]]) -> list[list[tuple[Mention, str]]]:
    """The people in stretches of a list: nothing but titles, commas and "and" between them."""
    runs: list[list[tuple[Mention, str]]] = []
    for person in people:
        gap = sentence.tokens[sentence.tokens_of(runs[-1][-1][0])[-1].i + 1 : sentence.tokens_of(person[0])[0].i] if runs else ()
        joined = bool(gap) and all(t.pos_ in ("NOUN", "PROPN", "ADJ", "ADP", "DET", "PUNCT", "CCONJ", "PART", "ADV") for t in gap)
        listed = joined and any(t.text in (",", "and", ";", "&") for t in gap)
        if runs and listed:
            runs[-1].append(person)
        else:
            runs.append([person])
    return runs


def _belongs(sentence: Sentence, run: list[tuple[Mention, str]], word: Token) -> bool:
    """Whether the list is of those who leave: before the verb, after its object, or after a colon or "of"."""
    first, last = sentence.tokens_of(run[0][0])[0], sentence.tokens_of(run[-1][0])[-1]
    if word.i > last.i:
        between = sentence.tokens[last.i + 1 : word.i]
        return not any(t.lower_ in ("that", "by", "who") and t.dep_ == "mark" for t in between)
    if any(c.lower_ in ("his", "her") for c in word.lefts):
        return False  # "his resignation followed a row between X and Y": of one
    between = sentence.tokens[word.i + 1 : first.i]
    return all(t.pos_ != "VERB" for t in between)


def _title_beside(scene: Scene, sentence: Sentence, mention: Mention) -> Office | None:
    """The post before a name ("Justice Minister X") or after it ("X, the justice minister")."""
    first, last = sentence.tokens_of(mention)[0], sentence.tokens_of(mention)[-1]
    if first.i and (office := office_of(scene, sentence, sentence.tokens[first.i - 1])):
        return office
    after = sentence.tokens[last.i + 1 : last.i + 7]
    if not after or after[0].text != ",":
        return None
    for token in after[1:]:
        if token.text in (",", "and") or ((m := sentence.at.get(token.i)) and m.id_of("person", "surname")):
            return None
        if office := office_of(scene, sentence, token):
            following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
            named = following is not None and (m := sentence.at.get(following.i)) and m.id_of("person", "surname")
            return None if named else office
    return None
