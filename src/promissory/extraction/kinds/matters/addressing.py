"""Whom a proposal is made to, where it is not plainly one who is named: allies, members, citizens, the author's own nation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.matters.foes import opponent
from promissory.extraction.lexicon.callings import LAWMAKERS
from promissory.extraction.lexicon.verbs import HANDING
from promissory.extraction.names.authoring import PARLIAMENT, speaks_to_nation
from promissory.extraction.scene import Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Nouns for those who support, where nobody is named.
WORLD = frozenset(
    "ally sponsor patron backer partner member state country capital government nation democracy west world leader power".split()
)
GIVES = HANDING | {"sell"}
#: Those abroad who may be asked for something.
PEERS = frozenset(
    "community donor friend colleague medium journalist company firm business investor leader parliament politician lawmaker organisation "
    "organization institution democracy bank manufacturer creditor lender bondholder".split()
)
#: Those of them who are abroad whatever is said of them.
UNOWNED = frozenset("donor friend creditor lender bondholder".split())
ABROAD = frozenset("foreign international western european allied world global other free democratic all".split())
#: What a beneficiary is to get, and what it is to be given.
GETS = frozenset("get receive have obtain join".split())
GRANTS = frozenset(
    "give provide supply send grant offer invite allow permit authorise authorize enable help assist support arm equip admit accept "
    "allocate deliver fund finance aid protect compensate include represent".split()
)
#: Those of a state who may be told to do something.
CITIZENS = frozenset("citizen resident civilian people inhabitant official journalist businessman voter man woman family local".split())
#: What the other side does, and what it must do with it.
HOSTILITIES = frozenset(
    "attack strike shelling violence killing aggression bombing bombardment raid hostility rhetoric blackmail threat provocation "
    "terror atrocity torture deportation invasion occupation".split()
)
#: What is done with those whom the other side holds, and who they are.
BACK = frozenset("return release repatriation liberation freeing".split())
HELD = frozenset("child prisoner captive hostage deportee detainee civilian serviceman defender sailor".split())
#: What only those abroad can put on the other side.
MEASURES = frozenset("sanction pressure embargo".split())
#: How many members a bloc has.
BLOCS = {"27": "EU", "31": "NATO", "32": "NATO"}
ENDS = frozenset("stop end cease halt".split())
TRUCES = frozenset("ceasefire cease-fire truce armistice".split())
#: What both sides of a war may be asked to do together.
MEETING = frozenset("meet resume reconvene return continue gather".split())
BOTH_SIDES = frozenset("delegation side negotiator team party".split())
#: Organs called by their nouns, in a text of the body they are of.
ORGANS_OF = {
    ("EU", "council"): "EU",
    ("EU", "parliament"): "European-Parliament",
    ("UN", "council"): "UN-Security-Council",
    ("UN", "assembly"): "UN-General-Assembly",
    ("UN", "secretariat"): "UN",
    ("UN", "members"): "UN",
    ("UN", "states"): "UN",
}
#: Who is asked at home, where no state is named ("urged the government to act").
AT_HOME = frozenset("government administration cabinet ministry parliament chancellery legislature minister authority".split())
#: Heads of state and government, and who lends to governments.
HEADS = {"president": "president", "chancellor": "prime_minister", "premier": "prime_minister"}
LENDERS = frozenset(("IMF", "World-Bank", "EBRD", "EIB"))
#: Those of a summit or a council, where nothing else is said of them.
ATTENDING = frozenset("leader member minister participant delegate delegation".split())
#: Parties that say which parliament their lawmakers sit in, and others.
PARTIES = {
    **dict.fromkeys("conservative tory labour".split(), "GB"),
    **dict.fromkeys("republican democratic democrat gop".split(), "US-Congress"),
}
BARE = frozenset("the a all its other fellow to from several some many most two three dozen hawkish senior leading more".split()) | {
    *PARTIES
}
MEMBERS = frozenset(("state", "member", "capital", "government"))
EUROPE = frozenset(("europe", "europeans"))


def told_of(scene: Scene, sentence: Sentence, told: list[Token], by: list[str]) -> list[str]:
    """Who should act; "allies" and "member states" are NATO's where its own head speaks."""
    found = _at_home(scene, told, by) or [w.id for w in scene.named(sentence, told)]
    if not found and told and (house := house_of(scene, told[0]) or _organ_of_body(scene, told[0], by)):
        return [house]
    if found in ([], ["partners"]) and (bloc := next((b for t in told if (b := _counted_bloc(t))), None)):
        return [bloc]
    if not found and scene.discourse.summit and any(t.lemma_.lower() in ATTENDING and t.tag_ == "NNS" and _is_bare(t) for t in told):
        return list(scene.discourse.summit)
    if not found and any(t.lower_ in EUROPE or (t.tag_ == "NNS" and any(c.lower_ == "european" for c in t.lefts)) for t in told):
        return ["EU"]
    if not found and any(t.lemma_.lower() in WORLD and (t.tag_ in ("NNS", "NNPS") or t.lower_ in ("west", "world")) for t in told):
        found = ["partners"]
    if not found and any(_is_anybody_else(t) for t in told):
        found = ["partners"]
    if not found and any(_is_both(t) for t in told):
        return [scene.beneficiary, *(o for o in [opponent(scene.beneficiary)] if o)]
    if not found and any(t.lemma_.lower() in PEERS and (_is_foreign(t) or t.lemma_.lower() in UNOWNED) for t in told):
        found = ["partners"]
    if not found:
        found = _just_spoken_of(scene, sentence, told, by)
    if not found and told and by and any(c.tag_ == "PRP$" for c in told[0].lefts):
        found = _of_one_trade(scene, told[0], by[0])
    owner = scene.namer.state_of(by[0]) if by else None
    if owner == "EU" and found == ["partners"] and any(t.lemma_.lower() in MEMBERS for t in told):
        return ["EU"]
    if not found and owner and any(t.lemma_.lower() in CITIZENS and t.tag_ == "NNS" for t in told):
        return [next((o for t in told if (o := scene.namer.modifier(sentence, t))), None) or owner]
    western = any(t.lower_ in ("west", "western") for one in told for t in (one, *one.children))
    nato = bool(by) and scene.namer.body_of(by[0]) == "NATO" and not western
    return ["NATO" if i == "partners" and nato else _commanded(scene, i) for i in found]


def _commanded(scene: Scene, ident: str) -> str:
    """The state whose forces are told to act ("Ukrainian troops must withdraw"): it commands them."""
    actor = scene.pack.actor.get(ident)
    return actor.country if actor and actor.country and actor.type == "office" and "Armed Forces" in actor.name else ident


def _at_home(scene: Scene, told: list[Token], by: list[str]) -> list[str]:
    """ "Urged the government to act": that of the state of whoever urges, else that of the parliament or office the text is from."""
    if not told or not _is_bare(told[0]):
        return []
    if told[0].lemma_.lower() in HEADS and told[0].tag_ == "NN":
        return _head_at_home(scene, told[0], by)
    if told[0].lemma_.lower() not in AT_HOME:
        return []
    if told[0].tag_ in ("NNS", "NNPS") and any(c.lower_ in ("other", "all", "fellow") for c in told[0].lefts):
        return []  # "urged other governments to act"
    owner = scene.namer.state_of(by[0]) if by else None
    house = scene.pack.actor.get(scene.discourse.house or "")
    states = (i for i in (owner, scene.discourse.home, house.country if house else None) if i in scene.pack.actor)
    found = [s for s in [next((i for i in states if i and scene.pack.actor[i].type == "state"), None)] if s]
    lends = owner in LENDERS and told[0].lemma_.lower() in ("authority", "government") and scene.focus > 0
    return found or ([scene.beneficiary] if lends else [])  # "the Fund advises the authorities": those of the country it lends to


def _head_at_home(scene: Scene, head: Token, by: list[str]) -> list[str]:
    """ "The senator implored the president": that of the state whose lawmaker or party urges, if it has one."""
    actor = scene.pack.actor.get(by[0]) if by else None
    sits = bool(by) and any(is_house(scene, post.body) for post in scene.pack.posts_of.get(by[0], ()))
    sole = head.lemma_.lower() == "chancellor" and bool(by)  # there is one where whoever urges is at home
    owner = scene.namer.state_of(by[0]) if by and (sole or sits or (actor and actor.type in ("party", "body"))) else None
    house = scene.pack.actor.get(owner or "")
    state = house.id if house and house.type == "state" else house.country if house else None
    role = HEADS[head.lemma_.lower()]
    holds = any((p.role, p.body) == (role, state) for p in scene.pack.posts_of.get(by[0] if by else "", ()))
    return [state] if state and scene.pack.holders.get((role, state)) and not (sole and holds and not sits) else []


def _just_spoken_of(scene: Scene, sentence: Sentence, told: list[Token], by: list[str]) -> list[str]:
    """ "He asked the secretary of state to act": whom the text has just named, and calls by his post."""
    found: list[str] = []
    for token in told:
        mention = sentence.at.get(token.i)
        roles = set(mention.ids_of("title")) if mention else set()
        if token.tag_ in ("NN", "NNP") and roles and any(c.lower_ == "the" for c in token.lefts):
            people = [w.id for w in scene.voices.name_all(sentence, token) if w.person and not w.vague]
            found += [i for i in people if roles & {post.role for post in scene.pack.posts_of.get(i, ())}]
    return [i for i in found if i not in by]


def _of_one_trade(scene: Scene, told: Token, by: str) -> list[str]:
    """ "Challenged her colleagues to act", said by a minister: those abroad; "appealed to his successor": the state whose post it is."""
    state = scene.namer.state_of(by)
    if told.lemma_.lower() == "successor":
        return [state] if state else []
    posts = scene.pack.posts_of.get(by, ())
    serves = any(post.role.endswith(("minister", "president", "secretary")) and post.body == state for post in posts)
    return ["partners"] if serves and told.tag_ == "NNS" and told.lemma_.lower() in ("colleague", "counterpart", "peer") else []


def house_of(scene: Scene, token: Token) -> str | None:
    """The house that lawmakers without an owner sit in: that of their name, or the one the text is about."""
    lemma = token.lemma_.lower()
    house = LAWMAKERS.get(lemma) or (scene.discourse.house if lemma in LAWMAKERS else None)
    house = house or next((PARTIES[c.lower_] for c in token.lefts if c.lower_ in PARTIES and lemma in LAWMAKERS), None)
    return house if house in scene.pack.actor and _is_bare(token) else None


def foreigners(scene: Scene, sentence: Sentence, verb: Token, told: list[Token]) -> set[str]:
    """Those told to act who are of another state than whoever tells them: what is told at home is an order, no proposal."""
    by = scene.states(scene.named(sentence, actors_of(verb)))
    blocs = {i for i in by if i in scene.pack.actor and scene.pack.actor[i].type == "bloc"}  # "I count on the Council to adopt it"
    return {i for i in told_of(scene, sentence, told, by) if i in blocs or (i not in by and scene.namer.state_of(i) not in {*by} - blocs)}


def is_house(scene: Scene, ident: str) -> bool:
    """Whether an actor is a parliament or one of its chambers."""
    actor = scene.pack.actor.get(ident)
    return actor is not None and bool(PARLIAMENT.search(f"{actor.name} {' '.join(actor.names)}"))


def _organ_of_body(scene: Scene, token: Token, by: list[str]) -> str | None:
    """ "The Council" is that of the Union where an organ of it speaks, "the Assembly" that of the United Nations before their Council."""
    owner = scene.namer.state_of(by[0]) if by else None
    before_council = any("UN-Security-Council" in m.ids_of("actor") for s in scene.sentences for m in s.mentions)
    actor = scene.pack.actor.get(owner or "")
    before_council = before_council and not (actor and actor.type == "bloc")  # "all states" of whom the G7 speaks are not the Council's
    near = owner if owner == "EU" else "UN" if before_council else None
    organ = ORGANS_OF.get((near or "", token.lower_))
    return organ if organ in scene.pack.actor and _is_bare(token) else None


def _is_bare(token: Token) -> bool:
    """Whether nothing says of whom or where somebody is."""
    return not any(c.dep_ in ("amod", "poss", "compound", "nmod", "prep") and c.lower_ not in BARE for c in token.children)


def is_hostile_act(scene: Scene, sentence: Sentence, trigger: Token) -> bool:
    """Whether it is the other side's attacks or threats that must stop ("the shelling has to end")."""
    acts = [t for t in subjects(trigger) if t.lemma_.lower() in HOSTILITIES]
    owners = {scene.namer.state_of(o) for t in acts if (o := scene.namer.modifier(sentence, t))}
    return bool(acts) and trigger.lemma_ in ENDS and owners <= {opponent(scene.beneficiary)}


def is_return(trigger: Token) -> bool:
    """Whether those whom the other side holds are to come back ("demands the release of all prisoners")."""
    backs = [t for t in (*things_of(trigger), *after(trigger, "for", "on")) if t.lemma_.lower() in BACK]
    return any(t.lemma_.lower() in HELD for b in backs for t in after(b, "of"))


def _is_both(token: Token) -> bool:
    """Whether a phrase means those who fight each other ("both sides", "the two countries", "the warring parties")."""
    words = {c.lower_ for c in token.children}
    if token.lower_ in ("parties", "sides") and words == {"the"}:
        return True
    return token.tag_ == "NNS" and token.lemma_ in ("side", "party", "belligerent", "country") and bool(words & {"both", "two", "warring"})


def _counted_bloc(token: Token) -> str | None:
    """ "The 27 member states", "all 32 allies": the bloc that has so many members."""
    counts = {c.text for t in (token, *children(token, "compound")) for c in t.lefts if c.dep_ == "nummod"}
    return next((BLOCS[c] for c in counts if c in BLOCS and token.lemma_.lower() in WORLD), None)


def _is_anybody_else(token: Token) -> bool:
    """ "Others should join in", "every nation must act"."""
    all_of_them = token.lemma_.lower() in WORLD and any(c.lower_ in ("every", "each") for c in token.lefts)
    return all_of_them or (token.lower_ == "others" and not after(token, "of"))


def _is_foreign(token: Token) -> bool:
    near = [*token.children, *after(token, "of", "in")]
    return any(c.lower_ in ABROAD | {"world"} for c in near) or token.lower_ == "community"


def is_owed(scene: Scene, sentence: Sentence, trigger: Token) -> bool:
    """Whether the beneficiary is to get something ("Kyiv should get more", "must be invited"): of its partners, then."""
    if trigger.lemma_ == "reach" and scene.beneficiary in scene.states(scene.named(sentence, children(trigger, "dobj"))):
        return True
    gets = trigger.lemma_ in GETS or (is_passive(trigger) and trigger.lemma_ in GRANTS)
    return gets and scene.beneficiary in scene.states(scene.named(sentence, subjects(trigger)))


def bloc_spoken_for(scene: Scene, by: list[str]) -> str | None:
    """The bloc whose "we" a speaker uses ("we must act", said by a member of the parliament of one); of one state's, its allies'."""
    owner = scene.namer.state_of(by[0]) if by else None
    actor = scene.pack.actor.get(owner or "")
    if actor and actor.type == "state" and scene.discourse.author is None and owner not in (scene.beneficiary, opponent(scene.beneficiary)):
        return "partners"
    return owner if actor and actor.type in ("bloc", "group") else None


def nation_addressed(scene: Scene, draft: Draft, trigger: Token, told: list[Token]) -> str | None:
    """Whom the author bids: the state it is a guest of, those abroad who can put pressure on others, else its own people.

    "Go to the shelters!", "you must hold on" are said to the people at home, "you must tighten the sanctions" is not.
    """
    author = scene.discourse.author
    bids = draft.rule == "bid" or any(t.lower_ == "you" for t in told)
    own = author is not None and draft.parties.get("by") == [author] and bids
    if own and (guests := scene.discourse.addressee):
        return guests
    if not own or author is None or not speaks_to_nation(scene.document):
        return None
    abroad = any(t.lower_ == "you" for t in told) and any(t.lemma_.lower() in MEASURES for t in things_of(trigger))
    return "partners" if abroad else scene.namer.state_of(author)


def is_asked_of_partners(scene: Scene, draft: Draft, trigger: Token) -> bool:
    """Whether the beneficiary's side demands something of nobody named: then of its partners."""
    by = draft.parties.get("by", [])
    own = bool(by) and all(scene.namer.state_of(i) == scene.beneficiary for i in by)
    return (
        own and scene.discourse.author is None and trigger.lemma_ not in ("invite", "advise") and draft.rule in ("demand", "modal", "noun")
    )


def is_truce(scene: Scene, by: list[str], trigger: Token) -> bool:
    """Whether the beneficiary's side proposes a truce or more talks ("Kyiv proposed a truce at sea", "that the delegations meet")."""
    things = {t.lemma_.lower() for t in (*things_of(trigger), *after(trigger, "for", "on"))}
    again = [c for c in children(trigger, "ccomp") if c.lemma_ in MEETING and {s.lemma_.lower() for s in subjects(c)} & BOTH_SIDES]
    return (bool(things & TRUCES) or bool(again)) and bool(by) and all(scene.namer.state_of(i) == scene.beneficiary for i in by)


def is_to_be_given(scene: Scene, sentence: Sentence, trigger: Token) -> bool:
    """Whether what is urged is that something be given to the beneficiary ("called for tanks to be sent to Kyiv")."""
    if any(is_owed(scene, sentence, c) for c in children(trigger, "ccomp", "xcomp") if is_passive(c)):
        return True  # "proposed that Kyiv be invited"
    deeds = [t for t in trigger.subtree if t.lemma_ in GIVES and t.pos_ == "VERB" and t.i >= trigger.i]
    return any(scene.beneficiary in scene.states(scene.named(sentence, after(d, "to", "for"))) for d in deeds)
