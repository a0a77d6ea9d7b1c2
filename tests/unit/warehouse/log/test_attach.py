"""The log folded to what stands, now and as of any transaction."""

import pyarrow as pa
import pytest

from warehouse.contract.tables import TABLES
from warehouse.log import attach_log
from warehouse.log.streams import STREAMS


@pytest.fixture
def entries(to_claims):
    def entries(action, *claims, cause="new source"):
        read = to_claims(*claims)
        words = {"action": action, "cause": cause}
        for name, value in words.items():
            read = read.append_column(name, pa.array([value] * read.num_rows))
        return read

    return entries


def test_an_empty_log_has_every_relation_and_no_rows(con, log):
    assert attach_log(con, log) is None
    for name in (*(f"log_{stream}" for stream in STREAMS), "current_accessions", "source_versions", "current_readings",
                 "current_claim_entries", "current_claims", "current_claim_parts", "claim_order", "quality_results",
                 "quarantine", "current_rulings", "transactions"):  # fmt: skip
        assert con.sql(f"from {name}").fetchall() == [], name


@pytest.mark.parametrize(
    ("view", "table"),
    [
        ("transactions", "transactions"),
        ("source_versions", "source_versions"),
        ("current_claims", "claims"),
        ("current_claim_parts", "claim_parts"),
        ("quality_results", "quality_results"),
        ("quarantine", "quarantine"),
    ],
)
def test_tables_of_the_log_have_the_contracts_columns(con, log, view, table):
    attach_log(con, log)
    assert tuple(con.sql(f"from {view}").columns) == TABLES[table].column_names


def test_what_was_appended_is_what_stands(con, log, append, entries, claim):
    parts = [{"part": "date", "text": "1905", "part_start": 3, "part_end": 7}, {"part": "trigger", "text": "born"}]
    append(claims=entries("assert", claim("c1", date_text="1905", parts=parts), claim("c2")))
    attach_log(con, log)
    assert con.sql("select claim_id, date_text, subject_id from current_claims order by all").fetchall() == [
        ("c1", "1905", None), ("c2", None, None),
    ]  # fmt: skip
    columns = "claim_id, ordinal, part, text, part_start, entity_id"
    assert con.sql(f"select {columns} from current_claim_parts").fetchall() == [
        ("c1", 0, "date", "1905", 3, None), ("c1", 1, "trigger", "born", None, None),
    ]  # fmt: skip


def test_the_latest_entry_stands_and_a_retraction_ends_it(con, log, append, entries, claim):
    append(claims=entries("assert", claim("c1", quote="old"), claim("c2")))
    append(claims=entries("restate", claim("c1", quote="new")))
    append(claims=entries("retract", claim("c2")))
    attach_log(con, log)
    assert con.sql("select claim_id, quote from current_claims").fetchall() == [("c1", "new")]
    append(claims=entries("assert", claim("c2", quote="again")))
    attach_log(con, log)
    assert con.sql("select claim_id, quote from current_claims order by all").fetchall() == [
        ("c1", "new"), ("c2", "again"),
    ]  # fmt: skip


def test_any_past_transaction_can_be_attached(con, log, append, entries, claim):
    append(claims=entries("assert", claim("c1", quote="old")))
    append(claims=entries("restate", claim("c1", quote="new")))
    append(claims=entries("retract", claim("c1")))
    seen = []
    for tx in (0, 1, 2, 3, None):
        at = attach_log(con, log, as_of=tx)
        seen.append((at.tx if at else None, con.sql("select quote from current_claims").fetchall(),
                     len(con.sql("from transactions").fetchall())))  # fmt: skip
    assert seen == [(None, [], 0), (1, [("old",)], 1), (2, [("new",)], 2), (3, [], 3), (3, [], 3)]


def test_claims_are_ordered_by_their_first_assertion(con, log, append, entries, claim):
    append(claims=entries("assert", claim("c9", quote_start=5), claim("c1", quote_start=70)))
    append(claims=entries("assert", claim("c0", quote_start=0)))
    append(claims=entries("relocate", claim("c9", quote_start=500)))
    attach_log(con, log)
    assert con.sql("select claim_id, first_tx from claim_order order by ordinal").fetchall() == [
        ("c9", 1), ("c1", 1), ("c0", 2),
    ]  # fmt: skip


def test_versions_know_who_replaced_them(con, log, append, accession):
    append("ingestion", accessions=accession())
    append("ingestion", accessions=accession(version=2, action="changed", sha256="b" * 64))
    append("ingestion", accessions=accession(version=2, action="moved", path="b.txt", sha256="b" * 64))
    append("deaccession", accessions=accession(version=2, action="withdrawn", path="b.txt", sha256="b" * 64))
    attach_log(con, log)
    rows = "select version, path, left(sha256, 1), first_tx, last_tx from source_versions order by version"
    assert con.sql(rows).fetchall() == [(1, "a.txt", "a", 1, 2), (2, "b.txt", "b", 2, 4)]
    assert con.sql("select action, first_tx, last_tx from current_accessions").fetchall() == [("withdrawn", 1, 4)]


@pytest.mark.parametrize(
    "ceased", [{"action": "withdrawn"}, {"action": "described", "duplicate_of": "s0"}, {"problem": "It is a pipe."}]
)
def test_a_reading_stands_until_its_source_ceases_to_count(con, log, append, accession, reading, ceased):
    append("ingestion", accessions=accession())
    append(readings=reading())
    append(readings=reading(fingerprint="f2"))
    attach_log(con, log)
    assert con.sql("select fingerprint, tx from current_readings").fetchall() == [("f2", 3)]
    append("deaccession", accessions=accession(**ceased))
    append("ingestion", accessions=accession(action="returned"))
    attach_log(con, log)
    assert con.sql("from current_readings").fetchall() == []
    append(readings=reading(fingerprint="f3"))
    attach_log(con, log)
    assert con.sql("select fingerprint from current_readings").fetchall() == [("f3",)]


def test_rows_are_set_aside_until_released(con, log, append):
    def entry(action):
        row = {"action": action, "table_name": "claims", "row_key": "c1", "expectation": "e", "reason": "r"}
        return pa.Table.from_pylist([row])

    append("validation", quarantine=entry("set_aside"))
    attach_log(con, log)
    assert con.sql("from quarantine").fetchall() == [("claims", "c1", "e", "r", 1)]
    append("validation", quarantine=entry("released"))
    attach_log(con, log)
    assert con.sql("from quarantine").fetchall() == []


def test_a_ruling_keeps_its_first_transaction(con, log, append):
    def entry(action, reason):
        row = dict.fromkeys(("kind", "target", "author", "path"), "x") | {"ruling_id": "r1", "action": action}
        return pa.Table.from_pylist([row | {"reason": reason, "column_name": None, "value": None}])

    append("ruling", rulings=entry("made", "why"))
    append("ruling", rulings=entry("made", "why indeed"))
    attach_log(con, log)
    assert con.sql("select action, reason, tx, first_tx from current_rulings").fetchall() == [
        ("made", "why indeed", 2, 1)
    ]
