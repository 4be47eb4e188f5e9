"""Sums that do not name their money: the figures of a row of which only the last does, parts of a sum told before."""

from __future__ import annotations

import re
from dataclasses import replace

from promissory.extraction.amounts.money_written import mention_of, read_suffixed
from promissory.extraction.amounts.quantities import IGNORE, AmountMention, tidy
from promissory.extraction.lexicon.numerals import FIGURES, SCALE, SCALES, SPELLED

_ELLIPTIC = re.compile(
    rf"(?P<low>{FIGURES}|(?i:{SPELLED}))(?P<low_scale>[-\s]?(?i:million|billion|trillion|bn|mln)\b)?(?P<plus>\+"
    r"|-plus\b)?(?P<high>(?!))?"
)
_NO_NOUN = re.compile(
    r"[,;:.)]|\s(?:(?:of\s(?:it|this|that|which|them|the\s(?:sum|money|total|amount|package|funds?|loan|aid))|in|to|from"
    r"|for|will|would|could|should|may|might|is|was|are|were|has|have|had|goe?s?|went|comes?|"
    r"came|by|through|under|on|out|as|coming|going|more|extra|annually|a\syear|per\syear|each|this|next|last|already|worth"
    r"|pledged|promised|announced|earmarked|set\saside|reported|recorded|runs?\suntil"
    r"|(?:package|loan|fund|programme|program|budget|credit|grant|facility|tranche|scheme)s?)\b)"
)
# "500 million and 300 million euros", "3 billion, France 2 billion and Italy 1 billion euros"
_LISTED = re.compile(
    r"(?:,|,?\s(?:and|or|while))\s(?:(?:the\s)?[A-Z][\w-]+\s){0,3}(?:(?:another|about|around|some|a\sfurther|nearly|up\sto|over)\s)?"
)
_RESPECTIVELY = re.compile(r"[^.\n]{0,60}\brespectively\b")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
# "95 billion dollars, 60 of them for Kyiv"
_SOME_OF = re.compile(r"\sof\s(?:them|which|these|it|that)\b")
_BESIDE = re.compile(r"[^.;:,\d]{0,12},\s(?:(?:only|some|about|around|nearly|just|almost|over|more\sthan|with)\s){0,2}")
_REACH = 400  # characters over which a sum may lend its currency
_WHOLE = re.compile(r"\b[Oo]f\s(?:(?:the|that|those|these)\s)?$")
_OF_WHOLE = re.compile(
    r"(?![^.;,]*\bfor\s(?:[a-z-]+\s)?[a-z-]+s\b(?!['’]))"  # "raised for ambulances, 15 have come" counts these
    r"(?![^.;]*\b(?:countries|states|systems)\b)[^.;:]{0,60},\s"
    r"(?:(?:only|some|about|around|nearly|just|almost|over|more\sthan)\s)?"
)
_BECAME = re.compile(
    r"\s(?:have|has|had|were|was|is|are)\s(?:(?:not|since|so\sfar|already|now|yet|to)\s)?(?:be(?:en)?\s)?\w+(?:ed|id|nt)\b"
)


def read_elliptic(text: str, start: int, found: list[AmountMention]) -> AmountMention | None:
    """`of which 17 billion in grants`: a scaled figure with nothing counted behind it, shortly after a sum of money."""
    if not found or start - found[-1].end > _REACH or (start and re.match(r"[\w.,$-]", text[start - 1])):
        return None
    match = _ELLIPTIC.match(text, start)
    if match and (part := _part_of(text, match, found[-1])):
        return part
    if not match or not _NO_NOUN.match(text, match.end()):
        return None
    # sums written out: "59,542,030 EUR … 29,771,015 to aid"
    grouped = _GROUPED.fullmatch(match.group()) and _GROUPED.search(found[-1].quote)
    if not grouped and not re.search(r"(?:[mbtr]+illion|bn|mln)$", match.group(), IGNORE):
        return None
    mention = mention_of(text, match, match.end(), found[-1].currency)
    return replace(mention, inherited=True)


def _part_of(text: str, match: re.Match[str], whole: AmountMention) -> AmountMention | None:
    """ "Of the 50 billion promised, 32 had been disbursed", "95 billion, 60 of them for Kyiv": a bare number in the scale of the sum."""
    scale = re.search(rf"(?i:{SCALE})", whole.quote)
    bare = not match["low_scale"] and not re.search(r"llion$", match.group(), IGNORE)
    if not bare or scale is None:
        return None
    gap = text[whole.end : match.start()]
    beside = _BESIDE.fullmatch(gap) and _SOME_OF.match(text, match.end())
    told = _WHOLE.search(text[max(0, whole.start - 12) : whole.start]) and _OF_WHOLE.fullmatch(gap) and _BECAME.match(text, match.end())
    if not (beside or told):
        return None
    mention = mention_of(text, match, match.end(), whole.currency)
    value = tidy(mention.value * SCALES[scale.group().lower()])
    return replace(mention, value=value, inherited=True, implausible=False) if value < whole.value else None


def read_listed(text: str, start: int) -> AmountMention | None:
    """A scaled figure in a row of which only the last names the money; without a scale only where the row is told "respectively"."""
    if start and re.match(r"[\w.,$€£-]", text[start - 1]):
        return None
    first = here = _ELLIPTIC.match(text, start)
    while here and (gap := _LISTED.match(text, here.end())):
        if last := read_suffixed(text, gap.end()):
            return _of_row(text, first, last)
        here = _ELLIPTIC.match(text, gap.end())
    return None


def _of_row(text: str, first: re.Match[str] | None, last: AmountMention) -> AmountMention | None:
    """The first figure of a row with the currency of the last, and with its scale where it has none."""
    if first is None or last.currency is None:
        return None
    mention = mention_of(text, first, first.end(), last.currency)
    if first["low_scale"] or re.search(r"[mbtr]illion$", first.group(), IGNORE):
        return mention
    scale = re.search(rf"(?i:{SCALE})", last.quote)
    if scale is None or not _RESPECTIVELY.match(text, last.end):
        return None
    return replace(mention, value=tidy(mention.value * SCALES[scale.group().lower()]), implausible=False)
