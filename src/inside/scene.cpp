// See scene.h: which view is drawn where, and how words share a line.
#include "inside/scene.h"

#include <algorithm>
#include <numeric>

#include "canvas/text_metrics.h"
#include "inside/scene_map.h"

namespace meander {

std::vector<std::string> NamesOf(std::string_view text, std::span<const InsideUnit> units) {
  std::vector<std::string> names;
  for (const InsideUnit& unit : units) {
    if (!unit.is_mark) names.push_back(WordsOfUnit(text, unit));
  }
  return names;
}

WordRow RowOf(const std::vector<std::string>& words, float from_px, float to_px, float most_px,
              float least_px) {
  WordRow row;
  if (words.empty()) return row;
  const auto count = static_cast<float>(words.size());
  const float room = to_px - from_px;
  const auto all_at = [&](float size) {
    return std::accumulate(words.begin(), words.end(), 0.f, [&](float sum, const std::string& w) {
      return sum + TextWidth(Face::kWordMedium, size, w);
    });
  };
  row.size_px = most_px;
  constexpr float kLeastGap_px = 9;
  while (row.size_px > least_px && all_at(row.size_px) + kLeastGap_px * (count - 1) > room) {
    row.size_px -= 0.5f;
  }
  const float all = all_at(row.size_px);
  row.shown = words;
  if (all + 4 * (count - 1) <= room) {
    // Justified: the first and the last stand at the ends; a few words keep together.
    const float gap = count > 1 ? std::min((room - all) / (count - 1), most_px * 4.2f) : 0;
    float x = from_px + (room - all - gap * (count - 1)) / 2;
    for (const std::string& word : words) {
      const float width = TextWidth(Face::kWordMedium, row.size_px, word);
      row.middle_px.push_back(x + width / 2);
      row.half_px.push_back(width / 2);
      x += width + gap;
    }
    return row;
  }
  // Too many for their letters: even places, each cut to its own.
  const float slot = room / count;
  for (size_t i = 0; i < words.size(); ++i) {
    row.shown[i] =
        slot < 16 ? std::string() : FitText(Face::kWordMedium, row.size_px, words[i], slot - 3);
    row.middle_px.push_back(from_px + slot * (static_cast<float>(i) + 0.5f));
    row.half_px.push_back(slot / 2 - 1);
  }
  return row;
}

Scene InsideScene(const InsideState& state, const StageFrame& frame) {
  Scene scene;
  if (frame.width_px < 40 || frame.height_px < 40) return scene;
  Painter paint(frame, scene);
  const float gutter = frame.gutter_px();
  const Rect area{{gutter, 0}, {frame.width_px - gutter, frame.height_px}};
  switch (state.look.view) {
    case InsideView::kBridge: {
      // With room enough every word's way through the layers stands below.
      const bool has_grid = !frame.is_narrow() && frame.height_px >= 470;
      const float split = has_grid ? std::max(frame.height_px - 248, 290.f) : frame.height_px;
      DrawBridge(state, paint, {area.low, {area.high.x, split}});
      if (has_grid) DrawGrid(state, paint, {{area.low.x, split + 6}, area.high}, false);
      break;
    }
    case InsideView::kWords: {
      const float split = frame.is_narrow() ? frame.height_px - 200 : frame.height_px * 0.62f;
      DrawWords(state, paint, {area.low, {area.high.x, split}});
      DrawRace(state, paint, {{area.low.x, split}, area.high});
      break;
    }
    case InsideView::kGrid: {
      // Below it, where there is room and a map to show, the way of a word over the map of ideas.
      const bool has_way = !frame.is_narrow() && frame.height_px >= 430 && state.map;
      const float split = has_way ? frame.height_px - 176 : frame.height_px;
      DrawGrid(state, paint, {area.low, {area.high.x, split}}, true);
      if (has_way) DrawWordWay(state, paint, {{area.low.x, split + 6}, area.high});
      break;
    }
    case InsideView::kGroups:
      DrawGroups(state, paint, area);
      break;
    case InsideView::kDictionary:
    case InsideView::kInfluence: {
      // Docked side by side where the stage is wide.
      const bool has_both = frame.width_px >= 800;
      const float split = area.low.x + area.width() * 0.42f;
      if (has_both || state.look.view == InsideView::kInfluence) {
        DrawInfluence(state, paint, {area.low, {has_both ? split : area.high.x, area.high.y}});
      }
      if (has_both)
        paint.Line({split + 18, 8}, {split + 18, area.high.y - 20}, 1, {Token::kRule, 1});
      if (has_both || state.look.view == InsideView::kDictionary) {
        DrawDictionary(state, paint, {{has_both ? split + 40 : area.low.x, area.low.y}, area.high});
      }
      break;
    }
    case InsideView::kWhy:
    case InsideView::kWhatIf: {
      // Docked under one another where there is room; else each is a tab of its own.
      const bool has_both = !frame.is_narrow() && frame.height_px >= 430;
      const float split = has_both ? frame.height_px * 0.52f : frame.height_px;
      if (has_both || state.look.view == InsideView::kWhy) {
        DrawWhy(state, paint, {area.low, {area.high.x, split}});
      }
      if (has_both) DrawWhatIf(state, paint, {{area.low.x, split}, area.high});
      if (!has_both && state.look.view == InsideView::kWhatIf) DrawWhatIf(state, paint, area);
      break;
    }
  }
  return scene;
}

}  // namespace meander
