# What every script begins with: strict shell, the workspace as current folder, the tools' places.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

VENV=$PWD/.venv
# One interpreter for every build: pyo3 is compiled again whenever it changes.
export PYO3_PYTHON=$VENV/bin/python

# Whether a command exists.
has() { command -v "$1" >/dev/null 2>&1; }

# Installs packages of the Debian or Ubuntu release; its lists are fetched once per set-up.
apt_install() {
  local sudo=()
  has apt-get || { echo "install by hand, since there is no apt-get here: $*" >&2; return 1; }
  if [ "$(id -u)" -ne 0 ]; then
    has sudo || { echo "install as root: apt-get install $*" >&2; return 1; }
    sudo=(sudo)
  fi
  if [ -z "${APT_UPDATED:-}" ]; then
    "${sudo[@]}" apt-get update -qq
    APT_UPDATED=yes
  fi
  echo "installing $*"
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "$@" >/dev/null
}

# Whether a file still has the content that was noted after the last set-up from it.
unchanged() { [ -f "$2" ] && [ "$(cat "$2")" = "$(sha256sum <"$1")" ]; }
note() { sha256sum <"$1" >"$2"; }
