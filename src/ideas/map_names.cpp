// The names on the chart, in the order in which they win a collision; see map.h.
#include <algorithm>

#include "canvas/labels.h"
#include "ideas/map.h"

namespace meander {
namespace {

constexpr size_t kTitlesOnMap = 1500;
constexpr float kAway = 0.45f;  // opacity of a region's name whose topic is not wanted

}  // namespace

void IdeaMap::MakeLabels() {
  label_candidates_.clear();
  constexpr int kEveryLevel = 255;
  AddRegionNames(true, kEveryLevel, label_candidates_);
  AddTitles();
  // Where one is stays readable, but whatever is wanted comes first.
  if (look_.topics != 0) AddRegionNames(false, 0, label_candidates_);
}

std::vector<LabelMark> IdeaMap::RegionNames() const {
  std::vector<LabelMark> names;
  AddRegionNames(true, 0, names);
  if (look_.topics != 0) AddRegionNames(false, 0, names);
  return names;
}

void IdeaMap::AddRegionNames(bool of_wanted, int most_level, std::vector<LabelMark>& into) const {
  std::vector<const Region*> regions;
  for (const Region& region : regions_) {
    const bool is_wanted = IsTopicWanted(look_.topics, region.topic);
    if (is_wanted == of_wanted && region.level <= most_level) regions.push_back(&region);
  }
  std::stable_sort(regions.begin(), regions.end(), [](const Region* a, const Region* b) {
    return a->level != b->level ? a->level < b->level : a->importance > b->importance;
  });
  for (const Region* region : regions) {
    const bool is_large = region->level == 0;
    const LabelLevel level = is_large ? kRegionLevel : kSubRegionLevel;
    LabelMark label;
    label.at = PlaceOf(region->anchor);
    label.text = region->name;
    label.face = is_large ? Face::kRegionItalic : Face::kUi;
    label.size_px = is_large ? 19.f : 12.f;
    // Among dots coloured by trust a topic's colour would say something it does not mean.
    const bool has_hue = is_large && !look_.by_trust;
    label.paint = {has_hue ? TopicText(region->topic) : Token::kInk2, of_wanted ? 1 : kAway};
    // A finer level comes a little later and stays a little longer.
    const float later = region->level > 1 ? 1.8f : 1.f;
    label.scale_from = level.scale_from * later;
    label.scale_to = level.scale_to * later;
    into.push_back(std::move(label));
  }
}

void IdeaMap::AddTitles() {
  std::vector<uint32_t> items;
  for (uint32_t item = 0; item < item_count_; ++item) {
    if (IsTopicWanted(look_.topics, TopicOf(item))) items.push_back(item);
  }
  std::stable_sort(items.begin(), items.end(),
                   [&](uint32_t a, uint32_t b) { return importance_[a] > importance_[b]; });
  items.resize(std::min(items.size(), kTitlesOnMap));
  for (const uint32_t item : items) {
    LabelMark label;
    label.at = PlaceOf(item);
    label.text = titles_[item];
    label.size_px = 12;
    label.paint = {Token::kInk, 1};
    label.place = LabelPlace::kAbove;
    label.distance_px = 5;
    label.scale_from = kTitleLevel.scale_from;
    label.scale_to = kTitleLevel.scale_to;
    label.item = item;
    label_candidates_.push_back(std::move(label));
  }
}

}  // namespace meander
