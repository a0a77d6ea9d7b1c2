"""Which claims of a reading are which annotations: deterministic, one to one. No text is read here.

A claim can be an annotation when type, person, quote and date agree and their objects have something in common. Of all
such pairs the best are taken first; pairs are then changed until no further annotation can be found.
"""

import re
import unicodedata
from dataclasses import dataclass

from pipelines.dates import UnreadableEdtf, parse_edtf
from tests.readings.claims.annotations import UNDATED, Annotated, Annotation
from warehouse.contract.tables import Claim

TITLES = frozenset(
    [
        *("sir", "dame", "dr", "lord", "lady", "saint", "st", "king", "queen", "emperor", "empress", "prince"),
        *("princess", "bishop", "pope", "count"),
    ]
)
SMALL_WORDS = frozenset(
    [
        *(
            "a",
            "an",
            "the",
            "of",
            "in",
            "at",
            "for",
            "and",
            "to",
            "by",
            "on",
            "with",
            "his",
            "her",
            "its",
            "as",
            "from",
        ),
        *("de", "von", "van", "la", "le", "в", "и", "на", "за", "с"),
    ]
)
ENOUGH = 8  # code points two quotes must share, or half of the shorter: a word or two, never a comma
MIRRORED = frozenset({"marriage", "engagement", "association"})
DETAILED = frozenset(
    [
        *("birth", "death", "residence", "retirement", "arrest", "interrogation", "trial", "imprisonment", "exile"),
        *("execution", "release", "acquittal", "rehabilitation"),
    ]
)
"""Types whose object is a detail (the cause, the charge, the means), so that a wrong one makes no other event."""
BETWEEN_PERSONS = MIRRORED | {"kinship"}
PRONOUNS = frozenset(["he", "she", "him", "her", "them", "his", "they"])
INVERSE = {"child": "parent", "parent": "child", "spouse": "spouse", "sibling": "sibling", "in_law": "in_law"}


@dataclass(frozen=True, slots=True)
class Matched:
    """What became of one page: pairs found, annotations missed, claims that match none.

    ``seconds`` are claims that state a found annotation once more under another of its types: no find, and not wrong.
    """

    page: Annotated
    pairs: list[tuple[Annotation, Claim]]
    seconds: list[Claim]
    missed: list[Annotation]
    alarms: list[Claim]


def match_page(page: Annotated, claims: list[Claim]) -> Matched:
    """Pair claims with annotations; annotations that must be found go before those that may be."""
    edges: dict[int, list[tuple[float, int]]] = {}
    for a, annotation in enumerate(page.annotations):
        for c, claim in enumerate(claims):
            if why_not(page, annotation, claim) is None:
                edges.setdefault(a, []).append((_likeness(annotation, claim), c))
    holder: dict[int, int] = {}
    taken: set[int] = set()
    ranked = sorted(
        (page.annotations[a].scope == "may", -weight, a, c) for a, options in edges.items() for weight, c in options
    )
    for _, _, a, c in ranked:
        if a not in taken and c not in holder:
            taken.add(a)
            holder[c] = a
    for a in sorted(edges, key=lambda one: (page.annotations[one].scope == "may", one)):
        if a not in taken and _find_room(a, edges, holder, set()):
            taken.add(a)
    pairs = [(page.annotations[a], claims[c]) for c, a in sorted(holder.items(), key=lambda one: one[1])]
    missed = [one for a, one in enumerate(page.annotations) if a not in taken and one.is_demanded]
    types = {(a, claims[c].event_type) for c, a in holder.items()}
    alarms, seconds = [], []
    for c, claim in enumerate(claims):
        if c in holder:
            continue
        free = [a for a, options in edges.items() if c in {one for _, one in options}]
        second = next((a for a in free if (a, claim.event_type) not in types), None)
        if second is None:
            alarms.append(claim)
        else:
            types.add((second, claim.event_type))
            seconds.append(claim)
    return Matched(page, pairs, seconds, missed, alarms)


def why_not(page: Annotated, annotation: Annotation, claim: Claim) -> str | None:
    """The first thing in which a claim is not this annotation, or null where it is."""
    if claim.event_type != annotation.event_type and claim.event_type not in annotation.also:
        return "type"
    overlap = min(claim.quote_end, annotation.end) - max(claim.quote_start, annotation.start)
    shorter = min(claim.quote_end - claim.quote_start, annotation.end - annotation.start)
    if overlap < min(ENOUGH, (shorter + 1) // 2):
        return "quote"
    if not agree_persons(page, annotation, claim):
        return "person"
    if not agree_dates(annotation, claim):
        return "date"
    if not _is_mirrored(page, annotation, claim) and not _agree_objects(page, annotation, claim):
        return "object"
    return None


def _find_room(a: int, edges: dict[int, list[tuple[float, int]]], holder: dict[int, int], seen: set[int]) -> bool:
    """Give an annotation a claim, moving others to another claim of theirs where that helps."""
    for _, c in sorted(edges[a], key=lambda one: (-one[0], one[1])):
        if c not in seen:
            seen.add(c)
            if c not in holder or _find_room(holder[c], edges, holder, seen):
                holder[c] = a
                return True
    return False


def _likeness(annotation: Annotation, claim: Claim) -> float:
    overlap = min(claim.quote_end, annotation.end) - max(claim.quote_start, annotation.start)
    length = max(claim.quote_end, annotation.end) - min(claim.quote_start, annotation.start)
    return round(
        2.0 * (claim.event_type == annotation.event_type)
        + 3.0 * share_of_words(annotation.object, claim.object_text)
        + 1.0 * share_of_words(annotation.place, claim.place_text)
        + 1.0 * (claim.date_edtf in annotation.edtf if annotation.edtf else claim.date_edtf is None)
        + 0.5 * (claim.subtype == annotation.subtype)
        + overlap / length,
        6,
    )


def agree_persons(page: Annotated, annotation: Annotation, claim: Claim) -> bool:
    """The same person by any form of the name; who is married to whom, or whose child is whose parent, either way."""
    return is_same_name(page, annotation.subject, claim.subject_text) or _is_mirrored(page, annotation, claim)


def _is_mirrored(page: Annotated, annotation: Annotation, claim: Claim) -> bool:
    if not annotation.object or not claim.object_text:
        return False
    if not is_same_name(page, annotation.object, claim.subject_text) or not (
        claim.object_text.casefold() in PRONOUNS or is_same_name(page, annotation.subject, claim.object_text)
    ):
        return False
    if annotation.event_type == claim.event_type == "kinship":
        return INVERSE.get(annotation.subtype or "") == claim.subtype
    return annotation.event_type in MIRRORED


def _agree_objects(page: Annotated, annotation: Annotation, claim: Claim) -> bool:
    """A word in common; where the object is a person, the same name."""
    if not annotation.object or not claim.object_text or annotation.event_type in DETAILED:
        return True
    if annotation.event_type in BETWEEN_PERSONS and claim.event_type in BETWEEN_PERSONS:
        return claim.object_text.casefold() in PRONOUNS or is_same_name(page, annotation.object, claim.object_text)
    return _share_words(annotation.object, claim.object_text)


def is_same_name(page: Annotated, one: str, other: str) -> bool:
    """Two forms of one name: equal, one within the other, or declared the same on the page.

    A declared form of one word (a surname) does not make everyone who bears it the same.
    """
    a, b = _name_words(one), _name_words(other)
    if not a or not b:
        return one == other
    if a <= b or b <= a:
        return True
    for group in page.same:
        forms = [_name_words(name) for name in group]
        if a in forms and any(b <= form or (len(form) > 1 and form <= b) for form in forms):
            return True
    return False


def _name_words(name: str) -> frozenset[str]:
    return frozenset(fold_words(re.sub(r"['’]s\b", "", name))) - TITLES - SMALL_WORDS


def agree_dates(annotation: Annotation, claim: Claim) -> bool:
    """The same EDTF or the same bounds. Inferred bounds may be left away, and may not exclude the annotated ones."""
    if claim.date_edtf in annotation.edtf:
        return True
    if claim.date_edtf is None:
        return not annotation.edtf or annotation.basis == "inferred" or UNDATED in annotation.edtf
    if not annotation.edtf:
        return claim.date_basis == "inferred"
    if annotation.basis == "inferred":
        return claim.date_basis == "inferred" and any(_can_coincide(one, claim.date_edtf) for one in annotation.edtf)
    return any(_outer(one) == _outer(claim.date_edtf) for one in annotation.edtf if one != UNDATED)


def _outer(edtf: str) -> tuple[int, int] | None:
    try:
        bounds = parse_edtf(edtf)
    except UnreadableEdtf:
        return None
    low, high = bounds.earliest, bounds.latest
    return (-(10**12) if low is None else int(low), 10**12 if high is None else int(high))


def _can_coincide(one: str, other: str) -> bool:
    a, b = _outer(one), _outer(other)
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def fold_words(text: str) -> list[str]:
    """The words of a text, small, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"\w+", "".join(letter for letter in plain if not unicodedata.combining(letter)))


def share_of_words(one: str | None, other: str | None) -> float:
    """How far two wordings are the same: twice the common words over all of them; both absent is 1."""
    a, b = fold_words(one or ""), fold_words(other or "")
    if not a and not b:
        return 1.0
    left = list(b)
    common = 0
    for word in a:
        if word in left:
            left.remove(word)
            common += 1
    return 2 * common / (len(a) + len(b))


def _share_words(one: str, other: str) -> bool:
    """Any word of weight in common; endings apart, so that inflected forms meet."""
    a, b = ({word[:5] for word in fold_words(text)} - SMALL_WORDS for text in (one, other))
    return bool(a & b) or not a or not b
