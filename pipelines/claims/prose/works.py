"""Works told of in the passive: ``His memoirs were published in 1841`` is a publication by him."""

from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.kinds import Phrase, head_of, is_head
from pipelines.claims.prose.phrases import Complements, parse_complements
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, NAME, QUOTE, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement
from pipelines.claims.when import Dated

_VERBS = {
    "published",
    "printed",
    "premiered",
    "performed",
    "released",
    "issued",
    "staged",
    "exhibited",
    "translated",
    "heard",
    "reissued",
    "given",
    "produced",
    "mounted",
    "completed",
}


_ACTIVE = {"appeared", "premiered", "opened", "came"}


def read_work_lists(discourse: Discourse, units: list[Unit], clauses: list[Clause], offset: int) -> list[Statement]:
    """``His works include The Hill (1880) and The Dale (1885)``: one publication for each that is dated or quoted."""
    made: list[Statement] = []
    for clause in clauses:
        verb = units[clause.verb]
        if clause.subject is None or verb.lower not in ("include", "included", "are", "were", "is", "was", "comprise"):
            continue
        subject = units[clause.subject[0] : clause.subject[1]]
        owner, work = _owned(discourse, subject)
        if owner is None or not work or not any(is_head(unit.lower, "work") for unit in work if unit.kind == WORD):
            continue
        for span, noted in _listed(parse_complements(units, clause.verb + 1, len(units))):
            parts = (
                Part("trigger", Span(verb.start, verb.end)), *owner.shared().parts(discourse.text),
                Part("object", span), *(noted.parts(offset) if noted is not None else ()),
            )  # fmt: skip
            quote = Span(span.start, noted.span.end if noted is not None else span.end)
            when = noted.when if noted is not None else None
            confidence = round(0.84 + owner.sure, 3)
            made.append(Statement("publication", owner.name, quote, parts, "prose.work_list", confidence, when=when))
    return made


def _listed(complements: Complements) -> list[tuple[Span, Dated | None]]:
    """The works of a list with the date in the bracket behind each; an undated one only where it is quoted."""
    found: list[tuple[Span, Dated | None]] = []
    begin: Phrase | None = None
    for phrase in complements.phrases:
        begin = phrase if phrase.slot == "" or begin is None else begin
        noted = next((unit.dated for unit in phrase.notes or () if unit.kind == DATE and unit.dated is not None), None)
        if begin.first.kind == QUOTE:
            found.append((Span(begin.first.start + 1, begin.first.end - 1), noted))
        elif noted is not None and any(unit.kind == NAME for unit in begin.units):
            found.append((Span(begin.span.start, phrase.span.end), noted))
    return found


def read_works(discourse: Discourse, units: list[Unit], clauses: list[Clause], offset: int) -> list[Statement]:
    """The publications of a sentence whose subject is a work with its owner."""
    made: list[Statement] = []
    for clause in clauses:
        verb = units[clause.verb]
        if (
            (verb.lower not in _VERBS if clause.passive else verb.lower not in _ACTIVE)
            or clause.subject is None
            or clause.negated
        ):
            continue
        subject = units[clause.subject[0] : clause.subject[1]]
        owner, work = _owned(discourse, subject)
        if owner is None and len(subject) == 1 and subject[0].kind in (NAME, QUOTE):
            owner, work = _apposed(discourse, units, clause.subject[0]), subject
        elif not work or not (
            is_head(head_of(work), "work") or any(is_head(unit.lower, "work") for unit in work if unit.kind == WORD)
        ):
            continue
        if owner is None:
            continue
        span = Span(work[0].start, work[-1].end)
        dated = next((unit.dated for unit in units[clause.verb : clause.end] if unit.kind == DATE), None)
        parts = [
            Part("trigger", Span(verb.start, verb.end)), *owner.parts(discourse.text), Part("object", span),
            *(dated.parts(offset) if dated is not None else ()),
        ]  # fmt: skip
        stop = dated.span.end if dated is not None else verb.end
        quote = Span(subject[0].start, max(stop, verb.end))
        made.append(
            Statement(
                "publication",
                owner.name,
                quote,
                tuple(parts),
                "prose.work",
                round(0.88 + owner.sure, 3),
                when=dated.when if dated is not None else None,
            )
        )
    return made


def _apposed(discourse: Discourse, units: list[Unit], place: int) -> Who | None:
    """``Her first book, The Heath, came out``: whose the work named in the aside is."""
    if place < 3 or units[place - 1].lower != ",":
        return None
    for at in range(place - 2, max(-1, place - 8), -1):
        if units[at].kind == WORD and units[at].lower in ("his", "her"):
            between = units[at + 1 : place - 1]
            told = any(is_head(unit.lower, "work") for unit in between if unit.kind == WORD)
            return discourse.resolve_pronoun(units[at], None) if told else None
    return None


def _owned(discourse: Discourse, subject: list[Unit]) -> tuple[Who | None, list[Unit]]:
    if len(subject) > 1 and subject[0].kind == WORD and subject[0].lower in ("his", "her"):
        return discourse.resolve_pronoun(subject[0], None), [
            unit for unit in subject[1:] if unit.kind in (WORD, NAME, QUOTE)
        ]
    if len(subject) > 2 and subject[0].kind == NAME and subject[1].lower in ("'s", "’s"):
        return discourse.resolve_name(subject[0]), subject[2:]
    return None, []
