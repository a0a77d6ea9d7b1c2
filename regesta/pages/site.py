"""Writes the site: an index, each source as archived with its claims, each person's life, the disagreements.

Sources are taken one by one, so that memory holds one of them. The same edition gives the same bytes.
"""

import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb
from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from pipelines.assets.pictures import draw_life
from regesta.pages.marking import mark_text
from warehouse.contract.vocabulary import FAMILIES
from warehouse.errors import RegestaError


def write_site(con: duckdb.DuckDBPyConnection, to: Path, *, edition: str) -> dict[str, int]:
    """Write the pages of the marts ``con`` has open into a folder that does not exist yet; returns how many of each.

    Raises RegestaError where the folder exists, cannot be written, or the edition has no sources.
    """
    if to.exists():
        raise RegestaError(f"{to} exists already: give a folder that does not, or take it away.")
    site = _Site(con, to, edition)
    if not site.sources:
        raise RegestaError("This edition has no sources yet: put files into the seed folder and run `regesta run`.")
    try:
        to.mkdir(parents=True)
        (to / "style.css").write_text(_read("style.css"), "utf-8")
        site.write_index()
        counts = {"sources": site.write_sources(), "persons": site.write_persons()}
        counts["disagreements"] = site.write_disagreements()
    except OSError as error:
        shutil.rmtree(to, ignore_errors=True)
        raise RegestaError(f"{to} cannot be written: {error.strerror or error}. Give another with --to.") from error
    return counts


def _read(name: str) -> str:
    return (resources.files("regesta.pages") / name).read_text("utf-8")


class _Site:
    def __init__(self, con: duckdb.DuckDBPyConnection, to: Path, edition: str) -> None:
        self._con = con
        self._to = to
        self._pages = Environment(
            loader=FunctionLoader(_read),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._pages.globals |= {"edition": edition, "families": FAMILIES}
        self.sources = self._ask("from source_overview order by path")
        self.persons = self._ask(
            "select * from persons where has_page or event_count >= 3 order by has_page desc, name, person_id"
        )
        self._shown = {person["person_id"] for person in self.persons}
        self._pages.globals |= {"has_person": self._shown.__contains__}

    def _ask(self, query: str, *values: object) -> list[dict[str, Any]]:
        found = self._con.execute(query, list(values))
        columns = [column[0] for column in found.description or ()]
        return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]

    def _write(self, name: str, template: str, **values: object) -> None:
        (self._to / name).write_text(self._pages.get_template(template).render(**values), "utf-8")

    def write_index(self) -> None:
        """What there is: sources, persons, disagreements."""
        disagreements = self._ask("select count(*) as n from disagreements")[0]["n"]
        self._write("index.html", "index.html", sources=self.sources, persons=self.persons, disagreements=disagreements)

    def write_sources(self) -> int:
        """One page a source."""
        for source in self.sources:
            claims = self._ask(
                """
                select claims.*, event_claims.event_id, events.status as certainty, events.witness_count, timeline.label
                from claims
                join event_claims using (claim_id)
                join events using (event_id)
                join timeline using (event_id)
                where claims.source_id = ? order by quote_start, quote_end, claims.claim_id
                """,
                source["source_id"],
            )
            parts: dict[str, list[dict[str, Any]]] = {claim["claim_id"]: [] for claim in claims}
            for part in self._ask(
                "select claim_parts.* from claim_parts join claims using (claim_id) "
                "where source_id = ? order by claim_id, ordinal",
                source["source_id"],
            ):
                parts[part["claim_id"]].append(part)
            others: dict[str, list[dict[str, Any]]] = {}
            for other in self._ask(
                """
                select mine.claim_id as about, claims.claim_id, claims.source_id, claims.source_path, claims.quote,
                    claims.date_edtf
                from claims as mine
                join event_claims as here on here.claim_id = mine.claim_id
                join event_claims as there on there.event_id = here.event_id and there.claim_id <> here.claim_id
                join claims on claims.claim_id = there.claim_id
                where mine.source_id = ? and claims.source_id <> mine.source_id
                order by about, claims.source_path, claims.quote_start, claims.claim_id
                """,
                source["source_id"],
            ):
                others.setdefault(other["about"], []).append(other)
            self._write(
                f"source-{source['source_id']}.html",
                "source.html",
                source=source,
                passages=list(self._passages(source["source_id"], claims)),
                claims=claims,
                parts=parts,
                others=others,
            )
        return len(self.sources)

    def _passages(self, source_id: str, claims: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        gaps = self._ask("from gaps where source_id = ? order by gap_start, gap_id", source_id)
        passages = self._ask("from passages where source_id = ? order by ordinal", source_id)
        first_claim = first_gap = 0
        for passage in passages:
            start, end = passage["passage_start"], passage["passage_end"]
            while first_gap < len(gaps) and gaps[first_gap]["gap_start"] < start:
                first_gap += 1
            last_gap = first_gap
            while last_gap < len(gaps) and gaps[last_gap]["gap_start"] < end:
                last_gap += 1
            while first_claim < len(claims) and claims[first_claim]["quote_end"] <= start:
                first_claim += 1
            within = []
            for claim in claims[first_claim:]:
                if claim["quote_start"] >= end:
                    break
                within.append(claim)
            yield passage | {"stretches": mark_text(passage["text"], start, within, gaps[first_gap:last_gap])}

    def write_persons(self) -> int:
        """One page a person with a page of a source, or with three events at least."""
        for person in self.persons:
            key = person["person_id"]
            events = self._ask(
                """
                select
                    timeline.*,
                    date_diff('day', date '1970-01-01', timeline.date_earliest) as first_day,
                    date_diff('day', date '1970-01-01', timeline.date_latest) as last_day,
                    claims.source_id
                from timeline join claims using (claim_id)
                where person_id = ?
                order by timeline.date_earliest nulls last, timeline.date_latest, timeline.event_id
                """,
                key,
            )
            dated = [event for event in events if event["first_day"] is not None and event["last_day"] is not None]
            self._write(
                f"person-{key}.html",
                "person.html",
                person=person,
                events=events,
                life=Markup(draw_life(dated)) if dated else "",
                names=self._ask("select distinct name from person_names where person_id = ? order by name", key),
                disagreements=self._ask(
                    "from disagreements where person_id = ? order by place_in_order",
                    key,
                ),
            )
        return len(self.persons)

    def write_disagreements(self) -> int:
        """One page for all contradictions, with every claim that takes a side."""
        found = self._ask("from disagreements order by place_in_order")
        sides: dict[str, list[dict[str, Any]]] = {each["contradiction_id"]: [] for each in found}
        for side in self._ask(
            """
            select
                contradiction_claims.contradiction_id,
                contradiction_claims.stated_value,
                claims.claim_id,
                claims.source_id,
                claims.source_path,
                claims.reference_number,
                claims.quote
            from contradiction_claims
            join claims using (claim_id)
            order by claims.date_earliest nulls last, claims.source_path, claims.quote_start, claims.claim_id
            """
        ):
            sides[side["contradiction_id"]].append(side)
        self._write("disagreements.html", "disagreements.html", disagreements=found, sides=sides)
        return len(found)
