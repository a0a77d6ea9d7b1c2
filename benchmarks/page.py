"""The page of benchmarks, from the parts that were measured: figures beside their bounds, pictures, the machine."""

from pathlib import Path
from typing import Any

from benchmarks.plots import draw_found, draw_growth, draw_memory, draw_rates

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "benchmarks.md"
_PROGRAMS = {
    "dates": "Dates read, beside dateparser",
    "claims": "Prose read, ordinary and hostile",
    "log": "The log, beside eventsourcing and bare Parquet",
    "run": "A run on the seeds, beside an empty Dagster job",
    "identity": "Names that become persons and places",
    "contradictions": "Claims grouped, weighed and checked",
    "quality": "Judging an edition of composed claims",
    "marts": "Marts built and asked, beside bare Parquet",
}
_HEAD = """<!-- Written by `make bench`: measure again instead of changing it. -->
# Benchmarks

Measured by `make bench` (`FULL=1`: at full size). Composed lives with known truth (`benchmarks/corpus.py`), 3 kB a
page, in every layout, go through the whole of `regesta run` on two cores, checks included. A figure stands beside its
bound; *missed* is said where it is missed. *Computed* are seconds of a core, which other work on the machine does not
touch.
"""

Parts = dict[str, dict[str, Any]]


def write_page(parts: Parts, of: dict[str, Any], page: Path) -> None:
    """Write the page and its pictures from the parts there are; ``of`` says what they were measured on."""
    pictures = page.parent / "benchmarks"
    pictures.mkdir(parents=True, exist_ok=True)
    sizes = sorted((part["data"] for name, part in parts.items() if name.startswith("size ")), key=lambda d: d["pages"])
    words = [_HEAD, _tell_machine(parts, of)]
    if sizes:
        words += [_tell_sizes(parts, sizes, of, pictures)]
    for name, title in (("workers", "Two workers beside one"), ("limits", "Limits and rivals on one core"),
                        ("million", "A million pages through reading and log")):  # fmt: skip
        if name in parts:
            words += [f"## {title}\n", *_tell_other_code(parts[name], of), _to_table(parts[name]["lines"])]
    if "million" in parts:
        data = parts["million"]["data"]
        title = f"{data['pages']:,} pages received, read and logged"
        draw_memory([(title, data["memory"], data["stages"])], pictures / "million-memory.svg")
        words += [_picture("million-memory", "memory over time")]
    for name, title in _PROGRAMS.items():
        if name in parts:
            output = parts[name]["data"]["output"].strip()
            words += [f"## {title}\n", f"`benchmarks/{name}.py`\n", f"```text\n{output}\n```\n"]
    page.write_text("\n".join(words).rstrip() + "\n", "utf-8")


def _tell_machine(parts: Parts, of: dict[str, Any]) -> str:
    days = sorted({part["day"] for part in parts.values()})
    told = {"measured": " to ".join(dict.fromkeys([days[0], days[-1]])) if days else "nothing yet"}
    told |= of["machine"] | {"reading": of["reading"], "projection": of["projection"]}
    return "| | |\n|---|---|\n" + "".join(f"| {name} | {value} |\n" for name, value in told.items())


def _tell_other_code(part: dict[str, Any], of: dict[str, Any]) -> list[str]:
    """Which code a part is of, where it is not that of the page."""
    read_by = part["of"]["reading"]
    return [] if read_by == of["reading"] else [f"Measured on {part['day']}, of an earlier reading (`{read_by}`).\n"]


def _tell_sizes(parts: Parts, sizes: list[dict[str, Any]], of: dict[str, Any], pictures: Path) -> str:
    from benchmarks.measure import Teller
    from benchmarks.scale import measure_growth

    growth = Teller(is_silent=True)
    measure_growth(growth, sizes)
    largest = sizes[-1]
    draw_rates(largest, parts["limits"]["data"] if "limits" in parts else None, pictures / "rates.svg")
    draw_growth(sizes, pictures / "growth.svg")
    title = f"{largest['pages']:,} pages, the whole run"
    draw_memory([(title, largest["memory"], largest["stages"])], pictures / "memory.svg")
    draw_found(sizes, pictures / "found.svg")
    told_of = {size["pages"]: _tell_other_code(parts[f"size {size['pages']}"], of) for size in sizes}
    older = [f"{pages:,} pages were {told[0].lower()}{told[1:]}" for pages, lines in told_of.items() for told in lines]
    words = ["## The whole run\n", *older, _picture("rates", "documents, megabytes and claims a second by stage")]
    words += [
        _picture("growth", "time and bytes by the number of pages"),
        _to_table(growth.lines) if growth.lines else "",
    ]
    words += [
        _picture("memory", "memory over time"),
        _picture("found", "what is found of what is known"),
        _tell_found(sizes),
    ]
    for size in sizes:
        lines = parts[f"size {size['pages']}"]["lines"]
        words += [f"### {size['pages']:,} pages\n", *told_of[size["pages"]], _to_table(lines)]
    return "\n".join(words)


def _tell_found(sizes: list[dict[str, Any]]) -> str:
    """Recall and precision at every size, and by type of event at the largest."""
    kinds = list(sizes[0]["found"])
    told = {kind: [size["found"][kind] for size in sizes] for kind in kinds}
    head = "| of what is known | " + " | ".join(f"{size['pages']:,} pages" for size in sizes) + " |\n"
    head += "|---|" + "---:|" * len(sizes) + "\n"
    rows = [
        f"| {kind.replace('_', ' ')} | " + " | ".join(map(_share, values)) + " |\n" for kind, values in told.items()
    ]
    by_type = "| event type | stated | found | read | right |\n|---|---:|---:|---:|---:|\n"
    for event_type, asked, found, read, right in sizes[-1]["by_type"]:
        by_type += f"| {event_type} | {asked:,} | {_share(found / asked if asked else None)} | {read:,} | "
        by_type += f"{_share(right / read if read else None)} |\n"
    return head + "".join(rows) + f"\nBy type, {sizes[-1]['pages']:,} pages:\n\n" + by_type


def _share(value: float | int | None) -> str:
    if value is None:
        return "-"
    return f"{value:,}" if isinstance(value, int) else f"{value:.3f}"


def _picture(name: str, told: str) -> str:
    return f"![{told}](benchmarks/{name}.svg)\n"


def _to_table(lines: list[Any]) -> str:
    rows = "".join(
        f"| {what} | {found} | {bound}{'' if holds is not False else ' **missed**'} |\n"
        for what, found, bound, holds in lines
    )
    return f"| what | measured | bound |\n|---|---|---|\n{rows}"
