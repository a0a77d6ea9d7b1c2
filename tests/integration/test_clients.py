"""The pages on clients: their code is run against the project's own seeds, and prints what they say it prints."""

import contextlib
import io
import re
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[2] / "docs" / "howto"
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
