// See panel.h. Measures from the design's mocks: card 344 wide, 18 px from the chart's edges.
#include "ideas/panel/panel.h"

#include <imgui.h>

#include <algorithm>

#include "canvas/figure_bar.h"
#include "canvas/text_metrics.h"
#include "canvas/theme.h"
#include "canvas/widgets/card.h"
#include "canvas/widgets/hop_profile.h"
#include "canvas/widgets/pill_button.h"
#include "canvas/widgets/tooltip.h"
#include "canvas/widgets/zoom_column.h"
#include "canvas/words.h"
#include "ideas/fill.h"
#include "ideas/page.h"
#include "ideas/page_parts.h"
#include "ideas/panel/walk_card.h"
#include "ideas/weather.h"

namespace meander {
namespace {

constexpr float kEdge_px = 18, kCardWidth_px = 344, kCardHeight_px = 182;
constexpr float kExampleHeight_px = 136;  // has no buttons and says less of itself

bool HasJourneyCard(const IdeasState& state, const View& view) {
  return state.map.is_complete() && !IsFigure(view) && !state.walk.is_open &&
         !state.replay.is_open && !state.tour.is_on && !ShowsDuet(state) &&
         view.viewport.width_px >= 560 &&
         view.viewport.height_px - view.viewport.inset_bottom_px >= 380 &&
         MainLine(state.journey).size() > 1;
}

Rect JourneyBox(const IdeasState& state, const View& view) {
  const float height = state.is_example ? kExampleHeight_px : kCardHeight_px;
  const float bottom = view.viewport.height_px - view.viewport.inset_bottom_px - kEdge_px;
  return {{kEdge_px, bottom - height}, {kEdge_px + kCardWidth_px, bottom}};
}

Point2 ZoomCorner(const View& view) {
  return {view.viewport.width_px - view.viewport.inset_right_px - kEdge_px,
          view.viewport.height_px - view.viewport.inset_bottom_px - kEdge_px};
}

// A replay's bar takes the lower edge, where the doubt stands otherwise.
bool HasBar(const IdeasState& state) { return state.replay.is_open || ShowsDuet(state); }

bool IsSmall(const View& view) {
  return view.viewport.width_px < 560 ||
         view.viewport.height_px - view.viewport.inset_bottom_px < 320;
}

// The key's button and, while it is open, its card or the strip that it is on phones; as large as
// web/pages/key.css makes them at most.
void AddKeyBoxes(const IdeasState& state, const View& view, std::vector<Rect>& boxes) {
  const float bottom = view.viewport.height_px - view.viewport.inset_bottom_px;
  const float right = view.viewport.width_px;
  if (IsPhone(view)) {
    boxes.push_back({{right - 52, bottom - 52}, {right, bottom}});
    if (state.shows_key) boxes.push_back({{0, bottom - 212}, {right, bottom}});
    return;
  }
  boxes.push_back({{right - 56, bottom - 180}, {right - 18, bottom - 142}});
  if (!state.shows_key) return;
  const float height =
      400 + (HasIslands(state) ? 100.f : 0.f) + (state.tints_by_trust ? 96.f : 0.f);
  const float top = bottom - 60 - std::min(height, bottom - 132);
  boxes.push_back({{right - 66 - 252, top}, {right - 66, bottom - 60}});
}

// The page's own search and buttons over the chart, as web/pages lays them out.
void AddPageBoxes(const IdeasState& state, const View& view, std::vector<Rect>& boxes) {
  const float right = view.viewport.width_px - kEdge_px;
  const float bottom = view.viewport.height_px - view.viewport.inset_bottom_px;
  if (!state.shows_list) AddKeyBoxes(state, view, boxes);
  if (state.walk.is_open) return;
  if (ShowsDuet(state)) {
    // The legend; on phones there is none.
    if (!IsPhone(view)) boxes.push_back({{kEdge_px, 18}, {kEdge_px + 400, 60}});
    return;
  }
  if (IsPhone(view)) {
    boxes.push_back({{8, bottom - 52}, {178, bottom - 8}});
  } else {
    boxes.push_back({{kEdge_px, 18}, {kEdge_px + 366, 60}});
    boxes.push_back({{right - 302, 22}, {right, 56}});
  }
}

void DrawJourneyCard(const IdeasState& state, const View& view, std::vector<PanelPress>& presses) {
  const Rect box = JourneyBox(state, view);
  Card card("journey", box);
  ImDrawList* list = card.list();
  const float left = box.low.x + 16, right = box.high.x - 16;
  const JourneyFacts facts = FactsOf(state.journey);
  HopProfileOptions options;
  options.longest = facts.longest;
  std::vector<float> lengths;
  for (const float length : facts.lengths) lengths.push_back(std::clamp(length, 0.05f, 1.f));
  DrawHopProfile(list, {{left, box.low.y + 14}, {right, box.low.y + 46}}, lengths, options);
  const std::string title =
      FitText(kCardTitleText.face, kCardTitleText.size_px, JourneyTitle(state), right - left);
  DrawText(list, kCardTitleText, {left, box.low.y + 72}, UiColor(Token::kInk), title);
  const std::string line = FitText(kSmallText.face, 12.5f, JourneyFactsLine(state), right - left);
  DrawText(list, {Face::kUi, 12.5f}, {left, box.low.y + 94}, UiColor(Token::kInk2), line);
  if (state.is_example) {
    DrawText(list, kHeadingText, {left, box.high.y - 18}, UiColor(Token::kInk),
             words::kExampleTurn);
    return;
  }
  const std::string more = FitText(kSmallText.face, 12.5f, JourneyMoreLine(state), right - left);
  DrawText(list, {Face::kUi, 12.5f}, {left, box.low.y + 111}, UiColor(Token::kInk2), more);
  float x = left;
  const auto pill = [&](std::string_view label, PillButtonOptions::Look look, PanelPress press) {
    const float width = PillWidth(label, Icon::kNone, kCompactPillHeight_px);
    const Rect place{{x, box.high.y - 16 - kCompactPillHeight_px}, {x + width, box.high.y - 16}};
    PillButtonOptions pill_options;
    pill_options.look = look;
    if (PillButton(place, label, pill_options)) presses.push_back(press);
    x += width + 8;
  };
  pill(words::kShareCopyLink, PillButtonOptions::Look::kPrimary, PanelPress::kCopyLink);
  pill(words::kJourneyReplay, PillButtonOptions::Look::kOutline, PanelPress::kReplay);
  pill(words::kJourneyPicture, PillButtonOptions::Look::kOutline, PanelPress::kPicture);
}

// The two lines of doubt beside the zoom column, and the room they take.
struct TrustLines {
  std::string_view first, second;
  float width_px = 0;
};

TrustLines TrustLinesOf(const IdeasState& state) {
  const std::string_view sentence = state.walk.is_open ? words::kWalkTrust : words::kTrustMap;
  const size_t middle = sentence.find(". ");
  TrustLines lines{sentence.substr(0, middle + 1), sentence.substr(middle + 2)};
  for (const std::string_view line : {lines.first, lines.second}) {
    lines.width_px = std::max(lines.width_px, TextWidth(kSmallText.face, kSmallText.size_px, line));
  }
  return lines;
}

void DrawTrustLine(const IdeasState& state, const View& view) {
  const TrustLines lines = TrustLinesOf(state);
  const Point2 corner = ZoomCorner(view);
  const float right = corner.x - ZoomColumnSize(true).x - 16;
  float y = corner.y - 22;
  ImDrawList* list = ImGui::GetBackgroundDrawList();
  for (const std::string_view line : {lines.first, lines.second}) {
    const float width = TextWidth(kSmallText.face, kSmallText.size_px, line);
    DrawHaloText(list, kSmallText, {right - width, y}, UiColor(Token::kInk2),
                 UiColor(Token::kWater, 0.9f), 2.5f, line);
    y += 17;
  }
}

std::string FarWord(const IdeasState& state, uint32_t item) {
  const std::optional<float> closeness = KnownCloseness(state, item);
  if (!closeness) return {};
  const Weather weather = WeatherOf(*closeness);
  const std::string_view word = weather == Weather::kNear       ? words::kTipNear
                                : weather == Weather::kMiddling ? words::kTipMiddling
                                                                : words::kTipLongWay;
  return ". " + std::string(word);
}

void DrawPointedCard(const IdeasState& state, const View& view, uint32_t item) {
  const Point2 at = ScreenFromWorld(view.camera, view.viewport, state.map.PlaceOf(item));
  const Rect within{{8, 8}, {view.viewport.width_px - 8, view.viewport.height_px - 8}};
  if (!within.Contains(at)) return;
  const std::string detail =
      std::string(kTopicNames[static_cast<size_t>(state.map.TopicOf(item))]) +
      (state.pointed_by_link ? FarWord(state, item) : std::string());
  DrawTooltip(ImGui::GetForegroundDrawList(), at, 12, within, state.map.TitleOf(item), detail);
}

}  // namespace

std::vector<Rect> PanelBoxes(const IdeasState& state, const View& view) {
  std::vector<Rect> boxes;
  if (ShowsFigure(state, view)) {
    boxes.push_back(FigureBarBox(view));
    const Point2 zoom = ZoomColumnSize(false);
    const Point2 right_top{view.viewport.width_px - kFigureZoomEdge_px, kFigureZoomEdge_px};
    if (view.viewport.width_px >= 560 && !view.is_locked)
      boxes.push_back({right_top - Point2{zoom.x, 0}, right_top + Point2{0, zoom.y}});
    return boxes;
  }
  if (HasJourneyCard(state, view)) boxes.push_back(JourneyBox(state, view));
  if (const auto card = WalkCardBox(state, view)) boxes.push_back(*card);
  AddPageBoxes(state, view, boxes);
  const Point2 corner = ZoomCorner(view), size = ZoomColumnSize(true);
  if (view.viewport.width_px >= 560) boxes.push_back({corner - size, corner});
  if (!IsSmall(view) && HasBar(state)) {
    const float bottom = view.viewport.height_px - view.viewport.inset_bottom_px - kEdge_px;
    boxes.push_back({{kEdge_px, bottom - 66}, {view.viewport.width_px - 72, bottom}});
  }
  if (!IsSmall(view) && !HasBar(state)) {
    const float left = corner.x - size.x - 16 - TrustLinesOf(state).width_px;
    boxes.push_back({{left - 6, corner.y - 40}, corner});
  }
  return boxes;
}

std::vector<PanelPress> DrawIdeasPanel(const IdeasState& state, const View& view) {
  std::vector<PanelPress> presses;
  if (!state.map.is_complete()) return presses;
  if (HasJourneyCard(state, view)) DrawJourneyCard(state, view, presses);
  constexpr PanelPress kWays[] = {PanelPress::kWayMeaning, PanelPress::kWayLinks,
                                  PanelPress::kWayOwn};
  if (const auto way = DrawWalkCard(state, view)) {
    presses.push_back(kWays[static_cast<size_t>(*way)]);
  }
  if (!IsSmall(view) && !HasBar(state) && !ShowsFigure(state, view)) DrawTrustLine(state, view);
  const uint32_t item = state.pointed != kNoItem  ? state.pointed
                        : state.tapped != kNoItem ? state.tapped
                                                  : state.cursor;
  if (item != kNoItem) DrawPointedCard(state, view, item);
  return presses;
}

}  // namespace meander
