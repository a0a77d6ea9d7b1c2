"""Which date a clause has: its own, the one that opens the sentence, a bracket's, or the year in an event's name."""

from pipelines.claims.prose.clauses import INFINITIVE, REDUCED, RELATIVE
from pipelines.claims.prose.objects import Object, Setting
from pipelines.claims.prose.phrases import Complements
from pipelines.claims.prose.tokens import DATE, NAME
from pipelines.claims.statement import Part, Span
from pipelines.claims.when import Dated, is_year, year_of


def date_of(setting: Setting, complements: Complements, *, is_person: bool) -> tuple[Dated | None, list[Part], bool]:
    """The date of a clause, its parts, and whether it stands inside the clause (and so in the quote)."""
    own = [unit for unit, slot in complements.dates if slot not in ("outside", "aside")]
    own += [unit for unit, slot in complements.dates if slot == "aside"]
    before = [unit for unit in setting.units[setting.clause.begin : setting.clause.verb] if unit.kind == DATE]
    chosen = own[0] if own else before[-1] if before else None
    inside = chosen is not None
    if (
        chosen is None
        and setting.fronted is not None
        and setting.clause.kind not in (RELATIVE, REDUCED, INFINITIVE)
        and setting.clause.connector != "where"
    ):
        chosen = setting.fronted
        inside = True
    if chosen is None and setting.following is not None:
        chosen = setting.following
    if chosen is None and setting.clause.kind not in (REDUCED, INFINITIVE):
        year = _named_year(complements)
        if year is not None:
            return year, [year.part()], True
    if chosen is None:
        noted = (
            []
            if is_person
            else [unit for phrase in complements.phrases for unit in phrase.notes or () if unit.kind == DATE]
        )
        chosen = noted[-1] if noted and setting.clause.kind not in (REDUCED, INFINITIVE) else None
        inside = chosen is not None
    if chosen is None or chosen.dated is None:
        return None, [], False
    return chosen.dated, list(chosen.dated.parts(setting.offset)), inside


def _named_year(complements: Complements) -> Dated | None:
    """The year in an event's name: ``at the 1988 Summer Olympics``."""
    for phrase in complements.phrases:
        is_event = phrase.slot in ("at", "in", "of", "during") and len(phrase.units) > 1
        if is_event and is_year(phrase.first.lower) and phrase.units[1].kind == NAME:
            return year_of(phrase.first.lower, Span(phrase.first.start, phrase.first.end))
    return None


def give_own_dates(complements: Complements, objects: list[Object]) -> None:
    """``lieutenant in 1797, captain in 1803``: of several objects each has the date that stands behind it."""
    dates = [unit for unit, slot in complements.dates if slot != "outside" and unit.dated is not None]
    if len(objects) < 2 or len(dates) < 2:
        return
    for place, chosen in enumerate(objects):
        limit = objects[place + 1].span.start if place + 1 < len(objects) else None
        for unit in dates:
            if unit.start >= chosen.span.end and (limit is None or unit.start < limit):
                chosen.dated = chosen.dated or unit.dated
                break


def read_duration(complements: Complements, parts: list[Part]) -> str | None:
    """The first length of time of a clause as ISO 8601; its words are added to the parts."""
    for unit in complements.lengths:
        mention = unit.dated.mention if unit.dated is not None else None
        if mention is not None and mention.kind == "duration" and mention.duration is not None:
            parts.append(Part("attribute", Span(unit.start, unit.end), "duration", mention.duration))
            return mention.duration
    return None
