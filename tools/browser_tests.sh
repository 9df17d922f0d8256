#!/usr/bin/env bash
# The browser tests, on a display: browser_tests.sh LOGS. Two files at a time, for a browser waits up to a third of its
# time; then one by one those whose browsers share the one screen, or that count what happens while nothing does. What
# failed beside another file is said and repeated alone: it passes only if it does so by itself.
set -uo pipefail
logs="$1"
alone=(embed_engines firefox manners webkit)
first=(embed_faults embed embed_messages)  # the longest, so that none is left over at the end

one() { node --test --test-reporter=spec --test-timeout=1800000 "tests/web/$1.test.mjs" >"$logs/$1.log" 2>&1; }
export -f one
export logs
rm -rf "$logs"
mkdir -p "$logs"

together=("${first[@]}")
for file in tests/web/*.test.mjs; do
  name="$(basename "$file" .test.mjs)"
  case " ${alone[*]} ${first[*]} " in *" $name "*) ;; *) together+=("$name") ;; esac
done
mapfile -t again < <(printf '%s\n' "${together[@]}" | xargs -P 2 -I{} bash -c 'one {} </dev/null || echo {}')
failed=()
for name in "${alone[@]}"; do one "$name" || failed+=("$name"); done
for name in "${again[@]}"; do
  echo "$name failed beside another file and is repeated alone; it had said:"
  grep -A 12 '^✖ failing tests' "$logs/$name.log"
  one "$name" || failed+=("$name")
done
for name in "${failed[@]}"; do
  echo "== $name"
  tail -n 60 "$logs/$name.log"
done
awk '/^ℹ (tests|pass|fail|skipped) /{sum[$2] += $3} END {for (what in sum) print what, sum[what]}' "$logs"/*.log
[ ${#again[@]} -eq 0 ] || echo "repeated alone, having failed beside another file: ${again[*]}"
[ ${#failed[@]} -eq 0 ]
