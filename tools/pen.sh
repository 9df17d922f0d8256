# The network that reads drawings, in $CACHE/pen: fetched, read into tensors (and ONNX files for tests) by
# data/sources/pen_net.py, then packed by the native tool, which is there already. Sourced after build.sh by who
# draws (native.sh), tests and measures.

# shellcheck source=tools/setup_python.sh
source "$TOOLS/setup_python.sh"
pen="$CACHE/pen"
pen_state="$(state_of tools/pen_sources.txt tools/requirements.txt tools/pen.sh data/sources/pen_net.py src/make/pen_model.cpp src/make/model.cpp src/make/tensor_file.cpp src/net/pennet/pen_layout.h src/pack/format.cpp)"
make_pen() {
  local line archive
  line=$(grep "^npm:detypify-service " "$TOOLS/pen_sources.txt") || return 1
  # shellcheck disable=SC2086
  archive=$(python3 "$TOOLS/fetch_archive.py" $line "$CACHE/downloads") &&
    python3 "$TOOLS/unpack.py" "$archive" "$pen/fetched" train/model.onnx=model.onnx train/infer.json=infer.json &&
    "$PYTHON" "$MEANDER_ROOT/data/sources/pen_net.py" "$pen/fetched/model.onnx" "$pen/fetched/infer.json" "$pen/tensors" &&
    "$BUILD/native/src/cli/meander-cli" pack --pen "$pen/tensors" "$pen/model" || return 1
  rm -rf "$pen/fetched" && stamp "$CACHE/stamps/pen" "$pen_state"
}
mkdir -p "$pen" 2>/dev/null || fail "nothing can be written below $CACHE."
lock "$pen.lock" 9 "fetching of what reads drawings"
if ! is_stamped "$CACHE/stamps/pen" "$pen_state" || [ ! -d "$pen/tensors" ] || [ ! -d "$pen/model" ]; then
  step_mb=40 step pen make_pen
fi
unlock 9
