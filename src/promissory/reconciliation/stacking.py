"""Lines of bytes that wait by number: the last ones in memory, those before them in a nameless file that ends with the process."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Callable, Iterable, Iterator
from tempfile import TemporaryFile
from typing import IO, Any

#: Names of tables with their rows.
Tables = Iterable[tuple[str, Iterable[Any]]]

#: How many bytes wait in memory before they are written.
FEW = 1 << 22


class Stack:
    """Lines 0, 1, … in the order in which they were put; eight bytes of memory a line, and those that wait."""

    def __init__(self) -> None:
        self._ends = array("Q", [0])
        self._waiting = bytearray()
        self._written = 0
        self._file: IO[bytes] | None = None

    def __len__(self) -> int:
        return len(self._ends) - 1

    def put(self, line: bytes) -> int:
        """Take a line in; its number."""
        self._waiting += line
        self._ends.append(self._written + len(self._waiting))
        if len(self._waiting) > FEW:
            self._write()
        return len(self._ends) - 2

    def __iter__(self) -> Iterator[bytes]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, number: int) -> bytes:
        begin, end = self._ends[number], self._ends[number + 1]
        if begin >= self._written or self._file is None:  # no line stands in both
            return bytes(self._waiting[begin - self._written : end - self._written])
        self._file.seek(begin)
        return self._file.read(end - begin)

    def _write(self) -> None:
        # unbuffered: lines are read one by one from all over the file
        self._file = self._file or TemporaryFile(prefix="promissory-", buffering=0)  # noqa: SIM115 - it ends with the stack
        self._file.seek(self._written)
        rest = memoryview(self._waiting)
        while rest:
            rest = rest[self._file.write(rest) :]
        self._written, self._waiting = self._ends[-1], bytearray()


def lay_by(tables: Tables) -> Callable[[], Tables]:
    """Rows of numbers, words and bytes, as bytes until they are asked for: what they were made of need not be kept."""
    laid = list[tuple[str, Stack]]()
    for name, rows in tables:
        laid.append((name, Stack()))
        for row in rows:
            laid[-1][1].put(marshal.dumps(row))
    return lambda: ((name, map(marshal.loads, lines)) for name, lines in laid)
