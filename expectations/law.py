"""What a law is: a sentence, a severity, and the SQL that finds the rows that break it. Imports no library."""

import re
from dataclasses import dataclass
from functools import cached_property

_PLAIN = re.compile(
    r"select\s+(?P<key>.+?)\s+as\s+row_key,\s*(?P<reason>.+?)\s+as\s+reason\s+from\s+(?P<table>\w+)\s+where\s+(?P<breach>.+)",
    re.DOTALL,
)
_MORE_THAN_A_CONDITION = re.compile(r"\bover\s*\(|\b(?:select|join|group by|having|qualify|union|with)\b")


@dataclass(frozen=True)
class Law:
    """One law on one table.

    ``query`` selects one row for each breach: ``row_key`` (the row's key, its columns joined by a space) and ``reason``
    (what was seen, null where there is no more to say). It names tables by their names, may use the relations of
    ``sql/prepare.sql``, and is plain SQL of DuckDB. ``name`` is permanent: results are kept under it. ``check`` is the
    asset check it counts for. ``sets_aside``: it judges a claim by itself, before anyone is identified, and a claim
    that breaks it goes to ``quarantine``. ``of_one_source``: what breaks it follows from what was read of one source
    alone, so that it need not be judged again where that stands as it was. ``measure`` names the share it bounds, where
    it bounds one.
    """

    table_name: str
    name: str
    sentence: str
    severity: str
    query: str
    check: str
    sets_aside: bool = False
    of_one_source: bool = False
    measure: str | None = None

    @property
    def check_id(self) -> str:
        """The key of its results: suite and law."""
        return f"{self.table_name}.{self.name}"

    @cached_property
    def breach(self) -> str | None:
        """The condition its breaches fulfil, where a row of the table alone decides: such laws share one scan."""
        found = _PLAIN.fullmatch(self.query.strip())
        if found is None or found["table"] != self.table_name or _MORE_THAN_A_CONDITION.search(found["breach"]):
            return None
        return found["breach"]
