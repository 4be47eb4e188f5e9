"""Proposals: who urges whom to act, in sentences of our own."""

from __future__ import annotations

import pytest

from promissory.extraction.extracting import find_drafts, set_scene
from promissory.extraction.scene import Draft
from promissory.model import Document, Published
from promissory.packs import load_pack
from tests.conftest import ClaimsOf


def urged(text: str) -> list[Draft]:
    """The drafts of proposals of a text, before the ranker weighs them."""
    scene = set_scene(Document(text=text, source="test", published=Published("2024-09-10", "given")), load_pack())
    return [draft for draft in find_drafts(scene) if draft.kind == "proposal"]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("Poland urged Germany to open its borders to Ukraine.", ["PL"], ["DE"]),
        ("Poland called on Germany to open its borders to Ukraine.", ["PL"], ["DE"]),
        ("Germany was urged by Poland to open its borders.", ["PL"], ["DE"]),
        ("Olaf Scholz called for Russia to leave Ukraine.", ["olaf-scholz"], ["RU"]),
        ("Poland demanded that Russia leave Ukraine.", ["PL"], ["RU"]),
        ("In the UN General Assembly 141 states backed a resolution calling on Russia to retreat.", ["UN-General-Assembly"], ["RU"]),
        ("Poland recommended that Germany should open its borders.", ["PL"], ["DE"]),
        ("Olaf Scholz said that Russia must leave Ukraine.", ["olaf-scholz"], ["RU"]),
        ("“Russia must leave Ukraine,” Olaf Scholz said.", ["olaf-scholz"], ["RU"]),
        ("Olaf Scholz stressed the need for Russia to leave Ukraine.", ["olaf-scholz"], ["RU"]),
        ("Poland wants Germany to open its borders to Ukraine.", ["PL"], ["DE"]),
        ("Poland told Russia to leave Ukraine.", ["PL"], ["RU"]),
        ("Germany should open its borders to Ukraine.", [], ["DE"]),
        ("Poland asked Germany to open its borders.", ["PL"], ["DE"]),
        ("Germany was asked by Poland to open its borders.", ["PL"], ["DE"]),
        ("Olaf Scholz said that Russia needs to leave Ukraine.", ["olaf-scholz"], ["RU"]),
        ("Jens Stoltenberg said the West should prepare for a long war.", ["jens-stoltenberg"], ["partners"]),
        ("Jens Stoltenberg urged allies to train faster for Ukraine.", ["jens-stoltenberg"], ["NATO"]),
        ("Poland called on Germany in an interview with a newspaper to open its borders.", ["PL"], ["DE"]),
        ("Poland demanded in a resolution that Germany confiscate the money.", ["PL"], ["DE"]),
    ],
)  # fmt: skip
def test_who_urges_whom(text: str, by: list[str], to: list[str]) -> None:
    found = urged(text)
    assert [(d.parties.get("by", []), d.parties.get("to", [])) for d in found] == [(by, to)], found


@pytest.mark.parametrize(
    "text",
    [
        "Poland did not urge Germany to open its borders.",
        "Poland could urge Germany to open its borders.",
        "If Poland urges Germany to open its borders, Ukraine will be glad.",
        "Should Germany open its borders, Ukraine will be glad.",
        "Poland told Germany that Ukraine was right.",
        "Ukraine called for more tanks.",
        "Ukraine asked Germany to send tanks.",
        "Ukraine asked Germany to help its army.",
        "Poland told Germany how to open its borders.",
        "Olaf Scholz said that Ukraine needs to defend itself.",
        "Olaf Scholz said that Germany does not need to open its borders.",
        "Olaf Scholz said that Germany needs to open its borders.",
        "Vladimir Putin should know the price, Olaf Scholz said.",
        "Ukraine must have been tired.",
        "A first batch should arrive in Ukraine in June, Olaf Scholz said.",
        "Olaf Scholz pressed on to Kyiv.",
    ],
)
def test_nobody_urged(text: str) -> None:
    assert urged(text) == []


def test_rejected() -> None:
    found = urged("Russia dismissed Ukraine's proposal to meet in Geneva.")
    assert [(d.status, d.parties["by"], d.parties["to"]) for d in found] == [("rejected", ["UA"], ["RU"])]


def test_told_by_another() -> None:
    found = urged("Poland is urging Germany to open its borders, Volodymyr Zelensky said.")
    assert [(d.parties["by"], d.slots.get("attributed_to")) for d in found] == [(["PL"], ("volodymyr-zelensky",))]


def test_demand_on_nobody_named_is_made_of_the_partners() -> None:
    found = urged("Volodymyr Zelensky demanded that the limits be lifted.")
    assert [(d.parties["to"], bool(d.inferred.get("to"))) for d in found] == [(["partners"], True)]


@pytest.mark.parametrize(
    "text",
    [
        "Russia accused the West of pressing Ukraine to fight on.",
        "Do we want Germany to open its borders?",
        "Poland demanded more tanks from Germany.",
    ],
)
def test_charges_questions_and_goods_urge_nobody(text: str) -> None:
    assert urged(text) == []


def test_limits_to_be_lifted() -> None:
    found = urged("Olaf Scholz called for the limits to be lifted by Poland.")
    assert [d.parties["by"] for d in found] == [["olaf-scholz"]]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("It is time for Germany to open its borders, Donald Tusk said of Ukraine.", ["donald-tusk"], ["DE"]),
        ("It is vital that NATO agree on a plan for Ukraine, Donald Tusk said.", ["donald-tusk"], ["NATO"]),
        ("Donald Tusk said Germany ought to open its borders to Ukraine.", ["donald-tusk"], ["DE"]),
        ("A Polish demand for Germany to open its borders to Ukraine was met with silence.", ["PL"], ["DE"]),
        ("Donald Tusk renewed his call on Germany to open its borders to Ukraine.", ["donald-tusk"], ["DE"]),
        ("Germany is invited to open its borders to Ukraine, Donald Tusk said.", ["donald-tusk"], ["DE"]),
        ("“Stop this war on Ukraine,” Donald Tusk implored Vladimir Putin.", ["donald-tusk"], ["vladimir-putin"]),
        ("“Give Ukraine a chance,” Donald Tusk said.", ["donald-tusk"], ["partners"]),
        ("“We should talk to Ukraine first,” Donald Tusk said.", ["donald-tusk"], ["partners"]),
        ("The Bundestag adopted a resolution calling on Russia to leave Ukraine.", ["Bundestag"], ["RU"]),
        ("The European Parliament recommends that member states admit Ukraine.", ["European-Parliament"], ["EU"]),
        ("Jens Stoltenberg said that NATO needs to agree on a plan for Ukraine.", ["jens-stoltenberg"], ["NATO"]),
        ("Kaja Kallas called for long-range missiles to be sent to Ukraine.", ["kaja-kallas"], ["partners"]),
        ("Donald Tusk said that Russia should be expelled from the G20 over Ukraine.", ["donald-tusk"], ["G20"]),
    ],
)  # fmt: skip
def test_other_ways_to_urge(text: str, by: list[str], to: list[str]) -> None:
    found = urged(text)
    assert (by, to) in [(d.parties.get("by", []), d.parties.get("to", [])) for d in found], found


def test_list_of_demands() -> None:
    found = urged("Poland calls on the European Union to:\n\n- impose sanctions on Russian oil;\n- close its ports to Russian ships.")
    assert [(d.parties["by"], d.parties["to"]) for d in found if d.rule == "list"] == [(["PL"], ["EU"])] * 2


def test_address_to_a_nation() -> None:
    text = "Address by Volodymyr Zelensky\n\nGreat people of Ukraine!\n\nWe are strong. I am with you. Go to the shelters of Kyiv tonight!"
    assert [(d.parties["by"], d.parties["to"]) for d in urged(text)] == [(["volodymyr-zelensky"], ["UA"])]


@pytest.mark.parametrize(
    "text",
    [
        "“Thank you for Ukraine,” Donald Tusk said.",
        "“We must remember Ukraine,” Donald Tusk said.",
        "Subscribe to our channel on Ukraine.",
        "Donald Tusk was invited to visit Ukraine.",
        "Ukraine must rely on its own forces.",
    ],
)
def test_phrases_urge_nobody(text: str) -> None:
    assert urged(text) == []


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("Ukraine should get more air defence, Josep Borrell said.", ["josep-borrell"], ["partners"]),
        ("Kyiv must be given long-range missiles, Josep Borrell said.", ["josep-borrell"], ["partners"]),
        ("More shells must reach Ukraine, Josep Borrell said.", ["josep-borrell"], ["partners"]),
        ("Josep Borrell urged the international community to seize the assets.", ["josep-borrell"], ["partners"]),
        ("Josep Borrell asked foreign companies to leave Russia.", ["josep-borrell"], ["partners"]),
        ("China urged both sides to resume talks on Ukraine.", ["CN"], ["UA", "RU"]),
        ("If Berlin is serious, it should send tanks to Ukraine, Josep Borrell said.", ["josep-borrell"], ["DE"]),
        ("Poland should send Ukraine tanks, the prime minister said.", ["donald-tusk"], ["PL"]),
        ("Joe Biden, Olaf Scholz and Emmanuel Macron demanded that Russia stop.", ["joe-biden", "olaf-scholz", "emmanuel-macron"], ["RU"]),
    ],
)
def test_those_left_out_or_in_a_row(text: str, by: list[str], to: list[str]) -> None:
    draft = urged(text)[0]
    assert sorted(draft.parties["by"]) == sorted(by)
    assert draft.parties["to"] == to


def test_points_of_a_plan() -> None:
    plan = "Volodymyr Zelensky's plan has five points."
    text = f"{plan} First, partners should lift the limits on strikes in Russia. Second, Kyiv must join NATO."
    assert [d.parties["by"] for d in urged(text)] == [["volodymyr-zelensky"]] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Putin must be laughing, an aide joked.",
        "Ukraine will call for volunteers next month.",
        "Warsaw must repay the loan by 2040 under the deal with Ukraine.",
        "Kyiv has been pleading for the weapon as Russian troops edge forward.",
    ],
)
def test_guesses_plans_and_duties_urge_nobody(text: str) -> None:
    assert urged(text) == []


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("The G7 demand that Russia end its war against Ukraine.", ["G7"], ["RU"]),
        ("The G7 urge all states that committed to reporting their arms for Ukraine to keep their word.", ["G7"], ["partners"]),
        ("Emmanuel Macron counts on the United States to stand by Ukraine.", ["emmanuel-macron"], ["US"]),
        ("Lithuania has proposed that the EU set up a tribunal on Ukraine.", ["LT"], ["EU"]),
        ("The time has come for Europe to stand by Ukraine, Emmanuel Macron said.", ["emmanuel-macron"], ["EU"]),
        ("Europe has to arm Ukraine faster, Emmanuel Macron said.", ["emmanuel-macron"], ["EU"]),
        ("Another US demand is for Ukraine to hold elections.", ["US"], ["UA"]),
        ("Volodymyr Zelensky wants a NATO invitation now.", ["volodymyr-zelensky"], ["NATO"]),
        ("In an open letter, forty experts urged the West to arm Ukraine.", [], ["partners"]),
        ("Foreign journalists are asked to hear experts from Ukraine.", [], ["partners"]),
        ("Scholz urged to send tanks to Ukraine", [], ["olaf-scholz"]),
        ("Civil society has called on the international community to arm Ukraine.", ["society"], ["partners"]),
    ],
)
def test_demands_in_other_words(text: str, by: list[str], to: list[str]) -> None:
    draft = urged(text)[0]
    assert [w.removeprefix("civil-") for w in draft.parties["by"]] == by
    assert draft.parties["to"] == to


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("“Europe should not be naive about Russia,” argued Kaja Kallas.", "kaja-kallas"),
        ("Let Ukraine strike back, Boris Johnson wrote.", "boris-johnson"),
        ("Kyiv is insisting on a full withdrawal of Russian troops.", "UA"),
        ("An amendment by Bernie Sanders to strip Ukraine of aid was put to a vote.", "bernie-sanders"),
    ],
)
def test_conduct_bidding_and_papers(text: str, by: str) -> None:
    assert urged(text)[0].parties["by"] == [by]


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("Boris Pistorius said that Ukraine would do better to save its shells.", ["boris-pistorius"], ["UA"]),
        ("Boris Pistorius said that Warsaw would be well advised to help Ukraine.", ["boris-pistorius"], ["PL"]),
        ("“Ukraine better save its shells, fast,” Boris Pistorius said.", ["boris-pistorius"], ["UA"]),
        ("Russian attacks on schools in Ukraine have to stop, Boris Pistorius said.", ["boris-pistorius"], ["RU"]),
        ("Kyiv would be wise to save its shells, Boris Pistorius said.", ["boris-pistorius"], ["UA"]),
        ("The time has come to lift the limits on Ukraine, Boris Pistorius said.", ["boris-pistorius"], []),
        ("Stronger sanctions on Russia are needed, Boris Pistorius said.", ["boris-pistorius"], []),
        ("There must be no talks about Ukraine without Ukraine, Boris Pistorius said.", ["boris-pistorius"], []),
        ("Ukraine must be part of all talks with Russia, Boris Pistorius said.", ["boris-pistorius"], ["UA"]),
        ("“We have to send Ukraine more,” said Boris Pistorius.", ["boris-pistorius"], ["partners"]),
        ("Pressure is growing on Berlin to lift its limits on Ukraine.", [], ["DE"]),
        ("Calls are mounting for Berlin to lift its limits on Ukraine.", [], ["DE"]),
        ("Donald Trump wants Europe to pay for Ukraine.", ["donald-trump"], ["EU"]),
        ("Poland has asked Germany to support Ukraine's application.", ["PL"], ["DE"]),
        ("In a note, nine ministers asked the European Commission to act on Ukraine.", [], ["European-Commission"]),
        ("Poland advised Germany to let Ukraine choose its targets.", ["PL"], ["DE"]),
        ("Turkey presented a ten-point peace plan for Ukraine.", ["TR"], []),
        ("Poland invited the European Commission to propose measures for Ukraine.", ["PL"], ["European-Commission"]),
    ],
)
def test_advice_and_other_turns(text: str, by: list[str], to: list[str]) -> None:
    found = urged(text)
    assert [(d.parties.get("by", []), d.parties.get("to", [])) for d in found] == [(by, to)], found


@pytest.mark.parametrize(
    ("text", "status", "by", "to"),
    [
        ("The US Senate rejected an amendment by Rand Paul on Ukraine.", "rejected", ["rand-paul"], ["US"]),
        ("Turkey offered a ten-point plan, which Kyiv rejected.", "rejected", ["TR"], ["UA"]),
        ("Germany accepted Poland's proposal on Ukraine.", "accepted", ["PL"], ["DE"]),
    ],
)
def test_what_becomes_of_a_proposal(text: str, status: str, by: list[str], to: list[str]) -> None:
    assert (status, by, to) in [(d.status, d.parties["by"], d.parties.get("to", [])) for d in urged(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Poland proposed to give Ukraine six jets.",
        "Volodymyr Zelensky proposed Rustem Umerov as defence minister of Ukraine.",
        "Rishi Sunak asked his defence secretary to look at jets for Ukraine.",
        "Ukraine must first meet seven conditions.",
        "Should there be no deal on Ukraine, tariffs follow, Boris Pistorius said.",
    ],
)
def test_no_proposal_of_one_s_own_acts(text: str) -> None:
    assert urged(text) == []


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("Donald Tusk renewed his plea that Germany open its borders to Ukraine.", ["donald-tusk"], ["DE"]),
        ("It was up to Germany, in the opinion of Donald Tusk, to open its borders to Ukraine.", ["donald-tusk"], ["DE"]),
        ("An appeal to open its borders was addressed by Poland to Germany.", ["PL"], ["DE"]),
        ("It is for Germany, Donald Tusk said, to open its borders to Ukraine.", ["donald-tusk"], ["DE"]),
        ("Donald Tusk urged Germany, in a speech held in May, to open its borders to Ukraine.", ["donald-tusk"], ["DE"]),
        ("Germany would do well, wrote Donald Tusk, to open its borders to Ukraine.", ["donald-tusk"], ["DE"]),
        ("West should give Ukraine more time, says Donald Tusk.", ["donald-tusk"], ["partners"]),
        ("“If the bridge to Ukraine holds, then we demand that Germany open its borders,” Donald Tusk said.", ["PL"], ["DE"]),
        ("The call by Poland's prime minister, Donald Tusk, for joint loans for Ukraine has met with silence.", ["donald-tusk"], []),
    ],
)  # fmt: skip
def test_calls_told_by_nouns_and_in_parentheses(text: str, by: list[str], to: list[str]) -> None:
    found = urged(text)
    assert (by, to) in [(d.parties.get("by", []), d.parties.get("to", [])) for d in found], found


def test_still_to_be_done_is_not_urged() -> None:
    assert urged("Germany has sent tanks to Ukraine, Olaf Scholz said, while Poland still has to deliver ten.") == []


def test_other_governments_are_the_partners() -> None:
    (found,) = urged("Olaf Scholz urged other governments to look into their stocks for Ukraine.")
    assert (found.parties["by"], found.parties["to"]) == (["olaf-scholz"], ["partners"])


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("A petition demands that Germany send Ukraine missiles.", [], ["DE"]),
        ("It would be a mistake for Poland to close the border to Ukraine, Carl Bildt said.", ["carl-bildt"], ["PL"]),
        ("The best thing Germany could do is to train Ukrainians, Carl Bildt said.", ["carl-bildt"], ["DE"]),
        ("Germany has no choice but to arm Ukraine, Carl Bildt said.", ["carl-bildt"], ["DE"]),
        ("Olaf Scholz is under pressure to send Ukraine tanks.", [], ["olaf-scholz"]),
        ("The message to Berlin is clear: send Ukraine the tanks.", [], ["DE"]),
        ("In an essay for the Times, Carl Bildt and Boris Johnson urged Germany to arm Ukraine.", ["carl-bildt", "boris-johnson"], ["DE"]),
        ("Carl Bildt, who knows Kyiv well, proposed last week that Norway pay for Ukraine.", ["carl-bildt"], ["NO"]),
        ("Ukraine should have the patience to negotiate, Pope Francis said.", ["pope-francis"], ["UA"]),
        ("Petr Pavel told them on Monday that Russia can only be made to yield, and pressed allies to help.", ["petr-pavel"], ["partners"]),
    ],
)  # fmt: skip
def test_whom_other_turns_urge(text: str, by: list[str], to: list[str]) -> None:
    found = urged(text)
    assert (by, to) in [(d.parties.get("by", []), d.parties.get("to", [])) for d in found], found


@pytest.mark.parametrize(
    "text", ["Dmytro Kuleba asked to step down in Ukraine.", "Six Russian jets ought to settle the argument over Ukraine."]
)
def test_turns_that_urge_nobody(text: str) -> None:
    assert urged(text) == []


def test_a_mistake_of_thought_urges_nothing(claims_of: ClaimsOf) -> None:
    assert not claims_of("It would be a mistake to think that Ukraine is all steppe, Tusk said.", "2024-06-10", "proposal")
    assert claims_of("It would be a mistake for Germany to cut its aid to Ukraine, Tusk said.", "2024-06-10", "proposal")


def test_steps_are_asked_for_as_acts(claims_of: ClaimsOf) -> None:
    text = "Ukraine spoke. In a letter to Mark Rutte, the minister of Lithuania asked for immediate steps to strengthen Ukraine's defences."
    (claim,) = claims_of(text, "2025-08-06", "proposal")
    assert claim.parties["by"] == ("LT",)


def test_one_diplomat_is_nobody_named_before(claims_of: ClaimsOf) -> None:
    text = (
        "Peter Szijjarto, Budapest's top diplomat, spoke about Ukraine. "
        "The Commission must go back to the markets for Ukraine, one diplomat said."
    )
    assert all("peter-szijjarto" not in claim.parties.get("by", ()) for claim in claims_of(text, "2025-10-20", "proposal"))
