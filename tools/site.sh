# Writes dist/: builds, makes the packs of the explorers that exist, and lays the static folder out.

[ "$verb" != site ] || takes_only "--games" "$@"
lines_recipe=sentences lines_wanted=""
[ "$verb" != site ] || [ "${1:-}" != --games ] || lines_recipe=sentences-games lines_wanted=games
source "$TOOLS/build.sh" --all
source "$TOOLS/packs.sh"
for room in $(rooms); do make_pack "$room"; done
lay_out
