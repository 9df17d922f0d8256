# The network that looks at pictures, as its programs open it: fetched, then packed by the native tool, which is
# there already. Sourced after build.sh by who looks (native.sh), tests and measures.

# shellcheck source=tools/setup_pictures.sh
source "$TOOLS/setup_pictures.sh"
convnet_state="$network_state-$(state_of src/make/convnet_model.cpp src/make/model.cpp src/make/tensor_file.cpp src/net/convnet/convnet_layout.h src/pack/format.cpp)"
make_convnet() {
  "$BUILD/native/src/cli/meander-cli" pack --convnet "$pictures/tensors" "$pictures/model" || return 1
  stamp "$CACHE/stamps/pictures-model" "$convnet_state"
}
lock "$pictures.lock" 9 "packing of what looks at pictures"
is_stamped "$CACHE/stamps/pictures-model" "$convnet_state" && [ -d "$pictures/model" ] || step pictures-weights make_convnet
unlock 9
