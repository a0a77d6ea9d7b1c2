"""A course of schooling, station by station: schools and towns that one verb of learning lists, with their own dates.

``educated at Eton (1811–15) and at Christ Church, Oxford (1815–18)`` · ``studied in Vienna, then from 1902 at the
Académie Julian in Paris`` · ``attended A, Imperial College (BSc, 1949) and the University of B (PhD, 1953)``.
"""

from dataclasses import dataclass, field, replace

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, is_head, words_of
from pipelines.claims.prose.phrases import Complements, parse_complements
from pipelines.claims.prose.places import is_place_like
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, MARK, NAME, WORD, Unit, index_of
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated

_AT = frozenset(["", "at", "from", "to", "into", "in", "of"])
_JOINING = frozenset(["and", ",", "then", "later", "afterwards", "subsequently", "finally", "but", ";"])
_DATING = frozenset(["in", "from", "on", "between", "until", "since", "during", "after"])


@dataclass(slots=True)
class Station:
    """One school, or the town that stands for it, with the town it lies in and the dates that stand beside it."""

    span: Span
    is_school: bool
    slot: str
    sure: float
    place: Span | None = None
    dates: list[Dated] = field(default_factory=list)
    degrees: list[tuple[Span, Dated]] = field(default_factory=list)
    is_opened: bool = False
    end: int = 0


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
    for place, clause in enumerate(clauses):
        verb = units[clause.verb]
        own = [
            each
            for each in told
            if each.event_type == "education"
            and (trigger := each.first("trigger")) is not None
            and trigger.span is not None
            and trigger.span.start == verb.start
        ]
        own_school = [each for each in own if each.rule in _OF_SCHOOLS]
        if not own_school and (clause.modal is not None or clause.negated):
            continue
        if not own and verb.lower in _WINNING:
            told += _scholarship(discourse, units, clause, subjects[place], offset)
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
        stations = _stations(discourse.text, units, complements)
        if not stations:
            continue
        template = own_school[0] if own_school else _template(discourse, units, clause, subjects[place])
        if template is None:
            continue
        if not own_school and stations[0].slot not in ("at", "in"):
            continue
        opening = next((unit.dated for unit in reversed(units[: clause.group]) if unit.kind == DATE), None)
        told = _told_with(discourse, told, own, template, stations, opening if place == 0 else None, offset)
        if clause.end >= len(units) - 1:
            discourse.schooling = template
    return told


_OF_SCHOOLS = {
    "prose.education", "prose.educated", "prose.study", "prose.spent_at", "prose.education_other", "prose.schooling",
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
    station = _station(school, is_school=True)
    _give_dates(units, complements, [station])
    before = [unit.dated for unit, _ in complements.dates if unit.dated is not None and unit.start < school.span.start]
    station.dates += before[:1]
    return _statements(replace(base, rule="prose.scholarship"), station, None, offset)


_GRADUATES = frozenset(["graduate", "alumnus", "alumna", "product", "student", "pupil"])


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
    stations = _stations(discourse.text, units, parse_complements(units, at + 1, comma))
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
    while begin < len(units) and units[begin].lower in (*_JOINING, "at", "from"):
        begin += 1
    stations = _stations(discourse.text, units, parse_complements(units, begin, len(units)))
    if not stations or not stations[0].is_school or stations[0].span.start > units[begin].end + 4:
        discourse.schooling = None
        return []
    bare = replace(template, when=None, duration=None)
    return [each for one in stations if one.is_school for each in _statements(bare, one, None, offset)]


def _stations(text: str, units: list[Unit], complements: Complements) -> list[Station]:
    """The stations a clause lists, in order, each with its town and the dates that are its own."""
    stations: list[Station] = []
    pending: Phrase | None = None
    phrases = complements.phrases
    for at, phrase in enumerate(phrases):
        last = stations[-1] if stations else None
        between = text[last.end : phrase.span.start].strip() if last is not None else ""
        is_named = phrase.first.kind == NAME
        is_school = fits(phrase, "school") and not _is_town(phrase)
        lists_on = bool(phrase.link) and is_school and last is not None and last.is_school
        if phrase.link == "run" or (phrase.slot not in _AT and not lists_on):
            continue  # "Harrow County School for Boys, Imperial College": the list goes on behind what is no school
        opens = pending is not None and text[pending.span.end : phrase.span.start].strip() in ("at", "at the")
        town, pending = (pending if opens else None), None
        if is_school and (phrase.slot != "in" or phrase.article or is_named):
            stations.append(_station(phrase, is_school=True))
        elif last is not None and is_named and phrase.link == "," and between == ",":
            following = phrases[at + 1] if at + 1 < len(phrases) else None
            closes = following is not None and following.link == "and" and following.first.kind == NAME
            if last.is_school or not closes or (following is not None and following.slot != phrase.slot):
                last.place = last.place or phrase.span
                last.end = phrase.span.end
            else:
                stations.append(_station(phrase, is_school=False))
        elif last is not None and last.is_school and is_named and phrase.slot == "at" and between == "at":
            last.place, last.end = last.place or phrase.span, phrase.span.end
        elif is_named and phrase.slot == "at" and phrase.link in ("", "and") and _is_house(phrase):
            stations.append(_station(phrase, is_school=False))
        elif last is not None and is_named and phrase.slot == "in" and between in ("in", "in the", ", in"):
            last.place = last.place or (phrase.span if is_place_like(phrase) else None)
            last.end = phrase.span.end
        elif is_named and phrase.slot == "in" and not phrase.link and is_place_like(phrase):
            pending = phrase  # "and from 1902 in Paris at the Académie Julian"
        if town is not None and stations and stations[-1].span == phrase.span:
            stations[-1].place = town.span
        if phrase.notes and stations and stations[-1].end == phrase.span.end:
            _note(text, stations[-1], phrase.notes)
    _give_dates(units, complements, stations)
    return stations


def _is_house(phrase: Phrase) -> bool:
    """Whether a name behind ``at`` can be a school that no word calls one: ``Leipzig``, ``Christ Church``."""
    return is_place_like(phrase) or (
        len(phrase.units) == 1 and phrase.head in ("church", "hall", "house", "park", "priory", "abbey", "inn", "manor")
    )


def _is_town(phrase: Phrase) -> bool:
    """Whether a lone name behind a school is its town, which elsewhere stands for a school."""
    words = words_of(phrase)
    return phrase.link == "," and len(words) == 1 and words[0] in ("oxford", "cambridge", "westminster", "winchester",
        "rugby", "harrow", "eton", "sandhurst", "woolwich", "annapolis", "princeton", "paris",
    )  # fmt: skip


def _station(phrase: Phrase, *, is_school: bool) -> Station:
    return Station(phrase.span, is_school, phrase.slot, 0.0 if is_school else -0.04, end=phrase.span.end)


def _note(text: str, station: Station, notes: list[Unit]) -> None:
    """``(1811–15)`` · ``(BSc, 1949)`` · ``(BA 1923; MA 1931)``: dates and degrees in the bracket behind a school."""
    degree: Unit | None = None
    for unit in notes:
        if unit.kind == DATE and unit.dated is not None:
            station.dates.append(unit.dated)
            if degree is not None:
                station.degrees.append((Span(degree.start, degree.end), unit.dated))
        elif unit.kind in (NAME, WORD):
            degree = unit if _is_degree(text, unit) else None


def _is_degree(text: str, unit: Unit) -> bool:
    """Whether a word of a bracket is a degree: one that is known, or letters as degrees are written."""
    letters = text[unit.start : unit.end].replace(".", "").replace(" ", "")
    if is_head(letters.lower(), "degree") or is_head(unit.lower.rstrip("."), "degree"):
        return True
    return letters.isalpha() and len(letters) < 7 and sum(letter.isupper() for letter in letters) > 1


def _give_dates(units: list[Unit], complements: Complements, stations: list[Station]) -> None:
    """Each date outside brackets to the station it stands behind, or before: ``and, from 1899 to 1904, at``."""
    for unit, slot in complements.dates:
        if unit.dated is None or slot == "outside":
            continue
        at = index_of(units, unit)
        before = at - 1
        if before >= 0 and units[before].lower in _DATING:
            before -= 1
        behind = units[at + 1].lower if at + 1 < len(units) else ""
        if behind == "," and at + 2 < len(units):
            behind = units[at + 2].lower
        opens = before >= 0 and units[before].lower in _JOINING and behind in ("at", "to", "from", "in")
        if opens and stations and unit.start > stations[0].end:
            later = next((each for each in stations if each.span.start > unit.end), None)
            if later is not None:
                later.dates.append(unit.dated)
                later.is_opened = True
            continue
        earlier = next((each for each in reversed(stations) if each.end <= unit.start), None)
        if earlier is not None:
            earlier.dates.append(unit.dated)


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
    for each in told:
        station = held.get(id(each))
        each = _placed(each, station, stations) if station is not None else each
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
    covered = [part.span for each in own for part in each.parts if part.part in ("object", "place") and part.span]
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
    is_others = any(one.place is not None and one.place.start <= at.start < one.place.end for one in stations)
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
    parts = [*kept, Part("object", station.span)]
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
