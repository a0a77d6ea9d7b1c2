"""The report of benchmarks: parts kept as they are measured, and the page made from whatever parts there are."""

import json

import pytest

pytest.importorskip("matplotlib")

from benchmarks import report
from benchmarks.measure import Measured, Teller
from benchmarks.million import _join
from benchmarks.page import write_page

OF = {"machine": {"processor": "a clock", "cores": "2"}, "reading": "r", "projection": "p"}
STAGES = {"Starting": {"seconds": 2.0, "cpu": 2.0}, "Reading": {"seconds": 8.0, "cpu": 15.0}}


def size(pages, lines=()):
    data = {
        "pages": pages, "bytes": pages * 3000, "claims": pages * 20, "seconds": pages / 100, "stages": STAGES,
        "kept_bytes": pages * 35_000, "peaks": [5, 4], "memory": [[0.25, 1 << 28], [9.0, 1 << 29]],
        "none_seconds": 0.5, "one_seconds": 5.0, "one_stages": STAGES,
        "found": {"claims_found": 0.9, "claims_right": 0.8, "persons_found": None, "namesakes_apart": 1.0,
                  "contradictions_found": 1.0, "gaps_found": 1.0, "gaps_invented": 0},
        "by_type": [["birth", 10, 9, 10, 8]],
    }  # fmt: skip
    return {"part": f"size {pages}", "day": "2026-11-01", "of": OF, "lines": list(lines), "data": data}


def test_a_page_is_made_of_the_parts_there_are_and_says_what_is_missed(tmp_path):
    page = tmp_path / "benchmarks.md"
    write_page({}, OF, page)
    assert "nothing yet" in page.read_text()
    parts = [size(1000, [["documents", "50", "100", False]]), size(10_000)]
    write_page({part["part"]: part for part in parts}, OF, page)
    told = page.read_text()
    assert "| documents | 50 | 100 **missed** |" in told
    assert "| claims found | 0.900 | 0.900 |" in told and "| birth | 10 | 0.900 | 10 | 0.800 |" in told
    assert "| time from 1,000 to 10,000 pages, exponent | 1.000 | 1.05 |" in told
    drawn = {file.name: file.read_bytes() for file in (tmp_path / "benchmarks").iterdir()}
    assert set(drawn) == {"rates.svg", "growth.svg", "memory.svg", "found.svg"}
    write_page({part["part"]: part for part in parts}, OF, page)
    assert {name: (tmp_path / "benchmarks" / name).read_bytes() for name in drawn} == drawn


def test_a_size_read_by_earlier_code_says_so_where_it_is_compared_and_where_it_stands(tmp_path):
    page = tmp_path / "benchmarks.md"
    parts = [size(10_000), size(100_000) | {"of": OF | {"reading": "earlier"}}]
    write_page({part["part"]: part for part in parts}, OF, page)
    told = page.read_text()
    assert told.count("of an earlier reading (`earlier`)") == 2
    assert "### 100,000 pages\n\nMeasured on 2026-11-01, of an earlier reading" in told
    assert "size 100000" in report.STANDS_LONGER


def test_a_part_of_hours_stays_on_the_page_and_says_of_which_code_it_is(tmp_path, monkeypatch):
    kept, page = tmp_path / "kept", tmp_path / "benchmarks.md"
    kept.mkdir()
    earlier = OF | {"reading": "earlier"}
    data = {"pages": 1_000_000, "memory": [[0.25, 1 << 28], [9.0, 1 << 29]], "stages": STAGES}
    parts = [
        {"part": "million", "day": "2026-11-01", "of": earlier, "lines": [["rate", "140", "", None]], "data": data},
        {"part": "dates", "day": "2026-11-01", "of": earlier, "lines": [], "data": {"output": "old"}},
    ]
    for part in parts:
        (kept / f"{part['part']}.json").write_text(json.dumps(part))
    monkeypatch.setattr(report, "identify", lambda: OF)
    monkeypatch.setattr("sys.argv", ["report", "--only", "none", "--kept", str(kept), "--page", str(page)])
    monkeypatch.setattr(report, "list_parts", lambda *, is_full: {"none": lambda teller, folder: {}})
    assert report.main() == 0
    told = page.read_text()
    assert "of an earlier reading (`earlier`)" in told and "| rate | 140 |" in told
    assert "old" not in told


def test_a_part_is_kept_once_measured_and_a_failed_one_is_not(tmp_path):
    def good(teller, folder):
        (folder / "work").write_text("x")
        teller.tell("speed", "1", "2", holds=False)
        return {"speed": 1}

    def bad(teller, folder):
        raise RuntimeError("no disk")

    assert report.measure_part("good", good, tmp_path, OF) is False
    assert report.measure_part("bad", bad, tmp_path, OF) is False
    kept = report.load(tmp_path)
    assert list(kept) == ["good"]
    assert kept["good"]["lines"] == [["speed", "1", "2", False]]
    assert [file.name for file in (tmp_path / "work").iterdir()] == ["bad-r"], "what was measured leaves nothing behind"


def test_a_reading_cut_off_is_told_as_one(tmp_path):
    lines = [("Reading", 5, 0, 0), ("Reading", 15, 100, 300), ("Receiving sources", 1, 0, 0), ("Reading", 2, 0, 0),
             ("Reading", 12, 100, 200), ("Reading", 23, 200, 200)]  # fmt: skip
    file = tmp_path / "progress.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    assert _join(file) == [(100, 10), (200, 20), (300, 31)]


def test_memory_is_thinned_without_losing_its_peaks():
    made = Measured("", 1.0, memory=[(place / 4, 7 if place == 501 else 1) for place in range(1000)])
    thin = made.thin_memory(100)
    assert len(thin) == 100
    assert max(held for _, held in thin) == 7


def test_a_teller_knows_whether_a_bound_was_missed():
    teller = Teller(is_silent=True)
    teller.tell("a", "1")
    teller.tell("b", "1", "1", holds=True)
    assert not teller.is_missed
    teller.tell("c", "2", "1", holds=False)
    assert teller.is_missed
