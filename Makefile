# make demo    set up, read the sample reports, show what the ledger knows
# make test    set up, run every check and all tests
# make check   linters, types, layers and tests in the environment that is there
# make soak    the long proofs: killed writers, large ledgers, many claims
# make picture draw docs/demo.svg from what the demo prints
# make catalogue  write the words of the pages to src/promissory/web/locale/promissory.pot
# make lock    write the versions of a fresh environment to constraints.txt
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
PIP := -m pip --disable-pip-version-check --quiet

.PHONY: setup demo test check lint bench soak picture catalogue lock clean

setup: $(STAMP)

# A half-made environment (interrupted, or python without its venv package) is made again from nothing.
$(STAMP): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Promissory needs Python 3.11 or newer; name it: make PYTHON=/path/to/python3"; exit 2; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python $(PIP) install -c constraints.txt -e '.[dev]'
	@touch $(STAMP)

demo: setup
	@$(BIN)/promissory demo --ledger demo.db

test: setup
	@$(MAKE) --no-print-directory check

# Tests on every core (at most four: each worker holds a parser); a file stays with one worker, since its tests share ledgers and
# servers. The linters run beside them, and are heard where they find something; the closing line of the tests is the last.
check:
	@heard=$$(mktemp); $(MAKE) --no-print-directory lint >"$$heard" 2>&1 & linters=$$!; \
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder; tested=$$?; \
	wait $$linters || { cat "$$heard"; echo "The linters found something: make lint"; tested=1; }; \
	rm -f "$$heard"; exit $$tested

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup
	$(BIN)/python benchmarks/throughput.py

soak: setup
	$(BIN)/python -m benchmarks.kills --times 200
	$(BIN)/python -m benchmarks.orders
	$(BIN)/python -m benchmarks.listing 100000
	$(BIN)/python -m benchmarks.reconcile 25000 50000 100000

catalogue: setup
	$(BIN)/python scripts/catalogue.py

picture: setup
	$(BIN)/python docs/draw_demo.py

lock:
	@test -n "$(PYTHON)" || { echo "Promissory needs Python 3.11 or newer; name it: make PYTHON=/path/to/python3"; exit 2; }
	@set -e; scratch=$$(mktemp -d); trap 'rm -rf "$$scratch"' EXIT; \
	$(PYTHON) -m venv "$$scratch"; \
	"$$scratch/bin/python" $(PIP) install -e '.[dev]'; \
	{ echo '# The versions that the checks are run with; written by `make lock`, read by `make setup`.'; \
	  "$$scratch/bin/python" -m pip freeze --exclude-editable --exclude pip --exclude setuptools; } > constraints.new; \
	mv constraints.new constraints.txt

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build demo.db demo.db-wal demo.db-shm
