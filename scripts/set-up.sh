# Set up this checkout: sourced by ./start and ./check, quick when there is nothing to do.
#
#   set_up [dev|team]     Python and npm packages in .venv and node_modules, static/vendor built;
#                         with `dev` also what the tests need, with `team` what a team server needs

python=""

say() {
  if [ -t 1 ]; then printf '\033[1m%s\033[0m\n' "$*"; else printf '%s\n' "$*"; fi
}

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Install Debian packages, asking for nothing.
install_packages() {
  command -v apt-get >/dev/null || fail "Please install: $* (or what they are called on this system), and try again."
  say "Installing $*"
  apt update -qq
  apt install -y -qq --no-install-recommends "$@"
}

# Run apt-get; while somebody else does, such as the system soon after it started, wait for them.
apt() {
  local root=() said until=$((SECONDS + 600))
  [ "$(id -u)" = 0 ] || root=(sudo)
  # Servers that a package starts have nothing to do with the lock on this checkout.
  until said="$(${root[@]+"${root[@]}"} env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get "$@" \
    </dev/null 2>&1 >/dev/null 9>&-)"; do
    case "$said" in *"Could not get lock"* | *"Unable to acquire"*) ;; *) fail "$said" ;; esac
    [ "$SECONDS" -lt "$until" ] || fail "$said"
    sleep 2
  done
}

find_python() {
  local name
  for name in python3.11 python3.12 python3.13 python3.14 python3; do
    if "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      python="$name"
      return
    fi
  done
  return 1
}

# Name the package of a browser for the tests, unless there is one: where the system has Chromium
# without a window, that one, as it opens a page in half the time.
missing_browser() {
  local name
  command -v chromium-headless-shell >/dev/null && return
  apt-cache show chromium-headless-shell >/dev/null 2>&1 && echo chromium-headless-shell && return
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && return
  done
  echo chromium
}

# Name the folder of PostgreSQL's own programs: Debian keeps them off the path.
postgresql_programs() {
  local initdb
  for initdb in /usr/lib/postgresql/*/bin/initdb "$(command -v initdb)"; do
    [ -x "$initdb" ] && dirname "$initdb" && return
  done
  return 0
}

set_up_system() {
  local missing=()
  find_python || missing+=(python3 python3-venv)
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  if [ "$1" = dev ]; then
    command -v dot >/dev/null || missing+=(graphviz)
    missing+=($(missing_browser))
  fi
  [ "$1" != dev ] && [ "$1" != team ] || [ -n "$(postgresql_programs)" ] || missing+=(postgresql)
  [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
  [ -n "$python" ] || find_python || fail "Please install Python 3.11 or newer, and try again."
}

# Run a command unless it has run since the files that it depends on changed.
once() {
  local stamp="$1" files="$2" now
  shift 2
  # shellcheck disable=SC2086 # a list of files
  now="$(cat $files | cksum)"
  [ "$(cat "$stamp" 2>/dev/null)" != "$now" ] || return 0
  "$@"
  printf '%s\n' "$now" >"$stamp"
}

# What was ended in the middle is begun anew: pip takes a package of which half is there for whole.
install_python() {
  say "Setting up Python in .venv"
  [ ! -e .venv/.unfinished ] || rm -rf .venv
  mkdir -p .venv
  : >.venv/.unfinished
  "$python" -m venv .venv
  .venv/bin/python -m pip install --quiet --upgrade "pip>=25.1"
  .venv/bin/python -m pip install --quiet --no-compile --constraint scripts/constraints.txt --editable "$@"
  # By all processors at once; a few files of packages are for other versions of Python.
  .venv/bin/python -m compileall -q -j 0 .venv/lib orgdesign >/dev/null 2>&1 || true
  rm .venv/.unfinished
}

fetch_packages() {
  say "Fetching fonts and scripts"
  npm ci --no-audit --no-fund --loglevel=error
}

build_vendor() {
  say "Building static/vendor"
  npm run --silent build
}

set_up_scripts() {
  once node_modules/.set-up "package.json package-lock.json" fetch_packages
  [ -d static/vendor ] || rm -f node_modules/.built
  once node_modules/.built "package-lock.json scripts/vendor.mjs $(echo static/js/*.js)" build_vendor
}

learn_examples() {
  say "Learning from the examples of the diagnosis"
  .venv/bin/python scripts/learn.py
}

set_up_examples() {
  local language=orgdesign/diagnosis/language
  [ -d "$language/learnt" ] || rm -f .venv/.learnt
  once .venv/.learnt "scripts/constraints.txt $(echo "$language"/*.py "$language"/*.toml "$language"/examples/*)" learn_examples
}

# Let nobody else set this checkout up until it is done, or until all that was started for it ended.
keep_others_out() {
  command -v flock >/dev/null || return 0
  exec 9<scripts
  flock -n 9 && return
  say "Waiting for another set-up of this folder"
  flock 9
}

set_up() {
  local wanted=(.)
  [ "${1-}" != dev ] || wanted=(".[team]" --group dev)
  [ "${1-}" != team ] || wanted=(".[team]")
  set_up_system "${1-}"
  keep_others_out
  rm -rf .import_linter_cache # it still knows modules that were renamed, and saves a second
  set_up_scripts & # while Python's packages come
  local scripts=$!
  .venv/bin/python -c '' 2>/dev/null || rm -f .venv/.set-up*
  once ".venv/.set-up${1+-$1}" "pyproject.toml scripts/constraints.txt scripts/set-up.sh" install_python "${wanted[@]}"
  [ "${1-}" = dev ] || set_up_examples # whoever develops learns beside what else the check does
  wait "$scripts"
  exec 9<&-
  .venv/bin/python -c 'import pygraphviz' 2>/dev/null || command -v dot >/dev/null ||
    install_packages graphviz
  [ "${1-}" != dev ] || .venv/bin/python -m playwright --version >/dev/null 2>&1 ||
    install_packages libatomic1
}
