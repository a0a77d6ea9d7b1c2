"""What changed between two states, and why; the lives of sources and claims."""

from datetime import timedelta

import pyarrow as pa
import pytest

from warehouse.errors import RegestaError
from warehouse.log import attach_log
from warehouse.log.between import (
    changes_between,
    find_claims,
    find_last_run,
    find_sources,
    find_state,
    tell_claim,
    tell_source,
)


@pytest.fixture
def entries(to_claims):
    def entries(action, *claims, cause="new version"):
        read = to_claims(*claims)
        words = {"action": action, "cause": cause}
        for name, value in words.items():
            read = read.append_column(name, pa.array([value] * read.num_rows))
        return read

    return entries


@pytest.fixture
def changes(con, log):
    def changes(before, after):
        attach_log(con, log)
        rows = changes_between(con, before, after).to_arrow_table().to_pylist()
        return {
            row["claim_id"]: (
                row["change"], row["cause"], row["tx"],
                {c["column_name"]: (c["before"], c["after"]) for c in row["columns_changed"]},
            )
            for row in rows
        }  # fmt: skip

    return changes


def test_each_kind_of_change_is_told_with_its_cause(append, entries, claim, changes):
    same = claim("c5")
    append(claims=entries("assert", claim("c1"), claim("c2", date_edtf="1905"), claim("c3", quote_start=4), same))
    append(claims=entries("retract", claim("c1"), cause="withdrawn"))
    append(claims=entries("restate", claim("c2", date_edtf="1905-02", date_earliest=-5), cause="newer reading"))
    append(claims=entries("relocate", claim("c3", quote_start=9)))
    append(claims=entries("assert", claim("c4"), cause="new source"))
    assert changes(1, 5) == {
        "c1": ("withdrawn", "withdrawn", 2, {}),
        "c2": (
            "restated", "newer reading", 3,
            {"date_edtf": ("1905", "1905-02"), "date_earliest": (None, "1969-12-27")},
        ),
        "c3": ("relocated", "new version", 4, {"quote_start": ("4", "9")}),
        "c4": ("added", "new source", 5, {}),
    }  # fmt: skip
    assert set(changes(0, 1)) == {"c1", "c2", "c3", "c5"}
    assert changes(5, 5) == changes(3, 3) == {}


def test_what_came_back_the_same_is_no_change(append, entries, claim, changes):
    append(claims=entries("assert", claim("c1", quote="a")))
    append(claims=entries("retract", claim("c1", quote="a")))
    append(claims=entries("assert", claim("c1", quote="a")))
    append(claims=entries("assert", claim("c2")))
    append(claims=entries("retract", claim("c2")))
    assert changes(1, 5) == {}
    assert changes(1, 2) == {"c1": ("withdrawn", "new version", 2, {})}


def test_another_part_is_a_restatement(append, entries, claim, changes):
    append(claims=entries("assert", claim("c1", parts=[{"part": "date", "text": "1905"}])))
    append(claims=entries("restate", claim("c1", parts=[{"part": "date", "text": "1906"}])))
    assert changes(1, 2)["c1"][0] == "restated"


def test_a_state_is_named_by_number_time_or_word(log, append, moment):
    for hour in (0, 1, 30):
        append(recorded_at=moment + timedelta(hours=hour))
    named = {
        "0": 0, "2": 2, "last": 3, "2026-02-28": 0, "2026-03-01": 2, "2026-03-01T12:30": 1,
        "2026-03-01T13:00+00:00": 2, "2026-03-01T13:00+02:00": 0,
    }  # fmt: skip
    assert {words: find_state(log, words) for words in named} == named
    with pytest.raises(RegestaError, match="has 3 transactions, there is no transaction 4"):
        find_state(log, "4")
    with pytest.raises(RegestaError, match="'yesterday' names no state"):
        find_state(log, "yesterday")


def test_the_last_run_is_all_its_transactions_but_no_judgements(log, moment):
    def add(kind, run_id):
        log.append(parent=log.head, recorded_at=moment, kind=kind, cause="", agent="", run_id=run_id, segments={})

    assert find_last_run(log) == 0
    for kind, run_id in [("ingestion", "r1"), ("ingestion", "r2"), ("normalization", "r2"), ("validation", "r2"),
                         ("validation", "r3"), ("fixity check", None)]:  # fmt: skip
        add(kind, run_id)
    assert find_last_run(log) == 1
    add("ruling", None)
    assert find_last_run(log) == 6


def test_the_life_of_a_claim(con, log, append, entries, claim):
    append(claims=entries("assert", claim("c1abc", quote="a"), cause="new source"))
    append(claims=entries("restate", claim("c1abc", quote="b"), cause="newer reading"))
    append(claims=entries("retract", claim("c1abc", quote="b"), cause="withdrawn"))
    attach_log(con, log)
    assert find_claims(con, "c1") == ["c1abc"]
    rows = tell_claim(con, "c1abc").to_arrow_table().to_pylist()
    assert [(row["tx"], row["action"], row["cause"], row["columns_changed"]) for row in rows] == [
        (1, "assert", "new source", []),
        (2, "restate", "newer reading", [{"column_name": "quote", "before": "a", "after": "b"}]),
        (3, "retract", "withdrawn", []),
    ]


def test_the_life_of_a_source(con, log, append, entries, claim, accession, reading):
    append("ingestion", accessions=accession())
    append(
        readings=reading(layout="wiki export"), claims=entries("assert", claim("c1"), claim("c2"), cause="new source")
    )
    append("ingestion", accessions=accession(action="moved", path="b/a.txt"))
    attach_log(con, log)
    assert find_sources(con, "a.txt") == find_sources(con, "b/a.txt") == find_sources(con, "s1") == ["s1"]
    assert find_sources(con, "c.txt") == []
    assert [(tx, words) for tx, _, words in tell_source(con, "s1").fetchall()] == [
        (1, "received as a.txt"),
        (2, "claims: 2 assert (new source)"),
        (2, "read: version 1, wiki export, normalized"),
        (3, "moved to b/a.txt"),
    ]
