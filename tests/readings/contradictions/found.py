"""The set steps run over a set of readings: what they find, and in which event each telling is."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cache

import duckdb

from pipelines.claims.read_source import read_source
from pipelines.dates import parse_edtf
from pipelines.sources.document import Received
from tests.readings.claims.annotations import Annotated, Annotation, load_set
from tests.readings.contradictions.cases import Case, Mark, Page, load_cases
from tests.unit.pipelines.composed import Archive, row
from warehouse.contract.tables import Claim
from warehouse.contract.vocabulary import EVENT_TYPES

_ALIKE = ({"tenure", "appointment", "departure", "membership", "employment"}, {"residence", "departure"})
"""Types under which readers may read the same words."""


@dataclass(frozen=True, slots=True)
class Found:
    """A contradiction: of each claim in it the labels it stands on, its stated value and its quote."""

    kind: str
    explanation: str
    labels: tuple[tuple[str, ...], ...]
    values: tuple[str, ...]
    quotes: tuple[str, ...]
    sentence: str


@dataclass(slots=True)
class Result:
    """What was found in one case; ``groups`` holds the event of each claim on a label, by label and number."""

    contradictions: list[Found] = field(default_factory=list)
    groups: dict[tuple[str, int], str] = field(default_factory=dict)


@cache
def connect(name: str) -> tuple[duckdb.DuckDBPyConnection, dict[str, str], dict[str, tuple[str, ...]]]:
    """All cases of a set in one archive: the connection with the tables made, and each claim's case and labels."""
    archive, case_of, labels_of = Archive(), {}, {}
    for case in load_cases(name):
        if case.pages:
            claims = _read(archive, case, is_annotated=name == "seeds_annotated")
            marks = {page.path: page.marks for page in case.pages}
            labels = {claim.claim_id: _label(claim, marks[claim.source_path]) for claim in claims}
        else:
            labels = _compose(archive, case)
        labels_of |= labels
        case_of |= dict.fromkeys(labels, case.title)
    return archive.resolve(), case_of, labels_of


def resolve(name: str) -> dict[str, Result]:
    """What the steps find in each case of a set, by its title."""
    con, case_of, labels_of = connect(name)
    results: dict[str, Result] = {case.title: Result() for case in load_cases(name)}
    sides = defaultdict(list)
    for contradiction_id, claim_id, value, quote in con.execute(
        "select contradiction_id, claim_id, stated_value, quote from contradiction_claims join claims using (claim_id) "
        "order by all"
    ).fetchall():
        sides[contradiction_id].append((claim_id, value, quote))
    for contradiction_id, kind, explanation, evidence in con.execute(
        "select contradiction_id, kind, explanation, evidence from contradictions order by all"
    ).fetchall():
        claims = sides[contradiction_id]
        told = "; ".join(f"{value} (“{quote[:90]}”)" for _, value, quote in claims[:4])
        results[case_of[claims[0][0]]].contradictions.append(
            Found(
                kind, explanation, tuple(labels_of[one] for one, _, _ in claims),
                tuple(value for _, value, _ in claims), tuple(quote for _, _, quote in claims), f"{told}. {evidence}",
            )
        )  # fmt: skip
    for number, (claim_id, event_id, subject_id) in enumerate(
        con.execute("select claim_id, event_id, subject_id from event_claims join events using (event_id)").fetchall()
    ):
        for label in labels_of[claim_id][:1]:  # what several suffer together is an event of each
            results[case_of[claim_id]].groups[f"{label} {subject_id}", number] = event_id
    return results


def _label(claim: Claim, marks: list[Mark]) -> tuple[str, ...]:
    """The labels a claim stands on; first one of its own type (a tenure is told by its start and end, too)."""
    kinds = {claim.event_type}.union(*(alike for alike in _ALIKE if claim.event_type in alike))
    standing = [mark.label for mark in marks if mark.start < claim.quote_end and claim.quote_start < mark.end]
    of_kind = [label for label in standing if label.split(".")[0] in kinds]
    return tuple(dict.fromkeys(of_kind))


def _read(archive: Archive, case: Case, *, is_annotated: bool) -> list[Claim]:
    annotated = {page.path: page for page in load_set("seeds")} if is_annotated else {}
    made = []
    for page in case.pages:
        claims = read_page(archive, page, is_claimed=not is_annotated)
        made += _claim_all(archive, annotated[page.path], page.path) if is_annotated else claims
    return made


def read_page(archive: Archive, page: Page, *, is_claimed: bool = True) -> list[Claim]:
    """Reads a page into an archive: source, passages, citations, and, where asked, its claims, which it returns."""
    reading = read_source(Received(page.path[:-4], page.path, None, 1, "0" * 64, page.text.encode()), "f")
    archive.sources.append(
        row(
            "sources", source_id=page.path[:-4], path=page.path, title=reading.facts.title, status="normalized",
            authorship=reading.facts.authorship or "unstated", version=1, first_tx=1, last_tx=1,
        )
    )  # fmt: skip
    archive.passages += reading.passages
    archive.citations += reading.citations
    if not is_claimed:
        return []
    archive.claims += reading.claims
    archive.parts += reading.parts
    return list(reading.claims)


def _claim_all(archive: Archive, page: Annotated, path: str) -> list[Claim]:
    """The claims an annotator finds on a page, as rows; those at the edge of the model left out."""
    source_id = path[:-4]
    passages = [one for one in archive.passages if one.source_id == source_id]
    full_names = {name: names[0] for names in page.same for name in names}
    made = []
    for number, one in enumerate(page.annotations):
        if not one.is_demanded and one.figure_value is None:
            continue
        passage = next(p for p in passages if p.passage_start <= one.start < p.passage_end)
        claim_id = f"c{source_id[:3]}{number:04}"
        made.append(
            replace(
                row(
                    "claims", claim_id=claim_id, event_type=one.event_type, family=EVENT_TYPES[one.event_type],
                    subtype=one.subtype, source_id=source_id, source_path=path, passage_id=passage.passage_id,
                    modality=one.modality, is_quotation=one.is_quotation, object_text=one.object, place_text=one.place,
                    subject_text=full_names.get(one.subject, one.subject), duration=one.duration,
                    figure_text=one.figure_text, figure_value=one.figure_value, figure_qualifier=one.figure_qualifier,
                    reference_number=one.reference,
                    quote=page.text[one.start : one.end], quote_start=one.start, quote_end=one.end,
                ),
                **_date_columns(one),
            )
        )  # fmt: skip
        archive.parts += [
            row("claim_parts", claim_id=claim_id, ordinal=ordinal, part="participant", role=role, text=words)
            for ordinal, (role, words) in enumerate(one.roles)
        ]
    archive.claims += made
    return made


def _date_columns(one: Annotation) -> dict[str, object]:
    edtf = next((value for value in one.edtf if value != "none"), None)
    if edtf is None:
        return {}
    bounds = parse_edtf(edtf)
    qualifier = "before" if edtf.startswith("../") else "after" if edtf.endswith("/..") else None
    return {
        "date_edtf": edtf, "date_text": one.date_text, "date_earliest": bounds.earliest,
        "date_start_latest": bounds.start_latest, "date_end_earliest": bounds.end_earliest,
        "date_latest": bounds.latest, "date_precision": "interval" if "/" in edtf else "day", "calendar": "unstated",
        "date_basis": one.basis, "date_qualifier": qualifier,
    }  # fmt: skip


def _compose(archive: Archive, case: Case) -> dict[str, tuple[str, ...]]:
    labels = {}
    stem = case.title.lower().replace(" ", "_")
    for one in case.claims:
        source_id = f"{stem}_{one['page']}"
        if all(source.source_id != source_id for source in archive.sources):
            archive.page(source_id, case.title)
        event_type, _, subtype = one["type"].partition("/")
        claim_id = archive.claim(
            source_id, event_type, subtype=subtype or None, who=one.get("who"), edtf=one.get("on"),
            object_text=one.get("object"), place_text=one.get("in"), modality=one.get("as", "asserted"),
            figure_text=one.get("count"), figure_value=one.get("value"), figure_qualifier=one.get("qualifier"),
            figure_measure=one.get("measure"), duration=one.get("length"),
            parts=[("successor", one["successor"])] if "successor" in one else (),
        )  # fmt: skip
        if "quote" in one:
            archive.claims[-1] = replace(archive.claims[-1], quote=one["quote"])
        labels[claim_id] = (one["label"],)
    return labels
