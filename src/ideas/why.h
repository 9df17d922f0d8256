// "Why here?": the pair that was asked about, how far the answer has come, and what each action
// does to it. Part of state.h's Apply.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "canvas/room.h"
#include "canvas/scene.h"

namespace meander {

struct IdeasState;

// Below which kind of row the answer unfolds.
enum class WhyPlace : uint8_t { kNearest, kStop, kStep };

struct Why {
  uint32_t from = kNoItem, to = kNoItem;  // kNoItem: nothing was asked
  WhyPlace place = WhyPlace::kNearest;
  std::optional<float> closeness;  // as the row tells it
  RequestId request = 0;           // 0: none under way
  bool asks_to_fetch = false;      // few bytes are wanted, and nobody has agreed yet
  std::optional<WhyReply> reply;   // sentences first, then everything
  ProgressReply progress;
  std::string error;

  bool is_open() const { return from != kNoItem; }
  bool IsAt(WhyPlace where, uint32_t a, uint32_t b) const {
    return is_open() && place == where && from == a && to == b;
  }
};

// Names of actions begin with "why-"; others are not for here and do nothing. Asking again for what
// is open closes it.
Effects ApplyWhy(IdeasState& state, std::string_view action, std::string_view argument);
// A reply to its own request; false: not ours.
bool TakeWhyReply(IdeasState& state, const Reply& reply, Effects& effects);
// Gives it up when the row it stood below is there no more.
void DropStaleWhy(IdeasState& state, Effects& effects);

}  // namespace meander
