# The same program in a native window, its Page as plain text beside it: window [PACK].

[ $# -le 1 ] || misuse "window takes one pack; ./meander window --help says more."
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || fail "there is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set (xvfb-run ./meander window makes one)."
source "$TOOLS/packs.sh"
window_pack="${1:-$(explorers | awk 'NR == 1 { print $2 }')}"
[ ! -e "$window_pack" ] || window_pack="$(readlink -f "$window_pack")"
source "$TOOLS/build.sh" --native
step build-window ninja -C "$BUILD/native" -j "$JOBS" meander-window
if [ -f "$window_pack" ]; then window_pack="$(dirname "$window_pack")"; fi
case "$window_pack" in
  /*) ;;
  */*) fail "there is no pack at $window_pack." ;;
  *) window_room=$(explorers | awk -v recipe="$window_pack" '$2 == recipe { print $1 }')
     if [ -n "$window_room" ]; then make_pack "$window_room"
     else "$BUILD/native/src/cli/meander-cli" pack "$window_pack" >/dev/null || exit 1; fi
     window_pack="$BUILD/packs/$window_pack" ;;
esac
[ -e "$window_pack/pack.meander" ] || fail "there is no pack at $window_pack."
# The room is the one whose first picture is made of what this pack holds.
window_room=""
while read -r room _ sections _; do
  if [ -z "$window_room" ] && compgen -G "$window_pack/${sections%%,*}-*" >/dev/null; then window_room="$room"; fi
done < <(explorers)
[ -n "$window_room" ] || fail "no room opens the pack at $window_pack."
exec "$BUILD/native/src/app/meander-window" "$window_room" "$window_pack"
