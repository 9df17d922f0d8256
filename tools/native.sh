# The verbs of the native command line, built first when a source has changed.

native_tool="$BUILD/native/src/cli/meander-cli"
native_arguments=("$@")
for word in "${@:2}"; do
  case "$word" in --) break ;; --help|-h) source "$TOOLS/help.sh" "$1"; exit ;; esac
done
if [ ! -x "$native_tool" ] || ! is_stamped "$BUILD/native.stamp" "$(state_of_build)"; then
  source "$TOOLS/build.sh" --native
fi
# Packs of lines are made from texts of their own.
if [ "$1" = pack ] && grep -qs '"kind": "lines"' "${2:-}" "$MEANDER_ROOT/data/recipes/${2:-}.json"; then
  lines_wanted=""
  ! grep -qs lines-endless-sky "$2" "$MEANDER_ROOT/data/recipes/$2.json" || lines_wanted=games
  source "$TOOLS/setup_lines.sh"
fi
# So are packs of sounds.
if [ "$1" = pack ] && grep -qs '"kind": "sounds"' "${2:-}" "$MEANDER_ROOT/data/recipes/${2:-}.json"; then
  sounds_wanted=""
  ! grep -qs '"megaglest-data"' "$2" "$MEANDER_ROOT/data/recipes/$2.json" || sounds_wanted=full
  source "$TOOLS/setup_sounds.sh"
fi
# So are packs of photos.
if [ "$1" = pack ] && grep -qs '"kind": "photos"' "${2:-}" "$MEANDER_ROOT/data/recipes/${2:-}.json"; then
  source "$TOOLS/pictures.sh"
fi
# What looks at a picture is fetched the first time somebody asks it.
case "$1" in see|icons) [ "$1 $#" = "see 1" ] || source "$TOOLS/pictures.sh" ;; esac
[ "$1" != draw ] || [ $# -lt 2 ] || source "$TOOLS/pen.sh"
exec "$native_tool" "${native_arguments[@]}"
