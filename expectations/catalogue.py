"""Every law and every asset check, cheap to list: nothing here imports Great Expectations."""

import re
from dataclasses import dataclass, replace
from functools import cache

from expectations.from_contract import CONTRACT_CHECK, laws_of
from expectations.headed_sql import list_folders, read_headed
from expectations.law import Law
from expectations.measures import READING_CHECK, laws_of_measures
from warehouse.contract.marts import MARTS
from warehouse.contract.tables import TABLES
from warehouse.contract.types import Table
from warehouse.contract.vocabulary import SEVERITIES

JUDGED: dict[str, Table] = {**TABLES, **MARTS}
"""Every table and mart that has a suite."""

READ = ("passages", "gaps", "citations", "claims", "claim_parts")
"""The tables whose rows were read of one source each; only which entities their columns name is found out later."""


@dataclass(frozen=True, slots=True)
class Check:
    """One asset check: the laws of a table that are judged together."""

    table_name: str
    name: str
    sentence: str
    laws: tuple[Law, ...]


@cache
def laws() -> tuple[Law, ...]:
    """Every law, by table in the contract's order: the contract's own, those of ``suites``, the shares.

    A suite's law that names no check counts for the contract's. Raises KeyError where a suite
    names no table, or a law no known severity.
    """
    own: dict[str, list[Law]] = {name: [] for name in JUDGED}
    for table_name in list_folders("suites"):
        own[table_name] += [
            Law(
                table_name,
                read.name,
                read.sentence,
                {severity: severity for severity in SEVERITIES}[read.settings["severity"]],
                read.query,
                read.settings.get("check", CONTRACT_CHECK),
                sets_aside="sets aside" in read.settings,
                of_one_source="of one source" in read.settings,
            )
            for read in read_headed("suites", table_name)
        ]
    for law in laws_of_measures():
        own[law.table_name].append(law)
    told = (law for name, table in JUDGED.items() for law in (*laws_of(table), *own.pop(name)))
    return tuple(replace(law, of_one_source=law.of_one_source or _is_of_one_source(law)) for law in told)


def needs_marts(law: Law) -> bool:
    """Whether a law judges a mart, or looks into one."""
    return law.table_name in MARTS or not MARTS.keys().isdisjoint(re.findall(r"\w+", law.query))


def _is_of_one_source(law: Law) -> bool:
    """Whether what breaks a law plainly follows from what was read of one source: it sets claims aside, or judges rows
    that were read by columns that were, or by rows of the same source they refer to.
    """
    if law.sets_aside:
        return True
    if law.table_name not in READ:
        return False
    columns = JUDGED[law.table_name].columns
    if law.breach is not None:
        return not {column.name for column in columns if column.is_resolved} & set(re.findall(r"\w+", law.breach))
    # a part whose claim is not there is of no source at all
    referring = {f"{column.name}_is_known": column.refers_to.split(".")[0] for column in columns if column.refers_to}
    return law.table_name != "claim_parts" and referring.get(law.name) in ("sources", *READ)


@cache
def checks() -> tuple[Check, ...]:
    """Every asset check, in the order of its first law."""
    grouped: dict[tuple[str, str], list[Law]] = {}
    for law in laws():
        grouped.setdefault((law.table_name, law.check), []).append(law)
    return tuple(Check(table, name, _tell(table, name, held), tuple(held)) for (table, name), held in grouped.items())


def _tell(table: str, name: str, held: list[Law]) -> str:
    if name == CONTRACT_CHECK:
        return f"{table} holds to what the contract implies: {len(held)} laws."
    if name == READING_CHECK:
        return " ".join(law.sentence for law in held if law.measure)
    return " ".join(law.sentence for law in held)
