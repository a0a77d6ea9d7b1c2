"""Entries of reference works in their own short hand: ``b. Simla, 4 Aug. 1871; y.s. of …; m. 1st, 1899, …; Educ.: …``.

Posts and awards of such entries stand in `entries`; here is what their letters and labels say. The letters are data
(`notices.toml`). A part between semicolons is a sentence of its own; what a label says holds to the end of its line.
"""

from dataclasses import replace
from typing import Any

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.entry_items import read_note
from pipelines.claims.prose.entry_kin import person_span, read_children, read_offspring, read_parents
from pipelines.claims.prose.kinds import Phrase, head_of, is_head, is_job
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, DATE, MARK, NAME, NUMBER, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated


def read_labelled(discourse: Discourse, units: list[Unit], offset: int) -> list[Statement] | None:
    """What stands behind a label such as ``Educ.:`` or ``Clubs:``; null where no label governs the sentence."""
    labels: dict[str, dict[str, Any]] = lexicon.load("notices")["labels"]
    start = 0
    colon = next((place for place, unit in enumerate(units[:4]) if unit.lower in (":", "—")), None)
    if colon is not None and units[0].lower.rstrip(".") in labels and all(u.kind == MARK for u in units[1:colon]):
        discourse.label = units[0].lower.rstrip(".")
        start = colon + 1
    elif discourse.in_notice and units[0].lower in ("school", "schools") and [u.lower for u in units[1:2]] == [","]:
        discourse.label, start = "educ", 2  # "School, Sedbergh."
    elif discourse.in_notice and units[0].stands_for and units[0].lower.startswith("editor ") and _is_schooling(units):
        discourse.label = "educ"  # "Ed. Univ. of Dorpat"
        begin = discourse.text.find(" ", units[0].start) + 1
        school = Unit(NAME, begin, units[0].end, units[0].lower.removeprefix("editor "), stands_for=True)
        units = [school, *units[1:]]
    elif discourse.in_notice and units[0].lower in ("publ", "pub") and [u.lower for u in units[1:2]] == ["."]:
        discourse.label, start = "publ", 2
    if not discourse.label:
        return None
    frame = labels[discourse.label]
    if "event" not in frame:
        return []
    made: list[Statement] = []
    if frame.get("person"):
        return _persons(discourse, units[start:], frame)
    is_led = frame["event"] != "publication" and _opens_with_year(units[start:])
    listed = _led_items(units[start:]) if is_led else _items(units[start:], whole=frame["event"] == "publication")
    for item, dated in listed:
        words = discourse.text[item.start : item.end].lower().split()
        is_school = any(is_head(word, "school") or word in _SCHOOLS for word in words)
        is_town = len(words) == 1 and (words[0] in ("oxford", "cambridge") or _is_lettered(made[-1:], discourse.text))
        if made and (is_town or (frame["event"] == "education" and not is_school)):
            made[-1] = _in_town(made[-1], discourse.text, item)  # the town or the degree behind a school
            continue
        parts = (*discourse.subject_who().parts(discourse.text), Part("object", item), *_date_parts(dated, offset))
        made.append(_made(discourse.subject_who(), frame["event"], parts, dated, "notice.label", frame.get("subtype")))
    if frame["event"] == "education":
        for unit in units[start:]:
            made += read_note(discourse, unit, None, offset) if unit.kind == BRACKET else []
    return made


def _is_schooling(units: list[Unit]) -> bool:
    """Whether ``Ed.`` opens the schools of an entry and no editorship."""
    return is_head(units[0].lower.split()[1], "school") and len(units) > 1


def _in_town(school: Statement, text: str, item: Span) -> Statement:
    """The school before with the town behind its comma, where the item is none of its degrees."""
    held = school.first("object")
    words = text[item.start : item.end]
    is_behind = held is not None and held.span is not None and text[held.span.end : item.start].strip() == ","
    is_name = words.replace(" ", "").isalpha() and len(words.split()) <= 2 and not words.isupper()
    if not is_behind or not is_name or school.first("place") is not None or is_head(words.split()[0].lower(), "degree"):
        return school
    return replace(school, parts=(*school.parts, Part("place", item)), quote=Span(school.quote.start, item.end))


def _is_lettered(before: list[Statement], text: str) -> bool:
    """Whether the item before is a school in letters, so that a lone name behind is its town: ``R.M.C., Sandhurst``."""
    held = before[0].first("object") if before else None
    return (
        held is not None and held.span is not None and text[held.span.start : held.span.end].replace(".", "").isupper()
    )


def _persons(discourse: Discourse, units: list[Unit], frame: dict[str, Any]) -> list[Statement]:
    """The persons behind ``Parents:``, each by name."""
    made: list[Statement] = []
    for place, unit in enumerate(units):
        span = person_span(discourse, unit) if unit.kind == NAME else None
        if span is None:
            continue
        parts = (*discourse.subject_who().parts(discourse.text), Part("object", span))
        made.append(_made(discourse.subject_who(), frame["event"], parts, None, "notice.label", frame.get("subtype")))
        calling = calling_behind(discourse, units, place, span)
        made += [calling] if calling is not None else []
    return made


def calling_behind(discourse: Discourse, units: list[Unit], place: int, span: Span) -> Statement | None:
    """What a relative of an entry is said to be behind the name: ``Per Åkerholm, farmer,``."""
    at = place + 1
    while at < len(units) and units[at].kind == BRACKET:
        at += 1
    if [unit.lower for unit in units[at : at + 2]] == [",", "of"]:  # "William, of Otley, Yorks., clothier"
        at += 2
        while at + 1 < len(units) and (units[at].kind == NAME or units[at + 1].kind == NAME):
            at += 1
    if at + 1 >= len(units) or units[at].lower != "," or units[at + 1].kind != WORD:
        return None
    if units[at + 1].lower in ("a", "an"):
        return None  # an apposition, read as prose is
    end = at + 1
    while end < len(units) and units[end].kind == WORD and units[end].lower not in ("and", "of", "in", "at"):
        end += 1
    words = units[at + 1 : end]
    calling = Span(words[0].start, words[-1].end) if words else None
    if calling is None or len(words) > 3 or not is_job(Phrase(words, calling, head_of(words))):
        return None
    name = discourse.text[span.start : span.end]
    who = Who(name, discourse.people.find(name), span)
    parts = (*who.parts(discourse.text), Part("object", calling))
    return _made(who, "attribute", parts, None, "notice.calling", "occupation")


def _items(units: list[Unit], *, whole: bool) -> list[tuple[Span, Dated | None]]:
    """The names of a list with the date behind each; ``whole`` keeps all words between two marks together."""
    found: list[tuple[Span, Dated | None]] = []
    held: list[Unit] = []
    for unit in [*units, Unit(MARK, 0, 0, ",")]:
        noted = next((inner.dated for inner in unit.inner or () if inner.kind == DATE), None)
        if unit.kind == BRACKET and held and noted is not None:
            found.append((Span(held[0].start, held[-1].end), noted))
            held = []
        elif unit.kind == DATE and (held or found):
            if held:
                found.append((Span(held[0].start, held[-1].end), unit.dated))
                held = []
            elif found[-1][1] is None:
                found[-1] = (found[-1][0], unit.dated)
        elif (unit.kind == MARK and unit.lower in ",;") or (
            not whole and held and unit.lower == "and" and unit.kind == WORD
        ):
            if held and any(each.kind == NAME for each in held):
                found.append((Span(held[0].start, held[-1].end), None))
            held = []
        elif (
            unit.kind != BRACKET
            and not (unit.kind == MARK and unit.lower in ".'’" and not whole)
            and (whole or unit.kind != WORD or held or unit.lower[0].isdigit())
        ):
            held.append(unit)
    return found


def _opens_with_year(units: list[Unit]) -> bool:
    """Whether a list puts its years first: ``1959 Medal of Merit; 1976 and 1986 Banner of Labour``."""
    behind = next((unit for unit in units[1:] if unit.kind != DATE and unit.lower not in ("and", "/")), None)
    return bool(units) and units[0].kind == DATE and behind is not None and behind.kind in (NAME, WORD)


def _led_items(units: list[Unit]) -> list[tuple[Span, Dated | None]]:
    """The names of a list behind their years; ``1969 Order in bronze, 1974 in silver`` is one twice."""
    found: list[tuple[Span, Dated | None]] = []
    dates: list[Dated] = []
    held: list[Unit] = []
    whole: list[Unit] = []
    for unit in [*units, Unit(MARK, 0, 0, ";")]:
        if (unit.kind == DATE and held) or (unit.kind == MARK and unit.lower in ",;."):
            if held and held[0].lower == "in":
                held = whole
            elif held:
                at = next((n for n, each in enumerate(held) if each.lower == "in"), len(held))
                whole = held[:at]
            found += [(Span(held[0].start, held[-1].end), dated) for dated in dates if held]
            dates, held = ([], []) if held else (dates, held)
        if unit.kind == DATE and unit.dated is not None:
            dates.append(unit.dated)
        elif unit.kind in (NAME, WORD) and (held or unit.lower != "and"):
            held.append(unit)
    return found


_SCHOOLS = {
    "coll",
    "coll.",
    "univ",
    "univ.",
    "sch",
    "sch.",
    "inst",
    "inn",
    "hall",
    "temple",
    "church",
    "royal",
    "rma",
    "rmc",
}
"""Words of schools that are none elsewhere."""


def read_notice(discourse: Discourse, units: list[Unit], offset: int) -> list[Statement]:
    """Birth, parents, marriages and children of an entry in letters."""
    units = _with_stops(discourse, units)
    first = units[0].lower
    dotted = len(units) > 2 and units[1].lower == "."
    made: list[Statement] = []
    if dotted and first in ("b", "d") and units[2].lower != "of":
        made += _dated_place(discourse, units, "birth" if first == "b" else "death", offset)
        discourse.in_notice = True
    elif (dotted and first == "m") or _numbers_marriage(discourse, units):
        made += _marriage(discourse, units, offset)
        discourse.in_notice = True
    elif first == "married" and _names_place_first(units):
        made += _marriage(discourse, units[2:], offset, units[0])
        discourse.in_notice = True
    elif dotted and discourse.in_notice and first in ("s", "d") and units[2].kind == NAME:
        pass  # "s. George W. and Mary S."
    elif any(unit.kind == MARK and unit.lower in ("*", "†") for unit in units[:12]):
        for place in range(len(units) - 1):  # "* Mitau 23 Aug. 1802, † Dorpat 2 Feb. 1871"
            if units[place].lower in ("*", "†"):
                event = "birth" if units[place].lower == "*" else "death"
                end = next((at for at in range(place + 1, len(units)) if units[at].lower in ("†", ";")), len(units))
                stretch = [units[place], Unit(MARK, units[place].start, units[place].end, "."), *units[place + 1 : end]]
                made += _dated_place(discourse, stretch, event, offset)
    elif (dotted and first in ("s", "d") and units[2].lower == "of") or (units[0].stands_for and first in _CHILD_OF):
        discourse.in_notice = True
    elif units[0].kind == NAME:
        for place in range(
            2, min(len(units) - 2, 40)
        ):  # "Gustaf Lindqvist, b. 17 Sept. 1831 in Karlskrona, d. 2 Jan. 1909"
            is_letter = (
                units[place].lower in ("b", "d") and units[place + 1].lower == "." and units[place - 1].lower in ",;"
            )
            if is_letter and units[place + 2].kind == DATE:
                event = "birth" if units[place].lower == "b" else "death"
                made += _dated_place(discourse, units[place : place + 6], event, offset)
    if discourse.in_notice:
        is_of_spouse = any(each.event_type == "marriage" for each in made) or first == "married"
        parents = read_parents(discourse, units, of_spouse=is_of_spouse, in_full=bool(made) or first in _CHILD_OF)
        made += parents
        named = {
            part.span.end: part.span for each in parents if (part := each.first("object")) and part.span is not None
        }
        for place, unit in enumerate(units if named else []):
            calling = calling_behind(discourse, units, place, named[unit.end]) if unit.end in named else None
            made += [calling] if calling is not None else []
        made += read_offspring(discourse, units)
    if discourse.in_notice or first == "married" or discourse.continues:
        made += read_children(discourse, units)
    return made


_CHILD_OF = {"son", "daughter"}


def _with_stops(discourse: Discourse, units: list[Unit]) -> list[Unit]:
    """``b Newcastle, 3 July 1926`` · ``m 1st, 1951, Alan Rose``: letters that bear no full stop."""
    if not discourse.in_notice or len(units) < 3 or units[0].lower not in ("b", "d", "m") or units[0].kind != WORD:
        return units
    following = units[1]
    is_bare = following.kind in (NAME, DATE, NUMBER) or following.lower in ("1st", "1stly", "firstly", "twice", ",")
    return [units[0], Unit(MARK, units[0].end, units[0].end, "."), *units[1:]] if is_bare else units


def _dated_place(discourse: Discourse, units: list[Unit], event: str, offset: int) -> list[Statement]:
    """``b. Simla, 4 Aug. 1871`` · ``d. 3 May 1900 at Bath``."""
    dated = next((unit.dated for unit in units if unit.kind == DATE), None)
    names = [unit for unit in units[2:] if unit.kind == NAME]
    if dated is None:
        return []
    run = [unit for unit in names if (unit.end <= dated.span.start) == (names[0].end <= dated.span.start)]
    at = next((n for n, unit in enumerate(units) if unit.kind == DATE), 0) + 1
    if at + 1 < len(units) and units[at].lower in ("in", "at") and units[at + 1].kind == NAME:
        run = [units[at + 1]]
    who = discourse.subject_who()
    place = (Part("place", Span(run[0].start, run[-1].end)),) if run else ()
    trigger = Part("trigger", Span(units[0].start, units[0].end))
    parts = (trigger, *who.parts(discourse.text), *place, *_date_parts(dated, offset))
    return [_made(who, event, parts, dated, f"notice.{event}")]


def place_behind(units: list[Unit], clauses: list[Clause], statement: Statement) -> Statement:
    """A birth or death that opens its part with the place behind its date: ``Born 12 Feb. 1890, Tralee, Co. Kerry``."""
    if statement.event_type not in ("birth", "death") or statement.first("place") is not None or len(clauses) != 1:
        return statement
    date = statement.first("date")
    at = next(
        (
            n
            for n, unit in enumerate(units)
            if date is not None and date.span is not None and unit.start == date.span.start
        ),
        0,
    )
    if not at or clauses[0].verb != 0 or [unit.lower for unit in units[at + 1 : at + 2]] != [","]:
        return statement
    end = at + 2
    while end < len(units) and (units[end].kind == NAME or units[end].lower == ","):
        end += 1
    names = [unit for unit in units[at + 2 : end] if unit.kind == NAME]
    is_whole = end == len(units) or units[end].lower in (".", ";")
    if not names or not is_whole or len(names) > 3:
        return statement
    place = Span(names[0].start, names[-1].end)
    return replace(
        statement, parts=(*statement.parts, Part("place", place)), quote=Span(statement.quote.start, place.end)
    )


def _numbers_marriage(discourse: Discourse, units: list[Unit]) -> bool:
    """Whether a part goes on with the marriages of the one before: ``2nd, 1920, Marguerite`` · ``(2) 1895 Ida``."""
    if not (discourse.continues and discourse.has_married):
        return False
    opening = units[1:] if units[0].lower == "and" else units
    if [unit.kind for unit in opening[:3]] == [WORD, DATE, WORD] and opening[2].lower == "to":
        return True  # "…; and in 1792 to Clara Moltke"
    is_named = len(units) > 1 and (units[1].kind == NAME or units[1].lower == ",")
    if units[0].lower == "and" and len(units) > 2:
        return units[1].lower in _FURTHER  # "…; and secondly, in 1832, Caroline"
    return units[0].lower in _FURTHER or (units[0].lower in ("second", "third") and is_named)


_FURTHER = {"2d", "2dly", "3d", "2nd", "2ndly", "secondly", "3rd", "3rdly", "thirdly", "(2)", "(3)", "(ii)", "(iii)"}


def _names_place_first(units: list[Unit]) -> bool:
    """``Married Leipzig 1854 Marie Reimer``: a name, a date and another name, no mark between."""
    return len(units) > 3 and [unit.kind for unit in units[1:4]] == [NAME, DATE, NAME]


def _marriage(
    discourse: Discourse, units: list[Unit], offset: int, trigger_unit: Unit | None = None
) -> list[Statement]:
    """The spouse of ``m. 1st, 1899, Hon. Violet Tresco``: the first name that is a person's."""
    for place, unit in enumerate(units):
        if place == 0 and trigger_unit is None:
            continue
        is_title = [each.lower for each in units[place + 1 : place + 2]] == ["."] and place + 2 < len(units)
        if unit.kind != NAME or (is_title and units[place + 2].kind == NAME):
            continue  # "Hon. Violet Tresco"
        span = person_span(discourse, unit)
        if span is None:
            continue
        name = discourse.text[span.start : span.end]
        dated = next((each.dated for each in units if each.kind == DATE and each.end <= span.start), None)
        behind = place + 1
        while behind + 2 < len(units) and [each.lower for each in units[behind : behind + 2]] == [",", "of"]:
            behind += 3  # "Alice Brown, of Toledo, June 12, 1909"
        if dated is None and behind + 1 < len(units) and units[behind].lower == "," and units[behind + 1].kind == DATE:
            dated = units[behind + 1].dated
        who = discourse.subject_who()
        opening = trigger_unit or units[0]
        trigger = Part("trigger", Span(opening.start, opening.end))
        parts = (trigger, *who.parts(discourse.text), Part("object", span), *_date_parts(dated, offset))
        discourse.spouse = name
        discourse.has_married = True
        return [_made(who, "marriage", parts, dated, "notice.marriage")]
    return []


def _date_parts(dated: Dated | None, offset: int) -> tuple[Part, ...]:
    return dated.parts(offset) if dated is not None else ()


def _made(
    who: Who, event: str, parts: tuple[Part, ...], dated: Dated | None, rule: str, subtype: str | None = None
) -> Statement:
    told = [part.span for part in parts if part.span is not None and part.part not in ("antecedent", "date_anchor")]
    quote = Span(min(span.start for span in told), max(span.end for span in told))
    return Statement(
        event, who.name, quote, parts, rule, round(0.9 + who.sure, 3), subtype=subtype,
        when=dated.when if dated is not None else None,
    )  # fmt: skip
