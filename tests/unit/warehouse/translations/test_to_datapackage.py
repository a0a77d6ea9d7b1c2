"""The data package of an edition, judged by the library of its standard."""

from datetime import UTC, datetime

import duckdb
import frictionless
import pytest

from warehouse.contract.tables import TABLES
from warehouse.publish import write_descriptor, write_table
from warehouse.translations.to_datapackage import MOST_ATTRIBUTIONS, Attribution, File, to_datapackage
from warehouse.translations.to_duckdb import create_table


@pytest.fixture
def package():
    files = {table: File(f"{table.name}/{table.name}.parquet", 3, "a" * 64) for table in TABLES.values()}
    return to_datapackage(files, name="regesta-1", created="2026-01-01T00:00:00+00:00", custom={"tx": 1})


def test_every_table_is_a_resource_with_its_keys_and_meaning(package):
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        table = TABLES[resource["name"]]
        schema = resource["schema"]
        assert schema["primaryKey"] == list(table.key)
        assert [field["name"] for field in schema["fields"]] == list(table.column_names)
        assert all(field["description"] for field in schema["fields"])


def test_references_point_to_columns_that_exist(package):
    fields = {r["name"]: {f["name"] for f in r["schema"]["fields"]} for r in package["resources"]}
    found = [(r["name"], key) for r in package["resources"] for key in r["schema"].get("foreignKeys", [])]
    assert found
    for name, key in found:
        assert set(key["fields"]) <= fields[name]
        assert set(key["reference"]["fields"]) <= fields[key["reference"]["resource"] or name]


def test_an_edition_is_valid_in_the_eyes_of_frictionless(tmp_path):
    with duckdb.connect() as con:
        for table in TABLES.values():
            create_table(con, table)
            if table.name == "entities":
                con.execute("insert into entities values ('e1', 'person', 'A'), ('e2', 'body', 'B')")
            if table.name == "entity_aliases":
                con.execute(
                    "insert into entity_aliases (entity_id, name, source_id, claim_id, language, script, reason) "
                    "select 'e1', 'A', 's1', null, 'en', 'latin', 'its own page'"
                )
            write_table(con, table, table.name, tmp_path)
    write_descriptor(tmp_path, list(TABLES.values()), name="regesta-1", created=datetime.now(UTC), custom={})
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    errors = report.flatten(["type", "note"])
    assert report.stats["tasks"] == len(TABLES)
    # s1 stands in no table of sources here: the reference is checked, and found wanting, so the checks do look.
    assert [kind for kind, _ in errors] == ["foreign-key"], errors


def packaged(*found):
    return to_datapackage({}, name="regesta-1", created="2026-01-01T00:00:00+00:00", custom={}, attributions=found)


def test_origins_and_licences_of_the_sources_are_named():
    made = packaged(
        Attribution(None, None, 3),
        Attribution("Register of Bergen", "CC BY-SA 4.0", 1),
        Attribution("https://example.org/a", "https://example.org/licence", 1200),
    )
    assert made["licenses"] == [
        {"name": "CC-BY-SA-4.0", "title": "CC BY-SA 4.0"},
        {"path": "https://example.org/licence"},
    ]
    assert made["sources"] == [
        {"title": "Register of Bergen (1 source, CC BY-SA 4.0)"},
        {
            "title": "https://example.org/a (1,200 sources, https://example.org/licence)",
            "path": "https://example.org/a",
        },
    ]
    assert list(frictionless.Package.metadata_validate(made | {"resources": [{"name": "a", "path": "a.csv"}]})) == []


def test_nothing_known_is_nothing_said():
    assert {"licenses", "sources"} & set(packaged(Attribution(None, None, 3))) == set()


def test_a_package_of_very_many_origins_stays_small():
    made = packaged(*(Attribution(f"archive {number:05}", "CC0", 1) for number in range(MOST_ATTRIBUTIONS + 7)))
    assert len(made["sources"]) == MOST_ATTRIBUTIONS + 1
    assert made["sources"][-1]["title"] == "7 more origins: the table sources names all"
