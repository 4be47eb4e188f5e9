"""Near copies and retellings: what counts as one source, and what does not."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promissory.errors import UsageError
from promissory.packs import load_pack
from promissory.reading import read
from promissory.reconciliation.copies import COPIED, CopyText, cluster_copies, find_near_copies, find_retellings, group_sources
from promissory.reconciliation.retelling import RETOLD, kinship
from promissory.reconciliation.signing import read_signature, signature

SAMPLES = Path(__file__).parent.parent / "samples"

WIRE = """Bergen sends six ferries to Odesa

Norway has decided to hand six retired ferries to Ukraine, the transport ministry in Oslo said on Thursday. The boats, built
between 1988 and 1994, carry 120 passengers each and have been moored in Bergen since the winter timetable ended.

"A harbour without boats is a parking place, and we will not let Odesa become one," Minister Kari Lund told parliament. She put
the worth of the gift at 45 million kroner and said that the first two boats would leave before midsummer.

Ukraine lost eleven of its own ferries to missiles last year. Engineers from Kherson are to be trained at the yard in Stord for
eight weeks. The opposition asked why the boats had not been offered to northern towns, where three lines were closed in March.
"""
RETOLD_WIRE = """Six old Norwegian ferries for Odesa

Six ferries that Norway has retired will be handed to Ukraine: so the ministry of transport decided in Oslo on Thursday. Built
from 1988 to 1994, and with room for 120 passengers each, the boats have lain moored in Bergen since the end of the winter timetable.

"A harbour without boats is a parking place, and we will not let Odesa become one," was how Minister Kari Lund defended it in
parliament. The gift is worth 45 million kroner, by her account, and two boats are to leave before midsummer.

Missiles cost Ukraine eleven ferries last year. At the yard in Stord, engineers from Kherson will be trained for eight weeks. Why
not northern towns, which had three lines closed in March, the opposition wanted to know. The mayor of Tromsø spoke of a scandal.
"""
INDEPENDENT = """Tromsø mayor angry over boats for Ukraine

"Our school children take a taxi to cross the fjord," the mayor of Tromsø, Nils Berg, told this newspaper after the government gave
six ferries away. He has written to Minister Kari Lund and wants to be received next week.

His town lost its last car ferry in March because the county could not pay for the crew. A boat of the class that now goes to Odesa
would have cost four million kroner a year to run, according to a calculation by the harbour office.

Others see it differently. Ukrainian refugees on the island of Senja collected money for paint and tools for the boats, and a local
yard offered to repair a gearbox for nothing. "They need them more than we do," said its owner, Ida Strand.
"""
UNRELATED = """Storm closes the pass

Snow and winds of 130 kilometres an hour closed the mountain road between Lom and Sogndal on Sunday. Forty cars waited behind a
snow plough until the evening, and a bus with pensioners turned back. No one was hurt, the police in Fagernes said.

The road service expects to reopen the pass on Tuesday if the wind drops. Drivers may use the tunnel at Lærdal meanwhile, a detour
of ninety minutes. Farmers in the valley reported two barns without a roof and a herd of goats that walked home by itself.
"""


def text(ident: str, words: str, publisher: str | None = None, published: str | None = "2024-05-02") -> CopyText:
    return CopyText.of(ident, words, publisher, published)


def test_a_shortened_copy_goes_with_its_original() -> None:
    copy = "\n\n".join(WIRE.split("\n\n")[:3]).replace("Bergen sends six ferries to Odesa", "Ferries for Odesa")
    documents = [text("copy", copy, "Fjord Bulletin", "2024-05-03"), text("wire", WIRE, "Harbour Wire"), text("other", UNRELATED)]
    assert cluster_copies(documents) == {"copy": "wire", "other": "other", "wire": "wire"}
    (finding,) = find_near_copies(documents)
    assert (finding.kind, finding.severity, finding.about) == ("near_copy", "info", ("copy", "wire"))
    assert "wire" in finding.message


def test_the_earliest_leads_and_of_one_day_the_longest() -> None:
    shorter = "\n\n".join(WIRE.split("\n\n")[:3])
    assert cluster_copies([text("a", shorter), text("b", WIRE)]) == {"a": "b", "b": "b"}
    assert cluster_copies([text("a", WIRE, None, "2024-05-03"), text("b", WIRE, None, "2024-05-02")])["a"] == "b"
    assert cluster_copies([text("a", WIRE, None, None), text("b", WIRE, None, "2024-05-02")])["a"] == "b"


def test_the_wire_itself_leads_whenever_it_was_printed() -> None:
    printed = text("paper", f"{WIRE}\n(With Reuters)", "Fjord Bulletin", "2024-05-02")
    assert cluster_copies([printed, text("wire", WIRE, "Reuters", "2024-05-03")])["paper"] == "wire"
    taken_over = text("wire", f"{WIRE}\nAFP reports.", "Reuters", "2024-05-03")
    assert cluster_copies([printed, taken_over])["wire"] == "paper"


def test_a_copy_that_adds_much_is_a_document_of_its_own() -> None:
    longer = text("longer", WIRE + UNRELATED, "Fjord Bulletin", "2024-05-03")
    documents = [text("wire", WIRE, "Harbour Wire"), longer]
    assert cluster_copies(documents)["longer"] == "longer"
    assert group_sources(documents)["longer"] == group_sources(documents)["wire"]


def test_a_retelling_is_one_source_and_a_document_of_its_own() -> None:
    documents = [text("wire", WIRE, "Harbour Wire"), text("retold", RETOLD_WIRE, "Fjord Bulletin", "2024-05-03")]
    assert cluster_copies(documents) == {"retold": "retold", "wire": "wire"}
    assert len(set(group_sources(documents).values())) == 1
    assert not find_near_copies(documents)
    (finding,) = find_retellings(documents)
    assert finding.kind == "near_copy"
    assert set(finding.about) == {"wire", "retold"}


def test_independent_reports_stay_apart() -> None:
    documents = [text("wire", WIRE), text("mayor", INDEPENDENT), text("storm", UNRELATED)]
    assert group_sources(documents) == {"mayor": "mayor", "storm": "storm", "wire": "wire"}
    assert find_retellings(documents) == ()


def test_like_words_weeks_later_are_about_what_came_next() -> None:
    documents = [text("wire", WIRE, "Harbour Wire"), text("later", RETOLD_WIRE, "Fjord Bulletin", "2024-05-30")]
    assert len(set(group_sources(documents).values())) == 2
    undated = [text("wire", WIRE, "Harbour Wire"), text("later", RETOLD_WIRE, "Fjord Bulletin", None)]
    assert len(set(group_sources(undated).values())) == 1


def test_two_that_go_back_to_one_agency_are_nearer() -> None:
    one, other = read_signature(signature(f"{WIRE} AFP")), read_signature(signature(f"{RETOLD_WIRE} Agence France-Presse"))
    assert one.outlets & other.outlets
    assert kinship(one, other, cited=True) > kinship(one, other)


@pytest.mark.parametrize("words", ["Photo: Reuters/Kari Lund", "The ap was down", "reuters.com", "Picture: AFP photo"])
def test_names_that_cite_no_agency(words: str) -> None:
    assert not read_signature(signature(words)).outlets


def test_short_texts_are_copies_only_when_they_are_the_same() -> None:
    one, other = "Norway gives six old ferries to Odesa this spring.", "Norway gives six old ferries to Odesa this spring, says Oslo."
    assert cluster_copies([text("a", one), text("b", one)]) == {"a": "a", "b": "a"}
    assert cluster_copies([text("a", one), text("b", other)]) == {"a": "a", "b": "b"}
    assert cluster_copies([text("a", ""), text("b", "")]) == {"a": "a", "b": "b"}


def test_a_signature_is_bytes_of_a_known_form() -> None:
    made = signature(WIRE)
    assert made == signature(WIRE)
    assert len(made) < 3 * len(WIRE)
    for broken in (b"", b"PS1", made[:-1], made + b"x", b"XX" + made[2:]):
        with pytest.raises(UsageError):
            read_signature(broken)


SENTENCES = [s.strip() for words in (WIRE, RETOLD_WIRE, INDEPENDENT, UNRELATED) for s in words.replace("\n", " ").split(". ") if s.strip()]
DAYS = st.sampled_from([None, "2024-05-01", "2024-05-02", "2024-05-03", "2024-05", "2024-06-20", "2024-05-02/2024-05-09"])
PUBLISHERS = st.sampled_from([None, "Reuters", "AFP", "Fjord Bulletin", "Harbour Wire"])


@st.composite
def companies(draw: st.DrawFn) -> list[CopyText]:
    """Up to eight documents that share sentences in all degrees."""
    rows = draw(st.lists(st.tuples(st.lists(st.sampled_from(SENTENCES), max_size=14), DAYS, PUBLISHERS), max_size=8))
    return [text(f"d{number}", ". ".join(chosen), publisher, day) for number, (chosen, day, publisher) in enumerate(rows)]


@settings(max_examples=60, deadline=None)
@given(companies(), st.randoms(use_true_random=False))
def test_the_order_of_the_documents_has_no_effect(documents: list[CopyText], random: object) -> None:
    shuffled = [*documents, *documents[:2]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cluster_copies(shuffled) == cluster_copies(documents)
    assert group_sources(shuffled) == group_sources(documents)
    assert find_near_copies(shuffled) == find_near_copies(documents)
    assert find_retellings(shuffled) == find_retellings(documents)


@settings(max_examples=60, deadline=None)
@given(companies())
def test_every_member_is_near_its_leader(documents: list[CopyText]) -> None:
    of = {document.id: document for document in documents}
    leaders = cluster_copies(documents)
    assert leaders.keys() == of.keys()
    for ident, leader in leaders.items():
        assert leaders[leader] == leader
        copied = of[ident].read.shingles
        assert ident == leader or len(copied & of[leader].read.shingles) >= COPIED * len(copied)


@settings(max_examples=60, deadline=None)
@given(companies())
def test_every_original_is_kin_to_its_centre(documents: list[CopyText]) -> None:
    of, leaders, centres = {d.id: d for d in documents}, cluster_copies(documents), group_sources(documents)
    for ident, centre in centres.items():
        assert centres[centre] == centre
        assert centres[leaders[ident]] == centre
        if leaders[ident] == ident != centre:
            assert kinship(of[ident].read, of[centre].read, cited=bool(of[ident].sources & of[centre].sources)) >= RETOLD


@settings(max_examples=60, deadline=None)
@given(companies())
def test_what_stands_for_others_stands_for_itself_alone(documents: list[CopyText]) -> None:
    leaders, centres = cluster_copies(documents), group_sources(documents)
    again = [document for document in documents if leaders[document.id] == document.id]
    assert cluster_copies(again) == {document.id: document.id for document in again}
    alone = [document for document in documents if centres[document.id] == document.id]
    assert group_sources(alone) == {document.id: document.id for document in alone}


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_have_one_kinship(one: str, other: str) -> None:
    first, second = read_signature(signature(one)), read_signature(signature(other))
    assert kinship(first, second) == kinship(second, first) >= 0
    assert signature(one) == signature(one)


@pytest.fixture(scope="module")
def samples() -> Sequence[CopyText]:
    pack = load_pack()
    return [
        text(document.source.rpartition("/")[2].rpartition("#")[2], document.text, document.publisher,
             document.published.value if document.published else None)
        for document in read(SAMPLES, pack=pack)
    ]  # fmt: skip


def test_the_copies_among_the_samples(samples: Sequence[CopyText]) -> None:
    copies = {ident: leader for ident, leader in cluster_copies(samples).items() if ident != leader}
    assert copies == {"agreement-nordics-copy": "agreement-nordics", "romania-delivered-copy": "romania-delivered"}


def test_the_sources_among_the_samples(samples: Sequence[CopyText]) -> None:
    """Three reports reword one ministry statement; nothing else but the copies is joined, and nothing of different events."""
    centres = group_sources(samples)
    families: dict[str, set[str]] = {}
    for ident, centre in centres.items():
        families.setdefault(centre, set()).add(ident)
    assert sorted(map(sorted, (family for family in families.values() if len(family) > 1))) == [
        ["agreement-nordics", "agreement-nordics-copy"],
        ["germany-third-patriot", "germany-third-patriot-agency", "patriot-from-stocks.txt"],
        ["romania-delivered", "romania-delivered-copy"],
    ]


GOLD = Path(__file__).parent.parent.parent / "shared/gold/events"


@pytest.mark.skipif(not (GOLD / "copies.json").exists(), reason="the labelled rewrites are not here")
def test_each_family_of_labelled_rewrites_is_one_source() -> None:
    published = [text(d.source.rpartition("#")[2], d.text, d.publisher, d.published.value if d.published else None)
                 for d in read(GOLD / "docs.jsonl", pack=load_pack())]  # fmt: skip
    centres = group_sources(published)
    shown = {finding.about[0] for finding in (*find_near_copies(published), *find_retellings(published))}
    for family in json.loads((GOLD / "copies.json").read_text("utf-8")):
        assert len({centres[name] for name in family}) == 1, family
        assert len(shown.intersection(family)) >= len(family) - 1, family


#: Rewrites of one report each, beside the WIRE: a wire in other words, a ministry's statement, a report that is translated back.
FAMILIES = {
    "bridge": (
        """Riga gives a pontoon bridge

Latvia will hand Ukraine a floating bridge of 268 metres, the defence ministry in Riga announced on Tuesday. It was built in 1984,
overhauled in 2019 and can carry vehicles of up to sixty tonnes.

Twelve lorries will take it across Poland in the first week of June, Minister Anda Ozola told Baltic Radio. Forty Ukrainian sappers
learned to assemble it at the training ground of Adazi in April. "It goes up in ninety minutes if nobody drops a bolt," she said.

A second bridge, somewhat shorter, stays in Daugavpils, where floods are expected every spring. The gift is valued at 3.1 million euros.
""",
        """Floating bridge from Latvia for Kyiv's sappers

A pontoon bridge 268 metres long goes from Latvia to Ukraine: so the ministry of defence announced in Riga on Tuesday. Built in 1984 and
overhauled in 2019, it bears vehicles weighing up to sixty tonnes.

In the first week of June, said Minister Anda Ozola, it crosses Poland on twelve lorries. How it is assembled forty sappers from Ukraine
learned in April at the Adazi training ground. It takes ninety minutes "if nobody drops a bolt".

Daugavpils, which expects floods each spring, keeps a second and shorter bridge. Valued at 3.1 million euros, the gift needs no vote.
""",
    ),
    "bakery": (
        """Field bakeries leave Ghent

Belgium has sent four field bakeries to Ukraine, each of which bakes nine thousand loaves a day, the army said in Brussels on Monday.
The ovens, mounted on trailers, were taken out of service when the garrison of Ghent was closed in 2021.

Captain Lieve Maes, who trained the crews, said the dough gave them more trouble than the diesel burners. "Ukrainian flour drinks
more," she said. The crews, thirty-two men and women from Zhytomyr, spent three weeks in Flanders.

Two more bakeries are being repaired in Liège and should follow in autumn. Spare burners for five years are included.
""",
        """Four Belgian army bakeries on their way

Nine thousand loaves a day: that is what each of the four field bakeries can bake that Belgium has sent to Ukraine, according to the army
in Brussels on Monday. When the Ghent garrison closed in 2021 the trailer-mounted ovens were taken out of service.

For three weeks thirty-two men and women from Zhytomyr were trained in Flanders as crews. Captain Lieve Maes found the dough more trouble
for them than the diesel burners, since "Ukrainian flour drinks more".

Liège repairs two more bakeries, which should follow in autumn. Spare burners for five years come with them.
""",
    ),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_rewrites_are_one_source_and_no_other_family_joins(family: str) -> None:
    documents = [text(f"{name}{n}", told, f"{name} {n}") for name, telling in FAMILIES.items() for n, told in enumerate(telling)]
    documents += [text("wire", WIRE), text("independent", INDEPENDENT), text("storm", UNRELATED)]
    centres = group_sources(documents)
    mine = {centres[f"{family}{n}"] for n in range(2)}
    assert len(mine) == 1
    assert {ident for ident, centre in centres.items() if centre in mine} == {f"{family}0", f"{family}1"}
