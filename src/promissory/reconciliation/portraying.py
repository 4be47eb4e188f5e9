"""What identifies the thing a claim is about, drawn from its slots and words once, so that comparing is cheap."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from promissory.reconciliation.calendar_windows import Window, width, window_of
from promissory.reconciliation.figuring import SMALL, goods_in, numbers_in, sums_in
from promissory.reconciliation.knowing import Knowledge
from promissory.reconciliation.reports import Report
from promissory.reconciliation.wording import Bag, bag_of, remarks_of, runs_of

#: Kinds whose parties are states and bodies: a person stands for the state or body of the post held.
COLLECTIVE_KINDS = frozenset({"commitment", "agreement", "need", "initiative", "attack"})
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
SERIES = r"package|packet|tranche|instal?lment|consignment|shipment|batch|delivery|drawdown|contingent|system|battery|unit"
#: A package, or one of a kind that is named ("the third Patriot") or not ("its third", "the third of its kind", "the first of four").
NUMBERED = re.compile(
    rf"\b(?:(\d+)(?:st|nd|rd|th)|({'|'.join(ORDINALS)}))"
    rf"(?:\s+(?:[\w-]+\s+){{0,2}}?(?:{SERIES})\b|\s+of (?:its|this|that|the) kind\b|\s+that \w+ has\b|\s+(?-i:[A-Z][\w-]*)"
    rf"|\s+of (?:the |its )?(?:\d{{1,3}}|{'|'.join(SMALL)})\b)"
    rf"|\bits (?:(\d+)(?:st|nd|rd|th)|({'|'.join(ORDINALS)}))(?=[,.;])",
    re.I,
)
#: In how many packages a total came.
BATCHES = re.compile(
    r"\b(\d{1,3}) (?:[a-z-]+ ){0,2}?(?:packages|packets|tranches|consignments|shipments|batches|drawdowns|deliveries)\b", re.I
)
MONTHS = "January February March April May June July August September October November December".split()
#: A month named as a time, with its year if it is given.
MONTH = re.compile(rf"\b(?:in|of|since|last|from|early|late|mid|\d{{1,2}})[\s-]({'|'.join(MONTHS)})\b(?:,? ((?:19|20)\d\d))?")
#: A number or sum that is told by its size alone ("dozens of systems", "billions of euros").
MAGNITUDE = re.compile(r"(?<!\d )\b(dozens|hundreds|thousands|millions|billions)\b", re.I)
NEW = re.compile(r"\b(?:new|another|additional|further|second|third|fourth|fresh|extra|(?<!once )more(?! than))\b", re.I)
#: The words of a total that runs to the day of the report.
SINCE = re.compile(r"\bsince (?:\w+ ){0,4}?(?:20\d\d|invasion|beginning|start|outbreak)\b", re.I)
AGAIN = re.compile(
    r"\b(?:again|once more|repeat\w*|reaffirm\w*|reiterat\w*|restat\w*|(?:re)?confirm\w*|"
    r"(?:as (?:previously )?|previously |earlier |already |had )(?:announced|promised|pledged))\b",
    re.I,
)


#: A sum that is spoken of as known ("the G7's $50 billion", "the 60 million euros that").
GIVEN = re.compile(
    r"(?:\b(?:the|this|that|these|those|its|their)|['’]s) (?:[€$£]\s?)?\d[\d.,]*[\s-]?(?:million|billion|trillion|bn|mn)\b", re.I
)


@dataclass(frozen=True, eq=False)
class Portrait:
    """A claim as comparing sees it. Windows are days as ordinals; `when` is event time, `said` report time.

    `items` are those of the slot; where it is empty those of the words, or of the claim they go back to (`lender`, its id).
    `twin` is the id of the claim that says the same and more with the same words.
    `taken` are the sums in the words that other claims have in their slots.
    """

    report: Report
    id: str
    kind: str
    status: str
    doc: str
    roles: Mapping[str, frozenset[str]]
    when: Window | None
    said: Window | None
    period: Window | None
    items: Mapping[str, float | None]
    broader: Mapping[str, tuple[str, ...]]
    place: tuple[str, str | None] | None
    schemes: frozenset[str]
    number: int | None
    known: Knowledge
    lender: str | None = None
    twin: str | None = None
    taken: frozenset[float] = frozenset()

    @cached_property
    def amount(self) -> tuple[float, str | None, str] | None:
        """Value, currency, qualifier."""
        amount = self.report.slot("amount")
        return (float(amount["value"]), amount.get("currency"), amount.get("qualifier") or "exact") if amount else None

    @cached_property
    def moment(self) -> Window | None:
        """Event time, or else report time: the best that is known of when it was.

        What is promised for a later day was promised by the day of the report.
        """
        if self.when and self.said and width(self.when) > 300 and SINCE.search(self.text):
            return self.said  # a total since then is told of now
        due = self.kind == "commitment" and self.when is not None and self.said is not None and self.when[0] > self.said[1]
        return self.said if due or self.when is None else self.when

    @cached_property
    def fresh(self) -> Window | None:
        """Event time, be it only assumed: that of news that names no day."""
        return self.when or window_of(self.report.slot("date"))

    @cached_property
    def words(self) -> tuple[Bag, ...]:
        """The words of each quote."""
        return tuple(bag_of(quote, self.known.common) for quote in self.report.quotes)

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """The runs of words inside quotation marks."""
        return runs_of(self.text)

    @cached_property
    def remarks(self) -> frozenset[tuple[str, ...]]:
        """The short remarks that are quoted whole."""
        return remarks_of(self.text)

    @cached_property
    def spans(self) -> tuple[tuple[int, int], ...]:
        return tuple((span["start"], span["end"]) for span in self.report.claim["evidence"])

    @cached_property
    def text(self) -> str:
        return " ".join(self.report.quotes)

    @cached_property
    def plain(self) -> str:
        """The words in lower case."""
        return self.text.casefold()

    @cached_property
    def everybody(self) -> frozenset[str]:
        return frozenset().union(*self.roles.values()) if self.roles else frozenset()

    @cached_property
    def sums(self) -> frozenset[float]:
        """The figures with a scale (million, billion) that the words name."""
        return sums_in(self.text) - self.taken

    @cached_property
    def magnitudes(self) -> frozenset[str]:
        """How much or many the words say without a figure: dozens, hundreds, billions."""
        return frozenset(word.casefold() for word in MAGNITUDE.findall(self.text))

    @cached_property
    def numbers(self) -> frozenset[float]:
        """All figures that the words name."""
        return numbers_in(self.text)

    @cached_property
    def named(self) -> dict[str, float | None]:
        """The goods that the words name, each with the number before it."""
        return goods_in(self.text, self.known.goods)

    @cached_property
    def volley(self) -> dict[str, float]:
        """The goods that the words give a number of."""
        return {item: count for item, count in self.named.items() if count is not None}

    @cached_property
    def months(self) -> tuple[tuple[str, str], ...]:
        """The months that the words name as a time, each with its year or nothing."""
        return tuple(MONTH.findall(self.text))

    @cached_property
    def batches(self) -> frozenset[str]:
        """In how many packages the words say that it came."""
        return frozenset(BATCHES.findall(self.text)) - {"1", "2"}

    @cached_property
    def new(self) -> bool:
        """Whether the words say that this comes on top of earlier ones."""
        return bool(NEW.search(self.text))

    @cached_property
    def again(self) -> bool:
        """Whether the words say that this was said before."""
        return bool(AGAIN.search(self.text))

    @cached_property
    def given(self) -> bool:
        """Whether the words speak of the sum as one that is known."""
        return bool(GIVEN.search(self.text))

    def slot(self, name: str) -> Any:
        return self.report.claim.get(name) or None

    @cached_property
    def face(self) -> tuple[object, ...]:
        """All that comparing looks at but the words: claims with one face are told apart by their words alone."""
        claim = self.report.claim
        amount = self.amount[:2] if self.amount else None
        return (
            self.status, tuple(sorted((role, tuple(sorted(who))) for role, who in self.roles.items())), self.when, self.period, amount,
            tuple(sorted(self.items.items(), key=str)), self.place, self.number,
            tuple(str(claim.get(slot) or "") for slot in ("support", "framework", "format", "body", "post", "count", "term")),
        )  # fmt: skip


def portray(report: Report, known: Knowledge) -> Portrait:
    """The portrait of a claim; it reads the claim and the pack, nothing else."""
    when = None if report.is_assumed("date") else window_of(report.slot("date"))  # an assumed day speaks against nothing
    said = window_of(report.reported)
    items = {row["item"]: row.get("count") for row in report.slot("items") or ()}
    text = " ".join(report.quotes)
    place = known.place(str(report.slot("place") or ""))
    return Portrait(
        report=report,
        id=report.id,
        kind=report.kind,
        status=report.status,
        doc=str(report.claim["doc"]),
        roles=_roles(report, when or said, known),
        when=when,
        said=said,
        period=window_of(report.slot("period") or report.slot("by")),
        items=items,
        broader={item: known.broader(item) for item in items},
        place=(place, known.lands.get(place)) if place else None,
        schemes=known.schemes_in(text),
        number=_number(text),
        known=known,
    )


def _roles(report: Report, at: Window | None, known: Knowledge) -> dict[str, frozenset[str]]:
    if report.kind not in COLLECTIVE_KINDS:
        return {role: frozenset(map(known.actor, who)) for role, who in report.roles.items()}
    return {role: frozenset(known.stands_for(known.actor(actor), at) for actor in who) for role, who in report.roles.items()}


def _number(text: str) -> int | None:
    """Which package, tranche or system it is ("the 23rd package", "a third system"); None where the words name none or several."""
    told = ((a or c, b or d) for a, b, c, d in NUMBERED.findall(text))
    found = {int(figure) if figure else ORDINALS[word.casefold()] for figure, word in told}
    return found.pop() if len(found) == 1 else None
