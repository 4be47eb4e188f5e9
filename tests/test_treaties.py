"""Texts of agreements: the published ones beside the project, where they are there, and invented ones always."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promissory.extraction import extract
from promissory.extraction.findings.examining import examine
from promissory.extraction.treaties import recognise
from promissory.model import Claim, Document, Entry, Published
from promissory.packs import load_pack
from promissory.reading import read
from promissory.reconciliation import Report, reconcile

TEXTS = Path(__file__).parents[2] / "shared" / "corpus" / "agreements"
GOLD: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "gold" / "agreements.json").read_text(encoding="utf-8"))


def claims_in(text: str, kind: str | None = None) -> list[Claim]:
    claims = extract(Document(text=text, source="test"))
    return [claim for claim in claims if kind is None or claim.kind == kind]


# --- the published texts ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=sorted(GOLD))
def published(request: pytest.FixtureRequest) -> tuple[dict[str, Any], tuple[Claim, ...]]:
    path = TEXTS / str(request.param)
    if not path.exists():
        pytest.skip(f"the published text {path.name} is not beside the project (expected in {TEXTS.name}/ of the shared corpus)")
    (document,) = read(str(path))
    return GOLD[path.name], extract(document)


def test_published_agreement_is_one_claim_with_parties_signature_and_term(published: tuple[dict[str, Any], tuple[Claim, ...]]) -> None:
    gold, claims = published
    (agreement,) = [claim for claim in claims if claim.kind == "agreement"]
    found = (sorted(agreement.parties["party"]), agreement.date, agreement.place, agreement.term, agreement.status, agreement.count)
    assert found == (gold["parties"], gold["date"], gold["place"], gold["term"], "signed", 1)
    assert " ".join(agreement.evidence[0].quote.split()).rstrip(".").casefold() == gold["title"].casefold()
    assert agreement.framework == "G7-Joint-Declaration"
    assert "security" in agreement.scope


def test_published_sums_have_their_year_and_giver(published: tuple[dict[str, Any], tuple[Claim, ...]]) -> None:
    gold, claims = published
    found = [
        [claim.parties["donor"][0], claim.period, claim.amount.value, claim.amount.currency]
        for claim in claims
        if claim.kind == "commitment" and claim.amount
    ]
    assert [expected for expected in gold["sums"] if expected not in found] == []


def test_published_clauses_do_not_flood(published: tuple[dict[str, Any], tuple[Claim, ...]]) -> None:
    _, claims = published
    assert {claim.kind for claim in claims} <= {"agreement", "commitment", "condition"}
    assert len(claims) < 25
    assert 1 <= sum(claim.kind == "condition" for claim in claims) <= 2


# --- invented texts --------------------------------------------------------------------------------------------------

AGREEMENT = """AGREEMENT
between the Kingdom of Norway and Ukraine
on long-term cooperation in the field of security

The Kingdom of Norway (hereinafter "the Donor") and Ukraine (hereinafter "the Recipient"), \
hereinafter jointly referred to as "the Parties",

Recalling the Joint Declaration of Support for Ukraine adopted in Vilnius on 12 July 2023,

Mindful that Russian missiles struck Kharkiv on 3 January 2025 and that the Minister said "we shall not forget",

Have agreed as follows:

Article 1
Military assistance

1. The Donor shall provide NOK 15 billion in military assistance to the Recipient in 2025 and NOK 12 billion in 2026.

2. Since 2022 the Donor has provided military equipment worth NOK 20 billion.

3. The Donor will hand over six F-16 aircraft to the Recipient by the end of 2025.

Article 2
Demining and energy

The Parties shall set up a joint fund and will contribute EUR 40 million to it in 2025.

Article 3
Consultations

In case of a renewed armed attack against Ukraine, the Parties shall, at the request of either Party, hold consultations without delay.

Article 4
Final provisions

1. This Agreement shall enter into force on the date of its signature and shall remain in force for a period of seven (7) years. \
It shall be extended automatically for successive periods of two years.

2. Either Party may terminate this Agreement by giving the other Party six months' written notice.

Done at Oslo, this 31st day of May 2025, in two originals in the English language.

For the Kingdom of Norway                    For Ukraine
"""
MEMORANDUM = """Memorandum of Understanding between the Ministry of Defence of Ukraine and the Ministry of Defence of the Republic of \
Lithuania concerning the training of engineers

The Ministry of Defence of Ukraine and the Ministry of Defence of the Republic of Lithuania (hereinafter referred to as the Sides) have \
reached the following understanding:

Section 1. Purpose

The Sides will cooperate in the training of engineers and in mine clearance.

Section 2. Duration and termination

This Memorandum comes into effect on the date of the last signature and will remain in effect for 24 months. It may be denounced by \
either Side upon three months' prior written notification.

Signed in Vilnius on 3 March 2025 and in Kyiv on 5 March 2025 in two originals.
"""
DECLARATION = """Joint Declaration of the President of Ukraine and the Prime Minister of the
Kingdom of the Netherlands

The Hague, 1 March 2025

We, the President of Ukraine and the Prime Minister of the Kingdom of the
Netherlands, reaffirm our resolve to stand together and have decided on the
following:

1. We will deepen our cooperation on air defence and drones.

2. The Netherlands will provide EUR 2 billion in military support in 2026.

3. The Netherlands has provided EUR 10 billion of support so far.
"""
TREATY = """TREATY ON GOOD NEIGHBOURLINESS
AND COOPERATION BETWEEN THE CZECH REPUBLIC AND UKRAINE

[The Treaty entered into force on 5 May 2025]

The Czech Republic and Ukraine, hereinafter the "Contracting Parties", have agreed as follows:

Article 1

The Contracting Parties shall consult each other immediately if either of them considers itself threatened by an armed attack.

Article 2

This Treaty is concluded for a period of twenty years. Each Contracting Party may denounce it by written notification.

In witness whereof the undersigned have signed this Treaty. Done in Prague on the fourth day of February in the year two thousand and \
twenty-five, in two copies.
"""


@pytest.mark.parametrize(
    ("text", "parties", "status", "date", "place", "term"),
    [
        (AGREEMENT, {"NO", "UA"}, "signed", "2025-05-31", "Oslo", "P7Y"),
        (MEMORANDUM, {"LT", "UA"}, "signed", "2025-03-05", None, "P24M"),
        (DECLARATION, {"NL", "UA"}, "signed", "2025-03-01", "The Hague", None),
        (TREATY, {"CZ", "UA"}, "in_force", "2025-02-04", "Prague", "P20Y"),
    ],
    ids=["agreement", "memorandum", "declaration", "treaty"],
)
def test_one_instrument_with_its_parties_and_signature(
    text: str, parties: set[str], status: str, date: str, place: str | None, term: str | None
) -> None:
    (agreement,) = claims_in(text, "agreement")
    assert set(agreement.parties["party"]) == parties
    assert (agreement.status, agreement.date, agreement.place, agreement.term, agreement.count) == (status, date, place, term, 1)


def test_every_slot_is_grounded_in_its_own_words() -> None:
    (agreement,) = claims_in(AGREEMENT, "agreement")
    words = {slot: ground.quote for slot, ground in agreement.grounds.items()}
    assert words["date"] == "31st day of May 2025"
    assert words["place"] == "Oslo"
    assert words["term"] == "seven (7) years"
    assert "Norway and Ukraine" in words["party"]
    assert words["framework"] == "Joint Declaration of Support for Ukraine"
    assert agreement.scope == ("security", "demining", "energy")


def test_sums_are_committed_by_year_and_past_aid_is_delivered() -> None:
    found = {
        (claim.parties["donor"], claim.amount.value / 1e6, claim.amount.currency, claim.period, claim.status)
        for claim in claims_in(AGREEMENT, "commitment")
        if claim.amount
    }
    assert found == {
        (("NO",), 15000, "NOK", "2025", "committed"), (("NO",), 12000, "NOK", "2026", "committed"),
        (("NO",), 20000, "NOK", None, "delivered"), (("NO", "UA"), 40, "EUR", "2025", "committed"),
    }  # fmt: skip


def test_counted_goods_are_committed_on_the_day_of_signature() -> None:
    (jets,) = [claim for claim in claims_in(AGREEMENT, "commitment") if claim.items and not claim.amount]
    assert [(i.item, i.count) for i in jets.items] == [("f-16", 6)]
    assert (jets.status, jets.date, jets.parties["recipient"]) == ("committed", "2025-05-31", ("UA",))


@pytest.mark.parametrize("text", [AGREEMENT, TREATY], ids=["agreement", "treaty"])
def test_consultation_and_termination_are_conditions_of_both(text: str) -> None:
    consultation, termination = claims_in(text, "condition")
    assert "consult" in consultation.evidence[0].quote
    assert re.search("terminate|denounce", termination.evidence[0].quote)
    for condition in (consultation, termination):
        assert set(condition.parties["on"]) == set(condition.parties["set_by"]) == set(claims_in(text, "agreement")[0].parties["party"])


def test_the_background_makes_no_claims() -> None:
    assert {claim.kind for claim in claims_in(AGREEMENT)} == {"agreement", "commitment", "condition"}


def test_bare_dollars_are_those_of_the_giver() -> None:
    text = MEMORANDUM.replace("Republic of Lithuania", "Commonwealth of Australia").replace(
        "Section 2.", "In 2025 Australia will provide $30 million in military support.\n\nSection 2."
    )
    (gift,) = claims_in(text, "commitment")
    assert gift.amount
    assert (gift.amount.value, gift.amount.currency) == (30e6, "AUD")


def test_a_body_that_runs_a_fund_gives_not_the_contributor() -> None:
    clause = (
        "Norway contributes to the European Peace Facility, which has committed EUR 11 billion in support of Ukraine and has pledged "
        "additional EUR 5 billion for the period 2024-2027."
    )
    claims = claims_in(AGREEMENT.replace("Article 2", clause + "\n\nArticle 2", 1), "commitment")
    found = {(c.parties["donor"], c.amount.value / 1e9) for c in claims if c.amount}
    assert {(("EU",), 11), (("EU",), 5)} <= found


def test_a_draft_without_signatures_is_negotiated() -> None:
    text = AGREEMENT.split("Done at Oslo")[0].replace("AGREEMENT\nbetween", "DRAFT AGREEMENT\nbetween")
    (agreement,) = claims_in(text, "agreement")
    assert (agreement.status, agreement.date, agreement.place) == ("negotiating", None, None)


def test_a_notice_or_renewal_is_no_term() -> None:
    text = TREATY.replace("This Treaty is concluded for a period of twenty years.", "This Treaty shall be reviewed every three years.")
    assert claims_in(text, "agreement")[0].term is None


REPORTS = [
    "Security agreement between Ukraine and Norway: what it says\n\nUkraine and Norway signed a security agreement in Oslo on Saturday. "
    'Under it, Norway will provide NOK 15 billion in 2025. "The Parties shall consult within 24 hours," the document reads. '
    "It is valid for ten years and may be terminated with written notice.\n\nThe agreement will come into force upon signature.",
    "Norway and Ukraine sign agreement on security cooperation\n\nDone at last, the agreement signed in Oslo on 31 May 2025 commits both "
    "sides for ten years. The Parties, as the text calls them, will consult.",
]


@pytest.mark.parametrize("text", REPORTS)
def test_a_report_about_an_agreement_is_none(text: str) -> None:
    assert recognise(Document(text=text, source="test"), load_pack()) is None


# --- with the news about them ----------------------------------------------------------------------------------------


def reported(document: Document, day: str | None) -> list[Report]:
    return [
        Report.from_record(claim.to_record() | {"id": claim.id, "reported": day}, source_key=document.id, copy_of=None)
        for claim in extract(document)
    ]


def reconciled(*texts: tuple[str, str | None]) -> list[Entry]:
    reports = []
    for text, day in texts:
        published = Published(day, "given") if day else None
        reports += reported(Document(text=text, source="test", published=published), day)
    return list(reconcile(reports, load_pack()).entries)


NEWS = (
    "Norway and Ukraine sign security agreement\n\nNorway and Ukraine signed a security agreement in Oslo on Saturday, 31 May 2025. "
    "Norway will provide NOK 15 billion in military assistance in 2025."
)


def test_the_text_and_the_news_about_it_are_one_entry() -> None:
    agreements = [e for e in reconciled((AGREEMENT, None), (NEWS, "2025-06-01")) if e.kind == "agreement"]
    assert [(len(e.claims), e.slots["term"], e.slots["date"]) for e in agreements] == [(2, "P7Y", "2025-05-31")]


def test_news_that_gives_no_day_joins_the_text() -> None:
    news = "Norway has signed a security agreement with Ukraine.", "2025-07-01"
    agreements = [e for e in reconciled((AGREEMENT, None), news) if e.kind == "agreement"]
    assert [len(e.claims) for e in agreements] == [2]


def test_another_instrument_of_the_same_parties_stays_apart() -> None:
    news = "Norway and Ukraine signed a loan agreement on 3 September 2025.", "2025-09-04"
    agreements = [e for e in reconciled((AGREEMENT, None), news) if e.kind == "agreement"]
    assert sorted(len(e.claims) for e in agreements) == [1, 1]


def test_like_clauses_of_two_agreements_stay_apart() -> None:
    other = AGREEMENT.replace("the Kingdom of Norway", "the Kingdom of Sweden").replace("The Kingdom of Norway", "The Kingdom of Sweden")
    conditions = [e for e in reconciled((AGREEMENT, None), (other.replace("Oslo", "Stockholm"), None)) if e.kind == "condition"]
    assert [len(e.claims) for e in conditions] == [1, 1, 1, 1]


def test_equal_sums_for_two_years_stay_apart() -> None:
    text = AGREEMENT.replace("NOK 12 billion in 2026", "NOK 15 billion in 2026")
    sums = [e for e in reconciled((text, None)) if e.kind == "commitment" and (e.slots.get("amount") or {}).get("value") == 15e9]
    assert sorted(str(e.slots["period"]) for e in sums) == ["2025", "2026"]


LETTER = """LETTER OF INTENT
between the Ministry of Defence of Ukraine and the Ministry of Defence of the Kingdom of Sweden on fighter aircraft

The Ministry of Defence of Ukraine and the Ministry of Defence of the Kingdom of Sweden, hereinafter the "Signatories",

Have expressed their intention to work towards the delivery of aircraft.

1. The Signatories intend to cooperate on the supply of 100 Gripen aircraft to Ukraine.

2. This Letter of Intent is not legally binding. It expires five years after its signature.

Stockholm, 22 October 2025
"""


def test_what_is_only_intended_is_not_committed() -> None:
    (agreement,) = claims_in(LETTER, "agreement")
    assert (agreement.date, agreement.place, agreement.term) == ("2025-10-22", "Stockholm", "P5Y")
    (jets,) = claims_in(LETTER, "commitment")
    assert (jets.status, jets.parties["donor"], jets.parties["recipient"]) == ("pledged", ("SE",), ("UA",))


def test_a_yearly_sum_runs_from_the_signature() -> None:
    text = AGREEMENT.replace("Article 2", "Norway undertakes to provide NOK 30 billion each year until 2030.\n\nArticle 2", 1)
    (yearly,) = [c for c in claims_in(text, "commitment") if c.amount and c.amount.value == 30e9]
    assert (yearly.period, yearly.status) == ("2025/2030", "committed")


def test_a_title_may_name_the_signature() -> None:
    text = AGREEMENT.split("Done at Oslo")[0].replace("field of security", "field of security, signed in Bergen on 2 May 2025", 1)
    (agreement,) = claims_in(text, "agreement")
    assert (agreement.status, agreement.date, agreement.place) == ("signed", "2025-05-02", "Bergen")


def test_a_text_broken_at_a_fixed_width_reads_the_same() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in AGREEMENT.split("\n\n"))
    found, expected = (
        [(c.kind, c.status, c.date, c.term, c.period, c.amount, dict(c.parties)) for c in claims_in(text)] for text in (wrapped, AGREEMENT)
    )
    assert found == expected


@given(st.sampled_from([AGREEMENT, MEMORANDUM, DECLARATION, TREATY, LETTER]), st.integers(0, 1500), st.integers(0, 1500))
@settings(max_examples=25, deadline=None)
def test_no_part_of_a_text_breaks_the_reading(text: str, start: int, length: int) -> None:
    part = text[:start] + text[start + length :]
    for claim in claims_in(part):
        assert all(part[span.start : span.end] == span.quote for span in (*claim.evidence, *claim.grounds.values()))


def test_sections_of_an_agreement_need_no_source() -> None:
    document = Document(text=AGREEMENT, source="test")
    assert [f for f in examine(document, extract(document), load_pack()) if f.kind == "unattributed_section"] == []
    for path in sorted(TEXTS.glob("*.docx")):
        (published,) = read(str(path))
        assert [f.message for f in examine(published, extract(published), load_pack()) if f.kind == "unattributed_section"] == []


def test_equal_sums_for_two_purposes_stay_apart() -> None:
    other = "Norway will give at least NOK 15 billion in loans for the repair of schools.\n\nArticle 3"
    sums = [e for e in reconciled((AGREEMENT.replace("Article 3", other, 1), None)) if (e.slots.get("amount") or {}).get("value") == 15e9]
    assert len(sums) == 2
