"""The gate of a crawl: ninety-nine pages of a hundred are passed over before they are cleaned, each for a reason that is counted."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from promissory.extraction import skimmer_of
from promissory.packs import Pack
from promissory.reading import is_english, main_words

NOTHING, BESIDE, PASSING, LANGUAGE = "names nothing of the domain", "only beside the text", "only in passing", "another language"
#: Of the pages that are dropped, one in so many is kept for audit, chosen by its address alone.
ONE_IN = 1000


@dataclass
class Gate:
    """Decides on raw pages; `dropped` counts by reason, `audit` holds a sample of what was dropped: address and reason."""

    pack: Pack
    seen: int = 0
    dropped: Counter[str] = field(default_factory=Counter)
    audit: list[tuple[str, str]] = field(default_factory=list)

    def __call__(self, raw: bytes, address: str) -> bool:
        """Whether a page is worth reading."""
        self.seen += 1
        reason = self._reason(raw)
        if reason is None:
            return True
        self.dropped[reason] += 1
        if int.from_bytes(hashlib.sha256(address.encode()).digest()[:4]) % ONE_IN == 0:
            self.audit.append((address, reason))
        return False

    def _reason(self, raw: bytes) -> str | None:
        if b"\0" in raw[:400]:
            return None  # not one byte a letter, or no text at all: the reader tells
        skimmer = skimmer_of(self.pack)
        first = skimmer.skim(raw)
        if not first.domain:
            return NOTHING
        words = main_words(raw)
        found = skimmer.skim(words.encode("utf-8", "replace"))
        if not found.domain:
            return BESIDE
        if not found.may_be_about(words.count(". ") + words.count("\n")):
            return PASSING
        return None if is_english(words) else LANGUAGE
