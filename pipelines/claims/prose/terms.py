"""How long something lasted: a beginning told with the verb, closed by what follows ``until``; several dates in a row.

``was director from 1945 until he stood down in 1955`` is one interval, though its ends stand in two clauses.
"""

from dataclasses import replace

from pipelines.claims.prose.tokens import DATE, MARK, NAME, WORD, Unit, index_of
from pipelines.claims.statement import Part, Span, When
from pipelines.claims.when import Dated, join_interval
from pipelines.dates import parse_edtf

LASTING = frozenset(
    [
        *("tenure", "employment", "membership", "service", "residence", "imprisonment", "exile", "education"),
        *("association", "attribute"),
    ]
)
"""Event types that can go on: a date after ``until`` is their end. All others happen at one time."""

_UNTIL = {"until", "till"}
_BREAKS = {"and", "but", "while", "which", "who", "whose"}
_REACH = 18
"""Units between a beginning and its ``until``, and between that and its date: a clause's length, so that reading stays
linear."""


def close_term(units: list[Unit], unit: Unit) -> tuple[Dated, tuple[Dated, ...]]:
    """The interval a date opens, and the mentions it rests on; the date alone where nothing closes it."""
    opened = unit.dated
    assert opened is not None
    edtf = opened.when.edtf or ""
    place = index_of(units, unit)
    if edtf and "/" not in edtf and place + 1 < len(units) and units[place + 1].lower in _UNTIL:
        opened = Dated(opened.span, join_interval(opened.when, None))  # "1911 until death"
    elif not edtf.endswith("/..") or edtf.startswith(".."):
        return opened, (opened,)
    closing = _end_after(units, place + 1)
    if closing is None or closing.dated is None:
        return opened, (opened,)
    joined = join_interval(_without_open_end(opened.when), _without_open_end(closing.dated.when))
    if joined.edtf is None:
        return opened, (opened,)
    basis = "context" if "context" in (opened.when.basis, closing.dated.when.basis) else joined.basis
    return Dated(opened.span, replace(joined, basis=basis)), (opened, closing.dated)


def stands_after_until(units: list[Unit], verb: int, unit: Unit) -> bool:
    """Whether a date behind a verb closes what the verb says: ``reigned until his death in 1207``."""
    place = index_of(units, unit)
    for at in range(place - 1, max(verb, place - 12), -1):
        if units[at].kind == WORD and units[at].lower in _UNTIL:
            return True
        is_of_end = any(each.lower in ("death", "retirement") for each in units[max(verb, at - 6) : at])
        if units[at].lower == "," and is_of_end:
            continue  # "until his death in Washington, D.C., on 9 February 1896"
        if units[at].kind in (DATE, MARK) or units[at].lower in _BREAKS:
            return False
    return False


def end_only(dated: Dated) -> Dated:
    """The interval of which a date is the end and the beginning unknown."""
    if (dated.when.edtf or "").startswith("../"):
        return dated
    return Dated(dated.span, join_interval(None, _without_open_end(dated.when)))


def end_of(dated: Dated) -> Dated | None:
    """The end of an interval: ``from March 1810 to May 1812, when he handed over``; null where it is none."""
    edtf = dated.when.edtf or ""
    last = edtf.rpartition("/")[2]
    precision = {4: "year", 7: "month", 10: "day"}.get(len(last))
    if "/" not in edtf or precision is None or not last.replace("-", "").isdigit():
        return None
    bounds = parse_edtf(last)
    when = replace(dated.when, edtf=last, earliest=bounds.earliest, start_latest=None, end_earliest=None)
    return Dated(dated.span, replace(when, latest=bounds.latest, precision=precision, qualifier=None))


def parts_of(rests_on: tuple[Dated, ...], offset: int) -> list[Part]:
    """The date parts of all mentions an interval rests on."""
    return [part for dated in rests_on for part in dated.parts(offset)]


def following_dates(units: list[Unit], unit: Unit) -> list[Dated]:
    """The dates that stand with a date as its equals: ``in 1957 and 1962`` · ``in 1930, 1932 and again in 1935``.

    Of an interval, further intervals: ``1901–05 and 1909–13``.
    """
    place = index_of(units, unit)
    if unit.dated is None or unit.dated.when.edtf is None:
        return []
    is_instant = _is_instant(unit.dated.when)
    if not is_instant and unit.dated.when.precision != "interval":
        return []
    found: list[Dated] = []
    at = place + 1
    since = 0
    while at < len(units) and since < 5:
        each = units[at]
        if each.kind == DATE and each.dated is not None:
            if since == 0 or _is_instant(each.dated.when) is not is_instant or _opens_another(units, at):
                break
            if at + 1 < len(units) and (units[at + 1].kind == NAME or units[at + 1].lower in _OPENS):
                break  # "rector in 1901, and in 1905 the king made him a baron"
            if not is_instant and at + 1 < len(units) and units[at + 1].kind != MARK and units[at + 1].lower != "and":
                break  # "from 1901 to 1905 and from 1909 to 1913 president"
            found.append(each.dated)
            since = 0
        elif each.lower in (",", "and", "in", "on", "again", "&") or (not is_instant and each.lower == "from"):
            since += 1
        else:
            found += _again(units, at) if is_instant else []
            break
        at += 1
    return found


_OPENS = {"he", "she", "they", "the", "his", "her", "their", "a", "an", "it"}
"""Words that open a clause right behind its date."""


def _opens_another(units: list[Unit], at: int) -> bool:
    """``in 1916 and, the next year, the Cross``: a date between commas is of the thing behind it."""
    behind = [each.lower for each in units[at + 1 : at + 3]]
    if at + 2 < len(units) and units[at + 2].kind == DATE:
        return False  # "in 2000, 2001, 2004 and 2010"
    ahead = [each.lower for each in units[max(0, at - 3) : at]]
    if ahead[:2] == [",", "and"] and ahead[2:] in (["in"], ["on"]) and behind[:1] == [","]:
        return True  # "named vicar in 1920, and in 1925, when his bishop resigned, he"
    return units[at - 1].lower == "," and behind[:1] == [","] and behind[1:2] != ["and"] and len(behind) == 2


def _again(units: list[Unit], start: int) -> list[Dated]:
    """``in 1978 in Lahti and again in 1982``: the date behind ``again`` in the same clause."""
    for at in range(start, min(len(units) - 2, start + 8)):
        if units[at].lower == "again":
            near = next((unit for unit in units[at + 1 : at + 4] if unit.kind == DATE), None)
            return [near.dated] if near is not None and near.dated is not None and _is_instant(near.dated.when) else []
        if units[at].kind == DATE or units[at].lower in (";", "who", "which", "but"):
            return []
    return []


def _is_instant(when: When) -> bool:
    return when.edtf is not None and "/" not in when.edtf


def _end_after(units: list[Unit], start: int) -> Unit | None:
    """The date of the ``until`` that closes a term begun before ``start``."""
    for at in range(start, min(len(units), start + _REACH)):
        unit = units[at]
        if unit.kind == DATE or (unit.kind == MARK and unit.lower in ";:"):
            return None
        if unit.kind == WORD and unit.lower in ("and", "but") and at > start:
            return None
        is_to = unit.lower == "to" and at + 1 < len(units) and units[at + 1].lower in ("his", "her")
        if unit.kind == WORD and (unit.lower in _UNTIL or is_to):
            return _first_date(units, at + 1)
    return None


def _first_date(units: list[Unit], start: int) -> Unit | None:
    for at in range(start, min(len(units), start + 12)):
        unit = units[at]
        if unit.kind == DATE:
            return unit
        if unit.lower == "," and any(each.lower in ("retirement", "death", "resignation") for each in units[start:at]):
            continue  # "until his death in Washington, D.C., on 9 February 1896"
        if (unit.kind == MARK and unit.lower in ",;:") or (unit.kind == WORD and unit.lower in _BREAKS):
            return None
    return None


def _without_open_end(when: When) -> When:
    """One end of an interval by itself: ``../1929`` is 1929, ``1924/..`` is 1924."""
    edtf = when.edtf or ""
    bare = edtf.removeprefix("../").removesuffix("/..")
    if bare == edtf or not bare or "/" in bare:
        return when
    bounds = parse_edtf(bare)
    return replace(when, edtf=bare, earliest=bounds.earliest, latest=bounds.latest, qualifier=None)


def span_of(rests_on: tuple[Dated, ...]) -> Span:
    """The stretch from the first of these mentions to the last."""
    return Span(min(each.span.start for each in rests_on), max(each.span.end for each in rests_on))


def opens_gap(units: list[Unit], unit: Unit) -> bool:
    """Whether a date between a comma and a preposition begins another of the same: ``, from 1905 at Bonn``."""
    at = index_of(units, unit)
    before = units[at - 2].lower if units[at - 1].lower in ("from", "since", "in") else units[at - 1].lower
    return before in (",", "and") and at + 2 < len(units) and units[at + 1].lower in ("at", "of") and (
        units[at + 2].kind == NAME
    )  # fmt: skip
