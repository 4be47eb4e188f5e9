"""Gifts read around a noun: "the German donation of", "a package from", goods and sums without a verb of giving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.discourse import Referent
from promissory.extraction.kinds.gifts import CONCRETE, Gift, settle, sum_above
from promissory.extraction.kinds.givers import credited_by, owners, takers_between
from promissory.extraction.kinds.giving import TIMES
from promissory.extraction.kinds.inferring import may_give
from promissory.extraction.kinds.seeming import hinges, is_lacking, is_of_plan, is_of_venture, is_unless
from promissory.extraction.mood import Mood, classes_of, mood_of
from promissory.extraction.quantities import AmountMention
from promissory.extraction.scene import Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.syntax import actors_of, after, agents, children, is_passive, subjects, things_of, within
from promissory.extraction.triggers import triggers
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Verbs whose sums are no gifts.
TRADING = frozenset("import export trade earn gain lose owe cost demand damage destroy fine charge save steal".split())
#: What is done about gifts by those who need not give them.
MANAGING = frozenset("streamline supervise oversee monitor track facilitate manage organise organize administer audit inspect".split())
#: What is earmarked once it is made ready ("a shipment is being prepared").
LOADS = frozenset("shipment consignment batch delivery handover transfer".split())
#: Verbs that say what a package holds.
HOLDING = frozenset("include contain comprise cover feature".split())
LASTING = frozenset(("long-term", "continued", "further", "lasting", "sustained", "future", "continuing"))
PARTICIPLES = {
    "promise": "pledged", "pledge": "pledged", "commit": "committed", "deliver": "delivered", "provide": "delivered", "give": "delivered",
    "send": "delivered", "supply": "delivered", "donate": "delivered", "announce": "allocated", "approve": "committed", "plan": "pledged",
    "order": "contracted",
}  # fmt: skip


#: What provides money once it is passed, and verbs of passing it.
LAWS = frozenset("law act bill supplemental appropriation budget amendment legislation".split())
PASSING = frozenset("sign pass adopt enact approve".split())
#: What one does with a contract.
LETTING = frozenset("sign award place conclude win let get receive secure land".split())
#: Words for coming to terms.
SETTLING = frozenset(("settle", "agree", "seal", "deal", "agreement", "accord", "clinch", "approval"))
#: What is told in money and given by nobody.
MEASURED = frozenset(
    "cost price hole gap deficit shortfall damage loss debt expense expenditure bill revenue turnover export import penalty ransom reward "
    "fine wealth fortune bribe".split()
)
#: The share of sentences about the receiver above which a package of somebody named is for it.
TOLD = 0.25
#: What a state does with its own money.
BUDGETING = frozenset("adopt approve pass spend budget plan earmark allocate set raise collect vote amend".split())
TENTATIVE = frozenset(("potential", "possible", "proposed", "likely", "prospective", "eventual"))
#: Verbs by which a treaty or plan provides for support, and words for such texts.
FORESEEING = frozenset(("foresee", "envisage", "stipulate", "envision"))
CONTAINING = frozenset("include provide contain cover name mention list specify set detail cite outline".split())
TEXTS = frozenset("agreement accord pact treaty document deal text compact declaration plan report memorandum roadmap statement".split())


def of_noun(scene: Scene, sentence: Sentence, noun: Token, frame: Frame) -> Gift | None:
    if any(t.lower_ in ("no", "without") for t in noun.children) or _is_in_name(sentence, noun):
        return None
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if is_of_venture(noun) or is_of_plan(noun) or hinges(noun, verb) or (verb is not None and verb.lemma_ in MANAGING):
        return None
    words = list(within(noun))
    if frame.role == "order" and verb is not None and verb.lemma_ in LETTING:
        words += [t for thing in after(verb, "for", "on") for t in within(thing) if t.i > noun.i]
    made = [a for c in noun.children if c.dep_ == "acl" for a in agents(c)]
    inside = [f for t in words for f in after(t, "from", "by")]
    nouns = [t for t in words if t.pos_ in ("NOUN", "PROPN")]
    donors = scene.named(sentence, inside + made) or owners(scene, sentence, nouns if frame.role == "stop" else [noun])
    donors = donors or (owners(scene, sentence, after(noun, "of")) if frame.role in ("gift", "receipt") else [])
    recipients = _recipients(scene, sentence, [noun, *nouns])
    mood = scene.mood(sentence, verb) if verb is not None else None
    status = _status(noun, frame, verb, mood)
    if status is None:
        return None
    if status == "allocated" and _is_pointed(sentence, scene, verb):
        status = "pledged"
    if frame.role == "training":
        acting = scene.named(sentence, subjects(verb)) if verb is not None else []
        giving = [who for who in acting if may_give(scene, who)]  # "Norway has committed more staff for training in Poland"
        donors = (
            donors or giving or scene.named(sentence, after(noun, "in", "with") + (after(verb, "in", "with") if verb is not None else []))
        )
        recipients += scene.named(sentence, after(noun, "of")) + [who for who in acting if who not in giving]
    words += _attributes(noun) + (sum_above(noun) if not any(t.i in sentence.amount_at for t in words) else [])
    if frame.role == "order" and noun.lemma_ != "contract" and not _is_for_receiver(scene, sentence, recipients):
        return None
    gift = Gift(sentence, noun, frame, status, donors, recipients, words, mood)
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
        first = first.head
    if (
        not donors
        and verb is not None
        and (first.dep_ in ("dobj", "pobj") or noun.dep_ in ("dobj", "pobj") or (is_passive(verb) and noun.dep_ == "nsubjpass"))
    ):
        givers = children(verb, "dobj") if verb.lemma_ == "thank" else actors_of(verb)
        gift.donors = [d for d in scene.named(sentence, givers) if d.id != scene.beneficiary]
    if frame.role == "order" and verb is not None:
        gift.donors = _buyers(scene, sentence, noun, verb) or gift.donors
    if not gift.goods_named and (
        frame.role == "order" or not (_is_taught(scene, gift) or (gift.donors and (frame.role in ("aid", "promise") or recipients)))
    ):
        return _of_package(scene, gift, bool(inside)) if frame.role == "gift" and noun.lemma_.lower() in CONCRETE else None
    return settle(scene, gift)


def _is_in_name(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is part of the name of a fund or scheme ("EU Military Assistance Mission")."""
    mention = sentence.at.get(noun.i)
    return mention is not None and mention.id_of("framework") is not None


def _buyers(scene: Scene, sentence: Sentence, noun: Token, verb: Token) -> list[Referent]:
    """The state that a maker has its contract with ("signed a contract with Norway", "won an order from Berlin")."""
    named = scene.named(sentence, [t for word in (noun, verb) for t in after(word, "with", "from")])
    return [w for w in named if (actor := scene.pack.actor.get(scene.namer.state_of(w.id) or "")) and actor.type in ("state", "bloc")]


def _is_for_receiver(scene: Scene, sentence: Sentence, recipients: list[Referent]) -> bool:
    """Whether the sentence says that an order is for the receiver: states buy for themselves as well."""
    named = any(m.id_of("actor", "metonym", "adjective", "demonym") == scene.beneficiary for m in sentence.mentions)
    return named or scene.beneficiary in scene.states(recipients) or scene.is_note


def _recipients(scene: Scene, sentence: Sentence, nouns: list[Token]) -> list[Referent]:
    """Those after "to" and "for", also where what is theirs stands there ("for Ukraine's energy")."""
    heads = [f for noun in nouns for f in after(noun, "to", "for")]
    named = scene.named(sentence, heads + [o for head in heads for o in children(head, "poss")])
    return [r for r in named if not r.vague]


def _of_package(scene: Scene, gift: Gift, sourced: bool) -> Gift | None:
    """A package without a sum or goods: one from somebody, or one for the receiver whose giver the context tells."""
    if not sourced and scene.beneficiary not in scene.states(gift.recipients) and not (gift.donors and scene.focus > TOLD):
        return None
    settled = settle(scene, gift)
    return settled if settled and settled.donors else None


def _status(noun: Token, frame: Frame, verb: Token | None, mood: Mood | None) -> str | None:
    """The status of what a noun names: from its participle, else from the clause it stands in; None where that denies or urges it."""
    said = None if frame.role == "promise" else _of_participle(noun)  # "a promise given by the G7" is still one
    status = said or (_of_training(verb, mood) if frame.role == "training" else frame.status) or "allocated"
    if frame.role == "aid" and any(c.lower_ in LASTING for c in noun.children):
        status = "pledged"
    if any(c.lower_ in TENTATIVE for c in noun.children):
        status = "considered"
    if verb is None or mood is None:
        return status
    about = _about(noun, verb)
    if (
        mood.negated
        or mood.under("urge", "refuse")
        or mood.modal in ("should", "must", "would", "can", "could")
        or {"refuse", "urge"} & {*about}
    ):
        return None
    if mood.conditional or mood.modal in ("may", "might") or mood.under("consider") or "consider" in about:
        return "considered"
    prepared = "plan" in about and mood.tense in ("progressive", "present") and noun.lemma_.lower() not in LOADS
    if prepared or mood.tense == "future" or (mood.under("promise", "plan") and mood.tense in ("infinitive", "progressive")):
        return "pledged" if status in ("allocated", "delivered") else status
    if status != "allocated" or frame.role not in ("gift", "aid", "training"):
        return status
    if _is_in_law(verb):
        return "committed"
    return "pledged" if _is_clause_of_text(verb) else "committed" if _is_settled(noun, verb, mood) else status


def _is_in_law(verb: Token) -> bool:
    """ "Signed the supplemental, which contains 7.85 billion in aid": what a law that was passed provides is decided."""
    law = verb.head
    if verb.dep_ != "relcl" or verb.lemma_ not in CONTAINING | HOLDING or law.lemma_.lower() not in LAWS:
        return False
    above = law.head
    return above.lemma_ in PASSING and mood_of(above).tense in ("past", "perfect")


def _is_pointed(sentence: Sentence, scene: Scene, verb: Token | None) -> bool:
    """ "It provides for a billion in aid": what an agreement told in the sentence before provides."""
    if verb is None or verb.lemma_ not in CONTAINING | FORESEEING or not any(s.lower_ in ("it", "this", "they") for s in subjects(verb)):
        return False
    before = scene.sentences[max(0, sentence.number - 1) : sentence.number]
    return any(t.lemma_.lower() in TEXTS for s in before for t in s.tokens)


def _about(noun: Token, verb: Token) -> tuple[str, ...]:
    """What the words around a noun make of it: the verb it is the object of, the noun or the talks it is about, its predicate."""
    found = classes_of(verb) if noun.dep_ in ("dobj", "pobj") or is_passive(verb) else ()
    for above in noun.ancestors:
        if above.i == verb.i:
            break
        found += classes_of(above) if above.pos_ in ("NOUN", "ADJ") else ()
    if noun.dep_ == "nsubj" and verb.lemma_ == "be":
        found += tuple(name for c in children(verb, "acomp") for name in classes_of(c))
    if noun.dep_ == "pobj" and noun.head.lower_ in ("about", "on", "over"):
        found += tuple(name for s in subjects(verb) for name in classes_of(s))
    return found


def _is_taught(scene: Scene, gift: Gift) -> bool:
    """Whether the training is that of the receiver's own people."""
    return gift.frame.role == "training" and scene.beneficiary in scene.states(gift.recipients)


def _of_training(verb: Token | None, mood: Mood | None) -> str:
    """Training that is over has been given; that which is under way is being given."""
    if verb is None or mood is None:
        return "allocated"
    if verb.lemma_ in ("finish", "complete", "end", "conclude", "undergo", "receive") and mood.tense in ("past", "perfect"):
        return "delivered"
    due = any(c.dep_ == "acomp" and c.lower_ in ("due", "set", "scheduled", "planned", "expected", "ready") for c in verb.children)
    return "pledged" if due or mood.tense == "infinitive" else "allocated"


def _is_clause_of_text(verb: Token) -> bool:
    """Whether a treaty or plan is what provides ("the agreement includes the supply of …", "foresees contributions")."""
    if verb.lemma_ in FORESEEING:
        return True
    return verb.lemma_ in CONTAINING and any(s.lemma_.lower() in TEXTS for s in subjects(verb))


def _attributes(noun: Token) -> list[Token]:
    """What the noun is said to be ("Italy's contribution is a missile system")."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ not in ("be", *HOLDING):
        return []
    if noun.head.lemma_ != "be":
        return [t for thing in things_of(noun.head) for t in within(thing)]
    return [t for attribute in children(noun.head, "attr") for t in within(attribute)]


SUM = Frame("commitment", "sum", "NOUN", "allocated", ())
GOODS = Frame("commitment", "goods", "NOUN", "allocated", ())


def goods_heads(sentence: Sentence, taken: set[int]) -> list[Token]:
    """The heads of items and sums that no verb or noun of giving has taken."""
    mentions = [m for m in sentence.mentions if m.id_of("item")]
    heads = [sentence.head_of(m) for m in mentions] + [sentence.head_of(a) for a in sentence.amounts if not a.converted]
    return [h for h in heads if h is not None and h.i not in taken]


def of_goods(scene: Scene, sentence: Sentence, head: Token) -> Gift | None:
    """Goods or money that are "for Ukraine" or "from Germany", without a verb of giving: headlines, captions, lists."""
    recipients = [r for r in scene.named(sentence, after(head, "to", "for")) if not r.vague]
    sources = after(head, "from")
    donors = (
        scene.named(sentence, sources)
        or owners(scene, sentence, sources)
        or owners(scene, sentence, [head])
        or _thanked(scene, sentence, head)
    )
    if scene.beneficiary not in scene.states(recipients) and not scene.named(sentence, sources):
        return None
    verb = next((a for a in head.ancestors if a.pos_ in ("VERB", "AUX")), None)
    mood = scene.mood(sentence, verb) if verb is not None else None
    if mood and (mood.negated or mood.modal in ("should", "must", "would", "can", "could") or mood.under("urge", "refuse")):
        return None
    if verb is not None and {"urge", "refuse"} & {*classes_of(verb)}:  # "has asked for five billion for drones"
        return None
    weighed = mood and (mood.conditional or mood.modal in ("may", "might") or (verb is not None and "consider" in _about(head, verb)))
    status = "considered" if weighed else "committed" if _is_settled(head, verb, mood) else "pledged" if _is_due(head) else "allocated"
    return settle(scene, Gift(sentence, head, GOODS, status, donors, recipients, list(within(head)), mood))


def _is_due(head: Token) -> bool:
    """ "100,000 shells for Ukraine by the end of summer": a time by which goods are to be there."""
    by = [t for noun in (head, head.head) for t in after(noun, "by", "before", "until") if t.i > head.i]
    return any(t.lemma_.lower() in (*TIMES, "end") or t.like_num for t in by)


def _is_offered(verb: Token | None) -> bool:
    return verb is not None and verb.lemma_ in ("offer", "promise", "pledge", "foresee", "envisage")


def _thanked(scene: Scene, sentence: Sentence, head: Token) -> list[Referent]:
    """ "I thank Germany for another Patriot system": who is thanked for it."""
    verb = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "for" else None
    return scene.named(sentence, children(verb, "dobj")) if verb is not None and verb.lemma_ == "thank" else []


def of_sum(scene: Scene, sentence: Sentence, mention: AmountMention) -> Gift | None:
    """A sum that no verb or noun of giving has taken ("the share works out at 112 million", "it offers up to 50 billion")."""
    head = sentence.head_of(mention)
    if head is None or scene.focus < 0.15:
        return None
    verb = next((a for a in head.ancestors if a.pos_ in ("VERB", "AUX")), None)
    mood = scene.mood(sentence, verb) if verb is not None else None
    if mood and (mood.negated or mood.under("urge", "refuse") or mood.modal in ("should", "must", "could", "might", "can")):
        return None
    if _is_no_gift(head, verb) or _is_needed(scene, sentence, verb) or is_lacking(scene, sentence, head) or (verb and is_unless(verb)):
        return None
    if verb is not None and (verb.lemma_ in TRADING or {"urge", "refuse"} & {*classes_of(verb)}):
        return None
    named = scene.named(sentence, credited_by(verb)) if verb is not None else []
    told = subjects(verb) if verb is not None and verb.lemma_ in ("be", "amount", "total", "stand", "come") else []
    donors = owners(scene, sentence, [head]) or owners(scene, sentence, told)  # "Sweden's share is 275 million, Denmark's 90 million"
    donors = donors or [d for d in named if scene.namer.state_of(d.id) != scene.beneficiary]
    if (
        named and not donors and verb is not None and verb.lemma_ in BUDGETING
    ):  # "Ukraine's parliament adopted a budget of 40 billion": its own money
        return None
    while verb is not None and mood and verb.dep_ in ("acl", "pcomp", "advcl") and mood.tense == "progressive":
        verb = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")), None)
        mood = scene.mood(sentence, verb) if verb is not None else None
    status = "committed" if _is_settled(head, verb, mood) else "allocated"
    ahead = (mood and mood.tense in ("future", "infinitive", "modal")) or any(c.lower_ == "will" for c in head.children)
    status = "pledged" if _is_offered(verb) or ahead else status
    end = next((a.start for a in sentence.amounts if a.start > mention.start), len(sentence.text))
    takers = takers_between(scene, sentence, mention.end, end, scene.states(donors))
    return settle(scene, Gift(sentence, head, SUM, status, donors, takers, list(within(head)), mood))


def _is_no_gift(head: Token, verb: Token | None) -> bool:
    """Whether a sum is a cost, a gap or a yearly budget ("a hole of 42 billion", "puts the cost at 486 billion")."""
    measured = [a for a in head.ancestors if a.pos_ in ("NOUN", "PROPN")]
    measured += [*subjects(verb), *children(verb, "dobj")] if verb is not None else []
    return any(t.lemma_.lower() in MEASURED for t in measured)


def _is_needed(scene: Scene, sentence: Sentence, verb: Token | None) -> bool:
    """Whether a sum is what somebody needs or asks for."""
    found = triggers(scene.pack, sentence, "need") if verb is not None else []
    return any(verb is not None and t.i == verb.i and frame.role in ("need", "ask") for t, frame in found)


def _is_settled(head: Token, verb: Token | None, mood: Mood | None) -> bool:
    """Whether parties have come to terms on it ("settle on 40 billion", "a deal on 50bn euros is sealed")."""
    above = {a.lemma_.lower() for a in head.ancestors if a.pos_ in ("NOUN", "VERB", "PROPN")}
    past = mood is None or mood.tense in ("past", "perfect", "present")
    written = verb is not None and any(t.lemma_.lower() in TEXTS for t in after(verb, "into", "in"))
    return past and (written or bool(above & SETTLING)) and not (verb is not None and mood is not None and mood.negated)


def _of_participle(noun: Token) -> str | None:
    """The status that a participle after the noun gives ("the assistance committed to Ukraine")."""
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD"):
            return PARTICIPLES.get(child.lemma_)
    return None
