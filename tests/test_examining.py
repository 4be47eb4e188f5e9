"""Findings about one document: what is raised, what is not, and where the evidence stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promissory.extraction import examine
from promissory.extraction.findings.citing import Citations, address_fault
from promissory.model import Amount, Claim, Document, Finding, Published, Segment, Span
from promissory.packs import load_pack

PACK = load_pack()
DATED = Published("2024-05-02", "given")

ARTICLE = """Norway sends spare parts to Kyiv

Norway is sending spare parts for six ferries to Ukraine, the ministry of transport said on Thursday.

Minister Kari Lund told reporters that the crates had left Bergen. "They will be in Odesa within a week," she said.

The ferries have been out of use since winter.
"""
APPENDIX = """
Extra Insights:

- Norway pledges to renew the ferry fleet within two years and to train forty engineers.
- Denmark has promised to send a floating dock once the harbour is safe.
- Ukraine and its partners should build a second shipyard on the Danube to be ready for the next winter.
- A joint school for engineers would strengthen the yards and show that the partners mean to stay.
- Sweden commits to paying for the fuel of all the boats.
"""


def document(text: str, **facts: object) -> Document:
    return Document(**({"text": text, "source": "test", "published": DATED} | facts))  # type: ignore[arg-type]


def findings(text: str, *claims: Claim, **facts: object) -> dict[str, Finding]:
    return {finding.kind: finding for finding in examine(document(text, **facts), claims, PACK)}


def claim_on(text: str, words: str, *, value: float | None = None, **slots: object) -> Claim:
    start = text.index(words)
    span = Span(start, start + len(words), words)
    given_slots = {"kind": "commitment", "status": "pledged", "parties": {"donor": ("NO",)}, **slots}
    amount = Amount(value, "EUR") if value is not None else None
    return Claim(text=text, doc="d_1", evidence=(span,), amount=amount, **given_slots)  # type: ignore[arg-type]


def test_a_sound_article_raises_nothing() -> None:
    assert findings(ARTICLE) == {}


def test_undated_and_inferred_dates_are_findings() -> None:
    assert "undated" in findings(ARTICLE, published=None)
    inferred = findings(ARTICLE, published=Published("2024-04/2024-06", "inferred", ("it speaks of May",)))
    assert "2024-04/2024-06" in inferred["undated"].message
    assert "it speaks of May" in inferred["undated"].message


def test_another_language_is_a_finding_and_ends_the_examination() -> None:
    assert set(findings("Sign up to our newsletter.", language="de")) == {"other_language"}
    assert "could be told" in findings("…", language="und")["other_language"].message


@pytest.mark.parametrize(
    "line",
    [
        "Sign up to Harbour Notes, our free newsletter – every Friday",
        "Subscribe to our channel for updates and pictures.",
        "Follow us on Facebook, Telegram and YouTube.",
        "Read our full coverage of the ferries.",
        "Watch Bergen TV live on BTV GO",
        "By clicking ‘Join’, you agree to our terms.",
        "CLICK HERE TO GET THE FERRY APP",
        "00:42 Crane lowers a ferry into the fjord – video",
    ],
)
def test_furniture_that_stands_in_the_text(line: str) -> None:
    found = findings(f"{ARTICLE}\n{line}\n\nThe dock is closed.")["boilerplate"]
    assert [span.quote for span in found.evidence] == [line]
    assert found.severity == "info"


@pytest.mark.parametrize(
    "line",
    [
        "Norway will sign up for the joint purchase, the minister said.",
        "Denmark and Norway subscribe to the charter.",
        "Read aloud in parliament, the letter caused applause.",
        "The minister followed the talks on television.",
        "Join the alliance: that is what Kyiv wants.",
        "“Sign up to the plan,” he told the ministers.",
    ],
)
def test_reports_that_only_sound_like_furniture(line: str) -> None:
    assert "boilerplate" not in findings(f"{ARTICLE}\n{line}\n")


def test_headlines_of_other_stories_said_twice() -> None:
    rows = "Six Ferries Leave the Port of Bergen\n\nHarbour Master Retires After Forty Years\n\n"
    assert len(findings(f"{ARTICLE}\n{rows}{rows}")["boilerplate"].evidence) == 4
    assert "boilerplate" not in findings(f"{ARTICLE}\n{rows}")


def test_furniture_taken_out_is_named_and_typography_is_not() -> None:
    assert "Share this page" in findings(ARTICLE, removed=(("sharing", "Share this page"),))["boilerplate"].message
    assert findings(ARTICLE, removed=(("markup", "###"), ("updated", "Last updated: 2 May 2024"))) == {}


@pytest.mark.parametrize(
    ("address", "sound"),
    [
        ("https://www.example.org/a/b?c=d", True),
        ("https://пример.example/x", True),
        ("http://127.0.0.1:8000/x", True),
        ("https://example.org:80/x.", True),
        ("https://", False),
        ("http:///path/only", False),
        ("https://localhost-without-dots/x", False),
        ("https://example.org/long/pa…", False),
        ("https://[half", False),
        ("https://example.org:port/", False),
    ],
)
def test_addresses(address: str, sound: bool) -> None:
    assert (address_fault(address) is None) == sound


@given(st.text(max_size=200))
def test_any_text_can_be_searched_for_citations(text: str) -> None:
    for span, fault in Citations(text).broken():
        span.check(text)
        assert fault


@pytest.mark.parametrize(
    ("ending", "fault"),
    [
        ("The dock is closed [3].\n\n[3]: https://example.org/do ck=/a/b", "space"),
        ("The dock is closed [3].\n\n[3]: https:///a/b", "no host"),
        ("The dock is closed [3].", "no reference has this number"),
        ("The dock is closed [1].\n\n[1]: ", "empty"),
        ("The dock is closed.\n\nSources:\n\nInsights:\n\n- All is well.", "nothing stands"),
        ("The dock is closed.\n\nReferences", "nothing stands"),
        ("See [the plan]().", "no address"),
    ],
)
def test_broken_citations(ending: str, fault: str) -> None:
    assert fault in findings(f"{ARTICLE}\n{ending}")["broken_citation"].message


@pytest.mark.parametrize(
    "ending",
    [
        'The dock is closed [3].\n\n[3]: https://example.org/dock "The dock"',
        "The dock is closed [3].\n\n[3] https://example.org/dock (2 May 2024)",
        "The dock is closed [1].\n\n[1] Harbour Board, annual report, 2023.",
        "The dock is closed [1].\n\nReferences\n\n1. Harbour Board, annual report, 2023.",
        "“We need the [20] boats,” he said, “and [the] dock.”",
        "Sources: dpa, AFP",
        "See https://example.org/plan.",
    ],
)
def test_sound_citations(ending: str) -> None:
    assert "broken_citation" not in findings(f"{ARTICLE}\n{ending}")


def test_a_heading_of_references_that_cleaning_took_out() -> None:
    heading = "Further Reading:"
    before = len(ARTICLE.encode())

    def cleaned(after: str) -> Document:
        text = ARTICLE + after
        behind = Segment(len(ARTICLE), len(after), before + len(heading), before + len(heading) + len(after.encode()))
        return document(text, removed=(("related", heading),), segments=(Segment(0, len(ARTICLE), 0, before), behind))

    (finding,) = examine(cleaned("\nExtra Insights:\n\nAll is well.\n"), (), PACK)
    assert finding.kind == "broken_citation"
    assert heading in finding.message
    assert examine(cleaned("\nThe ferries of the north (2023)\n"), (), PACK) == ()


def test_an_appended_section_without_a_source() -> None:
    text = ARTICLE + APPENDIX
    inside = claim_on(text, "Norway pledges to renew the ferry fleet within two years")
    outside = claim_on(text, "Norway is sending spare parts")
    found = findings(text, inside, outside)
    assert found["unattributed_section"].about == (inside.id,)
    assert "Extra Insights" in found["unattributed_section"].message


def test_recommendations_among_facts() -> None:
    text = ARTICLE + APPENDIX
    claim = claim_on(text, "Ukraine and its partners should build a second shipyard", kind="proposal", status="made", parties={})
    found = findings(text, claim)["recommendation_as_fact"]
    assert [span.quote.split()[0] for span in found.evidence] == ["Ukraine", "A"]
    assert found.about == (claim.id,)


def test_recommendations_under_their_own_name_are_no_facts() -> None:
    text = ARTICLE + APPENDIX.replace("Extra Insights", "Recommendations")
    assert "recommendation_as_fact" not in findings(text)


def test_sections_that_give_their_sources() -> None:
    lines = APPENDIX.splitlines()
    spoken = "\n".join(f"{line[:-1]}, officials said." if line.startswith("-") else line for line in lines)
    linked = "\n".join(f"{line[:-1]} [2]." if line.startswith("-") else line for line in lines)
    clauses = "\n".join(f"{line[:-1]};" if line.startswith("-") else line for line in lines)
    for section in (spoken, f"{linked}\n\n[2]: https://example.org/fleet", clauses):
        text = ARTICLE + section
        assert "unattributed_section" not in findings(text, claim_on(text, "Norway pledges to renew the ferry fleet within two years"))


def test_a_list_that_is_the_document_is_no_appendix() -> None:
    text = APPENDIX.strip()
    assert "unattributed_section" not in findings(text, claim_on(text, "Norway pledges to renew the ferry fleet within two years"))


def test_an_implausible_sum_is_pinned_on_its_claim_or_the_document() -> None:
    text = "Congress has yet to pass the $61 aid bill for Ukraine."
    assert findings(text)["implausible_amount"].about == (document(text).id,)
    assert findings(text)["implausible_amount"].evidence[0].quote == "$61"
    claim = claim_on(text, text, value=61.0)
    assert findings(text, claim)["implausible_amount"].about == (claim.id,)


@pytest.mark.parametrize(
    ("text", "value", "odd"),
    [
        ("Norway will give Ukraine €450 this year.", 450, True),
        ("Norway will give Ukraine €450 million this year.", 450e6, False),
        ("Norway will give every family from Ukraine €450.", 450, False),
        ("Norway will pay €450 a month to families from Ukraine.", 450, False),
        ("Norway will give Ukraine €45,000 billion.", 45e12, True),
    ],
)
def test_sums_out_of_proportion(text: str, value: float, odd: bool) -> None:
    start = text.index("€")
    ground = Span.cut(text, start, start + len("€450"))
    claim = claim_on(text, text, value=value, grounds={"amount": ground})
    assert ("implausible_amount" in findings(text, claim)) == odd


@given(st.text(max_size=300), st.sampled_from(["en", "de", "und"]))
def test_any_text_can_be_examined_and_every_quote_stands_in_it(text: str, language: str) -> None:
    held = document(text, language=language)
    once = examine(held, (), PACK)
    assert once == examine(held, (), PACK)
    for finding in once:
        assert finding.about == (held.id,)
        for span in finding.evidence:
            span.check(text)
