"""Entries without a verb: posts, ranks, memberships and awards with their date beside them or in their bracket."""

from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, is_award, is_head, is_job, is_office, is_rank, words_of
from pipelines.claims.prose.offices import body_of_membership, office_parts
from pipelines.claims.prose.phrases import extend_office, parse_complements
from pipelines.claims.prose.subjects import Discourse
from pipelines.claims.prose.tokens import DATE, NAME, WORD, Unit
from pipelines.claims.prose.verbs import known_forms
from pipelines.claims.statement import Part, Span, Statement


def read_noted(discourse: Discourse, units: list[Unit]) -> list[Statement]:
    """Entries dated in brackets: ``lieutenant-general (1943)`` · ``member of the Central Committee (1939–1949)``."""
    text = discourse.text
    complements = parse_complements(units, 0, len(units))
    made: list[Statement] = []
    are_awards = len(complements.phrases) < 6 and all(is_award(phrase) for phrase in complements.phrases)
    for phrase in complements.phrases:
        dated = next((unit.dated for unit in phrase.notes or () if unit.kind == DATE and unit.dated is not None), None)
        is_alone = discourse.in_reference and are_awards and is_award(phrase)
        if dated is None and not is_alone:
            made += _said_of(discourse, phrase) if discourse.in_reference else []
            continue
        span = phrase.span
        extra: tuple[Part, ...] = ()
        subtype = None
        if is_rank(phrase) and discourse.in_reference:
            event = "promotion"
        elif fits(phrase, "membership"):
            event, subtype, span = "membership", "member", body_of_membership(text, span)
        elif is_award(phrase):
            event = "award"
        elif fits(phrase, "office") and (phrase.slot in ("", "as") or discourse.in_reference):
            event, span = "tenure", extend_office(text, phrase, complements)
            extra = office_parts(text, span)
        else:
            continue
        who = discourse.subject_who()
        if dated is None:
            parts = (*who.parts(text), Part("object", span))
            made.append(Statement(event, who.name, span, parts, "prose.noted", 0.84, subtype=subtype))
            continue
        parts = (*who.parts(text), Part("object", span), *extra, dated.part())
        quote = Span(phrase.span.start, dated.span.end)
        made.append(Statement(event, who.name, quote, parts, "prose.noted", 0.88, subtype=subtype, when=dated.when))
    return made


def _said_of(discourse: Discourse, phrase: Phrase) -> list[Statement]:
    """What an entry of a reference calls its subject: ``Soviet statesman`` · ``Lieutenant General`` · ``Secondary education``."""
    if phrase.slot not in ("", "aside") or phrase.article or len(phrase.units) > 3:
        return []
    words = words_of(phrase)
    if is_rank(phrase):
        event, subtype = "attribute", "rank"
    elif phrase.first.kind == NAME and len(words) > 1 and fits(phrase, "office"):
        event, subtype = "tenure", None
    elif len(words) < 4 and words[0] in _SCHOOLING and phrase.head == "education":
        event, subtype = "education", None
    elif len(words) > 1 and (is_head(phrase.head, "occupation") or is_job(phrase)) and phrase.units[-1].kind == WORD:
        event, subtype = "attribute", "occupation"
    else:
        return []
    who = discourse.subject_who()
    parts = (*who.parts(discourse.text), Part("object", phrase.span))
    return [Statement(event, who.name, phrase.span, parts, "prose.said_of", 0.84, subtype=subtype)]


_SCHOOLING = {"secondary", "higher", "primary", "elementary", "incomplete", "university"}


def _is_dated_job(phrase: Phrase, dated: Unit) -> bool:
    """``city solicitor 1877-1879``: a calling of two words and more with its years right behind it is a post."""
    return len(phrase.units) > 1 and is_job(phrase) and 0 <= dated.start - phrase.span.end <= 3


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
    opens = first.end <= phrase.span.start and text[first.end : phrase.span.start].strip() in ("-", "–", "—", ":")
    if not (
        (opens and fits(phrase, "office"))
        or is_office(phrase)
        or fits(phrase, "membership")
        or (is_head(phrase.head, "office") and followed)
        or _is_dated_job(phrase, first)
    ):
        return []
    if (
        not any(unit.kind == NAME for unit in phrase.units)
        and "of" not in words_of(phrase)
        and len(complements.phrases) < 2
        and not opens
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
    if fits(phrase, "membership"):
        event, subtype, span = "membership", "member", body_of_membership(text, phrase.span)
    else:
        event, subtype, span = "tenure", None, extend_office(text, phrase, complements)
    dated = complements.dates[0][0].dated
    assert dated is not None
    parts = (
        *who.parts(text), Part("object", span), *office_parts(text, span), *dated.parts(offset),
    )  # fmt: skip
    quote = Span(min(span.start, dated.span.start), max(span.end, dated.span.end))
    confidence = round(0.9 + who.sure, 3)
    return [Statement(event, who.name, quote, parts, "prose.entry", confidence, subtype=subtype, when=dated.when)]
