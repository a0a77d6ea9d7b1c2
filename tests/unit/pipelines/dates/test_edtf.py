"""EDTF read back to bounds, and strings that are none."""

import pytest

from pipelines.dates import Bounds, UnreadableEdtf, iso_from_day, parse_edtf, write_between
from pipelines.dates.edtf import is_edtf


def shown(bounds: Bounds) -> tuple[str | None, ...]:
    return tuple(None if day is None else iso_from_day(day) for day in bounds)


@pytest.mark.parametrize(
    ("edtf", "bounds"),
    [
        ("1946-03-18", ("1946-03-18", None, None, "1946-03-18")),
        ("1937-08", ("1937-08-01", None, None, "1937-08-31")),
        ("1900-02", ("1900-02-01", None, None, "1900-02-28")),
        ("1946", ("1946-01-01", None, None, "1946-12-31")),
        ("1924/1932", ("1924-01-01", "1924-12-31", "1932-01-01", "1932-12-31")),
        ("1941-39", ("1941-09-01", None, None, "1941-12-31")),
        ("1941-37", ("1941-01-01", None, None, "1941-04-30")),
        ("1942-40", ("1942-01-01", None, None, "1942-06-30")),
        ("1942-35", ("1942-07-01", None, None, "1942-09-30")),
        ("193X", ("1930-01-01", None, None, "1939-12-31")),
        ("[1934..1936]", ("1934-01-01", None, None, "1936-12-31")),
        ("1941-24", ("1941-12-01", None, None, "1942-02-28")),
        ("1943-24", ("1943-12-01", None, None, "1944-02-29")),
        ("18XX", ("1800-01-01", None, None, "1899-12-31")),
        ("../1930", (None, None, "1930-01-01", "1930-12-31")),
        ("1917/..", ("1917-01-01", "1917-12-31", None, None)),
        ("1917/", ("1917-01-01", "1917-12-31", None, None)),
        ("1905~", ("1905-01-01", None, None, "1905-12-31")),
        ("1905-02-20?", ("1905-02-20", None, None, "1905-02-20")),
        ("[1905,1906]", ("1905-01-01", None, None, "1906-12-31")),
        ("{1905,1908}", ("1905-01-01", None, None, "1908-12-31")),
        ("[..1906]", (None, None, None, "1906-12-31")),
        ("1941-1X", ("1941-10-01", None, None, "1941-12-31")),
        ("1941-05-1X", ("1941-05-10", None, None, "1941-05-19")),
        ("1941-XX", ("1941-01-01", None, None, "1941-12-31")),
        ("-0043-03-15", ("-0043-03-15", None, None, "-0043-03-15")),
        ("-01XX", ("-0199-01-01", None, None, "-0100-12-31")),
        ("Y-12000", ("Y-12000-01-01", None, None, "Y-12000-12-31")),
        ("[1937-06..1939-01-04]", ("1937-06-01", None, None, "1939-01-04")),
    ],
)
def test_bounds(edtf: str, bounds: tuple[str | None, ...]) -> None:
    assert shown(parse_edtf(edtf)) == bounds


@pytest.mark.parametrize(
    "wrong",
    [
        "", "1941-13", "1941-02-30", "41", "1941/", "../..", "/", "[]", "1932/1924", "1941-42", "late 1941", "1941-2",
        "٣٣٣٣", "1941-99-01", "[1941", "1941..1942", "1900-02-29",
    ],
)  # fmt: skip
def test_none(wrong: str) -> None:
    if wrong == "1941/":
        assert is_edtf(wrong)
        return
    with pytest.raises(UnreadableEdtf):
        parse_edtf(wrong)


@pytest.mark.parametrize(
    ("after", "before", "edtf"),
    [
        ("1937-06", "1939-01-04", "[1937-06..1939-01-04]"),
        ("1953", "1954-03-06", "[1953..1954-03-06]"),
        (None, "1939-01-04", "../1939-01-04"),
        ("1954-03-06", None, "1954-03-06/.."),
        ("1905~", "193X", "[1905..1939]"),
        ("1941-39", None, "1941-09/.."),
        ("1917/..", "../1930", "[1917..1930]"),
        ("1950", "1940", None),
        ("1950", "1950", "1950"),
        (None, None, None),
    ],
)
def test_between(after: str | None, before: str | None, edtf: str | None) -> None:
    assert write_between(after, before) == edtf
