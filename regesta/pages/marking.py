"""A text with the words of every claim marked: overlapping quotes and gaps cut into stretches in a row."""

from collections.abc import Sequence
from typing import Any, NamedTuple


class Stretch(NamedTuple):
    """Some words of a text: the claims whose quote holds them (shortest quote first), and those that begin here.

    A stretch with a ``gap`` has no words of its own where the gap has none.
    """

    text: str
    claims: tuple[dict[str, Any], ...] = ()
    begins: tuple[str, ...] = ()
    gap: dict[str, Any] | None = None


def mark_text(text: str, start: int, claims: Sequence[dict[str, Any]], gaps: Sequence[dict[str, Any]]) -> list[Stretch]:
    """The stretches of a text that begins at ``start``; joined, their words are the text.

    ``claims`` have claim_id, quote_start and quote_end, ``gaps`` gap_start and gap_end, in offsets of the whole source;
    what lies outside is cut off.
    """
    end = start + len(text)
    spans = [(max(c["quote_start"], start), min(c["quote_end"], end), c) for c in claims]
    spans = sorted((s for s in spans if s[0] < s[1]), key=lambda s: (s[0], s[1] - s[0], s[2]["claim_id"]))
    holes = [(max(g["gap_start"], start), min(g["gap_end"], end), g) for g in gaps if start <= g["gap_start"] < end]
    places = sorted({start, end, *(p for s in spans for p in s[:2]), *(p for h in holes for p in h[:2])})
    stretches: list[Stretch] = []
    begun = {claim["claim_id"] for claim in claims if claim["quote_start"] < start}
    active: list[tuple[int, int, dict[str, Any]]] = []
    coming = iter([*spans, None])
    following = next(coming)
    empty = {hole[0]: hole[2] for hole in holes if hole[0] == hole[1]}
    wide = [hole for hole in holes if hole[0] < hole[1]]
    for at, until in zip(places, [*places[1:], end], strict=True):
        active = [span for span in active if span[1] > at]
        while following is not None and following[0] <= at:
            active.append(following)
            following = next(coming)
        if at in empty:
            stretches.append(Stretch("", gap=empty[at]))
        if at == until:
            continue
        held = tuple(span[2] for span in sorted(active, key=lambda s: (s[1] - s[0], s[2]["claim_id"])))
        begins = tuple(claim["claim_id"] for claim in held if claim["claim_id"] not in begun)
        begun.update(begins)
        gap = next((hole[2] for hole in wide if hole[0] <= at < hole[1]), None)
        stretches.append(Stretch(text[at - start : until - start], held, begins, gap))
    return stretches
