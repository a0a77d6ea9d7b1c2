"""How many were killed, arrested or brought away: a counted multitude with what befell it, in a clause of any shape.

``Some 9,000 soldiers and sailors were drowned`` · ``the flood claimed the lives of about 300 villagers`` · ``he
evacuated over 2,000 children``. The verbs are data (`tolls.toml`); what a frame has told of such a multitude is told
here whole.
"""

from dataclasses import replace
from functools import cache
from typing import NamedTuple

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import ADVERBIAL, MAIN, PARTICIPIAL, RELATIVE
from pipelines.claims.prose.dating import date_of
from pipelines.claims.prose.frames import Frame
from pipelines.claims.prose.making import make_statement
from pipelines.claims.prose.multitudes import Multitude, figure_at, multitude_at, multitude_before
from pipelines.claims.prose.participants import doers_of
from pipelines.claims.prose.setting import Object, Setting
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, NAME, WORD, Unit
from pipelines.claims.prose.verbs import BASE, spellings_of
from pipelines.claims.prose.where import place_of
from pipelines.claims.statement import Part, Span, Statement

_BACK = 18
"""Units back to the owner of the feat that a clause without subject tells."""


class _Deed(NamedTuple):
    """What a verb tells of a multitude: in which way (a key of the data), which event, with which words behind it."""

    way: str
    event: str
    after: tuple[str, ...]
    has_things: bool


@cache
def _deeds() -> dict[str, tuple[_Deed, ...]]:
    """The deeds by verb form, those with the most fixed words first."""
    data = lexicon.load("tolls")
    said = [
        (way, event, verb) for way in ("befalls", "suffers", "lives", "counts")
        for event, verbs in data[way].items() for verb in verbs
    ]  # fmt: skip
    said += [("plain", "action", verb) for verb in data["plain"]["verbs"]]
    found: dict[str, list[_Deed]] = {}
    for way, event, words in said:
        verb, *after = words.split()
        deed = _Deed(way, event, tuple(after), words in data["things"]["verbs"])
        for form in {form for name, form in spellings_of(verb) if name != BASE}:
            found.setdefault(form, []).append(deed)
    return {form: tuple(sorted(deeds, key=lambda deed: -len(deed.after))) for form, deeds in found.items()}


@cache
def _frame_of(event: str, has_trigger: bool) -> Frame:
    """What the making of a statement asks of a frame."""
    return Frame(
        event, "prose.toll", None, False, (), (), "people", (), (), 0.86, doer="by", trigger_is_object=has_trigger
    )


def read_toll(discourse: Discourse, setting: Setting, who: list[Who], made: list[Statement]) -> list[Statement]:
    """The statements of a clause, the one of a counted multitude among them told with its figure."""
    clause, units = setting.clause, setting.units
    deeds = _deeds().get(units[clause.verb].lower)
    if deeds is None or clause.negated or any(each.figure and each.event_type != "action" for each in made):
        return made
    for deed in deeds:
        found = _find(setting, deed)
        if found is not None and not (found[1] and who):  # "Holm and two others were arrested" tells of Holm
            told = _tell(discourse, setting, who, deed, *found)
            return [*(each for each in made if not _is_about(each, found[0])), told]
    return made


def _find(setting: Setting, deed: _Deed) -> tuple[Multitude, bool] | None:
    """The multitude a clause tells of, and whether it is what the clause's verb is said of."""
    text, units, clause = setting.text, setting.units, setting.clause
    at = clause.verb + 1
    if deed.way == "lives":
        return _lives_behind(text, units, at)
    if deed.way == "counts":
        return _toll_before(text, units, setting, deed)
    follows = _words(units, at, len(deed.after)) == deed.after
    if (deed.way == "suffers" or clause.passive) and follows:
        found = multitude_before(text, units, clause.group, has_things=deed.has_things)
        if found is not None:
            return (found, True) if deed.way != "plain" or _is_plain(text, found) else None
    if deed.way == "suffers" or (clause.passive and not clause.either_voice):
        return None
    begin = at + len(deed.after) if follows else at
    behind = multitude_at(text, units, begin, has_things=deed.has_things)
    if behind is None or (deed.way == "plain" and not _is_plain(text, behind)):
        return None
    is_closed = follows or _words(units, behind.end, len(deed.after)) == deed.after
    is_told = deed.after == ("dead",) and units[behind.end - 1].lower == "dead"
    return (behind, False) if is_closed or is_told else None


def _words(units: list[Unit], at: int, count: int) -> tuple[str, ...]:
    return tuple(unit.lower for unit in units[at : at + count])


def _is_plain(text: str, found: Multitude) -> bool:
    """``removed 900 women``: into safety; ministers are removed from office."""
    last = text[found.span.start : found.span.end].lower().split()[-1]
    return last in lexicon.load("tolls")["plain"]["people"]


def _lives_behind(text: str, units: list[Unit], at: int) -> tuple[Multitude, bool] | None:
    """``the lives of about 300 villagers`` · ``300 lives`` behind a verb."""
    if _words(units, at, 3) == ("the", "lives", "of"):
        found = multitude_at(text, units, at + 3, has_things=False)
        return (found, False) if found is not None else None
    found = multitude_at(text, units, at, has_things=False)
    if found is None or units[found.end - 1].lower not in ("lives", "victims"):
        return None
    return found, False


def _toll_before(text: str, units: list[Unit], setting: Setting, deed: _Deed) -> tuple[Multitude, bool] | None:
    """``the death toll rose to 2,300``: the figure behind the verb, and the toll as the words of those who died."""
    clause = setting.clause
    at = clause.verb + 1 + len(deed.after)
    if clause.subject is None or _words(units, clause.verb + 1, len(deed.after)) != deed.after or at >= len(units):
        return None
    first, last = clause.subject
    if units[last - 1].lower != "toll" or last - first < 2 or units[last - 2].lower != "death":
        return None
    bare = multitude_at(text, units, at, has_things=False)
    counted = bare.counted if bare is not None else figure_at(text, units, at)
    if counted is None:
        return None
    return Multitude(Span(units[last - 2].start, units[last - 1].end), counted, at), True


def _is_about(statement: Statement, found: Multitude) -> bool:
    """Whether a statement tells of the multitude or of some of its words."""
    first = min(found.span.start, found.counted.span.start)
    return any(
        part.part in ("subject", "object") and part.span is not None
        and part.span.start < found.span.end and first < part.span.end
        for part in statement.parts
    )  # fmt: skip


def _tell(
    discourse: Discourse, setting: Setting, who: list[Who], deed: _Deed, found: Multitude, is_suffered: bool
) -> Statement:
    """The statement: of the multitude, with whoever did it beside it; of an action, of whoever did it."""
    units, clause = setting.units, setting.clause
    start = clause.verb + 1 + (len(deed.after) if is_suffered else 0)
    complements = setting.complements_from(start)
    if deed.event == "action":
        found = _without_origin(setting.text, found)
    trigger = Part("trigger", Span(units[clause.verb].start, units[start - 1].end))
    doers = [] if is_suffered else _doers(discourse, setting, who)
    is_named_by_verb = deed.event in ("death", "action") and deed.way in ("befalls", "plain")
    frame = _frame_of(deed.event, is_named_by_verb and deed.after != ("dead",))
    dated, date_parts, in_quote = date_of(setting, complements, deed.event, is_person=False)
    places = place_of(setting.text, complements, ("in", "at", "near", "off"))
    parts = [trigger, *date_parts, Part("figure", found.counted.span)]
    crowd = Who(setting.text[found.span.start : found.span.end], None, found.span, (), -0.06)
    chosen: Object | None = None
    if deed.event == "action" and doers:
        crowd, chosen = doers[0], Object(found.span)
    elif not is_suffered:
        parts += doers_of(setting, frame, who)
    place = places[0] if places and is_suffered else None
    made = make_statement(setting, frame, crowd, chosen, place, dated, parts, None, in_quote)
    return replace(made, figure=found.counted.figure)


def _without_origin(text: str, found: Multitude) -> Multitude:
    """``evacuated 200 children from Lübeck``: where they came from is no word of who they are."""
    at = text.find(" from ", found.span.start, found.span.end)
    return found if at == -1 else found._replace(span=Span(found.span.start, at))


def _doers(discourse: Discourse, setting: Setting, who: list[Who]) -> list[Who]:
    """Who did it: the persons of the clause, whose deed it is called, else the words of its subject."""
    if who:
        return who[:1]
    units, clause = setting.units, setting.clause
    if clause.kind == PARTICIPIAL and clause.subject is None:
        for at in range(clause.group - 1, max(0, clause.group - _BACK), -1):
            if units[at].lower in ("'s", "’s") and units[at - 1].kind == NAME:
                owner = discourse.resolve_owner(units[at - 1])  # "Lund's great feat, rescuing 40 sailors"
                return [owner] if owner is not None else []
        return []
    if clause.subject is None or clause.kind not in (MAIN, ADVERBIAL, RELATIVE):
        return []
    kept = [unit for unit in units[clause.subject[0] : clause.subject[1]] if unit.kind != BRACKET]
    while kept and kept[0].kind == WORD and kept[0].lower in ("the", "a", "an"):
        kept = kept[1:]
    if not kept:
        return []
    span = Span(kept[0].start, kept[-1].end)
    return [Who(setting.text[span.start : span.end], None, span, (), -0.06)]
