"""The notebook of docs/notebooks: run from its first cell to its last against the project's own seeds."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[2] / "docs" / "notebooks").glob("*.ipynb"))


def outputs(notebook):
    """Every output of a notebook's cells, in order."""
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def kinds(notebook):
    """What each cell puts out: pictures, words."""
    return [sorted(output.get("data", {"text": ""})) for output in outputs(notebook)]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_what_it_is_kept_with(path, published, tmp_path, monkeypatch):
    monkeypatch.setenv("REGESTA_HOME", str(published))
    monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path))
    kept = nbformat.read(path, as_version=4)
    fresh = nbformat.from_dict({**kept, "cells": [nbformat.from_dict(cell) for cell in kept.cells]})
    for cell in fresh.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    NotebookClient(fresh, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}).execute()
    assert kinds(fresh) == kinds(kept)
    assert sum("image/png" in kind for kind in kinds(fresh)) >= 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_kept_notebook_tells_nothing_of_the_machine_it_ran_on(path):
    text = path.read_text("utf-8")
    assert str(Path.home()) not in text
    assert "/tmp/" not in text
    notebook = nbformat.read(path, as_version=4)
    assert outputs(notebook)
    assert not any(output.output_type == "error" or output.get("name") == "stderr" for output in outputs(notebook))
    assert not any("execution" in cell.metadata for cell in notebook.cells)
