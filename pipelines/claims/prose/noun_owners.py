"""Whose event a noun names: an owner before it, whom ``of`` names, a group, the one the sentence speaks of."""

from typing import Any

from pipelines.claims import lexicon
from pipelines.claims.figures import Counted, find_figures
from pipelines.claims.prose.groups import group_at, group_of_sentence
from pipelines.claims.prose.kin_names import BETWEEN
from pipelines.claims.prose.subjects import Discourse, Who
from pipelines.claims.prose.tokens import DATE, MARK, NAME, NUMBER, WORD, Unit
from pipelines.claims.statement import Span
from pipelines.claims.when import is_year


def owners_of(
    discourse: Discourse, units: list[Unit], place: int, frame: dict[str, Any]
) -> tuple[list[Who], int, Counted | None]:
    """Whose event a noun names, where the words that say so begin, and the figure where it counts them."""
    if not frame.get("many"):
        owner, begin = _owner(discourse, units, place, frame)
        if owner is not None:
            return [owner], begin, None
        if frame.get("group"):
            found = _group(discourse, units, place)
            if found is not None:
                return [found[0]], found[1], found[2]
        return [], place, None
    begin = _begin_of_many(units, place)
    counted = next(iter(find_figures(discourse.text, units[begin].start, units[place].start)), None)
    after = units[place + 1].lower if place + 1 < len(units) else ""
    if after in ("starting", "beginning"):
        start = next((at for at in range(place + 2, min(len(units), place + 7)) if units[at].lower == "with"), None)
        group = group_at(discourse.text, units, start + 1) if start is not None else None
        if group is not None:
            return [group[0]], begin, None
    if after in ("of", "among", "against"):
        listed = _listed_names(discourse, units, place + 2) if after == "of" else []
        if listed:
            return listed, begin, None
        start = place + 2
        while start < len(units) and units[start].lower in (",", "and"):
            start += 1  # words were lost: "arrests among , , and officials"
        group = group_at(discourse.text, units, start)
        if group is not None:
            return [group[0]], begin, group[1] or counted
    if counted is None:
        return [], place, None
    before = units[place - 1]
    if before.kind == WORD and before.lower + "s" in lexicon.words("heads", "people") and before.end > counted.span.end:
        span = Span(before.start, before.end)  # "an estimated 12,000 civilian deaths"
        return [Who(discourse.text[span.start : span.end], None, span, (), -0.06)], begin, counted
    group_who = group_of_sentence(discourse.text, units, begin)
    if group_who is not None:
        return [group_who], begin, counted
    return [], place, None


def _begin_of_many(units: list[Unit], place: int) -> int:
    """Where ``more than 100 additional`` before a plural begins."""
    at = place
    while at > 0 and place - at < 6 and units[at - 1].kind in (WORD, NUMBER):
        lower = units[at - 1].lower
        if lower in lexicon.words("words", "connectors") and lower != "as":
            break
        if lower in lexicon.words("words", "prepositions") and lower not in _COUNTING:
            break
        at -= 1
    return at


_COUNTING = {"than", "over", "about", "around", "under", "at"}
"""Prepositions that qualify a figure."""


def _listed_names(discourse: Discourse, units: list[Unit], start: int) -> list[Who]:
    """The persons in ``the deaths of X and Y``."""
    found: list[Who] = []
    at = start
    while at < len(units) and at - start < 10:
        if units[at].kind == NAME:
            who = discourse.resolve_name(units[at])
            if who is None or who.person is None:
                return []
            found.append(who)
        elif units[at].lower not in (",", "and"):
            break
        at += 1
    return found


def _group(discourse: Discourse, units: list[Unit], place: int) -> tuple[Who, int, Counted | None] | None:
    """``the family's rehabilitation`` · ``the release of thousands from``: a group nobody names."""
    between = frozenset(lexicon.load("nouns")["between"]["words"])
    at = place - 1
    while at >= 0 and units[at].lower in between and place - at < 4:
        at -= 1
    if at > 0 and units[at].lower in ("'s", "’s", "'", "’"):
        head = units[at - 1]
        if head.kind == WORD and (head.lower == "family" or head.lower in lexicon.words("heads", "people")):
            span = Span(head.start, head.end)
            return Who(discourse.text[span.start : span.end], None, span, (), -0.08), at - 1, None
    if place + 2 < len(units) and units[place + 1].lower == "of":
        following = units[place + 2]
        if following.lower in ("thousands", "hundreds", "dozens", "millions"):
            span = Span(following.start, following.end)
            return Who(following.lower, None, span, (), -0.06), place, None
    return None


def _owner(discourse: Discourse, units: list[Unit], place: int, frame: dict[str, Any]) -> tuple[Who | None, int]:
    """Whose event a noun names, and where the words that say so begin."""
    between = frozenset(lexicon.load("nouns")["between"]["words"])
    at = place - 1
    while (
        at >= 0
        and (units[at].lower in between or units[at].kind == DATE or is_year(units[at].lower))
        and place - at < 4
    ):
        at -= 1
    if at >= 0:
        before = units[at]
        if before.lower == "whose" and at > 0:
            back = at - 2 if units[at - 1].lower == "," else at - 1
            if back >= 0 and units[back].kind == NAME:
                return discourse.resolve_owner(units[back]), at
            return None, place
        if (
            before.lower in ("his", "her")
            and at > 2
            and units[at - 2].kind == NAME
            and units[at - 3].lower == "against"
        ):
            return discourse.resolve_name(units[at - 2]), at - 2  # "testified against Berg at his trial"
        kin = lexicon.load("heads")["kin"]
        if (
            before.lower in ("'s", "’s")
            and at > 1
            and units[at - 1].lower in kin
            and units[at - 2].lower in ("his", "her")
        ):
            return _relative(discourse, units[at - 2 : at]), at - 2  # "her husband's death in 1957"
        if before.kind == WORD and before.lower in ("his", "her") and frame["event"] == "marriage" and at == 0:
            owner = discourse.subject_who(-0.03)  # "another son was dean. His second marriage, in 1583, was childless"
            told = owner.person.gender if owner.person is not None else None
            if place - at > 1 and told in (None, "m" if before.lower == "his" else "f"):
                return owner, at
        if before.kind == WORD and before.lower in ("his", "her") and not frame.get("name"):
            return discourse.resolve_pronoun(before, None), at
        if before.kind == WORD and before.lower in ("'s", "’s") and at > 0 and units[at - 1].kind == NAME:
            return discourse.resolve_name(units[at - 1]), at - 1
        if before.kind == MARK and before.lower in ("'", "’") and at > 0 and units[at - 1].kind == NAME:
            return discourse.resolve_name(units[at - 1]), at - 1
    if frame["event"] == "marriage" and at >= 0 and units[at].lower in ("a", "another", "the"):
        return discourse.subject_who(-0.06), at
    if frame.get("indefinite") and discourse.segment_who and _stands_indefinite(units, place):
        return discourse.segment_who[0].shared(), place
    if frame.get("ownerless") and _is_dated_beside(units, place, at):
        return discourse.subject_who(-0.1), at if at >= 0 and units[at].lower == "the" else at + 1
    if frame.get("of_sentence"):
        if at >= 0 and units[at].lower in ("his", "her"):
            return discourse.resolve_pronoun(units[at], None), at
        if at > 0 and units[at].lower in ("'s", "’s") and units[at - 1].kind == NAME:
            return discourse.resolve_name(units[at - 1]), at - 1
        after = frame.get("after")
        is_after = after is None or (place and units[place - 1].lower in after)
        if not is_after:
            return None, place
        return discourse.spoken_of_at(place) or discourse.subject_who(-0.1), place
    vacated = at > 0 and units[at].lower == "the" and units[at - 1].lower in ("by", "upon") and place == at + 1
    if (
        frame.get("possessive")
        and not _of_somebody_as(units, place)
        and not (vacated and frame["event"] == "departure")
    ):
        return None, place
    if units[place + 1 : place + 2] and units[place + 1].lower == "of" and _is_relative_alone(units, place + 2):
        last = next(n for n in range(place + 3, len(units)) if units[n].lower in lexicon.load("heads")["kin"])
        return _relative(discourse, units[place + 2 : last + 1]), place  # "the death of his elder brother in 1259"
    named = _named_after_of(units, place)
    if named is not None:
        following = units[named + 1] if named + 1 < len(units) else None
        if following is not None and following.kind == WORD and following.lower in ("of", "'s", "’s"):
            return None, place
        begin = at if at >= 0 and units[at].lower in ("the", "a") else place
        return (discourse.resolve_owner if frame["event"] in _OF_PERSONS else discourse.resolve_name)(
            units[named]
        ), begin
    return None, place


def _is_relative_alone(units: list[Unit], at: int) -> bool:
    """Whether ``his father`` stands there, and no name behind it."""
    if at + 1 >= len(units) or units[at].lower not in ("his", "her"):
        return False
    while at + 2 < len(units) and units[at + 1].lower in BETWEEN:
        at += 1
    following = units[at + 2 : at + 4]
    is_named = any(unit.kind == NAME for unit in following[:1]) or (
        len(following) == 2 and following[0].lower == "," and following[1].kind == NAME
    )
    return units[at + 1].lower in lexicon.load("heads")["kin"] and not is_named


def _relative(discourse: Discourse, units: list[Unit]) -> Who | None:
    """The relative these words tell of, by name where the page gives it."""
    return next(iter(discourse.resolve_subject(units, None)), None)


def _stands_indefinite(units: list[Unit], place: int) -> bool:
    """``after a closed trial`` · ``in a show trial in 1952``: of whom the sentence speaks."""
    for at in range(place - 1, max(0, place - 5), -1):
        if units[at].lower in ("a", "an"):
            return at > 0 and units[at - 1].lower in ("in", "after", "following", "at")
        if units[at].kind != WORD:
            return False
    return False


def _is_dated_beside(units: list[Unit], place: int, at: int) -> bool:
    """``criminal vindication on 30 April 1954`` · ``the 1950 conviction``: the date stands right beside the noun."""
    if any(units[each].kind == DATE or is_year(units[each].lower) for each in range(at + 1, place)):
        return True
    behind = units[place + 1 : place + 3]
    return len(behind) == 2 and behind[0].lower in ("on", "in") and behind[1].kind == DATE


def _named_after_of(units: list[Unit], place: int) -> int | None:
    """Where the name stands in ``death of Zhdanov`` or ``death of Politburo member Sergei Kirov``."""
    if place + 2 >= len(units) or units[place + 1].lower != "of":
        return None
    at = place + 2
    if units[at].lower in ("his", "her"):
        kin = lexicon.load("heads")["kin"]
        told = next((n for n in range(at + 1, min(len(units) - 1, at + 4)) if units[n].lower in kin), None)
        at = at if told is None else told + 1 + (units[told + 1].lower == ",")  # "the death of his brother Karl"
        if told is not None and (at >= len(units) or units[at].kind != NAME):
            return None
    while at < len(units) and at - place < 7 and units[at].kind in (NAME, WORD) and units[at].lower not in _NO_OWNER:
        following = units[at + 1] if at + 1 < len(units) else None
        if units[at].kind == NAME and (
            following is None or (following.kind != NAME and following.lower not in _OFFICES)
        ):
            return at
        at += 1
    return None


_OF_PERSONS = {"arrest", "execution"}
"""Events that happen to persons only, so that a lone name after ``of`` is one."""


_NO_OWNER = {
    "his",
    "her",
    "the",
    "their",
    "a",
    "an",
    "in",
    "of",
    "and",
    "by",
    "to",
    "at",
    "on",
    "who",
    "which",
    "that",
    "some",
    "many",
}


_OFFICES = {"member", "leader", "chairman", "secretary", "minister", "chief", "president", "commander"}


def _of_somebody_as(units: list[Unit], place: int) -> bool:
    """``the appointment of Lund as director``: whose it is stands behind."""
    behind = units[place + 1 : place + 4]
    return len(behind) == 3 and behind[0].lower == "of" and behind[1].kind == NAME and behind[2].lower in ("as", "to")
