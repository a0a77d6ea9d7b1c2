"""For each law a planted breakage in otherwise good data that it, and no unrelated one, catches."""

import shutil

import pyarrow.parquet as pq
import pytest
from integration.expectations.edition import write_edition
from integration.expectations.judge import find_broken, load
from integration.expectations.mutations import MUTATIONS

from expectations.catalogue import checks, laws
from expectations.run import validate
from pipelines.stages.quarantine import bound_edtf
from warehouse.contract.tables import TABLES
from warehouse.contract.types import Kind


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    return write_edition(tmp_path_factory.mktemp("edition") / "good")


def test_every_law_holds_in_the_good_edition(edition):
    with load(edition) as con:
        assert find_broken(con, bound_edtf(con, "claims")) == set()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.law)
def test_a_planted_breakage_is_caught_by_its_law_and_no_unrelated_one(edition, mutation):
    with load(edition) as con:
        for statement in mutation.sql.split("; "):
            con.execute(statement)
        assert find_broken(con, bound_edtf(con, "claims")) == {mutation.law, *mutation.also}


def _plant(table):
    """For each kind of law the contract implies, a breakage of it in a table, as (law, SQL)."""
    key = " || ' ' || ".join(f"{name}::varchar" for name in table.key)
    first = f"({key}) = (select min({key}) from {table.name})"
    for law in laws():
        column, _, rule = law.name.rpartition("_is_")
        if law.table_name != table.name or column not in table.column_names:
            continue
        (kind,) = (declared.kind for declared in table.columns if declared.name == column)
        nowhere = "999999" if kind is Kind.INTEGER else "'nowhere'"
        value = {"listed": "'no such word'", "known": nowhere, "a_count": "-1"}.get(rule)
        if value is not None:
            yield law.check_id, f"update {table.name} set {column} = {value} where {first}"


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_column_of_every_table_is_guarded(edition, table):
    with load(edition) as con:
        if not con.execute(f"select count(*) from {table.name}").fetchall()[0][0]:
            pytest.skip("the good edition has no such row")
        queries = {law.check_id: law.query for law in laws()}
        for law, statement in _plant(table):
            con.execute("begin")
            con.execute(statement)
            broken = con.execute(f"select count(*) from ({queries[law]})").fetchall()[0][0]
            con.execute("rollback")
            assert broken, f"{law} did not notice: {statement}"


def test_great_expectations_finds_what_the_laws_find(edition, tmp_path):
    """The same breakages through Great Expectations: the same laws fail, with the same numbers of rows."""
    broken = shutil.copytree(edition, tmp_path / "broken")
    with load(edition) as con:
        bounds = bound_edtf(con, "claims")
        con.execute("update claims set confidence = 1.5 where claim_id in ('c00003', 'c00004')")
        con.execute("update claims set quote = replace(quote, 'married', 'wedded') where claim_id = 'c00003'")
        con.execute("update event_claims set witness_id = 'w9' where claim_id = 'c00016'")
        for name in ("claims", "event_claims"):
            pq.write_table(con.sql(f"from {name}").to_arrow_table(), broken / name / f"{name}.parquet")
    findings = validate(broken, bounds, quality=tmp_path / "quality")
    failed = {found.law.check_id: found.failing_count for found in findings if not found.success}
    assert failed == {
        "claims.confidence_is_a_share": 2,
        "claims.quote_stands_at_its_offsets": 1,
        "event_claims.witness_id_is_known": 1,
    }
    (told,) = [found for found in findings if found.law.check_id == "claims.quote_stands_at_its_offsets"]
    assert told.breaches[0].row_key == "c00003"
    assert told.rows_path is not None
    assert pq.read_table(told.rows_path).num_rows == 1


def test_mutations_reach_every_named_check_and_most_laws():
    planted = {mutation.law for mutation in MUTATIONS}
    assert len(MUTATIONS) >= 100
    reached = {check.name for check in checks() if planted & {law.check_id for law in check.laws}}
    assert {check.name for check in checks()} <= reached
    own = {law.check_id for law in laws() if law.check != "keeps_the_contract"}
    assert len(own - planted) <= 12, sorted(own - planted)
