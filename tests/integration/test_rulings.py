"""A ruling of each kind through its life: made, in force, kept when sources are read again, withdrawn with its file."""

import json
import shutil
from datetime import UTC, datetime

import pytest
from integration.driver import Silent, ask, refresh

from pipelines.stages.rebuild import rebuild_edition
from pipelines.stages.ruling_folder import list_rulings
from pipelines.stages.run import Run
from warehouse.log import open_log

ONE = """= Karl Moe =

Karl Moe (3 May 1880 – 7 June 1950) was a Norwegian politician. He was born in Bergen. He was appointed minister of \
finance in 1921. He married Anna Lund in 1910. In 1935 he was arrested on charges of fraud.

His brother Per Moe was elected mayor of Bergen in 1930. The committee of 12 April 1931 listed him among the \
seventeen delegates at Hamar.
"""
OTHER = """= Karl Moe =

Karl Moe (3 May 1880 – 9 June 1950) was a politician from Norway. He was born in Bergen. He became minister of \
justice in 1922. The historian P. Moe wrote about him in 1970.
"""
THIRD = "= Karl Moe =\n\nKarl Moe (3 May 1880 – 17 June 1950) was a minister.\n"
DIED = {"source": "a.txt", "quote": "– 7 June 1950"}
DIED_LATER = {"source": "b.txt", "quote": "– 9 June 1950"}
MARRIED = {"source": "a.txt", "quote": "He married Anna Lund in 1910"}
APPOINTED = {"source": "a.txt", "quote": "He was appointed minister of finance in 1921"}
BECAME = {"source": "b.txt", "quote": "He became minister of justice in 1922"}
MAYOR = "Per Moe was elected mayor of Bergen in 1930"
PER, P_MOE = {"source": "a.txt", "name": "Per Moe"}, {"source": "b.txt", "name": "P. Moe"}
KARL, KARL_TOO = {"source": "a.txt", "name": "Karl Moe"}, {"source": "b.txt", "name": "Karl Moe"}
LISTED = "The committee of 12 April 1931 listed him among the seventeen delegates at Hamar"

EVERY_KIND = {
    "1-reject": {"kind": "reject", **MARRIED},
    "2-correct": {"kind": "correct", **APPOINTED, "column": "date_edtf", "value": "1921-06-04"},
    "3-assert": {
        "kind": "assert",
        "source": "a.txt",
        "quote": LISTED,
        "states": {"type": "decision", "date": "12 April 1931", "place": "Hamar", "figure": "seventeen"},
    },
    "4-prefer": {"kind": "prefer", **DIED},
    "5-merge": {"kind": "merge", "one": {**PER, "quote": MAYOR}, "other": P_MOE},
    "6-split": {"kind": "split", "one": {**PER, "quote": MAYOR}, "other": PER},
}


def open_archive(tmp_path):
    seeds = tmp_path / "sources"
    (seeds / "rulings").mkdir(parents=True)
    (seeds / "a.txt").write_text(ONE)
    (seeds / "b.txt").write_text(OTHER)
    return seeds


@pytest.fixture
def archive(tmp_path):
    return open_archive(tmp_path)


def rule(archive, rulings):
    for name, told in rulings.items():
        file = archive / "rulings" / f"{name}.yml"
        file.write_text(json.dumps({"author": "A. Curator", "reason": "seen in the register", **told}))


def statuses(home):
    return dict(ask(home, "select path[:-5], status from rulings order by path"))


def read_again(archive):
    """Every source is another version, every word of it moved."""
    for name in ("a.txt", "b.txt"):
        text = (archive / name).read_text()
        (archive / name).write_text(text.replace("=\n\n", "=\n\n\n\n", 1))


@pytest.fixture(scope="module")
def lives(tmp_path_factory):
    """The marts before any ruling, with one of each kind made, all read again, and all withdrawn: homes by stage."""
    root = tmp_path_factory.mktemp("rulings")
    archive, home = open_archive(root), root / "home"
    stages = {}

    def look(stage, *, checked=False):
        assert refresh(archive, home, checked=checked)[1] is not None
        stages[stage] = root / stage
        stages[stage].mkdir()
        shutil.copy((home / "marts.duckdb").resolve(), stages[stage])

    look("before")
    rule(archive, EVERY_KIND)
    look("made", checked=True)
    read_again(archive)
    look("read again", checked=True)
    shutil.rmtree(archive / "rulings")
    look("withdrawn")
    return stages


STAGES = pytest.mark.parametrize("stage", ["made", "read again"])
OTHERWISE = pytest.mark.parametrize("stage", ["before", "withdrawn"])


@STAGES
def test_one_of_each_kind_is_in_force(lives, stage):
    assert statuses(lives[stage]) == dict.fromkeys(EVERY_KIND, "active")


def test_a_deleted_file_is_a_withdrawal(lives):
    assert statuses(lives["withdrawn"]) == dict.fromkeys(EVERY_KIND, "withdrawn")
    assert ask(lives["withdrawn"], "select count(*) from replaced_ids") == [(0,)]


@STAGES
def test_a_rejected_statement_is_left_out_and_told_with_its_reason(lives, stage):
    assert ask(lives[stage], "select count(*) from claims where event_type = 'marriage'") == [(0,)]
    found = ask(
        lives[stage],
        "select quarantine.reason, claim_id = row_key from quarantine "
        "join rulings on 'ruling ' || ruling_id = expectation where kind = 'reject'",
    )
    assert found == [("Rejected by A. Curator: seen in the register", True)]


@OTHERWISE
def test_it_comes_back_with_the_ruling_gone(lives, stage):
    assert ask(lives[stage], "select count(*) from claims where event_type = 'marriage'") == [(1,)]
    assert ask(lives[stage], "select count(*) from quarantine") == [(0,)]


CORRECTED = (
    "select date_edtf, date_earliest::varchar, date_latest::varchar, date_precision, date_text, quote from claims "
    "where source_path = 'a.txt' and event_type = 'appointment' and object_text = 'minister of finance'"
)


@STAGES
def test_a_corrected_date_has_its_own_bounds_and_keeps_the_words(lives, stage):
    day = "1921-06-04"
    assert ask(lives[stage], CORRECTED) == [(day, day, day, "day", "1921", APPOINTED["quote"])]
    assert ask(lives[stage], "select count(*) from events where date_edtf = ?", day) == [(1,)]


@OTHERWISE
def test_the_words_alone_count_again(lives, stage):
    found = ask(lives[stage], CORRECTED)
    assert found == [("1921", "1921-01-01", "1921-12-31", "year", "1921", APPOINTED["quote"])]


@STAGES
def test_what_is_asserted_is_a_claim_with_its_words_and_way_back(lives, stage):
    ((claim_id, *told),) = ask(
        lives[stage],
        "select claim_id, subject_text, date_edtf, place_text, confidence, passage_text from ("
        "select claims.*, passages.text[quote_start - passage_start + 1:][:20] as passage_text "
        "from claims join passages using (passage_id)) where starts_with(extractor, 'ruling:')",
    )
    assert told == ["Karl Moe", "1931-04-12", "Hamar", 1.0, LISTED[:20]]
    assert ask(lives[stage], "select claim_id from rulings where kind = 'assert'") == [(claim_id,)]
    assert ask(lives[stage], "select count(*) from claim_provenance where claim_id = ?", claim_id) == [(1,)]
    assert ask(lives["made"], "select claim_id from rulings where kind = 'assert'") == [(claim_id,)]


@OTHERWISE
def test_nothing_is_asserted_without_it(lives, stage):
    assert ask(lives[stage], "select count(*) from claims where starts_with(extractor, 'ruling:')") == [(0,)]


DEATHS = "select date_edtf, status, preference_reason from events where event_type = 'death'"


@STAGES
def test_a_preferred_statement_settles_its_event(lives, stage):
    ((ruling_id,),) = ask(lives[stage], "select ruling_id from rulings where kind = 'prefer'")
    assert ask(lives[stage], DEATHS) == [("1950-06-07", "settled", f"a ruling prefers it ({ruling_id})")]
    query = "select status, ruling_id from contradictions where kind = 'date' and evidence like '% 2 days apart%'"
    assert ask(lives[stage], query) == [("ruled", ruling_id)]


@OTHERWISE
def test_the_policy_decides_without_it(lives, stage):
    ((date, status, reason),) = ask(lives[stage], DEATHS)
    assert (date, status) == ("1950-06-09", "disputed")
    assert "ruling" not in reason
    assert ask(lives[stage], "select count(*) from contradictions where ruling_id is not null") == [(0,)]


BROTHER = "select object_id from claims where event_type = 'kinship'"
MAYORS = "select subject_id from claims where object_text = 'mayor of Bergen'"
HISTORIAN = "select subject_id from claims where object_text = 'historian'"


@STAGES
def test_split_and_merged_names_belong_where_they_were_put(lives, stage):
    brother, mayor, historian = (ask(lives[stage], query) for query in (BROTHER, MAYORS, HISTORIAN))
    assert brother != mayor
    assert mayor == historian


@OTHERWISE
def test_names_are_as_they_were_without_them(lives, stage):
    brother, mayor, historian = (ask(lives[stage], query) for query in (BROTHER, MAYORS, HISTORIAN))
    assert brother == mayor != historian
    assert [ask(lives["before"], query) for query in (BROTHER, HISTORIAN)] == [brother, historian]


def test_merging_keeps_the_older_id_and_tells_the_other(archive, home):
    refresh(archive, home, checked=False)
    ids = {ask(home, query)[0][0] for query in (BROTHER, HISTORIAN)}
    rule(archive, {"same": {"kind": "merge", "one": PER, "other": P_MOE}})
    refresh(archive, home, checked=False)
    ((kept,),) = {*ask(home, BROTHER), *ask(home, HISTORIAN), *ask(home, MAYORS)}
    assert kept in ids
    assert ask(home, "select old_id, kind, new_id from replaced_ids") == [(*(ids - {kept}), "entity", kept)]


def test_two_pages_taken_for_one_person_are_kept_distinct(archive, home):
    rule(archive, {"two": {"kind": "distinct", "one": KARL, "other": KARL_TOO}})
    refresh(archive, home, checked=False)
    subjects = ask(home, "select path, subject_id from sources order by path")
    assert len({subject for _, subject in subjects}) == 2
    claimed = "select distinct source_path, subject_id from claims where subject_text = 'Karl Moe' order by 1"
    assert ask(home, claimed) == subjects
    assert ask(home, "select count(*) from contradictions") == [(0,)]


def test_what_is_settled_is_reopened_when_a_new_witness_disagrees(archive, home):
    explained = {"kind": "explain", "one": DIED, "other": DIED_LATER, "explanation": "digit_slip"}
    rule(archive, {"1-why": explained, "2-death": {"kind": "prefer", **DIED_LATER}})
    refresh(archive, home, checked=False)
    assert set(statuses(home).values()) == {"active"}
    # of the death; that the pages differ on the appointment, too, no ruling has settled
    ruled = """
        select x.status, x.explanation from contradictions x join events e using (event_id) where e.event_type = 'death'
    """
    assert ask(home, ruled) == [("ruled", "digit_slip")]

    (archive / "c.txt").write_text(THIRD)
    refresh(archive, home, checked=False)
    assert set(statuses(home).values()) == {"reopened"}
    assert all("not heard when it was made" in row[0] for row in ask(home, "select problem from rulings"))
    assert ask(home, "select status, date_edtf from events where event_type = 'death'") == [("disputed", "1950-06-09")]
    assert ask(home, "select count(*) from contradictions where status = 'ruled'") == [(0,)]

    rule(archive, {"1-why": explained | {"reason": "looked at again"}})
    refresh(archive, home, checked=False)
    assert statuses(home) == {"1-why": "active", "2-death": "reopened"}


def test_a_ruling_that_contradicts_an_earlier_one_is_refused_with_both_named(archive, home):
    def correct(statement, value):
        return {"kind": "correct", **statement, "column": "date_edtf", "value": value}

    def explain(one, other, explanation):
        return {"kind": "explain", "one": one, "other": other, "explanation": explanation}

    rule(
        archive,
        {
            "1a": {"kind": "reject", **MARRIED},
            "1b": correct(MARRIED, "1911"),
            "2a": correct(APPOINTED, "1920"),
            "2b": correct(APPOINTED, "1923"),
            "3a": {"kind": "prefer", **DIED},
            "3b": {"kind": "prefer", **DIED_LATER},
            "4a": {"kind": "distinct", "one": KARL, "other": P_MOE},
            "4b": {"kind": "merge", "one": PER, "other": P_MOE},
            "4c": {"kind": "merge", "one": PER, "other": KARL},  # by way of a third
            "4d": {"kind": "merge", "one": P_MOE, "other": KARL},
            "5a": explain(DIED, DIED_LATER, "digit_slip"),
            "5b": explain(DIED_LATER, DIED, "calendar"),
        },
    )
    refresh(archive, home, checked=False)
    refused = {"1b": "1a", "2b": "2a", "3b": "3a", "4c": "4a", "4d": "4a", "5b": "5a"}
    found = statuses(home)
    assert {name for name, status in found.items() if status == "refused"} == set(refused)
    assert {status for name, status in found.items() if name not in refused} == {"active"}
    ids = dict(ask(home, "select path[:-5], ruling_id from rulings"))
    problems = dict(ask(home, "select path[:-5], problem from rulings"))
    for name, against in refused.items():
        assert ids[name] in problems[name]
        assert ids[against] in problems[name]


def test_a_ruling_that_finds_nothing_is_listed_with_why(archive, home):
    told = {
        "1": ({"kind": "reject", "source": "a.txt", "quote": "He was never born"}, "No statement read there has the"),
        "2": ({"kind": "reject", **MARRIED, "source": "z.txt"}, "No statement read there has the words"),
        "3": ({"kind": "reject", "source": "a.txt", "quote": "arrested on charges"}, "2 statements have the words"),
        "4": (
            {"kind": "assert", "source": "a.txt", "quote": "not there", "states": {"type": "award"}},
            "do not stand in a.txt",
        ),
        "5": (
            {"kind": "assert", "source": "a.txt", "quote": "at Hamar", "states": {"type": "award", "object": "medal"}},
            "The object “medal” does not stand in the words quoted",
        ),
        "6": (
            {"kind": "merge", "one": {"source": "a.txt", "name": "X"}, "other": P_MOE},
            "No statement read of a.txt names “X” there",
        ),
        "7": (
            {"kind": "explain", "one": APPOINTED, "other": DIED_LATER, "explanation": "calendar"},
            "No contradiction stands between these two statements",
        ),
    }
    rule(archive, {name: ruling for name, (ruling, _) in told.items()})
    refresh(archive, home, checked=False)
    assert statuses(home) == dict.fromkeys(told, "unmatched")
    for name, problem in ask(home, "select path[:-5], problem from rulings"):
        assert told[name][1] in problem


def test_several_columns_of_one_claim_may_be_corrected(archive, home):
    values = {"object_text": "minister of justice", "confidence": "0.4", "modality": "rumoured", "calendar": "julian"}
    rule(
        archive,
        {name: {"kind": "correct", **APPOINTED, "column": name, "value": value} for name, value in values.items()},
    )
    refresh(archive, home, checked=False)
    found = ask(home, f"select {', '.join(values)} from claims where quote = ?", APPOINTED["quote"])
    assert found == [("minister of justice", 0.4, "rumoured", "julian")]


def test_nothing_is_done_again_and_a_replay_needs_no_folder(archive, home):
    rule(archive, {"no": {"kind": "reject", **MARRIED}, "later": EVERY_KIND["3-assert"]})
    refresh(archive, home, checked=False)
    assert refresh(archive, home)[1] is None
    assert [made.kind for made in open_log(home / "log").transactions()].count("ruling") == 1

    broken = archive / "rulings" / "no.yml"
    broken.write_text("kind: reject\nauthor: [")
    (problem,) = list_rulings(archive / "rulings").problems
    assert problem.startswith("no.yml is no YAML that can be understood")
    assert refresh(archive, home)[1] is None  # what cannot be understood withdraws nothing

    standing = (home / "published" / "current").resolve()
    run = Run(archive / "gone", home, "replay", "test", False, lambda: datetime.now(UTC), Silent())
    again = rebuild_edition(run, to=home.parent / "again").folder
    for name in ("claims", "rulings", "events", "quarantine"):
        file = f"{name}/{name}.parquet"
        assert (again / file).read_bytes() == (standing / file).read_bytes()


def test_another_folder_of_rulings_may_be_named(archive, home):
    rule(archive, {"r": {"kind": "reject", **MARRIED}})
    elsewhere = archive.parent / "elsewhere"
    (archive / "rulings").rename(elsewhere)
    refresh(archive, home, rulings=elsewhere, checked=False)
    assert statuses(home) == {"r": "active"}


def test_the_explanation_of_a_claim_tells_the_rulings_on_it(archive, home):
    from click.testing import CliRunner

    from regesta.commands.explain import command

    rule(archive, {"r": {"kind": "correct", **APPOINTED, "column": "date_edtf", "value": "1920"}})
    refresh(archive, home, checked=False)
    ((claim_id,),) = ask(home, "select claim_id from rulings")
    said = CliRunner().invoke(command, [claim_id, "--home", str(home)]).output
    assert "(correct, active) by A. Curator: seen in the register date_edtf is 1920." in said


def test_words_that_the_reading_took_for_the_subject_may_be_somebody_else(archive, home):
    (archive / "a.txt").write_text(ONE.replace("Per Moe was elected mayor", "K. Moe was elected mayor"))
    refresh(archive, home, checked=False)
    karl = ask(home, "select subject_id from sources where path = 'a.txt'")
    brother = ask(home, BROTHER)
    assert ask(home, MAYORS) == karl != brother
    rule(archive, {"namesake": {"kind": "split", "one": {"source": "a.txt", "name": "K. Moe"}, "other": KARL}})
    refresh(archive, home, checked=False)
    assert statuses(home) == {"namesake": "active"}
    assert ask(home, MAYORS) == ask(home, BROTHER) == brother
    assert ask(home, "select subject_id from sources where path = 'a.txt'") == karl
    assert ask(home, "select distinct subject_id from claims where object_text = 'minister of finance'") == karl
