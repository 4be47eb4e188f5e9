"""Needs: who needs, lacks or asks for what, and from whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim, ItemCount

Find = Callable[[str], list[Claim]]
LEAD = "Ukraine's air defence\n\nUkraine and its partners met in Kyiv on Monday.\n\n"


@pytest.fixture
def needs(claims_of: Callable[..., list[Claim]]) -> Find:
    return lambda text: claims_of(text, "2024-05-15", "need")


STATED = [
    "Ukraine is interested in buying interceptor missiles.",
    "Ukraine needs more air defence systems.",
    "Ukraine lacks artillery shells.",
    "Ukraine is running out of interceptors.",
    "Ukrainian forces are short of ammunition.",
    "The Ukrainian army faces a shortage of shells.",
    "Ukraine has run low on missiles.",
    "Kyiv badly needs money for its budget.",
    "Ukraine is in need of drones.",
    "Ukraine's need for generators grows every week.",
    "Air defence systems are needed in Ukraine.",
    "The Ukrainian navy requires anti-ship missiles.",
    "Ukraine does not have enough Patriot systems.",
    "Short of men and ammunition, the brigade fell back.",
    "Ukraine's hospitals are desperate for generators.",
    "Towns near the front are crying out for transformers.",
    "Ukraine faces a budget hole of $42 billion next year.",
    "An additional 900 million dollars will be required to repair Ukraine's power stations.",
    "If the fighting goes on like this, Ukraine's army would need 160,000 more men.",
    "Ukraine's most urgent need is ammunition.",
    "Washington is helping Ukraine meet its financing needs.",
    "Prague buys shells abroad to ease Ukraine's shortage.",
]
REQUESTED = [
    ("Ukraine asked Germany for Taurus missiles.", "DE"),
    ("Kyiv has requested Patriot systems from the United States.", "US"),
    ("Volodymyr Zelensky appealed to Japan for interceptors.", "JP"),
    ("Ukraine urged Poland to send more tanks.", "PL"),
    ("Ukraine called on France to supply fighter jets.", "FR"),
    ("Dmytro Kuleba pleaded with Spain for Patriot missiles.", "ES"),
    ("Ukraine has asked Norway to deliver NASAMS launchers.", "NO"),
    ("Dmytro Kuleba renewed his plea to Sweden for Gripen jets.", "SE"),
]
ASKED_OF_NOBODY = [
    "What Ukraine wants most is 300 tanks.",
    "Topping Kyiv's wish list are long-range missiles and armoured vehicles.",
    "Dmytro Kuleba repeated his plea for Patriots.",
    '"Give us the Patriots," Dmytro Kuleba said.',
]
NONE = [
    "Ukraine needs to hold elections one day.",
    "Ukraine does not need foreign troops, the minister said.",
    "The parties need to talk, the envoy said.",
    "There is no shortage of courage in Ukraine.",
    "Britain sent short-range missiles to Ukraine.",
    "The play was in demand in Kyiv.",
    "Seoul said it had not received any request for weapons from Ukraine.",
    '"Give us time," the Polish minister said in Kyiv.',
]


@pytest.mark.parametrize("text", STATED)
def test_a_need_is_stated(needs: Find, text: str) -> None:
    assert ("stated", ("UA",)) in [(c.status, c.parties["needs"]) for c in needs(LEAD + text)]


@pytest.mark.parametrize(("text", "asked"), REQUESTED)
def test_who_is_asked(needs: Find, text: str, asked: str) -> None:
    assert ("requested", ("UA",), (asked,)) in [(c.status, c.parties["needs"], c.parties.get("asked")) for c in needs(LEAD + text)]


@pytest.mark.parametrize("text", ASKED_OF_NOBODY)
def test_a_request(needs: Find, text: str) -> None:
    assert ("requested", ("UA",)) in [(c.status, c.parties["needs"]) for c in needs(LEAD + text)]


def test_whoever_acts_meanwhile_is_not_asked(needs: Find) -> None:
    (need,) = needs(LEAD + "Four of them are Patriots, the weapon that Kyiv has been pleading for as Russian troops advance.")
    assert "asked" not in need.parties


@pytest.mark.parametrize("text", NONE)
def test_nothing_is_needed(needs: Find, text: str) -> None:
    assert not needs(text)


def test_urgency_and_time(claims_of: Callable[..., list[Claim]]) -> None:
    (claim,) = claims_of(LEAD + "Ukraine urgently needs 17 gigawatts of power this winter.", "2024-10-15", "need")
    assert claim.urgent
    assert claim.by == "2024-12/2025-02"


def test_a_sum_is_needed(needs: Find) -> None:
    (claim,) = needs(LEAD + "Ukraine needs 34 billion euros to run its economy.")
    assert claim.amount is not None
    assert (claim.amount.value, claim.amount.currency) == (34_000_000_000, "EUR")


def test_who_asks_is_on_record(needs: Find) -> None:
    (claim,) = needs(LEAD + "Volodymyr Zelensky asked the United States for 25 Patriot systems.")
    assert claim.attributed_to == ("volodymyr-zelensky",)
    assert claim.items == (ItemCount("patriot", 25, "exact"),)


def test_goods_spoken_of_before(needs: Find) -> None:
    found = needs(
        LEAD + "Patriot systems protect Kyiv. Ukraine needs Patriot systems, the minister said. Kyiv is asking Germany for seven."
    )
    assert ItemCount("patriot", 7, "exact") in [i for c in found for i in c.items]


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv is down to its last Patriot interceptors, officials say.",
        "There are not enough shells in Ukraine to hold the line.",
        "Too few drones reach Ukraine's brigades.",
        "Ukraine cannot hold out without more air defence, Volodymyr Zelensky told reporters.",
        "Without more ammunition Ukraine will lose the town.",
        "Mine-clearing equipment remains the most pressing requirement of the Ukrainian sappers.",
        "Ukraine's financing gap for 2025 stands at 38 billion dollars.",
        "Artillery shells are in short supply in Ukraine.",
        "High on Kyiv's wish list are tanks and long-range missiles.",
        "Ukraine's energy minister handed the conference a list of urgently needed transformers and generators.",
    ],
)
def test_wants_without_a_word_of_need(needs: Find, text: str) -> None:
    (claim,) = needs(LEAD + text)
    assert claim.parties["needs"] == ("UA",)


def test_one_phrase_is_one_need(needs: Find) -> None:
    text = "Norway gave Ukraine 90 million dollars for its energy needs, humanitarian requirements such as food, and shelter."
    assert len(needs(LEAD + text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "There is not enough time before the summit in Kyiv, the minister said.",
        "Ukraine cannot win the match without its captain.",
        "The last missiles of the salvo hit Kyiv.",
        "Without Ukraine, nothing about Ukraine, the ministers said.",
    ],
)
def test_no_want(needs: Find, text: str) -> None:
    assert needs(LEAD + text) == []


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Kyiv could do with a dozen more launchers.", "UA"),
        ("Some Ukrainian batteries are down to a tenth of the shells they fired in spring.", "UA"),
        ("Ukraine's 24th brigade has only five howitzers left.", "UA"),
        ("Ukraine's infantry battalions are badly undermanned.", "UA"),
        ("Kyiv's demand for interceptors exceeds what Europe can make.", "UA"),
        ("Ukraine's stocks of mortar shells are running low.", "UA"),
        ("The World Bank put the cost of reconstruction in Ukraine at 411 billion dollars.", "UA"),
        ("Kyiv is still waiting for the howitzers it ordered.", "UA"),
        ("The sappers of the Ukrainian army are in want of vehicles.", "UA"),
        ("“Radars are what we need,” Volodymyr Zelensky wrote.", "UA"),
        ("Denys Shmyhal said that Ukraine was still 700 megawatts short of generation.", "UA"),
        ("UNHCR is looking for 320 million dollars for its work in Ukraine.", "UNHCR"),
        ("Ukraine cannot hold Kupiansk without more shells.", "UA"),
        ("Grid operator Ukrenergo is running short of transformers after weeks of artillery fire.", "Ukrenergo"),
    ],
)
def test_how_somebody_fares(needs: Find, text: str, whose: str) -> None:
    (claim,) = needs(LEAD + text)
    assert claim.parties["needs"] == (whose,)


def test_what_is_left_is_not_what_is_wanting(needs: Find) -> None:
    (claim,) = needs(LEAD + "Ukraine's 24th brigade has only five howitzers left.")
    assert [(item.item, item.count) for item in claim.items] == [("howitzer", None)]


def test_who_collects_for_work_in_the_country_asks(needs: Find) -> None:
    (claim,) = needs(LEAD + "UNICEF has asked donors for 80 million dollars for schools in Ukraine.")
    assert (claim.status, claim.parties["needs"], claim.parties["asked"]) == ("requested", ("UNICEF",), ("partners",))


def test_a_need_of_the_past_has_a_date_and_no_deadline(needs: Find) -> None:
    (claim,) = needs(LEAD + "In March 2024 Ukraine lacked shells.")
    assert (claim.date, claim.by) == ("2024-03", None)


def test_we_said_by_somebody_unknown(needs: Find) -> None:
    (claim,) = needs(LEAD + '"We lack radars above all," Ukraine\'s ambassador in Oslo, Liliia Honchar, said.')
    assert claim.parties["needs"] == ("UA",)


@pytest.mark.parametrize(
    "text",
    [
        "Deliveries of tanks to Ukraine will have to wait for training to end.",
        "The brigade left five howitzers in the Ukrainian town.",
        "Ukraine thanked all who help those who need such aid most.",
        "Waiting for helicopters in Kyiv.",
        "When you don't have a rifle in Ukraine, you run.",
        "The cost of the summit in Kyiv was put at 4 million dollars.",
        "The number of Ukrainian wounded is down to a fifth.",
    ],
)
def test_no_strait(needs: Find, text: str) -> None:
    assert needs(LEAD + text) == []


def test_it_lacks_this_and_it_lacks_that(needs: Find) -> None:
    (claim,) = needs(LEAD + "Ukraine lacks howitzers, and it lacks drones.")
    assert [item.item for item in claim.items] == ["howitzer", "drone"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Kyiv is waiting for Sweden to decide on its request for Gripen jets.", ("SE",)),
        ("Shmyhal has appealed to Canada for the second tranche of the loan for Ukraine.", ("CA",)),
        ("Kyiv would press Washington to sell it three more Patriot batteries.", ("US",)),
        ("Zelensky lobbied Washington for ATACMS missiles.", ("US",)),
        ("Zelensky renewed his plea to Berlin for Taurus missiles.", ("DE",)),
    ],
)
def test_of_whom_it_is_asked(needs: Find, text: str, asked: tuple[str, ...]) -> None:
    assert [("requested", ("UA",), asked)] == [(c.status, c.parties["needs"], c.parties.get("asked")) for c in needs(text)]


def test_a_share_of_what_should_be_there_is_lacking(needs: Find) -> None:
    (claim,) = needs("Ukraine lacks almost a third of its generation, Shmyhal said.")
    assert claim.parties["needs"] == ("UA",)


@pytest.mark.parametrize(
    "text",
    [
        "Canada and its allies will address Ukraine's urgent energy needs.",
        "For Ukraine the supply of mortars is not enough.",
        "Umerov listed what his army needs most: radars and lorries for Ukraine.",
        "Umerov presented a list of helicopters that Ukraine would like to buy.",
    ],
)
def test_whose_want_it_is(needs: Find, text: str) -> None:
    assert [claim.parties["needs"] for claim in needs(text)] == [("UA",)]


def test_what_is_asked_for_to_do_something_with(needs: Find) -> None:
    assert [c.status for c in needs("Zelensky said Ukraine had asked for licences to build mortars.")] == ["requested"]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Gripen jets were requested by Kyiv in March.", "gripen"),
        ("Howitzers have been sought from Warsaw by the Ukrainian government.", "howitzer"),
        ("Ammunition is sought by Kyiv for its howitzers.", "ammunition"),
        ("Taurus missiles are the weapon that Ukraine has begged for since the spring.", "taurus"),
        ("Berlin keeps its Taurus missiles, a weapon that Kyiv has long asked for.", "taurus"),
        ("At last they will get Abrams tanks, the weapon Kyiv has been pleading for.", "abrams"),
        ("Norway will send a NASAMS battery to Ukraine. It was Kyiv that requested the system.", "nasams"),
        ("Denmark gave Ukraine six F-16s. Kyiv had long been asking for the jets.", "f-16"),
    ],
)
def test_goods_that_are_asked_for(needs: Find, text: str, item: str) -> None:
    (claim,) = needs(LEAD + text)
    assert [i.item for i in claim.items] == [item]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Norway and Spain gave F-16s and Gripens. Ukraine needs the jets.", "fighter_jet"),
        ("Denmark gave Ukraine six F-16s. Kyiv needs the jets that Sweden builds.", "fighter_jet"),
        ("Denmark gave Ukraine six F-16s. Kyiv also needs jets for its navy.", "fighter_jet"),
    ],
)
def test_a_class_of_goods_of_which_several_or_others_are_meant(needs: Find, text: str, item: str) -> None:
    (claim,) = needs(LEAD + text)
    assert [i.item for i in claim.items] == [item]


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv has called on the West for more Patriots as Russian missile and drone attacks on cities escalate.",
        "Kyiv has called for Patriots amid Russian drone strikes on its cities.",
        "Kyiv has asked for Patriots as protection against missiles.",
    ],
)
def test_what_others_attack_with_is_not_needed(needs: Find, text: str) -> None:
    (claim,) = needs(LEAD + text)
    assert [i.item for i in claim.items] == ["patriot"]


def test_whom_a_quotation_speaks_of_is_not_who_says_it(needs: Find) -> None:
    (claim,) = needs(LEAD + '"They need interceptors, and they need them now," said the American defence secretary.')
    assert claim.parties["needs"] == ("UA",)


def test_a_plea_to_somebody_to_deliver(needs: Find) -> None:
    (claim,) = needs(LEAD + "Zelensky repeated his appeal to the allies to deliver more shells.")
    assert claim.status == "requested"
    assert [i.item for i in claim.items] == ["shells"]


def test_what_somebody_has_instead_is_not_needed(needs: Find) -> None:
    assert not [i for c in needs(LEAD + "Ukrainian soldiers report an acute lack of men rather than shells.") for i in c.items]


@pytest.mark.parametrize(
    "text",
    [
        "Norway will send drones for the needs of the Armed Forces of Ukraine.",
        '"They are hunting for ships because they cannot beat us on the ground," Odesa governor Oleh Kiper said.',
        "Ukraine is not interested in more tanks.",
    ],
)
def test_what_is_no_want_of_its_own(needs: Find, text: str) -> None:
    assert needs(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "EU leaders went to bed on Friday without the loan for Ukraine.",
        "Ukraine waits. EU ambassadors came home without an agreement on arms.",
    ],
)
def test_who_goes_home_without_a_deal_needs_none(needs: Find, text: str) -> None:
    assert needs(text) == []


def test_so_many_billions_short(needs: Find) -> None:
    (need,) = needs("Ukraine is tired. The IMF reckons that Ukraine will be 137 billion euros short over the two years.")
    assert need.amount is not None
    assert need.amount.value == 137e9


def test_hundreds_of_what_was_spoken_of(needs: Find) -> None:
    (need,) = needs("Norway promised Ukraine eight Leopards. Zelensky complained that he needed not dozens but hundreds.")
    assert [i.item for i in need.items] == ["leopard"]
