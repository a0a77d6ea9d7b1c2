"""What names a place: a name with no club, battle, body or office in it, and states named like parties."""

from pipelines.claims import lexicon
from pipelines.claims.figures import to_number
from pipelines.claims.prose.kinds import Phrase, is_head, words_of
from pipelines.claims.prose.tokens import DATE, NAME, NUMBER, WORD, Unit
from pipelines.claims.prose.verbs import known_forms

_TIMES = frozenset(["years", "era", "period", "times", "decade", "decades", "days", "century", "age", "ages", "months"])
"""Heads of phrases that tell a time where a place could stand: ``in the Brezhnev years``."""


_STATES = (
    ["soviet", "union"],
    ["russian", "federation"],
    ["polish-lithuanian", "commonwealth"],
    ["malay", "federation"],
)
"""States whose last word is elsewhere that of a party or an alliance."""


def names_club(phrase: Phrase) -> bool:
    """Whether a phrase names a club of sportsmen: ``Leith United``, but not ``the United States``."""
    for unit in phrase.units:
        *before, last = unit.lower.split() or [""]
        if is_head(last, "club") or any(word != "united" and is_head(word, "club") for word in before):
            return True
    return False


_NOW = (
    ["what", "is", "now"], ["what", "is", "today"], ["what", "was", "then"], ["what", "later", "became"],
    ["what", "became"], ["what", "is", "currently"], ["what", "was", "to", "become"], ["what", "are", "now"],
)  # fmt: skip


def leave_nows(units: list[Unit]) -> list[Unit]:
    """The units without ``what is now`` before a place, which would open a clause: ``born in what is now Slovakia``."""
    if not any(unit.lower == "what" for unit in units):
        return units
    kept: list[Unit] = []
    at = 0
    while at < len(units):
        words = next((each for each in _NOW if [u.lower for u in units[at : at + len(each)]] == each), None)
        if words is not None and kept and kept[-1].lower in ("in", "at", "near", "of", "to", "from"):
            at += len(words)
            continue
        kept.append(units[at])
        at += 1
    return kept


def leave_ages(units: list[Unit]) -> list[Unit]:
    """The units without an age between ``and`` and its verb: ``and at seventeen matriculated``."""
    dropped: set[int] = set()
    for at, unit in enumerate(units[:-2]):
        if unit.lower != "at" or at == 0 or units[at - 1].lower not in ("and", "but", "then"):
            continue
        age = units[at + 1].lower
        is_age = 4 < (to_number(age) or 0) < 90 and not age.isdigit()
        if is_age and units[at + 2].lower in known_forms():
            dropped |= {at, at + 1}
    return [unit for at, unit in enumerate(units) if at not in dropped] if dropped else units


_DISASTERS = {
    "earthquake", "fire", "flood", "famine", "epidemic", "plague", "massacre", "crash", "disaster", "wreck",
    "shipwreck", "avalanche", "explosion", "bombing", "riots", "riot", "uprising", "rising", "purge",
    "pogrom", "pandemic",
}  # fmt: skip
"""Heads of what befalls many at a place, and is none."""


_REGIMENTS = {
    "rifles", "regiment", "hussars", "fusiliers", "highlanders", "dragoons", "lancers", "brigade", "battalion",
    "division", "infantry", "cavalry", "artillery", "volunteers", "squadron", "grenadiers", "navy", "army",
}  # fmt: skip
"""Last words of names of forces, which elsewhere are no part of a place's."""


def is_place_like(phrase: Phrase) -> bool:
    """Whether a phrase after ``in`` or ``at`` names a place: a name with no date, body, battle or office in it."""
    if phrase.units[0].kind == DATE or not any(unit.kind == NAME for unit in phrase.units):
        return False
    head = phrase.head
    if words_of(phrase)[-2:] in _STATES:
        return True
    if head in _DISASTERS or head in ("games", "olympics", "championships", "minor", "major"):
        return False
    for key in ("battle", "office", "party", "degree", "award"):
        if is_head(head, key) and head not in ("city", "castle", "state", "front", "house"):
            return False
    if (
        is_head(head, "force")
        and head not in ("line", "company", "garrison", "reserve")
        and phrase.units[-1].kind == WORD
    ):
        return False  # "in the Frontenac militia"
    if phrase.units[-1].kind == NAME and head in _REGIMENTS:
        return False
    no_place = lexicon.words("heads", "no_place")
    if head in lexicon.words("words", "months") or phrase.units[0].lower in no_place or head in _TIMES:
        return False
    if head.endswith(("ists", "viks", "crats")) or names_club(phrase):
        return False
    return not any(unit.kind == NUMBER for unit in phrase.units)
