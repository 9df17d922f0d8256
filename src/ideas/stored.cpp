// See stored.h.
#include "ideas/stored.h"

#include "canvas/words.h"
#include "ideas/state.h"

namespace meander {

Effects ApplyStored(IdeasState& state, std::string_view action) {
  if (action == "stored") {
    state.dialog = Dialog::kStored;
    return {};
  }
  if (action == "stored-clear") {
    Effects effects;
    for (Effect& effect : ApplyKept(state, "kept-forget-all", {})) {
      if (!std::holds_alternative<SayEffect>(effect)) effects.push_back(std::move(effect));
    }
    state.cleared = true;
    state.cleared_at_s = state.now_s;
    effects.push_back(SayEffect{std::string(words::kStoredCleared)});
    return effects;
  }
  if (action == "stored-undo" && std::exchange(state.cleared, false)) {
    return ApplyKept(state, "kept-undo", {});
  }
  return {};
}

}  // namespace meander
