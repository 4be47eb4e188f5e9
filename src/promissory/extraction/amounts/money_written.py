"""Sums with their money beside them: signs and codes before a number, names behind it, cents."""

from __future__ import annotations

import re
from dataclasses import replace

from promissory.extraction.amounts.currencies import (
    CODE,
    COUNTING,
    NAME,
    OWNER,
    PART,
    PARTS,
    SIGN,
    WORDLIKE,
    any_of,
    code_of_name,
    code_of_part,
    code_of_sign,
    owner_of,
)
from promissory.extraction.amounts.quantities import BETWEEN, DASH, IGNORE, AmountMention, ends_of, is_range, qualifier_of, tidy
from promissory.extraction.lexicon.numerals import FIGURES, SCALE, SCALE_LETTER, SCALES, SPELLED, numeral_value

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
_LOW = rf"(?P<low>{FIGURES}|\.\d{{1,2}}(?!\d)|(?i:{SPELLED})(?=\s(?i:{SCALE})s?\b))"  # "EUR one billion"
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
_DEAL = re.compile(
    r"[-\s](?:[a-z][\w-]*\s){0,2}(?:aid|bill|package|loan|loans|fund|funding|assistance|grant|tranche|budget|supplemental|credit)\b", IGNORE
)
_WEIGHT = re.compile(
    r"\s?(?:of\b(?!\s(?:aid|assistance|support|military|humanitarian|new|additional|funding|equipment))|bombs?\b|warheads?\b"
    r"|shells?\b|gliding|glide)",
    IGNORE,
)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})")
# "$3.7, $2.8 and $3 billion respectively"
_SIGNED_ROW = re.compile(rf"(?:,?\s(?:and\s)?{SIGN}\s?{FIGURES}){{1,8}}\s(?P<scale>(?i:{SCALE}))\b[^.\n]{{0,60}}\brespectively\b")


def read_prefixed(text: str, start: int) -> AmountMention | None:
    """`$5 million`, `EUR 20`: a sum with its sign or code before it."""
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
    mention = mention_of(text, match, end, currency)
    scaled = match.groupdict().get("low_scale") or match.groupdict().get("high")  # a single sum has neither
    row = _SIGNED_ROW.match(text, end) if not scaled else None
    return replace(mention, value=tidy(mention.value * SCALES[row["scale"].lower()]), implausible=False) if row else mention


def _is_wordlike(match: re.Match[str]) -> bool:
    """`COP28`, `TOP 10`, `euro 2024`: a code that is a word too, before a figure without scale or groups."""
    return match["before"].strip() in WORDLIKE and not (match["low_scale"] or re.search(r"\d[,.]\d", match["low"]))


def read_small(text: str, start: int) -> AmountMention | None:
    """`50 cents`: a sum below one."""
    match = _SMALL.match(text, start)
    if not match or (start and re.match(r"[\w.,$€£-]", text[start - 1])):
        return None
    mention = mention_of(text, match, match.end(), code_of_part(match["after"].strip(" -")))
    return replace(mention, value=tidy(mention.value / 100), implausible=False)


def with_hundredths(text: str, mention: AmountMention) -> AmountMention:
    """A sum with the cents said behind it."""
    match = _HUNDREDTHS.match(text, mention.end)
    if not match or mention.upper is not None or mention.value != int(mention.value):
        return mention
    value = tidy(mention.value + numeral_value(match["count"]) / 100)
    return replace(mention, end=match.end(), quote=text[mention.start : match.end()], value=value, implausible=False)


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


def read_suffixed(text: str, start: int) -> AmountMention | None:
    """`5 million euros`, `20 USD`: a sum with its money behind it."""
    if start and re.match(r"[\w.,$€£]-?$", text[start - 1 : start]) and text[start - 1] not in "-":
        return None
    match = _pair(_SUFFIXED_PAIR, text, start) or _SUFFIXED.match(text, start)
    if not match or _is_measure(text, match) or (match["high"] and (not is_range(match) or _is_change(text, match))):
        return None
    return mention_of(text, match, match.end(), code_of_name(match["after"]))


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


def mention_of(text: str, match: re.Match[str], end: int, currency: str | None) -> AmountMention:
    """The sum that a pattern of figures matched, as far as `end`, in this currency."""
    low, high = ends_of(match)
    scaled = match["low_scale"] or match.groupdict().get("late_scale")  # "1.148 EUR million"
    if _THOUSANDS.fullmatch(match["low"]) and not scaled and high is None:
        low *= 1000 ** match["low"].count(".")  # "500.000 euros", as the Continent writes it
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
