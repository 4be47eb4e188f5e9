"""The draft of a tenure: who, which post of which body, since when or from when; what is denied or only wished makes none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from promissory.extraction.grammar.governors import governors_of
from promissory.extraction.grammar.mood import Mood
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects
from promissory.extraction.grammar.tree import FINITE, after, children
from promissory.extraction.kinds.tenures.posts import RANKS, Office, held_office, office_of, office_over, offices_in
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import fill_attribution
from promissory.extraction.slots.listing import everyone
from promissory.extraction.slots.placing import drop_bound, fill_day
from promissory.extraction.slots.timing import BESIDE_NAME
from promissory.packs import Pack

if TYPE_CHECKING:
    from promissory.extraction.words import Token


#: Words before "to" that make somebody one who may get a post.
HOPING = frozenset(
    "tip favourite favorite likely hope want aspire bid seek hopeful eye propose nominate suggest shortlist consider mention float "
    "contender candidate frontrunner front-runner runner course contend run compete vie battle race ready reported tout talk "
    "speculate rumour rumor".split()
)
#: Those of whom a coming post is as good as certain.
DUE = frozenset("set due expect expected slate slated poise poised earmark course track line plan see".split())


POSTS = frozenset("post position job office role seat".split())


def is_hoped(verb: Token) -> bool:
    """ "Is tipped to become", "a contender to succeed him"."""
    above = [verb.head, *(c for c in verb.head.children if c.dep_ in ("attr", "acomp"))] if verb.head.lemma_ == "be" else [verb.head]
    bare = verb.tag_ == "VB" or (verb.tag_ == "VBN" and any(c.lower_ == "to" for c in verb.children))  # "is likely to be replaced"
    return bare and verb.dep_ in ("xcomp", "acl", "relcl", "advcl") and any(t.lemma_.lower() in HOPING for t in above)


def ahead(scene: Scene, sentence: Sentence, verb: Token, status: str) -> str | None:
    """The status, or None for what is denied, supposed or only wished."""
    mood = scene.mood(sentence, verb)
    if mood.modal == "would" and (verb.dep_ != "ccomp" or any(t.lower_ == "only" for t in verb.doc[verb.i : verb.i + NEAR])):
        return None  # "two cases in which he would give up his post", "said that he would go only if asked to"
    if verb.dep_ in ("acl", "ccomp") and verb.head.lemma_.lower() in RUMOURS:
        return None
    if verb.tag_ == "VB" and verb.head.lower_ in ("ready", "willing", "prepared") and verb.dep_ in ("xcomp", "ccomp"):
        return None  # "is ready to leave office if it brings peace"
    barely = any(c.lower_ in ("hardly", "barely", "scarcely") for c in verb.children)  # "had hardly become minister when"
    if (
        (mood.negated and not barely)
        or mood.conditional
        or mood.awaited
        or mood.under("refuse", "urge")
        or (status == "leaves_office" and _is_weighed(verb, mood))
        or mood.modal in ("could", "may", "might", "should", "must", "can")
    ):
        return None
    return "candidate" if status == "takes_office" and _is_weighed(verb, mood) else status


def _is_weighed(verb: Token, mood: Mood) -> bool:
    """ "Is considering dismissing him", "hopes to appoint her", but not "is likely to be sent to London"."""
    thought = mood.under("consider") and mood.tense in ("progressive", "infinitive")
    return thought and not any(g.lemma_ == "likely" for g in governors_of(verb))


#: What may be true or not ("rumours that he had been sacked were denied").
RUMOURS = frozenset("rumour rumor speculation claim suggestion gossip".split())
#: How far "only" stands after the verb that it limits.
NEAR = 4
#: How heads of bodies that hold no territory are called.
HEADS = ("secretary_general", "commission_president")
#: Sentences, headline included, that say what a text is about.
OPENING = 3


def office_after(scene: Scene, sentence: Sentence, verb: Token, *labels: str) -> Office | None:
    """The post among the complements of a verb: "as", "to the position of", objects."""
    posts = [i for t in after(verb, "for") for i in after(t, "as", *(("of",) if t.lemma_.lower() in POSTS else ()))]
    tokens = [*children(verb, *labels), *after(verb, "as", "to", "from", "of"), *posts]
    found = [o for t in tokens if (o := office_of(scene, sentence, t))]
    houses = [t for t in tokens if t.lower_ == "office" and t.i not in sentence.at and _is_of_title(sentence, t)]
    if not found and houses:  # "left the president's office": not the presidency
        return office_over(scene, sentence, houses[0])
    inside = (o for t in tokens for o in offices_in(scene, sentence, t) if o.role not in RANKS)  # "replaced General X"
    return found[0] if found else next(inside, None)


def _is_of_title(sentence: Sentence, noun: Token) -> bool:
    return any(c.dep_ == "poss" and (m := sentence.at.get(c.i)) is not None and m.id_of("title") for c in noun.lefts)


def drafts(
    scene: Scene, sentence: Sentence, trigger: Token, people: list[Referent], office: Office | None, status: str, rule: str
) -> Iterator[Draft]:
    for one in people:
        if not one.person or (len(people) > 1 and _is_owner(sentence, one.id)):
            continue
        known = (
            _narrowed(scene, one.id, office)
            or _contested(scene, sentence, trigger, status, one.id)
            or _held(scene, sentence, one.id, status)
        )
        draft = scene.draft(sentence, "tenure", status, trigger, rule)
        draft.add("person", [one.id])
        body = (known.body if known else None) or (_body_of_role(scene, one.id, office.role) if office and office.role else None)
        body = body or (_state_behind(scene, one.id) if office or status != "candidate" else None)
        body = body or (_body_of_stranger(scene, sentence, one.id) if one.id not in scene.pack.person else None)
        if body:
            draft.add("body", [_seat_of(scene, body, known.role if known else None)])
        if known and known.role:
            draft.slots["post"] = known.role
            draft.grounds["post"] = known.at
        if rule not in BESIDE_NAME or any(sentence.date_at[t.i].value for t in trigger.subtree if t.i in sentence.date_at):
            fill_day(draft, sentence, trigger)
        if status != "holds":
            drop_bound(draft, sentence, "since")  # "in office since March 2020, has asked to go"
        fill_attribution(draft, scene, sentence, trigger)
        draft.features |= {
            f"rule {rule}": 1.0,
            f"trigger {trigger.lemma_.lower()}": 1.0,
            "office": office is not None,
            "has_date": "date" in draft.slots,
        }
        if known and status != "holds":
            scene.discourse.contest = (known.role, known.body or body)
        yield draft


def only_dates(sentence: Sentence, verb: Token) -> bool:
    """ "Has been to Kyiv twice since taking office": which office and when is not what is told."""
    return verb.tag_ == "VBG" and verb.dep_ == "pcomp" and not any(t.i in sentence.date_at for t in verb.subtree)


def office_said(verb: Token) -> bool:
    """ "Named the intelligence chief, X, to the post": a post told of before, not the one that X has."""
    posts = [t for w in (verb, *children(verb, "dobj")) for t in after(w, "to") if t.lemma_.lower() in POSTS]
    return any(any(c.lower_ in ("the", "that", "this") for c in t.lefts) and not after(t, "of") for t in posts)


def told_post(scene: Scene, sentence: Sentence, word: Token) -> Office | None:
    """The post last told of, for "the post" that goes to another or "his place"."""
    role, body = scene.discourse.contest
    return Office(role, body, sentence.bounds(word)) if role or body else None


def _is_owner(sentence: Sentence, person: str) -> bool:
    """Whether somebody is named only as the one whose deputy or rival another is ("Stoltenberg's deputy, Geoana")."""
    ends = [sentence.tokens_of(m)[-1].i + 1 for m in sentence.mentions if m.id_of("person", "surname") == person and sentence.tokens_of(m)]
    return bool(ends) and all(i < len(sentence.tokens) and sentence.tokens[i].tag_ == "POS" for i in ends)


def _body_of_role(scene: Scene, person: str, role: str) -> str | None:
    """The body whose post it is where no words say so: the one the pack knows of the person, or the only one with such a post."""
    own = [p.body for p in scene.pack.posts_of.get(person, ()) if p.role == role]
    of_state = _state_behind(scene, person) if role.endswith("minister") and person in scene.pack.person else None
    only = _only_body(scene.pack, role)
    if person not in scene.pack.person and only in scene.pack.actor and scene.pack.actor[only].type == "state":
        only = None  # that one state's state secretary is known does not make every one its own
    return own[-1] if own else of_state or only


@lru_cache(maxsize=256)
def _only_body(pack: Pack, role: str) -> str | None:
    bodies = {p.body for p in pack.posts if p.role == role}
    return bodies.pop() if len(bodies) == 1 else None


def _state_behind(scene: Scene, person: str) -> str | None:
    """The state that somebody is of, also of one who came from an enterprise or office of it."""
    body = scene.namer.state_of(person)
    actor = scene.pack.actor.get(body or "")
    return actor.country if actor is not None and actor.country and actor.type not in ("state", "bloc") else body


def _narrowed(scene: Scene, person: str, office: Office | None) -> Office | None:
    """The post that "the ministry" is of somebody whom the pack knows as a minister."""
    if office is None or office.role != "minister":
        return office
    first, last = scene.discourse.first, scene.discourse.last
    own = [p for p in scene.pack.posts_of.get(person, ()) if p.role.endswith("_minister") and p.held_on(first, last)]
    return Office(own[-1].role, own[-1].body, office.at) if own else office


def _seat_of(scene: Scene, body: str, role: str | None) -> str:
    """The state behind a body; that of a minister also where he came from an enterprise of it."""
    actor = scene.pack.actor.get(body)
    of_state = role is not None and (role.endswith("minister") or role in ("ambassador", "governor"))
    if of_state and actor is not None and actor.country:
        return actor.country
    return scene.namer.state_of(body) or body


def _body_of_stranger(scene: Scene, sentence: Sentence, person: str) -> str | None:
    """The body of one whom only the text knows: whoever is named beside the name, then around it, then for the post told last."""
    return _employer(scene, sentence, person) or _state_around(scene, sentence) or scene.discourse.contest[1]


def _employer(scene: Scene, sentence: Sentence, person: str) -> str | None:
    """ "X, DFC's head of investments, …", "Y, the Swedish agency's director": the only body named in the apposition behind the name."""
    last = next((t for t in sentence.tokens if (one := person_at(scene, sentence, t)) and one[0] == person and one[1] == t.i), None)
    if last is None or last.i + 2 >= len(sentence.tokens) or sentence.tokens[last.i + 1].text != ",":
        return None
    stop = next((t.i for t in sentence.tokens[last.i + 2 :] if t.text in (",", ";", ".") or t.tag_ in FINITE), len(sentence.tokens))
    inside = [m for m in sentence.mentions if (h := sentence.head_of(m)) is not None and last.i + 1 < h.i < stop]
    bodies = dict.fromkeys(b for m in inside if (b := m.id_of("actor", "adjective")) and b in scene.pack.actor)
    return next(iter(bodies)) if len(bodies) == 1 else None


def _state_around(scene: Scene, sentence: Sentence) -> str | None:
    """The state of one whom only the text knows: the only one that the sentence names, else the one whose office writes."""
    places = {t.i for t in sentence.tokens if t.dep_ == "pobj" and t.head.lower_ in ("to", "in", "at")}
    named = [m for m in sentence.mentions if m.id_of("metonym") is None or not places & {t.i for t in sentence.tokens_of(m)}]
    found = {s for m in named for n in m.names if n.type not in ("title", "topic") and (s := scene.namer.state_of(n.id))}
    states = [s for s in found if s in scene.pack.actor and scene.pack.actor[s].type == "state"]
    return states[0] if len(states) == 1 else scene.discourse.home


def doers(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """The people who are the subject of a verb; of one whose subject the parser lost, the one named right before it."""
    found = [p for p in everyone(scene, sentence, subjects(verb)) if p.person]
    if found and found[0].inferred and _is_named_later(sentence, verb, found[0].id) and (one := named_before(scene, sentence, verb)):
        return [one]  # "he worked under Yermak": not the one named after the verb
    if verb.dep_ == "relcl" and any(c.i > verb.i for c in children(verb.head, "conj")):  # "X, who led the house, and Y"
        one = scene.namer.name(sentence, verb.head)
        return [one] if one and one.person else []
    if found or children(verb, "nsubj", "nsubjpass") or not verb.i:
        return found
    mention = sentence.at.get(verb.i - 1)
    ident = mention.id_of("person", "surname") if mention else None
    return [Referent(ident, person=True)] if ident else []


def _is_named_later(sentence: Sentence, verb: Token, person: str) -> bool:
    """Whether the sentence names somebody only after a verb."""
    spots = [m.start for m in sentence.mentions if m.id_of("person", "surname") == person]
    return bool(spots) and min(spots) > verb.idx


def _contested(scene: Scene, sentence: Sentence, trigger: Token, status: str, person: str) -> Office | None:
    """The post last spoken of, for one who drops out of or joins a race that is not named again."""
    role, body = contest_of(scene)
    actor, own = scene.pack.actor.get(body or ""), scene.namer.state_of(person)
    if actor is not None and actor.type == "state" and own not in (None, body):
        return None  # nobody stands for the post of another state
    return Office(role, body, sentence.bounds(trigger)) if status == "candidate" and (role or body) else None


def contest_of(scene: Scene) -> tuple[str | None, str | None]:
    """Role and body of the post last spoken of, else of the one that the text opens with ("Who will lead NATO?")."""
    if scene.discourse.contest != (None, None):
        return scene.discourse.contest
    for sentence in scene.sentences[:OPENING]:
        leads = any(t.lemma_ in ("lead", "head", "succeed", "replace") for t in sentence.tokens)
        bodies = [a for m in sentence.mentions if (a := m.id_of("actor"))] if leads else []
        found = [(role, body) for body in bodies for role in HEADS if (role, body) in scene.pack.holders]
        if found:
            return found[0]
    return None, None


def _held(scene: Scene, sentence: Sentence, person: str, status: str) -> Office | None:
    if status == "candidate":
        return None
    return held_office(scene, sentence, person, taken=status == "takes_office", leaving=status == "leaves_office")


def named_before(scene: Scene, sentence: Sentence, word: Token) -> Referent | None:
    """Whom "his place" means: the person named last before the one who takes it."""
    heads = subjects(word if word.pos_ == "VERB" else word.head)
    own = {p.id for p in everyone(scene, sentence, heads) if not p.inferred}
    near = [m for s in scene.sentences[max(0, sentence.number - 1) : sentence.number] for m in s.mentions]
    here = [m for m in sentence.mentions if m.start < word.idx]
    named = [p for m in (*near, *here) if (p := m.id_of("person", "surname")) and p not in own]
    spoken_of = [r.id for r in scene.discourse.last_subject(sentence.number, 0, person=True) if r.id not in own]
    named = named or spoken_of  # "He chaired it until January. Y, who succeeded him, …"
    return Referent(named[-1], person=True, inferred=True) if named else None


def person_at(scene: Scene, sentence: Sentence, token: Token) -> tuple[str, int] | None:
    """The person whose name a token belongs to, known to the pack or not: id and the index of the name's last token."""
    mention = sentence.at.get(token.i)
    if mention is not None:
        ident = mention.id_of("person", "surname")
        last = sentence.tokens_of(mention)[-1] if ident else None
        return (ident, last.i) if ident and last is not None and not _owns(last) else None
    following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    if token.pos_ != "PROPN" or (following is not None and following.pos_ == "PROPN") or _owns(token):
        return None
    one = scene.namer.name(sentence, token)
    return (one.id, token.i) if one and one.person and not one.inferred else None


def _owns(name: Token) -> bool:
    following = name.doc[name.i + 1] if name.i + 1 < len(name.doc) else None
    return following is not None and following.tag_ == "POS"


def is_beside(sentence: Sentence, person: str) -> bool:
    """Whether a title stands right before somebody's name."""
    titled = [m for m in sentence.mentions if m.id_of("title")]
    return any(
        (one := sentence.tokens_of(m)) and (two := sentence.tokens_of(n)) and one[-1].i == two[0].i - 1
        for m in titled
        for n in sentence.mentions
        if n.id_of("person", "surname") == person
    )
