"""The table ``source_versions``."""

from typing import Annotated

from warehouse.contract.types import Means, table


@table("source_versions", key=("source_id", "version"))
class SourceVersion:
    """One version of a source, each kept byte for byte in the log."""

    source_id: Annotated[str, Means("The source.", refers_to="sources.source_id")]
    version: Annotated[int, Means("The version's number.")]
    path: Annotated[str, Means("Where it lay, relative to the seed folder.")]
    sha256: Annotated[str, Means("SHA-256 of its bytes.")]
    byte_count: Annotated[int, Means("How many bytes it has.")]
    first_tx: Annotated[int, Means("The transaction that recorded it.", refers_to="transactions.tx")]
    last_tx: Annotated[
        int | None,
        Means("The transaction that replaced or withdrew it; null while it stands.", refers_to="transactions.tx"),
    ]
