"""The prompt of ``regesta sql``: one query after the other, with history, completion and colours."""

from pathlib import Path

import duckdb
from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.history import FileHistory, InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.lexers import PygmentsLexer
from prompt_toolkit.output import Output
from pygments.lexers.sql import SqlLexer
from rich.console import Console

from regesta.answers import write_answer
from warehouse.errors import RegestaError

_WORDS = (
    "select", "from", "where", "order by", "group by", "limit", "join", "using", "count(*)", "distinct", "is not null",
    "like", "and", "or", "not", "desc", "as", "with",
)  # fmt: skip


def find_words(con: duckdb.DuckDBPyConnection) -> list[str]:
    """What can be completed: SQL's usual words, and every table, column and macro of the marts."""
    known = con.execute(
        "select table_name from duckdb_tables() where database_name = current_database() "
        "union select column_name from duckdb_columns() where database_name = current_database() "
        "union select function_name || '(' from duckdb_functions() where database_name = current_database() "
        "order by 1"
    ).fetchall()
    return [*_WORDS, *(word for (word,) in known)]


def ask_on(
    con: duckdb.DuckDBPyConnection, *, history: Path | None, given: Input | None = None, shown: Output | None = None
) -> None:
    """Ask for queries until an empty line, ``exit`` or Ctrl-D; a query that cannot be run is told, and asking goes on.

    ``history`` is the file the queries are kept in, None for nowhere; ``given`` and ``shown`` stand for the terminal.
    """
    if history is not None:
        try:
            history.parent.mkdir(parents=True, exist_ok=True)
            history.touch()
        except OSError:  # a home that can only be read
            history = None
    session: PromptSession[str] = PromptSession(
        "regesta> ",
        history=FileHistory(str(history)) if history else InMemoryHistory(),
        completer=WordCompleter(find_words(con), ignore_case=True),
        complete_while_typing=False,
        auto_suggest=AutoSuggestFromHistory(),
        lexer=PygmentsLexer(SqlLexer),
        input=given,
        output=shown,
    )
    while True:
        try:
            query = session.prompt().strip().rstrip(";")
        except KeyboardInterrupt:  # Ctrl-C gives up the line, not the session
            continue
        except EOFError:
            return
        if query.lower() in ("", "exit", "quit"):
            return
        try:
            write_answer(con, query, "table", None)
        except RegestaError as error:
            Console(stderr=True, highlight=False, markup=False).print(str(error), style="red", soft_wrap=True)
