"""The published tables and marts hold together: keys, references, names, closed lists."""

import re

import pytest

from warehouse.contract.marts import MARTS
from warehouse.contract.tables import TABLES
from warehouse.contract.vocabulary import ALL_SUBTYPES, EVENT_TYPES, FAMILIES, SUBTYPES

EVERY = [*TABLES.values(), *MARTS.values()]


@pytest.mark.parametrize("table", EVERY, ids=lambda table: table.name)
def test_keys_and_order_name_columns_and_may_not_be_null(table):
    for name in table.key:
        assert not table.column(name).nullable
    assert set(table.sorted_by) <= set(table.column_names)


@pytest.mark.parametrize("table", EVERY, ids=lambda table: table.name)
def test_references_lead_to_a_key(table):
    for column in table.columns:
        if column.refers_to:
            name, key = column.refers_to.split(".")
            assert key in TABLES[name].key


@pytest.mark.parametrize("table", EVERY, ids=lambda table: table.name)
def test_names_need_no_quoting_and_meanings_are_sentences(table):
    import duckdb

    reserved = {
        word for (word, kind) in duckdb.sql(
            "select keyword_name, keyword_category from duckdb_keywords()"
        ).fetchall() if kind == "reserved"
    }  # fmt: skip
    for name in (table.name, *table.column_names):
        assert re.fullmatch(r"[a-z][a-z0-9_]*", name)
        assert name not in reserved
    for column in table.columns:
        assert column.meaning.endswith(".")
        assert len(column.meaning) > 8


def test_a_mart_never_has_a_tables_name():
    assert not set(TABLES) & set(MARTS)


def test_every_event_type_has_a_family_and_subtypes_belong_to_types():
    assert set(EVENT_TYPES.values()) == set(FAMILIES)
    assert set(SUBTYPES) <= set(EVENT_TYPES)
    assert len(ALL_SUBTYPES) == len(set(ALL_SUBTYPES))
    assert len(EVENT_TYPES) == 42
