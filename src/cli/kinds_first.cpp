// See pack_kinds.h: the encoder, and maps of ideas alone.
#include "cli/pack_kinds.h"
#include "make/model.h"

namespace meander {
namespace {

constexpr NetworkKind kNetworks[] = {{"--model", MakeModel}};

}  // namespace

std::span<const NetworkKind> NetworkKinds() { return kNetworks; }

std::span<const CheckedKind> CheckedKinds() { return {}; }

Result<void> MakePackHere(const MakeOptions& options) { return MakeIdeaMap(options); }

}  // namespace meander
