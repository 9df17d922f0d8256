# Any other verb goes to the native command line, built first when a source has changed.

native_tool="$BUILD/native/src/cli/meander-cli"
if [ ! -x "$native_tool" ] || [ ! -f "$BUILD/native.stamp" ] ||
    [ -n "$(find "$MEANDER_ROOT/src" "$MEANDER_ROOT/CMakeLists.txt" "$MEANDER_ROOT/web/words.json" -type f -newer "$BUILD/native.stamp" -print -quit)" ]; then
  native_arguments=("$@")
  source "$TOOLS/build.sh" --native
  set -- "${native_arguments[@]}"
fi
exec "$native_tool" "$@"
