// See walk_card.h; measures from mock-ideas-walk: 330 wide, rows of 30, 18 px from the corner.
#include "ideas/panel/walk_card.h"

#include <imgui.h>

#include "canvas/text_metrics.h"
#include "canvas/theme.h"
#include "canvas/widgets/card.h"
#include "canvas/widgets/hit.h"
#include "canvas/widgets/shape.h"
#include "canvas/words.h"
#include "ideas/fill.h"

namespace meander {
namespace {

constexpr float kEdge_px = 18, kWidth_px = 330, kHead_px = 44, kRow_px = 30, kFoot_px = 10;

struct Row {
  Way way;
  std::string_view name;
  std::optional<Walk> walk;
};

std::vector<Row> RowsOf(const IdeasState& state) {
  std::vector<Row> rows{{Way::kMeaning, words::kWalkByMeaning, WalkOf(state, Way::kMeaning)},
                        {Way::kLinks, words::kWalkByLinks, WalkOf(state, Way::kLinks)}};
  // The third row is absent unless the reader has been from one end to the other.
  if (auto own = WalkOf(state, Way::kOwn)) {
    rows.push_back({Way::kOwn, words::kWalkOwn, std::move(own)});
  }
  return rows;
}

// The line's own look, 38 px of it: kind is dash, choice is colour.
void DrawSample(ImDrawList* list, Point2 left, Way way, bool is_chosen) {
  const ImU32 color = UiColor(is_chosen          ? Token::kAccent
                              : way == Way::kOwn ? Token::kInk3
                                                 : Token::kInk2);
  const float width = is_chosen ? 3 : way == Way::kOwn ? 1.6f : 1.8f;
  const float dash = way == Way::kLinks ? 6.f : 34.f, gap = way == Way::kLinks ? 4.f : 0.f;
  for (float x = 0; x < 32; x += dash + gap) {
    const float end = std::min(x + dash, 32.f);
    list->AddLine({left.x + x, left.y}, {left.x + end, left.y}, color, width);
  }
  if (is_chosen) {
    list->AddTriangleFilled({left.x + 38, left.y}, {left.x + 30, left.y - 4.5f},
                            {left.x + 30, left.y + 4.5f}, color);
  } else {
    list->AddCircleFilled({left.x + 35, left.y}, 3.5f, UiColor(Token::kRaised));
    list->AddCircle({left.x + 35, left.y}, 3.5f, color, 0, 1.6f);
  }
}

std::string DetailOf(const IdeasState& state, const Row& row) {
  if (row.walk) {
    const uint8_t weakest = row.walk->closenesses[static_cast<size_t>(row.walk->weakest)];
    return Fill(words::kWalkWeakestValue, {{"close", TwoDecimals(CosineOf(weakest))}});
  }
  const bool is_looking = state.walk.found[static_cast<size_t>(row.way)].request != 0;
  return std::string(is_looking ? words::kWalkLooking : words::kWalkNoWay);
}

}  // namespace

std::optional<Rect> WalkCardBox(const IdeasState& state, const View& view) {
  const bool has_pair = state.walk.from.item != kNoItem && state.walk.to.item != kNoItem;
  if (!state.walk.is_open || !has_pair || view.viewport.width_px < 560 ||
      view.viewport.height_px < 380) {
    return std::nullopt;
  }
  const auto rows = static_cast<float>(RowsOf(state).size());
  return Rect{{kEdge_px, kEdge_px},
              {kEdge_px + kWidth_px, kEdge_px + kHead_px + rows * kRow_px + kFoot_px}};
}

std::optional<Way> DrawWalkCard(const IdeasState& state, const View& view) {
  const std::optional<Rect> box = WalkCardBox(state, view);
  if (!box) return std::nullopt;
  const Card card("walk", *box);
  ImDrawList* list = card.list();
  const float left = box->low.x + 16, right = box->high.x - 16;
  const std::string title =
      FitText(kCardTitleText.face, kCardTitleText.size_px,
              Fill(words::kWalkTitle, {{"from", state.map.TitleOf(state.walk.from.item)},
                                       {"to", state.map.TitleOf(state.walk.to.item)}}),
              right - left);
  DrawText(list, kCardTitleText, {left, box->low.y + 28}, UiColor(Token::kInk), title);
  std::optional<Way> pressed;
  float top = box->low.y + kHead_px;
  for (const Row& row : RowsOf(state)) {
    const Rect place{{box->low.x + 8, top}, {box->high.x - 8, top + kRow_px}};
    const Hit hit = HitArea(row.name, place, place);
    if (hit.pressed) pressed = row.way;
    const bool is_chosen = state.walk.chosen == row.way;
    if (is_chosen || hit.hovered) {
      FillRounded(list, place, 8, UiColor(is_chosen ? Token::kAccentSoft : Token::kLand1));
    }
    const float middle = top + kRow_px / 2;
    DrawSample(list, {left + 3, middle}, row.way, is_chosen);
    const TextStyle style = is_chosen ? kHeadingText : kUiText;
    DrawText(list, style, {left + 54, MiddleBaseline(style, top, top + kRow_px)},
             UiColor(Token::kInk), row.name);
    const std::string detail = DetailOf(state, row);
    const float width = WidthOf(kSmallText, detail);
    DrawText(list, kSmallText, {right - width, MiddleBaseline(kSmallText, top, top + kRow_px)},
             UiColor(is_chosen ? Token::kInk2 : Token::kInk3), detail);
    top += kRow_px;
  }
  return pressed;
}

}  // namespace meander
