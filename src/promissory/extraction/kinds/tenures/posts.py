"""The post that a phrase names: its role, the body it is a post of, and where the words stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after, within
from promissory.extraction.scene import Scene

if TYPE_CHECKING:
    from promissory.extraction.text.gazetteer import Mention
    from promissory.extraction.words import Token
    from promissory.packs import Post

#: Words for a post by the house it sits in.
SEATS = {"premiership": "prime_minister", "presidency": "president", "helm": None, "leadership": None}
#: Words for what somebody is at the head of, and the role of its head, the narrowest first.
HEADS = (
    ("military intelligence|intelligence", "intelligence_chief"),
    (
        "pentagon|defence ministry|defense ministry|ministry of defence|ministry of defense|department of defense|department of war",
        "defence_minister",
    ),
    ("foreign ministry|foreign office|ministry of foreign affairs|state department|diplomacy", "foreign_minister"),
    ("finance ministry|ministry of finance|treasury", "finance_minister"),
    ("energy ministry|ministry of energy", "energy_minister"),
    ("home office|interior ministry|ministry of the interior|ministry of internal affairs", "interior_minister"),
    ("justice ministry|ministry of justice", "justice_minister"),
    ("economy ministry|ministry of economy", "economy_minister"),
    ("parliament|rada|bundestag", "speaker"),
    ("government|cabinet", "prime_minister"),
    ("agriculture ministry|ministry of agriculture|agrarian policy", "agriculture_minister"),
    ("infrastructure ministry|ministry of infrastructure", "infrastructure_minister"),
    ("health ministry|ministry of health", "health_minister"),
    ("education ministry|ministry of education", "education_minister"),
    ("culture ministry|ministry of culture", "culture_minister"),
    ("environment ministry|ministry of environment", "environment_minister"),
    ("strategic industries", "strategic_industries_minister"),
    ("digital ministry|digital transformation", "digital_minister"),
    ("joint chiefs", "joint_chiefs_chair"),
    ("general staff", "chief_of_general_staff"),
    ("military committee", "military_committee_chair"),
    ("prosecutor general's office|prosecutor-general's office", "prosecutor_general"),
    ("central bank|national bank", "central_bank_governor"),
    ("security service of ukraine|sbu", "security_service_head"),
    ("state property fund", "state_property_fund_head"),
    ("ground forces|land forces|air force|drone forces|unmanned systems forces|joint forces|special operations forces", "commander"),
    ("navy", "navy_commander"),
    ("armed forces|army", "commander_in_chief"),
    ("european command|central command|forces command|northern command|southern command|joint command|operational command", "commander"),
    ("presidential office|office of the president|president's office|presidential administration", "head_of_presidential_office"),
    ("embassy", "ambassador"),
    ("ministry", "minister"),
)
#: What begins and falls with the one who heads it.
CABINETS = frozenset("government cabinet administration coalition".split())
#: Nouns of houses whose head is simply that.
HOUSES = frozenset(
    "agency office bureau fund service department administration delegation mission party bank council committee top".split()
)


#: Nouns that are a post whatever stands before them, where the pack has no title for it.
PLAIN = frozenset(
    "secretary undersecretary administrator coordinator co-ordinator ombudsman ombudswoman inspector rapporteur superintendent custodian "
    "rector treasurer attorney magistrate prefect intendant deputy vice-chairman vice-president commandant attache attaché consul "
    "plenipotentiary principal trustee quartermaster chaplain curator registrar overseer adjutant caretaker".split()
)
#: Posts at the head of some body or other.
HEADSHIPS = frozenset("head director chair chief_executive executive_director managing_director director_general leader".split())
#: Blocs whose leaders are those of their states.
BLOCS = frozenset(("EU", "G7", "G20"))
#: Posts of those who are sent to others.
ENVOYS = frozenset("ambassador special_envoy special_representative".split())
#: Words before a post that say how long or how newly it is held.
PASSING = frozenset("new next former outgoing incoming acting interim current first then late current longtime own newly".split())


#: Words before a post that is held no more, and posts that are only ranks.
FORMER = frozenset("former ex ex- late onetime one-time erstwhile".split())
RANKS = frozenset(("general",))


@dataclass(frozen=True)
class Office:
    """A role of the pack's titles (None if only the body is known), the body, and the words (document offsets)."""

    role: str | None
    body: str | None
    at: tuple[int, int]


def office_of(scene: Scene, sentence: Sentence, token: Token) -> Office | None:
    """The post that the phrase headed by the token names."""
    mention = sentence.at.get(token.i)
    if mention and mention.id_of("title"):
        if mention.id_of("title") == "ambassador" and _is_of_goodwill(sentence, token):
            return None
        if deputy := _deputy(scene, sentence, token):
            return deputy
        body = scene.namer.modifier(sentence, token)
        if set(mention.ids_of("title")) & ENVOYS and body and _is_sent_to(sentence, token, body):
            body = None  # "envoy for Ukraine" is not Ukraine's
        body = body or _of_employer(scene, sentence, token)
        role = _role(scene, mention, body)
        if token.lemma_.lower() == "leader" and body in BLOCS:
            return None  # "the only EU leader to visit Moscow": the leader of one of its states
        if role == "lawmaker" and token.lower_.startswith("deput") and token.dep_ == "compound":
            return None  # "deputy chiefs": no member of parliament
        if any(c.lower_ == "deputy" for c in token.lefts) and not (role or "").startswith(("deputy", "acting")) and role in HEADSHIPS:
            role = "deputy_head"
        body = body or _written(sentence, token, role)
        if role == "head":  # "head of the presidential office"
            over = [
                o
                for t in after(token, "of")
                if t.i not in {k.i for k in sentence.tokens_of(mention)} and (o := office_over(scene, sentence, t))
            ]
            role = over[0].role if over and over[0].role else role
        return Office(role, body, (sentence.start + mention.start, sentence.start + mention.end))
    if token.lemma_.lower() in ("job", "post") and any(c.lower_ == "top" for c in token.lefts):
        return _top_job(scene, sentence, token)
    if token.lemma_.lower() in SEATS:
        role = SEATS[token.lemma_.lower()]
        body = scene.namer.modifier(sentence, token)
        return Office(role, body, sentence.bounds(token)) if role or body else None
    if token.lemma_.lower() in ("chief", "head") and any(c.lower_ == "deputy" for c in token.lefts):  # "as deputy chiefs of X"
        return Office("deputy_head", scene.namer.modifier(sentence, token), sentence.bounds(token))
    if token.lemma_.lower() in PLAIN and token.pos_ in ("NOUN", "PROPN") and mention is None:
        return Office(_called(token), scene.namer.modifier(sentence, token), sentence.bounds(token))
    return None


def _deputy(scene: Scene, sentence: Sentence, token: Token) -> Office | None:
    """ "Rutte's deputy": the deputy of the post that he holds, where the pack has a title for that."""
    owner = next((m for c in token.lefts if c.dep_ == "poss" and (m := sentence.at.get(c.i))), None)
    chief = owner.id_of("person", "surname") if owner and token.lower_ == "deputy" else None
    held = next((p for p in scene.pack.posts_of.get(chief or "", ()) if p.held_on(scene.discourse.first, scene.discourse.last)), None)
    known = held is not None and f"deputy_{held.role}" in {p.role for p in scene.pack.posts}
    return Office(f"deputy_{held.role}", held.body, sentence.bounds(token)) if held is not None and known else None


def _written(sentence: Sentence, token: Token, role: str | None) -> str | None:
    """ "Head of the Munich Security Conference": a body that the pack does not know, by the words of its name."""
    named = [t for t in after(token, "of", "at") if t.tag_ == "NNP"] if role in HEADSHIPS else []
    names = [t for t in named if not ((m := sentence.at.get(t.i)) and m.id_of("actor", "metonym", "person", "surname", "title"))]
    words = [c for t in names[:1] for c in (*(c for c in t.lefts if c.dep_ == "compound" and c.tag_ == "NNP"), t)]
    return "-".join(w.text for w in words) if len(words) > 1 else None


def _is_of_goodwill(sentence: Sentence, token: Token) -> bool:
    """ "A goodwill ambassador", "an ambassador for the school programme": nobody's envoy to a state or body."""
    kind = any(c.lower_ in ("goodwill", "brand", "honorary", "cultural") for c in token.lefts)
    aims = after(token, "for", "of")
    known = any(
        (m := sentence.at.get(t.i)) and m.id_of("actor", "demonym", "metonym", "place", "title") for a in aims for t in (a, *a.lefts)
    )
    return kind or (bool(aims) and not known and any(c.lower_ in ("a", "an") for c in token.lefts))


def _of_employer(scene: Scene, sentence: Sentence, token: Token) -> str | None:
    """ "Chief of staff to Zelensky", "adviser to the president": the state of whom one works for."""
    served = (m.id_of("person", "surname") for t in after(token, "to") if (m := sentence.at.get(t.i)))
    return next((s for person in served if person and (s := scene.namer.state_of(person))), None)


def _is_sent_to(sentence: Sentence, token: Token, body: str) -> bool:
    """Whether a body is only where an envoy is sent."""
    spots = [m for t in after(token, "for", "to", "in") if (m := sentence.at.get(t.i))]
    return any(n.id == body for m in spots for n in m.names)


def _called(token: Token) -> str:
    """The role of a post that the pack has no title for, by its own words ("customs commissioner")."""
    words = [c.lower_ for c in token.lefts if c.dep_ in ("compound", "amod") and c.lower_ not in PASSING]
    return "_".join(w for w in (*words, token.lemma_.lower()) if w.isalpha())


def _top_job(scene: Scene, sentence: Sentence, token: Token) -> Office | None:
    """ "The top job at NATO", "NATO's top post"."""
    body = scene.namer.modifier(sentence, token)
    above = token.head.head if token.dep_ == "pobj" else token  # "a contender for the top job at NATO": "at" hangs on the contender
    for inner in [*after(token, "at", "in"), *after(above, "at", "in")]:
        one = scene.namer.name(sentence, inner)
        body = body or (one.id if one else None)
    role = next((r for r in ("secretary_general", "president", "prime_minister") if (r, body) in scene.pack.holders), None)
    return Office(role, body, sentence.bounds(token)) if body and role else None


def offices_in(scene: Scene, sentence: Sentence, token: Token) -> list[Office]:
    """The posts named inside a phrase ("the position of deputy minister")."""
    return [o for t in within(token) if t.i != token.i and t.pos_ in ("NOUN", "PROPN") and (o := office_of(scene, sentence, t))]


def _role(scene: Scene, mention: Mention, body: str | None) -> str | None:
    """The one role of a title, or the one that somebody of the body held."""
    roles = mention.ids_of("title")
    known = [r for r in roles if body and (r, body) in scene.pack.holders]
    plain = [r for r in roles if r in ("president", "prime_minister", "foreign_minister", "secretary_general", "head")]
    return next(iter(known or plain or roles), None)


def held_office(scene: Scene, sentence: Sentence, person: str, *, taken: bool, leaving: bool = False) -> Office | None:
    """The post beside the name, or the one held on the document's date.

    One that is only being taken (`taken`) begins later; of several the one that is being left (`leaving`) ends in that month.
    """
    for mention in sentence.mentions:
        if not taken and mention.id_of("person", "surname") == person and (beside := _beside(scene, sentence, mention)):
            return beside
    posts = tuple(sorted(scene.pack.posts_of.get(person, ()), key=lambda p: p.since or ""))
    first, last = scene.discourse.first, scene.discourse.last
    begun = _begun(sentence, posts)
    if leaving and (ended := _ended(sentence, posts, last)):
        held = ended
    elif begun:  # "took up the post in October 2014"
        held = begun
    elif taken:
        held = [p for p in posts if (p.since or "") >= first]
    else:
        held = [p for p in posts if p.held_on(first, last)] or [p for p in posts if (p.since or "") <= last][-1:] or list(posts[-1:])
    at = next(((m.start, m.end) for m in sentence.mentions if m.id_of("person", "surname") == person), (0, len(sentence.text)))
    return Office(held[-1].role, held[-1].body, (sentence.start + at[0], sentence.start + at[1])) if held else None


def _begun(sentence: Sentence, posts: tuple[Post, ...]) -> list[Post]:
    """The posts that began on a day or in a month or year that the sentence names, one after "since" last."""
    known = [m for m in sentence.dates if m.value and len(m.value) > 3]
    since = [m for m in known if sentence.text[: m.start].rstrip().lower().endswith("since")]
    found = [[p for p in posts if p.since and any(p.since.startswith((m.value or "?")[:7]) for m in some)] for some in (since, known)]
    return found[0] or found[1]


def _ended(sentence: Sentence, posts: tuple[Post, ...], last: str) -> list[Post]:
    """The posts that ended in a month that the sentence names, else in that of the report."""
    months = [m.value[:7] for m in sentence.dates if m.value and len(m.value) >= 7]
    found = ([p for p in posts if p.until and p.until[:7] == month] for month in (*months, last[:7]))
    ended = next((ended for ended in found if ended), [])
    return [max(ended, key=lambda p: p.since or "")] if ended else []


def _beside(scene: Scene, sentence: Sentence, mention: Mention) -> Office | None:
    """A title before the name or in apposition to it."""
    head = sentence.head_of(mention)
    if head is None:
        return None
    near = [c for c in head.children if c.dep_ in ("compound", "nmod", "appos")] + ([head.head] if head.dep_ == "appos" else [])
    if head.dep_ == "conj":  # "deputy ministers X and Y"
        near += [c for c in head.head.children if c.dep_ in ("compound", "nmod") and c.lower_.endswith("ministers")]
    held = (o for t in near if not _is_former(head, t) and (o := office_of(scene, sentence, t)))
    return next((o for o in held if o.role not in RANKS), None)


def _is_former(name: Token, title: Token) -> bool:
    """ "Former prime minister of the Netherlands X", "the ex-minister Y": a post that is held no more."""
    before = {c.lower_ for t in (name, title) for c in t.lefts if c.i < title.i or t is title}
    return bool(before & FORMER)


def office_over(scene: Scene, sentence: Sentence, token: Token) -> Office | None:
    """The post at the head of what a phrase names: "the defence ministry", "Ukraine's diplomacy", "the Pentagon", "NATO"."""
    mention = sentence.at.get(token.i)
    words = " ".join(t.lower_ for t in token.subtree).replace(" 's", "'s").replace(" ’s", "'s")
    actor = scene.pack.actor.get((mention.id_of("actor", "metonym") if mention else None) or "")
    body = actor.id if actor else scene.namer.modifier(sentence, token)
    name = f"{actor.name.lower()} {words}" if actor else words
    role = next((role for keys, role in HEADS if any(key in name for key in keys.split("|"))), None)
    if role is None and actor is not None and actor.type in ("organisation", "party", "bloc", "alliance", "office", "body"):
        role = next(
            (r for r in ("secretary_general", "president", "prime_minister", "director", "head") if (r, actor.id) in scene.pack.holders),
            "head",
        )
    if role is None and token.lemma_.lower() in HOUSES:
        role = "head"
    state = scene.namer.state_of(body) if body else None
    known = role if body or role != "head" else None
    return Office(role, state or body, sentence.bounds(token)) if known else None


def office_in(scene: Scene, sentence: Sentence, token: Token) -> Office | None:
    """The post of "the justice portfolio", "the job of defence minister", "the energy ministry"."""
    inner = [*after(token, "of", "as"), token]
    found = next((o for t in inner if (o := office_of(scene, sentence, t) or office_over(scene, sentence, t))), None)
    if found:
        return found
    roles = {p.role for p in scene.pack.posts}
    fields = [c.lower_.replace("defense", "defence") for c in token.lefts]
    role = next((r for f in fields if (r := f"{f}_minister") in roles), None)
    return Office(role, scene.namer.modifier(sentence, token), sentence.bounds(token)) if role else None
