// See picture_groups.h.
#include "net/convnet/picture_groups.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace meander {

GroupSearch::GroupSearch(std::span<const float> tensor, size_t channels, size_t count)
    : tensor_(tensor.begin(), tensor.end()), channels_(channels), count_(count) {
  options_.groups = count;
  options_.most_sweeps = kGroupSweeps;
  options_.settled = 1e-5;
  nmf_ = std::make_unique<Nmf>(tensor_, tensor_.size() / channels, channels, options_);
}

bool GroupSearch::Step() { return nmf_->Step(); }

// `masses` in the factors' own order.
std::vector<size_t> GroupSearch::Order(std::vector<double>& masses) const {
  const size_t places = tensor_.size() / channels_;
  masses.assign(count_, 0);
  for (size_t k = 0; k < count_; ++k) {
    double of_places = 0, of_channels = 0;
    for (size_t c = 0; c < channels_; ++c) of_channels += nmf_->h()[k * channels_ + c];
    for (size_t p = 0; p < places; ++p) of_places += nmf_->w()[p * count_ + k];
    masses[k] = of_places * of_channels;
  }
  std::vector<size_t> order(count_);
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::stable_sort(order, [&](size_t a, size_t b) { return masses[a] > masses[b]; });
  return order;
}

// Each group's channels get length 1, its places the rest; the heaviest first.
PictureGroups GroupSearch::Now() const {
  if (nmf_->h().empty()) return {};
  const size_t places = tensor_.size() / channels_;
  std::vector<double> masses;
  const std::vector<size_t> order = Order(masses);
  double all = 0;
  for (const double mass : masses) all += mass;
  PictureGroups groups;
  groups.count = count_;
  groups.relative_error = nmf_->RelativeError();
  groups.sweeps = nmf_->sweeps();
  groups.places.resize(places * count_);
  groups.channels.resize(count_ * channels_);
  for (size_t to = 0; to < count_; ++to) {
    const size_t from = order[to];
    double square = 0;
    for (size_t c = 0; c < channels_; ++c) {
      square += nmf_->h()[from * channels_ + c] * nmf_->h()[from * channels_ + c];
    }
    const double length = square > 0 ? std::sqrt(square) : 1;
    groups.masses.push_back(all > 0 ? masses[from] / all : 0);
    for (size_t p = 0; p < places; ++p) {
      groups.places[p * count_ + to] = static_cast<float>(nmf_->w()[p * count_ + from] * length);
    }
    for (size_t c = 0; c < channels_; ++c) {
      groups.channels[to * channels_ + c] =
          static_cast<float>(nmf_->h()[from * channels_ + c] / length);
    }
  }
  return groups;
}

void GroupSearch::BeginStability(int seeds) {
  starts_done_ = 0;
  starts_in_all_ = seeds;
  stability_ = std::make_unique<NmfStability>(tensor_, tensor_.size() / channels_, channels_,
                                              options_, nmf_->h(), seeds);
}

bool GroupSearch::StepStability() {
  if (starts_done_ >= starts_in_all_) return false;
  stability_->Step();
  return ++starts_done_ < starts_in_all_;
}

std::vector<double> GroupSearch::Stability() const {
  if (starts_done_ == 0) return {};
  const std::vector<double> found = stability_->shares();
  std::vector<double> masses, shares;
  for (const size_t k : Order(masses)) shares.push_back(found[k]);
  return shares;
}

PictureGroups FindGroups(std::span<const float> tensor, size_t channels, size_t count) {
  GroupSearch search(tensor, channels, count);
  while (search.Step()) {
  }
  return search.Now();
}

std::vector<float> LogitsWithoutGroup(ConvnetReading& reading, int tensor,
                                      const PictureGroups& groups, size_t group) {
  const std::vector<float> kept(reading.tensor(tensor).begin(), reading.tensor(tensor).end());
  const size_t channels = groups.channels.size() / groups.count;
  std::vector<float> without = kept;
  for (size_t i = 0; i < without.size(); ++i) {
    const float part = groups.places[i / channels * groups.count + group] *
                       groups.channels[group * channels + i % channels];
    without[i] = std::max(without[i] - part, 0.f);
  }
  reading.LookFrom(tensor, without);
  std::vector<float> logits(reading.logits().begin(), reading.logits().end());
  reading.LookFrom(tensor, kept);
  return logits;
}

}  // namespace meander
