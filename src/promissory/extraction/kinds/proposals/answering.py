"""Whose proposal is answered, and by whom: "Moscow rejected Kyiv's plan", "a demand that Berlin has turned down", "Kyiv said no"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import actors_of, agents, is_passive, subjects, things_of
from promissory.extraction.grammar.tree import after, children, main_clause, own_subject
from promissory.extraction.grammar.triggers import triggers
from promissory.extraction.kinds.matters.bills import is_aid_bill
from promissory.extraction.kinds.proposals.pleas import KIND, finish, urge
from promissory.extraction.scene import Draft, Scene

if TYPE_CHECKING:
    from promissory.extraction.words import Token
    from promissory.packs import Frame

#: What is put to somebody who may say yes or no.
IDEAS = frozenset(
    "proposal plan idea call demand offer suggestion initiative request appeal recommendation amendment peace motion resolution bill "
    "petition draft ultimatum formula insistence plea overture entreaty pressure term condition deadline alternative "
    "invitation counter-proposal counterproposal".split()
)
#: How many sentences back an answer may reach.
BACK = 2
#: Verbs by which somebody puts an idea forward.
OFFERS = frozenset(
    "offer present make table submit propose unveil float pitch put introduce launch outline circulate issue set advance draft champion "
    "back favour favor repeat renew".split()
)
#: What one welcomes without agreeing to it.
WELCOMED = frozenset(("initiative", "resolution"))
#: Nouns that tell an answer.
ANSWERS = {
    **dict.fromkeys("rejection refusal dismissal rebuff veto".split(), "rejected"),
    **dict.fromkeys("acceptance endorsement approval".split(), "accepted"),
}
#: Verbs that are followed by what they answer only behind a preposition.
LINKED = frozenset("agree say scoff balk sign pour assent consent accede go yield bow warm get rally throw give come vote".split())
LINKS = ("to", "on", "at", "with", "behind", "against", "for")
#: Verbs that answer what the clause before puts forward, without naming it.
REPLIES = frozenset(
    "reject dismiss turn veto rebuff spurn refuse decline say oppose block brush shrug accept agree endorse embrace welcome".split()
)
#: Verbs by which one asks for what an apposition calls a request.
ASKS = frozenset("ask want demand seek request propose suggest urge call push press appeal plead float advocate insist".split())
#: Posts whose holders answer for themselves; ministers and spokesmen do for their state.
HEADS = ("president", "prime_minister", "chancellor")
#: Verbs that put forward what a clause after "and" or "but" answers ("Kyiv proposed a truce, and Moscow refused").
PROPOSES = frozenset("demand plan urge want".split())
#: Auxiliaries under which no answer was given.
UNTOLD = frozenset("would could may might can shall should must".split())
#: Objects of an answer that are told in the clause before.
REPEATED = frozenset("it them that this no yes".split())
STATUSES = {"reject": "rejected", "accept": "accepted"}
STATUS_ROLES = {status: role for role, status in STATUSES.items()}
SAID = {"no": "rejected", "yes": "accepted"}


def answers(scene: Scene, sentence: Sentence) -> list[Draft]:
    """The drafts of proposals that a sentence says were rejected or accepted."""
    nouns = [(t, ANSWERS[t.lemma_.lower()]) for t in sentence.tokens if t.pos_ == "NOUN" and t.lemma_.lower() in ANSWERS]
    return [d for t, status in [*_verbs(scene, sentence), *nouns] if (d := _answer(scene, sentence, t, status))]


def _verbs(scene: Scene, sentence: Sentence) -> list[tuple[Token, str]]:
    """The verbs by which somebody answers, and what they answer."""
    said = [(t, SAID[c.lower_]) for t in sentence.tokens if t.lemma_ == "say" for c in t.children if c.lower_ in SAID and c.i == t.i + 1]
    answering = [(t, STATUSES[f.role]) for t, f in triggers(scene.pack, sentence, KIND) if f.role in STATUSES]
    # who passes a bill of aid gives
    return said + [(t, status) for t, status in answering if not any(is_aid_bill(sentence, o) for o in things_of(t))]


def is_answer(frame: Frame) -> bool:
    """Whether the words of a frame say what became of a proposal."""
    return frame.kind == KIND and frame.role in STATUSES


def is_answered(scene: Scene, sentence: Sentence, word: Token) -> bool:
    """Whether the sentence says what became of what a noun or a verb puts forward."""
    verbs = [t for t, status in _verbs(scene, sentence) if _answer(scene, sentence, t, status)]
    ideas = [i for t in verbs for i in _ideas(t)]
    before = [_clause_before(scene, sentence, t) for t in verbs]
    answered = [*ideas, *(c for i in ideas for c in children(i, "relcl")), *before]
    return any(t is not None and t.i == word.i for t in answered)


def _answer(scene: Scene, sentence: Sentence, word: Token, status: str) -> Draft | None:
    """ "Y dismissed X's proposal": made by X, rejected by Y."""
    owners = _proposers(scene, sentence, word)
    if not owners or not _is_told(scene, sentence, word) or _is_proviso(word):
        return None
    draft = urge(scene, sentence, word, owners, [], "reject")
    if draft is None and any(_is_european(t) for t in owners):
        draft = finish(scene, sentence, scene.draft(sentence, KIND, status, word, "reject"), word, [])
        draft.add("by", ["EU"])
    if draft:
        draft.status = status
        draft.parties["to"] = []
        draft.inferred.pop("to", None)
        draft.features |= {f"frame={STATUS_ROLES[status]}": 1.0, f"lemma={word.lemma_.lower()}": 1.0}
        draft.add("to", _answerers(scene, sentence, word))
    return draft if draft and (draft.parties["by"] or draft.parties["to"]) else None


def _is_proviso(word: Token) -> bool:
    """ "Will pay, provided that parliament approves the president's bill": what somebody has still to agree to."""
    mark = word.head if word.dep_ in ("pcomp", "ccomp", "advcl") else word
    return word.pos_ == "VERB" and mark.lower_ in ("provided", "providing", "assuming") and mark.i < word.i


def answers_to_last(scene: Scene, sentence: Sentence, made: list[Draft]) -> list[Draft]:
    """ "Kyiv has dismissed the proposal": an answer to what was put forward before, in this sentence or the one or two before it."""
    near = scene.sentences[max(0, sentence.number - BACK)].start
    return [
        draft
        for word, status in _verbs(scene, sentence)
        if _is_told(scene, sentence, word) and any(_is_pointed_at(t) for t in _ideas(word)) and not _proposers(scene, sentence, word)
        for last in [next((d for d in reversed(made) if d.evidence[0][0] >= near and d.trigger[0] < sentence.start + word.idx), None)]
        if last is not None and (draft := _answer_to(scene, sentence, word, status, last))
    ]


def _is_pointed_at(idea: Token) -> bool:
    """ "The proposal", "that idea": of which nothing more is said."""
    return any(c.lower_ in ("the", "this", "that") for c in idea.lefts) and not any(
        c.dep_ in ("prep", "acl", "relcl") for c in idea.children
    )


def _answer_to(scene: Scene, sentence: Sentence, word: Token, status: str, last: Draft) -> Draft | None:
    by, to = last.parties.get("by", []), _answerers(scene, sentence, word)
    if not by or not to or set(to) & set(by) or word.dep_ == "advcl" or not all(i in scene.pack.actor for i in to):
        return None
    draft = scene.draft(sentence, KIND, status, word, "reject")
    draft.add("by", by)
    draft.add("to", to)
    draft.inferred["by"] = "whoever put it forward before"
    draft.features |= {f"frame={STATUS_ROLES[status]}": 1.0, f"lemma={word.lemma_.lower()}": 1.0, "told": 1.0, "urged": 1.0}
    return draft


def _is_told(scene: Scene, sentence: Sentence, word: Token) -> bool:
    """Whether an answer is told as given, not wished for ("pleaded with Congress to take up the bill")."""
    if word.pos_ == "NOUN":
        return True
    mood = scene.mood(sentence, word)
    bid = word.tag_ == "VBG" and word.dep_ != "ROOT" and not children(word, "aux")
    bid = bid or (word.tag_ == "VB" and any(c.lower_ == "to" for c in word.children))
    return not (bid or mood.negated or mood.conditional or mood.modal in UNTOLD)


def _answerers(scene: Scene, sentence: Sentence, word: Token) -> list[str]:
    """Who says yes or no: heads of state and government themselves, all others for their state."""
    who = scene.named(sentence, _answering(word))
    return list(dict.fromkeys(w.id if w.person and _is_head(scene, w.id) else scene.states([w])[0] for w in who))


def _is_head(scene: Scene, person: str) -> bool:
    days = (scene.discourse.first, scene.discourse.last)
    return any(p.role in HEADS and p.held_on(*days) for p in scene.pack.posts_of.get(person, ()))


def _answering(word: Token) -> list[Token]:
    """Who says yes or no."""
    if word.pos_ != "NOUN":
        return actors_of(word)
    return children(word, "poss") or after(word, "by", "from") or [word]


def _ideas(word: Token) -> list[Token]:
    """What is answered by a word: its object, or what stands after its preposition."""
    linked = (word, *children(word, "dobj", "intj", "prt", "prep")) if word.lemma_ in LINKED else ()
    behind = [t for c in linked for t in after(c, *LINKS)]
    objects = after(word, "of") if word.pos_ == "NOUN" else [*things_of(word), *behind]
    objects += [a for a in word.subtree if a.dep_ == "appos" and a.i > word.i]  # "vetoed a loan to Kyiv, the idea that Paris floated"
    ideas = IDEAS - WELCOMED if word.lemma_ == "welcome" else IDEAS
    return [t for t in [*objects, *_around(word)] if t.lemma_.lower() in ideas and not after(t, "with")]


def _around(verb: Token) -> list[Token]:
    """ "A proposal to seize the assets, which Berlin rejected": the nouns that the noun before "which" stands under."""
    if verb.dep_ != "relcl" or not any(c.lower_ == "which" for c in verb.children):
        return []
    return [t for t in verb.head.ancestors if t.pos_ == "NOUN"][:1]


def _proposers(scene: Scene, sentence: Sentence, word: Token) -> list[Token]:
    """Whose idea is answered, told with the idea or in the clause before."""
    for idea in _ideas(word):
        if owners := _owners_of(scene, sentence, idea, word):
            return owners
    before = _clause_before(scene, sentence, word) if word.pos_ != "NOUN" else None
    return actors_of(before) if before is not None else []


def _clause_before(scene: Scene, sentence: Sentence, verb: Token) -> Token | None:
    """The verb that puts forward what the clause behind it answers ("Kyiv proposed a truce, and Moscow rejected it")."""
    if verb.dep_ != "conj" or verb.lemma_ not in REPLIES or not own_subject(verb) or any(t.lower_ not in REPEATED for t in things_of(verb)):
        return None
    if children(verb, "xcomp", "ccomp") or is_passive(verb):
        return None
    proposing = {t.i for t, f in triggers(scene.pack, sentence, KIND) if f.role in PROPOSES}
    return verb.head if verb.head.i in proposing else None


def _owners_of(scene: Scene, sentence: Sentence, idea: Token, answer: Token) -> list[Token]:
    """Whose idea it is: its possessor, who follows "by" or "from", an adjective, or whoever put it forward in the clause around."""
    drawn = [a for verb in children(idea, "acl") if verb.i != answer.i for a in agents(verb)]
    owners = children(idea, "poss") or after(idea, "by", "from") or drawn
    owners = owners or [c for c in idea.lefts if c.dep_ == "compound" and c.lower_ == "opposition"]
    owners = owners or [s for c in children(idea, "relcl") if c.i != answer.i and c.lemma_ in OFFERS for s in subjects(c) if s.i != idea.i]
    if not owners and idea.dep_ == "dobj" and idea.head.i != answer.i and (idea.head.lemma_ in OFFERS or answer.head.i == idea.i):
        owners = subjects(idea.head)
    if not owners and idea.dep_ in ("appos", "npadvmod") and idea.i < answer.i:  # "Kyiv asked for jets, a request that Berlin refused"
        asking = main_clause(idea)
        owners = subjects(asking) if asking.lemma_ in ASKS else after(idea.head, "for", "by")
    own = any(c.i in sentence.at for c in idea.lefts) and scene.namer.modifier(sentence, idea)
    return owners or ([idea] if own or _is_european(idea) else [])


def _is_european(idea: Token) -> bool:
    return any(c.lower_ == "european" for c in idea.lefts)
