#!/usr/bin/env bash
# Renew what development stands on: the newest releases that pyproject.toml allows, for every
# system and every Python from 3.11. The wheel keeps its ranges. It needs uv.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export UV_PYTHON_DOWNLOADS=never
exec uv pip compile pyproject.toml --group dev --all-extras --universal --python-version 3.11 \
  --upgrade --no-annotate --no-header --no-emit-index-url --quiet -o scripts/constraints.txt "$@"
