"""What a report of a misdeed is: ``alleged that he had taken bribes`` accuses, ``denied having signed it`` states."""

from dataclasses import replace

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.reports import Report, end_of_deed
from pipelines.claims.prose.setting import Setting
from pipelines.claims.prose.subject_words import noun_phrase_before
from pipelines.claims.prose.subjects import Who
from pipelines.claims.prose.tokens import DATE, Unit, index_of
from pipelines.claims.statement import Part, Span, Statement

_ALLEGING = frozenset(["alleged", "alleges", "allege", "insinuated"])
_BEING = frozenset(["was", "were", "is", "been", "be"])


def read_allegation(
    setting: Setting, who: list[Who], report: Report, following: list[Clause], made: list[Statement]
) -> list[Statement]:
    """The statements of a reported clause, where it tells a misdeed or a denial: the accusation, the statement.

    ``made`` are the statements the clause gave; the deed nobody vouches for gives way to the accusation it is.
    """
    lower = report.word.lower
    if lower in ("denied", "denies") and setting.clause.subject is None:
        return _denial(setting, who, report, following, made)
    clause, units = setting.clause, setting.units
    noun = units[clause.begin - 1] if clause.begin and clause.connector == "that" else None
    if noun is not None and noun.lower in lexicon.words("heads", "charge"):
        report = replace(report, word=noun)  # "the charge that he had poisoned the queen was fabricated"
    elif lower not in _ALLEGING:
        return made
    if len(who) != 1:
        return made
    end = end_of_deed(setting, report, following)
    start = clause.verb
    if units[start].lower in _BEING:
        start += 1 + (units[start + 1 : start + 2] != [] and units[start + 1].lower in ("a", "an", "the"))
    if end is None or end <= start or clause.passive or clause.negated:
        return made
    deed = Span(units[start].start, units[end - 1].end)
    dated = _date_of_telling(setting, report)
    parts = [Part("trigger", Span(report.word.start, report.word.end)), *who[0].parts(setting.text)]
    parts.append(Part("object", deed))
    accuser = report.speaker or _teller(units, report.word)
    if accuser is not None:
        parts.append(Part("participant", accuser, "accuser"))
    if dated is not None and dated.dated is not None:
        parts += dated.dated.parts(setting.offset)
    first = units[0].start
    stood = [each.span for each in parts if each.span is not None and each.part not in ("antecedent", "date_anchor")]
    stood = [span for span in stood if span.start >= first]
    quote = Span(min(span.start for span in stood), max(span.end for span in stood))
    charge = Statement(
        "accusation", who[0].name, quote, tuple(parts), "reports.alleged", round(0.82 + who[0].sure, 3),
        when=dated.dated.when if dated is not None and dated.dated is not None else None,
        modality="alleged" if report.word.lower in _ALLEGING else "asserted",
    )  # fmt: skip
    return [*(each for each in made if each.event_type != "action"), charge]


def _teller(units: list[Unit], word: Unit) -> Span | None:
    """``an informant alleged``: the noun right before the word."""
    found = noun_phrase_before(units, index_of(units, word), 0) if word.lower in _ALLEGING else None
    if found is None:
        return None
    first = found[0] + (units[found[0]].lower in ("a", "an", "the"))
    is_said = first < found[1] and units[first].lower not in ("it", "he", "she", "they", "who")
    return Span(units[first].start, units[found[1] - 1].end) if is_said else None


def _date_of_telling(setting: Setting, report: Report) -> Unit | None:
    """``alleged in 1977 that``: the date behind the word that tells; else the one that opens the sentence."""
    units = setting.units
    before = units[setting.clause.begin - 1] if setting.clause.begin else None
    if before is not None and before.kind == DATE and before.start > report.word.start:
        return before
    opens = setting.fronted is not None and setting.fronted.start < report.word.start
    return setting.fronted if opens and report.word.lower in _ALLEGING else None


def _denial(
    setting: Setting, who: list[Who], report: Report, following: list[Clause], made: list[Statement]
) -> list[Statement]:
    """``denied having signed any undertaking``: what was said, not what was decided or done."""
    kept = [each for each in made if each.event_type not in ("action", "decision", "publication")]
    end = end_of_deed(setting, report, following)
    if kept or end is None or len(who) != 1:
        return kept or made
    deed = Span(setting.units[setting.clause.verb].start, setting.units[end - 1].end)
    trigger = Span(report.word.start, report.word.end)
    parts = (Part("trigger", trigger), *who[0].parts(setting.text), Part("object", deed))
    told = who[0].span if who[0].span is not None and who[0].span.start >= setting.units[0].start else trigger
    quote = Span(min(told.start, trigger.start), deed.end)
    return [Statement("statement", who[0].name, quote, parts, "reports.denied", round(0.8 + who[0].sure, 3))]


def leave_told_refusals(statements: list[Statement]) -> list[Statement]:
    """``refused to confess`` is told as the confession denied; of the refusals, those with a deed of their own stay."""
    denied = [each.quote for each in statements if each.modality == "denied"]
    kept: list[Statement] = []
    for each in statements:
        held = each.first("object") if each.rule == "prose.refused" else None
        if held is None or held.span is None:
            kept.append(each)
            continue
        is_told = any(span.start < held.span.end and held.span.start < span.end for span in denied)
        if not is_told and (each.when is not None or held.span.end - held.span.start > _SHORT):
            kept.append(each)
    return kept


_SHORT = 10
"""Code points of an infinitive that tells nothing by itself: ``to pay``."""
