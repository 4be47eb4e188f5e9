"""Who gives and who receives: the parties read around a verb of giving and inside the phrases of what is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, is_thanked, subjects, thanked_for, things_of
from promissory.extraction.grammar.tree import after, children, clause, conjuncts, hung_on, within
from promissory.extraction.kinds.matters.antecedents import named_as_members, whole_of
from promissory.extraction.kinds.matters.vetoing import held_up_in
from promissory.extraction.lexicon.callings import ORGANS
from promissory.extraction.lexicon.events import GATHERINGS
from promissory.extraction.lexicon.goods import GIFTS, PAYMENTS
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.extraction.slots.backing import PARTNERS
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Who never gives to the one the pack is about.
ADVERSARIES = frozenset(("RU", "BY", "KP"))
BLOCKING = frozenset(("block", "veto", "obstruct", "hold"))
#: What a clause on goods may say their giver did.
PROMISING = frozenset("promise pledge announce donate send give order buy supply provide offer commit".split())
#: What others do with what is given: run it, make it, stand surety for it.
SERVING = frozenset(
    "run administer manage operate lead head chair host oversee coordinate organise organize make build produce manufacture develop design "
    "assemble refurbish repair back guarantee secure underwrite insure backstop approve broker mediate".split()
)
#: Verbs that take the receiver as their object ("supply Ukraine with").
TO_OBJECT = frozenset("provide supply equip arm furnish rearm credit present train support assist help aid back fund finance".split())
#: What a gift is to do for its receiver.
SUPPORTING = frozenset("support help assist aid back strengthen bolster arm equip defend protect reinforce".split())
#: What is given at some place, which receives nothing ("the maintenance of tanks in Poland").
AT_PLACES = frozenset(
    "maintenance repair overhaul training production course hub centre center instruction refurbishment servicing".split()
)
#: For whose sake something is.
SAKES = frozenset("need benefit use purpose".split())
#: What is told with whose it is by a pronoun ("its contribution", "their first disbursements").
SHARED = GIFTS | PAYMENTS | frozenset("share part".split())
#: Whose it is to say who gives.
PLANS = frozenset(("plan", "scheme"))


def donors_of(scene: Scene, sentence: Sentence, verb: Token, frame: Frame) -> list[Referent]:
    things = things_of(verb)
    if frame.role in ("arrive", "due", "total", "transit"):
        found = sources_of(scene, sentence, verb, subjects(verb) + things)
        return found or (_behind_count(scene, sentence, verb) if frame.role == "total" else [])
    if frame.role == "receive" and verb.head.lemma_ == "let" and verb.dep_ in ("ccomp", "xcomp"):  # "will let Ukraine have the tanks"
        return scene.named(sentence, subjects(verb.head))
    if frame.role == "receive":
        return funds_of(scene, sentence, after(verb, "from")) or sources_of(scene, sentence, verb, things) or _from_abroad(verb)
    if frame.role == "stop" and verb.lemma_ in BLOCKING and (robbed := _robbed(scene, sentence, verb, things)):
        return robbed  # "Hungary blocks EU aid": it is the Union's
    if (opposed := [t for v in things if v.lemma_ == "veto" for t in after(v, "on", "over")]) and (
        whose := owners(scene, sentence, opposed)
    ):
        return whose  # "lifts its veto on the EU's 500 million"
    if frame.role == "stop" and is_passive(verb):
        return scene.named(sentence, agents(verb)) or owners(scene, sentence, things)
    if frame.role == "stop" and verb.lemma_ in ("be", "remain"):
        return sources_of(scene, sentence, verb, subjects(verb))
    if bound_to(verb) and (bound := scene.named(sentence, children(verb, "dobj"))):
        return bound
    above = hung_on(verb)
    if any(g.i == verb.i for g in bound_to(above)):
        return scene.named(sentence, children(above, "dobj"))
    if verb.lemma_ == "thank":
        return scene.named(sentence, things)
    if verb.dep_ == "acl" and (planning := planned_by(scene, sentence, verb)):
        return planning
    heads = actors_of(verb)
    if verb.dep_ == "relcl" and (copula := _copula(verb.head)) is not None:
        heads = subjects(copula)
    found = scene.named(sentence, named_as_members(heads))
    found = found or scene.named(sentence, _behind_colon(sentence, verb, heads)) or _makers(scene, sentence, heads)
    if found:
        found += [who for who in scene.named(sentence, partners_of(verb)) if who not in found]
    if not found and verb.dep_ == "acl" and (there := _promised_at(scene, sentence, verb)):
        return there
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and all(who.inferred for who in found) and (whose := owners(scene, sentence, [verb.head])):
        return whose  # "Tallinn's latest package, approved by the government"
    if frame.role == "order":  # whom it is bought from only sells
        return found or owners(scene, sentence, heads)
    found = found or scene.named(sentence, thanked_for(verb))
    return found or sources_of(scene, sentence, verb, things) or owners(scene, sentence, heads)  # "Hungary's veto holds up"


def bound_to(verb: Token) -> list[Token]:
    """ "Commits Britain to spending 3 billion a year": what an agreement or decision makes its object do."""
    bound = [t for t in children(verb, "dobj") if t.pos_ == "PROPN" or t.lemma_.lower() in ORGANS]
    if verb.lemma_ != "commit" or not bound:
        return []
    gerunds = [g for c in verb.rights if c.lower_ == "to" for g in children(c, "pcomp")]
    gerunds += [c for c in children(verb, "xcomp") if any(t.lower_ == "to" for t in c.lefts)]
    return [g for g in gerunds if g.tag_ == "VBG"]


def _robbed(scene: Scene, sentence: Sentence, verb: Token, things: list[Token]) -> list[Referent]:
    """Whose money somebody holds up: its owner, or, of what a member blocks, the bloc that the sentence names by its fund."""
    parts = [t for thing in things for t in after(thing, "in", "of")]
    found = owners(scene, sentence, things) or funds_of(scene, sentence, things) or owners(scene, sentence, parts)
    if not found and (bloc := held_up_in(scene, sentence, verb, things)):
        return [Referent(bloc, inferred=True)]
    if found or not is_passive(verb):
        return found
    return funds_of(scene, sentence, [t for t in sentence.tokens if t.pos_ in ("NOUN", "PROPN")])


def _promised_at(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """ "The 21 billion announced at the contact group", "pledged at the NATO summit": by those who met there."""
    heads = after(verb, "at") if verb.tag_ == "VBN" else []
    if any(a.currency not in (None, "USD", "EUR") for a in sentence.amounts):
        return []  # "the two billion Canadian dollars announced at the G7 summit": whose money it is
    events = [h for h in heads if h.lemma_.lower() in GATHERINGS]
    met = [*scene.named(sentence, heads), *owners(scene, sentence, events)]
    acting = scene.named(sentence, [t for t in sentence.tokens if t.dep_ == "nsubj" and t.pos_ == "PROPN"])
    types = ("body", "coalition") if acting else ("body", "coalition", "bloc")  # of "promised at the G7 summit" one of them may tell
    bodies = [who for who in met if (a := scene.pack.actor.get(who.id)) and a.type in types]
    return bodies or ([Referent("partners", vague=True)] if any(h.lemma_.lower() == "conference" for h in events) else [])


def funds_of(scene: Scene, sentence: Sentence, things: list[Token]) -> list[Referent]:
    """The body behind the fund that things are of ("the next instalment of the European Peace Facility")."""
    named = [m for thing in things for t in within(thing) if (m := sentence.at.get(t.i))]
    return [Referent(f.body) for f in scene.pack.frameworks if f.body and f.id in {m.id_of("framework") for m in named}]


def _makers(scene: Scene, sentence: Sentence, heads: list[Token]) -> list[Referent]:
    """ "The scheme, agreed by the G7, provides loans": those who made what is said to give."""
    return scene.named(sentence, [t for head in heads for c in head.children if c.dep_ == "acl" for t in agents(c)])


def _behind_count(scene: Scene, sentence: Sentence, verb: Token) -> list[Referent]:
    """Whose scheme what is counted up was paid under ("payments under the fund's programme add up to")."""
    inner = [t for thing in (*subjects(verb), *things_of(verb)) for t in after(thing, "under", "through", "of", "in")]
    makers = [c for noun in inner for c in children(noun, "compound", "poss", "nmod")]
    schemes = {i for t in (*inner, *makers) if (mention := sentence.at.get(t.i)) and (i := mention.id_of("framework"))}
    bodies = [Referent(f.body) for f in scene.pack.frameworks if f.id in schemes and f.body]
    return bodies or scene.named(sentence, makers) or scene.named(sentence, inner) or owners(scene, sentence, inner)


def _from_abroad(verb: Token) -> list[Referent]:
    """ "Received 42 billion from abroad": from supporters at large."""
    froms = [c for c in verb.subtree if c.lower_ == "from"]
    away = any(g.lower_ in ("abroad", "overseas") for c in froms for g in c.children)
    return [Referent(PARTNERS, vague=True)] if away else []


def credited_by(verb: Token) -> list[Token]:
    """Who a verb says gives: its actors, or, where gifts are counted up, to whom one is credited ("we attribute 5 million to Norway")."""
    return after(verb, "to") if verb.lemma_ == "attribute" else actors_of(verb)


def sources_of(scene: Scene, sentence: Sentence, verb: Token, things: list[Token]) -> list[Referent]:
    """Where what is given comes from: "from" and "by" after the verb or inside the things, else their owners."""
    inside = [f for thing in things for t in within(thing) if not _is_of_other(t) for f in _behind(t)]
    sources = after(verb, "from") + [t for c in verb.children if c.lower_ == "out" for t in after(c, "of")] + inside
    thanked = [giver for t in things for giver in thanked_for(t)]  # "thanked Germany for the system that arrived"
    return (
        scene.named(sentence, sources)
        or owners(scene, sentence, things)
        or owners(scene, sentence, sources)
        or scene.named(sentence, thanked)
        or _promisers(scene, sentence, things)
    )


def _promisers(scene: Scene, sentence: Sentence, things: list[Token]) -> list[Referent]:
    """ "The last of the 18 Leopards that Germany had promised": who a clause on the goods says has promised or sent them."""
    goods = [t for thing in things for t in (thing, *after(thing, "of"), *whole_of(thing))]
    told = [c for t in goods for c in t.children if c.dep_ == "relcl" and c.lemma_ in PROMISING]
    named = scene.named(sentence, [s for verb in told if not is_passive(verb) for s in subjects(verb) if s.i not in {t.i for t in goods}])
    return [w for w in named if (actor := scene.pack.actor.get(w.id)) is None or actor.type != "company"]


def _behind(word: Token) -> list[Token]:
    """Those after "from" and "by", all of a list where a participle has it ("donated by the Danes, the Dutch and the Norwegians")."""
    return after(word, "from", "by") + (agents(word) if word.dep_ == "acl" else [])


def _is_of_other(verb: Token) -> bool:
    """ "To the fund set up by the British", "a loan backed by Japan": said of where it goes or comes through, or of who serves it."""
    noun = verb.head
    beside = noun.dep_ == "pobj" and noun.head.lower_ in ("to", "for", "into", "via", "through", "from")
    return verb.pos_ == "VERB" and (beside or (verb.dep_ in ("acl", "conj") and verb.lemma_ in SERVING))


def _copula(antecedent: Token) -> Token | None:
    """The verb "be" of "Canada is one of (among) the allies that …": its subject is who is meant."""
    here = antecedent
    while here.dep_ in ("pobj", "prep") and here.head.lower_ in ("among", "of", "one"):
        here = here.head
    return here.head if here.dep_ in ("attr", "prep") and here.head.lemma_ == "be" else None


def planned_by(scene: Scene, sentence: Sentence, noun: Token) -> list[Referent]:
    """ "Win Malta over to backing the EU plan for a loan": whose plan it is that another is to support."""
    above = [a for a in noun.ancestors if a.lemma_.lower() in PLANS]
    backed = bool(above) and above[0].dep_ == "dobj" and above[0].head.tag_ == "VB" and above[0].head.dep_ in ("xcomp", "ccomp", "advcl")
    return owners(scene, sentence, above[:1]) if backed else []


def owners(scene: Scene, sentence: Sentence, things: list[Token]) -> list[Referent]:
    """The states that modify what is given ("German Patriots", "America's aid", "Turkish Bayraktar drones")."""
    found = [
        o for thing in things for o in (_owner(scene, sentence, thing), *_more_owners(sentence, thing), *_of_them(scene, sentence, thing))
    ]
    return [Referent(owner) for owner in dict.fromkeys(found) if owner and owner != scene.beneficiary]


def _of_them(scene: Scene, sentence: Sentence, thing: Token) -> list[str]:
    """ "Canada and the EU have confirmed that their first disbursements": the several that act in the sentence."""
    theirs = thing.lemma_.lower() in SHARED and any(c.lower_ == "their" for c in thing.lefts)
    told = scene.discourse.last_subject(sentence.number, thing.i, person=None) if theirs else ()
    return [s for s in scene.states(list(told)) if s in scene.pack.actor and s not in ADVERSARIES]


def _more_owners(sentence: Sentence, thing: Token) -> list[str]:
    """ "Dutch and Danish F-16s", "American, German and Romanian stocks": all the adjectives of states before a noun."""
    first = [c for c in children(thing, "amod", "compound", "nmod") if c.tag_ in ("JJ", "NNP")]
    rows = [t for c in first for t in conjuncts(c)]
    named = [i for t in rows if (m := sentence.at.get(t.i)) and (i := m.id_of("adjective"))]
    return named if len(named) > 1 else []


def _owner(scene: Scene, sentence: Sentence, thing: Token) -> str | None:
    makes = [c for c in children(thing, "compound", "nmod") if sentence.item_of(c)]
    ends = after(thing, "for")  # "25 million for Moldova", "400 million for the Czech plan"
    meant_for = [*scene.states(scene.named(sentence, ends)), *(scene.namer.modifier(sentence, t) for t in ends)]
    if owner := next((owner for noun in (thing, *makes) if (owner := scene.namer.modifier(sentence, noun))), None):
        return owner if owner not in meant_for else None
    shared = thing.lemma_.lower() in SHARED or len(thanked_for(thing)) == 1
    meant = scene.states(scene.named(sentence, [c for c in thing.children if c.tag_ == "PRP$"])) if shared else []
    return meant[0] if len(meant) == 1 and meant[0] in scene.pack.actor and meant[0] not in ADVERSARIES else None


def recipients_of(scene: Scene, sentence: Sentence, verb: Token, things: list[Token], frame: Frame) -> list[Referent]:
    if frame.role == "receive":
        return scene.named(sentence, actors_of(verb))
    if frame.role in ("arrive", "due", "transit"):
        heads = [t for word in (verb, *children(verb, "acomp")) for t in after(word, "to", "for", "in", "into")] + children(verb, "dobj")
    else:
        heads = (
            after(verb, "to", "for", "into")
            + _served(verb)
            + children(verb, "dobj", "dative")
            + (subjects(verb) if is_passive(verb) else [])
        )
    if frame.role == "order":  # the maker is nobody's receiver
        makers = [m for word in (verb, *things) for m in after(word, "from")]
        heads = after(verb, "for") + [t for c in verb.children if c.dep_ in ("xcomp", "advcl") for t in after(c, "for")]
        heads += [t for m in makers for t in after(m, "for")]
    heads += [t for h in heads for t in after(h, "for")]
    heads += [t for h in heads if h.lemma_.lower() not in AT_PLACES for t in after(h, "in") if not _is_spot(scene, sentence, t)]
    heads += [t for h in heads if h.lemma_.lower() in SAKES for t in after(h, "of")]  # "for the needs of Ukraine's army"
    heads = [h for h in heads if not any(c.dep_ == "case" for c in h.children)]  # "Germany's arrived in July and Romania's in October"
    heads += [t for t in things if t.pos_ != "PRON" and not _acts_next(t)] + [
        t for thing in things for word in within(thing) if word.pos_ != "VERB" and not _is_in_name(sentence, word)
        for t in after(word, "to", "for")
    ]  # fmt: skip
    heads += [
        t for thing in things if frame.role == "approve" and thing.head.dep_ in ("acl", "relcl") for t in children(thing.head, "dative")
    ]
    heads += _supported(verb, things) + _assured(scene, sentence, verb)
    owned = [o for thing in things if verb.lemma_ in TO_OBJECT for o in children(thing, "poss")]
    found = scene.named(sentence, heads)
    if owned and _is_receiver_meant(scene, sentence, owned[0]):  # "the largest donor to Ukraine, financing its budget"
        found.append(Referent(scene.beneficiary, inferred=True))
    else:
        found += scene.named(sentence, owned)
    by = [t for thing in things for c in thing.children if c.dep_ == "acl" for t in agents(c)]
    donors = {d.id for d in scene.named(sentence, actors_of(verb) + by)}
    takers = [who for who in found if not who.vague and who.id not in donors and not (frame.role == "order" and _is_maker(scene, who))]
    foes = [who for who in scene.named(sentence, children(verb, "dative")) if scene.namer.state_of(who.id) in ADVERSARIES]
    if foes:  # "has sent Russia missiles for use in Ukraine"
        return foes
    us = [who for who in takers if scene.namer.state_of(who.id) == scene.beneficiary]
    return us or takers  # a list of states that the parser hung on "to Ukraine, Germany and … said" is no list of receivers


def _is_spot(scene: Scene, sentence: Sentence, place: Token) -> bool:
    """ "Announced the gift in Brussels": a capital where something is said, unless it is the receiver's."""
    mention = sentence.at.get(place.i)
    capital = mention.id_of("metonym") if mention is not None and mention.id_of("actor") is None else None
    return capital is not None and capital != scene.beneficiary


def _is_receiver_meant(scene: Scene, sentence: Sentence, owner: Token) -> bool:
    """Whether "its" stands behind the receiver, named last in its sentence after "to" or "for"."""
    before = [m for m in sentence.mentions if m.end <= owner.idx and m.id_of("actor", "metonym")]
    head = sentence.head_of(before[-1]) if before else None
    led = head is not None and head.dep_ == "pobj" and head.head.lower_ in ("to", "for", "of")
    return owner.tag_ == "PRP$" and led and before[-1].id_of("actor", "metonym") == scene.beneficiary


def _is_maker(scene: Scene, who: Referent) -> bool:
    """ "Has commissioned Rheinmetall to supply it": a firm that is to make or sell something receives nothing."""
    actor = scene.pack.actor.get(who.id)
    return actor is not None and actor.type == "company"


def _acts_next(name: Token) -> bool:
    """ "Offering two systems and the Dutch setting aside 300 million": a name joined to the goods that does what is told next."""
    verb = name.doc[name.i + 1] if name.i + 1 < len(name.doc) else name
    if verb.lower_ == "to" and verb.i + 1 < len(verb.doc) and verb.nbor().tag_ == "VB":  # "to train pilots and Sweden to deliver tanks"
        return name.pos_ == "PROPN" and name.dep_ == "conj"
    return name.pos_ == "PROPN" and name.dep_ == "conj" and verb.tag_ == "VBG" and verb.dep_ in ("acl", "pcomp", "advcl")


def _is_in_name(sentence: Sentence, word: Token) -> bool:
    """ "The European Bank for Reconstruction": what stands after "for" in a name receives nothing."""
    mention = sentence.at.get(word.i)
    return mention is not None and len(sentence.tokens_of(mention)) > 1 and mention.id_of("actor") is not None


def _behind_colon(sentence: Sentence, verb: Token, heads: list[Token]) -> list[Token]:
    """ "Zelensky in Riga: Latvia promises drones": in a headline, whoever stands behind the colon acts."""
    colon = next((t.i for t in sentence.tokens if t.text == ":" and t.i < verb.i), None) if sentence.block.heading else None
    if colon is None or any(h.i > colon for h in heads):
        return [h for h in heads if colon is None or h.i > colon]
    return [h for m in sentence.mentions if (h := sentence.head_of(m)) is not None and colon < h.i < verb.i] or heads


def _assured(scene: Scene, sentence: Sentence, verb: Token) -> list[Token]:
    """ "Assured Zelensky that Portugal would give as much again": to whom it is promised that it will be given."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.lemma_ not in ("assure", "promise", "tell", "inform", "reassure"):
        return []
    told = children(above, "dobj", "dative")
    return [t for t in told if scene.states(scene.named(sentence, [t])) == [scene.beneficiary]]


def _supported(verb: Token, things: list[Token]) -> list[Token]:
    """ "Will allocate 2 billion to support Ukraine", "to strengthen Ukraine's air defence": whom a gift is to serve."""
    aims = [c for word in (verb, *things) for c in children(word, "advcl", "xcomp", "acl", "relcl") if c.lemma_ in SUPPORTING]
    served = [t for aim in aims if any(c.lower_ == "to" for c in aim.lefts) for t in children(aim, "dobj")]
    return [t for thing in served for t in (thing, *children(thing, "poss")) if t.pos_ == "PROPN"]


def _served(verb: Token) -> list[Token]:
    """Those after "with", where it means no company in giving: "helps with", not "together with Germany and Denmark"."""
    return [] if partners_of(verb) else after(verb, "with")


def partners_of(verb: Token) -> list[Token]:
    """Those who give with the subject: "together with Denmark", "jointly with", "along with", "alongside"."""
    company = [c for c in verb.subtree if c.lower_ in ("together", "jointly", "along", "alongside") and clause(c).i == verb.i]
    # "the Netherlands, together with Denmark, is to fund"
    joined = [
        w for s in subjects(verb) for w in s.children if w.lower_ == "with" and any(c.lower_ in ("together", "jointly") for c in w.children)
    ]
    if joined:
        return [t for word in joined for t in children(word, "pobj")]
    found = [t for word in company for t in (*after(word, "with"), *(children(word, "pobj") if word.lower_ == "alongside" else []))]
    return found or [t for word in company if word.lower_ != "alongside" for t in after(verb, "with")]


def takers_between(scene: Scene, sentence: Sentence, start: int, end: int, donors: list[str]) -> list[Referent]:
    """The states that stand after "to", "for" or "in" between a sum and the next one."""
    found: list[Referent] = []
    for mention in sentence.mentions:
        head = sentence.head_of(mention) if start <= mention.start < end else None
        while head is not None and head.dep_ == "conj" and head.head.i != head.i:
            head = head.head
        actor = scene.pack.actor.get(mention.id_of("actor", "metonym") or "")
        placed = head is not None and head.dep_ == "pobj" and head.head.lower_ in ("to", "in", "for") and not is_thanked(head)
        if placed and actor is not None and actor.type == "state" and actor.id not in donors:
            found.append(Referent(actor.id))
    return found
