"""Document → claims. The only home of spaCy."""

from promissory.extraction.extracting import extract, extract_all

__all__ = ["extract", "extract_all"]
