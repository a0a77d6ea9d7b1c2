"""``Kuznetsov in 1949 arrested on charges of``: a passive whose auxiliary was lost, or left out in a note.

Only of verbs that nobody does without an object: what stands behind them is none, so it was done to the subject.
"""

from pipelines.claims import lexicon
from pipelines.claims.prose.tokens import BRACKET, DATE, MARK, NAME, WORD, Unit


def lacks_auxiliary(units: list[Unit], verb: int) -> bool:
    """Whether a bare form is a passive: a verb of what is suffered, and no object behind it."""
    said = units[verb].lower
    if said not in lexicon.words("verbs", "suffered"):
        return False
    following = units[verb + 1] if verb + 1 < len(units) else None
    if following is None or following.kind in (DATE, MARK, BRACKET):
        return said not in _MAY_BE_DONE or (following is not None and following.kind == DATE)
    if following.kind != WORD or following.lower not in _BEHIND:
        return False
    behind = units[verb + 2] if verb + 2 < len(units) else None
    is_dated = behind is not None and behind.kind == DATE
    later = units[verb + 3] if is_dated and verb + 3 < len(units) else None
    if later is not None and (later.kind == NAME or later.lower in lexicon.words("words", "determiners")):
        return False  # "executed in 1937 his generals"
    if said in _MAY_BE_DONE:
        return following.lower in ("by", "from") or is_dated or (behind is not None and behind.lower == ".")
    return True


_MAY_BE_DONE = {"shot", "released", "captured", "murdered", "executed", "dismissed"}
"""Verbs that somebody may do without an object, or behind which words of it are lost: ``he shot at the king``."""

_BEHIND = {"on", "in", "at", "from", "for", "by", "to", "of", "as", "with", "after", "during", "under", "and", "until"}


def subject_before_date(units: list[Unit], verb: int) -> tuple[int, int] | None:
    """``Kuznetsov in 1949 arrested``: the name before the date that opens the verb's words."""
    at = verb - 1
    if at < 1 or units[at].kind != DATE:
        return None
    at -= 1
    if at > 0 and units[at].lower in ("in", "on"):
        at -= 1
    opens = units[at].kind == NAME and (at == 0 or units[at - 1].kind == MARK)
    return (at, at + 1) if opens else None
