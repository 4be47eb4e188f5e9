"""Sums of money as news writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from promissory.extraction.amounts.currencies import CODE, CODE_ALIASES, CODES, NAMES, PARTS, SHARED_SIGNS, SIGN, SIGNS, any_of
from promissory.extraction.amounts.money_elided import read_elliptic, read_listed
from promissory.extraction.amounts.money_written import read_prefixed, read_small, read_suffixed, with_hundredths
from promissory.extraction.amounts.quantities import BETWEEN, IGNORE, AmountMention
from promissory.extraction.lexicon.numerals import NUMBER_WORDS, SCALE, SPELLED

_AND = re.compile(r"\s+and\s+(?:about\s+|around\s+|roughly\s+)?", IGNORE)
_CONVERSION = re.compile(
    r"\s*,?\s*(?:[(\[]\s*|or\s+|which\s+(?:is|was|equals|makes|amounts\s+to|corresponds\s+to)\s+"
    r"|(?<=,\s)(?:then(?=\s+(?:worth|about|roughly|equal|just|nearly))|at\s+the\s+time|at\s+(?:the\s+)?(?:current|present|today's)\s+(?:exchange\s+)?rates?,?)\s+)"
    r"(?:(?:about|around|some|approximately|approx\.|roughly|nearly|almost|over|just|a little|slightly|worth|equivalent to"
    r"|equal to|equivalent|more than|under|ca?\.|~|≈|=|or|i\.e\.)\s*)*$",
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
    return _amounts(text, dollar)


@lru_cache(maxsize=2)
def _amounts(text: str, dollar: str) -> tuple[AmountMention, ...]:
    """What `amounts` says, kept for a moment: the same text is read by what extracts and by what examines."""
    if not _may_name_money(text):
        return ()
    found: list[AmountMention] = []
    end = 0
    for start, prefixed in _money_starts(text):
        if start < end:
            continue
        mention = read_prefixed(text, start) if prefixed else _read_figure(text, start, found)
        if mention:
            mention = _with_minus(text, with_hundredths(text, mention))
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


_STARTS = re.compile(
    rf"(?P<before>(?<![\w$])(?:{SIGN}|{CODE})(?=[\s$€£¥-]{{0,2}}\.?\d|\s(?i:{SPELLED})\s(?i:{SCALE})))"
    rf"|(?P<figure>(?<!\w)(?:\d\w*|(?i:{any_of(NUMBER_WORDS)})(?!\w)))|(?P<behind>\d\w*)"
)


def _money_starts(text: str) -> Iterable[tuple[int, bool]]:
    """Where a sum may begin, and whether its currency stands before the number."""
    end = 0
    for match in _STARTS.finditer(text):
        if match["before"]:
            yield match.start(), True
            end = match.end()
        elif match["figure"] or match.start() == end:  # a figure inside a word is none, but for one right behind a sign or code
            yield match.start(), False


def _read_figure(text: str, start: int, found: list[AmountMention]) -> AmountMention | None:
    """The sum that begins with a number: with its money behind it, in cents, or with that of the sum before."""
    return read_small(text, start) or read_suffixed(text, start) or read_listed(text, start) or read_elliptic(text, start, found)


#: "6 billion over three years, which is 2 billion a year": the same sum, by the year.
_YEARLY = re.compile(r"\s(?:(?:per|a|each|every)\s(?:year|month)|annually|yearly|monthly)\b", IGNORE)
_MINUS = re.compile(r"(?:(?:^|(?<=[\s(:]))[-−]|\b(?:minus|negative)\s)$", IGNORE)


def _with_minus(text: str, mention: AmountMention) -> AmountMention:
    """ "-$20", "minus 20 dollars": below zero, where the sign opens the word."""
    near = max(0, mention.start - 10)
    minus = _MINUS.search(text[near : mention.start])
    if minus is None or mention.upper is not None or text[mention.start] == "-":
        return mention
    start = near + minus.start()
    return replace(mention, start=start, quote=text[start : mention.end], value=-mention.value)


def _relate(text: str, mention: AmountMention, found: list[AmountMention]) -> AmountMention:
    """Mark a conversion of the sum before, and the upper end of "between X and Y"."""
    if not found:
        return mention
    last = found[-1]
    gap = text[last.end : mention.start]
    # "a 70-million-euro credit ($76 million)": what the sum measures stands before the bracket
    gap = re.sub(r"^(?:-\w+)?(?:\s[a-z-]+){1,3}(?=\s\()", "", gap)
    repeats = _CONVERSION.fullmatch(gap) or (last.converted and re.fullmatch(r"[;,/]\s*", gap))
    if (last.currency != mention.currency or _YEARLY.match(text, mention.end)) and len(gap) < 40 and repeats:
        return replace(mention, converted=True)
    if last.qualifier == "at_least" and _AND.fullmatch(gap) and BETWEEN.search(text[max(0, last.start - 30) : last.start]):
        return replace(mention, qualifier="at_most")
    return mention
