"""Items of a verbless entry, one to each date: ``Lt.-Col., 1911; Hon. LLD, Aberdeen, 1936; vice-chairman 1935-36``.

`entries` reads an entry's first phrase; here every further dated item of it is told by its own head, and what stands
in the bracket behind a school, a war or a campaign.
"""

from dataclasses import dataclass

from pipelines.claims import lexicon
from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.kinds import Phrase, head_of, is_award, is_head, is_job, is_office, is_rank, words_of
from pipelines.claims.prose.offices import body_of_membership, office_parts
from pipelines.claims.prose.phrases import extend_office, parse_complements
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.terms import close_term, parts_of
from pipelines.claims.prose.tokens import BRACKET, DATE, MARK, NAME, WORD, Unit
from pipelines.claims.statement import Part, Span, Statement


@dataclass(slots=True)
class Item:
    """What stands before a date of an entry, the date, and the bracket behind either."""

    units: list[Unit]
    date: Unit | None
    note: Unit | None = None


def read_items(discourse: Discourse, units: list[Unit], offset: int, told: list[Statement]) -> list[Statement]:
    """The statements of all dated items of a verbless part that nothing else has read.

    ``told`` are the statements of the part read before: a date or an object among theirs is not read again.
    """
    if not any(unit.kind == DATE or (unit.inner and unit.inner[0].kind == DATE) for unit in units):
        return _undated(discourse, units, told) if discourse.in_notice else []
    taken = {part.span for each in told for part in each.parts if part.span is not None and part.part == "date"}
    who = discourse.segment_who[0].shared() if discourse.segment_who else discourse.subject_who()
    made: list[Statement] = []
    for item in cut_items(units):
        if item.date is not None and Span(item.date.start, item.date.end) not in taken:
            statement = _read(discourse, item, units, who, offset)
            if statement is not None:
                made.append(statement)
        if item.note is not None and discourse.in_notice:
            made += read_note(discourse, item.note, item.date, offset)
    return made


def _undated(discourse: Discourse, units: list[Unit], told: list[Statement]) -> list[Statement]:
    """``Chaplain to the Duke of Leeds.``: an office that is all its part says."""
    words = _stripped(units)
    phrase = _phrase(words) if 2 < len(words) < 14 and not told else None
    if len(words) > 1 and words[0].lower in ("late", "formerly", "ex") and words[1].kind == NAME and not told:
        body = Span(words[1].start, words[-1].end)  # "late Royal Irish Fusiliers"
        if len(words) < 5 and fits(Phrase(words[1:], body, head_of(words[1:])), "force"):
            who = discourse.subject_who()
            own = (*who.parts(discourse.text), Part("object", body))
            return [Statement("service", who.name, Span(words[0].start, body.end), own, "entry.late", 0.84)]
    bare = _calling(discourse, words) if words and not told else None
    if bare is not None:
        return [bare]
    if phrase is None or phrase.span.start != words[0].start or not is_office(phrase) or phrase.head in _MEMBERS:
        return []
    if not any(unit.lower in ("of", "to", "for") for unit in words[1:4]):
        return []
    span = Span(words[0].start, words[-1].end)
    who = discourse.subject_who()
    parts = (*who.parts(discourse.text), Part("object", span), *office_parts(discourse.text, span))
    return [Statement("tenure", who.name, span, parts, "entry.undated", 0.82)]


def _calling(discourse: Discourse, words: list[Unit]) -> Statement | None:
    """``Farmer.`` · ``Consulting engineer.``: a calling that is all its part says."""
    span = Span(words[0].start, words[-1].end)
    if len(words) > 2 or not is_job(Phrase(words, span, head_of(words))) or words[0].lower in _NO_CALLINGS:
        return None
    who = discourse.subject_who()
    parts = (*who.parts(discourse.text), Part("object", span))
    return Statement("attribute", who.name, span, parts, "entry.calling", 0.84, subtype="occupation")


_NO_CALLINGS = {"author", "editor", "director", "member", "father", "mother", "reader", "lecturer", "unmarried"}


def read_note(discourse: Discourse, note: Unit, date: Unit | None, offset: int) -> list[Statement]:
    """What a bracket of an entry holds: ``(Scholar; 1st class Hist. Tripos, 1903)`` · ``(despatches, D.S.O.)``.

    ``date`` is the one before the bracket: behind a campaign stand the awards it brought, of no date of their own.
    """
    made: list[Statement] = []
    who = discourse.subject_who()
    for item in cut_items(note.inner or []):
        parts = _split(item.units)
        if item.date is not None:  # only what stands right before a date is dated by it
            statement = _read(discourse, Item(parts[-1], item.date), note.inner or [], who, offset) if parts else None
            made += [statement] if statement is not None else []
            continue
        for part in parts if date is not None else []:
            assert date is not None
            phrase = _phrase(part)
            if phrase is not None and (is_award(phrase) or _is_letters(phrase, "award")):
                told = (*who.parts(discourse.text), Part("object", phrase.span))
                made.append(Statement("award", who.name, phrase.span, told, "entry.note", 0.82))
    return made


def read_campaign(discourse: Discourse, units: list[Unit], clauses: list[Clause], offset: int) -> list[Statement]:
    """What the bracket behind ``Served South African War, 1899-1902`` holds; the parts that follow name campaigns."""
    first = clauses[0] if clauses else None
    if first is None or first.subject is not None or first.group > 1 or units[first.verb].lower != "served":
        return []
    discourse.in_service = True
    made: list[Statement] = []
    for item in cut_items(units):
        if item.note is not None and discourse.in_notice:
            made += read_note(discourse, item.note, item.date, offset)
    return made


def cut_items(units: list[Unit]) -> list[Item]:
    """The items of a verbless part, each up to its date; the last may have none."""
    items: list[Item] = []
    held: list[Unit] = []
    for unit in units:
        if unit.kind == DATE:
            items.append(Item(_stripped(held), unit))
            held = []
        elif (
            unit.kind == BRACKET
            and unit.inner
            and len(unit.inner) < 3
            and unit.inner[0].kind == DATE
            and _stripped(held)
        ):
            items.append(Item(_stripped(held), unit.inner[0]))  # "Senator for Arequipa (1892–1898)"
            held = []
        elif unit.kind == BRACKET:
            if items and not _stripped(held):
                items[-1].note = unit
            else:
                items.append(Item(_stripped(held), None, unit)) if not held else held.append(unit)
        elif unit.kind == MARK and unit.lower in ";." and held and unit is not units[-1]:
            items.append(Item(_stripped(held), None))
            held = []
        else:
            held.append(unit)
    if _stripped(held):
        items.append(Item(_stripped(held), None))
    return items


_EDGES = {
    ",",
    ".",
    ";",
    ":",
    "and",
    "also",
    "then",
    "again",
    "later",
    "in",
    "from",
    "since",
    "on",
    "the",
    "-",
    "–",
    "—",
    "until",
}


def _stripped(units: list[Unit]) -> list[Unit]:
    first, last = 0, len(units)
    while first < last and (units[first].kind == BRACKET or units[first].lower in _EDGES):
        first += 1
    while last > first and (units[last - 1].kind == BRACKET or units[last - 1].lower in _EDGES):
        last -= 1
    return units[first:last]


def _split(units: list[Unit]) -> list[list[Unit]]:
    parts: list[list[Unit]] = [[]]
    for unit in units:
        if unit.kind == MARK and unit.lower in ",;":
            parts.append([])
        else:
            parts[-1].append(unit)
    return [part for part in parts if part]


def _phrase(units: list[Unit]) -> Phrase | None:
    """The first noun phrase of an item, a preposition before it left aside."""
    found = parse_complements(units, 0, len(units)).phrases
    return found[0] if found else None


def _read(discourse: Discourse, item: Item, units: list[Unit], who: Who, offset: int) -> Statement | None:
    parts = _split(item.units)
    if not parts or item.date is None or item.date.dated is None or len(item.units) > 16:
        return None
    phrase = _phrase(parts[0])
    told = _event_of(discourse, phrase, parts) if phrase is not None and phrase.slot in ("", "at", "to") else None
    if told is None and len(parts) > 1:
        last = _phrase(parts[-1])  # "BERG, Sir Anders Magnus, Kt 1935"
        told = ("award", None, last.span) if last is not None and _is_letters(last, "award") else None
    if told is None:
        return None
    event, subtype, span = told
    lasting = event in ("tenure", "membership", "battle", "service")
    dated, rests_on = close_term(units, item.date) if lasting else (item.date.dated, (item.date.dated,))
    extra = office_parts(discourse.text, span) if event == "tenure" else ()
    stood = [span, *(each.span for each in rests_on)]
    quote = Span(min(each.start for each in stood), max(each.end for each in stood))
    all_parts = (*who.parts(discourse.text), Part("object", span), *extra, *parts_of(rests_on, offset))
    confidence = round(0.88 + who.sure, 3)
    return Statement(
        event, who.name, quote, all_parts, "entry.item", confidence, subtype=subtype, when=dated.when
    )  # fmt: skip


def _event_of(discourse: Discourse, phrase: Phrase, parts: list[list[Unit]]) -> tuple[str, str | None, Span] | None:
    """What an item's first phrase tells of with its date, and its words; null where it tells of nothing known."""
    words = words_of(phrase)
    first = phrase.first
    if first.kind == NAME and words[0] in _MEMBERS and len(words) > 1 and words[1] != "of" and _is_body(phrase):
        name = discourse.text.find(" ", first.start, phrase.span.end) + 1  # "Mem. Nat. Research Council"
        return "membership", "member", Span(name, phrase.span.end)
    if (
        discourse.in_notice and len(phrase.units) == 2 and first.kind == WORD and is_head(first.lower, "office")
        and phrase.units[1].kind == NAME and _is_body(phrase)
    ):  # fmt: skip
        return "tenure", None, phrase.span  # "president Western Reserve Coll., 1835-47"
    if phrase.head in lexicon.words("notices", "counsel") and len(phrase.units) == 1:
        return "appointment", None, phrase.span
    is_of_subject = first.stands_for and len(phrase.units) == 2 and phrase.units[1].kind == WORD
    if is_of_subject and is_head(first.lower, "office"):
        return "tenure", None, phrase.span  # "Instr. physics"
    if words[0] == "head" and phrase.units[-1].stands_for:
        return "tenure", None, phrase.span  # "head dept."
    whole = Span(parts[0][0].start, parts[0][-1].end)
    if words[0] in ("honorary", "hon") and (_is_degree(phrase) or phrase.head in ("fellow", "member", "freeman")):
        return "award", None, phrase.span
    if _is_letters(phrase, "award"):
        return "award", None, phrase.span
    if _is_letters(phrase, "degree") or _is_degree(phrase) or phrase.head in lexicon.words("notices", "examinations"):
        return "education", None, phrase.span
    if is_rank(phrase):
        return "promotion", None, phrase.span
    if is_award(phrase) and not fits(phrase, "membership"):
        return "award", None, phrase.span
    if fits(phrase, "membership"):
        return "membership", "member", body_of_membership(discourse.text, phrase.span)
    if discourse.in_service and fits(phrase, "battle"):
        return "battle", None, phrase.span
    if discourse.in_service and phrase.first.kind == NAME and len(parts) == 1 and len(parts[0]) == 1:
        return ("battle", None, phrase.span) if not is_office(phrase) else None
    if is_office(phrase) and (discourse.in_notice or discourse.continues or phrase.first.kind == NAME):
        complements = parse_complements(parts[0], 0, len(parts[0]))
        return "tenure", None, extend_office(discourse.text, phrase, complements)
    if (
        discourse.in_notice
        and len(parts) == 1
        and first.kind == NAME
        and whole == phrase.span
        and fits(phrase, "school")
    ):
        return "education", None, phrase.span  # "Andover Theol. Sem. 1814"
    if phrase.head in _MEMBERS and discourse.in_notice:
        return "membership", "member", phrase.span
    if (
        phrase.slot == ""
        and len(parts) == 1
        and whole == phrase.span
        and discourse.in_notice
        and is_head(phrase.head, "office")
    ):
        return "tenure", None, phrase.span
    return None


def _is_body(phrase: Phrase) -> bool:
    return is_head(phrase.head, "party") or is_head(phrase.head, "body") or is_head(phrase.head, "school")


_MEMBERS = {"member", "fellow", "associate"}


def _is_degree(phrase: Phrase) -> bool:
    titled = phrase.head in ("master", "bachelor", "doctor", "candidate", "masters")
    if phrase.head in ("member", "members"):
        return False
    return fits(phrase, "degree") and (not titled or "of" in words_of(phrase) or words_of(phrase)[0] == "candidate")


def _is_letters(phrase: Phrase, key: str) -> bool:
    """Whether a phrase is letters alone: ``B.A.`` · ``DSO`` · ``Kt``."""
    unit = phrase.first
    if len(phrase.units) != 1 or unit.kind != NAME or len(unit.lower) > 9:
        return False
    is_listed = is_head(phrase.head, key) or (key == "degree" and phrase.head in lexicon.words("notices", "degrees"))
    return is_listed and (phrase.head not in _WORDS or unit.stands_for)


_WORDS = {
    "candidate",
    "doctor",
    "master",
    "bachelor",
    "certificate",
    "diploma",
    "order",
    "star",
    "title",
    "cup",
    "gold",
}
"""Words of the lists of degrees and awards that are no letters."""
