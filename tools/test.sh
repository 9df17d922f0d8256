# Builds and passes every test; the closing lines of each runner and a table of seconds a stage are printed.
# `test STAGE…` runs only those (after building what they need).

takes_only "lint format types tools native parity fuzz web" "$@"
wanted=("$@")
set --
source "$TOOLS/setup.sh" --for-tests
source "$TOOLS/site.sh"
source "$TOOLS/pictures.sh"
# shellcheck source=tools/pen.sh
source "$TOOLS/pen.sh"
source "$CACHE/toolchain.env"
cd "$MEANDER_ROOT"

stage_names=() stage_seconds=() stage_results=()
stage() {  # NAME COMMAND…
  local name="$1" begun=$SECONDS result=passed; shift
  [ ${#wanted[@]} -eq 0 ] || [[ " ${wanted[*]} " == *" $name "* ]] || return 0
  say ""; say "== $name"
  "$@" || result=FAILED
  stage_names+=("$name"); stage_seconds+=($((SECONDS - begun))); stage_results+=("$result")
}

# Runs a command with its output in a log: its closing lines when it passes, much more when it fails.
closing() {  # LINES LOG COMMAND…
  local lines="$1" log="$CACHE/logs/$2.log"; shift 2
  mkdir -p "$CACHE/logs"
  if "$@" >"$log" 2>&1; then tail -n "$lines" "$log"; else grep -nE '^not ok|FAILED|error:|Error:' "$log" | head -n 40; tail -n 80 "$log"; return 1; fi
}
node_tests() {  # LOG CONCURRENCY FILES…
  local log="$1" concurrency="$2"; shift 2
  closing 9 "$log" node --test --test-reporter=spec --test-concurrency="$concurrency" "$@"
}

sanitized() {
  cmake -S . -B "$BUILD/asan" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1" -DMEANDER_SANITIZE=ON >"$CACHE/logs/asan-configure.log" 2>&1 &&
    closing 1 asan-build ninja -C "$BUILD/asan" -j "$JOBS" meander_tests &&
    closing 4 ctest ctest --test-dir "$BUILD/asan" --output-on-failure -j "$JOBS"
}
parity() {
  closing 1 native-parity ninja -C "$BUILD/native" -j "$JOBS" parity_native inside_parity sounds_parity pictures_parity pictures_wing_parity drawings_wing_parity pen_parity &&
    closing 1 web-parity ninja -C "$BUILD/web" -j "$JOBS" parity_web sounds_parity_web pictures_parity_web pen_parity_web &&
    node_tests parity 2 tests/parity/*.test.mjs
}
fuzz() {
  cmake -S . -B "$BUILD/fuzz" -G Ninja -DCMAKE_C_COMPILER=clang-16 -DCMAKE_CXX_COMPILER=clang++-16 -DCMAKE_BUILD_TYPE=Release -DMEANDER_FUZZ=ON >"$CACHE/logs/fuzz-configure.log" 2>&1 &&
    closing 1 fuzz-build ninja -C "$BUILD/fuzz" -j "$JOBS" meander_fuzzers || return 1
  local fuzzer
  for fuzzer in "$BUILD"/fuzz/tests/fuzz/*_fuzz; do
    closing 1 "$(basename "$fuzzer")" "$fuzzer" -runs="${FUZZ_RUNS:-20000}" -seed=1 -max_len=4096 -timeout=10 -rss_limit_mb=2048 || return 1
  done
}
# What the command line says of sounds needs their pack.
tools() {
  closing 2 pack-sounds "$MEANDER_ROOT/meander" pack sounds &&
    node_tests tools 2 tests/tools/*.test.mjs tests/unit/host-js/*.test.mjs
}
types() { closing 3 types node node_modules/typescript/bin/tsc --noEmit -p "$MEANDER_ROOT/jsconfig.json" && say "types: no complaints"; }
in_shape() { "$MEANDER_ROOT/meander" format --check && say "format: no complaints"; }
browsers() { closing 9 web xvfb-run -a bash "$TOOLS/browser_tests.sh" "$CACHE/logs/web"; }

stage lint node_tests lint 2 tests/lint/*.test.mjs
stage format in_shape
stage types types
stage tools tools
stage native sanitized
stage parity parity
stage fuzz fuzz
stage web browsers

say ""
failures=0
for i in "${!stage_names[@]}"; do
  printf '%-10s %6d s  %s\n' "${stage_names[$i]}" "${stage_seconds[$i]}" "${stage_results[$i]}"
  [ "${stage_results[$i]}" = passed ] || failures=$((failures + 1))
done
printf '%d passed, %d failed\n' $((${#stage_names[@]} - failures)) "$failures"
[ "$failures" -eq 0 ] || exit 1
