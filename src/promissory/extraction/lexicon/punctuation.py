"""The marks of writing, listed once: what opens and closes quotation, what ends a sentence, what may stand behind its last mark."""

from __future__ import annotations

#: Opening mark → the marks that close it.
PAIRS = {"“": "”", "«": "»", "„": "”“", "»": "«", '"': '"”', "‘": "’", "'": "'", "”": "”"}
#: What opens quotation: not the straight mark that is mostly an apostrophe, nor the one that mostly closes.
OPENING = "".join(mark for mark in PAIRS if mark not in "'”")
#: What closes quotation.
CLOSING = "".join(dict.fromkeys("".join(PAIRS.values())))
#: What ends a sentence for sure; an ellipsis does so too, but may as well stand where a headline is cut short.
STOPS = (".", "!", "?")
ENDS = (*STOPS, "…")
#: What may stand behind the mark that ends a sentence.
BEHIND = CLOSING + ")] "
#: What may stand before the first word of a sentence.
BEFORE = OPENING + "'(["
#: What an owner's name ends on.
POSSESSIVE = ("'s", "’s")
