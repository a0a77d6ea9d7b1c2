"""The lexicon of time, loaded once: every word's class and meaning, and when countries changed calendar.

A class is one character, so that a text becomes a string of classes and the grammar can be written as patterns over
it. English and Russian words keep apart (``en.MONTH``, ``ru.MONTH``); numbers and punctuation are shared. Data stands
in ``pipelines/lexicon/dates_*.toml``; nothing here knows the order of words.
"""

import re
import tomllib
from importlib.resources import files
from typing import Any, NamedTuple

from pipelines.dates.calendars import day_from_ymd
from warehouse.contract.types import Day

LANGUAGES = ("en", "ru")

SHARED_CLASSES = (
    "DAY",  # 1 to 31, one or two digits
    "NUM",  # another number of up to three digits
    "YEAR",  # 1000 to 2100, four digits
    "BIG",  # another number
    "ORDNUM",  # 18th
    "DECADENUM",  # 1930s, '30s
    "SHORTYEAR",  # '42
    "RUORDNUM",  # 1930-х, 1924-го
    "DOTDATE",  # 7.2.1905
    "CLOCK",  # 10:30
    "HHMM",  # 0430
    "ROMAN",  # XIX
    "COMMA", "DOT", "LPAREN", "RPAREN", "LBRACK", "RBRACK", "DASH", "SLASH", "QUESTION", "COLON", "SEMI", "QUOTE",
    "TILDE", "BREAK", "OTHER", "WORD", "CAPWORD",
)  # fmt: skip
"""Classes of tokens that belong to no language. OTHER is any sign, WORD any word without a meaning of its own."""

CORE_CLASSES = (
    "cDAY", "cMONTHDAY", "cDAYOF", "cMONTH", "cMONTHALONE", "cYEAR", "cSMALLYEAR", "cPART", "cSEASON", "cSEASONALONE",
    "cDECADE", "cCENTURY", "cWEEKDAY", "cFEAST", "cRELATIVE", "cTIME", "cVAGUE", "cDURATION", "cREPEATED", "cAGE",
    "cRANGE",
)  # fmt: skip
"""Classes of the cores the first level finds, which the second level joins into phrases."""

Value = int | str


class CalendarChange(NamedTuple):
    """When a country changed calendar: its usual name, the last day reckoned Julian and the first Gregorian one."""

    country: str
    last_julian: Day
    first_gregorian: Day


class Wording(NamedTuple):
    """The loaded lexicon."""

    class_chars: dict[str, str]
    word_classes: dict[str, str]
    word_values: dict[str, Value]
    feasts: dict[str, int]
    easter_feasts: dict[str, int]
    changes: dict[str, CalendarChange]
    wordlists: dict[str, frozenset[str]]


# words of these classes count only with a capital letter: "may", "march" and "sun" are everyday words
_CAPITALISED = frozenset({"NAMEMONTH", "SHORTMONTH", "SHORTWEEKDAY", "FEASTHEAD", "WEEKDAY"})
_FIRST_CHAR = 0x2500  # a run of characters with no meaning to regular expressions


def _load() -> Wording:
    names = [*SHARED_CLASSES, *CORE_CLASSES]
    classes: dict[str, str] = {}
    values: dict[str, Value] = {}
    feasts: dict[str, int] = {}
    easter: dict[str, int] = {}
    wordlists: dict[str, frozenset[str]] = {}
    for language in LANGUAGES:
        data = _read(f"dates_{language}.toml")
        for name, listed in data.get("wordlists", {}).items():
            wordlists[f"{language}.{name}"] = frozenset(listed.split())
        for name, word, value in _words(data):
            if name in ("FEAST", "EASTERFEAST"):
                (feasts if name == "FEAST" else easter)[word.replace("’", "'")] = int(value)
                continue
            full = f"{language}.{name}"
            if full not in names:
                names.append(full)
            if classes.setdefault(word, full) != full:
                raise ValueError(f"dates_{language}.toml: {word!r} is {classes[word]} and {full}; keep one class.")
            values[word] = value
    names.append("en.FEASTHEAD")
    heads = {feast.split()[0].removesuffix("'s") for feast in (*feasts, *easter)}
    for head in heads:
        classes.setdefault(head, "en.FEASTHEAD")
    chars = {name: chr(_FIRST_CHAR + place) for place, name in enumerate(names)}
    changes: dict[str, CalendarChange] = {}
    for change in _read("dates_calendars.toml")["change"]:
        julian = day_from_ymd(*map(int, change["last_julian"].split("-")), julian=True)
        gregorian = day_from_ymd(*map(int, change["first_gregorian"].split("-")))
        for country in change["names"]:
            changes[country] = CalendarChange(change["country"], julian, gregorian)
    return Wording(chars, classes, values, feasts, easter, changes, wordlists)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("pipelines.lexicon").joinpath(name).read_text(encoding="utf-8"))


def _words(data: dict[str, Any]) -> list[tuple[str, str, Value]]:
    found: list[tuple[str, str, Value]] = []
    for name, table in data.get("values", {}).items():
        found += [(name, word, value) for word, value in table.items()]
    for name, table in data.get("stems", {}).items():
        endings = data["endings"][name]
        found += [(name, stem + ending, value) for stem, value in table.items() for ending in endings]
    for name, listed in data.get("lists", {}).items():
        found += [(name, word, word) for word in (listed.split() if isinstance(listed, str) else listed)]
    return found


WORDING = _load()


def change_of_calendar(country: str) -> CalendarChange | None:
    """When that country (an English or Russian name) left the Julian calendar; null where the lexicon does not say."""
    return WORDING.changes.get(country.strip().lower())


_ROMAN = re.compile(r"(?=[IVXХ])[XХ]{0,3}(?:I[XХ]|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "Х": 10}


def roman_value(token: str) -> int:
    """What a Roman numeral below 40 says (Latin letters, or the Cyrillic ``Х``); the caller knows it is one."""
    total = 0
    for letter, following in zip(token, [*token[1:], "I"], strict=True):
        value = _ROMAN_DIGITS[letter]
        total += -value if value < _ROMAN_DIGITS[following] else value
    return total


_PUNCTUATION = {
    ",": "COMMA", ".": "DOT", "(": "LPAREN", ")": "RPAREN", "[": "LBRACK", "]": "RBRACK", "-": "DASH", "–": "DASH",
    "—": "DASH", "−": "DASH", "‑": "DASH", "‒": "DASH", "/": "SLASH", "?": "QUESTION", ":": "COLON", ";": "SEMI",
    "'": "QUOTE", "’": "QUOTE", "~": "TILDE",
}  # fmt: skip

_ORDNUM = re.compile(r"\d{1,2}(?:st|nd|rd|th)", re.IGNORECASE)
_DECADENUM = re.compile(r"['’]?(?:\d\d)?\d0['’]?s")
_RUORDNUM = re.compile(r"\d{1,4}-[а-яё]{1,4}")
_DOTDATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.[12]\d{3}")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?")
_GLUED = re.compile(r"(\d{1,2})(am|pm|AM|PM)")


def class_of_number(token: str) -> str:
    """The class of a token that begins with a digit."""
    if token.isascii() and token.isdigit():
        size = len(token)
        if size > 4:
            return "BIG"
        value = int(token)
        if size <= 2:
            return "DAY" if 1 <= value <= 31 else "NUM"
        if size == 3:
            return "NUM"
        if token[0] == "0":
            return "HHMM"
        return "YEAR" if 1000 <= value <= 2100 else "BIG"
    if len(token) > 12:
        return "OTHER"
    for pattern, name in (
        (_ORDNUM, "ORDNUM"), (_DECADENUM, "DECADENUM"), (_RUORDNUM, "RUORDNUM"), (_DOTDATE, "DOTDATE"),
        (_CLOCK, "CLOCK"), (_GLUED, "CLOCK"),
    ):  # fmt: skip
        if pattern.fullmatch(token):
            return name
    return "BIG"


def class_of(token: str) -> str:
    """The name of a token's class."""
    first = token[0]
    if "0" <= first <= "9":
        return class_of_number(token)
    if not first.isalpha():
        if first == "\n":
            return "BREAK"
        if len(token) > 1 and _DECADENUM.fullmatch(token):
            return "DECADENUM"
        if len(token) == 3 and token[1:].isdigit():
            return "SHORTYEAR"
        return _PUNCTUATION.get(token, "OTHER")
    name = WORDING.word_classes.get(base_word(token))
    if name is not None and not (first.islower() and name[3:] in _CAPITALISED and name[:2] == "en"):
        return name
    if len(token) <= 7 and first in "IVXХ" and _ROMAN.fullmatch(token):
        return "ROMAN"
    return "WORD" if first.islower() else "CAPWORD"


def base_word(token: str) -> str:
    """A word as the lexicon keys it: lower case, without a possessive ending."""
    lower = token.lower()
    return lower[:-2] if lower.endswith(("'s", "’s")) else lower
