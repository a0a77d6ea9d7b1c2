"""How a table is declared, and what is refused."""

from typing import Annotated

import pytest

from warehouse.contract.types import Day, Kind, Means, table, table_of


@table("things", key=("thing_id",), sorted_by=("day", "thing_id"))
class Thing:
    """One thing,
    said over two lines."""

    thing_id: Annotated[str, Means("Its id.")]
    day: Annotated[Day | None, Means("Its day.")]
    colour: Annotated[str, Means("Its colour.", ("red", "blue"))]
    owner_id: Annotated[str | None, Means("Whose it is.", refers_to="owners.owner_id")]


def test_a_table_is_derived_from_its_class():
    things = table_of(Thing)
    assert things.name == "things"
    assert things.meaning == "One thing, said over two lines."
    assert things.key == ("thing_id",)
    assert things.sorted_by == ("day", "thing_id")
    assert things.column_names == ("thing_id", "day", "colour", "owner_id")
    assert things.column("day").kind is Kind.DATE
    assert things.column("day").nullable
    assert not things.column("colour").nullable
    assert things.column("colour").values == ("red", "blue")
    assert things.column("owner_id").refers_to == "owners.owner_id"


def test_rows_are_frozen_and_named():
    row = Thing(thing_id="a", day=Day(0), colour="red", owner_id=None)
    with pytest.raises(AttributeError):
        row.colour = "blue"
    with pytest.raises(TypeError):
        Thing("a", Day(0), "red", None)


def test_an_unknown_column_is_named():
    with pytest.raises(KeyError, match="things has no column height"):
        table_of(Thing).column("height")


def test_a_column_without_meaning_is_refused():
    with pytest.raises(TypeError, match="column bare has no meaning"):

        @table("bad", key=("bare",))
        class Bad:
            """Bad."""

            bare: str


def test_a_column_of_two_types_is_refused():
    with pytest.raises(TypeError, match="column both"):

        @table("bad", key=("both",))
        class Bad:
            """Bad."""

            both: Annotated[str | int, Means("Both.")]
