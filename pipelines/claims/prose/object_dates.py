"""Which of a clause's dates each of several objects has, and a second statement for each further date of one."""

from dataclasses import replace

from pipelines.claims.prose.dating import opens_next
from pipelines.claims.prose.phrases import Complements
from pipelines.claims.prose.setting import Object, Setting
from pipelines.claims.prose.terms import LASTING, close_term, end_only, following_dates, span_of, stands_after_until
from pipelines.claims.prose.tokens import DATE, MARK, WORD, Unit
from pipelines.claims.statement import Span, Statement
from pipelines.claims.when import Dated


def give_own_dates(setting: Setting, complements: Complements, event: str, objects: list[Object]) -> None:
    """``lieutenant in 1797, captain in 1803``: of several objects each has the date that stands behind it.

    A date in a bracket counts: ``a BA from Howard (1971) and an MBA from Yale (1975)``.
    """
    for unit, slot in complements.dates:  # "from the rabfak in 1930 and in 1936 from the Institute"
        behind = next((each for each in objects if 0 < each.span.start - unit.end < 14), None)
        is_apart = slot == "outside" or opens_next(setting.units, unit)
        if is_apart and behind is not None and behind is not objects[0]:
            behind.dated = unit.dated
    for unit, _ in complements.dates if event == "battle" and len(objects) > 1 else ():
        near = next((each for each in objects if 0 < unit.start - each.span.end < 6), None)
        if near is not None:
            near.dated = near.dated or unit.dated  # "in the Marsh War and in the Kern campaign of 1879"
    dates = [unit for unit, slot in complements.dates if slot != "outside" and unit.dated is not None]
    noted = [unit for phrase in complements.phrases for unit in phrase.notes or () if unit.kind == DATE and unit.dated]
    noted = [] if event in ("marriage", "engagement") else noted  # "in 1774 to Anna Kall (1753–1779)"
    dates = sorted(dates + noted, key=lambda unit: unit.start)
    if len(objects) == 1 and len(dates) > 1:
        _give_behind(complements, objects[0], dates)
    if len(objects) < 2 or len(dates) < 2:
        return
    for place, chosen in enumerate(objects):
        limit = objects[place + 1].span.start if place + 1 < len(objects) else None
        for unit in dates:
            if unit.start >= chosen.span.end and (limit is None or unit.start < limit):
                own = unit.dated
                if (
                    own is not None
                    and event in LASTING
                    and stands_after_until(setting.units, setting.clause.verb, unit)
                ):
                    own = end_only(own)  # "and finally as president until his death in 1931"
                elif own is not None and event in LASTING and (own.when.edtf or "").endswith("/.."):
                    closed, rests_on = close_term(setting.units, unit)
                    own = Dated(span_of(rests_on), closed.when)  # "and as mayor from 1921 until his death in 1938"
                chosen.dated = chosen.dated or own
                break


def _give_behind(complements: Complements, chosen: Object, dates: list[Unit]) -> None:
    """``made an Honorary Member in 1975, a CBE in 1988``: the date before the object is another thing's."""
    first = dates[0]
    other = any(phrase.span.end <= first.start for phrase in complements.phrases if phrase.slot in ("", "in", "on"))
    if chosen.dated is not None or first.start > chosen.span.start or not other:
        return
    behind = next((unit for unit in dates if 0 <= unit.start - chosen.span.end < 16), None)
    chosen.dated = behind.dated if behind is not None else None


def leave_undated(objects: list[Object], dated: Dated | None) -> list[Object]:
    """Of several objects those that the clause's date does not reach: it is another's own, or stands before them.

    ``the Order of Lenin (1939) and two Orders of the Red Star`` · ``the Copley Medal in 1912 and the Royal Medal``.
    """
    if len(objects) < 2 or dated is None:
        return objects
    first = objects[0].span
    for chosen in objects:
        borrowed = any(
            other is not chosen and any(each is dated for each in (other.dated, *other.more_dates)) for other in objects
        )
        behind = first.end <= dated.span.start and dated.span.end <= chosen.span.start
        chosen.undated = chosen.dated is None and (borrowed or behind)
    return objects


def repeat_for_dates(
    setting: Setting, complements: Complements, event: str, objects: list[Object], dated: Dated | None
) -> list[Object]:
    """One object for each of several dates it has: ``named Player of the Year in 1978 and 1980``."""
    if event not in _REPEATED:
        return objects
    made: list[Object] = []
    own = next((unit for unit, _ in complements.dates if unit.dated is dated), None) if dated is not None else None
    for place, chosen in enumerate(objects):
        made.append(chosen)
        each_dated = _numbered_dates(setting.units, chosen) if chosen.figure is not None else []
        if each_dated:
            made[-1:] = [replace(chosen, dated=each, figure=None, parts=(), undated=False) for each in each_dated]
            continue
        more = list(chosen.more_dates)
        is_last = place + 1 == len(objects)
        if own is not None and is_last and not chosen.undated and chosen.dated in (None, dated):
            more += following_dates(setting.units, own)
        elif chosen.dated is not None and not is_last:  # "won the Prize in 1905 and 1909, and the Medal in 1912"
            more += _dates_before(setting.units, chosen.dated, objects[place + 1].span.start)
        made.extend(replace(chosen, dated=each, more_dates=(), undated=False) for each in more)
    return made


def _dates_before(units: list[Unit], dated: Dated, end: int) -> list[Dated]:
    """The dates that stand with one as its equals, up to the next object."""
    own = next((unit for unit in units if unit.dated is dated), None)
    if own is None:
        return []
    starts = {id(unit.dated): unit.start for unit in units if unit.dated is not None}
    return [each for each in following_dates(units, own) if starts.get(id(each), end) < end]


def _numbered_dates(units: list[Unit], chosen: Object) -> list[Dated]:
    """``two Orders of Lenin: the first on 17 April 1940, … and the second on 29 June 1945``: the date of each."""
    found: list[Dated] = []
    for place, unit in enumerate(units):
        if unit.kind == DATE and unit.dated is not None and unit.start > chosen.span.end:
            before = {each.lower for each in units[max(0, place - 3) : place]}
            if before & {"first", "second", "third", "fourth"}:
                found.append(unit.dated)
    return found if len(found) > 1 else []


_REPEATED = frozenset(["award", "appointment", "tenure"])
"""What happens to one person more than once, so that a second date is a second event."""


def again_without_object(
    setting: Setting, complements: Complements, event: str, made: list[Statement], dated: Dated | None
) -> list[Statement]:
    """``was arrested in 1905 and 1908``: a statement for each further date, where no object tells them apart."""
    own = next((unit for unit, _ in complements.dates if unit.dated is dated), None) if dated is not None else None
    if own is None or event not in _SUFFERED_AGAIN:
        return []
    return [
        replace(
            each, when=later.when, quote=Span(each.quote.start, max(each.quote.end, later.span.end)),
            parts=(
                *(part for part in each.parts if part.part not in ("date", "date_anchor")), *later.parts(setting.offset)
            ),
        )
        for later in following_dates(setting.units, own)
        if _closes_list(setting, later)
        for each in made
    ]  # fmt: skip


def _closes_list(setting: Setting, dated: Dated) -> bool:
    """Whether a date is the list's and opens nothing: ``in 1905 and 1908``, not ``…, and in 1908 became mayor``."""
    units = setting.units
    at = next((n for n in range(setting.clause.verb, len(units)) if units[n].dated is dated), None)
    if at is None:
        return False
    ahead = [unit.lower for unit in units[max(0, at - 4) : at]]
    opens = any(ahead[n : n + 2] == [",", "and"] for n in range(len(ahead) - 1)) and "again" not in ahead
    following = units[at + 1] if at + 1 < len(units) else None
    return not opens and (
        following is None
        or (following.kind == MARK and following.lower != ",")
        or (following.lower in (",", "and") and at + 1 not in setting.verbs and at + 2 not in setting.verbs)
        or (following.kind == WORD and following.lower in ("for", "by", "at", "with", "in", "as", "on", "under"))
    )


_SUFFERED_AGAIN = frozenset(["arrest", "imprisonment", "exile", "action", "trial", "release", "expulsion", "residence"])
"""What happens to one person more than once, told with its dates alone."""
