"""Whether somebody is a woman, as far as the spelling of the name tells; given names by which people go alone."""

from __future__ import annotations

#: Given names of women that do not end in "a", and of men that do.
WOMEN = frozenset(
    "abigail adele agne agnes aimee alice alison allison amelie amy anahit anette angele angie anke anne annegret anneke anneli "
    "anneliese annette annie antje aoife ariane ashley astrid aude audrey ausrine avril axelle ayse beatrice beatriz becky bente "
    "berit bernadette bernice beth bethany betty beverly birgit birgitte blandine bodil bonnie brigitte britt brittany capucine "
    "carmen carole caroline carolyn catherine cathy cecile charlene charlotte cheryl chloe christiane christine ciara cindy claire "
    "clotilde colette colleen connie constance courtney danielle daphne debbie delphine denise desiree diane dolores doreen doris "
    "dorothee dorothy dorte dovile edith edwige egle eileen elif elisabeth elise elizabeth elke ellen elodie els emilie emily emine "
    "esme estelle esther eugenie evelyn famke femke florence frauke gabriele gabrielle gail gayle geraldine gerlinde gesine ghada "
    "gintare gisele grete griet gro gudrun gul gunhild guylaine gwen hadewych hanne hayley heidi heike helen helene hilary hilde "
    "hildegard hillary ilse ilze imke ines inge inger ingrid irene isabel isobel jackie jacqueline jane janet janice jennifer jill "
    "joan joanne jocelyn jodie joelle jolie josephine joyce judith judy julianne julie juliette justine kadri kaja karen karin "
    "karine karoline kate katherine kathleen kathy katie katrien katrin kersti kerstin ketevan kimberley kimberly kirsten kirstin "
    "kristin lauren laurie leslie lieke lieve liis liubov liv liz lois louise lubov lucy ludivine luz lynette lyubov madeleine "
    "maggie maike mandy margaret margarete margot mari marianne maribel marie marijke marilyn marit marjorie marlene martine mary "
    "maryam mathilde maud maureen megan meike melanie mercedes meredith merete merle meryl mette mhairi michelle mieke millie "
    "minnie mireille miriam muriel murielle nadege nadine nancy natalie nathalie nelli nellie nelly niamh nicole nino nur odette "
    "odile paivi pauline peggy penelope phoebe phyllis pilar piret polly rachel radvile ragnhild randi raquel renee riin roisin "
    "rosalie rosemary rosie ruth sabine sadie salome sandrine sanne sanni sarah sharon shelly shireen shirley sieglinde signe "
    "sigrid silke simone sinead siobhan siv solange soledad solveig sophie stacey stephanie sue susan susanne susie suzanne sylvie "
    "therese tiffany tinatin tove tracy triin trudy tytti ute valerie vicky virginie vivian wendy wiebke yasmin yvette yvonne "
    "zeynep zoe".split()
)
#: Others, which are words besides.
WORDS = frozenset(
    "amber april carol dawn eve faith grace hazel heather holly hope iris ivy joy june kelly kitty lily lone may mercy molly "
    "patty pearl penny rim rose ruby sally sandy tone".split()
)
MEN = frozenset(
    "akira alyosha andrea attila bela borja borya dania danila danya dima elia esa ezra fedya foma franta gavrila gela geza gia "
    "gianluca giga grisha gyula hamza honza hryhora ilia ilkka illia ilya isa issa jirka joshua juha jukka jura kakha kenta kolya kosta "
    "kostya kuzma lasha luca lyonya lyosha lyova mattia micha mika mikita misha moussa musa mustafa mykola mykyta nicola nikita nikola "
    "oleksa osama pasha pekka pepa petya sanya sasha sava savva senya seryozha shota shura sinisa slava taha tobia tolya vanya vazha "
    "vitya vojta volodya vova yahya zakhariya zaza zhenya".split()
)
#: Given names by which people of a report go who do not give their surnames.
GIVEN = WOMEN | frozenset(
    "aaron adam agnieszka alain aleksandr aleksei alexander alexei alexey alina alla anastasia anastasiia anders andre andreas andrei "
    "andrew andrii andrius andriy andrzej angelina anna anthony antoine anton antonina arina arkady artem barbara benjamin bernard "
    "bernd bogdan bohdan bohdana boris brian charles christopher daniel daniil danylo daria dariia daryna dasha david demian demyan "
    "denis dennis denys diana dieter dmitri dmitry dmytro eduard edward egor ekaterina elena emil emma eric erik eva evgeny evhen ewa "
    "fedir florian francois fyodor galina galyna gennady george georgiy gleb gregory guenter gunnar halina halyna hanna hannah hans "
    "hennadii hennadiy henry heorhii hlib horst hryhorii hryhoriy igor ihor illia illya ilya inna iosif irina iryna ivan jacob jacques "
    "james jan jason jens jessica joanna johan john jonas jonathan joseph joshua juergen julia justin karina katarzyna katerina "
    "kateryna katya kevin khrystyna kira klaus klavdiia konstantin kostiantyn kostyantyn kristjan krzysztof ksenia kseniia kyle kyrylo "
    "larisa lars larysa laura laurent lea lena leonid lesia lesya lev levko lidiia lilia liliia liubomyr liudmyla lubomyr luc lyuda "
    "lyudmila magdalena makar maks maksim maksym malgorzata manfred marc marek margaryta maria marian mariia marina mark marko markus "
    "marta martin martins maryna masha matthew matthias matvii max maxim michael michel mikhail milana mindaugas mykhailo mykhaylo "
    "mykola myroslav myroslava nadia nadiia nastya natalia nataliia nataliya natasha nathan nazar nazarii nazariy nicholas nicolas "
    "nikita nils nina oksana olaf oleg oleh oleksandr oleksii oleksiy olena olesia olesya olexandr olga olha olivia olya orest ostap "
    "patrick paul pavel pavlo pawel peter petr petro philippe pierre piotr platon polina pyotr raimonds raisa richard robert rodion "
    "roman rostislav rostyslav ruslan ruslana rustam rustem ryan rymma samuel sara scott sebastian semen sergei sergey sergii sergiy "
    "serhii serhiy sofia sofiia solomiia solomiya stanislav stanislava stanislaw stefan stefania stepan stephen steven sven sveta "
    "svetlana sviatoslav svitlana svyatoslav tamara tanya taras tarmo tatiana tetiana tetyana thomas timothy timur tobias tomas tomasz "
    "tymofii tymur uliana ulyana urmas uwe vadim vadym valentina valentyna valerii valeriy vasily vasyl vera veronika viacheslav victor "
    "viktor viktoria viktoriia viktoriya vira vitalii vitaliy vitaly vlad vladimir vladislav vladyslav vladyslava volodia volodymyr "
    "vsevolod vyacheslav vytautas william wojciech wolfgang yana yaroslav yaroslava yegor yehor yevgen yevhen yevhenia yevhenii "
    "yevheniia yevheniy yulia yuliia yuliya yuri yurii yuriy yury zakhar zhanna zlata zofia zoia zoya".split()
)
#: Endings of surnames that women bear.
SURNAMES = ("ova", "eva", "skaya", "skaia", "aite", "iute", "yte", "iene")


def is_female(person: str) -> bool:
    """Whether a person is a woman, as far as the spelling of given name and surname tells."""
    given, _, surname = person.partition("-")
    if given in WOMEN or given in WORDS:
        return True
    if given in MEN:
        return False
    return len(given) > 2 and (given.endswith("a") or surname.endswith(SURNAMES))
