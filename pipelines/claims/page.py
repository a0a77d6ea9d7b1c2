"""What a reader of claims may know of the page around it: the text, its passages, its dates, and whom it is about."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.claims.statement import Part, Span
from pipelines.sources.document import Document
from warehouse.contract.tables import Passage


@dataclass(frozen=True, slots=True)
class Page:
    """One page as its readers see it. ``subject`` is the page's title; ``named_at`` where its name first stands."""

    document: Document
    passages: Sequence[Passage]
    subject: str
    named_at: Span | None = field(default=None)

    @property
    def text(self) -> str:
        """The whole text; every span points into it."""
        return self.document.text

    def antecedent(self) -> tuple[Part, ...]:
        """The part that tells who is meant where a field or a bracket names nobody."""
        if self.named_at is None:
            return ()
        return (Part("antecedent", self.named_at),)
