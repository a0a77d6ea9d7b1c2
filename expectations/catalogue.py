"""Every law and every asset check, cheap to list: nothing here imports Great Expectations."""

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache

import expectations.suites
from expectations.from_contract import CONTRACT_CHECK, laws_of
from expectations.law import Law
from warehouse.contract.tables import TABLES


@dataclass(frozen=True, slots=True)
class Check:
    """One asset check: the laws of a table that are judged together."""

    table_name: str
    name: str
    sentence: str
    laws: tuple[Law, ...]


@cache
def laws() -> tuple[Law, ...]:
    """Every law, by table in the contract's order, the contract's own first."""
    own: dict[str, tuple[Law, ...]] = {}
    for module in pkgutil.iter_modules(expectations.suites.__path__):
        own[module.name] = importlib.import_module(f"expectations.suites.{module.name}").LAWS
    return tuple(law for name, table in TABLES.items() for law in (*laws_of(table), *own.get(name, ())))


@cache
def checks() -> tuple[Check, ...]:
    """Every asset check, in the order of its first law."""
    grouped: dict[tuple[str, str], list[Law]] = {}
    for law in laws():
        grouped.setdefault((law.table_name, law.check), []).append(law)
    return tuple(
        Check(
            table,
            name,
            f"{table} holds to what the contract implies: {len(held)} laws."
            if name == CONTRACT_CHECK
            else " ".join(law.sentence for law in held),
            tuple(held),
        )
        for (table, name), held in grouped.items()
    )
