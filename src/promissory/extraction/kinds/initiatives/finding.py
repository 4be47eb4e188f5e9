"""Finding initiatives: programmes, coalitions, funds, commands and procurement schemes, named ones and those just being founded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.grammar.mood import Mood
from promissory.extraction.grammar.nominals import first_of_row, modifiers
from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.tree import after, children, within
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.initiatives.coordinating import BUYING, FOCUS, find_coordination, initiative_draft, name_leaders
from promissory.extraction.kinds.initiatives.describing import find_described, is_of_strikes
from promissory.extraction.kinds.initiatives.excluding import (
    RUNNING,
    is_abroad,
    is_for_others,
    is_none,
    is_part_of_name,
    is_told,
    leads_itself,
)
from promissory.extraction.kinds.initiatives.expiring import is_over
from promissory.extraction.kinds.initiatives.founding import CREATIONS, find_founded
from promissory.extraction.kinds.initiatives.schemes import (
    ENDING,
    FOUNDING,
    HOSTILE,
    LEADING,
    LOOSE,
    PROPOSING,
    STARTING,
    TAKING_PART,
    UNITING,
    is_called_into_being,
    lead_of,
    scheme_verb,
    steerers,
    thinking_verb,
)
from promissory.extraction.kinds.initiatives.titling import STANDING, find_titled, stand_ins
from promissory.extraction.kinds.initiatives.works import find_works
from promissory.extraction.kinds.matters.aiming import LETTING
from promissory.extraction.lexicon.numerals import NTH
from promissory.extraction.lexicon.ventures import CENTRES, SCHEMES
from promissory.extraction.scene import SIDES, Draft, Scene
from promissory.extraction.slots.listing import everyone
from promissory.extraction.speech.speakers import is_bare, is_definite
from promissory.extraction.text.gazetteer import Mention

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: Types of the pack's frameworks that are initiatives.
FRAMEWORKS = frozenset(("scheme", "coalition", "fund", "command", "instrument"))
#: Nouns that are an initiative with a leader alone; the others need a founding verb.
STRONG = frozenset("initiative coalition scheme consortium taskforce alliance".split())
#: Nouns that are a scheme only where they are founded; an initiative or a coalition is one by itself.
WEAK = (CENTRES | SCHEMES) - {"initiative", "coalition"} | frozenset(
    "headquarters approach cell plan reserve system team brigade legion command framework corridor model group body instrument "
    "vehicle tribunal roadmap hackathon pilot force contingent format pool partnership".split()
)
#: Nouns that have the name of a scheme before or after them.
NAMED = STRONG | WEAK | {"cluster", "list"}
#: Nouns of what is done, a scheme only where somebody leads or runs it for others.
DEEDS = frozenset("effort drive purchase procurement operation push undertaking".split())
#: How a way of doing it comes into being.
DEVISING = frozenset("devise pioneer design conceive introduce launch".split())
MANAGING = frozenset("manage operate administer".split())
#: What a state is the host of, and runs.
HOSTED = frozenset("centre center hub headquarters command facility mission".split())
#: What comes into being by the consent of many.
COURTS = frozenset("tribunal register registry mechanism".split())
#: How several come to buy together.
SETTLING = frozenset("agree decide start begin plan propose approve expand continue sign join".split())
#: What others are asked to do with a scheme that is there.
JOINED = frozenset("join participate contribute".split())
#: Verbs by which a scheme is only told of, or settled, and does not yet work.
TELLING = frozenset("announce unveil agree present".split())
#: Verbs of what is done to a scheme that is there.
STRETCHING = frozenset("extend expand prolong enlarge widen".split())
#: What is done to plans that come to nothing.
GIVING_UP = frozenset("abandon drop shelve cancel scrap".split())
#: What tells of a scheme that it has just been set up or is set up for this.
NEW = frozenset("new newly special dedicated joint".split())
#: Nouns that are then a scheme.
RUN = SCHEMES | frozenset("instrument command headquarters taskforce".split())
#: Prepositions before the scheme that a gift goes through.
CHANNELS = frozenset("through via under from within into".split())
#: What is called so and gives no support.
OTHER = frozenset(
    "virtual online hybrid mediation mediating rescue "
    "accession negotiation negotiating membership election electoral political criminal sanctions peace invasion attack diplomatic".split()
)
#: What makes works, authorities and goods of some nouns, and is a field of support with the others.
FIELDS = frozenset("energy government development legal nuclear".split())
WORKS = frozenset("system facility plan reserve project body group team centre center plant model command platform force".split())


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of initiatives in a sentence: frameworks of the pack by their name, others by founding or leading."""
    for draft in _all(scene, sentence):
        name_leaders(scene, draft)
        scene.schemes.append(draft)
        yield draft


def _all(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    named = _frameworks(scene, sentence)
    taken = {t.i for m, _ in named for t in sentence.tokens_of(m)}
    seen: set[str] = set()
    for mention, ident in named:
        head = sentence.head_of(mention)
        noun = _called(head) if head is not None else None
        counted = noun is not None and any(NTH.fullmatch(c.lower_) for c in noun.lefts)  # "the 13th presidential drawdown"
        if noun is not None and ident not in seen and not counted and noun.dep_ not in ("compound", "nmod"):
            seen.add(ident)
            yield _named(scene, sentence, noun, ident)
    told = []
    for token, frame in triggers(scene.pack, sentence, "initiative"):
        named_above = token.dep_ == "appos" and token.head.i in taken  # "Interflex, the training programme led by Britain"
        if frame.role != "scheme" or named_above:
            continue
        if not is_part_of_name(sentence, token) and not taken & {t.i for t in token.subtree} and not is_none(token):
            told += list(_unnamed(scene, sentence, token))
    for token in stand_ins(scene, sentence):
        told += list(_unnamed(scene, sentence, token))
    spots = {draft.trigger for draft in told}
    told += [draft for draft in find_described(scene, sentence) if draft.trigger not in spots and not named]
    yield from told
    spots = {draft.trigger for draft in told}
    founded = [*find_founded(scene, sentence), *find_works(scene, sentence)]
    yield from (draft for draft in founded if draft.trigger not in spots and not named)
    yield from (draft for draft in find_titled(scene, sentence) if draft.trigger not in spots)
    led = {tuple(draft.parties.get("lead", [])) for draft in told}
    yield from (draft for draft in find_coordination(scene, sentence) if tuple(draft.parties["lead"]) not in led)


def _frameworks(scene: Scene, sentence: Sentence) -> list[tuple[Mention, str]]:
    kinds = scene.pack.framework
    return [(m, name) for m in sentence.mentions if (name := m.id_of("framework")) and kinds[name].type in FRAMEWORKS]


def _called(head: Token) -> Token:
    """ "The Brave1 cluster", "a mission called NSATU": the noun of a scheme that has its name before or after it."""
    noun = head.head
    naming = noun.head if head.dep_ == "pobj" and noun.lower_ == "as" else noun if head.dep_ == "oprd" else None
    if naming is not None and naming.dep_ in ("acl", "relcl"):
        noun = naming.head
        while noun.lemma_.lower() not in NAMED and noun.dep_ == "pobj" and noun.head.head.pos_ in ("NOUN", "PROPN"):
            noun = noun.head.head  # "a campaign for radars called Radarom"
        if noun.lemma_.lower() not in NAMED and noun.dep_ == "npadvmod" and noun.head.lower_ == "worth":
            noun = noun.head.head  # "a fund worth 50 billion euros called …"
        return noun if noun.lemma_.lower() in NAMED else head
    return noun if head.dep_ in ("compound", "nmod") and noun.lemma_.lower() in NAMED else head


def _named(scene: Scene, sentence: Sentence, head: Token, ident: str) -> Draft:
    framework = scene.pack.framework[ident]
    verb = scheme_verb(head)
    founded = verb is not None and verb.lemma_ in FOUNDING | LEADING
    if founded and verb is not None and head.dep_ == "pobj" and head.head.lower_ == "on" and not scene.mood(sentence, verb).is_done:
        founded = False  # "are to agree on a loan"
    founded = founded or (head.dep_ == "pobj" and _over(head).lemma_.lower() in CREATIONS | STRETCHING) or bool(steerers(head))
    draft = initiative_draft(scene, sentence, head, _status(scene, sentence, head) or "active", "founded" if founded else "named")
    own = {framework.id, framework.body, *(n.id for n in sentence.at[head.i].names)} if head.i in sentence.at else {framework.id}
    told = lead_of(scene, sentence, head, known=bool(framework.body))
    lead = [i for i in told if i not in own]
    if lead and framework.body in told and founded:
        lead = told  # "launched by Trump and Rutte": the scheme's own body beside another
    if framework.body and lead == ["NATO"] and not any(n.id == "NATO" for m in sentence.mentions for n in m.names):
        lead = []  # whoever "leaders" are, the scheme's own body leads it
    if framework.body and lead == [scene.beneficiary] and not founded:
        lead = []  # "the Czech initiative: the first shells will be with our warriors"
    lead = lead or [s for s in scene.states(everyone(scene, sentence, _of(head))) if s in scene.pack.actor and s != scene.beneficiary]
    lead = lead or ([framework.body] if framework.body else [])
    draft.add("lead", [scene.namer.state_of(i) or i for i in lead])
    draft.add("beneficiary", [scene.beneficiary])
    draft.inferred["beneficiary"] = "the framework supports it"
    draft.features |= {f"name {ident}": 1.0, f"type {framework.type}": 1.0, "founded": verb is not None}
    draft.features |= _standing(head)
    said = any(c.dep_ == "appos" and c.lemma_.lower() in NAMED and is_told(c) for c in head.children)  # "X, a scheme by which"
    draft.features["sure"] = float(founded or said or (draft.features["told"] and head.dep_ != "pobj"))
    draft.parties = {role: ids for role, ids in draft.parties.items() if ids}
    return draft


def _of(head: Token) -> list[Token]:
    """ "The fund of X", "the Energy Support Fund, a facility of X"."""
    return [t for noun in (head, *(c for c in children(head, "appos") if c.lemma_.lower() in NAMED)) for t in after(noun, "of")]


def _over(head: Token) -> Token:
    """The noun above a scheme, or above a part of it ("the launch of a second phase of Operation Unifier")."""
    above = head.head.head
    if above.lemma_.lower() in ("mandate", "term", "duration") and above.dep_ in ("dobj", "nsubjpass"):
        return above.head  # "extended the mandate of EUMAM"
    part = above.lemma_.lower() in ("phase", "stage", "round", "part", "edition") and above.dep_ == "pobj"
    return above.head.head if part else above


def _standing(head: Token) -> dict[str, float]:
    """What tells a scheme that is spoken of from one that is only the channel of a gift."""
    prep = head.head.lower_ if head.dep_ == "pobj" else "none"
    told = any(c.dep_ in ("appos", "relcl", "acl") for c in head.children) or head.dep_ in ("appos", "attr")
    return {f"prep {prep}": 1.0, f"dep {head.dep_}": 1.0, "told": told, "channel": prep in CHANNELS}


def _unnamed(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "Denmark launched an initiative to buy weapons", "a coalition led by the US"."""
    if noun.lemma_.lower() == "reserve" and noun.tag_ == "NNS" and not any(sentence.at.get(t.i) for t in noun.lefts):
        return  # "formed sufficient reserves"
    if noun.lemma_.lower() == "headquarters" and any(c.lower_ in ("its", "their") for c in noun.lefts):
        return  # "the coalition opened its headquarters"
    if noun.lemma_.lower() in WORKS and modifiers(noun) & FIELDS:
        return
    if noun.dep_ == "dobj" and _is_named_above(scene, sentence, noun):
        return  # "launched “Build with Ukraine”, a programme to produce arms", two objects to the parser
    if noun.dep_ in ("compound", "nmod") or modifiers(noun) & OTHER or (noun.lemma_ == "plan" and noun.tag_ == "NNS"):
        return
    verb = scheme_verb(noun)
    lead = lead_of(scene, sentence, noun)
    before = _told_before(scene, noun)
    if before is not None and lead in ([], ["partners"]):
        lead = before.parties.get("lead", [])
    if before is not None and not (verb is not None and verb.lemma_ in (FOUNDING | LEADING) - TAKING_PART) and not steerers(noun):
        return  # "Italy has joined the coalition", of which it was told before
    status = _status(scene, sentence, noun)
    verbs = _founding(noun) if noun.lemma_.lower() in WEAK | STANDING else FOUNDING | LEADING | PROPOSING | LOOSE | ENDING
    founded = (verb is not None and (verb.lemma_ in verbs or is_called_into_being(verb))) or bool(steerers(noun))
    goods = sentence.item_of(noun)
    shared = bool(lead) and any(t.pos_ == "PROPN" for t in after(noun, "between"))  # "new projects between NATO and its partners"
    founded = founded or ((noun.lemma_.lower() in RUN or shared) and bool(modifiers(noun) & NEW) and bool(lead))
    founded = founded or (len(set(lead) - {"partners"}) > 1 and not goods)
    if noun.lemma_.lower() in DEEDS:
        if not _is_led(noun, verb):
            return
        led = "led" in modifiers(noun) or any(w.endswith("-led") for w in modifiers(noun))
        founded = founded or (led and noun.lemma_.lower() in ("push", "drive", "effort"))  # "the Czech-led push to buy shells"
    if noun.lemma_.lower() == "approach" and (verb is None or verb.lemma_ not in DEVISING):
        return
    if noun.lemma_.lower() == "plan" and verb is not None and verb.lemma_ in GIVING_UP:
        return  # "the plan to send tanks was dropped": a gift that does not come
    if is_of_strikes(noun) or _is_advised(noun) or (noun.lemma_.lower() == "roadmap" and _frameworks(scene, sentence)):
        return  # "the coalition agreed a roadmap"
    if is_for_others(scene, sentence, noun):
        return
    if status == "proposed" and verb is not None and verb.lemma_ in ("back", "endorse"):
        return  # "called on all members to back a tribunal"
    if status is None or not lead or not (founded or noun.lemma_.lower() in STRONG) or set(lead) & HOSTILE:
        return
    if noun.dep_ == "pobj" and noun.head.lower_ in CHANNELS | {"in", "to"} and not founded and leads_itself(scene, lead):
        return  # "support within the air force coalition"
    draft = initiative_draft(scene, sentence, noun, status, "unnamed")
    draft.add("lead", lead)
    helps = _helps(scene, sentence, noun)
    if helps or scene.focus > FOCUS:
        draft.add("beneficiary", [scene.beneficiary])
    draft.features |= {"founded": founded, "helps": helps, "again": before is not None}
    aimed = noun.lemma_.lower() in STRONG and is_told(noun) and scene.focus > FOCUS  # "under its initiative for munitions"
    if (founded or helps or aimed) and not (is_abroad(scene, sentence, noun) and not helps and not SIDES & set(lead)):
        yield draft


def _is_named_above(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """Whether the object right before a scheme, with a comma between, is its name."""
    first = noun.left_edge.i
    names = {t.i for m, _ in _frameworks(scene, sentence) for t in sentence.tokens_of(m)}
    beside = [t for t in children(noun.head, "dobj") if t.i < first and t.i in names]
    return bool(beside) and first > 0 and sentence.tokens[first - 1].text == ","


def _told_before(scene: Scene, noun: Token) -> Draft | None:
    """The scheme that "the coalition" comes back to: the last one told by the same noun."""
    if not (is_definite(noun) and is_bare(noun)):
        return None
    text = scene.document.text
    return next((d for d in reversed(scene.schemes) if text[slice(*d.trigger)].lower().endswith(noun.lower_)), None)


def _is_advised(noun: Token) -> bool:
    """ "NATO or a coalition of allies should consider it": those who are to act, in a proposal."""
    first = first_of_row(noun)
    return first.dep_ == "nsubj" and any(c.dep_ == "aux" and c.lower_ in ("should", "must") for c in first.head.children)


def _is_led(noun: Token, verb: Token | None) -> bool:
    """ "Lead an effort to train pilots", "the Czech-led purchase": what is done for many, with its aim told."""
    words = modifiers(noun)
    if any(w.endswith("-led") for w in words) or "led" in words:
        return True
    joint = bool(words & {"joint", "international", "multinational", "allied", "common", "european"})
    joint = joint or bool(words & {"training", "assistance", "support", "procurement", "repair", "demining"})
    if noun.lemma_ == "effort" and noun.tag_ == "NNS" and not joint:
        return False  # "continue to coordinate efforts to meet the needs"
    aim = any(c.dep_ in ("acl", "relcl") or (c.dep_ == "prep" and c.lower_ in ("for", "of")) for c in noun.children)
    settled = bool(words & {"joint", "common", "collective"}) and noun.lemma_.lower() in BUYING
    return verb is not None and (verb.lemma_ in RUNNING or (settled and verb.lemma_ in SETTLING)) and (joint or aim)


def _founding(noun: Token) -> frozenset[str]:
    """The verbs that make a scheme of a noun that may be many things; who proposes one must say what it is for."""
    hosted = frozenset(("host",)) if noun.lemma_.lower() in HOSTED else frozenset()
    hosted |= frozenset(("back", "endorse")) if noun.lemma_.lower() in COURTS else frozenset()
    return FOUNDING | STARTING | LOOSE | RUNNING | MANAGING | ENDING | hosted | (PROPOSING if is_told(noun) else frozenset())


def _is_at_work(noun: Token, verb: Token) -> bool:
    """ "The team works on repairs": the scheme does, nobody works on it."""
    return verb.lemma_ == "work" and noun.dep_ == "nsubj"


def _status(scene: Scene, sentence: Sentence, noun: Token) -> str | None:
    """proposed, announced, active or ended, by the verb; active where it simply is."""
    verb = scheme_verb(noun)
    if modifiers(noun) & {"proposed", "possible", "potential", "prospective"}:
        return "proposed"
    if modifiers(noun) & {"planned", "future", "forthcoming", "upcoming"}:
        return "announced"
    if is_over(noun):
        return "ended"
    if noun.dep_ == "nsubjpass" and noun.head.lemma_ in ENDING:
        verb = noun.head  # "a fund, managed by a bank, was abandoned"
    carrier = verb or (noun.head if noun.dep_ in ("nsubj", "nsubjpass", "dobj") and noun.head.pos_ in ("VERB", "AUX") else None)
    if carrier is None:
        return "proposed" if _is_among_proposed(noun) else "active"
    mood = scene.mood(sentence, carrier)
    acting = noun.head if noun.dep_ == "nsubj" and noun.head.pos_ in ("VERB", "AUX") else carrier
    if "new" in modifiers(noun) and (mood if acting is carrier else scene.mood(sentence, acting)).tense == "future":
        return "announced"  # "a new command, led by the US, will coordinate the aid"
    undone = mood.negated or mood.under("refuse") or (mood.conditional and noun.dep_ == "dobj")
    if undone and carrier.lemma_ in FOUNDING | {"give", "sign"} and noun.dep_ in ("dobj", "nsubjpass"):
        return None
    if mood.negated and not mood.awaited and carrier.lemma_ in LEADING and noun.dep_ == "dobj":
        return None  # "does not lead the coalition"
    if carrier.dep_ in ("ccomp", "xcomp") and carrier.head.lemma_ in LETTING and scene.mood(sentence, carrier.head).negated:
        return None  # "did not allow any corridor to be organised"
    if carrier.lemma_ in JOINED and mood.under("urge"):
        return "announced" if "new" in modifiers(noun) else "active"  # "called on others to join a new initiative"
    if carrier.lemma_ in ENDING and noun.dep_ in ("dobj", "nsubjpass"):
        wished = mood.modal in ("could", "may", "might", "should", "would", "must")
        return None if mood.negated or wished else "active" if mood.tense == "future" else "ended"
    if thinking_verb(noun):
        return "proposed"
    wished = mood.modal in ("could", "may", "might", "should", "would", "must") or mood.under("consider", "urge")
    if wished and carrier.lemma_ in FOUNDING | STRETCHING and _is_announced(carrier):
        return "announced"  # "announced that the scheme would be prolonged"
    begun = is_called_into_being(carrier)
    if wished or (
        carrier.lemma_ in PROPOSING | {"call", "think", "push", "argue", "lobby", "work"} and not begun and not _is_at_work(noun, carrier)
    ):
        return "proposed"
    if carrier.lemma_ in UNITING and noun.dep_ == "nsubj":
        return "active"
    if carrier.lemma_ in TELLING and noun.head is carrier and noun.dep_ in ("dobj", "nsubjpass"):
        return "announced"
    if carrier.lemma_ in STRETCHING and mood.tense != "future":
        return "active"
    if carrier.lemma_ in FOUNDING | {"give", "sign"} or begun:
        return "announced" if mood.tense in ("future", "infinitive", "present", "progressive") else "active"
    return "announced" if _is_to_come(noun, carrier, mood) else "active"


def _is_announced(verb: Token) -> bool:
    """Whether a clause tells what somebody said for certain will be."""
    told = verb.dep_ == "ccomp" and verb.head.lemma_ in ("announce", "confirm", "declare") and verb.head.tag_ in ("VBD", "VBN")
    return told and any(c.lower_ in ("would", "'d") for c in verb.children)


def _is_among_proposed(noun: Token) -> bool:
    """ "Has proposed four projects, among them a drone initiative"."""
    listed = noun.head.lower_ in ("among", "including", "like") or (noun.dep_ in ("appos", "pobj") and noun.head.dep_ in ("appos", "prep"))
    above = next((a for a in noun.ancestors if a.pos_ == "VERB"), None)
    return listed and above is not None and above.lemma_ in ("propose", "suggest", "moot", "float")


def _is_to_come(noun: Token, verb: Token, mood: Mood) -> bool:
    """ "A new mission will train", "is to lead a coalition": what is new and will do something is not at work yet."""
    untold = any(c.lower_ in ("a", "an", "another") for c in noun.lefts)
    to_come = mood.tense == "future" or (verb.dep_ == "xcomp" and verb.tag_ == "VB" and verb.head.lemma_ == "be")
    return to_come and ((noun.dep_ == "nsubj" and bool(modifiers(noun) & NEW)) or (noun.dep_ == "dobj" and untold))


def _helps(scene: Scene, sentence: Sentence, noun: Token) -> bool:
    """Whether the scheme is said to be for the pack's country, or supplies goods."""
    words = {t.i for t in within(noun)}
    for mention in sentence.mentions:
        if any(t.i in words for t in sentence.tokens_of(mention)) and (
            mention.id_of("item") or scene.beneficiary in (n.id for n in mention.names)
        ):
            return True
    return sentence.names(scene.beneficiary)
