"""What the bracket behind an item of a field says: ``(m. 1927; d. 1950)``, ``(2011–present)``, ``(until 2007)``."""

import re
from collections.abc import Iterator

from pipelines.claims.life_dates import read_bracket
from pipelines.claims.page import Page
from pipelines.claims.prose.people import gender_of
from pipelines.claims.statement import Part, Span, Statement, When
from pipelines.claims.values import split_note, trim
from pipelines.claims.when import Dated, find_expected_dates, join_interval

_GOES_ON = re.compile(r"[ \t]*[–—-][ \t]*(?=[)\n]|$|present)", re.IGNORECASE)
_SPOUSE_NOTE = re.compile(r"\b(?:m\.|married|mar\.)\s*", re.IGNORECASE)
_SPOUSE_END = re.compile(
    r"(?:;|,|\b)\s*\b(?:div\.|divorced|d\.|died|killed|executed|murdered|sep\.|separated|his death|her death|ann\.)",
    re.IGNORECASE,
)


_END_BY_DEATH = re.compile(r"[–—-]\s*(?P<year>\d{4}),?\s*(?P<death>(?:his|her) death)", re.IGNORECASE)
_DIED = re.compile(r"\b(?:d\.|died|killed|executed|murdered|(?:his|her) death)\s*(?=\d)", re.IGNORECASE)


def goes_on(text: str, end: int) -> bool:
    """Whether what began with a date that ends there goes on: ``2005–`` · ``2011–present``."""
    return _GOES_ON.match(text, end) is not None


def _is_anothers_death(said: str, spouse: str, subject: str) -> bool:
    """Whether ``his death`` ended a marriage to a woman: then it is the subject's own. Unknown where no name tells."""
    told = "m" if "his death" in said else "f" if "her death" in said else None
    theirs = gender_of(spouse.split()[0])
    if told is None or theirs is not None:
        return told is not None and theirs != told
    return gender_of(subject.split()[0]) in (None, told)


def spouse_death(page: Page, item: Span) -> Iterator[Statement]:
    """The death of a spouse as the bracket gives it: ``Otto Lind (m. 1899; died 1921)``."""
    named, note = split_note(page.text, item)
    if note is None:
        return
    died = _DIED.search(page.text, note.start, note.end)
    closed = _END_BY_DEATH.search(page.text, note.start, note.end)
    said = died or closed
    if said is None or _is_anothers_death(said.group().lower(), page.text[named.start : named.end], page.subject):
        return
    if died is None and closed is not None:
        ended = find_expected_dates(page.text, *closed.span("year"))
        if ended:
            parts = (
                Part("trigger", Span(*closed.span("death"))), Part("subject", named),
                ended[0].part(),
            )  # fmt: skip
            quote = Span(named.start, closed.end())
            name = page.text[named.start : named.end]
            yield Statement("death", name, quote, parts, "fields.spouse_death", 0.89, when=ended[0].when)
        return
    dates = find_expected_dates(page.text, died.end(), note.end)[:1] if died is not None else []
    if died is None or not dates:
        return
    parts = (Part("trigger", trim(page.text, *died.span())), Part("subject", named), dates[0].part())
    name = page.text[named.start : named.end]
    yield Statement(
        "death", name, Span(named.start, dates[0].span.end), parts, "fields.spouse_death", 0.9, when=dates[0].when
    )  # fmt: skip


_AFTER_WORD = re.compile(r"\b(?:m|d|div|b|died|killed|married|divorced)\.?\s+(?=\d)", re.IGNORECASE)


def dates_by_word(page: Page, note: Span) -> list[Dated]:
    """The dates of ``m. 1189; d. 1202`` one by one: the letters before them are no units of length."""
    found: list[Dated] = []
    for word in _AFTER_WORD.finditer(page.text, note.start, note.end):
        stop = page.text.find(";", word.end(), note.end)
        found += find_expected_dates(page.text, word.end(), stop if stop != -1 else note.end)[:1]
    return found


def note_dates(text: str, note: Span, dates: list[Dated]) -> tuple[When, list[Part]]:
    """The date of a bracket: of ``(m. 1927; d. 1950)`` the marriage only, its end as an attribute."""
    first = dates[0]
    married = _SPOUSE_NOTE.search(text, note.start, first.span.start)
    parts = [first.part()]
    if married is not None and len(dates) > 1 and _SPOUSE_END.search(text, first.span.end, dates[1].span.start):
        parts.append(Part("attribute", dates[1].span, "end", dates[1].when.edtf))
    if "/" in (first.when.edtf or "/"):
        return first.when, parts
    if _ENDED.search(text, note.start, first.span.start):
        return join_interval(None, first.when), parts  # "(div. 2010)" · "(until 2007)"
    if goes_on(text, first.span.end):
        return join_interval(first.when, None), parts  # "(2011–present)"
    return first.when, parts


_ENDED = re.compile(
    r"\b(?:until|till|to|div\.?|divorced|sep\.?|separated|left|ended|annulled)\s*(?:in\s*)?$", re.IGNORECASE
)


_LEADING = re.compile(r"(?P<years>\d{4}(?:\s*[–—-]\s*(?:\d{2,4}|present)?)?)[ \t:,]+(?:→[ \t]*)?(?=[^\W\d_])")
_CAPS = re.compile(r"(?:\s*\(loan\))?,?\s+\d+(?:\s*\(\d+\))?$")


def leading_date(page: Page, item: Span) -> tuple[Span, When | None, list[Part]]:
    """``2014–2016 Mali U20`` · ``1998–2010 Mali, 74 (6)``: the years before the name, the caps behind it left out."""
    found = _LEADING.match(page.text, item.start, item.end)
    dates = find_expected_dates(page.text, *found.span("years")) if found is not None else []
    if found is None or not dates:
        return item, None, []
    when = dates[0].when
    is_open = page.text[found.start("years") : found.end("years")].rstrip()[-1] in "–—-"
    if "/" not in (when.edtf or "/") and is_open:
        when = join_interval(when, None)
    caps = _CAPS.search(page.text, found.end(), item.end)
    return trim(page.text, found.end(), caps.start() if caps is not None else item.end), when, [dates[0].part()]


_PAIR = re.compile(r"\s+and\s+(?=[^\W\d_a-z])")
_DIGNITY = re.compile(r"\b(?:of|Duke|Count|Earl|Prince|Princess|Elector|King|Queen|Lord|Lady|Baron)\b")


def split_pair(text: str, item: Span) -> list[Span]:
    """``Karl Holm and Ida Roe`` is two persons; a dignity over two lands is one."""
    pair = _PAIR.search(text, item.start, item.end)
    if pair is None or "(" in text[item.start : pair.start()] or _DIGNITY.search(text, item.start, item.end):
        return [item]
    return [Span(item.start, pair.start()), Span(pair.end(), item.end)]


def relative_life(page: Page, item: Span) -> Iterator[Statement]:
    """The years in the bracket behind a relative: ``Peter (b. 1891)`` · ``Ida (1893–1970)`` are of that life."""
    named, note = split_note(page.text, item)
    if note is not None:
        name = page.text[named.start : named.end]
        yield from read_bracket(page, note, name, (Part("subject", named),), "fields.relative")
