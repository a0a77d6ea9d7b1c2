"""Past states in SQL."""

from datetime import timedelta

import duckdb
import pyarrow as pa
import pytest

from warehouse.contract.tables import TABLES
from warehouse.log import attach_log
from warehouse.log.history import HISTORIES, create_history


@pytest.fixture
def told(con, log, tmp_path):
    """Create the history from the log as it stands, and open it as a reader does."""

    def told():
        file = tmp_path / f"marts{log.head.tx}.duckdb"
        attach_log(con, log)
        con.execute("attach ? as regesta", [str(file)])
        con.execute("create table regesta.main.transactions as from transactions")
        create_history(con, "regesta")
        con.execute("detach regesta")
        return duckdb.connect(str(file), read_only=True)

    return told


@pytest.fixture
def entries(to_claims):
    def entries(action, *claims):
        read = to_claims(*claims)
        words = {"action": action, "cause": "new version"}
        for name, value in words.items():
            read = read.append_column(name, pa.array([value] * read.num_rows))
        return read

    return entries


def test_claims_as_of_any_transaction_are_those_the_log_folds_to(con, log, append, told, entries, claim, moment):
    append(claims=entries("assert", claim("c1", quote="one", date_earliest=-800_000), claim("c2")))
    append(claims=entries("restate", claim("c1", quote="two")), recorded_at=moment + timedelta(hours=1))
    append(claims=entries("retract", claim("c1", quote="two")), recorded_at=moment + timedelta(hours=2))
    append(claims=entries("assert", claim("c1", quote="three")), recorded_at=moment + timedelta(hours=3))
    with told() as marts:
        for tx in range(6):
            attach_log(con, log, as_of=tx)
            stood = con.sql("from current_claims order by claim_id").fetchall()
            assert marts.execute("from claims_as_of(?) order by claim_id", [tx]).fetchall() == stood
        for hours, quote in [(-1, None), (0, "one"), (1.5, "two"), (2, None), (9, "three")]:
            at = moment + timedelta(hours=hours)
            found = marts.execute("select quote from claims_as_of(?) where claim_id = 'c1'", [at]).fetchall()
            assert found == ([(quote,)] if quote else []), hours
        assert len(marts.sql("from claims_as_of('2026-03-01 13:30:00+00')").fetchall()) == 2
        assert marts.sql("from claims_as_of(2)").columns == list(TABLES["claims"].column_names)


def test_the_history_of_a_claim_tells_each_step_and_when_it_ended(append, told, entries, claim):
    append(claims=entries("assert", claim("c1")))
    append(claims=entries("relocate", claim("c1", quote_start=4)))
    append(claims=entries("retract", claim("c1", quote_start=4)))
    with told() as marts:
        columns = "tx, until_tx, action, quote_start, columns_changed"
        found = marts.sql(f"select {columns} from claim_history order by tx").fetchall()
    assert found == [(1, 2, "assert", 0, None), (2, 3, "relocate", 4, "quote_start"), (3, None, "retract", 4, None)]


def test_sources_as_of_follow_accessions_and_readings(append, told, accession, reading):
    append("ingestion", accessions=accession())
    append(readings=reading(title="Life", authorship="machine"))
    append("ingestion", accessions=accession(version=2, action="changed", sha256="b" * 64))
    append(readings=reading(version=2, title="A life"))
    append("ingestion", accessions=accession(version=2, action="moved", path="b.txt", sha256="b" * 64, origin="RGASPI"))
    append("deaccession", accessions=accession(version=2, action="withdrawn", path="b.txt", sha256="b" * 64))
    with told() as marts:
        question = "select path, version, status, title, origin, first_tx, last_tx from sources_as_of(?)"
        found = [marts.execute(question, [tx]).fetchall() for tx in range(7)]
        assert marts.sql("from sources_as_of(2)").columns == list(TABLES["sources"].column_names)
    assert found == [
        [],
        [("a.txt", 1, "quarantined", None, None, 1, 1)],
        [("a.txt", 1, "normalized", "Life", None, 1, 2)],
        [("a.txt", 2, "quarantined", None, None, 1, 3)],
        [("a.txt", 2, "normalized", "A life", None, 1, 4)],
        [("b.txt", 2, "normalized", "A life", "RGASPI", 1, 5)],
        [("b.txt", 2, "withdrawn", None, None, 1, 6)],
    ]


def test_rulings_as_of_follow_their_entries(append, told):
    def entry(action):
        row = dict.fromkeys(("kind", "target", "author", "path", "reason"), "x") | {"ruling_id": "r1", "action": action}
        return pa.Table.from_pylist([row | {"column_name": None, "value": None}])

    append("ruling", rulings=entry("made"))
    append("ruling", rulings=entry("withdrawn"))
    with told() as marts:
        found = [marts.execute("select status, first_tx from rulings_as_of(?)", [tx]).fetchall() for tx in range(3)]
    assert found == [[], [("active", 1)], [("withdrawn", 1)]]


@pytest.mark.parametrize("history", HISTORIES.values(), ids=lambda table: table.name)
def test_histories_carry_their_meaning(append, told, history):
    append("validation")
    with told() as marts:
        said = marts.execute(
            "select column_name, comment from duckdb_columns() where table_name = ?", [history.name]
        ).fetchall()
    assert dict(said) == {column.name: column.meaning for column in history.columns}
