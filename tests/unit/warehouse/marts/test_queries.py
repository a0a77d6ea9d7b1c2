"""The marts whose queries decide something: holders in order, cases side by side, the history of quality."""

from datetime import date, datetime

import duckdb
import pytest

from warehouse.contract.marts import MARTS
from warehouse.contract.tables import TABLES
from warehouse.marts.build import read_sql
from warehouse.translations.to_duckdb import create_table, select_as_declared


@pytest.fixture
def con():
    with duckdb.connect() as con:
        con.execute("set timezone = 'UTC'")
        con.execute(read_sql("macros"))
        for table in (*TABLES.values(), *MARTS.values()):
            create_table(con, table)
        yield con


def put(con, table, **values):
    """One row of a table; what is not given is null, or plain where it may not be."""
    columns = {**TABLES, **MARTS}[table].columns
    plain = {"text": "x", "integer": 1, "number": 1.0, "boolean": False, "date": date(1900, 1, 1)}
    row = {c.name: values.get(c.name, None if c.nullable else plain.get(c.kind.value)) for c in columns}
    row |= {c.name: datetime(2026, 1, 1) for c in columns if c.kind.value == "time" and row[c.name] is None}
    con.execute(f"insert into {table} ({', '.join(row)}) values ({', '.join('?' for _ in row)})", list(row.values()))


def ask(con, mart, columns, order):
    rows = select_as_declared(MARTS[mart], f"({read_sql(mart)})")
    return con.execute(f"select {columns} from ({rows}) order by {order}").fetchall()


def tenure(con, event_id, person, start, end, start_latest=None, end_earliest=None):
    put(
        con,
        "office_tenures",
        event_id=event_id,
        office_id="e-office",
        person=person,
        start_earliest=start,
        start_latest=start_latest or start,
        end_earliest=end_earliest or end,
        end_latest=end,
    )


def test_holders_follow_each_other_with_gaps_and_overlaps_certain_or_possible(con):
    put(con, "entities", entity_id="e-office", kind="office", label="Mayor")
    day = date.fromisoformat
    tenure(con, "v1", "Anna", day("1900-01-01"), day("1904-12-31"))
    tenure(con, "v2", "Bo", day("1905-01-01"), day("1908-06-30"))  # the day after
    tenure(con, "v3", "Carl", day("1909-01-01"), day("1911-05-01"))  # half a year later
    tenure(con, "v4", "Dora", day("1911-03-01"), day("1913-12-31"), end_earliest=day("1913-01-01"))  # two months early
    tenure(con, "v5", "Eva", day("1913-01-01"), day("1915-12-31"), start_latest=day("1913-12-31"))  # both by the year
    tenure(con, "v6", "Finn", day("1916-01-01"), day("1917-01-01"), start_latest=day("1916-12-31"))
    tenure(con, "v7", "Gerd", None, day("1916-06-01"))  # it began nobody knows when
    put(con, "office_tenures", event_id="v8", office_id="e-office", person="Hans")
    found = ask(
        con,
        "office_holders",
        "person, holder_before, succession, gap_days_least, gap_days_most",
        "place_in_order nulls last",
    )
    assert found == [
        ("Anna", None, "first", None, None),
        ("Bo", "Anna", "follows", 0, 0),
        ("Carl", "Bo", "gap", 184, 184),
        ("Dora", "Carl", "overlap", -62, -62),
        ("Eva", "Dora", "possible gap or overlap", -365, 363),
        ("Finn", "Eva", "possible gap", 0, 365),
        ("Gerd", "Finn", "unknown", None, None),
        ("Hans", None, "undated", None, None),
    ]


def event(con, event_id, event_type, first, last=None, text=None, modality="asserted"):
    put(con, "claims", claim_id=f"c-{event_id}", object_text=text)
    put(
        con,
        "events",
        event_id=event_id,
        event_type=event_type,
        modality=modality,
        subject_id="e-anna",
        date_edtf=first,
        date_earliest=first and date.fromisoformat(first),
        date_latest=(last or first) and date.fromisoformat(last or first),
        preferred_claim_id=f"c-{event_id}",
    )


@pytest.mark.parametrize(
    ("text", "quote", "sentence"),
    [
        ("One. He was born in Rome. Two.", "born in Rome", "He was born in Rome."),
        ("He met J. V. Stalin at 12:59 a.m. on 1.10.1950 in St. Ives. He left.", "12:59", None),
        ("Родился в г. Боровичи в 1905 г. по старому стилю. Учился.", "Боровичи", None),
        ('She said "it is so." He was shot, 1,5 km away! Then', "shot", "He was shot, 1,5 km away!"),
        ("A heading\nHe died\n", "died", "He died"),
        ("Was he tried? He was.", "He was.", "He was."),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(con, text, quote, sentence):
    asked = "select sentence_around($text, $at, $quote)"
    ((found,),) = con.execute(asked, {"text": text, "at": text.index(quote), "quote": quote}).fetchall()
    assert found == (sentence or text[: text.rindex(". ") + 1])


def test_words_of_names_are_compared_without_case_accents_and_signs(con):
    question = "select to_words('Алексей Ёлкин «Étienne» O''Neil-Smith, J.V. 1905–32 (№3)')"
    ((found,),) = con.execute(question).fetchall()
    assert found == ["алексеи", "елкин", "etienne", "o", "neil", "smith", "j", "v", "1905", "32", "3"]
    ((plain,),) = con.execute("select fold('Über Ленинград, Тульский')").fetchall()
    assert plain == "uber ленинград, тульскии"


@pytest.mark.parametrize(
    ("event_type", "subtype", "modality", "words"),
    [
        ("birth", None, "asserted", "birth"),
        ("membership", "joined", "asserted", "joined"),
        ("kinship", "in_law", "asserted", "in law"),
        ("association", "other", "asserted", "association"),
        ("rehabilitation", "party", "planned", "planned party rehabilitation"),
    ],
)
def test_what_happened_is_said_in_a_word_or_two(con, event_type, subtype, modality, words):
    assert con.execute("select happened(?, ?, ?)", [event_type, subtype, modality]).fetchall() == [(words,)]


def test_sides_of_a_disagreement_are_values_not_wordings(con):
    put(con, "entities", entity_id="e-anna", kind="person", label="Anna")
    put(con, "events", event_id="v1", event_type="birth", subject_id="e-anna", preferred_claim_id="c1")
    put(con, "timeline", event_id="v1", label="birth")
    put(con, "contradictions", contradiction_id="x1", event_id="v1", kind="date", evidence="They lie 13 days apart.")
    for source in ("s1", "s2"):
        put(con, "sources", source_id=source, title=f"Life {source}", path=f"{source}.txt")
    stated = [
        ("c1", "s1", "1905-02-20", "1905-02-20", None),
        ("c2", "s2", "1905-02-20", "20 February 1905", None),
        ("c3", "s2", "1905-02-20", "20.2.1905", 9),
        ("c4", "s2", "1905-02-07", "7 February 1905", 49),
        ("c5", "s2", "1905-02-07", "7.2.1905", None),
    ]
    for claim_id, source, edtf, words, reference in stated:
        place = {"source_id": source, "source_path": f"{source}.txt", "reference_number": reference}
        put(con, "claims", claim_id=claim_id, date_edtf=edtf, quote=f"born\n {words}", **place)
        put(con, "contradiction_claims", contradiction_id="x1", claim_id=claim_id, stated_value=words)
    columns = "value_count, first_value, first_source, second_value, second_reference, sentence"
    assert ask(con, "disagreements", columns, "1") == [
        (
            2,
            "1905-02-20",
            "s1.txt",
            "7.2.1905",
            None,
            'Anna, birth. "Life s1" (s1.txt) and "Life s2" (s2.txt, also ref. 9) say 1905-02-20: “born 1905-02-20”; '
            '"Life s2" (s2.txt, also ref. 49) says 7.2.1905: “born 7.2.1905”. They lie 13 days apart.',
        )
    ]


def test_a_day_that_is_told_is_shown_before_one_that_is_computed(con):
    put(con, "entities", entity_id="e-anna", kind="person", label="Anna")
    put(con, "sources", source_id="s1", path="s1.txt", title="A life")
    put(con, "events", event_id="v1", event_type="marriage", subject_id="e-anna")
    put(con, "timeline", event_id="v1", label="marriage")
    put(con, "contradictions", contradiction_id="x1", event_id="v1", kind="date", evidence="They do not meet.")
    for claim_id, words, basis in (("c1", "two years later", "context"), ("c2", "in 1904", "explicit")):
        put(con, "claims", claim_id=claim_id, source_id="s1", source_path="s1.txt", quote=words, date_edtf="1904",
            date_basis=basis)  # fmt: skip
        put(con, "contradiction_claims", contradiction_id="x1", claim_id=claim_id, stated_value=words)
    assert ask(con, "disagreements", "first_value", "1") == [("in 1904",)]


def test_what_nothing_explains_comes_first_and_what_a_ruling_settled_last(con):
    put(con, "entities", entity_id="e-anna", kind="person", label="Anna")
    put(con, "sources", source_id="s1", path="s1.txt", title="A life")
    put(con, "events", event_id="v1", event_type="birth", subject_id="e-anna")
    put(con, "timeline", event_id="v1", label="birth")
    put(con, "claims", claim_id="c1", source_id="s1", source_path="s1.txt", quote="born")
    found = [
        ("x1", "explained", "rounding", "tension"), ("x2", "ruled", "unexplained", "impossible"),
        ("x3", "suggested", "calendar", "impossible"), ("x4", "open", "unexplained", "tension"),
        ("x5", "open", "unexplained", "impossible"),
    ]  # fmt: skip
    for contradiction_id, status, explanation, strength in found:
        put(con, "contradictions", contradiction_id=contradiction_id, event_id="v1", kind="date", strength=strength,
            explanation=explanation, status=status, evidence="So it is.")  # fmt: skip
        put(con, "contradiction_claims", contradiction_id=contradiction_id, claim_id="c1", stated_value="1905")
    assert [one for (one,) in ask(con, "disagreements", "contradiction_id", "place_in_order")] == [
        "x5", "x4", "x3", "x1", "x2",
    ]  # fmt: skip


def test_the_stages_of_a_case_stand_side_by_side(con):
    put(con, "entities", entity_id="e-anna", kind="person", label="Anna")
    event(con, "v1", "arrest", "1937-06-01", "1937-06-30")
    event(con, "v2", "arrest", "1949-08-13")
    event(con, "v3", "arrest", "1950-01-01", "1950-12-31")  # a year alone opens no case
    event(con, "v4", "trial", "1950-09-29")
    event(con, "v5", "sentence", "1950-10-01", text="death")
    event(con, "v6", "execution", "1950-10-01")
    event(con, "v7", "rehabilitation", "1954-04-30")
    event(con, "v8", "sentence", "1938-01-10", text="five years")
    event(con, "v9", "execution", "1937-07-01", modality="rumoured")
    columns = "case_number, arrest_edtf, trial_edtf, sentence, execution_edtf, rehabilitation_year"
    found = ask(con, "repression_cases", columns, "case_number")
    assert found == [
        (1, "1937-06-01", None, "five years", None, None),
        (2, "1949-08-13", "1950-09-29", "death", "1950-10-01", 1954),
    ]
    days = "arrest_to_execution_days_least, arrest_to_execution_days_most, execution_to_rehabilitation_days_least"
    assert ask(con, "repression_cases", days, "case_number") == [(None, None, None), (414, 414, 1307)]


def test_a_stage_without_an_arrest_is_a_case(con):
    put(con, "entities", entity_id="e-anna", kind="person", label="Anna")
    event(con, "v1", "execution", None)
    assert ask(con, "repression_cases", "person, case_number, execution_event_id", "1") == [("Anna", 1, "v1")]


def test_quality_is_compared_with_the_validation_before(con):
    for tx, failing in ((3, 2), (5, 5), (9, 0)):
        put(con, "transactions", tx=tx)
        put(con, "quality_results", check_id="claims.x", tx=tx, failing_count=failing, success=not failing)
    found = ask(con, "quality_history", "tx, failing_before, trend, is_latest", "tx")
    assert found == [(3, None, "new", False), (5, 2, "worse", False), (9, 5, "better", True)]


def test_every_mart_with_days_has_their_year_month_and_day():
    for mart in MARTS.values():
        for name in mart.column_names:
            if name.endswith("_earliest"):
                stem = name.removesuffix("_earliest")
                assert {f"{stem}_{part}" for part in ("latest", "year", "month", "day")} <= set(mart.column_names), name
