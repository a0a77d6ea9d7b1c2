"""Relatives nobody names, as whom something befalls: ``deported his wife and daughter``, ``both his parents``."""

from pipelines.claims import lexicon
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import NAME, NUMBER, WORD, Unit

_FAR = 4
"""Units of one relative's words before the word of kinship."""


def relatives_of_subject(discourse: Discourse, units: list[Unit], subject: tuple[int, int]) -> list[Who]:
    """The relatives a subject tells, with whom ``and`` puts before them: ``He and his wife``, ``His wife and son``."""
    begin, end = subject
    if begin > 1 and units[begin - 1].lower == "and":
        at = begin - 2
        if units[at].lower in ("he", "she") and units[begin].lower in ("his", "her"):
            own = discourse.resolve_pronoun(units[at], None)
            return [*([own] if own is not None else []), *relatives_at(discourse, units[:end], begin)]
        while at > 0 and begin - at < _FAR + 2 and units[at].kind == WORD and units[at].lower not in ("his", "her"):
            at -= 1
        if units[at].lower in ("his", "her"):
            begin = at
    return relatives_at(discourse, units[:end], begin)


def relatives_at(discourse: Discourse, units: list[Unit], start: int) -> list[Who]:
    """The relatives told from a place on by a pronoun and words of kinship; none where a name stands with them."""
    kin = lexicon.load("heads")["kin"]
    at = start
    if at + 1 < len(units) and units[at].lower in ("him", "her") and units[at + 1].lower == "and":
        own = discourse.resolve_pronoun(units[at], None)
        others = relatives_at(discourse, units, at + 2)
        return [own, *others] if own is not None and others else []
    if at < len(units) and units[at].lower in ("both", "all"):
        at += 1
    if at < len(units) and units[at].lower == "of":
        at += 1
    if at >= len(units) or units[at].lower not in ("his", "her"):
        return []
    owner = units[at]
    found: list[Who] = []
    while at < len(units):
        begin = at + 1 if units[at].lower in ("his", "her") else at
        end = begin
        while (
            end < len(units)
            and end - begin < _FAR
            and units[end].kind in (WORD, NUMBER)
            and units[end].lower not in kin
        ):
            if units[end].lower in lexicon.words("words", "prepositions") or units[end].lower in ("and", "who"):
                return found
            end += 1
        if end >= len(units) or units[end].lower not in kin:
            return found
        behind = units[end + 1] if end + 1 < len(units) else None
        if behind is not None and (behind.kind == NAME or behind.lower in ("'s", "’s", "'", "’")):
            return []
        found += discourse.resolve_subject([owner, *units[begin : end + 1]], None)
        if behind is None or behind.lower != "and":
            return found
        at = end + 2
    return found
