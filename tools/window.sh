# The same program in a native window, its Page as plain text beside it.

source "$TOOLS/build.sh" --native
ninja -C "$BUILD/native" -j "$JOBS" meander-window >&2 || fail "the window could not be built."
[ -e "$BUILD/packs/wikipedia/pack.meander" ] || source "$TOOLS/site.sh"
exec "$BUILD/native/src/app/meander-window" "$@"
