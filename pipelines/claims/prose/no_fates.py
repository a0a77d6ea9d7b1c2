"""Words of fates and offices said of something else: ``released from his contract``, ``kept by illness``."""

from pipelines.claims import lexicon
from pipelines.claims.prose.frames import Frame
from pipelines.claims.prose.kinds import is_head, words_of
from pipelines.claims.prose.phrases import Complements
from pipelines.claims.prose.setting import Setting
from pipelines.claims.prose.tokens import WORD

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

_DENIED = frozenset(["admission", "permission", "leave", "entry", "access", "burial", "promotion", "tenure", "chance"])
"""What is denied to somebody, who says nothing."""

_STANDING = frozenset(
    ["stood", "ran", "contested", "candidate", "campaigned", "standing", "running", "contesting", "bid", "nominee"]
)
"""Words of who sought an office and had it not yet."""


_TOLD_OF = frozenset(["tenure", "departure", "statement", "appointment"])


def _is_no_deed(setting: Setting, frame: Frame, complements: Complements, start: int) -> bool:
    """Offices, statements and defeats said of something else."""
    if frame.event not in _TOLD_OF:
        return False
    units, verb = setting.units, setting.units[setting.clause.verb].lower
    if frame.event == "tenure" and verb in ("led", "guided", "captained", "coached"):
        return any(each.head in _WON for each in complements.slot("to")[:1])  # "led Japan to victory"
    if frame.rule == "prose.represented":  # "represented Norway at a congress in Mexico City"
        return any(each.slot == "at" for each in complements.phrases)
    if frame.rule == "prose.left_office" and verb == "defeated":
        return any(unit.lower in _STANDING for unit in units[: setting.clause.verb])  # "stood but was defeated"
    if frame.event == "statement" and units[start : start + 1] and units[start].lower in ("himself", "herself"):
        return True  # "denied himself"
    if frame.event != "statement" and frame.rule != "prose.appointment_bare":
        return False
    first = next(iter(complements.slot("")), None)
    if first is None:
        return False
    if frame.rule == "prose.appointment_bare":
        return first.units[0].lower in ("best", "most", "top")  # "was named best setter"
    if frame.event == "statement" and verb == "denied":  # "was denied the title of professor"
        return first.head in _DENIED or is_head(first.head, "standing")
    if frame.rule == "prose.advocated" and verb in ("defended", "defending", "defend"):
        return is_head(first.head, "district") or first.head in _HELD
    return False


def is_no_fate(setting: Setting, frame: Frame, complements: Complements, start: int) -> bool:
    """Whether what stands behind the verb shows that nothing of the kind befell anybody."""
    units, clause = setting.units, setting.clause
    if frame.event not in _SUFFERED or not frame.passive:
        return _is_no_deed(setting, frame, complements, start)
    first = next(iter(complements.slot("")), None) if units[clause.verb].lower == "held" else None
    if frame.event == "imprisonment" and first is not None:
        is_direct = first.first.start - units[start - 1].end < 6 and first.first.kind == WORD
        if is_direct and first.head not in ("captive", "prisoner", "hostage", "incommunicado", "there"):
            return True  # "was ordained in 1850 and held pastorates at Worcester"
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
