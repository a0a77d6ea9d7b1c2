"""``regesta rule``: asks what a curator decides, and writes it as YAML in the rulings folder."""

import os
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from regesta.text import to_plain
from warehouse.contract.vocabulary import EVENT_TYPES, EXPLANATIONS, RULING_KINDS
from warehouse.errors import RegestaError

if TYPE_CHECKING:
    import duckdb

_MOST_SHOWN = 20
_STATED = ("type", "subtype", "subject", "object", "place", "date", "date_edtf", "figure", "modality")


@click.command("rule")
@click.argument("kind", type=click.Choice(RULING_KINDS), required=False)
@click.option("--home", default="data", envvar="REGESTA_HOME", show_default=True, help="The home folder.")
@click.option("--rulings", default=None, help="The folder to write in.  [default: rulings in the seed folder]")
@click.option("--author", default=None, help="Who rules.  [default: the user's name]")
@click.option("--reason", default=None, help="Why, in a sentence.")
@click.option("--claim", default=None, metavar="ID|WORDS", help="The statement: its claim id, or words of it.")
@click.option("--other-claim", default=None, metavar="ID|WORDS", help="The second statement, for explain.")
@click.option("--name", default=None, help="The name, for merge, distinct and split.")
@click.option("--in", "source", default=None, metavar="SOURCE", help="The source it stands in: its path.")
@click.option("--other-name", default=None, help="The second name.")
@click.option("--other-in", "other_source", default=None, metavar="SOURCE", help="The source that one stands in.")
@click.option("--quote", default=None, help="For assert: the words. For split: the words in which the name stands.")
@click.option("--column", default=None, help="The column to correct.")
@click.option("--value", default=None, help="The value it is to hold; empty to clear it.")
@click.option("--explanation", default=None, type=click.Choice(EXPLANATIONS), help="Why two statements differ.")
@click.option("--state", multiple=True, metavar="PART=WORDS", help=f"For assert: {', '.join(_STATED)}.")
def command(kind: str | None, home: str, rulings: str | None, state: Sequence[str], **told: str | None) -> None:
    """Make a ruling: asks for what the options leave out, and writes a file that the next run puts in force."""
    import yaml

    from pipelines.rulings import check_ruling
    from regesta.answers import open_marts

    folder = Path(rulings or Path(os.environ.get("REGESTA_SEEDS", "seeds")) / "rulings")
    kind = kind or click.prompt("What do you rule", type=click.Choice(RULING_KINDS))
    with open_marts(Path(home)) as con:
        entry: dict[str, Any] = {"kind": kind} | _ASKED[kind](con, kind, told, state)
    entry["author"] = told["author"] or click.prompt("Who rules", default=os.environ.get("USER") or None)
    entry["reason"] = told["reason"] or click.prompt("Why")
    problem = check_ruling(entry)
    if problem is not None:
        raise RegestaError(f"That is no ruling: {problem}.")
    text = yaml.safe_dump(entry, allow_unicode=True, sort_keys=False, width=100)
    folder.mkdir(parents=True, exist_ok=True)
    file = _name_file(folder, entry)
    with file.open("x", encoding="utf-8") as written:
        written.write(text)
    click.echo(text.rstrip())
    click.echo(f"\nWritten to {file}: `regesta run` puts it in force, deleting the file withdraws it.")


def _name_file(folder: Path, entry: dict[str, Any]) -> Path:
    named = entry.get("one") or entry
    words = re.findall(r"\w+", named.get("name") or named["quote"])
    slug = "-".join([date.today().isoformat(), entry["kind"], *(word.lower() for word in words[-4:])])[:80]
    turn = 1
    while (file := folder / f"{slug}{'' if turn == 1 else f'-{turn}'}.yml").exists():
        turn += 1
    return file


Told = dict[str, str | None]


def _ask_statement(con: "duckdb.DuckDBPyConnection", words: str | None, label: str = "Which statement") -> Told:
    """A statement by its words, out of those the reader found."""
    while True:
        given = words or click.prompt(f"{label} (its claim id, or words of it)")
        found = con.execute(
            """
            select claim_id, source_path, event_type, object_text, quote,
                count(*) over (partition by source_path, quote, event_type) > 1 as has_equals
            from claims
            where claim_id = $given or contains(lower(quote), lower($given))
            order by claim_id <> $given, length(quote), source_path, claim_id
            """,
            {"given": given},
        ).fetchall()
        if found and found[0][0] == given:
            break
        if found:
            if words is not None and len(found) > 1:
                raise RegestaError(f"{len(found)} statements have the words “{given}”: give a claim id.")
            chosen = _choose([f"{quote} ({event_type}, {path})" for _, path, event_type, _, quote, _ in found])
            found = found[chosen : chosen + 1]
            break
        if words is not None:
            raise RegestaError(f"No statement has the words “{given}”: `regesta sql` lists claims.")
        click.echo("No statement has these words.")
    claim_id, path, event_type, object_text, quote, has_equals = found[0]
    made: Told = {"source": path, "quote": quote, "type": event_type, "claim": claim_id}
    return made | ({"object": object_text} if has_equals and object_text else {})


def _choose(lines: Sequence[str]) -> int:
    if len(lines) == 1:
        return 0
    for number, line in enumerate(lines[:_MOST_SHOWN], start=1):
        click.echo(f"{number:>3}  {to_plain(line)}")
    if len(lines) > _MOST_SHOWN:
        click.echo(f"     and {len(lines) - _MOST_SHOWN} more: give more words to find them.")
    return int(click.prompt("Which", type=click.IntRange(1, min(len(lines), _MOST_SHOWN)))) - 1


def _ask_name(con: "duckdb.DuckDBPyConnection", name: str | None, source: str | None, label: str) -> Told:
    """A name as a source writes it, out of those known."""
    while True:
        given = name or click.prompt(label)
        found = con.execute(
            """
            select distinct entity_aliases.name, sources.path, entities.label
            from entity_aliases
            join sources using (source_id)
            join entities using (entity_id)
            where (entity_aliases.name = $name or contains(lower(entity_aliases.name), lower($name)))
                and ($source is null or sources.path = $source)
            order by entity_aliases.name <> $name, entity_aliases.name, sources.path
            """,
            {"name": given, "source": source},
        ).fetchall()
        exact = [row for row in found if row[0] == given]
        if name is not None and source is not None and exact:
            return {"source": source, "name": name}
        if name is not None and (not found or source is not None):
            raise RegestaError(f"No source{f' at {source}' if source else ''} names “{given}”: `from entity_aliases`.")
        if found:
            chosen = found[_choose([f"{alias} in {path}, taken for {label}" for alias, path, label in found])]
            return {"source": chosen[1], "name": chosen[0]}
        click.echo("No source has this name.")


def _rule_names(con: "duckdb.DuckDBPyConnection", kind: str, told: Told, _: Sequence[str]) -> dict[str, Any]:
    labels = {"merge": ("Which name", "Which other name"), "distinct": ("Which name", "Distinct from which name")}
    first, second = labels.get(kind, ("Which name leaves", "Which name stays"))
    one = _ask_name(con, told["name"], told["source"], first)
    if told["quote"]:
        one["quote"] = told["quote"]
    return {"one": one, "other": _ask_name(con, told["other_name"], told["other_source"], second)}


def _rule_statement(con: "duckdb.DuckDBPyConnection", _: str, told: Told, __: Sequence[str]) -> dict[str, Any]:
    return dict(_ask_statement(con, told["claim"]))


def _correct(con: "duckdb.DuckDBPyConnection", _: str, told: Told, __: Sequence[str]) -> dict[str, Any]:
    from pipelines.rulings.correct import CORRECTABLE

    statement = _ask_statement(con, told["claim"])
    column = told["column"] or click.prompt("Which column", type=click.Choice(CORRECTABLE))
    if column in CORRECTABLE:
        stands = con.execute(f"select {column} from claims where claim_id = ?", [statement["claim"]]).fetchall()[0][0]
        click.echo(f"It holds: {to_plain(str(stands))}")
    value = told["value"]
    if value is None:
        value = click.prompt("What is it to hold (nothing to clear it)", default="", show_default=False)
    return {**statement, "column": column, "value": value}


def _assert(_: "duckdb.DuckDBPyConnection", __: str, told: Told, state: Sequence[str]) -> dict[str, Any]:
    source = told["source"] or click.prompt("In which source (its path)")
    quote = told["quote"] or click.prompt("Which words of it")
    states = dict(part.partition("=")[::2] for part in state)
    if not state:
        states["type"] = click.prompt("What do they state", type=click.Choice(list(EVENT_TYPES)))
        for part in ("subject", "object", "place", "date", "figure"):
            states[part] = click.prompt(f"  {part}, in words of the quote (or nothing)", default="", show_default=False)
    return {"source": source, "quote": quote, "states": {name: words for name, words in states.items() if words}}


def _explain(con: "duckdb.DuckDBPyConnection", _: str, told: Told, __: Sequence[str]) -> dict[str, Any]:
    one = _ask_statement(con, told["claim"], "One statement")
    other = _ask_statement(con, told["other_claim"], "The other")
    explanation = told["explanation"] or click.prompt("Why do they differ", type=click.Choice(EXPLANATIONS))
    return {"one": one, "other": other, "explanation": explanation}


_ASKED: dict[str, Callable[["duckdb.DuckDBPyConnection", str, Told, Sequence[str]], dict[str, Any]]] = {
    "merge": _rule_names,
    "distinct": _rule_names,
    "split": _rule_names,
    "prefer": _rule_statement,
    "reject": _rule_statement,
    "correct": _correct,
    "assert": _assert,
    "explain": _explain,
}
