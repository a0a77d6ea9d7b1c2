"""``regesta explain``: why a claim was read as it was, with the sentence and its parts marked."""

from pathlib import Path
from typing import Any

import click
import duckdb

from warehouse.errors import RegestaError

_HERE = "published/current"
_AROUND = 160


@click.command("explain")
@click.argument("claim")
@click.option("--home", type=click.Path(path_type=Path), default=Path("data"), envvar="REGESTA_HOME", show_default=True)
def command(claim: str, home: Path) -> None:
    """Show the words a CLAIM rests on, what part each plays, the rule that read it and how sure it is."""
    found, parts, passage = _load(home, claim)
    click.echo(f"{found['claim_id']}  {found['event_type']}" + (f" ({found['subtype']})" if found["subtype"] else ""))
    click.echo(f"{found['source_path']}, version {found['source_version']}, at {found['quote_start']}")
    if found["section_path"]:
        click.echo(f"under: {found['section_path']}")
    click.echo("")
    click.echo(mark_parts(passage, found, parts))
    click.echo("")
    for part in parts:
        name = part["part"] + (f" {part['role']}" if part["role"] else "")
        means = f" = {part['value']}" if part["value"] else ""
        click.echo(f"  {name:<22}{part['text'] or ''}{means}")
    click.echo("")
    for line in reasons_of(found):
        click.echo(line)
    for line in _tell_rulings(home, claim):
        click.echo(line)


def _load(home: Path, claim: str) -> tuple[dict[str, Any], list[dict[str, Any]], dict[str, Any]]:
    edition = home / _HERE
    if not edition.exists():
        raise RegestaError(f"{home} holds no published edition: run `regesta run --home {home}` first.")
    with duckdb.connect() as con:
        claims = _rows(con.read_parquet(str(edition / "claims" / "*.parquet")).filter(_is("claim_id", claim)))
        if not claims:
            raise RegestaError(f"no claim {claim} in the edition in force under {home}: `regesta sql` lists claim_id.")
        parts = _rows(con.read_parquet(str(edition / "claim_parts" / "*.parquet")).filter(_is("claim_id", claim)))
        passages = con.read_parquet(str(edition / "passages" / "*.parquet"))
        (passage,) = _rows(passages.filter(_is("passage_id", claims[0]["passage_id"])))
    return claims[0], sorted(parts, key=lambda part: int(part["ordinal"])), passage


def _tell_rulings(home: Path, claim: str) -> list[str]:
    """What curators ruled on it, a line a ruling."""
    with duckdb.connect() as con:
        rulings = con.read_parquet(str(home / _HERE / "rulings" / "*.parquet"))
        found = rulings.filter(_is("claim_id", claim) | _is("other_claim_id", claim)).order("ruling_id")
        return [
            f"ruling {row['ruling_id']} ({row['kind']}, {row['status']}) by {row['author']}: {row['reason']}"
            + (f" {row['column_name']} is {row['value']}." if row["column_name"] else "")
            for row in _rows(found)
        ]


def _is(column: str, value: str) -> duckdb.Expression:
    return duckdb.ColumnExpression(column) == duckdb.ConstantExpression(value)


def _rows(relation: duckdb.DuckDBPyRelation) -> list[dict[str, Any]]:
    return [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]


def mark_parts(passage: dict[str, Any], claim: dict[str, Any], parts: list[dict[str, Any]]) -> str:
    """The quote with the words around it, each part in brackets with its name: ``[subject: He] was …``."""
    text, offset = passage["text"], passage["passage_start"]
    start = max(0, claim["quote_start"] - offset - _AROUND)
    end = min(len(text), claim["quote_end"] - offset + _AROUND)
    edges: list[tuple[int, int, str]] = []
    for part in parts:
        if part["part_start"] is None:
            continue
        first, last = part["part_start"] - offset, part["part_end"] - offset
        if start <= first and last <= end and not any(first < b and a < last for a, b, _ in edges):
            edges.append((first, last, part["role"] or part["part"]))
    out: list[str] = []
    at = start
    for first, last, name in sorted(edges):
        out += [text[at:first], "[", name, ": ", text[first:last], "]"]
        at = last
    out.append(text[at:end])
    shown = " ".join("".join(out).split())
    return "".join(mark for mark in shown if mark.isprintable())


def reasons_of(claim: dict[str, Any]) -> list[str]:
    """Why it was read so, in sentences: the rule, the date's basis, the modality, the confidence."""
    made = [f"Read by the rule {claim['extractor']}, version {claim['extractor_version']}."]
    if claim["date_edtf"]:
        how = {"explicit": "the words give it", "context": "the words give part of it and the passage the rest",
               "inferred": "no date words; bounded by what stands around"}  # fmt: skip
        made.append(f"Dated {claim['date_edtf']}: {how.get(claim['date_basis'], 'basis not told')}.")
    elif claim["date_text"]:
        made.append(f"The date words {claim['date_text']!r} cannot be bounded.")
    if claim["modality"] != "asserted":
        made.append(f"Put as {claim['modality']}, not as a fact.")
    if claim["attributed_to_text"]:
        made.append(f"Said by {claim['attributed_to_text']}.")
    made.append(f"Confidence {claim['confidence']:.2f}.")
    return made
