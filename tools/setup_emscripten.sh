# An Emscripten of 3.1.60 or newer: the one on PATH or in EMSDK, else Debian 13's in a private folder of
# the cache, unpacked without touching the system and proven by a compiled, run program.

emcc_version() { { "$1" --version 2>/dev/null || true; } | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1 || true; }
write_toolchain_env() {  # FOLDER [CONFIG]
  local text=""
  [ -z "${2:-}" ] || printf -v text 'export EM_CONFIG=%q\nexport EMCC_SKIP_SANITY_CHECK=1\n' "$2"
  printf -v text '%sexport EMCC=%q EMXX=%q EMAR=%q EMRANLIB=%q' "$text" "$1/emcc" "$1/em++" "$1/emar" "$1/emranlib"
  is_stamped "$CACHE/toolchain.env" "$text" || stamp "$CACHE/toolchain.env" "$text"
}

emscripten_packages="emscripten clang-19 lld-19 llvm-19 libllvm19 libclang-cpp19 libclang-common-19-dev binaryen libc6
  libstdc++6 libgcc-s1 libz3-4 libzstd1 zlib1g libxml2 libedit2 libtinfo6 libbsd0 libffi8 libmd0 liblzma5 libicu76 node-acorn"
emscripten_prefix="$CACHE/emscripten"

fetch_emscripten() {
  local work="$CACHE/emscripten.work" uri
  uri=$(debian_mirror)
  # Packages of an earlier, stopped try may be older than today's; two of one kind must never mix.
  rm -rf "$work" && mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/debs" || return 1
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $uri trixie main" >"$work/sources.list" || return 1
  local options=(-o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$work/lists"
    -o Dir::State::status=/dev/null -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update -q || { say "meander: Debian's package lists could not be fetched; is there a network?"; return 1; }
  # shellcheck disable=SC2086
  (cd "$work/debs" && apt-get "${options[@]}" download -q $emscripten_packages) ||
    { say "meander: Emscripten's packages could not be fetched; is there a network?"; return 1; }
}

unpack_emscripten() {  # what the page never links is left out while unpacking: 0.5 GB instead of 2
  local work="$CACHE/emscripten.work" partial="$CACHE/emscripten.partial" deb
  rm -rf "$partial" && mkdir -p "$partial" || return 1
  for deb in "$work"/debs/*.deb; do
    dpkg-deb --fsys-tarfile "$deb" | tar x -C "$partial" --wildcards \
      --exclude='*/lib/wasm32-emscripten/pic' --exclude='*/lib/wasm32-emscripten/lto' --exclude='*/lib/wasm32-emscripten/lto-pic' \
      --exclude='*-mt*.a' --exclude='*-ww*.a' --exclude='*wasmfs*' --exclude='*asan*.a' --exclude='*lsan*.a' \
      --exclude='*sanitizer*.a' --exclude='*-except*.a' --exclude='./usr/share/doc' --exclude='./usr/share/man' \
      --exclude='./usr/share/locale' --exclude='./usr/share/emscripten/test' --exclude='*/gconv' \
      --exclude='*/emscripten/cache/symbol_lists' || return 1
  done
}

settle_emscripten() {  # absolute paths are written only after the folder has its final name
  local prefix="$emscripten_prefix" triplet loader file tool
  triplet="$(uname -m)-linux-gnu"
  rm -rf "$prefix" && mv "$CACHE/emscripten.partial" "$prefix" || return 1
  loader=$(find "$prefix/usr/lib/$triplet" -name 'ld-linux-*.so.*' | head -n 1)
  for file in "$prefix"/usr/lib/llvm-19/bin/* "$prefix"/usr/bin/wasm*; do
    [ -f "$file" ] && [ ! -L "$file" ] && [ "$(head -c 4 "$file" | tail -c 3)" = ELF ] || continue
    patchelf --force-rpath --set-interpreter "$loader" \
      --set-rpath "$prefix/usr/lib/$triplet:$prefix/usr/lib/llvm-19/lib" "$file" || return 1
  done
  tool="$prefix/usr/share/emscripten"
  ln -sfn "$prefix/usr/share/nodejs" "$tool/node_modules" || return 1
  cat >"$prefix/em_config" <<CONFIG
LLVM_ROOT = '$prefix/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '$prefix/usr'
NODE_JS = '$(command -v node)'
FROZEN_CACHE = True
CACHE = '$tool/cache'
CONFIG
}

prove_emscripten() {
  local work="$CACHE/emscripten.work/proof"
  mkdir -p "$work" || return 1
  cat >"$work/proof.cpp" <<'CODE'
#include <wasm_simd128.h>
#include <cstdio>
#include <expected>
std::expected<int, int> Twice(int x) { return 2 * x; }
int main() {
  const v128_t three = wasm_i16x8_splat(3);
  std::printf("%d\n", *Twice(3) * wasm_i32x4_extract_lane(wasm_i32x4_dot_i16x8(three, three), 0));
}
CODE
  write_toolchain_env "$emscripten_prefix/usr/share/emscripten" "$emscripten_prefix/em_config" || return 1
  # shellcheck disable=SC1091
  source "$CACHE/toolchain.env"
  "$EMXX" -std=c++23 -O1 -msimd128 -fno-exceptions -fno-rtti "$work/proof.cpp" -o "$work/proof.js" && [ "$(node "$work/proof.js")" = 108 ]
  local result=$?
  [ $result -eq 0 ] || say "meander: Emscripten is there but its first program did not run."
  return $result
}

make_emscripten() {
  rm -f "$CACHE/stamps/emscripten-debian"  # from here on what is there is not to be used
  fetch_emscripten && unpack_emscripten && settle_emscripten && prove_emscripten || return 1
  (cd "$CACHE/emscripten.work/debs" && ls | sort) >"$emscripten_prefix/versions.txt" || return 1
  stamp "$CACHE/stamps/emscripten-debian" "$emscripten_state" || return 1
  rm -rf "$CACHE/emscripten.work"
}

# Which one it will be, before anything is fetched: on_path, emsdk or debian.
choose_emscripten() {
  local on_path debian
  on_path=$(command -v emcc || true)
  if [ -n "$on_path" ] && version_is_at_least "$(emcc_version "$on_path")" 3.1.60; then
    toolchain=on_path
  elif [ -n "${EMSDK:-}" ] && version_is_at_least "$(emcc_version "$EMSDK/upstream/emscripten/emcc")" 3.1.60; then
    toolchain=emsdk
  else
    toolchain=debian
    # shellcheck disable=SC1091
    debian=$(. /etc/os-release 2>/dev/null && [ "${ID:-}" = debian ] && echo "${VERSION_ID:-13}" || echo 0)
    case "$(uname -m)" in x86_64|aarch64) ;; *) debian=0 ;; esac
    if [ "${debian%%.*}" -lt 12 ] || [ ! -e /usr/share/keyrings/debian-archive-keyring.gpg ]; then
      fail "on this system please install Emscripten 3.1.60 or newer first (emsdk puts emcc on PATH${on_path:+; the one there is $(emcc_version "$on_path")}), or work in a Debian 12 or 13 container."
    fi
  fi
}

settle_toolchain() {
  case "$toolchain" in
    on_path) write_toolchain_env "$(dirname "$(readlink -f "$(command -v emcc)")")" ;;
    emsdk) write_toolchain_env "$EMSDK/upstream/emscripten" ;;
    debian)
      # By what decides the result, not by every word in this file.
      emscripten_state="$({ echo "$emscripten_packages"; declare -f unpack_emscripten settle_emscripten; } | sha256sum | cut -c1-16)-$CACHE-$(command -v node)"
      if ! is_stamped "$CACHE/stamps/emscripten-debian" "$emscripten_state" || [ ! -x "$emscripten_prefix/usr/share/emscripten/emcc" ]; then
        step_mb=815 step_grows="$CACHE/emscripten.work"$'\n'"$CACHE/emscripten.partial"$'\n'"$emscripten_prefix" step emscripten make_emscripten
      fi
      write_toolchain_env "$emscripten_prefix/usr/share/emscripten" "$emscripten_prefix/em_config" ;;
  esac
}
