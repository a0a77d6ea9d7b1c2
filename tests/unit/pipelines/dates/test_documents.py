"""Reading order in documents: headings, births, the years that date what stands before them."""

from pipelines.dates import DateContext, context_after, iso_from_day, read_dates
from pipelines.dates.documents import read_document
from pipelines.dates.reading import read_with_context


def edtf(text: str) -> list[str | None]:
    return [mention.edtf for mention in read_document(text)]


def test_headings_give_the_year() -> None:
    text = "== 1941 ==\n\nOn July 7 they met.\n\n=== Autumn ===\n\n"
    text += "It snowed in October.\n\n== 1942 ==\n\nIn May it thawed."
    assert edtf(text) == ["1941", "1941-07-07", "1941-10", "1942", "1942-05"]


def test_birth_from_the_first_lines() -> None:
    text = "Ada Example (20 February 1905 – 1 October 1950) was a chemist.\n\nAged 41, she left."
    assert edtf(text) == ["1905-02-20/1950-10-01", "[1946-02-20..1947-02-19]"]
    text = "Ada was born on 20 February 1905 in Riga.\n\nOn her 20th birthday she left."
    assert edtf(text) == ["1905-02-20", "1925-02-20"]


def test_what_stands_before_the_first_year() -> None:
    assert edtf("In May they came.\n\nIn June 1942 they left.") == ["1942-05", "1942-06"]


def test_context_is_carried() -> None:
    mentions, context = read_with_context("In July 1941 they met.")
    assert context_after(mentions) == context == DateContext(last_year=1941, last_month=7)
    assert [m.edtf for m in read_dates("The following month they left.", context)] == ["1941-08"]


def test_brackets_do_not_become_the_last_date() -> None:
    assert edtf("In 1941 he met Ivan Petrov (1880–1950). That year he left.")[-1] == "1941"


def test_findings() -> None:
    (mention,) = read_dates("Born 20 February (O.S. 8 February) 1905.")
    assert mention.edtf == "1905-02-20"
    assert mention.other is not None
    assert not mention.other.is_same_day
    assert iso_from_day(mention.other.day) == "1905-02-08"
    (mention,) = read_dates("On Monday, 6 June 1944 they came.")
    assert mention.weekday == 0
    assert mention.is_weekday_right is False


def test_anchor_spans_the_words() -> None:
    text = "In 1967 he was expelled, that same year reinstated."
    mention = read_dates(text)[1]
    assert mention.anchor is not None
    assert text[slice(*mention.anchor)] == "1967"
    assert mention.basis == "context"


def test_ends_have_spans_of_their_own() -> None:
    text = "Ada (7 February 1905 – 1 October 1950), in office 1924–32."
    life, office = read_dates(text)
    assert life.ends is not None
    assert office.ends is not None
    assert [text[slice(*end)] for end in life.ends] == ["7 February 1905", "1 October 1950"]
    assert [text[slice(*end)] for end in office.ends] == ["1924", "32"]
