"""A course of schooling, station by station: schools and towns that one verb of learning lists, with their own dates.

``educated at Eton (1811–15) and at Christ Church, Oxford (1815–18)`` · ``studied in Vienna, then from 1902 at the
Académie Julian in Paris`` · ``attended A, Imperial College (BSc, 1949) and the University of B (PhD, 1953)``.
"""

from dataclasses import replace

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.phrases import parse_complements
from pipelines.claims.prose.stations import JOINING, Station, give_dates, new_station, read_stations
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, MARK, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated


def read_schooling(
    discourse: Discourse,
    units: list[Unit],
    clauses: list[Clause],
    subjects: list[list[Who]],
    statements: list[Statement],
    offset: int,
) -> list[Statement]:
    """The statements of a sentence with every station of its schoolings: those not yet told added, dates put right."""
    if not clauses:
        return statements + _go_on(discourse, units, offset)
    verbs = lexicon.words("words", "schooling_verbs")
    told = statements + _graduate_of(discourse, units, subjects, offset)
    by_verb: dict[int, list[Statement]] = {}
    for each in told:
        trigger = each.first("trigger") if each.event_type == "education" else None
        if trigger is not None and trigger.span is not None:
            by_verb.setdefault(trigger.span.start, []).append(each)
    for place, clause in enumerate(clauses):
        verb = units[clause.verb]
        own = by_verb.get(verb.start, [])
        own_school = [each for each in own if each.rule in _OF_SCHOOLS]
        if not own_school and (clause.modal is not None or clause.negated):
            continue
        if not own and verb.lower in _WINNING:
            won = _scholarship(discourse, units, clause, subjects[place], offset)
            if won:
                told = [each for each in told if not (each.event_type == "action" and _opens(each, verb))] + won
        if not own_school and (own or verb.lower not in verbs):
            continue
        begin = clause.verb + 1
        if own_school:
            trigger = own_school[0].first("trigger")
            assert trigger is not None and trigger.span is not None
            while begin < clause.end and units[begin].start < trigger.span.end:
                begin += 1
            if begin > 0 and units[begin - 1].lower in ("at", "from", "to", "in", "into"):
                begin -= 1
        else:
            while begin < min(clause.end, clause.verb + 4) and units[begin].lower in _FILLING:
                begin += 1
        complements = parse_complements(units, begin, clause.end)
        stations = read_stations(discourse.text, units, complements)
        if not stations:
            continue
        template = own_school[0] if own_school else _template(discourse, units, clause, subjects[place])
        if template is None:
            continue
        if not own_school and stations[0].slot not in ("at", "in"):
            continue
        before = units[: clause.group] if place == 0 else []
        opening = next((unit.dated for unit in reversed(before) if unit.kind == DATE), None)
        told = _told_with(discourse, told, own, template, stations, opening, offset)
        if clause.end >= len(units) - 1:
            discourse.schooling = template
    return told


_OF_SCHOOLS = {
    "prose.education", "prose.educated", "prose.study", "prose.spent_at", "prose.education_other", "prose.schooling",
    "prose.was_at", "prose.finished_school", "prose.admitted_as",
}  # fmt: skip
"""Rules of frames whose words may list schools."""

_FILLING = frozenset(
    ["first", "initially", "privately", "early", "locally", "partly", "his", "her", "education", "then"]
)


def _template(discourse: Discourse, units: list[Unit], clause: Clause, who: list[Who]) -> Statement | None:
    """The bare statement that somebody was taught, to which stations are added; null where it is not told who was."""
    if len(who) != 1:
        return None
    verb = units[clause.verb]
    trigger = Span(verb.start, verb.end)
    parts = (*who[0].parts(discourse.text), Part("trigger", trigger))
    sure = round(0.84 + who[0].sure, 3)
    return Statement("education", who[0].name, trigger, parts, "prose.schooled", sure)


_WINNING = frozenset(
    ["won", "gained", "obtained", "received", "awarded", "elected", "winning", "granted", "secured", "given", "earned"]
)
_PLACES = frozenset(["scholarship", "exhibition", "bursary", "studentship", "sizarship", "place"])


def _scholarship(
    discourse: Discourse, units: list[Unit], clause: Clause, who: list[Who], offset: int
) -> list[Statement]:
    """``won an open exhibition in classics to Hertford College in 1922``: where a scholarship took somebody."""
    base = _template(discourse, units, clause, who)
    if base is None:
        return []
    complements = parse_complements(units, clause.verb + 1, clause.end)
    at = next((n for n, each in enumerate(complements.phrases[:2]) if each.head in _PLACES), None)
    if at is None:
        return []
    school = next((each for each in complements.phrases[at + 1 :] if fits(each, "school")), None)
    if school is None or school.slot not in ("to", "at"):
        return []
    station = new_station(school, is_school=True)
    give_dates(units, complements, [station])
    before = [unit.dated for unit, _ in complements.dates if unit.dated is not None and unit.start < school.span.start]
    station.dates += before[:1]
    return _statements(replace(base, rule="prose.scholarship"), station, None, offset)


_GRADUATES = frozenset(["graduate", "alumnus", "alumna", "product", "student", "pupil"])


def _opens(each: Statement, verb: Unit) -> bool:
    trigger = each.first("trigger")
    return trigger is not None and trigger.span is not None and trigger.span.start == verb.start


def _graduate_of(discourse: Discourse, units: list[Unit], subjects: list[list[Who]], offset: int) -> list[Statement]:
    """``A graduate of Cornell University (1913), he joined …``: what opens a sentence is said of who follows."""
    words = [unit.lower for unit in units[:5]]
    at = next((n for n, word in enumerate(words[:4]) if word in _GRADUATES), None)
    if at is None or words[0] not in ("a", "an") or words[at + 1 : at + 2] not in (["of"], ["at"], ["from"]):
        return []
    comma = next((n for n, unit in enumerate(units) if unit.kind == MARK and unit.lower == ","), None)
    who = next((each for each in subjects if len(each) == 1), None)
    if comma is None or who is None or comma + 1 >= len(units) or who[0].span is None:
        return []
    stations = read_stations(discourse.text, units, parse_complements(units, at + 1, comma))
    if not stations or not stations[0].is_school or who[0].span.start < units[comma].start:
        return []
    trigger = Span(units[at].start, units[at].end)
    parts = (*who[0].parts(discourse.text), Part("trigger", trigger))
    base = Statement("education", who[0].name, trigger, parts, "prose.graduate_of", round(0.84 + who[0].sure, 3))
    return [each for one in stations if one.is_school for each in _statements(base, one, None, offset)]


def _go_on(discourse: Discourse, units: list[Unit], offset: int) -> list[Statement]:
    """``…; St Patrick's College, Maynooth; and the Irish College, Rome``: stations behind a semicolon."""
    template = discourse.schooling
    if template is None or not discourse.continues:
        return []
    begin = 0
    while begin < len(units) and units[begin].lower in (*JOINING, "at", "from"):
        begin += 1
    stations = read_stations(discourse.text, units, parse_complements(units, begin, len(units)))
    if not stations or not stations[0].is_school or stations[0].span.start > units[begin].end + 4:
        discourse.schooling = None
        return []
    bare = replace(template, when=None, duration=None)
    return [each for one in stations if one.is_school for each in _statements(bare, one, None, offset)]


def _told_with(
    discourse: Discourse,
    told: list[Statement],
    own: list[Statement],
    template: Statement,
    stations: list[Station],
    opening: Dated | None,
    offset: int,
) -> list[Statement]:
    """All statements, with the stations none of them tells, and without the dates that are another station's."""
    made: list[Statement] = []
    held = {id(each): _covering(each, stations) for each in own}
    noted = [each for each in stations if each.dates]
    covered: list[Span] = []
    for each in told:
        station = held.get(id(each))
        each = _placed(each, station, stations) if station is not None else each
        covered += [part.span for part in each.parts if station and part.part in ("object", "place") and part.span]
        date = each.first("date")
        if station is not None and station.dates and date is None and station.span.start > stations[0].span.start:
            made.append(_dated(each, station.dates[0], offset))
            continue
        if station is None or date is None or date.span is None or not noted:
            made.append(each)
            continue
        its = next((one for one in noted if any(d.span == date.span for d in one.dates)), None)
        if station.dates and its is not station:
            made.append(_dated(each, station.dates[0], offset))
        elif its is not None and its is not station and its.is_opened:
            made.append(_dated(each, opening, offset))
        elif its is not None and its is not station and (len(noted) > 1 or _in_bracket(discourse.text, date.span)):
            made.append(_dated(each, None, offset))
        else:
            made.append(each)
    shared = template if not noted and template.when is not None else None
    for station in stations:
        if not any(span.start < station.span.end and station.span.start < span.end for span in covered):
            made.extend(_statements(template, station, shared, offset))
        else:
            bare = replace(template, confidence=min(template.confidence, 0.84))
            made.extend(_degrees(bare, station, offset))
    return made


def _placed(each: Statement, station: Station, stations: list[Station]) -> Statement:
    """A statement of a station in that station's own town, where it was given another's."""
    place, held = each.first("place"), each.first("object")
    if place is None or place.span is None or held is None or held.span is None:
        return each
    at = place.span
    if not (station.span.start < held.span.end and held.span.start < station.span.end):
        return each
    its = station.place
    others = [one.span if one.is_town else one.place for one in stations]
    is_others = any(one is not None and one.start <= at.start < one.end for one in others)
    if (its is None and not is_others) or (its is not None and its.start < at.end and at.start < its.end):
        return each
    kept = tuple(part for part in each.parts if part.part != "place")
    return replace(each, parts=(*kept, Part("place", its)) if its is not None else kept)


def _in_bracket(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 60) : span.start]
    return before.rfind("(") > before.rfind(")")


def _covering(each: Statement, stations: list[Station]) -> Station | None:
    """The station a statement's object, or else its place, is."""
    for part in each.parts:
        if part.part in ("object", "place") and part.span is not None:
            for station in stations:
                if part.span.start < station.span.end and station.span.start < part.span.end:
                    return station
    return None


def _dated(each: Statement, dated: Dated | None, offset: int) -> Statement:
    kept = tuple(part for part in each.parts if part.part not in ("date", "date_anchor"))
    if dated is None:
        return replace(each, parts=kept, when=None)
    quote = Span(min(each.quote.start, dated.span.start), max(each.quote.end, dated.span.end))
    return replace(each, parts=(*kept, *dated.parts(offset)), when=dated.when, quote=quote)


def _statements(template: Statement, station: Station, shared: Statement | None, offset: int) -> list[Statement]:
    kept = tuple(
        part for part in template.parts
        if part.part not in ("object", "place", "participant")
        and (shared is not None or part.part not in ("date", "date_anchor"))
    )  # fmt: skip
    parts = [*kept, Part("place" if station.is_town else "object", station.span)]
    if station.place is not None:
        parts.append(Part("place", station.place))
    quote = Span(min(template.quote.start, station.span.start), max(template.quote.end, station.end))
    rule = "prose.schooled" if template.rule in _OF_SCHOOLS else template.rule
    made = replace(
        template, parts=tuple(parts), quote=quote, rule=rule, duration=None, figure=None,
        confidence=round(min(template.confidence, 0.86) + station.sure, 3), when=shared.when if shared else None,
    )  # fmt: skip
    if station.dates:
        made = _dated(made, station.dates[0], offset)
    return [made, *_degrees(made, station, offset)]


def _degrees(base: Statement, station: Station, offset: int) -> list[Statement]:
    """The degrees of a bracket, each of its own year."""
    made = []
    for span, dated in station.degrees:
        kept = tuple(part for part in base.parts if part.part not in ("object", "place", "date", "date_anchor"))
        parts = (*kept, Part("object", span), *dated.parts(offset))
        quote = Span(min(base.quote.start, span.start), max(base.quote.end, dated.span.end))
        made.append(replace(base, parts=parts, when=dated.when, quote=quote, confidence=0.82, rule="prose.schooled"))
    return made
