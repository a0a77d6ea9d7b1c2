"""From a rule's match to a core: the parts a piece of wording states, checked, but not yet dated.

A core knows its year, month, day, season, decade or shift as far as the words give them. It knows nothing of other
cores, of context or of EDTF. `build` returns null where the words, looked at closely, are no date (``1942 men``); the
parser then tries the next rule.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pipelines.dates.calendars import month_length
from pipelines.dates.tokens import Tokens
from pipelines.dates.wording import WORDING, base_word, roman_value

Spans = dict[str, list[tuple[int, int]]]


@dataclass(slots=True)
class Core:
    """What one piece of wording states. ``start`` and ``end`` count tokens; every other part may be absent.

    ``kind`` is its class for the second level. ``sub`` is an EDTF season or grouping (21 to 41), ``part`` early, mid or
    late. ``decade`` and ``century`` are the first year of each (a decade without its century: 30). ``shift`` and
    ``unit`` say how far from what was read before (``two years later``: 2, Y; ``that year``: 0, Y). ``ends`` are the
    two cores of a range.
    """

    kind: str
    start: int
    end: int
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    sub: int | None = None
    part: str | None = None
    decade: int | None = None
    century: int | None = None
    half: tuple[int, int] | None = None
    shift: int | None = None
    unit: str | None = None
    is_approximate: bool = False
    feast: str | None = None
    duration: str | None = None
    ends: tuple["Core", "Core"] | None = None
    joined: str | None = None
    year_span: tuple[int, int] | None = None


class Match:
    """One rule's match over the tokens, with what its captures say."""

    __slots__ = ("end", "rule", "spans", "start", "tokens")

    def __init__(self, tokens: Tokens, rule: str, start: int, end: int, spans: Spans):
        self.tokens, self.rule, self.start, self.end, self.spans = tokens, rule, start, end, spans
        if "core" in spans:
            self.start, self.end = spans["core"][0]

    def has(self, name: str) -> bool:
        """Whether a capture took part."""
        return name in self.spans

    def word(self, name: str, place: int = 0) -> str:
        """The first token of a capture, in the lexicon's spelling."""
        return base_word(self.tokens.words[self.spans[name][place][0]])

    def value(self, name: str, place: int = 0) -> int | str:
        """What the lexicon says the first token of a capture means."""
        return WORDING.word_values[self.word(name, place)]

    def number(self, name: str, place: int = 0) -> int:
        """The number a capture states, in digits, words or Roman digits; -1 where it states none."""
        start, end = self.spans[name][place]
        return number_of(self.tokens.words[start:end])

    def year(self, name: str = "y", place: int = 0) -> int | None:
        """The astronomical year a capture states, with the era beside it; null where there is no such capture."""
        if name not in self.spans:
            return None
        year = self.number(name, place)
        if not 0 < year <= _LAST_YEAR:
            return None
        return 1 - year if self.is_bc() else year

    def is_bc(self) -> bool:
        """Whether the era captured is before Christ."""
        return "e" in self.spans and self.char("e") in _BC

    def is_named(self, place: int | None = None) -> bool:
        """Whether the token after the match (or that one) begins with a capital, as in ``the October Revolution``."""
        words = self.tokens.words
        place = self.end if place is None else place
        return place < len(words) and words[place][0].isupper()

    def follows(self, name: str) -> bool:
        """Whether a token of that class stands before the match."""
        return self.start > 0 and self.tokens.classes[self.start - 1] == _CHARS.get(name)

    def char(self, name: str) -> str:
        """The class of a capture's first token."""
        return self.tokens.classes[self.spans[name][0][0]]

    def core(self, kind: str, **parts: object) -> Core:
        """A core over the whole match."""
        return Core(kind, self.start, self.end, self.rule, **parts)  # type: ignore[arg-type]


_CHARS = WORDING.class_chars
_LAST_YEAR = 9999  # further ones need EDTF's Y, which takes no month


def _chars(*names: str) -> str:
    return "".join(_CHARS[name] for name in names if name in _CHARS)


_BC = _chars("en.BC", "ru.UNTIL")  # до нашей эры


def number_of(words: list[str]) -> int:
    """The number some tokens state together (``twenty-first``, ``18th``, ``12``, ``XIX``); -1 where they state none."""
    total = 0
    for word in words:
        if len(word) == 3 and word[0] in "'’":
            return 1900 + int(word[1:])  # '42: of the century such shortening is usual for
        digits = 0
        while digits < len(word) and "0" <= word[digits] <= "9":
            digits += 1
        if digits:
            plain = word.replace(",", "") if len(word) < 8 else word
            if digits > 4 or (not (plain.isascii() and plain.isdigit()) and not word[digits:].strip("'’-").isalpha()):
                return -1
            total += int(plain if plain.isascii() and plain.isdigit() else word[:digits])
            continue
        value = WORDING.word_values.get(base_word(word))
        if isinstance(value, int):
            total = value * max(total, 1) if value in (100, 1000) else total + value
        elif word and word[0] in "IVXХ" and len(word) <= 7:
            total += roman_value(word)
    return total if total > 0 else -1


_DATE_KINDS = {
    (True, True, True): "cDAY",
    (True, True, False): "cMONTH",
    (True, False, False): "cYEAR",
    (False, True, True): "cMONTHDAY",
    (False, True, False): "cMONTHALONE",
}


def to_date(match: Match, year: int | None, month: int | None, day: int | None, **more: object) -> Core | None:
    """A core of a year, month and day as far as given; null where the calendar has no such day in either calendar."""
    if day is not None and (
        month is None or not 1 <= day <= month_length(2000 if year is None else year, month, julian=True)
    ):
        return None
    if month is not None and not 1 <= month <= 12:
        return None
    kind = _DATE_KINDS[(year is not None, month is not None, day is not None)]
    return match.core(kind, year=year, month=month, day=day, **more)


_COUNTED = frozenset(_chars("en.COUNTED", "ru.COUNTED"))
_UNITS = frozenset(_chars("en.UNITS", "ru.UNITS", "en.HUNDRED"))
_NUMBERED = frozenset(_chars("en.NUMBERED", "ru.NUMBERED"))
_QUANTITY = frozenset(_chars("en.OVER", "en.THAN", "en.SEVERAL", "en.ONLY", "en.LEASTWORD", "TILDE"))
_CIRCA = _chars("en.CIRCA", "ru.CIRCA")
_ABOUT = _chars("en.ABOUT")
_OF = _chars("en.OF")
_AT = _chars("en.AT")
_COLLECTIVE = frozenset(_chars("en.COLLECTIVE"))
_EVIDENCE = frozenset(
    _chars(
        "en.IN", "en.BY", "en.SINCE", "en.FROM", "en.UNTIL", "en.THROUGH", "en.OF", "en.AFTER", "en.BEFORE",
        "en.CIRCA",
        "en.DURING", "en.BETWEEN", "en.PRIOR", "en.TO", "en.AND", "en.OR", "en.STARTING", "en.BEGINNING", "en.DATING",
        "LPAREN", "DASH", "SLASH", "COMMA", "LBRACK", "en.THE", "en.PART", "en.ABOUT", "en.PROBABLY", "SEMI", "COLON",
        "BREAK", "ru.IN", "ru.FROM", "ru.TO", "ru.UNTIL", "ru.BY", "ru.AFTER", "ru.CIRCA", "ru.BETWEEN", "ru.AND",
        "ru.OR", "en.LATER", "en.EARLIER", "en.CIRCA", "en.NEWSTYLE", "en.OLDSTYLE", "TILDE", "en.SEASON", "en.FALL",
        "en.THIS",
    )
)  # fmt: skip
_STRONG = frozenset(
    _chars("en.IN", "en.SINCE", "en.UNTIL", "en.DURING", "en.CIRCA", "ru.IN", "ru.CIRCA", "en.BETWEEN", "LPAREN")
)
_DASH, _DOT, _COMMA, _WORD, _SLASH = _CHARS["DASH"], _CHARS["DOT"], _CHARS["COMMA"], _CHARS["WORD"], _CHARS["SLASH"]
_CAPWORD, _BREAK, _OTHER, _LPAREN, _RPAREN = (
    _CHARS["CAPWORD"], _CHARS["BREAK"], _CHARS["OTHER"], _CHARS["LPAREN"], _CHARS["RPAREN"],
)  # fmt: skip
_AGES = frozenset(_chars("en.AGED", "en.AGE", "en.AT"))
_PREFIXES = frozenset(_chars("en.PREFIX", "en.PART", "en.PARTNOUN"))
_NUMBERS = frozenset(_chars("DAY", "NUM", "YEAR", "BIG", "CLOCK", "DOTDATE"))


def is_year(tokens: Tokens, index: int, year: int) -> bool:
    """Whether a bare four-digit number is meant as a year: not a count (``1942 men``), not a label (``Room 1984``).

    Looks at the two tokens on either side and nothing further.
    """
    classes, words = tokens.classes, tokens.words
    before = classes[index - 1] if index else _BREAK
    after = classes[index + 1] if index + 1 < len(classes) else _BREAK
    if before in _NUMBERED or before in _QUANTITY:
        return False
    if tokens.is_dated:
        return before not in _AGES and after not in _COUNTED and after not in _UNITS
    if before == _DOT and index > 1 and classes[index - 2] in _CIRCA:
        return True
    if before == _DOT and index > 1 and classes[index - 2] in _NUMBERED and words[index - 2].lower() in _ABBREVIATED:
        return False
    if before == _DASH and tokens.touches(index) and index > 1 and tokens.touches(index - 1):
        left = classes[index - 2]
        if left != _CHARS["YEAR"] and left not in _PREFIXES:
            return False
        if left == _CHARS["YEAR"] and not is_year(tokens, index - 2, int(words[index - 2])):
            return False
    if before == _OTHER and tokens.touches(index) and words[index - 1] in "$£€#№+=%&@^_":
        return False
    if before in _OF and index > 1 and classes[index - 2] in _COLLECTIVE:
        return False
    if after == _DASH and index + 2 < len(classes) and tokens.touches(index + 1) and tokens.touches(index + 2):
        if classes[index + 2] in _COUNTED or classes[index + 2] in _UNITS:
            return False
    elif after == _OTHER and tokens.touches(index + 1) and words[index + 1] in "%°$€£×":
        return False
    if after in _COUNTED or after in _UNITS:
        return before in _STRONG and before not in _UNITS and year > 1400 and words[index + 1].lower() not in _MEASURES
    if before in _NUMBERS and before != _CHARS["DOTDATE"] and not tokens.touches(index):
        return False
    if before == _AT:
        return False  # "at 1500 volts"
    if before == _CHARS["COLON"] and index > 1 and classes[index - 2] == _RPAREN:
        return False  # "12 (1987): 1105–1120" are pages
    if before in _EVIDENCE:
        return not (before in _ABOUT and year % 100 == 0 and after in (_WORD, _OF)) and (
            year >= 1100 or before in _STRONG or before in (_LPAREN, _DASH)
        )
    if before in (_WORD, _CAPWORD) and after in (_WORD, _OF) and (year % 50 == 0 or year < 1300):
        return False
    return 1300 <= year <= 2050


_ABBREVIATED = WORDING.wordlists["en.abbreviated_labels"] | WORDING.wordlists["ru.abbreviated_labels"]
_MEASURES = WORDING.wordlists["en.measures"]

PREPOSITIONS = frozenset(
    _chars(
        "en.IN", "en.BY", "en.SINCE", "en.FROM", "en.UNTIL", "en.THROUGH", "en.OF", "en.AFTER", "en.BEFORE",
        "en.DURING", "en.BETWEEN", "en.TO", "en.PART", "en.STARTING", "en.BEGINNING", "LPAREN", "en.AND", "en.OR",
        "DASH", "en.ON", "en.LAST", "en.NEXT", "en.THIS", "en.EVERY", "en.SINCE", "ru.IN", "ru.BY", "ru.UNTIL",
        "ru.FROM", "ru.TO",
        "DASH", "en.ON",
        "ru.AND", "SLASH", "en.THAT", "en.FOLLOWING", "COMMA",
    )
)  # fmt: skip

AND_CHARS = _chars("en.AND", "ru.AND")
OR_CHARS = _chars("en.OR", "ru.OR")
MONTH_CHARS = frozenset(_chars("en.MONTH", "en.NAMEMONTH", "ru.MONTH"))
COUNT_CHARS = frozenset(_chars("en.COUNTED", "ru.COUNTED", "en.HUNDRED"))
NOUN_CHARS = frozenset(
    _chars(
        "en.COUNTED", "en.NUMBERED", "en.COLLECTIVE", "DASH", "en.UNIT", "en.UNITS", "en.BIRTHDAY", "en.FEASTHEAD",
    )
)  # fmt: skip
"""Classes that, after an ordinal or a small number, show that it counts or names something else."""

Builder = Callable[[Match], "Core | list[Core] | None"]
