"""What somebody is said to have been: ``was a Soviet statesman, Lieutenant General, and member of …``; ``as …``.

A list of predicates is a claim each: an office is a tenure, a rank, an occupation or a parentage what it is.
"""

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import ADVERBIAL, MAIN, RELATIVE, Clause
from pipelines.claims.prose.kinds import Phrase, fits, is_head, is_job, is_office, is_rank, words_of
from pipelines.claims.prose.objects import Setting
from pipelines.claims.prose.offices import office_parts
from pipelines.claims.prose.phrases import Complements, extend_office, parse_complements, person_of
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, NAME, WORD, Unit
from pipelines.claims.prose.verbs import known_forms
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.values import trim
from pipelines.claims.when import Dated


def read_predicate(discourse: Discourse, setting: Setting, who: list[Who]) -> list[Statement]:
    """The statements of a clause whose verb is ``was``: one a predicate."""
    clause, units = setting.clause, setting.units
    verb = units[clause.verb]
    if clause.passive or clause.kind not in (MAIN, ADVERBIAL, RELATIVE) or len(who) != 1 or clause.negated:
        return []
    if verb.lower not in ("was", "is", "were", "been", "became", "remained", "becoming"):
        return []
    complements = parse_complements(units, clause.verb + 1, clause.end)
    made: list[Statement] = []
    run = [phrase for phrase in complements.slot("") if phrase.link != "run"]
    # the second item of a list may stand after "in 1939 and": only the first run is the predicate
    for phrase in run:
        if phrase.first.start < verb.end:
            continue
        found = _read(discourse, setting, who[0], phrase, complements, became=verb.lower in ("became", "becoming"))
        if not found:
            continue
        made.extend(found)
        if found[0].event_type == "kinship":
            break  # "the daughter of Paul, a merchant": what follows is said of Paul
    return made


def _has_term(setting: Setting, phrase: Phrase, complements: Complements) -> bool:
    """Whether a term is told with it, before or after: ``From 1946 to 1961 he was lecturer``, ``since 2015``."""
    fronted = setting.fronted.dated if setting.fronted is not None else None
    own = [unit.dated for unit, slot in complements.dates if slot != "outside" and unit.start >= phrase.span.end]
    return any("/" in (dated.when.edtf or "") for dated in (fronted, *own) if dated is not None)


def _is_held_in_a_body(phrase: Phrase) -> bool:
    """Whether what stands after ``of`` is a body or a named place: ``organist of St Thomas``, not ``of the period``."""
    at = next((place for place, unit in enumerate(phrase.units) if unit.lower == "of" and unit.kind == WORD), None)
    return at is not None and any(
        unit.kind == NAME or any(is_head(word, "body") for word in unit.lower.split()) for unit in phrase.units[at:]
    )


def _read(
    discourse: Discourse, setting: Setting, who: Who, phrase: Phrase, complements: Complements, *, became: bool
) -> list[Statement]:
    text = setting.text
    words = words_of(phrase)
    kin: dict[str, str] = lexicon.load("heads")["kin"]
    event, subtype, rule, confidence = "", None, "", 0.93
    parts: list[Part] = []
    span = phrase.span
    if phrase.head in lexicon.load("heads")["associates"]:
        found = read_associate(discourse, setting.text, who, phrase, complements)
        if found:
            return found
    if phrase.head in kin and "of" in words:
        return _kinship(discourse, setting, who, phrase, complements, kin[phrase.head].split()[0])
    if became and (is_office(phrase) or not is_job(phrase)):
        return []
    if phrase.units[0].lower in ("one", "part", "able", "the-first"):
        return []
    if fits(phrase, "membership"):
        event, subtype, rule = "membership", "member", "predicate.member"
        span = body_of_membership(text, span)
    elif is_rank(phrase) and phrase.units[0].kind == NAME:
        event, subtype, rule = "attribute", "rank", "predicate.rank"
    elif is_office(phrase) and (
        _has_term(setting, phrase, complements)
        or (
            ("of" in words or any(unit.kind == NAME for unit in phrase.units))
            and not (is_job(phrase) and not _is_held_in_a_body(phrase))
        )
    ):
        event, rule = "tenure", "predicate.office"
        span = extend_office(text, phrase, complements)
        parts.extend(office_parts(text, span))
    elif is_head(phrase.head, "allegiance") and phrase.units[-1].kind == NAME:
        event, subtype, rule = "attribute", "allegiance", "predicate.allegiance"
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
    if dated is None and (event in ("tenure", "membership") or subtype == "occupation"):
        dated = next(
            (
                unit.dated
                for unit, slot in complements.dates
                if slot not in ("outside", "aside") and unit.start >= phrase.span.end
            ),
            None,
        )
        if dated is None and setting.fronted is not None:
            dated = setting.fronted.dated
    if dated is not None:
        parts.extend(dated.parts(setting.offset))
    return [_made(setting, who, event, subtype, rule, confidence, parts, dated)]


_INVERSE = {
    "child": "parent",
    "parent": "child",
    "spouse": "spouse",
    "sibling": "sibling",
    "in_law": "in_law",
    "other": "other",
}


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


def read_associate(
    discourse: Discourse, text: str, who: Who, phrase: Phrase, complements: Complements
) -> list[Statement]:
    """``an adviser to X and Y`` · ``a pupil of X``: the one is to the other what the word says."""
    subtype = lexicon.load("heads")["associates"].get(phrase.head)
    if subtype is None:
        return []
    named = [unit for unit in phrase.units if unit.kind == NAME] if any(u.lower == "of" for u in phrase.units) else []
    at = complements.phrases.index(phrase) + 1
    for following in complements.phrases[at:]:
        if (not named and following.slot != "to") or following.slot not in ("to", phrase.slot):
            break
        unit = person_of(following)
        if unit is None or following.link == ",":
            break
        named.append(unit)
    made: list[Statement] = []
    for unit in named[:4]:
        other = discourse.resolve_name(unit)
        if other is None or other.span is None or other.name == who.name:
            return made
        words = text[other.span.start : other.span.end]
        if other.person is None and len(words.split()) < 2:
            return made
        head = next(u for u in phrase.units if u.lower.split()[-1] == phrase.head)
        parts = (
            Part("trigger", Span(head.start, head.end)),
            *who.parts(text),
            Part("object", other.span, None, other.name if words != other.name else None),
        )
        quote = Span(min(phrase.span.start, who.span.start if who.span is not None else head.start), other.span.end)
        made.append(
            Statement(
                "association", who.name, quote, parts, "prose.associate_of", round(0.9 + who.sure, 3), subtype=subtype
            )
        )
    return made


_NO_CAPACITY = {
    "known", "such", "regarded", "seen", "viewed", "described", "considered", "well", "recognized", "recognised",
    "remembered", "portrayed", "cited", "referred", "dismissed", "removed", "resigned", "styled", "depicted", "hailed",
    "characterized", "retired", "far", "long", "soon", "interpreted", "denounced", "branded", "exposed", "much", "same",
    "positioned", "perceived", "identified", "framed", "acclaimed", "praised", "criticized", "revealing", "disguised",
    "listed", "presented", "represented", "treated", "succeeded", "replaced", "be", "him", "them", "it",
}  # fmt: skip
"""Words after which ``as`` compares or judges and gives nobody a capacity."""


def read_capacities(
    discourse: Discourse,
    units: list[Unit],
    clauses: list[Clause],
    subjects: list[list[Who]],
    offset: int,
    fronted: Unit | None,
) -> list[Statement]:
    """``As Second Secretary of the Committee from 1938 to 1945, he …`` · ``contributed as a member of the Council``.

    The office is held by the subject of the clause it stands in; a fronted one by the subject that follows.
    """
    made: list[Statement] = []
    for place, unit in enumerate(units):
        if unit.kind != WORD or unit.lower != "as" or (place and units[place - 1].lower in _NO_CAPACITY):
            continue
        end = _reach(units, place, clauses)
        complements = parse_complements(units, place + 1, end)
        run = [phrase for phrase in complements.slot("") if phrase.link != "run"]
        if not run or run[0].first.start > unit.end + 14:
            continue
        who = _bearer(clauses, subjects, place)
        if who is None:
            continue
        for phrase in run:
            associated = read_associate(discourse, discourse.text, who, phrase, complements)
            if associated:
                made.extend(associated)
                break
            held = extend_office(discourse.text, phrase, complements)
            is_named = any(mark.isupper() for mark in discourse.text[held.start : held.end])
            if not (fits(phrase, "membership") or (is_office(phrase) and is_named)):
                break
            limit = next((later.span.start for later in run if later.span.start > phrase.span.end), None)
            dated = next(
                (
                    each.dated
                    for each, slot in complements.dates
                    if slot not in ("outside", "aside")
                    and each.start >= phrase.span.end
                    and (limit is None or each.start < limit)
                ),
                None,
            )
            if dated is None and fronted is not None and place and clauses[0].verb < place < clauses[0].end:
                dated = fronted.dated
            made.append(_capacity(discourse, unit, who, phrase, complements, offset, dated))
    return made


def read_noted(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """Entries dated in brackets: ``lieutenant-general (1943)`` · ``member of the Central Committee (1939–1949)``."""
    text = discourse.text
    complements = parse_complements(units, 0, len(units))
    made: list[Statement] = []
    for phrase in complements.phrases:
        dated = next((unit.dated for unit in phrase.notes or () if unit.kind == DATE and unit.dated is not None), None)
        if dated is None:
            continue
        span, extra = phrase.span, ()
        if is_rank(phrase):
            event, subtype = "promotion", None
        elif fits(phrase, "membership"):
            event, subtype, span = "membership", "member", body_of_membership(text, span)
        else:
            continue
        who = discourse.subject_who()
        parts = (*who.parts(text), Part("object", span), *extra, dated.part())
        quote = Span(phrase.span.start, dated.span.end)
        made.append(Statement(event, who.name, quote, parts, "prose.noted", 0.88, subtype=subtype, when=dated.when))
    return made


def read_entry(discourse: Discourse, units: list[Unit], offset: int) -> list[Statement]:
    """An entry without a verb: ``county attorney of Saline County 1876-1880`` is an office of the page's subject."""
    text = discourse.text
    complements = parse_complements(units, 0, len(units))
    run = [phrase for phrase in complements.slot("") or complements.phrases[:1] if phrase.link != "run"]
    if not run or not complements.dates or run[0].span.start <= complements.dates[0][0].start < run[0].span.end:
        return []
    phrase = run[0]
    followed = len(complements.phrases) > 1 and complements.phrases[1].slot in ("to", "for", "from", "in")
    first = complements.dates[0][0]
    if phrase.span.start > (first.end if first.end <= phrase.span.start else units[0].start) + 24:
        return []
    if not (is_office(phrase) or fits(phrase, "membership") or (is_head(phrase.head, "office") and followed)):
        return []
    if (
        not any(unit.kind == NAME for unit in phrase.units)
        and "of" not in words_of(phrase)
        and len(complements.phrases) < 2
    ):
        return []
    if any(unit.kind == NAME and discourse.name_in(unit) not in (None,) for unit in phrase.units[:1]) or any(
        unit.kind == WORD
        and unit.lower.endswith("s")
        and unit.start > phrase.units[0].start
        and unit.lower in known_forms()
        for unit in phrase.units
    ):
        return []  # "Hargreaves takes up a post": a verb nobody knows, no entry
    who = discourse.segment_who[0].shared() if discourse.segment_who else discourse.subject_who()
    span = extend_office(text, phrase, complements)
    dated = complements.dates[0][0].dated
    assert dated is not None
    parts = (
        *who.parts(text), Part("object", span), *office_parts(text, span), *dated.parts(offset),
    )  # fmt: skip
    quote = Span(min(span.start, dated.span.start), max(span.end, dated.span.end))
    return [Statement("tenure", who.name, quote, parts, "prose.entry", round(0.9 + who.sure, 3), when=dated.when)]


def _reach(units: list[Unit], place: int, clauses: list[Clause]) -> int:
    verbs = [
        max(clause.begin, place + 1) if clause.begin > place else clause.group
        for clause in clauses
        if clause.verb > place
    ]
    end = min([*verbs, len(units), place + 30])
    return max(end, place + 1)


def _bearer(clauses: list[Clause], subjects: list[list[Who]], place: int) -> Who | None:
    before = [at for at, clause in enumerate(clauses) if clause.verb < place]
    after = [at for at, clause in enumerate(clauses) if clause.verb > place and clause.kind == MAIN]
    found = before[-1] if before else after[0] if after else None
    if found is None or len(subjects[found]) != 1:
        return None
    return subjects[found][0].shared()


def _capacity(
    discourse: Discourse,
    trigger: Unit,
    who: Who,
    phrase: Phrase,
    complements: Complements,
    offset: int,
    dated: Dated | None,
) -> Statement:
    text = discourse.text
    event, subtype, span = "tenure", None, phrase.span
    extra: tuple[Part, ...] = ()
    if fits(phrase, "membership"):
        event, subtype = "membership", "member"
        span = body_of_membership(text, span)
    else:
        span = extend_office(text, phrase, complements)
        extra = office_parts(text, span)
    parts = [Part("trigger", Span(trigger.start, trigger.end)), *who.parts(text), Part("object", span), *extra]
    parts += dated.parts(offset) if dated is not None else ()
    stood = [part.span for part in parts if part.span is not None and part.part in ("trigger", "object", "date")]
    start, stop = min(span.start for span in stood), max(span.end for span in stood)
    return Statement(
        event, who.name, Span(start, stop), tuple(parts), "prose.capacity", round(0.88 + who.sure, 3),
        subtype=subtype, when=dated.when if dated is not None else None,
    )  # fmt: skip


def body_of_membership(text: str, span: Span) -> Span:
    """The body in ``member of the Central Committee``, without its article."""
    of = text.lower().find(" of ", span.start, span.end)
    body = trim(text, of + 4, span.end)
    for article in ("the ", "an ", "a "):
        if text[body.start : body.start + len(article)].lower() == article:
            return Span(body.start + len(article), body.end)
    return body
