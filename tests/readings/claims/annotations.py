"""Annotated readings: the source format of the `.claims` files and what they become. No judgement of claims here.

The format is told in README.md. Every span is computed from the words and checked against the text, so that an
annotation whose words do not stand in its text cannot be loaded.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from pipelines.dates import UnreadableEdtf, parse_edtf
from warehouse.contract.vocabulary import EVENT_TYPES, FIGURE_QUALIFIERS, MODALITIES, SUBTYPES

HERE = Path(__file__).parent
PROJECT = HERE.parents[2]
SETS = ("seeds", "dev", "opened", "heldout")

CORE_TYPES = frozenset(
    [
        *("birth", "death", "marriage", "engagement", "kinship", "education", "membership", "appointment", "tenure"),
        *("departure", "retirement", "promotion", "award", "accusation", "investigation", "arrest", "interrogation"),
        *("confession", "trial", "sentence", "imprisonment", "exile", "execution", "release", "acquittal", "expulsion"),
        *("reinstatement", "rehabilitation", "testimony", "purge"),
    ]
)
"""Offices, awards, family ties, memberships and stages of repression; of the other types, what carries a date."""

ROLES = frozenset(
    [
        *("predecessor", "successor", "body", "by", "court", "accuser", "together_with", "recipient", "addressee"),
        *("occasion", "matter", "reason"),
    ]
)
KEYS = frozenset(["who", "in", "on", "for", "count", "as", "quoted", "says", "ref", "may", "core", "other"])

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january января", "february февраля", "march марта", "april апреля", "may мая", "june июня", "july июля",
            "august августа", "september сентября", "october октября", "november ноября", "december декабря",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(MONTHS)
_PLAIN = (
    (re.compile(r"(?P<y>\d{4})"), "{y}"),
    (re.compile(rf"(?P<m>{_MONTH}),? (?P<y>\d{{4}})", re.I), "{y}-{m}"),
    (re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{_MONTH}),? (?P<y>\d{{4}})", re.I), "{y}-{m}-{d}"),
    (re.compile(rf"(?P<m>{_MONTH}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?, (?P<y>\d{{4}})", re.I), "{y}-{m}-{d}"),
    (re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"), "{y}-{m}-{d}"),
)
_INTERVAL = re.compile(r"(.+?) ?(?:–|-| to ) ?(.+)")


UNDATED = "none"
"""Among the values of a date: the claim is right without a date too (a field whose dates stand in another field)."""


class BadAnnotation(ValueError):
    """An annotation that does not fit its text or the vocabulary."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One claim a careful reader finds. ``edtf`` holds every value that would be right; empty: no date can be given."""

    event_type: str
    subtype: str | None
    also: tuple[str, ...]
    scope: str
    subject: str
    object: str | None
    place: str | None
    date_text: str | None
    edtf: tuple[str, ...]
    basis: str | None
    duration: str | None
    figure_text: str | None
    figure_value: float | None
    figure_qualifier: str | None
    modality: str
    is_quotation: bool
    speaker: str | None
    reference: int | None
    roles: tuple[tuple[str, str], ...]
    start: int
    end: int
    line: int

    @property
    def is_demanded(self) -> bool:
        return self.scope != "may"


@dataclass(slots=True)
class Annotated:
    """One text with its annotations: ``same`` holds the names that mean one person."""

    name: str
    group: str
    content: bytes
    text: str
    path: str
    subject: str
    same: list[tuple[str, ...]] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)


def load_set(group: str) -> list[Annotated]:
    """All annotated texts of one set, in the order of their names."""
    return [load_annotated(path) for path in sorted((HERE / group).glob("*.claims"))]


def load_annotated(path: Path) -> Annotated:
    """One `.claims` file with its text; raises `BadAnnotation` naming file, line, what was found and expected."""
    lines = path.read_text("utf-8").splitlines()
    head = dict(line.split(maxsplit=1) for line in lines if line.startswith(("text ", "subject ")))
    text_path = PROJECT / head["text"].strip() if "text" in head else path.with_suffix(".txt")
    content = text_path.read_bytes()
    text = content.decode("utf-8").removeprefix("\ufeff")
    page = Annotated(path.stem, path.parent.name, content, text, text_path.name, head["subject"].strip())
    span: tuple[int, int] | None = None
    for number, line in enumerate(lines, start=1):
        line = line.strip()
        try:
            if not line or line.startswith(("#", "text ", "subject ")):
                continue
            if line.startswith("same "):
                page.same.append(tuple(name.strip() for name in line[5:].split(" = ")))
            elif line.startswith('"'):
                span = _find_quote(text, line, 0 if span is None else span[0])
            elif span is None:
                raise BadAnnotation('a claim before any quote; put a line `" words` above it')
            else:
                page.annotations.append(_read_line(page, line, span, number))
        except BadAnnotation as error:
            raise BadAnnotation(f"{path.parent.name}/{path.name}, line {number}: {error}") from None
    return page


def _find_quote(text: str, line: str, after: int) -> tuple[int, int]:
    """The span of a quote: its only place, the first not before the last quote's start, or the nth of the page."""
    match = re.fullmatch(r'"(\d*) (.+)', line)
    if match is None:
        raise BadAnnotation(f'found {line!r}; a quote is written `" words` or `"2 words` for their second place')
    pieces = match[2].split(" … ")
    start = after - 1
    if match[1]:
        start = -1
        for _ in range(int(match[1])):
            start = text.find(pieces[0], start + 1)
            if start < 0:
                break
    else:
        is_alone = text.find(pieces[0]) == text.rfind(pieces[0])
        start = text.find(pieces[0], 0 if is_alone else after)
    end = start + len(pieces[0])
    for piece in pieces[1:]:
        at = text.find(piece, end) if start >= 0 else -1
        start, end = (start, at + len(piece)) if at >= 0 else (-1, -1)
    if start < 0:
        raise BadAnnotation(f"the words {match[2]!r} do not stand in the text from offset {after} on; give an ordinal")
    return start, end


def _check_words(text: str, words: str, what: str) -> str:
    """The words, if they stand on the page (pieces apart: each of them)."""
    pieces = [words] if words in text else re.split(" … | – ", words)
    for piece in pieces:
        if piece not in text:
            raise BadAnnotation(f"the words of the {what}, {piece!r}, do not stand in the text")
    return words.replace(" … ", " ")


def _read_line(page: Annotated, line: str, span: tuple[int, int], number: int) -> Annotation:
    first, *rest = (piece.strip() for piece in line.split(" | "))
    kind, _, object_text = first.partition(": ")
    names = kind.rstrip(":").split()
    event_type, _, subtype = names[0].partition("/")
    also = tuple(name.removeprefix("+") for name in names[1:])
    for name in (event_type, *also):
        if name not in EVENT_TYPES:
            raise BadAnnotation(f"found the event type {name!r}, which is not in the vocabulary")
    if subtype and subtype not in SUBTYPES.get(event_type, ()):
        raise BadAnnotation(f"found the subtype {subtype!r}, which {event_type} does not have")
    known: dict[str, str] = {}
    roles: list[tuple[str, str]] = []
    for piece in rest:
        key, _, value = piece.partition(" ")
        value = value.strip()
        if key in ROLES:
            roles.append((key, _check_words(page.text, value, key)))
        elif key in known:
            raise BadAnnotation(f"`{key}` stands twice")
        elif key in KEYS:
            known[key] = value
        else:
            raise BadAnnotation(f"found {key!r}; expected one of {', '.join(sorted(KEYS | ROLES))}")
    subject = known.get("who", page.subject)
    if subject not in page.text:
        raise BadAnnotation(f"the person {subject!r} is not named so on the page")
    date_text, edtf, basis = _read_date(page.text, known.get("on"))
    figure_text, figure_value, figure_qualifier = _read_figure(page.text, known.get("count"))
    modality = known.get("as", "asserted")
    if modality not in MODALITIES:
        raise BadAnnotation(f"found the modality {modality!r}; expected one of {', '.join(MODALITIES)}")
    is_core = event_type in CORE_TYPES or (bool(edtf) and basis != "inferred")
    scope = next((word for word in ("may", "core", "other") if word in known), "core" if is_core else "other")
    return Annotation(
        event_type,
        subtype or None,
        also,
        scope,
        subject,
        _check_words(page.text, object_text.strip(), "object") if object_text else None,
        _check_words(page.text, known["in"], "place") if "in" in known else None,
        date_text,
        edtf,
        basis,
        known.get("for"),
        figure_text,
        figure_value,
        figure_qualifier,
        modality,
        "quoted" in known,
        known.get("says"),
        int(known["ref"]) if "ref" in known else None,
        tuple(roles),
        *span,
        number,
    )


def _read_date(text: str, value: str | None) -> tuple[str | None, tuple[str, ...], str | None]:
    """Words, EDTF values and basis of `words`, `words = EDTF`, `words = EDTF context`, `words =` or `= EDTF`."""
    if value is None:
        return None, (), None
    words, equals, given = (part.strip() for part in f" {value} ".partition(" = "))
    basis: str | None = "explicit" if words else "inferred"
    if given.endswith("context") or "context or" in given:
        given, basis = given.replace("context", "").strip(), "context"
    if words:
        _check_words(text, words, "date")
    values = given.split(" or ") if equals else [_plain_edtf(words)]
    edtf = tuple(one.strip() for one in values if one.strip())
    for one in edtf:
        try:
            if one != UNDATED:
                parse_edtf(one)
        except UnreadableEdtf as error:
            raise BadAnnotation(str(error)) from None
    return words or None, edtf, basis if edtf else None


def _plain_edtf(words: str) -> str:
    """EDTF of the plainest wordings; anything else is written out by the annotator."""
    whole = _plain_point(words)
    if whole:
        return whole
    match = _INTERVAL.fullmatch(words)
    if match:
        start, end = _plain_point(match[1]), _plain_point(match[2])
        if start and not end and re.fullmatch(r"\d\d", match[2]) and len(start) == 4:
            end = start[:2] + match[2]
        if start and end:
            return f"{start}/{end}"
    raise BadAnnotation(f"the date {words!r} is not of a plain form; write `on {words} = EDTF`")


def _plain_point(words: str) -> str | None:
    for pattern, form in _PLAIN:
        match = pattern.fullmatch(words.strip())
        if match:
            groups = match.groupdict()
            month = groups.get("m") or ""
            groups["m"] = f"{int(month) if month.isdigit() else MONTHS.get(month.lower(), 0):02d}"
            groups["d"] = f"{int(groups.get('d') or 0):02d}"
            return form.format(**groups)
    return None


def _read_figure(text: str, value: str | None) -> tuple[str | None, float | None, str | None]:
    """Words, number and qualifier of `words = number [qualifier]`."""
    if value is None:
        return None, None, None
    words, _, given = (part.strip() for part in f"{value} ".partition(" = "))
    number, _, qualifier = given.partition(" ")
    if qualifier and qualifier not in FIGURE_QUALIFIERS:
        raise BadAnnotation(f"found the figure's qualifier {qualifier!r}; expected one of {FIGURE_QUALIFIERS}")
    try:
        figure = float(number) if number else None
    except ValueError:
        raise BadAnnotation(f"found {number!r} where the figure's number must stand") from None
    return _check_words(text, words, "figure"), figure, qualifier or None
