# Lexigram. Needs Python 3.11 or newer with pip, and make; everything else goes into .venv by itself.
PYTHON ?= python3
BIN = .venv/bin
UV ?= uv

.PHONY: help setup run test soak bench format lock clean run-ready test-ready

help:      ## what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: test-ready   ## make .venv with everything that running and testing needs

run: run-ready      ## run the tutor: on Telegram if there is a token, else in the sandbox (ARGS="--port 9000")
	@$(BIN)/python -m bot $(ARGS)

test: test-ready    ## format, lint, types, import rule, tests: what every change must pass
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist loadgroup -m "not soak and not packaging"

soak: test-ready    ## the long tests: crashes, fuzz, load, the wheel
	$(BIN)/pytest -n auto --dist loadgroup -m "soak or packaging"

bench: test-ready   ## measure speed (SCALE=full for the full-size rows)
	$(BIN)/python -m tests.bench

format: test-ready  ## lay the code out and mend what can be mended by rule
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:               ## write requirements/*.txt anew from *.in (needs uv)
	cd requirements && for name in build run test; do \
	  $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --custom-compile-command "make lock" --upgrade $$name.in --output-file $$name.txt || exit 1; done

clean:              ## remove .venv and caches; never the data
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

run-ready:
	@$(PYTHON) requirements/install.py run
test-ready:
	@$(PYTHON) requirements/install.py test
