"""The pages on clients: their code is run against the project's own seeds, and prints what they say it prints."""

import contextlib
import io
import re
from pathlib import Path

import duckdb
import pytest
from integration.driver import ask, refresh

from warehouse.contract.marts import MARTS

PAGES = Path(__file__).parents[2] / "docs" / "howto"
QUERY = re.compile(r"```sql\n(.*?)```", re.DOTALL)
BLOCK = re.compile(r"```(python|text)\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("page", ["duckdb", "polars", "pandas", "pyarrow"])
def test_the_code_of_a_page_prints_what_it_says(page, published, tmp_path, monkeypatch):
    (tmp_path / "data").symlink_to(published)
    monkeypatch.chdir(tmp_path)
    blocks = BLOCK.findall((PAGES / f"{page}.md").read_text("utf-8"))
    assert [kind for kind, _ in blocks] == ["python", "text"] * (len(blocks) // 2)
    for (_, code), (_, expected) in zip(blocks[::2], blocks[1::2], strict=True):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(code, f"{page}.md", "exec"), {})
        assert said.getvalue().rstrip() == expected.rstrip()


def test_what_superset_is_given_answers(published):
    page = (PAGES / "superset.md").read_text("utf-8")
    (query,) = QUERY.findall(page)
    rows = ask(published, f"select what, from_day < to_day from ({query}) where person = 'Alexey Kuznetsov'")
    assert len(rows) > 20
    assert all(is_seen for _, is_seen in rows)
    columns = re.findall(r"`(\w+)`", page.split("columns `person`")[1].split(".")[0])
    assert "sentence" in columns
    assert set(columns) <= set(MARTS["disagreements"].column_names)


def test_queries_of_the_page_on_tools_run(published):
    page = (PAGES / "bi-tools.md").read_text("utf-8")
    queries = re.findall(r'regesta sql "([^"]+)"', page)
    assert queries
    for query in queries:
        assert ask(published, query)


def test_an_edition_switches_under_open_readers(seeds, home):
    refresh(seeds, home)
    question = "select count(*) from sources"
    with duckdb.connect(str(home / "marts.duckdb"), read_only=True) as reader:
        before = reader.execute(question).fetchall()
        pinned = (home / "published" / "current").resolve()
        (seeds / "new.txt").write_text(
            "Anna Petrova\n\nAnna Petrova (born 3 May 1900) was a Soviet chemist.\n", "utf-8"
        )
        refresh(seeds, home)
        assert reader.execute(question).fetchall() == before  # it keeps the edition it opened
        assert reader.execute("select count(*) from claim_provenance").fetchall() > [(0,)]
    assert ask(home, question) == [(before[0][0] + 1,)]
    with duckdb.connect(str(pinned / "marts.duckdb"), read_only=True) as reader:
        assert reader.execute(question).fetchall() == before  # it can be cited
