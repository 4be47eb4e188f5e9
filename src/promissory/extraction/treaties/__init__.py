"""Texts of agreements, as opposed to reports about them: one instrument, its conditions, and the sums it undertakes."""

from __future__ import annotations

from promissory.extraction.treaties.concluding import conclude
from promissory.extraction.treaties.recognising import Treaty, recognise
from promissory.extraction.treaties.sums import choose_sums, is_undertaken, name_terms

__all__ = ["Treaty", "choose_sums", "conclude", "is_undertaken", "name_terms", "recognise"]
