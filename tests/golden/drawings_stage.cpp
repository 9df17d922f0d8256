// The sheet with a sum sign on it, and grids that fire where its ink is.
#include <cmath>

#include "../unit/drawings/made_up_sheet.h"
#include "drawings/figure.h"
#include "drawings/sheet_places.h"
#include "room_stages.h"

namespace meander::testing {
namespace {

const Ink kSum = {{{215, 165}, {445, 171}, {624, 153}, {827, 213}},
                  {{220, 181}, {321, 284}, {451, 430}, {584, 510}},
                  {{567, 504}, {379, 676}, {200, 864}},
                  {{200, 850}, {436, 865}, {649, 854}, {843, 808}}};

DrawingsLookAnswer LookAtInk(const Ink& ink) {
  DrawingsLookAnswer look = MadeUpLook();
  for (size_t layer = 0; layer < look.grids.size(); ++layer) {
    const int side = kDrawingLayers[layer].told_side;
    const std::vector<bool> inked = InkedPlaces(ink, side);
    for (size_t place = 0; place < inked.size(); ++place) {
      const auto column = static_cast<float>(place % static_cast<size_t>(side));
      const float slant = column / static_cast<float>(side);
      look.grids[layer].strength[place] = inked[place] ? 3 + 2 * slant : 0.4f * slant;
    }
  }
  return look;
}

// By quarters of the sheet, so that all four hues are there.
DrawingsGroupAnswer GroupsByQuarter(size_t places) {
  DrawingsGroupAnswer groups = MadeUpGroups(places);
  const auto side = static_cast<size_t>(std::lround(std::sqrt(static_cast<double>(places))));
  for (size_t g = 0; g < groups.groups.size(); ++g) {
    for (size_t place = 0; place < places; ++place) {
      const size_t row = 2 * (place / side) / side, column = 2 * (place % side) / side;
      groups.groups[g].strengths[place] = 2 * row + column == g ? 1.f : 0.1f;
    }
  }
  return groups;
}

void AnswerSheet(DrawingsState& state) {
  for (int turn = 0; turn < 9 && state.request != 0; ++turn) {
    DrawingsAnswer answer = LookAtInk(state.ink);
    if (const auto* strokes = std::get_if<DrawingsStrokeQuestion>(&state.asked)) {
      answer = MadeUpStrokes(strokes->ink.size());
    } else if (const auto* groups = std::get_if<DrawingsGroupQuestion>(&state.asked)) {
      answer = GroupsByQuarter(ToldPlacesOfDrawing(groups->layer));
    }
    TakeDrawingsReply(state, {state.request, RoomReply{WriteDrawingsAnswer(answer), true}});
  }
}

}  // namespace

std::vector<GoldenScene> DrawingsStages() {
  DrawingsState state;
  StartDrawings(state, MadeDrawingsHead(), "");
  // Of every channel the same piece: a slope.
  size_t channels = 0;
  for (const DrawingLayer& layer : kDrawingLayers) channels += layer.channels;
  for (size_t channel = 0; channel < channels; ++channel) {
    for (size_t at = 0; at < kPieceBytes; ++at) {
      const size_t row = 2 * at / kPieceSide, column = 2 * at % kPieceSide;
      const size_t off = row > column ? row - column : column - row;
      state.pieces.push_back(off < 2 ? 0xFF : off < 4 ? 0x55 : 0);
    }
  }
  PutInkOnSheet(state, kSum, -1);
  AnswerSheet(state);
  std::vector<GoldenScene> scenes;
  const Figure sheet = DrawingsPoster(state, 842, 560);
  scenes.push_back({"drawing_light", ThemeKind::kLight, sheet});
  scenes.push_back({"drawing_dark", ThemeKind::kDark, sheet});
  // A stroke that is pointed at stands out, on a phone's stage.
  ApplyToDrawings(state, "pin", "3 0 1");
  scenes.push_back({"drawing_stroke_light", ThemeKind::kLight, DrawingsPoster(state, 390, 700)});
  return scenes;
}

}  // namespace meander::testing
