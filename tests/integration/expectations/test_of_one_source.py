"""A law of one source finds in each source what it finds in all, whoever is taken for whom: so it may be spared."""

import pyarrow as pa
import pytest
from integration.expectations.edition import write_edition
from integration.expectations.judge import load
from integration.expectations.mutations import MUTATIONS

from expectations.catalogue import JUDGED, READ, laws
from expectations.headed_sql import read_sql
from expectations.relations import on_changed, prepare_changed, prepare_claims
from pipelines.stages.quarantine import bound_edtf

LAWS = {law.check_id: law for law in laws() if law.of_one_source}
BREAKING = [mutation for mutation in MUTATIONS if mutation.law in LAWS]


@pytest.fixture(scope="module")
def edition(tmp_path_factory):
    return write_edition(tmp_path_factory.mktemp("edition") / "good")


def break_it(edition, mutation):
    con = load(edition)
    for statement in mutation.sql.split("; "):
        con.execute(statement)
    prepare_claims(con, bound_edtf(con, "claims"))
    return con


def ask(con, query):
    return sorted(row[0] for row in con.execute(f"select row_key from ({query})").fetchall())


def ask_of(con, law, sources):
    prepare_changed(con, pa.table({"source_id": pa.array(sources, pa.string())}))
    found = ask(con, on_changed(law.query))
    for name in ("sources", *READ):
        con.execute(f"drop table changed_{name}")
    return found


@pytest.mark.parametrize("mutation", BREAKING, ids=lambda mutation: mutation.law)
def test_it_finds_in_each_source_what_it_finds_in_all(edition, mutation):
    law = LAWS[mutation.law]
    with break_it(edition, mutation) as con:
        sources = [row[0] for row in con.execute("select source_id from sources").fetchall()]
        found = ask(con, law.query)
        assert found
        assert sorted(key for source in sources for key in ask_of(con, law, [source])) == found
        assert ask_of(con, law, []) == []


@pytest.mark.parametrize("mutation", BREAKING, ids=lambda mutation: mutation.law)
def test_it_finds_the_same_whoever_is_taken_for_whom(edition, mutation):
    law = LAWS[mutation.law]
    with break_it(edition, mutation) as con:
        found = ask(con, law.query)
        for name in ("sources", *READ):
            columns = [column.name for column in JUDGED[name].columns if column.is_resolved]
            for column in columns:
                con.execute(f"update {name} set {column} = 'somebody else'")
        assert ask(con, law.query) == found


def test_laws_between_sources_are_none_of_them():
    for check_id in ("claims.happens_not_after_death", "claims.subject_id_is_known", "claims.key_is_unique",
                     "claims.only_persons_live", "events.witnesses_are_no_more_than_claims"):  # fmt: skip
        assert check_id in {law.check_id for law in laws()}
        assert check_id not in LAWS
    assert len(LAWS) > 60
    assert read_sql("changed").count("create table") == len(READ)
