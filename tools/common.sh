# Sourced by every step: where things are, how to speak and how to fail. One sentence on stderr and an
# exit code that is not 0; stdout belongs to answers.

# A stream that the caller closed would be taken by the first file that is opened.
{ : >&0; } 2>/dev/null || exec 0</dev/null
{ : >&1; } 2>/dev/null || exec 1</dev/null  # an answer that nobody can get fails
{ : >&2; } || exec 2>/dev/null

say() { printf '%s\n' "$*" >&2 || true; }
fail() { say "meander: $*"; exit 1; }
misuse() { say "meander: $*"; exit 2; }
# Nothing stops in silence: whatever ends a step that nobody looked at is named.
trap 'say "meander: stopped by \"${BASH_COMMAND%%$'"'"'\n'"'"'*}\" (line $LINENO of $(basename "${BASH_SOURCE[0]:-$0}"))."' ERR

exec 7>&2  # inside a step, stderr is its log
trap 'printf "\nStopped; what was finished is kept.\n" >&7; exit 130' INT

[ -n "${MEANDER_CACHE:-}${XDG_CACHE_HOME:-}${HOME:-}" ] || fail "HOME is not set; please set it, or MEANDER_CACHE to a folder for what is fetched."
TOOLS="$MEANDER_ROOT/tools"
CACHE="${MEANDER_CACHE:-${XDG_CACHE_HOME:-${HOME:-}/.cache}/meander}"
case "$CACHE" in /*) ;; *) CACHE="$PWD/$CACHE" ;; esac
export MEANDER_CACHE="$CACHE"
BUILD="$MEANDER_ROOT/build"
PYTHON="$CACHE/python/bin/python"
JOBS="$(nproc 2>/dev/null || echo 2)"
# Another checkout of the same sources finds the same compiled files.
export CCACHE_BASEDIR="$MEANDER_ROOT" CCACHE_NOHASHDIR=1

# takes_only "WORD…" "$@": what a verb does not understand is said, not ignored.
takes_only() {
  local known=" $1 " word; shift
  for word in "$@"; do
    [[ -n "$word" && "$known" == *" $word "* ]] || misuse "\"$word\" is not understood; ./meander $verb --help says what is."
  done
}

# step NAME COMMAND…: runs it with its output in a log, says what it does, how far it is and how long it
# took. When it fails: its own sentence, or the log's end and where the log is. Ctrl-C leaves nothing half
# done: every step writes elsewhere and renames. Before it, step_mb=… tells how much room it needs and
# step_grows=… (a folder a line) what grows by so much meanwhile; what a stopped try left there goes first.
step() {
  local name="$1" begun=$SECONDS log="$CACHE/logs/$1.log" sentence watcher result=0; shift
  local -a grows=()
  [ -z "${step_grows:-}" ] || { mapfile -t grows <<<"$step_grows"; rm -rf "${grows[@]}"; }
  need_room "$CACHE" "${step_mb:-50}"
  mkdir -p "$CACHE/logs" && : >"$log" || fail "nothing can be written below $CACHE."
  say "$(printf '%-28s' "$name") …"
  watch_step "$name" "$log" & watcher=$!
  "$@" >"$log" 2>&1 || result=$?
  kill "$watcher" 2>/dev/null || true
  wait "$watcher" 2>/dev/null || true
  if [ "$result" -ne 0 ]; then
    need_room "$CACHE" 10
    sentence=$(grep '^meander: ' "$log" | tail -n 1) || tail -n 15 "$log" >&2
    [ -z "$sentence" ] || { say "$sentence"; exit 1; }
    fail "the step \"$name\" did not finish; its whole output is in $log."
  fi
  local took=$((SECONDS - begun))
  [ "$took" -lt 2 ] || say "$(printf '%-28s' "$name") ${took} s"
}

# The last line of a log's end that begins so; nothing where none does.
last_told() { tail -c 4000 "$2" 2>/dev/null | grep -aE "^($1)" | tail -n 1 || true; }

# How far a step is, told by its log or by what it writes; a line at least every tenth. It ends by itself
# when the set-up was killed.
watch_step() {
  exec 8>&- 9>&-
  local name="$1" log="$2" begun=$SECONDS told=-1 said="" done_count all unit line share spent
  while sleep 1 && kill -0 $$ 2>/dev/null; do
    spent=$((SECONDS - begun))
    [ "$spent" -ge 2 ] || continue
    line=$(last_told '\[[0-9]+/[0-9]+\]|  [a-z].* left$' "$log")
    all=0
    case "$line" in
      "  "*) [ "$line" = "$said" ] || say "$line"; said="$line" ;;  # it tells by itself
      "["*) [ "$name" = debian-packages ] && unit=steps || unit=files
           all="${line#*/}" all="${all%%]*}" done_count="${line#[}" done_count="${done_count%%/*}" ;;
      *) [ ${#grows[@]} -eq 0 ] || unit="MB" all="$step_mb" done_count=$( { du -scm "${grows[@]}" 2>/dev/null || true; } | tail -n 1 | cut -f1) ;;
    esac
    [ "$all" -gt 0 ] && [ "$done_count" -gt 0 ] && [ "$done_count" -le "$all" ] || continue
    share=$((done_count * 100 / all))
    [ "$share" -ge 3 ] || continue  # too early to say
    [ $((share / 10)) -gt "$told" ] || continue
    told=$((share / 10))
    say "  $name: $done_count of $all $unit, $((spent * (100 - share) / (share > 0 ? share : 1))) s left"
  done
}

# Where this machine gets Debian's packages.
debian_mirror() {
  local uri
  uri=$({ grep -hs '^URIs:' /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list.d/*.sources | awk '{print $2}'
          grep -hs '^deb ' /etc/apt/sources.list | sed 's/\[[^]]*\]//' | awk '{print $2}'; } | grep '^http.*/debian/\?$' | head -n 1) || true
  printf '%s' "${uri:-http://deb.debian.org/debian}"
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
  [ "$(id -u)" -eq 0 ] || fail "some system packages are missing; please run: sudo $line"
  say "Installing from Debian: ${missing_packages[*]}"
  step debian-packages install_packages
  missing_packages=()
}
install_packages() {
  export DEBIAN_FRONTEND=noninteractive
  # NINJA-like counts, so that the watcher sees them: every package is fetched, unpacked and set up.
  { apt-get update -q && apt-get install -y -q --no-install-recommends "${missing_packages[@]}"; } 2>&1 | count_packages ||
    { say "meander: the system packages could not be installed; is there a network? Details are in $CACHE/logs/debian-packages.log."; return 1; }
  dpkg-query -W -f '${Package} ${Version}\n' "${missing_packages[@]}" >>"$CACHE/debian-packages.txt" 2>/dev/null || true
}
count_packages() {
  awk '/ newly installed/ { all = 3 * ($1 + $3) } { print } all && /^(Get:|Unpacking |Setting up )/ { if (++n <= all) print "[" n "/" all "]"; fflush() }'
}

# need_room FOLDER MB: before anything large is begun.
free_mb() { df -Pm "$1" | awk 'NR==2{print $4}'; }
need_room() {
  mkdir -p "$1" 2>/dev/null || fail "the folder $1 cannot be made; set MEANDER_CACHE to one that can."
  local free; free=$(free_mb "$1")
  [ "$free" -ge "$2" ] || fail "the disk is full: $2 MB are needed below $1, $free MB are free."
}

# Only one set-up a cache and one build a checkout at a time; whoever comes second waits, and says how far
# the other one is.
lock_tells_s=10
lock() {  # FILE DESCRIPTOR WHAT
  { eval "exec $2>\"\$1\""; } 2>/dev/null || fail "nothing can be written in $(dirname "$1")."
  flock -n "$2" && return
  say "Another $3 is running; waiting for it."
  local begun=$SECONDS
  until flock -w "$lock_tells_s" "$2"; do say "  waited $((SECONDS - begun)) s; it is at$(newest_step)"; done
}
# The step whose log was written last, with what it counted.
newest_step() {
  local name count
  name=$(cd "$CACHE/logs" 2>/dev/null && ls -t -- *.log 2>/dev/null | head -n 1) || name=""
  [ -n "$name" ] || { printf ' its first step.'; return; }
  count=$(last_told '\[[0-9]+/[0-9]+\]' "$CACHE/logs/$name") count="${count%%]*}" count="${count#[}"
  printf ' %s%s.' "${name%.log}" "${count:+, ${count%/*} of ${count#*/}}"
}
unlock() { eval "exec $1>&-"; }

version_is_at_least() { [ -n "$1" ] && [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# A name for the state of some files: changes when any of them does.
state_of() { (cd "$MEANDER_ROOT" && { cat -- "$@" 2>/dev/null || true; } | sha256sum | cut -c1-16); }
# The same by size and time, for everything that is compiled.
state_of_build() {
  (cd "$MEANDER_ROOT" && find CMakeLists.txt emscripten.cmake src shaders data/design web/words.json web/glue tools/*.py \
    -type f -printf '%p %s %T@\n' | sort | sha256sum | cut -c1-16)
}
is_stamped() { [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }
stamp() { mkdir -p "$(dirname "$1")" && printf '%s' "$2" >"$1.partial" && mv "$1.partial" "$1"; }
