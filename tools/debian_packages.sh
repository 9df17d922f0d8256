# Debian's packages as plain files: verified by apt's signed lists, unpacked, not installed. Sourced by the
# steps that fetch what packs are made from (setup_lines.sh, setup_sounds.sh).

has_debian() {
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null && [ -e /usr/share/keyrings/debian-archive-keyring.gpg ]
}
# A private set of lists, so that nothing of the system is touched and root is not needed. The packages lie
# in WORK/debs afterwards.
download_debian() {  # WORK SUITE WHAT PACKAGE…
  local work="$1" suite="$2" what="$3"; shift 3
  rm -rf "$work" && mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/debs" || return 1
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(debian_mirror) $suite main" >"$work/sources.list" || return 1
  local options=(-o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$work/lists"
    -o Dir::State::status=/dev/null -o "Dir::Cache=$work/cache" -o "APT::Sandbox::User=$(id -un)")
  apt-get "${options[@]}" update -q || { say "meander: Debian's package lists could not be fetched; is there a network?"; return 1; }
  (cd "$work/debs" && apt-get "${options[@]}" download -q "$@") ||
    { say "meander: Debian's $what could not be fetched; is there a network?"; return 1; }
}
unpack_deb() {  # FILE FOLDER PATTERN…: those of its files, the folder swapped in whole
  local partial="$2.partial"
  rm -rf "$partial" && mkdir -p "$partial" &&
    dpkg-deb --fsys-tarfile "$1" | tar x -C "$partial" --wildcards "${@:3}" && rm -rf "$2" && mv "$partial" "$2"
}
