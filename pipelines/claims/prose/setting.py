"""What a clause is matched in, and what it holds: the clause with its surroundings, one object as the words give it."""

from dataclasses import dataclass, field

from pipelines.claims.figures import Counted
from pipelines.claims.prose.clauses import Clause
from pipelines.claims.prose.groups import read_group
from pipelines.claims.prose.phrases import Complements, parse_complements
from pipelines.claims.prose.subjects import Who
from pipelines.claims.prose.tokens import DATE, Unit
from pipelines.claims.statement import Figure, Part, Span
from pipelines.claims.when import Dated


@dataclass(slots=True)
class Setting:
    """The clause to be matched with what stands around it: its units, the date that governs it, its modality.

    ``there`` is the place told before that the clause means by this word.
    """

    text: str
    units: list[Unit]
    clause: Clause
    fronted: Unit | None
    following: Unit | None
    modality: str
    modal_part: Part | None
    offset: int
    fronted_places: list[Span]
    verbs: frozenset[int] = frozenset()
    there: Span | None = None
    parsed: dict[int, Complements] = field(default_factory=dict)
    groups: list[tuple[Who, Counted | None] | None] = field(default_factory=list)

    def read_group(self) -> tuple[Who, Counted | None] | None:
        """The group the clause's subject names, looked for once for all frames."""
        if not self.groups:
            self.groups.append(read_group(self.text, self.units, self.clause))
        return self.groups[0]

    def complements_from(self, start: int) -> Complements:
        """The complements between a place and the clause's end, cut once for all who ask."""
        found = self.parsed.get(start)
        if found is None:
            found = self.parsed[start] = parse_complements(self.units, start, max(self.clause.end, start))
            skipped = [unit for unit in self.units[self.clause.verb + 1 : start] if unit.kind == DATE]
            found.dates[:0] = [(unit, "") for unit in skipped]
        return found


@dataclass(slots=True)
class Object:
    """One object as the words give it: its span and further parts, its own date, figure and place where it has them."""

    span: Span
    parts: tuple[Part, ...] = ()
    figure: Figure | None = None
    is_quotation: bool = False
    name: str | None = None
    place: Span | None = None
    dated: Dated | None = None
    more_dates: tuple[Dated, ...] = ()
    undated: bool = False
