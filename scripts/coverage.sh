#!/usr/bin/env bash
# Count which lines and branches the tests without a browser pass, and fail under the share in pyproject.toml.
# Apart from ./check, since counting takes as long again as the tests themselves.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

. scripts/set-up.sh
set_up dev
. .venv/bin/activate
exec python -m pytest -n auto --dist worksteal -m "not browser" --cov --cov-report=term "$@"
