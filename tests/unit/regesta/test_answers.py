"""Answers of the marts: formats, errors in one sentence, and words of sources that stay words."""

import csv
import io
import json

import duckdb
import pyarrow.parquet as pq
import pytest

from regesta.answers import open_marts, to_cell, write_answer
from regesta.text import to_plain
from warehouse.errors import RegestaError


@pytest.fixture
def home(tmp_path):
    """A home whose marts hold one table of odd words."""
    with duckdb.connect() as con:
        con.execute(f"attach '{tmp_path / 'marts.duckdb'}' as regesta")
        con.execute("use regesta")
        con.execute("create schema marts")
        con.execute("create table words (id integer, word varchar, day date, share double)")
        con.execute(
            "insert into words values (1, '=1+1', '1905-02-20', 0.5), (2, ?, null, null), (3, 'дата', null, 2)",
            ["red \x1b[31m\nnext"],
        )
        con.execute("create view marts.odd as select * from main.words")
    return tmp_path


def answer(home, query, form, capsys, to=None):
    with open_marts(home) as con:
        write_answer(con, query, form, to)
    return capsys.readouterr().out


def test_json_is_an_array_of_objects(home, capsys):
    rows = json.loads(answer(home, "from words order by id", "json", capsys))
    assert rows[0] == {"id": 1, "word": "=1+1", "day": "1905-02-20", "share": 0.5}
    assert rows[1]["word"] == "red \x1b[31m\nnext"
    assert json.loads(answer(home, "from words where id > 9", "json", capsys)) == []


def test_csv_takes_no_cell_for_a_formula(home, capsys):
    rows = list(csv.reader(io.StringIO(answer(home, "select word, day from words order by id", "csv", capsys))))
    assert rows[0] == ["word", "day"]
    assert rows[1] == ["'=1+1", "1905-02-20"]
    assert rows[3] == ["дата", ""]


def test_numbers_below_zero_stay_numbers():
    assert to_cell(-5) == "-5"
    assert to_cell("-5 men") == "'-5 men"


def test_parquet_goes_to_a_file(home, capsys, tmp_path):
    answer(home, "from words order by id", "parquet", capsys, str(tmp_path / "answer.parquet"))
    assert pq.read_table(tmp_path / "answer.parquet").column("id").to_pylist() == [1, 2, 3]


def test_a_table_shows_control_codes_instead_of_obeying_them(home, capsys):
    shown = answer(home, "from marts.odd", "table", capsys)
    assert "\x1b[31m" not in shown
    assert "\\u001b[31m" in shown
    assert "дата" in shown


def test_a_long_answer_says_that_there_is_more(home, capsys):
    assert "first 200 rows" in answer(home, "select * from range(300)", "table", capsys)


def test_a_wrong_query_is_one_clear_error(home):
    with open_marts(home) as con, pytest.raises(RegestaError, match="cannot be run"):
        write_answer(con, "select nonsense", "csv", None)


def test_nothing_can_be_written_or_fetched(home, tmp_path):
    with open_marts(home) as con:
        for query in ("delete from words", f"copy words to '{tmp_path / 'out.csv'}'", "select * from '/etc/hostname'"):
            with pytest.raises(RegestaError):
                write_answer(con, query, "csv", None)


def test_a_home_without_an_edition_says_what_to_do(tmp_path):
    with pytest.raises(RegestaError, match="run `regesta run` first"):
        open_marts(tmp_path)


def test_plain_words_are_left_alone():
    assert to_plain("Боровичи – 1905") == "Боровичи – 1905"
    assert to_plain("a\tb\r\nc") == "a b c"
    assert to_plain("\u202eabc") == "\\u202eabc"
