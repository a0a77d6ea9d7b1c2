"""The notation grammars are written in, and its translation to one regular expression over classes of tokens.

A pattern is words separated by spaces: class names (``MONTH``), named pieces (``YEAR_``, defined by the grammar),
``name=`` before a word to capture it, brackets, ``|``, ``?`` and ``{1,3}``. ``WORD.`` in a pattern of a language is
looked up in that language first and among the shared classes then. Unbounded repetition is not part of the notation:
every rule reads a bounded number of tokens, which keeps reading linear.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pipelines.dates.wording import WORDING


class Rule(NamedTuple):
    """One rule as a grammar states it: its permanent name, what is built from it, and its pattern."""

    name: str
    shape: str
    pattern: str


class ReadyRule(NamedTuple):
    """A rule ready to match: its full name, its shape, its expression and the names of its captures by group."""

    name: str
    shape: str
    expression: re.Pattern[str]
    captures: tuple[tuple[int, str], ...]


class Grammar(NamedTuple):
    """Rules of all languages, and the one expression that finds where any of them begins to match."""

    rules: tuple[ReadyRule, ...]
    any_rule: re.Pattern[str]


_WORD = re.compile(r"(?:([a-z][a-z0-9]*)=)?(?:([A-Za-z][A-Za-z0-9]*_?)|(\())|\s+|([()|?]|\{\d,\d\})")


def translate(pattern: str, language: str, pieces: Mapping[str, str]) -> tuple[str, list[str]]:
    """A pattern as a regular expression over class characters, and the names of its captures in order of groups.

    Raises ValueError, naming the place, for anything the notation does not know.
    """
    captures: list[str] = []
    written = _translate(pattern, language, pieces, captures)
    return written, captures


def _translate(pattern: str, language: str, pieces: Mapping[str, str], captures: list[str]) -> str:
    out: list[str] = []
    place = 0
    while place < len(pattern):
        match = _WORD.match(pattern, place)
        if match is None:
            raise ValueError(f"grammar {language}: cannot read {pattern[place:]!r} in {pattern!r}")
        capture, word, bracket, sign = match.groups()
        if word is not None:
            if capture is not None:
                captures.append(capture)
                out.append("(")
            else:
                out.append("(?:")
            if word.endswith("_"):
                if word not in pieces:
                    raise ValueError(f"grammar {language}: no piece {word!r}, used in {pattern!r}")
                out.append(_translate(pieces[word], language, pieces, captures))
            else:
                out.append(_class_char(word, language, pattern))
            out.append(")")
        elif bracket is not None:
            if capture is not None:
                captures.append(capture)
            out.append("(?:" if capture is None else "(")
        elif sign is not None:
            out.append(sign)
        place = match.end()
    return "".join(out)


def _class_char(word: str, language: str, pattern: str) -> str:
    if word == "ANY":
        return "."
    for name in (f"{language}.{word}", word):
        if name in WORDING.class_chars:
            return WORDING.class_chars[name]
    raise ValueError(f"grammar {language}: no class {word!r}, used in {pattern!r}")


def compile_grammar(parts: Iterable[tuple[str, Mapping[str, str], Iterable[Rule]]]) -> Grammar:
    """One grammar from each language's pieces and rules; earlier rules win over later ones at the same token."""
    rules: list[ReadyRule] = []
    branches: list[str] = []
    for language, pieces, stated in parts:
        for rule in stated:
            written, captures = translate(rule.pattern, language, pieces)
            rules.append(
                ReadyRule(
                    f"{language}.{rule.name}",
                    rule.shape,
                    re.compile(written),
                    tuple((place, name) for place, name in enumerate(captures, 1)),
                )
            )
            branches.append("(" + re.sub(r"\((?!\?)", "(?:", written) + ")")
    return Grammar(tuple(rules), re.compile("|".join(branches)))
