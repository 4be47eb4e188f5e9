"""What goes on with a gift: the contents and worth of a package told in a later sentence, and drafts that only echo another."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from promissory.extraction.amounts.quantities import AmountMention
from promissory.extraction.grammar.mood import mood_of
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import is_passive, subjects
from promissory.extraction.grammar.tree import FINITE, after, children, conjuncts, within
from promissory.extraction.kinds.commitments.endowing import passing
from promissory.extraction.kinds.gifts.notes import currency_of
from promissory.extraction.kinds.gifts.reading import Gift
from promissory.extraction.lexicon.goods import FUNDS, GIFTS, MATERIEL, MONEY, PARCELS
from promissory.extraction.lexicon.verbs import TELLING
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.slots.filling import Goods, amounts_in, fill_amount, goods_in

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Statuses of what is undertaken and has not come.
FIRM = frozenset(("pledged", "committed", "allocated"))
#: Verbs that say what a package holds.
HOLDING = frozenset("include contain comprise cover feature consist".split())
#: What holds goods or has a worth.
PACKAGES = GIFTS | PARCELS | frozenset("delivery aid assistance capability it this these they".split())
MEANS = FUNDS | frozenset("proceeds equipment system weapon investment resource".split())
#: What a package that was told is called once it is opened.
GOODS = MATERIEL | frozenset("system supply".split())
#: What support that was told is to do.
SERVING = frozenset(
    "use spend provide help support allow enable give bolster strengthen disburse cover pay go ensure let meet build improve assist "
    "sustain direct channel channelle funnel route intend".split()
)
#: Verbs by which somebody tells what a gift holds.
SAYING = TELLING | frozenset("specify report".split())
#: Verbs whose objects are what a gift brings.
BRINGING = frozenset("procure purchase buy acquire provide deliver supply send finance fund order".split())
WORTH = frozenset("value worth total price".split())
#: What stands before the sum that something is worth.
PRICED = re.compile(
    r"\b(?:worth|valued at|(?:value|cost) of|estimated at|priced at|totall?ing)\s(?:(?:an?|some|about|around|approximately|up to|more than|"
    r"over|nearly|almost|roughly|estimated|in total|the equivalent of)\s)*$",
    re.IGNORECASE,
)
#: What a list spells out.
LISTS = PARCELS | frozenset("donation delivery".split())
#: How many sentences after a gift its contents may be told.
REACH = 3
#: Words by which a row of goods says what is not given.
DENYING = frozenset(("no", "not", "nothing", "without", "never", "nor"))


def goes_on(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence only says what the package told last holds or is worth; what it says is added there."""
    lead = scene.lead_gift
    if (opened := _opens_list(sentence)) and opened.pos_ == "PRON" and isinstance(lead, Gift) and lead.draft is not None:
        scene.package = lead
    if opened and isinstance(scene.package, Gift) and not _is_after(lead, scene.package, opened):
        scene.lead_gift = package = scene.package  # whatever else was told since
        if package.draft is not None and "amount" not in package.draft.slots:
            for amount in amounts_in(sentence, _all(sentence)):
                _add_sum(scene, package.draft, sentence, amount)
        return True
    if not isinstance(lead, Gift) or lead.draft is None or not 0 < sentence.number - lead.sentence.number <= REACH:
        return False
    packed = lead.draft.slots.get("amount") or any(t.lemma_.lower() in PACKAGES for t in lead.words)
    if not packed and not _is_worth_of_goods(sentence, lead):
        return False
    if _is_row_of_goods(scene, sentence, lead):
        scene.package = lead
        add_to(scene, lead.draft, sentence, goods_in(sentence, _all(sentence)))
        return True
    root = _told(next((t for t in sentence.tokens if t.head.i == t.i), None))
    if root is None or sentence.block.bullet or not _is_near(sentence, root, lead) or not _is_about(scene, sentence, root, lead):
        return False
    holding = next((v for v in conjuncts(root) if v.lemma_ in HOLDING), None)  # "is worth 161 million and contains three tanks"
    held = [t for t in sentence.tokens if holding is not None and (is_passive(holding) or t.i > holding.i)]
    goods = goods_in(sentence, held)
    sums = amounts_in(sentence, _all(sentence))
    if len(sums) == 1 and _is_worth(sentence, sums[0]) and "amount" not in lead.draft.slots and (goods or root.lemma_ in SERVING):
        _add_sum(scene, lead.draft, sentence, sums[0])
        sums = []
    if goods and not sums:
        scene.package = lead
        add_to(scene, lead.draft, sentence, goods)
    elif not sums and root.lemma_ == "be" and _is_named_again(sentence, root):
        scene.package = lead
        _add_evidence(lead.draft, sentence)
    elif len(sums) == 1 and root.lemma_ in ("be", "total", "amount", "value", "estimate", "put") and "amount" not in lead.draft.slots:
        _add_sum(scene, lead.draft, sentence, sums[0])
        _add_evidence(lead.draft, sentence)
    elif (
        not sums
        and (serving := _serving(root)) is not None
        and _is_pointing(root)
        and not any(item.count for item, _ in goods_in(sentence, _all(sentence)))
    ):
        _add_evidence(lead.draft, sentence)
        if through := [i for i in passing(scene, sentence, [serving]) if i not in lead.draft.parties.get("donor", [])]:
            lead.draft.add("via", through)
        if bought := goods_in(sentence, _bought_with(serving)):
            add_to(scene, lead.draft, sentence, bought)
    else:
        return False
    return True


def _is_worth_of_goods(sentence: Sentence, lead: Gift) -> bool:
    """ "Is giving 49 tanks. The latest package is worth 245 million": what the goods of the sentence before are worth."""
    root = next((t for t in sentence.tokens if t.head.i == t.i), None)
    called = root is not None and root.lemma_ == "be" and any(t.lemma_.lower() == "package" for t in subjects(root))
    return (
        called
        and sentence.number == lead.sentence.number + 1
        and lead.goods_named
        and any(_is_worth(sentence, a) for a in sentence.amounts)
    )


def _is_after(lead: object, package: Gift, opened: Token) -> bool:
    """ "It comprises:" behind a gift that was told after the package: that gift is meant."""
    return opened.pos_ == "PRON" and isinstance(lead, Gift) and lead.sentence.number > package.sentence.number and lead is not package


def _is_row_of_goods(scene: Scene, sentence: Sentence, lead: Gift) -> bool:
    """ "A new package. Four more Iris-T systems, shells and mines.": a sentence without a verb right behind a sum or package, its goods."""
    if sentence.number != lead.sentence.number + 1 or sentence.block_number != lead.sentence.block_number or sentence.block.heading:
        return False
    if sentence.amounts or not sentence.text.rstrip().endswith(".") or any(t.lower_ in DENYING for t in sentence.tokens):
        return False
    told = any(t.tag_ in FINITE or t.tag_ == "VB" for t in sentence.tokens)
    known = {scene.beneficiary, *scene.states(lead.donors)}
    others = {
        scene.namer.state_of(i) or i for m in sentence.mentions if (i := m.id_of("actor", "adjective", "demonym", "metonym", "person"))
    }
    return not told and not others - known and bool(goods_in(sentence, _all(sentence))) and lead.status in FIRM


def _told(root: Token | None) -> Token | None:
    """ "The government said the package includes shells", "said the value of the batch was 20 million": the verb of what is said of it."""
    said = children(root, "ccomp") if root is not None and root.lemma_ in SAYING else []
    held = next((c for c in said if c.lemma_ in HOLDING and not is_passive(c)), None)
    return held or next((c for c in said if c.lemma_ == "be" and any(t.lemma_.lower() in WORTH for t in subjects(c))), root)


def _serving(root: Token) -> Token | None:
    """The verb that says what is done with a gift: "will be spent on gas", "are at hand and will be spent on gas"."""
    verbs = conjuncts(root) if root.lemma_ == "be" else [root]
    return next((v for v in verbs if v.lemma_ in SERVING), None)


def _bought_with(root: Token) -> list[Token]:
    """ "It will allow us to procure interceptors", "will be spent on shells": the words for what the gift told last brings."""
    above = mood_of(root)
    if above.negated or above.modal not in (None, "will"):
        return []
    things = [t for verb in root.subtree if verb.lemma_ in BRINGING and not mood_of(verb).negated for t in children(verb, "dobj")]
    return [t for thing in (*things, *(after(root, "on") if root.lemma_ == "spend" else ())) for t in within(thing)]


def _opens_list(sentence: Sentence) -> Token | None:
    """ "The package includes:", "it comprises:": whose contents the list after it tells."""
    root = next((t for t in sentence.tokens if t.head.i == t.i), None)
    if root is None or not sentence.text.rstrip().endswith(":") or root.lemma_ not in HOLDING:
        return None
    if any(not _is_worth(sentence, amount) for amount in amounts_in(sentence, _all(sentence))):
        return None
    told = subjects(root)
    named = (t for t in told if t.lemma_.lower() in LISTS | GOODS | {"capability"} and any(c.lower_ in ("the", "this") for c in t.children))
    return next(named, next((t for t in told if t.lower_ in ("it", "this", "these", "they")), None))


def _is_near(sentence: Sentence, root: Token, lead: Gift) -> bool:
    """Whether a sentence stands in the paragraph of the gift, or opens the next one about its package by name, or about "these funds"."""
    apart = sentence.block_number - lead.sentence.block_number
    named = any(t.lemma_.lower() in PARCELS for t in sentence.tokens)
    next_one = sentence.number == lead.sentence.number + 1 and apart <= 2
    if next_one and _is_it(root):
        return True
    return apart == 0 or (apart <= 2 and named) or (next_one and _is_pointing(root) and not any(s.pos_ == "PRON" for s in subjects(root)))


def _is_it(root: Token) -> bool:
    """ "It'll include interceptors": the package told in the sentence before."""
    told = subjects(root)
    return root.lemma_ in ("include", "contain", "comprise") and bool(told) and all(t.lower_ == "it" for t in told)


def _all(sentence: Sentence) -> list[Token]:
    return list(sentence.tokens)


def _is_worth(sentence: Sentence, amount: AmountMention) -> bool:
    """ "The weapons, worth up to 250 million dollars, include": what is told before is worth it."""
    return PRICED.search(sentence.text[: amount.start]) is not None


def _is_named_again(sentence: Sentence, root: Token) -> bool:
    """ "This is the government's tenth tranche of equipment": the gift told last, by its number in the row."""
    pointed = [t for t in subjects(root) if t.lower_ in ("this", "it", "that")]
    told = [*children(root, "attr"), *(s for c in children(root, "ccomp") for s in subjects(c))]  # "the tranche to be provided"
    return bool(pointed) and any(t.lemma_.lower() in LISTS for t in told) and not sentence.number_at


def _is_pointing(root: Token) -> bool:
    """ "This funding will provide food and shelter", "the loan will be disbursed": what the gift told last is to do."""
    told = subjects(root)
    nouns = [t for t in told if t.lemma_.lower() in PACKAGES | MEANS]
    return (
        bool(told)
        and len(nouns) == len(told)
        and all(t.pos_ == "PRON" or any(c.lower_ in ("this", "these", "the", "that", "such") for c in t.children) for t in nouns)
    )


def _is_about(scene: Scene, sentence: Sentence, root: Token, lead: Gift) -> bool:
    """Whether the subject is the package told last, not one of somebody else."""
    told = subjects(root)
    words = [t for subject in told for t in within(subject)]
    if is_passive(root) and root.lemma_ in HOLDING:  # "ammunition is included as well"
        return True
    worth = [a for a in sentence.amounts if _is_worth(sentence, a)]
    own = {t.i for a in worth for t in sentence.tokens_of(a)}
    if not told or any(
        (t.i in sentence.amount_at and t.i not in own) or t.lower_ in ("another", "other", "previous", "earlier", "previously")
        for t in words
    ):
        return False
    if _is_it(root) and sentence.number == lead.sentence.number + 1:
        return True
    owner = next((o for t in told if (o := scene.namer.modifier(sentence, t))), None)
    owner = owner or next((w.id for t in told for w in scene.named(sentence, [c for c in t.children if c.tag_ == "PRP$"])), None)
    donors = scene.states(lead.donors)
    same = owner is None or owner == scene.beneficiary or (scene.namer.state_of(owner) or owner) in donors
    meant = (
        PACKAGES | WORTH | MONEY | (GOODS if root.lemma_ in HOLDING and any(t.lower_ in ("the", "these") for t in words) else frozenset())
    )
    return same and any(t.lemma_.lower() in meant for t in words)


def add_to(scene: Scene, draft: Draft, sentence: Sentence, goods: Goods) -> None:
    """A list item names more of what a package holds: one undertaking with its sum and all its goods."""
    _add_evidence(draft, sentence)
    items = [*draft.slots.get("items", ()), *(item for item, _ in goods)]
    draft.slots["items"] = tuple(dict.fromkeys(items))
    draft.grounds.setdefault("items", goods[0][1])
    if draft.slots.get("support") is None:
        draft.slots["support"] = scene.pack.item[goods[0][0].item].support


def _add_sum(scene: Scene, draft: Draft, sentence: Sentence, amount: AmountMention) -> None:
    """A sum that a later sentence tells, in the money of the one who gives it."""
    fill_amount(draft, sentence, replace(amount, currency=currency_of(scene, amount, draft.parties.get("donor", []))))


def _add_evidence(draft: Draft, sentence: Sentence) -> None:
    if (sentence.start, sentence.end) not in draft.evidence:
        draft.evidence.append((sentence.start, sentence.end))


def without_bare(drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence without those that say of a sum or goods only, once more, that they are given ("agreed on a package").

    A sum read by itself takes the status of the words that undertake it.
    """
    bare = {_who(draft): draft.status for draft in drafts if _is_bare(draft)}
    full = {_who(draft) for draft in drafts if draft.status in FIRM and draft.slots.keys() & {"amount", "items"}}
    summed = {_who(draft) for draft in drafts if draft.status in FIRM and "amount" in draft.slots}
    kept = [d for d in drafts if not (_is_bare(d) and _who(d) in (summed if "share" in d.features else full))]
    for draft in kept:
        if draft.rule in ("noun:sum", "noun:goods") and draft.status in FIRM:
            draft.status = bare.get(_who(draft), draft.status)
    return kept


def _is_bare(draft: Draft) -> bool:
    """Whether a draft undertakes support at large, without sum, goods or training."""
    return draft.status in FIRM and not draft.slots.keys() & {"amount", "items"} and draft.slots.get("support") != "training"


def _who(draft: Draft) -> tuple[object, ...]:
    """The clause a draft stands in, and the parties."""
    return draft.clause, *(tuple(sorted(draft.parties.get(role, ()))) for role in ("donor", "recipient"))


def without_contents(scene: Scene, sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence without clauses on a gift, which only say what it brings ("2 billion in aid, which will provide drones")."""
    at = {sentence.start + t.idx: t for t in sentence.tokens}
    kept: list[Draft] = []
    for draft in drafts:
        verb = at.get(draft.trigger[0])
        gift = _gift_before(scene, sentence, verb) if verb is not None and "amount" not in draft.slots else None
        whole = _told_of(scene, at, draft, gift, drafts) if gift is not None else None
        if whole is None:
            kept.append(draft)
        elif items := draft.slots.get("items"):
            whole.slots["items"] = tuple(dict.fromkeys((*whole.slots.get("items", ()), *items)))
            whole.grounds.setdefault("items", draft.grounds["items"])
    return kept


def _gift_before(scene: Scene, sentence: Sentence, verb: Token) -> Token | None:
    """The money, package or scheme that a relative clause is on, also behind its receiver ("aid for Ukraine, which")."""
    if verb.dep_ != "relcl" or not any(s.tag_ == "WDT" and s.dep_ in ("nsubj", "nsubjpass") for s in verb.lefts):
        return None
    noun, mention = verb.head, sentence.at.get(verb.head.i)
    if mention is not None and scene.beneficiary in mention.ids_of("actor", "metonym") and noun.dep_ == "pobj":
        noun, mention = noun.head.head, sentence.at.get(noun.head.head.i)
    scheme = mention is not None and mention.id_of("framework") is not None
    return noun if scheme or noun.lemma_.lower() in PACKAGES | MEANS | LISTS else None


def _told_of(scene: Scene, at: dict[int, Token], draft: Draft, gift: Token, drafts: list[Draft]) -> Draft | None:
    """The draft of the gift itself, of the same giver."""
    above = {gift.i, *(t.i for t in gift.ancestors)}
    wholes = [d for d in drafts if d is not draft and (t := at.get(d.trigger[0])) is not None and t.i in above]
    donor = draft.parties.get("donor", [])
    return next((d for d in wholes if donor in ([], [scene.beneficiary], d.parties.get("donor"))), None)


def without_echoes(drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence without sums and goods read by themselves that another draft of it has."""
    told = [d for d in drafts if d.rule not in ("noun:sum", "noun:goods")]
    for draft in drafts:  # "will give 4.5 billion, of which one billion is humanitarian aid"
        whole = next((d for d in told if "amount" in d.slots and d.parties.get("donor") == draft.parties.get("donor")), None)
        if draft.rule == "noun:sum" and draft.status == "allocated" and whole is not None and whole.status in FIRM:
            draft.status = whole.status
    sums = {d.grounds["amount"] for d in told if "amount" in d.grounds}
    counts = {(item.item, item.count) for d in told for item in d.slots.get("items", ()) if item.count}
    return [d for d in drafts if d in told or not _is_told(d, sums, counts)]


def _is_told(draft: Draft, sums: set[tuple[int, int]], counts: set[tuple[str, float | None]]) -> bool:
    if "amount" in draft.slots:
        return draft.grounds.get("amount") in sums
    items = draft.slots.get("items", ())
    return bool(items) and all((item.item, item.count) in counts for item in items)
