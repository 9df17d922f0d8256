# Compiles the native tool and the wasm modules; sets up first. Ninja decides what is out of date.

[ "$verb" != build ] || takes_only "--native" "$@"
case " $* " in *" --native "*) build_what=native ;; *) build_what=all ;; esac
source "$TOOLS/setup.sh"
mkdir -p "$BUILD" 2>/dev/null || fail "nothing can be written in $MEANDER_ROOT; please copy the project to a folder of your own."
lock "$BUILD/lock" 8 build
# Folders that were configured for another place of the project, cache or compiler are begun again.
build_place="$MEANDER_ROOT $CACHE $(cat "$CACHE/toolchain.env")"
is_stamped "$BUILD/place.stamp" "$build_place" ||
  { rm -rf "$BUILD/native" "$BUILD/web" "$BUILD/asan" "$BUILD/fuzz" "$BUILD"/{native,web}.stamp; stamp "$BUILD/place.stamp" "$build_place"; }
build_native() { cmake -S "$MEANDER_ROOT" -B "$BUILD/native" -G Ninja -DCMAKE_BUILD_TYPE=Release && ninja -C "$BUILD/native" -j "$JOBS" meander-cli; }
build_web() {
  # shellcheck disable=SC1091
  source "$CACHE/toolchain.env"
  cmake -S "$MEANDER_ROOT" -B "$BUILD/web" -G Ninja -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_TOOLCHAIN_FILE="$MEANDER_ROOT/emscripten.cmake" && ninja -C "$BUILD/web" -j "$JOBS" app_web engine_web engine_inside_web engine_pictures_web engine_drawings_web
}
# Nothing to do is found out in milliseconds, without asking CMake.
build_state="$(state_of_build)"
if ! is_stamped "$BUILD/native.stamp" "$build_state" || [ ! -x "$BUILD/native/src/cli/meander-cli" ]; then
  step build-native build_native
  stamp "$BUILD/native.stamp" "$build_state"
fi
if [ $build_what = all ] && ! { is_stamped "$BUILD/web.stamp" "$build_state" && [ -e "$BUILD/web/src/app/app_ideas.wasm" ] && [ -e "$BUILD/web/src/engine/engine.wasm" ] && [ -e "$BUILD/web/src/engine/engine_inside.wasm" ] && [ -e "$BUILD/web/src/engine/engine_pictures.wasm" ] && [ -e "$BUILD/web/src/engine/engine_drawings.wasm" ]; }; then
  step build-web build_web
  stamp "$BUILD/web.stamp" "$build_state"
fi
model_state="$tensors_state-$(state_of src/make/model.cpp src/make/tensor_file.cpp src/net/model_layout.h src/pack/format.cpp)"
make_model() {
  "$BUILD/native/src/cli/meander-cli" pack --model "$CACHE/tensors" "$CACHE/model" || return 1
  stamp "$CACHE/stamps/model" "$model_state"
}
is_stamped "$CACHE/stamps/model" "$model_state" && [ -d "$CACHE/model" ] || step encoder-weights make_model
unlock 8
