"""Finding conditions: what must hold before something else does, whose part it is, and who set it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from promissory.extraction.kinds.conditioning import draft_condition
from promissory.extraction.kinds.consents import find_consents
from promissory.extraction.kinds.prerequisites import find_prerequisites
from promissory.extraction.listing import everyone
from promissory.extraction.owning import owners
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.sentences import Sentence
from promissory.extraction.syntax import after, children, is_passive, subjects, things_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What is done for somebody, or with them, if they do their part.
GIVING = frozenset(
    "provide deliver give send supply pay disburse release sign join receive approve support return start begin open negotiate lift "
    "transfer train finance lend continue ship hand agree accept become enter".split()
)
#: What is given or done only if the condition holds.
DEPENDENT = frozenset(
    "payment disbursement tranche aid support assistance money loan fund membership accession delivery transfer operation step "
    "decision".split()
)
MEETING = frozenset("meet fulfil fulfill satisfy".split())


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of conditions in a sentence; at most one for each pair of one who must act and status."""
    seen: set[tuple[str, ...]] = set()
    for draft in (*_all(scene, sentence), *find_consents(scene, sentence), *find_prerequisites(scene, sentence)):
        key = (draft.status, *draft.parties.get("on", []))
        if key not in seen:
            seen.add(key)
            yield draft


def _all(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    roles = {word: frame.role for frame in scene.pack.frames if frame.kind == "condition" for word in frame.words}
    for token in sentence.tokens:
        role = roles.get(token.lower_) or roles.get(token.lemma_.lower())
        if _is_mark(token, role):
            yield from _clause(scene, sentence, token)
        elif token.lower_ == "before" and token.dep_ == "mark":
            yield from _first(scene, sentence, token)
        elif token.lower_ == "conditional" and token.dep_ in ("oprd", "ccomp", "acomp") and token.head.lemma_ == "make":
            yield from _made(scene, sentence, token)
        elif role == "depend" and (token.pos_ != "NOUN"):
            above = token if token.pos_ == "VERB" and token.lower_ != "tied" else token.head
            yield from _depends(scene, sentence, token, subjects(above) or subjects(token), _terms_of(token))
        elif role == "term" and token.pos_ in ("NOUN", "PROPN"):
            yield from _term(scene, sentence, token)
        elif role == "require" and token.pos_ == "VERB":
            yield from _requires(scene, sentence, token)


def _terms_of(word: Token) -> list[Token]:
    """What something depends on; "are conditional on" often hangs its "on" on the verb."""
    return after(word, "on", "upon", "to") or (after(word.head, "on", "upon") if word.dep_ == "acomp" else [])


def _is_mark(token: Token, role: str | None) -> bool:
    """Whether the word opens a conditional clause: one of the pack's, "as long as", "only when", "only after"."""
    if token.dep_ not in ("mark", "advmod") or token.head.dep_ not in ("advcl", "ccomp", "pcomp") or token.head.head.i == token.head.i:
        return False
    before = token.doc[token.i - 1].lower_ if token.i else ""
    return role == "if" or (token.lower_ == "as" and before == "long") or (token.lower_ in ("when", "after") and before == "only")


def _clause(scene: Scene, sentence: Sentence, mark: Token) -> Iterator[Draft]:
    """ "We will deliver if they sign": the clause's subject must act, the speaker or the main subject sets it."""
    verb, main = mark.head, mark.head.head
    supposed = verb.tag_ == "VBD" and scene.mood(sentence, main).modal not in ("would", "could")
    if not _looks_ahead(scene, sentence, main) or verb.lemma_ == "take" or supposed:
        return
    on = [s for s in scene.states(everyone(scene, sentence, subjects(verb))) if s in scene.pack.actor]
    whose = [s for s in scene.states(everyone(scene, sentence, subjects(main))) if s in scene.pack.actor]
    if not on and verb.lemma_ in MEETING and is_passive(verb):
        on = whose
    if not on or (mark.lower_ == "if" and not (whose and main.lemma_ in GIVING)):
        return
    yield draft_condition(scene, sentence, mark, "stated", on, [s for s in whose if s not in on], f"mark {mark.lower_}")


def _first(scene: Scene, sentence: Sentence, mark: Token) -> Iterator[Draft]:
    """ "Ukraine must carry out reforms before it can join": the subject of what must come first has to act."""
    verb, main = mark.head, mark.head.head
    needed = any(c.lower_ in ("must", "should") for c in main.children) or main.lemma_ in ("need", "have")
    enabled = scene.mood(sentence, verb).modal in ("can", "could") or verb.lemma_ in GIVING
    if verb.dep_ != "advcl" or not needed or not enabled or scene.mood(sentence, main).negated:
        return
    on = [s for s in scene.states(everyone(scene, sentence, subjects(main))) if s in scene.pack.actor]
    if on:
        yield draft_condition(scene, sentence, mark, "stated", on, [], "before")


def _made(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "The EU made the aid conditional on reforms in Ukraine"."""
    terms = after(word, "on", "upon") or after(word.head, "on", "upon")
    if terms:
        inside = [t for term in terms for t in term.subtree]
        named = scene.states(everyone(scene, sentence, [t for t in inside if sentence.at.get(t.i)]))
        on = [s for s in named if s in scene.pack.actor]
        setters = scene.states(everyone(scene, sentence, subjects(word.head)))
        yield draft_condition(scene, sentence, word, "stated", on or [scene.beneficiary], setters, "made")


def _that(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "On condition that Ukraine carries out reforms": the subject of the clause must act."""
    verb = next((c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and any(m.lower_ == "that" for m in c.children)), None)
    on = [s for s in scene.states(everyone(scene, sentence, subjects(verb))) if s in scene.pack.actor] if verb is not None else []
    if on:
        yield draft_condition(scene, sentence, noun, "stated", on, [], "that")


def _looks_ahead(scene: Scene, sentence: Sentence, main: Token) -> bool:
    """Whether the main clause speaks of what will, or may, be done."""
    mood = scene.mood(sentence, main)
    return not mood.negated and (mood.tense == "future" or mood.modal in ("would", "can", "could", "may", "must"))


def _depends(scene: Scene, sentence: Sentence, word: Token, what: list[Token], terms: list[Token]) -> Iterator[Draft]:
    """ "Payments depend on reforms", "conditional on the approval of Congress"; "the pipes on which supply depends" sets no terms."""
    if not terms or any(t.tag_ in ("WDT", "WP") for t in terms):
        return
    if not ({t.lemma_.lower() for t in what} & DEPENDENT or any(sentence.at.get(t.i) for t in what)):
        return
    on = scene.states(everyone(scene, sentence, [*terms, *(t for term in terms for t in after(term, "of", "by", "from"))]))
    on = on or [s for t in terms for s in scene.states(owners(scene, sentence, t))]
    setters = [s for t in what for s in scene.states(owners(scene, sentence, t))]
    yield draft_condition(scene, sentence, word, "stated", on or [scene.beneficiary], setters, "depends")


def _term(scene: Scene, sentence: Sentence, noun: Token) -> Iterator[Draft]:
    """ "Two conditions set by Budapest", "Ukraine has fulfilled the conditions", "the criteria for membership"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "under"):
        yield from _that(scene, sentence, noun)
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass", "nsubj") and noun.head.pos_ == "VERB" else None
    setters = [
        s
        for v in noun.children
        if v.dep_ == "acl"
        for s in scene.states(everyone(scene, sentence, [t for a in v.children if a.dep_ == "agent" for t in children(a, "pobj")]))
    ]
    setters += scene.states(owners(scene, sentence, noun))
    if verb is not None and verb.lemma_ in MEETING:
        mood = scene.mood(sentence, verb)
        met = not (
            mood.negated
            or mood.conditional
            or mood.tense in ("future", "infinitive", "modal")
            or any(c.lower_ in ("until", "once") for c in verb.children)
        )
        on = scene.states(everyone(scene, sentence, subjects(verb))) if not is_passive(verb) else []
        if on:
            awaited = mood.negated or any(c.lower_ == "yet" for a in (verb, *verb.ancestors) for c in a.children)
            yield draft_condition(scene, sentence, noun, "met" if met else "unmet" if awaited else "stated", on, setters, "met")
    elif verb is not None and verb.lemma_ in ("set", "name", "impose", "lay", "attach", "state") and noun.dep_ == "dobj":
        yield draft_condition(
            scene,
            sentence,
            noun,
            "stated",
            [scene.beneficiary],
            [*setters, *scene.states(everyone(scene, sentence, subjects(verb)))],
            "set",
        )


def _requires(scene: Scene, sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Every step requires the approval of all governments"."""
    things = things_of(verb)
    approvals = [
        t for t in things if t.lemma_.lower() in ("approval", "consent", "agreement", "vote", "decision", "ratification", "unanimity")
    ]
    if is_passive(verb) or not approvals:
        return
    on = [
        s for t in approvals for s in scene.states([*everyone(scene, sentence, after(t, "of", "by", "from")), *owners(scene, sentence, t)])
    ]
    if not [s for s in on if s != "partners"]:
        on = [
            s
            for t in subjects(verb)
            for s in scene.states([*everyone(scene, sentence, after(t, "of", "by", "from")), *owners(scene, sentence, t)])
        ] or on
    if on:
        yield draft_condition(scene, sentence, verb, "stated", on, on, "requires")
