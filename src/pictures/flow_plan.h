// Where the nodes and bands of a flow of groups lie, and which of them are lit.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "pictures/flow.h"
#include "space/point.h"

namespace meander {

inline constexpr float kNode_px = 12;
// How clearly: what is lit, what is not, what is cut off.
inline constexpr float kLit = 0.9f, kUnlit = 0.15f, kCutOff = 0.05f;

// To the right, or down where the stage is narrow: `along` runs with the flow, `across` over it.
struct FlowPlan {
  bool is_down = false;
  Rect area;
  float along[3] = {0, 0, 0};               // where the nodes of each layer begin, and the names
  float low = 0, high = 0;                  // between these the nodes lie
  float scale = 0;                          // pixels of what is worth 1
  std::vector<float> from_size, to_size;    // of the nodes, in pixels
  std::vector<float> from_start, to_start;  // across
  float plus = 0, minus = 0;                // what speaks for, what against
  float plus_start = 0, minus_start = 0;

  Point2 At(float along_px, float across_px) const {
    return is_down ? Point2{across_px, along_px} : Point2{along_px, across_px};
  }
  Rect Node(int layer, float start, float size) const {
    return {At(along[layer], start), At(along[layer] + kNode_px, start + std::max(size, 2.f))};
  }
};

FlowPlan FlowPlanOf(const PicturesGroupAnswer& flow, const Rect& area_px, bool is_down);

// What is lit: everything, or what passes through the group that is spoken of.
class FlowLight {
 public:
  FlowLight(const PicturesState& state, const PicturesGroupAnswer& flow);

  const std::optional<ChosenGroup>& chosen() const { return chosen_; }
  std::optional<ChosenGroup> hidden() const { return is_hidden_ ? pinned_ : std::nullopt; }
  bool IsHidden(bool is_earlier, size_t index) const;
  bool IsChosen(bool is_earlier, size_t index) const;
  float OfStrand(size_t from, size_t to) const;
  float OfShare(size_t to) const;
  // Of a group's land: its own, or by how much of the chosen one's strands is its.
  float OfLand(bool is_earlier, size_t index) const;

 private:
  // Of the widest strand of the same earlier (or later) group.
  float PartOf(size_t from, size_t to, bool of_earlier) const;

  const PicturesGroupAnswer& flow_;
  std::optional<ChosenGroup> chosen_, pinned_;
  bool is_hidden_ = false, is_only_ = false;
};

}  // namespace meander
