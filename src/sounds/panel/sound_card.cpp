// See sound_card.h. Measures from mock-sounds-light, beside the sound; lower by two lines, which
// say how far its place can be trusted.
#include "sounds/panel/sound_card.h"

#include <imgui.h>

#include <algorithm>

#include "canvas/draw/figure_marks.h"
#include "canvas/fill.h"
#include "canvas/text_metrics.h"
#include "canvas/theme.h"
#include "canvas/widgets/card.h"
#include "canvas/widgets/pill_button.h"
#include "canvas/widgets/tooltip.h"
#include "canvas/words.h"
#include "sounds/panel/waveform.h"
#include "sounds/sound_facts.h"

namespace meander {
namespace {

constexpr float kWidth_px = 244, kHeight_px = 174, kAside_px = 26, kEdge_px = 18;
constexpr float kLeastChart_px = 560;
constexpr int kStrokesShown = 60;

// With as many neighbours' names as fit whole.
std::string FittingFacts(const SoundsState& state, uint32_t item, float width_px) {
  for (const size_t count : {2, 1}) {
    std::string facts = FactsOfSound(state, item, count);
    if (TextWidth(kSmallText.face, kSmallText.size_px, facts) <= width_px) return facts;
  }
  return FitText(kSmallText.face, kSmallText.size_px, FactsOfSound(state, item, 0), width_px);
}

bool HasCard(const SoundsState& state, const View& view, const SoundsLayout& layout) {
  return state.pinned != kNoItem && !layout.is_figure && !layout.is_phone && !state.why.is_open &&
         view.viewport.width_px >= kLeastChart_px;
}

}  // namespace

std::optional<Rect> SoundCardBox(const SoundsState& state, const View& view,
                                 const SoundsLayout& layout) {
  if (!HasCard(state, view, layout)) return std::nullopt;
  const Point2 at = ScreenFromWorld(view.camera, view.viewport, PlaceOf(state, state.pinned));
  const float right_most = view.viewport.width_px - kEdge_px - 56;
  const bool fits_right = at.x + kAside_px + kWidth_px <= right_most;
  const float left = std::clamp(fits_right ? at.x + kAside_px : at.x - kAside_px - kWidth_px,
                                kEdge_px, std::max(kEdge_px, right_most - kWidth_px));
  const float top = std::clamp(at.y - kHeight_px / 2, 70.f,
                               std::max(70.f, layout.map_px.high.y - kHeight_px - kEdge_px));
  return Rect{{left, top}, {left + kWidth_px, top + kHeight_px}};
}

void DrawSoundCard(const SoundsState& state, const View& view, const SoundsLayout& layout,
                   std::vector<PanelAction>& done) {
  const bool is_pointed = state.hovered != kNoItem && state.hovered != state.pinned &&
                          state.dragged < 0 && !state.why.is_open;
  if (is_pointed) {
    const Point2 at = ScreenFromWorld(view.camera, view.viewport, PlaceOf(state, state.hovered));
    const Rect within{{8, 8}, layout.map_px.high - Point2{8, 8}};
    if (within.Contains(at)) {
      DrawTooltip(ImGui::GetForegroundDrawList(), at, 14, within, NameOf(state, state.hovered),
                  RegionNameOf(state, state.hovered));
    }
  }
  const auto box = SoundCardBox(state, view, layout);
  if (!box) return;
  const uint32_t item = state.pinned;
  Card card("sound", *box);
  const float left = box->low.x + 15, right = box->high.x - 15;
  Figure marks;
  marks.pixel_ratio = view.viewport.pixel_ratio;
  AddWaveform(state, item, {{left, box->low.y + 14}, {right, box->low.y + 44}}, kStrokesShown,
              {Token::kInk2, 1}, marks);
  DrawFigureMarks(marks, view.theme, card.list());
  DrawText(card.list(), kCardTitleText, {left, box->low.y + 66}, UiColor(Token::kInk),
           FitText(kCardTitleText.face, kCardTitleText.size_px, NameOf(state, item), right - left));
  DrawText(card.list(), kSmallText, {left, box->low.y + 86}, UiColor(Token::kInk2),
           FittingFacts(state, item, right - left));
  float y = box->low.y + 104;
  for (const std::string& line :
       BrokenLines(kSmallText.face, kSmallText.size_px, TrustOfSound(state, item), right - left)) {
    DrawText(card.list(), kSmallText, {left, y}, UiColor(Token::kInk2), line);
    y += 15;
  }
  const std::string put =
      Fill(words::kSoundsPutIn, {{"track", LabelOf(state, TrackToFill(state))}});
  const float top = box->high.y - 14 - kCompactPillHeight_px;
  float x = left;
  const auto pill = [&](std::string_view label, PillButtonOptions::Look look,
                        std::string_view action) {
    PillButtonOptions options;
    options.look = look;
    const float width = PillWidth(label, Icon::kNone, kCompactPillHeight_px);
    if (PillButton({{x, top}, {x + width, top + kCompactPillHeight_px}}, label, options)) {
      done.push_back({std::string(action), std::to_string(item)});
    }
    x += width + 6;
  };
  pill(put, PillButtonOptions::Look::kOutline, "put");
  pill(words::kSoundsWhy, PillButtonOptions::Look::kPlain, "why-open");
}

}  // namespace meander
