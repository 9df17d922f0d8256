// The map itself as the Ideas room holds it: where every article lies, its topic, its title, the
// names on the chart. Filled section by section as the pack's chunks arrive.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.h"
#include "canvas/scene.h"
#include "pack/format.h"
#include "pack/sections.h"

namespace meander {

// The sections without which there is no first picture; then one that a pack may lack.
inline constexpr std::string_view kFirstViewSections[] = {"positions", "topics",     "trust",
                                                          "regions",   "importance", "titles"};
inline constexpr std::string_view kExampleSection = "example";

class IdeaMap {
 public:
  explicit IdeaMap(uint32_t item_count = 0, bool has_example = false)
      : item_count_(item_count), awaits_example_(has_example) {}

  // Takes one verified chunk in; kCorrupt when it does not hold what it should.
  Result<void> Take(std::string_view section, const ChunkRef& chunk, ByteSpan bytes);
  bool is_complete() const { return complete_; }

  uint32_t item_count() const { return item_count_; }
  const std::shared_ptr<const PointTable>& points() const { return points_; }
  Point2 PlaceOf(uint32_t item) const { return positions_.At(item); }
  int TopicOf(uint32_t item) const { return topics_.Of(item); }
  bool TopicIsInferred(uint32_t item) const { return topics_.Inferred(item); }
  // How many of its ten true neighbours are among its thirty nearest on the map.
  int TrustOf(uint32_t item) const { return trust_[item]; }
  int ImportanceOf(uint32_t item) const { return importance_[item]; }
  const std::string& TitleOf(uint32_t item) const { return titles_[item]; }
  const std::vector<std::string>& titles() const { return titles_; }
  const std::vector<Region>& regions() const { return regions_; }
  const Rect& bounds() const { return bounds_; }
  // The stops of the prepared journey of a first visit, each with its cosine to the one before.
  const std::vector<Neighbor>& example() const { return example_; }
  // kNoItem for an id that no article of this map has.
  uint32_t ItemOf(uint32_t stable_id) const;
  uint32_t ItemOfTitle(std::string_view title) const { return ItemOf(StableId(title)); }
  // Region names, then sub-regions, then titles by importance: what PlanLabels takes.
  const std::vector<LabelMark>& label_candidates() const { return label_candidates_; }

 private:
  void FinishIfWhole();
  void MakeLabels();

  uint32_t item_count_;
  uint32_t sections_taken_ = 0;  // a bit each
  bool awaits_example_;
  bool complete_ = false;
  Positions positions_;
  Topics topics_;
  std::vector<uint8_t> trust_, importance_;
  std::vector<Region> regions_;
  std::vector<Neighbor> example_;
  std::vector<std::string> titles_;
  std::vector<uint32_t> titles_until_;  // items of the chunks that have come
  std::unordered_map<uint32_t, uint32_t> item_by_id_;
  std::shared_ptr<const PointTable> points_;
  std::vector<LabelMark> label_candidates_;
  Rect bounds_{{-1, -1}, {1, 1}};
};

}  // namespace meander
