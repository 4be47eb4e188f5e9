"""Document → claims, and what a careful reader would object to in the document. The only home of spaCy."""

from promissory.extraction.examining import examine
from promissory.extraction.extracting import extract
from promissory.extraction.quotations import quotes
from promissory.extraction.skimming import Skim, skimmer_of

__all__ = ["Skim", "examine", "extract", "quotes", "skimmer_of"]
