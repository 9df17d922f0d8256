# An author's hand-over of one figure: the native tool writes the folder, then the one file that works by
# itself is put together from the built site.

native_tool="$BUILD/native/src/cli/meander-cli"
for word in "$@"; do
  case "$word" in --) break ;; --help|-h) source "$TOOLS/help.sh" figure; exit ;; esac
done
if [ ! -x "$native_tool" ] || ! is_stamped "$BUILD/native.stamp" "$(state_of_build)"; then
  source "$TOOLS/build.sh" --native
fi
figure_out="" figure_next=""
for word in "$@"; do
  [ "$figure_next" != out ] || figure_out="$word"
  [ "$word" = --out ] && figure_next=out || figure_next=""
done
figure_parts=$(mktemp -d "${TMPDIR:-/tmp}/meander-figure.XXXXXX") || fail "no folder for what is in between could be made."
trap 'rm -rf "$figure_parts"' EXIT
trap - ERR
"$native_tool" figure "$@" --parts "$figure_parts" || exit $?
if [ -e "$MEANDER_ROOT/dist/index.html" ]; then
  node "$TOOLS/figure_single.mjs" --dist "$MEANDER_ROOT/dist" --parts "$figure_parts" --figure "$figure_out" || exit 1
else
  say "figure-single.html was left out: it is made from dist/, which ./meander site writes."
fi
