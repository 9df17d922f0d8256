# Removes what was built in the checkout; the cache outside it stays (its path is printed).

takes_only "" "$@"
[ ! -w "$BUILD" ] || lock "$BUILD/lock" 8 build  # what still builds would go on among the ruins
rm -rf "$BUILD" "$MEANDER_ROOT/dist" "$MEANDER_ROOT/dist.partial" "$MEANDER_ROOT/dist.old" 2>/dev/null ||
  fail "not everything could be removed: some files in build/ or dist/ belong to somebody else."
say "Removed build/ and dist/, and what a site left half done. Downloads stay in $CACHE; remove that folder to start from nothing."
