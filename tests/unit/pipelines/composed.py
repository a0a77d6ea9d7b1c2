"""Claims composed from few words, as the relations the set steps read."""

from datetime import date

import duckdb

from pipelines.contradictions import find_contradictions
from pipelines.dates import parse_edtf
from pipelines.entities import resolve_entities
from pipelines.events import group_events, tie_citations
from pipelines.rulings import register_preferences
from warehouse.contract.tables import TABLES
from warehouse.contract.types import Day
from warehouse.contract.vocabulary import EVENT_TYPES
from warehouse.translations.to_arrow import to_arrow_table

EPOCH = date(1970, 1, 1).toordinal()


def row(table, **values):
    """A row of a table, nulls and plain values where nothing is said."""
    declared = TABLES[table]
    plain = {"text": "", "integer": 0, "number": 1.0, "boolean": False, "date": Day(0)}
    made = {c.name: None if c.nullable else plain.get(c.kind.value) for c in declared.columns}
    return declared.row(**(made | values))


class Archive:
    """Sources and claims, added one by one in log order."""

    def __init__(self):
        self.sources, self.claims, self.parts, self.passages, self.citations = [], [], [], [], []

    def page(self, source_id, title, authorship="unstated"):
        """A biography; returns its id."""
        self.sources.append(row("sources", source_id=source_id, path=f"{source_id}.txt", title=title,
                                status="normalized", authorship=authorship, version=1,
                                first_tx=1, last_tx=1))  # fmt: skip
        self.passages.append(row("passages", passage_id=f"{source_id}.p0", source_id=source_id, kind="paragraph"))
        return source_id

    def reference(self, source_id, number, title):
        """A numbered reference of a page, with a passage of its own."""
        self.citations.append(row("citations", citation_id=f"{source_id}.r{number}", source_id=source_id,
                                  reference_number=number, title=title))  # fmt: skip
        self.passages.append(row("passages", passage_id=f"{source_id}.ref{number}", source_id=source_id,
                                 kind="reference", ordinal=number))  # fmt: skip

    def claim(self, source_id, event_type, *, who=None, edtf=None, words=None, ref=None, parts=(), **values):
        """One claim on a page (of its subject, unless ``who`` is given); returns its id."""
        claim_id = f"c{len(self.claims):04d}"
        title = next(s.title for s in self.sources if s.source_id == source_id)
        bounds = parse_edtf(edtf) if edtf else None
        dated = {}
        if bounds is not None:
            dated = {
                "date_edtf": edtf, "date_text": words or edtf, "date_earliest": bounds.earliest,
                "date_start_latest": bounds.start_latest, "date_end_earliest": bounds.end_earliest,
                "date_latest": bounds.latest, "date_precision": "day", "calendar": "unstated",
            }  # fmt: skip
        values = {"modality": "asserted", **values}
        self.claims.append(row(
            "claims", claim_id=claim_id, event_type=event_type, family=EVENT_TYPES[event_type], source_id=source_id,
            subject_text=who or title, passage_id=f"{source_id}.ref{ref}" if ref else f"{source_id}.p0",
            reference_number=ref, quote_start=len(self.claims), source_path=f"{source_id}.txt", quote=claim_id,
            **dated, **values,
        ))  # fmt: skip
        for ordinal, (role, name) in enumerate(parts):
            self.parts.append(
                row("claim_parts", claim_id=claim_id, ordinal=ordinal, part="participant", role=role, text=name)
            )
        return claim_id

    def word(self, claim_id, part, text, *, ordinal=0, value=None):
        """The words of a source behind a part of a claim."""
        self.parts.append(row("claim_parts", claim_id=claim_id, ordinal=ordinal, part=part, text=text, value=value))

    def resolve(self):
        """All set steps over what was added; returns the connection with their tables."""
        con = duckdb.connect()
        for name, rows in (("claims", self.claims), ("claim_parts", self.parts), ("passages", self.passages),
                           ("citations", self.citations)):  # fmt: skip
            con.from_arrow(to_arrow_table(TABLES[name], rows)).create(name)
        con.from_arrow(to_arrow_table(TABLES["sources"], self.sources)).create("sources_read")
        con.execute("create table claim_order as select claim_id, 1::bigint as first_tx, "
                    "row_number() over (order by claim_id) as ordinal from claims")  # fmt: skip
        resolve_entities(con)
        register_preferences(con, [], [])
        group_events(con)
        tie_citations(con)
        find_contradictions(con)
        return con


def one_page():
    """An archive of one biography, whose claims are still to be added."""
    archive = Archive()
    archive.page("s1", "Ada Byron")
    return archive


def rows(con, query, *parameters):
    """All rows of a query."""
    return con.execute(query, list(parameters)).fetchall()
