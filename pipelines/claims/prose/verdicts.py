"""What somebody is charged with or sentenced to, as the objects of a frame."""

from pipelines.claims.prose.charges import is_fabricated, read_charge_list
from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.frames import Frame
from pipelines.claims.prose.phrases import Complements
from pipelines.claims.prose.setting import Object, Setting
from pipelines.claims.prose.tokens import NAME, NUMBER, QUOTE, WORD, Unit, index_of
from pipelines.claims.statement import Part, Span


def length_penalty(setting: Setting, complements: Complements) -> Span | None:
    """``to eight years in the camps``: a length of time with the place or labour that follows it."""
    for unit in complements.lengths:
        end = unit.end
        for phrase in complements.phrases:
            if phrase.span.start > end and phrase.slot in ("in", "of", "") and fits(phrase, "penalty"):
                between = setting.text[end : phrase.span.start].strip().lower()
                if between in ("in", "of", "in a", "in the", "of the", "", "'", "in an"):
                    end = phrase.span.end
                break
        return Span(unit.start, end)
    return None


def charges_of(setting: Setting, frame: Frame, complements: Complements, start: int) -> list[Object]:
    """What somebody is accused, tried or arrested for: each deed of the list; a list may outlast its clause."""
    units = setting.units
    behind = [unit.lower for unit in units[start : start + 2]]
    if (
        len(behind) == 2
        and behind[0] in ("him", "her", "them")
        and behind[1] in frame.object
        and start + 2 < len(units)
    ):
        quoted = units[start + 2]
        if quoted.kind == QUOTE:  # "accused her of 'hating Britain'"
            return [Object(Span(quoted.start + 1, quoted.end - 1), is_quotation=True)]
    behind_accuser = _of_after_accuser(setting, frame, complements)
    if behind_accuser is not None:
        return [Object(span) for span in read_charge_list(units, behind_accuser, setting.verbs)]
    for slot in frame.object:
        phrase = next(iter(complements.slot(slot)), None)
        if phrase is None or phrase.link == "run":
            continue
        if slot == "in" and frame.event == "accusation" and units[setting.clause.verb].lower not in _IN:
            continue  # "accused in parliament"
        if phrase.first.kind == QUOTE and len(phrase.units) == 1:
            return [Object(Span(phrase.span.start + 1, phrase.span.end - 1), is_quotation=True)]
        first = next(at for at in range(start, len(units)) if units[at].start == phrase.span.start)
        words = f"{phrase.qualified_by} {setting.text[max(units[0].start, phrase.span.start - 40) : phrase.span.end]}"
        invented = (Part("attribute", None, "content", "fabricated"),) if is_fabricated(words) else ()
        return [Object(span, invented) for span in read_charge_list(units, first, setting.verbs)]
    if frame.who == "object" and "of" in frame.object:
        after = _of_after_group(units, start, setting.clause.end)
        return [Object(span) for span in read_charge_list(units, after, setting.verbs)] if after is not None else []
    return []


_IN = {"implicated", "implicate", "implicates", "implicating"}
"""Verbs whose ``in`` opens the charge; behind others it says where."""


def _of_after_accuser(setting: Setting, frame: Frame, complements: Complements) -> int | None:
    """``accused by the deputy Ruiz of corruption``: the place behind the ``of`` that belongs to the verb."""
    if frame.event != "accusation" or not setting.clause.passive or "of" not in frame.object:
        return None
    if complements.slot("of"):
        return None
    units = setting.units
    for phrase in complements.phrases:
        if phrase.slot not in ("by", "in", "before", "at"):
            continue
        last = next((n for n in range(len(phrase.units) - 2, 0, -1) if phrase.units[n].lower == "of"), None)
        if last is not None and phrase.units[last + 1].kind in (WORD, QUOTE):
            return index_of(units, phrase.units[last + 1])
    return None


def _of_after_group(units: list[Unit], start: int, end: int) -> int | None:
    """``accused the organisers of denigrating``: the place behind an ``of`` that is none of the group's."""
    found = None
    for at in range(start + 1, min(end, start + 10, len(units) - 1)):
        if units[at].kind not in (WORD, NAME, NUMBER) and units[at].lower != ",":
            break
        if units[at].lower == "of" and units[at + 1].kind == WORD:
            if units[at + 1].lower.endswith("ing"):
                return at + 1
            found = at + 1 if units[at + 1].lower not in ("the", "a", "an", "his", "its") else found
    return found
