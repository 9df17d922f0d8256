# The project's own Python: a virtual environment with hash-pinned wheels, made beside and swapped in.

python_state="$(state_of tools/requirements.txt)-$(python3 -V | tr ' ' -)"
make_python() {
  rm -rf "$CACHE/python.partial"
  python3 -m venv "$CACHE/python.partial"
  "$CACHE/python.partial/bin/python" -m pip install --quiet --disable-pip-version-check --no-cache-dir \
    --require-hashes --only-binary :all: -r "$TOOLS/requirements.txt" || return 1
  rm -rf "$CACHE/python"
  # A virtual environment works from another folder as long as its python is called by path.
  mv "$CACHE/python.partial" "$CACHE/python"
  stamp "$CACHE/stamps/python" "$python_state"
}
is_stamped "$CACHE/stamps/python" "$python_state" && [ -x "$PYTHON" ] || step python make_python
case " $* " in *" --for-bench "*)
  bench_state="$(state_of bench/requirements.txt)-$(python3 -V | tr ' ' -)"
  make_bench_python() {
    rm -rf "$CACHE/python-bench.partial"
    python3 -m venv "$CACHE/python-bench.partial"
    "$CACHE/python-bench.partial/bin/python" -m pip install --quiet --disable-pip-version-check --no-cache-dir \
      --require-hashes --only-binary :all: -r "$MEANDER_ROOT/bench/requirements.txt" || return 1
    rm -rf "$CACHE/python-bench" && mv "$CACHE/python-bench.partial" "$CACHE/python-bench"
    stamp "$CACHE/stamps/python-bench" "$bench_state"
  }
  is_stamped "$CACHE/stamps/python-bench" "$bench_state" || step python-bench make_bench_python ;;
esac
