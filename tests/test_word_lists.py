"""Words that several rules ask for have one home; no other module writes them out again."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import promissory.extraction

FOLDER = Path(promissory.extraction.__file__).parent
#: Module → the sets in it that others build theirs of; all of its sets where none is named.
HOMES: dict[str, tuple[str, ...]] = {
    "lexicon.goods": (),
    "lexicon.events": (),
    "lexicon.papers": (),
    "lexicon.forces": (),
    "lexicon.ventures": (),
    "lexicon.verbs": (),
    "lexicon.callings": ("BODIES", "STATESMEN"),
    "calendar.chronology": ("MONTH_NAMES", "WEEKDAY_NAMES"),
    "lexicon.numerals": ("TO_TENTH",),
    "lexicon.sayers": ("NEWS",),
}
#: A set of fewer words is none that one would forget to ask for; from which share of it on another list is a copy.
FEWEST, SHARE = 4, 0.75


def shared_sets() -> Iterator[tuple[str, str, frozenset[str]]]:
    for home, names in HOMES.items():
        module = vars(import_module(f"promissory.extraction.{home}"))
        for name in names or [n for n, value in module.items() if isinstance(value, frozenset)]:
            if len(module[name]) >= FEWEST:
                yield home, name, frozenset(module[name])


def written(path: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """Each list at the top of a module, with the words it writes out itself; tables, which say something of each word, are none."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and not isinstance(node.value, ast.Dict | ast.DictComp):
            strings = [n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
            yield ast.unparse(node.targets[0]), frozenset(word for string in strings for word in string.split())


LISTS = [(path, name, words) for path in sorted(FOLDER.rglob("*.py")) for name, words in written(path)]


@pytest.mark.parametrize(("home", "name", "words"), [pytest.param(*s, id=f"{s[0]}.{s[1]}") for s in shared_sets()])
def test_no_module_writes_a_shared_set_out_again(home: str, name: str, words: frozenset[str]) -> None:
    copies = {
        f"{path.relative_to(FOLDER)}: {other}": sorted(words & here)
        for path, other, here in LISTS
        if path != FOLDER / f"{home.replace('.', '/')}.py" and len(words & here) >= max(FEWEST, SHARE * len(words))
    }
    assert not copies, f"build these of promissory.extraction.{home}.{name}"


def test_the_marks_of_quotation_are_listed_in_one_place() -> None:
    """A list of closing marks somewhere else would miss the next one that is added."""
    marks = frozenset("”»“«")
    copies = [
        f"{path.relative_to(FOLDER)}: {name}"
        for path, name, words in LISTS
        if path.name != "punctuation.py" and any(marks <= frozenset(word) and "\\" not in word for word in words)
    ]
    assert not copies, "build these of promissory.extraction.lexicon.punctuation"
