// See drawings_jobs.h: groups of neurons in a layer of a drawing; what is lost without each, tried;
// and what each says for a sign, by an integral over the way from an empty layer to this one.
#include <algorithm>

#include "engine/drawings_jobs.h"
#include "net/convnet/group_flow.h"
#include "net/convnet/picture_groups.h"

namespace meander {
namespace {

class DrawingGroupJob : public DrawingsJob {
 public:
  DrawingGroupJob(std::unique_ptr<PenSight> sight, const DrawingsGroupQuestion& question)
      : sight_(std::move(sight)),
        question_(question),
        tensor_(TensorOfDrawing(question.layer)),
        seed_(SignSeed(question.a, question.b == kNoSign ? -1 : int{question.b})),
        values_(sight_->reading.tensor(tensor_).begin(), sight_->reading.tensor(tensor_).end()),
        value_(ValueOfSeed(sight_->reading.logits(), seed_)),
        search_(values_, kDrawingLayers[question.layer].channels, question.groups) {}

  size_t pieces_in_all() const override {
    const int sweeps = stage_ == Stage::kSearching ? kGroupSweeps : search_.sweeps();
    return std::max(pieces_done(), static_cast<size_t>(sweeps) + question_.groups +
                                       question_.steps + question_.stability_seeds);
  }
  int rounds() const override { return rounds_; }

  DrawingsAnswer answer() const override {
    DrawingsGroupAnswer answer;
    answer.value = static_cast<float>(value_);
    answer.value_at_zero = static_cast<float>(value_at_zero_);
    answer.done = static_cast<uint16_t>(steps_done_);
    answer.in_all = question_.steps;
    if (found_.count == 0) return answer;
    answer.relative_error = static_cast<float>(found_.relative_error);
    if (steps_done_ > 0) answer.sum = static_cast<float>(sum_ / steps_done_);
    const float most = std::ranges::max(found_.places);
    const std::vector<double> stability = search_.Stability();
    for (size_t g = 0; g < found_.count; ++g) {
      DrawingGroup& group = answer.groups.emplace_back();
      group.mass = static_cast<float>(found_.masses[g]);
      for (size_t place = 0; place < ToldPlacesOfDrawing(question_.layer); ++place) {
        const float strength = found_.places[place * found_.count + g];
        group.strengths.push_back(most > 0 ? strength / most : 0);
      }
      if (steps_done_ > 0) group.share = static_cast<float>(shares_[g] / steps_done_);
      if (g < without_.size()) group.without = without_[g];
      if (g < stability.size()) group.stability = static_cast<float>(stability[g]);
    }
    return answer;
  }

  std::unique_ptr<PenSight> GiveBack() override {
    sight_->reading.LookFrom(tensor_, values_);  // it may stand on its way
    return std::move(sight_);
  }

 protected:
  bool Work() override {
    switch (stage_) {
      case Stage::kSearching:
        if (search_.Step()) return true;
        found_ = search_.Now();
        parts_ = SharesOfGroups(found_);
        shares_.assign(found_.count, 0);
        return Go(Stage::kTrying);
      case Stage::kTrying:
        Try(without_.size());
        return without_.size() < found_.count || Go(Stage::kSharing);
      case Stage::kSharing:
        Integrate();
        if (steps_done_ < question_.steps) return true;
        if (question_.stability_seeds == 0) return false;
        search_.BeginStability(question_.stability_seeds);
        return Go(Stage::kShaking);
      case Stage::kShaking:
        return search_.StepStability();
    }
    return false;
  }

 private:
  enum class Stage { kSearching, kTrying, kSharing, kShaking };
  bool Go(Stage next) {
    stage_ = next;
    ++rounds_;
    return true;
  }

  double ValueWith(std::span<const float> values) {
    sight_->reading.LookFrom(tensor_, values);
    return ValueOfSeed(sight_->reading.logits(), seed_);
  }
  // Nothing falls below zero: no drawing could make it so.
  void Try(size_t group) {
    const size_t channels = kDrawingLayers[question_.layer].channels;
    std::vector<float> rest = values_;
    for (size_t i = 0; i < rest.size(); ++i) {
      rest[i] -= found_.places[i / channels * found_.count + group] *
                 found_.channels[group * channels + i % channels];
      rest[i] = std::max(rest[i], 0.f);
    }
    without_.push_back(static_cast<float>(value_ - ValueWith(rest)));
    if (group == 0) value_at_zero_ = ValueWith(std::vector<float>(values_.size()));
  }
  // One midpoint of the way, turned-about order being of no use to so few.
  void Integrate() {
    const float t = (static_cast<float>(steps_done_) + .5f) / static_cast<float>(question_.steps);
    std::vector<float> values = values_;
    for (float& value : values) value *= t;
    sight_->reading.LookFrom(tensor_, values);
    const std::vector<float> gradient = sight_->reading.Gradient(kSignLogits, seed_, tensor_);
    for (size_t i = 0; i < values_.size(); ++i) {
      const double says = double{gradient[i]} * double{values_[i]};
      sum_ += says;
      for (size_t g = 0; g < found_.count; ++g) {
        shares_[g] += double{parts_[g * values_.size() + i]} * says;
      }
    }
    ++steps_done_;
  }

  std::unique_ptr<PenSight> sight_;
  const DrawingsGroupQuestion question_;
  const int tensor_;
  const std::vector<float> seed_, values_;
  const double value_;
  GroupSearch search_;
  PictureGroups found_;
  std::vector<float> parts_, without_;
  std::vector<double> shares_;  // a group, of all steps so far
  double sum_ = 0, value_at_zero_ = 0;
  int steps_done_ = 0, rounds_ = 0;
  Stage stage_ = Stage::kSearching;
};

}  // namespace

std::unique_ptr<DrawingsJob> MakeDrawingGroupJob(std::unique_ptr<PenSight> sight,
                                                 const DrawingsGroupQuestion& question) {
  return std::make_unique<DrawingGroupJob>(std::move(sight), question);
}

}  // namespace meander
