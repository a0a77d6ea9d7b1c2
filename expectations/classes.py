"""The two kinds of expectation every law becomes: Great Expectations' own classes, computed as SQL, read as sentences.

Importing this imports Great Expectations (seconds): only ``judge`` does, while it runs.
"""

from typing import Any, ClassVar

import sqlalchemy as sa
from great_expectations.core.metric_domain_types import MetricDomainTypes
from great_expectations.core.metric_function_types import MetricPartialFunctionTypes
from great_expectations.execution_engine.sqlalchemy_execution_engine import SqlAlchemyExecutionEngine
from great_expectations.expectations.expectation import BatchExpectation
from great_expectations.expectations.metadata_types import FailureSeverity
from great_expectations.expectations.metrics.metric_provider import metric_partial, metric_value
from great_expectations.expectations.metrics.table_metric_provider import TableMetricProvider
from great_expectations.render.components import LegacyRendererType, RenderedStringTemplateContent
from great_expectations.render.renderer.renderer import renderer
from great_expectations.render.renderer_configuration import CodeBlock, CodeBlockLanguage, RendererConfiguration

from expectations.law import Law


class BreachingRows(TableMetricProvider):
    """How many rows fulfil a condition. All such counts of a table are taken in one scan."""

    metric_name = "regesta.breaching_rows"
    value_keys = ("breach",)

    @metric_partial(
        engine=SqlAlchemyExecutionEngine,
        partial_fn_type=MetricPartialFunctionTypes.AGGREGATE_FN,
        domain_type=MetricDomainTypes.TABLE,
    )
    def _sqlalchemy(cls, metric_domain_kwargs: Any, metric_value_kwargs: Any, **_: Any) -> Any:
        condition: sa.ColumnElement[bool] = sa.literal_column(f"({metric_value_kwargs['breach']})")
        return sa.func.count(sa.case((condition, 1))), metric_domain_kwargs, {}


class FoundRows(TableMetricProvider):
    """How many rows a query finds."""

    metric_name = "regesta.found_rows"
    value_keys = ("query",)

    @metric_value(engine=SqlAlchemyExecutionEngine)
    def _sqlalchemy(cls, execution_engine: Any, metric_value_kwargs: Any, **_: Any) -> Any:
        query = sa.select(sa.func.count()).select_from(sa.text(f"({metric_value_kwargs['query']})"))
        return execution_engine.execute_query(query).scalar()


class _Law(BatchExpectation):
    """A law: it holds where no row breaks it. Its description is the sentence pages show."""

    counted: ClassVar[str]

    def _validate(
        self,
        metrics: dict[Any, Any],
        runtime_configuration: dict[Any, Any] | None = None,  # noqa: ARG002
        execution_engine: Any = None,  # noqa: ARG002
    ) -> dict[Any, Any]:
        count = int(metrics[self.counted])
        return {"success": count == 0, "result": {"observed_value": count}}

    @classmethod
    def _prescriptive_template(cls, renderer_configuration: RendererConfiguration[Any]) -> RendererConfiguration[Any]:
        kwargs = renderer_configuration.configuration.kwargs if renderer_configuration.configuration else {}
        renderer_configuration.template_str = _sentence_of(renderer_configuration.configuration)
        renderer_configuration.code_block = CodeBlock(
            code_template_str=str(kwargs.get("breach") or kwargs.get("query") or ""), language=CodeBlockLanguage.SQL
        )
        return renderer_configuration

    @classmethod
    @renderer(renderer_type=LegacyRendererType.PRESCRIPTIVE)
    def _prescriptive_renderer(
        cls,
        configuration: Any = None,
        result: Any = None,
        runtime_configuration: dict[Any, Any] | None = None,  # noqa: ARG003
    ) -> list[RenderedStringTemplateContent]:
        configuration = configuration or result.expectation_config
        return [
            RenderedStringTemplateContent(
                content_block_type="string_template",
                string_template={"template": _sentence_of(configuration), "params": {}, "styling": None},
            )
        ]


class NoRowBreaks(_Law):
    """A law that each row keeps by its own columns: no row fulfils ``breach``."""

    breach: str
    counted: ClassVar[str] = BreachingRows.metric_name
    metric_dependencies: ClassVar[tuple[str, ...]] = (counted,)
    success_keys: ClassVar[tuple[str, ...]] = ("breach",)


class NothingIsFound(_Law):
    """A law between rows or tables: ``query`` finds nothing."""

    query: str
    counted: ClassVar[str] = FoundRows.metric_name
    metric_dependencies: ClassVar[tuple[str, ...]] = (counted,)
    success_keys: ClassVar[tuple[str, ...]] = ("query",)


def _sentence_of(configuration: Any) -> str:
    # a dollar sign begins a parameter in Great Expectations' templates
    return str(configuration.description or configuration.type).replace("$", "$$") if configuration else ""


def to_expectation(law: Law, query: str) -> NoRowBreaks | NothingIsFound:
    """A law as an expectation of Great Expectations; its id travels in ``meta``. ``query`` is what finds its breaches,
    where no row decides by itself.
    """
    told: dict[str, Any] = {
        "description": law.sentence,
        "severity": FailureSeverity.CRITICAL if law.severity == "error" else FailureSeverity.WARNING,
        "meta": {"law": law.check_id},
    }
    if law.breach is not None:
        return NoRowBreaks(breach=law.breach, **told)
    return NothingIsFound(query=query, **told)
