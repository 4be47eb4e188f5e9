"""Agreements: parties, stage, number and term; several at once are counted and also told one by one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Find = Callable[[str], list[Claim]]


@pytest.fixture
def agreements(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2024-05-15", "agreement")


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine signed a security agreement with Norway on Tuesday.",
        "Ukraine and Norway signed a security agreement on Tuesday.",
        "The security agreement between Ukraine and Norway was signed on Tuesday.",
        "A security agreement was signed by Ukraine and Norway on Tuesday.",
        "The pact that Ukraine and Norway signed on Tuesday runs for ten years.",
    ],
)
def test_two_states_sign(agreements: Find, text: str) -> None:
    (claim,) = agreements(text)
    assert set(claim.parties["party"]) == {"UA", "NO"}
    assert (claim.status, claim.date) == ("signed", "2024-05-14")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ukraine and Norway are negotiating a security agreement.", "negotiating"),
        ("Ukraine has begun talks with Norway on a draft security agreement.", "negotiating"),
        ("Ukraine will sign a security agreement with Norway in June.", "proposed"),
        ("Ukraine plans to sign a security agreement with Norway.", "proposed"),
        ("Ukraine was due to sign a security agreement with Norway.", "proposed"),
        ("The agreement between Ukraine and Norway entered into force in May.", "in_force"),
        ("Russia ended its grain agreement with Ukraine.", "ended"),
        ("The European Union opened accession negotiations with Ukraine.", "negotiating"),
    ],
)
def test_stage(agreements: Find, text: str, status: str) -> None:
    assert [claim.status for claim in agreements(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine and Norway did not sign the agreement.",
        "An agreement would help everybody in Ukraine.",
        "Norway delivered the shells under a contract of last year.",
    ],
)
def test_no_agreement(agreements: Find, text: str) -> None:
    assert agreements(text) == []


def test_aggregate_and_each_named_partner(agreements: Find) -> None:
    claims = agreements("Ukraine has signed security agreements with five countries, including Norway, Spain and Portugal.")
    counted = [claim for claim in claims if claim.count]
    single = [set(claim.parties["party"]) for claim in claims if not claim.count]
    assert [(c.count, set(c.parties["party"])) for c in counted] == [(5, {"UA", "NO", "ES", "PT"})]
    assert single == [{"UA", "NO"}, {"UA", "ES"}, {"UA", "PT"}]


def test_list_goes_on_in_the_next_sentence(agreements: Find) -> None:
    claims = agreements("Ukraine has concluded three security agreements so far. They are Norway, Spain and Portugal.")
    assert {frozenset(c.parties["party"]) for c in claims if not c.count} == {
        frozenset(("UA", "NO")),
        frozenset(("UA", "ES")),
        frozenset(("UA", "PT")),
    }
    (counted,) = [c for c in claims if c.count]
    assert counted.count == 3
    assert len(counted.evidence) == 2


def test_term_and_place(agreements: Find) -> None:
    (claim,) = agreements("Ukraine signed a ten-year security agreement with Norway in Oslo on Tuesday.")
    assert (claim.term, claim.place) == ("P10Y", "Oslo")


def test_people_sign_for_their_states(agreements: Find) -> None:
    (claim,) = agreements("Emmanuel Macron and Volodymyr Zelensky signed a security agreement in Paris.")
    assert set(claim.parties["party"]) == {"FR", "UA"}


def test_headline_and_sentence_are_one(agreements: Find) -> None:
    text = "Norway and Ukraine sign security agreement\n\nUkraine and Norway signed a security agreement on Tuesday."
    (claim,) = agreements(text)
    assert len(claim.evidence) == 2


def test_number_is_part_of_the_identity(agreements: Find) -> None:
    text = "Ukraine signed a security agreement with Norway. Ukraine has concluded nine security agreements with its partners."
    assert sorted((claim.count or 1) for claim in agreements(text)) == [1, 9]


def parties(claims: list[Claim]) -> list[set[str]]:
    return sorted((set(claim.parties["party"]) for claim in claims if not claim.count), key=sorted)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Malta, Cyprus and Norway each signed a security agreement with Ukraine.", ["CY UA", "MT UA", "NO UA"]),
        ("The EU signed a security pact with Ukraine on Monday, as did Malta and Cyprus.", ["CY UA", "EU UA", "MT UA"]),
        ("With this Malta follows Norway as a party to a security agreement with Ukraine.", ["MT UA", "NO UA"]),
        ("Norway signed an accord on support for Ukraine on the margins of a summit.", ["NO UA"]),
        ("In the Norwegian capital Jonas Gahr Store and Volodymyr Zelensky signed a security agreement.", ["NO UA"]),
        ("Norway's government has approved a security agreement with Ukraine.", ["NO UA"]),
        ("Washington offered Kyiv a deal on minerals.", ["UA US"]),
        ("EU accession talks with Ukraine opened on Monday.", ["EU UA"]),
        ("Malta signed a security agreement with Ukraine. Norway had signed in Kyiv on Monday.", ["MT UA", "NO UA"]),
        ("Ukraine signed a security agreement with Norway. Earlier an agreement with Malta had been signed.", ["MT UA", "NO UA"]),
    ],
)
def test_one_claim_for_each_pair(agreements: Find, text: str, pairs: list[str]) -> None:
    assert [" ".join(sorted(pair)) for pair in parties(agreements(text))] == pairs


def test_signatories_in_a_row(agreements: Find) -> None:
    text = "An agreement on security was signed by Donald Tusk, the Polish prime minister, and Volodymyr Zelensky, Ukraine's president."
    assert parties(agreements(text)) == [{"PL", "UA"}]


def test_both_governments(agreements: Find) -> None:
    text = "Norway will lend Ukraine one billion dollars. The loan agreement was signed by the two governments on Monday."
    assert {"NO", "UA"} in parties(agreements(text))


def test_others_will_do_so(agreements: Find) -> None:
    text = "Norway signed a security agreement with Ukraine. Malta will do so soon."
    assert [(c.status, set(c.parties["party"])) for c in agreements(text)] == [("signed", {"NO", "UA"}), ("proposed", {"MT", "UA"})]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Malta became the sixteenth country to sign a security agreement with Ukraine.", 16),
        ("Ireland signed a security accord with Ukraine, the 26th country to do so.", 26),
        ("With them the number of security agreements signed by Ukraine rises to 15.", 15),
    ],
)
def test_ordinals_and_tallies_count(agreements: Find, text: str, count: int) -> None:
    assert count in {claim.count for claim in agreements(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Norway has yet to sign a security agreement with Ukraine.",
        "Joe Biden signed the aid for Ukraine into law.",
    ],
)
def test_no_instrument_signed(agreements: Find, text: str) -> None:
    assert "signed" not in {claim.status for claim in agreements(text)}


def test_headline_that_only_says_who_signs(agreements: Find) -> None:
    text = "EU, Malta and Cyprus sign in Brussels\n\nThe European Union signed a security agreement with Ukraine on Monday."
    assert parties(agreements(text)) == [{"CY", "UA"}, {"EU", "UA"}, {"MT", "UA"}]
    assert {claim.place for claim in agreements(text)} == {"Brussels"}


def test_signing_told_apart_completes_the_agreement(agreements: Find) -> None:
    (claim,) = agreements("Malta signed a security agreement with Ukraine on Monday. The signing took place in Lviv.")
    assert (claim.place, claim.date) == ("Lviv", "2024-05-13")


@pytest.mark.parametrize(
    ("text", "status", "parties"),
    [
        ("The agreement between Ukraine and Poland is to be signed in Warsaw today.", "proposed", {"UA", "PL"}),
        ("The accord between the United States and Ukraine could be cancelled by a later president.", "in_force", {"US", "UA"}),
        ("Finland is in talks with Ukraine over a similar deal.", "negotiating", {"FI", "UA"}),
        ("The United States and Ukraine have finalised a minerals accord and will sign it this week.", "negotiating", {"US", "UA"}),
        ("Lockheed Martin and Rheinmetall will partner on missiles for Ukraine.", "proposed", {"Lockheed-Martin", "Rheinmetall"}),
    ],
)
def test_stages_told_in_other_words(claims_of: Callable[..., list[Claim]], text: str, status: str, parties: set[str]) -> None:
    (claim,) = claims_of(text, "2024-05-15", "agreement")
    assert claim.status == status
    assert set(claim.parties["party"]) == parties


TOGETHER = (
    "OSLO - Two security agreements with Ukraine were signed in the Norwegian capital on Monday.\n\n"
    "The prime minister of Latvia put his name to a ten-year agreement with Ukraine. Estonia signed an agreement of the same length "
    "with Ukraine on the same day.\n\nDenmark had signed before."
)
LATER = (
    "Norway and Spain each signed a security agreement with Ukraine in Madrid on Monday.\n\n"
    "Portugal signed a security agreement with Ukraine in Lisbon on Tuesday. {}"
)


def test_where_and_for_how_long_is_told_of_all_together(agreements: Find) -> None:
    found = {p: (c.place, c.term) for c in agreements(TOGETHER) if not c.count for p in c.parties["party"] if p != "UA"}
    assert {p: found[p] for p in ("LV", "EE")} == {"LV": ("Oslo", "P10Y"), "EE": ("Oslo", "P10Y")}
    assert found.get("DK", (None, None)) == (None, None)


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("The agreement is valid for five years.", {"PT": "P5Y", "ES": None, "NO": None}),
        ("Both agreements are valid for ten years.", {"PT": "P10Y", "ES": "P10Y", "NO": None}),
        ("All three agreements run for ten years.", {"PT": "P10Y", "ES": "P10Y", "NO": "P10Y"}),
        ("The agreement is not valid for ten years.", {"PT": None, "ES": None, "NO": None}),
        ("An agreement of this sort is often valid for ten years.", {"PT": None, "ES": None, "NO": None}),
    ],
)
def test_the_term_told_afterwards_is_that_of_those_meant(agreements: Find, sentence: str, terms: dict[str, str | None]) -> None:
    assert {p: c.term for c in agreements(LATER.format(sentence)) for p in c.parties["party"] if p != "UA"} == terms


def test_states_that_have_signed_are_counted_and_listed(agreements: Find) -> None:
    claims = agreements("Ukraine has security agreements. Four countries have signed so far: Norway, Spain, Portugal and Latvia in April.")
    assert [set(c.parties["party"]) for c in claims if c.count == 4] == [{"UA", "NO", "ES", "PT", "LV"}]
    assert ("LV", "2024-04") in {(p, c.date) for c in claims if not c.count for p in c.parties["party"]}
    assert {p for c in claims if not c.count for p in c.parties["party"]} == {"UA", "NO", "ES", "PT", "LV"}


@pytest.mark.parametrize(
    ("text", "parties", "place"),
    [
        ("Athens signs\n\nGreece signed a security agreement with Ukraine in Brussels on Thursday.", {"UA", "GR"}, "Brussels"),
        ("Norway has signed a 50-year partnership with Ukraine in Oslo.", {"UA", "NO"}, "Oslo"),
        ("Norway received the Ukrainian president in Oslo, where a security agreement was signed.", {"UA", "NO"}, "Oslo"),
        ("In the Polish capital, Ukraine signed a security agreement with Poland on Tuesday.", {"UA", "PL"}, "Warsaw"),
    ],
)
def test_who_signs_and_where(agreements: Find, text: str, parties: set[str], place: str) -> None:
    assert [(set(c.parties["party"]), c.place) for c in agreements(text)] == [(parties, place)]


def test_what_others_are_made_under_is_no_further_agreement(agreements: Find) -> None:
    claims = agreements(
        "Four countries have concluded agreements with Ukraine under the declaration of the G7: Norway, Spain, Latvia and Italy."
    )
    assert "G7" not in {p for c in claims for p in c.parties["party"]}
    assert [c.count for c in claims if c.count] == [4]


def test_a_law_that_is_signed_is_no_agreement(agreements: Find) -> None:
    claims = agreements("Iohannis signs law on aid\n\nRomania and Ukraine had a security agreement before.")
    assert "law" not in " ".join(span.quote for c in claims for span in c.evidence)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Hours after he had signed a security pact with Berlin, Zelensky signed a similar one with Paris.", [{"UA", "DE"}, {"UA", "FR"}]),
        ("London and Kyiv entered into a hundred-year partnership on Thursday.", [{"GB", "UA"}]),
        ("A memorandum on the production of shells was concluded between Ukraine and Rheinmetall.", [{"UA", "Rheinmetall"}]),
        ("In Vilnius the G7 issued a joint declaration on support for Ukraine.", [{"G7", "UA"}]),
        ("The G7 issued a statement on Ukraine.", []),
        ("**Wider Partnerships**: The leaders of Norway, Sweden and Denmark will come to the Ukrainian capital.", []),
    ],
)
def test_instruments_told_in_other_words(agreements: Find, text: str, parties: list[set[str]]) -> None:
    assert [set(claim.parties["party"]) for claim in agreements(text)] == parties


def test_what_will_remain_in_effect_holds(agreements: Find) -> None:
    assert [claim.status for claim in agreements("Canada's security agreement with Ukraine will remain in effect until 2034.")] == [
        "in_force"
    ]


def test_a_hall_known_for_what_was_signed_there_is_a_place(agreements: Find) -> None:
    assert agreements("The ministers met in the hall where the founding treaty of NATO was signed in 1949.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine and more than a dozen of its allies signed the Ukraine Compact on Tuesday.",
        "On Tuesday Ukraine and more than a dozen of its partners also launched the Ukraine Compact, a document about support.",
    ],
)
def test_partners_without_a_name_are_a_party(agreements: Find, text: str) -> None:
    (claim,) = agreements(text)
    assert set(claim.parties["party"]) == {"UA", "partners"}
    assert claim.framework == "Ukraine-Compact"


@pytest.mark.parametrize(
    ("text", "status", "parties"),
    [
        (
            "A pact with Norway was ready. It was signed on Monday in Oslo by Jonas Gahr Store and Volodymyr Zelensky.",
            "signed",
            {"NO", "UA"},
        ),
        ("Ukraine and Russia agreed on a prisoner swap in Minsk on Monday.", "signed", {"UA", "RU"}),
        ("Joe Biden called Volodymyr Zelensky. Olaf Scholz and Volodymyr Zelensky announced in Kyiv that a tax treaty was concluded by "
         "the two governments.", "signed", {"DE", "UA"}),
        ("Envoys of Russia and Ukraine met in Minsk. They agreed to free 90 prisoners each.", "signed", {"RU", "UA"}),
        ("Turkey and the United Nations brokered the Black Sea Grain Initiative.", "signed", {"TR", "UN"}),
        ("Latvia pulled out of the Ottawa Convention on Monday.", "ended", {"LV"}),
        ("Volodymyr Zelensky and Rishi Sunak agreed in London on an industrial partnership.", "signed", {"UA", "GB"}),
        ("Hungary wants a peace deal between Russia and Ukraine.", "proposed", {"RU", "UA"}),
        ("A peace agreement between Russia and Ukraine was close, Turkey said.", "negotiating", {"RU", "UA"}),
        ("The draft treaty between Norway and Ukraine was never signed.", "proposed", {"NO", "UA"}),
        ("Andris Spruds met Rustem Umerov in Riga. The ministers also signed a letter of intent on medics.", "signed", {"LV", "UA"}),
        ("Donald Tusk is about to sign a security agreement with Ukraine.", "proposed", {"PL", "UA"}),
        ("Jonas Gahr Store and Rustem Umerov signed a letter of intent that opens the way to new ships.", "signed", {"NO", "UA"}),
    ],
)  # fmt: skip
def test_agreements_told_by_what_is_done(agreements: Find, text: str, status: str, parties: set[str]) -> None:
    claim = agreements(text)[-1]
    assert (claim.status, set(claim.parties["party"])) == (status, parties)


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv would not accept any deal with Moscow.",
        "Kyiv has rejected an agreement with Moscow.",
        "Volodymyr Zelensky ruled out a ceasefire agreement with Russia.",
        "An agreement with Russia would be a mistake for Ukraine.",
        "Russia violates the UN Charter, Ukraine said.",
        "Norway and Ukraine agreed to exchange students.",
    ],
)
def test_refused_or_supposed_agreements_are_none(agreements: Find, text: str) -> None:
    assert agreements(text) == []


def test_it_is_valid_for_ten_years(agreements: Find) -> None:
    (claim,) = agreements("A security agreement between Norway and Ukraine was concluded in November. It is valid for ten years.")
    assert (claim.term, claim.date) == ("P10Y", "2023-11")


@pytest.mark.parametrize(
    "text",
    [
        "The talks ended in Minsk on Monday with an agreement to exchange 90 prisoners.",
        "A deal on a prisoner swap was reached in Minsk on Monday, Ukraine said.",
    ],
)
def test_prisoners_are_exchanged_between_the_two_sides(agreements: Find, text: str) -> None:
    (claim,) = agreements(text)
    assert set(claim.parties["party"]) == {"UA", "RU"}


def test_the_two_countries_may_be_named_by_a_capital(agreements: Find) -> None:
    (claim,) = agreements("Poland's relations with Kyiv were strained last year. The two countries signed a pact in May 2022.")
    assert set(claim.parties["party"]) == {"PL", "UA"}


@pytest.mark.parametrize(
    ("text", "parties", "status"),
    [
        ("Ukraine and Portugal are finalising the text of a security agreement.", {"UA", "PT"}, "negotiating"),
        ("Greece was the eleventh state after Latvia to sign a long-term security agreement with Ukraine.", {"GR", "UA"}, "signed"),
        ("A pact between Moldova and Ukraine on river traffic never came into force.", {"MD", "UA"}, "proposed"),
        ("For that, an agreement between Ukraine and the Council of Europe is required.", {"UA", "Council-of-Europe"}, "proposed"),
        ("A draft peace treaty between Russia and Ukraine began to take shape in Minsk.", {"RU", "UA"}, "negotiating"),
        ("Under a pact signed by Norway and Ukraine, firms will build boats for Ukraine.", {"NO", "UA"}, "signed"),
        ("Ukraine ships maize again. The deal, brokered by Qatar, reopened the ports of Ukraine.", {"UA", "RU"}, "signed"),
        ("Ukraine mourns its dead. The moratorium on strikes in Ukraine has expired.", {"UA", "RU"}, "ended"),
    ],
)
def test_how_far_an_instrument_is(agreements: Find, text: str, parties: set[str], status: str) -> None:
    assert (parties, status) in [(set(claim.parties["party"]), claim.status) for claim in agreements(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv would not accept any deal that leaves Ukraine without a port.",
        "Ukraine's friends support a ceasefire that would end the war in Ukraine.",
    ],
)
def test_what_is_no_instrument_of_the_two_sides(agreements: Find, text: str) -> None:
    assert agreements(text) == []


def test_a_guest_signs_with_the_host(agreements: Find) -> None:
    found = agreements("Sweden's minister was in Kyiv to sign a deal under which Swedish firms will repair guns of Ukraine.")
    assert {"SE", "UA"} in [set(claim.parties["party"]) for claim in found]


def test_the_second_with(agreements: Find) -> None:
    found = agreements("The EU decided to open accession negotiations with Ukraine and with the Republic of Moldova.")
    assert {"EU", "MD"} in [set(claim.parties["party"]) for claim in found]


@pytest.mark.parametrize(
    "text",
    [
        "Denys Shmyhal and Jonas Gahr Store held talks in Oslo. A memorandum on gas was signed following the talks.",
        "Volodymyr Zelensky and Jonas Gahr Store held talks in Oslo, after which a security agreement was signed.",
        "As a result of the meeting between Volodymyr Zelensky and Jonas Gahr Store in Oslo, a security agreement was signed.",
        "Under the agreement that Oslo and Kyiv reached in May, Norway gives three billion crowns.",
    ],
)
def test_those_who_met_sign(agreements: Find, text: str) -> None:
    (claim,) = agreements(text)
    assert (claim.status, set(claim.parties["party"])) == ("signed", {"UA", "NO"})


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Malta signed a security agreement with Ukraine. Norway followed the same evening.", {"MT": "signed", "NO": "signed"}),
        ("Malta signed a security agreement with Ukraine. Norway had made a start in January.", {"MT": "signed", "NO": "signed"}),
        ("Malta signed a security agreement with Ukraine; Cyprus and Norway will follow on Friday.", {"MT": "signed", "NO": "proposed"}),
        ("Malta is the tenth country to have concluded a security agreement with Ukraine.", {"MT": "signed"}),
        ("Malta signed a security agreement with Ukraine. Three billion euros followed in May.", {"MT": "signed"}),
    ],
)
def test_others_go_along(agreements: Find, text: str, signed: dict[str, str]) -> None:
    found = {p: c.status for c in agreements(text) for p in c.parties["party"] if p not in ("UA", "CY", "partners")}
    assert found == signed


def test_statements_that_are_only_made_are_no_instruments(claims_of: Callable[..., list[Claim]]) -> None:
    text = "All four left Russia after their public statements in favour of Kyiv, and Moscow signed the order.\n\nUkraine took note."
    assert claims_of(text, "2024-05-15", "agreement") == []


def test_what_somebody_is_instructed_to_sign_is_not_signed(claims_of: Callable[..., list[Claim]]) -> None:
    text = "Allies of Ukraine\n\nUkraine fights on.\n\nZelensky instructed the cabinet to sign the pact with Norway this week."
    assert [claim.status for claim in claims_of(text, "2024-05-01", "agreement")] == ["proposed"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The grain deal, which Moscow left in July 2023, had been brokered by Turkey.", "2023-07"),
        ("Ulf Kristersson received Volodymyr Zelensky on Monday. A letter of intent was signed by the two leaders.", None),
        ("Ulf Kristersson received Volodymyr Zelensky on Monday. The two signed a memorandum on Tuesday.", "2024-05-14"),
    ],
)
def test_who_signs_or_leaves_and_when(agreements: Find, text: str, date: str | None) -> None:
    (claim,) = agreements("News of Ukraine\n\nUkraine and its partners are in talks.\n\n" + text)
    assert claim.parties["party"] == (("RU",) if claim.status == "ended" else ("SE", "UA"))
    assert date in (None, claim.date)
