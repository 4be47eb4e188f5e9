"""From files to documents: cleaned text, metadata, and where each came from. The only home of HTML and encoding libraries."""

from promissory.reading.dating import infer_published
from promissory.reading.doubting import find_stale_posts
from promissory.reading.fetching import fetch
from promissory.reading.sources import read

__all__ = ["fetch", "find_stale_posts", "infer_published", "read"]
