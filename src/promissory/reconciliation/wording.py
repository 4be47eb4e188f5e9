"""The words of a quote that say what it is about, and how alike two quotes are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from sys import intern
from typing import NamedTuple

TOKEN = re.compile(r"[^\W_]+(?:[.,]\d+)*%?")
#: Letters that stand for a word whatever its ending: enough to join delivered, delivery and delivering.
STEM = 6

#: Words without content of their own: function words, words of reporting, and of undertaking in general.
_EMPTY = """
a about above according across after again against ago all almost along already also although always am among an and any are
around as at away back be became because become been before behind being below between both but by call called came can cannot
come comes could day days did do does done down during each either else even ever every few first for from further get gets
give given gives go going good got great had has have having he her here hers him himself his how however i if in including
into is it its itself just last later least less like made make makes making many may me might more most much must my near
never new next no nor not now of off on once one only onto or other others our out over own per put quite rather said same
say saying says second see seen several shall she should since so some still such take taken takes than that the their them
themselves then there these they thing this those though through thus time to today together told too took toward towards
under until up upon us very via was way we week weeks well went were what when where whether which while who whom whose why
will with within without would year years yet yesterday you your month months monday tuesday wednesday thursday friday
saturday sunday adding added statement announced announce announcement wrote spoke president minister reported report
"""
EMPTY = frozenset(_EMPTY.split())
#: Words of news that say the same, a set a line; the first stands for all. General words of giving are none of them: two
#: gifts are no more alike for being given.
_SAME = """
buy buys bought buying purchase purchases purchased procure procured procurement acquire acquired acquires
weapon weapons weaponry arms armament armaments
jet jets fighter fighters plane planes aircraft warplane warplanes
shell shells round rounds ammunition munition munitions
strike strikes struck striking attack attacks attacked attacking raid raids hit hits
kill kills killed killing dead die died deaths death
talks talk talked talking meeting met meet discuss discussed discussions
sign signs signed signing conclude concluded seal sealed
thank thanks thanked grateful gratitude
fear fears feared afraid worry worried worries
terrible terrifying frightening scary
cut cuts reduce reduces reduced reduction
electricity power blackout blackouts
urge urges urged demand demands demanded
block blocked blocks stuck stalled
loan loans lend lends lent lending credit credits
frozen freeze immobilised immobilized
profit profits proceeds windfall interest
tranche tranches instalment instalments installment installments
soldier soldiers troop troops personnel crew crews serviceman servicemen recruit recruits
train trains trained training
company companies firm firms maker makers manufacturer manufacturers producer producers
scheme schemes programme programmes program programs initiative initiatives
establish established establishes create creates created launch launches launched found founded form formed
approve approved approves approval endorse endorsed
repair repairs repaired repairing restore restored rebuild rebuilding
war invasion aggression
"""
#: Figures in words. "One" says as little as "a".
_FIGURES = {word: str(n) for n, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)}
_TENS = {word: str(10 * n) for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety hundred".split(), start=2)}
SAME = {word: line.split()[0] for line in _SAME.splitlines() for word in line.split()} | _FIGURES | _TENS


QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|«([^»]+)»")
#: So many words in a row inside quotation marks are said by one mouth once.
RUN = 6
#: From so many words on a remark that is quoted whole tells something.
SHORT = 3


def runs_of(text: str) -> frozenset[tuple[str, ...]]:
    """Each run of RUN words inside quotation marks, in lower case."""
    said = (TOKEN.findall("".join(parts).casefold()) for parts in QUOTED.findall(text))
    return frozenset(tuple(words[i : i + RUN]) for words in said for i in range(len(words) - RUN + 1))


def remarks_of(text: str) -> frozenset[tuple[str, ...]]:
    """What is quoted whole and is too short for a run, in lower case: "We have a deal"."""
    said = (tuple(TOKEN.findall("".join(parts).casefold())) for parts in QUOTED.findall(text))
    return frozenset(words for words in said if SHORT <= len(words) < RUN)


def singular(word: str) -> str:
    """A word without the -s of the plural; its case is kept, since names are told from words by it."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=1 << 12)
def words_of(text: str) -> frozenset[str]:
    """The stems of the content words and numbers of a text, without accents and case; of words that say the same, one."""
    plain = _plain(text)
    tokens = TOKEN.findall(plain.casefold()) if text.isascii() else [token.casefold() for token in TOKEN.findall(plain)]
    meant = [SAME.get(token, token) for token in tokens]
    return frozenset([intern(singular(t)[:STEM]) for t in meant if t not in EMPTY and (len(t) > 2 or t[0].isdigit())])


def _plain(text: str) -> str:
    """The text without accents."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text.replace("’", "'")) if not unicodedata.combining(c))


class Bag(NamedTuple):
    """The stems of a quote with what each says of its content, and the sum of that."""

    weights: Mapping[str, float]
    stems: frozenset[str]
    total: float


@lru_cache(maxsize=1 << 12)
def bag_of(text: str, common: frozenset[str]) -> Bag:
    """Figures weigh double, `common` words a quarter: quarters add up to the same in any order."""
    stems = words_of(text)
    weights = {stem: (2.0 if stem[0].isdigit() else 1.0) - (0.75 if stem in common else 0.0) for stem in stems}
    return Bag(weights, stems, sum(weights.values()))


def likeness(a: Sequence[Bag], b: Sequence[Bag]) -> float:
    """0..1: the best agreement of a quote of one claim with a quote of the other."""
    if len(a) == len(b) == 1:  # as nearly always
        return _agreement(a[0], b[0])
    return max((_agreement(x, y) for x in a for y in b), default=0.0)


def _agreement(a: Bag, b: Bag) -> float:
    """Shared weight over the mean of both and the smaller: a short quote inside a long one still counts."""
    both = a.stems & b.stems
    if not both:
        return 0.0
    shared = sum(map(a.weights.__getitem__, both))
    return shared / (0.5 * min(a.total, b.total) + 0.25 * (a.total + b.total)) * min(1.0, shared / 2)
