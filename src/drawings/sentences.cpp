// See sentences.h.
#include "drawings/sentences.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "drawings/pen.h"
#include "drawings/wishes.h"

namespace meander {
namespace {

using Kind = DrawingTarget::Kind;
constexpr float kSure = 0.5f;

// `x` and `y`: 0 … 1 from the upper left.
std::string SpotOnSheet(float x, float y) {
  constexpr std::array kRows = {words::kPicturesRow0, words::kPicturesRow1, words::kPicturesRow2,
                                words::kPicturesRow3, words::kPicturesRow4};
  constexpr std::array kColumns = {words::kPicturesColumn0, words::kPicturesColumn1,
                                   words::kPicturesColumn2, words::kPicturesColumn3,
                                   words::kPicturesColumn4};
  const auto fifth = [](float share) {
    return static_cast<size_t>(std::clamp(static_cast<int>(share * 5), 0, 4));
  };
  const size_t row = fifth(y), column = fifth(x);
  if (row == 2 && column == 2) return std::string(words::kPicturesPlaceMiddle);
  return Fill(words::kPicturesPlaceName,
              {{"row", std::string(kRows[row])}, {"column", std::string(kColumns[column])}});
}

std::string SpotOfPlace(int side, int place) {
  const auto middle = [&](int at) {
    return (static_cast<float>(at) + 0.5f) / static_cast<float>(side);
  };
  return SpotOnSheet(middle(place % side), middle(place / side));
}

std::string GroupSpot(const DrawingGroup& group, int side) {
  float sum = 0, x = 0, y = 0;
  for (size_t place = 0; place < group.strengths.size(); ++place) {
    const float weight = group.strengths[place] * group.strengths[place];
    sum += weight;
    x += weight * (static_cast<float>(static_cast<int>(place) % side) + 0.5f);
    y += weight * (static_cast<float>(static_cast<int>(place) / side) + 0.5f);
  }
  if (sum <= 0) return std::string(words::kPicturesPlaceMiddle);
  const auto scale = sum * static_cast<float>(side);
  return SpotOnSheet(x / scale, y / scale);
}

std::string Starred(const DrawingsState& state) {
  if (InkWithLive(state).empty()) return std::string(words::kDrawingsEmpty);
  const DrawingsLookAnswer* seen = DrawingSeen(state);
  if (seen == nullptr) {
    return std::string(state.asks_to_fetch ? words::kDrawingsNotRead : words::kDrawingsReading);
  }
  const DrawnSign& first = seen->signs[0];
  std::string says = state.look.ghost ? std::string(words::kInsideGhostSays) + " " : "";
  says +=
      Fill(first.share >= kSure ? words::kDrawingsSays : words::kDrawingsGuesses,
           {{"sign", SignName(first)}, {"share", std::to_string(std::lround(first.share * 100))}});
  const std::string decides = WhatDecides(state);
  if (!decides.empty()) says += " " + decides;
  return says;
}

}  // namespace

std::string WhatDecides(const DrawingsState& state) {
  const DrawingsLookAnswer* seen = DrawingSeen(state);
  const DrawingsStrokeAnswer* strokes = StrokesSeen(state);
  const int deciding = DecidingStroke(state);
  if (seen == nullptr || strokes == nullptr || deciding < 0 || state.is_drawing()) return {};
  const auto at = std::ranges::find(strokes->losses, deciding,
                                    [](const StrokeLoss& loss) { return int{loss.stroke}; });
  const std::string number = std::to_string(deciding + 1);
  // The ghost is asked about the sign that the network itself sees, whatever it says first.
  if (state.look.ghost) {
    return Fill(at->loss > 0 ? words::kDrawingsGhostLeans : words::kDrawingsGhostAgainst,
                {{"sign", SignName(state, SignsAsked(state).a)}, {"stroke", number}});
  }
  if (at->top.index != seen->signs[0].index) {
    return Fill(words::kDrawingsDecides, {{"stroke", number}, {"other", SignName(at->top)}});
  }
  return Fill(words::kDrawingsNoneDecides,
              {{"stroke", number}, {"sign", SignName(seen->signs[0])}});
}

std::string SignName(const DrawnSign& sign) {
  return Fill(words::kDrawingsSignName, {{"sign", sign.sign}, {"name", sign.name}});
}

std::string SignName(const DrawingsState& state, uint16_t number) {
  const auto named = [&](const DrawingsLookAnswer& look) {
    return std::ranges::find(look.signs, number, &DrawnSign::index);
  };
  if (state.latest && named(*state.latest) != state.latest->signs.end()) {
    return SignName(*named(*state.latest));
  }
  for (const DrawingKnown& known : state.known) {
    const auto* look = known.answer ? std::get_if<DrawingsLookAnswer>(&*known.answer) : nullptr;
    if (look != nullptr && named(*look) != look->signs.end()) return SignName(*named(*look));
  }
  return Fill(words::kDrawingsSignNumber, {{"number", std::to_string(number)}});
}

std::string DrawingLayerTitle(int layer) {
  return Fill(words::kPicturesLayerTitle,
              {{"layer", std::string(kDrawingLayers[static_cast<size_t>(layer)].label)}});
}

std::string DrawingGroupName(const DrawingsGroupAnswer& groups, size_t group, int side) {
  const std::string name = GroupSpot(groups.groups[group], side);
  size_t same = 1;
  for (size_t before = 0; before < group; ++before) {
    if (GroupSpot(groups.groups[before], side) == name) ++same;
  }
  if (same == 1) return name;
  return Fill(words::kPicturesGroupAgain, {{"name", name}, {"count", std::to_string(same)}});
}

int DecidingStroke(const DrawingsState& state) {
  const DrawingsStrokeAnswer* strokes = StrokesSeen(state);
  if (strokes == nullptr || strokes->losses.size() < 2 || strokes->done < strokes->in_all) {
    return -1;
  }
  return std::ranges::max_element(strokes->losses, {}, &StrokeLoss::loss)->stroke;
}

std::string StrokesInWords(const DrawingsState& state) {
  const size_t count = state.ink.size() + (state.is_drawing() ? 1 : 0);
  if (count == 1) return std::string(words::kDrawingsOneStroke);
  return Fill(words::kDrawingsStrokes, {{"count", std::to_string(count)}});
}

std::vector<Phrase> DrawingSays(const DrawingsState& state) {
  return StarredPhrases(Starred(state));
}
std::string SentenceOfDrawing(const DrawingsState& state) {
  std::string plain;
  for (const Phrase& phrase : DrawingSays(state)) plain += phrase.text;
  return plain;
}

std::string PointedInDrawing(const DrawingsState& state) {
  const DrawingTarget target = state.pointed();
  if (target.kind == Kind::kStroke) {
    const DrawingsStrokeAnswer* strokes = StrokesSeen(state);
    if (strokes == nullptr) return {};
    for (const StrokeLoss& loss : strokes->losses) {
      if (loss.stroke != target.b) continue;
      return Fill(words::kDrawingsPointedStroke, {{"stroke", std::to_string(loss.stroke + 1)},
                                                  {"value", Signed(loss.loss)},
                                                  {"other", SignName(loss.top)}});
    }
    return {};
  }
  const DrawingsLookAnswer* seen = DrawingSeen(state);
  if (target.kind == Kind::kGroup) {
    const DrawingsGroupAnswer* groups = DrawingGroupsSeen(state);
    if (groups == nullptr || target.b >= groups->groups.size()) return {};
    const int side = kDrawingLayers[state.look.layer].told_side;
    return Fill(words::kDrawingsPointedGroup,
                {{"name", DrawingGroupName(*groups, target.b, side)},
                 {"value", Signed(groups->groups[target.b].share)},
                 {"without", Signed(groups->groups[target.b].without)}});
  }
  if (target.kind != Kind::kPlace || seen == nullptr) return {};
  const DrawingGrid& grid = seen->grids[target.a];
  return Fill(words::kPicturesPointedPlace,
              {{"place", SpotOfPlace(kDrawingLayers[target.a].told_side, target.b)},
               {"layer", LowerFirst(DrawingLayerTitle(target.a))},
               {"channel", std::to_string(grid.channels[size_t{4} * target.b])},
               {"value", Plainly(grid.values[size_t{4} * target.b])}});
}

std::string TitleOfDrawings(const DrawingsState& state) {
  const DrawingsLookAnswer* seen = DrawingSeen(state);
  if (seen == nullptr) return std::string(words::kDrawingsTitle);
  return Fill(state.look.ghost ? words::kDrawingsTitleGhost : words::kDrawingsTitleOf,
              {{"sign", SignName(seen->signs[0])}});
}

std::string AltOfDrawings(const DrawingsState& state) {
  return Fill(words::kDrawingsAlt,
              {{"strokes", StrokesInWords(state)}, {"says", SentenceOfDrawing(state)}});
}

}  // namespace meander
