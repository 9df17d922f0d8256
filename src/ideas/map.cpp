// See map.h.
#include "ideas/map.h"

#include <algorithm>
#include <iterator>

#include "canvas/labels.h"

namespace meander {
namespace {

constexpr size_t kTitlesOnMap = 1500;
constexpr uint32_t kAllSections = (1u << std::size(kFirstViewSections)) - 1;

}  // namespace

Result<void> IdeaMap::Take(std::string_view section, const ChunkRef& chunk, ByteSpan bytes) {
  if (section == kExampleSection) {
    TRY(example_, ReadExample(bytes, item_count_));
    awaits_example_ = false;
    FinishIfWhole();
    return {};
  }
  const auto* found =
      std::find(std::begin(kFirstViewSections), std::end(kFirstViewSections), section);
  if (found == std::end(kFirstViewSections)) return {};
  if (section == "titles") {
    TRY(std::vector<std::string> titles, ReadTitles(bytes, chunk.item_count));
    titles_.resize(item_count_);
    std::move(titles.begin(), titles.end(), titles_.begin() + chunk.first_item);
    titles_until_.push_back(chunk.item_count);
    uint32_t arrived = 0;
    for (const uint32_t count : titles_until_) arrived += count;
    if (arrived < item_count_) return {};
  } else if (section == "positions") {
    TRY(positions_, ReadPositions(bytes, item_count_));
  } else if (section == "topics") {
    TRY(topics_, ReadTopics(bytes, item_count_, kTopicCount));
  } else if (section == "trust") {
    TRY(trust_, ReadTrust(bytes, item_count_));
  } else if (section == "importance") {
    TRY(importance_, ReadImportance(bytes, item_count_));
  } else {
    TRY(regions_, ReadRegions(bytes, item_count_, kTopicCount));
  }
  sections_taken_ |= 1u << (found - std::begin(kFirstViewSections));
  FinishIfWhole();
  return {};
}

void IdeaMap::FinishIfWhole() {
  if (complete_ || awaits_example_ || sections_taken_ != kAllSections) return;
  auto table = std::make_shared<PointTable>();
  table->version = 1;
  table->codes = positions_.codes;
  table->hues.resize(item_count_);
  bounds_ = {positions_.At(0), positions_.At(0)};
  for (uint32_t item = 0; item < item_count_; ++item) {
    table->hues[item] = topics_.Of(item);
    const Point2 at = positions_.At(item);
    bounds_.low = {std::min(bounds_.low.x, at.x), std::min(bounds_.low.y, at.y)};
    bounds_.high = {std::max(bounds_.high.x, at.x), std::max(bounds_.high.y, at.y)};
    item_by_id_.emplace(StableId(titles_[item]), item);
  }
  points_ = std::move(table);
  MakeLabels();
  complete_ = true;
}

void IdeaMap::MakeLabels() {
  std::vector<const Region*> regions;
  for (const Region& region : regions_) regions.push_back(&region);
  std::stable_sort(regions.begin(), regions.end(), [](const Region* a, const Region* b) {
    return a->level != b->level ? a->level < b->level : a->importance > b->importance;
  });
  for (const Region* region : regions) {
    const bool is_large = region->level == 0;
    const LabelLevel level = is_large ? kRegionLevel : kSubRegionLevel;
    LabelMark label;
    label.at = positions_.At(region->anchor);
    label.text = region->name;
    label.face = is_large ? Face::kRegionItalic : Face::kUi;
    label.size_px = is_large ? 19.f : 12.f;
    label.paint = {is_large ? TopicText(region->topic) : Token::kInk2, 1};
    // A finer level comes a little later and stays a little longer.
    const float later = region->level > 1 ? 1.8f : 1.f;
    label.scale_from = level.scale_from * later;
    label.scale_to = level.scale_to * later;
    label_candidates_.push_back(std::move(label));
  }
  std::vector<uint32_t> items(item_count_);
  for (uint32_t item = 0; item < item_count_; ++item) items[item] = item;
  std::stable_sort(items.begin(), items.end(),
                   [&](uint32_t a, uint32_t b) { return importance_[a] > importance_[b]; });
  items.resize(std::min(items.size(), kTitlesOnMap));
  for (const uint32_t item : items) {
    LabelMark label;
    label.at = positions_.At(item);
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

uint32_t IdeaMap::ItemOf(uint32_t stable_id) const {
  const auto found = item_by_id_.find(stable_id);
  return found == item_by_id_.end() ? kNoItem : found->second;
}

}  // namespace meander
