"""Finding proposals: who urges, recommends or demands that somebody act, and who says that somebody should."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.callings import SELF
from promissory.extraction.discourse import Referent
from promissory.extraction.kinds.addressing import CITIZENS, WORLD, is_asked_of_partners, is_to_be_given, nation_addressed, told_of
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.slots import fill_date, fill_items, fill_topics, goods_in
from promissory.extraction.syntax import actors_of, after, children, is_passive, spread, subjects, things_of, within
from promissory.extraction.triggers import triggers

if TYPE_CHECKING:
    from spacy.tokens import Token

KIND = "proposal"
DEONTIC = frozenset(("should", "must", "ought"))
#: What one needs to do for one's own sake ("Ukraine needs to defend itself").
NEEDFUL = frozenset(
    "be rely depend fight face contend cope choose defend survive know understand buy find raise maintain preserve recover rebuild "
    "replenish replace".split()
)
#: What is asked for with these verbs is a need ("asked Berlin to help").
AIDS = frozenset("help support assist aid back arm equip fund".split())
#: Auxiliaries under which nothing was urged.
UNURGED = frozenset("would could may might can".split())
IDEAS = frozenset("proposal plan idea call demand offer suggestion initiative request appeal recommendation amendment peace".split())
NEEDS = frozenset("need importance urgency necessity".split())
#: What a thing may be expected to do by itself ("a first batch should arrive").
YIELDS = frozenset(
    "arrive give help come take last become make cost allow enable cover bring follow suffice happen mean include reach".split()
)
#: Verbs that in a passive go on with what was urged before.
PUBLIC = frozenset("ask urge call advise encourage recommend exhort implore".split())
#: What speaks for those who wrote or adopted it, and how they do.
PAPERS = frozenset("resolution letter statement petition declaration motion appeal report amendment communique document".split())
ADOPTS = frozenset("adopt pass approve back support sign publish issue write endorse send release vote draft submit".split())
DEEDS = ("xcomp", "ccomp", "advcl")
#: Verbs that only say that somebody urged, and wrongly ("accused the West of pressing Kyiv").
CHARGES = frozenset("accuse blame suspect deny".split())
#: Verbs whose subject is not asked to act ("Ukraine should get more").
RECEIVES = frozenset("get receive have obtain win prevail survive".split())
ADDRESSES = frozenset(("call", "appeal", "plead"))
#: Verbs that urge only with an infinitive ("told Russia to stop").
TELLS = frozenset(("tell", "warn", "order", "command", "ask"))
#: Verbs that urge by an object alone ("urged restraint").
SELF_STANDING = frozenset(("urge", "encourage"))
#: Verbs that say something is so as often as that it should be.
CLAUSAL = frozenset(("suggest", "insist"))
#: Auxiliaries of what is so or may be.
INDICATIVE = frozenset("is are was were has have had do does did will would may might can could 's 're".split())
#: What one says that "we" must do without asking for an act.
MUSINGS = frozenset(
    "remember forget understand know recognise recognize admit say see expect ask keep acknowledge hope believe think note look consider "
    "realise realize face stay remain live bear mention add thank wait learn be have accept stress emphasise emphasize".split()
)
LEAVES = frozenset("expel exclude remove suspend eject oust bar kick".split())
HELP = frozenset("aid assistance help support backing money funding reinforcement equipment".split())


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of proposals in a sentence."""
    urging: set[int] = set()
    for token, frame in triggers(scene.pack, sentence, KIND):
        build = BUILDERS.get(frame.role)
        draft = build(scene, sentence, token) if build else None
        if draft:
            draft.features |= {f"frame={frame.role}": 1.0, f"lemma={token.lemma_.lower()}": 1.0}
            urging.add(token.i)
            yield draft
    for token in sentence.tokens:
        if token.lemma_ == "need" and token.pos_ in ("VERB", "AUX") and (draft := _from_need(scene, sentence, token)):
            yield draft
        told_already = token.head.dep_ == "ccomp" and token.head.head.i in urging
        if token.lower_ in DEONTIC and token.tag_ == "MD" and not told_already and (draft := _from_modal(scene, sentence, token)):
            yield draft


def _is_urged(scene: Scene, sentence: Sentence, verb: Token) -> bool:
    mood = scene.mood(sentence, verb)
    if verb.dep_ == "pcomp" and verb.head.head.lemma_ in CHARGES:
        return False
    return not mood.negated and mood.modal not in UNURGED and not mood.conditional


def _from_urging(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "X urged Y to act", "X called on Y to act", "Y was urged by X to act"."""
    if not _is_urged(scene, sentence, verb):
        return None
    addressed = after(verb, "on", "upon", "to", "with") if verb.lemma_ in ADDRESSES else []
    told = addressed or things_of(verb) or after(verb, "on", "upon", "to", "with")
    deeds = [
        d
        for d in verb.children
        if d.dep_ in DEEDS and d.pos_ in ("VERB", "AUX") and (d.i > verb.i or d.dep_ == "ccomp" or d.i in sentence.quoted)
    ]
    deeds += [a for t in told for a in children(t, "acl", "relcl") if a.tag_ == "VB"]
    if verb.lemma_ in TELLS:
        deeds = [d for d in deeds if d.tag_ == "VB" and {"to"} == {c.lower_ for c in d.children} & {"to", "how", "what", "when", "where"}]
        if verb.lemma_ == "ask" and any(d.lemma_ in AIDS or are_goods(sentence, things_of(d)) for d in deeds):
            return None
    doers = [s for d in deeds for s in children(d, "nsubj", "nsubjpass") if s.pos_ != "PRON"]
    if not deeds and (are_goods(sentence, told) or verb.lemma_ not in SELF_STANDING or is_passive(verb)):
        return None
    return urge(scene, sentence, verb, actors_of(verb), spread(doers) or told, "urge")


def _from_demanding(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "X proposed that Y act", "X called for Y to act", "X demanded an end to …"."""
    if not _is_urged(scene, sentence, verb):
        return None
    clauses = [c for c in children(verb, "ccomp", "xcomp", "advcl") if c.i > verb.i and c.pos_ in ("VERB", "AUX")] + _infinitives(verb)
    wished = [c for c in clauses if _is_wished(c)]
    things = [t for t in things_of(verb) + after(verb, "for", "against", "on") if t.i not in {c.i for c in clauses}]
    if not wished and (not things or verb.lemma_ in CLAUSAL):
        return None
    doers = spread(s for c in wished for s in children(c, "nsubj", "nsubjpass"))
    if (are_goods(sentence, things) and not wished) or (
        wished and not doers and not things and any(c.lower_ == "to" for w in wished for c in w.children)
    ):
        return None
    peers = [d for d in doers if d.lemma_.lower() in WORLD | CITIZENS and d.tag_ == "NNS"]
    told = _actors(scene, sentence, doers) or peers or after(verb, "to", "from") or _actors(scene, sentence, things)
    return urge(scene, sentence, verb, actors_of(verb), told, "demand")


def _from_wanting(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "X wants Y to act", "X would like Y to act", where Y is somebody else."""
    if (
        scene.mood(sentence, verb).negated
        or sentence.text.endswith("?")
        or (verb.lemma_ == "like" and not any(c.lower_ in ("would", "'d") for c in verb.children))
    ):
        return None
    clauses = [c for c in children(verb, "ccomp", "xcomp") if c.tag_ in ("VB", "VBN") and c.lemma_ not in ("be", "win")]
    told = [
        t
        for t in spread(s for c in clauses for s in children(c, "nsubj")) or (children(verb, "dobj") if clauses else [])
        if t.pos_ != "PRON"
    ]
    return urge(scene, sentence, verb, subjects(verb), told, "want") if scene.named(sentence, told) else None


def _from_stressing(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "X stressed the need for Y to act"."""
    noun = next((n for n in children(verb, "dobj") if n.lemma_ in NEEDS), None)
    if noun is None or not _is_urged(scene, sentence, verb):
        return None
    deeds = [d for d in noun.subtree if d.tag_ in ("VB", "VBG") and d.i > noun.i]
    doers = [s for d in deeds for s in children(d, "nsubj")] or after(noun, "for", "of")
    told = _actors(scene, sentence, doers)
    by = scene.named(sentence, actors_of(verb))
    return urge(scene, sentence, verb, actors_of(verb), told, "stress") if deeds and told and by != scene.named(sentence, told) else None


def _from_rejecting(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "Y dismissed X's proposal": made by X, rejected by Y."""
    idea = next((n for n in things_of(verb) if n.lemma_ in IDEAS), None)
    owners = children(idea, "poss") if idea is not None else []
    if idea is None or not owners or not _is_urged(scene, sentence, verb):
        return None
    draft = urge(scene, sentence, verb, owners, [], "reject")
    if draft:
        draft.status = "rejected"
        draft.add("to", scene.states(scene.named(sentence, actors_of(verb))))
    return draft


def _from_modal(scene: Scene, sentence: Sentence, modal: Token) -> Draft | None:
    """ "Y should act": urged by whoever says so, or by the text itself."""
    bound = next((c for c in children(modal, "xcomp") if c.tag_ == "VB"), None)  # "ought to act"
    verb = bound if bound is not None else modal.head
    told = [] if verb.lemma_ in RECEIVES else actors_of(verb)
    ours = any(t.lower_ == "we" for t in told)
    if not _is_deontic(scene, sentence, modal, verb) or any(t.lower_ in ("i", "there") for t in told):
        return None
    yours = any(t.lower_ == "you" for t in told)
    if yours and (scene.discourse.author is None and modal.i not in sentence.quoted):
        return None
    if (ours or yours) and (verb.lemma_ in MUSINGS or verb.pos_ != "VERB" or verb.dep_ in ("relcl", "advcl", "acl")):
        return None
    voice = scene.speaker_of(sentence, modal)
    told = [] if ours else after(verb, "from") if is_passive(verb) and verb.lemma_ in LEAVES and not told else told
    who = [w.id for w in scene.named(sentence, told)]
    author = scene.discourse.author
    if not who and not is_passive(verb) and verb.lemma_ in YIELDS:
        return None
    if voice is None and author is None and (not who or is_passive(verb) or verb.lemma_ in NEEDFUL):
        return None
    draft = scene.draft(sentence, KIND, "made", verb, "modal")
    by = list(voice.ids) if voice else [author] if author else []
    draft.add("by", by)
    if voice:
        draft.grounds["by"] = voice.at
    elif author:
        draft.inferred["by"] = "the author of the text"
    if who and set(who) <= set(by):
        return None
    draft.features |= {"voice": float(voice is not None), f"modal={modal.lower_}": 1.0, "we": float(ours)}
    return finish(scene, sentence, draft, verb, told)


def _from_need(scene: Scene, sentence: Sentence, verb: Token) -> Draft | None:
    """ "X said that Y needs to act", where X is not of Y."""
    voice = scene.speaker_of(sentence, verb)
    deed = next((d for d in children(verb, "xcomp") if d.tag_ == "VB" and d.i > verb.i and d.lemma_ not in RECEIVES | NEEDFUL), None)
    told = subjects(verb)
    who = scene.named(sentence, told)
    mood = scene.mood(sentence, verb)
    if voice is None or voice.vague or deed is None or not who or mood.negated or mood.conditional:
        return None
    # what one's own country needs is a need; what one's alliance needs to do is urged
    own = {i for i in scene.states(who) if i in scene.pack.actor and scene.pack.actor[i].type == "state"}
    if own & {scene.namer.state_of(i) or i for i in voice.ids} or any(t.pos_ == "PRON" for t in told):
        return None
    draft = scene.draft(sentence, KIND, "made", verb, "modal")
    draft.add("by", list(voice.ids))
    draft.grounds["by"] = voice.at
    draft.features |= {"voice": 1.0, "modal=need": 1.0}
    return finish(scene, sentence, draft, deed, told)


def _is_deontic(scene: Scene, sentence: Sentence, modal: Token, verb: Token) -> bool:
    """Whether a modal bids: not "should Kyiv fall", "must have been", "should be able", "should arrive soon"."""
    if scene.mood(sentence, verb).conditional or any(c.lower_ in ("have", "'ve") and c.dep_ == "aux" for c in verb.children):
        return False
    if verb.lemma_ == "know" or (verb.lemma_ == "be" and not is_passive(verb)):
        return False
    able = any(c.lower_ in ("able", "enough", "ready", "easier", "possible") for c in verb.children)
    return not able and verb.i > modal.i


def urge(scene: Scene, sentence: Sentence, verb: Token, urging: list[Token], told: list[Token], rule: str) -> Draft | None:
    """A draft of what somebody urges; whoever speaks, where a passive leaves out who urges."""
    if not urging and is_passive(verb):
        return _unsaid(scene, sentence, verb, told, rule)
    urging = [a for token in urging for a in _authors(token)]
    by = [w for token in urging for w in scene.voices.name_all(sentence, token)]
    if not by and any(t.lower_ in SELF for t in urging) and (voice := scene.speaker_of(sentence, verb)):
        by = [Referent(i, vague=voice.vague) for i in voice.ids]
    if urging and (not by or by[0].vague) and (owner := scene.namer.modifier(sentence, urging[0])):
        by = [Referent(owner)]
    if by and by[0].vague and by[0].id not in scene.pack.actor:
        by = []
    if not by and not (rule in ("urge", "noun", "list") and any(not w.vague for w in scene.named(sentence, told))):
        return None
    draft = scene.draft(sentence, KIND, "made", verb, rule)
    draft.add("by", [w.id for w in by])
    draft.grounds |= {"by": sentence.bounds(urging[0])} if by else {}
    return finish(scene, sentence, draft, verb, told)


def _unsaid(scene: Scene, sentence: Sentence, verb: Token, told: list[Token], rule: str) -> Draft | None:
    """ "Europeans are urged to act": by whoever says so, by the author, or by whoever urged before."""
    voice = scene.speaker_of(sentence, verb)
    last = list(scene.voices.last) if verb.lemma_ in PUBLIC else []
    by = list(voice.ids) if voice else [scene.discourse.author] if scene.discourse.author else last
    if not by:
        return None
    draft = scene.draft(sentence, KIND, "made", verb, rule)
    draft.add("by", by)
    draft.grounds |= {"by": voice.at} if voice else {}
    draft.inferred |= {} if voice else {"by": "whoever speaks in the text"}
    return finish(scene, sentence, draft, verb, told)


def _authors(token: Token) -> list[Token]:
    """Who speaks in a paper that urges ("they adopted a resolution calling on Moscow"), else the token itself."""
    if token.lemma_.lower() not in PAPERS:
        return [token]
    named = after(token, "by", "of", "from") or children(token, "poss")
    if named:
        return named
    verb = token.head
    return (subjects(verb) if token.dep_ == "dobj" and verb.lemma_ in ADOPTS else []) or [token]


def finish(scene: Scene, sentence: Sentence, draft: Draft, trigger: Token, told: list[Token]) -> Draft:
    by = draft.parties.get("by", [])
    to = [i for i in told_of(scene, sentence, told, by) if i not in by]
    if to:
        draft.add("to", to)
        draft.grounds["to"] = sentence.bounds(told[0])
    elif nation := nation_addressed(scene, draft, told):
        draft.add("to", [nation])
        draft.inferred["to"] = "the author speaks to the people of the country"
    elif not draft.features.get("we") and (is_asked_of_partners(scene, draft, trigger) or is_to_be_given(scene, sentence, trigger)):
        draft.add("to", ["partners"])
        draft.inferred["to"] = "what is asked for the beneficiary is asked of its partners where nobody else is named"
    fill_date(draft, sentence, trigger)
    fill_topics(draft, scene, sentence, list(within(trigger)))
    fill_items(draft, goods_in(sentence, list(trigger.subtree)))
    if "by" in draft.grounds and (voice := scene.speaker_of(sentence, trigger)) and not set(voice.ids) & set(by):
        draft.slots["attributed_to"] = voice.ids
        draft.grounds["attributed_to"] = voice.at
    draft.features |= {"told": float(bool(to)), "quoted": float(trigger.i in sentence.quoted), "urged": float(bool(by))}
    return draft


def are_goods(sentence: Sentence, tokens: list[Token]) -> bool:
    """Whether what is asked for are goods or help, which makes it a need."""
    return any((sentence.at.get(t.i) and sentence.at[t.i].id_of("item")) or t.lemma_ in HELP for t in tokens)


def _infinitives(verb: Token) -> list[Token]:
    """The infinitives after "for" ("called for missiles to be sent")."""
    return [
        c
        for prep in children(verb, "prep")
        if prep.lower_ == "for"
        for c in prep.subtree
        if c.tag_ in ("VB", "VBN") and c.dep_ in ("pcomp", "acl", "advcl", "relcl")
    ]


def _is_wished(clause: Token) -> bool:
    """Whether a clause says what ought to be: "should", a bare subjunctive, an infinitive or a gerund."""
    words = {c.lower_ for c in clause.children if c.dep_ in ("aux", "auxpass")}
    if words & DEONTIC or "be" in words:
        return not words & INDICATIVE
    return clause.tag_ in ("VB", "VBG", "VBP") and not words & INDICATIVE


def _actors(scene: Scene, sentence: Sentence, tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if scene.namer.name(sentence, t)]


BUILDERS = {
    "urge": _from_urging,
    "demand": _from_demanding,
    "want": _from_wanting,
    "stress": _from_stressing,
    "reject": _from_rejecting,
}
