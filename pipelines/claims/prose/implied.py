"""What a statement brings with it: the school of a degree, the charge of a trial, the death of who fell in a battle."""

from dataclasses import replace

from pipelines.claims.prose.charges import read_deed_after_for
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.frames import Frame
from pipelines.claims.prose.phrases import Complements
from pipelines.claims.prose.setting import Setting
from pipelines.claims.statement import Part, Span, Statement


def schools_of(setting: Setting, complements: Complements, degrees: list[Statement]) -> list[Statement]:
    """``a BSc from Ohio State University in 1971``: the school that gave each degree, attended until then."""
    made: list[Statement] = []
    slots = ("from",) if degrees and degrees[0].rule == "prose.degree" else ("from", "at")
    for nth, degree in enumerate(degrees):
        held = degree.first("object")
        later = degrees[nth + 1].first("object") if nth + 1 < len(degrees) else None
        if held is None or held.span is None or _is_honorary(setting.text[held.span.start : held.span.end]):
            continue
        limit = later.span.start if later is not None and later.span is not None else setting.units[-1].end
        school = next(
            (
                phrase
                for phrase in complements.phrases
                if phrase.slot in slots and held.span.end <= phrase.span.start < limit and fits(phrase, "school")
            ),
            None,
        )
        if school is None or (degree.when is None and slots == ("from",)):
            continue
        kept = tuple(part for part in degree.parts if part.part not in ("object", "participant"))
        quote = Span(min(degree.quote.start, school.span.start), max(degree.quote.end, school.span.end))
        made.append(
            replace(
                degree, rule="prose.degree_school", confidence=0.84, quote=quote,
                parts=(*kept, Part("object", school.span)),
            )
        )  # fmt: skip
    return made


def _is_honorary(degree: str) -> bool:
    """Whether a degree is given for merit and without study."""
    words = degree.lower().replace(".", "").split()
    return any(word in ("honorary", "lld", "dd", "dcl", "causa") for word in words)


def charges_with(setting: Setting, frame: Frame, statements: list[Statement]) -> list[Statement]:
    """A trial or conviction on a charge tells of the accusation too; so does an expulsion or arrest for something."""
    deed = (
        read_deed_after_for(
            setting.units, setting.clause, setting.verbs, by_name=frame.event in ("sentence", "execution")
        )
        if frame.event in _PUNISHED
        else None
    )
    if deed is not None:
        return [
            replace(
                statement, event_type="accusation", rule=frame.rule + "_deed", confidence=0.8, subtype=None,
                quote=Span(statement.quote.start, max(statement.quote.end, deed.end)),
                parts=(
                    *(part for part in statement.parts if part.part not in ("object", "participant")),
                    Part("object", deed),
                ),
            )
            for statement in statements
        ]  # fmt: skip
    if frame.event in ("expulsion", "arrest"):
        return [made for statement in statements if (made := _charge_of(setting.text, frame, statement)) is not None]
    if frame.event != "trial":
        return []
    return [
        replace(statement, event_type="accusation", rule=frame.rule + "_charge", confidence=0.86)
        for statement in statements
        if statement.first("object") is not None
    ]


SLAIN = frozenset(["killed", "slain"])


def fallen(battle: Statement, verb: Span) -> Statement:
    """The death of ``was killed at the battle of Fontenoy``; what is said of it is its verb."""
    kept = tuple(part for part in battle.parts if part.part != "object")
    return replace(
        battle, event_type="death", subtype=None, rule="prose.killed_at", confidence=min(battle.confidence, 0.88),
        parts=(*kept, Part("object", verb)),
    )  # fmt: skip


def retired(rank: Statement) -> Statement:
    """The retirement of ``retired in 1920 as a colonel``; the rank is told beside it."""
    kept = tuple(part for part in rank.parts if part.part != "object")
    return replace(rank, event_type="retirement", subtype=None, rule="prose.retired_as", parts=kept)


_PUNISHED = frozenset(["sentence", "execution", "imprisonment", "exile", "attribute", "expulsion", "arrest"])
"""What is suffered ``for`` a deed, which then is the charge."""


_NO_GROUND = {
    "semester",
    "semesters",
    "term",
    "terms",
    "season",
    "seasons",
    "match",
    "matches",
    "game",
    "games",
    "life",
}
"""What somebody is expelled or suspended for that says how long, and not why."""


def _charge_of(text: str, frame: Frame, statement: Statement) -> Statement | None:
    """What an expulsion or arrest gives as its ground, as the accusation it is."""
    kept = tuple(part for part in statement.parts if part.part not in ("object", "participant"))
    ground = next((part for part in statement.parts if part.part == "participant" and part.role == "reason"), None)
    if frame.event == "arrest":
        ground = statement.first("object")
    if ground is None or ground.span is None or frame.kind in ("home", "house_arrest", "captors"):
        return None
    told = statement.first("trigger")
    begin = told.span.end if told is not None and told.span is not None else ground.span.start
    between = text[begin : ground.span.start].lower().split()
    is_behind = "after" in between or "following" in between  # "suspended after a positive test for ephedrine"
    if is_behind or text[ground.span.start : ground.span.end].lower().split()[-1] in _NO_GROUND:
        return None
    quote = Span(min(statement.quote.start, ground.span.start), max(statement.quote.end, ground.span.end))
    return replace(
        statement, event_type="accusation", rule=frame.rule + "_charge", confidence=0.78, subtype=None, quote=quote,
        parts=(*kept, Part("object", ground.span)),
    )  # fmt: skip
