# Puts C++ into shape with the pinned clang-format; --check only says what is out of shape.

source "$TOOLS/setup.sh"
cd "$MEANDER_ROOT"
# The wheel's own binary: the script beside Python names the folder that Python was first put in.
clang_format=$(echo "$CACHE"/python/lib/python3*/site-packages/clang_format/data/bin/clang-format)
sources() { git ls-files -co --exclude-standard -z -- 'src/*.h' 'src/*.cpp' 'tests/*.h' 'tests/*.cpp' 'bench/*.cpp'; }
if [ "${1:-}" = --check ]; then
  sources | xargs -0 "$clang_format" --dry-run --Werror || fail "some files are out of shape; ./meander format mends them."
else
  sources | xargs -0 "$clang_format" -i
fi
