"""Who is what to whom by standing beside a name: ``his deputy, X``, ``X (born 1928)``."""

import re

from pipelines.claims import lexicon
from pipelines.claims.life_dates import read_bracket
from pipelines.claims.page import Page
from pipelines.claims.prose.beside import read_offices_beside
from pipelines.claims.prose.kin_names import names_after
from pipelines.claims.prose.occupations import read_occupations
from pipelines.claims.prose.parents import read_parents
from pipelines.claims.prose.pupils import named_in_list
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, DATE, LENGTH, MARK, NAME, NUMBER, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated


def read_appositions(
    page: Page, discourse: Discourse, units: list[Unit], subject: list[Who], offset: int
) -> list[Statement]:
    """The kin, associates and life dates a sentence gives beside names."""
    made: list[Statement] = []
    made.extend(_associates(discourse, units))
    made.extend(_associates_behind(discourse, units))
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
        word = unit.lower if unit.lower in words else unit.lower.removesuffix("s")
        if word not in words and unit.lower not in lexicon.words("heads", "of_somebody"):
            continue
        is_plural = word != unit.lower and word in words
        is_of_his = is_plural and [each.lower for each in units[place + 1 : place + 2]] == ["of"]
        if (unit.kind != WORD or place == 0) and not is_of_his:
            continue
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
        elif is_of_his and place + 2 < len(units) and units[place + 2].lower in ("his", "hers"):
            owner = discourse.resolve_pronoun(units[place + 2], None)  # "Pupils of his were"
        elif at >= 0 and _is_new_to_sentence(discourse, units, at, place):
            owner = discourse.subject_who(-0.08)  # "painted by a former pupil, Giulio Fanti"
        if owner is None:
            continue
        listed = named_in_list(units, place, at) if is_plural else None
        for name, dated in listed or ():
            other = discourse.resolve_owner(name)
            if other is not None and other.span is not None and other.name != owner.name:
                made.append(_associate(discourse.text, unit, owner, other, words[word], dated))
        if listed is not None:
            continue
        was = units[place + 1 : place + 3]
        is_named = len(was) == 2 and was[0].lower in ("was", "were") and was[1].kind == NAME
        for name in [was[1]] if is_named else names_after(units, place, plural=is_plural):
            other = discourse.resolve_name(name)
            if other is None or other.span is None or other.name == owner.name:
                continue
            made.append(_associate(discourse.text, unit, owner, other, words.get(word, "other")))
    return made


def _is_new_to_sentence(discourse: Discourse, units: list[Unit], at: int, place: int) -> bool:
    """Whether ``a rival, Tomaso Balbi,`` stands in a sentence that names nobody else but the page's subject."""
    behind = units[place + 1 : place + 4]
    if units[at].lower not in ("a", "another") or len(behind) < 3 or behind[0].lower != "," or behind[1].kind != NAME:
        return False
    if " " not in behind[1].lower or behind[2].kind != MARK:
        return False
    for unit in units[:at]:
        who = discourse.resolve_name(unit) if unit.kind == NAME else None
        if who is not None and (who.person is None or not who.person.is_subject):
            return False
    return units[at - 1].lower not in ("and", "of", "as", "was", "became") if at else True


def _associates_behind(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """``Bishop Pełka, her principal adviser`` · ``Mae Jeffries, his companion``: the word stands behind the name."""
    words: dict[str, str] = lexicon.load("heads")["associates"]
    made: list[Statement] = []
    for place in range(2, len(units) - 1):
        unit = units[place]
        if unit.kind != WORD or unit.lower not in ("his", "her") or units[place - 1].lower != ",":
            continue
        if units[place - 2].kind != NAME:
            continue
        at = place + 1
        while at + 1 < len(units) and units[at].kind == WORD and units[at].lower not in words and at - place < 4:
            at += 1
        following = units[at + 1] if at + 1 < len(units) else None
        if units[at].lower not in words or (following is not None and following.kind == NAME):
            continue
        owner = discourse.resolve_pronoun(unit, None)
        other = discourse.resolve_name(units[place - 2])
        if owner is None or other is None or other.span is None or other.name == owner.name:
            continue
        made.append(_associate(discourse.text, units[at], owner, other, words[units[at].lower], _term(units, at + 1)))
    return made


def _term(units: list[Unit], at: int) -> Dated | None:
    """``his companion from 1935``: the date right behind the word."""
    behind = units[at : at + 2]
    is_dated = len(behind) == 2 and behind[0].lower in ("from", "since", "until") and behind[1].kind == DATE
    if is_dated:
        return behind[1].dated
    return behind[0].dated if behind and behind[0].kind == DATE else None


def _associate(text: str, unit: Unit, owner: Who, other: Who, subtype: str, dated: Dated | None = None) -> Statement:
    """What the other named is to the owner by the word between them."""
    assert other.span is not None
    said = text[other.span.start : other.span.end]
    parts = (
        Part("trigger", Span(unit.start, unit.end)), *owner.parts(text),
        Part("object", other.span, None, other.name if said != other.name else None),
    )  # fmt: skip
    parts = (*parts, *((dated.part(),) if dated is not None else ()))
    spans = [part.span for part in parts if part.span is not None and part.part != "antecedent"]
    quote = Span(min(s.start for s in spans), max(s.end for s in spans))
    return Statement(
        "association", owner.name, quote, parts, "prose.associate", round(0.92 + owner.sure, 3), subtype=subtype,
        when=dated.when if dated is not None else None,
    )  # fmt: skip


def _brackets(page: Page, discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """Life dates in the bracket after another person's name."""
    made: list[Statement] = []
    for place, unit in enumerate(units[:-1]):
        bracket = units[place + 1]
        if bracket.kind != BRACKET:
            continue
        if unit.kind == WORD and bracket.kind == BRACKET and bracket.inner and _is_life(bracket):
            unit = _apposed(units, place) or unit  # "Nikolai Astakhov, a radio operator (1899–1980)"
        if unit.kind != NAME or bracket.kind != BRACKET or page.text[bracket.start] != "(" or not bracket.inner:
            continue
        is_marked = bracket.inner[0].lower in ("born", "b", "died", "d")  # "(died 1206)": a year and no number
        if not any(inner.kind in (DATE, LENGTH) or (is_marked and inner.kind == NUMBER) for inner in bracket.inner):
            continue
        if discourse.lead_bracket is not None and discourse.lead_bracket.start == bracket.start + 1:
            continue
        if place > 1 and units[place - 1].lower == "of" and units[place - 2].kind == NAME:
            unit = units[place - 2]  # "Hanna Bergman of Vyborg (1883–1942)"
        if place > 1 and units[place - 1].lower == "," and _LETTERS.fullmatch(page.text, unit.start, unit.end):
            unit = units[place - 2]  # "Thomas Wynne, D.D. (1571–1634)"
        who = discourse.resolve_name(unit)
        if who is None and page.text[unit.start] > "\u0400" and _is_life(bracket):
            who = Who(page.text[unit.start : unit.end], None, Span(unit.start, unit.end), (), -0.05)
        if who is None or who.span is None:
            continue
        is_own = who.person is not None and who.person.is_subject
        if is_own and not discourse.in_reference and discourse.lead_bracket is not None:
            continue
        words = {inner.lower for inner in bracket.inner}
        if not words & {"born", "b", "died", "d", "–", "-", "—", "†"} and not _is_life(bracket):
            continue
        span = Span(bracket.start + 1, bracket.end - 1)
        made.extend(read_bracket(page, span, who.name, who.parts(page.text), "bracket"))
    return made


_LETTERS = re.compile(r"(?:[A-Z][a-z]{0,2}\.\s?){2,}|[A-Z]{2,5}")
"""Letters of degrees and orders behind a name."""


def _apposed(units: list[Unit], place: int) -> Unit | None:
    """The name before an apposition that ends here."""
    for at in range(place - 1, max(0, place - 7), -1):
        if units[at].kind not in (WORD, NAME):
            opens = at + 1 < len(units) and units[at + 1].lower in ("a", "an", "the")
            return units[at - 1] if units[at].lower == "," and opens and units[at - 1].kind == NAME else None
    return None


def _is_life(bracket: Unit) -> bool:
    """``(1906–1971)``: an interval of a life's length, and nothing else in the bracket."""
    inner = [unit for unit in bracket.inner or () if unit.kind != MARK]
    if len(inner) != 1 or inner[0].dated is None:
        return False
    when = inner[0].dated.when
    if when.edtf is None or "/" not in when.edtf or when.earliest is None or when.latest is None:
        return False
    return 15 * 365 < when.latest - when.earliest < 110 * 366
