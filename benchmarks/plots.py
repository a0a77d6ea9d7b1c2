"""The pictures of the report, SVG by Matplotlib: rates by stage, growth, memory over time, what is found at each size.

The same figures give the same bytes: no date, and ids that are counted.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

INK, QUIET, OURS, LIMIT, RIVAL = "#222222", "#8a8a8a", "#1f5fa8", "#b9c4d0", "#c2702b"
LEAST_A_SECOND = 100
GIB = 2**30

mpl.rcParams |= {
    "svg.hashsalt": "regesta",
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 10,
    "axes.edgecolor": QUIET,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def _save(figure: Figure, file: Path) -> None:
    figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None}, bbox_inches="tight")


def _label_bars(axes: Axes, values: Sequence[float]) -> None:
    for place, value in enumerate(values):
        told = f"{value:,.0f}" if value >= 10 else f"{value:.2g}"
        axes.annotate(told, (value, place), xytext=(3, 0), textcoords="offset points", va="center", fontsize=9)


def _mark_pages(axes: Axes, pages: Sequence[int]) -> None:
    """The sizes that were measured on an axis of their logarithms, and nothing between them."""
    axes.set_xscale("log")
    axes.set_xticks(pages, [f"{count:,}" for count in pages])
    axes.set_xticks([], minor=True)
    axes.set_xlabel("pages")


def draw_rates(size: dict[str, Any], limits: dict[str, float] | None, file: Path) -> None:
    """Documents, megabytes and claims a second by stage of the largest run; limits and rivals beside the megabytes."""
    stages = {name: spent["seconds"] for name, spent in size["stages"].items() if spent["seconds"] > 0}
    stages["All of it"] = size["seconds"]
    names = list(stages)
    figure = Figure(figsize=(11, 7), layout="constrained")
    documents, claims, megabytes = figure.subplot_mosaic(
        [["documents", "claims"], ["megabytes", "megabytes"]], height_ratios=[len(names), len(names) + 5]
    ).values()
    for axes, amount, told in (
        (documents, size["pages"], "documents a second"),
        (claims, size["claims"], "claims a second"),
    ):
        values = [amount / stages[name] for name in names]
        axes.barh(names, values, color=[INK if name == "All of it" else OURS for name in names])
        _label_bars(axes, values)
        axes.set(xscale="log", xlabel=told)
        axes.margins(x=0.12)
        axes.invert_yaxis()
    documents.axvline(LEAST_A_SECOND, color=RIVAL, linestyle="--", linewidth=1)
    documents.set_title("dashed: 100 a second", loc="left", fontsize=9, color=RIVAL)
    rows = [(name, size["bytes"] / 1e6 / stages[name], OURS) for name in names]
    if limits:
        colours = {"wikitextparser alone": RIVAL, "the reading, whole": OURS, "the reading, wikitext": OURS}
        rows += [(f"{name} (one core)", rate, colours.get(name, LIMIT)) for name, rate in limits.items()]
    megabytes.barh([row[0] for row in rows], [row[1] for row in rows], color=[row[2] for row in rows])
    _label_bars(megabytes, [row[1] for row in rows])
    megabytes.set(xscale="log", xlabel="megabytes a second (blue: Regesta; grey: limits; orange: rival)")
    megabytes.margins(x=0.08)
    megabytes.invert_yaxis()
    figure.suptitle(f"{size['pages']:,} pages on two cores", x=0.01, ha="left")
    _save(figure, file)


def draw_growth(sizes: list[dict[str, Any]], file: Path) -> None:
    """Time and bytes by the number of pages, beside lines that grow as the pages do; and the time of a refresh."""
    figure = Figure(figsize=(11, 4.2), layout="constrained")
    time, kept = figure.subplots(1, 2)
    pages = [size["pages"] for size in sizes]
    kinds = (("seconds", "all read", OURS, "o"), ("one_seconds", "one changed", RIVAL, "s"),
             ("none_seconds", "none changed", QUIET, "^"))  # fmt: skip
    for key, told, colour, marker in kinds:
        time.plot(pages, [size[key] for size in sizes], color=colour, marker=marker, label=told)
    for axes, key, unit in ((time, "seconds", 1.0), (kept, "kept_bytes", 1e6)):
        last = sizes[-1][key] / unit
        axes.plot(pages, [last * count / pages[-1] for count in pages], color=LIMIT, linestyle="--", zorder=0,
                  label="as the pages grow")  # fmt: skip
        axes.set_yscale("log")
        _mark_pages(axes, pages)
    kept.plot(pages, [size["kept_bytes"] / 1e6 for size in sizes], color=OURS, marker="o", label="log and edition")
    kept.plot(pages, [size["bytes"] / 1e6 for size in sizes], color=QUIET, marker="^", label="the pages themselves")
    time.set_ylabel("seconds")
    kept.set_ylabel("megabytes")
    time.legend(frameon=False)
    kept.legend(frameon=False)
    _save(figure, file)


def draw_memory(runs: list[tuple[str, list[tuple[float, int]], dict[str, Any]]], file: Path) -> None:
    """Memory of all processes of a run over time; where its stages are known, they are marked."""
    figure = Figure(figsize=(11, 3.4 * len(runs)), layout="constrained")
    for axes, (title, memory, stages) in zip(figure.subplots(len(runs), 1, squeeze=False)[:, 0], runs, strict=True):
        axes.fill_between(
            [s for s, _ in memory], [held / GIB for _, held in memory], color=OURS, alpha=0.25, linewidth=0
        )
        axes.plot([s for s, _ in memory], [held / GIB for _, held in memory], color=OURS, linewidth=1)
        axes.set(xlabel="seconds", ylabel="GiB, all processes", ylim=(0, None), xlim=(0, memory[-1][0]))
        axes.set_title(title, loc="left")
        begun = 0.0
        for place, (name, spent) in enumerate(stages.items()):
            if spent["seconds"] > memory[-1][0] / 40:
                axes.axvline(begun, color=QUIET, linewidth=0.7, linestyle=":")
                axes.annotate(name, (begun, 1), xycoords=("data", "axes fraction"), xytext=(2, -10 - 11 * (place % 3)),
                              textcoords="offset points", fontsize=8, color=INK)  # fmt: skip
            begun += spent["seconds"]
    _save(figure, file)


def draw_found(sizes: list[dict[str, Any]], file: Path) -> None:
    """What is found of what is known, by the number of pages."""
    told = {
        "claims_found": "claims found",
        "claims_right": "claims right",
        "persons_found": "pages of one person together",
        "namesakes_apart": "namesakes apart",
        "contradictions_found": "planted contradictions found",
        "gaps_found": "lost words found",
    }
    figure = Figure(figsize=(11, 4), layout="constrained")
    axes = figure.subplots()
    for key, name in told.items():
        points = [(size["pages"], size["found"][key]) for size in sizes if size["found"][key] is not None]
        axes.plot([page for page, _ in points], [share for _, share in points], marker="o", label=name)
    _mark_pages(axes, [size["pages"] for size in sizes])
    least = min(share for line in axes.lines for share in line.get_ydata())
    axes.set(ylabel="share", ylim=(max(0.0, least - 0.05), 1.005))
    axes.legend(frameon=False, loc="center left", bbox_to_anchor=(1, 0.5))
    _save(figure, file)
