"""Whether a given name is a woman's, as far as its spelling tells."""

from __future__ import annotations

#: Given names of women that do not end in "a", and of men that do.
WOMEN = frozenset(
    "liz elizabeth elisabeth anne marie jane mary kate kaja mette janet ingrid karoline caroline karine julianne emine helen helene nancy "
    "hillary sarah susan ruth rachel margaret christine catherine katherine yvette jill lucy emily alice michelle nicole isabel beatrice "
    "penny avril agnes iris ines ellen eileen karin kirsten astrid sigrid solveig birgit judith edith gwen joan jean lois sue amy annie "
    "rosemary dorothy betty kim natalie sophie charlotte louise claire adele simone yvonne irene chloe zoe inge silke heike antje".split()
)
MEN = frozenset(
    "luca nikita illia ilia ilya mykola kuzma foma sasha joshua ezra andrea gianluca mustafa micha misha vanya kolya mika "
    "jukka pekka".split()
)
#: Given names by which people of a report go who do not give their surnames.
GIVEN = WOMEN | frozenset(
    "yurii yuriy yuri yury oleksandr oleksiy oleksii oleh oleg olena oksana olha olga iryna irina nataliia natalia nataliya tetiana "
    "tetyana tatiana halyna nadiia nadia liudmyla lyudmila svitlana svetlana viktoriia viktoria valentyna valentina larysa larisa "
    "maryna marina mariia maria anna hanna inna alla kateryna yulia yuliia daria dariia sofiia sofia anastasiia polina vira vera "
    "liubov zoia raisa tamara antonina nina lidiia bohdan bogdan dmytro dmitry dmitri serhii serhiy sergei sergiy mykola maksym maxim "
    "mykhailo mikhail andrii andriy andrei ivan petro pavlo pavel vasyl vasily volodymyr vladimir viktor victor taras artem anton "
    "denys denis roman ruslan ihor igor stepan stanislav vitalii vitaliy vadym vadim valerii valeriy yevhen yevhenii evgeny hryhorii "
    "illia ilya kyrylo konstantin kostiantyn leonid marko matvii nazar ostap rostyslav sviatoslav tymofii vladyslav yaroslav zakhar "
    "arkady boris fedir fyodor gennady hennadii iosif lev mark nikita pyotr semen timur "
    "jan piotr pawel krzysztof tomasz marek andrzej katarzyna magdalena agnieszka".split()
)


def is_female(person: str) -> bool:
    """Whether a person's given name is a woman's, as far as its spelling tells."""
    given = person.split("-")[0]
    return given in WOMEN or (given.endswith("a") and given not in MEN and len(given) > 2)
