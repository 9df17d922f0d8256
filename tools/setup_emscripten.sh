# An Emscripten of 3.1.60 or newer: the one on PATH or in EMSDK, else Debian 13's in a private folder of
# the cache, unpacked without touching the system and proven by a compiled, run program.

emcc_is_new_enough() {
  local version; version=$("$1" --version 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1)
  [ -n "$version" ] && [ "$(printf '3.1.60\n%s\n' "$version" | sort -V | head -n 1)" = 3.1.60 ]
}
write_toolchain_env() {  # FOLDER [CONFIG]
  {
    [ -z "${2:-}" ] || printf 'export EM_CONFIG=%q\nexport EMCC_SKIP_SANITY_CHECK=1\n' "$2"
    printf 'export EMCC=%q EMXX=%q EMAR=%q EMRANLIB=%q\n' "$1/emcc" "$1/em++" "$1/emar" "$1/emranlib"
  } >"$CACHE/toolchain.env.partial"
  mv "$CACHE/toolchain.env.partial" "$CACHE/toolchain.env"
}

emscripten_packages="emscripten clang-19 lld-19 llvm-19 libllvm19 libclang-cpp19 libclang-common-19-dev binaryen libc6
  libstdc++6 libgcc-s1 libz3-4 libzstd1 zlib1g libxml2 libedit2 libtinfo6 libbsd0 libffi8 libmd0 liblzma5 libicu76 node-acorn"
emscripten_prefix="$CACHE/emscripten"

fetch_emscripten() {
  local work="$CACHE/emscripten.work" uri options
  uri=$({ grep -hs '^URIs:' /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list.d/*.sources | awk '{print $2}'
          grep -hs '^deb ' /etc/apt/sources.list | sed 's/\[[^]]*\]//' | awk '{print $2}'; } | grep '/debian/\?$' | head -n 1)
  [ -n "$uri" ] || { say "meander: this machine's apt configuration names no Debian mirror."; return 1; }
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/debs"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $uri trixie main" >"$work/sources.list"
  options="-o Dir::Etc::sourcelist=$work/sources.list -o Dir::Etc::sourceparts=- -o Dir::State::lists=$work/lists
    -o Dir::Cache=$work/cache -o Dir::State::status=/dev/null -o APT::Sandbox::User=root"
  # shellcheck disable=SC2086
  apt-get $options update -q || { say "meander: Debian's package lists could not be fetched. Is there a network?"; return 1; }
  # shellcheck disable=SC2086
  (cd "$work/debs" && apt-get $options download -q $emscripten_packages) ||
    { say "meander: Emscripten's packages could not be fetched. Is there a network?"; return 1; }
}

unpack_emscripten() {  # what the page never links is left out while unpacking: 0.5 GB instead of 2
  local work="$CACHE/emscripten.work" partial="$CACHE/emscripten.partial" deb
  rm -rf "$partial" && mkdir -p "$partial"
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
  rm -rf "$prefix" && mv "$CACHE/emscripten.partial" "$prefix"
  loader=$(find "$prefix/usr/lib/$triplet" -name 'ld-linux-*.so.*' | head -n 1)
  for file in "$prefix"/usr/lib/llvm-19/bin/* "$prefix"/usr/bin/wasm*; do
    [ -f "$file" ] && [ ! -L "$file" ] && [ "$(head -c 4 "$file" | tail -c 3)" = ELF ] || continue
    patchelf --force-rpath --set-interpreter "$loader" \
      --set-rpath "$prefix/usr/lib/$triplet:$prefix/usr/lib/llvm-19/lib" "$file" || return 1
  done
  tool="$prefix/usr/share/emscripten"
  ln -sfn "$prefix/usr/share/nodejs" "$tool/node_modules"
  cat >"$prefix/em_config" <<CONFIG
LLVM_ROOT = '$prefix/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '$prefix/usr'
NODE_JS = '$(command -v node)'
FROZEN_CACHE = True
CACHE = '$tool/cache'
CONFIG
  write_toolchain_env "$tool" "$prefix/em_config"
}

prove_emscripten() {
  local work; work=$(mktemp -d)
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
  # shellcheck disable=SC1091
  source "$CACHE/toolchain.env"
  "$EMXX" -std=c++23 -O1 -msimd128 -fno-exceptions -fno-rtti "$work/proof.cpp" -o "$work/proof.js" && [ "$(node "$work/proof.js")" = 108 ]
  local result=$?
  rm -rf "$work"
  [ $result -eq 0 ] || say "meander: Emscripten is there but its first program did not run."
  return $result
}

make_emscripten() {
  fetch_emscripten && unpack_emscripten && settle_emscripten && prove_emscripten || return 1
  (cd "$CACHE/emscripten.work/debs" && ls | sort) >"$emscripten_prefix/versions.txt"
  stamp "$CACHE/stamps/emscripten" "$emscripten_state"
  rm -rf "$CACHE/emscripten.work"
}

emscripten_state="$(state_of tools/setup_emscripten.sh)-$CACHE-$(command -v node)"
if command -v emcc >/dev/null && emcc_is_new_enough "$(command -v emcc)"; then
  write_toolchain_env "$(dirname "$(readlink -f "$(command -v emcc)")")"
elif [ -n "${EMSDK:-}" ] && emcc_is_new_enough "$EMSDK/upstream/emscripten/emcc"; then
  write_toolchain_env "$EMSDK/upstream/emscripten"
elif ! { is_stamped "$CACHE/stamps/emscripten" "$emscripten_state" && [ -x "$emscripten_prefix/usr/share/emscripten/emcc" ]; }; then
  # shellcheck disable=SC1091
  debian=$(. /etc/os-release 2>/dev/null && [ "${ID:-}" = debian ] && echo "${VERSION_ID:-0}" || echo 0)
  case "$(uname -m)" in x86_64|aarch64) ;; *) debian=0 ;; esac
  if [ "${debian%%.*}" -lt 12 ] || [ ! -e /usr/share/keyrings/debian-archive-keyring.gpg ]; then
    fail "on this system please install Emscripten 3.1.60 or newer first (emsdk puts emcc on PATH), or work in a Debian 12 or 13 container."
  fi
  step emscripten make_emscripten
fi
