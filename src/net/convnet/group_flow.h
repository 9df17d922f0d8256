// Two layers' groups side by side: how much of what a class is worth passes from each group of the
// earlier layer through each group of the later one. Integrated gradients on the way from an empty
// earlier layer to the one that is there, as in picture_attribution.h, but at the later layer the
// gradient is parted among that layer's groups, each place and channel by the groups' shares there,
// before it goes on; so the parts of all pairs and of what no group holds add up to
// f(a) - f(0) to within what the steps leave.
#pragma once

#include <span>
#include <vector>

#include "net/convnet/picture_groups.h"

namespace meander {

// Midpoints of the way, for page and command line alike: each takes a way back for every group.
inline constexpr int kGroupFlowSteps = 32;

struct GroupFlows {
  size_t from = 0, to = 0;        // groups
  std::vector<double> flow;       // [from, to]
  std::vector<double> from_rest;  // one an earlier group: what passes by no later group
  double no_group = 0;            // what no earlier group holds
  double value = 0, value_at_zero = 0;
  // How much of what was to be shared out the flows leave out.
  double gap() const;
};

// One midpoint of the way a step: as many ways back as the later layer has groups, and one.
class GroupFlow {
 public:
  // `reading` has looked at the picture and must outlive this; it is given back as it was. Both
  // tensors are true cuts (IsTrueCut), `earlier` < `later`; the groups are theirs. `steps` ≥ 1.
  GroupFlow(ConvnetReading& reading, int earlier, int later, const PictureGroups& earlier_groups,
            const PictureGroups& later_groups, std::span<const float> seed, int steps);
  ~GroupFlow();
  GroupFlow(const GroupFlow&) = delete;
  GroupFlow& operator=(const GroupFlow&) = delete;

  bool Step();  // true while there is more
  int steps_done() const { return done_; }
  int steps_in_all() const { return steps_; }
  GroupFlows Now() const;  // of the steps done, at least one

 private:
  ConvnetReading& reading_;
  const int earlier_, later_, steps_;
  const std::vector<float> seed_, activations_;
  const std::vector<float> earlier_shares_, later_shares_;  // [groups, places, channels]
  const size_t from_, to_;
  double value_ = 0, value_at_zero_ = 0;
  std::vector<double> sums_;  // [from + 1, to + 1]: the last of each is what no group holds
  int done_ = 0;
};

// Of each place and channel the groups' shares of what they put there, [groups, places, channels];
// zeros where none has anything.
std::vector<float> SharesOfGroups(const PictureGroups& groups);

}  // namespace meander
