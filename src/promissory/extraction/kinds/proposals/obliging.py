"""Finding proposals in what somebody should, must or needs to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, infinitives
from promissory.extraction.kinds.conditions.prerequisites import is_for_payment
from promissory.extraction.kinds.matters.addressing import AT_HOME, ENDS, HOSTILITIES, bloc_spoken_for, is_owed, told_of
from promissory.extraction.kinds.matters.foes import opponent
from promissory.extraction.kinds.needs.wanting import is_to_give
from promissory.extraction.kinds.proposals.planning import planners
from promissory.extraction.kinds.proposals.pleas import KIND, finish
from promissory.extraction.kinds.proposals.unnamed import bids_by_itself
from promissory.extraction.kinds.proposals.urgers import urgers
from promissory.extraction.lexicon.papers import AGREEMENTS
from promissory.extraction.lexicon.verbs import TELLING
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.speech.voicing import Voice

if TYPE_CHECKING:
    from promissory.extraction.words import Token

DEONTIC = frozenset(("should", "must", "ought"))
#: Verbs whose subject is not asked to act ("Ukraine should get more").
#: How one may be asked to be ("Europe should not be naive").
CONDUCT = frozenset(
    "naive careful realistic patient firm honest generous bold quick united vigilant prepared cautious braver bolder faster tougher".split()
)
RECEIVES = frozenset("get receive have obtain win prevail survive".split())
#: What an attacker would have to do for peace; what else it would need to do is reckoned and not urged.
CONCEDING = ENDS | frozenset("withdraw leave retreat pull return release free agree accept negotiate pay".split())
#: What befalls one ("nobody should die for want of shells").
SUFFERS = frozenset("die suffer perish starve freeze bleed worry fear".split())
#: What one is bidden to have ("should have the courage to negotiate").
VIRTUES = frozenset("courage patience wisdom decency gut nerve strength confidence faith respect mercy resolve".split())
#: What one needs to do for one's own sake ("Ukraine needs to defend itself").
NEEDFUL = frozenset(
    "be rely depend fight face contend cope choose defend survive know understand buy find raise maintain preserve recover rebuild "
    "replenish replace".split()
)
#: What one has to come to see ("the world needs to see him for what he is").
INSIGHTS = frozenset("see realise realize recognise recognize admit accept grasp sober wake remember forget expect think".split())
#: What is left to somebody ("Scholz must decide by Friday").
OPEN = frozenset("decide choose wait answer submit hope".split())
#: What a thing may be expected to do by itself ("a first batch should arrive").
YIELDS = frozenset(
    "arrive give help come take last become make cost allow enable cover bring follow suffice happen mean include reach".split()
)
#: What talks and works do by themselves ("the talks should begin on Monday").
BEGINS = frozenset("begin start open conclude resume continue end finish".split())
#: Words by which it is left open what ought to be done.
ASKED = frozenset("what how when where whether which who".split())
#: What obliges by itself.
RULES = AGREEMENTS | frozenset("law contract rule constitution term regulation legislation charter plan".split())
#: What one says that "we" must do without asking for an act.
MUSINGS = frozenset(
    "remember forget understand know recognise recognize admit say see expect ask keep acknowledge hope believe think note look consider "
    "realise realize face stay remain live bear mention add thank wait learn be have accept stress emphasise emphasize "
    "assume suppose reckon fulfil fulfill".split()
)
#: What somebody ought to be, or where.
PLACES = frozenset("part member party table room agenda lead forefront participant condition".split())
BARRING = frozenset("no any more clear real strong serious global common joint new binding".split())
POINTING = frozenset("such this that these those".split())
CONDITIONS = frozenset("condition requirement criterion precondition prerequisite benchmark".split())
#: Verbs of counting what something would take.
RECKONING = frozenset("reckon estimate calculate compute figure".split())
#: What parliaments do with what governments have signed.
RATIFYING = frozenset("ratify approve endorse confirm vote".split())
#: What "we have to do" for ourselves.
#: What others say, and what one does about it.
CLAIMS = frozenset("claim assertion notion accusation suggestion argument".split())
ANSWERING = frozenset("reject dismiss deny rebut refute dispute contradict counter question brush mock ridicule".split())
PRIVATE_ACTS = frozenset("go do get pay rely deal cope start find talk come work".split())
LEAVES = frozenset("expel exclude remove suspend eject oust bar kick".split())


def from_modal(scene: Scene, sentence: Sentence, modal: Token) -> Draft | None:
    """ "Y should act": urged by whoever says so, or by the text itself."""
    bound = next((c for c in children(modal, "xcomp") if c.tag_ == "VB" or (c.tag_ == "VBN" and is_passive(c))), None)  # "ought to act"
    verb = bound if bound is not None else modal.head
    gets = verb.lemma_ in RECEIVES and not any(t.lemma_.lower() in VIRTUES for t in children(verb, "dobj"))
    if verb.lemma_ == "have" and children(verb, "conj"):  # "the Union should have a shield and give it to Kyiv"
        gets = scene.beneficiary in scene.states(scene.named(sentence, actors_of(verb)))
    told = [] if gets else [_antecedent(t, verb) for t in _shared(verb) or actors_of(verb)]
    told = _told_so(verb) if [t.lower_ for t in told] == ["they"] and _told_so(verb) else told
    goods = bool(told) and all(sentence.item_of(t) for t in told)
    if goods and not is_passive(verb) and scene.states(scene.named(sentence, told)) == ["RU"]:
        return None  # "nineteen drones ought to settle the argument"
    ours = any(t.lower_ == "we" for t in told)
    if not _is_deontic(scene, sentence, modal, verb) or any(t.lower_ == "i" for t in told):
        return None
    if (verb.lemma_ in SUFFERS and not is_passive(verb)) or (gets and _is_awaited(sentence, modal, verb)):
        return None
    if any(t.lower_ == "there" for t in told) and not (_is_laid_down(verb) and any(t.i < modal.i for t in told)):
        return None
    if any(t.lemma_.lower() in CONDITIONS for t in children(verb, "dobj")):
        return None  # "must first meet seven conditions"
    if verb.dep_ in ("relcl", "acl", "advcl") and verb.head.lemma_ == "reason" and any(c.lower_ == "why" for c in verb.children):
        return None  # "saw no reason why Berlin should pay"
    if verb.dep_ in ("ccomp", "pcomp", "xcomp", "csubj") and any(c.lower_ in ASKED and c.i < modal.i for c in verb.children):
        return None  # "asked what Berlin ought to do"
    if verb.lemma_ == "have" and infinitives(verb) and (children(verb, "neg") or _is_nobody(told)):
        return None  # "no surgeon should have to choose"
    yours = any(t.lower_ == "you" for t in told)
    if yours and (scene.discourse.author is None and modal.i not in sentence.quoted):
        return None
    if (ours or yours) and (verb.lemma_ in MUSINGS or verb.pos_ != "VERB" or verb.dep_ in ("relcl", "advcl", "acl")):
        return None
    if _is_anothers_claim(verb) or (_is_settled(verb) and not scene.named(sentence, told)):
        return None
    voice = scene.speaker_of(sentence, told[0] if told and _shared(verb) else modal)
    told = [] if ours else after(verb, "from") if is_passive(verb) and verb.lemma_ in LEAVES and not told else told
    who = [w.id for w in scene.named(sentence, told)]
    author = scene.discourse.author or (scene.discourse.home if who else None)  # an office writes of others for its state
    some = who or told_of(scene, sentence, told, [])  # "The West should give Ukraine more"
    begins = verb.lemma_ in BEGINS and not ours and not children(verb, "xcomp", "dobj", "acomp")
    comes = verb.lemma_ in YIELDS or (begins and not any(t.lemma_.lower() in HOSTILITIES | {"war", "fighting"} for t in told))
    if not some and not is_passive(verb) and comes and modal.lower_ != "ought" and not is_owed(scene, sentence, verb):
        return None
    planned = [] if voice or author else planners(scene, sentence)
    bare = not who or is_passive(verb) or verb.lemma_ in NEEDFUL | OPEN or _is_ruled(verb) or is_for_payment(verb)
    own = scene.beneficiary in scene.states(scene.named(sentence, told)) and verb.lemma_ in NEEDFUL  # "Ukraine must rely on itself"
    by_text = scene.focus > 0 and not own and bids_by_itself(modal, verb, told) and not (_is_ruled(verb) or is_for_payment(verb))
    if voice is None and author is None and not planned and bare and not by_text:
        return None
    draft = scene.draft(sentence, KIND, "made", verb, "modal")
    by = _speaking(scene, sentence, verb, voice) if voice else [author] if author else planned
    draft.add("by", by)
    if voice:
        draft.grounds |= {"by": voice.at} if by else {}
    elif by:
        draft.inferred["by"] = "whoever made the plan that it is a point of" if planned else "the author of the text"
    if who and set(who) <= set(by):
        return None
    draft.features |= {"voice": float(voice is not None), f"modal={modal.lower_}": 1.0, "we": float(ours)}
    if ours and (bloc := bloc_spoken_for(scene, by)):
        draft.add("to", [bloc])
        draft.inferred["to"] = "the bloc the speaker speaks for"
    return finish(scene, sentence, draft, verb, told)


def _is_settled(verb: Token) -> bool:
    """ "All parties agreed that 35 billion should be spent": decided, and urged by nobody."""
    first = verb.head if verb.dep_ == "conj" and verb.head.dep_ == "ccomp" else verb  # "and that it should run to 2030"
    return first.dep_ == "ccomp" and first.head.lemma_ in ("agree", "decide", "resolve") and not agents(verb)


def _is_anothers_claim(verb: Token) -> bool:
    """ "Responded to a claim by X that Kyiv should pay for it": what somebody else holds, and not whoever answers it."""
    noun = verb.head if verb.dep_ in ("acl", "relcl") else None
    if noun is None and verb.dep_ == "ccomp":
        noun = next((t for t in (*things_of(verb.head), *after(verb.head, "to", "at", "against", "on")) if t.lemma_ in CLAIMS), None)
    if noun is not None and noun.dep_ == "pobj" and noun.head.lower_ in ("by", "from", "of") and noun.head.head.lemma_ in CLAIMS:
        noun = noun.head.head  # "rejected a claim by a rival that Oslo should pay"
    answered = noun is not None and noun.lemma_ in CLAIMS and (noun.dep_ == "pobj" or noun.head.lemma_ in ANSWERING)
    return answered and noun is not None and not any(c.tag_ == "PRP$" for c in noun.lefts)


def _told_so(verb: Token) -> list[Token]:
    """ "Told allies that they must not waver": those who are told it."""
    above = verb.head if verb.dep_ == "ccomp" and verb.head.lemma_ in ("tell", "warn", "remind", "assure") else None
    return [t for t in children(above, "dobj") if t.tag_ in ("NNS", "NNPS")] if above is not None else []


def _is_nobody(told: list[Token]) -> bool:
    return any(t.lower_ in ("nobody", "none") or any(c.lower_ == "no" for c in t.lefts) for t in told)


def _shared(verb: Token) -> list[Token]:
    """ "X said that Kyiv has no cards and should yield": the subject of the clause before, which the parser passes over."""
    above = verb.head if verb.dep_ == "conj" and verb.head.lemma_ in TELLING and not children(verb, "nsubj", "nsubjpass") else None
    clause = next((c for c in children(above, "ccomp") if above.i < c.i < verb.i), None) if above is not None else None
    return subjects(clause) if clause is not None else []


def _is_awaited(sentence: Sentence, modal: Token, verb: Token) -> bool:
    """ "Kyiv should receive the first jets this summer": what is expected by a day, not asked for."""
    return modal.lower_ == "should" and any(t.i in sentence.date_at for t in verb.subtree)


def _speaking(scene: Scene, sentence: Sentence, verb: Token, voice: Voice) -> list[str]:
    """Who says what ought to be done: everyone whom the subject of the speech verb names, else whoever the voice is."""
    above = verb.head if verb.dep_ == "ccomp" and verb.head.pos_ == "VERB" else None
    told = subjects(above) if above is not None and verb.i not in sentence.quoted else []
    several = any(t.tag_ == "NNS" for t in told)
    named = [w.id for w in urgers(scene, sentence, above, told) if not w.vague] if above is not None and several else []
    return named or ([] if voice.vague else list(voice.ids))


def from_need(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "X said that Y needs to act", where X is not of Y."""
    voice = scene.speaker_of(sentence, verb)
    told = subjects(verb)
    further = [d for d in children(verb, "advcl") if d.lemma_ == "go" and any(c.lower_ == "further" for c in d.children)]
    deeds = (d for d in [*infinitives(verb), *further] if d.i > verb.i and _is_act(scene, sentence, d, told))
    if verb.lemma_ == "have" and children(verb, "dobj"):
        return None  # "has too few of them to make a difference"
    deed = next((d for d in deeds if d.tag_ == "VBN" or d.lemma_ not in RECEIVES | NEEDFUL | INSIGHTS), None)
    who = scene.named(sentence, told)
    mood = scene.mood(sentence, verb)
    ours = [t.lower_ for t in told] == ["we"] and deed is not None and deed.lemma_ not in MUSINGS | PRIVATE_ACTS
    author = scene.discourse.author if voice is None else None
    by = list(voice.ids) if voice and not voice.vague else [author] if author else []
    if any(c.lower_ in ("still", "yet") for c in verb.children):
        return None  # "still has to deliver ten"
    reckoned = deed is not None and deed.lemma_ not in CONCEDING
    counts = any(a.lemma_ in RECKONING for a in verb.ancestors) or opponent(scene.beneficiary) in scene.states(who)
    if mood.tense == "future" and verb.lemma_ == "have" and reckoned and opponent(scene.beneficiary) in scene.states(who):
        return None  # "Moscow will have to reckon with it"
    if mood.modal == "would" and reckoned and counts:
        return None  # "to take the city Moscow would need to muster more men", "reckons that Europe would need to find 20 billion"
    bidden = (
        not by
        and mood.modal is None
        and mood.tense == "present"
        and is_to_give(verb)
        and bool(set(scene.states(who)) - {scene.beneficiary})
        and scene.is_about_beneficiary
    )
    if not (by or bidden) or deed is None or mood.negated or mood.conditional or (mood.tense == "past" and author):
        return None
    things = all(t.pos_ != "PRON" for t in told)
    created = (verb.lemma_ == "have" or things) and is_passive(deed) and not (who or told_of(scene, sentence, told, []))
    if created and mood.tense == "past":
        return None  # "the bridge had to be closed"
    # "the attacks have to stop"
    ends = any(t.lemma_.lower() in HOSTILITIES | {"war", "fighting"} for t in told) and deed.lemma_ in ENDS
    if not (ours or ends or who or created or told_of(scene, sentence, told, [])) or (
        ours and scene.beneficiary in map(scene.namer.state_of, by)
    ):
        return None
    # what one's own country needs is a need; what one's alliance needs to do is urged
    at_home = any(t.lemma_.lower() in AT_HOME for t in told)  # "the government has to deal with it"
    states = [] if ours or ends or at_home else [i for i in scene.states(who) if i in scene.pack.actor]
    own = {i for i in states if scene.pack.actor[i].type == "state"}
    they = (
        [t.lower_ for t in told] == ["they"] and verb.lemma_ == "have" and verb.dep_ == "ccomp" and bool(who)
    )  # "insisted that they had to give more"
    if own & {scene.namer.state_of(i) or i for i in by} or (not ours and not they and any(t.pos_ == "PRON" for t in told)):
        return None
    draft = scene.draft(sentence, KIND, "made", verb, "modal")
    draft.add("by", by)
    draft.grounds |= {"by": voice.at} if voice and by else {}
    draft.inferred |= {} if voice or not by else {"by": "the author of the text"}
    draft.features |= {"voice": float(bool(by)), "modal=need": 1.0, "we": float(ours)}
    if ours and (bloc := bloc_spoken_for(scene, by)):
        draft.add("to", [bloc])
        draft.inferred["to"] = "the bloc the speaker speaks for"
    return finish(scene, sentence, draft, deed, [] if ours else told)


def _is_act(scene: Scene, sentence: Sentence, deed: Token, told: list[Token]) -> bool:
    return deed.tag_ == "VB" or _is_to_be_done(scene, sentence, deed, told)


def _is_to_be_done(scene: Scene, sentence: Sentence, deed: Token, told: list[Token]) -> bool:
    """ "The rules need to be loosened", "sanctions have to be tightened": a thing, and none of the beneficiary's own."""
    owned = {scene.namer.modifier(sentence, t) for t in told}
    return deed.tag_ == "VBN" and is_passive(deed) and not scene.named(sentence, told) and scene.beneficiary not in owned


def _is_deontic(scene: Scene, sentence: Sentence, modal: Token, verb: Token) -> bool:
    """Whether a modal bids: not "should Kyiv fall", "must have been", "should be able", "should arrive soon"."""
    if _is_supposed(scene, sentence, verb) or any(c.lower_ in ("have", "'ve") and c.dep_ == "aux" for c in verb.children):
        return False
    conduct = any(c.lower_ in CONDUCT for c in verb.children if c.dep_ == "acomp")
    voice = scene.speaker_of(sentence, modal)
    named = not voice.vague if voice is not None else scene.discourse.author is not None
    if verb.lemma_ == "know" or (verb.lemma_ == "be" and not is_passive(verb) and not conduct and not (named and _is_laid_down(verb))):
        return False
    if modal.lower_ == "must" and verb.tag_ == "VBG":  # "must be laughing"
        return False
    if modal.lower_ == "must" and not named and verb.lemma_ in RATIFYING:  # the next step that the law has laid down
        return False
    able = any(c.lower_ in ("able", "enough", "ready", "easier", "possible") for c in verb.children)
    return not able and verb.i > modal.i


def _is_laid_down(verb: Token) -> bool:
    """What ought to be: "must be part of the talks", "should be at the table", "there must be no concessions"."""
    seats = {t.lemma_.lower() for t in [*children(verb, "attr"), *after(verb, "at", "on", "in", "of")]}
    barred = any(c.lower_ in BARRING for n in children(verb, "attr") for c in n.lefts)
    barred = barred and not any(c.lower_ in POINTING for n in children(verb, "attr") for c in n.lefts)  # "no such talk"
    there = any(c.dep_ == "expl" for c in verb.children)
    return verb.lemma_ == "be" and (bool(seats & PLACES) or (there and barred))


def _antecedent(token: Token, verb: Token) -> Token:
    """Whom "it" and "they" mean after a condition in the same sentence ("if Europe is serious, it should act")."""
    if token.lower_ not in ("it", "they"):
        return token
    led = [s for c in children(verb, "advcl") if c.i < token.i for s in children(c, "nsubj") if s.pos_ in ("NOUN", "PROPN")]
    return led[-1] if led else token


def _is_ruled(verb: Token) -> bool:
    """Whether an agreement or a law obliges rather than anybody urges ("must repay the loan under the deal")."""
    return any(p.lemma_.lower() in RULES for p in after(verb, "under", "by", "in"))


def _is_supposed(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is in a condition itself ("if it should fail"); what is urged for a case is urged ("if it fails, they must act")."""
    return scene.mood(sentence, verb).conditional and not follows_condition(verb)


def follows_condition(verb: Token) -> bool:
    """ "If it fails, we demand that they act", "must stop if it wants peace": what is urged for a case is urged."""
    return any(c.dep_ == "advcl" and any(m.lower_ == "if" for m in c.children) for c in verb.children)
