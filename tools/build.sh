# Compiles the native tool and the wasm modules; sets up first. Ninja decides what is out of date. TOOL is what
# answers natively then. With --first, where nothing was ever built whole: what the first explorer needs and no
# more, so that its address need not wait for the other rooms' programs (later.sh builds those).

[ "$verb" != build ] || takes_only "--native" "$@"
case " $* " in *" --native "*) build_what=native ;; *" --first "*) build_what=first ;; *) build_what=all ;; esac
source "$TOOLS/setup.sh"
mkdir -p "$BUILD" 2>/dev/null || fail "nothing can be written in $MEANDER_ROOT; please copy the project to a folder of your own."
lock "$BUILD/lock" 8 build
# Folders that were configured for another place of the project, cache or compiler are begun again.
# Another version at the same place counts as another: it takes no headers that its forerunner has read.
build_place="$MEANDER_ROOT $CACHE $(cat "$CACHE/toolchain.env") $(
  # shellcheck disable=SC1091
  source "$CACHE/toolchain.env"; cat "$(dirname "${EMCC:-}")/emscripten-version.txt" "$CACHE/emscripten/versions.txt" 2>/dev/null || true)"
is_stamped "$BUILD/place.stamp" "$build_place" ||
  { rm -rf "$BUILD/native" "$BUILD/web" "$BUILD/asan" "$BUILD/fuzz" "$BUILD"/{native,web,first}.stamp; stamp "$BUILD/place.stamp" "$build_place"; }
build_native() {  # PROGRAM
  cmake -S "$MEANDER_ROOT" -B "$BUILD/native" -G Ninja -DCMAKE_BUILD_TYPE=Release && ninja -C "$BUILD/native" -j "$JOBS" "$1"
}
build_web() {  # MODULE…
  # shellcheck disable=SC1091
  source "$CACHE/toolchain.env"
  cmake -S "$MEANDER_ROOT" -B "$BUILD/web" -G Ninja -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_TOOLCHAIN_FILE="$MEANDER_ROOT/emscripten.cmake" && ninja -C "$BUILD/web" -j "$JOBS" "$@"
}
# Whether these were all built from the sources as they are.
are_built() {  # STAMP FILE…
  local file
  is_stamped "$BUILD/$1.stamp" "$build_state" || return 1; shift
  for file in "$@"; do [ -e "$BUILD/$file" ] || return 1; done
}
native_files=(native/src/cli/meander-cli)
web_files=(web/src/app/app_ideas.wasm web/src/engine/{engine,engine_inside,engine_pictures,engine_drawings}.wasm)
first_files=(native/src/cli/meander-first web/src/app/app_ideas.wasm web/src/engine/engine.wasm)
# Nothing to do is found out in milliseconds, without asking CMake.
build_state="$(state_of_build)"
# Stamps alone say that all was built once: a link that failed or was stopped leaves no program behind, and who
# has seen all rooms must not be sent back to one.
[ $build_what != first ] || [ ! -e "$BUILD/native.stamp" ] || [ ! -e "$BUILD/web.stamp" ] || build_what=all
TOOL="$BUILD/native/src/cli/meander-cli"
if [ $build_what = first ]; then
  TOOL="$BUILD/native/src/cli/meander-first"
  if ! are_built first "${first_files[@]}"; then
    step build-native-first build_native meander-first
    step build-web-first build_web app_ideas_web engine_web
    stamp "$BUILD/first.stamp" "$build_state"
  fi
elif ! are_built native "${native_files[@]}"; then
  step build-native build_native meander-cli
  stamp "$BUILD/native.stamp" "$build_state"
fi
if [ $build_what = all ] && ! are_built web "${web_files[@]}"; then
  step build-web build_web app_web engine_web engine_inside_web engine_pictures_web engine_drawings_web
  stamp "$BUILD/web.stamp" "$build_state"
fi
model_state="$tensors_state-$(state_of src/make/model.cpp src/make/tensor_file.cpp src/net/model_layout.h src/pack/format.cpp)"
make_model() {
  "$TOOL" pack --model "$CACHE/tensors" "$CACHE/model" || return 1
  stamp "$CACHE/stamps/model" "$model_state"
}
is_stamped "$CACHE/stamps/model" "$model_state" && [ -d "$CACHE/model" ] || step encoder-weights make_model
unlock 8
