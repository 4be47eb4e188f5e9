"""The words of pages in the language of the site: English, and any other that has a catalogue under `locale`."""

from __future__ import annotations

import gettext
import os
from importlib.resources import files
from pathlib import Path

HOME = Path(str(files("promissory.web"))) / "locale"
LANGUAGE = "PROMISSORY_LANGUAGE"


def load_translations(language: str | None = None) -> gettext.NullTranslations:
    """The catalogue of a language (default: the variable PROMISSORY_LANGUAGE); the words as they are where there is none."""
    wanted = language or os.environ.get(LANGUAGE, "en")
    return gettext.translation("promissory", HOME, [wanted], fallback=True)
