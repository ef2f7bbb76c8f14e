# From a fresh clone: `make site` builds the site, `make test` runs the tests. Nothing else to install by hand.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST := tools/in_memory.sh $(BIN)/python -m pytest
# They measure time, so they run alone.
ALONE := tests/judges/test_lighthouse.py tests/judges/test_thin_line.py tests/judges/test_first_view.py
# What is counted: tests that reach the code by themselves. Those left out build, publish or freeze whole sites again and
# again, which takes more than half of the time; the lines that only they reach are one in a hundred (97.7 % with them).
COUNTED := tests/unit tests/links tests/test_invalid_cases.py tests/paper/test_docx.py tests/paper/test_building.py \
  tests/site/test_commands.py tests/site/test_export.py
UNCOUNTED := tests/links/test_freeze.py tests/links/test_runs.py tests/unit/cli/test_output.py \
  $(patsubst %,tests/unit/exports/test_%.py,large_search) $(patsubst %,tests/unit/pages/test_%.py,any_text link_pages update_pages) \
  $(patsubst %,tests/unit/pipeline/test_%.py,build hand_written_pages known_as_generated odd_names read_content warm_store withheld) \
  tests/unit/engines/test_workers.py tests/unit/workbook/test_generated.py
RUN := $(PYTEST) --numprocesses 3 --dist worksteal -m "not judge and not soak"
MEASURED = $(RUN) --cov --cov-report term $(COUNTED) $(UNCOUNTED:%=--ignore=%)
OTHERS = $(UNCOUNTED) $(filter-out $(COUNTED),$(patsubst %/,%,$(wildcard tests/*/)) $(wildcard tests/test_*.py))

.PHONY: site examples docs test checks coverage judges soak lint bench clean
.DEFAULT_GOAL := site

$(VENV)/site-ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/test-ready: $(VENV)/site-ready
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test]"
	touch $@

$(VENV)/judges-ready: $(VENV)/test-ready
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test,judges]"
	touch $@

site: $(VENV)/site-ready
	$(BIN)/prongsai build
	@echo "ดูเว็บไซต์ระหว่างแก้ไข: $(BIN)/prongsai serve แล้วเปิด http://127.0.0.1:8000/"

examples: site
	@for folder in examples/*/; do echo "$$folder"; $(BIN)/prongsai build --site "$$folder" || exit 1; done

# The manual as a site of its own, into .prongsai/manual.
docs: $(VENV)/site-ready
	$(BIN)/python tools/build_docs.py

test: $(VENV)/test-ready
	$(BIN)/python tools/find_browser.py --install
	tools/install_pango.sh
	$(MAKE) --no-print-directory --jobs 2 lint checks

# Next to the linter, which works on one processor.
checks: $(VENV)/test-ready
ifdef COVERAGE
	$(MEASURED)
	$(RUN) $(OTHERS) $(addprefix --deselect=,$(filter %.py,$(COUNTED)))
else
	$(RUN)
endif

# Counting takes twice as long, so `make test` counts only when it is asked to: `make test COVERAGE=yes` runs every test
# once, those that are counted first.
coverage: $(VENV)/test-ready
	tools/install_pango.sh
	$(MEASURED)

lint: $(VENV)/test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Judges wait for others much of the time, so three of them keep two processors busy.
JUDGES = tests/judges $(filter-out tests/judges/%,$(shell grep -rl "mark\.judge" tests --include='test_*.py'))
JUDGED = $(BIN)/python -m pytest --numprocesses 3 --dist worksteal -m "judge and not soak" $(JUDGES) $(ALONE:%=--ignore=%)
JUDGED_ALONE = $(BIN)/python -m pytest -m judge $(ALONE)

# Other programs judge: nginx, an office suite, the W3C's HTML checker, axe in every condition, Lighthouse.
judges: $(VENV)/judges-ready
	tools/install_judges.sh
	tools/install_pango.sh
	$(BIN)/python tools/find_browser.py --install
	tools/in_memory.sh sh -ec '$(JUDGED); $(JUDGED_ALONE)'  # both read the same sites

# Long runs: many builds, publications and kills. An hour and more.
soak: $(VENV)/test-ready
	$(PYTEST) -s -m soak tests/soak tests/links/test_runs.py tests/unit/workbook tests/unit/drafts \
		tests/judges/test_workbook_office.py

# SIZES=100 is the short form; BASE is the revision that it is compared with.
SIZES ?= 100 1000 5000
ROUNDS ?= 3
BASE ?= 878d62e4
bench: $(VENV)/site-ready
	$(BIN)/python tools/bench.py --sizes $(SIZES) --rounds $(ROUNDS) --base "$(BASE)"

clean:
	git clean -fdXq content
	rm -rf $(VENV) site .prongsai
