# Compiles the native tool and the two wasm modules; sets up first. Ninja decides what is out of date.

build_wish="$*"
source "$TOOLS/setup.sh"
build_native() { cmake -S "$MEANDER_ROOT" -B "$BUILD/native" -G Ninja -DCMAKE_BUILD_TYPE=Release && ninja -C "$BUILD/native" -j "$JOBS" meander-cli; }
build_web() {
  # shellcheck disable=SC1091
  source "$CACHE/toolchain.env"
  cmake -S "$MEANDER_ROOT" -B "$BUILD/web" -G Ninja -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_TOOLCHAIN_FILE="$MEANDER_ROOT/emscripten.cmake" && ninja -C "$BUILD/web" -j "$JOBS" app_web engine_web
}
# Nothing to do is found out in milliseconds, without asking CMake.
build_state="$(cd "$MEANDER_ROOT" && find CMakeLists.txt emscripten.cmake src shaders data/design web/words.json web/glue tools/*.py -type f -printf '%p %s %T@\n' | sort | sha256sum | cut -c1-16)"
case " $build_wish " in *" --native "*) build_what=native ;; *) build_what=all ;; esac
if ! is_stamped "$BUILD/native.stamp" "$build_state" || [ ! -x "$BUILD/native/src/cli/meander-cli" ]; then
  step build-native build_native
  stamp "$BUILD/native.stamp" "$build_state"
fi
if [ $build_what = all ] && ! is_stamped "$BUILD/web.stamp" "$build_state"; then
  step build-web build_web
  stamp "$BUILD/web.stamp" "$build_state"
fi
model_state="$tensors_state-$(state_of src/make/model.cpp src/net/model_layout.h src/pack/format.cpp)"
make_model() {
  "$BUILD/native/src/cli/meander-cli" pack --model "$CACHE/tensors" "$CACHE/model" || return 1
  stamp "$CACHE/stamps/model" "$model_state"
}
is_stamped "$CACHE/stamps/model" "$model_state" && [ -d "$CACHE/model" ] || step encoder-weights make_model
