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

}  // namespace

std::string SpotName(float x, float y) {
  const size_t row = Fifth(y), column = Fifth(x);
  if (row == 2 && column == 2) return std::string(words::kPicturesPlaceMiddle);
  return Fill(words::kPicturesPlaceName,
              {{"row", std::string(kRows[row])}, {"column", std::string(kColumns[column])}});
}

std::string PlaceInWords(int side, int place) {
  if (side <= 0) return {};
  const auto middle = [&](int at) {
    return (static_cast<float>(at) + 0.5f) / static_cast<float>(side);
  };
  return SpotName(middle(place % side), middle(place / side));
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

int ClassCountOf(const PicturesState& state) {
  return state.other.is_on ? static_cast<int>(state.other.labels.size()) : int{kPictureClassCount};
}
const std::vector<std::string>& ClassNamesOf(const PicturesState& state) {
  return state.other.is_on ? state.other.labels : state.class_names;
}

std::string ClassName(const PicturesState& state, uint16_t number) {
  const std::vector<std::string>& names = ClassNamesOf(state);
  if (number < names.size()) return names[number];
  if (const PicturesLookAnswer* seen = LookSeen(state)) {
    for (const PictureClass& known : seen->classes) {
      if (known.index == number) return known.name;
    }
  }
  return Fill(words::kPicturesClass, {{"number", std::to_string(number)}});
}

std::string_view PictureViewName(PictureView view) {
  constexpr std::string_view kNames[kPictureViews] = {
      words::kTabGrid,   words::kTabGroups,     words::kTabWhy,
      words::kTabWhatIf, words::kTabDictionary, words::kPicturesTabUnits};
  return kNames[static_cast<size_t>(view)];
}

std::string UnitName(const PicturesState& state, int layer, uint16_t unit) {
  if (layer > kPictureEnd) return ClassName(state, unit);
  return UpperFirst(Fill(words::kPicturesChannel, {{"number", std::to_string(unit)}}));
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
