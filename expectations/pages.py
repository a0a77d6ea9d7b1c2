"""The Data Docs: one page that opens offline, styled, without anything from elsewhere. It says every law as a sentence.

From each law that was broken the way leads to the rows and their words; everything from a source is escaped.
"""

from collections.abc import Sequence
from datetime import datetime
from importlib import resources
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, select_autoescape

from expectations.run import Finding


def write_pages(quality: Path, findings: Sequence[Finding], *, judged_at: datetime) -> Path:
    """Write ``index.html`` under the quality folder, in place of the one before; returns its path."""
    environment = Environment(autoescape=select_autoescape(default=True), trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string((resources.files("expectations") / "pages.html").read_text("utf-8"))
    tables = [(name, list(held)) for name, held in groupby(findings, key=lambda finding: finding.law.table_name)]
    failed = [finding for finding in findings if not finding.success]
    page = template.render(
        tables=tables,
        failed=failed,
        error_count=sum(finding.law.severity == "error" for finding in failed),
        total=len(findings),
        judged_at=judged_at.strftime("%Y-%m-%d %H:%M:%S UTC"),
    )
    quality.mkdir(parents=True, exist_ok=True)
    part = quality / ".index.part"
    part.write_text(page, "utf-8")
    return part.replace(quality / "index.html")
