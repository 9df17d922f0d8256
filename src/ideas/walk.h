// Walking between two ideas: what was asked, what was found, and what each action does to it. Part
// of state.h's Apply.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/room.h"
#include "canvas/scene.h"
#include "space/walk.h"

namespace meander {

struct IdeasState;

enum class Way : uint8_t { kMeaning = 0, kLinks = 1, kOwn = 2 };
enum class WalkField : uint8_t { kNone, kFrom, kTo, kVia, kAvoid };

struct WalkEnd {
  std::string text;         // as typed
  uint32_t item = kNoItem;  // chosen
};

// One way as it was found, or why not.
struct FoundWay {
  RequestId request = 0;  // 0: none under way
  std::optional<Walk> walk;
  std::string error;
};

struct WalkBetween {
  bool is_open = false;
  WalkEnd from, to;
  std::vector<uint32_t> via, avoid;
  WalkField field = WalkField::kNone;  // whose completions are shown
  std::string adding;                  // typed into the via or avoid field
  std::vector<uint32_t> completions;
  std::vector<uint32_t> barred;  // the middle stops that "another way" keeps off
  int another = 0;               // how many other ways have been asked for
  float scenic = WalkQuestion{}.scenic;
  Way chosen = Way::kMeaning;
  std::array<FoundWay, 2> found;  // by Way
};

inline constexpr int kOtherWays = 4;

// Names of actions begin with "walk-"; others are not for here and do nothing.
Effects ApplyWalk(IdeasState& state, std::string_view action, std::string_view argument);
// A reply to one of the walk's own requests; false: not ours.
bool TakeWalkReply(IdeasState& state, const Reply& reply, Effects& effects);

// The chosen way, nullptr while there is none.
const Walk* ChosenWalk(const IdeasState& state);
// By meaning or links as found; the reader's own as far as its main line joins both ends.
std::optional<Walk> WalkOf(const IdeasState& state, Way way);

}  // namespace meander
