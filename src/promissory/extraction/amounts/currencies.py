"""The money of the world: which currency a sign, a code or a name stands for. The table is `currencies.csv`.

`names` belong to one currency whoever says them; a `shared` name is that of the country named beside it, and stands alone for the
one it is starred for. `parts` are the names of its hundredth. Codes are ISO 4217, those of money no longer in use among them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

TABLE = Path(__file__).parent / "currencies.csv"
CODE_ALIASES: Mapping[str, str] = {
    "NIS": "ILS", "RMB": "CNY", "CDN": "CAD", "RUR": "RUB", "NTD": "TWD", "CNH": "CNY", "STG": "GBP",
    **{code.lower(): code for code in "USD EUR GBP UAH PLN CHF JPY AUD INR CNY SEK NOK DKK CZK HUF RUB".split()},
}  # fmt: skip
#: Codes and signs that are words or names too ("COP28", "TOP 10", "euro 2024"): money only with a scale or a grouped figure.
WORDLIKE = frozenset(
    "ALL AMD ANG BAM BOB BD COP CUP GEL JD KD KM KN LAK LEI MAD MOP MUR PEN PHP SOS TOP TRY KID IMP JEP "
    "PRB Euro Euros euro euros Br Dh DH R".split()
)
#: Signs that several countries share.
SHARED_SIGNS = ("kr", "kr.", "Rs", "Rs.")
#: States that call their own money dollars, and mean it by a bare "$".
DOLLARS: Mapping[str, str] = {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "TW": "TWD"}
#: Names that count or weigh other things, or that are surnames and verbs: money only with a scale or a country beside them.
COUNTING = frozenset(
    "won crown crowns mark marks sterling real reals sol soles som soms sum sums tala talas dram drams colon punt punts sen lev levs lats "
    "para paras all".split()
)


@dataclass(frozen=True)
class Currency:
    """A row of the table."""

    code: str
    signs: tuple[str, ...]
    names: tuple[str, ...]
    shared: tuple[str, ...]
    owners: tuple[str, ...]
    parts: tuple[str, ...]


def _rows() -> tuple[Currency, ...]:
    with TABLE.open(encoding="utf-8", newline="") as handle:
        listed = [{name: tuple(filter(None, cell.split("|"))) for name, cell in row.items()} for row in csv.DictReader(handle)]
    return tuple(Currency(row["code"][0], *(row[name] for name in ("signs", "names", "shared", "owners", "parts"))) for row in listed)


CURRENCIES = _rows()
CODES = frozenset(c.code for c in CURRENCIES)
SIGNS: Mapping[str, str] = {sign: c.code for c in reversed(CURRENCIES) for sign in c.signs}
PARTS: Mapping[str, str] = {part: c.code for c in reversed(CURRENCIES) for part in c.parts}
#: Name in lower case → the currency it stands for alone, None where only a country says which.
NAMES: Mapping[str, str | None] = (
    {name.removeprefix("*"): None for c in CURRENCIES for name in c.shared}
    | {name[1:]: c.code for c in reversed(CURRENCIES) for name in c.shared if name[0] == "*"}
    | {name: c.code for c in CURRENCIES for name in c.names}
)
_OWNED = {(o, n.removeprefix("*")): c.code for c in reversed(CURRENCIES) for o in c.owners for n in (*c.names, *c.shared)}
_OWNERS: Mapping[str, str] = {owner: c.code for c in reversed(CURRENCIES) for owner in c.owners}


#: Letters that words begin with → those that follow each of them, and so on.
_Tree: TypeAlias = "dict[str, _Tree]"


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest that stands there first: their common beginnings are read once."""
    tree: _Tree = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}  # a word ends here
    return "|".join(_branches(tree))


def _branches(tree: _Tree) -> list[str]:
    return [(r"\s" if letter == " " else re.escape(letter)) + _rest(below) for letter, below in tree.items() if letter]


def _rest(tree: _Tree) -> str:
    """A pattern for how words go on from here; if one ends here, they may."""
    branches = _branches(tree)
    if len(branches) == 1 and "" not in tree:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if '' in tree else ''}" if branches else ""


SIGN = rf"(?:{any_of((*SIGNS, *SHARED_SIGNS))})"
CODE = rf"(?:{any_of((*CODES, *CODE_ALIASES))})"
OWNER = rf"(?:{any_of(_OWNERS)})"
NAME = rf"(?:{any_of(NAMES)})"
PART = rf"(?:{any_of(PARTS)})"


def code_of_sign(before: str) -> str | None:
    """The currency of what stands before a number: a sign, a code, or both ("USD$")."""
    before = before.strip()
    for code in (before, before.rstrip("$€£¥").strip(), before[:3]):
        if code in SIGNS:
            return SIGNS[code]
        if code in CODES or code in CODE_ALIASES:
            return CODE_ALIASES.get(code, code)
    return None


def code_of_name(after: str) -> str | None:
    """The currency of the words after a number: a sign, a code, or a name with or without its country."""
    after = re.sub(r"\s+", " ", after.strip(" -‑(\n\t\u00a0\u202f"))
    if after in SIGNS or after in CODES or after in CODE_ALIASES:
        return code_of_sign(after)
    words = re.split(r"[ -]", after.lower())
    if words[-1] == "sterling":
        return "GBP"
    owner, name = _parted(words)
    return _OWNED.get((owner, name)) or NAMES.get(name) or _OWNERS.get(owner or name)


def _parted(words: list[str]) -> tuple[str, str]:
    """The country and the name of the money, which may be of two words ("convertible marks")."""
    for length in (2, 1):
        if (name := " ".join(words[-length:])) in NAMES:
            return " ".join(words[:-length]), name
    return " ".join(words[:-1]), words[-1]


def code_of_part(after: str) -> str | None:
    """The currency of the word for a hundredth of it, with or without its country ("US cents", "kopecks")."""
    words = re.split(r"\s+", after.strip().lower())
    return PARTS.get(" ".join(words)) or _OWNERS.get(" ".join(words[:-1])) or PARTS.get(words[-1])


def owner_of(words: str) -> str | None:
    """The currency of a country named by its adjective alone ("$500 million Canadian")."""
    return _OWNED.get((words.strip(" (").lower(), "dollar"))
