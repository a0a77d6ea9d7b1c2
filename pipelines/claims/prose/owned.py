"""What is somebody's in a clause: whose freedom it is, whose house was searched, and what was decided."""

from pipelines.claims.prose.frames import Frame
from pipelines.claims.prose.kinds import is_head
from pipelines.claims.prose.people import gender_of
from pipelines.claims.prose.setting import Object, Setting
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET
from pipelines.claims.statement import Span


def whose_freedom(discourse: Discourse, setting: Setting, start: int, who: list[Who]) -> list[Who]:
    """``The consul obtained her release``: the one the pronoun means, where it cannot be who did it."""
    told = next((u for u in setting.units[setting.clause.verb + 1 : start] if u.lower in ("his", "her")), None)
    if told is None or len(who) != 1:
        return who
    gender = who[0].person.gender if who[0].person is not None else None
    gender = gender or gender_of(who[0].name.split()[0])
    if gender in (None, "m" if told.lower == "his" else "f"):
        return who
    meant = discourse.resolve_pronoun(told, None)
    return [meant] if meant is not None else []


_THINGS_OWNED = frozenset(["home", "goods", "standing"])
"""Lists whose words are what a statement is about: the house that was searched, the citizenship that was revoked."""


def thing_owned(setting: Setting, frame: Frame) -> list[Object]:
    """``His property was confiscated``: the thing, where its owner is the person of the statement."""
    if frame.owned not in _THINGS_OWNED or setting.clause.subject is None:
        return []
    first, last = setting.clause.subject
    while last - 1 > first and not is_head(setting.units[last - 1].lower, frame.owned):
        last -= 1
    head = setting.units[last - 1]
    return [Object(Span(head.start, head.end))] if is_head(head.lower, frame.owned) else []


def thing_decided(setting: Setting) -> list[Object]:
    """``The charter was confirmed by Pius IX``: what the one named behind ``by`` decided."""
    if setting.clause.subject is None:
        return []
    kept = [unit for unit in setting.units[slice(*setting.clause.subject)] if unit.kind != BRACKET]
    while kept and kept[0].lower in ("the", "a", "an", "this"):
        kept = kept[1:]
    return (
        [Object(Span(kept[0].start, kept[-1].end))]
        if kept and kept[-1].lower not in ("it", "which", "that", "they", "who", "this")
        else []
    )
