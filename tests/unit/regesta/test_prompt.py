"""The prompt asks on until it is left, keeps its history, and knows what can be completed."""

import duckdb
import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from regesta.prompt import ask_on, find_words


@pytest.fixture
def con():
    with duckdb.connect() as con:
        con.execute("create table persons (name varchar, birth_edtf varchar)")
        con.execute("insert into persons values ('Anna Berg', '1901')")
        con.execute("create macro timeline_of(wanted) as table select * from persons where name = wanted")
        yield con


def ask(con, typed, history=None):
    with create_pipe_input() as given:
        given.send_text(typed)
        ask_on(con, history=history, given=given, shown=DummyOutput())


def test_it_answers_one_query_after_the_other_and_a_mistake_does_not_end_it(con, capsys, tmp_path):
    history = tmp_path / "cache" / "sql_history"
    ask(con, "select nme from persons\nselect name from persons;\n\n", history)
    told = capsys.readouterr()
    assert "cannot be run" in told.err
    assert "Anna Berg" in told.out
    assert "select name from persons" in history.read_text()


@pytest.mark.parametrize("leave", ["exit\n", "\n", "\x04"])
def test_it_is_left_by_a_word_an_empty_line_or_the_end_of_input(con, leave):
    ask(con, leave)


def test_a_home_that_cannot_be_written_keeps_no_history(con, tmp_path):
    (tmp_path / "file").write_text("")
    ask(con, "exit\n", tmp_path / "file" / "sql_history")


def test_tables_columns_and_questions_can_be_completed(con):
    assert {"persons", "birth_edtf", "timeline_of(", "select"} <= set(find_words(con))
