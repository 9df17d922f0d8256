// The map itself as the Ideas room holds it: where every article lies, its topic, its title, the
// names on the chart. Filled section by section as the pack's chunks arrive.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.h"
#include "canvas/scene.h"
#include "pack/format.h"
#include "pack/layout_section.h"
#include "pack/sections.h"

namespace meander {

// Bit t: topic t, in the design's order, is wanted; 0: all are.
using TopicFilter = uint16_t;
bool IsTopicWanted(TopicFilter filter, int topic);

// What of the map is shown, and by what its dots are coloured.
struct MapLook {
  TopicFilter topics = 0;
  bool by_trust = false;
  friend bool operator==(const MapLook&, const MapLook&) = default;
};

// Where everything lies: the layout of the first view, and one in which what belongs together lies
// closer together, so that the land falls into islands.
enum class MapLayout : uint8_t { kOneLand = 0, kIslands = 1 };

// The sections without which there is no first picture; then one that a pack may lack.
inline constexpr std::string_view kFirstViewSections[] = {"positions", "topics",     "trust",
                                                          "regions",   "importance", "titles"};
inline constexpr std::string_view kExampleSection = "example";

class IdeaMap {
 public:
  explicit IdeaMap(uint32_t item_count = 0, bool has_example = false)
      : item_count_(item_count), awaits_example_(has_example) {}

  // Takes one verified chunk of the first view or of the islands in; kCorrupt when it does not hold
  // what it should.
  Result<void> Take(std::string_view section, const ChunkRef& chunk, ByteSpan bytes);
  bool is_complete() const { return complete_; }
  // Whether the pack's second layout has come, all of it.
  bool has_islands() const { return !islands_.trust.empty() && islands_left_ == 0; }
  // How far the map has gone over from the first layout, 0, to the second, 1. Without islands:
  // nothing.
  void GoOver(float share);
  float share() const { return share_; }
  bool is_going_over() const { return share_ > 0 && share_ < 1; }
  // Makes dots and names anew for another look.
  void Show(const MapLook& look);
  const MapLook& look() const { return look_; }

  uint32_t item_count() const { return item_count_; }
  // Of the layout that is shown, or that is left while the map goes over from it.
  const std::shared_ptr<const PointTable>& points() const { return points_[share_ >= 1]; }
  // Dots and names as they are now: other numbers after every change.
  uint64_t places_version() const { return places_version_; }
  void AddPoints(PointLayer& layer) const;
  Point2 PlaceOf(uint32_t item) const {
    const Point2 here = positions_.At(item);
    if (share_ <= 0) return here;
    const Point2 there = islands_.positions.At(item);
    return share_ >= 1 ? there : here + (there - here) * share_;
  }
  Point2 PlaceOn(MapLayout layout, uint32_t item) const {
    return (layout == MapLayout::kIslands ? islands_.positions : positions_).At(item);
  }
  int TopicOf(uint32_t item) const { return topics_.Of(item); }
  bool TopicIsInferred(uint32_t item) const { return topics_.Inferred(item); }
  // How many of its ten true neighbours are among its thirty nearest on the map.
  int TrustOf(uint32_t item) const { return TrustOn(shown_layout(), item); }
  int TrustOn(MapLayout layout, uint32_t item) const {
    return (layout == MapLayout::kIslands ? islands_.trust : trust_)[item];
  }
  MapLayout shown_layout() const {
    return share_ >= 0.5f ? MapLayout::kIslands : MapLayout::kOneLand;
  }
  int ImportanceOf(uint32_t item) const { return importance_[item]; }
  const std::string& TitleOf(uint32_t item) const { return titles_[item]; }
  const std::vector<std::string>& titles() const { return titles_; }
  uint32_t CountOfTopic(int topic) const { return topic_counts_[static_cast<size_t>(topic)]; }
  const std::vector<Region>& regions() const { return regions_; }
  const Rect& bounds() const { return bounds_; }
  // The stops of the prepared journey of a first visit, each with its cosine to the one before.
  const std::vector<Neighbor>& example() const { return example_; }
  // kNoItem for an id that no article of this map has.
  uint32_t ItemOf(uint32_t stable_id) const;
  uint32_t ItemOfTitle(std::string_view title) const { return ItemOf(StableId(title)); }
  // Region names, then sub-regions, then titles by importance: what PlanLabels takes. Of topics
  // that are not wanted only the regions' names are left, faint and last.
  const std::vector<LabelMark>& label_candidates() const { return label_candidates_; }
  // The regions' names alone, where they lie while the map goes over.
  std::vector<LabelMark> RegionNames() const;

 private:
  void FinishIfWhole();
  Result<void> TakeIslands(const ChunkRef& chunk, ByteSpan bytes);
  std::shared_ptr<const PointTable> PointsOn(MapLayout layout);
  void MakePoints();
  void MakeLabels();  // map_names.cpp
  void AddRegionNames(bool of_wanted, int most_level, std::vector<LabelMark>& into) const;
  void AddTitles();

  uint32_t item_count_;
  uint32_t sections_taken_ = 0;  // a bit each
  bool awaits_example_;
  bool complete_ = false;
  Positions positions_;
  Topics topics_;
  std::array<uint32_t, kTopicCount> topic_counts_{};
  std::vector<uint8_t> trust_, importance_;
  std::vector<Region> regions_;
  std::vector<Neighbor> example_;
  std::vector<std::string> titles_;
  std::vector<uint32_t> titles_until_;  // items of the chunks that have come
  std::unordered_map<uint32_t, uint32_t> item_by_id_;
  SecondLayout islands_;
  uint32_t islands_left_ = 0;  // items that have not come yet
  float share_ = 0;
  MapLook look_;
  uint64_t version_ = 0;  // of the newest table
  uint64_t places_version_ = 0;
  std::array<std::shared_ptr<const PointTable>, 2> points_;  // by MapLayout
  std::vector<LabelMark> label_candidates_;
  Rect bounds_{{-1, -1}, {1, 1}};
};

}  // namespace meander
