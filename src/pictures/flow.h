// Groups of an earlier layer and what of each passes through those that are looked at: which one is
// spoken of, how far each belongs to it, and what the actions "flow…" do.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "pictures/state.h"

namespace meander {

// A group that is pinned or pointed at.
struct ChosenGroup {
  const PictureGroup* group = nullptr;
  size_t index = 0;
  bool is_earlier = false;  // of the layer that flows
};
inline bool IsOfGroups(const PictureTarget& target) {
  return target.kind == PictureTarget::Kind::kGroup || target.kind == PictureTarget::Kind::kSource;
}
// By a group of its own, or by a place that it leads; nothing: no such group is here. Places count
// only where a flow is looked at: elsewhere they speak for themselves.
std::optional<ChosenGroup> ChosenGroupOf(const PicturesState& state, const PictureTarget& target);
// The group that fires most at a place, each by what it is at its strongest; −1: none does.
int LeadingGroupAt(const std::vector<PictureGroup>& groups, size_t place);

// What of the earlier layer's group passes through the later one.
inline float StrandOf(const PicturesGroupAnswer& flow, size_t from, size_t to) {
  return flow.flow[from * flow.groups.size() + to];
}
// What of it passes by all later groups.
float PastGroups(const PicturesGroupAnswer& flow, size_t from);
// The same of all earlier groups, and what none of them holds.
float PastAllGroups(const PicturesGroupAnswer& flow);
// What the difference rises by from an empty earlier layer to this picture, and what of it neither
// strands nor what goes past them tell.
float FlowRise(const PicturesGroupAnswer& flow);
float FlowGap(const PicturesGroupAnswer& flow);
// The pair through which most passes, whichever its sign; of `from` or `to` alone where one is ≥ 0.
struct Strand {
  size_t from = 0, to = 0;
};
Strand StrongestStrand(const PicturesGroupAnswer& flow, int from = -1, int to = -1);

// Whatever group was pinned is another one now.
void LetGroupGo(PicturesState& state);
// How many groups a slider of 0 … 1 asks for; 0: it is no such number.
int GroupsOnSlider(std::string_view share);
// "flow" (on or off), "flow-from" (a layer, or "none"), "flow-groups" (a slider), "flow-count".
Effects ApplyToFlow(PicturesState& state, std::string_view action, std::string_view argument);
// By key: from layer to layer, and from group to group of one.
Effects StepAlongFlow(PicturesState& state, int layers, int groups);

}  // namespace meander
