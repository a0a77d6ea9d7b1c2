"""Marriages told as a list: ``married firstly Anna Lund (died 1851) and secondly, in 1853, Emily Carr``.

A word that counts them, or a date before each ``to``, opens every further marriage; the verb's frame reads only one.
"""

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.person_objects import new_name
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, DATE, NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement

_VERBS = {"married", "marry", "wed", "marrying", "marries"}
_FIRST = {"firstly", "first", "1st", "(1)", "(i)", "1stly"}
_FURTHER = {
    "secondly", "second", "2nd", "(2)", "(ii)", "2ndly", "thirdly", "third", "3rd", "(3)", "(iii)", "fourthly",
    "lastly", "fourth",
}  # fmt: skip
_REACH = 90
"""Units a list of marriages may have, so that reading stays linear."""
_TIMES = {"twice", "thrice", "times"}


def join_numbers(units: list[Unit]) -> list[Unit]:
    """The units with ``1)`` and ``2)`` of a list of marriages as ``(1)`` and ``(2)``."""
    if not any(unit.lower in _VERBS for unit in units[:8]) or not any(unit.lower == ")" for unit in units):
        return units
    kept: list[Unit] = []
    for unit in units:
        before = kept[-1] if kept else None
        if unit.lower == ")" and before is not None and before.lower in ("1", "2", "3", "4"):
            kept[-1] = Unit(BRACKET, before.start, unit.end, f"({before.lower})", inner=[])
        else:
            kept.append(unit)
    return kept


def read_marriage_lists(
    discourse: Discourse, units: list[Unit], clauses: list[Clause], subjects: list[list[Who]], offset: int
) -> list[Statement]:
    """One marriage for each spouse such a list names; nothing where the sentence tells of one marriage only."""
    for clause, who in zip(clauses, subjects, strict=True):
        verb = units[clause.verb]
        if verb.lower not in _VERBS or clause.negated:
            continue
        owner = who[0] if len(who) == 1 else discourse.subject_who() if not who and clause.verb == 0 else None
        starts = _starts(units, clause.verb + 1)
        if owner is None or len(starts) < 2:
            continue
        made = []
        for at, start in enumerate(starts):
            end = starts[at + 1] if at + 1 < len(starts) else min(len(units), start + _REACH)
            found = _spouse(discourse, units[start:end])
            if found is not None:
                made.append(
                    _marriage(discourse, verb, owner.shared() if at else owner, units[start:end], found, offset)
                )
        if len(made) > 1:
            return made
    return []


def _starts(units: list[Unit], begin: int) -> list[int]:
    """Where each marriage of the list begins: at the words that count them, else at each ``to`` with its date."""
    reach = min(len(units), begin + _REACH)
    counted = [
        place
        for place in range(begin, reach)
        if units[place].lower in (_FURTHER if place > begin + 2 else _FIRST | _FURTHER)
        and not (place + 1 < len(units) and units[place + 1].lower in lexicon.load("heads")["kin"])
    ]
    if counted and units[counted[0]].lower in _FURTHER:
        counted = [begin, *counted]  # "married Anna Lund in 1840 and secondly Emily Carr"
    if len(counted) > 1:
        return counted
    again = next((at for at in range(begin + 3, min(reach, len(units) - 3)) if _dates_another(units, at)), None)
    if again is not None and units[begin].lower in ("to", "first", "firstly"):
        return [begin, again]  # "married to Lena Ek from 1970 to 1979, and since 1985 to Marit Moe"
    if not any(unit.lower in _TIMES or unit.lower == ":" for unit in units[max(0, begin - 3) : begin + 3]):
        return []
    bracketed = [at for at in range(begin, min(reach, len(units) - 1)) if _is_dated_spouse(units, at)]
    if len(bracketed) > 1 and not any(unit.lower in ("who", "whose") for unit in units[begin : bracketed[-1]]):
        return bracketed  # "three times: to Ida Lund (1900–1905), Clara Roe (1906–1910) and Eva Falk"
    found = []
    for place in range(begin, min(reach, len(units) - 1)):
        if units[place].lower in ("to", "with") and units[place].kind == WORD:
            at = place - 1
            while at > begin and (
                units[at].kind == DATE or units[at].lower in (",", "since", "in", "on", "from", "first", "then")
            ):
                at -= 1
            found.append(at + 1)
    return found


def _is_dated_spouse(units: list[Unit], at: int) -> bool:
    """Whether a name stands here that its bracket dates."""
    return units[at].kind == NAME and units[at + 1].kind == BRACKET and _wedding_in(units[at + 1]) is not None


def _wedding_in(bracket: Unit) -> Unit | None:
    """The date in a bracket behind a spouse; null where it is of a birth or death."""
    inner = bracket.inner or []
    if not inner or inner[0].lower.rstrip(".") in ("d", "b", "died", "born", "née", "c"):
        return None
    return next((unit for unit in inner if unit.kind == DATE), None)


def _dates_another(units: list[Unit], at: int) -> bool:
    """Whether ``and since 1985 to`` begins here."""
    words = [unit.lower for unit in units[at : at + 2]]
    return (
        words[0] in ("and", "then") and words[1] in ("in", "since", "from", "on")
        and units[at + 2].kind == DATE and units[at + 3].lower in ("to", "with")
    )  # fmt: skip


def _spouse(discourse: Discourse, units: list[Unit]) -> Span | None:
    """The first person named in a marriage's own words."""
    for place, unit in enumerate(units):
        following = units[place + 1] if place + 1 < len(units) else None
        is_adjective = len(unit.lower.split()) == 1 and following is not None and following.kind == WORD
        if unit.kind == NAME and not (is_adjective and place + 2 < len(units) and units[place + 2].kind == NAME):
            found = discourse.name_in(unit)
            span = found[1] if found is not None else new_name(unit)
            if span is not None:
                return span
    return None


def _marriage(discourse: Discourse, verb: Unit, owner: Who, units: list[Unit], spouse: Span, offset: int) -> Statement:
    before = [unit for unit in units if unit.kind == DATE and unit.end <= spouse.start]
    behind = [unit for place, unit in enumerate(units) if unit.kind == DATE and _follows(units, place, spouse)]
    noted = [
        wedding
        for place, unit in enumerate(units)
        if unit.kind == BRACKET and 0 <= unit.start - spouse.end <= 2 and place
        if (wedding := _wedding_in(unit)) is not None and not _is_a_life(wedding)
    ]
    dated = next((unit.dated for unit in (*before, *behind, *noted) if unit.dated is not None), None)
    name = discourse.text[spouse.start : spouse.end]
    person = discourse.people.find(name)
    if owner.person is discourse.people.subject:
        discourse.spouse = person.name if person is not None else name
    value = person.name if person is not None and person.name != name else None
    parts = (
        Part("trigger", Span(verb.start, verb.end)), *owner.parts(discourse.text), Part("object", spouse, None, value),
        *(dated.parts(offset) if dated is not None else ()),
    )  # fmt: skip
    told = [spouse, *([dated.span] if dated is not None else [])]
    if owner.span is not None:
        told.append(owner.span)
    quote = Span(min(span.start for span in told), max(span.end for span in told))
    when = dated.when if dated is not None else None
    return Statement(
        "marriage", owner.name, quote, parts, "prose.marriage_list", round(0.88 + owner.sure, 3), when=when
    )


def _is_a_life(unit: Unit) -> bool:
    """Whether an interval is as long as a life: ``Ida Lund (1850–1910)``."""
    when = unit.dated.when if unit.dated is not None else None
    if when is None or when.earliest is None or when.latest is None or "/" not in (when.edtf or ""):
        return False
    return when.latest - when.earliest > 40 * 365


def _follows(units: list[Unit], place: int, spouse: Span) -> bool:
    """Whether a date stands right behind the spouse's name: ``to Clara Hope in 1901``."""
    return (
        0 <= units[place].start - spouse.end <= 8
        and place > 0
        and units[place - 1].lower in ("in", "on", ",", "from", "since")
    )


def _is_widow(each: Statement, text: str) -> bool:
    """``married a widow, Eliza Hume``: the word says what she had been before."""
    trigger = each.first("trigger")
    if trigger is None or trigger.span is None:
        return False
    is_said = text[trigger.span.start : trigger.span.end] in ("widow", "widower")
    return is_said and text[max(0, trigger.span.start - 3) : trigger.span.start] == " a "


def leave_wider_parents(statements: list[Statement]) -> list[Statement]:
    """The statements without a parent read twice, of which the wider words go: ``organ builder Johann Kranz``."""
    held = [
        (each, part.span) for each in statements if each.event_type == "kinship" and each.subtype == "parent"
        if (part := each.first("object")) is not None and part.span is not None
    ]  # fmt: skip
    wider = {
        id(one) for one, span in held for other, inner in held
        if one.subject == other.subject and span != inner and span.start <= inner.start and inner.end == span.end
    }  # fmt: skip
    dated = {
        (each.subject, each.subtype, part.span) for each in statements
        if each.event_type == "kinship" and each.when is not None and (part := each.first("object")) is not None
    }  # fmt: skip
    return [
        each
        for each in statements
        if id(each) not in wider
        and not (
            each.event_type == "kinship"
            and each.when is None
            and (held_by := each.first("object")) is not None
            and (each.subject, each.subtype, held_by.span) in dated
        )
    ]


def leave_told_ties(statements: list[Statement], text: str) -> list[Statement]:
    """The statements without a tie between spouses that a marriage tells in the same words: ``became the wife of``."""
    wed = {(each.subject, part.span) for each in statements if each.event_type == "marriage"
           for part in each.parts if part.part == "object"}  # fmt: skip
    if not wed:
        return statements
    return [
        each
        for each in statements
        if each.subtype != "spouse"
        or not (each.rule == "predicate.kin" or _is_widow(each, text))
        or not any((each.subject, part.span) in wed for part in each.parts if part.part == "object")
    ]
