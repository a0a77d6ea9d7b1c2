"""What somebody is charged with: lists of deeds after a noun of charge or a verb of accusing, each a charge of its own.

``on charges of treason, conspiracy against the state, and involvement in the murder of X`` · ``the charges against X
centred on …, including to overthrow the party``.
"""

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import INFINITIVE, Clause
from pipelines.claims.prose.kinds import is_head
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, DATE, LENGTH, MARK, NAME, QUOTE, WORD, Unit
from pipelines.claims.prose.verbs import ING
from pipelines.claims.statement import Part, Span, Statement

_LONGEST = 60
"""Units a list of charges may have, so that reading stays linear."""

_ENDS = {
    "after", "although", "because", "before", "but", "by", "during", "following", "he", "if", "she", "since", "that",
    "they", "though", "under", "until", "when", "where", "which", "while", "who", "whom", "whose", "despite", "at",
    "from", "rather", "as",
}  # fmt: skip
"""Words that end a list of charges: what follows them is no deed."""

_FABRICATED = (
    "fabricated",
    "trumped-up",
    "trumped up",
    "false charge",
    "false accusation",
    "falsely",
    "bogus",
    "spurious",
)

_TAKES_IN = ("involvement", "participation", "part", "complicity", "role", "belief", "engaging", "taking")
"""Heads after which ``in`` goes on with the deed rather than say where."""


def read_charge_list(units: list[Unit], start: int, verbs: frozenset[int]) -> list[Span]:
    """The charges listed from a place on, each without its article; ``verbs`` are the places of finite verbs."""
    items: list[tuple[int, int]] = []
    begin: int | None = None
    end = min(len(units), start + _LONGEST)
    at = start
    while at < end and not _ends_list(units, begin, at, verbs):
        unit = units[at]
        is_comma = unit.kind == MARK and unit.lower == ","
        if is_comma or (unit.kind == WORD and unit.lower in _JOINS and not _is_one_deed(units, begin, at)):
            _close(units, begin, at, items)
            begin = None
            if (is_comma and items and not _goes_on(units, at + 1, verbs)) or _breaks_off(units, at, verbs):
                break
        elif begin is None and not (unit.kind == WORD and unit.lower in _BEFORE_DEED):
            begin = at
        at += 1
    _close(units, begin, at, items)
    return [Span(units[first].start, units[last - 1].end) for first, last in items]


_JOINS = {"and", "or", "including"}
_BEFORE_DEED = {"the", "a", "an", "his", "her", "their", "also", "of", "with"}
_INSIDE = {",", "-", "/", "'", "’", "&"}
"""Marks that may stand inside a list of charges."""


def _close(units: list[Unit], begin: int | None, stop: int, items: list[tuple[int, int]]) -> None:
    """Add the deed that ends before ``stop``, without loose words at its end: words were lost there."""
    if begin is None:
        return
    while stop > begin and units[stop - 1].kind == WORD and units[stop - 1].lower in _LOOSE:
        stop -= 1
    while stop > begin + 1 and units[stop - 1].lower.endswith("ly") and units[stop - 1].kind == WORD:
        stop -= 1  # "of all charges posthumously"
    if stop > begin:
        items.append((begin, stop))


def _ends_list(units: list[Unit], begin: int | None, at: int, verbs: frozenset[int]) -> bool:
    """Whether a unit is no part of the list any more: a mark, a date of its own, a verb, a word of another clause."""
    unit = units[at]
    if unit.kind == MARK:
        return unit.lower not in _INSIDE
    if unit.kind in (DATE, LENGTH):  # "the 1934 assassination" is part of the deed
        following = units[at + 1] if at + 1 < len(units) else None
        is_part = units[at - 1].lower in ("the", "a", "his", "her") and following is not None and following.kind == WORD
        return begin is None or not is_part
    if unit.kind != WORD:
        return at in verbs
    if unit.lower in ("in", "on"):
        return begin is not None and not _takes_in(units, begin, at)
    return at in verbs or (unit.lower in _ENDS and not _is_of_deed(units, begin, at))


def _breaks_off(units: list[Unit], at: int, verbs: frozenset[int]) -> bool:
    """Whether what follows ``and`` is no further charge."""
    if units[at].lower not in ("and", "or"):
        return False
    following = units[at + 1] if at + 1 < len(units) else None
    return following is None or at + 1 in verbs or following.lower in _ENDS or following.kind == DATE


_LOOSE = {"in", "on", "the", "a", "an", "of", "and", "or", "with", "against", "to", "his", "her", "their"}


def _is_of_deed(units: list[Unit], begin: int | None, at: int) -> bool:
    """``presenting themselves as defenders`` · ``acting under orders``: words of the deed itself."""
    return begin is not None and units[at].lower in ("as", "from", "at") and units[begin].lower.endswith("ing")


def _takes_in(units: list[Unit], begin: int, at: int) -> bool:
    if units[begin].lower.endswith("ing"):
        following = units[at + 1] if at + 1 < len(units) else None
        return following is not None and following.kind != DATE
    return any(unit.lower in _TAKES_IN for unit in units[begin:at]) or units[at - 1].lower in ("fair", "affair")


def _is_one_deed(units: list[Unit], begin: int | None, at: int) -> bool:
    """Whether ``and`` joins two words of one deed: ``plotting against Stalin and Beria``, no second charge."""
    following = units[at + 1] if at + 1 < len(units) else None
    if begin is None or following is None or units[at].lower == "including":
        return False
    if units[at - 1].kind == NAME and following.kind == NAME:
        return True
    if following.lower == "of" and at + 2 < len(units):
        following = units[at + 2]  # "of belonging to a conspiracy and of spying"
    is_doing = units[begin].kind == WORD and units[begin].lower.endswith("ing")
    return is_doing and at - begin > 1 and not following.lower.endswith("ing")


def _goes_on(units: list[Unit], at: int, verbs: frozenset[int]) -> bool:
    """Whether a list goes on behind a comma: no verb, date or new clause follows at once."""
    if at < len(units) and units[at].lower in ("and", "or"):
        at += 1
    if at >= len(units) or at in verbs or units[at].kind in (DATE, LENGTH, BRACKET):
        return False
    for place in range(at, min(len(units), at + 9)):
        unit = units[place]
        if unit.kind == MARK:
            break
        if place in verbs or unit.lower in ("prison", "gaol", "jail"):
            return False
        if unit.kind == WORD and unit.lower in _ENDS and place <= at + 1:
            return False
    return units[at].kind in (WORD, QUOTE) and units[at].lower not in _NEW_CLAUSE


_NEW_CLAUSE = {"he", "she", "they", "it", "in", "on", "his", "her", "then", "with", "for", "to", "amid"}


def read_deed_after_for(units: list[Unit], clause: Clause, verbs: frozenset[int], *, by_name: bool) -> Span | None:
    """``was blinded for plotting with the Genoese``: the deed behind ``for``, by name only where asked."""
    for at in range(clause.verb + 1, min(clause.end + 2, clause.verb + 14, len(units) - 1)):
        if units[at].lower in (";", ".", "and", "but", "who", "which"):
            return None
        is_deed = units[at].lower == "for" and units[at + 1].kind == WORD
        if is_deed and (
            units[at + 1].lower.endswith("ing")
            or (by_name and any(is_head(each.lower, "crime") for each in units[at + 1 : at + 4]))
        ):
            return next(iter(read_charge_list(units, at + 1, verbs)), None)
    return None


def is_fabricated(words: str) -> bool:
    """Whether the narrator calls a charge invented."""
    lowered = words.lower()
    return any(word in lowered for word in _FABRICATED)


def finite_verbs(clauses: list[Clause]) -> frozenset[int]:
    """The places of a sentence's verbs that make a clause of their own."""
    return frozenset(
        place
        for clause in clauses
        if clause.form != ING and clause.kind != INFINITIVE
        for place in range(clause.group, clause.verb + 1)
    )


_STAGES = frozenset(
    ["arrest", "trial", "sentence", "imprisonment", "execution", "departure", "expulsion", "interrogation", "exile"]
)
"""Events that a charge goes with: who suffered them is who is charged."""


def read_charges(
    discourse: Discourse, units: list[Unit], verbs: frozenset[int], told: list[Statement]
) -> list[Statement]:
    """The accusations that a noun of charge gives: whom it names after ``against``, else who was tried for them."""
    nouns = lexicon.words("heads", "charge")
    made: list[Statement] = []
    for place, unit in enumerate(units):
        if unit.kind != WORD or unit.lower not in nouns or place in verbs:
            continue
        accused, at = _accused(discourse, units, place)
        start = _list_start(units, at)
        behind = [each.lower for each in units[at : at + 3]]
        if behind[:1] == ["of"] and behind[2:] in (["'s"], ["’s"]) and units[at + 1].kind == NAME:
            owner = discourse.resolve_name(units[at + 1])  # "suspicion of Berg's involvement in the murder"
            accused, start = ([owner], at + 3) if owner is not None else ([], None)
        if start is None:
            continue
        if not accused and start is not None:
            accused = _against_behind(discourse, units, start)
        if not accused and place and units[place - 1].lower in _FACING | _AMID and discourse.segment_who:
            accused = [discourse.segment_who[0].shared()]
        if not accused:
            accused = _of_stage(units, place, told, made)
        if not accused:
            continue
        charges = read_charge_list(units, start, verbs - {start})
        begin = _begin(units, place)
        invented = is_fabricated(discourse.text[units[begin].start : units[start - 1].end])
        for who in accused:
            for charge in charges:
                if _is_told(charge, who, told):
                    continue
                parts = [
                    Part("trigger", Span(unit.start, unit.end)),
                    *who.parts(discourse.text),
                    Part("object", charge),
                ]
                if invented:
                    parts.append(Part("attribute", None, "content", "fabricated"))
                quote = Span(units[begin].start, charge.end)
                made.append(
                    Statement(
                        "accusation", who.name, quote, tuple(parts), "prose.charge", round(0.84 + who.sure, 3)
                    )
                )  # fmt: skip
    return made


_AMID = {"amid", "following", "despite", "over", "after"}
_FACING = {"face", "faced", "facing", "faces", "answered", "denied", "rejected"}


def _against_behind(discourse: Discourse, units: list[Unit], start: int) -> list[Who]:
    """``charges of bribery were brought against him``: who is named behind the list."""
    for at in range(start, min(len(units) - 1, start + 12)):
        if units[at].lower in (";", ".", "who", "which"):
            return []
        if units[at].lower == "against" and (units[at + 1].kind == NAME or units[at + 1].lower in ("him", "her")):
            return _accused(discourse, units, at - 1)[0]
    return []


def _begin(units: list[Unit], place: int) -> int:
    """Where the words that tell of the charge begin, its adjectives included."""
    at = place
    while (
        at > 0 and units[at - 1].kind == WORD and place - at < 4 and units[at - 1].lower not in ("and", "but", "with")
    ):
        at -= 1
    return at


def _accused(discourse: Discourse, units: list[Unit], place: int) -> tuple[list[Who], int]:
    """Who is named after ``against``, and where the words behind go on."""
    at = place + 1
    if at >= len(units) or units[at].lower != "against":
        return [], at
    found: list[Who] = []
    at += 1
    while at < len(units) and at - place < 12:
        unit = units[at]
        if unit.kind == NAME:
            who = discourse.resolve_name(unit)
            if who is None:
                break
            found.append(who)
        elif unit.kind == WORD and unit.lower in ("him", "her"):
            pronoun = discourse.resolve_pronoun(unit, None)
            if pronoun is not None:
                found.append(pronoun)
        elif unit.lower in ("and", ",") and at + 1 < len(units) and found:
            group = _group_at(discourse, units, at + 1)
            if group is not None:
                found.append(group[0])
                at = group[1]
                continue
        else:
            break
        at += 1
    return found, at


def _group_at(discourse: Discourse, units: list[Unit], start: int) -> tuple[Who, int] | None:
    """``several leaders of the Leningrad Party``: people nobody names, up to the next verb or mark."""
    people = lexicon.words("heads", "people")
    head = next((at for at in range(start, min(len(units), start + 4)) if units[at].lower in people), None)
    if head is None:
        return None
    end = head + 1
    if end + 1 < len(units) and units[end].lower in ("of", "in", "from"):
        at = end + 1
        while at < len(units) and at - end < 6 and (units[at].kind == NAME or units[at].lower in ("the", "of")):
            at += 1
        if units[at - 1].kind == NAME:
            end = at
    span = Span(units[start].start, units[end - 1].end)
    return Who(discourse.text[span.start : span.end], None, span, (), -0.06), end


def _list_start(units: list[Unit], at: int) -> int | None:
    """Where the deeds begin behind a noun of charge: after ``of``, ``including``, or a verb that says what it was."""
    if at < len(units) and units[at].lower == "of":
        start = at + 1
        if start < len(units) and units[start].lower == "," and not _words_follow(units, start + 1):
            return None
        return start
    if at < len(units) and units[at].lower in ("including", ":"):
        return at + 1
    told_by = lexicon.words("heads", "charged_by")
    if at + 2 < len(units) and units[at].kind == WORD and units[at].lower in told_by:
        start = at + 1
        if units[start].lower in ("on", "to", "around", "upon", "from", "of", "with"):
            start += 1
        for further in range(start, min(len(units) - 1, start + 4)):
            if units[further].lower in lexicon.words("heads", "charge") and units[further + 1].lower == "of":
                return further + 2
        return start
    return None


def _words_follow(units: list[Unit], at: int) -> bool:
    """Words were lost after ``of``; what goes on with ``including`` is still told."""
    return at < len(units) and units[at].lower in ("including", "and")


def _of_stage(units: list[Unit], place: int, told: list[Statement], made: list[Statement]) -> list[Who]:
    """Who was arrested, tried or dismissed last before these words of the sentence."""
    first, here = units[0].start, units[place].start
    last: Statement | None = None
    for each in [*told, *made]:
        trigger = each.first("trigger")
        if (
            each.event_type in _STAGES and trigger is not None and trigger.span is not None
            and first <= trigger.span.start < here and len(each.subject.split()) < 4
            and (last is None or trigger.span.start >= _trigger(last).start)
        ):  # fmt: skip
            if last is not None and _trigger(last) == trigger.span:
                continue
            last = each
    if last is None:
        return []
    spans = tuple(part.span for part in last.parts if part.part in ("subject", "antecedent") and part.span is not None)
    return [Who(last.subject, None, None, spans[:1], -0.02)]


def _trigger(statement: Statement) -> Span:
    part = statement.first("trigger")
    assert part is not None and part.span is not None
    return part.span


def _is_told(charge: Span, who: Who, told: list[Statement]) -> bool:
    return any(
        each.event_type == "accusation"
        and each.subject == who.name
        and (part := each.first("object")) is not None
        and part.span is not None
        and part.span.start < charge.end
        and charge.start < part.span.end
        for each in told
    )
