"""Who may import whom (docs/house.md): each rule names the offender."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = ("warehouse", "pipelines", "expectations", "regesta")

READING_STEPS = ["sources", "passages", "dates", "citations", "claims"]
SET_STEPS = ["entities", "events", "contradictions", "rulings"]
DAGSTER_FILES = [
    "pipelines/assets",
    "pipelines/automation.py",
    "pipelines/checks.py",
    "pipelines/definitions.py",
    "pipelines/failures.py",
    "pipelines/fixity.py",
    "pipelines/instance.py",
    "pipelines/launch.py",
    "pipelines/resources.py",
    "pipelines/run_history.py",
]


def modules():
    for package in OURS:
        yield from sorted((ROOT / package).rglob("*.py"))


def imports_of(path):
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 or node.module is not None
            if node.level == 0:
                yield node.module or ""
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def place(path):
    return path.relative_to(ROOT).as_posix()


def offences(allowed):
    """Pairs of file and import for which ``allowed(file, import)`` is false."""
    return [(place(p), name) for p in modules() for name in imports_of(p) if not allowed(place(p), name)]


def starts(name, *prefixes):
    return any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)


def test_the_contract_imports_nothing_of_ours_and_no_library():
    import sys

    def allowed(file, name):
        if not file.startswith("warehouse/contract/"):
            return True
        return starts(name, "warehouse.contract") or name.split(".")[0] in sys.stdlib_module_names

    assert offences(allowed) == []


def test_the_warehouse_imports_only_itself():
    def allowed(file, name):
        return not file.startswith("warehouse/") or not starts(name, "pipelines", "expectations", "regesta")

    assert offences(allowed) == []


@pytest.mark.parametrize("step", READING_STEPS)
def test_a_reading_step_imports_the_contract_the_lexicon_and_steps_before_it(step):
    before = READING_STEPS[: READING_STEPS.index(step) + 1]
    ours = ["warehouse.contract", "warehouse.errors", "pipelines.lexicon", *(f"pipelines.{s}" for s in before)]

    def allowed(file, name):
        if not file.startswith(f"pipelines/{step}/"):
            return True
        return starts(name, *ours) if name.split(".")[0] in OURS else not starts(name, "dagster", "duckdb", "pyarrow")

    assert offences(allowed) == []


@pytest.mark.parametrize("step", SET_STEPS)
def test_a_set_step_imports_the_contract_and_steps_only(step):
    ours = ["warehouse.contract", "warehouse.errors", "warehouse.translations", "pipelines.lexicon", "pipelines.dates",
            *(f"pipelines.{s}" for s in SET_STEPS)]  # fmt: skip

    def allowed(file, name):
        if not file.startswith(f"pipelines/{step}/"):
            return True
        return starts(name, *ours) if name.split(".")[0] in OURS else not starts(name, "dagster")

    assert offences(allowed) == []


def test_expectations_import_only_the_warehouse():
    def allowed(file, name):
        return not file.startswith("expectations/") or not starts(name, "pipelines", "regesta")

    assert offences(allowed) == []


def test_great_expectations_is_imported_in_its_room_only():
    def allowed(file, name):
        return not starts(name, "great_expectations") or file.startswith("expectations/")

    assert offences(allowed) == []


def test_dagster_is_imported_in_its_files_only():
    def allowed(file, name):
        return not starts(name, "dagster") or any(file.startswith(room) for room in DAGSTER_FILES)

    assert offences(allowed) == []


def test_spark_is_imported_in_its_file_and_only_where_it_is_used():
    """It is an extra, and its workers import the file that names what they run."""
    place_of_spark = "pipelines/stages/spark.py"

    def allowed(file, name):
        return not starts(name, "pyspark", "py4j") or file == place_of_spark

    assert offences(allowed) == []
    outermost = ast.parse((ROOT / place_of_spark).read_text("utf-8")).body
    names = [ast.unparse(node) for node in outermost if isinstance(node, ast.Import | ast.ImportFrom)]
    assert [name for name in names if "pyspark" in name or "py4j" in name] == []


def test_nothing_imports_the_counter():
    def allowed(file, name):
        return not starts(name, "regesta") or file.startswith("regesta/")

    assert offences(allowed) == []


def test_only_stages_and_commands_know_the_log():
    """Who imports it could append; the lock alone is for whoever starts a run, too."""

    def allowed(file, name):
        inside = file.startswith(("warehouse/", "pipelines/stages/", "regesta/"))
        return inside or not starts(name, "warehouse.log") or starts(name, "warehouse.log.lock")

    assert offences(allowed) == []
