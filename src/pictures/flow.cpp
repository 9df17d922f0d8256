// See flow.h.
#include "pictures/flow.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

#include "canvas/whole_number.h"
#include "pictures/actions_view.h"
#include "pictures/sentences.h"
#include "pictures/wishes.h"

namespace meander {
namespace {

using Kind = PictureTarget::Kind;

std::optional<ChosenGroup> GroupAt(const std::vector<PictureGroup>& groups, int index,
                                   bool is_earlier) {
  if (index < 0 || static_cast<size_t>(index) >= groups.size()) return std::nullopt;
  const auto at = static_cast<size_t>(index);
  return ChosenGroup{&groups[at], at, is_earlier};
}

Effects SetFlow(PicturesState& state, bool flows) {
  if (state.look.flows == flows && state.look.view == PictureView::kGroups) return {};
  state.look.flows = flows;
  state.look.view = PictureView::kGroups;
  state.look.slice = PictureSlice::kGroup;
  state.open_pick = -1;
  state.hovered = {};
  if (state.pinned.kind == Kind::kSource) LetGroupGo(state);
  Effects effects = LookedAgain(state, true);
  effects.push_back(SayEffect{SentenceOfPicture(state)});
  return effects;
}

Effects FlowFrom(PicturesState& state, std::string_view argument) {
  if (argument == "none") return SetFlow(state, false);
  const int layer = NumberIn(argument);
  if (layer < kFirstGroupLayer || layer >= state.look.layer) return {};
  if (state.look.from_layer != layer && state.pinned.kind == Kind::kSource) LetGroupGo(state);
  state.look.from_layer = static_cast<uint8_t>(layer);
  if (!state.look.flows) return SetFlow(state, true);
  state.open_pick = -1;
  return LookedAgain(state);
}

Effects SetSourceCount(PicturesState& state, int count) {
  if (count < 2 || count > 10 || count == state.look.from_groups) return {};
  state.look.from_groups = static_cast<uint8_t>(count);
  if (state.pinned.kind == Kind::kSource) LetGroupGo(state);
  return LookedAgain(state);
}

}  // namespace

int LeadingGroupAt(const std::vector<PictureGroup>& groups, size_t place) {
  int leading = -1;
  float most = 1e-6f;
  for (size_t g = 0; g < groups.size(); ++g) {
    if (place >= groups[g].strengths.size() || groups[g].strengths[place] <= most) continue;
    most = groups[g].strengths[place];
    leading = static_cast<int>(g);
  }
  return leading;
}

std::optional<ChosenGroup> ChosenGroupOf(const PicturesState& state, const PictureTarget& target) {
  const PicturesGroupAnswer* seen = GroupsSeen(state);
  if (seen == nullptr) return std::nullopt;
  const PicturesGroupAnswer* flow = FlowSeen(state);
  switch (target.kind) {
    case Kind::kGroup:
      return GroupAt(seen->groups, target.b, false);
    case Kind::kSource:
      return flow == nullptr ? std::nullopt : GroupAt(flow->from, target.b, true);
    case Kind::kPlace:
      if (flow == nullptr) return std::nullopt;
      if (target.a == state.look.layer) {
        return GroupAt(flow->groups, LeadingGroupAt(flow->groups, target.b), false);
      }
      if (target.a == FlowsFrom(state.look)) {
        return GroupAt(flow->from, LeadingGroupAt(flow->from, target.b), true);
      }
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

float PastGroups(const PicturesGroupAnswer& flow, size_t from) {
  float past = flow.from[from].share;
  for (size_t to = 0; to < flow.groups.size(); ++to) past -= StrandOf(flow, from, to);
  return past;
}
float PastAllGroups(const PicturesGroupAnswer& flow) {
  float past = flow.flow_no_group;
  for (size_t from = 0; from < flow.from.size(); ++from) past += PastGroups(flow, from);
  return past;
}
float FlowRise(const PicturesGroupAnswer& flow) { return flow.value - flow.flow_value_at_zero; }
float FlowGap(const PicturesGroupAnswer& flow) {
  return FlowRise(flow) - PastAllGroups(flow) -
         std::accumulate(flow.flow.begin(), flow.flow.end(), 0.f);
}

Strand StrongestStrand(const PicturesGroupAnswer& flow, int from, int to) {
  Strand best;
  float most = -1;
  for (size_t f = 0; f < flow.from.size(); ++f) {
    for (size_t t = 0; t < flow.groups.size(); ++t) {
      if ((from >= 0 && f != static_cast<size_t>(from)) ||
          (to >= 0 && t != static_cast<size_t>(to)) || std::fabs(StrandOf(flow, f, t)) <= most) {
        continue;
      }
      most = std::fabs(StrandOf(flow, f, t));
      best = {f, t};
    }
  }
  return best;
}

void LetGroupGo(PicturesState& state) {
  if (IsOfGroups(state.pinned)) state.pinned = {};
  state.look.only = state.look.hides = false;
}

int GroupsOnSlider(std::string_view share) {
  const float value = std::strtof(std::string(share.substr(0, 20)).c_str(), nullptr);
  return value >= 0 && value <= 1 ? 2 + static_cast<int>(std::lround(value * 8)) : 0;
}

Effects ApplyToFlow(PicturesState& state, std::string_view action, std::string_view argument) {
  const bool is_on = state.look.flows && state.look.view == PictureView::kGroups;
  if (action == "flow") return SetFlow(state, !is_on);
  if (action == "flow-from") return FlowFrom(state, argument);
  if (action == "flow-groups") return SetSourceCount(state, GroupsOnSlider(argument));
  if (action == "flow-count") return SetSourceCount(state, NumberIn(argument));
  return {};
}

Effects StepAlongFlow(PicturesState& state, int layers, int groups) {
  const PicturesGroupAnswer* flow = FlowSeen(state);
  if (flow == nullptr) return {};
  std::optional<ChosenGroup> now = ChosenGroupOf(state, state.pinned);
  if (!now) {
    // Where one begins: at the later layer, or at the earlier one for who goes there.
    now = ChosenGroup{nullptr, 0, layers < 0};
  } else if (layers != 0) {
    if ((layers < 0) == now->is_earlier) return {};
    // Along the strand that carries most.
    const auto index = static_cast<int>(now->index);
    const Strand strand =
        now->is_earlier ? StrongestStrand(*flow, index, -1) : StrongestStrand(*flow, -1, index);
    now = ChosenGroup{nullptr, now->is_earlier ? strand.to : strand.from, !now->is_earlier};
  } else {
    const auto count = static_cast<int>(now->is_earlier ? flow->from.size() : flow->groups.size());
    now->index =
        static_cast<size_t>(std::clamp(static_cast<int>(now->index) + groups, 0, count - 1));
  }
  state.hovered = {};
  state.look.only = state.look.hides = false;
  state.pinned = {now->is_earlier ? Kind::kSource : Kind::kGroup, 0,
                  static_cast<uint16_t>(now->index)};
  Effects effects = LookedAgain(state);
  effects.push_back(SayEffect{PointedInPicture(state)});
  return effects;
}

}  // namespace meander
