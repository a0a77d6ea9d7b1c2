"""Which of several objects a place, an occasion or a giver belongs to: ``at Eton and at the École in Paris``."""

from pipelines.claims.prose.fitting import fits
from pipelines.claims.prose.frames import Frame
from pipelines.claims.prose.phrases import Complements
from pipelines.claims.prose.places import is_place_like
from pipelines.claims.prose.setting import Object
from pipelines.claims.statement import Part, Span

_PLACED = frozenset(["education", "award", "employment", "appointment", "tenure"])
_TOLD = frozenset(["occasion", "by"])


def places_beside(
    complements: Complements, frame: Frame, objects: list[Object], places: list[Span]
) -> list[list[Span | None]]:
    """The places of each object: its own where one stands between two objects, else those of the clause."""
    shared: list[Span | None] = [*places] or [None]
    if len(objects) < 2 or frame.event not in _PLACED or not places:
        return [shared for _ in objects] or [shared]
    found: list[Span | None] = [_place_within(complements, frame, begin, end) for begin, end in _reaches(objects)]
    is_object = any(each.span.start <= place.start < each.span.end for each in objects for place in places)
    if is_object or any(place is not None for place in found[:-1]) or _is_brought_in(complements, objects[-1]):
        return [[place] for place in found]
    return [shared for _ in objects]


def _is_brought_in(complements: Complements, last: Object) -> bool:
    """``as a labourer, then as a loader at the docks``: an object with its own ``as`` shares no place."""
    return any(
        each.slot == "as" and not each.link and each.span.start == last.span.start for each in complements.phrases
    )


def _place_within(complements: Complements, frame: Frame, begin: int, end: float) -> Span | None:
    for phrase in complements.phrases:
        is_within = begin <= phrase.span.start < end and phrase.slot in ("in", "at", "near")
        if is_within and phrase.slot in frame.place and not phrase.link and is_place_like(phrase):
            return None if fits(phrase, "school") else phrase.span
    return None


def parts_beside(parts: list[Part], frame: Frame, objects: list[Object], nth: int) -> list[Part]:
    """The parts of one object: an occasion or a giver between two objects belongs to the one before it."""
    if len(objects) < 2 or frame.event != "award":
        return parts
    reaches = _reaches(objects)
    told = [part for part in parts if part.part == "participant" and part.role in _TOLD and part.span is not None]
    between = any(begin <= part.span.start < end for part in told if part.span for begin, end in reaches[:-1])
    if not between:
        is_dated = nth + 1 < len(objects) and all(each.dated is not None for each in objects)
        # "the Marsh Prize (1931) and a doctorate from Graz (1954)": what stands behind the last is its own
        return [part for part in parts if not (is_dated and part in told)]
    begin, end = reaches[nth]
    first = reaches[0][0]
    return [
        part
        for part in parts
        if part not in told or part.span is None or begin <= part.span.start < end or part.span.start < first
    ]


def _reaches(objects: list[Object]) -> list[tuple[int, float]]:
    """From the end of each object to the beginning of the next; the last one's has no end."""
    ends: list[float] = [following.span.start for following in objects[1:]]
    return [(each.span.end, end) for each, end in zip(objects, [*ends, float("inf")], strict=True)]


def leave_places_of_apposed(text: str, complements: Complements, places: list[Span]) -> list[Span]:
    """The places of a wedding: not Lahore in ``married Ann Roe, a judge at Lahore``, where no comma parts the two."""
    apposed = [each for each in complements.phrases if each.link == "," and (fits(each, "office") or fits(each, "job"))]
    kept = []
    for place in places:
        near = [each for each in apposed if 0 < place.start - each.span.end < 12]
        if all("," in text[each.span.end : place.start] for each in near):
            kept.append(place)
    return kept
