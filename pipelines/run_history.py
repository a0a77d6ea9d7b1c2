"""Dagster's run history in SQLite, with databases that stay open while a run writes to them.

Dagster's own storage opens and closes the file for each of the thousand times a run tells it something, and waits for
the disk each time. What is written, and where, is the same: any Dagster reads it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Self

from dagster._core.storage.event_log.sqlite import SqliteEventLogStorage
from dagster._core.storage.sqlite import SQLITE_BUSY_TIMEOUT_SECONDS
from dagster._core.storage.sqlite_storage import DagsterSqliteStorage
from dagster._serdes import ConfigurableClassData
from sqlalchemy import Connection, Engine, create_engine, event


class _OpenEventLog(SqliteEventLogStorage):
    """An event log whose databases stay open until it is disposed of."""

    def __init__(self, base_dir: str) -> None:
        self._engines: dict[str, Engine] = {}
        super().__init__(base_dir)

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        with self._db_lock:
            if shard not in self._engines:
                self._engines[shard] = _open(self.conn_string_for_shard(shard))
            if shard not in self._initialized_dbs:
                self._initdb(self._engines[shard])
                self._initialized_dbs.add(shard)
            with self._engines[shard].begin() as con:
                yield con

    def dispose(self) -> None:
        super().dispose()
        while self._engines:
            self._engines.popitem()[1].dispose()


def _open(address: str) -> Engine:
    engine = create_engine(address, connect_args={"timeout": SQLITE_BUSY_TIMEOUT_SECONDS})

    @event.listens_for(engine, "connect")
    def do_not_wait(connection: Any, _: Any) -> None:
        # With a write-ahead log the file stays whole without waiting for the disk; should the power fail, the last
        # lines of a run's history may be missing. What is known stands in Regesta's own log, which does wait.
        connection.execute("pragma synchronous = normal")

    return engine


class RunHistory(DagsterSqliteStorage):
    """SQLite storage for one run of the command line: the event log of Dagster's own, kept open."""

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None) -> None:
        super().__init__(base_dir, inst_data)
        self._event_log_storage = _OpenEventLog(self._event_log_storage._base_dir)

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData, config_value: Mapping[str, Any]) -> Self:
        """The storage in the folder ``base_dir``."""
        return cls.from_local(inst_data=inst_data, **config_value)
