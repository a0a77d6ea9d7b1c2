"""Editions: staged, switched in one step, the last few kept."""

import contextlib
import shutil
from datetime import UTC, datetime

import duckdb
import pyarrow.parquet as pq
import pytest

from warehouse import publish as module
from warehouse.contract.tables import TABLES
from warehouse.errors import ContractBroken, UnusableHome
from warehouse.publish import clear_staging, name_edition, publish, read_standing, write_descriptor, write_table
from warehouse.translations.to_arrow import to_arrow_schema
from warehouse.translations.to_duckdb import create_table, to_duckdb_type

ENTITIES = TABLES["entities"]


@pytest.fixture
def con():
    with duckdb.connect() as con:
        for table in TABLES.values():
            create_table(con, table)
        con.execute(
            "insert into entities select 'e' || n, 'person', 'Name ' || n from range(300000) r(n) order by random()"
        )
        yield con


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


def stage(home, run="run", word="edition"):
    staged = home / "staging" / run
    (staged / "entities").mkdir(parents=True)
    (staged / "entities" / "entities.parquet").write_text(word)
    (staged / "marts.duckdb").write_text(word)
    write_descriptor(
        staged, [ENTITIES], name="regesta-x", created=datetime(2026, 1, 1, tzinfo=UTC), custom={"word": word}
    )
    return staged


PLAIN = {"text": "'x'", "integer": "1", "number": "1.0", "boolean": "false"}


def test_the_same_rows_give_the_same_bytes_in_the_contracts_order(con, tmp_path):
    assert write_table(con, ENTITIES, "entities", tmp_path / "a") == 300_000
    con.execute("create table shuffled as select label, entity_id, kind from entities order by random()")
    con.execute("set threads = 1")
    write_table(con, ENTITIES, "shuffled", tmp_path / "b")
    first, second = (tmp_path / name / "entities" / "entities.parquet" for name in "ab")
    assert first.read_bytes() == second.read_bytes()
    assert pq.read_schema(first).equals(to_arrow_schema(ENTITIES), check_metadata=True)
    keys = pq.read_table(first, columns=["entity_id"]).column(0).to_pylist()
    assert keys == sorted(keys)


def test_row_groups_are_small_enough_to_skip(con, tmp_path):
    write_table(con, ENTITIES, "entities", tmp_path)
    found = pq.read_metadata(tmp_path / "entities" / "entities.parquet")
    groups = [found.row_group(number) for number in range(found.num_row_groups)]
    assert [group.num_rows for group in groups] == [122_880, 122_880, 54_240]
    assert all(group.column(0).statistics.has_min_max for group in groups)


def test_the_usual_filters_look_at_few_row_groups(con, tmp_path):
    con.execute(
        "create table claims_of_many as select 'c' || sha256(n::varchar)[:16] as claim_id, "
        "'s' || lpad((n // 40)::varchar, 12, '0') as source_id, n % 40 * 100 as quote_start, "
        "n % 40 * 100 + 90 as quote_end "
        "from range(400_000) rows(n) order by random()"
    )
    columns = [
        f"claims_of_many.{c.name}"
        if c.name in ("claim_id", "source_id", "quote_start", "quote_end")
        else f"cast({'null' if c.nullable else PLAIN[c.kind.value]} as {to_duckdb_type(c)}) as {c.name}"
        for c in TABLES["claims"].columns
    ]
    write_table(con, TABLES["claims"], f"(select {', '.join(columns)} from claims_of_many)", tmp_path)
    found = pq.read_metadata(tmp_path / "claims" / "claims.parquet")
    at = TABLES["claims"].column_names.index("source_id")
    bounds = [found.row_group(number).column(at).statistics for number in range(found.num_row_groups)]
    assert len(bounds) == 4
    assert sum(bound.min <= "s000000005000" <= bound.max for bound in bounds) == 1


def test_a_table_without_rows_is_still_a_file(con, tmp_path):
    assert write_table(con, TABLES["gaps"], "gaps", tmp_path) == 0
    assert pq.read_table(tmp_path / "gaps" / "gaps.parquet").num_rows == 0


def test_a_null_where_none_may_be_is_named_with_its_row(con, tmp_path):
    nameless = "(select 'e1' as entity_id, 'person' as kind, null as label)"
    with pytest.raises(ContractBroken, match=r"entities\.label may not be null.*'e1'"):
        write_table(con, ENTITIES, nameless, tmp_path)


def test_an_edition_is_switched_in_and_marts_are_found_from_the_home(home):
    edition = publish(home, stage(home), "000001-aa")
    assert edition == home / "published" / "000001-aa"
    assert (home / "published" / "current").readlink().as_posix() == "000001-aa"
    assert (home / "marts.duckdb").readlink().as_posix() == "published/current/marts.duckdb"
    assert (home / "marts.duckdb").read_text() == "edition"
    assert read_standing(home) == (edition.resolve(), {"word": "edition"})
    assert list((home / "staging").iterdir()) == []


def test_the_home_can_be_moved(home, tmp_path):
    publish(home, stage(home), "000001-aa")
    home.rename(tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere" / "marts.duckdb").read_text() == "edition"


def test_the_last_few_editions_stay_and_the_one_in_force_always(home):
    for number in range(8):
        publish(home, stage(home, word=str(number)), f"{number:06d}-aa")
    assert sorted(path.name for path in (home / "published").iterdir()) == [
        "000003-aa", "000004-aa", "000005-aa", "000006-aa", "000007-aa", "current",
    ]  # fmt: skip
    publish(home, stage(home, word="old"), "000000-as-of")
    assert read_standing(home)[1] == {"word": "old"}
    assert len(list((home / "published").iterdir())) == 6


def test_a_reader_keeps_the_edition_it_opened(home):
    publish(home, stage(home, word="first"), "000001-aa")
    with (home / "marts.duckdb").open() as reader:
        for number in range(2, 9):
            publish(home, stage(home, word="later"), f"{number:06d}-aa")
        assert reader.read() == "first"


def test_a_name_in_force_is_not_taken_again(home):
    assert name_edition(home, "000001-aa") == "000001-aa"
    publish(home, stage(home, word="first"), "000001-aa")
    assert name_edition(home, "000001-aa") == "000001-aa-2"
    publish(home, stage(home, word="second"), name_edition(home, "000001-aa"))
    assert read_standing(home)[1] == {"word": "second"}


def test_what_a_run_left_that_died_before_the_switch_is_replaced(home):
    publish(home, stage(home, word="first"), "000001-aa")
    shutil.copytree(home / "published" / "000001-aa", home / "published" / "000002-aa")
    (home / "published" / ".000000-aa.dead").mkdir()
    publish(home, stage(home, word="second"), name_edition(home, "000002-aa"))
    assert read_standing(home)[1] == {"word": "second"}
    assert not [path for path in (home / "published").iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("has_edition", [True, False])
@pytest.mark.parametrize("dies_at", range(12))
def test_dying_between_any_two_steps_leaves_a_whole_edition_in_force(home, dies_at, has_edition, monkeypatch):
    """Every step that changes a name is counted, and one after the other does not happen."""
    if has_edition:
        publish(home, stage(home, word="first"), "000001-aa")
    steps = iter(range(100))

    class Dead(BaseException):
        pass

    def dying(real):
        def step(*arguments, **named):
            if next(steps) >= dies_at:
                raise Dead
            return real(*arguments, **named)

        return step

    staged = stage(home, word="second")
    with monkeypatch.context() as patch:
        for owner, name in [(module.Path, "rename"), (module.Path, "replace"), (module.Path, "symlink_to"),
                            (module, "sync_folder"), (module.shutil, "rmtree")]:  # fmt: skip
            patch.setattr(owner, name, dying(getattr(owner, name)))
        with contextlib.suppress(Dead):
            publish(home, staged, "000002-aa")
    if standing := read_standing(home):
        edition, told = standing
        word = told["word"]
        assert word in ("first", "second")
        assert (edition / "entities" / "entities.parquet").read_text() == word
        assert (home / "marts.duckdb").read_text() == word
    else:
        assert not has_edition
        assert not (home / "marts.duckdb").exists()
    clear_staging(home)
    publish(home, stage(home, run="next", word="third"), name_edition(home, "000003-aa"))
    assert read_standing(home)[1] == {"word": "third"}


def test_staging_of_dead_runs_is_cleared(home):
    stage(home, "dead")
    stage(home, "mine")
    clear_staging(home, keep="mine")
    assert [path.name for path in (home / "staging").iterdir()] == ["mine"]


def test_a_home_that_does_not_take_the_edition_is_named(home):
    staged = stage(home)
    (home / "published").write_text("a file where the folder should be")
    with pytest.raises(UnusableHome, match=r"published.*the edition in force stays"):
        publish(home, staged, "000001-aa")


def test_without_an_edition_nothing_stands(home):
    assert read_standing(home) is None
