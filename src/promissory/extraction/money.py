"""Sums of money as news writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from promissory.extraction.currencies import (
    CODE,
    CODE_ALIASES,
    CODES,
    COUNTING,
    NAME,
    NAMES,
    OWNER,
    PART,
    PARTS,
    SHARED_SIGNS,
    SIGN,
    SIGNS,
    WORDLIKE,
    any_of,
    code_of_name,
    code_of_part,
    code_of_sign,
    owner_of,
)
from promissory.extraction.numerals import FIGURES, NUMBER_WORDS, SCALE, SCALE_LETTER, SCALES, SPELLED, numeral_value
from promissory.extraction.quantities import BETWEEN, DASH, IGNORE, AmountMention, ends_of, is_range, qualifier_of, tidy

_MONEY_SCALE = (
    rf"(?:(?:(?:[-‑]|\s{{1,8}})?(?i:{SCALE})s?(?![^\W_])){{1,2}}|\s?{SCALE_LETTER}(?![^\W_])(?:(?<=mil)\.)?|\s?(?:MN|BN|TN|MM|T)(?![^\W_]))"
)
_LATE_SCALE = rf"(?:\s(?P<late_scale>(?i:{SCALE}))\b)?"
_REST = r"(?:\s[$€£]?\s?(?P<rest>\d{1,3})\s(?P<rest_scale>million|thousand)\b)?"
_WORTH = (
    rf"[ \u00a0]?(?!R\b){SIGN}(?!\s?\d)(?![^\W\d_])|\s?{CODE}\b|[-‑\s]{{1,2}}(?:(?i:{OWNER})[-‑\s])?(?i:{NAME})\b(?:\s(?i:sterling))?"
    rf"|\s(?:US|UK)\b(?=[\s.,;)]|$)"
)
_AFTER = rf"(?P<after>{_WORTH})"
# "$500 million Canadian": an adjective alone says whose dollar it is, unless it belongs to a noun behind it.
_AFTER_SIGN = rf"(?P<after>{_WORTH}|\s\(?(?i:{OWNER})(?=\)|[.,;]|\s(?:in|to|for|on|of|this|over)\b|$))"
_BEFORE = rf"(?P<before>{SIGN}|{CODE}\s?{SIGN}?)"
_LOW = rf"(?P<low>{FIGURES}|\.\d{{1,2}}(?!\d))"
# "5 dollars and 20 cents": the hundredths behind a whole sum.
_HUNDREDTHS = re.compile(rf"\s(?:and\s)?(?P<count>\d{{1,2}}|(?i:{SPELLED}))\s(?P<part>(?i:{PART}))(?!\w)")
_SMALL = re.compile(
    rf"(?P<low>{FIGURES}|(?i:{SPELLED}))(?P<low_scale>)?(?P<high>(?!))?(?P<plus>(?!))?"
    rf"(?P<after>\s?¢|[-\s](?:(?i:{OWNER})\s)?(?i:{any_of(p for p in PARTS if p != '¢')})(?!\w))"
)

_PREFIXED = re.compile(
    rf"{_BEFORE}[\s-]?{_LOW}(?P<low_scale>{_MONEY_SCALE})?{_REST}"
    rf"(?:{DASH}(?:{SIGN}|{CODE}\s)?(?P<high>{FIGURES})(?P<high_scale>{_MONEY_SCALE})?(?![\d%]))?(?P<plus>\+|-plus\b)?{_AFTER_SIGN}?"
)
_SINGLE_PREFIXED = re.compile(rf"{_BEFORE}[\s-]?{_LOW}(?P<low_scale>{_MONEY_SCALE})?{_REST}(?P<plus>\+|-plus\b)?{_AFTER_SIGN}?")
_SUFFIXED = re.compile(
    rf"(?P<low>{FIGURES}|(?i:{SPELLED}))(?P<low_scale>{_MONEY_SCALE})?{_REST}"
    rf"(?:{DASH}(?P<high>{FIGURES}|(?i:{SPELLED}))(?P<high_scale>{_MONEY_SCALE})?)?(?P<plus>\+|-plus)?{_AFTER}{_LATE_SCALE}"
)
# "between 1 and 2 billion euros": the scale behind the second number holds for the first too.
_PREFIXED_PAIR = re.compile(_PREFIXED.pattern.replace(DASH, r"\sand\s"))
_SUFFIXED_PAIR = re.compile(_SUFFIXED.pattern.replace(DASH, r"\sand\s"))
_AND = re.compile(r"\s+and\s+(?:about\s+|around\s+|roughly\s+)?", IGNORE)
_DEAL = re.compile(
    r"[-\s](?:[a-z][\w-]*\s){0,2}(?:aid|bill|package|loan|loans|fund|funding|assistance|grant|tranche|budget|supplemental|credit)\b", IGNORE
)
_CONVERSION = re.compile(
    r"\s*,?\s*(?:[(\[]\s*|or\s+)(?:(?:about|around|some|approximately|approx\.|roughly|nearly|almost|over|just|equivalent to"
    r"|equal to|equivalent|more than|under|ca?\.|~|≈|=|or|i\.e\.)\s*)*$",
    IGNORE,
)
_WEIGHT = re.compile(
    r"\s?(?:of\b(?!\s(?:aid|assistance|support|military|humanitarian|new|additional|funding|equipment))|bombs?\b|warheads?\b"
    r"|shells?\b|gliding|glide)",
    IGNORE,
)

# Whose money a shared name is, by the countries that a text names.
_NORDIC = {
    "NOK": r"Norw(?:ay|egian)|Oslo", "DKK": r"Denmark|Danish|Copenhagen|Danes?\b", "ISK": r"Iceland", "SEK": r"Swed(?:en|ish)|Stockholm",
}  # fmt: skip
_USERS: Mapping[str, Mapping[str, str]] = {
    r"\bkr": _NORDIC,
    "crown": {"CZK": r"Czech|Prague"} | _NORDIC,
    r"rupee|\brs": {"INR": r"India", "PKR": r"Pakistan", "LKR": r"Sri Lanka", "NPR": r"Nepal"},
}  # fmt: skip


def amounts(text: str, *, dollar: str = "USD") -> tuple[AmountMention, ...]:
    """The sums of money in `text`, in order, none overlapping another.

    `dollar` is the currency of a bare "$", for a caller who knows that the text is, say, Australian. A name that several
    countries share ("kroner", "crowns") is theirs whom the text names, if it names one of them only; else it stays open.
    """
    if not _may_name_money(text):
        return ()
    found: list[AmountMention] = []
    end = 0
    for start, prefixed in _money_starts(text):
        if start < end:
            continue
        mention = _read_prefixed(text, start) if prefixed else _read_figure(text, start, found)
        if mention:
            mention = _with_minus(text, _with_hundredths(text, mention))
            found.append(_relate(text, _settled(text, mention, dollar), found))
            end = mention.end
    return tuple(found)


def _may_name_money(text: str) -> bool:
    """Whether a sign, a code or a name of money stands anywhere: most texts have none, and are not read on."""
    if _SIGNS.search(text):
        return True
    words = set(re.findall(r"[^\W\d_]+", text))
    return not _CODES.isdisjoint(words) or not _WORDS.isdisjoint(word.lower() for word in words)


_SIGNS = re.compile(f"[{''.join(sorted({re.escape(c) for s in (*SIGNS, '¢') for c in s if not (c.isalnum() or c in ' ./')}))}]")
_CODES = frozenset((*CODES, *CODE_ALIASES, *SHARED_SIGNS, *(part for s in SIGNS for part in re.findall(r"[^\W\d_]+", s))))
_WORDS = frozenset(word for name in (*NAMES, *PARTS) for word in re.findall(r"[^\W\d_]+", name))


def _settled(text: str, mention: AmountMention, dollar: str) -> AmountMention:
    """The mention with the currency that a bare sign or a shared name stands for in this text."""
    if mention.currency == "USD" and dollar != "USD" and re.match(r"\$", mention.quote) and not re.search(r"US|dollar", mention.quote):
        return replace(mention, currency=dollar)
    if mention.currency is None and (users := next((u for name, u in _USERS.items() if re.search(name, mention.quote, IGNORE)), None)):
        named = [code for code, country in users.items() if re.search(rf"\b(?:{country})", text)]
        return replace(mention, currency=named[0]) if len(named) == 1 else mention
    return mention


_STARTS = re.compile(rf"(?P<before>(?<![\w$])(?:{SIGN}|{CODE})(?=[\s$€£¥-]{{0,2}}\.?\d))|\w+")


def _money_starts(text: str) -> Iterable[tuple[int, bool]]:
    """Where a sum may begin, and whether its currency stands before the number."""
    for match in _STARTS.finditer(text):
        if match["before"]:
            yield match.start(), True
        elif match.group()[0].isdigit() or match.group().lower() in NUMBER_WORDS:
            yield match.start(), False


def _read_prefixed(text: str, start: int) -> AmountMention | None:
    match = _pair(_PREFIXED_PAIR, text, start) or _PREFIXED.match(text, start)
    if match and match["high"] and (not is_range(match) or _is_change(text, match)):
        match = _SINGLE_PREFIXED.match(text, start)
    if not match or re.match(r"[\w%]", text[match.end() : match.end() + 1]):
        match = _SINGLE_PREFIXED.match(text, start)
    if not match or _is_wordlike(match):
        return None
    currency = code_of_sign(match["before"])
    if match["before"] == "$" and match["after"]:
        currency = owner_of(match["after"]) or code_of_name(match["after"]) or currency
    end = match.end() if _repeats(match, currency) else match.start("after")
    mention = _mention(text, match, end, currency)
    scaled = match.groupdict().get("low_scale") or match.groupdict().get("high")  # a single sum has neither
    row = _SIGNED_ROW.match(text, end) if not scaled else None
    return replace(mention, value=tidy(mention.value * SCALES[row["scale"].lower()]), implausible=False) if row else mention


def _is_wordlike(match: re.Match[str]) -> bool:
    """`COP28`, `TOP 10`, `euro 2024`: a code that is a word too, before a figure without scale or groups."""
    return match["before"].strip() in WORDLIKE and not (match["low_scale"] or re.search(r"\d[,.]\d", match["low"]))


def _read_figure(text: str, start: int, found: list[AmountMention]) -> AmountMention | None:
    """The sum that begins with a number: with its money behind it, in cents, or with that of the sum before."""
    return _read_small(text, start) or _read_suffixed(text, start) or _read_listed(text, start) or _read_elliptic(text, start, found)


def _read_small(text: str, start: int) -> AmountMention | None:
    """`50 cents`: a sum below one."""
    match = _SMALL.match(text, start)
    if not match or (start and re.match(r"[\w.,$€£-]", text[start - 1])):
        return None
    mention = _mention(text, match, match.end(), code_of_part(match["after"].strip(" -")))
    return replace(mention, value=tidy(mention.value / 100), implausible=False)


def _with_hundredths(text: str, mention: AmountMention) -> AmountMention:
    """A sum with the cents said behind it."""
    match = _HUNDREDTHS.match(text, mention.end)
    if not match or mention.upper is not None or mention.value != int(mention.value):
        return mention
    value = tidy(mention.value + numeral_value(match["count"]) / 100)
    return replace(mention, end=match.end(), quote=text[mention.start : match.end()], value=value, implausible=False)


_MINUS = re.compile(r"(?:(?:^|(?<=[\s(:]))[-−]|\b(?:minus|negative)\s)$", IGNORE)


def _with_minus(text: str, mention: AmountMention) -> AmountMention:
    """ "-$20", "minus 20 dollars": below zero, where the sign opens the word."""
    near = max(0, mention.start - 10)
    minus = _MINUS.search(text[near : mention.start])
    if minus is None or mention.upper is not None or text[mention.start] == "-":
        return mention
    start = near + minus.start()
    return replace(mention, start=start, quote=text[start : mention.end], value=-mention.value)


def _pair(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """The two ends of "between X and Y" as one, where only the second names the scale."""
    if not BETWEEN.search(text[max(0, start - 20) : start]):
        return None
    match = pattern.match(text, start)
    return match if match and match["high_scale"] and not match["low_scale"] and not re.search("llion", match["low"]) else None


def _repeats(match: re.Match[str], currency: str | None) -> bool:
    """Whether the words after a sum name its currency again; a missing `after` repeats nothing but ends the match."""
    after = match["after"]
    return not after or (owner_of(after) or code_of_name(after)) in (currency, None)


def _read_suffixed(text: str, start: int) -> AmountMention | None:
    if start and re.match(r"[\w.,$€£]-?$", text[start - 1 : start]) and text[start - 1] not in "-":
        return None
    match = _pair(_SUFFIXED_PAIR, text, start) or _SUFFIXED.match(text, start)
    if not match or _is_measure(text, match) or (match["high"] and (not is_range(match) or _is_change(text, match))):
        return None
    return _mention(text, match, match.end(), code_of_name(match["after"]))


_ELLIPTIC = re.compile(
    rf"(?P<low>{FIGURES}|(?i:{SPELLED}))(?P<low_scale>[-\s]?(?i:million|billion|trillion|bn|mln)\b)?(?P<plus>\+"
    r"|-plus\b)?(?P<high>(?!))?"
)
_NO_NOUN = re.compile(
    r"[,;:.)]|\s(?:(?:of\s(?:it|this|that|which|them|the\s(?:sum|money|total|amount|package|funds?|loan|aid))|in|to|from"
    r"|for|will|would|is|was|are|were|has|have|had|goes|went|comes|"
    r"came|by|through|under|on|as|coming|going|more|extra|annually|a\syear|per\syear|each|this|next|last|already|worth"
    r"|pledged|promised|earmarked|set\saside|reported|recorded)\b)"
)
# "500 million and 300 million euros", "3 billion, France 2 billion and Italy 1 billion euros"
_LISTED = re.compile(
    r"(?:,|,?\s(?:and|or|while))\s(?:(?:the\s)?[A-Z][\w-]+\s){0,3}(?:(?:another|about|around|some|a\sfurther|nearly|up\sto|over)\s)?"
)
_RESPECTIVELY = re.compile(r"[^.\n]{0,60}\brespectively\b")
# "$3.7, $2.8 and $3 billion respectively"
_SIGNED_ROW = re.compile(rf"(?:,?\s(?:and\s)?{SIGN}\s?{FIGURES}){{1,8}}\s(?P<scale>(?i:{SCALE}))\b[^.\n]{{0,60}}\brespectively\b")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
_REACH = 400  # characters over which a sum may lend its currency


def _read_elliptic(text: str, start: int, found: list[AmountMention]) -> AmountMention | None:
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
    mention = _mention(text, match, match.end(), found[-1].currency)
    return replace(mention, inherited=True)


_WHOLE = re.compile(r"\b[Oo]f\s(?:(?:the|that|those|these)\s)?$")
_OF_WHOLE = re.compile(
    r"(?![^.;]*\b(?:countries|states|systems)\b)[^.;:]{0,60},\s(?:(?:only|some|about|around|nearly|just|almost|over|more\sthan)\s)?"
)
_BECAME = re.compile(
    r"\s(?:have|has|had|were|was|is|are)\s(?:(?:not|since|so\sfar|already|now|yet|to)\s)?(?:be(?:en)?\s)?\w+(?:ed|id|nt)\b"
)


def _part_of(text: str, match: re.Match[str], whole: AmountMention) -> AmountMention | None:
    """ "Of the 50 billion promised, 32 had been disbursed": a bare number in the scale of the sum that it is a part of."""
    scale = re.search(rf"(?i:{SCALE})", whole.quote)
    bare = not match["low_scale"] and not re.search(r"llion$", match.group(), IGNORE)
    if not bare or scale is None or not _WHOLE.search(text[max(0, whole.start - 12) : whole.start]):
        return None
    if not _OF_WHOLE.fullmatch(text[whole.end : match.start()]) or not _BECAME.match(text, match.end()):
        return None
    mention = _mention(text, match, match.end(), whole.currency)
    value = tidy(mention.value * SCALES[scale.group().lower()])
    return replace(mention, value=value, inherited=True, implausible=False) if value < whole.value else None


def _read_listed(text: str, start: int) -> AmountMention | None:
    """A scaled figure in a row of which only the last names the money; without a scale only where the row is told "respectively"."""
    if start and re.match(r"[\w.,$€£-]", text[start - 1]):
        return None
    first = here = _ELLIPTIC.match(text, start)
    while here and (gap := _LISTED.match(text, here.end())):
        if last := _read_suffixed(text, gap.end()):
            return _of_row(text, first, last)
        here = _ELLIPTIC.match(text, gap.end())
    return None


def _of_row(text: str, first: re.Match[str] | None, last: AmountMention) -> AmountMention | None:
    """The first figure of a row with the currency of the last, and with its scale where it has none."""
    if first is None or last.currency is None:
        return None
    mention = _mention(text, first, first.end(), last.currency)
    if first["low_scale"] or re.search(r"[mbtr]illion$", first.group(), IGNORE):
        return mention
    scale = re.search(rf"(?i:{SCALE})", last.quote)
    if scale is None or not _RESPECTIVELY.match(text, last.end):
        return None
    return replace(mention, value=tidy(mention.value * SCALES[scale.group().lower()]), implausible=False)


def _is_measure(text: str, match: re.Match[str]) -> bool:
    """`500 pounds`, `40 won`, `two marks`: money only with a scale or a country beside them, pounds also among other `£`."""
    name = match["after"].strip(" -‑").lower()
    if match["after"].strip() in ("US", "UK"):
        return True
    if match["after"].strip().isupper() and match["after"].strip() in WORDLIKE and not match["low_scale"]:
        return True
    if match["low_scale"] or match["high_scale"] or " " in name or len(name) <= 1 or re.search(r"(?:llion|housand)$", match["low"].lower()):
        return False
    if _HUNDREDTHS.match(text, match.end()):
        return False  # "6 pounds 20 pence"
    if name in ("pound", "pounds"):
        return match["after"][0] == "-" or "£" not in text or bool(_WEIGHT.match(text, match.end()))
    return name in COUNTING


def _is_change(text: str, match: re.Match[str]) -> bool:
    """`from 10 billion to 12 billion` is a step from one sum to another, no range."""
    before = text[max(0, match.start() - 6) : match.start()]
    return bool(re.search(r"\bfrom\s$", before, IGNORE)) and bool(re.search(r"\sto\s", match.group()))


def _mention(text: str, match: re.Match[str], end: int, currency: str | None) -> AmountMention:
    low, high = ends_of(match)
    start = match.start()
    bare = not match["low_scale"] and low < 100 and high is None
    return AmountMention(
        start,
        end,
        text[start:end],
        low,
        currency,
        "at_least" if high is not None or match["plus"] else qualifier_of(text, start, end),
        implausible=bare and low == int(low) and bool(_DEAL.match(text, end)),
        upper=high,
    )


def _relate(text: str, mention: AmountMention, found: list[AmountMention]) -> AmountMention:
    """Mark a conversion of the sum before, and the upper end of "between X and Y"."""
    if not found:
        return mention
    last = found[-1]
    gap = text[last.end : mention.start]
    repeats = _CONVERSION.fullmatch(gap) or (last.converted and re.fullmatch(r"[;,/]\s*", gap))
    if last.currency != mention.currency and len(gap) < 40 and repeats:
        return replace(mention, converted=True)
    if last.qualifier == "at_least" and _AND.fullmatch(gap) and BETWEEN.search(text[max(0, last.start - 30) : last.start]):
        return replace(mention, qualifier="at_most")
    return mention
