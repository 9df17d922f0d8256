# Captum and the PyTorch it asks for, peers in `./meander bench captum` alone. PyPI's PyTorch for Linux brings CUDA's
# gigabytes; Debian 12's does without. Its packages are verified by apt's signed lists and unpacked into a private
# folder of the cache, never installed; Captum is pinned in bench/captum/sources.txt. On other systems
# the comparison says so and the others go on.

# shellcheck source=tools/debian_packages.sh
source "$TOOLS/debian_packages.sh"
captum_prefix="$CACHE/captum"
captum_state="$(state_of tools/setup_captum.sh tools/debian_packages.sh bench/captum/sources.txt)"
# What PyTorch's packages ask for and an import never opens: tests, drivers, data, tools, what compiles and what checks.
captum_needless='^(adduser|ca-certificates|debconf|fontconfig|iso-codes|libgl1-mesa-dri|libllvm15|libtorch-test|libz3-4|lsb-base|openssl|passwd|shared-mime-info|sysvinit-utils|tzdata|fonts-.*|.*-(bin|common|config|data)|gdal-plugins|python3-(attr|chardet|charset-normalizer|dateutil|future|hypothesis|idna|lib2to3|mpmath|psutil|requests|sortedcontainers|sympy|urllib3))$'

# The names of all packages that these need, themselves too, by the lists in WORK and as if nothing were installed.
all_needed() {  # WORK PACKAGE…
  local work="$1"; shift
  apt-get -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$work/lists" \
    -o Dir::State::status=/dev/null -o "Dir::Cache=$work/cache" -s install --no-install-recommends "$@" | awk '/^Inst /{ print $2 }' | sort
}
unpack_torch() {
  local work="$captum_prefix/work" wanted deb names
  # The lists first, with one small package; then everything but what Debian's own Python needs, which is there.
  download_debian "$work/lists" bookworm PyTorch python3-astunparse || return 1
  all_needed "$work/lists" python3 >"$work/there" && all_needed "$work/lists" python3-torch libopenblas0-pthread >"$work/needed" || return 1
  wanted=$(comm -13 "$work/there" "$work/needed" | grep -vE "$captum_needless") || return 1
  mapfile -t names <<<"$wanted"
  download_debian "$work/debian" bookworm PyTorch "${names[@]}" || return 1
  rm -rf "$captum_prefix/debian.partial" && mkdir -p "$captum_prefix/debian.partial" || return 1
  for deb in "$work"/debian/debs/*.deb; do
    # A pattern that finds nothing is no failure: not every package has both.
    dpkg-deb --fsys-tarfile "$deb" | tar x -C "$captum_prefix/debian.partial" --wildcards './usr/lib/*.so*' './lib/*.so*' './usr/lib/python3/dist-packages/*' \
      --exclude='*/dri/*' --exclude='*/gconv/*' --exclude='*/torch/test/*' 2>"$work/tar.log" || ! grep -v 'Not found in archive\|previous errors' "$work/tar.log" || return 1
  done
  (cd "$work/debian/debs" && ls | sort) >"$captum_prefix/debian.partial/versions.txt" || return 1
  rm -rf "$captum_prefix/debian" "$work" && mv "$captum_prefix/debian.partial" "$captum_prefix/debian"
}
unpack_captum() {
  local line archive
  line=$(grep '^captum ' "$MEANDER_ROOT/bench/captum/sources.txt") || return 1
  # shellcheck disable=SC2086
  archive=$(python3 "$TOOLS/fetch_archive.py" $line "$CACHE/downloads") &&
    python3 "$TOOLS/unpack.py" "$archive" "$captum_prefix/python" captum/=captum/
}
# Debian's own Python, with the private folder before all else.
captum_python() {
  local libraries="$captum_prefix/debian/usr/lib/$(uname -m)-linux-gnu"
  LD_LIBRARY_PATH="$libraries/openblas-pthread:$libraries:$captum_prefix/debian/lib/$(uname -m)-linux-gnu:$captum_prefix/debian/usr/lib" \
    PYTHONPATH="$captum_prefix/debian/usr/lib/python3/dist-packages:$captum_prefix/python" /usr/bin/python3 -B "$@"
}
make_captum() {
  mkdir -p "$captum_prefix" && rm -f "$CACHE/stamps/captum" && unpack_torch && unpack_captum || return 1
  (cd "$MEANDER_ROOT/bench/captum" && captum_python -c 'import answers; answers.tell_versions()') ||
    { say "meander: PyTorch and Captum are there but could not be opened."; return 1; }
  stamp "$CACHE/stamps/captum" "$captum_state"
}

if has_debian && [ "$(/usr/bin/python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" = 3.11 ]; then
  lock "$CACHE/captum.lock" 9 "fetching of PyTorch"
  if ! is_stamped "$CACHE/stamps/captum" "$captum_state" || [ ! -d "$captum_prefix/debian" ]; then
    step_mb=900 step_grows="$captum_prefix" step captum make_captum
  fi
  unlock 9
else
  say "This system has not Debian 12's Python; there is no PyTorch without gigabytes to compare with."
fi
