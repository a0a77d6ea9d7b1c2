"""Words lost from prose, seen by what is left: marks set off from their words, words that cannot stand side by side.

The lists are data (lexicon ``gaps``); here is how they are joined and judged. Nothing here knows sources or passages:
a text goes in, places come out. Every search is one pass; what is looked at around a place has a fixed length.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipelines.lexicon import load_lexicon

_LEXICON = load_lexicon("gaps")


class Loss(NamedTuple):
    """One place where something is missing. ``is_certain`` is false where only a stray blank tells of it."""

    kind: str
    place: int
    is_certain: bool = True


def _any(words: Iterable[str], *, is_initial: bool = False) -> str:
    """One of the words, those of one first letter together: the search tries each first letter once."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(
        f"{f'[{letter}{letter.upper()}]' if is_initial else letter}(?:{'|'.join(rests)})"
        for letter, rests in sorted(by_letter.items())
    )


_OPENERS = frozenset(_LEXICON["openers"])
_FINE_SECOND = frozenset(_LEXICON["fine_second"])
_FINE_AFTER_ARTICLE = frozenset(_LEXICON["fine_after_an_article"])
_PAIRS: dict[str, frozenset[str]] = {first: frozenset(seconds) for first, seconds in _LEXICON["pairs"].items()}
_STRANDING: dict[str, frozenset[str]] = {first: frozenset(words) for first, words in _LEXICON["stranding"].items()}
_PLACES_AND_DAYS = frozenset(_LEXICON["places_and_days"])
_IRREGULAR = frozenset(_LEXICON["verbs"]["irregular"])
_FINITE = frozenset(_LEXICON["verbs"]["finite"])
_BARE = _LEXICON["verbs"]["sentence_cannot_begin"]
_ABBREVIATIONS = frozenset(_LEXICON["abbreviations"]["words"])
_WANTING = frozenset(_LEXICON["wanting"]["words"])
_WANTING_AFTER = frozenset(_LEXICON["wanting"]["after"])
_OPEN_INTERVALS = frozenset((("from", "to"), ("between", "and")))
_JOINING = frozenset(("and", "or", "while"))
_AUXILIARY = frozenset(("was", "were", "is", "are", "had", "has"))
_DEFINITE = frozenset(("the", "his", "her", "its", "their"))

# Each begins with characters that are seldom, so that the search leaps from one to the next.
_STRAY = re.compile(r"[ \u00a0](?:(?:[,;:)]|\.(?!\.))(?=[\s,;.)\"”’»—–]|$)|—(?=\w)|['’]s(?=\s)(?!\sG))")
_BRACKET = re.compile(r"\((?<![\w(]\()(?:\s*(?=[),;])|(?P<date>\s+(?=[–—-]\s*\w)|\s*(?=[–—]\s+[\dA-Z])))")
_QUOTES = re.compile(r"[\"“«](?<=[\s(][\"“«])(?=(?:(?<=\")[,.]?\"|(?<=“)[,.]?”|(?<=«)\s?»)(?:[\s.,;:)—]|$))")
_COMMA_BRACKET = re.compile(r",[ \u00a0](?=\((?!\w{0,3}\)))")
_ARTICLE = re.compile(
    r"[ \n\u00a0(“\"—](?:[Tt]he|an?|[Ii]ts|[Tt]heir)[ \u00a0](?="
    rf"(?P<word>{_any(_LEXICON['never_after_an_article'])})(?![\w’'-])"
    r"|\([A-Z]{2,8}\)|[a-z]{3,}(?<=[^aeou]ed)(?<!dred)(?<!cred)(?<!accused)[ \u00a0](?:the|an?|his|its|their)[ \u00a0])"
)
_BEFORE_BRACKET = re.compile(
    r"[ \n\u00a0](?:[Aa]t|[Oo]f|[Ff]rom|[Ww]ith|[Bb]y|[Tt]o|[Uu]nder|[Ff]or|[Ii]nto)[ \u00a0]"
    r"(?=\((?:[A-Z][A-Za-z]{2,}|\d{4}|\d{1,2}[–—-]\d|\d{1,2} [A-Z])[^()\n]{0,60}\)(?![ \u00a0][A-Z\d]))"
)
_PAIR = re.compile(
    rf"[ \n\u00a0(“\"—](?P<first>{_any(_PAIRS, is_initial=True)})"
    rf"(?=[ \u00a0](?P<second>{_any(_WANTING.union(*_PAIRS.values()))})(?![\w’'-]))"
)
_FRONTED_TIME = re.compile(
    r"(?:From|In|By|Between|Since|After|Until|During)\s[^.,;:()\n]{0,60}?\d{4}s?"
    r"(?:[ \u00a0](?:to|and|until)[ \u00a0]\d{4})?"
    rf",[ \u00a0](?=(?P<verb>{_any(_LEXICON['verbs']['after_lost_subject'])})\b(?P<rest>[^.\n]{{0,200}}))"
)
_SUBJECT_LATER = re.compile(r", (?:and )?(?:he|she|it|they|his|her|the|a|an|[A-Z]\w+)\b")
_BARE_VERB = re.compile(rf"[.!?][ \u00a0](?=(?:{_any(_BARE)})\s[a-z])")
_BARE_START = re.compile(rf"\s*(?=(?:{_any(_BARE)})\s[a-z])")

_LEFT = 120
_NEAR = 40
_NEXT = re.compile(r"[ \u00a0]([\w’'-]+)")
_RELATIVE = re.compile(
    r"\b(?:which|that|who|whom|whose|what|where|whatever|whoever|how|nobody|nothing|something|someone|everything)\b"
    r"|(?<![\w’'-])(?!(?:when|and|as|while|but|before|after|because|if|since|until|so)\s)[a-z][\w’'-]*"
    r"\s(?:he|she|it|they|we|I|you|one|people)\s(?:[\w’'-]+\s){0,5}[\w’'-]+$"
)
_SHARED = re.compile(
    r"(?![ \u00a0](?:he|she|they|it|his)\b)(?:[ \u00a0]\w+ly)?[ \u00a0](?:[\w’'-]+(?:ed|ing)\b"
    r"|(?:[a-z][\w’'-]*[ \u00a0]){0,3}?"
    r"(?:of|to|for|with|in|on|by|from|at|about|against|into|over|towards?|without|around|not)\b)"
)
_STRAY_NEXT = re.compile(r"[ \u00a0][,;.)]")
_FRONTED = re.compile(r"(?:\A|[.;:!?—(\n])\s?(?:on|by|from|since|until)\Z", re.IGNORECASE)
_OPEN_INTERVAL = re.compile(
    r"\d{4},?\s(?:to|until|till)\Z|\b(?:between|from)\s[^.;]{0,24}\d\s(?:and|to|until)\Z", re.IGNORECASE
)
_YEAR_FOLLOWS = re.compile(r",[ \u00a0]\d{4}\b")
_DAY_WANTED = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|on|to|until|since|from|by)\Z",
    re.IGNORECASE,
)


def find_lost_words(text: str, start: int, end: int, *, is_english: bool) -> Iterator[Loss]:
    """The losses between two offsets of a text, in no order, a place perhaps twice.

    Marks are judged in any language, words in English only.
    """
    for found in _STRAY.finditer(text, start, end):
        yield from _judge_stray(text, found.start(), start)
    for found in _BRACKET.finditer(text, start, end):
        yield Loss("lost_words" if found["date"] is None else "lost_date", found.end())
    for found in _QUOTES.finditer(text, start, end):
        yield Loss("lost_words", found.end())
    if not is_english:
        return
    before = max(0, start - 1)  # the searches begin with what stands before a word
    for found in _COMMA_BRACKET.finditer(text, start, end):
        yield Loss("lost_words", found.end())
    for found in _ARTICLE.finditer(text, before, end):
        if found["word"] is None or _two_words(text, found["word"], found.end("word")) not in _FINE_AFTER_ARTICLE:
            yield Loss("lost_words", found.end())
    for found in _BEFORE_BRACKET.finditer(text, before, end):
        yield Loss("lost_words", found.end())
    for found in _PAIR.finditer(text, before, end):
        yield from _judge_pair(text, found, start)
    yield from _without_subject(text, start, end)


def _left_of(text: str, at: int, start: int) -> str:
    return text[max(start, at - _LEFT) : at].rstrip()


def _two_words(text: str, word: str, at: int) -> str:
    """A word and the one after it."""
    found = _NEXT.match(text, at)
    return f"{word} {found[1].lower()}" if found else word


def _judge_stray(text: str, at: int, start: int) -> Iterator[Loss]:
    """A mark after a blank: something stood between, unless the mark belongs to an ellipsis or a note."""
    mark, left = text[at + 1], _left_of(text, at, start)
    last = left[-1:]
    if last in ("]", "…") or (last == "." and mark != "—"):
        return
    if mark == ")" and last in ("–", "—", "-"):
        # "(1950– )" is a life or a term that goes on
        if left[-2:-1].isspace() and text.startswith(" was", at + 2):
            yield Loss("lost_date", at + 1)
        return
    words = left.rsplit(maxsplit=2)[-2:]
    word = words[-1].lstrip("(“\"'—").lower() if words else ""
    is_certain = not word or mark in "'’" or last in ",(—–" or word in _OPENERS
    yield Loss("lost_date" if _wants_date(text, at + 1, left, words) else "lost_words", at + 1, is_certain)


def _wants_date(text: str, place: int, left: str, words: Sequence[str]) -> bool:
    """Whether the words on the left of a stray mark ask for a date, or the year still stands behind it."""
    word = words[-1].lower() if words else ""
    left = left[-_NEAR:]
    if word in ("since", "until") or _OPEN_INTERVAL.search(left):
        return True
    if word == "on" and len(words) == 2 and (words[0].lower() in _PLACES_AND_DAYS or words[0].lower() in _PAIRS):
        return True
    if text[place] != ",":
        return False
    return bool(_FRONTED.search(left)) or bool(_YEAR_FOLLOWS.match(text, place) and _DAY_WANTED.search(left))


def _judge_pair(text: str, found: re.Match[str], start: int) -> Iterator[Loss]:
    """Two words side by side of which the first wants a noun: lost, unless the first stands alone or they share one."""
    first, second = found["first"].lower(), found["second"]
    if (first, second) in _OPEN_INTERVALS and text[found.end("second") + 1 : found.end("second") + 4].isdigit():
        yield Loss("lost_date", found.start("second"))
        return
    if (second not in _PAIRS[first] and (second not in _WANTING or first != "of")) or _two_words(
        text, second, found.end("second")
    ) in _FINE_SECOND:
        return
    left = _left_of(text, found.start("first"), start)
    left = left[max(left.rfind(mark) for mark in (". ", "; ", ": ", "? ", "! ")) + 1 :]
    words = [word.lower() for word in left.rsplit(maxsplit=3)[-3:]]
    before = words[-1].lstrip("(“\"'") if words else ""
    place = found.start("second")
    if second in _WANTING:
        if before in _WANTING_AFTER:
            yield Loss("lost_words", place)
        return
    if first in ("in", "on"):
        is_asking = before in _PLACES_AND_DAYS or (first == second and before[-1:].isalnum())
        if is_asking and before not in _STRANDING.get(first, ()) and not _RELATIVE.search(left):
            yield Loss("lost_date" if first == "on" != second else "lost_words", place)
        return
    at = found.end("second")
    both_lost = second in _JOINING and _STRAY_NEXT.match(text, at) is not None
    if both_lost or not _is_sound(text, at, first, second, before, words, left):
        yield Loss("lost_words", place)


def _is_sound(
    text: str, at: int, first: str, second: str, before: str, words: Sequence[str], left: str
) -> bool:  # fmt: skip
    """Whether a preposition needs no noun of its own here."""
    if before in _STRANDING.get(first, ()):
        return True
    if not before and second in _JOINING:
        return _SHARED.match(text, at) is not None
    if not before[-1:].isalnum():  # "…, for in 1904 he"; "to, from and for": nothing to judge by
        return first == "for" or second in _JOINING
    is_relative = _RELATIVE.search(left) is not None
    if before in _PLACES_AND_DAYS and first == "at":
        return is_relative
    is_verb = before in _IRREGULAR or before.endswith(("ed", "ing"))
    is_definite = not is_verb and any(word in _DEFINITE for word in words[:-1])
    if second in _JOINING:
        return (
            (is_verb and first != "by")
            or (is_relative and not is_definite)
            or (second != "while" and _SHARED.match(text, at) is not None)
        )  # fmt: skip
    if is_verb:
        return is_relative or second == "by" or second in _AUXILIARY
    return is_relative and not is_definite


def _without_subject(text: str, start: int, end: int) -> Iterator[Loss]:
    """Sentences whose verb comes where the subject should: "From 1924 to 1932, held positions"."""
    for found in _FRONTED_TIME.finditer(text, start, end):
        begins = not text[start : found.start()].strip() if found.start() - start < 3 else (
            text[found.start() - 1].isspace() and text[found.start() - 2] in ".!?\n"
        )  # fmt: skip
        is_finite = found["verb"] in _FINITE
        if begins and (is_finite or not _SUBJECT_LATER.search(found["rest"])):
            yield Loss("lost_words", found.end())
    for found in _BARE_VERB.finditer(text, start, end):
        word = text[max(start, found.start() - 30) : found.start()].rsplit(maxsplit=1)[-1:]
        if word and len(word[0]) > 3 and word[0].isalpha() and word[0].lower() not in _ABBREVIATIONS:
            yield Loss("lost_words", found.end())
    opening = _BARE_START.match(text, start, end)
    if opening:
        yield Loss("lost_words", opening.end())
