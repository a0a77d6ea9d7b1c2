"""Russian entries without a verb: relatives by a word of kinship, offices and studies behind their date.

``сын — Валерий (10.2.1937)`` · ``С 1924 г. главный конструктор`` · ``член партии с 1919 г.``. All forms are data.
"""

from collections.abc import Iterator

from pipelines.claims import lexicon
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, DATE, MARK, NAME, QUOTE, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated

_SKIPPED = {"—", "–", "-", ",", ":"}
_AFTER_DATE = {"г", "гг", ".", "года", "году", "годах"}
_LONGEST = 14
"""Units an office may have, so that reading stays linear."""


def kin_word(unit: Unit) -> tuple[str, bool] | None:
    """What a Russian word of kinship makes of the named, and whether it names several."""
    told: str | None = lexicon.load("russian")["kin"].get(unit.lower)
    return None if told is None else (told.removesuffix(" plural"), told.endswith(" plural"))


def named_kin(units: list[Unit], place: int) -> list[Unit]:
    """The names a word of kinship introduces: one, or a list after a plural."""
    found = kin_word(units[place])
    at = place + 1
    while at < len(units) and units[at].lower in _SKIPPED and at - place < 3:
        at += 1
    if found is None or at >= len(units) or units[at].kind != NAME:
        return []
    names = [units[at]]
    while found[1] and at + 2 < len(units) and units[at + 1].lower in (",", "и") and units[at + 2].kind == NAME:
        at += 2
        names.append(units[at])
    return names


def read_russian_kin(discourse: Discourse, units: list[Unit], offset: int) -> Iterator[Statement]:
    """The relatives of the page's subject that a Russian sentence names, with the dates in their brackets."""
    text = discourse.text
    owner = discourse.subject_who()
    for place, unit in enumerate(units):
        told = kin_word(unit)
        if told is None or (place and units[place - 1].lower in lexicon.load("russian")["prepositions"]):
            continue
        trigger = Part("trigger", Span(unit.start, unit.end))
        names = named_kin(units, place)
        for name in names:
            found = discourse.resolve_name(name)
            if found is not None and found.person is discourse.people.subject and told[0] == "spouse":
                other = _first_other(discourse, units[:place])
                if other is None:
                    continue
                owner = other.shared()
            span = Span(name.start, name.end)
            quote = Span(unit.start, span.end)
            parts = (trigger, *owner.parts(text), Part("object", span))
            yield Statement("kinship", owner.name, quote, parts, "russian.kin", 0.88, subtype=told[0])
            yield from _life_of(text, units, name, offset)
        opens = place == 0 or (units[place - 1].kind == MARK and units[place - 1].lower in ".;")
        if not names and told[0] == "child" and opens and place + 1 < len(units) and units[place + 1].kind == WORD:
            span = Span(units[place + 1].start, units[place + 1].end)
            if text[unit.start].isupper() and units[place + 1].lower not in lexicon.load("russian")["prepositions"]:
                parts = (trigger, *owner.parts(text), Part("object", span))
                quote = Span(unit.start, span.end)
                yield Statement("kinship", owner.name, quote, parts, "russian.kin", 0.86, subtype="parent")


def _first_other(discourse: Discourse, units: list[Unit]) -> Who | None:
    """The first named before, where the relative is the page's subject: ``Ландер Софья … Муж, Воронцов``."""
    for unit in units:
        if unit.kind == NAME and len(unit.lower.split()) > 1:
            found = discourse.resolve_name(unit)
            if found is not None and found.person is not discourse.people.subject:
                return found
    return None


def _life_of(text: str, units: list[Unit], name: Unit, offset: int) -> Iterator[Statement]:
    """``Валерий (10.2.1937)``: the birth of a relative in the bracket after the name."""
    place = next(at for at, unit in enumerate(units) if unit is name)
    bracket = units[place + 1] if place + 1 < len(units) else None
    if bracket is None or bracket.kind != BRACKET:
        return
    dates = [unit.dated for unit in bracket.inner or () if unit.kind == DATE and unit.dated is not None]
    if len(dates) != 1 or "/" in (dates[0].when.edtf or "/"):
        return
    span = Span(name.start, name.end)
    words = text[span.start : span.end]
    quote = Span(span.start, bracket.end)
    parts = (Part("subject", span), *dates[0].parts(offset))
    yield Statement("birth", words, quote, parts, "russian.kin_birth", 0.86, when=dates[0].when)


def read_russian_entries(discourse: Discourse, units: list[Unit], who: Who, offset: int) -> Iterator[Statement]:
    """Offices, studies and memberships that stand beside a date without a verb."""
    text = discourse.text
    stems: dict[str, str] = lexicon.load("russian")["entries"]
    for place, unit in enumerate(units):
        if unit.kind == DATE and unit.dated is not None:
            begin = place + 1
            while begin < len(units) and units[begin].lower in _AFTER_DATE:
                begin += 1
            event = _event(units, begin, stems)
            if event is not None and not _opens_sentence(text, units, begin):
                yield _entry(text, units, begin, who, event, unit.dated, offset)
        elif unit.lower == "член" and place + 1 < len(units):
            yield from _member(text, units, place, who, offset)


def _event(units: list[Unit], begin: int, stems: dict[str, str]) -> str | None:
    """What the first words behind a date state, by their stems; null where no list knows them."""
    for unit in units[begin : begin + 3]:
        if unit.kind != WORD:
            return None
        for stem, event in stems.items():
            if unit.lower.startswith(stem):
                return event
    return None


def _opens_sentence(text: str, units: list[Unit], begin: int) -> bool:
    return begin < len(units) and text[units[begin].start].isupper()


def _end(units: list[Unit], begin: int) -> int:
    end = begin
    while end < len(units) and end - begin < _LONGEST and units[end].kind in (WORD, NAME, QUOTE):
        end += 1
    while end > begin + 1 and units[end - 1].lower in ("с", "в", "и", "на", "до"):
        end -= 1
    return end


def _entry(text: str, units: list[Unit], begin: int, who: Who, event: str, dated: Dated, offset: int) -> Statement:
    end = _end(units, begin)
    span = Span(units[begin].start, units[end - 1].end)
    parts = (*who.parts(text), Part("object", span), *dated.parts(offset))
    quote = Span(min(dated.span.start, span.start), max(dated.span.end, span.end))
    return Statement(event, who.name, quote, parts, "russian.entry", round(0.86 + who.sure, 3), when=dated.when)


def _member(text: str, units: list[Unit], place: int, who: Who, offset: int) -> Iterator[Statement]:
    """``член партии с 1919 г.``, ``член военных советов``: the latter is service."""
    end = _end(units, place + 1)
    if end == place + 1 or end > len(units):
        return
    span = Span(units[place + 1].start, units[end - 1].end)
    dated = next((unit.dated for unit in units[end : end + 4] if unit.kind == DATE), None)
    is_service = "совет" in text[span.start : span.end].lower() and "военн" in text[span.start : span.end].lower()
    parts = (
        Part("trigger", Span(units[place].start, units[place].end)), *who.parts(text), Part("object", span),
        *(dated.parts(offset) if dated is not None else ()),
    )  # fmt: skip
    quote = Span(units[place].start, max(span.end, dated.span.end if dated is not None else span.end))
    event, subtype = ("service", None) if is_service else ("membership", "member")
    yield Statement(
        event, who.name, quote, parts, "russian.member", round(0.85 + who.sure, 3), subtype=subtype,
        when=dated.when if dated is not None else None,
    )  # fmt: skip
