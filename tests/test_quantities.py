"""Money and counts as news writes them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promissory.extraction.amounts.counts import numbers
from promissory.extraction.amounts.money import amounts
from promissory.extraction.amounts.quantities import AmountMention, NumberMention
from promissory.extraction.lexicon.numerals import SPELLED, figure_value, numeral_value


def sum_of(text: str) -> AmountMention:
    (mention,) = amounts(text)
    return mention


def count_in(text: str) -> NumberMention:
    (mention,) = numbers(text)
    return mention


@pytest.mark.parametrize(
    ("written", "value", "currency"),
    [
        ("€40 billion", 40e9, "EUR"),
        ("EUR 40bn", 40e9, "EUR"),
        ("EUR40 million", 40e6, "EUR"),
        ("40 billion euros", 40e9, "EUR"),
        ("40-billion-euro", 40e9, "EUR"),
        ("40 EUR million", 40e6, "EUR"),
        ("$61bn", 61e9, "USD"),
        ("$ 3 billion", 3e9, "USD"),
        ("$50B", 50e9, "USD"),
        ("$200-million", 200e6, "USD"),
        ("$1.3 trillion", 1.3e12, "USD"),
        ("US$5 million", 5e6, "USD"),
        ("100 million US dollars", 100e6, "USD"),
        ("A$3m", 3e6, "AUD"),
        ("C$500 million", 500e6, "CAD"),
        ("CA$20", 20, "CAD"),
        ("$500 million Canadian", 500e6, "CAD"),
        ("90 million Canadian dollars", 90e6, "CAD"),
        ("AUD 26.7 million", 26.7e6, "AUD"),
        ("32.6 million AUD", 32.6e6, "AUD"),
        ("£2.5bn", 2.5e9, "GBP"),
        ("200 million pounds", 200e6, "GBP"),
        ("30 pounds sterling", 30, "GBP"),
        ("€188m", 188e6, "EUR"),
        ("188 mln euros", 188e6, "EUR"),
        ("990 mil. NOK", 990e6, "NOK"),
        ("SEK 75 billion", 75e9, "SEK"),
        ("eleven billion kronor", 11e9, "SEK"),
        ("13.5 billion Norwegian kroner", 13.5e9, "NOK"),
        ("2 billion Danish kroner", 2e9, "DKK"),
        ("13.5 billion kroner", 13.5e9, None),
        ("5 million Czech crowns", 5e6, "CZK"),
        ("5 million crowns", 5e6, None),
        ("100 zloty", 100, "PLN"),
        ("5 million yen", 5e6, "JPY"),
        ("40 billion won", 40e9, "KRW"),
        ("3 billion hryvnias", 3e9, "UAH"),
        ("UAH 10 billion", 10e9, "UAH"),
        ("7 million rubles", 7e6, "RUB"),
        ("5 million Swiss francs", 5e6, "CHF"),
        ("12 million leva", 12e6, "BGN"),
        ("5 million LEI", 5e6, "RON"),
        ("9 billion forints", 9e9, "HUF"),
        ("9 billion yuan", 9e9, "CNY"),
        ("90 million Indian rupees", 90e6, "INR"),
        ("a hundred million euros", 100e6, "EUR"),
        ("half a billion dollars", 0.5e9, "USD"),
        ("one and a half billion dollars", 1.5e9, "USD"),
        ("two point five billion euros", 2.5e9, "EUR"),
        ("three-quarters of a billion dollars", 0.75e9, "USD"),
        ("a quarter of a million euros", 250e3, "EUR"),
        ("three hundred and fifty thousand euros", 350e3, "EUR"),
        ("2,5 billion euros", 2.5e9, "EUR"),
        ("1.500.000 euros", 1.5e6, "EUR"),
        ("130,457,970 EUR", 130457970, "EUR"),
        ("5 000 000 SEK", 5e6, "SEK"),
        ("$ 11 billion 700 million", 11.7e9, "USD"),
        ("$4.6\n    billion", 4.6e9, "USD"),
    ],
)
def test_every_written_form_of_a_sum(written: str, value: float, currency: str | None) -> None:
    mention = sum_of(f"The government set aside {written} this week.")
    assert (mention.quote, mention.value, mention.currency, mention.qualifier) == (written, value, currency, "exact")


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("They offered up to €5 million.", "at_most"),
        ("They offered as much as €5 million.", "at_most"),
        ("They offered less than €5 million.", "at_most"),
        ("They offered more than €5 million.", "at_least"),
        ("They offered at least another €5 million.", "at_least"),
        ("They offered over €5 million.", "at_least"),
        ("They differ over a 140-billion-euro loan.", "exact"),
        ("They offered €5 million or more.", "at_least"),
        ("They offered a €5bn-plus loan.", "at_least"),
        ("They offered nearly €5 million.", "about"),
        ("They offered around 5 million euros.", "about"),
        ("They offered some €5 million.", "about"),
        ("They offered an additional €5 million.", "exact"),
        ("They offered goods worth €5 million.", "exact"),
        ("They handed over €5 million.", "exact"),
        ("They offered goods with an estimated value of €5 million.", "about"),
    ],
)
def test_qualifiers_of_sums(text: str, qualifier: str) -> None:
    assert sum_of(text).qualifier == qualifier


def test_a_range_keeps_its_lower_end() -> None:
    mention = sum_of("It may cost €1.5-2 billion.")
    assert (mention.value, mention.qualifier, mention.upper) == (1.5e9, "at_least", 2e9)
    shared = sum_of("It may cost between 1 and 2 billion euros.")
    assert (shared.value, shared.qualifier, shared.upper) == (1e9, "at_least", 2e9)
    low, high = amounts("It may cost between €1 billion and €2 billion.")
    assert (low.qualifier, high.qualifier) == ("at_least", "at_most")
    assert [m.value for m in amounts("It rose from USD 10 billion to USD 12 billion.")] == [10e9, 12e9]


def test_conversions_and_lent_currencies() -> None:
    euros, dollars = amounts("It gave 188 million euros ($203 million).")
    assert (euros.converted, dollars.converted) == (False, True)
    assert [m.converted for m in amounts("It gave NOK 3 billion (about €255m; £220m).")] == [False, True, True]
    whole, grants, loans = amounts("It gave €50 billion, of which 17 billion in grants and 33 billion in loans.")
    assert [(m.value, m.currency, m.inherited) for m in (whole, grants, loans)] == [
        (50e9, "EUR", False), (17e9, "EUR", True), (33e9, "EUR", True),
    ]  # fmt: skip
    assert len(amounts("It gave €50 billion and 2 million rounds.")) == 1


def test_a_shared_name_is_the_money_of_the_country_the_text_names() -> None:
    assert sum_of("Norway gave 3 billion kroner.").currency == "NOK"
    assert sum_of("Norway and Denmark gave 3 billion kroner.").currency is None
    assert sum_of("Prague gave 3 billion crowns.").currency == "CZK"


def test_the_bare_dollar_can_be_told() -> None:
    assert amounts("Canberra gave $25m.", dollar="AUD")[0].currency == "AUD"
    assert amounts("Canberra gave US$25m.", dollar="AUD")[0].currency == "USD"


def test_an_implausible_sum_stays_as_written() -> None:
    mention = sum_of("The House passed a $61 aid bill.")
    assert (mention.value, mention.currency, mention.implausible) == (61, "USD", True)
    assert not sum_of("The House passed a $61 billion aid bill.").implausible
    assert not sum_of("He paid $5 a gallon.").implausible


@pytest.mark.parametrize(
    "text",
    [
        "They prepared a multi-billion-euro package.",
        "They spent billions of euros.",
        "A 500-pound bomb fell.",
        "It weighs 1,150kg (2,535 pounds).",
        "The party won 40 seats.",
        "He sent 225 Canadian troops.",
        "In 2023 the euro fell.",
    ],
)
def test_no_sum_where_none_is_said(text: str) -> None:
    assert amounts(text) == ()


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("They sent 20 vehicles.", 20, "exact"),
        ("They sent three batteries.", 3, "exact"),
        ("They sent twenty-one drones.", 21, "exact"),
        ("They sent two dozen tanks.", 24, "exact"),
        ("They sent a dozen tanks.", 12, "exact"),
        ("They sent half a million shells.", 500e3, "exact"),
        ("They sent 1 million rounds.", 1e6, "exact"),
        ("They sent 1.5m rounds.", 1.5e6, "exact"),
        ("They sent more than 200,000 rounds.", 200e3, "at_least"),
        ("They sent up to eight vehicles.", 8, "at_most"),
        ("They sent about 50 guns.", 50, "about"),
        ("They sent an additional three systems.", 3, "exact"),
        ("They promised a further two.", 2, "exact"),
        ("They will hand over two batteries.", 2, "exact"),
        ("They sent three or four batteries.", 3, "at_least"),
        ("They sent 3-5 systems.", 3, "at_least"),
        ("They sent one Patriot system.", 1, "exact"),
        ("They sent six M777 155mm howitzers.", 6, "exact"),
        ("They sent 14 Leopard 2 tanks.", 14, "exact"),
        ("In 2023 they sent 40 000 helmets.", 40000, "exact"),
        ("They train 4,000 soldiers a year for ten years.", 4000, "exact"),
    ],
)
def test_counts(text: str, value: float, qualifier: str) -> None:
    mention = count_in(text)
    assert (mention.value, mention.qualifier, mention.unit) == (value, qualifier, None)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It is 20 percent.", 20, "percent"),
        ("It is 0.25% of GDP.", 0.25, "percent"),
        ("It fell by two percentage points.", 2, "percentage point"),
        ("They need 17 GW of power.", 17, "GW"),
        ("They sent 70,000 tons of coal.", 70000, "ton"),
        ("It flies 300 km.", 300, "km"),
    ],
)
def test_measures_carry_their_unit(text: str, value: float, unit: str) -> None:
    assert (count_in(text).value, count_in(text).unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "They want F-16s, an S-300 and a Mi-8.",
        "A 155mm shell and a 105 mm gun.",
        "It works 24/7.",
        "It came on the 31st.",
        "They met on 3 April 2024 at 10:30.",
        "It cost €40 billion.",
        "Three-quarters of it and two thirds of that.",
        "No one came, and one of them left.",
        "Under Article 5 and Resolution 2202 it holds.",
        "It is ten times bigger.",
        "They sent dozens of tanks and hundreds of guns.",
        "It was the first and the second.",
        "He is aged 46.",
        "It fires 7.62 x 39 rounds.",
        "1. They agreed.",
        "A Leopard 2 tank came, and a Leopard 2A6.",
        "Paris sent Mirage 2000-5 jets.",
        "It lasts for ten years under a 10-year deal.",
    ],
)
def test_figures_that_count_nothing(text: str) -> None:
    assert numbers(text) == ()


def test_between_bounds_both_counts() -> None:
    low, high = numbers("They sent between 50,000 and 100,000 shells.")
    assert (low.value, low.qualifier, high.value, high.qualifier) == (50000, "at_least", 100000, "at_most")


PREFIXES = st.sampled_from([("€", "EUR"), ("$", "USD"), ("£", "GBP"), ("EUR ", "EUR"), ("SEK ", "SEK"), ("US$", "USD"), ("UAH", "UAH")])
SUFFIXES = st.sampled_from(
    [(" euros", "EUR"), (" dollars", "USD"), (" Danish kroner", "DKK"), (" CZK", "CZK"), (" hryvnias", "UAH"), ("€", "EUR")]
)
SCALES = st.sampled_from([("", 1.0), (" million", 1e6), (" billion", 1e9), ("bn", 1e9), (" mln", 1e6)])


@given(number=st.integers(1, 99_999_999), scale=SCALES, prefix=PREFIXES, grouped=st.booleans())
def test_a_sum_with_its_sign_before_is_read_back(number: int, scale: tuple[str, float], prefix: tuple[str, str], grouped: bool) -> None:
    written = f"{prefix[0]}{number:{',' if grouped else ''}}{scale[0]}"
    mention = sum_of(f"They gave {written} to it.")
    assert (mention.quote, mention.value, mention.currency) == (written, number * scale[1], prefix[1])


@given(tenths=st.integers(1, 99_999), scale=SCALES, suffix=SUFFIXES)
def test_a_sum_with_its_name_behind_is_read_back(tenths: int, scale: tuple[str, float], suffix: tuple[str, str]) -> None:
    written = f"{tenths // 10}.{tenths % 10}{scale[0]}{suffix[0]}"
    mention = sum_of(f"They gave {written} to it.")
    assert (mention.quote, mention.currency) == (written, suffix[1])
    assert mention.value == pytest.approx(tenths / 10 * scale[1])


@given(number=st.integers(2, 9_999_999))
def test_a_count_is_read_back(number: int) -> None:
    assert figure_value(f"{number:,}") == number
    assert [m.value for m in numbers(f"They sent {number:,} shells.", skip=())] == [number]


PIECES = (
    "€ $ £ 5 1,000 2.5 40 61 million bn billion euros dollars kroner pounds won up to more than between and or - – ( ) about two three "
    "a half dozen one F-16s 155 mm % percent tanks 2024 April of which in grants aid bill Canadian US$ EUR AUD 24/7 point , ."
)
WORDS = st.sampled_from(PIECES.split())
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=14).map("".join))


@given(text=TEXTS)
def test_any_text_gives_grounded_separate_mentions(text: str) -> None:
    assert (amounts(text), numbers(text)) == (amounts(text), numbers(text))
    for spans in ([(m.start, m.end, m.quote) for m in amounts(text)], [(m.start, m.end, m.quote) for m in numbers(text)]):
        assert all(text[start:end] == quote for start, end, quote in spans)
        assert all(first[1] <= second[0] for first, second in pairwise(spans))


@given(words=st.from_regex(SPELLED, fullmatch=True))
def test_every_spelled_number_has_a_value(words: str) -> None:
    assert numeral_value(words) > 0


def test_a_reference_mark_counts_nothing() -> None:
    assert [m.quote for m in numbers("The brigade lost two tanks [12] and three guns [3].")] == ["two", "three"]


@pytest.mark.parametrize(
    ("written", "value", "currency"),
    [
        ("$5", 5, "USD"),
        ("US$5m", 5000000.0, "USD"),
        ("$5 US", 5, "USD"),
        ("5 USD", 5, "USD"),
        ("USD 5", 5, "USD"),
        ("USD5", 5, "USD"),
        ("5USD", 5, "USD"),
        ("$1.5bn", 1500000000.0, "USD"),
        ("$1.5 bn", 1500000000.0, "USD"),
        ("$1.5B", 1500000000.0, "USD"),
        ("$200K", 200000.0, "USD"),
        ("$200k", 200000.0, "USD"),
        ("$3MM", 3000000.0, "USD"),
        ("$3 mil", 3000000.0, "USD"),
        ("A$2bn", 2000000000.0, "AUD"),
        ("C$40 million", 40000000.0, "CAD"),
        ("CA$40 million", 40000000.0, "CAD"),
        ("CDN$40 million", 40000000.0, "CAD"),
        ("NZ$5", 5, "NZD"),
        ("HK$5", 5, "HKD"),
        ("S$5", 5, "SGD"),
        ("NT$5", 5, "TWD"),
        ("R$5", 5, "BRL"),
        ("AU$5", 5, "AUD"),
        ("MX$50", 50, "MXN"),
        ("Mex$50", 50, "MXN"),
        ("RM50", 50, "MYR"),
        ("RM 50 million", 50000000.0, "MYR"),
        ("Rs 500", 500, None),
        ("Rs. 500 crore", 5000000000.0, None),
        ("₹500 crore", 5000000000.0, "INR"),
        ("₹2 lakh", 200000.0, "INR"),
        ("INR 20 lakh crore", 20000000000000.0, "INR"),
        ("Rs 1.5 lakh", 150000.0, None),
        ("5 crore rupees", 50000000.0, None),
        ("10 lakh Indian rupees", 1000000.0, "INR"),
        ("half a billion dollars", 500000000.0, "USD"),
        ("half a million euros", 500000.0, "EUR"),
        ("a hundred million euros", 100000000.0, "EUR"),
        ("one hundred and fifty thousand pounds", 150000, "GBP"),
        ("two and a half million euros", 2500000.0, "EUR"),
        ("two point five billion dollars", 2500000000.0, "USD"),
        ("a quarter of a million pounds", 250000, "GBP"),
        ("three quarters of a billion dollars", 750000000.0, "USD"),
        ("a million dollars", 1000000.0, "USD"),
        ("one euro", 1, "EUR"),
        ("ten million dollars' worth", 10000000.0, "USD"),
        ("500 million dollars worth", 500000000.0, "USD"),
        ("€2-3 million", 2000000.0, "EUR"),
        ("2-3 million euros", 2000000.0, "EUR"),
        ("€2 to €3 million", 2000000.0, "EUR"),
        ("between €2 and €3 million", 2000000.0, "EUR"),
        ("€1,000,000", 1000000.0, "EUR"),
        ("€1.000.000", 1000000.0, "EUR"),
        ("€1 000 000", 1000000.0, "EUR"),
        ("1'000'000 Swiss francs", 1000000.0, "CHF"),
        ("€1,5 million", 1500000.0, "EUR"),
        ("5 million Norwegian kroner", 5000000.0, "NOK"),
        ("5 million kroner", 5000000.0, None),
        ("NOK 5 million", 5000000.0, "NOK"),
        ("SEK 5bn", 5000000000.0, "SEK"),
        ("Kč 500", 500, "CZK"),
        ("500 Kč", 500, "CZK"),
        ("kr 500", 500, None),
        ("500 kr", 500, None),
        ("DKr 500m", 500000000.0, "DKK"),
        ("SKr5bn", 5000000000.0, "SEK"),
        ("NKr 5bn", 5000000000.0, "NOK"),
        ("500 zł", 500, "PLN"),
        ("zł 500", 500, "PLN"),
        ("500 Polish zloty", 500, "PLN"),
        ("12 lei", 12, "RON"),
        ("5 million hryvnia", 5000000.0, "UAH"),
        ("₴5 million", 5000000.0, "UAH"),
        ("5 million UAH", 5000000.0, "UAH"),
        ("Fr. 500", 500, "CHF"),
        ("SFr 500", 500, "CHF"),
        ("CHF 500", 500, "CHF"),
        ("500 yen", 500, "JPY"),
        ("¥500", 500, "JPY"),
        ("JP¥500", 500, "JPY"),
        ("CN¥500", 500, "CNY"),
        ("RMB 500", 500, "CNY"),
        ("500 yuan", 500, "CNY"),
        ("500 renminbi", 500, "CNY"),
        ("₩500 billion", 500000000000.0, "KRW"),
        ("500 billion won", 500000000000.0, "KRW"),
        ("500 South Korean won", 500, "KRW"),
        ("฿500", 500, "THB"),
        ("500 baht", 500, "THB"),
        ("₫500", 500, "VND"),
        ("500 dong", 500, "VND"),
        ("₱500", 500, "PHP"),
        ("500 Philippine pesos", 500, "PHP"),
        ("Rp 500", 500, "IDR"),
        ("₦500", 500, "NGN"),
        ("500 naira", 500, "NGN"),
        ("R500 million", 500000000.0, "ZAR"),
        ("500 million rand", 500000000.0, "ZAR"),
        ("KSh 500", 500, "KES"),
        ("500 Kenyan shillings", 500, "KES"),
        ("GH₵500", 500, "GHS"),
        ("500 cedis", 500, "GHS"),
        ("E£500", 500, "EGP"),
        ("LE 500", 500, "EGP"),
        ("500 Egyptian pounds", 500, "EGP"),
        ("500 Lebanese pounds", 500, "LBP"),
        ("500 Iraqi dinars", 500, "IQD"),
        ("500 Kuwaiti dinars", 500, "KWD"),
        ("500 UAE dirhams", 500, "AED"),
        ("AED 500", 500, "AED"),
        ("SR 500", 500, "SAR"),
        ("500 Saudi riyals", 500, "SAR"),
        ("500 Omani rials", 500, "OMR"),
        ("500 Iranian rials", 500, "IRR"),
        ("500 rials", 500, None),
        ("500 Turkish lira", 500, "TRY"),
        ("₺500", 500, "TRY"),
        ("500 TL", 500, "TRY"),
        ("₪500", 500, "ILS"),
        ("NIS 500", 500, "ILS"),
        ("500 shekels", 500, "ILS"),
        ("500 new Israeli shekels", 500, "ILS"),
        ("₸500", 500, "KZT"),
        ("500 tenge", 500, "KZT"),
        ("500 Georgian lari", 500, "GEL"),
        ("500 Armenian drams", 500, "AMD"),
        ("500 Azerbaijani manats", 500, "AZN"),
        ("500 Bangladeshi taka", 500, "BDT"),
        ("500 taka", 500, "BDT"),
        ("500 Nepalese rupees", 500, "NPR"),
        ("500 Sri Lankan rupees", 500, "LKR"),
        ("500 Pakistani rupees", 500, "PKR"),
        ("500 Mexican pesos", 500, "MXN"),
        ("500 Argentine pesos", 500, "ARS"),
        ("500 Chilean pesos", 500, "CLP"),
        ("500 Colombian pesos", 500, "COP"),
        ("500 Cuban pesos", 500, "CUP"),
        ("500 Brazilian reais", 500, "BRL"),
        ("500 reais", 500, "BRL"),
        ("500 Peruvian soles", 500, "PEN"),
        ("S/ 500", 500, "PEN"),
        ("500 bolivars", 500, "VES"),
        ("500 quetzals", 500, "GTQ"),
        ("500 lempiras", 500, "HNL"),
        ("500 Jamaican dollars", 500, "JMD"),
        ("J$500", 500, "JMD"),
        ("500 Taiwan dollars", 500, "TWD"),
        ("500 New Taiwan dollars", 500, "TWD"),
        ("500 Hong Kong dollars", 500, "HKD"),
        ("500 Singapore dollars", 500, "SGD"),
        ("500 New Zealand dollars", 500, "NZD"),
        ("500 Australian dollars", 500, "AUD"),
        ("500 Canadian dollars", 500, "CAD"),
        ("500 U.S. dollars", 500, "USD"),
        ("500 American dollars", 500, "USD"),
        ("500 US dollars", 500, "USD"),
        ("500 Belarusian rubles", 500, "BYN"),
        ("500 roubles", 500, "RUB"),
        ("₽500", 500, "RUB"),
        ("500 Bulgarian leva", 500, "BGN"),
        ("500 Hungarian forint", 500, "HUF"),
        ("Ft 500", 500, "HUF"),
        ("500 Serbian dinars", 500, "RSD"),
        ("500 Macedonian denars", 500, "MKD"),
        ("500 Albanian lek", 500, "ALL"),
        ("500 convertible marks", 500, "BAM"),
        ("500 Moldovan lei", 500, "MDL"),
        ("500 Croatian kuna", 500, "HRK"),
        ("500 kuna", 500, "HRK"),
        ("500 Icelandic kronur", 500, "ISK"),
        ("500 Czech koruna", 500, "CZK"),
        ("500 Czech crowns", 500, "CZK"),
        ("500 deutschmarks", 500, "DEM"),
        ("500 Deutsche marks", 500, "DEM"),
        ("DM 500", 500, "DEM"),
        ("500 French francs", 500, "FRF"),
        ("500 Swiss francs", 500, "CHF"),
        ("500 Italian lire", 500, "ITL"),
        ("500 CFA francs", 500, "XOF"),
        ("500 drachmas", 500, "GRD"),
        ("500 pesetas", 500, "ESP"),
        ("500 guilders", 500, None),
        ("50 cents", 0.5, "USD"),
        ("50 US cents", 0.5, "USD"),
        ("50 euro cents", 0.5, "EUR"),
        ("80 pence", 0.8, "GBP"),
        ("5 dollars and 20 cents", 5.2, "USD"),
        ("two dollars and fifty cents", 2.5, "USD"),
        ("three euros and ten cents", 3.1, "EUR"),
        ("£5 and 20 pence", 5.2, "GBP"),
        ("20 kopecks", 0.2, "RUB"),
        ("99 ¢", 0.99, "USD"),
        ("99¢", 0.99, "USD"),
        ("5 bucks", 5, "USD"),
        ("20 quid", 20, "GBP"),
        ("-$5", -5, "USD"),
        ("minus 20 dollars", -20, "USD"),
        ("6 pounds 20 pence", 6.2, "GBP"),
        ("200 rand", 200, "ZAR"),
        ("24 pula", 24, "BWP"),
        ("100 Falkland Islands pounds", 100, "FKP"),
        ("70 new Israeli shekels", 70, "ILS"),
        ("20 bitcoins", 20, "BTC"),
        ("3 million São Tomé and Príncipe dobras", 3000000, "STN"),
        ("50 Turkmenistani manat", 50, "TMT"),
        ("5 öre", 0.05, "SEK"),
        ("$ 5", 5, "USD"),
        ("5 $", 5, "USD"),
        ("5$", 5, "USD"),
        ("5€", 5, "EUR"),
        ("5 €", 5, "EUR"),
        ("€ 5", 5, "EUR"),
        ("EUR5m", 5000000.0, "EUR"),
        ("Euro 5 million", 5000000.0, "EUR"),
        ("euros 5 million", 5000000.0, "EUR"),
        ("5 mln euros", 5000000.0, "EUR"),
        ("5 mio EUR", 5000000.0, "EUR"),
        ("5m euros", 5000000.0, "EUR"),
        ("5bn euros", 5000000000.0, "EUR"),
        ("5-million-euro", 5000000.0, "EUR"),
        ("a 5 million euro", 5000000.0, "EUR"),
        ("a $5-million", 5000000.0, "USD"),
        ("$5-billion", 5000000000.0, "USD"),
        ("5-billion-dollar", 5000000000.0, "USD"),
        ("$2 trillion", 2000000000000.0, "USD"),
        ("2tn dollars", 2000000000000.0, "USD"),
        ("$2tn", 2000000000000.0, "USD"),
        ("$2T", 2000000000000.0, "USD"),
        ("2 thousand million euros", 2000000000.0, "EUR"),
        ("£1,234.56", 1234.56, "GBP"),
        ("$.50", 0.5, "USD"),
        ("$0.50", 0.5, "USD"),
        ("sixty-one billion dollars", 61000000000.0, "USD"),
        ("twelve hundred dollars", 1200, "USD"),
        ("three hundred fifty dollars", 350, "USD"),
        ("two hundred and one thousand three hundred dollars", 201300, "USD"),
        ("a couple of million dollars", 2000000.0, "USD"),
        ("an additional billion dollars", 1000000000.0, "USD"),
        ("5.50 usd", 5.5, "USD"),
        ("eur 20 million", 20000000.0, "EUR"),
        ("100 Bahrain dinars", 100, "BHD"),
        ("5 Norway kroner", 5, "NOK"),
        ("10 NT dollars", 10, "TWD"),
        ("one thousand dollars and fifteen cents", 1000.15, "USD"),
        ("a dozen euros", 12, "EUR"),
        ("two dozen million euros", 24000000.0, "EUR"),
        ("5 pounds sterling", 5, "GBP"),
        ("GBP 5", 5, "GBP"),
        ("UK£5", 5, "GBP"),
        ("£5m", 5000000.0, "GBP"),
        ("£5mn", 5000000.0, "GBP"),
        ("£5M", 5000000.0, "GBP"),
        ("GBP£5", 5, "GBP"),
        ("USD$5", 5, "USD"),
        ("$5USD", 5, "USD"),
        ("$5 USD", 5, "USD"),
        ("US $5 million", 5000000.0, "USD"),
        ("U.S. $5 million", 5000000.0, "USD"),
        ("Can$5", 5, "CAD"),
        ("$5 million Canadian", 5000000.0, "CAD"),
        ("Aus$5", 5, "AUD"),
        ("AUD$5", 5, "AUD"),
        ("5 million AUD", 5000000.0, "AUD"),
        ("dlrs 5 million", 5000000.0, "USD"),
        ("5 million dlrs", 5000000.0, "USD"),
        ("up to €500 million", 500000000.0, "EUR"),
        ("$1.5 billion per year", 1500000000.0, "USD"),
        ("€100 per month", 100, "EUR"),
        ("some $61 billion", 61000000000.0, "USD"),
        ("more than 40 billion euros", 40000000000.0, "EUR"),
    ],
)
def test_the_money_of_the_world(written: str, value: float, currency: str | None) -> None:
    (mention,) = amounts(f"They paid {written} for it.")
    assert (mention.value, mention.currency) == (value, currency)


@pytest.mark.parametrize(
    "text",
    [
        "They spoke at COP28 in Dubai.", "It is in the TOP 10 of the year.", "England won Euro 2024.", "They drank 500 drams of it.",
        "It was won by 12 marks.", "They met 50 crowns and 3 kings.", "The S-400 flew 5 real missions.", "TRY 5 times.",
    ],
)  # fmt: skip
def test_words_that_are_codes_or_names_of_money_too(text: str) -> None:
    assert amounts(text) == ()


def test_a_noun_behind_a_sum_is_no_sign() -> None:
    (mention,) = amounts("It was awarded $250,000 R&D grants.")
    assert (mention.quote, mention.currency) == ("$250,000", "USD")


def test_a_sum_glued_to_letters_is_read_without_a_fault() -> None:
    assert [a.value for a in amounts("₩0A")] in ([], [0])


@pytest.mark.parametrize(
    ("text", "converted"),
    [
        ("It gave 1.5 billion kroner, which is roughly $146 million, in May.", [False, True]),
        ("It gave 2 billion kroner (equivalent to EUR 195 million).", [False, True]),
        ("It put up 200 million kroner, at the time a little under 27 million euros, in May.", [False, True]),
        ("It gave 300 million kroner, then worth about 27 million euros.", [False, True]),
        ("It gave 300 million kroner, then 20 million euros.", [False, False]),
        ("It gave 20 million euros, which is 3 million euros more than before.", [False, False]),
    ],
)
def test_the_same_sum_in_another_currency(text: str, converted: list[bool]) -> None:
    assert [a.converted for a in amounts(text)] == converted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It gave more than EUR one billion to Kyiv.", 1e9), ("It gave CHF two hundred million to Kyiv.", 2e8),
        ("It gave 500.000 euros.", 5e5), ("It gave another half billion kronor.", 5e8), ("It gave half a billion kronor.", 5e8),
        ("It gave 1.250 million euros.", 1.25e6), ("It gave 12.5 euros.", 12.5),
    ],
)  # fmt: skip
def test_sums_in_words_behind_a_code_and_thousands_behind_a_point(text: str, value: float) -> None:
    assert [a.value for a in amounts(text)] == [value]


@pytest.mark.parametrize("text", ["Its aid exceeds 380 million euros.", "Its aid has surpassed 380 million euros."])
def test_what_exceeds_a_sum_is_at_least_that(text: str) -> None:
    assert [a.qualifier for a in amounts(text)] == ["at_least"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.148 EUR million", 1_148_000), ("1.148 EUR mn", 1_148_000), ("1,148 EUR million", 1_148_000_000), ("12.500 EUR", 12_500)],
)
def test_a_scale_behind_the_code_tells_a_decimal_point(text: str, value: float) -> None:
    found = sum_of(f"It gave {text} for buses.")
    assert (found.value, found.currency) == (value, "EUR")
