// What is drawn on the stage: the view that the state speaks of.
#pragma once

#include "canvas/stage_painter.h"
#include "inside/numbers.h"
#include "inside/sentences.h"

namespace meander {

// `is_still`: for a picture; nothing is pointed at.
Scene InsideScene(const InsideState& state, const StageFrame& frame);

// The views, each in a file of its own (scene_bridge.cpp …); `area_px` is where each may draw.
void DrawBridge(const InsideState& state, Painter& paint, Rect area_px);
void DrawSumBar(const ShownMatrix& matrix, const InsideTarget& pointed, Painter& paint,
                Rect area_px);
void DrawGrid(const InsideState& state, Painter& paint, Rect area_px, bool is_whole_view);
void DrawWords(const InsideState& state, Painter& paint, Rect area_px);
void DrawRace(const InsideState& state, Painter& paint, Rect area_px);
void DrawWhy(const InsideState& state, Painter& paint, Rect area_px);
void DrawWhatIf(const InsideState& state, Painter& paint, Rect area_px);
void DrawDictionary(const InsideState& state, Painter& paint, Rect area_px);
void DrawInfluence(const InsideState& state, Painter& paint, Rect area_px);
void DrawGroups(const InsideState& state, Painter& paint, Rect area_px);

// Where words stand when they share a line: middles and half widths, set as large as they can be.
struct WordRow {
  float size_px = 0;
  std::vector<float> middle_px, half_px;
  std::vector<std::string> shown;  // cut where there is no room for all of it
};
WordRow RowOf(const std::vector<std::string>& words, float from_px, float to_px, float most_px,
              float least_px);
// The name of each unit that is no mark.
std::vector<std::string> NamesOf(std::string_view text, std::span<const InsideUnit> units);

}  // namespace meander
