"""The mart ``source_overview``."""

from typing import Annotated

from warehouse.contract.types import Means, table
from warehouse.contract.vocabulary import AUTHORSHIPS, SOURCE_STATUSES


@table("source_overview", key=("source_id",), sorted_by=("path", "source_id"))
class SourceRow:
    """One source: what it says, how much was read from it, what it has lost."""

    source_id: Annotated[str, Means("The source.", refers_to="sources.source_id")]
    path: Annotated[str, Means("Where it lies, relative to the seed folder.")]
    member: Annotated[str | None, Means("Its name inside a container, where it lies in one.")]
    title: Annotated[str | None, Means("The page's title.")]
    subject_id: Annotated[str | None, Means("The person it is about.", refers_to="entities.entity_id")]
    subject: Annotated[str | None, Means("That person's name.")]
    layout: Annotated[str | None, Means("The layout by which it was read.")]
    language: Annotated[str | None, Means("Its main language (ISO 639-1).")]
    authorship: Annotated[str, Means("Who wrote it, as far as it says so.", AUTHORSHIPS)]
    licence: Annotated[str | None, Means("Under which licence it may be used.")]
    origin: Annotated[str | None, Means("Where it was obtained.")]
    status: Annotated[str, Means("What became of it.", SOURCE_STATUSES)]
    problem: Annotated[str | None, Means("Why it is quarantined, or what it duplicates.")]
    version: Annotated[int, Means("The number of its latest version.")]
    byte_count: Annotated[int, Means("How many bytes it has.")]
    passage_count: Annotated[int, Means("How many passages it has, blank ones left out.")]
    gap_count: Annotated[int, Means("How many places show a loss.")]
    citation_count: Annotated[int, Means("How many references it numbers.")]
    claim_count: Annotated[int, Means("How many claims were read from it.")]
    dated_count: Annotated[int, Means("How many of them carry a date.")]
    event_count: Annotated[int, Means("How many events it speaks of.")]
    alone_count: Annotated[int, Means("How many of them no other source tells.")]
    silent_count: Annotated[int, Means("How many events of its subject others tell and it does not.")]
    contradiction_count: Annotated[int, Means("In how many contradictions its claims stand.")]
