"""Works told of in the passive: ``His memoirs were published in 1841`` is a publication by him."""

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.kinds import Phrase, head_of, is_head
from pipelines.claims.prose.phrases import Complements, parse_complements
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, DATE, MARK, NAME, QUOTE, WORD, Unit
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
    "painted",
    "written",
    "composed",
    "serialised",
    "serialized",
}


_ACTIVE = {"appeared", "premiered", "opened", "came", "followed"}


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
        is_rest = phrase.link == "and" and begin is not None and _is_half_title(begin)
        begin = phrase if (phrase.slot == "" and not is_rest) or begin is None else begin
        noted = next((unit.dated for unit in phrase.notes or () if unit.kind == DATE and unit.dated is not None), None)
        if begin.first.kind == QUOTE:
            found.append((Span(begin.first.start + 1, begin.first.end - 1), noted))
        elif noted is not None and any(unit.kind == NAME for unit in begin.units):
            found.append((Span(begin.span.start, phrase.span.end), noted))
    return found


def _is_half_title(phrase: Phrase) -> bool:
    """``Border Camps and Forts (1902)``: capitals without a year before ``and``."""
    return phrase.link in (",", "and") and not phrase.notes and len(phrase.units) == 1 and phrase.first.kind == NAME


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
        titled = subject[1:] if len(subject) == 2 and subject[0].lower == "the" else subject
        if owner is None and subject and subject[0].lower in ("the", "a", "an"):
            subject = subject[1:] if len(subject) > 2 else subject
        if owner is None and len(titled) == 1 and titled[0].kind in (NAME, QUOTE):
            owner, work = _apposed(discourse, units, clause.subject[0]), subject
            is_told = verb.lower not in ("followed", "came") and units[clause.subject[0] - 1].lower not in _GOVERNING
            if owner is None and is_told and discourse.name_in(titled[0]) is None:
                owner = _of_page(discourse, units, clause)
        elif owner is None and subject and any(is_head(unit.lower, "work") for unit in subject if unit.kind == WORD):
            owner, work = _of_page(discourse, units, clause), subject
        elif not work or not (
            is_head(head_of(work), "work") or any(is_head(unit.lower, "work") for unit in work if unit.kind == WORD)
        ):
            continue
        if owner is None:
            continue
        span = _title_aside(discourse.text, units, clause) or Span(work[0].start, work[-1].end)
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


def _title_aside(text: str, units: list[Unit], clause: Clause) -> Span | None:
    """``His memoirs, Both Sides of the Hill, appeared``: the title between commas behind the work."""
    begin = clause.subject[1] if clause.subject is not None else 0
    end = clause.group - 1
    if not 1 < end - begin < 12 or units[begin].lower != "," or units[end].lower != ",":
        return None
    title = units[begin + 1 : end]
    is_plain = not any(unit.kind in (DATE, MARK, BRACKET) for unit in title)
    return Span(title[0].start, title[-1].end) if is_plain and text[title[0].start].isupper() else None


_GOVERNING = {"with", "of", "in", "to", "from", "by", "for", "at", "on", "and"}
"""Words before a name that make it no subject: ``affiliation with the Bolshevik followed``."""


def _of_page(discourse: Discourse, units: list[Unit], clause: Clause) -> Who | None:
    """``The Heath appeared in 1880`` · ``A second edition followed``: with a date, on a page about its author."""
    is_dated = any(unit.kind == DATE for unit in units[clause.begin : clause.end])
    by_other = any(unit.lower == "by" for unit in units[clause.verb : clause.end])
    if not is_dated or by_other or discourse.focus is not discourse.people.subject:
        return None
    return discourse.subject_who(-0.06)


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


def _begin_of_title(units: list[Unit], last: int) -> int:
    """``A Daughter of the Plains (1898)``: where a title that its small words cut begins, which an article opens."""
    at = last - 1
    while at > 0 and last - at < 4 and units[at].kind == WORD and units[at].lower in _IN_TITLES:
        at -= 1
    is_opened = at >= 0 and at < last - 1 and units[at].kind == NAME and units[last].kind == NAME
    return at if is_opened and units[at].lower.split()[0] in ("a", "an", "the", "my", "our") else last


_IN_TITLES = frozenset(["of", "the", "and", "in", "to", "on", "for", "from", "with", "a", "an", "at", "by"])
"""Small words inside titles."""


def read_dated_titles(discourse: Discourse, units: list[Unit], offset: int) -> list[Statement]:
    """``five more novels, of which Moara (1883) …``: a title with its year in a sentence that speaks of works."""
    if discourse.focus is not discourse.people.subject or discourse.in_reference:
        return []
    if not any(unit.kind == WORD and is_head(unit.lower, "work") for unit in units):
        return []
    made: list[Statement] = []
    for place, unit in enumerate(units[:-1]):
        bracket = units[place + 1]
        if unit.kind not in (NAME, QUOTE) or bracket.kind != BRACKET or not bracket.inner:
            continue
        first = bracket.inner[0]
        is_year = len(bracket.inner) == 1 and first.kind == DATE and first.dated is not None
        if not is_year or first.dated is None or "/" in (first.dated.when.edtf or "/"):
            continue
        span = Span(unit.start + 1, unit.end - 1) if unit.kind == QUOTE else Span(unit.start, unit.end)
        words = [word.strip(".,").lower() for word in discourse.text[span.start : span.end].split()]
        begin = _begin_of_title(units, place)
        if begin < place:
            span = Span(units[begin].start, unit.end)
        before = units[begin - 1].lower if begin else ""
        if any(each.lower == "into" for each in units[max(0, place - 5) : place]) and len(words) == 1:
            continue  # "translated into German (1790) and English (1793)"
        if discourse.name_in(unit) is not None or before in lexicon.words("words", "place_prepositions"):
            continue
        if any(is_head(word, key) for word in words for key in ("award", "body", "school", "battle", "force", "party")):
            continue
        who = discourse.subject_who(-0.04)
        parts = (*who.parts(discourse.text), Part("object", span), *first.dated.parts(offset))
        quote = Span(units[begin].start, bracket.end)
        confidence = round(0.82 + who.sure, 3)
        made.append(
            Statement("publication", who.name, quote, parts, "prose.dated_title", confidence, when=first.dated.when)
        )
    return made
