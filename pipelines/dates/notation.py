"""The notation grammars are written in, and its translation to regular expressions over classes of tokens.

A pattern is words separated by spaces: class names (``MONTH``), named pieces (``YEAR_``, defined by the grammar),
``name=`` before a word or bracket to capture it, brackets, ``|`` and ``?``. A class is looked up in the rule's language
first and among the shared classes then; ``ANY`` is any token. Unbounded repetition is not part of the notation: every
rule reads a bounded number of tokens, which keeps reading linear.

The first two tokens a rule can begin with are known beforehand, so that a text is searched only where some rule can
begin, and only with the rules that can.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from pipelines.dates.wording import WORDING

_ANY = "."


class Rule(NamedTuple):
    """One rule as a grammar states it: its permanent name, what is built from it, and its pattern.

    ``behind`` names the classes one of which must stand before the words, ``ahead`` those one of which must follow
    (or the text end); neither is part of the words.
    """

    name: str
    shape: str
    pattern: str
    behind: str = ""
    ahead: str = ""


class ReadyRule(NamedTuple):
    """A rule ready to match: full name, shape, expression, captures by group, and what it can begin with.

    ``beginnings`` holds strings of one class (the rule can end there) or two; ``.`` is any class.
    """

    name: str
    shape: str
    expression: re.Pattern[str]
    captures: tuple[tuple[int, str], ...]
    beginnings: frozenset[str]


class Grammar:
    """Rules of all languages in order, and where in a string of classes any of them can begin."""

    def __init__(self, rules: tuple[ReadyRule, ...]):
        self.rules = rules
        self._by_pair: dict[str, tuple[ReadyRule, ...]] = {}
        self.begin = re.compile(_translate_beginnings(rules))

    def rules_at(self, classes: str, place: int) -> tuple[ReadyRule, ...]:
        """The rules that can begin there, in order."""
        pair = classes[place : place + 2]
        rules = self._by_pair.get(pair)
        if rules is None:
            first, second = pair[:1], pair[1:]
            fitting = {first, first + second, first + _ANY, _ANY}
            rules = tuple(rule for rule in self.rules if not rule.beginnings.isdisjoint(fitting))
            self._by_pair[pair] = rules
        return rules


def _translate_beginnings(rules: tuple[ReadyRule, ...]) -> str:
    seconds: dict[str, set[str]] = {}
    for rule in rules:
        for beginning in rule.beginnings:
            seconds.setdefault(beginning[0], set()).add(beginning[1:] or _ANY)
    branches: list[str] = []

    def following(first: str) -> str:
        return "" if _ANY in seconds[first] else "".join(sorted(seconds[first]))

    for second, firsts in groupby(sorted(seconds, key=following), key=following):
        branches.append(f"[{''.join(firsts)}]" + (f"(?=[{second}])" if second else ""))
    return "|".join(branches)


_WORD = re.compile(r"(?:([a-z][a-z0-9]*)=)?(?:([A-Za-z][A-Za-z0-9]*_?)|(\())|([)|?])|\s+")


class _Translation:
    """One pattern's translation under way: reads it once, writes the expression and what it can begin with."""

    def __init__(self, language: str, pieces: Mapping[str, str]):
        self.language, self.pieces = language, pieces
        self.captures: list[str] = []

    def alternatives(self, signs: list[tuple[str | None, str]], place: int) -> tuple[str, frozenset[str], int]:
        """Read alternatives up to a closing bracket or the end: expression, beginnings, place after."""
        written: list[str] = []
        begins: set[str] = set()
        while True:
            one, beginning, place = self._sequence(signs, place)
            written.append(one)
            begins |= beginning
            if place < len(signs) and signs[place][1] == "|":
                place += 1
                continue
            return "|".join(written), frozenset(begins), place

    def _sequence(self, signs: list[tuple[str | None, str]], place: int) -> tuple[str, set[str], int]:
        written: list[str] = []
        begins = {""}
        while place < len(signs) and signs[place][1] not in ("|", ")"):
            one, beginning, place = self._item(signs, place)
            if place < len(signs) and signs[place][1] == "?":
                one, beginning, place = one + "?", beginning | {""}, place + 1
            written.append(one)
            begins = {(left + right)[:2] for left in begins for right in (beginning if len(left) < 2 else ("",))}
        return "".join(written), begins, place

    def _item(self, signs: list[tuple[str | None, str]], place: int) -> tuple[str, frozenset[str], int]:
        capture, word = signs[place]
        if capture is not None:
            self.captures.append(capture)
        opening = "(?:" if capture is None else "("
        if word == "(":
            inner, begins, place = self.alternatives(signs, place + 1)
            if place >= len(signs):
                raise ValueError(f"grammar {self.language}: a bracket is not closed in {signs}")
            return f"{opening}{inner})", begins, place + 1
        if word.endswith("_"):
            if word not in self.pieces:
                raise ValueError(f"grammar {self.language}: no piece {word!r}")
            inner, begins, _ = self.alternatives(self.split(self.pieces[word]), 0)
            return f"{opening}{inner})", begins, place + 1
        char = self.class_char(word)
        return (char if capture is None else f"({char})"), frozenset((char,)), place + 1

    def class_char(self, word: str) -> str:
        """The character of a class, of this language or shared."""
        if word == "ANY":
            return _ANY
        for name in (f"{self.language}.{word}", word):
            if name in WORDING.class_chars:
                return WORDING.class_chars[name]
        raise ValueError(f"grammar {self.language}: no class {word!r}")

    def split(self, pattern: str) -> list[tuple[str | None, str]]:
        """A pattern's words and signs, each with the capture before it."""
        signs: list[tuple[str | None, str]] = []
        place = 0
        while place < len(pattern):
            match = _WORD.match(pattern, place)
            if match is None:
                raise ValueError(f"grammar {self.language}: cannot read {pattern[place:]!r} in {pattern!r}")
            capture, word, bracket, sign = match.groups()
            token = word or bracket or sign
            if token is not None:
                signs.append((capture, token))
            place = match.end()
        return signs


def compile_rule(rule: Rule, language: str, pieces: Mapping[str, str]) -> ReadyRule:
    """One rule made ready; ValueError, naming the rule's fault, for anything the notation does not know."""
    translation = _Translation(language, pieces)
    signs = translation.split(rule.pattern)
    written, begins, place = translation.alternatives(signs, 0)
    if place != len(signs):
        raise ValueError(f"grammar {language}: a bracket too many in {rule.pattern!r}")
    if "" in begins:
        raise ValueError(f"grammar {language}: {rule.pattern!r} can match nothing at all")
    captures = tuple(enumerate(translation.captures, 1))
    if rule.ahead:
        written = f"(?:{written})(?=[{''.join(map(translation.class_char, rule.ahead.split()))}]|$)"
    if rule.behind:
        written = f"(?<=[{''.join(map(translation.class_char, rule.behind.split()))}])(?:{written})"
    return ReadyRule(f"{language}.{rule.name}", rule.shape, re.compile(written), captures, begins)


def compile_grammar(parts: Iterable[tuple[str, Mapping[str, str], Iterable[Rule]]]) -> Grammar:
    """One grammar from each language's pieces and rules; earlier rules win over later ones at the same token."""
    return Grammar(tuple(compile_rule(rule, language, pieces) for language, pieces, rules in parts for rule in rules))
