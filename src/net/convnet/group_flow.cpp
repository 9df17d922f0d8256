// See group_flow.h.
#include "net/convnet/group_flow.h"

#include <numeric>

#include "net/convnet/picture_attribution.h"

namespace meander {

double GroupFlows::gap() const {
  return value - value_at_zero - no_group - std::accumulate(flow.begin(), flow.end(), 0.0) -
         std::accumulate(from_rest.begin(), from_rest.end(), 0.0);
}

std::vector<float> SharesOfGroups(const PictureGroups& groups) {
  const size_t channels = groups.channels.size() / groups.count;
  const size_t size = groups.places.size() / groups.count * channels;
  std::vector<float> shares(groups.count * size);
  for (size_t i = 0; i < size; ++i) {
    double all = 0;
    const auto part = [&](size_t group) {
      return double{groups.places[i / channels * groups.count + group]} *
             double{groups.channels[group * channels + i % channels]};
    };
    for (size_t group = 0; group < groups.count; ++group) all += part(group);
    if (all <= 0) continue;
    for (size_t group = 0; group < groups.count; ++group) {
      shares[group * size + i] = static_cast<float>(part(group) / all);
    }
  }
  return shares;
}

GroupFlow::GroupFlow(ConvnetReading& reading, int earlier, int later,
                     const PictureGroups& earlier_groups, const PictureGroups& later_groups,
                     std::span<const float> seed, int steps)
    : reading_(reading),
      earlier_(earlier),
      later_(later),
      steps_(steps),
      seed_(seed.begin(), seed.end()),
      activations_(reading.tensor(earlier).begin(), reading.tensor(earlier).end()),
      earlier_shares_(SharesOfGroups(earlier_groups)),
      later_shares_(SharesOfGroups(later_groups)),
      from_(earlier_groups.count),
      to_(later_groups.count),
      value_(ValueOfSeed(reading.logits(), seed)),
      value_at_zero_(ValueAtZero(reading, earlier, seed)),
      sums_((from_ + 1) * (to_ + 1)) {}

bool GroupFlow::Step() {
  if (done_ >= steps_) return false;
  const float t =
      (static_cast<float>(EvenlySpread(done_, steps_)) + .5f) / static_cast<float>(steps_);
  std::vector<float> values = activations_;
  for (float& value : values) value *= t;
  reading_.LookFrom(earlier_, values);
  const std::vector<float> at_later = reading_.Gradient(kLogits, seed_, later_);
  std::vector<float> rest = at_later;  // what no group takes
  for (size_t to = 0; to <= to_; ++to) {
    std::vector<float> through = rest;
    for (size_t i = 0; to < to_ && i < through.size(); ++i) {
      through[i] = at_later[i] * later_shares_[to * through.size() + i];
      rest[i] -= through[i];
    }
    const std::vector<float> at_earlier = reading_.Gradient(later_, through, earlier_);
    for (size_t i = 0; i < at_earlier.size(); ++i) {
      const double part = double{at_earlier[i]} * double{activations_[i]};
      double held = 0;
      for (size_t from = 0; from < from_; ++from) {
        const auto share = double{earlier_shares_[from * at_earlier.size() + i]};
        sums_[from * (to_ + 1) + to] += part * share;
        held += share;
      }
      sums_[from_ * (to_ + 1) + to] += part * (1 - held);
    }
  }
  if (++done_ < steps_) return true;
  reading_.LookFrom(earlier_, activations_);
  return false;
}

GroupFlow::~GroupFlow() {
  if (done_ > 0 && done_ < steps_) reading_.LookFrom(earlier_, activations_);
}

GroupFlows GroupFlow::Now() const {
  GroupFlows flows;
  flows.from = from_;
  flows.to = to_;
  flows.value = value_;
  flows.value_at_zero = value_at_zero_;
  for (size_t from = 0; from <= from_; ++from) {
    for (size_t to = 0; to <= to_; ++to) {
      const double sum = sums_[from * (to_ + 1) + to] / done_;
      if (from == from_) {
        flows.no_group += sum;
      } else if (to == to_) {
        flows.from_rest.push_back(sum);
      } else {
        flows.flow.push_back(sum);
      }
    }
  }
  return flows;
}

}  // namespace meander
