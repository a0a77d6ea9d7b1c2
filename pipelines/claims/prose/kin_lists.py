"""Children told of in lists: ``two sons: Karl (1850–1900), a judge; Otto``, ``had issue``, ``of whom Karl survived``.

A list that a colon or ``issue`` opens goes on behind semicolons: the discourse remembers whose children it names.
"""

from collections.abc import Collection

from pipelines.claims.figures import to_number
from pipelines.claims.prose.kin import make_counted, make_kinship
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, DATE, MARK, NAME, WORD, Unit
from pipelines.claims.prose.verbs import known_forms
from pipelines.claims.statement import Statement

_CHILDREN = {"children", "sons", "daughters"}
_CHILD = {"son": "m", "daughter": "f", "child": None}
_MARRIAGE = {"marriage", "union", "wife", "husband"}
_HAVING = {"had", "has", "having", "leaving", "left", "with", "produced"}
_LIVED = {"survived", "outlived", "lived", "reached", "died", "became", "predeceased", "attained", "grew"}


def read_kin_lists(discourse: Discourse, units: list[Unit], told: list[Statement]) -> list[Statement]:
    """The children a sentence, or a part of it behind a semicolon, names in a list; the owner is kept for the next.

    ``told`` are the statements of kin already read in it: some of those they count may be named.
    """
    made = _among_counted(discourse, units, told)
    made += _continued(discourse, units) + _eldest(discourse, units) + _further_of(discourse, units)
    for place, unit in enumerate(units[:-1]):
        if unit.kind != WORD:
            continue
        if unit.lower == "issue":
            made += _issue(discourse, units, place)
        elif unit.lower in _CHILDREN and units[place + 1].lower == ":":
            discourse.children_of = discourse.subject_who(-0.04)
        elif unit.lower in _CHILDREN and (colon := _colon_behind(units, place)) is not None:
            named, end = _names(units, colon + 1)
            owner = discourse.subject_who(-0.06)
            if len(named) > 1 or (named and end > colon + 2 and units[colon + 2].kind == BRACKET):
                made += _children(discourse, unit, named, owner)
                discourse.children_of = owner
        elif unit.lower == "whom" and place and units[place - 1].lower == "of":
            made += _of_whom(discourse, units, place)
        elif unit.lower in _CHILDREN and _is_of_marriage(units, place) and units[0].lower in ("of", "the"):
            made += _of_the_children(discourse, units, place)
        elif unit.lower in _CHILDREN and _is_of_marriage(units, place) and place > 1 and _is_left(units, place):
            owner = discourse.subject_who(-0.04)  # "survived by four children of his first marriage"
            made.append(make_counted(discourse, units, place, units[place - 1], owner, "child", unit.lower))
        elif place > 1 and unit.lower in _CHILDREN and units[0].lower == "there" and _is_of_marriage(units, place):
            if to_number(units[place - 1].lower) is not None:  # "There were two daughters of the marriage"
                owner = discourse.subject_who(-0.06)
                made.append(make_counted(discourse, units, place, units[place - 1], owner, "child", unit.lower))
        elif unit.lower in _CHILD and _is_of_marriage(units, place) and _opens(units, place):
            made += _child_of_marriage(discourse, units, place)
    return made


def _among_counted(discourse: Discourse, units: list[Unit], told: list[Statement]) -> list[Statement]:
    """``They had five children, including the politician Karl Roe and Ida``: those named of the five."""
    for each in told:
        counted = each.first("trigger") if each.rule == "prose.kin_count" and each.subtype == "child" else None
        if counted is None or counted.span is None or each.subject != discourse.people.subject.name:
            continue
        at = next((n for n, unit in enumerate(units) if unit.start == counted.span.start), len(units))
        opening = [unit.lower for unit in units[at + 1 : at + 5]]
        if opening[:2] == [",", "including"]:
            begin = at + 3
        elif opening[:2] == [",", "among"] and opening[2:3] in (["them"], ["whom"]):
            begin = at + 4 + (opening[3:4] in (["were"], ["are"]))
        else:
            continue
        return _children(discourse, units[at], _described_names(units, begin), discourse.subject_who(-0.06))
    return []


def _described_names(units: list[Unit], at: int) -> list[Unit]:
    """The names of a list whose items may say what each was: ``the senator Ivo Roe (1880–1950) and Ida``."""
    found: list[Unit] = []
    verbs = known_forms()
    while at < len(units):
        unit = units[at]
        if unit.kind == NAME:
            if found and units[at - 1].lower not in ("and", ",") and units[at - 1].kind != WORD:
                break
            found.append(unit)
        elif _ends_described(unit, units[at - 1], verbs):
            break
        at += 1
    return found


def _ends_described(unit: Unit, before: Unit, verbs: Collection[str]) -> bool:
    if unit.kind == WORD:
        return unit.lower in _CLOSING or (unit.lower in verbs and before.kind == NAME)
    return unit.kind != BRACKET and unit.lower != ","


_CLOSING = {"who", "of", "with", "from", "in", "by", "his", "her", "whom", "whose", "several", "two", "three"}


def _continued(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """``…; Otto (1852–1910), a painter; and three sons who died young``: what goes on with an open list."""
    owner = discourse.children_of
    if owner is None or not discourse.continues or not units:
        discourse.children_of = owner if discourse.continues else None
        return []
    at = 1 if units[0].lower == "and" else 0
    if at >= len(units):
        return []
    number = to_number(units[at].lower) if units[at].kind == WORD else None
    if number is not None and at + 1 < len(units) and units[at + 1].lower in _CHILDREN:
        return [make_counted(discourse, units, at + 1, units[at], owner.shared(), "child", units[at + 1].lower)]
    if units[at].kind != NAME or not _is_closed(units, at):
        discourse.children_of = None
        return []
    return _children(discourse, units[at], [units[at]], owner)


def _is_left(units: list[Unit], place: int) -> bool:
    """Whether children are counted behind ``survived by`` or ``left``, and not named."""
    before = [unit.lower for unit in units[max(0, place - 10) : place - 1]]
    return to_number(units[place - 1].lower) is not None and any(word in ("survived", *_HAVING) for word in before)


def _colon_behind(units: list[Unit], place: int) -> int | None:
    """The colon of ``had five children with her: Hugo, Alma and Felix``: a few words of whose they were before it."""
    for at in range(place + 2, min(len(units) - 1, place + 7)):
        if units[at].lower in (":", "–", "—"):
            return at
        if units[at].kind not in (WORD, NAME) or units[at].lower in ("and", "who", "were", "was"):
            return None
    return None


def _further_of(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """``Of his three daughters, Margaret became abbess and Helena married``: those named behind the first."""
    words = [unit.lower for unit in units[:6]]
    at = next((n for n, word in enumerate(words) if word in _CHILDREN), None)
    if at is None or len(words) < 6:
        return []
    if words[0] == "one" and words[1:3] in (["of", "his"], ["of", "her"], ["of", "their"]):
        discourse.has_children = True  # "One of their sons died; the other, Karl, lived"
        return []
    if words[0] != "of" or words[1] not in ("his", "her", "their") or words[at + 1 : at + 2] != [","]:
        return []
    if units[at + 2 : at + 3] == [] or units[at + 2].kind != NAME:
        return []
    verbs = known_forms()
    named = [
        units[n]
        for n in range(at + 4, len(units) - 1)
        if units[n].kind == NAME and units[n - 1].lower in _WHILE and units[n + 1].lower in verbs
    ]
    owner = discourse.subject_who(-0.04)
    made = _children(discourse, units[at], named, owner, "f" if words[at] == "daughters" else None)
    number = units[at - 1]
    if to_number(number.lower) is not None:
        made.append(make_counted(discourse, units, at, number, owner, "child", words[at]))
    return made


_WHILE = {"and", "while", "whereas", "but"}


def _eldest(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """``He had three sons. The eldest, Hamid, is an architect.``: the child named where some were counted."""
    words = [unit.lower for unit in units[:5]]
    if not discourse.has_children or len(words) < 5 or words[0] != "the" or words[1] not in _BY_AGE:
        return []
    if words[2] != "," or units[3].kind != NAME or units[4].kind not in (MARK, BRACKET):
        return []
    return _children(discourse, units[1], [units[3]], discourse.subject_who(-0.06))


_BY_AGE = {"eldest", "youngest", "elder", "younger", "oldest", "older", "second", "third", "other"}


def _issue(discourse: Discourse, units: list[Unit], place: int) -> list[Statement]:
    """``by whom he had issue Magnus, M.P.; Barbara, who married``: the first child, and the list is open."""
    if not any(unit.lower in _HAVING for unit in units[max(0, place - 3) : place]):
        return []
    at = place + 1
    at += units[at].lower in (":", ",")
    if at >= len(units) or units[at].kind != NAME or not _is_closed(units, at):
        return []
    discourse.children_of = discourse.subject_who(-0.04)
    return _children(discourse, units[place], [units[at]], discourse.children_of)


def _of_whom(discourse: Discourse, units: list[Unit], place: int) -> list[Statement]:
    """``seven children, of whom Karl and Mrs. Ida Lund outlived their father``."""
    counted = next((unit for unit in units[max(0, place - 14) : place] if unit.lower in _CHILDREN), None)
    if counted is None:
        return []
    begin = place + 1
    while begin < len(units) and (units[begin].lower == "only" or to_number(units[begin].lower) is not None):
        begin += 1
    begin += begin > place + 1 and begin < len(units) and units[begin].lower == ","  # "of whom only two, Peter and Jo,"
    named, at = _names(units, begin)
    if not named or at >= len(units) or units[at].lower not in _LIVED:
        return []
    return _children(discourse, counted, named, discourse.subject_who(-0.06))


def _of_the_children(discourse: Discourse, units: list[Unit], place: int) -> list[Statement]:
    """``Of the five children of the second marriage, Joseph was killed and Theresia became abbess``."""
    owner = discourse.subject_who(-0.06)
    number = next((unit for unit in units[max(0, place - 2) : place] if to_number(unit.lower) is not None), None)
    made = []
    if number is not None:
        made.append(make_counted(discourse, units, place, number, owner, "child", units[place].lower))
    comma = next((at for at in range(place, min(len(units) - 1, place + 8)) if units[at].lower == ","), None)
    if comma is None or units[comma + 1].kind != NAME:
        return made
    named = [units[comma + 1]]
    for at in range(comma + 2, len(units) - 2):
        if units[at].lower == "and" and units[at + 1].kind == NAME and units[at + 2].kind == WORD:
            named.append(units[at + 1])
            break
    return made + _children(discourse, units[place], named, owner.shared())


def _child_of_marriage(discourse: Discourse, units: list[Unit], place: int) -> list[Statement]:
    """``A son of the first marriage, the guitarist Remi Lund, was killed``: the name behind the comma."""
    comma = next((at for at in range(place, min(len(units) - 1, place + 7)) if units[at].lower == ","), None)
    if comma is None:
        return []
    at = comma + 1
    while at < len(units) and units[at].kind == WORD and at - comma < 5 and units[at].lower not in ("was", "who", "he"):
        at += 1
    if at >= len(units) or units[at].kind != NAME:
        return []
    gender = _CHILD[units[place].lower]
    return _children(discourse, units[place], [units[at]], discourse.subject_who(-0.06), gender)


def _children(
    discourse: Discourse, trigger: Unit, named: list[Unit], owner: Who, gender: str | None = None
) -> list[Statement]:
    made = [make_kinship(discourse, trigger, name, owner.shared(), "child", gender) for name in named]
    return [statement for statement in made if statement is not None]


def _names(units: list[Unit], at: int) -> tuple[list[Unit], int]:
    """The names of a list joined by commas and ``and``, and where it ends."""
    found: list[Unit] = []
    while at < len(units) and (units[at].kind in (NAME, BRACKET) or (found and units[at].lower in (",", "and"))):
        if units[at].kind == NAME:
            found.append(units[at])
        at += 1
    return found, at


def _is_closed(units: list[Unit], at: int) -> bool:
    """Whether a name stands by itself: nothing, a bracket, a comma or a date behind it."""
    following = units[at + 1] if at + 1 < len(units) else None
    return following is None or following.kind in (BRACKET, DATE) or following.lower in (",", "who", ".", "and")


def _is_of_marriage(units: list[Unit], place: int) -> bool:
    """Whether ``of the first marriage`` follows: the children are the couple's, not of the one named there."""
    words = [unit.lower for unit in units[place + 1 : place + 6]]
    if not words or words[0] not in ("of", "from", "by"):
        return False
    return any(word in ("marriage", "union") for word in words[1:])


def _opens(units: list[Unit], place: int) -> bool:
    """Whether the sentence begins with it: ``A son``, ``The eldest daughter``."""
    return place < 4 and all(unit.kind == WORD for unit in units[:place])
