"""From files to documents: cleaned text, metadata, and where each came from. The only home of HTML and encoding libraries."""

from promissory.reading.dating import infer_published
from promissory.reading.doubting import find_stale_posts
from promissory.reading.fetching import fetch
from promissory.reading.skimming import is_english, is_page, main_words, may_be_english, running_words
from promissory.reading.sources import files_of, read

__all__ = [
    "fetch", "files_of", "find_stale_posts", "infer_published", "is_english", "is_page", "main_words", "may_be_english", "read",
    "running_words",
]  # fmt: skip
