"""What a law is: a sentence, a severity, and the query that finds the rows that break it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Law:
    """One law on one table.

    ``query`` selects, from ``{batch}`` (the table judged) and any other table by its name, one row for each breach:
    ``row_key`` names the row, an optional ``reason`` says what was seen. ``name`` is permanent: results are kept under
    it. ``check`` is the asset check it counts for: the contract's laws of a table share one.
    """

    table_name: str
    name: str
    sentence: str
    severity: str
    query: str
    check: str

    @property
    def check_id(self) -> str:
        """The key of its results: suite and law."""
        return f"{self.table_name}.{self.name}"
