"""Rows to Arrow: types, nulls, days before the year 1, and errors that name the column."""

import duckdb
import pyarrow as pa
import pytest

from warehouse.contract.tables import TABLES, Gap, ReplacedId
from warehouse.contract.types import Day
from warehouse.errors import ContractBroken
from warehouse.translations.to_arrow import to_arrow_schema, to_arrow_table


def gap(**changed):
    row = {"gap_id": "g", "source_id": "s", "passage_id": "p", "kind": "lost_words", "gap_start": 1, "gap_end": 1}
    return Gap(**(row | {"evidence": "of the ,"} | changed))


def test_rows_become_columns_in_the_contracts_order():
    made = to_arrow_table(TABLES["gaps"], [gap(), gap(gap_id="h")])
    assert made.column_names == list(TABLES["gaps"].column_names)
    assert made.column("gap_id").to_pylist() == ["g", "h"]
    assert made.schema.field("gap_start").metadata[b"description"].startswith(b"Where it begins")


def test_no_rows_give_an_empty_table_of_the_same_schema():
    assert to_arrow_table(TABLES["gaps"], []).schema == to_arrow_schema(TABLES["gaps"])


def test_days_are_exact_even_before_the_year_one():
    events = TABLES["events"]
    values = {column.name: None for column in events.columns}
    values |= {
        "event_id": "v", "event_type": "death", "family": "life", "modality": "asserted", "claim_count": 1,
        "source_count": 1, "witness_count": 1, "status": "single", "preferred_claim_id": "c", "preference_reason": "r",
        "date_earliest": Day(-735160), "date_latest": Day(-735160),
    }  # fmt: skip
    made = to_arrow_table(events, [events.row(**values)])
    # 1970-01-01 is Julian Day 2440588. The Ides of March of 44 BC are Julian Day 1705426, which is 13 March of the
    # proleptic Gregorian calendar; 15 March there is 1705428, and 1705428 - 2440588 = -735160.
    with duckdb.connect() as con:
        con.register("made", made)
        assert con.execute("select date_earliest::varchar from made").fetchall() == [("0044-03-15 (BC)",)]


def test_a_missing_value_is_named_with_its_row():
    with pytest.raises(ContractBroken, match=r"gaps\.kind may not be null, but is in row 1"):
        to_arrow_table(TABLES["gaps"], [gap(), gap(kind=None)])


def test_a_value_of_another_type_is_named():
    with pytest.raises(ContractBroken, match=r"replaced_ids\.tx takes integer values"):
        to_arrow_table(TABLES["replaced_ids"], [ReplacedId(old_id="a", kind="entity", new_id="b", tx="later")])


def test_big_offsets_fit():
    assert to_arrow_table(TABLES["gaps"], [gap(gap_start=2**40)]).schema.field("gap_start").type == pa.int64()
