"""Bytes to characters: UTF-8 first, then marks, then a guess; nothing is lost to one broken byte."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How much of a text the guess of its encoding looks at; more costs seconds and changes little.
SAMPLE_BYTES = 60_000
#: Encodings that pages and press texts were written in before UTF-8; those of DOS and of mainframes, never met, only mislead.
LIKELY = (
    "cp1252", "cp1251", "cp1250", "koi8_u", "koi8_r", "iso8859_2", "iso8859_5", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "shift_jis", "euc_jp", "iso2022_jp", "gb18030", "big5", "euc_kr", "utf_16_le", "utf_16_be", "mac_roman",
)  # fmt: skip
SURROGATES = re.compile("[\ud800-\udfff]")
#: Where a page or an XML file names its own encoding, within its first bytes.
NAMED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.I
)
HEAD_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the codec that gave them, and the length in bytes of the mark before them.

    Bytes that are no UTF-8 stand as lone surrogates (Python's `surrogateescape`), one for each byte, so that offsets stay
    exact; cleaning shows them as U+FFFD.
    """

    text: str
    codec: str
    offset: int = 0


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The characters of `raw`, never failing; `declared` is the encoding a header names, believed where it fits."""
    for mark, codec in MARKS:
        if raw.startswith(mark):
            errors = "surrogateescape" if codec == "utf-8" else "replace"
            return Decoded(raw[len(mark) :].decode(codec, errors), codec, len(mark))
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "surrogateescape")
    if _is_broken_utf8(text):
        return Decoded(text, "utf-8")
    codec = _fitting(raw, declared) or _fitting(raw, _own_word(raw)) or _guess(raw)
    return Decoded(raw.decode(codec, "surrogateescape" if codec == "utf-8" else "replace"), codec)


def marked(raw: bytes) -> bool:
    """Whether the bytes begin with a byte order mark."""
    return any(raw.startswith(mark) for mark, _ in MARKS)


def _is_broken_utf8(text: str) -> bool:
    """Whether the text is UTF-8 with at most a few broken bytes, rather than some older encoding.

    Older encodings hardly ever form valid sequences of several bytes by chance; a break at the very end is a cut-off file.
    """
    broken = len(SURROGATES.findall(text))
    sequences = sum(1 for character in text if character > "\x7f") - broken if broken else 0
    return not broken or sequences >= broken or (broken <= 3 and not SURROGATES.search(text[:-3]))


def _guess(raw: bytes) -> str:
    first = next(at for at, byte in enumerate(raw) if byte > 127)
    start = max(0, first - SAMPLE_BYTES // 2)
    best = from_bytes(raw[start : start + SAMPLE_BYTES], cp_isolation=[*LIKELY]).best()
    return best.encoding.replace("_", "-") if best else "utf-8"


def _own_word(raw: bytes) -> str | None:
    """The encoding that a page names in its head."""
    match = NAMED.search(raw, 0, HEAD_BYTES)
    return (match[1] or match[2]).decode("ascii") if match else None


def _fitting(raw: bytes, declared: str | None) -> str | None:
    """The declared codec if there is one of that name and it can read all bytes."""
    try:
        codec = codecs.lookup(declared or "").name
        raw.decode(codec)
    except (LookupError, ValueError):
        return None
    return codec
