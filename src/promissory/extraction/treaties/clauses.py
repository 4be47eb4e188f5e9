"""What the clauses of an agreement provide: how long it runs, whether it is in force, what it builds on, what it covers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from promissory.extraction.lexicon.numerals import FIGURES, SPELLED, numeral_value
from promissory.extraction.text.splitting import Stretch
from promissory.extraction.treaties.forms import BOUND, INSTRUMENT, SELF
from promissory.extraction.treaties.recognising import Treaty
from promissory.extraction.treaties.signatures import At
from promissory.packs import Pack

#: "Ten years", "10 (ten) years", "ten (10) years", "10-year", "a decade".
SPAN = rf"(?:(?P<number>{FIGURES}|{SPELLED})(?:\s*\([^()]{{1,25}}\))?[-\s](?P<unit>years?|months?)|(?P<decade>a\s+decade))"
VALIDITY = re.compile(
    rf"\b(?:valid|validity|(?:in|into)\s+(?:force|effect|operation)|concluded|duration|effective|term|period|run|last|continue[sd]?|operate)\b"
    r"[^.;]{0,60}?\b(?:for|of|is|be|over)\s+(?:(?:an?|the)\s+)?(?:(?:initial|total|fixed|further)\s+)?"
    rf"(?:(?:period|term|duration)\s+of\s+)?{SPAN}",
    re.I,
)
DURATION = re.compile(rf"\b{SPAN}\s+(?:duration|term|lifetime|validity)\s+of\s+(?:this|the\s+present)\s+{INSTRUMENT}", re.I)
EXPIRY = re.compile(
    rf"\b(?:expires?|ends?|lapses?|terminates?)\s+(?:automatically\s+)?{SPAN}\s+(?:after|from)\b"
    r"[^.;]{0,60}\b(?:signature|signing|force|effect)",
    re.I,
)
#: Clauses about renewal, review and notice name spans that are not the term.
OTHER_SPAN = re.compile(r"\b(?:review|notice|notif\w+|extended|extension|renew\w*|prolong\w*|successive)\b", re.I)
IN_FORCE = re.compile(
    r"\b(?:entered|came)\s+into\s+(?:force|effect)\s+(?:on|in|upon)\b|\b(?:is|has\s+been)\s+in\s+(?:force|effect)\s+since\b", re.I
)
BASIS = re.compile(
    r"\b(?:recalling|pursuan\w+|in\s+accordance|in\s+line\s+with|further\s+the|further\s+to|following|based\s+on|on\s+the\s+basis|support\w*"
    r"|implement\w*|under|guided\s+by|reiterat\w+|adopted|announced|endorsed|joined|commitments\s+under|complement\w*|participants\s+of)\b",
    re.I,
)
CONSULT = re.compile(r"\bconsult(?:s|ations?)?\b", re.I)
OCCASION = re.compile(
    r"\b(?:in\s+(?:the\s+)?(?:event|case)\s+of|in\s+the\s+event\s+that|should\s+(?:there\s+be|either)|if|when\s+faced|upon"
    r"|at\s+the\s+request)\b",
    re.I,
)
DANGER = re.compile(r"\b(?:attacks?|aggression|invasion|escalation|threat(?:s|ened)?|hostilit(?:y|ies)|armed|security\s+situation)\b", re.I)
WITHIN = re.compile(r"\bwithin\s+[^,;]{1,30}\b(?:hours?|days?)\b|\bimmediately\b|\bwithout\s+delay\b", re.I)
END = re.compile(r"\b(?:terminat(?:e|ed|es|ion)|discontinued?|denounced?|withdraw(?:s|al)?\s+from|cancel(?:led)?)\b", re.I)
RIGHT_TO_END = re.compile(
    r"\b(?:either|any|each|one|both|all|a|mutual|the)\s+(?:of\s+the\s+)?(?:two\s+|Contracting\s+)?"
    rf"(?:{BOUND}|agreement|consent|State)\b",
    re.I,
)
OBJECT = re.compile(rf"{SELF.pattern}|\b(?:it|they|them)\b", re.I)
NOTICE = re.compile(r"\b(?:written|notice|notif\w+|advance|prior|months?|at\s+any\s+time|mutual)\b", re.I)
MAY = re.compile(r"\b(?:may|can|shall|will|should)\b", re.I)
AFTERMATH = re.compile(r"\b(?:not\s+(?:\w+\s+)?affect|without\s+prejudice|ongoing\s+(?:activities|projects))\b", re.I)


def term_of(text: str, treaty: Treaty) -> tuple[str, At, At] | None:
    """The term as an ISO 8601 duration, the words that say so, and the clause they stand in."""
    for pattern in (VALIDITY, EXPIRY, DURATION):
        for stretch in reversed(treaty.stretches):
            match = pattern.search(text, stretch.start, stretch.end)
            if match and _is_its_own(text, stretch, match) and (value := _duration(match)):
                start = match.start("number") if match["number"] else match.start("decade")
                return value, (start, match.end("unit") if match["number"] else match.end("decade")), (stretch.start, stretch.end)
    return None


def _is_its_own(text: str, stretch: Stretch, match: re.Match[str]) -> bool:
    """Whether the clause speaks of this agreement's validity, not of another's, of a review or of a notice."""
    before = text[stretch.start : match.end()]
    return not OTHER_SPAN.search(before) and bool(SELF.search(before) or re.match(r"\W*(?:it|they)\b", before, re.I))


def _duration(match: re.Match[str]) -> str | None:
    if match["decade"]:
        return "P10Y"
    value = numeral_value(match["number"])
    if value <= 0 or value != int(value):
        return None
    return f"P{int(value)}{'Y' if match['unit'].lower().startswith('y') else 'M'}"


def force_of(text: str, treaty: Treaty) -> At | None:
    """The words that say the agreement is in force already; that it will be, upon signature, is no more than signing it."""
    for stretch in treaty.stretches:
        match = IN_FORCE.search(text, stretch.start, stretch.end)
        if match and re.search(rf"(?:\A|\W)(?:this|the\s+present|\[?the)\s+{INSTRUMENT}\s*$", text[stretch.start : match.start()], re.I):
            return match.span()
    return None


def framework_of(text: str, treaty: Treaty, pack: Pack) -> tuple[str, At] | None:
    """The named instrument of support that the agreement says it rests on: in its title, or where it first gives its grounds."""
    support = {f.id for f in pack.frameworks if f.type == "agreement" and any("Ukraine" in name for name in (f.name, *f.names))}
    found = [
        (-weight, mention.start, mention.end, str(named))
        for mention in treaty.mentions
        if (named := mention.id_of("framework")) in support and (weight := _weigh_basis(text, treaty, mention.start))
    ]
    return (min(found)[3], min(found)[1:3]) if found else None


def _weigh_basis(text: str, treaty: Treaty, at: int) -> int:
    """How much a mention speaks for a ground: most in the title, more at the beginning and the end than among the measures."""
    if treaty.title[0] <= at < treaty.title[1]:
        return 9
    stretch = next((s for s in treaty.stretches if s.start <= at < s.end), None)
    if stretch is None or not BASIS.search(text, stretch.start, at):
        return 0
    return 1 if treaty.title[1] + 5000 < at < 0.85 * len(text) else 3


def scope_of(text: str, treaty: Treaty) -> Iterator[tuple[str, At]]:
    """The topics of the title and of the section headings, each with the words that name it, in order."""
    for start, end in (treaty.title, *(h for h in _headings(text, treaty) if h[0] >= treaty.title[1])):
        for mention in treaty.mentions:
            if start <= mention.start < end and (topic := mention.id_of("topic")):
                yield topic, (mention.start, mention.end)


def _headings(text: str, treaty: Treaty) -> Iterator[At]:
    """Lines that stand for themselves: headings, numbered or not, before the signatures."""
    last = treaty.signature.at[0] if treaty.signature else len(text)
    for block in treaty.blocks:
        words = text[block.start : block.end]
        if block.start < last and len(words) < 130 and words[:1].isupper() and words.rstrip()[-1:] not in ".;:,":
            yield block.start, block.end


def consultation(text: str, treaty: Treaty) -> tuple[At, At] | None:
    """The clause under which an attack or threat makes the parties consult, and the word it hangs on; the one with a time limit first."""
    found = list(_consultations(text, treaty))
    return next((one for one in found if WITHIN.search(text, *one[0])), found[0] if found else None)


def _consultations(text: str, treaty: Treaty) -> Iterator[tuple[At, At]]:
    for stretch in treaty.stretches:
        match = CONSULT.search(text, stretch.start, stretch.end)
        words = text[stretch.start : stretch.end]
        if match and OCCASION.search(words) and DANGER.search(words) and re.search(r"\b(?:will|shall|would|agree to|undertake)\b", words):
            yield (stretch.start, stretch.end), match.span()


def terminations(text: str, treaty: Treaty) -> list[tuple[At, At]]:
    """Clauses under which a party may end the agreement, and the sentences beside them on notice: clause, word it hangs on."""
    found: list[tuple[At, At]] = []
    for number, stretch in enumerate(treaty.stretches):
        words = text[stretch.start : stretch.end]
        match = END.search(text, stretch.start, stretch.end)
        beside = bool(found) and treaty.stretches[number - 1].end == found[-1][0][1]
        if AFTERMATH.search(words) or not NOTICE.search(words):
            continue
        if match and MAY.search(words) and OBJECT.search(words) and (beside or RIGHT_TO_END.search(words)):
            found.append(((stretch.start, stretch.end), match.span()))
        elif beside and re.search(r"\bnotice|notif|months?\b", words) and len(words) < 250:
            found.append(((stretch.start, stretch.end), (stretch.start, stretch.end)))
    return found
