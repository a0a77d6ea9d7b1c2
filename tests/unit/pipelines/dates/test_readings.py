"""Every reading of ``tests/readings/dates`` reads as marked; the held-out ones are only scored, with a floor."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

_PATH = Path(__file__).parents[3] / "readings" / "dates" / "readings.py"


def _module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("date_readings", _PATH)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["date_readings"] = module
    spec.loader.exec_module(module)
    return module


readings = _module()
ALL = readings.load()


@pytest.mark.parametrize("reading", [r for r in ALL if not r.file.startswith("held_out")], ids=lambda r: r.text[:60])
def test_reading(reading: object) -> None:
    assert readings.score(reading)[1] == []


def test_held_out() -> None:
    total = readings.Score()
    for reading in ALL:
        if reading.file.startswith("held_out"):
            total.add(readings.score(reading)[0])
    assert total.f1 >= 0.95
    assert total.value >= 0.94 * total.found


def test_page_is_fresh() -> None:
    assert readings.PAGE.read_text(encoding="utf-8") == readings.page(ALL), "run readings.py --write"
