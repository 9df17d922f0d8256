# The packs of the explorers that tools/explorers.txt names, and dist/ with what of them is made. Sourced after
# build.sh by what makes all of them (site.sh), the first (run.sh) or one later (later.sh).

# Which pack of lines Sentences has is for who makes the site to say: lines_recipe (site.sh).
explorers() { awk -v lines="${lines_recipe:-sentences}" '!/^#/ && NF { if ($1 == "sentences") $2 = lines; print }' "$TOOLS/explorers.txt"; }
rooms() { explorers | awk '{ print $1 }'; }
explorer() { explorers | awk -v room="$1" -v field="$2" '$1 == room { print $field }'; }  # ROOM FIELD

# The files of this project that a pack is read by, and no other pack's: its recipe, what that one names
# (readers, barred words, the recipe it adds to, and so on), and what a reader imports from beside it.
recipe_files() {  # RECIPE
  local -a files=("data/recipes/$1.json")
  local i named
  for ((i = 0; i < ${#files[@]}; i++)); do
    while read -r named; do
      [[ " ${files[*]} " == *" $named "* ]] || [ ! -f "$MEANDER_ROOT/$named" ] || files+=("$named")
    done < <(case "${files[i]}" in
      *.json) grep -oE '"data/[A-Za-z0-9_./-]+"' "$MEANDER_ROOT/${files[i]}" | tr -d '"' ;;
      *.py) sed -nE "s#^(from|import) ([a-z_]+).*#${files[i]%/*}/\2.py#p" "$MEANDER_ROOT/${files[i]}" ;;
    esac)
  done
  printf '%s\n' "${files[@]}"
}
# The finished packs that a recipe takes its texts from; one that is not there yet may come.
other_packs() { sed -nE 's#^ *"(articles|lines)": "([a-z-]+)",?$#build/packs/\2/pack.meander#p' "$MEANDER_ROOT/data/recipes/$1.json"; }  # RECIPE
# What a pack is made from: those files, the pinned texts or other packs, the encoder and the tool.
pack_state() {  # RECIPE
  local -a files
  mapfile -t files < <(recipe_files "$1"; other_packs "$1")
  case "$(sed -nE 's#^ *"kind": "([a-z-]+)",?$#\1#p' "$MEANDER_ROOT/data/recipes/$1.json")" in
    lines) files+=(tools/lines_sources.txt) ;;
    sounds) files+=(tools/sounds_sources.txt tools/sounds_requirements.txt) ;;
    photos) files+=(tools/pictures_sources.txt) ;;
    drawings) files+=(tools/pen_sources.txt) ;;
    *) files+=(tools/sources.txt) ;;
  esac
  echo "$(state_of "${files[@]}")-$model_state-$(sha256sum "$TOOL" | cut -c1-16)"
}
is_made() {  # ROOM
  local recipe; recipe=$(explorer "$1" 2)
  is_stamped "$BUILD/pack-$recipe.stamp" "$(pack_state "$recipe")" && [ -e "$BUILD/packs/$recipe/pack.meander" ]
}
made_rooms() { local room; for room in $(rooms); do if is_made "$room"; then echo "$room"; fi; done; }
later_rooms() { local room; for room in $(rooms); do is_made "$room" || echo "$room"; done; }

make_pack() {  # ROOM
  local recipe fetch state
  is_made "$1" && return 0
  lock "$BUILD/packs.lock" 6 "making of packs"
  if ! is_made "$1"; then  # whoever held the lock may have made it
    recipe=$(explorer "$1" 2) fetch=$(explorer "$1" 4)
    state=$(pack_state "$recipe")  # of the tool that is about to work
    say "Making the pack of $1; the first time takes some minutes."
    # shellcheck disable=SC1090
    [ "$fetch" = - ] || source "$TOOLS/$fetch"
    "$TOOL" pack "$recipe" >/dev/null || fail "the pack of $1 could not be made."
    stamp "$BUILD/pack-$recipe.stamp" "$state"
  fi
  unlock 6
}

# dist/ with the rooms whose packs are made; the others get a page that says how far theirs is.
lay_out() {
  local rooms_here state haste=""
  [ "${build_what:-all}" != first ] || haste=--in-haste
  lock "$BUILD/lock" 8 build
  rooms_here=$(made_rooms | tr '\n' ' ')
  state="$(cd "$MEANDER_ROOT" && { echo "$model_state $fonts_state $node_state $rooms_here ${lines_recipe:-sentences} $(cat "$CACHE/stamps/onnxruntime-web" 2>/dev/null) ${site_url:-}"
    [ -z "${site_figures:-}" ] || cat "$site_figures"
    local room; for room in $rooms_here; do find "build/packs/$(explorer "$room" 2)" -type f -printf '%p %s %T@\n'; done | sort
    { find web tools/site*.mjs tools/explorers.txt tools/tokens.py data/design data/tours build/{native,web,first}.stamp -type f -printf '%p %s %T@\n' 2>/dev/null || true; } | sort; } | sha256sum | cut -c1-16)"
  if ! is_stamped "$BUILD/site.stamp" "$state" || [ ! -e "$MEANDER_ROOT/dist/index.html" ]; then
    step site node "$TOOLS/site.mjs" --out "$MEANDER_ROOT/dist" --build "$BUILD" --tool "$TOOL" --cache "$CACHE" --rooms "$rooms_here" --lines "${lines_recipe:-sentences}" ${site_url:+--url "$site_url"} ${site_figures:+--figures "$site_figures"} $haste
    stamp "$BUILD/site.stamp" "$state"
  fi
  unlock 8
}
