# The same program in a native window, its Page as plain text beside it: window [PACK].

[ $# -le 1 ] || misuse "window takes one pack; ./meander window --help says more."
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || fail "there is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set (xvfb-run ./meander window makes one)."
window_pack="${1:-wikipedia}"
[ ! -e "$window_pack" ] || window_pack="$(readlink -f "$window_pack")"
source "$TOOLS/build.sh" --native
step build-window ninja -C "$BUILD/native" -j "$JOBS" meander-window
if [ -f "$window_pack" ]; then window_pack="$(dirname "$window_pack")"; fi
case "$window_pack" in
  /*) ;;
  */*) fail "there is no pack at $window_pack." ;;
  *) [ -e "$BUILD/packs/$window_pack/pack.meander" ] || "$BUILD/native/src/cli/meander-cli" pack "$window_pack" >/dev/null || exit 1
     window_pack="$BUILD/packs/$window_pack" ;;
esac
[ -e "$window_pack/pack.meander" ] || fail "there is no pack at $window_pack."
exec "$BUILD/native/src/app/meander-window" ideas "$window_pack"
