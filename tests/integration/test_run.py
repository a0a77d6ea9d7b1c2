"""The whole job on the project's own seeds: what is published, and that it agrees with itself."""

import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from integration.driver import SEEDS, ask, refresh

from warehouse.contract.marts import MARTS
from warehouse.contract.tables import TABLES


def test_every_table_and_mart_is_there_with_the_contracts_columns(published):
    current = published / "published" / "current"
    assert not current.readlink().is_absolute()
    for name, table in TABLES.items():
        described = duckdb.read_parquet(str(current / name / "*.parquet"))
        assert tuple(described.columns) == table.column_names
    for name, mart in MARTS.items():
        for schema in ("main", "marts"):
            rows = ask(published, "select column_name from duckdb_columns() where database_name = 'regesta' and "
                                  "schema_name = ? and table_name = ? order by column_index", schema, name)  # fmt: skip
            assert tuple(row[0] for row in rows) == mart.column_names


def test_every_published_table_is_non_null_where_the_contract_says(published):
    import pyarrow.parquet as pq

    for name, table in TABLES.items():
        read = pq.read_table(published / "published" / "current" / name)
        for column in table.columns:
            assert column.nullable or read.column(column.name).null_count == 0


def test_the_data_package_validates(published):
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from frictionless import Package, system

        with system.use_context(trusted=True):
            descriptor = json.loads((published / "published/current/datapackage.json").read_text("utf-8"))
            assert Package.metadata_validate is not None
            problems = list(Package.metadata_validate(descriptor))
    assert problems == []


def test_passages_give_the_text_back(published):
    for path in SEEDS.glob("*.txt"):
        rows = ask(published, "select p.text from passages p join sources s using (source_id) where s.path = ? "
                              "order by ordinal", path.name)  # fmt: skip
        assert "".join(row[0] for row in rows) == path.read_bytes().decode("utf-8")


def test_all_52_references_are_there(published):
    numbers = ask(published, "select reference_number, is_empty from citations order by 1")
    assert [number for number, _ in numbers] == list(range(1, 53))
    assert [number for number, is_empty in numbers if is_empty] == [5, 17]
    assert ask(published, "select count(*) from citations where snippet like '%Show results%' or snippet like '%<|%'"
                          " or snippet like '%Missing:%'") == [(0,)]  # fmt: skip


def test_two_pages_are_about_one_person_and_the_third_about_another(published):
    rows = ask(published, "select path, subject_id from sources order by path")
    assert rows[0][1] == rows[1][1]
    assert rows[2][1] not in (None, rows[0][1])


def test_a_birth_in_two_calendars_is_one_event_with_a_suggested_contradiction(published):
    rows = ask(published, """
        select e.event_id, x.explanation, x.status from contradictions x join events e using (event_id)
        where e.event_type = 'birth' and x.kind = 'date'
    """)  # fmt: skip
    assert [(explanation, status) for _, explanation, status in rows] == [("calendar", "suggested")]
    days = ask(published, "select distinct date_edtf from claims join event_claims using (claim_id) "
                          "where event_id = ? and date_precision = 'day' order by 1", rows[0][0])  # fmt: skip
    assert days == [("1905-02-07",), ("1905-02-20",)]


def test_an_office_group_is_one_tenure_with_its_neighbours(published):
    rows = ask(published, """
        select office, start_year, start_month, start_day, end_year, end_month, end_day, predecessor, successor
        from office_tenures where start_claims is null and predecessor is not null and start_day is not null
        order by start_earliest, office
    """)  # fmt: skip
    assert (
        "Senior Secretary of Cadres of the Communist Party of the Soviet Union",
        1946, 5, 6, 1948, 7, 1, "Georgy Malenkov", "Georgy Malenkov",
    ) in rows  # fmt: skip


def test_two_orders_are_one_award_with_figure_two(published):
    assert (2.0,) in ask(published, "select times from award_list where award ilike '%of Lenin%'")


def test_checks_are_published_with_the_edition(published):
    ((total, failed),) = ask(published, "select count(*), count(*) filter (where not success and severity = 'error') "
                                        "from quality_results")  # fmt: skip
    assert total > 100
    assert failed == 0
    page = (published / "quality" / "index.html").read_text("utf-8")
    assert "http://" not in page
    assert "https://" not in page


def test_nothing_changed_is_said_and_nothing_written(seeds, home):
    refresh(seeds, home, checked=False)
    before = sorted(path.as_posix() for path in (home / "log").rglob("*"))
    summary, edition = refresh(seeds, home, checked=False)
    assert edition is None
    assert summary.startswith("Nothing has changed")
    assert sorted(path.as_posix() for path in (home / "log").rglob("*")) == before


def test_a_changed_source_is_a_new_version_and_only_its_difference_is_logged(seeds, home):
    refresh(seeds, home, checked=False)
    path = seeds / "002_bb7f11b13fbe1446.txt"
    path.write_text(path.read_text("utf-8").replace("18 September 1989", "19 September 1989"), "utf-8")
    refresh(seeds, home, checked=False)
    assert ask(home, "select version from sources where path = ?", path.name) == [(2,)]
    assert ask(home, "select v.version, v.last_tx is null from source_versions v join sources s using (source_id) "
                     "where s.path = ? order by 1", path.name) == [(1, False), (2, True)]  # fmt: skip
    ((asserted, retracted),) = ask(home, "select asserted_count, retracted_count from transactions "
                                         "where kind = 'normalization' order by tx desc limit 1")  # fmt: skip
    assert asserted == retracted
    assert 1 <= asserted <= 3


def test_a_moved_source_keeps_its_id_and_its_claims(seeds, home):
    refresh(seeds, home, checked=False)
    before = ask(home, "select claim_id from claims order by 1")
    ids = ask(home, "select source_id from sources order by 1")
    (seeds / "moved").mkdir()
    (seeds / "002_bb7f11b13fbe1446.txt").rename(seeds / "moved" / "snegov.txt")
    refresh(seeds, home)
    assert ask(home, "select source_id from sources order by 1") == ids
    assert ask(home, "select claim_id from claims order by 1") == before
    assert ask(home, "select distinct source_path from claims order by 1")[-1] == ("moved/snegov.txt",)


def test_a_withdrawn_source_keeps_its_bytes_and_comes_back(seeds, home):
    refresh(seeds, home, checked=False)
    path = seeds / "002_bb7f11b13fbe1446.txt"
    content = path.read_bytes()
    claims = ask(home, "select count(*) from claims")
    path.unlink()
    refresh(seeds, home)
    assert ask(home, "select status from sources where path = ?", path.name) == [("withdrawn",)]
    assert ask(home, "select count(*) from claims where source_path = ?", path.name) == [(0,)]
    path.write_bytes(content)
    refresh(seeds, home)
    assert ask(home, "select status, version from sources where path = ?", path.name) == [("normalized", 1)]
    assert ask(home, "select count(*) from claims") == claims


def test_two_homes_publish_the_same_bytes(seeds, tmp_path):
    from datetime import UTC, datetime

    def clock():
        return datetime(2030, 1, 1, tzinfo=UTC)

    for name in ("one", "two"):
        refresh(seeds, tmp_path / name, clock=clock, checked=False)
    for name in TABLES:
        if name == "transactions":  # run ids differ
            continue
        one, two = (tmp_path / home / "published" / "current" / name / f"{name}.parquet" for home in ("one", "two"))
        assert one.read_bytes() == two.read_bytes(), name


@pytest.fixture(scope="module")
def commanded(tmp_path_factory):
    """``regesta run`` as a person runs it, twice."""
    home = tmp_path_factory.mktemp("commanded") / "home"
    regesta = Path(sys.executable).with_name("regesta")
    runs = [
        subprocess.run([regesta, "run", "--seeds", SEEDS, "--home", home], capture_output=True, text=True, check=False)
        for _ in range(2)
    ]
    return home, runs


def test_the_command_publishes_and_says_what(commanded):
    _, (first, _) = commanded
    assert first.returncode == 0, first.stderr
    for word in ("sources", "passages", "citations", "claims", "events", "contradictions", "checks passed",
                 "checks failed", "The edition lies in", "Try next"):  # fmt: skip
        assert word in first.stdout
    assert "Traceback" not in first.stderr
    assert "leaked" not in first.stderr


def test_the_second_time_it_says_that_nothing_changed(commanded):
    _, (_, second) = commanded
    assert second.returncode == 0
    assert second.stdout.startswith("Nothing has changed")


def test_an_error_is_one_line_and_exit_2(tmp_path):
    regesta = Path(sys.executable).with_name("regesta")
    made = subprocess.run([regesta, "run", "--seeds", tmp_path / "none", "--home", tmp_path / "home"],
                          capture_output=True, text=True, check=False)  # fmt: skip
    assert made.returncode == 2
    assert "There is no seed folder" in made.stderr
    assert "Traceback" not in made.stderr
    assert len(made.stderr.strip().splitlines()) == 1


def test_passages_take_half_of_the_raw_text(published):
    ((raw,),) = ask(published, "select sum(strlen(text)) from passages")
    assert (published / "published" / "current" / "passages" / "passages.parquet").stat().st_size <= raw / 2


def test_every_column_of_every_table_has_a_meaning(published):
    assert ask(published, "select table_name, column_name from dictionary where meaning is null") == []
    assert ask(published, "select count(distinct table_name) from dictionary")[0][0] >= len(TABLES) + len(MARTS)


def test_from_any_claim_the_way_leads_to_file_digest_and_transaction(published):
    ((claims, traced, digests),) = ask(
        published,
        "select (select count(*) from claims), count(*), count(*) filter (source_sha256 = sources.sha256 "
        "and contains(sentence, quote)) "
        "from claim_provenance join sources using (source_id)",
    )
    assert claims == traced == digests


def test_the_history_of_quality_tells_of_the_validation_that_let_the_edition_through(published):
    ((latest, failed),) = ask(
        published,
        "select count(*), count(*) filter (not success and severity = 'error') from quality_history where is_latest",
    )
    assert latest == ask(published, "select count(*) from quality_results")[0][0] > 300
    assert failed == 0
