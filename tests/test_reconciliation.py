"""Claims about one thing become one entry, and what is not one thing stays apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promissory.model import Entry, Finding
from promissory.model.ids import content_id
from promissory.packs import load_pack
from promissory.reconciliation import Reconciliation, Report, clustering, reconcile
from promissory.reconciliation.chaining import Components, bounded
from promissory.reconciliation.clustering import STEPS
from promissory.reconciliation.reaching import Reach

PACK = load_pack()


def told(doc: str, reported: str | None, kind: str, status: str, parties: dict[str, list[str]], quote: str, **slots: Any) -> Report:
    """A report of one claim; the source is the document unless `source` or `copy_of` say otherwise."""
    source, copy_of, start = slots.pop("source", None), slots.pop("copy_of", None), slots.pop("at", 100 * (len(quote) % 97))
    record = {
        "doc": doc, "kind": kind, "status": status, "parties": parties, "reported": reported, **slots,
        "evidence": [{"start": start, "end": start + len(quote), "quote": quote}],
    }  # fmt: skip
    record["id"] = content_id("c", record)
    return Report.from_record(record, source_key=source, copy_of=copy_of)


def gift(doc: str, reported: str | None, status: str, donor: str | list[str], quote: str, **slots: Any) -> Report:
    donors = [donor] if isinstance(donor, str) else donor
    return told(doc, reported, "commitment", status, {"donor": donors, "recipient": ["UA"]}, quote, support="military", **slots)


def euros(value: float, qualifier: str = "exact", currency: str = "EUR") -> dict[str, Any]:
    return {"value": value, "currency": currency, "qualifier": qualifier}


def some(item: str, count: int | None = None) -> list[dict[str, Any]]:
    return [{"item": item, "count": count, "qualifier": None}]


def pact(doc: str, reported: str, partner: str, status: str = "signed", **slots: Any) -> Report:
    quote = f"The security agreement between Ukraine and {partner}"
    return told(doc, reported, "agreement", status, {"party": ["UA", partner]}, quote, topics=["security"], **slots)


def run(*reports: Report) -> Reconciliation:
    return reconcile(reports, PACK)


def entry_of(result: Reconciliation, report: Report) -> Entry:
    (entry,) = [e for e in result.entries if report.id in e.claims]
    return entry


def together(result: Reconciliation, *reports: Report) -> bool:
    return len({entry_of(result, report).id for report in reports}) == 1


def findings(result: Reconciliation, kind: str) -> list[Finding]:
    return [finding for finding in result.findings if finding.kind == kind]


# Commitments


def test_two_packages_of_one_donor_in_one_week_stay_apart() -> None:
    first = gift(
        "a",
        "2024-03-12",
        "allocated",
        "DK",
        "Denmark sends a new package of military aid worth 300 million euros.",
        date="2024-03-12",
        amount=euros(3e8),
    )
    second = gift(
        "b",
        "2024-03-15",
        "allocated",
        "DK",
        "Denmark sends a new package of military aid worth 310 million euros.",
        date="2024-03-15",
        amount=euros(3.1e8),
    )
    assert not together(run(first, second), first, second)


def test_two_new_packages_of_one_sum_on_different_days_stay_apart() -> None:
    first = gift(
        "a",
        "2024-03-12",
        "allocated",
        "US",
        "Washington announced a new package of 250 million dollars.",
        date="2024-03-12",
        amount=euros(2.5e8, currency="USD"),
    )
    second = gift(
        "b",
        "2024-03-26",
        "allocated",
        "US",
        "Washington announced another package of 250 million dollars.",
        date="2024-03-26",
        amount=euros(2.5e8, currency="USD"),
    )
    assert not together(run(first, second), first, second)


def test_a_pledge_restated_is_one_entry_with_a_finding() -> None:
    quotes = (
        "Norway will give Ukraine six fighter aircraft.",
        "Norway repeated that it will give six fighter aircraft.",
        "Oslo confirmed once more its promise of six fighter aircraft.",
    )
    days = ("2024-01-10", "2024-02-20", "2024-04-02")
    pledges = [
        gift(f"d{n}", day, "pledged", "NO", quote, items=some("f-16", 6)) for n, (quote, day) in enumerate(zip(quotes, days, strict=True))
    ]
    result = run(*pledges)
    assert len(result.entries) == 1
    (restated,) = findings(result, "restated")
    assert restated.severity == "info"
    assert restated.about == (result.entries[0].id, *(p.id for p in pledges))
    assert result.entries[0].findings == (restated.id,)


def test_the_same_sum_from_two_donors_stays_apart() -> None:
    swedish = gift("a", "2024-05-02", "pledged", "SE", "Sweden pledged 100 million euros for ammunition.", amount=euros(1e8))
    finnish = gift("a", "2024-05-02", "pledged", "FI", "Finland pledged 100 million euros for ammunition.", amount=euros(1e8))
    assert not together(run(swedish, finnish), swedish, finnish)


def test_one_undertaking_through_its_life_is_one_entry_with_its_history() -> None:
    pledge = gift(
        "a", "2024-02-01", "pledged", "NL", "The Netherlands will give Ukraine 18 howitzers.", date="2024-02-01", items=some("howitzer", 18)
    )
    package = gift(
        "b",
        "2024-03-04",
        "allocated",
        "NL",
        "The 18 Dutch howitzers are in the package approved on Monday.",
        date="2024-03-04",
        items=some("howitzer", 18),
    )
    arrival = gift(
        "c",
        "2024-05-20",
        "delivered",
        "NL",
        "All 18 howitzers from the Netherlands have arrived.",
        date="2024-05-19",
        items=some("howitzer", 18),
    )
    result = run(arrival, pledge, package)
    (entry,) = result.entries
    assert [(step.status, step.on) for step in entry.history] == [
        ("pledged", "2024-02-01"),
        ("allocated", "2024-03-04"),
        ("delivered", "2024-05-19"),
    ]
    assert entry.status == "delivered"
    assert entry.slots["date"] == "2024-05-19"
    assert entry.claims == (pledge.id, package.id, arrival.id)
    assert not findings(result, "restated")


def test_a_delivery_of_a_part_is_an_entry_of_its_own_that_fulfils_the_promise() -> None:
    promise = gift(
        "a", "2024-04-02", "pledged", "DE", "Germany will hand over three batteries.", date="2024-04-02", items=some("patriot", 3)
    )
    part = gift(
        "b",
        "2024-07-09",
        "delivered",
        "DE",
        "Two batteries from Germany have reached Ukraine.",
        date="2024-07-08",
        items=some("patriot", 2),
    )
    result = run(promise, part)
    assert not together(result, promise, part)
    (link,) = entry_of(result, part).links
    assert (link.type, link.entry) == ("fulfils", entry_of(result, promise).id)


def test_a_delivery_can_fulfil_several_promises_whose_numbers_add_up() -> None:
    first = gift("a", "2024-01-02", "pledged", "CZ", "Prague will send four helicopters.", date="2024-01-02", items=some("helicopter", 4))
    second = gift(
        "b", "2024-02-12", "pledged", "CZ", "A further six helicopters come from Czechia.", date="2024-02-12", items=some("helicopter", 6)
    )
    arrived = gift(
        "c",
        "2024-06-01",
        "delivered",
        "CZ",
        "All ten Czech helicopters are now in Ukraine.",
        date="2024-06-01",
        items=some("helicopter", 10),
    )
    result = run(first, second, arrived)
    assert {link.entry for link in entry_of(result, arrived).links} == {entry_of(result, first).id, entry_of(result, second).id}


def test_a_collective_sum_includes_the_national_shares() -> None:
    whole = gift(
        "a",
        "2024-06-11",
        "pledged",
        ["DK", "SE", "NL"],
        "Denmark, Sweden and the Netherlands give 900 million euros together.",
        date="2024-06-11",
        amount=euros(9e8),
    )
    share = gift("a", "2024-06-11", "pledged", "SE", "Stockholm's part is 300 million euros.", date="2024-06-11", amount=euros(3e8))
    result = run(whole, share)
    assert [(link.type, link.entry) for link in entry_of(result, whole).links] == [("includes", entry_of(result, share).id)]
    assert [link.type for link in entry_of(result, share).links] == ["part_of"]
    assert findings(result, "double_count")


def test_an_ambiguous_report_stays_apart() -> None:
    small = gift("a", "2024-03-01", "pledged", "BE", "Belgium will give five aircraft.", date="2024-03-01", items=some("f-16", 5))
    large = gift("b", "2024-03-02", "pledged", "BE", "Belgium will give nine aircraft.", date="2024-03-02", items=some("f-16", 9))
    vague = gift("c", "2024-03-03", "pledged", "BE", "Belgium will give aircraft.", items=some("f-16"))
    result = run(small, large, vague)
    assert len(result.entries) == 3


def test_a_vague_report_never_chains_two_different_things() -> None:
    reports = [
        gift(
            f"d{n}",
            "2024-03-01",
            "pledged",
            "BE",
            f"Belgium will give {n or 'some'} aircraft soon.",
            date="2024-03-01",
            items=some("f-16", n or None),
        )
        for n in (0, 4, 7, 12)
    ]
    result = run(*reports)
    counts = [{row["count"] for r in reports if r.id in entry.claims for row in r.claim["items"]} - {None} for entry in result.entries]
    assert all(len(told_counts) <= 1 for told_counts in counts)


def test_a_suspension_holds_until_something_arrives() -> None:
    pledge = gift(
        "a",
        "2025-01-10",
        "pledged",
        "US",
        "Washington will send 200 missiles for air defence.",
        date="2025-01-10",
        items=some("missile", 200),
    )
    pause = gift(
        "b",
        "2025-03-04",
        "suspended",
        "US",
        "The delivery of the 200 missiles for air defence is on hold.",
        date="2025-03-04",
        items=some("missile", 200),
    )
    arrival = gift(
        "c",
        "2025-05-02",
        "delivered",
        "US",
        "The 200 missiles for air defence have arrived.",
        date="2025-05-02",
        items=some("missile", 200),
    )
    assert run(pledge, pause).entries[0].status == "suspended"
    assert run(pledge, pause, arrival).entries[0].status == "delivered"


# Sources, grades, contradictions


def test_copies_and_repeats_of_one_publisher_count_once() -> None:
    quotes = [f"Canada has given 39 ambulances{tail}." for tail in ("", " to Ukraine", ", it said", ", officials say")]
    slots: dict[str, Any] = {"date": "2024-02-02", "items": some("ambulance", 39)}
    original = gift("a", "2024-02-02", "delivered", "CA", quotes[0], source="wire", **slots)
    copy = gift("b", "2024-02-02", "delivered", "CA", quotes[1], source="paper", copy_of="a", **slots)
    again = gift("c", "2024-02-03", "delivered", "CA", quotes[2], source="wire", **slots)
    other = gift("d", "2024-02-03", "delivered", "CA", quotes[3], source="radio", **slots)
    (entry,) = run(original, copy, again, other).entries
    assert entry.independent_sources == 2
    assert entry.grade == "F2"
    assert entry.grade_reasons == ("reported by 2 independent sources",)


def test_a_contradiction_retires_nothing() -> None:
    ours = told(
        "a",
        "2024-09-10",
        "meeting",
        "held",
        {"participant": ["EU", "UA"]},
        "EU and Ukraine met for the summit in Kyiv.",
        format="summit",
        place="Kyiv",
        date="2024-09-10",
    )
    theirs = told(
        "b",
        "2024-09-11",
        "meeting",
        "cancelled",
        {"participant": ["EU", "UA"]},
        "The EU and Ukraine summit in Kyiv was cancelled.",
        format="summit",
        place="Kyiv",
        date="2024-09-10",
    )
    result = run(ours, theirs)
    (entry,) = result.entries
    (finding,) = findings(result, "contradiction")
    assert set(finding.about) == {entry.id, ours.id, theirs.id}
    assert {step.status for step in entry.history} == {"held", "cancelled"}
    assert entry.grade == "F4"


def test_two_figures_for_one_day_are_two_entries_and_a_finding() -> None:
    two = gift("a", "2024-09-04", "pledged", "DE", "Two of the systems come this year.", items=some("iris-t", 2), period="2024")
    four = gift(
        "b", "2024-09-04", "pledged", "DE", "Four systems will come by the end of the year.", items=some("iris-t", 4), period="2024"
    )
    result = run(two, four)
    (finding,) = findings(result, "contradiction")
    assert set(finding.about) == {entry_of(result, two).id, entry_of(result, four).id}
    assert finding.severity == "info"
    assert {entry.grade for entry in result.entries} == {"F3"}


# Agreements and aggregates

SEVEN = ("GB", "DE", "FR", "DK", "CA", "IT", "NL")


def aggregate(count: int, reported: str) -> Report:
    return told(
        "sum",
        reported,
        "agreement",
        "signed",
        {"party": ["UA"]},
        f"Ukraine has signed security agreements with {count} countries.",
        count=count,
        topics=["security"],
    )


def test_an_aggregate_that_agrees_is_corroborated() -> None:
    pacts = [pact(f"d{n}", "2024-03-05", partner) for n, partner in enumerate(SEVEN)]
    total = aggregate(7, "2024-03-20")
    result = run(total, *pacts)
    assert len(result.entries) == 8
    assert not findings(result, "count_mismatch")
    assert "the 7 it speaks of are known one by one" in entry_of(result, total).grade_reasons


def test_an_aggregate_names_what_is_missing_or_surplus() -> None:
    pacts = [pact(f"d{n}", "2024-03-05", partner) for n, partner in enumerate(SEVEN)]
    later = pact("later", "2024-06-14", "JP")
    (finding,) = findings(run(aggregate(9, "2024-03-20"), later, *pacts), "count_mismatch")
    assert "known by then: 7; missing: 2" in finding.message
    assert finding.message.endswith("CA, DE, DK, FR, GB, IT, NL")
    (finding,) = findings(run(aggregate(6, "2024-03-20"), *pacts), "count_mismatch")
    assert "surplus: 1 of them" in finding.message
    named = told(
        "sum",
        "2024-03-20",
        "agreement",
        "signed",
        {"party": ["UA", *SEVEN, "NO"]},
        "Eight security agreements, Norway's among them.",
        count=8,
    )
    (finding,) = findings(run(named, *pacts), "count_mismatch")
    assert "missing: NO" in finding.message


def test_a_plan_without_a_day_is_of_what_is_signed_within_a_year() -> None:
    plan = told("a", "2024-04-04", "agreement", "proposed", {"party": ["UA", "LT"]}, "Vilnius will do so soon")
    signing = pact("b", "2024-06-27", "LT", date="2024-06-27")
    assert together(run(plan, signing), plan, signing)
    late = pact("b", "2026-06-27", "LT", date="2026-06-27")
    assert not together(run(plan, late), plan, late)


def test_an_agreement_from_plan_to_signature_is_one_entry() -> None:
    plan = pact("a", "2024-04-04", "LV", "proposed", date="2024-04-11", place="Vilnius")
    signed = pact("b", "2024-04-12", "LV", date="2024-04-11", term="P10Y")
    listed = pact("c", "2024-05-30", "LV")
    (entry,) = run(plan, signed, listed).entries
    assert (entry.status, entry.slots["term"], entry.slots["place"]) == ("signed", "P10Y", "Vilnius")
    assert entry.independent_sources == 3


def test_two_instruments_of_the_same_parties_stay_apart() -> None:
    security = pact("a", "2024-06-13", "US", date="2024-06-13")
    loan = told(
        "b",
        "2024-12-10",
        "agreement",
        "signed",
        {"party": ["UA", "US"]},
        "The loan agreement was signed by both governments.",
        date="2024-12-09",
    )
    assert not together(run(security, loan), security, loan)


# Other kinds


def test_meetings_are_told_apart_by_day_and_body() -> None:
    def council(doc: str, reported: str, status: str, day: str) -> Report:
        quote = "The NATO-Ukraine Council on air defence"
        return told(
            doc,
            reported,
            "meeting",
            status,
            {"participant": ["NATO", "UA"]},
            quote,
            date=day,
            body="NATO-Ukraine-Council",
            format="council",
        )

    planned, held, next_one = (
        council("a", "2024-01-05", "planned", "2024-01-10"),
        council("b", "2024-01-10", "held", "2024-01-10"),
        council("c", "2024-02-14", "held", "2024-02-14"),
    )
    result = run(planned, held, next_one)
    assert together(result, planned, held)
    assert not together(result, held, next_one)
    assert entry_of(result, planned).status == "held"


def test_a_tenure_joins_candidate_and_office_but_not_another_post() -> None:
    def post(doc: str, reported: str, status: str, role: str, body: str) -> Report:
        return told(
            doc, reported, "tenure", status, {"person": ["mark-rutte"], "body": [body]}, f"Mark Rutte, {role.replace('_', ' ')}", post=role
        )

    candidate, office = (
        post("a", "2024-06-18", "candidate", "secretary_general", "NATO"),
        post("b", "2024-10-01", "takes_office", "secretary_general", "NATO"),
    )
    before = post("a", "2024-06-18", "holds", "prime_minister", "NL")
    result = run(candidate, office, before)
    assert together(result, candidate, office)
    assert not together(result, candidate, before)


def test_one_quotation_in_two_reports_is_one_statement() -> None:
    words = "“We will stand with our friends for as long as it takes to win”"
    first = told("a", "2024-05-01", "statement", "quoted", {"speaker": ["mark-rutte"]}, f"{words}, he told reporters.")
    second = told("b", "2024-05-02", "statement", "quoted", {"speaker": ["mark-rutte"]}, f"As Rutte put it: {words}")
    other = told(
        "b", "2024-05-02", "statement", "quoted", {"speaker": ["mark-rutte"]}, "“The harvest was good this year in the south”, said Rutte."
    )
    result = run(first, second, other)
    assert together(result, first, second)
    assert not together(result, first, other)


def test_attacks_of_one_day_in_two_places_stay_apart() -> None:
    def strike(doc: str, place: str) -> Report:
        return told(
            doc,
            "2024-07-02",
            "attack",
            "reported",
            {"actor": ["RU"], "target": ["UA"]},
            f"A missile struck {place}.",
            date="2024-07-01",
            place=place,
            means=["missile"],
        )

    kharkiv, odesa, again = strike("a", "Kharkiv"), strike("a", "Odesa"), strike("b", "Kharkiv")
    result = run(kharkiv, odesa, again)
    assert together(result, kharkiv, again)
    assert not together(result, kharkiv, odesa)


def test_the_order_of_a_commitment_request_is_linked() -> None:
    need = told(
        "a", "2024-01-04", "need", "requested", {"needs": ["UA"], "asked": ["SE"]}, "Kyiv asked Sweden for radars.", items=some("radar")
    )
    answer = gift("b", "2024-02-04", "pledged", "SE", "Sweden will give two radars.", items=some("radar", 2))
    result = run(need, answer)
    assert [(link.type, link.entry) for link in entry_of(result, answer).links] == [("requested_by", entry_of(result, need).id)]


# Properties


def crowd() -> list[Report]:
    """A mixed set with overlaps, ties and vague reports."""
    reports = [pact(f"p{n}", f"2024-03-{n % 9 + 1:02}", partner) for n, partner in enumerate(SEVEN * 2)]
    reports.append(aggregate(7, "2024-03-20"))
    for n in range(24):
        donor, count = ("DE", "NL", "DK")[n % 3], (None, 2, 3, 17)[n % 4]
        status, month = ("pledged", "allocated", "delivered")[n % 3 - n // 12], n % 6 + 1
        day = f"2024-{month:02}-{n % 5 + 10}"
        reports.append(
            gift(
                f"g{n // 2}",
                day if n % 7 else None,
                status,
                donor,
                f"{donor} gives {count or 'some'} tanks ({n}).",
                date=day if n % 2 else None,
                items=some("leopard-2", count),
                at=300 * n,
            )
        )
    return reports


CROWD = crowd()
EXPECTED = run(*CROWD)


@given(st.permutations(CROWD))
@settings(max_examples=25, deadline=None)
def test_the_order_of_claims_never_matters(shuffled: Sequence[Report]) -> None:
    assert reconcile(shuffled, PACK) == EXPECTED


@given(st.lists(st.sampled_from(CROWD), max_size=40))
@settings(max_examples=25, deadline=None)
def test_every_claim_is_in_exactly_one_entry(some_claims: list[Report]) -> None:
    result = reconcile(some_claims, PACK)
    placed = [ident for entry in result.entries for ident in entry.claims]
    assert sorted(placed) == sorted({report.id for report in some_claims})
    assert sorted(c for e in result.entries for step in e.history for c in step.claims) == sorted(placed)
    assert len({entry.id for entry in result.entries}) == len(result.entries)


def test_reconciling_again_gives_the_same() -> None:
    assert run(*CROWD) == EXPECTED


def test_the_first_report_names_the_entry() -> None:
    early, late = pact("a", "2024-04-01", "LV", "proposed"), pact("b", "2024-04-12", "LV")
    assert together(run(early, late), early, late)
    assert run(early, late).entries[0].id == run(early).entries[0].id != run(late).entries[0].id


def test_links_and_findings_point_at_what_exists() -> None:
    known = {entry.id for entry in EXPECTED.entries} | {report.id for report in CROWD}
    assert all(link.entry in known for entry in EXPECTED.entries for link in entry.links)
    assert all(ident in known for finding in EXPECTED.findings for ident in finding.about)
    assert {f for e in EXPECTED.entries for f in e.findings} <= {finding.id for finding in EXPECTED.findings}


def test_a_month_and_a_state_back_the_day_and_the_town_in_them() -> None:
    parties = {"participant": ["EU", "UA"]}
    loose = [
        told(
            f"d{n}",
            "2024-02-20",
            "meeting",
            "held",
            parties,
            "The EU and Ukraine summit in Ukraine",
            date="2024-02",
            place="Ukraine",
            format="summit",
        )
        for n in range(3)
    ]
    sharp = told(
        "e", "2024-02-03", "meeting", "held", parties, "The EU and Ukraine summit in Kyiv", date="2024-02-02", place="Kyiv", format="summit"
    )
    (entry,) = run(*loose, sharp).entries
    assert (entry.slots["date"], entry.slots["place"]) == ("2024-02-02", "Kyiv")


def test_the_third_of_a_series_is_one_whatever_day_its_arrival_is_told() -> None:
    pledge = gift("a", "2024-04-13", "pledged", "SE", "Sweden will hand over its third Archer.", date="2024-04-13", items=some("archer", 1))
    first = gift(
        "b", "2024-07-05", "delivered", "SE", "The third Archer is here, says Stockholm.", date="2024-07-05", items=some("archer", 1)
    )
    later = gift(
        "c", "2024-07-22", "delivered", "SE", "A third Archer howitzer from Sweden has come.", date="2024-07-21", items=some("archer", 1)
    )
    fourth = gift("d", "2024-07-23", "pledged", "SE", "Sweden will hand over a fourth Archer.", date="2024-07-23", items=some("archer", 1))
    result = run(pledge, first, later, fourth)
    assert together(result, pledge, first, later)
    assert not together(result, pledge, fourth)


def test_a_sum_in_the_words_stands_in_for_a_silent_slot() -> None:
    told_sum = gift("a", "2024-05-02", "allocated", "LT", "Lithuania allots 35 million euros for drones.", amount=euros(3.5e7))
    silent = gift("b", "2024-05-03", "pledged", "LT", "Vilnius is to spend 35 million euros on drones for Ukraine.")
    other = gift("c", "2024-05-03", "pledged", "LT", "Vilnius is to spend 90 million euros on roads for Ukraine.")
    result = run(told_sum, silent, other)
    assert together(result, told_sum, silent)
    assert not together(result, told_sum, other)


def test_the_system_goes_back_to_what_the_text_named_before() -> None:
    named = gift("a", "2024-06-03", "pledged", "NO", "Norway gives a NASAMS.", date="2024-06-03", items=some("nasams", 1), at=0)
    going_back = gift("a", "2024-06-03", "pledged", "NO", "Oslo will send the system within weeks.", at=60)
    result = run(named, going_back)
    assert together(result, named, going_back)
    assert [row["item"] for row in entry_of(result, named).slots["items"]] == ["nasams"]


def test_a_package_with_the_third_system_in_it_includes_that_one() -> None:
    single = gift("a", "2024-04-13", "pledged", "DE", "Berlin promises its third Patriot.", date="2024-04-13", items=some("patriot", 1))
    goods = some("patriot", 1) + some("gepard") + some("missile") + some("iris-t")
    package = gift("b", "2024-04-15", "pledged", "DE", "Berlin sends the third Patriot, Gepards, missiles and IRIS-T.", items=goods)
    result = run(single, package)
    assert not together(result, single, package)
    assert [(link.type, link.entry) for link in entry_of(result, package).links] == [("includes", entry_of(result, single).id)]


def test_a_running_total_is_found_out() -> None:
    total = gift("a", "2024-09-02", "delivered", "CZ", "Up to now Prague has given 62 tanks.", items=some("tank", 62))
    delivery = gift("b", "2024-09-02", "delivered", "CZ", "Four tanks from Prague arrived.", date="2024-09-01", items=some("tank", 4))
    result = run(total, delivery)
    (finding,) = findings(result, "double_count")
    assert finding.about == (entry_of(result, total).id, total.id)


def test_launchers_told_as_whole_systems_are_a_contradiction() -> None:
    quotes = ("The Hague handed over three Patriot launchers.", "The Hague handed over three Patriots on Thursday.")
    parts = gift("a", "2024-11-28", "delivered", "NL", quotes[0], date="2024-11-28", items=some("patriot_launcher", 3))
    whole = gift("b", "2024-11-29", "delivered", "NL", quotes[1], date="2024-11-28", items=some("patriot", 3))
    result = run(parts, whole)
    assert together(result, parts, whole)
    (finding,) = findings(result, "contradiction")
    assert "patriot_launcher" in finding.message


def test_nothing_is_delivered_by_the_day_on_which_it_is_only_considered() -> None:
    maybe = gift("a", "2024-07-08", "considered", "PL", "Poland weighs sending MiG-29s.", date="2024-07-08", items=some("mig-29"))
    sent = gift("b", "2024-07-08", "delivered", "PL", "Kyiv thanked Poland for MiG-29s it sent.", date="2024-05-08", items=some("mig-29"))
    assert not together(run(maybe, sent), maybe, sent)


def test_partners_whom_nobody_names_stay_beside_the_named_donor() -> None:
    open_ = gift("a", "2024-07-10", "pledged", ["US", "partners"], "Washington and partners promise four radars.", items=some("radar", 4))
    (entry,) = run(open_).entries
    assert entry.parties["donor"] == ("US", "partners")
    named = gift("b", "2024-07-10", "pledged", ["US", "FR"], "Washington and Paris promise four radars.", items=some("radar", 4))
    (entry,) = run(open_, named).entries
    assert entry.parties["donor"] == ("FR", "US")


def test_a_town_has_one_summit_at_a_time_whoever_is_named() -> None:
    summit = told(
        "a", "2024-07-10", "meeting", "held", {"participant": ["NATO"]}, "The Washington summit of NATO", date="2024-07-09/2024-07-11",
        place="Washington", format="summit",
    )  # fmt: skip
    guest = told(
        "b", "2024-12-04", "meeting", "held", {"participant": ["UA"]}, "promised at the Washington summit in July", date="2024-07",
        place="Washington", format="summit",
    )  # fmt: skip
    assert together(run(summit, guest), summit, guest)


def test_a_quotation_ascribed_to_two_people_is_still_one() -> None:
    words = '"We shall go on helping for as long as it takes to win"'
    first = told("a", "2024-02-01", "statement", "quoted", {"speaker": ["mark-rutte"]}, f"{words}, said Rutte.", date="2024-02-01")
    second = told("b", "2024-02-01", "statement", "quoted", {"speaker": ["olaf-scholz"]}, f"Then he said: {words}.", date="2024-02-01")
    assert together(run(first, second), first, second)


def test_a_request_for_so_many_stands_for_months() -> None:
    spring = told("a", "2024-04-27", "need", "requested", {"needs": ["UA"]}, "Kyiv asks for seven Patriots.", items=some("patriot", 7))
    summer = told("b", "2024-07-05", "need", "stated", {"needs": ["UA"]}, "We need seven Patriots, says Kyiv.", items=some("patriot", 7))
    more = told("c", "2024-07-06", "need", "stated", {"needs": ["UA"]}, "We need 25 Patriots, says Kyiv.", items=some("patriot", 25))
    result = run(spring, summer, more)
    assert together(result, spring, summer)
    assert not together(result, spring, more)


@given(st.text(max_size=200))
def test_sums_and_goods_are_read_from_any_text(text: str) -> None:
    from promissory.reconciliation.figuring import goods_in, sums_in
    from promissory.reconciliation.knowing import gather

    goods = gather(PACK).goods
    assert all(value > 0 for value in sums_in(text.replace("0", "1")))
    assert set(goods_in(text, goods)) <= set(goods.values())


def test_work_grows_with_the_claims_and_not_with_their_square() -> None:
    from promissory.reconciliation.blocking import NEIGHBOURS, WHOLE, Blocks, keys_of
    from promissory.reconciliation.knowing import gather
    from promissory.reconciliation.portraying import portray

    known = gather(PACK)
    many = [
        gift(f"d{n}", "2024-03-01", "pledged", "DE", f"Germany gives tanks, {n}.", items=some("leopard-2", n % 5 + 1)) for n in range(1500)
    ]
    keys, blocks = [keys_of(portray(report, known)) for report in many], Blocks()
    for number, mine in enumerate(keys):
        blocks.add(number, mine)
    most = max(map(len, keys)) * max(WHOLE, NEIGHBOURS)
    pairs = [(one, other) for one, later in blocks.followers() for other in later]
    assert len(pairs) == len(set(pairs))
    assert len(pairs) <= most * len(many)
    assert len(pairs) < len(many) ** 2 / 10


@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20))
def test_chains_of_pairs_join_and_nothing_else_does(pairs: list[tuple[int, int]]) -> None:
    joined, sets = Components(12), {n: {n} for n in range(12)}
    for one, other in pairs:
        joined.join(one, other)
        for member in (both := sets[one] | sets[other]):
            sets[member] = both
    assert [joined.home(n) for n in range(12)] == [min(sets[n]) for n in range(12)]


@given(st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19), st.integers(0, STEPS)), max_size=60))
def test_what_a_claim_reaches_is_its_component_however_it_is_cut(pairs: list[tuple[int, int, int]]) -> None:
    beside: dict[int, list[tuple[int, int]]] = {n: [] for n in range(20)}
    for one, other, strength in pairs:
        beside[one].append((other, strength))
        beside[other].append((one, strength))
    firsts, seconds, strengths = (np.array([pair[at] for pair in pairs], np.int64) for at in range(3))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clustering, "CROWD", 4)
        reach = Reach(lambda _: None, lambda one, steps: [other for other, strength in beside[one] if strength >= steps])
        reached = list(reach.components(range(20)))
    homes = bounded(20, firsts, seconds, strengths, 4, STEPS).tolist()
    assert sorted(reached) == sorted([n for n in range(20) if homes[n] == home] for home in set(homes))
    assert all(len(found) <= 4 or _are_chained(found, pairs) for found in reached)
    whole = bounded(20, firsts, seconds, strengths, 20, STEPS).tolist()
    assert {n for n in range(20) if reach.is_cut(n)} == {n for n in range(20) if whole.count(whole[n]) > 4}


def _are_chained(things: list[int], pairs: list[tuple[int, int, int]]) -> bool:
    """Whether the strongest pairs alone hold things together."""
    joined = Components(20)
    for one, other, strength in pairs:
        if strength == STEPS:
            joined.join(one, other)
    return len({joined.home(thing) for thing in things}) == 1


# What words name, where slots are silent or vaguer


def met(doc: str, who: list[str], quote: str, **slots: Any) -> Report:
    return told(doc, "2024-08-30", "meeting", "held", {"participant": who}, quote, date="2024-08-30", **slots)


def test_a_guest_whom_only_the_words_name_was_there() -> None:
    both = ["rustem-umerov", "lloyd-austin"]
    whole = met("a", both, "Rustem Umerov met Lloyd Austin.", place="Pentagon", format="bilateral")
    vague = met("b", ["rustem-umerov"], "Umerov and Austin discussed strikes.", place="Washington")
    other = met("c", ["rustem-umerov"], "Umerov discussed strikes.", place="Washington")
    assert together(run(whole, vague), whole, vague)
    assert not together(run(whole, other), whole, other)


def test_who_met_two_on_one_day_met_them_one_after_the_other() -> None:
    first = met("a", ["rustem-umerov", "lloyd-austin"], "Umerov met Austin in Washington.", place="Washington", format="bilateral")
    second = met("b", ["rustem-umerov", "jake-sullivan"], "Umerov met Sullivan in Washington.", place="Washington", format="bilateral")
    assert not together(run(first, second), first, second)


def test_ministers_of_one_state_at_one_body_are_one_meeting() -> None:
    first = met("a", ["NATO", "volodymyr-zelensky"], "NATO ministers meet Zelensky.")
    second = met("b", ["NATO", "rustem-umerov"], "NATO ministers meet Umerov.", format="council")
    assert together(run(first, second), first, second)


def test_one_sum_for_other_goods_is_another_sum() -> None:
    sums = {"amount": euros(2.5e8), "date": "2024-03-21"}
    shells = gift("a", "2024-03-21", "pledged", "NL", "The Netherlands gives 250 million euros for shells.", items=some("shells"), **sums)
    drones = gift("b", "2024-03-21", "pledged", "NL", "The Netherlands gives 250 million euros for drones.", items=some("drone"), **sums)
    listed = gift("c", "2024-03-21", "pledged", "NL", "Dutch aid of 250 million euros, including drones.", items=some("drone"), **sums)
    assert not together(run(shells, drones), shells, drones)
    assert together(run(shells, listed), shells, listed)


def test_a_bank_that_approves_one_sum_twice_pays_twice() -> None:
    def paid(doc: str, day: str) -> Report:
        sums = {"amount": euros(1.1e9), "date": day}
        return gift(doc, day, "committed", "IMF", "The IMF approved the payment of 1.1 billion euros to Ukraine.", **sums)

    autumn, winter, again = paid("a", "2024-10-18"), paid("b", "2024-12-20"), paid("c", "2024-12-21")
    assert not together(run(autumn, winter, again), autumn, winter)
    assert together(run(autumn, winter, again), winter, again)


def test_so_many_of_one_day_are_one_order_whatever_part_of_their_time_is_told() -> None:
    goods = {"items": some("iris-t", 17), "date": "2024-09-04"}
    soon = gift("a", "2024-09-04", "pledged", "DE", "Ukraine gets 17 more IRIS-T, some of them this year.", period="2024", **goods)
    late = gift("b", "2024-09-04", "contracted", "DE", "Berlin has ordered seventeen IRIS-T, to arrive by 2026.", period="2026", **goods)
    assert together(run(soon, late), soon, late)


def test_a_total_in_so_many_packages_is_that_total() -> None:
    whole = gift(
        "a", "2024-07-08", "delivered", "PL", "Poland has given 44 packages worth over 4 billion euros.", amount=euros(4e9, "at_least")
    )
    bare = gift("b", "2024-07-08", "delivered", "PL", '"44 packages of military equipment" came from Poland, he said.')
    less = gift("c", "2024-07-08", "delivered", "PL", '"43 packages of military equipment" came from Poland, he said.')
    assert together(run(whole, bare), whole, bare)
    assert not together(run(whole, less), whole, less)


def test_a_short_remark_quoted_whole_is_one_statement_of_one_mouth() -> None:
    def said(doc: str, who: str, quote: str) -> Report:
        return told(doc, "2024-02-01", "statement", "quoted", {"speaker": [who]}, quote)

    first = said("a", "charles-michel", '"We have a deal," he wrote after an hour.')
    second = said("b", "charles-michel", 'Drawn from the budget is the money of which he said: "We have a deal."')
    other = said("c", "mark-rutte", '"We have a deal," the premier told his parliament.')
    result = run(first, second, other)
    assert together(result, first, second)
    assert not together(result, first, other)


def test_a_need_without_a_number_is_another_after_a_season() -> None:
    spring, soon, summer = (
        told(doc, day, "need", "stated", {"needs": ["UA"]}, "Ukraine needs missiles, Kuleba said.", date=day, items=some("missile"))
        for doc, day in (("a", "2024-04-08"), ("b", "2024-04-10"), ("c", "2024-07-31"))
    )
    result = run(spring, soon, summer)
    assert together(result, spring, soon)
    assert not together(result, spring, summer)


def test_a_house_stands_in_its_town() -> None:
    def hit(doc: str, place: str, quote: str) -> Report:
        return told(doc, "2024-07-08", "attack", "reported", {"actor": ["RU"], "target": ["UA"]}, quote, date="2024-07-08", place=place)

    house = hit("a", "Okhmatdyt", "A missile struck the Okhmatdyt hospital in Kyiv.")
    town = hit("b", "Kyiv", "A missile struck a hospital in Kyiv.")
    other = hit("c", "Dnipro", "A missile struck a hospital in Dnipro.")
    result = run(house, town, other)
    assert together(result, house, town)
    assert not together(result, house, other)


def test_a_weapon_is_the_only_one_that_the_words_name() -> None:
    def asked(doc: str, quote: str, items: list[dict[str, Any]]) -> Report:
        return told(doc, "2024-07-09", "need", "requested", {"needs": ["UA"]}, quote, date="2024-07-09", items=items)

    named = asked("a", "Ukraine pleads for Patriots to guard its towns.", some("patriot"))
    vague = asked("b", "Patriots are the weapon for which Ukraine pleads to guard its towns.", some("weapons", 1))
    other = asked("c", "Gepards are the weapon for which Ukraine pleads to guard its towns.", some("weapons", 1))
    assert together(run(named, vague), named, vague)
    assert not together(run(named, other), named, other)
