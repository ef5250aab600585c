#!/usr/bin/env bash
# Runs the checks named (lint, tests), all of them even when one fails; the exit code is 0 when all went well.
# .cache/closing-line then holds pytest's last line, or "N passed, N failed" where something else failed.
set -uo pipefail
cd "$(dirname "$0")/.."

export PYTHONUTF8=1 QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
bin=.venv/bin
log=.cache/pytest.log
closing=.cache/closing-line
mkdir -p .cache
rm -f "$log" "$closing"
failed=()

step() {
    local name=$1
    shift
    echo "--- $name"
    "$@" || failed+=("$name")
}

lint() {
    step "ruff check" "$bin/ruff" check --quiet .
    step "ruff format" "$bin/ruff" format --check --quiet .
    step "mypy" "$bin/mypy"
    step "import contracts" "$bin/lint-imports"
}

# One worker a processor: the tests share nothing, and one of them waits for a process, a screen or a disk at any time.
run_pytest() { "$bin/python" -m pytest -n auto --cov --cov-report= 2>&1 | tee "$log"; }

coverage_report() { "$bin/python" -m coverage report; }

tests() {
    "$bin/python" -m coverage erase
    step "pytest" run_pytest
    step "branch coverage" coverage_report
}

for part in "$@"; do "$part"; done

if ((${#failed[@]})); then
    echo "--- not passed: $(printf '%s, ' "${failed[@]}" | sed 's/, $//')"
fi
if [[ " $* " == *" tests "* ]]; then
    last=$(tail -n 1 "$log" | sed 's/\x1b\[[0-9;]*m//g')
    if ((${#failed[@]})) && [[ $last != *failed* && $last != *error* ]]; then
        passed=$(grep -oE '[0-9]+ passed' <<<"$last" | grep -oE '[0-9]+' || echo 0)
        last="$passed passed, ${#failed[@]} failed"
    fi
    tee "$closing" <<<"$last"
fi
((${#failed[@]} == 0))
