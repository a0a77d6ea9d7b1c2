"""A new reading compared with what stands."""

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warehouse.contract.streams import PLACE_COLUMNS
from warehouse.contract.tables import TABLES
from warehouse.contract.types import Kind
from warehouse.log import attach_log, diff_claims, open_log
from warehouse.log.streams import PART_COLUMNS, logged_columns

OTHER = {Kind.TEXT: "other", Kind.INTEGER: 7, Kind.NUMBER: 0.25, Kind.BOOLEAN: True, Kind.DATE: 3}
COLUMNS = [name for name in logged_columns(TABLES["claims"]) if name not in ("claim_id", "source_id")]


@pytest.fixture
def diff(con, to_claims):
    def diff(standing, fresh, sources=("s1",), cause="new version"):
        con.register("standing", to_claims(*standing))
        con.register("fresh", to_claims(*fresh))
        con.register("read_now", pa.table({"source_id": list(sources), "cause": [cause] * len(sources)}))
        return diff_claims(con, "fresh", "standing", "read_now").to_arrow_table()

    return diff


def actions(entries):
    return {row["claim_id"]: row["action"] for row in entries.to_pylist()}


def test_the_same_reading_gives_no_entry(diff, claim):
    claims = [claim("c1", date_earliest=5, parts=[{"part": "date", "text": None}]), claim("c2", figure_value=None)]
    assert diff(claims, claims).num_rows == 0


def test_new_and_missing_claims_are_asserted_and_retracted(diff, claim):
    entries = diff([claim("c1", quote="gone")], [claim("c2")])
    assert actions(entries) == {"c1": "retract", "c2": "assert"}
    assert entries.to_pylist()[0]["quote"] == "gone", "a retraction keeps the last words"
    assert set(entries.column("cause").to_pylist()) == {"new version"}


@pytest.mark.parametrize("column", COLUMNS)
def test_a_change_of_any_column_is_seen_for_what_it_is(diff, claim, column):
    kind = TABLES["claims"].column(column).kind
    entries = diff([claim("c1")], [claim("c1", **{column: OTHER[kind]})])
    assert actions(entries) == {"c1": "relocate" if column in PLACE_COLUMNS else "restate"}
    assert entries.column(column).to_pylist() != diff([], [claim("c1")]).column(column).to_pylist()


@pytest.mark.parametrize("column", [name for name in PART_COLUMNS if name != "ordinal"])
def test_a_change_of_any_part_is_seen_for_what_it_is(diff, claim, column):
    plain = {"part": "date", "role": "r", "text": "t", "part_start": 1, "part_end": 2, "value": "v"}
    changed = plain | {column: 9 if column in PLACE_COLUMNS else None if column != "part" else "place"}
    entries = diff([claim("c1", parts=[plain])], [claim("c1", parts=[changed])])
    assert actions(entries) == {"c1": "relocate" if column in PLACE_COLUMNS else "restate"}


def test_a_further_part_restates(diff, claim):
    one, two = {"part": "date", "text": "1905"}, {"part": "place", "text": "Borok"}
    assert actions(diff([claim("c1", parts=[one])], [claim("c1", parts=[one, two])])) == {"c1": "restate"}
    assert actions(diff([claim("c1", parts=[one, two])], [claim("c1", parts=[two, one])])) == {"c1": "restate"}


def test_claims_of_sources_that_were_not_read_are_left_alone(diff, claim):
    standing = [claim("c1"), claim("c2", source_id="s2")]
    assert actions(diff(standing, [], sources=["s1"])) == {"c1": "retract"}
    assert actions(diff(standing, [], sources=[])) == {}


CLAIMS = st.dictionaries(
    st.sampled_from(["c1", "c2", "c3", "c4"]),
    st.fixed_dictionaries(
        {
            "quote": st.sampled_from(["", "a", "жизнь"]),
            "quote_start": st.integers(0, 2),
            "date_earliest": st.none() | st.integers(-900_000, 900_000),
            "figure_value": st.none() | st.sampled_from([0.0, 1.5]),
            "parts": st.lists(
                st.fixed_dictionaries(
                    {"part": st.sampled_from(["date", "place"]), "text": st.none() | st.just("t"),
                     "part_start": st.none() | st.integers(0, 1)}
                ),
                max_size=2,
            ),
        }
    ),
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(readings=st.lists(CLAIMS, min_size=1, max_size=4))
def test_whatever_was_read_before_the_log_then_says_what_was_read_last(
    readings, con, to_claims, claim, moment, tmp_path_factory
):
    """The law of the log: reading, diff, append and fold give the last reading back, column by column."""
    log = open_log(tmp_path_factory.mktemp("law") / "log")
    con.register("read_now", pa.table({"source_id": ["s1"], "cause": ["new version"]}))
    for reading in readings:
        head = attach_log(con, log)
        con.register("fresh", to_claims(*(claim(claim_id, **values) for claim_id, values in reading.items())))
        entries = diff_claims(con, "fresh", "current_claim_entries", "read_now").to_arrow_table()
        assert len(set(entries.column("claim_id").to_pylist())) == entries.num_rows
        log.append(
            parent=head, recorded_at=moment, kind="normalization", cause="", agent="", run_id=None,
            segments={"claims": entries},
        )  # fmt: skip
    attach_log(con, log)
    columns = ", ".join(logged_columns(TABLES["claims"]))
    stands = con.sql(f"select {columns}, parts from current_claim_entries order by claim_id").fetchall()
    assert stands == con.sql(f"select {columns}, parts from fresh order by claim_id").fetchall()
    assert diff_claims(con, "fresh", "current_claim_entries", "read_now").fetchall() == []
