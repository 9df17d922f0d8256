# Sourced by every step: where things are, how to speak and how to fail. One sentence on stderr and an
# exit code that is not 0; stdout belongs to answers.

TOOLS="$MEANDER_ROOT/tools"
CACHE="${MEANDER_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/meander}"
export MEANDER_CACHE="$CACHE"
BUILD="$MEANDER_ROOT/build"
PYTHON="$CACHE/python/bin/python"
JOBS="$(nproc 2>/dev/null || echo 2)"
# Another checkout of the same sources finds the same compiled files.
export CCACHE_BASEDIR="$MEANDER_ROOT" CCACHE_NOHASHDIR=1

say() { printf '%s\n' "$*" >&2; }
fail() { say "meander: $*"; exit 1; }
# Nothing stops in silence: whatever ends a step that nobody looked at is named.
trap 'say "meander: stopped by \"${BASH_COMMAND%%$'"'"'\n'"'"'*}\" (line $LINENO of $(basename "${BASH_SOURCE[0]}"))."' ERR

# step NAME COMMAND…: runs it with its output in a log, says what it does and how long it took, and shows
# the log's end when it fails. Ctrl-C leaves nothing half done: every step writes elsewhere and renames.
step() {
  local name="$1"; shift
  local log="$CACHE/logs/$name.log" begun=$SECONDS
  mkdir -p "$CACHE/logs"
  say "$(printf '%-28s' "$name") …"
  if ! "$@" >"$log" 2> >(tee -a "$log" | grep --line-buffered '^meander: \|^  ' >&2); then
    tail -n 15 "$log" >&2
    fail "the step \"$name\" did not finish; its whole output is in $log."
  fi
  local took=$((SECONDS - begun))
  [ "$took" -lt 2 ] || say "$(printf '%-28s' "$name") ${took} s"
}

# need TOOL PACKAGE: remembers what is missing, so that one line can name all of it.
missing_packages=()
need() { command -v "$1" >/dev/null 2>&1 || missing_packages+=("$2"); }
need_file() { [ -e "$1" ] || missing_packages+=("$2"); }

# Installs what need() found missing, or says the one line that would.
install_missing() {
  [ ${#missing_packages[@]} -eq 0 ] && return 0
  local line="apt-get install -y --no-install-recommends ${missing_packages[*]}"
  command -v apt-get >/dev/null 2>&1 || fail "please install these with your package manager first: ${missing_packages[*]}."
  if [ "$(id -u)" -ne 0 ]; then fail "some system packages are missing. Please run: sudo $line"; fi
  say "Installing from Debian: ${missing_packages[*]}"
  local log="$CACHE/logs/apt.log"
  mkdir -p "$CACHE/logs"
  { DEBIAN_FRONTEND=noninteractive apt-get update -q && DEBIAN_FRONTEND=noninteractive $line; } >"$log" 2>&1 ||
    { tail -n 5 "$log" >&2; fail "the system packages could not be installed; is there a network? Details: $log"; }
  dpkg-query -W -f '${Package} ${Version}\n' "${missing_packages[@]}" >>"$CACHE/debian-packages.txt" 2>/dev/null || true
  missing_packages=()
}

# Room on the disk before anything large is begun.
need_room() {
  mkdir -p "$CACHE" 2>/dev/null || fail "the folder $CACHE cannot be made; set MEANDER_CACHE to one that can."
  local free_mb; free_mb=$(df -Pm "$CACHE" | awk 'NR==2{print $4}')
  [ "$free_mb" -ge "$1" ] || fail "the disk is nearly full: $1 MB are needed below $CACHE, $free_mb MB are free."
}

# A name for the state of some files: changes when any of them does.
state_of() { (cd "$MEANDER_ROOT" && { cat -- "$@" 2>/dev/null || true; } | sha256sum | cut -c1-16); }
is_stamped() { [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }
stamp() { mkdir -p "$(dirname "$1")"; printf '%s' "$2" >"$1.partial" && mv "$1.partial" "$1"; }
