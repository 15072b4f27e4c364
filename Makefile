# `make` builds the graph of seeds/ into output/; `make test` passes the whole suite. Both set up .venv by themselves.
PYTHON ?= python3
VENV := .venv
KG := $(VENV)/bin/kg

build: $(VENV)/installed
	$(KG) build

test: $(VENV)/tested
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-cache
	$(VENV)/bin/pytest -n auto

bench: $(VENV)/tested
	$(VENV)/bin/python tests/bench/extraction.py
	$(VENV)/bin/python tests/bench/centrality.py
	$(VENV)/bin/python tests/bench/pages.py

$(VENV)/installed: setup.cfg pyproject.toml $(wildcard kg/pages/web/*.*)
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --editable .
	@touch $@

$(VENV)/tested: $(VENV)/installed
	$(VENV)/bin/pip install --quiet --editable '.[test]'
	@touch $@

docs: build
	$(VENV)/bin/python docs/regenerate.py

clean:
	rm -rf $(VENV) build dist *.egg-info kg/pages/assets
	find output -mindepth 1 ! -name README.md -delete

.DEFAULT_GOAL := build
.PHONY: build test bench docs clean
