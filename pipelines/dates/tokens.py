"""A text as tokens: where each begins and ends, and one character for its class.

One pass of one regular expression, no quantifier nested in another over the same characters: linear on any input. What
a token means is looked up in `pipelines.dates.wording`; no order of words is known here.
"""

import re
from typing import NamedTuple

from pipelines.dates.wording import WORDING, class_of

_TOKEN = re.compile(
    r"""
    [^\W\d_] (?: \.(?:[^\W\d_]\.)++ | \.[^\W\d_]\b                    # B.C., a.m., O.S.
                | \w*+ (?:['’](?:s|clock)\b)?+ )
  | [0-9]++ (?:[-–—][0-9]++){3,}+                                     # a code: ISBN, telephone
  | [0-9]++(?=(?:BCE?|AD|CE)\b)                                       # 43BC
  | [0-9]++ (?: (?<=0)['’]?s\b | (?:st|nd|rd|th)\b | [-‑][а-яё]{1,4}\b | (?:am|pm|AM|PM)\b
              | (?:,[0-9]{3}\b | [.:][0-9]++)++ | (?:[^\W\d_])\w*+ )?+
  | ['’][0-9]0s\b
  | ['’][0-9]{2}\b                                                    # '42
  | \n[ \t\r]*+\n\s*+ | \n(?:[ ]{2}|\t)[ \t]*+ | \n[ \t]*+[-–*•=#|>]   # paragraph, indented line, list item
  | [^\s]
    """,
    re.VERBOSE,
)


class _ClassMemory(dict[str, str]):
    """The class character of tokens seen before; emptied when it grows, so that no text fills the memory."""

    def __missing__(self, token: str) -> str:
        char = WORDING.class_chars[class_of(token)]
        if len(token) < 32:
            if len(self) > 100_000:
                self.clear()
            self[token] = char
        return char


_MEMORY = _ClassMemory()
_YEAR, _NUM = WORDING.class_chars["YEAR"], WORDING.class_chars["NUM"]


class Tokens(NamedTuple):
    """The tokens of one text: their words, where each begins, and the string of their classes.

    ``is_dated``: where a date is expected, so that numbers are years (`pipelines.dates.value.DateContext`).
    """

    text: str
    words: list[str]
    starts: list[int]
    classes: str
    is_dated: bool = False

    def end(self, index: int) -> int:
        """Where a token ends in the text."""
        return self.starts[index] + len(self.words[index])

    def touches(self, index: int) -> bool:
        """Whether a token stands directly after the one before it, without a space."""
        return index > 0 and self.end(index - 1) == self.starts[index]


def split_tokens(text: str, *, is_dated: bool = False) -> Tokens:
    """All tokens of a text in order; white space is left out, paragraph breaks are tokens of their own."""
    starts: list[int] = []
    words: list[str] = []
    for match in _TOKEN.finditer(text):
        starts.append(match.start())
        words.append(match[0])
    classes = "".join(map(_MEMORY.__getitem__, words))
    if is_dated:
        classes = "".join(
            _YEAR if of == _NUM and len(word) == 3 else of for word, of in zip(words, classes, strict=True)
        )
    return Tokens(text, words, starts, classes, is_dated)
