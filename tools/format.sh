# Puts C++ into shape with the pinned clang-format; --check only says what is out of shape.

source "$TOOLS/setup.sh"
cd "$MEANDER_ROOT"
sources() { git ls-files -co --exclude-standard -z -- 'src/*.h' 'src/*.cpp' 'tests/*.h' 'tests/*.cpp' 'bench/*.cpp'; }
if [ "${1:-}" = --check ]; then
  sources | xargs -0 "$CACHE/python/bin/clang-format" --dry-run --Werror || fail "some files are out of shape; ./meander format mends them."
else
  sources | xargs -0 "$CACHE/python/bin/clang-format" -i
fi
