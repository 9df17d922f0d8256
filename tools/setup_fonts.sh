# The canvas faces: Debian's fonts cut down to the characters that the shipped names and words use.
# Lato's name is reserved for the whole font, so the cut is called Meander Sans.

names_file="$MEANDER_ROOT/data/design/characters.txt"
fonts_state="$(state_of tools/setup_fonts.sh tools/subset_fonts.py data/design/characters.txt)"
make_fonts() {
  "$PYTHON" "$TOOLS/subset_fonts.py" "$names_file" "$CACHE/third_party/fonts" || return 1
  stamp "$CACHE/stamps/fonts" "$fonts_state"
}
is_stamped "$CACHE/stamps/fonts" "$fonts_state" && [ -d "$CACHE/third_party/fonts" ] || step fonts make_fonts
