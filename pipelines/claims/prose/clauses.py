"""Sentences cut into clauses: each verb with what stands before and after it, its voice, and whose verb it is.

Subjects are found as places in the sentence here; who they are is asked of `pipelines.claims.prose.subjects`.
"""

from dataclasses import dataclass

from pipelines.claims import lexicon
from pipelines.claims.prose.lost_auxiliaries import lacks_auxiliary, subject_before_date
from pipelines.claims.prose.stretches import opening_of_next
from pipelines.claims.prose.subject_words import (
    aside_before,
    aside_of_next,
    is_set_up,
    name_before,
    noun_phrase_before,
    opens_with_name,
)
from pipelines.claims.prose.tokens import BRACKET, DATE, MARK, NAME, WORD, Unit
from pipelines.claims.prose.verb_groups import ING_AFTER, VerbGroup, find_verb_groups
from pipelines.claims.prose.verbs import ING, PARTICIPLE, PAST

MAIN, RELATIVE, ADVERBIAL, PARTICIPIAL, INFINITIVE, REDUCED = (
    "main", "relative", "adverbial", "participial", "infinitive", "reduced",
)  # fmt: skip


@dataclass(slots=True)
class Clause:
    """One clause as places in its sentence: where it begins, its subject's words, its verb, where it ends."""

    kind: str
    begin: int
    subject: tuple[int, int] | None
    verb: int
    group: int
    end: int
    passive: bool
    form: str
    connector: str | None
    negated: bool = False
    modal: str | None = None
    parent: int | None = None
    quoted: bool = False
    either_voice: bool = False


def cut_clauses(units: list[Unit]) -> list[Clause]:
    """The clauses of a sentence, in order."""
    groups = find_verb_groups(units)
    clauses: list[Clause] = []
    for place, group in enumerate(groups):
        floor = groups[place - 1].verb + 1 if place else 0
        clauses.append(_clause(units, group, floor, clauses, place))
        if group.form == PAST and not group.has_auxiliary and lacks_auxiliary(units, group.verb):
            clauses[-1].passive, clauses[-1].either_voice = True, False
            clauses[-1].subject = clauses[-1].subject or subject_before_date(units, group.verb)
        if group.form == PARTICIPLE and not group.has_auxiliary:
            _make_reduced(units, clauses[-1])
        elif clauses[-1].kind == REDUCED and group.form == PAST and not _takes_person(units, group):
            clauses[-1].passive = clauses[-1].either_voice = True  # "one of three priests raised to the episcopate"
    for clause in clauses:
        if clause.subject is not None and is_aside_of_new(units, clause):
            clause.begin = min(clause.begin, clause.subject[0] - 2)
    for place, clause in enumerate(clauses):
        clause.end = clauses[place + 1].begin if place + 1 < len(clauses) else len(units)
        if place + 1 < len(clauses) and clauses[place + 1].kind == MAIN and clauses[place + 1].subject is not None:
            clause.end = opening_of_next(units, clause.verb, clauses[place + 1].subject, clause.end)
        # what a relative clause or an aside cuts off goes on after it: only its own verb's words count
        if clause.end < clause.verb + 1:
            clause.end = clause.verb + 1
    return clauses


def _takes_person(units: list[Unit], group: VerbGroup) -> bool:
    following = units[group.verb + 1] if group.verb + 1 < len(units) else None
    return group.has_auxiliary or (following is not None and following.lower in ("him", "her", "them", "his", "their"))


def _make_reduced(units: list[Unit], clause: Clause) -> None:
    """``Jeanne, born in 1924``: a form that is no past is a passive, and said of the name before its comma."""
    clause.passive, clause.either_voice = True, False
    if clause.connector != "," or clause.group < 2 or clause.subject is not None:
        return
    at = clause.group - 2
    named = (at, at + 1) if units[at].kind == NAME else noun_phrase_before(units, at + 1, 0)
    if opens_with_name(units, clause.group) and len(units[:at]) < 8:
        named = (0, 1)  # "Nora Penhaligon, linguist, born 1920"
    if named is not None:
        clause.kind, clause.begin, clause.subject = REDUCED, clause.group, named


def is_aside_of_new(units: list[Unit], clause: Clause) -> bool:
    """Whether a clause between commas is said of a name that ``and`` has just brought in."""
    if clause.subject is None or clause.subject[1] - clause.subject[0] != 1:
        return False
    at = clause.subject[0]
    is_named = units[at].kind == NAME and at + 1 < len(units) and units[at + 1].lower == ","
    return is_named and at > 1 and units[at - 1].lower == "and" and units[at - 2].lower == ","


_APPOINTING = {"appointed", "nominated", "chose", "elected", "named", "selected", "picked", "designated", "recommended"}


_CAUSING = {"forced", "compelled", "obliged", "caused", "led", "enabled", "allowed", "constrained"}


def causee_of(units: list[Unit], clause: Clause) -> Unit | None:
    """``nominated Holm to be Secretary`` · ``forced him to resign``: who stands between the verb and what he did."""
    at = clause.group - 1
    if clause.kind != INFINITIVE or at < 1 or not (units[at].kind == NAME or units[at].lower in ("him", "her")):
        return None
    verb = units[at - 1].lower
    is_made = verb in _APPOINTING and units[clause.verb].lower in ("be", "become")
    return units[at] if is_made or verb in _CAUSING else None


def _clause(units: list[Unit], group: VerbGroup, floor: int, before: list[Clause], place: int) -> Clause:
    """The clause of a verb group: what links it to the ones before, and where its own subject stands."""
    connectors = lexicon.words("words", "connectors")
    first = group.first
    quoted = units[group.verb].quoted
    made = Clause(
        MAIN, first, None, group.verb, first, len(units), group.passive, group.form, None, group.negated, group.modal,
        place - 1 if place else None, quoted,
    )  # fmt: skip
    if group.infinitive:
        made.kind = INFINITIVE
        return made
    if first == 0:
        made.kind = PARTICIPIAL if not group.has_auxiliary else MAIN
        if not group.has_auxiliary and group.form != ING:
            made.passive = made.either_voice = True
        return made
    previous = units[first - 1]
    lower = previous.lower
    if lower == "those" and not group.has_auxiliary:
        made.kind, made.subject, made.begin, made.passive = REDUCED, (first - 1, first), first - 1, True
        return made
    if (
        first > 1 and units[first - 2].lower in ("had", "has", "have") and not group.has_auxiliary
        and (lower in ("him", "her", "them") or previous.kind == NAME) and group.form != ING
    ):  # fmt: skip
        made.subject, made.begin, made.passive = (first - 1, first), first - 1, True
        return made  # "the king had him arrested"
    if lower in ("who", "which", "that", "whom"):
        made.kind = RELATIVE
        made.begin = first - 1
        made.connector = lower
        at = first - 2
        if at >= 0 and units[at].lower == ",":
            at -= 1
        if at >= 0:
            near = units[at].kind == NAME and not (at and units[at - 1].kind == NAME)
            made.subject = (at, at + 1) if near else noun_phrase_before(units, at + 1, 0)
        return made
    if not group.has_auxiliary and group.form == ING:
        made.kind = PARTICIPIAL
        made.connector = lower
        made.begin = first - 1 if lower in ING_AFTER else first
        if previous.kind == NAME and first > 1 and units[first - 2].lower == "with":
            made.subject, made.begin = (first - 1, first), first - 1
        if lower == "," and not before:
            # "Kuznetsov, then serving as ..., was arrested": the name before the comma is the subject of both
            made.subject = name_before(units, first - 1)
        return made
    if lower in (
        "and",
        "but",
        "or",
        "then",
        "yet",
        ",",
        ";",
        "while",
        "when",
        "though",
        "although",
        "until",
        "as",
        "once",
        "to",
        "after",
        "before",
    ):
        return _joined(units, group, made, floor, before, lower)
    subject = noun_phrase_before(units, first, floor)
    if subject is None:
        made.begin = _with_fronted(units, first, floor)
        opens = not before and all(unit.kind in (DATE, MARK) or unit.lower in _FRONTING for unit in units[:first])
        if opens and not group.has_auxiliary and group.form != ING:
            made.passive = made.either_voice = True  # "1880 – appointed director"
        return made
    begin = subject[0]
    if floor > 0 and _is_occasion(units, begin):
        made.connector, made.begin = "and", begin - 4  # "…, and at the 1957 elections won Port Loko"
        return made
    made.subject = subject
    at = begin - 1
    is_absolute = at >= 0 and units[at].lower == "with" and (at <= floor or units[at - 1].kind == MARK)
    if is_absolute and not group.has_auxiliary and group.form != ING:
        made.passive = True  # "with many victims rehabilitated"
    if (
        at >= 0 and units[at].lower in ("and", "or", ",") and floor > 0
        and not group.has_auxiliary and group.form == PAST
        and all(unit.kind == WORD for unit in units[begin : subject[1]])
        and units[begin].lower not in ("he", "she", "they", "it", "the", "his", "her", "their", "this", "these")
    ):  # fmt: skip
        made.kind = REDUCED  # "a painter and sculptor associated with": said of the noun before it
        made.begin = first
        return made
    if (
        before and at > floor + 2 and units[at].lower == "until" and units[at + 1].lower in ("his", "her")
        and units[first - 1].kind == DATE and units[at - 1].kind == DATE and units[at - 2].lower in ("from", "since")
    ):  # fmt: skip
        made.begin = first  # "and from 1938 until her retirement in 1953 was principal"
        return made
    if at > 0 and units[at].lower == "as" and before and before[-1].verb == at - 1 and before[-1].form == ING:
        made.subject, made.begin, made.connector = None, first, "and"
        return made  # "and after serving as private secretary was appointed"
    if at >= 0 and units[at].lower in connectors:
        made.connector = units[at].lower
        made.begin = at
        if made.connector in (
            "when",
            "while",
            "after",
            "before",
            "until",
            "although",
            "though",
            "because",
            "since",
            "as",
            "if",
            "where",
            "whereas",
        ):
            made.kind = ADVERBIAL
        elif made.connector in ("which", "that", "whom", "whose"):
            made.kind = RELATIVE
    elif (at < floor and floor > 0) or (
        at >= 0
        and not group.has_auxiliary
        and (
            units[at].lower in ("among", "amongst")
            or (at and units[at].lower in _GOVERNING and group.form == PAST and floor > 0)
            or (floor > 0 and is_set_up(units, at, group.verb))
        )
    ):
        # the noun before the verb belongs to the clause before: "a plan approved in July"
        made.kind = REDUCED
        made.begin = first
    else:
        made.begin = begin
        if at >= 0 and units[at].lower == "," and at >= 1 and units[at - 1].lower in connectors:
            made.connector = units[at - 1].lower
    if made.kind == REDUCED and (group.has_auxiliary or units[subject[0]].lower in ("he", "she", "they", "it", "who")):
        made.kind = MAIN
        made.begin = begin
    if floor > 0:
        made.begin = _with_fronted(units, made.begin, floor)
    return made


_GOVERNING = frozenset(["to", "by", "with", "from", "under", "for", "of"])
"""Prepositions behind which a noun is no subject: ``apprenticed to an apothecary named Penrose``."""


def _is_occasion(units: list[Unit], begin: int) -> bool:
    """Whether a noun before a verb only closes an occasion with its year: ``and at the 1957 elections won``."""
    return (
        begin > 4 and units[begin - 1].kind == DATE and units[begin - 2].lower == "the"
        and units[begin - 3].lower in ("at", "in", "after", "before", "during") and units[begin - 4].lower == "and"
    )  # fmt: skip


_FRONTING = {"in", "on", "by", "from", "since", "until", "during", "after", "between", "and", "at"}


def _with_fronted(units: list[Unit], begin: int, floor: int) -> int:
    """Where a clause begins if a date is put before its subject: ``…, and in 1938 she received``."""
    at = begin - 1
    dated = False
    while at >= floor and (
        units[at].kind == DATE or units[at].lower == "," or (units[at].kind == WORD and units[at].lower in _FRONTING)
    ):
        dated = dated or units[at].kind == DATE
        if dated and at > 0 and units[at - 1].lower in ("where", "when", "while", "but", "that"):
            return at - 1
        if dated and units[at].lower == "and":
            return at
        at -= 1
    return begin


def _joined(units: list[Unit], group: VerbGroup, made: Clause, floor: int, before: list[Clause], lower: str) -> Clause:
    """A verb right after a connector or comma: it shares a subject, or its subject stands before an aside."""
    first = group.first
    made.connector = lower
    made.begin = first - 1
    if (
        lower == "," and first > 5 and units[first - 2].kind == DATE and units[first - 3].lower in _FRONTING
        and units[first - 4].lower == "," and units[first - 5].lower in ("and", "but", "then") and before
    ):  # fmt: skip
        made.connector, made.begin = "and", first - 5  # "practised at Kandy and, in 1931, wedded Sita"
        return made
    if lower == "," and before and (opened := aside_of_next(units, first - 1, floor)) is not None:
        made.connector, made.begin = "and", opened
        return made
    if lower == "," and before and before[-1].connector in ("whose", "whom", "where", "which") and len(before) == 1:
        at = before[0].begin - 1  # "Karl, whose wife came from Mulhouse, emigrated"
        subject = noun_phrase_before(units, at, 0) if at > 0 and units[at].lower == "," else None
        if subject is not None and (group.has_auxiliary or group.form == PAST):
            made.subject, made.begin, made.connector = subject, first, None
            return made
    if lower == "," and before and before[-1].kind == PARTICIPIAL and (group.has_auxiliary or group.form == PAST):
        comma = next((at for at in range(before[-1].group - 1, 1, -1) if units[at].lower == ","), 0)
        if comma > 1 and units[comma - 1].kind == NAME and units[comma - 2].lower in ("which", "whom", "where", "when"):
            made.subject, made.begin, made.connector = (comma - 1, comma), first, None
            return made  # "to which Holm, using the familiar form, responded"
    if lower == "," and first == 3 and units[1].kind == BRACKET and units[0].kind == NAME:
        made.subject, made.begin, made.connector = (0, 1), 0, None  # "Tom Dane (1874–1952), became"
        return made
    if lower == "," and floor == 0 and opens_with_name(units, first) and (group.has_auxiliary or group.form == PAST):
        made.subject, made.begin, made.connector = (0, 1), 0, None  # "Mary Kenrick, foundress and educator, was born"
        return made
    if lower == "," and (group.has_auxiliary or group.form == PAST):
        aside = aside_before(units, first - 1, floor)
        if aside is not None:
            made.subject = aside
            made.begin = aside[0]
            at = aside[0] - 1
            told = noun_phrase_before(units, at, floor) if at > floor and units[at].lower == "," else None
            if told is not None and told[0] > floor:
                at = told[0] - 1  # "when the Russian consul, Nikolai Petrovsky, obtained"
            if at >= 0 and units[at].lower in (
                "when",
                "while",
                "after",
                "before",
                "until",
                "although",
                "because",
                "as",
                "where",
            ):
                made.kind = ADVERBIAL
                made.begin = at
            elif at >= 0 and units[at].lower in ("and", "but"):
                made.begin = at
            made.connector = "when" if at >= 0 and units[at].lower == "when" else None
            return made
    if (
        lower == "," and before and not group.has_auxiliary and group.form == PAST and first > 3
        and units[first - 2].kind == BRACKET and units[first - 3].kind == NAME and before[-1].verb < first - 3
    ):  # fmt: skip
        made.kind, made.subject, made.begin = REDUCED, (first - 3, first - 2), first
        made.passive = made.either_voice = True  # "married to Ivan Gubin (1890–1941), killed near Vyazma"
        return made
    if first >= 2 and units[first - 2].lower == "," and lower in ("and", "but", "then"):
        made.begin = first - 2
    if (
        lower == "," and first >= floor + 4 and units[first - 2].kind == DATE and units[first - 3].lower == ","
        and units[first - 4].lower in ("and", "but")
    ):  # fmt: skip
        made.begin, made.connector = first - 4, units[first - 4].lower  # "was dismissed and, a month later, arrested"
    if not group.has_auxiliary:
        if lower in ("when", "while", "once", "though", "although", "until", "as"):
            made.passive = True
            made.kind = PARTICIPIAL
        elif before and _shares_voice(units, group, before[-1]):
            made.passive = made.either_voice = True
        elif lower == "," and not before:
            made.passive = made.either_voice = True
            made.kind = PARTICIPIAL
            made.subject = name_before(units, first - 1)
    return made


GIVEN = frozenset(
    [
        *("awarded", "given", "granted", "named", "made", "elected", "appointed", "created", "offered", "allowed"),
        *("assigned", "declared", "proclaimed", "voted", "dubbed", "handed", "promised", "denied", "refused", "paid"),
    ]
)
"""Participles of verbs that keep an object in the passive."""


def _shares_voice(units: list[Unit], group: VerbGroup, before: Clause) -> bool:
    """Whether ``was arrested and shot`` carries its passive over: not where a person or object follows."""
    if not before.passive or group.form == ING:
        return False
    following = units[group.verb + 1] if group.verb + 1 < len(units) else None
    if units[group.verb].lower in GIVEN:
        return True  # "was rehabilitated and awarded the order"
    behind = units[group.verb + 2] if group.verb + 2 < len(units) else None
    if following is not None and following.lower in ("its", "their") and behind is not None:
        return behind.lower in lexicon.words("heads", "office")  # "ordained in 1901 and consecrated its bishop"
    return following is None or following.lower not in ("him", "her", "them", "his", "the", "it", "its", "their")
