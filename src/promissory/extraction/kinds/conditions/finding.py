"""Finding conditions: what must hold before something else does, whose part it is, and who set it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from promissory.extraction.grammar.sentences import Sentence
from promissory.extraction.grammar.syntax import subjects, things_of
from promissory.extraction.grammar.tree import after, children
from promissory.extraction.kinds.conditions.bargains import find_bargains
from promissory.extraction.kinds.conditions.barring import find_bars
from promissory.extraction.kinds.conditions.conditioning import draft_condition
from promissory.extraction.kinds.conditions.consents import CONSENT, bodies_of, find_consents
from promissory.extraction.kinds.conditions.deferring import find_deferrals
from promissory.extraction.kinds.conditions.duties import find_duties
from promissory.extraction.kinds.conditions.hinging import PEACES, find_hinges
from promissory.extraction.kinds.conditions.preceding import GIVING
from promissory.extraction.kinds.conditions.prerequisites import find_prerequisites
from promissory.extraction.kinds.conditions.provisos import find_provisos
from promissory.extraction.kinds.conditions.sequencing import find_sequences
from promissory.extraction.kinds.conditions.terms import find_terms
from promissory.extraction.lexicon.goods import DUE, SUPPLIES
from promissory.extraction.scene import SIDES, Draft, Scene
from promissory.extraction.slots.listing import everyone, states_in
from promissory.extraction.slots.owning import owners
from promissory.packs import Pack

if TYPE_CHECKING:
    from promissory.extraction.words import Token

#: What is given or done only if the condition holds.
DEPENDENT = DUE | frozenset(
    "membership accession operation step decision sale export supply deployment invitation guarantee facility status candidacy "
    "ratification signature share participation involvement entry disbursal sum rest part programme program deal ceasefire truce "
    "lifting talk negotiation approval progress release bid veto force mission pact agreement peacekeeping success implementation "
    "hand-over access sharing consent assent yes blessing readiness willingness widening expansion enlargement extension easing "
    "relaxation loosening lease relief rebuilding reconstruction settlement contract order purchase licence license replenishment "
    "investment peace outcome fate future".split()
)
#: What is said of several things, whatever they are.
VAGUE = frozenset(("much", "lot"))
WHOLE = VAGUE | {"everything", "all"}
#: What has to be shown by whoever wants the thing.
PROOFS = frozenset("proof evidence certainty".split())
POINTING = frozenset(("it", "this", "that"))
#: Adjectives that bind one thing to another after "make" or "be".
TYING = frozenset("conditional contingent dependent conditioned".split())
#: Those that bind whatever they are said of; one may be dependent on a supplier.
BINDING = frozenset("conditional contingent conditioned subject".split())
#: What a state lives on.
LIVES_ON = SUPPLIES | frozenset(
    "arms supply delivery loan donation partner ally import gas oil energy electricity fuel technology intelligence donor export "
    "grain".split()
)
#: Adjectives of those who consent at home.
DOMESTIC = frozenset("parliamentary congressional legislative parliament cabinet government domestic senate".split())
#: What anything is subject to.
ROUTINE = frozenset("process procedure availability review change delay uncertainty sanction".split())
#: What befalls one: no terms that anybody has set.
SUFFERED = frozenset(
    "attack assault strike sabotage bombardment shelling bombing fire interference blackmail coercion pressure aggression threat raid "
    "abuse torture persecution violence discrimination espionage jamming hacking propaganda disinformation repression influence "
    "intimidation harassment criticism scrutiny speculation debate interpretation tax tariff duty law jurisdiction".split()
)
#: Verbs whose object is bound to what stands after "to".
LINKING = frozenset("link tie peg".split())


#: The rules of other modules, after those that are the surest.
FURTHER = (find_consents, find_prerequisites, find_bargains, find_hinges, find_bars, find_deferrals, find_duties, find_sequences)


def find(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    """The drafts of conditions in a sentence; at most one for each pair of one who must act and status."""
    seen: set[tuple[str, ...]] = set()
    for rules in (find_provisos, find_terms, _find_ties, *FURTHER):
        for draft in rules(scene, sentence):
            if _is_of_none(sentence, draft):
                continue
            if not (scene.focus or draft.parties.get("set_by") or SIDES & {*draft.parties.get("on", [])}):
                continue  # nobody's terms, in a report about other things
            key = (draft.status, str(draft.rule == "consent"), *draft.parties.get("on", []))
            if key not in seen:
                seen.add(key)
                yield draft


def _is_of_none(sentence: Sentence, draft: Draft) -> bool:
    """ "Set no conditions for its aid"."""
    word = next((t for t in sentence.tokens if sentence.bounds(t) == draft.trigger), None)
    return word is not None and word.pos_ == "NOUN" and any(c.lower_ == "no" and c.dep_ == "det" for c in word.lefts)


@lru_cache(maxsize=4)
def _roles(pack: Pack) -> dict[str, str]:
    """Words that open a condition → their role."""
    return {word: frame.role for frame in pack.frames if frame.kind == "condition" for word in frame.words}


def _find_ties(scene: Scene, sentence: Sentence) -> Iterator[Draft]:
    roles = _roles(scene.pack)
    for token in sentence.tokens:
        role = roles.get(token.lower_) or roles.get(token.lemma_.lower())
        if token.lower_ in TYING | {"subject"} and (maker := _maker(token)) is not None:
            yield from _made(scene, sentence, token, maker)
        elif token.lower_ == "depending":
            yield from _depending(scene, sentence, token)
        elif token.lemma_ in LINKING and token.pos_ == "VERB" and (terms := _linked_to(token)):
            yield from _linked(scene, sentence, token, terms)
        elif token.lower_ in ("hinges", "hinge") and token.pos_ in ("NOUN", "PROPN") and (terms := _hung_on(token)):
            yield from _depends(scene, sentence, token, list(sentence.tokens[max(0, token.i - 8) : token.i]), terms)
        elif role == "depend" and token.pos_ != "NOUN" and not _is_extent(token):
            above = token if token.pos_ == "VERB" and token.lower_ != "tied" else token.head
            yield from _depends(scene, sentence, token, subjects(above) or subjects(token), _terms_of(token))
        elif token.lower_ == "subject" and token.pos_ == "ADJ" and (terms := after(token, "to") or after(token.head, "to")):
            what = _subject_to(token) if not any(t.lemma_.lower() in ROUTINE | SUFFERED for t in terms) else []
            yield from _depends(scene, sentence, token, what, terms)


def _depending(scene: Scene, sentence: Sentence, word: Token) -> Iterator[Draft]:
    """ "Seoul could send arms depending on how far Pyongyang's involvement goes"."""
    main = next((a for a in word.ancestors if a.pos_ in ("VERB", "AUX")), None)
    terms = [c for prep in word.children if prep.lower_ in ("on", "upon") for c in children(prep, "pobj", "pcomp")]
    setters = states_in(scene, sentence, subjects(main)) if main is not None else []
    acting = [s for t in terms for s in (subjects(t) if t.pos_ in ("VERB", "AUX") else [t])]
    on = states_in(scene, sentence, acting) or [s for t in acting for s in scene.states(owners(scene, sentence, t))]
    on = [s for s in on if s in scene.pack.actor and s not in setters]
    if main is not None and main.lemma_ in GIVING and on and setters and scene.mood(sentence, main).tense != "past":
        yield draft_condition(scene, sentence, word, "stated", on, setters, "depends")


def _hung_on(word: Token) -> list[Token]:
    """What follows "hinges on" where the parser takes the verb for a noun and may hang "on" elsewhere."""
    following = word.nbor() if word.i + 1 < len(word.doc) and word.nbor().lower_ in ("on", "upon") else None
    return after(word, "on") or (children(following, "pobj", "pcomp") if following is not None else [])


def _subject_to(word: Token) -> list[Token]:
    """What is subject to something: the subject of its clause, also where the parser hangs it on the receiver of what is given."""
    if any(t.tag_ == "WDT" for t in subjects(word.head)) and word.head.dep_ == "conj":  # "a truce, which …, and which is subject to"
        before = [t for t in word.doc[: word.head.i] if t.dep_ == "relcl" and t.head.pos_ in ("NOUN", "PROPN")]
        return [before[-1].head] if before else []
    above = word.head
    while above.dep_ in ("pobj", "prep", "dative", "dobj") and above.head.i != above.i:
        above = above.head
    return subjects(word.head) or (subjects(above) if above.pos_ == "VERB" else []) or [word.head]


def _is_extent(word: Token) -> bool:
    """ "As far as it depends on us"."""
    return word.dep_ == "advcl" and any(c.lower_ in ("as", "so") for c in word.children)


def _maker(word: Token) -> Token | None:
    """The "make" of "make the aid conditional on", from the adjective up over the phrases the parser puts between."""
    here = word
    for _ in range(4):
        if here.head.lemma_ in ("make", "keep", "render") and here.head.pos_ in ("VERB", "AUX"):
            return here.head
        here = here.head
    return None


def _terms_of(word: Token) -> list[Token]:
    """What something depends on; "are conditional on" often hangs its "on" on the verb."""
    return after(word, "on", "upon", "to") or (after(word.head, "on", "upon") if word.dep_ == "acomp" else [])


def _made(scene: Scene, sentence: Sentence, word: Token, maker: Token) -> Iterator[Draft]:
    """ "The EU made the aid conditional on reforms in Ukraine"."""
    if word.lower_ == "subject":  # "made any decision subject to Ukraine's progress"
        terms = [t for t in after(word, "to") if t.lemma_.lower() not in ROUTINE | SUFFERED]
    else:
        terms = after(word, "on", "upon")
    if terms := terms or after(maker, "on", "upon") or after(word.head, "on", "upon"):
        setters = scene.states(everyone(scene, sentence, subjects(maker)))
        on = [s for s in _bound(scene, sentence, terms) if s not in setters]
        on = on or [s for s in [scene.beneficiary] if s not in setters] or ["RU"]
        withheld = [s for t in things_of(maker) for s in scene.states(owners(scene, sentence, t)) if s not in on]
        yield draft_condition(scene, sentence, word, "stated", on, setters or withheld, "made")


def _linked_to(verb: Token) -> list[Token]:
    """What something is tied to; the parser may hang "to" inside the object ("ties support for X's accession to Y")."""
    read_as_verb = [c for c in children(verb, "advcl", "xcomp") if c.lemma_ in ("progress", "reform") and c.i > verb.i]
    return (
        read_as_verb
        or after(verb, "to", "with")
        or [i for o in children(verb, "dobj") for t in o.subtree if t.i > o.i for i in after(t, "to")]
    )


def _linked(scene: Scene, sentence: Sentence, verb: Token, terms: list[Token]) -> Iterator[Draft]:
    """ "Brussels ties the money to reforms", "aid linked to progress": only what may be withheld is bound."""
    things = things_of(verb)
    if {t.lemma_.lower() for thing in things for t in (thing, *after(thing, "for", "of", "on"))} & DEPENDENT:
        setters = [s for s in scene.states(everyone(scene, sentence, subjects(verb))) if verb.dep_ != "acl"]
        yield draft_condition(scene, sentence, verb, "stated", _bound(scene, sentence, terms), setters, "linked")


def _depends(scene: Scene, sentence: Sentence, word: Token, what: list[Token], terms: list[Token]) -> Iterator[Draft]:
    """ "Payments depend on reforms", "conditional on the approval of Congress"; "the pipes on which supply depends" sets no terms."""
    if not terms or any(t.tag_ in ("WDT", "WP", "WRB") for t in terms):
        return
    if word.lemma_ in ("depend", "dependent") and all(t.lemma_.lower() in LIVES_ON for t in terms) and _is_state(sentence, what):
        return
    whether = [t for t in what if t.dep_ == "csubj" and t.lemma_ in GIVING and any(m.lower_ == "whether" for m in t.children)]
    consents = [t for t in terms if t.lemma_.lower() in CONSENT]
    if whether and (on := states_in(scene, sentence, terms) or bodies_of(scene, sentence, consents)):  # "whether X sends jets depends on Y"
        setters = [s for s in states_in(scene, sentence, subjects(whether[0])) if s not in on]
        yield draft_condition(scene, sentence, word, "stated", on, setters, "depends")
        return
    binding = word.lower_ in BINDING and any(t.pos_ in ("NOUN", "PROPN", "NUM") for t in what)
    if not (binding or _is_dependent(sentence, what, terms) or (word.lemma_ not in ("rest", "turn") and states_in(scene, sentence, what))):
        return
    setters = [s for t in what for s in scene.states(owners(scene, sentence, t))]
    if word.lower_ == "subject":  # "Australia will hand over its tanks, subject to the consent of Washington"
        setters = setters or states_in(scene, sentence, what)
        if setters and any(t.lemma_.lower() in CONSENT and any(c.lower_ in DOMESTIC for c in t.lefts) for t in terms):
            yield draft_condition(scene, sentence, word, "stated", setters, setters, "consent")  # "subject to parliamentary approval"
            return
    yield draft_condition(scene, sentence, word, "stated", _bound(scene, sentence, terms), setters, "depends")


def _is_state(sentence: Sentence, what: list[Token]) -> bool:
    """ "Ukraine depends on Western aid": how one stands, no terms of anything."""
    return bool(what) and all((m := sentence.at.get(t.i)) is not None and m.id_of("actor", "metonym") is not None for t in what)


def _is_dependent(sentence: Sentence, what: list[Token], terms: list[Token]) -> bool:
    """Whether it is what may be withheld; of a mere "it" only what depends on somebody's consent."""
    words = {t.lemma_.lower() for t in what}
    if words == {"fate"}:  # of what may be withheld, not "the fate of the country"
        words = {t.lemma_.lower() for w in what for t in after(w, "of")}
    if words & WHOLE and any(t.lemma_.lower() in CONSENT | {"agreement"} and after(t, "of", "from", "by") for t in terms):
        return True  # "everything hangs on the agreement of the Americans"
    if words & VAGUE and any(t.pos_ == "VERB" and any(m.lower_ in ("whether", "if") for m in t.lefts) for t in terms):
        return True  # "much depends on whether the Senate passes the bill"
    if words & POINTING and any(t.tag_ == "VBG" and children(t, "nsubj") for t in terms):
        return True  # "that would depend on Russia accepting the charter"
    goods = any(sentence.item_of(t) for t in what)
    if goods and any(t.lemma_.lower() in CONSENT for t in terms):
        return True  # "every new missile depends on the vote in the House"
    return bool(words & DEPENDENT) or (bool(words & POINTING) and any(t.lemma_.lower() in CONSENT for t in terms))


def _bound(scene: Scene, sentence: Sentence, terms: list[Token]) -> list[str]:
    """Whose part the terms are: who acts in them, whose they are, who is named in them; the pack's country where nobody is."""
    if any(t.lemma_.lower() in PROOFS for t in terms):  # "hinges on proof that strikes in Russia would work": whoever wants it
        terms = [t for term in terms for t in (term, *after(term, "from", "of", "by"))]
        return [s for t in terms for s in scene.states(owners(scene, sentence, t)) if s in scene.pack.actor] or [scene.beneficiary]
    acting = [s for t in terms if t.pos_ in ("VERB", "AUX") for s in subjects(t) if s.i > terms[0].left_edge.i - 1]
    near = [*acting, *terms, *(t for term in terms for t in after(term, "of", "by", "from"))]
    on = bodies_of(scene, sentence, near)
    on = on or [s for t in terms for s in scene.states(owners(scene, sentence, t)) if s in scene.pack.actor]
    if not on and any(t.lemma_.lower() == "sanction" for term in terms for t in term.subtree):
        on = ["partners"]  # "dependent on the lifting of sanctions"
    if not on and any(t.lemma_.lower() in PEACES - {"settlement"} for t in terms):
        on = ["RU"]  # "depends on a ceasefire in Ukraine"
    named = [t for term in terms for t in term.subtree if sentence.at.get(t.i)]
    on = on or [s for s in scene.states(everyone(scene, sentence, named)) if s in scene.pack.actor]
    return on or [scene.beneficiary]
