"""Nouns for what is given and needed, each listed once: aid, money, arms, equipment, and what they come in.

A module that asks for such nouns builds its list of these sets and says only what it adds or leaves out.
"""

from __future__ import annotations

#: What is given to those in need, as a whole.
AID = frozenset("aid assistance support help".split())
#: Money as a whole; what it is lent and given as.
MONEY = frozenset("money funding finance financing".split())
LOANS = frozenset("loan grant credit".split())
FUNDS = MONEY | LOANS | {"fund"}
#: Arms as a whole, equipment as a whole, and single weapons.
ARMS = frozenset("arm armament weapon weaponry ammunition munition".split())
EQUIPMENT = frozenset("equipment gear kit materiel hardware".split())
WEAPONS = frozenset(
    "system battery launcher missile interceptor shell drone tank vehicle artillery howitzer gun jet aircraft plane fighter".split()
)
#: All of these, by the words that name no kind of them.
MATERIEL = ARMS | EQUIPMENT
SUPPLIES = AID | MONEY | MATERIEL
#: What is paid out one by one, and the paying.
INSTALMENTS = frozenset("tranche instalment installment".split())
PAYMENTS = INSTALMENTS | frozenset("payment payout disbursement".split())
#: What goods and sums are put together in to be sent.
PARCELS = INSTALMENTS | frozenset("package batch consignment shipment drawdown".split())
#: What giving is called, and what handing over is.
GIFTS = frozenset("donation contribution".split())
HANDOVERS = frozenset("delivery shipment transfer handover".split())
#: Support by all the nouns that say how it is given; what somebody waits for, payments among it.
SUPPORT = AID | FUNDS | PARCELS | GIFTS | HANDOVERS
DUE = SUPPORT | PAYMENTS
