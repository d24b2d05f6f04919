# The two commands of the README are `make demo` and `make test`; the rest serves whoever works on it.
PORT ?= 8000
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO_HOME ?= demo-library

.PHONY: demo test setup setup-checks bench fuzz bench-million lint clean lock messages

demo: setup
	$(BIN)/commonplace --home $(DEMO_HOME) demo --port $(PORT)

setup: $(VENV)/.ready

$(VENV)/.ready: requirements.txt pyproject.toml $(wildcard src/commonplace/locale/*/LC_MESSAGES/*.po)
	tools/make-environment $(PYTHON) $(VENV) requirements.txt
	$(BIN)/pybabel -q compile -d src/commonplace/locale -D django 2>/dev/null
	@touch $@

setup-checks: $(VENV)/.ready-for-checks

$(VENV)/.ready-for-checks: requirements-checks.txt $(VENV)/.ready
	tools/make-environment $(PYTHON) $(VENV) requirements-checks.txt
	@touch $@

test: setup-checks
	tools/system-packages
	tools/check

lint: setup-checks
	tools/check --no-tests

bench: setup-checks
	tools/system-packages
	$(BIN)/python -m benchmarks

bench-million: setup-checks
	tools/system-packages
	$(BIN)/python -m benchmarks.a_million

fuzz: setup-checks
	HYPOTHESIS_PROFILE=fuzz $(BIN)/pytest -q -m hypothesis tests

lock:
	uv pip compile -q --upgrade $(LOCKING) --extra build pyproject.toml -o requirements.txt
	uv pip compile -q --upgrade $(LOCKING) --extra build --extra checks pyproject.toml -o requirements-checks.txt

LOCKING := --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --universal --python-version 3.11

messages:
	$(BIN)/pybabel -q extract -F babel.cfg $(KEYWORDS) --no-location --omit-header -o .messages.pot .
	for language in ar es fr zh_Hans; do \
		$(BIN)/pybabel -q update -D django -i .messages.pot -d src/commonplace/locale -l $$language --no-fuzzy-matching --ignore-obsolete; \
		sed -i -E -e '/^"($(NOT_OURS)):? .*"$$/d' -e 's/^("Project-Id-Version:) +/\1 /' -e '1{/^$$/d}' src/commonplace/locale/$$language/LC_MESSAGES/django.po; \
	done
	rm .messages.pot

KEYWORDS := -k gettext -k ngettext:1,2 -k pgettext:1c,2 -k npgettext:1c,2,3 -k noop -k Meaning -k said_here -k counted_here:1,2
# What Babel writes at the head of a catalogue and nobody here reads: it would change at each run.
NOT_OURS := Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By

clean:
	rm -rf $(VENV) $(DEMO_HOME) .opensearch .mypy_cache .ruff_cache .pytest_cache .hypothesis
