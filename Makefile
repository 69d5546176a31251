# Needs Python 3.11, 3.12 or 3.13 and GNU make 3.81 or later. Everything is installed into .venv, nothing beside it.
# Another interpreter: make demo PYTHON=/path/to/python3.12

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3 python3.13 python3.12 python3.11 python
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help venv dev demo notebooks test lint compiled bench clean

help:
	@echo "make demo   set up, crawl the bundled sample sites, print who leads which bloc and who was proposed for what"
	@echo "make notebooks  set up, then run the notebooks on the demo's tables, or those in THIDUA_DATA"
	@echo "make test   set up, then check style, types and behaviour"
	@echo "make lint   style and types only"
	@echo "make compiled  build the reading compiled (needs a C compiler) in build/compiled, and see that it reads the same"
	@echo "make bench  set up, then measure Thidua beside its peers (ten minutes on two cores): docs/benchmarks.md"
	@echo "make venv   set up only; the command is then $(BIN)/thidua"
	@echo "make clean  remove what these commands made (your data folder stays)"

# A stamp for each step, written last: an interrupted step is done again, a finished one is skipped.
$(VENV)/.created:
	@found=""; \
	for python in $(PYTHON); do \
	  if "$$python" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; \
	  then found="$$python"; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "No Python 3.11, 3.12 or 3.13 (with its venv module) among: $(PYTHON)." >&2; \
	  echo "Install one, or name it: make PYTHON=/path/to/python3.12" >&2; exit 1; \
	fi; \
	echo "setup: virtual environment in $(VENV), $$("$$found" --version)"; \
	"$$found" -m venv --clear $(VENV)
	@echo "setup: a current pip"
	@$(PIP) install --upgrade "pip>=24.2"
	@touch $@

$(VENV)/.installed: $(VENV)/.created pyproject.toml constraints.txt
	@echo "setup: libraries for reading (spaCy, underthesea; a minute or two the first time)"
	@$(PIP) install --constraint constraints.txt spacy underthesea
	@echo "setup: libraries for tables (DuckDB, pandas, pyarrow)"
	@$(PIP) install --constraint constraints.txt duckdb pandas pyarrow
	@echo "setup: thidua itself, and what else it needs"
	@$(PIP) install --constraint constraints.txt --editable .
	@echo "setup: done"
	@touch $@

$(VENV)/.dev: $(VENV)/.installed
	@echo "setup: tools for the tests (pytest, ruff, mypy)"
	@$(PIP) install --constraint constraints.txt --editable ".[dev]"
	@touch $@

venv: $(VENV)/.installed

dev: $(VENV)/.dev

demo: $(VENV)/.installed
	@$(BIN)/thidua demo

$(VENV)/.notebooks: $(VENV)/.installed
	@echo "setup: Jupyter's kernel and charts"
	@$(PIP) install --constraint constraints.txt --editable ".[notebooks]"
	@touch $@

notebooks: $(VENV)/.notebooks
	@$(BIN)/python notebooks/run.py

lint: $(VENV)/.dev
	@echo "check: style (ruff)"
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@echo "check: types (mypy --strict)"
	@$(BIN)/mypy --no-error-summary

test: lint
	@echo "check: behaviour (pytest)"
	@$(BIN)/python -m pytest -q -n 2

compiled: $(VENV)/.dev
	@echo "build: the reading, compiled, in build/compiled (a few minutes)"
	@rm -rf build/compiled
	@HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 $(PIP) install --no-deps --target build/compiled .
	@echo "check: it reads the same (pytest)"
	@$(BIN)/python -m pytest -q tests/test_compiled.py

$(VENV)/.bench: $(VENV)/.installed
	@echo "setup: what Thidua is measured against (trafilatura, Scrapy, pyvi)"
	@$(PIP) install --constraint constraints.txt --editable ".[bench]"
	@touch $@

bench: $(VENV)/.bench
	@$(BIN)/python -m tests.benchmarks

clean:
	rm -rf $(VENV) demo-data dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
