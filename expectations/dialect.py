"""DuckDB for Great Expectations: the dialect of ``duckdb-engine``, mended, over a connection that is open already.

Great Expectations gives its connection back before it reads the result; the rollback that goes with that empties
DuckDB's result, and every expectation fails with "list index out of range". Nothing is written here, so beginning,
committing and rolling back may do nothing. And it is lent a connection instead of opening a file: so it sees what was
prepared there, under the limits set there, and leaves no file behind.
"""

import contextlib
from collections.abc import Iterator
from typing import Any, ClassVar

import duckdb
from duckdb_engine import ConnectionWrapper, Dialect
from sqlalchemy.dialects import registry


class ReadingDialect(Dialect):
    """DuckDB without transactions; the name of the database is that of a connection lent to it."""

    supports_statement_cache = False
    lent: ClassVar[dict[str, duckdb.DuckDBPyConnection]] = {}

    def connect(self, *_: Any, **parameters: Any) -> Any:
        """A cursor on the connection lent under that name."""
        return ConnectionWrapper(self.lent[parameters["database"]].cursor())

    def do_begin(self, dbapi_connection: Any) -> None:
        """Nothing to begin."""

    def do_commit(self, dbapi_connection: Any) -> None:
        """Nothing to commit."""

    def do_rollback(self, dbapi_connection: Any) -> None:
        """Nothing to roll back."""


@contextlib.contextmanager
def lend(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """The address under which SQLAlchemy finds a connection, as long as the block runs."""
    registry.register("duckdb", __name__, ReadingDialect.__name__)
    name = f"lent{id(con)}"
    ReadingDialect.lent[name] = con
    try:
        yield f"duckdb:///{name}"
    finally:
        del ReadingDialect.lent[name]
