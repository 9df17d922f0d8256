// A button with half-round ends: filled with ink, outlined, or bare words.
#pragma once

#include <string_view>

#include "canvas/widgets/icons.h"
#include "space/point.h"

namespace meander {

struct PillButtonOptions {
  enum class Look { kPrimary, kOutline, kPlain } look = Look::kOutline;
  Icon icon = Icon::kNone;
  bool focused = false;  // its DOM twin has the keyboard
  bool disabled = false;
  float opacity = 1;
};

inline constexpr float kPillHeight_px = 34;
inline constexpr float kCompactPillHeight_px = 30;

// Width the words and the icon ask for.
float PillWidth(std::string_view label, Icon icon, float height_px = kPillHeight_px);

// True when it was pressed. The label doubles as the id; inside a Card.
bool PillButton(const Rect& in_px, std::string_view label, const PillButtonOptions& options);

}  // namespace meander
