"""The stations of a course of schooling: each school or town of a list, with the town, dates and degrees beside it."""

from dataclasses import dataclass, field

from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, is_head
from pipelines.claims.prose.phrases import Complements
from pipelines.claims.prose.places import is_place_like
from pipelines.claims.prose.tokens import DATE, NAME, WORD, Unit, index_of
from pipelines.claims.prose.where import is_town_of_school
from pipelines.claims.statement import Span
from pipelines.claims.when import Dated

_AT = frozenset(["", "at", "from", "to", "into", "in", "of"])
_DATING = frozenset(["in", "from", "on", "between", "until", "since", "during", "after"])
JOINING = frozenset(["and", ",", "then", "later", "afterwards", "subsequently", "finally", "but", ";"])
"""Words that join one station to the next."""


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
    is_town: bool = False
    end: int = 0


def read_stations(text: str, units: list[Unit], complements: Complements) -> list[Station]:
    """The stations a clause lists, in order, each with its town and the dates that are its own."""
    stations: list[Station] = []
    pending: Phrase | None = None
    phrases = complements.phrases
    for at, phrase in enumerate(phrases):
        last = stations[-1] if stations else None
        between = text[last.end : phrase.span.start].strip() if last is not None else ""
        is_named = phrase.first.kind == NAME
        is_school = fits(phrase, "school") and not is_town_of_school(phrase)
        lists_on = bool(phrase.link) and is_school and last is not None and last.is_school
        if phrase.link == "run" or (phrase.slot not in _AT and not lists_on):
            continue  # "Harrow County School for Boys, Imperial College": the list goes on behind what is no school
        opens = pending is not None and text[pending.span.end : phrase.span.start].strip() in ("at", "at the")
        town, pending = (pending if opens else None), None
        if is_school and (phrase.slot != "in" or phrase.article or is_named):
            stations.append(new_station(phrase, is_school=True))
        elif last is not None and is_named and phrase.link == "," and between == ",":
            following = phrases[at + 1] if at + 1 < len(phrases) else None
            closes = following is not None and following.link == "and" and following.first.kind == NAME
            if last.is_school or not closes or (following is not None and following.slot != phrase.slot):
                last.place = last.place or phrase.span
                last.end = phrase.span.end
            else:
                stations.append(new_station(phrase, is_school=False))
        elif last is not None and last.is_school and is_named and phrase.slot == "at" and between == "at":
            last.place, last.end = last.place or phrase.span, phrase.span.end
        elif is_named and phrase.slot == "at" and phrase.link in ("", "and") and _is_house(phrase):
            stations.append(new_station(phrase, is_school=False))
        elif last is not None and is_named and phrase.slot == "in" and between in ("in", "in the", ", in"):
            last.place = last.place or (phrase.span if is_place_like(phrase) else None)
            last.end = phrase.span.end
        elif is_named and phrase.slot == "in" and not phrase.link and is_place_like(phrase):
            pending = phrase  # "and from 1902 in Paris at the Académie Julian"
            if last is not None and between.split()[-2:-1] in (["later"], ["then"], ["afterwards"]):
                stations.append(Station(phrase.span, False, "in", -0.06, is_town=True, end=phrase.span.end))
        if town is not None and stations and stations[-1].span == phrase.span:
            stations = [each for each in stations if each.span != town.span]
            stations[-1].place = town.span
        if phrase.notes and stations and stations[-1].end == phrase.span.end:
            _note(text, stations[-1], phrase.notes)
    give_dates(units, complements, stations)
    return stations


def _is_house(phrase: Phrase) -> bool:
    """Whether a name behind ``at`` can be a school that no word calls one: ``Leipzig``, ``Christ Church``."""
    return is_place_like(phrase) or (
        len(phrase.units) == 1 and phrase.head in ("church", "hall", "house", "park", "priory", "abbey", "inn", "manor")
    )


def new_station(phrase: Phrase, *, is_school: bool) -> Station:
    """The station a phrase names, less sure where no word calls it a school."""
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


def give_dates(units: list[Unit], complements: Complements, stations: list[Station]) -> None:
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
        opens = before >= 0 and units[before].lower in JOINING and behind in ("at", "to", "from", "in")
        if opens and stations and unit.start > stations[0].end:
            later = next((each for each in stations if each.span.start > unit.end), None)
            if later is not None:
                later.dates.append(unit.dated)
                later.is_opened = True
            continue
        earlier = next((each for each in reversed(stations) if each.end <= unit.start), None)
        if earlier is not None:
            earlier.dates.append(unit.dated)
