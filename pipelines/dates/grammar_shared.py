"""The grammar of numbers: dates written without words. Rules only; `notation` explains how they are written.

A rule's shape names what `cores` builds from it; captures are the parts it is built from: ``d`` day, ``m`` month,
``y`` year, ``z`` a second year. ``core=`` narrows the mention where a rule looks at words around it.
"""

from pipelines.dates.notation import Rule

PIECES: dict[str, str] = {}

RULES = (
    Rule("iso_day", "iso", "y=YEAR DASH m=DAY DASH d=DAY"),
    Rule("dotted_day", "dotted", "t=DOTDATE"),
    Rule("slashed_day", "slashed", "a=DAY SLASH b=DAY SLASH y=YEAR"),
    Rule("short_year_range", "year_range", "y=YEAR (DASH|x=SLASH) (z=DAY|z=NUM)"),
    Rule("year", "year", "y=YEAR"),
)
