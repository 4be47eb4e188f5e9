"""The words of pages in the language of the site: English, and any other that has a catalogue under `locale`.

`make catalogue` writes `locale/promissory.pot`, which holds every word of the pages; a translation of it, compiled, is
`locale/LANGUAGE/LC_MESSAGES/promissory.mo`. Words of the data (kinds, statuses, slots, …)
are in it too; names of actors and goods are the pack's.
"""

from __future__ import annotations

import gettext
import os
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

HOME = Path(str(files("promissory.web"))) / "locale"
LANGUAGE = "PROMISSORY_LANGUAGE"


def language() -> str:
    """The language of the site: the variable PROMISSORY_LANGUAGE, or English."""
    return os.environ.get(LANGUAGE) or "en"


@lru_cache(maxsize=1)
def load_translations() -> gettext.NullTranslations:
    """The catalogue of the language; the words as they are where there is none."""
    return gettext.translation("promissory", HOME, [language()], fallback=True)


def tell(words: str) -> str:
    """Words of a page in its language."""
    return load_translations().gettext(words) if words else ""


def say(word: str) -> str:
    """A word of the data (a kind, a status, a slot, a column) in the language of the page: `in_force` → in force."""
    return tell(word.replace("_", " "))
