"""What happened to many, where a name or noun tells it with its date: ``the 18th Party Congress in March 1939``.

``the siege from September 1941 to January 1944`` · ``once the siege commenced on …`` · ``the coup of 1955``.
"""

from pipelines.claims import lexicon
from pipelines.claims.prose.tokens import BRACKET, DATE, LENGTH, MARK, NAME, NUMBER, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated

_LINKS = {"in", "on", "of", "from", "between", "held"}
_BEGAN = {"met", "convened", "began", "broke", "commenced", "ended", "erupted", "opened", "started"}
_JOINING = {"joined", "left", "entered", "quit", "joining", "leaving", "in", "for"}
_DEFINED = {"refers", "was", "is", ","}
_REACH = 10
"""Units between the name and its date: the body that met, a place and a preposition."""
_REACH_OF_DEFINITION = 16
"""Units between the name and the date in the words that say what it was."""


def read_happenings(text: str, units: list[Unit], offset: int) -> list[Statement]:
    """One happening for each such name or noun; nothing where no date goes with it."""
    heads = lexicon.words("heads", "happening")
    common = lexicon.words("heads", "happening_common")
    made: list[Statement] = []
    for place, unit in enumerate(units):
        if unit.kind == NAME:
            last = unit.lower.split()[-1]
            if last not in heads:
                continue
            begin = place - 1 if place and units[place - 1].lower[:1].isdigit() else place
            ahead = [each.lower for each in units[max(0, place - 2) : place]]
            joins = ahead[:1] and (ahead[0] in ("to", "of") or ahead[0] in _JOINING)
            if last == "congress" and ((joins and ahead[1:] == ["the"]) or " national congress" in unit.lower):
                continue  # "elected to the Continental Congress in 1776", "joined the Indian National Congress in 1920"
            behind = [each.lower for each in units[place + 1 : place + 2]]
            if begin == place and " " not in unit.lower and behind != ["of"]:
                continue
            dated = _date_behind(units, place) or _date_of_definition(units, place)
        elif unit.kind == WORD and unit.lower in common:
            after = _after_article(units, place)
            if after is None:
                continue
            begin = after
            dated = _date_behind(units, place)
        else:
            continue
        if dated is None:
            continue
        end = _end_of_name(units, place, dated) if unit.kind == NAME else place
        span = Span(units[begin].start, units[end].end)
        parts = (Part("subject", span), *dated.parts(offset))
        quote = Span(span.start, max(span.end, dated.span.end))
        made.append(
            Statement("happening", text[span.start : span.end], quote, parts, "prose.happening", 0.8, when=dated.when)
        )
    return made


def _after_article(units: list[Unit], place: int) -> int | None:
    """Where a noun's words begin behind ``the``; null where another article or none stands before it."""
    for at in range(place - 1, max(-1, place - 5), -1):
        if units[at].kind == WORD and units[at].lower == "the":
            return at + 1
        is_part = units[at].kind in (NAME, WORD, NUMBER, LENGTH) or units[at].lower == "-"
        if not is_part or units[at].lower in ("a", "an", "this", "his", "her", "of", "and"):
            return None
    return None


def _end_of_name(units: list[Unit], place: int, dated: Dated) -> int:
    """The last unit of a congress's name: ``20th Congress of the Communist Party``."""
    end = place
    for at in range(place + 1, min(len(units), place + _REACH)):
        unit = units[at]
        if unit.start >= dated.span.start or not (unit.kind == NAME or unit.lower in ("of", "the")):
            break
        if unit.kind == NAME:
            end = at
    return end


def _date_behind(units: list[Unit], place: int) -> Dated | None:
    """The date in the bracket behind, behind a preposition, a body or place between at most, or of its outbreak."""
    at = place + 1
    if at + 1 < len(units) and units[at].lower == "," and units[at + 1].kind == BRACKET:
        at += 1
    following = units[at] if at < len(units) else None
    if following is not None and following.kind == BRACKET:
        inner = following.inner or []
        return inner[0].dated if len(inner) == 1 and inner[0].kind == DATE else None
    for at in range(place + 1, min(len(units), place + _REACH)):
        unit = units[at]
        if unit.kind == DATE:
            return unit.dated if units[at - 1].lower in _LINKS or units[at - 1].lower in _BEGAN else None
        if not (unit.kind == NAME or (unit.kind == WORD and unit.lower in _LINKS | _BEGAN | {"the", "out", "at"})):
            return None
    return None


def _date_of_definition(units: list[Unit], place: int) -> Dated | None:
    """``The X Affair refers to a purge between 1949 and 1951`` · ``The X Affair, a purge of … between …``."""
    at = place + 1
    if at + 2 >= len(units) or units[at].lower not in _DEFINED:
        return None
    at += 1 + (units[at + 1].lower == "to")
    if units[at].lower not in ("a", "an"):
        return None
    for further in range(at + 1, min(len(units), place + _REACH_OF_DEFINITION)):
        unit = units[further]
        if unit.kind == DATE:
            return unit.dated if units[further - 1].lower in _LINKS else None
        if unit.kind == MARK or unit.lower in ("who", "which", "that", "was", "were", "had"):
            return None
    return None
