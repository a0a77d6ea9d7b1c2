"""Writes the reference pages that derive from the code: tables, marts, commands. ``--check`` says which are stale."""

import sys
from pathlib import Path

import click

from regesta.cli import regesta_command
from warehouse.contract.marts import MARTS
from warehouse.contract.tables import TABLES
from warehouse.translations.to_markdown import to_index, to_page

REFERENCE = Path(__file__).parent / "reference"
_GENERATED = "<!-- Written by `make docs` from the command line's own help: change it there. -->"


def command_page() -> str:
    """The page of all commands with their help."""
    context = click.Context(regesta_command, info_name="regesta", terminal_width=100, max_content_width=100)
    parts = [_GENERATED, "# Commands", "", "```text", regesta_command.get_help(context), "```", ""]
    for name in regesta_command.list_commands(context):
        command = regesta_command.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context, terminal_width=100, max_content_width=100)
        parts += [f"## `regesta {name}`", "", "```text", command.get_help(inner), "```", ""]
    return "\n".join(parts)


def pages() -> dict[Path, str]:
    """Every generated page by its path."""
    made = {REFERENCE / "tables" / f"{name}.md": to_page(table) for name, table in TABLES.items()}
    made |= {REFERENCE / "marts" / f"{name}.md": to_page(mart, heading="Mart") for name, mart in MARTS.items()}
    made[REFERENCE / "dictionary.md"] = to_index(TABLES.values(), MARTS.values())
    made[REFERENCE / "commands.md"] = command_page()
    return made


def main() -> int:
    """Write the pages, or with ``--check`` name those that differ and return 1."""
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path.relative_to(REFERENCE.parent.parent)} is stale: run `make docs`.")
        return 1 if stale else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(pages()[path], "utf-8")
    print(f"{len(stale)} pages written.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
