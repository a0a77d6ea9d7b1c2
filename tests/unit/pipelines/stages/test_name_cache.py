"""What names tell is judged once: a refresh judges only the names that came."""

import duckdb
import pyarrow as pa
import pytest

from pipelines.entities import resolve
from pipelines.stages import name_cache


@pytest.fixture
def judge(monkeypatch):
    """Judge names against what was kept before; returns what they tell, and which were judged now."""
    judged = []
    read_name = resolve.read_name
    monkeypatch.setattr(resolve, "read_name", lambda name: judged.append(name) or read_name(name))
    monkeypatch.setattr(resolve, "read_sql", lambda _: "from names_told")

    def judge(cache, *names):
        judged.clear()
        with duckdb.connect() as con:
            con.register("names_told", pa.table({"kind": ["person"] * len(names), "name": list(names)}))
            resolve._make_names(con, name_cache.recall_names(con, cache))
            name_cache.keep_names(con, cache)
            return con.sql("from name_keys order by name").to_arrow_table(), sorted(judged)

    return judge


def test_only_new_names_are_judged_and_told_alike(judge, tmp_path):
    judge(tmp_path, "Anna Berg", "Carl Dahl")
    told, judged = judge(tmp_path, "Anna Berg", "Carl Dahl", "Eva Maria Berg")
    assert judged == ["Eva Maria Berg"]
    assert told.equals(judge(tmp_path / "elsewhere", "Anna Berg", "Carl Dahl", "Eva Maria Berg")[0])
    assert judge(tmp_path, "Eva Maria Berg")[1] == []


def test_names_that_left_are_not_told(judge, tmp_path):
    judge(tmp_path, "Anna Berg", "Carl Dahl")
    assert judge(tmp_path, "Anna Berg")[0].column("name").to_pylist() == ["Anna Berg"]


def test_what_other_code_judged_is_judged_again(judge, tmp_path, monkeypatch):
    judge(tmp_path, "Anna Berg")
    monkeypatch.setattr(name_cache, "projection_fingerprint", lambda: "other")
    assert judge(tmp_path, "Anna Berg")[1] == ["Anna Berg"]
    assert [file.name for file in (tmp_path / "names").iterdir()] == ["other.parquet"]
