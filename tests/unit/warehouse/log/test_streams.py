"""The streams follow from the contract."""

import pytest

from warehouse.contract.streams import CLAIM_ACTIONS, PLACE_COLUMNS
from warehouse.contract.tables import TABLES
from warehouse.log.streams import CLAIM_ENTRIES, PART_COLUMNS, STREAMS


@pytest.mark.parametrize("stream", STREAMS)
def test_every_stream_begins_with_its_transaction(stream):
    assert STREAMS[stream].names[0] == "tx"
    assert not STREAMS[stream].field("tx").nullable


def test_what_is_resolved_later_is_never_logged():
    logged = set(CLAIM_ENTRIES.names) | set(PART_COLUMNS)
    resolved = {c.name for t in ("claims", "claim_parts") for c in TABLES[t].columns if c.is_resolved}
    assert resolved == {"subject_id", "object_id", "place_id", "entity_id"}
    assert not logged & resolved


def test_every_other_column_of_claims_and_parts_is_logged():
    resolved = {c.name for t in ("claims", "claim_parts") for c in TABLES[t].columns if c.is_resolved}
    assert set(TABLES["claims"].column_names) - resolved <= set(CLAIM_ENTRIES.names)
    assert set(TABLES["claim_parts"].column_names) - resolved - {"claim_id"} == set(PART_COLUMNS)


def test_place_columns_are_columns_of_claims_and_parts():
    assert set(PLACE_COLUMNS) <= set(CLAIM_ENTRIES.names) | set(PART_COLUMNS)


def test_every_action_is_counted():
    from warehouse.log.store import _COUNTED

    assert set(_COUNTED) == set(CLAIM_ACTIONS)
