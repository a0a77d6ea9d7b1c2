"""Words of fates and offices said of something else: ``released from his contract``, ``kept by illness``."""

from pipelines.claims import lexicon
from pipelines.claims.prose.frames import Frame
from pipelines.claims.prose.kinds import is_head, words_of
from pipelines.claims.prose.phrases import Complements
from pipelines.claims.prose.setting import Setting

_SUFFERED = frozenset(
    ["arrest", "imprisonment", "exile", "interrogation", "execution", "expulsion", "release", "accusation", "trial"]
)


_HELD = frozenset(
    [
        *("fort", "fortress", "castle", "bridge", "pass", "line", "border", "coast", "capital", "walls", "position"),
        *("title", "crown", "championship", "belt", "goal", "frontier", "sector", "citadel", "thesis", "dissertation"),
    ]
)
"""What is defended in the field or the ring, and not in words."""

_WON = frozenset(
    [
        "victory",
        "victories",
        "title",
        "titles",
        "championship",
        "championships",
        "win",
        "wins",
        "medal",
        "gold",
        "final",
    ]
)
"""To what one leads others once."""

_STANDING = frozenset(
    ["stood", "ran", "contested", "candidate", "campaigned", "standing", "running", "contesting", "bid", "nominee"]
)
"""Words of who sought an office and had it not yet."""


def is_no_fate(setting: Setting, frame: Frame, complements: Complements, start: int) -> bool:
    """Whether what stands behind the verb shows that nothing of the kind befell anybody."""
    units, clause = setting.units, setting.clause
    first = next(iter(complements.slot("")), None)
    if frame.event == "tenure" and units[clause.verb].lower in ("led", "guided", "captained", "coached"):
        return any(each.head in _WON for each in complements.slot("to")[:1])  # "led Japan to victory"
    if frame.rule == "prose.appointment_bare" and first is not None:
        return first.units[0].lower in ("best", "most", "top")  # "was named best setter"
    if frame.rule == "prose.advocated" and units[clause.verb].lower in ("defended", "defending", "defend"):
        held = next(iter(complements.slot("")), None)
        return held is not None and (is_head(held.head, "district") or held.head in _HELD)
    if frame.event == "statement":
        return units[start : start + 1] != [] and units[start].lower in ("himself", "herself")  # "denied himself"
    if frame.rule == "prose.represented" and any(each.slot == "at" for each in complements.phrases):
        return True  # "represented Norway at a congress in Mexico City"
    if frame.rule == "prose.left_office" and units[clause.verb].lower == "defeated":
        return any(unit.lower in _STANDING for unit in units[: clause.verb])  # "stood for the council but was defeated"
    if frame.event not in _SUFFERED or not frame.passive:
        return False
    heads = {slot: [each.head for each in complements.slot(slot)] for slot in ("from", "with", "as")}
    by = next((words_of(each) for each in complements.slot("by")), [])
    if any(word in lexicon.words("heads", "no_captor") or is_head(word, "illness") for word in by):
        return True
    if frame.event in ("release", "expulsion") and any(
        head in lexicon.words("heads", "no_prison") for head in heads["from"][:1]
    ):
        return True
    verb = units[clause.verb].lower
    if verb == "charged" and any(head in lexicon.words("heads", "task") for head in heads["with"][:1]):
        return True
    return verb == "tried" and bool(heads["as"])
