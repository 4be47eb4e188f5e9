"""Gifts read around a noun: "the German donation of", "a package from", goods and sums without a verb of giving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.governors import classes_of
from promissory.extraction.grammar.mood import Mood, mood_of
from promissory.extraction.grammar.nominals import first_of_row
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects, thanked_for, things_of
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.kinds.gifts.borrowing import acting_over, adding_with, is_added_to, is_feared, is_ours, lenders_at
from promissory.extraction.kinds.gifts.coming import ASSETS
from promissory.extraction.kinds.gifts.courses import is_paid_for, is_taken, is_taught, of_training
from promissory.extraction.kinds.gifts.ebbing import ebbs, is_opposed_to
from promissory.extraction.kinds.gifts.encompassing import CONCRETE, among_them, has_own_owner, itemised, sum_above
from promissory.extraction.kinds.gifts.firmness import TENTATIVE, TEXTS, firmness, is_open, is_settled, is_under_review, said_about
from promissory.extraction.kinds.gifts.inferring import may_give
from promissory.extraction.kinds.gifts.ownership import is_of_receivers
from promissory.extraction.kinds.gifts.reading import Gift, settle
from promissory.extraction.kinds.gifts.seeming import hinges, is_of_plan, is_of_venture
from promissory.extraction.kinds.gifts.sums import is_judging
from promissory.extraction.kinds.matters.givers import ADVERSARIES, owners, planned_by
from promissory.extraction.kinds.matters.hearsay import DENYING, RUMOURS
from promissory.extraction.lexicon.events import EXCHANGES
from promissory.extraction.lexicon.goods import HANDOVERS, PAYMENTS
from promissory.extraction.lexicon.verbs import HANDING
from promissory.extraction.names.discourse import Referent
from promissory.extraction.scene import Scene
from promissory.packs import Frame

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is done about gifts by those who need not give them.
MANAGING = frozenset("streamline supervise oversee monitor track facilitate manage organise organize administer audit inspect".split())
#: What is earmarked once it is made ready ("a shipment is being prepared").
LOADS = HANDOVERS | frozenset("consignment batch".split())
#: Verbs that say what a package holds.
HOLDING = frozenset("include contain comprise cover feature".split())
#: What is over once it is made, and verbs of making it.
OVER = HANDOVERS | PAYMENTS
ENDED = frozenset("complete finish conclude finalise finalize".split())
MADE = frozenset("make complete effect execute finish conclude finalise finalize carry".split())
CARRIERS = frozenset("convoy planeload trainload truckload cargo airlift".split())
#: Verbs that say what a gift is made up of, with a preposition.
FORMING = frozenset(("consist", "amount", "run", "come"))
LASTING = frozenset(("long-term", "continued", "further", "lasting", "sustained", "future", "continuing"))
PARTICIPLES = {
    **dict.fromkeys((*HANDING, "disburse", "pay"), "delivered"),
    **dict.fromkeys(("promise", "pledge", "plan"), "pledged"),
    **dict.fromkeys(("commit", "approve"), "committed"),
    **dict.fromkeys(("order", "contract"), "contracted"),
    "announce": "allocated",
}


#: What provides money once it is passed, and verbs of passing it.
LAWS = frozenset("law act bill supplemental appropriation budget amendment legislation".split())
PASSING = frozenset("sign pass adopt enact approve".split())
#: What a freeze does to what it stops.
REACHING = frozenset("affect cover apply extend include concern involve hit touch".split())
#: What one does with a freeze.
IMPOSING = frozenset("put order announce impose call place declare bring".split())
#: What one does with a contract.
LETTING = frozenset("sign award place conclude win let get receive secure land book obtain".split())
#: The share of sentences about the receiver above which a package of somebody named is for it.
TOLD = 0.25
#: What one's own troops do abroad; a gift only where one weighs it.
STATIONING = frozenset(("deployment", "stationing"))
POSSIBLE = frozenset("possibility option prospect idea question matter consideration".split())
#: Verbs by which a treaty or plan provides for support, and words for such texts.
FORESEEING = frozenset(("foresee", "envisage", "stipulate", "envision"))
CONTAINING = frozenset("include provide contain cover name mention list specify set detail cite outline".split())


#: What those have who have not agreed, and what they do.
DISPUTES = frozenset(
    "difference dispute disagreement row rift split division divide quarrel wrangling wrangle argument clash differ disagree argue bicker "
    "haggle deadlock impasse stalemate standoff".split()
)
#: What is done with a promise that still holds.
KEEPING = frozenset("stick stand adhere honour honor keep abide hold uphold fulfil fulfill".split())
#: Who mans what is given, and how many sentences after it their training is told.
CREWS = frozenset("crew pilot operator soldier troop technician mechanic gunner engineer team".split())
NEXT = 2
#: What goes before a decision.
AIMED = frozenset("dialogue debate discussion deliberation wrangling".split())


def of_noun(scene: Scene, sentence: Sentence, noun: Token, frame: Frame) -> Gift | None:
    if any(t.lower_ in ("no", "without") for t in noun.children) or _is_in_name(sentence, noun):
        return None
    if frame.role == "promise" and noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ in ("sign", "ink", "initial"):
        return None  # an agreement
    if frame.role == "promise" and any(mood_of(c).negated for c in children(noun, "acl", "xcomp", "ccomp")):
        return None  # "his promise never to send arms"
    verb = next((a for a in noun.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if noun.lemma_ == "course" and not is_taken(noun, verb):
        return None
    if frame.role == "training" and verb is not None and verb.lemma_ in ("plan", "coordinate") and noun.dep_ in ("dobj", "conj"):
        return None  # "a command that will plan and coordinate the training"
    if frame.role == "training" and is_paid_for(sentence, noun):
        return None
    if is_of_venture(noun) or is_of_plan(noun) or is_opposed_to(noun) or hinges(noun, verb):
        return None
    if (verb is not None and (verb.lemma_ in MANAGING or _is_way(noun))) or _is_summed_up(noun, frame) or _is_denied(noun, verb):
        return None
    if (frame.role == "aid" and _heads_section(sentence, verb)) or _is_dated(sentence, noun, verb) or _is_topic(noun) or is_added_to(noun):
        return None
    others = {t.i for c in children(noun, "conj") if has_own_owner(c) for t in c.subtree}
    words = [t for t in within(noun) if t.i not in others]
    if frame.role == "stop" and any(t.lemma_.lower() in ASSETS for t in words):  # "the freeze of its reserves"
        return None
    if frame.role == "stop" and verb is not None and verb.lemma_ in REACHING and noun in subjects(verb):
        words += [t for thing in (*things_of(verb), *after(verb, "to")) for t in within(thing)]
    if frame.role == "stop" and verb is not None and verb.lemma_ in IMPOSING and noun in things_of(verb):  # "put a halt to shipments"
        words += [t for thing in after(verb, "to", "on") for t in within(thing)]
    if frame.role == "order" and verb is not None and verb.lemma_ in LETTING:
        words += [t for thing in after(verb, "for", "on") for t in within(thing) if t.i > noun.i]
    made = [a for c in noun.children if c.dep_ == "acl" for a in agents(c)]
    inside = [f for t in words for f in after(t, "from", "by")]
    nouns = [t for t in words if t.pos_ in ("NOUN", "PROPN")]
    donors = scene.named(sentence, inside + made) or owners(scene, sentence, nouns if frame.role == "stop" else [noun])
    donors = donors or (owners(scene, sentence, after(noun, "of")) if frame.role in ("gift", "receipt") else [])
    donors = donors or adding_with(scene, sentence, noun) or planned_by(scene, sentence, noun)
    recipients = _recipients(scene, sentence, [noun, *nouns])
    mood = scene.mood(sentence, verb) if verb is not None else None
    status = _status(noun, frame, verb, mood)
    if status is None:
        return None
    if frame.role in ("gift", "aid") and is_feared(noun):
        status, verb = "considered", None  # whoever fears for it does not give it
        donors = donors or acting_over(scene, sentence, noun)
        if not donors:
            return None
    if noun.lemma_.lower() in STATIONING and not (status == "considered" and donors + _named_by(scene, sentence, verb)):
        return None
    if frame.role in ("gift", "aid"):
        if ebbs(noun, verb) and verb is not None and any(t.i in sentence.amount_at for t in after(verb, "to")):
            return None  # "plans to halve its aid to 4 billion": the sum tells it
        status = "suspended" if ebbs(noun, verb) else firmness(scene, sentence, noun, verb, mood) or status
    if status == "allocated" and _is_pointed(sentence, scene, verb):
        status = "pledged"
    if frame.role == "training":
        acting = scene.named(sentence, subjects(verb)) if verb is not None else []
        giving = [who for who in acting if may_give(scene, who)]  # "Norway has committed more staff for training in Poland"
        donors = (
            donors or giving or scene.named(sentence, [t for w in (noun, noun.head, verb) if w is not None for t in after(w, "in", "with")])
        )
        recipients += scene.named(sentence, after(noun, "of")) + [who for who in acting if who not in giving]
        if is_of_receivers(scene, noun) or _is_of_its_crews(scene, sentence, noun):
            recipients.append(Referent(scene.beneficiary))
    if noun.lemma_.lower() in CONCRETE and not any(t.i in sentence.amount_at or sentence.at.get(t.i) for t in within(noun) if t.i > noun.i):
        words += itemised(noun)
    words += [t for t in (*among_them(noun), *_told_before(sentence, noun, verb)) if t not in words]
    words += _attributes(noun) + (sum_above(noun) if not any(t.i in sentence.amount_at for t in words) else [])
    if frame.role == "order" and verb is not None and ADVERSARIES & {*scene.states(_named_by(scene, sentence, verb))}:
        return None
    if frame.role == "order" and noun.lemma_ != "contract" and not _is_for_receiver(scene, sentence, recipients):
        return None
    gift = Gift(sentence, noun, frame, status, donors, recipients, words, mood)
    if is_open(verb, mood) and not gift.goods_named:  # "failed to agree on new aid"
        return None
    first = first_of_row(noun)
    if (
        not donors
        and verb is not None
        and (first.dep_ in ("dobj", "pobj") or noun.dep_ in ("dobj", "pobj") or (is_passive(verb) and noun.dep_ == "nsubjpass"))
    ):
        weighing = "consider" in classes_of(verb) or verb.lemma_ == "thank" or any(c.tag_ == "PRP$" for c in noun.lefts)
        judging = (
            frame.role in ("gift", "aid") and not weighing and is_judging(scene, sentence, verb)
        )  # "the opposition criticised the package"
        givers = thanked_for(noun) or (children(verb, "dobj") if verb.lemma_ == "thank" else [] if judging else actors_of(verb))
        gift.donors = [d for d in scene.named(sentence, givers) if not is_ours(scene, d)]
        gift.donors = lenders_at(scene, sentence, noun, verb) or gift.donors
    if frame.role == "order" and verb is not None:
        gift.donors = _buyers(scene, sentence, noun, verb) or gift.donors
    if not gift.goods_named and (
        frame.role == "order" or not (is_taught(scene, gift) or (gift.donors and (frame.role in ("aid", "promise") or recipients)))
    ):
        return _of_package(scene, gift, bool(inside)) if frame.role == "gift" and noun.lemma_.lower() in CONCRETE else None
    return settle(scene, gift)


def _is_of_its_crews(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """ "Has decided to give 14 tanks. Training of the crews is to begin": of those who will man what was given just before."""
    crews = [t for t in after(noun, "of", "for") if t.lemma_.lower() in CREWS]
    lead = scene.lead_gift
    given = isinstance(lead, Gift) and lead.goods_named and 0 < sentence.number - lead.sentence.number <= NEXT
    return given and any(c.lower_ in ("the", "their", "its") for t in crews for c in t.lefts)


def _told_before(sentence: Sentence, noun: Token, verb: Token | None) -> list[Token]:
    """ "Howitzers, drones and missiles: these are in the next package": the goods before the colon that a pronoun takes up."""
    taken = [s for s in subjects(verb) if s.lower_ in ("these", "they", "this", "all")] if verb is not None else []
    colon = taken[0].nbor(-1) if taken and taken[0].i else None
    if colon is None or colon.text not in (":", "–", "—") or noun.lemma_.lower() not in CONCRETE:
        return []
    before = list(sentence.tokens[: colon.i])
    return [] if any(t.pos_ in ("VERB", "AUX") for t in before) else before


def _is_topic(noun: Token) -> bool:
    """ "Will inform his counterpart about the latest package": what is told about is given elsewhere."""
    about = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in ("about", "on") else None
    if about is not None and about.head.lemma_ in ("focus", "centre", "center", "concentrate", "touch", "dwell"):
        return any(t.lemma_.lower() in EXCHANGES for t in subjects(about.head))  # "the conversation focused on the provision of arms"
    return about is not None and about.head.lemma_ in ("inform", "brief", "update", "notify")


def _is_dated(sentence: Sentence, noun: Token, verb: Token | None) -> bool:
    """ "The pledge comes after Oslo had urged Congress to act": when what was told before is told of, and nothing new."""
    bare = not any(t.i in sentence.amount_at or sentence.item_of(t) for t in within(noun))
    coming = verb is not None and verb.lemma_ == "come" and verb.tag_ in ("VBZ", "VBP", "VBD") and noun in subjects(verb)
    return bare and coming and any(c.lower_ in ("after", "as", "amid", "days", "hours", "before") for v in (verb,) if v for c in v.subtree)


def _heads_section(sentence: Sentence, verb: Token | None) -> bool:
    """ "Earlier Swedish support": a heading within a text, over what is told below."""
    return sentence.block.heading and sentence.number > 0 and verb is None and not sentence.amounts


def _is_denied(noun: Token, verb: Token | None) -> bool:
    """ "Dismissed reports of arms deliveries", "called talk of a sale baseless": what somebody says is not so."""
    rumour = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "about") else None
    told = rumour is not None and rumour.lemma_.lower() in RUMOURS
    return verb is not None and (verb.lemma_ in DENYING or (told and verb.lemma_ == "call")) and (told or noun.dep_ == "dobj")


def _is_summed_up(noun: Token, frame: Frame) -> bool:
    """ "Undertook to pay 3 billion, a promise repeated on Sunday": a word for what was just told."""
    bare = not any(c.lower_ in ("of", "by", "from") and c.dep_ == "prep" for c in noun.children)
    return frame.role == "promise" and noun.dep_ in ("appos", "npadvmod", "dep") and bare


def _is_way(noun: Token) -> bool:
    """ "Crossed the border in a convoy of lorries": how goods come, not what is given."""
    return noun.lemma_.lower() in CARRIERS and noun.dep_ == "pobj" and noun.head.lower_ in ("in", "by", "aboard", "with", "on")


def _named_by(scene: Scene, sentence: Sentence, verb: Token | None) -> list[Referent]:
    """Those who act in the clause of a noun."""
    return scene.named(sentence, actors_of(verb)) if verb is not None else []


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
    heads += [f for noun in nouns for c in noun.children if c.lower_ in ("back", "on", "onward") for f in after(c, "to")]
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
    status = said or (of_training(verb, mood) if frame.role == "training" else frame.status) or "allocated"
    if frame.role == "aid" and any(c.lower_ in LASTING for c in noun.children):
        status = "pledged"
    if any(c.lower_ in TENTATIVE for n in _part_of(noun) for c in n.children):
        status = "considered"
    if verb is None or mood is None:
        return status
    if frame.role in ("gift", "aid") and _is_still_aimed_at(noun):
        return "considered"
    around = said_about(noun, verb)
    if frame.role in ("gift", "aid") and _is_disputed(noun):
        return "considered"
    if frame.role == "promise" and _is_kept(noun, verb, mood):
        return "pledged"
    if frame.role in ("gift", "aid") and (is_open(verb, mood) or _is_possible(noun, verb) or _is_to_be_decided(noun)):
        return "considered"
    if verb.lemma_ in ("rule", "exclude"):  # "has not ruled out the transfer"
        return "considered" if mood.negated or mood.under("refuse") else None
    if frame.role == "training" and mood.modal in ("can", "could", "may", "might") and not mood.negated:
        return "considered"
    if (
        mood.negated
        or mood.under("urge", "refuse")
        or mood.modal in ("should", "must", "would", "can", "could")
        or {"refuse", "urge"} & {*around}
    ):
        return None
    if mood.conditional or mood.modal in ("may", "might") or mood.under("consider") or "consider" in around or is_under_review(verb):
        return "considered"
    prepared = "plan" in around and mood.tense in ("progressive", "present") and noun.lemma_.lower() not in LOADS
    if prepared or mood.tense == "future" or (mood.under("promise", "plan") and mood.tense in ("infinitive", "progressive")):
        return "pledged" if status in ("allocated", "delivered") else status
    if status != "allocated" or frame.role not in ("gift", "aid", "training"):
        return status
    if _is_in_law(verb):
        return "committed"
    if _is_made(noun, verb, mood):
        return "delivered"
    return "pledged" if _is_clause_of_text(verb) else "committed" if is_settled(noun, verb, mood) else status


def _part_of(noun: Token) -> list[Token]:
    """ "The potential disbursement of the third tranche": the noun, and what it is an "of" of."""
    found = [noun]
    while found[-1].dep_ == "pobj" and found[-1].head.lower_ == "of" and found[-1].head.head.pos_ == "NOUN":
        found.append(found[-1].head.head)
    return found


def _is_to_be_decided(noun: Token) -> bool:
    """ "Will decide on the next tranche", "is to take a decision regarding a loan": what nobody has decided on yet."""
    noun = _part_of(noun)[-1]  # "on the allocation of another tranche"
    about = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "about", "regarding", "concerning", "upon") else None
    if about is None or about.head.lemma_.lower() not in ("decide", "decision", "vote", "rule", "ruling"):
        return False
    verb = next((t for t in (about.head, *about.head.ancestors) if t.pos_ == "VERB"), None)
    return verb is not None and mood_of(verb).tense in ("future", "infinitive", "modal") and not mood_of(verb).negated


def _is_still_aimed_at(noun: Token) -> bool:
    """ "Efforts aimed at the adoption of the package", "expected decisions on the provision of 50 billion": what is not decided yet."""
    here = noun
    for _ in range(7):
        here = here.head
        awaited = here.lemma_.lower() in ("decision", "vote") and any(c.lower_ in ("expected", "upcoming", "pending") for c in here.lefts)
        if awaited or (here.lemma_ == "aim" and here.dep_ == "acl") or here.lemma_.lower() in AIMED:
            return True
        if here.pos_ in ("VERB", "AUX"):
            return False
    return False


def _is_disputed(noun: Token) -> bool:
    """ "Failed to bridge their differences over a loan", "are split on a package": what is argued about is not decided."""
    about = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in ("over", "on", "about") else None
    if any(t.lemma_.lower() in ("uncertainty", "doubt") for t in list(noun.ancestors)[:3]):
        return True  # "uncertainty surrounding further aid"
    return about is not None and about.head.lemma_.lower() in DISPUTES


def _is_kept(noun: Token, verb: Token, mood: Mood) -> bool:
    """ "Will stick to its pledge", "said it would honour its promise", "stands by its commitment"."""
    held = noun in [*after(verb, "to", "by", "with"), *things_of(verb)]
    return (
        held and verb.lemma_ in KEEPING and not mood.negated and mood.modal in (None, "will", "would") and not mood.under("urge", "refuse")
    )


def _is_made(noun: Token, verb: Token, mood: Mood) -> bool:
    """ "Made a payment", "the handover was completed", "the transfer took place": what is given is there."""
    done = verb.lemma_ in MADE and not children(verb, "oprd", "acomp")  # "the delivery was made public"
    told = done and noun in (subjects(verb) if is_passive(verb) else things_of(verb))
    held = noun in subjects(verb) and verb.lemma_ == "take" and any(t.lower_ == "place" for t in children(verb, "dobj"))
    ended = noun.lemma_.lower() in ("donation", "supply") and verb.lemma_ in ENDED
    return (noun.lemma_.lower() in OVER or ended) and mood.tense in ("past", "perfect") and (told or held)


def _is_possible(noun: Token, verb: Token) -> bool:
    """ "The handover of a squadron is a possibility", "remains an option": only thought of."""
    if verb.lemma_ not in ("be", "remain", "become"):
        return False
    given, said = subjects(verb), children(verb, "attr")
    if any(t.i == noun.i for t in said):  # "one option is a transfer"
        given, said = said, given
    return any(t.i == noun.i for t in given) and any(t.lemma_.lower() in POSSIBLE for t in said)


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


def _is_clause_of_text(verb: Token) -> bool:
    """Whether a treaty or plan is what provides ("the agreement includes the supply of …", "foresees contributions")."""
    if verb.lemma_ in FORESEEING:
        return True
    return verb.lemma_ in CONTAINING and any(s.lemma_.lower() in TEXTS for s in subjects(verb))


def _attributes(noun: Token) -> list[Token]:
    """What the noun is said to be ("Italy's contribution is a missile system")."""
    verb = noun.head
    if noun.dep_ == "nsubjpass" and verb.lemma_ in ("make", "compose"):  # "is made up of 60 generators"
        return [t for word in (verb, *children(verb, "prt", "prep")) for thing in after(word, "of") for t in within(thing)]
    if noun.dep_ != "nsubj" or verb.lemma_ not in ("be", *HOLDING, *FORMING):
        return []
    made = [t for v in (verb, *children(verb, "xcomp")) if v.lemma_ in FORMING for t in after(v, "of", "in", "to")]
    if made:  # "was to consist of a Patriot system"
        return [t for thing in made for t in within(thing)]
    if noun.head.lemma_ != "be":
        return [t for thing in things_of(noun.head) for t in within(thing)]
    return [t for attribute in children(noun.head, "attr") for t in within(attribute)]


def _of_participle(noun: Token) -> str | None:
    """The status that a participle after the noun gives ("the assistance committed to Ukraine")."""
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD"):
            return PARTICIPLES.get(child.lemma_)
    return None
