"""The formats that can be read: one small reader each. A new format is a new row."""

from __future__ import annotations

from collections.abc import Callable

from promissory.reading.composing import Draft
from promissory.reading.html import draft_html
from promissory.reading.markdown import draft_markdown
from promissory.reading.plain import draft_text

#: Format → from decoded characters, and where they come from (for faults), to the draft of the one document they hold.
#: JSONL, which holds many, is streamed instead.
FORMATS: dict[str, Callable[[str, str], Draft]] = {"text": draft_text, "markdown": draft_markdown, "html": draft_html}
