"""What an edition knows of a composed corpus, beside what the corpus states: recall and precision."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.corpus_pages import Page, Truth, write_page

HERE = Path(__file__).parent
BATCH_PAGES = 1000

PAGES = pa.schema(
    [
        ("path", pa.string()), ("person", pa.int64()), ("name", pa.string()), ("is_second", pa.bool_()),
        ("planted_kind", pa.string()), ("gap_count", pa.int64()),
    ]
)  # fmt: skip
TRUTHS = pa.schema(
    [("path", pa.string()), *((name, pa.bool_() if name == "is_asked" else pa.string()) for name in Truth._fields)]
)


def write_corpus(pages: Iterable[Page], folder: Path, truth: Path) -> None:
    """Write pages into a folder, and what they state into ``pages.parquet`` and ``truths.parquet`` beside it.

    Holds a thousand pages at a time, whatever their number.
    """
    truth.mkdir(parents=True, exist_ok=True)
    with (
        pq.ParquetWriter(truth / "pages.parquet", PAGES) as told,
        pq.ParquetWriter(truth / "truths.parquet", TRUTHS) as stated,
    ):
        batch: list[Page] = []
        for page in pages:
            write_page(folder, page)
            batch.append(page)
            if len(batch) == BATCH_PAGES:
                _keep(batch, told, stated)
                batch.clear()
        _keep(batch, told, stated)


def _keep(pages: list[Page], told: pq.ParquetWriter, stated: pq.ParquetWriter) -> None:
    rows = [
        {
            "path": page.path,
            "person": page.telling.person.number,
            "name": page.telling.person.name,
            "is_second": page.telling.is_second,
            "planted_kind": page.telling.planted.kind if page.telling.planted else "",
            "gap_count": page.gap_count,
        }
        for page in pages
    ]
    told.write_table(pa.Table.from_pylist(rows, PAGES))
    truths = [{"path": page.path} | truth._asdict() for page in pages for truth in page.truths]
    stated.write_table(pa.Table.from_pylist(truths, TRUTHS))


def score_edition(edition: Path, truth: Path) -> dict[str, Any]:
    """Shares of what the corpus states that an edition has, and the claims behind them by type of event.

    ``claims_found``: stated claims that were read, with type, date and object; ``claims_right``: claims that are
    stated; ``persons_found``: pairs of pages that tell one person and were given to one; ``namesakes_apart``,
    ``contradictions_found``, ``gaps_found`` likewise; ``gaps_invented`` is a count.
    """
    with duckdb.connect() as con:
        for name in ("pages", "truths"):
            con.read_parquet(str(truth / f"{name}.parquet")).create_view(name)
        for name in ("claims", "sources", "gaps", "contradiction_claims"):
            con.read_parquet(str(edition / name / "*.parquet")).create_view(name)
        by_type = _ask(con, "score_claims").fetchall()
        ((one, found_one, namesakes, apart, mixed),) = _ask(con, "score_persons").fetchall()
        ((planted, found_planted),) = _ask(con, "score_contradictions").fetchall()
        ((lost, found_lost, invented),) = _ask(con, "score_gaps").fetchall()
    asked, found, told, right = (sum(row[at] for row in by_type) for at in range(1, 5))
    return {
        "claims_found": found / asked if asked else None,
        "claims_right": right / told if told else None,
        "persons_found": found_one / one if one else None,
        "namesakes_apart": apart / namesakes if namesakes else None,
        "persons_mixed": mixed,
        "contradictions_found": found_planted / planted if planted else None,
        "gaps_found": found_lost / lost if lost else None,
        "gaps_invented": invented,
        "by_type": by_type,
    }


def _ask(con: duckdb.DuckDBPyConnection, name: str) -> duckdb.DuckDBPyRelation:
    return con.sql((HERE / "sql" / f"{name}.sql").read_text("utf-8"))
