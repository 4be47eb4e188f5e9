"""Document → claims, and what a careful reader would object to in the document. The only home of spaCy."""

from promissory.extraction.extracting import extract
from promissory.extraction.findings.examining import examine
from promissory.extraction.scanning.skimming import Skim, skimmer_of
from promissory.extraction.speech.quotations import quotes

__all__ = ["Skim", "examine", "extract", "quotes", "skimmer_of"]
