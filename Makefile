# make demo   set up, read the example reports into a database, show what came out
# make test   set up, run every check: format, lint, types, tests, the quality gate
# make bench  figures on the public corpora in ../shared/bench, and speed, into docs/benchmarks.md
# make clean  remove the virtual environment and what the demo made

PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11,$(shell command -v $(p) 2>/dev/null)))
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint bench clean

help:
	@sed -n 's/^# //p' Makefile

# The stamp is newer than what the environment is made of, so a second run starts its work at once.
$(READY): requirements/dev.txt pyproject.toml tools/bootstrap.py
	@$(if $(PYTHON),$(PYTHON),python3) tools/bootstrap.py

setup: $(READY)

demo: $(READY)
	@$(BIN)/python tools/demo.py

lint: $(READY)
	@$(BIN)/ruff format --check --quiet . || { echo "run: $(BIN)/ruff format ."; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy

test: lint
	@$(BIN)/python -m pytest

bench: $(READY)
	@$(BIN)/python -m benchmarks.field
	@$(BIN)/python -m benchmarks.speed

clean:
	rm -rf .venv out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
