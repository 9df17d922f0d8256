# The project's own Python: a virtual environment with hash-pinned wheels, made beside and swapped in.

python_state="$(state_of tools/requirements.txt)-$(python3 -V | tr ' ' -)"
complain_of_pip() {  # STEP: one sentence for what pip says in many
  local log="$CACHE/logs/$1.log" why="is there a network?"
  if grep -q 'DO NOT MATCH THE HASHES' "$log"; then why="a file arrived with another sha256 than the pinned one, and nothing of it was used."; fi
  if grep -q 'No space left' "$log"; then why="the disk is full."; fi
  say "meander: the Python packages could not be fetched; $why Details are in $log."
  return 1
}
make_python() {
  rm -rf "$CACHE/python.partial" && python3 -m venv "$CACHE/python.partial" || return 1
  "$CACHE/python.partial/bin/python" -m pip install --quiet --disable-pip-version-check --no-cache-dir \
    --require-hashes --only-binary :all: -r "$TOOLS/requirements.txt" || complain_of_pip python || return 1
  # A virtual environment works from another folder as long as its python is called by path.
  rm -rf "$CACHE/python" && mv "$CACHE/python.partial" "$CACHE/python" || return 1
  stamp "$CACHE/stamps/python" "$python_state"
}
is_stamped "$CACHE/stamps/python" "$python_state" && [ -x "$PYTHON" ] ||
  step_mb=380 step_grows="$CACHE/python.partial" step python make_python
case " $* " in *" --for-bench "*)
  bench_state="$(state_of bench/requirements.txt)-$(python3 -V | tr ' ' -)"
  make_bench_python() {
    rm -rf "$CACHE/python-bench.partial" && python3 -m venv "$CACHE/python-bench.partial" || return 1
    "$CACHE/python-bench.partial/bin/python" -m pip install --quiet --disable-pip-version-check --no-cache-dir \
      --require-hashes --only-binary :all: -r "$MEANDER_ROOT/bench/requirements.txt" || complain_of_pip python-bench || return 1
    rm -rf "$CACHE/python-bench" && mv "$CACHE/python-bench.partial" "$CACHE/python-bench" || return 1
    stamp "$CACHE/stamps/python-bench" "$bench_state"
  }
  is_stamped "$CACHE/stamps/python-bench" "$bench_state" || step python-bench make_bench_python ;;
esac
