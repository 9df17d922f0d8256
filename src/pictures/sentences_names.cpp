// What places, layers, groups and classes are called; see sentences.h.
#include <algorithm>
#include <array>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/words.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

constexpr std::array kRows = {words::kPicturesRow0, words::kPicturesRow1, words::kPicturesRow2,
                              words::kPicturesRow3, words::kPicturesRow4};
constexpr std::array kColumns = {words::kPicturesColumn0, words::kPicturesColumn1,
                                 words::kPicturesColumn2, words::kPicturesColumn3,
                                 words::kPicturesColumn4};

// A fifth of the way each; 0 … 1.
size_t Fifth(float at) { return static_cast<size_t>(std::clamp(static_cast<int>(at * 5), 0, 4)); }

std::string SpotInWords(float x, float y) {
  const size_t row = Fifth(y), column = Fifth(x);
  if (row == 2 && column == 2) return std::string(words::kPicturesPlaceMiddle);
  return Fill(words::kPicturesPlaceName,
              {{"row", std::string(kRows[row])}, {"column", std::string(kColumns[column])}});
}

// Where its strengths lie: their middle, how far they reach from it, and how much of them lies
// along the picture's edge.
struct Spread {
  float x = 0.5f, y = 0.5f, reach_x = 0, reach_y = 0, edge = 0;
};
Spread SpreadOf(const std::vector<PictureGroup>& groups, size_t which) {
  const std::vector<float>& strengths = groups[which].strengths;
  Spread spread;
  const int side = static_cast<int>(std::lround(std::sqrt(static_cast<float>(strengths.size()))));
  if (side == 0 ||
      size_t{1} * static_cast<size_t>(side) * static_cast<size_t>(side) != strengths.size()) {
    return spread;
  }
  float sum = 0, x = 0, y = 0, xx = 0, yy = 0, edge = 0;
  const int rim = std::max(side / 7, 1);
  for (int row = 0; row < side; ++row) {
    for (int column = 0; column < side; ++column) {
      const auto place = static_cast<size_t>(row * side + column);
      float all = 0;
      for (const PictureGroup& group : groups) {
        if (place < group.strengths.size()) all += group.strengths[place];
      }
      // Where it fires hard, and the others do not, is where it is.
      const float own = all > 0 ? strengths[place] / all : 0;
      const float weight = strengths[place] * strengths[place] * own * own;
      const float at_x = (static_cast<float>(column) + 0.5f) / static_cast<float>(side);
      const float at_y = (static_cast<float>(row) + 0.5f) / static_cast<float>(side);
      sum += weight;
      x += weight * at_x;
      y += weight * at_y;
      xx += weight * at_x * at_x;
      yy += weight * at_y * at_y;
      const int to_edge = std::min({row, column, side - 1 - row, side - 1 - column});
      if (to_edge < rim) edge += weight;
    }
  }
  if (!(sum > 0)) return spread;
  spread.x = x / sum;
  spread.y = y / sum;
  spread.reach_x = std::sqrt(std::max(xx / sum - spread.x * spread.x, 0.f));
  spread.reach_y = std::sqrt(std::max(yy / sum - spread.y * spread.y, 0.f));
  spread.edge = edge / sum;
  return spread;
}

// A thing spread evenly over all of it reaches 0.289 from its middle.
constexpr float kWide = 0.27f;

std::string SpreadInWords(const Spread& spread) {
  const bool is_wide = spread.reach_x > kWide, is_high = spread.reach_y > kWide;
  if (is_wide && is_high) {
    return std::string(spread.edge > 0.6f ? words::kPicturesGroupEdge : words::kPicturesGroupAll);
  }
  if (is_wide && spread.y < 0.4f) return std::string(words::kPicturesGroupUpper);
  if (is_wide && spread.y > 0.6f) return std::string(words::kPicturesGroupLower);
  if (is_high && spread.x < 0.4f) return std::string(words::kPicturesGroupLeft);
  if (is_high && spread.x > 0.6f) return std::string(words::kPicturesGroupRight);
  return SpotInWords(spread.x, spread.y);
}

}  // namespace

std::string PlaceInWords(int side, int place) {
  if (side <= 0) return {};
  const auto middle = [&](int at) {
    return (static_cast<float>(at) + 0.5f) / static_cast<float>(side);
  };
  return SpotInWords(middle(place % side), middle(place / side));
}

namespace {

std::string NameAmong(const std::vector<PictureGroup>& groups, size_t group) {
  if (group >= groups.size()) return {};
  const std::string name = SpreadInWords(SpreadOf(groups, group));
  size_t same = 1;
  for (size_t before = 0; before < group; ++before) {
    if (SpreadInWords(SpreadOf(groups, before)) == name) ++same;
  }
  if (same == 1) return name;
  return Fill(words::kPicturesGroupAgain, {{"name", name}, {"count", std::to_string(same)}});
}

}  // namespace

std::string GroupName(const PicturesState& state, size_t group) {
  const PicturesGroupAnswer* groups = GroupsSeen(state);
  return groups == nullptr ? std::string() : NameAmong(groups->groups, group);
}
std::string SourceName(const PicturesState& state, size_t group) {
  const PicturesGroupAnswer* groups = FlowSeen(state);
  return groups == nullptr ? std::string() : NameAmong(groups->from, group);
}

std::string LayerName(int layer) {
  if (layer >= kPictureEnd) return std::string(words::kPicturesLayerEnd);
  return Fill(words::kPicturesLayer,
              {{"layer", std::string(kPictureLayers[static_cast<size_t>(layer)].label)}});
}
std::string LayerTitle(int layer) {
  if (layer >= kPictureEnd) return std::string(words::kPicturesLayerEndTitle);
  return Fill(words::kPicturesLayerTitle,
              {{"layer", std::string(kPictureLayers[static_cast<size_t>(layer)].label)}});
}

std::string ClassName(const PicturesState& state, uint16_t number) {
  if (number < state.class_names.size()) return state.class_names[number];
  if (const PicturesLookAnswer* seen = LookSeen(state)) {
    for (const PictureClass& known : seen->classes) {
      if (known.index == number) return known.name;
    }
  }
  return Fill(words::kPicturesClass, {{"number", std::to_string(number)}});
}

ClassNames NamesAsked(const PicturesState& state) {
  const std::optional<ClassPair> pair = ClassesAsked(state);
  if (!pair) return {};
  return {ClassName(state, pair->a), pair->b == kNoClass ? "" : ClassName(state, pair->b)};
}

bool IsSureOfNothing(const PicturesLookAnswer& seen) { return seen.classes[0].share < 0.1f; }

float TrueRise(const PicturesShareAnswer& shares) { return shares.value - shares.value_at_zero; }
float TrueRise(const PicturesGroupAnswer& groups) { return groups.value - groups.value_at_zero; }

}  // namespace meander
