# What one does with a checkout. Everything runs in .venv, which the first target needed sets up.
PYTHON_OF_VENV := .venv/bin/python
# Arguments for the program: make run ARGS=--demo
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run test lint bench screenshots clean

help: ## List the targets.
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 22

run: ## Open Attach (ARGS=--demo opens it on made-up records).
	@.ci/setup.sh run
	@.venv/bin/attach-desktop $(ARGS)

test: ## Check style, types and import rules, run every test, and report branch coverage.
	@.ci/setup.sh dev
	@.ci/checks.sh lint tests

lint: ## Check style, types and import rules.
	@.ci/setup.sh dev
	@.ci/checks.sh lint

bench: ## Measure speed and memory; prints one JSON object.
	@.ci/setup.sh dev
	@$(PYTHON_OF_VENV) -m tests.benchmarks $(ARGS)

screenshots: ## Draw the screenshots in docs/ anew.
	@.ci/setup.sh dev
	@$(PYTHON_OF_VENV) -m tests.screenshots $(ARGS)

clean: ## Remove .venv and everything that was built or cached; records are kept elsewhere and stay.
	rm -rf .venv .cache build dist htmlcov .coverage .coverage.* *.egg-info
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find attach_desktop tests -name __pycache__ -type d -prune -exec rm -rf {} +
