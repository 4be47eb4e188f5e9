"""Money and counts as news writes them.

A range keeps its lower end with the qualifier `at_least` and its upper end in `upper`: "€1.5-2 billion" is at least
1,500,000,000. The middle of a range is nobody's figure and is never taken. Words without a figure ("billions of euros",
"a multi-billion-euro package", "dozens of tanks") make no mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from promissory.extraction.calendar import dates
from promissory.extraction.numerals import FIGURES, NUMBER_WORDS, SCALE, SCALE_LETTER, SCALES, SPELLED, numeral_starts, numeral_value


@dataclass(frozen=True, slots=True)
class AmountMention:
    """A sum of money: `text[start:end] == quote`, value in units of the currency (ISO 4217; None where left open).

    `converted`: the sum repeats the one before it in another currency. `implausible`: a bare sum below a hundred said to be
    a bill, loan or package; it stays as written. `upper`: the upper end of a range whose lower end is `value`.
    `inherited`: the currency is that of the sum before ("€50 billion, of which 17 billion in grants").
    """

    start: int
    end: int
    quote: str
    value: float
    currency: str | None
    qualifier: str = "exact"
    converted: bool = False
    implausible: bool = False
    upper: float | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A count: `unit` is "percent" or a unit of measure ("GW", "km", "ton"), None for things counted."""

    start: int
    end: int
    quote: str
    value: float
    qualifier: str = "exact"
    unit: str | None = None
    upper: float | None = None


SIGNS: Mapping[str, str] = {
    "US$": "USD", "U.S.$": "USD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "CDN$": "CAD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD",
    "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD", "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₴": "UAH",
    "₽": "RUB", "₺": "TRY", "₪": "ILS", "₩": "KRW", "₹": "INR", "₸": "KZT", "₾": "GEL", "zł": "PLN",
}  # fmt: skip
CODES = (
    "EUR", "USD", "GBP", "CAD", "AUD", "NZD", "CHF", "SEK", "NOK", "DKK", "ISK", "CZK", "PLN", "HUF", "RON", "BGN", "UAH", "RUB", "TRY",
    "JPY", "CNY", "KRW", "INR", "PKR", "ILS", "AED", "SAR", "QAR", "KWD", "TWD", "SGD", "HKD", "THB", "MYR", "IDR", "PHP", "VND", "ZAR",
    "BRL", "MXN", "ARS", "CLP", "COP", "EGP", "MAD", "KZT", "GEL", "AMD", "AZN", "MDL", "RSD", "BAM", "MKD", "ALL", "HRK", "LTL", "LVL",
    "EEK", "BYN", "UZS",
)  # fmt: skip
CODE_ALIASES: Mapping[str, str] = {"NIS": "ILS", "RMB": "CNY", "CDN": "CAD", "RUR": "RUB", "NTD": "TWD"}
# Names that belong to one currency whoever says them.
NAMES: Mapping[str, str] = {
    "euro": "EUR", "euros": "EUR", "hryvnia": "UAH", "hryvnias": "UAH", "hryvnya": "UAH", "hryvnyas": "UAH", "hryven": "UAH",
    "zloty": "PLN", "zlotys": "PLN", "zloties": "PLN", "zlotych": "PLN", "złoty": "PLN", "złotys": "PLN", "złotych": "PLN",
    "kronor": "SEK", "krona": "SEK", "koruna": "CZK", "korunas": "CZK", "koruny": "CZK", "korun": "CZK", "forint": "HUF",
    "forints": "HUF", "lev": "BGN", "leva": "BGN", "levs": "BGN", "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "won": "KRW", "franc": "CHF", "francs": "CHF", "shekel": "ILS", "shekels": "ILS",
    "tenge": "KZT", "lari": "GEL", "sterling": "GBP", "lira": "TRY", "liras": "TRY", "baht": "THB", "ringgit": "MYR", "rand": "ZAR",
    "rupiah": "IDR", "dollar": "USD", "dollars": "USD", "pound": "GBP", "pounds": "GBP", "lei": "RON", "leu": "RON",
}  # fmt: skip
# Names that several countries share: without the country beside them the currency stays open.
SHARED = frozenset({
    "krone", "kroner", "kronur", "crown", "crowns", "rupee", "rupees", "peso", "pesos", "dinar", "dinars", "dirham", "dirhams", "riyal",
    "riyals", "rial", "rials", "mark", "marks",
})  # fmt: skip
_DOLLARS = {
    "us": "USD", "u.s.": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "new zealand": "NZD", "hong kong": "HKD",
    "singapore": "SGD", "taiwan": "TWD", "taiwanese": "TWD",
}  # fmt: skip
COUNTRY_MONEY: Mapping[str, str] = _DOLLARS | {
    "norwegian": "NOK", "danish": "DKK", "swedish": "SEK", "icelandic": "ISK", "czech": "CZK", "swiss": "CHF", "british": "GBP",
    "uk": "GBP", "indian": "INR", "pakistani": "PKR", "romanian": "RON", "moldovan": "MDL", "mexican": "MXN", "philippine": "PHP",
    "serbian": "RSD", "kuwaiti": "KWD", "moroccan": "MAD", "emirati": "AED", "uae": "AED", "saudi": "SAR", "qatari": "QAR",
    "south korean": "KRW", "korean": "KRW", "japanese": "JPY", "chinese": "CNY", "russian": "RUB", "belarusian": "BYN",
    "ukrainian": "UAH", "polish": "PLN", "hungarian": "HUF", "bulgarian": "BGN", "turkish": "TRY", "israeli": "ILS", "egyptian": "EGP",
    "argentine": "ARS", "colombian": "COP", "chilean": "CLP", "kazakh": "KZT", "georgian": "GEL", "south african": "ZAR",
}  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)).replace(r"\ ", r"\s")


_I = re.IGNORECASE
_SIGN = rf"(?:{_any(SIGNS)})"
_CODE = rf"(?:{_any((*CODES, *CODE_ALIASES))})"
_COUNTRY = rf"(?:{_any(COUNTRY_MONEY)})"
_NAME = rf"(?:{_any((*NAMES, *SHARED))})"
_DASH = r"(?:\s?[-‐‑–—]\s?|\sto\s|\sor\s)"
_MONEY_SCALE = rf"(?:(?:[-‑]|\s{{1,8}})?(?i:{SCALE})s?(?![^\W_])|\s?{SCALE_LETTER}(?![^\W_])(?:(?<=mil)\.)?|\s?(?:MN|BN|TN))"
_LATE_SCALE = rf"(?:\s(?P<late_scale>(?i:{SCALE}))\b)?"
_REST = r"(?:\s[$€£]?\s?(?P<rest>\d{1,3})\s(?P<rest_scale>million|thousand)\b)?"
_WORTH = rf"[ \u00a0]?{_SIGN}(?!\s?\d)|\s?{_CODE}\b|[-‑\s]{{1,2}}(?:(?i:{_COUNTRY})[-‑\s])?(?i:{_NAME})\b(?:\s(?i:sterling))?"
_AFTER = rf"(?P<after>{_WORTH})"
# "$500 million Canadian": an adjective alone says whose dollar it is, unless it belongs to a noun behind it.
_AFTER_SIGN = rf"(?P<after>{_WORTH}|\s\(?(?:Canadian|Australian)(?=\)|[.,;]|\s(?:in|to|for|on|of|this|over)\b|$))"
_BEFORE = rf"(?P<before>{_SIGN}|{_CODE}\s?{_SIGN}?)"

_PREFIXED = re.compile(
    rf"{_BEFORE}[\s-]?(?P<low>{FIGURES})(?P<low_scale>{_MONEY_SCALE})?{_REST}"
    rf"(?:{_DASH}(?:{_SIGN}|{_CODE}\s)?(?P<high>{FIGURES})(?P<high_scale>{_MONEY_SCALE})?(?![\d%]))?(?P<plus>\+|-plus\b)?{_AFTER_SIGN}?"
)
_SINGLE_PREFIXED = re.compile(rf"{_BEFORE}[\s-]?(?P<low>{FIGURES})(?P<low_scale>{_MONEY_SCALE})?{_REST}(?P<plus>\+|-plus\b)?{_AFTER_SIGN}?")
_SUFFIXED = re.compile(
    rf"(?P<low>{FIGURES}|(?i:{SPELLED}))(?P<low_scale>{_MONEY_SCALE})?{_REST}"
    rf"(?:{_DASH}(?P<high>{FIGURES}|(?i:{SPELLED}))(?P<high_scale>{_MONEY_SCALE})?)?(?P<plus>\+|-plus)?{_AFTER}{_LATE_SCALE}"
)
# "between 1 and 2 billion euros": the scale behind the second number holds for the first too.
_PREFIXED_PAIR = re.compile(_PREFIXED.pattern.replace(_DASH, r"\sand\s"))
_SUFFIXED_PAIR = re.compile(_SUFFIXED.pattern.replace(_DASH, r"\sand\s"))
_ABOUT = (
    r"about|around|some|roughly|approximately|approx\.?|circa|ca?\.|nearly|almost|close to|just under|just shy of"
    r"|an estimated|estimated(?:\s(?:value|worth|cost|total)\sof)?|up to about|in the region of|~|≈"
)
_QUALIFIER = re.compile(
    r"(?:^|(?<=[\s(,;:\"“‘—–-]))(?:"
    r"(?P<at_most>up to|at most|no more than|not more than|as much as|as many as|a maximum of|maximum of|not exceeding"
    r"|fewer than|less than|under|below|max\.?)"
    r"|(?P<at_least>more than|over|at least|no less than|no fewer than|not less than|in excess of|above|upwards of"
    r"|exceeding|a minimum of|minimum of|well over|north of|minimum|>)"
    rf"|(?P<about>{_ABOUT}))"
    r"\s*(?:(?:an?|the)\s+)?(?:(?:additional|further|extra|another|initial|total of|total)\s+)*(?:of\s+)?$",
    _I,
)
_HANDED_OVER = re.compile(
    r"\b(?:hand(?:s|ed|ing)?|turn(?:s|ed|ing)?|took|taken?|takes|taking|give|gave|given|giving|transferred|carried|left"
    r"|pass(?:ed|ing)?|sign(?:ed)?)\sover\s+(?:(?:an?|the)\s+)?(?:\w+\s)?$",
    _I,
)
_TRAILING = re.compile(
    r"\s?(?:(?P<at_least>or more\b|or above\b|and more\b|at least\b|\+|plus\b)|(?P<about>or so\b|or thereabouts\b)"
    r"|(?P<at_most>or less\b|or fewer\b|at most\b|at maximum\b))",
    _I,
)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+|roughly\s+)?$", _I)
_AND = re.compile(r"\s+and\s+(?:about\s+|around\s+|roughly\s+)?", _I)
_DEAL = re.compile(
    r"[-\s](?:[a-z][\w-]*\s){0,2}(?:aid|bill|package|loan|loans|fund|funding|assistance|grant|tranche|budget|supplemental|credit)\b", _I
)
_CONVERSION = re.compile(
    r"\s*,?\s*(?:[(\[]\s*|or\s+)(?:(?:about|around|some|approximately|approx\.|roughly|nearly|almost|over|just|equivalent to"
    r"|equal to|equivalent|more than|under|ca?\.|~|≈|=|or|i\.e\.)\s*)*$",
    _I,
)
_WEIGHT = re.compile(
    r"\s?(?:of\b(?!\s(?:aid|assistance|support|military|humanitarian|new|additional|funding|equipment))|bombs?\b|warheads?\b"
    r"|shells?\b|gliding|glide)",
    _I,
)

_MONEY_HINT = re.compile(
    rf"[$€£¥₴₽₺₪₩₹₸₾]|zł|\b{_CODE}(?![A-Za-z])|(?i:{_any((*(n for n in NAMES if len(n) > 3), *SHARED))})|\b(?i:yen|lev|lei"
    r"|leu|won)\b"
)


# Whose money a shared name is, by the countries that a text names.
_NORDIC = {
    "NOK": r"Norw(?:ay|egian)|Oslo", "DKK": r"Denmark|Danish|Copenhagen|Danes?\b", "ISK": r"Iceland", "SEK": r"Swed(?:en|ish)|Stockholm",
}  # fmt: skip
_USERS: Mapping[str, Mapping[str, str]] = {
    "kron": _NORDIC,
    "crown": {"CZK": r"Czech|Prague"} | _NORDIC,
    "rupee": {"INR": r"India", "PKR": r"Pakistan", "LKR": r"Sri Lanka", "NPR": r"Nepal"},
}  # fmt: skip


def amounts(text: str, *, dollar: str = "USD") -> tuple[AmountMention, ...]:
    """The sums of money in `text`, in order, none overlapping another.

    `dollar` is the currency of a bare "$", for a caller who knows that the text is, say, Australian. A name that several
    countries share ("kroner", "crowns") is theirs whom the text names, if it names one of them only; else it stays open.
    """
    if not _MONEY_HINT.search(text):
        return ()
    found: list[AmountMention] = []
    end = 0
    for start, prefixed in _money_starts(text):
        if start < end:
            continue
        mention = _read_prefixed(text, start) if prefixed else _read_suffixed(text, start) or _read_elliptic(text, start, found)
        if mention:
            found.append(_relate(text, _settled(text, mention, dollar), found))
            end = mention.end
    return tuple(found)


def _settled(text: str, mention: AmountMention, dollar: str) -> AmountMention:
    """The mention with the currency that a bare sign or a shared name stands for in this text."""
    if mention.currency == "USD" and dollar != "USD" and re.match(r"\$", mention.quote) and not re.search(r"US|dollar", mention.quote):
        return replace(mention, currency=dollar)
    if mention.currency is None and (users := next((u for name, u in _USERS.items() if name in mention.quote.lower()), None)):
        named = [code for code, country in users.items() if re.search(rf"\b(?:{country})", text)]
        return replace(mention, currency=named[0]) if len(named) == 1 else mention
    return mention


_STARTS = re.compile(rf"(?P<before>(?<![\w$])(?:{_SIGN}|{_CODE})(?=[\s$€£-]{{0,2}}\d))|\w+")


def _money_starts(text: str) -> Iterable[tuple[int, bool]]:
    """Where a sum may begin, and whether its currency stands before the number."""
    for match in _STARTS.finditer(text):
        if match["before"]:
            yield match.start(), True
        elif match.group()[0].isdigit() or match.group().lower() in NUMBER_WORDS:
            yield match.start(), False


def _read_prefixed(text: str, start: int) -> AmountMention | None:
    match = _pair(_PREFIXED_PAIR, text, start) or _PREFIXED.match(text, start)
    if match and match["high"] and (not _is_range(match) or _is_change(text, match)):
        match = _SINGLE_PREFIXED.match(text, start)
    if not match or re.match(r"[\w%]", text[match.end() : match.end() + 1]):
        match = _SINGLE_PREFIXED.match(text, start)
    if not match:
        return None
    currency = _sign_currency(match["before"])
    if match["before"] == "$" and match["after"]:
        currency = _name_currency(match["after"]) or currency
    end = match.end() if _repeats(match, currency) else match.start("after")
    return _mention(text, match, end, currency)


def _pair(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """The two ends of "between X and Y" as one, where only the second names the scale."""
    if not _BETWEEN.search(text[max(0, start - 20) : start]):
        return None
    match = pattern.match(text, start)
    return match if match and match["high_scale"] and not match["low_scale"] and not re.search("llion", match["low"]) else None


def _repeats(match: re.Match[str], currency: str | None) -> bool:
    """Whether the words after a sum name its currency again; a missing `after` repeats nothing but ends the match."""
    return not match["after"] or _name_currency(match["after"]) in (currency, None)


def _read_suffixed(text: str, start: int) -> AmountMention | None:
    if start and re.match(r"[\w.,$€£]-?$", text[start - 1 : start]) and text[start - 1] not in "-":
        return None
    match = _pair(_SUFFIXED_PAIR, text, start) or _SUFFIXED.match(text, start)
    if not match or _is_measure(text, match) or (match["high"] and (not _is_range(match) or _is_change(text, match))):
        return None
    return _mention(text, match, match.end(), _name_currency(match["after"]))


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
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
_REACH = 400  # characters over which a sum may lend its currency


def _read_elliptic(text: str, start: int, found: list[AmountMention]) -> AmountMention | None:
    """`of which 17 billion in grants`: a scaled figure with nothing counted behind it, shortly after a sum of money."""
    if not found or start - found[-1].end > _REACH or (start and re.match(r"[\w.,$-]", text[start - 1])):
        return None
    match = _ELLIPTIC.match(text, start)
    if not match or not _NO_NOUN.match(text, match.end()):
        return None
    grouped = _GROUPED.fullmatch(match.group()) and _GROUPED.search(
        found[-1].quote
    )  # sums written out: "59,542,030 EUR … 29,771,015 to aid"
    if not grouped and not re.search(r"(?:[mbtr]+illion|bn|mln)$", match.group(), _I):
        return None
    mention = _mention(text, match, match.end(), found[-1].currency)
    return replace(mention, inherited=True)


def _is_measure(text: str, match: re.Match[str]) -> bool:
    """`500 pounds`, `40 won`, `two marks`: money only with a scale or a country beside them, pounds also among other `£`."""
    name = match["after"].strip(" -‑").lower()
    if match["low_scale"] or match["high_scale"] or " " in name or len(name) <= 1 or re.search(r"(?:llion|housand)$", match["low"].lower()):
        return False
    if name in ("pound", "pounds"):
        return match["after"][0] == "-" or "£" not in text or bool(_WEIGHT.match(text, match.end()))
    return name in ("won", "rand", "crown", "crowns", "mark", "marks", "all", "sterling", "real")


def _is_range(match: re.Match[str]) -> bool:
    low, high = _ends(match)
    return high is None or low < high


def _is_change(text: str, match: re.Match[str]) -> bool:
    """`from 10 billion to 12 billion` is a step from one sum to another, no range."""
    return bool(re.search(r"\bfrom\s$", text[max(0, match.start() - 6) : match.start()], _I)) and bool(re.search(r"\sto\s", match.group()))


def _ends(match: re.Match[str]) -> tuple[float, float | None]:
    """The low and the high end; a scale after the high end holds for both ("1.5-2 billion")."""
    groups = match.groupdict()
    scale = groups["low_scale"] or groups.get("late_scale") or ""
    rest = numeral_value(groups["rest"]) * _scale(groups["rest_scale"]) if groups.get("rest") else 0.0
    high = None
    if groups.get("high"):
        high = numeral_value(groups["high"]) * _scale(groups["high_scale"])
        if not scale and groups["high_scale"]:
            scale = groups["high_scale"]
        elif not scale and (word := re.search(r"(?:hundred|thousand|[mbtr]+illion)$", groups["high"].lower())):
            scale = word.group()
    return _tidy(numeral_value(groups["low"]) * _scale(scale) + rest), None if high is None else _tidy(high)


def _scale(word: str | None) -> float:
    word = (word or "").strip(" -‑.\n\r\t\u00a0\u202f").lower()
    return SCALES.get(word) or SCALES.get(word.rstrip("s")) or 1.0


def _tidy(value: float) -> float:
    return round(value, 4)


def _mention(text: str, match: re.Match[str], end: int, currency: str | None) -> AmountMention:
    low, high = _ends(match)
    start = match.start()
    bare = not match["low_scale"] and low < 100 and high is None
    return AmountMention(
        start,
        end,
        text[start:end],
        low,
        currency,
        "at_least" if high is not None or match["plus"] else _qualifier(text, start, end),
        implausible=bare and low == int(low) and bool(_DEAL.match(text, end)),
        upper=high,
    )


def _qualifier(text: str, start: int, end: int) -> str:
    """What the words around a number say of it; "between X and Y" bounds X from below and Y from above."""
    before = text[max(0, start - 60) : start]
    match = _QUALIFIER.search(before)
    if match and not _HANDED_OVER.search(before):
        if match["at_most"]:
            return "at_most"
        return "at_least" if match["at_least"] else "about"
    if _BETWEEN.search(before) and re.match(r"[^.;]{0,25}\sand\s", text[end : end + 40]):
        return "at_least"
    if match := _TRAILING.match(text, end):
        return match.lastgroup or "exact"
    return "exact"


def _relate(text: str, mention: AmountMention, found: list[AmountMention]) -> AmountMention:
    """Mark a conversion of the sum before, and the upper end of "between X and Y"."""
    if not found:
        return mention
    last = found[-1]
    gap = text[last.end : mention.start]
    repeats = _CONVERSION.fullmatch(gap) or (last.converted and re.fullmatch(r"[;,/]\s*", gap))
    if last.currency != mention.currency and len(gap) < 40 and repeats:
        return replace(mention, converted=True)
    if last.qualifier == "at_least" and _AND.fullmatch(gap) and _BETWEEN.search(text[max(0, last.start - 30) : last.start]):
        return replace(mention, qualifier="at_most")
    return mention


def _sign_currency(before: str) -> str | None:
    before = before.strip()
    for code in (before, before.rstrip("$€£").strip(), before[:3]):
        if code in SIGNS:
            return SIGNS[code]
        if code in CODES or code in CODE_ALIASES:
            return CODE_ALIASES.get(code, code)
    return None


def _name_currency(after: str) -> str | None:
    """The currency of the words after a number: a sign, a code, or a name with or without its country."""
    after = re.sub(r"\s+", " ", after.strip(" -‑(\n\t\u00a0\u202f"))
    if after in SIGNS or after in CODES or after in CODE_ALIASES:
        return _sign_currency(after)
    words = re.split(r"[ -]", after.lower())
    name = words[-1]
    country = " ".join(words[:-1])
    if name == "sterling":
        return "GBP"
    if name in ("canadian", "australian"):
        return _DOLLARS[name]
    return COUNTRY_MONEY.get(country) or NAMES.get(name)


# ---------------------------------------------------------------- counts

_MEASURES: Mapping[str, str] = {
    "gw": "GW", "mw": "MW", "kw": "kW", "gwh": "GWh", "mwh": "MWh", "kwh": "kWh", "gigawatt": "GW", "megawatt": "MW", "kilowatt": "kW",
    "km": "km", "kilometer": "km", "kilometre": "km", "kms": "km", "mile": "mile", "meter": "m", "metre": "m", "foot": "foot",
    "feet": "foot", "inch": "inch", "inches": "inch", "centimeter": "cm", "centimetre": "cm", "cm": "cm", "kg": "kg", "kilogram": "kg",
    "kilo": "kg", "ton": "ton", "tonne": "ton", "mt": "ton", "liter": "litre", "litre": "litre", "gallon": "gallon", "barrel": "barrel",
    "hectare": "hectare", "acre": "acre", "degree": "degree", "bcm": "bcm", "percent": "percent", "%": "percent", "pc": "percent",
    "mph": "mph", "knot": "knot",
}  # fmt: skip
_CALIBRE = r"mm|millimet(?:er|re)s?|cal(?:ib(?:er|re))?|cc|hp|kt|kiloton"
_COUNT_SCALE = rf"[-\s]?(?i:{SCALE})\b|[mk](?=\s(?:[a-z]+s|people|men|women|children|artillery|troops)\b)"
_COUNT = re.compile(
    rf"(?P<low>{FIGURES}|(?i:{SPELLED}))(?P<low_scale>{_COUNT_SCALE})?"
    rf"(?:{_DASH}(?:a\s)?(?P<high>{FIGURES}|(?i:{SPELLED}))(?P<high_scale>[-\s]?(?i:{SCALE})\b)?)?(?P<plus>\+|-plus\b)?"
)
_SINGLE_COUNT = re.compile(rf"(?P<low>{FIGURES}|(?i:{SPELLED}))(?P<low_scale>{_COUNT_SCALE})?(?P<plus>\+|-plus\b)?")
_UNIT = re.compile(
    rf"\s?(?:(?P<points>(?:percentage|per\s?cent(?:age)?|%)[-\s]points?\b)|(?P<percent>%|per\s?cent\b|percent\b)"
    rf"|[-\s]?(?:metric\s)?(?P<unit>{_any(k for k in _MEASURES if k.isalpha() and k != 'percent')})s?\b)",
    _I,
)
_NOT_A_COUNT_AFTER = re.compile(
    rf"(?:[-‑\s]?(?:{_CALIBRE})\b|st\b|nd\b|rd\b|th\b|[-‑\s](?:thirds?|quarters?|halves|half|fifths?|sixths?|sevenths?|eighths?|tenths?)\b"
    r"|:\d|/\d|[-‑](?!ton|plus)[^\W\d]|[.,]\d|[^\W\d]|°|\s?[x×]\s?\d|\s(?:times\b|-?fold\b|BST|CET|EST|a\.m|p\.m|am\b|pm\b|o'clock|GMT|percentile))",
    _I,
)
_NAME_BEFORE = re.compile(
    r"(?:\b(?:Article|Articles|Section|Chapter|Resolution|Phase|Type|Mark|Mk|Block|Level|Annex|Protocol|Stage|Tier"
    r"|Category|Group of|Room|Flight|Route|"
    r"Highway|Channel|Part|Number|Nos?\.|Page|Figure|Table|Version|Day|Week|Round|Class|Grade|Unit|[Pp]age|[Pp]aragraph"
    r"|[Aa]rticle|[Nn]umber|[Nn]o\.|[Nn]os\.|"
    r"[Ss]ection|[Cc]hapter|[Pp]hase|[Rr]esolution|[Gg]roup of|[Cc]lause|[Ss]ource of [Aa]id|[Ss]ource|Order|UNSCR"
    r"|U\.S\.C\.|aged|[Aa]ge of|aged between \w+ and|Act)\s|[#№§]\s?)$"
)
_GLUED_BEFORE = re.compile(r"(?:\d\s?[x×]\s?|mm\s[x×]\s|[^\W\d][-‑–./]|\d[-/:.,‑]|[-‑=/_&?~+]|=\"|[$€£])$")
_CLOCK_AFTER_DATE = re.compile(r"\b(?:19|20)\d\d[,\s]\s?$|\b[Aa]t\s$")
_LIST_MARK = re.compile(r"[.)]\s")
_NAME_THEN_DIGIT = re.compile(r"(?<![.!?:;\n]\s)(?<![.!?:;\n])\b[A-Z][A-Za-zÀ-ž-]+\s$")
_NOT_A_ONE_BEFORE = re.compile(r"\b(?:no|every|any|some|the|this|that|each|which|another|either|only|last|next|first|number|day)\s$", _I)
_ONE_AS_COUNT = re.compile(
    r"\s(?!(?:of|another|day|hand|time|thing|can|could|should|must|would|will|may|might|has|had|have|is|was|are|were|and|or"
    r"|in|on|that|who|which|to|for|by|at|with|from|side|way|after|side's|man's|but|as)\b)[\w\"“‘']"
)


def numbers(text: str, skip: Iterable[tuple[int, int]] | None = None) -> tuple[NumberMention, ...]:
    """The counts in `text`, in order. `skip` holds spans that are no counts (default: the dates and sums of the text)."""
    taken = sorted(_spoken_for(text) if skip is None else skip)
    found: list[NumberMention] = []
    end = 0
    for start, _ in numeral_starts(text, NUMBER_WORDS):
        while taken and taken[0][1] <= start:
            taken.pop(0)
        if start < end or (taken and taken[0][0] <= start):
            continue
        mention = _read_count(text, start, taken[0][0] if taken else len(text))
        if mention:
            found.append(mention)
            end = mention.end
    return tuple(found)


def _spoken_for(text: str) -> Iterable[tuple[int, int]]:
    """The spans of dates and sums, whose figures count nothing."""
    return [(m.start, m.end) for m in dates(text)] + [(m.start, m.end) for m in amounts(text)]


def _read_count(text: str, start: int, limit: int) -> NumberMention | None:
    match = _COUNT.match(text, start)
    if match and (match.end() > limit or (match["high"] and not _is_count_range(text, match))):
        match = _SINGLE_COUNT.match(text, start)
    if not match or match.end() > limit or _is_glued(text, match):
        return None
    low, high = _ends(match)
    end, unit = match.end(), None
    if measure := _UNIT.match(text, match.end()):
        unit = _unit_name(measure)
    elif _NOT_A_COUNT_AFTER.match(text, match.end()):
        return None
    qualifier = "at_least" if high is not None or match["plus"] else _qualifier(text, start, end)
    qualifier = _upper_end(text, start) or qualifier
    return NumberMention(start, end, text[start:end], low, qualifier, unit, high)


def _upper_end(text: str, start: int) -> str | None:
    """`between 50,000 and 100,000`: the second number bounds from above."""
    before = text[max(0, start - 40) : start]
    return "at_most" if re.search(r"\bbetween\s[\w,. ]*\d[\w,. ]*\sand\s$|\bbetween\s\w+\sand\s$", before, _I) else None


def _unit_name(measure: re.Match[str]) -> str:
    if measure["points"]:
        return "percentage point"
    return "percent" if measure["percent"] else _MEASURES[measure["unit"].lower()]


def _is_count_range(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 1]
    return _is_range(match) and not re.match(r"\w", after) and not re.match(r"[-:/]\d", text[match.end() : match.end() + 2])


def _is_glued(text: str, match: re.Match[str]) -> bool:
    """Whether the number is part of a name ("F-16", "Leopard 2", "Article 5"), a fraction of a figure, or the pronoun "one"."""
    before = text[max(0, match.start() - 40) : match.start()]
    word = match.group().lower()
    if word == "one" or (word.startswith(("one ", "one-")) and not match["low_scale"]):
        return (word == "one" and not _ONE_AS_COUNT.match(text, match.end())) or bool(_NOT_A_ONE_BEFORE.search(before))
    if _GLUED_BEFORE.search(before) or _NAME_BEFORE.search(before):
        return True
    if before.endswith("[") and text[match.end() : match.end() + 1] == "]":  # a reference mark
        return True
    if re.fullmatch(r"[012]?\d\.[0-5]\d", word) and _CLOCK_AFTER_DATE.search(before):
        return True
    if word.isdigit() and (not before or before[-1] == "\n") and _LIST_MARK.match(text, match.end()):
        return True
    return bool(re.fullmatch(r"\d(?:\.0)?", word)) and bool(_NAME_THEN_DIGIT.search(before))
