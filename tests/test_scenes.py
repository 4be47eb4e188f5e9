"""Meetings and attacks as news tells them in many wordings: who is there, in what form, whom and what a blow struck."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promissory.model import Claim

ClaimsOf = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("published", "text", "status", "participants", "slots"),
    [
        (
            "2024-03-14",
            "Latvian Prime Minister Evika Siliņa received her Ukrainian counterpart Denys Shmyhal in Riga on "
            "Wednesday for talks on drone deliveries.",
            "held",
            "evika-silina denys-shmyhal",
            {"date": "2024-03-13", "place": "Riga"},
        ),
        (
            "2023-05-14",
            "Volodymyr Zelenskyy flew to Berlin overnight and was welcomed with military honours by Chancellor "
            "Olaf Scholz on Sunday morning.",
            "held",
            "volodymyr-zelensky olaf-scholz",
            {"date": "2023-05-14", "place": "Berlin"},
        ),
        (
            "2024-02-27",
            "Emmanuel Macron convened some twenty European leaders at the Elysée on Monday to discuss how to step up support for Kyiv.",
            "held",
            "emmanuel-macron EU",
            {"date": "2024-02-26"},
        ),
        (
            "2025-03-02",
            "Britain's prime minister hosted a summit of European leaders at Lancaster House in London on Sunday; "
            "Zelenskyy, Macron and Meloni were among those attending.",
            "held",
            "EU volodymyr-zelensky emmanuel-macron giorgia-meloni keir-starmer",
            {"format": "summit", "place": "London", "date": "2025-03-02"},
        ),
        (
            "2023-07-12",
            "The inaugural meeting of the NATO-Ukraine Council took place in Vilnius today with the participation of President Zelenskyy.",
            "held",
            "NATO volodymyr-zelensky",
            {"date": "2023-07-12", "place": "Vilnius"},
        ),
        (
            "2025-10-22",
            "The White House said on Tuesday that a planned summit between Trump and Putin in Budapest had been called off.",
            "cancelled",
            "donald-trump vladimir-putin",
            {"place": "Budapest", "format": "summit"},
        ),
        (
            "2025-08-19",
            "European leaders including Ursula von der Leyen, Friedrich Merz and Mark Rutte accompanied Zelenskyy "
            "to the White House on Monday, where they sat down with Trump.",
            "held",
            "EU ursula-von-der-leyen friedrich-merz mark-rutte volodymyr-zelensky donald-trump",
            {"place": "Washington", "date": "2025-08-18"},
        ),
        (
            "2024-07-02",
            "Hungary's Viktor Orbán arrived in Kyiv on Tuesday on his first visit since the war began and met Zelenskyy.",
            "held",
            "viktor-orban volodymyr-zelensky",
            {"place": "Kyiv", "date": "2024-07-02"},
        ),
        (
            "2024-11-12",
            "Antony Blinken will travel to Brussels on Wednesday to confer with NATO and EU officials about support for Ukraine.",
            "planned",
            "antony-blinken NATO EU",
            {"date": "2024-11-13", "place": "Brussels"},
        ),
        (
            "2025-07-21",
            "Delegations of Russia and Ukraine led by Vladimir Medinsky and Rustem Umerov are due to meet in "
            "Istanbul on Wednesday for a third round of talks.",
            "planned",
            "RU UA vladimir-medinsky rustem-umerov",
            {"place": "Istanbul", "date": "2025-07-23"},
        ),
        (
            "2025-02-18",
            "Senior US and Russian officials held talks in Riyadh on Tuesday, the first such contact since the "
            "invasion; Ukraine was not invited.",
            "held",
            "US RU",
            {"place": "Riyadh", "date": "2025-02-18"},
        ),
        (
            "2023-08-23",
            "Representatives of more than 60 states took part in the third summit of the Crimea Platform, held in Kyiv on 23 August.",
            "held",
            "Crimea-Platform",
            {"place": "Kyiv", "format": "summit", "date": "2023-08-23"},
        ),
        (
            "2024-12-16",
            "EU foreign ministers met in Brussels on Monday, where Andrii Sybiha joined them.",
            "held",
            "EU andrii-sybiha",
            {"place": "Brussels", "date": "2024-12-16"},
        ),
        (
            "2023-12-12",
            "US President Joe Biden and his Ukrainian counterpart held a joint press conference after more than "
            "two hours of talks in the Oval Office.",
            "held",
            "joe-biden volodymyr-zelensky",
            {},
        ),
        (
            "2024-03-01",
            "Andriy Yermak, head of the Office of the President, had a phone conversation with US National Security Advisor Jake Sullivan.",
            "held",
            "andriy-yermak jake-sullivan",
            {"format": "call"},
        ),
        (
            "2023-02-03",
            "Kyiv is hosting the 24th EU-Ukraine summit today, with Charles Michel and Ursula von der Leyen in attendance.",
            "held",
            "EU UA charles-michel ursula-von-der-leyen",
            {"format": "summit", "place": "Kyiv", "date": "2023-02-03"},
        ),
        (
            "2024-10-17",
            "NATO defence ministers are meeting in Brussels today and tomorrow.",
            "held",
            "NATO",
            {"place": "Brussels", "date": "2024-10-17"},
        ),
        (
            "2024-04-22",
            "Polish President Andrzej Duda sat down with Mark Rutte, then Dutch prime minister, for an hour in The Hague last Thursday.",
            "held",
            "andrzej-duda mark-rutte",
            {"place": "The Hague", "date": "2024-04-18"},
        ),
        (
            "2023-05-19",
            "The Group of Seven will hold its annual summit in Hiroshima from May 19 to 21.",
            "planned",
            "G7",
            {"format": "summit", "place": "Hiroshima", "date": "2023-05-19/2023-05-21"},
        ),
        (
            "2025-12-15",
            "Steve Witkoff and Jared Kushner conferred with Zelenskyy in Berlin for five hours on Sunday, and the talks resumed on Monday.",
            "held",
            "steve-witkoff jared-kushner volodymyr-zelensky",
            {"place": "Berlin", "date": "2025-12-14"},
        ),
        (
            "2024-01-10",
            "Lithuania's Gitanas Nausėda met with Ukrainian President Volodymyr Zelenskyy in Vilnius on the first "
            "stop of a Baltic tour that will take him to Tallinn and Riga.",
            "held",
            "gitanas-nauseda volodymyr-zelensky",
            {"place": "Vilnius"},
        ),
        (
            "2024-04-11",
            "A delegation of the Verkhovna Rada headed by Ruslan Stefanchuk was in Warsaw, where it was received "
            "by Sejm speaker Szymon Hołownia.",
            "held",
            "Verkhovna-Rada ruslan-stefanchuk szymon-holownia",
            {"place": "Warsaw"},
        ),
        (
            "2023-12-19",
            "The joint consultations of the Polish and Ukrainian governments that were set for this week will not take place.",
            "cancelled",
            "PL UA",
            {},
        ),
        (
            "2025-03-15",
            "Keir Starmer hosted a virtual summit of the coalition of the willing on Saturday, joined by "
            "Zelenskyy, Mark Rutte and Justin Trudeau's successor Mark Carney.",
            "held",
            "Coalition-of-the-Willing volodymyr-zelensky mark-carney mark-rutte keir-starmer",
            {"format": "summit", "date": "2025-03-15"},
        ),
        (
            "2024-10-30",
            "South Korean and Ukrainian envoys are to hold consultations in Seoul this week on the North Korean deployment.",
            "planned",
            "KR UA",
            {"place": "Seoul"},
        ),
        (
            "2023-09-10",
            "Ukraine's president was not invited to the G20 gathering in New Delhi, where leaders met over the weekend.",
            "held",
            "G20",
            {"place": "New Delhi"},
        ),
        (
            "2024-02-24",
            "The G7 leaders met by video conference on Saturday under Italy's presidency, with Zelenskyy as a guest.",
            "held",
            "G7 volodymyr-zelensky",
            {"format": "call", "date": "2024-02-24"},
        ),
        (
            "2025-02-28",
            "The talks in the Oval Office between Donald Trump, JD Vance and Zelenskyy descended into a shouting "
            "match, and a planned joint news conference was cancelled.",
            "held",
            "donald-trump jd-vance volodymyr-zelensky",
            {},
        ),
        (
            "2024-03-17",
            "Prime Minister Donald Tusk will pay a visit to Vilnius on Monday, where he is to confer with his "
            "Lithuanian counterpart Ingrida Šimonytė.",
            "planned",
            "donald-tusk ingrida-simonyte",
            {"place": "Vilnius", "date": "2024-03-18"},
        ),
        (
            "2024-09-24",
            "Asked by Ukraine, the United Nations Security Council convened on Tuesday.",
            "held",
            "UN-Security-Council",
            {"date": "2024-09-24"},
        ),
        (
            "2024-06-07",
            "Joe Biden apologised to Zelenskyy for the delay in aid when they met in Paris on Friday.",
            "held",
            "joe-biden volodymyr-zelensky",
            {"place": "Paris", "date": "2024-06-07"},
        ),
        (
            "2024-11-18",
            "The call between Olaf Scholz and Vladimir Putin on Friday, their first in two years, drew criticism from Kyiv.",
            "held",
            "olaf-scholz vladimir-putin",
            {"format": "call", "date": "2024-11-15"},
        ),
        (
            "2023-05-22",
            "An EU-Ukraine ministerial on demining has been pencilled in for October in Zagreb.",
            "planned",
            "EU UA",
            {"place": "Zagreb", "date": "2023-10"},
        ),
        (
            "2024-09-11",
            "Antony Blinken and David Lammy travelled to Kyiv together by train, the first joint visit of its "
            "kind, and met President Zelenskyy, Prime Minister Shmyhal and the new foreign minister, Andrii "
            "Sybiha.",
            "held",
            "antony-blinken david-lammy volodymyr-zelensky andrii-sybiha denys-shmyhal",
            {},
        ),
        (
            "2024-05-17",
            "Putin arrived in Beijing on Thursday for a two-day state visit, and Xi Jinping received him outside "
            "the Great Hall of the People.",
            "held",
            "vladimir-putin xi-jinping",
            {"place": "Beijing", "date": "2024-05-16"},
        ),
        (
            "2024-06-19",
            "In Pyongyang Kim Jong Un and Vladimir Putin signed a partnership treaty after two hours of one-on-one talks.",
            "held",
            "kim-jong-un vladimir-putin",
            {"place": "Pyongyang"},
        ),
        (
            "2025-12-08",
            "Starmer, Macron and Merz met Zelenskyy at 10 Downing Street on Monday to go over the American peace plan.",
            "held",
            "keir-starmer emmanuel-macron friedrich-merz volodymyr-zelensky",
            {"place": "London", "date": "2025-12-08"},
        ),
        (
            "2024-02-06",
            "Josep Borrell, the EU's foreign policy chief, is in Kyiv for two days of meetings with the Ukrainian leadership.",
            "held",
            "josep-borrell UA",
            {"place": "Kyiv"},
        ),
        (
            "2022-07-19",
            "Turkey's Recep Tayyip Erdogan, Iran's Ebrahim Raisi and Russia's Vladimir Putin held a trilateral summit in Tehran.",
            "held",
            "recep-tayyip-erdogan vladimir-putin ebrahim-raisi",
            {"place": "Tehran", "format": "summit"},
        ),
        (
            "2023-10-11",
            "Zelenskyy made a surprise appearance at NATO headquarters, where defence ministers of some 50 "
            "countries were meeting under American chairmanship.",
            "held",
            "partners volodymyr-zelensky",
            {"place": "Brussels"},
        ),
        (
            "2024-11-07",
            "Budapest hosts the fifth meeting of the European Political Community on Thursday, with some 50 leaders, Zelenskyy among them.",
            "held",
            "European-Political-Community volodymyr-zelensky",
            {"place": "Budapest", "date": "2024-11-07"},
        ),
    ],
)
def test_who_meets(claims_of: ClaimsOf, published: str, text: str, status: str, participants: str, slots: dict[str, str]) -> None:
    (claim,) = claims_of(text, published, "meeting")
    assert (claim.status, set(claim.parties["participant"])) == (status, set(participants.split()))
    assert {name: getattr(claim, name) for name in slots} == slots


@pytest.mark.parametrize(
    ("published", "text", "actor", "target", "means", "hit"),
    [
        (
            "2024-07-08",
            "A children's hospital in Kyiv was hit by a Kh-101 cruise missile on Monday, killing two people and injuring 32.",
            "RU",
            "UA",
            "cruise_missile missile",
            "civilian",
        ),
        (
            "2024-12-25",
            "Half a million residents of Kharkiv region were left without heating on Christmas morning after "
            "Russia fired more than 70 missiles at power plants.",
            "RU",
            "UA",
            "missile",
            "energy",
        ),
        (
            "2023-01-15",
            "The death toll from the strike on an apartment block in Dnipro climbed to 40.",
            "RU",
            "UA",
            "",
            "civilian",
        ),
        (
            "2022-04-09",
            "More than 50 people waiting for trains at Kramatorsk station died when a Tochka-U missile with "
            "cluster munitions exploded there on Friday.",
            "RU",
            "UA",
            "ballistic_missile cluster_munition missile",
            "",
        ),
        (
            "2024-09-04",
            "Seven people, among them three sisters and their mother, were killed in Lviv before dawn when a "
            "Kinzhal missile struck their house.",
            "RU",
            "UA",
            "kinzhal missile",
            "civilian",
        ),
        (
            "2024-05-10",
            "Explosions rang out in Odesa and Mykolaiv as the second wave of drones arrived.",
            "RU",
            "UA",
            "drone",
            "",
        ),
        (
            "2025-11-19",
            "At least 25 people died in Ternopil when two residential buildings came under missile fire.",
            "RU",
            "UA",
            "missile",
            "civilian",
        ),
        (
            "2024-01-02",
            "Kyiv and Kharkiv came under a massive missile attack on Tuesday morning.",
            "RU",
            "UA",
            "missile",
            "",
        ),
        (
            "2022-10-11",
            "More than 80 missiles rained down on Ukrainian cities on Monday in what Putin called revenge for the Crimea bridge explosion.",
            "RU",
            "UA",
            "missile",
            "",
        ),
        (
            "2024-11-21",
            "Russia fired a new intermediate-range ballistic missile, the Oreshnik, at Dnipro on Thursday.",
            "RU",
            "UA",
            "ballistic_missile missile",
            "",
        ),
        (
            "2024-11-19",
            "Russia's defence ministry claimed that Ukraine fired six ATACMS missiles at an ammunition depot in Bryansk region overnight.",
            "UA",
            "RU",
            "atacms missile",
            "military",
        ),
        (
            "2023-10-05",
            "A village shop in Hroza near Kupiansk was struck during a wake: 52 dead, one in six of the inhabitants.",
            "RU",
            "UA",
            "",
            "civilian",
        ),
        (
            "2024-02-23",
            "The Russian army is pounding Avdiivka with glide bombs and artillery, officials said.",
            "RU",
            "UA",
            "glide_bomb artillery bomb",
            "",
        ),
        (
            "2023-07-24",
            "Russian strikes on Odesa have damaged the Transfiguration Cathedral and 25 other monuments.",
            "RU",
            "UA",
            "",
            "",
        ),
        (
            "2023-08-16",
            "Russia attacked grain silos on the Danube at Reni with drones early on Wednesday, governor Oleh Kiper wrote on Telegram.",
            "RU",
            "UA",
            "drone",
            "",
        ),
        (
            "2024-03-25",
            "Kyiv was rocked by blasts as Moscow launched hypersonic missiles at the capital in broad daylight.",
            "RU",
            "UA",
            "ballistic_missile missile",
            "",
        ),
        (
            "2024-10-01",
            "Since September, Russia has carried out more than 1,300 drone strikes on Ukraine.",
            "RU",
            "UA",
            "drone",
            "",
        ),
        (
            "2022-12-20",
            "Millions are without electricity after two months of systematic Russian strikes on the grid.",
            "RU",
            "UA",
            "",
            "energy",
        ),
        (
            "2024-05-28",
            "A guided bomb tore through a hypermarket in Kharkiv on Saturday, leaving 18 dead.",
            "RU",
            "UA",
            "glide_bomb bomb",
            "civilian",
        ),
        (
            "2024-04-11",
            "The Trypillia power station outside Kyiv was completely destroyed on 11 April, Centrenergo announced.",
            "RU",
            "UA",
            "",
            "energy",
        ),
        (
            "2024-03-22",
            "A rocket attack on Zaporizhzhia damaged seven homes and left eight injured, regional head Ivan Fedorov said.",
            "RU",
            "UA",
            "missile",
            "civilian",
        ),
        (
            "2025-04-13",
            "Palm Sunday worshippers were among the 34 killed by two Iskander missiles in the centre of Sumy.",
            "RU",
            "UA",
            "iskander missile",
            "civilian",
        ),
        (
            "2023-05-03",
            "Russia accused Ukraine of attacking the Kremlin with two drones in an attempt to kill Putin; Kyiv denied it.",
            "UA",
            "RU",
            "drone",
            "",
        ),
        (
            "2024-11-25",
            "Putin threatened to strike decision-making centres in Kyiv with the new missile.",
            "RU",
            "UA",
            "missile",
            "",
        ),
        (
            "2024-12-20",
            "A ballistic strike on central Kyiv on Friday morning damaged six embassies, among them that of Portugal.",
            "RU",
            "UA",
            "ballistic_missile missile",
            "",
        ),
        (
            "2024-01-07",
            "Eleven people, five of them children, died as S-300 missiles fell on Pokrovsk and the surrounding area on Saturday.",
            "RU",
            "UA",
            "s-300 missile",
            "civilian",
        ),
        (
            "2023-06-28",
            "Emergency crews pulled the bodies of teenage twins from the rubble of a pizza restaurant in "
            "Kramatorsk that was targeted by two missiles.",
            "RU",
            "UA",
            "missile",
            "civilian",
        ),
        (
            "2024-08-26",
            "More than half of Ukraine's regions came under attack on Monday from over 200 missiles and drones.",
            "RU",
            "UA",
            "missile drone",
            "",
        ),
        (
            "2024-11-17",
            "Odesa was left without heat and water after the largest barrage in three months.",
            "RU",
            "UA",
            "",
            "",
        ),
        (
            "2025-06-17",
            "A nine-storey block in Kyiv's Solomianskyi district collapsed when it took a direct hit from a missile, killing 23.",
            "RU",
            "UA",
            "missile",
            "civilian",
        ),
        (
            "2024-04-17",
            "Russia killed 18 people in Chernihiv on Wednesday because Ukraine lacks air defences, Zelenskyy said.",
            "RU",
            "UA",
            "",
            "civilian",
        ),
        (
            "2023-11-25",
            "Kyiv endured its heaviest drone attack of the war in the early hours of Saturday, with 75 "
            "Iranian-made Shaheds launched at the capital.",
            "RU",
            "UA",
            "drone shahed",
            "",
        ),
        (
            "2024-09-03",
            "Two ballistic missiles hit a military institute in Poltava, killing more than 50 and wounding over 200.",
            "RU",
            "UA",
            "ballistic_missile missile",
            "military civilian",
        ),
        (
            "2022-07-14",
            "The dead in Thursday's attack on the centre of Vinnytsia include three children, the emergency service said.",
            "RU",
            "UA",
            "",
            "civilian",
        ),
        (
            "2024-02-15",
            "Moscow fired 26 missiles at Ukraine overnight; 13 were brought down.",
            "RU",
            "UA",
            "missile",
            "",
        ),
        (
            "2024-10-07",
            "Russia has stepped up its attacks on port infrastructure in Odesa, damaging four foreign-flagged ships in a week.",
            "RU",
            "UA",
            "",
            "infrastructure",
        ),
        (
            "2024-03-30",
            "Russian forces have dropped 700 guided bombs on Ukraine over the past week, Zelenskyy said.",
            "RU",
            "UA",
            "glide_bomb bomb",
            "",
        ),
        (
            "2025-04-04",
            "A strike on a playground in Kryvyi Rih left nine children among 19 dead on Friday.",
            "RU",
            "UA",
            "",
            "civilian",
        ),
        (
            "2024-01-23",
            "In Kharkiv rescuers dug bodies out of a block of flats crushed by a missile before sunrise.",
            "RU",
            "UA",
            "missile",
            "civilian",
        ),
        (
            "2024-12-28",
            "A prosecutor said the Christmas Day barrage, which killed one person in Dnipropetrovsk region, had "
            "involved 78 missiles and 106 drones.",
            "RU",
            "UA",
            "missile drone",
            "",
        ),
        (
            "2024-04-06",
            "Six people died and 11 were hurt in Kharkiv as Shahed drones slammed into residential blocks overnight.",
            "RU",
            "UA",
            "shahed drone",
            "civilian",
        ),
        (
            "2024-08-30",
            "Among those killed when a glide bomb fell on a playground in Kharkiv was a 14-year-old girl.",
            "RU",
            "UA",
            "glide_bomb bomb",
            "civilian",
        ),
        (
            "2025-03-08",
            "Eleven killed as Russia strikes Dobropillia twice to hit rescuers",
            "RU",
            "UA",
            "",
            "civilian",
        ),
        (
            "2023-07-20",
            "For a third night running, Russia bombarded Odesa and Mykolaiv, destroying 60,000 tonnes of grain.",
            "RU",
            "UA",
            "",
            "",
        ),
        (
            "2024-03-02",
            "A drone crashed into a block of flats in Odesa in the night to Saturday; the toll has reached eight, among them a baby.",
            "RU",
            "UA",
            "drone",
            "civilian",
        ),
        (
            "2025-10-10",
            "Swathes of Kyiv lost electricity and water on Friday after missiles and drones pounded the grid.",
            "RU",
            "UA",
            "missile drone",
            "energy",
        ),
    ],
)
def test_who_struck_whom_and_with_what(
    claims_of: ClaimsOf, published: str, text: str, actor: str, target: str, means: str, hit: str
) -> None:
    (claim,) = claims_of(text, published, "attack")
    assert (" ".join(claim.parties.get("actor", ())), " ".join(claim.parties.get("target", ()))) == (actor, target)
    assert set(means.split()) <= set(claim.means)
    assert set(hit.split()) <= set(claim.hit)


@pytest.mark.parametrize(
    "text",
    [
        "The parliament met its target of passing the budget before Easter.",
        "Production has met demand for the first time in a year, and the two firms talked up their joint plans.",
        "The minister spoke of a historic day and talked about the weather, but declined to take questions.",
        "Lawmakers called the plan a betrayal, and the committee hosted no one.",
        "The Czech foreign minister attacked the opposition for its stance on Ukraine and fired his adviser.",
        "Prices hit a record high, the headline rate struck at consumers, and the report dropped like a bomb.",
        "Investors struck a deal, the currency took a hit, and the opposition came under fire for its budget.",
        "He was killed in a car accident near Lviv on Sunday.",
        "Strikes by Polish farmers have blocked the border crossings since Monday.",
        "The opposition bombarded the minister with questions, and the central bank fired a warning shot.",
        "The new missile would be able to strike targets 300 kilometres away, the maker says.",
        "Swarms of trolls claim that the reports are invented.",
    ],
)
def test_neither_meeting_nor_attack(claims_of: ClaimsOf, text: str) -> None:
    assert [claim.kind for claim in claims_of(text, "2024-05-15") if claim.kind in ("meeting", "attack")] == []
