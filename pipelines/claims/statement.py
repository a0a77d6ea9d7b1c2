"""The seam between readers and the log: the small value every reader of claims emits.

A reader (a rule here, or a statistical or language-model reader beside the rules) says what kind of event the words
state and where its parts stand. It writes no words, bounds, ids or provenance: `pipelines.claims.assemble` takes them
from the text. Nothing here knows passages, rules or the lexicon.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of the text, in code points."""

    start: int
    end: int


class Part(NamedTuple):
    """One part of a statement: what part it plays, where its words stand, its role, and what the words mean.

    ``span`` is null for an attribute without words of its own; ``value`` is the meaning where it is more than the
    words (the page's name for a pronoun, an ISO duration, a language).
    """

    part: str
    span: Span | None = None
    role: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The date columns of a claim, as the dates room bounds them. Days count from 1970-01-01."""

    edtf: str | None = None
    earliest: int | None = None
    start_latest: int | None = None
    end_earliest: int | None = None
    latest: int | None = None
    precision: str | None = None
    qualifier: str | None = None
    calendar: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure columns of a claim; its words stand in a part ``figure``."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str | None = None
    unit: str | None = None
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One event as the words of one place state it.

    ``subject`` is the name the page uses for the person or group (its title for its own subject); every other word
    stands in ``parts``. ``quote`` is the smallest stretch that carries the statement. ``rule`` is the permanent name
    of what read it and ``rule_version`` its version; ``confidence`` lies between 0 and 1.
    """

    event_type: str
    subject: str
    quote: Span
    parts: tuple[Part, ...]
    rule: str
    confidence: float
    rule_version: int = 1
    subtype: str | None = None
    modality: str = "asserted"
    is_quotation: bool = False
    when: When | None = None
    figure: Figure | None = None
    duration: str | None = None
    reference_number: int | None = None

    def first(self, part: str) -> Part | None:
        """The first part of that kind; null where there is none."""
        for candidate in self.parts:
            if candidate.part == part:
                return candidate
        return None


def keep_once(statements: list[Statement]) -> list[Statement]:
    """Each statement once, the surest: ``remained director until 1920`` is read as predicate and by its verb."""
    kept: dict[tuple[object, ...], Statement] = {}
    for place, each in enumerate(statements):
        held, where = each.first("object"), each.first("place")
        key: tuple[object, ...] = (place,)
        if held is not None and held.span is not None:
            at = where.span if where is not None and each.event_type != "association" else None
            key = (each.event_type, each.subject, held.span, at, each.when)
        if key not in kept or kept[key].confidence < each.confidence:
            kept[key] = each
    return list(kept.values())
