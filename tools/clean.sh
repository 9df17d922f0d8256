# Removes what was built in the checkout; the cache outside it stays (its path is printed).

rm -rf "$BUILD" "$MEANDER_ROOT/dist" "$MEANDER_ROOT/dist.partial"
say "Removed build/ and dist/. Downloads stay in $CACHE; remove that folder to start from nothing."
