"""A claim with one column corrected: the value in the column's type, and what follows from it in others."""

import re
from typing import Any

from pipelines.dates import UnreadableEdtf, parse_edtf
from warehouse.contract.tables import TABLES
from warehouse.contract.types import Kind
from warehouse.contract.vocabulary import EVENT_TYPES

CORRECTABLE = (
    "event_type", "subtype", "modality", "attributed_to_text", "subject_text", "object_text", "place_text",
    "date_edtf", "calendar", "duration", "figure_text", "figure_value", "figure_low", "figure_high", "figure_qualifier",
    "figure_unit", "figure_measure", "reference_number", "confidence",
)  # fmt: skip
"""What a curator may set. Ids, words, places in the text and provenance are the source's; bounds follow the EDTF."""

_CLAIMS = TABLES["claims"]


def check_value(column: str, value: str | None) -> str | None:
    """What is wrong with a value for a column of ``claims``, in words; None where nothing is."""
    declared = _CLAIMS.column(column)
    if value is None:
        return None if declared.nullable else f"is missing: {column} cannot be empty"
    if declared.values and value not in declared.values:
        return f"{value!r} is none of {', '.join(declared.values)}"
    if column == "date_edtf":
        try:
            parse_edtf(value)
        except UnreadableEdtf as error:
            return f"is no date: {error}"
    if declared.kind in (Kind.INTEGER, Kind.NUMBER):
        try:
            number = float(value)
        except ValueError:
            return f"{value!r} is no number"
        if column == "confidence" and not 0 <= number <= 1:
            return f"{value!r} does not lie between 0 and 1"
        if declared.kind is Kind.INTEGER and number != int(number):
            return f"{value!r} is no whole number"
    return None


def correct_claim(claim: dict[str, Any], column: str, value: str | None) -> dict[str, Any]:
    """The columns a correction changes of a claim (its columns by name), with what follows from them."""
    kind = _CLAIMS.column(column).kind
    typed: Any = value
    if value is not None and kind in (Kind.INTEGER, Kind.NUMBER):
        typed = int(float(value)) if kind is Kind.INTEGER else float(value)
    columns: dict[str, Any] = {column: typed}
    if column == "event_type":
        columns["family"] = EVENT_TYPES[typed]
        columns["subtype"] = None
    if column == "date_edtf":
        columns |= date_columns(value, has_words=claim["date_text"] is not None)
        columns["calendar"] = None if value is None else claim["calendar"] or "unstated"
    return columns


def date_columns(edtf: str | None, *, has_words: bool) -> dict[str, Any]:
    """The date columns that follow from an EDTF: bounds (days since 1970-01-01), precision, qualifier and basis.

    A curator's date is one the words do not give by themselves: with words its basis is ``context``, else ``inferred``.
    """
    if edtf is None:
        empty = ("date_earliest", "date_start_latest", "date_end_earliest", "date_latest", "date_precision",
                 "date_qualifier", "date_basis")  # fmt: skip
        return dict.fromkeys(empty)
    bounds = parse_edtf(edtf)
    is_open = ".." in edtf
    return {
        "date_earliest": bounds.earliest,
        "date_start_latest": None if is_open else bounds.start_latest,
        "date_end_earliest": None if is_open else bounds.end_earliest,
        "date_latest": bounds.latest,
        "date_precision": precision_of(edtf),
        "date_qualifier": _qualifier_of(edtf),
        "date_basis": "context" if has_words else "inferred",
    }


def precision_of(edtf: str) -> str:
    """How fine a date written in EDTF is: a word of the contract's list."""
    plain = edtf.rstrip("?~%")
    if ".." in edtf and edtf[:1] not in "[{":
        return "open"
    if "/" in edtf or edtf[:1] in "[{":
        return "interval"
    match plain.lstrip("Y-").count("-"):
        case 2:
            return "day"
        case 1:
            month = plain[-2:]
            return "month" if month <= "12" or "X" in month else "season" if month <= "24" else "part"
    digits = plain.lstrip("-")
    return "century" if digits.endswith("XX") else "decade" if digits.endswith("X") else "year"


def _qualifier_of(edtf: str) -> str | None:
    if edtf.startswith("../"):
        return "before"
    if edtf.endswith("/.."):
        return "after"
    if re.fullmatch(r"[^/\[]*~", edtf):
        return "approximate"
    return "uncertain" if re.fullmatch(r"[^/\[]*[?%]", edtf) else None
