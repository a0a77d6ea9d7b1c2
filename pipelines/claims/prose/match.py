"""Frames matched to clauses: the slots filled from the words, and the statements they make."""

from dataclasses import replace

from pipelines.claims import lexicon
from pipelines.claims.figures import to_number
from pipelines.claims.prose.clauses import GIVEN, INFINITIVE, PARTICIPIAL, Clause
from pipelines.claims.prose.filling import fill_frame, may_lack_doer
from pipelines.claims.prose.frames import Frame, frame_index, frames_near
from pipelines.claims.prose.kinds import head_of, is_head
from pipelines.claims.prose.owned import owner_of_subject
from pipelines.claims.prose.setting import Setting
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, DATE, LENGTH, MARK, NAME, QUOTE, WORD, Unit
from pipelines.claims.prose.verbs import is_adverb
from pipelines.claims.statement import Span, Statement


def match_clause(discourse: Discourse, setting: Setting, who: list[Who]) -> list[Statement]:
    """The statements of a clause: those of the first frame whose slots its words fill.

    Where further frames of the same verb read other words of the clause (``joined the Red Army and the Party``), theirs
    are added.
    """
    units, clause = setting.units, setting.clause
    verb = units[clause.verb]
    if _is_said_behind(units, clause):
        return []
    near = {unit.lower for unit in units[clause.verb + 1 : clause.verb + 10]} | {"his", "her"}
    office = discourse.last_office[1] if discourse.last_office is not None else None
    speaks = _speaks_of_an_office(units, clause, office)
    frames = frame_index().get(verb.lower, ()) if speaks else frames_near(verb.lower, near)
    if clause.either_voice:  # "was arrested and died": the passive goes on only where there is one
        following = units[clause.verb + 1] if clause.verb + 1 < len(units) else None
        takes_object = following is not None and (
            (following.kind == NAME and not is_head(head_of([following]), "office"))
            or (following.kind == WORD and following.lower in lexicon.words("words", "determiners"))
        )
        is_first = clause.connector in (None, ",")
        opens_given = clause.group <= 1 and verb.lower in GIVEN  # "Granted a pardon in 1847, she": given to her
        prefers_active = (takes_object and is_first and not opens_given) or verb.lower in _GOING
        frames = tuple(sorted(frames, key=lambda frame: frame.passive == prefers_active))
        if opens_given:
            frames = tuple(frame for frame in frames if frame.passive)
    if speaks:
        frames = tuple(frame for frame in frames if frame.anaphoric)[:1]
    about_office = bool(frames) and frames[0].anaphoric and speaks
    if about_office:
        setting = replace(setting, fronted=None)  # "In 1930 he became chairman, a post he held for four months"
    made: list[Statement] = []
    read_by = frames[0] if frames else None
    starts: dict[tuple[str, ...], int | None] = {(): clause.verb + 1}
    for frame in frames:
        if frame.passive != clause.passive and not clause.either_voice:
            continue
        if made and not (
            frame.need
            and frame.kind in _NAMED_KINDS
            and frame.who == "subject"
            and read_by is not None
            and (frame.passive, frame.object[:1]) == (read_by.passive, read_by.object[:1])
        ):
            continue
        if frame.adverb is not None and not any(
            unit.lower == frame.adverb for unit in units[clause.group : clause.verb]
        ):
            continue
        if frame.rule == "prose.founded" and verb.lower == "found" and clause.kind != INFINITIVE:
            continue  # "she found a job": no form of "to found"
        if frame.event == "employment" and verb.lower == "served" and clause.connector in ("which", "that"):
            continue  # "a sentence which he served at Vác"
        if frame.main and clause.kind in (PARTICIPIAL, INFINITIVE):
            continue
        if (
            frame.not_after is not None
            and clause.verb + 1 < len(units)
            and units[clause.verb + 1].lower == frame.not_after
        ):
            continue
        if frame.amid is not None and not _stands_amid(units, clause, frame.amid):
            continue
        if frame.after not in starts:
            starts[frame.after] = _after_words(units, clause, frame)
        start = clause.verb + 1 if about_office else starts[frame.after]
        if start is None:
            continue
        doers = owner_of_subject(discourse, units, clause, frame.owned) if frame.owned is not None else who
        if frame.event == "award" and not any(each.person is not None and each.person.is_subject for each in doers):
            doers = owner_of_subject(discourse, units, clause, "work") or doers
            if not doers and clause.subject is not None and units[clause.subject[0]].lower == "it":
                doers = [discourse.subject_who(-0.12)]  # "It won the Camilo Prize": the book told of before
        if frame.who == "subject" and not doers and not may_lack_doer(frame):
            continue
        complements = setting.complements_from(start)
        found = fill_frame(discourse, setting, frame, start, complements, doers)
        if not made:
            made, read_by = found, frame
            if made and (frame.who != "subject" or frame.anaphoric or not frame.need):
                return made
        else:
            made += _of_other_words(made, found)
    return made


def _is_said_behind(units: list[Unit], clause: Clause) -> bool:
    """``'A fine voice', wrote Leigh Hunt``: the name behind the verb is whose words were quoted."""
    at = clause.verb
    if units[at].lower not in ("wrote", "recalled", "noted", "reported", "observed") or clause.subject is not None:
        return False
    following = units[at + 1] if at + 1 < len(units) else None
    is_quoted = at > 1 and (units[at - 1].kind == QUOTE or (units[at - 1].lower == "," and _closes(units[at - 2])))
    return is_quoted and following is not None and following.kind == NAME


def _closes(unit: Unit) -> bool:
    return unit.kind == QUOTE or unit.lower in ("'", "’", "”", '"')


def _stands_amid(units: list[Unit], clause: Clause, key: str) -> bool:
    """Whether a word of that list stands in the sentence before the verb: ``the purge …, targeting``."""
    words = lexicon.words("heads", key)
    near = units[max(0, clause.verb - 30) : clause.verb]
    return any(unit.kind in (WORD, NAME) and unit.lower.split()[-1] in words for unit in near)


_GOING = frozenset(["moved", "returned", "retired", "settled"])
"""Participles that open an entry as what somebody did, not as what was done to somebody."""

_KEPT_OFFICES = frozenset(["office", "office_held", "unknown_office", "member_body", "seat"])
"""Kinds of object that a later ``served from`` or ``was re-elected`` speaks of."""

_NAMED_KINDS = frozenset(
    ["office", "award", "member_body", "force", "school", "rank", "membership", "degree", "battle"]
)
"""Kinds sure enough to be read beside what another frame of the verb has read."""

_LIST_GAP = 40
"""Code points that may stand between two things of one list: a date, an article, a comma."""


def _of_other_words(made: list[Statement], found: list[Statement]) -> list[Statement]:
    """The statements whose object stands in words no statement has taken, behind an object that one has."""
    taken = [part.span for one in made for part in one.parts if part.part == "object" and part.span is not None]
    spans = [part.span for one in made for part in one.parts if part.span is not None and part.part != "antecedent"]
    kept: list[Statement] = []
    for statement in found:
        held = statement.first("object")
        if held is None or held.span is None or not taken:
            continue
        span = held.span
        if min(abs(span.start - taken[-1].end), abs(taken[0].start - span.end)) > _LIST_GAP:
            continue
        if any(each.start < span.end and span.start < each.end for each in spans):
            continue
        kept.append(replace(statement, confidence=round(min(statement.confidence, 0.86), 3)))
    return kept


_POSTS = {
    "position", "post", "office", "role", "seat", "see", "chair", "title", "command", "job", "dignity", "appointment",
    "living", "ministry", "portfolio", "professorship", "rank", "charge",
}  # fmt: skip


_HOLDING = {"held", "retained", "hold", "filled", "occupied", "kept", "exercised", "discharged"}


def _speaks_of_an_office(units: list[Unit], clause: Clause, office: Span | None) -> bool:
    """``…, a position he held until 1959``: the office named last."""
    if clause.subject is None or clause.subject[0] < 2 or units[clause.verb].lower not in _HOLDING:
        return False
    before = clause.subject[0] - 1
    if units[before].lower in ("which", "that") and before > 1:
        before -= 1
        if office is not None and 0 < units[before].end - office.end < 40:
            return clause.end - clause.verb > 1  # "offered the chair at Calcutta, which he occupied from 1922"
    if units[before].lower not in _POSTS:
        return False
    return clause.end - clause.verb > 1 and units[clause.verb + 1].kind != NAME


_RAISED = {"promoted", "advanced", "elevated", "raised", "rose", "risen", "progressed", "graduated"}
"""Verbs of a step that may name where it began."""

_SKIPPED = {
    "a", "an", "the", "long", "close", "lasting", "lifelong", "brief", "warm", "intimate", "early", "second", "third",
    "unopposed",
}  # fmt: skip
"""Words that may stand among a frame's fixed words."""


_COURSES = frozenset(["education", "studies", "schooling", "training", "lessons", "apprenticeship", "instruction"])
_KINDS_OF_COURSE = frozenset(
    [
        *("secondary", "primary", "elementary", "higher", "basic", "initial", "formal", "preparatory", "further"),
        *("musical", "medical", "legal", "theological", "classical", "general", "university", "academic", "artistic"),
        *("military", "technical", "philosophical", "scientific", "school", "professional", "religious", "graduate"),
        *("postgraduate", "undergraduate", "doctoral", "private", "seven-year", "five-year", "own", "whole", "entire"),
    ]
)
"""What kind of education it was, which may stand among the fixed words: ``received his secondary education at``."""


def _after_words(units: list[Unit], clause: Clause, frame: Frame) -> int | None:
    """Where the complements begin if the frame's fixed words follow the verb; null where they do not."""
    at = clause.verb + 1
    for word in frame.after:
        if word != "for" and at + 1 < clause.end and units[at].lower == "for" and units[at + 1].kind == LENGTH:
            at += 2  # "worked for four months as a stevedore"
        if word in ("in", "on") and at + 2 < clause.end and units[at + 1].lower in ("term", "terms"):
            at += 2  # "served two terms on the council"
        if (
            word == "for"
            and at + 3 < clause.end
            and [units[at].lower, units[at + 1].lower] in (["as", "a"], ["as", "an"])
        ):
            at += 3 if units[at + 3].lower == word else 0  # "sat as a Whig for Leith"
        if word == "for" and at + 2 < clause.end and units[at].lower == "in" and units[at + 1].kind == NAME:
            at += 3 if units[at + 2].kind == BRACKET else 2  # "played in Major League Baseball (MLB) for the Astros"
        if at + 2 < clause.end and units[at].lower in ("at", "aged") and to_number(units[at + 1].lower) is not None:
            at += 2  # "was sent at fifteen to a convent school"
        if (
            at + 4 < clause.end and units[at].lower == "," and units[at + 1].lower in ("in", "on")
            and units[at + 2].kind == DATE and units[at + 3].lower == ","
        ):  # fmt: skip
            at += 4  # "was elected, in 1921, to the Academy"
        if at + 2 < clause.end and units[at].lower in ("in", "on") and units[at + 1].kind == DATE:
            at += 2  # "was promoted in 1908 to the post of"
        while (
            at < clause.end
            and units[at].kind == WORD
            and units[at].lower != word
            and not (units[at].lower == "not" and frame.event == "confession")  # "pleaded not guilty"
            and (
                is_adverb(units[at].lower)
                or units[at].lower in _SKIPPED
                or (word in _COURSES and units[at].lower in _KINDS_OF_COURSE)
                or (word in ("scholarship", "exhibition", "bursary", "place") and at < clause.verb + 5)
            )
        ):
            at += 1
        if at < clause.end and units[at].lower == "by" and word in ("to", "as", "from"):
            # "presented by the earl of Manchester to the rectory"
            behind = next((n for n in range(at + 1, min(clause.end, at + 9)) if units[n].lower == word), None)
            if behind is not None and not any(unit.kind == MARK for unit in units[at:behind]):
                at = behind
        if at < clause.end and units[at].lower == "from" and word == "to" and units[clause.verb].lower in _RAISED:
            # "promoted from curator to director"
            behind = next((n for n in range(at + 1, min(clause.end, at + 7)) if units[n].lower == word), None)
            if behind is not None and not any(unit.kind in (MARK, DATE) for unit in units[at:behind]):
                at = behind
        if at + 1 < clause.end and units[at].lower in (",", "and") and units[at + 1].lower == word:
            at += at > clause.verb + 1  # "was educated privately and at the Academy Schools"
        if at >= clause.end:
            return None
        lower = units[at].lower
        if lower != word and not (word in ("his", "her") and lower in ("his", "her", "their")):
            return None
        at += 1
    return at
