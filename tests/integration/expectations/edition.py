"""A small edition in which every law holds: two pages about five persons, so that each law has something to judge.

Mutations break it in one place each. Nobody here ever lived.
"""

# ruff: noqa: E501 - a row of a table stands on a line

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq

from pipelines.dates import parse_edtf
from warehouse.contract import tables as rows
from warehouse.contract.tables import TABLES
from warehouse.contract.vocabulary import EVENT_TYPES
from warehouse.log import open_log
from warehouse.marts.build import build_marts
from warehouse.translations.to_arrow import to_arrow_table

LINES = 60


@dataclass(frozen=True)
class Told:
    """One claim as the page tells it: the quote holds the words of subject, object, place, date and figure."""

    page: str
    event_type: str
    subject: str
    quote: str
    date: tuple[str | None, str, str] | None = None  # words, EDTF, precision
    object: str | None = None
    place: str | None = None
    subtype: str | None = None
    qualifier: str | None = None
    basis: str = "explicit"
    figure: tuple[str, float] | None = None
    is_quotation: bool = False
    reference: int | None = None
    neighbours: tuple[tuple[str, str], ...] = ()
    event: str | None = None  # claims with the same word here are about one event
    other: dict[str, object] = field(default_factory=dict)


ANNA, CARL, NILS, EVA, OLAF = "Anna Berg", "Carl Dahl", "Nils Falk", "Eva Berg", "Olaf Holm"
MAYOR = "Mayor of Lund"

TOLD = [
    Told("a", "birth", ANNA, "Anna Berg was born on 3 May 1880 in Lund.", ("3 May 1880", "1880-05-03", "day"), place="Lund",
         event="birth of Anna"),
    Told("a", "death", ANNA, "She died on 1 October 1950.", ("1 October 1950", "1950-10-01", "day")),
    Told("a", "tenure", ANNA, "Mayor of Lund from 1910 to 1914, after Nils Falk and before Carl Dahl.",
         ("from 1910 to 1914", "1910/1914", "interval"), MAYOR,
         neighbours=(("predecessor", NILS), ("successor", CARL))),
    Told("a", "marriage", ANNA, "In 1905 she married Carl Dahl.", ("1905", "1905", "year"), CARL),
    Told("a", "kinship", ANNA, "Her daughter was Eva Berg.", None, EVA, subtype="child"),
    Told("a", "employment", ANNA, "About 1900 she was a clerk.", ("1900", "1900~", "year"), "clerk",
         qualifier="approximate"),
    Told("a", "membership", ANNA, "Since 1902 she was in the Reading Society.", ("1902", "1902/..", "open"),
         "Reading Society", subtype="member", qualifier="after"),
    Told("a", "education", ANNA, "By 1898 she had left the Cathedral School.", ("1898", "../1898", "open"),
         "Cathedral School", qualifier="before"),
    Told("a", "arrest", ANNA, "She was arrested on 4 June 1920.", ("4 June 1920", "1920-06-04", "day")),
    Told("a", "trial", ANNA, "Her trial was in September 1920.", ("September 1920", "1920-09", "month")),
    Told("a", "sentence", ANNA, "On 1 October 1920 the sentence was two years.", ("1 October 1920", "1920-10-01", "day"),
         "two years"),
    Told("a", "residence", ANNA, "Later that same year she moved to Kalmar.", ("that same year", "1920", "year"),
         place="Kalmar", subtype="move", basis="context"),
    Told("a", "rehabilitation", ANNA, "In 1955 she was rehabilitated.", ("1955", "1955", "year"), subtype="judicial"),
    Told("a", "award", ANNA, "She was given two Orders of Merit in the 1930s.", ("the 1930s", "193X", "decade"),
         "Orders of Merit", figure=("two", 2.0)),
    Told("a", "statement", ANNA, "She said: “We shall see.”", None, "We shall see.", is_quotation=True),
    Told("a", "publication", ANNA, "Winter in Lund appeared in late 1941.", ("late 1941", "1941-39", "part"),
         "Winter in Lund"),
    *(Told("a", "action", ANNA, f"Walk {n} was to the mill in 1901.", ("1901", "1901", "year"), f"Walk {n}")
      for n in range(LINES // 3)),
    *(Told("a", "action", ANNA, f"Letter {n} was kept.", None, f"Letter {n}") for n in range(LINES // 3)),
    Told("b", "birth", CARL, "Carl Dahl was born in 1878.", ("1878", "1878", "year")),
    Told("b", "death", CARL, "Carl Dahl died in 1949.", ("1949", "1949", "year")),
    Told("b", "tenure", CARL, "Carl Dahl was Mayor of Lund from 1914 to 1918.", ("from 1914 to 1918", "1914/1918", "interval"),
         MAYOR),
    Told("b", "tenure", NILS, "Before, Nils Falk was Mayor of Lund from 1905 to 1909.",
         ("from 1905 to 1909", "1905/1909", "interval"), MAYOR),
    Told("b", "birth", EVA, "Eva Berg was born in 1907.", ("1907", "1907", "year")),
    Told("b", "birth", ANNA, "Anna Berg was born on 15 May 1880.", ("15 May 1880", "1880-05-15", "day"), reference=2,
         event="birth of Anna"),
    Told("b", "birth", OLAF, "Olaf Holm was born in 1890.", ("1890", "1890", "year")),
    Told("b", "arrest", OLAF, "Olaf Holm was arrested in November 1930.", ("November 1930", "1930-11", "month")),
    Told("b", "trial", OLAF, "In March of the next year he was tried.", ("March of the next year", "1931-03", "month"),
         basis="context"),
    Told("b", "sentence", OLAF, "His sentence of May 1931 was death.", ("May 1931", "1931-05", "month"), "death"),
    Told("b", "execution", OLAF, "Olaf Holm was shot on 1 February 1932.", ("1 February 1932", "1932-02-01", "day")),
    *(Told("b", "action", CARL, f"Visit {n} of Carl Dahl was in 1902.", ("1902", "1902", "year"), f"Visit {n}")
      for n in range(LINES // 3)),
    *(Told("b", "action", CARL, f"Gift {n} was kept by Carl Dahl.", None, f"Gift {n}") for n in range(LINES // 3)),
]  # fmt: skip

KINDS = {"a": "wiki_export", "b": "encyclopedia_page"}
REFERENCES = ["1. Church book of Lund", "2. Anna Berg was born on 15 May 1880.", "3."]
PERSONS = (ANNA, CARL, NILS, EVA, OLAF)


def _lines_of(page: str) -> list[tuple[str, str]]:
    told = [t.quote for t in TOLD if t.page == page and t.reference is None]
    lines = [("title", ANNA if page == "a" else CARL), ("blank", "")]
    lines += [("paragraph", quote) for quote in told]
    lines += [("list_item", f"Nothing is known of number {n}.") for n in range(LINES // 3)]
    if page == "b":
        lines += [("paragraph", "He was sent to after the war.")]
        lines += [("heading", "References")] + [("reference", reference) for reference in REFERENCES]
    return lines


def _passages(page: str) -> list[rows.Passage]:
    made, start = [], 0
    for ordinal, (kind, line) in enumerate(_lines_of(page)):
        text = line + "\n"
        made.append(
            rows.Passage(
                passage_id=f"{page}:{ordinal}",
                source_id=page,
                ordinal=ordinal,
                kind=kind,
                section_path=None,
                passage_start=start,
                passage_end=start + len(text),
                text=text,
                language="en",
            )
        )
        start += len(text)
    return made


def _entity_of(name: str | None) -> str | None:
    return None if name is None else "e" + hashlib.sha256(name.encode()).hexdigest()[:8]


def make_rows() -> dict[str, list[object]]:
    """The rows of every table, by its name."""
    made: dict[str, list[object]] = {name: [] for name in TABLES}
    passages = {page: _passages(page) for page in KINDS}
    texts = {page: "".join(passage.text for passage in passages[page]) for page in KINDS}
    digests = {page: hashlib.sha256(text.encode()).hexdigest() for page, text in texts.items()}
    _make_log(made, digests, texts)
    for page in KINDS:
        made["passages"] += passages[page]
    _make_citations(made, texts["b"])
    names = {(name, "person") for name in PERSONS}
    grouped: dict[str, list[rows.Claim]] = {}
    for number, told in enumerate(TOLD):
        claim = _claim(number, told, texts[told.page], passages[told.page], digests[told.page])
        made["claims"].append(claim)
        made["claim_parts"] += _parts(claim, told)
        grouped.setdefault(told.event or claim.claim_id, []).append(claim)
        if told.object and told.object not in PERSONS:
            names.add((told.object, {"tenure": "office", "award": "award"}.get(told.event_type, "work")))
        if told.place:
            names.add((told.place, "place"))
    made["entities"] = [rows.Entity(entity_id=str(_entity_of(n)), kind=kind, label=n) for n, kind in sorted(names)]
    made["entity_aliases"] = [
        rows.EntityAlias(entity_id=claim.subject_id, name=claim.subject_text, source_id=claim.source_id, language="en",
                         script="Latn", claim_id=claim.claim_id, reason="a name of its own")
        for claim in {(c.subject_id, c.source_id): c for c in reversed(made["claims"])}.values()
    ]  # fmt: skip
    for key, claims in grouped.items():
        _event(made, f"v{key[-6:].replace(' ', '')}", claims)
    made["witnesses"] = [
        rows.Witness(witness_id=f"w{page}", label=page, basis="source", evidence=f"The page {page}.txt itself.")
        for page in KINDS
    ]
    births = [claim for claim in made["claims"] if claim.event_type == "birth" and claim.subject_text == ANNA]
    made["contradictions"] = [
        rows.Contradiction(contradiction_id="x1", event_id="vfAnna", other_event_id=None, kind="date",
                           strength="impossible", explanation="calendar", evidence="Twelve days apart.",
                           status="suggested", ruling_id=None)
    ]  # fmt: skip
    made["contradiction_claims"] = [
        rows.ContradictionClaim(contradiction_id="x1", claim_id=claim.claim_id, stated_value=claim.date_text)
        for claim in births
    ]
    made["claim_support"] = [
        rows.ClaimSupport(claim_id=births[1].claim_id, citation_id="b:2", reference_number=2, method="stated_in",
                          score=1.0, evidence="It stands in the reference.")
    ]  # fmt: skip
    return made


def _make_log(made, digests, texts):
    tell = {"cause": "It was made.", "agent": "test", "run_id": "r1", "asserted_count": 0, "restated_count": 0,
            "relocated_count": 0, "retracted_count": 0}  # fmt: skip
    hashes = [hashlib.sha256(str(n).encode()).hexdigest() for n in range(3)]
    for n, kind in enumerate(("ingestion", "normalization", "validation")):
        made["transactions"].append(
            rows.Transaction(tx=n + 1, recorded_at=datetime(2026, 11, n + 1, tzinfo=UTC), kind=kind,
                             parent_hash=hashes[n - 1] if n else None, hash=hashes[n], **tell)
        )  # fmt: skip
    made["quality_results"].append(
        rows.QualityResult(check_id="claims.key_is_unique", tx=3, suite="claims", expectation="No two.", severity="error",
                           table_name="claims", success=True, observed="no breach", failing_count=0)
    )  # fmt: skip
    made["replaced_ids"].append(rows.ReplacedId(old_id="egone", kind="entity", new_id=_entity_of(ANNA), tx=2))
    for page, layout in KINDS.items():
        size = len(texts[page].encode())
        made["sources"].append(
            rows.Source(
                source_id=page,
                path=f"{page}.txt",
                member=None,
                version=1,
                sha256=digests[page],
                byte_count=size,
                media_type="text/plain",
                layout=layout,
                encoding="utf-8",
                language="en",
                title=ANNA if page == "a" else CARL,
                subject_id=_entity_of(ANNA if page == "a" else CARL),
                authorship="human",
                origin=None,
                licence=None,
                reference_code=None,
                notice=None,
                status="normalized",
                problem=None,
                first_tx=1,
                last_tx=1,
            )
        )
        made["source_versions"].append(
            rows.SourceVersion(source_id=page, version=1, path=f"{page}.txt", sha256=digests[page], byte_count=size,
                               first_tx=1, last_tx=None)
        )  # fmt: skip


def _make_citations(made, text):
    for number, reference in enumerate(REFERENCES, 1):
        start = text.rindex(reference + "\n")
        title = reference.partition(". ")[2] or None
        made["citations"].append(
            rows.Citation(citation_id=f"b:{number}", source_id="b", reference_number=number, title=title, snippet=None,
                          site=None, language=None, published_edtf="1999-05" if number == 1 else None,
                          is_empty=title is None, is_truncated=False, citation_start=start,
                          citation_end=start + len(reference) + 1)
        )  # fmt: skip
    torn = "He was sent to after the war."
    start = text.index(torn) + len("He was sent to")
    passage = next(p for p in made["passages"] if p.text.startswith(torn))
    made["gaps"].append(
        rows.Gap(gap_id="g1", source_id="b", passage_id=passage.passage_id, kind="lost_words", gap_start=start,
                 gap_end=start, evidence="sent to after")
    )  # fmt: skip


def _claim(number, told, text, passages, digest) -> rows.Claim:
    start = text.index(told.quote)
    passage = next(p for p in passages if p.passage_start <= start < p.passage_end)
    words, edtf, precision = told.date or (None, None, None)
    bounds = parse_edtf(edtf) if edtf else None
    is_interval = precision in ("interval", "open")
    return rows.Claim(**({
        "claim_id": f"c{number:05d}", "event_type": told.event_type, "family": EVENT_TYPES[told.event_type],
        "subtype": told.subtype, "modality": "asserted", "is_quotation": told.is_quotation, "attributed_to_text": None,
        "subject_text": told.subject, "subject_id": _entity_of(told.subject), "object_text": told.object,
        "object_id": _entity_of(told.object), "place_text": told.place, "place_id": _entity_of(told.place),
        "date_text": words, "date_edtf": edtf, "date_earliest": bounds and bounds.earliest,
        "date_start_latest": bounds.start_latest if is_interval and bounds else None,
        "date_end_earliest": bounds.end_earliest if is_interval and bounds else None,
        "date_latest": bounds and bounds.latest, "date_precision": precision, "date_qualifier": told.qualifier,
        "calendar": "unstated" if edtf else None, "date_basis": told.basis if edtf else None, "duration": None,
        "figure_text": told.figure and told.figure[0], "figure_value": told.figure and told.figure[1],
        "figure_low": None, "figure_high": None, "figure_qualifier": None, "figure_unit": None, "figure_measure": None,
        "source_id": told.page, "source_path": f"{told.page}.txt", "source_version": 1, "source_sha256": digest,
        "reference_number": told.reference, "section_path": None, "passage_id": passage.passage_id,
        "quote": told.quote, "quote_start": start, "quote_end": start + len(told.quote), "extractor": "test.rule",
        "extractor_version": 1, "confidence": 0.9,
    } | told.other))  # fmt: skip


def _parts(claim, told):
    named = [("date", None, claim.date_text), ("object", None, claim.object_text), ("place", None, claim.place_text),
             ("figure", None, claim.figure_text), *(("participant", role, name) for role, name in told.neighbours)]  # fmt: skip
    words = [(part, role, text) for part, role, text in named if text]
    for ordinal, (part, role, text) in enumerate(words or [("trigger", None, told.quote)]):
        start = claim.quote_start + told.quote.index(text)
        yield rows.ClaimPart(claim_id=claim.claim_id, ordinal=ordinal, part=part, role=role, text=text,
                             part_start=start, part_end=start + len(text), value=None,
                             entity_id=_entity_of(text) if part == "participant" else None)  # fmt: skip


def _event(made, event_id, claims):
    best = claims[0]
    made["events"].append(
        rows.Event(
            event_id=event_id,
            event_type=best.event_type,
            family=best.family,
            subtype=best.subtype,
            modality="asserted",
            subject_id=best.subject_id,
            object_id=best.object_id,
            place_id=best.place_id,
            date_edtf=best.date_edtf,
            date_earliest=best.date_earliest,
            date_start_latest=best.date_start_latest,
            date_end_earliest=best.date_end_earliest,
            date_latest=best.date_latest,
            claim_count=len(claims),
            source_count=len({claim.source_id for claim in claims}),
            witness_count=len({claim.source_id for claim in claims}),
            status="single" if len(claims) == 1 else "disputed",
            preferred_claim_id=best.claim_id,
            preference_reason="it was recorded first",
        )
    )
    made["event_claims"] += [
        rows.EventClaim(event_id=event_id, claim_id=claim.claim_id, part="whole",
                        agreement="agrees" if claim is best else "differs", witness_id=f"w{claim.source_id}")
        for claim in claims
    ]  # fmt: skip


def write_edition(folder: Path) -> Path:
    """Stage the edition, marts included; returns the folder."""
    for name, made in make_rows().items():
        (folder / name).mkdir(parents=True)
        pq.write_table(to_arrow_table(TABLES[name], made), folder / name / f"{name}.parquet")
    build_marts(folder, open_log(folder / "log"))
    return folder
