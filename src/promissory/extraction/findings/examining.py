"""What a careful reader would object to in one document, whatever other documents say. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from promissory.extraction.amounts.money import amounts
from promissory.extraction.amounts.quantities import AmountMention
from promissory.extraction.findings.citing import Citations, emptied_headings
from promissory.extraction.findings.furnishing import standing_furniture
from promissory.extraction.findings.sectioning import Section, appended_sections, is_unattributed, recommendations
from promissory.extraction.text.splitting import Block, split_blocks
from promissory.extraction.treaties import recognise
from promissory.model import Claim, Document, Finding, Span
from promissory.packs import Pack

#: What cleaning takes out of texts that were never part of a page: rules, the date of an update, a caption that says the headline.
TYPOGRAPHY = frozenset(("markup", "updated", "repeated headline", "credit"))
#: The label of a list of references belongs to the report.
REFERENCES = re.compile(r"\W*(?:further|recommended) reading\W*", re.I)
SHOWN = 3
#: In any currency, a state's gift below this is a slip, unless it is said to go to each of many.
LEAST = 1000
#: In the currencies of the large economies, no gift comes near this sum.
MOST = 2e12
LARGE = frozenset(("USD", "EUR", "GBP", "CHF", "CAD", "AUD"))
GIVERS = frozenset(("state", "bloc", "organisation", "coalition"))
EACH = re.compile(
    r"[^.;]{0,60}\b(?:per|each|every|apiece|a (?:day|week|month|year|head|piece|person)|monthly|weekly|daily|annually)\b", re.I
)
BEFORE_EACH = re.compile(r"\b(?:each|every|per \w+)\b[^.;]{0,40}$", re.I)


def examine(document: Document, claims: Sequence[Claim], pack: Pack) -> tuple[Finding, ...]:
    """The findings about one document and its claims; each names the document or claims it is about and shows the words.

    A text in another language is only examined for its date: nothing else can be read of it.
    """
    found = [*_undated(document)]
    if not document.language.startswith("en"):
        return (*found, *_other_language(document))
    blocks, citations = split_blocks(document.text), Citations(document.text)
    found += _boilerplate(document, blocks)
    found += _broken_citations(document, citations)
    if recognise(document, pack) is None:  # the clauses of an agreement are their own source
        found += _sections(document, claims, blocks, citations)
    found += _implausible_amounts(document, claims, pack)
    return tuple(found)


def _undated(document: Document) -> Iterator[Finding]:
    published = document.published
    if published is None:
        yield _finding("undated", "no publication date is given, and nothing in the text fixes one", document)
    elif published.basis == "inferred":
        because = f": {'; '.join(published.because)}" if published.because else ""
        yield _finding("undated", f"no publication date is given; inferred {published.value}{because}", document)


def _other_language(document: Document) -> Iterator[Finding]:
    what = "no language could be told" if document.language == "und" else f"the text is in another language ({document.language})"
    yield _finding("other_language", f"{what}; no claims were read from it", document)


def _boilerplate(document: Document, blocks: list[Block]) -> Iterator[Finding]:
    removed = [words for reason, words in document.removed if reason not in TYPOGRAPHY and not REFERENCES.fullmatch(words)]
    standing = standing_furniture(document.text, blocks)
    if removed:
        shown = "; ".join(f"“{' '.join(words.split())[:60]}”" for words in removed[:SHOWN])
        more = f" and {len(removed) - SHOWN} more" if len(removed) > SHOWN else ""
        yield _finding("boilerplate", f"page furniture was taken out: {shown}{more}", document, standing, severity="info")
    elif standing:
        yield _finding("boilerplate", "page furniture stands in the text", document, standing, severity="info")


def _broken_citations(document: Document, citations: Citations) -> Iterator[Finding]:
    broken = citations.broken()
    emptied = [f"nothing stands under “{words}”" for words in dict.fromkeys(emptied_headings(document))]
    if broken or emptied:
        faults = ", ".join(dict.fromkeys([*(fault for _, fault in broken), *emptied]))
        yield _finding("broken_citation", f"citations that lead nowhere: {faults}", document, tuple(span for span, _ in broken))


def _sections(document: Document, claims: Sequence[Claim], blocks: list[Block], citations: Citations) -> Iterator[Finding]:
    for section in appended_sections(document.text, blocks):
        if is_unattributed(document.text, section, citations):
            yield from _unattributed(document, claims, section)
            yield from _recommended(document, claims, section)


def _unattributed(document: Document, claims: Sequence[Claim], section: Section) -> Iterator[Finding]:
    about = tuple(c.id for c in claims if not c.attributed_to and any(section.start <= s.start < section.end for s in c.evidence))
    if about:
        message = f"claims under “{' '.join(section.label.split())}” name no source of their own"
        yield Finding(kind="unattributed_section", message=message, about=about, evidence=_cut(document, section.items))


def _recommended(document: Document, claims: Sequence[Claim], section: Section) -> Iterator[Finding]:
    spans = _cut(document, recommendations(document.text, section))
    if spans:
        about = tuple(c.id for c in claims if any(span.overlaps(other) for span in spans for other in c.evidence))
        message = "what should be done is listed among what was done or promised"
        yield Finding(kind="recommendation_as_fact", message=message, about=about or (document.id,), evidence=spans)


def _cut(document: Document, ranges: Iterator[tuple[int, int]] | Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(document.span(start, end) for start, end in ranges)


def _implausible_amounts(document: Document, claims: Sequence[Claim], pack: Pack) -> Iterator[Finding]:
    """One finding a sum, on the claims with that sum, or on the document where no claim has it."""
    slips = [mention for mention in amounts(document.text) if mention.implausible]
    told = {mention: tuple(c.id for c in claims if _has(c, mention)) for mention in slips}
    for mention, about in told.items():
        message = f"“{mention.quote}” cannot be the whole sum; it is kept as written"
        span = (document.span(mention.start, mention.end),)
        yield Finding(kind="implausible_amount", message=message, about=about or (document.id,), evidence=span)
    known = {ident for about in told.values() for ident in about}
    for claim in (c for c in claims if c.id not in known and _is_out_of_proportion(c, document.text, pack)):
        ground = claim.grounds.get("amount", claim.evidence[0])
        message = f"“{' '.join(ground.quote.split())}” is out of all proportion for a commitment; it is kept as written"
        yield Finding(kind="implausible_amount", message=message, about=(claim.id,), evidence=(ground,))


def _has(claim: Claim, mention: AmountMention) -> bool:
    """Whether a claim's sum is the one mentioned."""
    ground = claim.grounds.get("amount")
    if claim.amount is None or claim.amount.value != mention.value:
        return False
    return any(s.start <= mention.start < s.end for s in ((ground,) if ground else claim.evidence))


def _is_out_of_proportion(claim: Claim, text: str, pack: Pack) -> bool:
    """A gift of a state or body that is too small, and not one to each of many, or larger than any budget."""
    if claim.kind != "commitment" or claim.amount is None or claim.amount.currency is None:
        return False
    if claim.amount.value >= MOST and claim.amount.currency in LARGE:
        return True
    givers = any((known := pack.actor.get(donor)) and known.type in GIVERS for donor in claim.parties.get("donor", ()))
    return givers and 0 < claim.amount.value < LEAST and not _is_for_each(claim, text)


def _is_for_each(claim: Claim, text: str) -> bool:
    ground = claim.grounds.get("amount") or claim.evidence[0]
    return bool(EACH.match(text, ground.end) or BEFORE_EACH.search(text, max(0, ground.start - 60), ground.start))


def _finding(kind: str, message: str, document: Document, evidence: tuple[Span, ...] = (), severity: str = "warn") -> Finding:
    return Finding(kind=kind, message=message, about=(document.id,), evidence=evidence, severity=severity)
