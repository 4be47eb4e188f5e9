"""Document → claims. The only home of spaCy."""

from promissory.extraction.extracting import extract, extract_all
from promissory.extraction.quotations import quotes

__all__ = ["extract", "extract_all", "quotes"]
