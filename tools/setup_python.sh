# The project's own Python: a virtual environment with hash-pinned wheels.

python_state="$(state_of tools/requirements.txt)-$(python3 -V | tr ' ' -)"
complain_of_pip() {  # STEP: one sentence for what pip says in many
  local log="$CACHE/logs/$1.log" why="is there a network?"
  if grep -q 'DO NOT MATCH THE HASHES' "$log"; then why="a file arrived with another sha256 than the pinned one, and nothing of it was used."; fi
  if grep -q 'No space left' "$log" || [ "$(free_mb "$CACHE")" -lt 100 ]; then why="the disk is full."; fi
  say "meander: the Python packages could not be fetched; $why Details are in $log."
  return 1
}
# A virtual environment made beside and swapped in; it works from another folder as long as its python is
# called by path. pip's own temporary files stay in it, where there is room and where they are counted.
make_venv() {  # NAME REQUIREMENTS STATE
  local partial="$CACHE/$1.partial"
  rm -rf "$partial" && python3 -m venv "$partial" && mkdir -p "$partial/tmp" || return 1
  TMPDIR="$partial/tmp" "$partial/bin/python" -m pip install --quiet --disable-pip-version-check --no-cache-dir \
    --require-hashes --only-binary :all: -r "$2" || complain_of_pip "$1" || return 1
  rm -rf "$partial/tmp" "${CACHE:?}/$1" && mv "$partial" "$CACHE/$1" || return 1
  stamp "$CACHE/stamps/$1" "$3"
}
is_stamped "$CACHE/stamps/python" "$python_state" && [ -x "$PYTHON" ] ||
  step_mb=450 step_grows="$CACHE/python.partial" step python make_venv python "$TOOLS/requirements.txt" "$python_state"
case " $* " in *" --for-bench "*)
  bench_state="$(state_of bench/requirements.txt)-$(python3 -V | tr ' ' -)"
  is_stamped "$CACHE/stamps/python-bench" "$bench_state" && [ -x "$CACHE/python-bench/bin/python" ] ||
    step_mb=2500 step_grows="$CACHE/python-bench.partial" step python-bench make_venv python-bench "$MEANDER_ROOT/bench/requirements.txt" "$bench_state" ;;
esac
