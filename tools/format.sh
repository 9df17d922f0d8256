# Puts C++ into shape with the pinned clang-format; --check only says what is out of shape.

takes_only "--check" "$@"
format_wish="${1:-}"
set --
source "$TOOLS/setup.sh"
cd "$MEANDER_ROOT"
# The wheel's own binary: the script beside Python names the folder that Python was first put in.
clang_format=$(echo "$CACHE"/python/lib/python3*/site-packages/clang_format/data/bin/clang-format)
sources() { find src tests bench \( -name '*.h' -o -name '*.cpp' \) -print0; }
if [ "$format_wish" = --check ]; then
  sources | xargs -0 "$clang_format" --dry-run --Werror || fail "some files are out of shape; ./meander format mends them."
else
  sources | xargs -0 "$clang_format" -i
fi
