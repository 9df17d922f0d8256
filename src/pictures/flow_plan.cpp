// See flow_plan.h.
#include "pictures/flow_plan.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

// Nodes one beside the other, the room that is left shared out between them.
std::vector<float> StartsOf(const std::vector<float>& sizes, float low, float high) {
  float all = 0;
  for (const float size : sizes) all += size;
  const float gap = sizes.size() > 1
                        ? std::min((high - low - all) / static_cast<float>(sizes.size() - 1), 90.f)
                        : 0.f;
  float at = low + (high - low - all - gap * static_cast<float>(sizes.size() - 1)) / 2;
  std::vector<float> starts;
  for (const float size : sizes) {
    starts.push_back(at);
    at += size + gap;
  }
  return starts;
}

}  // namespace

FlowPlan FlowPlanOf(const PicturesGroupAnswer& flow, const Rect& area, bool is_down) {
  FlowPlan plan;
  plan.is_down = is_down;
  plan.area = area;
  if (is_down) {
    plan.low = area.low.x + 6;
    plan.high = area.high.x - 6;
    plan.along[0] = area.low.y + 44;
    plan.along[2] = area.high.y - 70;
  } else {
    plan.low = area.low.y + 34;
    plan.high = area.high.y - 34;
    plan.along[0] = area.low.x + std::clamp(area.width() * 0.23f, 84.f, 140.f);
    plan.along[2] = area.high.x - std::clamp(area.width() * 0.2f, 78.f, 120.f);
  }
  plan.along[1] = plan.along[0] + (plan.along[2] - plan.along[0]) * 0.46f;
  float all_from = 0, all_to = 0;
  for (size_t f = 0; f < flow.from.size(); ++f) {
    float size = 0;
    for (size_t t = 0; t < flow.groups.size(); ++t) size += std::fabs(StrandOf(flow, f, t));
    plan.from_size.push_back(size);
    all_from += size;
  }
  for (size_t t = 0; t < flow.groups.size(); ++t) {
    // What comes past the earlier groups makes one larger than what flows in; groups that pull both
    // ways make it larger than what is left of it.
    const float share = flow.groups[t].share;
    float size = 0;
    for (size_t f = 0; f < flow.from.size(); ++f) size += std::fabs(StrandOf(flow, f, t));
    plan.to_size.push_back(std::max(size, std::fabs(share)));
    all_to += plan.to_size.back();
    (share < 0 ? plan.minus : plan.plus) += std::fabs(share);
  }
  const float most = std::max({all_from, all_to, plan.plus + plan.minus, 1e-6f});
  const auto nodes = static_cast<float>(std::max(flow.from.size(), flow.groups.size()));
  const float room = plan.high - plan.low, least_gap = is_down ? 10.f : 22.f;
  plan.scale = std::max(std::min(0.6f * room, room - least_gap * (nodes - 1)), 1.f) / most;
  for (std::vector<float>* sizes : {&plan.from_size, &plan.to_size}) {
    for (float& size : *sizes) size *= plan.scale;
  }
  plan.from_start = StartsOf(plan.from_size, plan.low, plan.high);
  plan.to_start = StartsOf(plan.to_size, plan.low, plan.high);
  const std::vector<float> names = {plan.plus * plan.scale, plan.minus * plan.scale};
  const std::vector<float> starts = StartsOf(names, plan.low, plan.high);
  plan.plus_start = starts[0];
  plan.minus_start = starts[1];
  return plan;
}

FlowLight::FlowLight(const PicturesState& state, const PicturesGroupAnswer& flow)
    : flow_(flow),
      chosen_(ChosenGroupOf(state, state.pointed())),
      pinned_(ChosenGroupOf(state, state.pinned)) {
  is_hidden_ = state.look.hides && pinned_;
  is_only_ = state.look.only && pinned_;
  // What is isolated stays so, whatever is pointed at.
  if (is_only_) chosen_ = pinned_;
}

bool FlowLight::IsHidden(bool is_earlier, size_t index) const {
  return is_hidden_ && pinned_->is_earlier == is_earlier && pinned_->index == index;
}
bool FlowLight::IsChosen(bool is_earlier, size_t index) const {
  return chosen_ && chosen_->is_earlier == is_earlier && chosen_->index == index;
}
float FlowLight::OfStrand(size_t from, size_t to) const {
  if (IsHidden(true, from) || IsHidden(false, to)) return kCutOff;
  if (!chosen_) return 0.42f;
  if (IsChosen(true, from) || IsChosen(false, to)) return kLit;
  return is_only_ ? kCutOff : kUnlit;
}
float FlowLight::OfShare(size_t to) const {
  if (IsHidden(false, to)) return kCutOff;
  if (!chosen_) return 0.42f;
  if (IsChosen(false, to)) return kLit;
  const float rest = is_only_ ? kCutOff : kUnlit;
  return chosen_->is_earlier ? rest + (0.7f - rest) * PartOf(chosen_->index, to, true) : rest;
}
float FlowLight::OfLand(bool is_earlier, size_t index) const {
  if (!chosen_ || IsChosen(is_earlier, index)) return 1;
  if (chosen_->is_earlier == is_earlier) return 0.3f;
  return 0.2f + 0.8f * (is_earlier ? PartOf(index, chosen_->index, false)
                                   : PartOf(chosen_->index, index, true));
}
float FlowLight::PartOf(size_t from, size_t to, bool of_earlier) const {
  const Strand most = of_earlier ? StrongestStrand(flow_, static_cast<int>(from), -1)
                                 : StrongestStrand(flow_, -1, static_cast<int>(to));
  const float widest = std::fabs(StrandOf(flow_, most.from, most.to));
  return widest > 0 ? std::fabs(StrandOf(flow_, from, to)) / widest : 0;
}

}  // namespace meander
