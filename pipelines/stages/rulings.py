"""Rulings that stand, against what was read: claims corrected and asserted, names judged, the outcome told."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import duckdb
import pyarrow as pa

from pipelines.claims.assemble import assemble
from pipelines.claims.figures import find_figures
from pipelines.claims.statement import Part, Span, Statement, When
from pipelines.claims.when import find_dates
from pipelines.rulings import (
    Asserted,
    Judged,
    Standing,
    correct_claim,
    date_columns,
    match_statements,
    read_asserted,
    read_target,
)
from pipelines.sources.document import Document, Page
from pipelines.stages.tables import read_sql
from warehouse.contract.tables import TABLES, Claim, ClaimPart, Passage
from warehouse.translations.to_arrow import to_arrow_table

_ON_NAMES = ("merge", "distinct", "split")
EXTRACTOR = "ruling:"
"""What the extractor of an asserted claim begins with; the ruling's id follows."""


def load_standing(con: duckdb.DuckDBPyConnection) -> list[Standing]:
    """The rulings that stand, those made earlier first, of one transaction those that part names before those that
    join them; needs an attached log.
    """
    rows = con.execute(
        """
        select ruling_id, kind, target, column_name, value, author, reason, path, tx
        from current_rulings where action = 'made'
        order by first_tx, kind not in ('split', 'distinct'), path, ruling_id
        """
    ).fetchall()
    return [Standing(ruling_id, kind, read_target(target), *told) for ruling_id, kind, target, *told in rows]


@dataclass(frozen=True, slots=True)
class AppliedToClaims:
    """The rulings that stand, what became of those on statements and words, and the claims they leave out."""

    standing: tuple[Standing, ...]
    judged: tuple[Judged, ...]
    rejected: pa.Table

    def on_names(self) -> list[Standing]:
        """The rulings on names, which are judged when names are resolved."""
        return [ruling for ruling in self.standing if ruling.kind in _ON_NAMES]


_REJECTED = pa.schema([(name, pa.string()) for name in ("table_name", "row_key", "expectation", "reason")])


def apply_to_claims(con: duckdb.DuckDBPyConnection) -> AppliedToClaims:
    """Let rulings change the staged claims: correct columns, add what was asserted, name what is left out.

    ``con`` has the log attached, and the staged tables as views, of which ``claims`` and ``claim_parts`` are made anew;
    ``claims_asserted`` (claim_id, tx) has those added.
    """
    standing = load_standing(con)
    on_statements = [ruling for ruling in standing if ruling.kind in ("prefer", "reject", "correct", "explain")]
    judged = match_statements(con, on_statements) if on_statements else []
    by_id = {ruling.ruling_id: ruling for ruling in standing}
    active = [(by_id[made.ruling_id], made) for made in judged if made.status == "active"]
    _correct(con, [pair for pair in active if pair[0].kind == "correct"])
    judged += _assert(con, [ruling for ruling in standing if ruling.kind == "assert"])
    rejected = [
        {
            "table_name": "claims",
            "row_key": made.claim_id,
            "expectation": f"ruling {ruling.ruling_id}",
            "reason": f"Rejected by {ruling.author}: {ruling.reason}",
        }
        for ruling, made in active
        if ruling.kind == "reject"
    ]
    return AppliedToClaims(tuple(standing), tuple(judged), pa.Table.from_pylist(rejected, _REJECTED))


def _correct(con: duckdb.DuckDBPyConnection, corrections: Sequence[tuple[Standing, Judged]]) -> None:
    if not corrections:
        return
    con.register("claims_to_correct", pa.table({"claim_id": sorted({str(made.claim_id) for _, made in corrections})}))
    found = con.sql("select claims.* from claims join claims_to_correct using (claim_id)").to_arrow_table()
    days = [field.name for field in found.schema if pa.types.is_date32(field.type)]
    plain = pa.schema([pa.field(f.name, pa.int32()) if f.name in days else f for f in found.schema])
    rows = {row["claim_id"]: row for row in found.cast(plain).to_pylist()}
    for ruling, made in corrections:
        assert ruling.column_name is not None and made.claim_id is not None
        row = rows[made.claim_id]
        row |= correct_claim(row, ruling.column_name, ruling.value)
    _replace_rows(con, "claims", pa.Table.from_pylist(list(rows.values()), plain).cast(found.schema), "corrected")


def _replace_rows(con: duckdb.DuckDBPyConnection, name: str, rows: pa.Table, word: str) -> None:
    """Let ``name`` hold ``rows`` instead of its own with their claim ids, or beside them where it has none."""
    con.register(f"{name}_{word}", rows)
    con.execute(f"alter view {name} rename to {name}_before_{word}")
    con.execute(
        f"create view {name} as from {name}_before_{word} "
        f"where claim_id not in (select claim_id from {name}_{word}) "
        f"union all by name from {name}_{word}"
    )


def _assert(con: duckdb.DuckDBPyConnection, rulings: Sequence[Standing]) -> list[Judged]:
    asserted: list[tuple[str, int]] = []
    claims: list[Claim] = []
    parts: list[ClaimPart] = []
    judged = []
    for ruling in rulings:
        made = _find_words(con, ruling)
        if isinstance(made, str):
            judged.append(Judged(ruling.ruling_id, "unmatched", made))
            continue
        claim, its_parts = made
        judged.append(Judged(ruling.ruling_id, "active", None, claim.claim_id))
        if claim.claim_id in {other.claim_id for other in claims} or _is_read(con, claim.claim_id):
            continue  # the reader has learned it: nothing is to be added
        claims.append(claim)
        parts += its_parts
        asserted.append((claim.claim_id, ruling.tx))
    ids, txs = [list(column) for column in zip(*asserted, strict=True)] or [[], []]
    con.register("claims_asserted", pa.table({"claim_id": pa.array(ids, pa.string()), "tx": pa.array(txs, pa.int64())}))
    if claims:
        _replace_rows(con, "claims", to_arrow_table(TABLES["claims"], claims), "asserted_rows")
        _replace_rows(con, "claim_parts", to_arrow_table(TABLES["claim_parts"], parts), "asserted_rows")
    return judged


def _is_read(con: duckdb.DuckDBPyConnection, claim_id: str) -> bool:
    return bool(con.execute("select count(*) from claims where claim_id = ?", [claim_id]).fetchall()[0][0])


def _find_words(con: duckdb.DuckDBPyConnection, ruling: Standing) -> tuple[Claim, tuple[ClaimPart, ...]] | str:
    """The claim an assertion makes of its words, with its parts; or why they do not stand in the source."""
    path, quote = ruling.target["source"], ruling.target["quote"]
    rows = con.execute(read_sql("source_of_words"), {"path": path}).fetchall()
    if not rows:
        return f"No source that stands was ever at {path}: correct the path."
    source_id, now_at, member, version, sha256, title, language = rows[0]
    names = TABLES["passages"].column_names
    told = con.execute(f"select {', '.join(names)} from passages where source_id = ? order by ordinal", [source_id])
    passages = tuple(Passage(**dict(zip(names, row, strict=True))) for row in told.fetchall())
    text = "".join(passage.text for passage in passages)
    at = _find(text, quote)
    if at is None:
        return f"The words “{quote}” do not stand in {path}: correct them."
    assert ruling.value is not None
    stated = _to_statement(text, at, title or now_at, read_asserted(ruling.value), ruling.ruling_id)
    if isinstance(stated, str):
        return stated
    document = Document(source_id, now_at, member, version, sha256, text, "", "", language, Page((), title))
    claims, parts = assemble(document, passages, [stated])
    return claims[0], parts


def _find(text: str, words: str, start: int = 0, end: int | None = None) -> Span | None:
    """Where words first stand in a text, whatever blanks part them."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.compile(pattern).search(text, start, len(text) if end is None else end)
    return Span(*found.span()) if found else None


def _to_statement(text: str, quote: Span, subject: str, told: Asserted, ruling_id: str) -> Statement | str:
    """The statement an assertion makes; or which of its words do not stand in the quote, or mean nothing."""
    parts: list[Part] = []
    for name in ("object", "place", "date", "figure"):
        words = getattr(told, name)
        span = _find(text, words, quote.start, quote.end) if words is not None else None
        if words is not None and span is None:
            return f"The {name} “{words}” does not stand in the words quoted: correct it, or quote more."
        if span is not None:
            parts.append(Part(name, span))
    named = told.subject or subject
    at = _find(text, named, quote.start, quote.end)
    parts.append(Part("subject", at) if at else Part("subject", None, None, named))
    when = None
    dated = next((part.span for part in parts if part.part == "date"), None)
    if dated is not None:
        when = next((found.when for found in find_dates(text, *dated)), None)
        if when is None and told.date_edtf is None:
            return f"The date “{told.date}” cannot be read: say what it means with date_edtf."
    if told.date_edtf is not None:
        columns = date_columns(told.date_edtf, has_words=dated is not None)
        bounds = {name.removeprefix("date_"): value for name, value in columns.items()}
        when = When(edtf=told.date_edtf, calendar="unstated", **bounds)
    counted = next((part.span for part in parts if part.part == "figure"), None)
    figure = next((found.figure for found in find_figures(text, *counted)), None) if counted else None
    return Statement(
        event_type=told.type,
        subject=named,
        quote=quote,
        parts=tuple(parts),
        rule=EXTRACTOR + ruling_id,
        confidence=1.0,
        subtype=told.subtype,
        modality=told.modality,
        when=when,
        figure=figure,
    )


def order_claims(con: duckdb.DuckDBPyConnection) -> None:
    """Give asserted claims their place in ``claim_order``. After ``apply_to_claims``, with the log attached."""
    if con.execute("select count(*) from claims_asserted").fetchall()[0][0]:
        con.execute("alter view claim_order rename to claim_order_read")
        con.execute(f"create view claim_order as {read_sql('claim_order_with_asserted')}")


_JUDGED = pa.schema([(name, pa.string()) for name in ("ruling_id", "status", "problem", "claim_id", "other_claim_id")])


def publish_judged(con: duckdb.DuckDBPyConnection, judged: Iterable[Judged]) -> None:
    """``rulings_judged``: the rows of ``rulings``, with what became of each ruling ever made."""
    rows: list[dict[str, Any]] = [asdict(made) for made in judged]
    con.register("judged_now", pa.Table.from_pylist(rows, _JUDGED))
    con.execute(f"create or replace view rulings_judged as {read_sql('rulings_judged')}")
