// See pictures_jobs.h: groups of neurons in a layer of a picture, what the network would see
// without each, what each says for a class, and what flows to them from an earlier layer's groups.
#include <algorithm>
#include <cmath>
#include <optional>

#include "engine/pictures_jobs.h"
#include "net/convnet/group_flow.h"
#include "net/convnet/picture_attribution.h"
#include "net/convnet/picture_groups.h"

namespace meander {
namespace {

constexpr size_t kChannelsTold = 8;

// One layer's groups, found sweep by sweep and then tried out one by one.
class LayerSearch {
 public:
  LayerSearch(uint8_t layer, std::span<const float> tensor, size_t count)
      : layer_(layer),
        search_(tensor, ChannelsOf(layer), count),
        strongest_(StrongestOfChannels(layer, tensor)) {}

  // True while there is more.
  bool Sweep() {
    if (!is_found_) is_found_ = !search_.Step();
    if (is_found_ && found_.count == 0) found_ = search_.Now();
    return !is_found_;
  }
  // Takes one group out and looks; true while there is another.
  bool TryOne(ConvnetReading& reading, std::span<const float> seed, std::span<const int> classes) {
    if (without_.size() == found_.count) return false;
    const std::vector<float> now(reading.logits().begin(), reading.logits().end());
    const std::vector<float> then =
        LogitsWithoutGroup(reading, TensorOf(layer_), found_, without_.size());
    without_.push_back(static_cast<float>(ValueOfSeed(now, seed) - ValueOfSeed(then, seed)));
    std::vector<float>& effects = effects_.emplace_back();
    for (const int index : classes) {
      effects.push_back(now[static_cast<size_t>(index)] - then[static_cast<size_t>(index)]);
    }
    return without_.size() < found_.count;
  }
  void BeginStability(int seeds) { search_.BeginStability(seeds); }
  bool StepStability() { return search_.StepStability(); }

  bool has_groups() const { return found_.count > 0; }
  const PictureGroups& found() const { return found_; }
  int sweeps() const { return search_.sweeps(); }

  std::vector<PictureGroup> Told() const {
    const size_t channels = ChannelsOf(layer_);
    const float most = std::ranges::max(found_.places);
    const std::vector<double> stability = search_.Stability();
    std::vector<PictureGroup> told(found_.count);
    for (size_t group = 0; group < found_.count; ++group) {
      PictureGroup& one = told[group];
      one.mass = static_cast<float>(found_.masses[group]);
      for (size_t place = 0; place < ToldPlacesOf(layer_); ++place) {
        one.strengths.push_back(most > 0 ? found_.places[place * found_.count + group] / most : 0);
      }
      const auto weights = std::span(found_.channels).subspan(group * channels, channels);
      one.channels = GreatestChannels(weights, strongest_, kChannelsTold);
      if (without_.size() == found_.count) {
        one.without = without_[group];
        one.class_effects = effects_[group];
      }
      if (group < stability.size()) one.stability = static_cast<float>(stability[group]);
    }
    return told;
  }

 private:
  const uint8_t layer_;
  GroupSearch search_;
  const std::vector<float> strongest_;
  PictureGroups found_;
  std::vector<float> without_;
  std::vector<std::vector<float>> effects_;
  bool is_found_ = false;
};

class PictureGroupJob : public LookingJob {
 public:
  PictureGroupJob(std::unique_ptr<LentReading> lent, const PicturesGroupQuestion& question)
      : LookingJob(std::move(lent)), question_(question), seed_(SeedOf(question.a, question.b)) {}

  Result<bool> Work() override {
    ++done_;
    switch (stage_) {
      case Stage::kSearching:
        Begin();
        if (later_->Sweep() || (earlier_ && earlier_->Sweep())) return true;
        ++rounds_;
        stage_ = Stage::kTrying;
        return true;
      case Stage::kTrying:
        if (later_->TryOne(reading(), seed_, classes_)) return true;
        if (earlier_ && earlier_->TryOne(reading(), seed_, classes_)) return true;
        ++rounds_;
        stage_ = Stage::kSharing;
        return true;
      case Stage::kSharing:
        if (Integrate()) return true;
        stage_ = earlier_ ? Stage::kFlowing : Stage::kShaking;
        return earlier_ || BeginStability();
      case Stage::kFlowing:
        if (Flow()) return true;
        stage_ = Stage::kShaking;
        return BeginStability();
      case Stage::kShaking:
        return later_->StepStability() || (earlier_ && earlier_->StepStability());
    }
    return false;
  }
  size_t pieces_done() const override { return done_; }
  size_t pieces_in_all() const override {
    const size_t layers = has_earlier() ? 2 : 1;
    size_t sweeps = layers * kGroupSweeps;
    if (stage_ != Stage::kSearching) {
      sweeps = static_cast<size_t>(later_->sweeps() + (earlier_ ? earlier_->sweeps() : 0));
    }
    const size_t tries = question_.groups + (has_earlier() ? question_.groups_from : 0);
    const size_t flows = has_earlier() ? static_cast<size_t>(flow_steps()) : 0;
    return std::max(done_,
                    sweeps + tries + question_.steps + flows + layers * question_.stability_seeds);
  }
  int rounds() const override { return rounds_; }

  PicturesAnswer answer() const override {
    PicturesGroupAnswer answer;
    answer.in_all = question_.steps;
    if (!later_ || !later_->has_groups()) return answer;
    answer.groups = later_->Told();
    answer.relative_error = static_cast<float>(later_->found().relative_error);
    if (earlier_) answer.from = earlier_->Told();
    answer.value = static_cast<float>(ValueOfSeed(logits_, seed_));
    if (steps_done_ > 0) {
      answer.done = static_cast<uint16_t>(steps_done_);
      answer.sum = static_cast<float>(sum_);
      answer.value_at_zero = static_cast<float>(value_at_zero_);
      for (size_t group = 0; group < answer.groups.size(); ++group) {
        answer.groups[group].share = static_cast<float>(sums_[group] / steps_done_);
        answer.groups[group].doubt = static_cast<float>(Doubt(group));
      }
    }
    if (flow_ && flow_->steps_done() > 0) {
      const GroupFlows flows = flow_->Now();
      answer.flow = AsFloats(flows.flow);
      answer.flow_no_group = static_cast<float>(flows.no_group);
      answer.flow_value_at_zero = static_cast<float>(flows.value_at_zero);
      answer.flow_done = static_cast<uint16_t>(flow_->steps_done());
      answer.flow_in_all = static_cast<uint16_t>(flow_steps());
      for (size_t from = 0; from < flows.from; ++from) {
        double share = flows.from_rest[from];
        for (size_t to = 0; to < flows.to; ++to) share += flows.flow[from * flows.to + to];
        answer.from[from].share = static_cast<float>(share);
      }
    }
    return answer;
  }

 private:
  enum class Stage { kSearching, kTrying, kSharing, kFlowing, kShaking };

  bool has_earlier() const { return question_.layer_from != PicturesGroupQuestion::kNoLayer; }
  int flow_steps() const { return std::min<int>(question_.steps, kGroupFlowSteps); }

  void Begin() {
    if (later_) return;
    logits_.assign(reading().logits().begin(), reading().logits().end());
    classes_ = TopClasses(logits_, kClassesTold);
    later_.emplace(question_.layer, layer(question_.layer), size_t{question_.groups});
    if (has_earlier()) {
      earlier_.emplace(question_.layer_from, layer(question_.layer_from),
                       size_t{question_.groups_from});
    }
  }

  // One step of the integral; what it says of each place and channel is parted by the groups'
  // shares there. True while there is more.
  bool Integrate() {
    if (!integral_) {
      parts_ = SharesOfGroups(later_->found());
      integral_.emplace(reading(), TensorOf(question_.layer), seed_, question_.steps);
      sums_.assign(later_->found().count, 0);
      squares_ = sums_;
      before_.assign(reading().tensor(TensorOf(question_.layer)).size(), 0);
    }
    const bool more = integral_->Step();
    steps_done_ = integral_->steps_done();
    const PictureShares now = integral_->Now();
    sum_ = now.sum;
    value_at_zero_ = now.value_at_zero;
    const size_t size = now.shares.size();
    for (size_t group = 0; group < sums_.size(); ++group) {
      double sum = 0;
      for (size_t i = 0; i < size; ++i) {
        // What this step alone says: the mean of all so far, times their number, less that before.
        const double alone = double{now.shares[i]} * steps_done_ - before_[i];
        sum += double{parts_[group * size + i]} * alone;
      }
      sums_[group] += sum;
      squares_[group] += sum * sum;
    }
    for (size_t i = 0; i < size; ++i) before_[i] = double{now.shares[i]} * steps_done_;
    if (!more || (steps_done_ & (steps_done_ - 1)) == 0) ++rounds_;
    if (!more) {
      integral_.reset();
      std::vector<float>().swap(parts_);
      std::vector<double>().swap(before_);
    }
    return more;
  }

  // The standard error of the mean over the steps so far.
  double Doubt(size_t group) const {
    if (steps_done_ < 2) return 0;
    const double mean = sums_[group] / steps_done_;
    const double variance = (squares_[group] - mean * sums_[group]) / (steps_done_ - 1);
    return std::sqrt(std::max(0., variance) / steps_done_);
  }

  bool Flow() {
    if (!flow_) {
      flow_.emplace(reading(), TensorOf(question_.layer_from), TensorOf(question_.layer),
                    earlier_->found(), later_->found(), seed_, flow_steps());
    }
    const bool more = flow_->Step();
    if (!more || (flow_->steps_done() & (flow_->steps_done() - 1)) == 0) ++rounds_;
    return more;
  }

  bool BeginStability() {
    if (question_.stability_seeds == 0) return false;
    later_->BeginStability(question_.stability_seeds);
    if (earlier_) earlier_->BeginStability(question_.stability_seeds);
    return true;
  }

  const PicturesGroupQuestion question_;
  const std::vector<float> seed_;
  std::vector<float> logits_;
  std::vector<int> classes_;
  std::optional<LayerSearch> later_, earlier_;
  std::optional<IntegratedShares> integral_;
  std::vector<float> parts_;                     // [groups, places, channels]
  std::vector<double> before_, sums_, squares_;  // [places, channels]; a group
  double sum_ = 0, value_at_zero_ = 0;
  int steps_done_ = 0;
  std::optional<GroupFlow> flow_;
  Stage stage_ = Stage::kSearching;
  size_t done_ = 0;
  int rounds_ = 0;
};

}  // namespace

std::unique_ptr<PicturesJob> MakePictureGroupJob(std::unique_ptr<LentReading> lent,
                                                 const PicturesGroupQuestion& question) {
  return std::make_unique<PictureGroupJob>(std::move(lent), question);
}

}  // namespace meander
