"""Document → claims, and what a careful reader would object to in the document. The only home of spaCy."""

from promissory.extraction.examining import examine
from promissory.extraction.extracting import extract
from promissory.extraction.quotations import quotes

__all__ = ["examine", "extract", "quotes"]
