# The encoder's tensors as plain files; build.sh has the native tool pack them into the form the page
# streams.

tensors_state="$(state_of data/sources/minilm.py tools/sources.txt)"
make_tensors() {
  "$PYTHON" "$MEANDER_ROOT/data/sources/minilm.py" "$CACHE/sources/minilm-weights/model.onnx" \
    "$CACHE/sources/minilm-tokenizer/tokenizer.json" "$CACHE/tensors" || return 1
  stamp "$CACHE/stamps/tensors" "$tensors_state"
}
is_stamped "$CACHE/stamps/tensors" "$tensors_state" && [ -d "$CACHE/tensors" ] || step encoder-tensors make_tensors
