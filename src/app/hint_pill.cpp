// See hint_pill.h.
#include "app/hint_pill.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "canvas/widgets/hint.h"
#include "canvas/words.h"

namespace meander {
namespace {

constexpr double kShownSeconds = 1.8;
constexpr double kFadeSeconds = 0.18;
constexpr Point2 kCornerPx{12, 12};

}  // namespace

void HintPill::Show(bool by_finger, double now_s) {
  if (std::exchange(was_shown_, true)) return;
  by_finger_ = by_finger;
  shown_until_s_ = now_s + kShownSeconds;
}

bool HintPill::Draw(double now_s) {
  const double left_s = shown_until_s_ - now_s;
  if (left_s <= 0) return false;
  const auto fade = static_cast<float>(std::min(left_s / kFadeSeconds, 1.0));
  DrawHint(ImGui::GetForegroundDrawList(), kCornerPx,
           by_finger_ ? words::kHintFinger : words::kHintWheel, fade);
  return true;
}

}  // namespace meander
