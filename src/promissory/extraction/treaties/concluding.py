"""The claims of a treaty: the agreement itself, its conditions, and the sums it undertakes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from promissory.extraction.claims.assembling import build_claim
from promissory.extraction.claims.merging import merge
from promissory.extraction.claims.ranking import judge
from promissory.extraction.scene import Draft, Scene
from promissory.extraction.treaties.clauses import consultation, force_of, framework_of, scope_of, term_of, terminations
from promissory.extraction.treaties.forms import DRAFT
from promissory.extraction.treaties.recognising import Treaty
from promissory.extraction.treaties.settling import settle_all
from promissory.model import Claim

#: How far the form is trusted: an agreement with its signature, one without, its clauses, a sum in it.
SIGNED, UNSIGNED, CLAUSE, SUM = 0.97, 0.8, 0.85, 0.6


def conclude(scene: Scene, treaty: Treaty, gifts: Iterable[Draft]) -> tuple[Claim, ...]:
    """The claims of a treaty in the order of the text; `gifts` are the drafts of commitments found in its clauses."""
    agreement = draft_agreement(scene, treaty)
    told = [(SIGNED if treaty.signature and treaty.signature.date else UNSIGNED, agreement)]
    told += [(CLAUSE, draft) for draft in draft_conditions(scene, treaty)]
    told += merge(scene, _trusted(scene, settle_all(scene, treaty, agreement, list(gifts))))
    told.sort(key=lambda pair: (pair[1].evidence[0], pair[1].kind, pair[1].trigger))
    claims: dict[str, Claim] = {}
    for confidence, draft in told:
        claim = build_claim(scene, draft, confidence)
        claims.setdefault(claim.id, claim)
    return tuple(claims.values())


def _trusted(scene: Scene, gifts: list[Draft]) -> Iterator[tuple[float, Draft]]:
    """A sum in a clause of its own is plain; the ranker, which learned from news, decides on the rest."""
    for verdict, draft in zip(judge(scene, gifts), gifts, strict=True):
        if "amount" in draft.slots:
            yield max(verdict.right, SUM), draft
        elif verdict.kept:
            yield verdict.right, draft


def draft_agreement(scene: Scene, treaty: Treaty) -> Draft:
    """The one instrument that the text is."""
    text = scene.document.text
    signed = treaty.signature
    draft = Draft("agreement", "signed", treaty.title, [treaty.title], parties={"party": list(treaty.parties)}, rule="treaty")
    draft.slots["count"] = 1
    draft.grounds |= {"party": treaty.parties_at, "count": treaty.title}
    if signed:
        draft.evidence.append(signed.at)
    _fill_status(draft, text, treaty)
    _fill_signature(draft, treaty)
    if term := term_of(text, treaty):
        draft.slots["term"], draft.grounds["term"] = term[0], term[1]
        draft.evidence.append(term[2])
    if framework := framework_of(text, treaty, scene.pack):
        draft.slots["framework"], draft.grounds["framework"] = framework
    _fill_scope(draft, text, treaty)
    draft.evidence = sorted(set(draft.evidence))
    return draft


def _fill_status(draft: Draft, text: str, treaty: Treaty) -> None:
    """Signed where the text has signatures or does not say otherwise; in force, or a draft, where it says so."""
    if force := force_of(text, treaty):
        draft.status, draft.grounds["status"] = "in_force", force
    elif treaty.signature is None and (mark := DRAFT.search(text, *treaty.title)):
        draft.status, draft.grounds["status"] = "negotiating", mark.span()
    elif treaty.signature:
        draft.grounds["status"] = treaty.signature.at
    else:
        draft.grounds["status"] = treaty.title
        draft.inferred["status"] = "the text of an agreement, published without its signatures"


def _fill_signature(draft: Draft, treaty: Treaty) -> None:
    signed = treaty.signature
    if signed and signed.date and signed.date_at:
        draft.slots["date"], draft.grounds["date"] = signed.date, signed.date_at
    if signed and signed.place and signed.place_at:
        draft.slots["place"], draft.grounds["place"] = signed.place, signed.place_at


def _fill_scope(draft: Draft, text: str, treaty: Treaty) -> None:
    """Topics are those of the title, or else the first of the headings; scope is all of them."""
    found = list(scope_of(text, treaty))
    titled = [topic for topic, at in found if at[0] < treaty.title[1]]
    if found:
        draft.slots["scope"] = tuple(dict.fromkeys(topic for topic, _ in found))
        draft.slots["topics"] = tuple(dict.fromkeys(titled or [found[0][0]]))
        draft.grounds["scope"] = draft.grounds["topics"] = found[0][1]


def draft_conditions(scene: Scene, treaty: Treaty) -> Iterator[Draft]:
    """When the parties must consult, and how the agreement may be ended."""
    text = scene.document.text
    if found := consultation(text, treaty):
        yield _condition(treaty, "consultation", [found[0]], found[1])
    if ends := terminations(text, treaty):
        yield _condition(treaty, "termination", [clause for clause, _ in ends], ends[0][1])


def _condition(treaty: Treaty, rule: str, clauses: list[tuple[int, int]], word: tuple[int, int]) -> Draft:
    """Both parties bind themselves, and either may call on the clause."""
    both = list(treaty.parties)
    draft = Draft("condition", "stated", word, clauses, parties={"on": both, "set_by": [*both]}, grounds={"status": word}, rule=rule)
    draft.inferred |= {"on": "either party to the agreement", "set_by": "the parties to the agreement"}
    if rule == "consultation":
        draft.slots["for_"] = "security"
        draft.grounds["for_"] = word
    return draft
