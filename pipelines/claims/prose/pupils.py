"""Who many were that were somebody's pupils or friends: ``Among his pupils were X's assistant Y and the chemist Z``."""

from pipelines.claims.prose.tokens import BRACKET, DATE, NAME, WORD, Unit
from pipelines.claims.when import Dated

_VERBS = {"was", "were", "included", "include", "are", "is", "being"}
_REACH = 30
"""Units of a list of persons, so that reading stays linear."""

_ENDS = {"who", "which", "whose", "where", "when", "but", "while", "as", "with", "in", "at", "from", "for", "he", "she"}


def named_in_list(units: list[Unit], place: int, begin: int) -> list[tuple[Unit, Dated | None]] | None:
    """The names a list gives for a plural noun at a place, each with the date of its bracket.

    ``begin`` is where the words of whose they are begin. Null where no list goes with the noun.
    """
    verb = place + 1
    while verb < len(units) and units[verb].lower in ("there", "of", "his", "hers", "also", "later"):
        verb += 1
    if verb < len(units) and units[verb].lower in _VERBS:
        return _behind(units, verb + 1)
    before = begin - 1
    if before > 1 and units[before].lower in ("among", "amongst") and units[before - 1].lower in _VERBS:
        return _ahead(units, before - 1)
    return None


def _behind(units: list[Unit], start: int) -> list[tuple[Unit, Dated | None]]:
    """``the chemist Y (from 1625), and Z``: the last name of each item; one before ``'s`` is another's."""
    found: list[tuple[Unit, Dated | None]] = []
    last: Unit | None = None
    at = start
    end = min(len(units), start + _REACH)
    while at < end and not (units[at].kind == WORD and units[at].lower in _ENDS):
        unit = units[at]
        following = units[at + 1].lower if at + 1 < end else ""
        if unit.kind == NAME and following not in ("'s", "’s"):
            last = unit
        elif unit.kind == BRACKET and last is not None:
            noted = next((each.dated for each in unit.inner or () if each.kind == DATE), None)
            found.append((last, noted if _opens_span(unit) else None))
            last = None
        elif unit.lower in (",", "and"):
            if last is not None:
                found.append((last, None))
                last = None
            elif at > start and units[at - 1].kind == WORD:
                break  # words without a name: no list of persons
        elif unit.lower == "of" and last is None:
            break  # "two of the sons of King Charles"
        elif unit.kind not in (WORD, BRACKET, NAME) and unit.lower not in ("'s", "’s"):
            break
        at += 1
    if last is not None:
        found.append((last, None))
    return found


def _opens_span(bracket: Unit) -> bool:
    """``(from 1625)``: when it began, and no life's dates."""
    return bool(bracket.inner) and (bracket.inner or [bracket])[0].lower in ("from", "since", "in")


def _ahead(units: list[Unit], verb: int) -> list[tuple[Unit, Dated | None]]:
    """``X and Y being among her pupils``: the names that stand right before the verb."""
    found: list[tuple[Unit, Dated | None]] = []
    at = verb - 1
    while at >= 0 and (units[at].kind == NAME or units[at].lower in ("and", ",")):
        if units[at].kind == NAME:
            found.insert(0, (units[at], None))
        elif units[at].lower == "," and found and at and units[at - 1].kind != NAME:
            break
        at -= 1
    return found
