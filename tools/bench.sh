# Compares with peers, each comparison in one interleaved run, printed as ratios. bench NAME runs one.

wanted="${1:-}"
bench_arguments=("${@:2}")  # what a comparison itself takes, such as --pairs FILE.jsonl
[ -z "$wanted" ] || [ -e "$MEANDER_ROOT/bench/$wanted.bench.mjs" ] || misuse "there is no comparison \"$wanted\"; bench/ holds: $(cd "$MEANDER_ROOT/bench" && echo *.bench.mjs | sed 's/\.bench\.mjs//g')."
set --
source "$TOOLS/setup.sh" --for-bench
# What asks no page needs none.
if [ "$wanted" = captum ]; then source "$TOOLS/build.sh" --native; else source "$TOOLS/site.sh"; fi
if [ -z "$wanted" ] || [ "$wanted" = captum ]; then source "$TOOLS/setup_captum.sh"; fi
if [ -z "$wanted" ] || [ "$wanted" = pictures ] || [ "$wanted" = captum ]; then source "$TOOLS/pictures.sh"; fi
if [ -z "$wanted" ] || [ "$wanted" = pen ]; then source "$TOOLS/pen.sh"; fi
cd "$MEANDER_ROOT"
for comparison in bench/*.bench.mjs; do
  name=$(basename "$comparison" .bench.mjs)
  [ -z "$wanted" ] || [ "$wanted" = "$name" ] || continue
  say "— $name —"
  node "$comparison" "${bench_arguments[@]}" || fail "the comparison \"$name\" did not finish."
done
