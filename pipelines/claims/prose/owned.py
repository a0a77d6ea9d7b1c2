"""What is somebody's in a clause: whose freedom it is, whose house was searched, and what was decided."""

from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.frames import Frame
from pipelines.claims.prose.kinds import is_head
from pipelines.claims.prose.people import gender_of
from pipelines.claims.prose.phrases import Complements
from pipelines.claims.prose.setting import Object, Setting
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import BRACKET, NAME, WORD, Unit
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


def owner_of_object(
    discourse: Discourse, setting: Setting, frame: Frame, complements: Complements, start: int
) -> Who | None:
    """Whose leg was taken off, whose sentence was quashed: the owner of a direct object of the frame's kind."""
    told = [unit for unit in setting.units[setting.clause.verb + 1 : start] if unit.lower in ("his", "her", "him")]
    if told:  # "struck his name from the rolls": words of the frame
        return discourse.resolve_pronoun(told[0], None)
    phrase = next((each for each in complements.phrases if each.slot == ""), None)
    if phrase is None or not fits(phrase, frame.kind) or start >= len(setting.units):
        return None
    first = setting.units[start]
    if first.kind == WORD and first.lower in ("his", "her"):
        found = discourse.resolve_pronoun(first, None)
    elif first.kind == NAME and start + 1 < len(setting.units) and setting.units[start + 1].lower in ("'s", "’s"):
        found = discourse.resolve_name(first)
    elif first.lower == "the" and frame.kind in ("verdict", "ban"):
        found = discourse.subject_who(-0.06)
    else:
        return None
    return None if found is None else Who(found.name, found.person, found.span, found.antecedents, found.sure - 0.04)


_CHARGES = {"charges", "accusations", "allegations", "indictment", "proceedings"}


def owner_of_subject(discourse: Discourse, units: list[Unit], clause: Clause, key: str) -> list[Who]:
    """Whose novel won or whose sentence was commuted: the owner of a subject whose head is in that list."""
    if clause.subject is None:
        return []
    first, last = clause.subject
    if key == "work" and last - first == 1 and first > 2 and units[first - 1].lower == ",":
        last = first - 1  # "Her first novel, Les Passeurs, won the prize": whose the novel is
        first = next((at for at in range(last - 1, max(-1, last - 6), -1) if units[at].lower in ("his", "her")), last)
    if not any(is_head(unit.lower, key) for unit in units[first if key == "case" else first + 1 : last]):
        return []
    found = None
    if units[first].lower in ("his", "her"):
        found = discourse.resolve_pronoun(units[first], None)
    elif units[first].kind == NAME and last - first > 2 and units[first + 1].lower in ("'s", "’s"):
        found = (discourse.resolve_owner if key == "health" else discourse.resolve_name)(units[first])
    elif key == "case" and units[first].lower == "the" and last - first == 2 and units[last - 1].lower in _CHARGES:
        found = discourse.subject_who(-0.08)  # "the charges were dropped the following year"
    elif key == "case":
        at = next((each for each in range(first, last - 1) if units[each].lower == "against"), None)
        if at is not None and units[at + 1].kind == NAME:
            found = discourse.resolve_name(units[at + 1])
        elif at is not None and units[at + 1].lower in ("him", "her"):
            found = discourse.resolve_pronoun(units[at + 1], None)
    elif units[first].lower == "the" and key == "verdict":
        found = discourse.subject_who(-0.06)
    return (
        [Who(found.name, found.person, found.span, found.antecedents, found.sure - 0.05)] if found is not None else []
    )
