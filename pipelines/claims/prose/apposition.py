"""Who is what to whom by standing beside a name: ``his deputy, X``, ``X (born 1928)``."""

from pipelines.claims import lexicon
from pipelines.claims.life_dates import read_bracket
from pipelines.claims.page import Page
from pipelines.claims.prose.beside import read_offices_beside
from pipelines.claims.prose.kin_names import names_after
from pipelines.claims.prose.occupations import read_occupations
from pipelines.claims.prose.parents import read_parents
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, DATE, LENGTH, MARK, NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement


def read_appositions(
    page: Page, discourse: Discourse, units: list[Unit], subject: list[Who], offset: int
) -> list[Statement]:
    """The kin, associates and life dates a sentence gives beside names."""
    made: list[Statement] = []
    made.extend(_associates(discourse, units))
    made.extend(read_occupations(discourse, units))
    made.extend(read_offices_beside(discourse, units, offset))
    made.extend(read_parents(discourse, units, subject))
    made.extend(_brackets(page, discourse, units))
    return made


def _associates(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """``his mentor, Zhdanov`` · ``Kuznetsov's deputy, Vasily Sokolov``: named at once after the word."""
    words: dict[str, str] = lexicon.load("heads")["associates"]
    made: list[Statement] = []
    for place, unit in enumerate(units):
        if unit.kind != WORD or place == 0:
            continue
        word = unit.lower if unit.lower in words else unit.lower.removesuffix("s")
        if word not in words:
            continue
        is_plural = word != unit.lower
        at = place - 1
        while at >= 0 and units[at].lower in (
            "close",
            "closest",
            "old",
            "former",
            "long-time",
            "longtime",
            "fellow",
            "chief",
            "political",
            "great",
        ):
            at -= 1
        owner: Who | None = None
        if at >= 0 and units[at].kind == WORD and units[at].lower in ("his", "her"):
            owner = discourse.resolve_pronoun(units[at], None)
        elif at > 0 and units[at].lower in ("'s", "’s") and units[at - 1].kind == NAME:
            owner = discourse.resolve_name(units[at - 1])
        if owner is None:
            continue
        for name in names_after(units, place, plural=is_plural):
            other = discourse.resolve_name(name)
            if other is None or other.span is None or other.name == owner.name:
                continue
            made.append(_associate(discourse.text, unit, owner, other, words[word]))
    return made


def _associate(text: str, unit: Unit, owner: Who, other: Who, subtype: str) -> Statement:
    """What the other named is to the owner by the word between them."""
    assert other.span is not None
    said = text[other.span.start : other.span.end]
    parts = (
        Part("trigger", Span(unit.start, unit.end)), *owner.parts(text),
        Part("object", other.span, None, other.name if said != other.name else None),
    )  # fmt: skip
    spans = [part.span for part in parts if part.span is not None and part.part != "antecedent"]
    quote = Span(min(s.start for s in spans), max(s.end for s in spans))
    confidence = round(0.92 + owner.sure, 3)
    return Statement("association", owner.name, quote, parts, "prose.associate", confidence, subtype=subtype)


def _brackets(page: Page, discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """Life dates in the bracket after another person's name."""
    made: list[Statement] = []
    for place, unit in enumerate(units[:-1]):
        bracket = units[place + 1]
        if unit.kind != NAME or bracket.kind != BRACKET or page.text[bracket.start] != "(" or not bracket.inner:
            continue
        if not any(inner.kind in (DATE, LENGTH) for inner in bracket.inner):
            continue
        if discourse.lead_bracket is not None and discourse.lead_bracket.start == bracket.start + 1:
            continue
        if place > 1 and units[place - 1].lower == "of" and units[place - 2].kind == NAME:
            unit = units[place - 2]  # "Hanna Bergman of Vyborg (1883–1942)"
        who = discourse.resolve_name(unit)
        if who is None and page.text[unit.start] > "\u0400" and _is_life(bracket):
            who = Who(page.text[unit.start : unit.end], None, Span(unit.start, unit.end), (), -0.05)
        if who is None or who.span is None:
            continue
        if who.person is not None and who.person.is_subject and not discourse.in_reference:
            continue
        words = {inner.lower for inner in bracket.inner}
        if not words & {"born", "b", "died", "d", "–", "-", "—", "†"} and not _is_life(bracket):
            continue
        span = Span(bracket.start + 1, bracket.end - 1)
        made.extend(read_bracket(page, span, who.name, who.parts(page.text), "bracket"))
    return made


def _is_life(bracket: Unit) -> bool:
    """``(1906–1971)``: an interval of a life's length, and nothing else in the bracket."""
    inner = [unit for unit in bracket.inner or () if unit.kind != MARK]
    if len(inner) != 1 or inner[0].dated is None:
        return False
    when = inner[0].dated.when
    if when.edtf is None or "/" not in when.edtf or when.earliest is None or when.latest is None:
        return False
    return 15 * 365 < when.latest - when.earliest < 110 * 366
