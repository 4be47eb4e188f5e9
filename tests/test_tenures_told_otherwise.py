"""Tenures beside other news: successors in apposition, posts told with a name, clauses that only place another event in time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Find = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oleksii Reznikov was dismissed as Ukraine's defence minister on Monday. His successor, Rustem Umerov, promised reforms.",
            [("oleksii-reznikov", "leaves_office"), ("rustem-umerov", "takes_office")],
        ),
        ("The Rada voted to sack Oleksii Reznikov as defence minister of Ukraine.", [("oleksii-reznikov", "leaves_office")]),
        ("Keith Kellogg is Trump's nominee for special envoy to Ukraine.", [("keith-kellogg", "candidate")]),
        ("Rustem Umerov appointed defence minister of Ukraine", [("rustem-umerov", "takes_office")]),
        ("Zelensky appointed General Andrii Hnatov chief of the General Staff of Ukraine.", [("andrii-hnatov", "takes_office")]),
        ("Alexander Stubb, who backs Ukraine, is a popular president of Finland.", [("alexander-stubb", "holds")]),
        ("Mykhailo Drapatyi was put in charge of Ukraine's ground forces.", [("mykhailo-drapatyi", "takes_office")]),
        (
            "Kaja Kallas resigned as Estonian prime minister in June to become the EU's top diplomat, an aide to Kyiv said.",
            [("kaja-kallas", "leaves_office"), ("kaja-kallas", "takes_office")],
        ),
        (
            "Valerii Zaluzhnyi, who was sacked as commander-in-chief, is now Ukraine's ambassador to London.",
            [("valerii-zaluzhnyi", "leaves_office"), ("valerii-zaluzhnyi", "holds")],
        ),
        (
            "Trump, just inaugurated as president once more, was sending a message about Ukraine.",
            [("donald-trump", "takes_office")],
        ),
    ],
)
def test_who_takes_and_leaves(claims_of: Find, text: str, expected: list[tuple[str, str]]) -> None:
    found = claims_of(text, "2024-09-10", "tenure")
    assert sorted((c.parties["person"][0], c.status) for c in found) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Moscow repeats that Zelensky is an illegitimate president of Ukraine.",
        "Kyiv was shaken by an affair that ended with the departure of an adviser of his.",
    ],
)
def test_judgements_and_unnamed_aides_hold_no_post(claims_of: Find, text: str) -> None:
    assert claims_of(text, "2024-09-10", "tenure") == []


def test_who_led_is_not_the_one_named_next(claims_of: Find) -> None:
    text = "Denys Shmyhal, who served as prime minister of Ukraine from 2020 to 2025, and Rustem Umerov, a lawmaker, flew to Kyiv."
    assert {c.parties["person"][0] for c in claims_of(text, "2025-09-10", "tenure")} == {"denys-shmyhal"}


def test_the_one_replaced_leaves_the_post_that_the_other_takes(claims_of: Find) -> None:
    text = "Yulia Svyrydenko was named prime minister of Ukraine on 17 July 2025, replacing Denys Shmyhal."
    assert {c.post for c in claims_of(text, "2025-09-10", "tenure")} == {"prime_minister"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The outgoing NATO secretary general, Jens Stoltenberg, arrived in Kyiv on Monday.", None),
        ("The new Ukrainian defence minister, Rustem Umerov, met Lloyd Austin on Monday.", None),
        ("Before he was elected, Zelensky was a comedian in Ukraine.", None),
        ("Nawrocki will take office as president of Poland in August, Ukraine's envoy said.", "2025-08"),
        ("Andrii Sybiha took office as foreign minister of Ukraine in April.", "2024-04"),
    ],
)
def test_when(claims_of: Find, text: str, day: str | None) -> None:
    (claim,) = claims_of(text, "2024-09-10", "tenure")
    assert claim.date == day


def test_a_gift_before_an_older_event_is_older_news(claims_of: Find) -> None:
    (claim,) = claims_of("Before Robert Fico came back in 2023, Slovakia gave Ukraine 13 jets.", "2024-09-10", "commitment")
    assert (claim.date, claim.period) == (None, None)


def test_a_meeting_to_come_is_in_the_month_to_come(claims_of: Find) -> None:
    (claim,) = claims_of("Zelensky will meet Keir Starmer in Kyiv in August.", "2024-09-10", "meeting")
    assert claim.date == "2025-08"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ukraine's new army chief, General Oleksandr Syrskyi, who took over from Valerii Zaluzhnyi in February, spoke.",
            {("oleksandr-syrskyi", "takes_office", "army_chief"), ("valerii-zaluzhnyi", "leaves_office", "commander_in_chief")},
        ),
        (
            "Volodymyr Zelensky dismissed Ukraine's ambassador to Britain, Vadym Prystaiko, after a quarrel.",
            {("vadym-prystaiko", "leaves_office", "ambassador")},
        ),
        (
            "Ihor Klymenko, acting interior minister of Ukraine, was confirmed in the post on 7 February 2023.",
            {("ihor-klymenko", "takes_office", "interior_minister")},
        ),
        ("Zelensky is ready to leave office if it brings peace to Ukraine, he said.", set()),
    ],
)
def test_which_post(claims_of: Find, text: str, expected: set[tuple[str, str, str]]) -> None:
    found = claims_of(text, "2024-09-10", "tenure")
    assert {(c.parties["person"][0], c.status, c.post) for c in found} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Olena Zelenska became an ambassador for the school lunch programme in Ukraine.",
        "Valerii Zaluzhnyi became a goodwill ambassador of Ukraine's aid campaign.",
        "Rumours that Valerii Zaluzhnyi had been sacked were denied in Kyiv.",
    ],
)
def test_goodwill_and_rumours_are_no_posts(claims_of: Find, text: str) -> None:
    assert claims_of(text, "2024-09-10", "tenure") == []


def test_a_second_term_is_one_thing(claims_of: Find) -> None:
    (claim,) = claims_of(
        "Ursula von der Leyen began her second term as head of the European Commission on 1 December, Ukraine's envoy noted.",
        "2024-12-10",
        "tenure",
    )
    assert (claim.status, claim.date) == ("takes_office", "2024-12-01")


def test_the_day_of_a_meeting_is_not_the_year_since_somebody_holds_his_post(claims_of: Find) -> None:
    (claim,) = claims_of("Viktor Orban, Hungary's prime minister since 2010, met Zelensky in Kyiv.", "2024-07-02", "meeting")
    assert claim.date == "2024-07-02"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukraine votes. Scholz lost the chancellery in 2025.", {("olaf-scholz", "leaves_office", "chancellor")}),
        ("Ukraine votes. Rishi Sunak lost power in July 2024.", {("rishi-sunak", "leaves_office", "prime_minister")}),
        (
            "Ukraine votes. Denys Shmyhal is tipped to move to the energy ministry, vacant since Svitlana Hrynchuk was thrown out.",
            {("denys-shmyhal", "candidate", "energy_minister"), ("svitlana-hrynchuk", "leaves_office", "energy_minister")},
        ),
        (
            "Ukraine votes. Andriy Yermak left the president's office on November 28.",
            {("andriy-yermak", "leaves_office", "head_of_presidential_office")},
        ),
        (
            "Ukraine votes. Oksana Markarova represented Ukraine in Washington until 2025.",
            {("oksana-markarova", "holds", "ambassador")},
        ),
    ],
)
def test_posts_in_other_words(claims_of: Find, text: str, expected: set[tuple[str, str, str]]) -> None:
    found = {(c.parties["person"][0], c.status, c.post) for c in claims_of(text, "2025-12-20", "tenure")}
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine votes. Rustem Umerov represented Ukraine in Istanbul on Monday.",
        "Ukraine votes. A lawyer represents Ukraine in the case.",
    ],
)
def test_who_speaks_for_a_country_once_holds_no_post(claims_of: Find, text: str) -> None:
    assert claims_of(text, "2025-12-20", "tenure") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Robert Brovdi was given the command of Ukraine's Unmanned Systems Forces.", {("robert-brovdi", "takes_office")}),
        ("Mykhailo Drapatyi now heads the Joint Forces of Ukraine.", {("mykhailo-drapatyi", "takes_office")}),
        ("The new Romanian defence minister is Radu Pletea, Kyiv learnt.", {("radu-pletea", "takes_office")}),
        ("Germany has appointed Heiko Thoms its ambassador to Ukraine.", {("heiko-thoms", "takes_office")}),
        (
            "Tanel Kask, a former head of the Estonian ministry's policy department, is to hand over to Helen Roos on Aug. 1, Kyiv said.",
            {("tanel-kask", "leaves_office"), ("helen-roos", "takes_office")},
        ),
        (
            "Anton Korynevych, who held these duties for Ukraine, was released from them at his own request.",
            {("anton-korynevych", "leaves_office")},
        ),
        ("Artem Nekrasov minds the energy ministry of Ukraine for the time being.", {("artem-nekrasov", "holds")}),
        ("Matthew Whitaker arrived as US ambassador to NATO in April, Ukraine's envoy recalled.", {("matthew-whitaker", "takes_office")}),
        ("Arsen Zhumadilov, who buys arms for Ukraine, was kept on for another year.", {("arsen-zhumadilov", "holds")}),
        (
            "The vacancy left by Andriy Yermak was filled by Kyrylo Budanov.",
            {("andriy-yermak", "leaves_office"), ("kyrylo-budanov", "takes_office")},
        ),
        ("Natalka Cmoc, Canada's ambassador to Ukraine, completed her posting in September.", {("natalka-cmoc", "leaves_office")}),
        ("He told Kyiv that Mélanie Joly of Canada remains in charge of foreign affairs.", {("melanie-joly", "holds")}),
        ("Romania's new defence minister, Radu Pletea, promised Ukraine drones.", {("radu-pletea", "takes_office")}),
    ],
)
def test_posts_handed_on_minded_and_kept(claims_of: Callable[..., list[Claim]], text: str, expected: set[tuple[str, str]]) -> None:
    claims = claims_of(text, "2025-06-16", "tenure")
    assert {(claim.parties["person"][0], claim.status) for claim in claims} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Ukrainian delegation arrived as planned.",
        "The vacancy left by the closure in Kyiv was filled by Polish firms.",
        "Dmytro Kuleba, once a critic, now supports the plan.",
        "Olaf Scholz was kept on hold for another hour by Kyiv.",
        "Boris Pistorius handed over the keys to the Ukrainian crew.",
        "The general runs the war for now from Kyiv.",
    ],
)
def test_what_is_handed_on_or_kept_and_is_no_post(claims_of: Callable[..., list[Claim]], text: str) -> None:
    assert claims_of(text, "2025-06-16", "tenure") == []


def test_a_stranger_introduced_beside_another_noun_is_known_by_surname_later(claims_of: Callable[..., list[Claim]]) -> None:
    text = 'The mission in Kyiv is led by an envoy, Rita Lara. "We stay," Lara said.'
    (claim,) = claims_of(text, "2025-06-16", "statement")
    assert claim.parties["speaker"] == ("rita-lara",)


def test_the_deputy_of_somebody_is_of_his_post(claims_of: Callable[..., list[Claim]]) -> None:
    (claim,) = claims_of("Radmila Shekerinska has been Mark Rutte's deputy since December, Kyiv noted.", "2025-06-16", "tenure")
    assert (claim.post, claim.parties["body"]) == ("deputy_secretary_general", ("NATO",))


@pytest.mark.parametrize(
    ("text", "person", "status", "post", "body"),
    [
        (
            "The cabinet appointed the former ambassador to Japan, Ihor Bondar, as deputy minister of defence of Ukraine.",
            "ihor-bondar", "takes_office", "deputy_defence_minister", "UA",
        ),
        (
            "Former Prime Minister of the Netherlands Mark Rutte took over the post of Secretary General of NATO, Kyiv noted.",
            "mark-rutte", "takes_office", "secretary_general", "NATO",
        ),
        (
            "Ukraine's parliament has approved Volodymyr Zelensky's nominee, Andrii Sybiha, as the country's new foreign minister.",
            "andrii-sybiha", "takes_office", "foreign_minister", "UA",
        ),
        (
            "Jens Stoltenberg will become the head of the Munich Security Conference, Kyiv noted.",
            "jens-stoltenberg", "takes_office", "head", "Munich-Security-Conference",
        ),
    ],
)  # fmt: skip
def test_the_post_that_is_taken_is_not_the_one_held_before(
    claims_of: Callable[..., list[Claim]], text: str, person: str, status: str, post: str, body: str
) -> None:
    (claim,) = claims_of(text, "2024-09-16", "tenure")
    assert (claim.parties["person"], claim.status, claim.post, claim.parties["body"]) == ((person,), status, post, (body,))


def test_who_puts_up_a_candidate_is_none(claims_of: Callable[..., list[Claim]]) -> None:
    text = "Volodymyr Zelensky proposed a candidate for the new head of Ukraine's foreign ministry."
    assert claims_of(text, "2024-09-04", "tenure") == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Volodymyr Zelensky replaced his defence minister with Rustem Umerov.", ["rustem-umerov"]),
        ("Volodymyr Zelensky is replacing his prime minister.", []),
        ("Rustem Umerov will step in as defence minister of Ukraine on Monday.", ["rustem-umerov"]),
    ],
)
def test_who_replaces_another_takes_no_post(claims_of: Callable[..., list[Claim]], text: str, person: list[str]) -> None:
    found = claims_of(text, "2023-09-04", "tenure")
    assert [(p, c.status) for c in found for p in c.parties["person"]] == [(p, "takes_office") for p in person]


@pytest.mark.parametrize(
    ("text", "person", "post"),
    [
        ("Zelensky wants Rustem Umerov, the outgoing defence minister of Ukraine, to stay in Kyiv.", "rustem-umerov", "defence_minister"),
        ("Josep Borrell, the EU's outgoing foreign policy chief, visited Kyiv.", "josep-borrell", "high_representative"),
    ],
)
def test_the_outgoing_holder_behind_the_name(claims_of: Callable[..., list[Claim]], text: str, person: str, post: str) -> None:
    (claim,) = claims_of(text, "2024-11-09", "tenure")
    assert (claim.parties["person"], claim.status, claim.post) == ((person,), "leaves_office", post)


def test_those_who_handed_in_their_notice(claims_of: Callable[..., list[Claim]]) -> None:
    text = "Others who handed in their notice that day were the ministers Olha Stefanishyna and Oleksandr Kamyshin."
    found = claims_of(text, "2024-09-04", "tenure")
    assert {(c.parties["person"][0], c.status) for c in found} == {
        ("olha-stefanishyna", "leaves_office"), ("oleksandr-kamyshin", "leaves_office"),
    }  # fmt: skip
