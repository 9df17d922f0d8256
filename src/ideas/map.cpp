// See map.h.
#include "ideas/map.h"

#include <algorithm>
#include <iterator>

#include "ideas/trust.h"

namespace meander {
namespace {

constexpr uint8_t kNoTrust = 255;  // of an item whose place on the islands has not come
constexpr uint32_t kAllSections = (1u << std::size(kFirstViewSections)) - 1;

}  // namespace

bool IsTopicWanted(TopicFilter filter, int topic) {
  return filter == 0 || ((filter >> topic) & 1) != 0;
}

Result<void> IdeaMap::Take(std::string_view section, const ChunkRef& chunk, ByteSpan bytes) {
  if (section == kIslands) return TakeIslands(chunk, bytes);
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
  bounds_ = {positions_.At(0), positions_.At(0)};
  for (uint32_t item = 0; item < item_count_; ++item) {
    ++topic_counts_[topics_.Of(item)];
    const Point2 at = positions_.At(item);
    bounds_.low = {std::min(bounds_.low.x, at.x), std::min(bounds_.low.y, at.y)};
    bounds_.high = {std::max(bounds_.high.x, at.x), std::max(bounds_.high.y, at.y)};
    item_by_id_.emplace(StableId(titles_[item]), item);
  }
  MakePoints();
  MakeLabels();
  complete_ = true;
}

void IdeaMap::Show(const MapLook& look) {
  if (look == look_) return;
  look_ = look;
  if (!complete_) return;
  MakePoints();
  MakeLabels();
}

// A chunk that came before is taken again for nothing.
Result<void> IdeaMap::TakeIslands(const ChunkRef& chunk, ByteSpan bytes) {
  SecondLayout part;
  TRY_VOID(ReadLayout(bytes, chunk.item_count, part));
  if (has_islands()) return {};
  if (islands_.trust.empty()) {
    islands_.positions.codes.resize(size_t{item_count_} * 2);
    islands_.trust.resize(item_count_, kNoTrust);
    islands_left_ = item_count_;
  }
  if (islands_.trust[chunk.first_item] != kNoTrust) return {};
  std::ranges::copy(part.positions.codes,
                    islands_.positions.codes.begin() + size_t{chunk.first_item} * 2);
  std::ranges::copy(part.trust, islands_.trust.begin() + chunk.first_item);
  islands_left_ -= chunk.item_count;
  if (has_islands() && complete_) MakePoints();
  return {};
}

void IdeaMap::GoOver(float share) {
  share = std::clamp(share, 0.f, 1.f);
  if (!has_islands() || share == share_) return;
  share_ = share;
  ++places_version_;
  if (!is_going_over()) MakeLabels();
}

std::shared_ptr<const PointTable> IdeaMap::PointsOn(MapLayout layout) {
  auto table = std::make_shared<PointTable>();
  table->version = ++version_;
  table->codes = (layout == MapLayout::kIslands ? islands_.positions : positions_).codes;
  table->palette = look_.by_trust ? Palette::kTrust : Palette::kTopics;
  table->hues.resize(item_count_);
  if (look_.topics != 0) table->flags.resize(item_count_);
  for (uint32_t item = 0; item < item_count_; ++item) {
    table->hues[item] = look_.by_trust ? static_cast<uint8_t>(TrustGradeOf(TrustOn(layout, item)))
                                       : topics_.Of(item);
    if (!table->flags.empty() && !IsTopicWanted(look_.topics, TopicOf(item))) {
      table->flags[item] = kDimmedFlag;
    }
  }
  return table;
}

void IdeaMap::MakePoints() {
  points_[0] = PointsOn(MapLayout::kOneLand);
  if (has_islands()) points_[1] = PointsOn(MapLayout::kIslands);
  ++places_version_;
}

void IdeaMap::AddPoints(PointLayer& layer) const {
  layer.table = points();
  if (!is_going_over()) return;
  layer.towards = points_[1];
  layer.share = share_;
}

uint32_t IdeaMap::ItemOf(uint32_t stable_id) const {
  const auto found = item_by_id_.find(stable_id);
  return found == item_by_id_.end() ? kNoItem : found->second;
}

}  // namespace meander
