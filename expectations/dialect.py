"""DuckDB for Great Expectations: the dialect of ``duckdb-engine``, mended.

Great Expectations gives its connection back before it reads the result; the rollback that goes with that empties
DuckDB's result, and every expectation fails with "list index out of range". Nothing is written here, so beginning,
committing and rolling back may do nothing.
"""

from typing import Any

from duckdb_engine import Dialect
from sqlalchemy.dialects import registry


class ReadingDialect(Dialect):
    """DuckDB without transactions."""

    supports_statement_cache = False

    def do_begin(self, dbapi_connection: Any) -> None:
        """Nothing to begin."""

    def do_commit(self, dbapi_connection: Any) -> None:
        """Nothing to commit."""

    def do_rollback(self, dbapi_connection: Any) -> None:
        """Nothing to roll back."""


def register_dialect() -> None:
    """Put the mended dialect in the place of the other, under the name Great Expectations knows."""
    registry.register("duckdb", __name__, ReadingDialect.__name__)
