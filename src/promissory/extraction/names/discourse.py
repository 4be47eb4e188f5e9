"""What the reader of a document remembers of those it has named: people, posts, subjects, the author."""

from __future__ import annotations

from dataclasses import dataclass, field

from promissory.extraction.lexicon.genders import is_female


@dataclass(frozen=True, slots=True)
class Referent:
    """Who a phrase means: an actor id, `person` if it is one, and whether it was read or inferred."""

    id: str
    person: bool = False
    inferred: bool = False
    vague: bool = False


@dataclass
class Discourse:
    """What the reader of a document remembers: people met so far, the last one spoken of, the author of the text."""

    first: str = "0000"
    last: str = "9999"
    author: str | None = None
    #: whether the author is "I" there, and so never "he" or "the President"
    says_i: bool = False
    #: the states in whose name it speaks, where they are several and no body's members ("We, the leaders of Norway and Poland")
    authors: tuple[str, ...] = ()
    #: whether the text is about NATO, so that bare "allies" are its members
    allied: bool = False
    #: the state whose office publishes the text: its president is "the President"
    home: str | None = None
    #: the country that the outlet of a text writes for, where nobody's office publishes it: whose "the government" is, if nobody's else
    land: str | None = None
    #: the one state besides the two at war that the headline names: whose "the government" is, if nobody's told in the text
    headed: str | None = None
    #: the parliament that the head of the text names: that of "MPs" and "deputies"
    house: str | None = None
    #: "council", "commission" → the body that publishes the text, or whose text the headline calls it
    called: dict[str, str] = field(default_factory=dict)
    #: the union of states named last, itself or by an organ of it: that of "the member states"
    bloc: str | None = None
    #: those words → the body named last that they are short for
    shorts: dict[str, str] = field(default_factory=dict)
    surnames: dict[str, str] = field(default_factory=dict)
    #: given name → whoever was named with it, nobody where two were ("I spoke with Olaf Scholz. Olaf told me …")
    given: dict[str, str | None] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    #: title → whoever was met with it first, whom a read-out goes on calling "the Secretary"
    firsts: dict[str, str] = field(default_factory=dict)
    #: title and state → whoever was met with it last ("the Ukrainian minister")
    titled: dict[tuple[str, str], str] = field(default_factory=dict)
    #: subjects met so far: (sentence number, token index, who), in reading order
    subjects: list[tuple[int, int, tuple[Referent, ...]]] = field(default_factory=list)
    #: those of the meeting told last
    together: tuple[str, ...] = ()
    #: everyone at the meeting told last, a body by itself too: "the leaders", "ministers"
    assembled: tuple[str, ...] = ()
    #: the sentence whose main clause told it
    told_in: int | None = None
    #: the two states whose people met, talked or made an agreement last: "the sides"
    sides: tuple[str, ...] = ()
    #: sentence of the attack told last, and who made it: "they"
    attacker: tuple[int, str | None] = (0, None)
    #: the group or coalition that met last: "the group"
    circle: str | None = None
    #: the sentence that told last of a body's session, and the body: "the meeting"
    sat: tuple[int, str | None] = (-2, None)
    #: the firms named: (sentence, place in it, country, firm), in reading order: "the German manufacturer", "the company"
    firms: list[tuple[int, int, str | None, str]] = field(default_factory=list)
    #: the banks named: (sentence, place in it, bank)
    banks: list[tuple[int, int, str]] = field(default_factory=list)
    #: the coalition that did, or that the head of the text names: "the coalition"
    coalition: str | None = None
    #: who received somebody last, and who was received: "his host", "his guest"
    host: str | None = None
    guest: str | None = None
    #: role and body of the post last stood for or given
    contest: tuple[str | None, str | None] = (None, None)
    #: the bloc or body of the summit or conference told last
    summit: tuple[str, ...] = ()
    person: str | None = None
    #: everyone named by name: (sentence, paragraph, who), in reading order
    named: list[tuple[int, int, str]] = field(default_factory=list)
    #: sentences that go on with somebody by "he" or "she"
    going_on: set[int] = field(default_factory=set)
    speaker: str | None = None
    #: who is spoken to as "you": the other of two who have the floor in turn, the state whose parliament is addressed
    addressee: str | None = None
    #: who gave last, and the paragraph that told it
    state: str | None = None
    stated: int = 0
    #: the goods last spoken of, which a bare number counts
    item: str | None = None

    def last_subject(self, number: int, index: int, *, person: bool | None, woman: bool | None = None) -> tuple[Referent, ...]:
        """The nearest subject before a token; a person, a body (`person` False), or several of any sort (None: "they").

        Of people, one whose given name goes with "she" or "he", where `woman` says which.
        """
        for n, i, who in reversed(self.subjects):
            if (n, i) >= (number, index) or number - n > 4:
                continue
            if person and self.says_i and any(w.id == self.author for w in who):
                continue
            if woman is not None and any(w.person and is_female(w.id) is not woman for w in who):
                continue
            if person is None and len(who) > 1:
                return who
            if person is not None and len(who) == 1 and who[0].person is person:
                return who
        return ()
