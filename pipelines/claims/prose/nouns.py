"""Events named by a noun: ``his arrest in 1949``, ``the death of Zhdanov``, ``his marriage to Maria``."""

from typing import Any

from pipelines.claims import lexicon
from pipelines.claims.figures import Counted
from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.noun_owners import owners_of
from pipelines.claims.prose.phrases import Complements, extend_office, parse_complements, person_of
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, DATE, LENGTH, MARK, NAME, QUOTE, WORD, Unit
from pipelines.claims.prose.where import place_of
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated, is_year, year_of


def read_nouns(discourse: Discourse, units: list[Unit], clauses: list[Clause], offset: int) -> list[Statement]:
    """The statements of a sentence's nouns of event whose owner is named."""
    nouns: dict[str, dict[str, Any]] = lexicon.load("nouns")["nouns"]
    verbs = {clause.verb for clause in clauses}
    made: list[Statement] = []
    shared: tuple[Who, int] | None = None
    for place, unit in enumerate(units):
        if unit.kind == QUOTE and place > 2 and _is_quoted_noun(unit):
            made += _quoted_speech(discourse, units, place, offset)
        if unit.kind != WORD or place in verbs:
            continue
        frame = nouns.get(unit.lower)
        if frame is None or (frame["event"] == "membership" and _is_refused(units, place)):
            continue
        owners, begin, counted = owners_of(discourse, units, place, frame)
        if not owners and shared is not None and place - shared[1] < 16 and _continues_list(units, place):
            owners, begin = [shared[0].shared()], place
        after = units[place + 1].lower if place + 1 < len(units) else ""
        if frame.get("of_pair") and after not in ("to", "with", "of") and discourse.pair is not None:
            owners, begin = [discourse.pair[0]], place  # "the wedding on 18 February": of the couple told last
        for owner in owners:
            statement = _read(discourse, units, place, begin, owner, frame, offset, verbs, counted)
            if statement is not None:
                made.append(statement)
                if not frame.get("many"):
                    shared = (owner, place)
    return made


def _is_refused(units: list[Unit], place: int) -> bool:
    """``The Academy refused him admission``."""
    return any(unit.lower in ("refused", "denied", "declined", "sought") for unit in units[max(0, place - 4) : place])


_SPEECHES = {"speech", "address", "sermon", "lecture", "appeal", "manifesto"}


def _is_quoted_noun(unit: Unit) -> bool:
    last = next((each for each in reversed(unit.inner or ()) if each.kind in (WORD, NAME)), None)
    return last is not None and last.lower.split()[-1] in _SPEECHES


def _quoted_speech(discourse: Discourse, units: list[Unit], place: int, offset: int) -> list[Statement]:
    """``Khrushchev's February 1956 "Secret Speech"``: a speech known by a name in quotation marks."""
    dated = units[place - 1].dated if units[place - 1].kind == DATE else None
    if dated is None or units[place - 2].lower not in ("'s", "’s") or units[place - 3].kind != NAME:
        return []
    owner = discourse.resolve_owner(units[place - 3])
    if owner is None or owner.span is None:
        return []
    unit = units[place]
    span = Span(unit.start + 1, unit.end - 1)
    parts = (*owner.parts(discourse.text), Part("object", span), *dated.parts(offset))
    quote = Span(owner.span.start, unit.end)
    return [Statement("statement", owner.name, quote, parts, "prose.noun_speech", 0.84, when=dated.when)]


def _continues_list(units: list[Unit], place: int) -> bool:
    return place > 0 and units[place - 1].lower in (",", "and")


def _read(
    discourse: Discourse, units: list[Unit], place: int, begin: int, owner: Who, frame: dict[str, Any], offset: int,
    verbs: set[int], counted: Counted | None,
) -> Statement | None:  # fmt: skip
    text = discourse.text
    end = _reach(units, place, verbs)
    complements = parse_complements(units, place + 1, end)
    parts: list[Part] = [Part("trigger", Span(units[place].start, units[place].end)), *owner.parts(text)]
    found = _object(discourse, text, complements, frame)
    is_pair = found is None and discourse.pair is not None and owner is discourse.pair[0]
    if is_pair and discourse.pair is not None:
        other = discourse.pair[1].shared()
        found = [Part("object", other.antecedents[0], None, other.name)]
    if frame.get("need") and found is None:
        return None
    if frame.get("recipient") and found is not None:
        found = [Part("participant", part.span, "recipient", part.value) for part in found]
        found.append(Part("object", Span(units[place].start, units[place].end)))
    if found is not None:
        parts += found
    elif frame.get("trigger_is_object"):
        parts.append(Part("object", Span(units[place].start, units[place].end)))
    dated = None
    for unit in units[max(begin, 0) : place]:
        if unit.kind == DATE:
            dated = unit.dated
        elif is_year(unit.lower):
            dated = year_of(unit.lower, Span(unit.start, unit.end))
    is_after = any(unit.lower == "after" for unit in units[max(0, place - 2) : place])
    for unit, slot in complements.dates:
        if is_after and discourse.text[units[place].end : unit.start].startswith(","):
            continue  # "printed after his death, in 1648"
        if slot in ("in", "on", "", "during", "by", "of", "from", "between", "until", "since") and dated is None:
            dated = unit.dated
            break
    if (
        dated is None
        and (found is None or frame.get("of_sentence") or is_pair)
        and units[end : end + 1]
        and units[end].lower in _HAPPENED
    ):
        near = units[end + 1 : end + 6]
        dated = next((unit.dated for unit in near if unit.kind == DATE), None)
    if dated is None and frame["event"] == "execution" and [u.lower for u in units[end : end + 2]] == _CARRIED_OUT:
        dated = next((unit.dated for unit in units[end + 2 : end + 5] if unit.kind == DATE), None)
    if dated is None and frame["event"] == "appointment" and end + 2 < len(units) and units[end].lower in _CAME:
        behind = units[end + 2] if units[end + 1].lower in ("in", "on", "only") else units[end + 1]
        dated = behind.dated if behind.kind == DATE else None  # "His appointment as rector came in 1820"
    if dated is None and frame.get("lasting"):
        dated = _term_of(units, place, end)
    if dated is None and frame["event"] == "marriage" and complements.phrases:
        inner = complements.phrases[0].notes or []  # "his marriage to Clara Roe (1902)"
        dated = inner[0].dated if len(inner) == 1 and inner[0].kind == DATE else None
        dated = None if dated is not None and "/" in (dated.when.edtf or "/") else dated
    if dated is None and frame["event"] == "education" and complements.phrases:
        noted = [unit for unit in complements.phrases[0].notes or () if unit.kind == DATE]
        dated = noted[0].dated if len(noted) == 1 else None  # "his studies at the Sorbonne (1934–36)"
    if dated is None and frame["event"] == "association":
        dated = _span_of_tie(units, place, complements)
    if dated is not None:
        parts.extend(dated.parts(offset))
    if (frame.get("need_date") or is_pair) and dated is None:
        return None
    if counted is not None:
        parts.append(Part("figure", counted.span))
    where = place_of(text, complements, ("in", "at")) if frame["event"] in ("exile", "imprisonment") else []
    if where:
        parts.append(Part("place", where[0]))
    is_bare = units[begin].lower in ("his", "her", "whose") or frame["event"] == "exile"
    if dated is None and found is None and not where and is_bare:
        return None  # "until his death" tells nothing that is not told elsewhere
    spans = [part.span for part in parts if part.span is not None and part.part not in ("antecedent", "date_anchor")]
    if is_pair:
        spans = [span for span in spans if span.start >= units[0].start]
    quote = Span(min(units[begin].start, min(s.start for s in spans)), max(s.end for s in spans))
    confidence = frame.get("confidence", 0.9 if dated is not None or found else 0.82) + owner.sure
    return Statement(
        frame["event"], owner.name, quote, tuple(parts), f"prose.noun_{units[place].lower}", round(confidence, 3),
        subtype=frame.get("subtype"), when=dated.when if dated is not None else None,
        figure=counted.figure if counted is not None else None,
    )  # fmt: skip


def _term_of(units: list[Unit], place: int, end: int) -> Dated | None:
    """``his presidency (1910–1920)`` · ``His directorship lasted from 1910 to 1920``."""
    near = units[place + 1] if place + 1 < len(units) else None
    if near is not None and near.kind == BRACKET and near.inner and near.inner[0].kind == DATE:
        return near.inner[0].dated
    if end < len(units) and units[end].lower in ("lasted", "ran", "extended"):
        return next((unit.dated for unit in units[end + 1 : end + 4] if unit.kind == DATE), None)
    return None


_CARRIED_OUT = ["carried", "out"]

_LONG = 15 * 366
"""Days from which on a bracket's interval is a life and no quarrel."""


def _span_of_tie(units: list[Unit], place: int, complements: Complements) -> Dated | None:
    """``His dispute with Exner on localization (1888–91)`` · ``His quarrel with Leibholz, which began in 1894``."""
    for phrase in complements.phrases:
        noted = [unit for unit in phrase.notes or () if unit.kind == DATE]
        when = noted[0].dated.when if len(noted) == 1 and noted[0].dated is not None else None
        if when is not None and when.earliest is not None and when.latest is not None:
            return noted[0].dated if when.latest - when.earliest < _LONG else None
    for at in range(place + 3, min(len(units) - 4, place + 20)):
        if units[at].lower in (";", "and", "but"):
            return None
        opens = units[at].lower == "," and units[at + 1].lower in ("which", "begun")
        behind = units[at + 2 : at + 5] if opens and units[at + 1].lower == "which" else units[at + 1 : at + 4]
        if opens and behind[0].lower in ("began", "begun", "started"):
            return behind[2].dated if behind[2].kind == DATE else behind[1].dated
    return None


_HAPPENED = {
    "opened",
    "began",
    "started",
    "ended",
    "concluded",
    "commenced",
    "came",
    "followed",
    "occurred",
    "took",
    "happened",
}


_CAME = {"came", "followed", "occurred"}

_ENDS_NOUN = {"and", "but", "who", "which", "while", "when", "he", "she", "they", "it"}


def _reach(units: list[Unit], place: int, verbs: set[int]) -> int:
    """How far a noun's own words go: to the next verb, comma or conjunction, but no further than fourteen units."""
    end = min(len(units), place + 14)
    is_wedding = units[place].lower in ("marriage", "engagement", "wedding", "betrothal")
    for at in range(place + 1, end):
        unit = units[at]
        if (
            is_wedding
            and at in verbs
            and at + 1 < len(units)
            and units[at].lower == "was"
            and units[at + 1].lower == "to"
        ):
            continue  # "his second marriage, in 1853, was to Emily Carr"
        if (
            at in verbs
            or (unit.kind == MARK and unit.lower in ";:.—–")
            or (unit.kind == WORD and unit.lower in _ENDS_NOUN)
        ):
            if unit.lower == "and" and place + 1 < at and at + 2 < len(units) and units[at + 2].kind == DATE:
                continue  # words were lost: "from the and in January 1949"
            return at
        if unit.kind == MARK and unit.lower == "," and is_wedding and at - place < 6:
            continue
        is_town = units[place].lower == "death" and units[at - 1].kind == NAME and at - place < 7
        if is_town and any(each.kind == DATE for each in units[at + 1 : at + 5]):
            continue  # "his death in Washington, D.C., on 9 February 1896"
        if unit.kind == MARK and unit.lower == ",":
            following = units[at + 1] if at + 1 < len(units) else None
            later = units[at + 2] if at + 2 < len(units) else None
            dated = (
                later is not None and later.kind == DATE and following is not None and following.lower in ("in", "on")
            )
            if following is None or (following.kind != DATE and not dated) or units[at - 1].kind in (DATE, LENGTH):
                return at
    return end


def _object(discourse: Discourse, text: str, complements: Complements, frame: dict[str, Any]) -> list[Part] | None:
    for slot in frame.get("object", ()):
        for phrase in complements.slot(slot):
            if frame["kind"] == "person":
                unit = person_of(phrase)
                who = discourse.resolve_name(unit) if unit is not None else None
                if who is None or who.span is None:
                    return None
                words = text[who.span.start : who.span.end]
                return [Part("object", who.span, None, who.name if words != who.name else None)]
            if fits(phrase, frame["kind"]):
                span = extend_office(text, phrase, complements) if frame["kind"].startswith("office") else phrase.span
                made = [Part("object", span)]
                if frame["kind"] == "charge" and "fabricated" in text[span.start : span.end].lower():
                    made.append(Part("attribute", None, "content", "fabricated"))
                return made
            break
    return None
