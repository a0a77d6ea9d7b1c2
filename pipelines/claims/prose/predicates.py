"""What somebody is said to have been: ``was a Soviet statesman, Lieutenant General, and member of …``; ``as …``.

A list of predicates is a claim each: an office is a tenure, a rank, an occupation or a parentage what it is.
"""

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import ADVERBIAL, MAIN, PARTICIPIAL, RELATIVE
from pipelines.claims.prose.kinds import Phrase, fits, is_head, is_job, is_office, is_rank, words_of
from pipelines.claims.prose.match import Setting
from pipelines.claims.prose.offices import office_parts
from pipelines.claims.prose.phrases import Complements, extend_office, parse_complements, person_of
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.values import trim
from pipelines.claims.when import Dated


def read_predicate(discourse: Discourse, setting: Setting, who: list[Who]) -> list[Statement]:
    """The statements of a clause whose verb is ``was``: one a predicate."""
    clause, units = setting.clause, setting.units
    verb = units[clause.verb]
    if clause.passive or clause.kind not in (MAIN, ADVERBIAL, RELATIVE) or len(who) != 1 or clause.negated:
        return []
    if verb.lower not in ("was", "is", "were", "been", "became", "remained"):
        return []
    complements = parse_complements(setting.text, units, clause.verb + 1, clause.end)
    made: list[Statement] = []
    run = [phrase for phrase in complements.slot("") if phrase.link != "run"]
    # the second item of a list may stand after "in 1939 and": only the first run is the predicate
    for phrase in run:
        if phrase.first.start < verb.end:
            continue
        found = _read(discourse, setting, who[0], phrase, complements, became=verb.lower == "became")
        if not found:
            if phrase is run[0]:
                return []
            continue
        made.extend(found)
    return made


def _read(
    discourse: Discourse, setting: Setting, who: Who, phrase: Phrase, complements: Complements, *, became: bool
) -> list[Statement]:
    text = setting.text
    words = words_of(phrase)
    kin: dict[str, str] = lexicon.load("heads")["kin"]
    event, subtype, rule, confidence = "", None, "", 0.93
    parts: list[Part] = []
    span = phrase.span
    if phrase.head in kin and "of" in words:
        return _kinship(discourse, setting, who, phrase, complements, kin[phrase.head].split()[0])
    if became:
        return []
    if phrase.units[0].lower in ("one", "part", "able", "the-first"):
        return []
    if fits(phrase, "membership"):
        event, subtype, rule = "membership", "member", "predicate.member"
        of = text.lower().find(" of ", span.start, span.end)
        body = trim(text, of + 4, span.end)
        for article in ("the ", "a "):
            if text[body.start : body.start + len(article)].lower() == article:
                body = Span(body.start + len(article), body.end)
        span = body
    elif is_rank(phrase) and phrase.units[0].kind == NAME:
        event, subtype, rule = "attribute", "rank", "predicate.rank"
    elif is_office(phrase) and ("of" in words or len([u for u in phrase.units if u.kind == NAME]) > 0) and not is_job(phrase):
        event, rule = "tenure", "predicate.office"
        span = extend_office(text, phrase, complements)
        parts.extend(office_parts(text, span))
    elif is_job(phrase) or is_head(phrase.head, "occupation"):
        event, subtype, rule = "attribute", "occupation", "predicate.occupation"
        if "of" in words or any(unit.kind == NAME for unit in phrase.units[1:]):
            confidence = 0.85
    else:
        return []
    parts = [
        Part("trigger", Span(setting.units[setting.clause.verb].start, setting.units[setting.clause.verb].end)),
        *who.parts(text), Part("object", span), *parts,
    ]  # fmt: skip
    dated: Dated | None = None
    if phrase.notes:
        dated = next((unit.dated for unit in phrase.notes if unit.kind == DATE), None)
    if dated is None and event in ("tenure", "membership"):
        dated = next((unit.dated for unit, slot in complements.dates if slot not in ("outside", "aside") and unit.start >= phrase.span.end), None)
        if dated is None and setting.fronted is not None:
            dated = setting.fronted.dated
    if dated is not None:
        parts.extend(dated.parts(setting.offset))
    return [_made(setting, who, event, subtype, rule, confidence, parts, dated)]


_INVERSE = {"child": "parent", "parent": "child", "spouse": "spouse", "sibling": "sibling", "in_law": "in_law", "other": "other"}


def _kinship(
    discourse: Discourse, setting: Setting, who: Who, phrase: Phrase, complements: Complements, subtype: str
) -> list[Statement]:
    """``was the son of X and Y``: for the subject, X and Y are the parents."""
    text = setting.text
    made = []
    run = complements.slot("")
    place = run.index(phrase)
    named = [unit for unit in phrase.units if unit.kind == NAME]
    for following in run[place + 1 :]:
        if following.link == "and" and following.first.kind == NAME:
            named.append(following.first)
        else:
            break
    for unit in named[:2]:
        other = discourse.resolve_name(unit)
        if other is None or other.span is None or other.name == who.name:
            continue
        words = text[other.span.start : other.span.end]
        head = next(u for u in phrase.units if u.lower.split()[-1] == phrase.head)
        parts = [
            Part("trigger", Span(head.start, head.end)), *who.parts(text),
            Part("object", other.span, None, other.name if words != other.name else None),
        ]  # fmt: skip
        made.append(_made(setting, who, "kinship", _INVERSE[subtype], "predicate.kin", 0.92, parts, None))
    return made


def _made(
    setting: Setting, who: Who, event: str, subtype: str | None, rule: str, confidence: float, parts: list[Part],
    dated: Dated | None,
) -> Statement:  # fmt: skip
    first = setting.units[0].start
    spans = [
        part.span for part in parts
        if part.span is not None and part.part not in ("antecedent", "date_anchor") and part.span.start >= first
    ]  # fmt: skip
    quote = Span(min(span.start for span in spans), max(span.end for span in spans))
    return Statement(
        event, who.name, quote, tuple(parts), rule, round(confidence + who.sure, 3), subtype=subtype,
        modality=setting.modality, when=dated.when if dated is not None else None,
    )  # fmt: skip


def read_capacities(
    discourse: Discourse, setting_units: list[Unit], who: list[Who], offset: int, fronted: Unit | None
) -> list[Statement]:
    """``As Second Secretary of the Committee from 1938 to 1945, he …``: the office is held by the clause's subject."""
    units = setting_units
    if len(who) != 1 or len(units) < 3 or units[0].lower != "as" or units[0].kind != WORD:
        return []
    end = next((place for place, unit in enumerate(units) if unit.lower == "," and place > 1 and not (units[place - 1].kind == NAME and units[place + 1 : place + 2] and units[place + 1].kind == NAME and False)), 0)
    if end == 0:
        return []
    complements = parse_complements(discourse.text, units, 1, end)
    run = complements.slot("")
    if not run or not is_office(run[0]):
        return []
    span = extend_office(discourse.text, run[0], complements)
    dated = next((unit.dated for unit, slot in complements.dates if slot != "outside"), None)
    parts = [
        Part("trigger", Span(units[0].start, units[0].end)), *who[0].shared().parts(discourse.text), Part("object", span),
        *office_parts(discourse.text, span), *(dated.parts(offset) if dated is not None else ()),
    ]  # fmt: skip
    stop = max(part.span.end for part in parts if part.span is not None and part.part in ("object", "date"))
    return [
        Statement(
            "tenure", who[0].name, Span(units[0].start, stop), tuple(parts), "prose.capacity", round(0.9 + who[0].sure, 3),
            when=dated.when if dated is not None else None,
        )  # fmt: skip
    ]


__all__ = ["PARTICIPIAL", "read_capacities", "read_predicate"]
