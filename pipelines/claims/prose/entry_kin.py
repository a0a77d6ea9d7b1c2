"""Parents and children of an entry in short hand: ``2nd s. of T. Ormsby, D.L., and Frances`` · ``two s. one d.``."""

from pipelines.claims import lexicon
from pipelines.claims.figures import to_number
from pipelines.claims.prose.kinds import Phrase, head_of, is_job
from pipelines.claims.prose.person_objects import new_name
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, MARK, NAME, NUMBER, WORD, Unit
from pipelines.claims.statement import Figure, Part, Span, Statement

_SEX = {"s": "child m", "d": "child f", "son": "child m", "daughter": "child f", "sons": "child", "daughters": "child"}
_FULL = {"son", "daughter", "sons", "daughters"}
_ENDS = {";", "and", "&", ".", "by"}


def read_parents(
    discourse: Discourse, units: list[Unit], *, of_spouse: bool = False, in_full: bool = False
) -> list[Statement]:
    """``y.s. of late Lt.-Col. Ughtred Hathersage`` of the subject, ``d. of 3rd Baron Tresco`` of the person before.

    ``of_spouse``: the part tells of a marriage, so that the parents are the spouse's; ``in_full``: the part is in short
    hand otherwise, so that ``third son of`` is too.
    """
    made: list[Statement] = []
    for place in range(len(units) - 2):
        begin = _after_of(units, place, in_full=in_full)
        if begin is None:
            continue
        names = _parents_from(units, begin)
        before = next((unit for unit in reversed(units[:place]) if unit.kind == NAME), None)
        near = _owner(discourse, before) if of_spouse or made else None
        who = discourse.subject_who()
        if near is not None:
            name = discourse.text[near.start : near.end]
            who = Who(name, discourse.people.find(name), near)
        trigger = Part("trigger", Span(units[place].start, units[place].end))
        for first, last in names:
            span = person_span(discourse, units[last]) or Span(units[last].start, units[last].end)
            if units[first].kind == WORD or len(discourse.text[span.start : span.end].split()) < 2:
                span = Span(units[first].start, span.end)  # "3rd Baron Tresco"
            parts = (trigger, *who.parts(discourse.text), Part("object", span))
            made.append(kin_statement(who, parts, "notice.parent", "parent"))
    return made


def _after_of(units: list[Unit], place: int, *, in_full: bool) -> int | None:
    """Where the parents begin behind ``s. of`` or ``dau. of``; null where no such words stand here."""
    word = units[place].lower
    if word not in _SEX or (units[place].kind == NAME and word in _FULL and not units[place].stands_for):
        return None
    at = place + 1
    if word not in _FULL:
        if units[at].lower == "of" and units[place].kind == WORD:
            return at + 1  # "er d of late Dr Walter Pember": no full stop
        if units[at].lower != ".":
            return None
        at += 1
    elif not units[place].stands_for and not in_full:
        return None  # a word written in full is kinship told in prose
    if place == 0 and word in ("s", "d") and at < len(units) and units[at].kind == NAME:
        return at  # "s. George W. and Mary (Howard) S."
    if at >= len(units) or units[at].lower != "of":
        return None
    return at + 1


def _owner(discourse: Discourse, before: Unit | None) -> Span | None:
    """The spouse or parent a ``d. of`` hangs on: the name right before it, after a marriage or a parent."""
    if before is None:
        return None
    found = person_span(discourse, before)
    if found is None:
        return None
    person = discourse.people.find(discourse.text[found.start : found.end])
    return None if person is not None and person.is_subject else found


def _parents_from(units: list[Unit], begin: int) -> list[tuple[int, int]]:
    """The first and last unit of each parent named from there: one, or two joined by ``and``."""
    found: list[tuple[int, int]] = []
    at = begin
    for _ in range(2):
        while at < len(units) and units[at].lower in ("late", "the", "a", "his", "wife"):
            at += 1
        end = next((n for n in range(at, min(len(units), at + 9)) if units[n].lower in (",", *_ENDS)), len(units))
        named = [n for n in range(at, min(end, len(units))) if units[n].kind == NAME]
        if not named or end - at > 6:
            break
        found.append((at, named[-1]))
        joined = _joined(units, end)
        if joined is None:
            break
        at = joined
    return found


def _joined(units: list[Unit], end: int) -> int | None:
    """Where the second parent begins behind ``and``, letters or a calling between commas passed over."""
    at = end
    for _ in range(14):
        if at >= len(units) or units[at].lower in (";", "by") or (units[at].lower == "." and at > end):
            return None
        if units[at].lower in ("and", "&"):
            return at + 1 if at + 1 < len(units) else None
        if (
            units[at].kind == WORD
            and units[at].lower in _SEX
            and at + 1 < len(units)
            and units[at + 1].lower in (".", "of")
        ):
            return None
        at += 1
    return None


def read_kin_note(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """``(brother of Lemuel Whitlock and grandson of Ezra Thorne)``: a bracket behind the name that opens the page."""
    lead = discourse.lead
    if lead is None or not units[0].start <= lead.start < units[-1].end:
        return []
    note = next((unit for unit in units if unit.kind == BRACKET and unit.start >= lead.end), None)
    if note is None or not note.inner or any(unit.kind == MARK and unit.lower == ";" for unit in note.inner):
        return []
    kin: dict[str, str] = lexicon.load("heads")["kin"]
    who = discourse.subject_who()
    made: list[Statement] = []
    inner = note.inner
    for place, unit in enumerate(inner):
        subtype = kin[unit.lower].split()[0] if unit.kind == WORD and unit.lower in kin else None
        if subtype is None or place + 2 >= len(inner) or inner[place + 1].lower != "of":
            continue
        named = next((each for each in inner[place + 2 : place + 5] if each.kind == NAME), None)
        span = person_span(discourse, named) if named is not None else None
        if span is not None:
            parts = (Part("trigger", Span(unit.start, unit.end)), *who.parts(discourse.text), Part("object", span))
            inverse = {"child": "parent", "parent": "child"}.get(subtype, subtype)
            made.append(kin_statement(who, parts, "notice.kin_note", inverse))
    return made


def read_bare_kin(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """``Father a railway worker, mother a home weaver; brother Heinz Roe``: relatives told of without a verb."""
    kin: dict[str, str] = lexicon.load("heads")["kin"]
    made: list[Statement] = []
    for place, unit in enumerate(units[:-1]):
        if unit.lower not in kin or (place and units[place - 1].lower not in (",", ";", "and")):
            continue
        subtype = kin[unit.lower].split()[0]
        following = units[place + 1]
        end = place + 2
        if following.lower in ("a", "an"):
            while end < len(units) and end - place < 6 and units[end].kind == WORD and units[end].lower not in _STOPS:
                end += 1
            words = units[place + 2 : end]
            is_closed = end == len(units) or units[end].lower in (",", ";", ".", "in", "and")
            if subtype != "parent" or not words or not is_closed:
                continue
            span = Span(words[0].start, words[-1].end)
            if not is_job(Phrase(words, span, head_of(words))):
                continue
        elif following.kind == NAME and subtype in ("sibling", "parent") and place == 0:
            found = person_span(discourse, following)
            if found is None or (end < len(units) and units[end].kind not in (MARK, BRACKET)):
                continue
            span = found
        else:
            continue
        who = discourse.subject_who(-0.04)
        parts = (Part("trigger", Span(unit.start, unit.end)), *who.parts(discourse.text), Part("object", span))
        made.append(kin_statement(who, parts, "notice.bare_kin", subtype))
    return made


_STOPS = {"and", "in", "at", "who", "of"}


def read_offspring(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """``Father of William (1717) and Thomas (1722).``: each child named in a part that opens so."""
    if len(units) < 3 or units[0].lower not in ("father", "mother") or units[1].lower != "of":
        return []
    who = discourse.subject_who()
    made: list[Statement] = []
    for unit in units[2:]:
        if unit.kind == NAME:
            span = person_span(discourse, unit)
            if span is not None:
                parts = (Part("trigger", Span(units[0].start, units[0].end)), *who.parts(discourse.text))
                made.append(kin_statement(who, (*parts, Part("object", span)), "notice.offspring", "child"))
        elif unit.kind not in (MARK, BRACKET) and unit.lower != "and":
            break
    return made


def read_children(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """``two s. one d.`` · ``3 sons, 2 daughters``: counted children, where nothing else stands in the part."""
    plain = [unit for unit in units if unit.kind not in (MARK, BRACKET) and unit.lower not in ("and", "issue", "had")]
    if not plain or len(plain) % 2 or len(plain) > 6:
        return []
    made: list[Statement] = []
    for number, noun in zip(plain[::2], plain[1::2], strict=True):
        word = noun.lower.rstrip(".")
        if word not in _SEX and word not in ("child", "children"):
            return []
        value = to_number(number.lower)
        if value is None or number.kind not in (WORD, NUMBER, NAME):
            return []
        who = discourse.subject_who()
        parts = (
            Part("trigger", Span(noun.start, noun.end)), *who.parts(discourse.text),
            Part("figure", Span(number.start, number.end)),
        )  # fmt: skip
        figure = Figure(value=value, measure={"s": "sons", "d": "daughters"}.get(word, word))
        made.append(kin_statement(who, parts, "notice.children", "child", figure))
    return made


def person_span(discourse: Discourse, unit: Unit) -> Span | None:
    """The words of a person's name in a capitalised run; null where it is a title alone."""
    found = discourse.name_in(unit)
    if found is not None:
        return found[1]
    if unit.lower.split()[-1] in lexicon.words("words", "titles"):
        return None
    return new_name(unit)


def kin_statement(
    who: Who, parts: tuple[Part, ...], rule: str, subtype: str, figure: Figure | None = None
) -> Statement:
    """A kinship of an entry, quoted from its first word to its last."""
    told = [part.span for part in parts if part.span is not None and part.part != "antecedent"]
    quote = Span(min(span.start for span in told), max(span.end for span in told))
    return Statement("kinship", who.name, quote, parts, rule, round(0.9 + who.sure, 3), subtype=subtype, figure=figure)
