# ONNX Runtime Web, which the room Inside can be verified against: three files and the licence. The site
# does without where it cannot be had, and says so in the page.

onnx_folder="$CACHE/sources/onnxruntime-web"
onnx_state="$(state_of tools/onnx_sources.txt tools/setup_onnx.sh)"
onnx_parts=(dist/ort.wasm.min.mjs dist/ort-wasm-simd-threaded.mjs dist/ort-wasm-simd-threaded.wasm)
make_onnx() {
  local line name version archive here="$MEANDER_ROOT/node_modules/onnxruntime-web"
  line=$(grep '^npm:' "$TOOLS/onnx_sources.txt") || return 1
  read -r name version _ <<<"$line"
  if grep -qs "\"version\": \"$version\"" "$here/package.json"; then
    rm -rf "$onnx_folder.partial" && mkdir -p "$onnx_folder.partial" || return 1
    (cd "$here" && cp "${onnx_parts[@]}" "$onnx_folder.partial/") || return 1
    rm -rf "$onnx_folder" && mv "$onnx_folder.partial" "$onnx_folder" || return 1
  else
    # shellcheck disable=SC2086
    archive=$(python3 "$TOOLS/fetch_archive.py" $line "$CACHE/downloads") &&
      python3 "$TOOLS/unpack.py" "$archive" "$onnx_folder" "${onnx_parts[@]}" || return 1
  fi
  stamp "$CACHE/stamps/onnxruntime-web" "$onnx_state"
}
if ! is_stamped "$CACHE/stamps/onnxruntime-web" "$onnx_state" || [ ! -d "$onnx_folder" ]; then
  step_mb=14 step_grows="$onnx_folder" step onnxruntime-web make_onnx || say "Inside goes without ONNX Runtime: nothing to verify against."
fi
