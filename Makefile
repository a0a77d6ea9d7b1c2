# Every target sets up what it needs first, and is quick the second time.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SEEDS ?= seeds
REGESTA_HOME ?= data
export REGESTA_HOME
PORT ?= 3000

.PHONY: help run test check ui docs bench faults daemon spark clean

help:  ## Show what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Regesta needs Python 3.11 or newer; set PYTHON=python3.11")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing what Regesta needs (a minute or two, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Installing what its tests need (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

run: $(VENV)/.installed  ## Read the seeds and publish an edition (SEEDS=folder REGESTA_HOME=folder)
	@$(BIN)/regesta run --seeds $(SEEDS)

ui: $(VENV)/.installed  ## Open the Dagster UI on 127.0.0.1 (PORT=3000), schedule and sensor on
	@$(BIN)/regesta ui --seeds $(SEEDS) --port $(PORT)

test: $(VENV)/.installed-dev  ## Run the whole test suite
	@$(BIN)/python -m pytest -n auto

check: $(VENV)/.installed-dev  ## Lint, types, and whether generated pages are fresh
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python -m docs.generate --check

docs: $(VENV)/.installed-dev  ## Write the generated reference pages anew
	@$(BIN)/python -m docs.generate
	@$(BIN)/python tests/readings/dates/readings.py --write

$(VENV)/.installed-bench: $(VENV)/.installed-dev
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,bench]'
	@touch $@

bench: $(VENV)/.installed-bench  ## Measure all claims about speed and write docs/reference/benchmarks.md (FULL=1: at full size)
	@$(BIN)/python -m benchmarks.report $(if $(filter 1,$(FULL)),--full)

faults: $(VENV)/.installed-dev  ## Kill, rival and read for real: 180 kills of log and publication, 20 of whole runs
	@$(BIN)/python tests/campaigns/log_faults.py
	@$(BIN)/python tests/campaigns/run_faults.py

daemon: $(VENV)/.installed-dev  ## Leave the daemon running on a folder that changes, and kill a run of it (ten minutes)
	@$(BIN)/python tests/campaigns/daemon.py

$(VENV)/.installed-spark: $(VENV)/.installed-dev
	@java -version 2>/dev/null || { echo "Spark needs Java: install Java 17 or newer, for instance openjdk-17-jre-headless" >&2; exit 1; }
	@echo "Installing Apache Spark (half a gigabyte, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,spark]'
	@touch $@

spark: $(VENV)/.installed-spark  ## Read on a real Spark cluster of two workers, and kill one in mid-run (ten minutes)
	@$(BIN)/python tests/campaigns/spark_cluster.py

clean:  ## Remove the environment and caches (never the home)
	@rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
