# Writes dist/: builds, makes the packs of the explorers that exist, and lays the static folder out.

[ "$verb" != site ] || takes_only "" "$@"
source "$TOOLS/build.sh" --all
lock "$BUILD/lock" 8 build
for recipe in wikipedia sentences; do
  pack_state="$(state_of "data/recipes/$recipe.json" tools/sources.txt)-$model_state-$(sha256sum "$BUILD/native/src/cli/meander-cli" | cut -c1-16)"
  if ! is_stamped "$BUILD/pack-$recipe.stamp" "$pack_state" || [ ! -e "$BUILD/packs/$recipe/pack.meander" ]; then
    say "Making the map of $recipe; the first time takes some minutes."
    # Packs of lines are made from texts of their own.
    [ "$recipe" != sentences ] || source "$TOOLS/setup_lines.sh"
    "$BUILD/native/src/cli/meander-cli" pack "$recipe" >/dev/null || fail "the map of $recipe could not be made."
    stamp "$BUILD/pack-$recipe.stamp" "$pack_state"
  fi
done
site_state="$(cd "$MEANDER_ROOT" && { echo "$model_state $fonts_state $node_state"
  find web tools/site*.mjs tools/tokens.py data/design build/packs build/native.stamp build/web.stamp -type f -printf '%p %s %T@\n' | sort; } | sha256sum | cut -c1-16)"
if ! is_stamped "$BUILD/site.stamp" "$site_state" || [ ! -e "$MEANDER_ROOT/dist/index.html" ]; then
  step site node "$TOOLS/site.mjs" --out "$MEANDER_ROOT/dist" --build "$BUILD" --cache "$CACHE"
  stamp "$BUILD/site.stamp" "$site_state"
fi
unlock 8
