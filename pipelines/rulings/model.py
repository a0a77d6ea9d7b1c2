"""A ruling as curators write it: which kinds there are, what each must tell, and what is said where it does not."""

import hashlib
import json
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from pipelines.rulings.correct import CORRECTABLE, check_value
from warehouse.contract.vocabulary import EVENT_TYPES, EXPLANATIONS, MODALITIES, RULING_KINDS, SUBTYPES

MOST_CHARACTERS = 1_000_000
"""A file of rulings beyond this is refused: people write them."""


def _one_of(*words: str) -> BeforeValidator:
    def check(value: object) -> object:
        if value not in words:
            raise PydanticCustomError("one_of", "is none of " + ", ".join(words))
        return value

    return BeforeValidator(check)


Words = Annotated[str, Field(min_length=1, max_length=20_000)]
EventType = Annotated[str, _one_of(*EVENT_TYPES)]
Modality = Annotated[str, _one_of(*MODALITIES)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Statement(_Entry):
    """A statement of a source by its words; ``type`` and ``claim`` (its id, a hint) tell apart several of the same."""

    source: Words
    quote: Words
    type: EventType | None = None
    object: Words | None = None
    claim: Words | None = None


class Name(_Entry):
    """A name as a source writes it: everywhere there, or only in the statements whose words hold ``quote``."""

    source: Words
    name: Words
    quote: Words | None = None


class _Ruling(_Entry):
    author: Words
    reason: Words

    def target(self) -> dict[str, Any]:
        """What it is about."""
        raise NotImplementedError

    def decided(self) -> tuple[str | None, str | None]:
        """The column it corrects and the value it sets."""
        return None, None


class NameRuling(_Ruling):
    """Two names are one (merge), are not (distinct), or the first leaves the one both were taken for (split)."""

    kind: Literal["merge", "distinct", "split"]
    one: Name
    other: Name

    def target(self) -> dict[str, Any]:
        """Both names."""
        return {"one": _dump(self.one), "other": _dump(self.other)}

    @model_validator(mode="after")
    def _are_two(self) -> "NameRuling":
        if self.one == self.other:
            raise PydanticCustomError(
                "same", "one and other are the same name: give two, or a quote that tells them apart"[:200]
            )
        return self


class StatementRuling(_Ruling, Statement):
    """One statement is to be preferred in its event, or to be left out."""

    kind: Literal["prefer", "reject"]

    def target(self) -> dict[str, Any]:
        """The statement."""
        return _dump_statement(self)


class Correction(_Ruling, Statement):
    """One column of a statement is to hold another value; an empty ``value`` clears it."""

    kind: Literal["correct"]
    column: Annotated[str, _one_of(*CORRECTABLE)]
    value: str

    @model_validator(mode="after")
    def _fits(self) -> "Correction":
        problem = check_value(self.column, self.value or None)
        if problem is not None:
            raise PydanticCustomError("value", "value {problem}", {"problem": problem})
        return self

    def target(self) -> dict[str, Any]:
        """The statement."""
        return _dump_statement(self)

    def decided(self) -> tuple[str | None, str | None]:
        """The column and its value, None to clear it."""
        return self.column, self.value or None


class Asserted(_Entry):
    """What a statement says that the reader missed: its parts in words that stand in its quote."""

    type: EventType
    subtype: Words | None = None
    subject: Words | None = None
    object: Words | None = None
    place: Words | None = None
    date: Words | None = None
    date_edtf: Words | None = None
    figure: Words | None = None
    modality: Modality = "asserted"

    @model_validator(mode="after")
    def _fits(self) -> "Asserted":
        if self.subtype is not None and self.subtype not in SUBTYPES.get(self.type, ()):
            has = ", ".join(SUBTYPES.get(self.type, ())) or "none"
            raise PydanticCustomError("subtype", "subtype of {type} is one of: {has}", {"type": self.type, "has": has})
        if self.date_edtf is not None and (problem := check_value("date_edtf", self.date_edtf)) is not None:
            raise PydanticCustomError("value", "date_edtf {problem}", {"problem": problem})
        return self


class Assertion(_Ruling):
    """The words of a source state something that was not read there."""

    kind: Literal["assert"]
    source: Words
    quote: Words
    states: Asserted

    def target(self) -> dict[str, Any]:
        """The words."""
        return {"source": self.source, "quote": self.quote}

    def decided(self) -> tuple[str | None, str | None]:
        """What they state, as JSON."""
        return None, _to_json(_dump(self.states))


class Explanation(_Ruling):
    """Why two statements differ: the contradiction between them is settled."""

    kind: Literal["explain"]
    one: Statement
    other: Statement
    explanation: Annotated[str, _one_of(*EXPLANATIONS)]

    def target(self) -> dict[str, Any]:
        """Both statements."""
        return {"one": _dump(self.one), "other": _dump(self.other)}

    def decided(self) -> tuple[str | None, str | None]:
        """The explanation."""
        return None, self.explanation


AnyRuling = Annotated[NameRuling | StatementRuling | Correction | Assertion | Explanation, Field(discriminator="kind")]
_RULING: TypeAdapter[AnyRuling] = TypeAdapter(AnyRuling)


@dataclass(frozen=True, slots=True)
class Told:
    """One ruling as the log keeps it. ``target`` is JSON; the id follows from what is ruled, not from who or why."""

    ruling_id: str
    kind: str
    target: str
    column_name: str | None
    value: str | None
    author: str
    reason: str
    path: str


def parse_rulings(text: str, path: str) -> tuple[list[Told], list[str]]:
    """The rulings of one file (a list of them, or one), and a sentence for each entry that cannot be understood.

    A file that is no YAML gives no rulings and one sentence.
    """
    if len(text) > MOST_CHARACTERS:
        return [], [f"{path} has {len(text):,} characters: give rulings in files of at most {MOST_CHARACTERS:,}."]
    try:
        # everything is text: a title `No`, a value 1905-02-20 mean what they say
        node = yaml.compose(text, Loader=yaml.BaseLoader)
        if node is None:
            return [], []
        entries = node.value if isinstance(node, yaml.SequenceNode) else [node]
        loader = yaml.BaseLoader("")
        found = [(entry.start_mark.line + 1, loader.construct_object(entry, deep=True)) for entry in entries]
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        words = " ".join(str(error).split())[:300]
        return [], [f"{path} is no YAML that can be understood: {words}. Correct it or take it away."]
    told: list[Told] = []
    problems: list[str] = []
    for line, entry in found:
        try:
            told.append(_to_told(_RULING.validate_python(entry), path))
        except ValidationError as error:
            problems.append(f"{path}, line {line}: {_tell(error)}. Correct it or take it away.")
    return told, problems


def read_target(told: str) -> dict[str, Any]:
    """What a logged ruling is about, from its column ``target``."""
    made: dict[str, Any] = json.loads(told)
    return made


def read_asserted(value: str) -> Asserted:
    """What a logged assertion states, from its column ``value``."""
    return Asserted.model_validate_json(value)


def check_ruling(entry: dict[str, Any]) -> str | None:
    """What is wrong with one entry as a file would hold it, in words; None where nothing is."""
    try:
        _RULING.validate_python(entry)
    except ValidationError as error:
        return _tell(error)
    return None


def _to_told(ruling: AnyRuling, path: str) -> Told:
    target = _to_json(ruling.target())
    column, value = ruling.decided()
    defining = json.dumps([ruling.kind, target, column, value])
    ruling_id = "r" + hashlib.sha256(defining.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Told(ruling_id, ruling.kind, target, column, value, ruling.author, ruling.reason, path)


def _dump(entry: BaseModel) -> dict[str, Any]:
    return entry.model_dump(exclude_none=True)


def _dump_statement(entry: Statement) -> dict[str, Any]:
    return entry.model_dump(exclude_none=True, include=set(Statement.model_fields))


def _to_json(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def _tell(error: ValidationError) -> str:
    """A validation's findings in words people can act on."""
    said = []
    for found in error.errors(include_url=False):
        place = ".".join(str(step) for step in found["loc"] if step not in RULING_KINDS)
        match found["type"]:
            case "missing":
                said.append(f"{place} is missing")
            case "extra_forbidden":
                said.append(f"{place} is not known here")
            case "union_tag_not_found" | "union_tag_invalid":
                said.append(f"kind must be one of {', '.join(RULING_KINDS)}")
            case "one_of" | "same" | "value" | "subtype":
                said.append(f"{place} {found['msg']}".strip())
            case _:
                said.append(f"{place}: {found['msg'][:1].lower()}{found['msg'][1:]}".removeprefix(": "))
    return "; ".join(said)
