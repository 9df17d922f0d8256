# The sounds that packs of sounds are made from (data/recipes/sounds*.json), and the MP3 encoder that writes
# them, fetched when such a pack is made and not before. The registry's archive is pinned; Debian's packages
# are verified by apt's signed lists, unpacked without being installed, and left out where there is no Debian.
# With sounds_wanted=full the large ones are fetched too.

# shellcheck source=tools/debian_packages.sh
source "$TOOLS/debian_packages.sh"
# shellcheck source=tools/setup_python.sh
source "$TOOLS/setup_python.sh"
sounds_state="$(state_of tools/sounds_sources.txt tools/setup_sounds.sh tools/debian_packages.sh tools/unpack.py)"
sounds_prefix="$CACHE/sources/sounds-"

unpack_registry_sounds() {
  local line archive
  line=$(grep '^npm:supersonic-scsynth-samples ' "$TOOLS/sounds_sources.txt") || return 1
  # shellcheck disable=SC2086
  archive=$(python3 "$TOOLS/fetch_archive.py" $line "$CACHE/downloads") &&
    python3 "$TOOLS/unpack.py" "$archive" "${sounds_prefix}supersonic-scsynth-samples" samples/=samples/ PROVENANCE.md LICENSE &&
    awk '{ print $2 }' <<<"$line" >"${sounds_prefix}supersonic-scsynth-samples/version"
}
unpack_debian_sounds() {  # PACKAGE…: each with its copyright and version beside its sounds
  local work="$CACHE/sounds.work" deb name folder
  download_debian "$work" bookworm sounds "$@" || return 1
  for deb in "$work"/debs/*.deb; do
    name=$(basename "$deb" | cut -d_ -f1) folder="$sounds_prefix$name"
    case "$name" in
      endless-sky-data) unpack_deb "$deb" "$folder" '*/sounds/*' '*/copyright' ;;
      minetest-data) unpack_deb "$deb" "$folder" '*.ogg' '*/copyright' ;;
      ufoai-sound) unpack_deb "$deb" "$folder" '*.pk3' '*/copyright' &&
        (cd "$folder/usr/share/games/ufoai/base" && python3 -m zipfile -e 0snd.pk3 . && rm 0snd.pk3) ;;
      megaglest-data) unpack_deb "$deb" "$folder" '*.wav' '*.ogg' '*/copyright' ;;
      hydrogen-drumkits) unpack_deb "$deb" "$folder" '*.flac' '*.wav' '*/drumkit.xml' '*/copyright' ;;
      fluid-soundfont-gm) unpack_deb "$deb" "$folder" '*.sf2' '*/copyright' ;;
    esac || return 1
    dpkg-deb -f "$deb" Version >"$folder/version" || return 1
  done
  rm -rf "$work"
}

lock "$CACHE/sounds.lock" 9 "fetching of sounds"
encoder_state="$(state_of tools/sounds_requirements.txt)-$(python3 -V | tr ' ' -)"
if ! is_stamped "$CACHE/stamps/python-sounds" "$encoder_state" || [ ! -x "$CACHE/python-sounds/bin/python" ]; then
  step_mb=60 step_grows="$CACHE/python-sounds.partial" step python-sounds make_venv python-sounds "$TOOLS/sounds_requirements.txt" "$encoder_state"
fi
if ! is_stamped "$CACHE/stamps/sounds" "$sounds_state"; then
  step_mb=140 step sounds-registry unpack_registry_sounds
  if has_debian; then
    step_mb=300 step sounds-debian unpack_debian_sounds endless-sky-data minetest-data ufoai-sound
  else
    say "This system has no Debian packages; the sounds are those of npm alone."
  fi
  stamp "$CACHE/stamps/sounds" "$sounds_state"
fi
if [ "${sounds_wanted:-}" = full ] && ! is_stamped "$CACHE/stamps/sounds-full" "$sounds_state"; then
  has_debian || fail "the full set of sounds comes from Debian's packages, which this system has not."
  step_mb=1600 step sounds-full unpack_debian_sounds megaglest-data hydrogen-drumkits fluid-soundfont-gm
  stamp "$CACHE/stamps/sounds-full" "$sounds_state"
fi
unlock 9
