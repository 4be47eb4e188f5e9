"""Document → claims, and what a careful reader would object to in the document. The only home of spaCy."""

from promissory.extraction.examining import examine
from promissory.extraction.extracting import extract, extract_all
from promissory.extraction.quotations import quotes

__all__ = ["examine", "extract", "extract_all", "quotes"]
