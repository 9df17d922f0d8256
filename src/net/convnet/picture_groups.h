// Groups of neurons in one tensor of a picture: non-negative factors (space/nmf.h) of its places by
// channels, ordered by how much of the tensor they hold, and what the network would see without
// each.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "net/convnet/convnet_reading.h"
#include "space/nmf.h"

namespace meander {

struct PictureGroups {
  size_t count = 0;
  std::vector<float> places;    // [places, count]: how strongly each place has each group
  std::vector<float> channels;  // [count, channels], each of length 1
  std::vector<double> masses;   // of all that the groups make up, each one's part; they add up to 1
  double relative_error = 0;    // |x - groups| / |x|
  int sweeps = 0;
};

// Fifty sweeps are within .004 of the end at most layers; at the head it takes a few hundred.
inline constexpr int kGroupSweeps = 200;

// One sweep a step, after one that finds where to begin, so that a page can show what there is and
// stop.
class GroupSearch {
 public:
  // `tensor`: [places, channels], ≥ 0; kept. 1 ≤ count ≤ places, channels.
  GroupSearch(std::span<const float> tensor, size_t channels, size_t count);
  GroupSearch(const GroupSearch&) = delete;
  GroupSearch& operator=(const GroupSearch&) = delete;

  bool Step();  // true while there is more
  int sweeps() const { return nmf_->sweeps(); }
  PictureGroups Now() const;  // of the steps done; before the first count is 0

  // Begins to ask how often the groups that are there now come back from `seeds` starts by chance
  // (space/nmf.h: kSameGroup); then one start a step. At least one seed, and one Step() before it.
  void BeginStability(int seeds);
  bool StepStability();  // true while there is more
  // One share a group, in the order of Now(); of the starts done, none: empty.
  std::vector<double> Stability() const;

 private:
  std::vector<size_t> Order(std::vector<double>& masses) const;  // heaviest first

  const std::vector<float> tensor_;
  const size_t channels_, count_;
  NmfOptions options_;
  std::unique_ptr<Nmf> nmf_;
  std::unique_ptr<NmfStability> stability_;
  int starts_done_ = 0, starts_in_all_ = 0;
};

// The same to the end. `tensor`: [places, channels], ≥ 0. 1 ≤ count ≤ places, channels.
PictureGroups FindGroups(std::span<const float> tensor, size_t channels, size_t count);

// Tried, not forecast: the logits when one group's part is taken out of the tensor, nothing below
// zero. `reading` has looked at the picture and is put back.
std::vector<float> LogitsWithoutGroup(ConvnetReading& reading, int tensor,
                                      const PictureGroups& groups, size_t group);

}  // namespace meander
