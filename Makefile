# Tsunagari Kit. `make demo` shows everything; `make test` proves it. Both may be run again at any time.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PORT ?= 8000
LAN ?=
VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(BIN)/python
export DJANGO_SETTINGS_MODULE ?= cms.settings.dev

# With LAN=1 the demo serves to phones on the same network, and the codes lead to this machine's address.
ADDRESS := $(if $(LAN),$(shell hostname -I 2>/dev/null | cut -d' ' -f1),localhost)
BIND := $(if $(LAN),0.0.0.0,127.0.0.1)
export PUBLIC_URL ?= http://$(ADDRESS):$(PORT)

.PHONY: help demo kit install fonts database test lint check-messages test-python test-postgres bench load load-downloads corpus gallery pictures references messages lock clean

help:
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

demo: kit ## install everything, load the demo, print two kits, serve the site
	@$(PYTHON) manage.py load_demo
	@export PRINT_JOBS=worker; $(PYTHON) manage.py print_worker & working=$$!; trap 'kill $$working' EXIT; \
	  $(PYTHON) manage.py runserver --noreload $(BIND):$(PORT)

kit: install database ## the same without the server: two kits in build/kit/
	@$(PYTHON) manage.py print_kit --organisation kamome-shokudo --organisation takasaki-shoten --out build/kit

install: .make/packages $(VENV)/.installed fonts .make/messages

.make/packages: apt-packages.txt
	@bin/system-packages apt-packages.txt
	@mkdir -p .make && touch $@

.make/test-packages: apt-packages-test.txt
	@bin/system-packages apt-packages-test.txt
	@mkdir -p .make && touch $@

$(VENV)/.installed: requirements.txt | .make/packages
	@test -x $(PYTHON) || python3 -m venv $(VENV)
	@$(PYTHON) -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	@$(PYTHON) -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

fonts: $(VENV)/.installed ## build the fonts from their pinned packages
	@$(PYTHON) -c 'import sys; from print_templates.fonts import missing; sys.exit(bool(missing()))' \
	|| { command -v npm >/dev/null || $(PYTHON) -m pip install --quiet --require-hashes -r requirements-fonts.txt; \
	     $(PYTHON) -m print_templates.fonts.install; }

.make/messages: $(wildcard locale/*/LC_MESSAGES/django.po cms/wagtails_words/*/LC_MESSAGES/*.po) | $(VENV)/.installed
	@$(PYTHON) manage.py compilemessages --verbosity 0 --ignore $(VENV)
	@mkdir -p .make && touch $@

database: install
	@mkdir -p var
	@$(PYTHON) manage.py migrate --verbosity 0
	@$(PYTHON) manage.py load_demo >/dev/null

test: lint test-python ## everything that must pass on SQLite

lint: install $(VENV)/.installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports
	@$(BIN)/mypy
	@$(PYTHON) manage.py makemigrations --check --dry-run --verbosity 0

check-messages: install $(VENV)/.installed-dev ## every text is translated
	@$(BIN)/pytest tests/cms/test_catalogue.py

# What is about paper alone touches no database and runs beside the rest, which takes longer and goes first.
PAPER := tests/print_templates tests/bench tests/corpus

test-python: install $(VENV)/.installed-dev .make/test-packages
	@nice -n 4 $(BIN)/pytest $(PAPER) & paper=$$!; failed=0; \
	  $(BIN)/pytest tests $(PAPER:%=--ignore %) || failed=1; \
	  wait $$paper || failed=1; exit $$failed

test-postgres: install $(VENV)/.installed-dev .make/test-packages ## what touches the database, on a private PostgreSQL
	@bin/with-postgres $(BIN)/pytest -m "not browser" --create-db tests $(PAPER:%=--ignore %)

bench: install $(VENV)/.installed-dev .make/test-packages ## measure ours against the alternatives: build/bench.json
	@$(PYTHON) -m tests.bench

load-downloads: install $(VENV)/.installed-dev .make/test-packages ## 50 members take whole kits at once: build/load-downloads.json
	@bin/with-postgres $(PYTHON) -m tests.load downloads

load: install $(VENV)/.installed-dev .make/test-packages ## many readers at once, a slow network, killed servers, no database: build/load.json
	@failed=0; for run in pages slow codes; do $(PYTHON) -m tests.load.$$run || failed=1; done; exit $$failed

corpus: install $(VENV)/.installed-dev .make/test-packages ## hundreds of invented organisations through every design
	@CORPUS=whole $(BIN)/pytest tests/corpus

gallery: install ## every artefact on one page, to judge the artwork by: build/gallery/index.html
	@$(PYTHON) manage.py gallery --out build/gallery

pictures: install ## make the pictures of docs/pictures again
	@$(PYTHON) manage.py gallery --docs docs/pictures

references: install $(VENV)/.installed-dev ## take today's artwork as what the tests compare with
	@REFERENCES=write $(BIN)/pytest tests/print_templates/art/test_references.py

messages: install ## collect the texts to translate
	@$(PYTHON) manage.py makemessages --locale ja --ignore .venv --ignore build --ignore var --no-location --no-wrap
	@$(PYTHON) manage.py interface_messages

lock: ## pin all requirements again (needs uv)
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" pyproject.toml -o requirements.txt
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	  --custom-compile-command "make lock" requirements-fonts.in -o requirements-fonts.txt

clean: ## forget the demo's data and prints; keeps the fonts
	@rm -rf build var/db.sqlite3* var/media var/private var/cache var/test.sqlite3*
