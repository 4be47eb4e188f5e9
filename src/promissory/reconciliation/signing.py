"""A text as a small value by which it can be compared with others: hashes of its wording, its content words and its sources.

A signature is made once, stored beside the document and never changes with the company: about eight bytes a word, 2 to 4 kB for
a news report. It holds hashes of 32 bits, so that nothing of the text can be read from it.
"""

from __future__ import annotations

import re
import struct
import unicodedata
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from promissory.errors import UsageError
from promissory.reconciliation.wording import EMPTY, STEM, TOKEN, runs_of

MAGIC = b"PS1\n"
#: Words in a row that make one shingle.
SHINGLE = 4
#: Words of a text that are looked at; longer texts are compared by their beginning.
MOST_WORDS = 20_000

#: Agencies and outlets that other outlets cite, each with its spellings. The first nine are wires, whose texts others print.
AGENCIES: dict[str, tuple[str, ...]] = {
    "reuters": ("Reuters", "REUTERS", "Thomson Reuters"),
    "afp": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "ap": ("AP", "Associated Press", "The Associated Press"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "ukrinform": ("Ukrinform",),
    "interfax": ("Interfax-Ukraine", "Interfax", "Interfax Ukraine"),
    "pap": ("PAP", "Polish Press Agency"),
    "ansa": ("ANSA",),
    "efe": ("EFE",),
    "belga": ("Belga",),
    "anp": ("ANP",),
    "tt": ("TT News Agency", "Tidningarnas Telegrambyrå"),
    "ntb": ("NTB",),
    "ritzau": ("Ritzau",),
    "stt": ("STT",),
    "bns": ("BNS", "Baltic News Service"),
    "leta": ("LETA",),
    "ctk": ("CTK", "ČTK"),
    "agerpres": ("Agerpres",),
    "upi": ("UPI", "United Press International"),
    "anadolu": ("Anadolu", "Anadolu Agency"),
    "kyodo": ("Kyodo", "Kyodo News"),
    "yonhap": ("Yonhap",),
    "xinhua": ("Xinhua",),
    "tass": ("TASS", "Tass"),
    "ria": ("RIA Novosti", "RIA"),
    "unian": ("UNIAN",),
    "unn": ("UNN", "Ukrainian National News"),
}
PAPERS: dict[str, tuple[str, ...]] = {
    "bloomberg": ("Bloomberg", "Bloomberg News"),
    "politico": ("Politico", "POLITICO"),
    "axios": ("Axios",),
    "ft": ("Financial Times", "the FT"),
    "nyt": ("New York Times", "NYT"),
    "wp": ("Washington Post",),
    "wsj": ("Wall Street Journal", "WSJ"),
    "cnn": ("CNN",),
    "nbc": ("NBC News", "NBC"),
    "cbs": ("CBS News", "CBS"),
    "abc": ("ABC News",),
    "fox": ("Fox News",),
    "bbc": ("BBC",),
    "sky": ("Sky News",),
    "guardian": ("the Guardian", "The Guardian"),
    "telegraph": ("Daily Telegraph", "The Telegraph"),
    "london times": ("The Times of London", "the Times of London"),
    "economist": ("The Economist", "the Economist"),
    "spiegel": ("Der Spiegel", "Spiegel"),
    "bild": ("Bild",),
    "welt": ("Die Welt",),
    "zeit": ("Die Zeit",),
    "faz": ("Frankfurter Allgemeine", "FAZ"),
    "sz": ("Süddeutsche Zeitung", "Sueddeutsche Zeitung"),
    "zdf": ("ZDF",),
    "ard": ("ARD",),
    "dw": ("Deutsche Welle", "DW"),
    "le monde": ("Le Monde",),
    "el pais": ("El País", "El Pais"),
    "corriere": ("Corriere della Sera",),
    "repubblica": ("La Repubblica",),
    "rferl": ("RFE/RL", "Radio Free Europe", "Radio Svoboda", "Radio Liberty"),
    "voa": ("Voice of America", "VOA"),
    "kyiv independent": ("Kyiv Independent",),
    "kyiv post": ("Kyiv Post",),
    "pravda ua": ("Ukrainska Pravda",),
    "european pravda": ("European Pravda",),
    "suspilne": ("Suspilne",),
    "euronews": ("Euronews",),
    "foreign policy": ("Foreign Policy",),
    "semafor": ("Semafor",),
    "yle": ("Yle",),
    "err": ("ERR",),
}  # fmt: skip
_OUTLETS = AGENCIES | PAPERS
_ID_OF = {name: ident for ident, names in _OUTLETS.items() for name in names}
_NAMED = re.compile(
    # a name between strokes credits a picture and cites nothing
    rf"(?<![\w/@.-])(?:{'|'.join(re.escape(n) for n in sorted(_ID_OF, key=len, reverse=True))})(?![\w/@]|\.\w|-\w|\s?/|\s[Pp]hoto)"
)
_BETWEEN = re.compile(r"[/(),;|]|\b(?:via|from|with)\b", re.I)
_CASELESS = {name.casefold().removeprefix("the "): ident for name, ident in _ID_OF.items()}


@dataclass(frozen=True)
class Signature:
    """`shingles`: each run of SHINGLE words; `stems`: the stems of content words and figures in the order in which they first
    come; `quoted`: each run of words inside quotation marks; `outlets`: the agencies and papers it names. All are hashes."""

    shingles: frozenset[int]
    stems: tuple[int, ...]
    quoted: frozenset[int]
    outlets: frozenset[int]

    @cached_property
    def content(self) -> frozenset[int]:
        """The stems without their order."""
        return frozenset(self.stems)


def signature(text: str) -> bytes:
    """The signature of a text, headline included."""
    words = [word.casefold() for word in TOKEN.findall(_plain(text))][:MOST_WORDS]
    written = [_bytes(word) for word in words]
    shingles = {zlib.crc32(b" ".join(row)) for row in zip(*(written[at:] for at in range(SHINGLE)), strict=False)}
    stems = dict.fromkeys(_hash(w[:STEM]) for w in words if w not in EMPTY and (len(w) > 2 or w[0].isdigit()))
    quoted = {_hash(" ".join(run)) for run in runs_of(text)}
    outlets = {_hash(_ID_OF[found]) for found in _NAMED.findall(text)}
    return _pack(sorted(shingles), stems, sorted(quoted), sorted(outlets))


def read_signature(packed: bytes) -> Signature:
    """The signature from its bytes; UsageError if they are none."""
    head = len(MAGIC) + 16
    if packed[: len(MAGIC)] != MAGIC or len(packed) < head:
        raise UsageError("these bytes are no signature", "signature", "make it anew from the text")
    lengths = struct.unpack_from("<4I", packed, len(MAGIC))
    if len(packed) != head + 4 * sum(lengths):
        raise UsageError("the signature is cut off", "signature", "make it anew from the text")
    hashes = iter(struct.unpack_from(f"<{sum(lengths)}I", packed, head))
    shingles, stems, quoted, outlets = (tuple(next(hashes) for _ in range(length)) for length in lengths)
    return Signature(frozenset(shingles), stems, frozenset(quoted), frozenset(outlets))


def first_shingles(packed: bytes, most: int) -> list[int]:
    """The smallest shingles, at most so many."""
    (shingles,) = struct.unpack_from("<I", packed, len(MAGIC))
    return list(struct.unpack_from(f"<{min(most, shingles)}I", packed, len(MAGIC) + 16))


def size_of(packed: bytes) -> int:
    """The number of shingles."""
    return int(struct.unpack_from("<I", packed, len(MAGIC))[0])


def stems_of(packed: bytes) -> NDArray[np.uint32]:
    """The stems alone, without unpacking the rest."""
    shingles, stems, _, _ = struct.unpack_from("<4I", packed, len(MAGIC))
    return np.frombuffer(packed, np.dtype("<u4"), stems, len(MAGIC) + 16 + 4 * shingles)


def outlet_of(publisher: str | None) -> int | None:
    """The hash under which signatures name this publisher, None if it is not one that others cite."""
    ident = _CASELESS.get(publisher.strip().casefold().removeprefix("the ")) if publisher else None
    return _hash(ident) if ident else None


def outlets_in(publisher: str | None) -> frozenset[int]:
    """The hashes of all outlets that a publisher's name holds: "Malay Mail / Reuters" prints what Reuters wrote."""
    parts = _BETWEEN.split(publisher or "")
    return frozenset(outlet for part in (publisher, *parts) if part and (outlet := outlet_of(part)) is not None)


def is_agency(outlet: int | None) -> bool:
    """Whether an outlet is a wire, whose texts others print."""
    return outlet in _WIRES


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return plain.translate(dict.fromkeys(ord(c) for c in set(plain) if unicodedata.combining(c)))


def _hash(words: str) -> int:
    return zlib.crc32(_bytes(words))


def _bytes(words: str) -> bytes:
    return words.encode("utf-8", "surrogatepass")


def _pack(*parts: Iterable[int]) -> bytes:
    lists = [list(part) for part in parts]
    flat = [value for part in lists for value in part]
    return MAGIC + struct.pack(f"<{len(lists)}I", *map(len, lists)) + struct.pack(f"<{len(flat)}I", *flat)


_WIRES = frozenset(_hash(ident) for ident in AGENCIES)
