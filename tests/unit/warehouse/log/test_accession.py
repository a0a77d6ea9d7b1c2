"""A folder compared with what is recorded of it."""

import pytest

from warehouse.log import Arrival, attach_log, compare_folder
from warehouse.log.accession import mint_source_id


def digest(letter):
    return letter * 64


@pytest.fixture
def see(con, log, append):
    """List files ('path:letter of its bytes', or arrivals), record what follows, and tell it as short rows."""

    def see(*files, withdraw=True):
        arrivals = [
            file if isinstance(file, Arrival) else Arrival(file.split(":")[0], digest(file.split(":")[1]), 3)
            for file in files
        ]
        attach_log(con, log)
        entries = compare_folder(con, arrivals, withdraw=withdraw)
        if entries.num_rows:
            append("ingestion", accessions=entries)
        return [(row["action"], row["path"], row["version"]) for row in entries.to_pylist()]

    return see


@pytest.fixture
def standing(con, log):
    def standing():
        attach_log(con, log)
        rows = con.sql("select path, source_id, duplicate_of from current_accessions where action <> 'withdrawn'")
        return {path: (source_id, duplicate_of) for path, source_id, duplicate_of in rows.fetchall()}

    return standing


def test_a_first_listing_is_received_and_a_second_changes_nothing(see):
    assert see("a:x", "b:y") == [("received", "a", 1), ("received", "b", 1)]
    assert see("a:x", "b:y") == []


def test_other_bytes_are_a_new_version_of_the_same_source(see, standing):
    see("a:x")
    before = standing()
    assert see("a:y") == [("changed", "a", 2)]
    assert standing() == before
    assert see("a:x") == [("changed", "a", 3)]


def test_the_same_bytes_elsewhere_are_a_move_once_the_old_path_is_gone(see, standing):
    see("a:x", "b:y")
    source_id, _ = standing()["a"]
    assert see("c/d:x", "b:y") == [("moved", "c/d", 1)]
    assert standing()["c/d"] == (source_id, None)


def test_several_files_of_the_same_bytes_move_one_to_one(see, standing):
    see("a:x", "b:x")
    ids = {source_id for source_id, _ in standing().values()}
    assert see("c:x", "d:x") == [("moved", "c", 1), ("moved", "d", 1)]
    assert {source_id for source_id, _ in standing().values()} == ids


def test_the_same_bytes_twice_are_a_double_of_the_first(see, standing):
    see("b:x")
    assert see("a:x", "b:x") == [("received", "a", 1)]
    first, _ = standing()["b"]
    assert standing()["a"][1] == first
    assert standing()["b"][1] is None


def test_doubles_that_arrive_together_follow_the_first_path(see, standing):
    see("b:x", "a:x", "c:x")
    found = standing()
    assert found["a"][1] is None
    assert found["b"][1] == found["c"][1] == found["a"][0]


def test_a_double_counts_once_the_first_is_gone_or_changed(see, standing):
    see("a:x", "b:x")
    assert see("b:x") == [("withdrawn", "a", 1), ("described", "b", 1)]
    assert standing()["b"][1] is None


def test_a_double_counts_when_the_first_changes(see, standing):
    see("a:x", "b:x")
    assert see("a:y", "b:x") == [("changed", "a", 2), ("described", "b", 1)]
    assert standing()["b"][1] is None


def test_a_file_that_is_gone_is_withdrawn_only_where_that_is_allowed(see):
    see("a:x", "b:y")
    assert see("b:y", withdraw=False) == []
    assert see("b:y") == [("withdrawn", "a", 1)]
    assert see("b:y") == []


def test_while_the_first_may_not_be_withdrawn_its_double_stays_one(see, standing):
    see("a:x", "b:x")
    assert see("b:x", withdraw=False) == []
    assert standing()["b"][1] == standing()["a"][0]


def test_a_withdrawn_source_comes_back_under_its_path_or_with_its_bytes(see, standing):
    see("a:x", "b:y", "c:z")
    ids = {path: source_id for path, (source_id, _) in standing().items()}
    see("c:z")
    assert see("a:x", "e:y", "c:z") == [("returned", "a", 1), ("returned", "e", 1)]
    assert (standing()["a"][0], standing()["e"][0]) == (ids["a"], ids["b"])
    see("c:z")
    assert see("a:new".replace("new", "n"), "c:z") == [("returned", "a", 2)]


def test_new_bytes_on_a_path_whose_file_moved_on_are_a_new_source(see, standing):
    see("a:x")
    assert see("b:x") == [("moved", "b", 1)]
    assert see("a:y", "b:x") == [("received", "a", 1)]
    assert standing()["a"][0] != standing()["b"][0]


def test_an_id_is_never_given_twice(see, standing):
    """The source that first lay at ``a`` with bytes ``x`` changed and moved; then such a file comes again."""
    see("a:x")
    see("a:y")
    see("b:y")
    assert see("a:x", "b:y") == [("received", "a", 1)]
    assert standing()["a"][0] != standing()["b"][0]


def test_an_id_follows_from_path_member_and_bytes():
    made = mint_source_id("a", None, digest("x"), set())
    assert made == mint_source_id("a", None, digest("x"), set())
    assert len(made) == 13 and made[0] == "s"
    others = {
        mint_source_id("b", None, digest("x"), set()),
        mint_source_id("a", "m", digest("x"), set()),
        mint_source_id("a", None, digest("y"), set()),
        mint_source_id("a", None, digest("x"), {made}),
    }
    assert len(others | {made}) == 5


def test_what_people_know_is_recorded_when_it_changes(see, con):
    see("a:x")
    described = Arrival("a", digest("x"), 3, facts={"origin": "RGASPI"})
    assert see(described) == [("described", "a", 1)]
    assert see(described) == []
    assert con.sql("select origin from log_accessions order by tx desc limit 1").fetchall() == [("RGASPI",)]


NOTHING = Arrival("a", digest("0"), 0, problem="It is a pipe.", has_bytes=False)


def test_a_thing_without_bytes_is_received_with_its_problem(see, con):
    assert see(NOTHING, "b:x") == [("received", "a", 1), ("received", "b", 1)]
    assert see(NOTHING, "b:x") == []
    assert see("a:y", "b:x") == [("changed", "a", 2)]


def test_things_without_bytes_are_no_doubles(see, standing):
    see(NOTHING, Arrival("b", digest("0"), 0, problem="It is a socket.", has_bytes=False))
    assert [duplicate_of for _, duplicate_of in standing().values()] == [None, None]


def test_a_source_that_cannot_be_read_now_stands_as_it_was_received(see, standing):
    see("a:x", "b:x")
    before = standing()
    assert see(NOTHING, "b:x") == []
    assert standing() == before
