# The encoder's weights in the project's own streaming form, converted from the pinned files.

model_state="$(state_of data/sources/minilm.py tools/sources.txt)"
make_model() {
  rm -rf "$CACHE/model.partial"
  "$PYTHON" "$MEANDER_ROOT/data/sources/minilm.py" "$CACHE/sources/minilm-weights/model.onnx" \
    "$CACHE/sources/minilm-tokenizer/tokenizer.json" "$CACHE/model.partial" || return 1
  rm -rf "$CACHE/model" && mv "$CACHE/model.partial" "$CACHE/model"
  stamp "$CACHE/stamps/model" "$model_state"
}
is_stamped "$CACHE/stamps/model" "$model_state" && [ -d "$CACHE/model" ] || step encoder-weights make_model
