"""Every law and every asset check, cheap to list: nothing here imports Great Expectations."""

from dataclasses import dataclass
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
            )
            for read in read_headed("suites", table_name)
        ]
    for law in laws_of_measures():
        own[law.table_name].append(law)
    return tuple(law for name, table in JUDGED.items() for law in (*laws_of(table), *own.pop(name)))


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
