"""Tenures: posts taken, held, left and stood for; a title before a name is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

Find = Callable[[str], list[Claim]]


@pytest.fixture
def tenures(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2024-06-27", "tenure")


@pytest.mark.parametrize(
    ("text", "person", "status"),
    [
        ("Mark Rutte will be the next Secretary General of NATO.", "mark-rutte", "takes_office"),
        ("Rustem Umerov entered the cabinet in September 2023.", "rustem-umerov", "takes_office"),
        ("NATO has named Mark Rutte as its next Secretary General.", "mark-rutte", "takes_office"),
        ("Mark Rutte was appointed Secretary General of NATO.", "mark-rutte", "takes_office"),
        ("Mark Rutte becomes Secretary General of NATO in October.", "mark-rutte", "takes_office"),
        ("Jens Stoltenberg steps down in October.", "jens-stoltenberg", "leaves_office"),
        ("Dmytro Kuleba resigned as foreign minister of Ukraine.", "dmytro-kuleba", "leaves_office"),
        ("Dmytro Kuleba was dismissed as foreign minister of Ukraine.", "dmytro-kuleba", "leaves_office"),
        ("Dmytro Kuleba submitted his resignation to the Ukrainian parliament.", "dmytro-kuleba", "leaves_office"),
        ("Jens Stoltenberg, whose term ends in October, thanked Ukraine.", "jens-stoltenberg", "leaves_office"),
        ("Mark Rutte is a candidate to lead NATO.", "mark-rutte", "candidate"),
        ("Mark Rutte is the favourite to lead NATO.", "mark-rutte", "candidate"),
        ("Kaja Kallas is a contender for the top job at NATO.", "kaja-kallas", "candidate"),
        ("Ben Wallace served as UK defence secretary from 2019 to 2023.", "ben-wallace", "holds"),
        ("Dmytro Kuleba, foreign minister since 2020, spoke of air defence.", "dmytro-kuleba", "holds"),
        ("The outgoing US ambassador to Ukraine, Bridget Brink, praised the shells.", "bridget-brink", "leaves_office"),
    ],
)
def test_person_and_status(tenures: Find, text: str, person: str, status: str) -> None:
    (claim,) = tenures(text)
    assert claim.parties["person"] == (person,)
    assert claim.status == status


@pytest.mark.parametrize(
    "text",
    [
        "Secretary General Jens Stoltenberg welcomed the shells for Ukraine.",
        "The Ukrainian foreign minister, Dmytro Kuleba, arrived in Brussels.",
        "Mark Rutte did not become Secretary General of NATO.",
        "Mark Rutte could become Secretary General of NATO.",
        "Ukrainian troops left the town.",
        "Russia withdrew its forces from Kherson.",
        "Former British prime minister Boris Johnson urged allies to send Ukraine tanks.",
    ],
)
def test_no_tenure(tenures: Find, text: str) -> None:
    assert tenures(text) == []


def test_post_and_body(tenures: Find) -> None:
    (claim,) = tenures("Mark Rutte was appointed Secretary General of NATO.")
    assert (claim.post, claim.parties["body"]) == ("secretary_general", ("NATO",))


def test_several_people_leave(tenures: Find) -> None:
    claims = tenures("Resignations were tendered by Justice Minister Denys Malyuska and Foreign Minister Dmytro Kuleba.")
    assert [claim.parties["person"] for claim in claims] == [("denys-malyuska",), ("dmytro-kuleba",)]
    assert {claim.status for claim in claims} == {"leaves_office"}


@pytest.mark.parametrize(
    "text",
    [
        "Andrii Sybiha replaces Dmytro Kuleba as foreign minister of Ukraine.",
        "Dmytro Kuleba was replaced by Andrii Sybiha as foreign minister of Ukraine.",
    ],
)
def test_one_takes_what_the_other_leaves(tenures: Find, text: str) -> None:
    found = {(claim.parties["person"][0], claim.status, claim.post) for claim in tenures(text)}
    assert found == {("andrii-sybiha", "takes_office", "foreign_minister"), ("dmytro-kuleba", "leaves_office", "foreign_minister")}


def test_the_one_named_is_not_the_one_in_post(tenures: Find) -> None:
    claims = tenures("Andrii Sybiha named foreign minister of Ukraine")
    assert "dmytro-kuleba" not in {person for claim in claims for person in claim.parties["person"]}


def test_who_replaces_one_with_another_takes_no_post(tenures: Find) -> None:
    found = {
        (c.parties["person"][0], c.status)
        for c in tenures("Vladimir Putin replaced Sergei Shoigu with Andrei Belousov as defence minister.")
    }
    assert found == {("andrei-belousov", "takes_office"), ("sergei-shoigu", "leaves_office")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Andrii Sybiha now runs Ukraine's foreign ministry.", {("andrii-sybiha", "takes_office")}),
        ("The Ukrainian ministry of defence will be run by Rustem Umerov.", {("rustem-umerov", "takes_office")}),
        ("Ukraine's Oleksandr Kubrakov lost his post in May.", {("oleksandr-kubrakov", "leaves_office")}),
        ("Kaja Kallas, a friend of Ukraine, is tipped to become the EU's next foreign policy chief.", {("kaja-kallas", "candidate")}),
        (
            "Oleksii Reznikov handed in his resignation in Kyiv. Rustem Umerov is to succeed him.",
            {("oleksii-reznikov", "leaves_office"), ("rustem-umerov", "takes_office")},
        ),
        (
            "Zelensky replaced Valerii Zaluzhnyi as commander-in-chief with Oleksandr Syrskyi.",
            {("valerii-zaluzhnyi", "leaves_office"), ("oleksandr-syrskyi", "takes_office")},
        ),
        (
            "Kaja Kallas, who backs Ukraine, took over from Josep Borrell as the EU's top diplomat.",
            {("kaja-kallas", "takes_office"), ("josep-borrell", "leaves_office")},
        ),
        ("Zelensky accepted the resignation of Andriy Yermak. Ukraine waits.", {("andriy-yermak", "leaves_office")}),
        ("Ukraine's parliament approved Vitaliy Koval as agriculture minister.", {("vitaliy-koval", "takes_office")}),
        ("In Kyiv the justice portfolio goes to Olha Stefanishyna.", {("olha-stefanishyna", "takes_office")}),
        ("Rishi Sunak will be Britain's next prime minister after Penny Mordaunt gave up.", {("rishi-sunak", "takes_office")}),
        ("Romania's new president, Nicusor Dan, backs Ukraine.", {("nicusor-dan", "takes_office")}),
        ("Karol Nawrocki won Poland's presidential election; Ukraine congratulated him.", {("karol-nawrocki", "takes_office")}),
        ("Oleksii Reznikov, who had been in office since November 2021, praised Ukraine's army.", {("oleksii-reznikov", "holds")}),
        ("Mark Rutte, the front-runner to head NATO, spoke with Ukraine.", {("mark-rutte", "candidate")}),
    ],
)
def test_successions(tenures: Find, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(claim.parties["person"][0], claim.status) for claim in tenures(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Opponents called on Volodymyr Zelensky to resign.",
        "Whoever replaces Volodymyr Zelensky will need shells.",
        "Liz Truss left an official in Kyiv.",
        "Vladimir Putin runs a cruel war against Ukraine, Liz Truss said.",
        "Mark Rutte returned to NATO headquarters on Monday.",
    ],
)
def test_no_succession(tenures: Find, text: str) -> None:
    assert tenures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zelensky suspends the head of the security service, Ivan Bakanov.", {("ivan-bakanov", "leaves_office")}),
        ("In Kyiv, Vasyl Maliuk is running the agency in an acting capacity.", {("vasyl-maliuk", "holds")}),
        ("Allies of Ukraine agreed to extend Jens Stoltenberg's mandate by another year.", {("jens-stoltenberg", "holds")}),
        ("Ukraine's friends mourned the vote, which ended Mark Rutte's 14 years in power.", {("mark-rutte", "leaves_office")}),
        ("Robert Fico, back as Slovakia's premier, halted arms for Ukraine.", {("robert-fico", "takes_office")}),
        ("Grant Shapps's first trip abroad as defence secretary took him to Ukraine.", {("grant-shapps", "holds")}),
        ("Narendra Modi, now in his third term as Indian prime minister, came to Ukraine.", {("narendra-modi", "holds")}),
        ("Sebastien Lecornu keeps the defence portfolio and will visit Ukraine.", {("sebastien-lecornu", "holds")}),
        (
            "Ukraine heard that Kaja Kallas and Krisjanis Karins are being talked about as possible successors to Jens Stoltenberg.",
            {("kaja-kallas", "candidate"), ("krisjanis-karins", "candidate")},
        ),
        ("Giorgia Meloni, a friend of Ukraine, is set to head Italy's government.", {("giorgia-meloni", "takes_office")}),
        ("Romania's Marcel Ciolacu will stand in the presidential election; Ukraine watches.", {("marcel-ciolacu", "candidate")}),
        (
            "Kyiv is sending Olha Stefanishyna to Washington as ambassador in place of Oksana Markarova.",
            {("olha-stefanishyna", "takes_office"), ("oksana-markarova", "leaves_office")},
        ),
        (
            "Christopher Cavoli will be followed as Supreme Allied Commander Europe by Alexus Grynkewich. Ukraine welcomed it.",
            {("christopher-cavoli", "leaves_office"), ("alexus-grynkewich", "takes_office")},
        ),
        (
            "The Rada of Ukraine voted in new ministers: Herman Smetanin (strategic industries), Svitlana Hrynchuk (environment).",
            {("herman-smetanin", "takes_office"), ("svitlana-hrynchuk", "takes_office")},
        ),
        (
            "Mykola Tochytskyi will be in charge of culture in Ukraine's government, Svitlana Hrynchuk of the environment.",
            {("mykola-tochytskyi", "takes_office"), ("svitlana-hrynchuk", "takes_office")},
        ),
        (
            "Two of Ukraine's ministers handed in their resignations on Tuesday: Oleksandr Kamyshin and Ruslan Strilets.",
            {("oleksandr-kamyshin", "leaves_office"), ("ruslan-strilets", "leaves_office")},
        ),
        (
            "He kept Ben Wallace at defence and James Cleverly as foreign secretary, to the relief of Ukraine.",
            {("ben-wallace", "holds"), ("james-cleverly", "holds")},
        ),
    ],
)
def test_incumbents_and_rosters(tenures: Find, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(claim.parties["person"][0], claim.status) for claim in tenures(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ursula von der Leyen gave the post of chairman no thought when she met Volodymyr Zelensky.",
        "Ukraine has replaced the turbine with one made in Kharkiv, Denys Shmyhal said.",
        "New drones will take the place of helicopters, Rustem Umerov said.",
        "Russia's attack brought years of peace in Ukraine to an end, Olaf Scholz said.",
        "Volodymyr Zelensky remains in Kyiv.",
    ],
)
def test_no_incumbent(tenures: Find, text: str) -> None:
    assert tenures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dmytro Kuleba is from Ukraine. He had headed the foreign ministry since March 2020.", {("dmytro-kuleba", "holds")}),
        ("Mark Rutte spent almost 14 years as prime minister, and is a friend of Ukraine.", {("mark-rutte", "holds")}),
        ("Jens Stoltenberg, a friend of Ukraine, headed Norway's government from 2005 to 2013.", {("jens-stoltenberg", "holds")}),
        ("Rustem Umerov had been at the head of Ukraine's State Property Fund since September 2022.", {("rustem-umerov", "holds")}),
        ("Kaja Kallas, Estonia's prime minister from 2021 until this summer, backs Ukraine.", {("kaja-kallas", "holds")}),
        ("Dmytro Kuleba has been in office in Ukraine for more than four years.", {("dmytro-kuleba", "holds")}),
        ("Denys Shmyhal governed Ukraine for more than five years.", {("denys-shmyhal", "holds")}),
    ],
)
def test_careers(tenures: Find, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(claim.parties["person"][0], claim.status) for claim in tenures(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rishi Sunak was a guest in Kyiv for two years in a row.",
        "Rishi Sunak was in Kyiv from Monday to Tuesday.",
        "Volodymyr Zelensky led a minute of silence in Kyiv for 14 minutes.",
        "Mark Rutte worked as hard as before for Ukraine.",
    ],
)
def test_no_career(tenures: Find, text: str) -> None:
    assert tenures(text) == []


def test_contenders_of_the_race_that_the_text_opens_with(claims_of: Callable[..., list[Claim]]) -> None:
    text = (
        "Who will lead NATO?\n\nEstonian premier Kaja Kallas and Latvia's former prime minister Krisjanis Karins had been mentioned "
        "as contenders to help Ukraine's allies find a successor."
    )
    found = claims_of(text, "2024-06-21", "tenure")
    assert {(c.status, *c.parties["person"], *c.parties["body"]) for c in found} == {
        ("candidate", "kaja-kallas", "NATO"),
        ("candidate", "krisjanis-karins", "NATO"),
    }


def test_a_good_position_is_no_post(claims_of: Callable[..., list[Claim]]) -> None:
    text = "Volodymyr Zelensky has been in a strong position since May, his aide said."
    assert not claims_of(f"Kyiv and its allies\n\n{text}", "2024-12-19", "tenure")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Volodymyr Zelensky named intelligence chief Kyrylo Budanov to the post on Friday.", {("kyrylo-budanov", "takes_office")}),
        ("Andriy Yermak, whom Volodymyr Zelensky named as his envoy, is in Kyiv.", {("andriy-yermak", "takes_office")}),
        ("Pavlo Kyrylenko was made head of Ukraine's antimonopoly committee.", {("pavlo-kyrylenko", "takes_office")}),
        ("Ukraine signed decrees dismissing Mykola Savchuk as commander of its fleet.", {("mykola-savchuk", "leaves_office")}),
        (
            "Ukraine hopes to hear before Donald Trump, who complains about the cost of the war, takes office in January.",
            {("donald-trump", "takes_office")},
        ),
    ],
)
def test_the_order_of_words(tenures: Find, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(claim.parties["person"][0], claim.status) for claim in tenures(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Robert Fico returned to power in October and stopped arms for Ukraine.", {("robert-fico", "takes_office")}),
        ("Since he came to power in 2010 Viktor Orban has seldom helped Ukraine.", {("viktor-orban", "takes_office")}),
        ("Donald Tusk's government was sworn in on Wednesday and promised Ukraine arms.", {("donald-tusk", "takes_office")}),
        ("Ulf Kristersson's government took office in October 2022 and armed Ukraine.", {("ulf-kristersson", "takes_office")}),
        ("Rustem Umerov, only five months in office in Ukraine, called for shells.", {("rustem-umerov", "holds")}),
        ("Andrii Hnatov takes charge of Ukraine's Joint Forces.", {("andrii-hnatov", "takes_office")}),
        ("Boris Pistorius is a friend of Ukraine. He has held the ministry since January 2023.", {("boris-pistorius", "holds")}),
    ],
)
def test_power_and_command(tenures: Find, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(claim.parties["person"][0], claim.status) for claim in tenures(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Donald Trump nominated Marco Rubio as secretary of state, Ukraine's embassy noted.", {("marco-rubio", "candidate")}),
        ("Rustem Umerov was put forward for the post of defence minister of Ukraine.", {("rustem-umerov", "candidate")}),
        ("Petro Poroshenko of Ukraine declared his candidacy for president.", {("petro-poroshenko", "candidate")}),
    ],
)  # fmt: skip
def test_those_who_stand(tenures: Find, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(claim.parties["person"][0], claim.status) for claim in tenures(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dmytro Kuleba submitted his resignation letter to Ukraine's parliament.", {("dmytro-kuleba", "leaves_office")}),
        ("Andriy Yermak is no longer head of Ukraine's presidential office.", {("andriy-yermak", "leaves_office")}),
        ("Ukraine's envoy in Washington, Oksana Markarova, is leaving after four years.", {("oksana-markarova", "leaves_office")}),
        ("Marco Rubio will serve as interim national security adviser and speak for Ukraine.", {("marco-rubio", "takes_office")}),
        ("Hanno Pevkur, Estonia's defence minister for three years, armed Ukraine.", {("hanno-pevkur", "holds")}),
        ("Karol Nawrocki, the new president of Poland, visited Ukraine.", {("karol-nawrocki", "takes_office")}),
        ("Valery Gerasimov of Russia keeps his post as chief of the general staff.", {("valery-gerasimov", "holds")}),
    ],
)
def test_more_of_leaving_and_staying(tenures: Find, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(claim.parties["person"][0], claim.status) for claim in tenures(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Andriy Bohdan of Ukraine was stripped of his citizenship.",
        "Volodymyr Zelensky came to Kyiv with a plan.",
        "Rustem Umerov chaired the meeting on Ukraine's shells.",
        "Volodymyr Zelensky named three conditions for talks.",
        "Volodymyr Zelensky has foes in Moscow. They will replace him, Ukraine was told.",
        "Liz Truss used her first speech since she left Ukraine to call for arms.",
    ],
)
def test_no_change_of_post(tenures: Find, text: str) -> None:
    assert tenures(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dmytro Kuleba of Ukraine is likely to be sent to London as ambassador.", {("dmytro-kuleba", "candidate")}),
        ("Volodymyr Zelensky put forward Rustem Umerov as his successor.", {("rustem-umerov", "candidate")}),
        ("Jens Stoltenberg, a friend of Ukraine, is to chair the conference from February.", {("jens-stoltenberg", "takes_office")}),
        ("Colonel Petro Savchuk was named in June to lead the Ukrainian team.", {("petro-savchuk", "takes_office")}),
        ("Lieutenant Colonel Petro Savchuk has been appointed commander of a centre of Ukraine.", {("petro-savchuk", "takes_office")}),
        ("Keith Kellogg, whom Ukraine knows well, was left out.", set()),
        ("Jens Stoltenberg leaves NATO's helm after ten years in the post and will help Ukraine.", {("jens-stoltenberg", "leaves_office")}),
        ("Boris Pistorius, who had run the ministry since January 2023, armed Ukraine.", {("boris-pistorius", "holds")}),
    ],
)
def test_who_comes_next(tenures: Find, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(claim.parties["person"][0], claim.status) for claim in tenures(text)} == expected


def test_one_leaves_a_post_and_takes_another(tenures: Find) -> None:
    text = "Ukraine's parliament dismissed Denys Shmyhal, who is expected to take over the energy ministry."
    assert {claim.status for claim in tenures(text)} == {"leaves_office", "takes_office"}


def test_an_envoy_is_not_of_the_country_he_is_sent_to(tenures: Find) -> None:
    (claim,) = tenures("Donald Trump named Keith Kellogg envoy for Ukraine.")
    assert claim.parties["body"] == ("US",)


def test_a_presidential_candidate(tenures: Find) -> None:
    (claim,) = tenures("Mike Pence is the first GOP presidential candidate who goes to Ukraine.")
    assert (claim.status, claim.post) == ("candidate", "president")


@pytest.mark.parametrize(
    ("text", "person", "status"),
    [
        ("Reznikov, who was appointed in November 2021, visited a plant in Ukraine.", "oleksii-reznikov", "takes_office"),
        ("Ukraine chose well. Umerov smiled when parliament confirmed him on 6 September.", "rustem-umerov", "takes_office"),
        (
            "Von der Leyen told Kyiv that she would seek a second term as president of the European Commission.",
            "ursula-von-der-leyen",
            "candidate",
        ),
        ("The post of commissioner, for which Sikorski has been mentioned, matters to Ukraine.", "radek-sikorski", "candidate"),
        ("Two men are running for president of Ukraine: Petro Poroshenko and Volodymyr Zelensky.", "petro-poroshenko", "candidate"),
        ("Stoltenberg has been at the helm of NATO since 2014, Ukraine's envoy noted.", "jens-stoltenberg", "holds"),
    ],
)
def test_posts_the_clause_only_points_to(tenures: Find, text: str, person: str, status: str) -> None:
    assert [((person,), status)] == [(c.parties["person"], c.status) for c in tenures(text) if c.parties["person"] == (person,)]


@pytest.mark.parametrize(
    "text",
    [
        "Biden approved the request of Ukraine in May.",
        "Kyiv is tipped for a summit, Ukraine's Sybiha was told.",
        "Ukraine seeks a second term of the court.",
        "Joe Biden directed the Pentagon to send Ukraine shells before 20 January.",
        "On Thursday John Healey chaired the Ukraine Defence Contact Group.",
        "Earlier in the week John Healey led the Ukraine Defence Contact Group in a virtual session.",
    ],
)
def test_what_is_no_post(tenures: Find, text: str) -> None:
    assert tenures(text) == []


@pytest.mark.parametrize(
    ("text", "person", "status"),
    [
        ("Mark Brzezinski welcomed Ukraine's guests. In May Mark leaves office.", "mark-brzezinski", "leaves_office"),
        ("Martin Griffiths spoke in Kyiv. Griffiths is to leave his job in June, Ukraine heard.", "martin-griffiths", "leaves_office"),
        ("The president of Ukraine, Volodymyr Zelensky, keeps his post.", "volodymyr-zelensky", "holds"),
    ],
)
def test_people_by_one_of_their_names(tenures: Find, text: str, person: str, status: str) -> None:
    assert ((person,), status) in [(c.parties["person"], c.status) for c in tenures(text)]


def test_who_is_in_the_running(tenures: Find) -> None:
    (claim,) = tenures("Rutte is in the running for the post of secretary general of NATO, Ukraine was told.")
    assert (claim.status, claim.parties["person"]) == ("candidate", ("mark-rutte",))


@pytest.mark.parametrize(
    ("text", "person", "status", "post"),
    [
        ("Ukraine's top diplomat, Dmytro Kuleba, has handed in his notice.", "dmytro-kuleba", "leaves_office", "foreign_minister"),
        ("Kaja Kallas gave up the post of Estonian prime minister on Monday.", "kaja-kallas", "leaves_office", "prime_minister"),
        ("Dmytro Kuleba has asked to be released as foreign minister.", "dmytro-kuleba", "leaves_office", "foreign_minister"),
        ("Parliament heard Dmytro Kuleba's request to be relieved of his duties.", "dmytro-kuleba", "leaves_office", "foreign_minister"),
        ("Dmytro Kuleba was forced out of office on Monday.", "dmytro-kuleba", "leaves_office", "foreign_minister"),
        ("Dmytro Kuleba bows out as ministers change places.", "dmytro-kuleba", "leaves_office", "foreign_minister"),
        ("Valerii Zaluzhnyi, whom Zelensky removed from the top of the army in February 2024, is abroad.", "valerii-zaluzhnyi",
         "leaves_office", "commander_in_chief"),
        ("Yulia Svyrydenko is to take the place of Denys Shmyhal.", "yuliia-svyrydenko", "takes_office", "prime_minister"),
        ("Mark Rutte will be at the helm of NATO from October.", "mark-rutte", "takes_office", "secretary_general"),
        ("Mark Rutte counts on Ankara in his bid to succeed Jens Stoltenberg at the helm of NATO.", "mark-rutte", "candidate",
         "secretary_general"),
        ("Jens Stoltenberg smiled. The Norwegian has offered to go in October.", "jens-stoltenberg", "leaves_office", "secretary_general"),
        ("Mark Rutte, who led the Netherlands for 14 years, goes to NATO in October 2024.", "mark-rutte", "holds", "prime_minister"),
    ],
)  # fmt: skip
def test_tenures_in_other_words(claims_of: Callable[..., list[Claim]], text: str, person: str, status: str, post: str) -> None:
    found = [(claim.parties["person"], claim.status, claim.post) for claim in claims_of(text, "2024-06-05", "tenure")]
    assert ((person,), status, post) in found


@pytest.mark.parametrize(
    "text",
    [
        "Dmytro Kuleba named two cases in which he would give up his office.",
        "Dmytro Kuleba said that he would step down only at the president's request.",
        "Dmytro Kuleba had to go to Brussels on Monday.",
        "Volodymyr Zelensky gave up his seat to a wounded soldier on the train.",
        "Dmytro Kuleba asked to be excused for missing the call.",
        "Ursula von der Leyen was forced out of the room.",
        "Olaf Scholz handed in his notice to quit the flat.",
        "Volodymyr Zelensky is due to leave on Friday.",
        "Emmanuel Macron is expected to leave after the dinner.",
    ],
)
def test_who_has_not_left(claims_of: Callable[..., list[Claim]], text: str) -> None:
    assert not [claim for claim in claims_of(text, "2024-06-05", "tenure") if claim.status == "leaves_office"]


@pytest.mark.parametrize(
    "text",
    [
        "Jens Stoltenberg will be in office until October.",
        "Donald Tusk will be in office on Monday.",
        "Volodymyr Zelensky will be at the head of the delegation on Friday.",
        "Mark Rutte takes the place of Joe Biden at the table in Kyiv.",
        "Boris Pistorius took the place of Olaf Scholz at the summit.",
    ],
)
def test_who_has_not_come(claims_of: Callable[..., list[Claim]], text: str) -> None:
    assert not [claim for claim in claims_of(text, "2024-05-01", "tenure") if claim.status == "takes_office"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ukraine's parliament dismissed Denys Shmyhal and appointed his deputy, Yuliia Svyrydenko, to succeed him.",
            {("denys-shmyhal", "leaves_office"), ("yuliia-svyrydenko", "takes_office")},
        ),
        (
            "Zelensky relieved Valerii Zaluzhnyi of his duties and named Oleksandr Syrskyi as his replacement.",
            {("valerii-zaluzhnyi", "leaves_office"), ("oleksandr-syrskyi", "takes_office")},
        ),
        ("Dmytro Kuleba is likely to be replaced by Andrii Sybiha, Ukraine's deputy minister.", {("andrii-sybiha", "candidate")}),
        ("Lloyd Austin, who led the Pentagon until January, helped Ukraine.", {("lloyd-austin", "holds")}),
        ("Ben Wallace left as defence secretary in August and went to Ukraine.", {("ben-wallace", "leaves_office")}),
        ("Joe Biden and Volodymyr Zelensky talked for an hour and left without a deal.", set()),
        ("Next week, President Joe Biden will call Volodymyr Zelensky.", set()),
    ],
)
def test_those_who_follow_and_those_who_only_leave_a_room(tenures: Find, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(claim.parties["person"][0], claim.status) for claim in tenures(text)} == expected


def test_since_when_is_not_when_it_ends(tenures: Find) -> None:
    left = [
        c for c in tenures("Dmytro Kuleba, in office since March 2020, has asked to step down in Ukraine.") if c.status == "leaves_office"
    ]
    assert [claim.date for claim in left] != ["2020-03"]


def test_the_head_of_an_office_has_its_post(tenures: Find) -> None:
    (claim,) = tenures("Andriy Yermak, the head of Ukraine's presidential office, resigned.")
    assert claim.post == "head_of_presidential_office"
