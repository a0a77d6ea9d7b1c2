"""Running text as units: words, names, dates, figures, quotations and brackets, sentence by sentence.

Each passage is cut once; everything after works on these units. A run of capitalised words is one unit, so that
clauses and phrases see ``First Secretary`` or ``Leningrad Regional Committee`` as a whole. No rule of reading here.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from pipelines.claims import lexicon
from pipelines.claims.when import Dated

WORD, NAME, DATE, LENGTH, NUMBER, MARK, QUOTE, BRACKET = range(8)
"""Kinds of unit: a plain word, a capitalised run, a date, a length of time, a number, a mark, a quotation, a bracket"""


@dataclass(slots=True, eq=False)
class Unit:
    """One unit of a sentence. ``lower`` is its text in lower case; ``inner`` the units of a quotation or bracket.

    Of an abbreviation (``stands_for``) ``lower`` is the word it stands for.
    """

    kind: int
    start: int
    end: int
    lower: str
    dated: Dated | None = None
    inner: "list[Unit] | None" = None
    quoted: bool = False
    opens: bool = False
    stands_for: bool = False


@dataclass(slots=True)
class Sentence:
    """One sentence of a passage, or a part of it between semicolons, as its units in order."""

    units: list[Unit] = field(default_factory=list)
    continues: bool = False


_TOKEN = re.compile(
    r"\d+(?:st|nd|rd|th|d)(?:ly)?\b|\d+(?:[.,\u00a0]\d+)*"
    r"|(?:[A-Z]{1,2}[a-z]{0,4}\.){2,}(?=[\s,;)])|[A-Z][a-z]{1,6}\.-[^\W\d_]+"
    r"|[A-ZÀ-Þ][^\W\d_]+–[A-ZÀ-Þ][^\W\d_]+|[^\W\d_]+(?:[-‑](?:[^\W\d_]+|\d+)|['’](?!s\b)[^\W\d_]+)*"
    r"|['’]s\b|\S"
)
_JOINED = re.compile(
    r"(?!(?:anti|non|mid|pre|post|pro|neo|ex|un|sub|pan)[-‑])(?:[a-z]{1,4}[-‑]|[dl]['’])[A-ZÀ-Þ]"
)  # "al-Mansur", "d'Alembert"
_OPEN_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“”"}
_ENDS = ".!?…"


def index_of(units: list[Unit], unit: Unit) -> int:
    """The place of a unit among the units of its sentence, which stand in order; their number where it is not there."""
    at = bisect_left(units, unit.start, key=_start_of)
    return at if at < len(units) and units[at] is unit else len(units)


def _start_of(unit: Unit) -> int:
    return unit.start


def cut_sentences(text: str, start: int, end: int, dates: list[Dated]) -> list[Sentence]:
    """The sentences of a stretch of the page as units, dates and lengths of time already found."""
    raw = _raw_units(text, start, end, dates)
    return _group(text, raw)


def _raw_units(text: str, start: int, end: int, dates: list[Dated]) -> list[Unit]:
    from pipelines.claims.prose.abbreviations import join_abbreviations

    units: list[Unit] = []
    at = start
    for dated in dates:
        if dated.span.start < at:
            continue
        _tokenise(text, at, dated.span.start, units)
        kind = DATE if dated.mention is None or dated.mention.kind == "date" else LENGTH
        words = text[dated.span.start : dated.span.end]
        units.append(Unit(kind, dated.span.start, dated.span.end, words.lower(), dated))
        at = dated.span.end
    _tokenise(text, at, end, units)
    return join_abbreviations(units)


def _tokenise(text: str, start: int, end: int, units: list[Unit]) -> None:
    for match in _TOKEN.finditer(text, start, end):
        words = match.group()
        first = words[0]
        if first.isdigit():
            kind = WORD if words[-1].isalpha() else NUMBER
        elif first.isalpha():
            is_name = first.isupper() or (not words.isalpha() and _JOINED.match(words) is not None)
            kind = NAME if is_name else WORD
        else:
            kind = WORD if words in ("'s", "’s") else MARK
        units.append(Unit(kind, match.start(), match.end(), words.lower()))


def _group(text: str, raw: list[Unit]) -> list[Sentence]:
    """Sentences with names joined and quotations and brackets folded into single units."""
    folded = _fold(text, raw, 0)
    sentences: list[Sentence] = []
    current: list[Unit] = []
    continues = False
    count = len(folded)
    for place, unit in enumerate(folded):
        current.append(unit)
        ends = _ends_sentence(text, folded, place, count)
        if ends or (unit.kind == MARK and unit.lower == ";"):
            sentences.append(Sentence(join_names(text, current), continues))
            current = []
            continues = not ends
    if current:
        sentences.append(Sentence(join_names(text, current), continues))
    return sentences


def _ends_sentence(text: str, units: list[Unit], place: int, count: int) -> bool:
    unit = units[place]
    if unit.kind == QUOTE and text[unit.end - 2 : unit.end - 1] in _ENDS and text[unit.end - 2] != "…":
        return place + 1 < count and _can_open(units[place + 1]) and units[place + 1].start > unit.end
    if unit.kind == BRACKET and text[unit.start] == "[" and place + 1 < count:
        # "over 2,300 adults.[4] In 1884": the number of a reference stands behind the full stop
        at = place
        while at > 0 and units[at - 1].kind == BRACKET and units[at - 1].end == units[at].start:
            at -= 1
        stop = units[at - 1] if at else None
        is_closed = stop is not None and stop.lower in (".", "!", "?") and stop.end == units[at].start
        return is_closed and units[place + 1].start > unit.end and _can_open(units[place + 1])
    if unit.stands_for or _ends_in_letters(text, unit):
        return place + 1 < count and _opens_after_letters(unit, units[place + 1])
    if unit.kind != MARK or unit.lower not in ".!?":
        return False
    if place + 1 == count:
        return True
    following = units[place + 1]
    if following.start == unit.end:
        return False
    before = units[place - 1] if place else None
    if following.kind == WORD and place + 2 < count and units[place + 2].lower in (":", "—"):
        return following.lower in lexicon.load("notices")["labels"]  # "June 12, 1909. children—George, Mary"
    if unit.lower == "." and before is not None and before.end == unit.start:
        is_initial = before.lower != "i" or (
            place > 2 and units[place - 2].lower == "." and units[place - 2].end >= before.start - 1
        )
        if before.kind == NAME and before.end - before.start == 1 and is_initial:
            return _ends_numeral(units, place, following)  # an initial
        if before.lower in ("s", "d") and place > 1 and following.kind == NAME and units[place - 2].lower in _COUNTS:
            return True  # "two s. one d. Works:"
        if before.lower in lexicon.words("words", "abbreviations"):
            return False
        is_letters = place > 2 and units[place - 2].lower == "." and units[place - 2].end == before.start
        if is_letters and following.kind in (BRACKET, DATE) and units[place - 3].end == units[place - 2].start:
            return False  # "B.Sc. (1988)"
    return _can_open(following)


_COUNTS = {"one", "two", "three", "four", "five", "six", "seven", "eight", "1", "2", "3", "4", "5", "6"}


def _opens_after_letters(unit: Unit, following: Unit) -> bool:
    """Whether what follows an abbreviation opens a sentence: ``D.C. He`` · ``Leeds Univ. Professor of``."""
    if following.kind != NAME:
        return False
    if following.lower in lexicon.words("words", "openers"):
        return True
    closes = unit.lower in ("daughter", "daughters", "unmarried") or any(
        unit.lower in lexicon.words("heads", key) for key in ("school", "body", "award")
    )
    opens = any(following.lower in lexicon.words("heads", key) for key in ("office", "membership", "job"))
    return closes and (opens or following.lower in lexicon.words("abbreviations", "parts"))


def _ends_in_letters(text: str, unit: Unit) -> bool:
    """Whether a unit is letters with their full stops: ``Washington, D.C. He``."""
    return unit.kind == NAME and text[unit.end - 1] == "."


def _can_open(unit: Unit) -> bool:
    return unit.kind in (NAME, DATE, LENGTH, NUMBER, QUOTE, BRACKET) or unit.lower in ("'s", "‘", "'", "[")


def _fold(text: str, raw: list[Unit], depth: int) -> list[Unit]:
    """Quotations and brackets become one unit each; what does not close stays as it is. Each end is found once."""
    partner = _partners(text, raw)
    out: list[Unit] = []
    place = 0
    count = len(raw)
    while place < count:
        unit = raw[place]
        closing = partner.get(place)
        if closing is None:
            out.append(unit)
            place += 1
            continue
        kind = BRACKET if unit.lower in "([" else QUOTE
        inner = raw[place + 1 : closing]
        if depth < 3:
            inner = join_names(text, _fold(text, inner, depth + 1))
        folded = Unit(kind, unit.start, raw[closing].end, text[unit.start : raw[closing].end].lower(), None, inner)
        out.append(folded)
        place = closing + 1
    return out


def _partners(text: str, raw: list[Unit]) -> dict[int, int]:
    """For each opening mark of an outermost quotation or bracket the place of its closing mark."""
    found: dict[int, int] = {}
    brackets: list[int] = []
    quote: tuple[int, str] | None = None
    for place, unit in enumerate(raw):
        if unit.kind != MARK:
            continue
        mark = unit.lower
        if quote is not None:
            if mark in quote[1] and (mark != '"' or not _opens_quote(text, unit)):
                if not brackets:
                    found[quote[0]] = place
                quote = None
            elif unit.end - raw[quote[0]].start > 3000:
                quote = None
        elif mark in _OPEN_QUOTES and (mark != '"' or _opens_quote(text, unit)):
            quote = (place, _OPEN_QUOTES[mark])
        elif mark in "'‘" and (closing := _closing_single(text, raw, place)) is not None:
            if not brackets:
                found[place] = closing
        elif mark in "([":
            brackets.append(place)
        elif mark in ")]" and brackets:
            opening = brackets.pop()
            if not brackets:
                found[opening] = place
    if brackets and brackets[0] not in found:  # what never closes hides nothing: only closed outermost pairs fold
        found = {opening: closing for opening, closing in found.items() if opening < brackets[0]}
    return found


_LONGEST_TITLE = 120
"""Code points that single quotation marks may hold: apostrophes stand everywhere."""


def _closing_single(text: str, raw: list[Unit], place: int) -> int | None:
    """Where single quotation marks that open before a capital close: ``'A Year on the Volta' (1880)``."""
    unit = raw[place]
    if not text[unit.end : unit.end + 1].isupper() or text[unit.start - 1 : unit.start] not in (" ", "\n", "("):
        return None
    closing = "'" if unit.lower == "'" else "’"
    for at in range(place + 1, len(raw)):
        each = raw[at]
        if each.start - unit.start > _LONGEST_TITLE or (each.kind == MARK and each.lower in '"()[]'):
            return None
        if each.lower == closing and text[each.end : each.end + 1] in (" ", ",", ".", ";", ":", ")", "", "\n"):
            is_owned = text[each.start - 1 : each.start] == "s" and text[each.end : each.end + 1] == " "
            following = raw[at + 1] if at + 1 < len(raw) else None
            if is_owned and following is not None and following.kind in (WORD, NAME):
                continue  # "the Friends' House"
            return at
    return None


def _opens_quote(text: str, unit: Unit) -> bool:
    before = text[unit.start - 1 : unit.start]
    after = text[unit.end : unit.end + 1]
    return (before == "" or before in " \n\t([—–-'‘") and after not in (" ", "\n", "")


def join_names(text: str, units: list[Unit]) -> list[Unit]:
    """Runs of capitalised words, with the particles and initials inside them, as one NAME unit each."""
    particles = lexicon.words("words", "name_particles")
    openers = lexicon.words("words", "openers")
    out: list[Unit] = []
    place = 0
    count = len(units)
    opening = True
    while place < count:
        unit = units[place]
        if unit.kind == NAME and opening and unit.lower not in openers and _is_verb_form(unit.lower):
            out.append(Unit(WORD, unit.start, unit.end, unit.lower, opens=True))
            place += 1
            opening = False
            continue
        if unit.kind == NAME and (unit.lower in openers) and (opening or unit.lower in ("he", "she", "i", "they")):
            out.append(Unit(WORD, unit.start, unit.end, unit.lower, opens=True))
            place += 1
            opening = False
            continue
        if unit.kind == NAME:
            last = _name_end(text, units, place, particles)
            joined = Unit(NAME, unit.start, units[last].end, _lower_of(text, units, place, last), opens=opening)
            joined.stands_for = units[last].stands_for
            out.append(joined)
            place = last + 1
            opening = False
            continue
        out.append(unit)
        opening = (unit.kind in (QUOTE, MARK) and opening) or (unit.kind == MARK and unit.lower in "•-*:")
        place += 1
    return _drop_titles_after(text, out)


def _lower_of(text: str, units: list[Unit], first: int, last: int) -> str:
    """The lower-case reading of a run: its words, abbreviations as the words they stand for."""
    if any(units[at].stands_for for at in range(first, last + 1)):
        return " ".join(units[at].lower for at in range(first, last + 1)).replace(" - ", "-").replace(" .", ".")
    return text[units[first].start : units[last].end].lower()


def _is_verb_form(word: str) -> bool:
    """Whether a capitalised word that opens a sentence is a participle or past of a known verb: ``Taken prisoner``."""
    from pipelines.claims.prose.verbs import ING, PARTICIPLE, known_forms

    told = known_forms().get(word, frozenset())
    return (PARTICIPLE in told and len(word) > 3) or (ING in told and len(word) > 4)


def _drop_titles_after(text: str, units: list[Unit]) -> list[Unit]:
    """Letters after a name (``, KCB, FRS``) are no words of the sentence."""
    out: list[Unit] = []
    place = 0
    while place < len(units):
        unit = units[place]
        if (
            unit.kind == MARK and unit.lower == "," and out and out[-1].kind == NAME and place + 1 < len(units)
            and units[place + 1].kind == NAME
            and _AFTER_NAME.fullmatch(text, units[place + 1].start, units[place + 1].end)
            and units[place + 1].start - unit.end <= 1
            and not (place + 2 < len(units) and (units[place + 2].kind == DATE or units[place + 2].lower == "for"))
            and not _is_body_of_entry(units, place)
        ):  # fmt: skip
            place += 2
            continue
        out.append(unit)
        place += 1
    return out


def _is_body_of_entry(units: list[Unit], place: int) -> bool:
    """Whether letters name the body of an entry: ``Mem., SERC, 1989–93``."""
    behind = units[place + 2 : place + 4]
    is_dated = [unit.kind for unit in behind] == [MARK, DATE] and behind[0].lower == ","
    return is_dated and " " not in units[place - 1].lower


_AFTER_NAME = re.compile(r"(?:[A-Z]{2,5}|[JS]r\.?|Ph\.?D\.?|M\.?D\.?)(?: [A-Z]{2,5})*")


def _ends_numeral(units: list[Unit], stop: int, following: Unit) -> bool:
    """Whether a full stop after a single letter ends a sentence: ``Pope Sixtus V. He had``."""
    return units[stop - 1].lower in ("i", "v", "x") and following.lower in lexicon.words("words", "openers")


def _is_short(unit: Unit) -> bool:
    """Whether a full stop behind a capitalised word is its own: an initial, ``St.``, ``Rev.``."""
    return unit.end - unit.start <= 2 or unit.lower in lexicon.words("words", "short_titles")


def _name_end(text: str, units: list[Unit], place: int, particles: frozenset[str]) -> int:
    """The place of the last unit of the name that begins at ``place``."""
    count = len(units)
    last = place
    at = place + 1
    while at < count:
        unit = units[at]
        gap = unit.start - units[at - 1].end
        if unit.kind == NAME and gap <= 1:
            last = at
        elif unit.lower == "." and gap == 0 and at == last + 1 and _is_short(units[at - 1]):
            # an initial, or a short abbreviation such as "St."
            following = units[at + 1] if at + 1 < count else None
            if following is not None and following.kind == NAME and not _ends_numeral(units, at, following):
                last = at
            else:
                break
        elif (
            unit.lower in ("'", "’")
            and gap == 0
            and text[unit.start - 1] == "s"
            and at + 1 < count
            and units[at + 1].kind == NAME
        ):
            at += 1
            last = at  # "Girls' School"
        elif (unit.lower in particles and at + 1 < count and units[at + 1].kind == NAME and at == last + 1) or (
            unit.kind == WORD and unit.lower[0].isdigit() and gap == 1 and at + 1 < count and units[at + 1].kind == NAME
        ):
            pass
        elif unit.kind == QUOTE and gap == 1 and unit.inner and unit.inner[0].kind == NAME and at == last + 1:
            head = text[units[last].start : units[last].end].lower()
            if head in lexicon.words("words", "names_before_quotes"):
                return at
            break
        else:
            break
        at += 1
    return last
