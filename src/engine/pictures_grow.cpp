// See pictures_jobs.h: a picture grown for one unit, a step a piece, told every few steps.
#include <utility>

#include "engine/pictures_jobs.h"
#include "net/convnet/grown_picture.h"

namespace meander {
namespace {

constexpr int kStepsToATold = 4;

class GrowJob : public PicturesJob {
 public:
  GrowJob(std::shared_ptr<const PicturesNetwork> network, GrownPicture grown, int steps, int from)
      : network_(std::move(network)), grown_(std::move(grown)), steps_(steps), from_(from) {}

  Result<bool> Step() override {
    // What it grows from is seen before it does.
    if (from_ == 0 && !std::exchange(has_told_noise_, true)) {
      ++rounds_;
      return true;
    }
    grown_.Step();
    const bool more = grown_.steps() < steps_;
    const bool is_told = grown_.steps() > from_ && grown_.steps() % kStepsToATold == 0;
    if (!more || is_told) ++rounds_;
    return more;
  }
  size_t pieces_done() const override { return static_cast<size_t>(grown_.steps()); }
  size_t pieces_in_all() const override { return static_cast<size_t>(steps_); }
  int rounds() const override { return rounds_; }
  PicturesAnswer answer() const override {
    return PicturesGrowAnswer{static_cast<uint16_t>(grown_.steps()), static_cast<uint16_t>(steps_),
                              static_cast<float>(grown_.value()),
                              static_cast<uint8_t>(grown_.side()), grown_.Picture()};
  }

 private:
  const std::shared_ptr<const PicturesNetwork> network_;  // what grown_ looks with
  GrownPicture grown_;
  const int steps_, from_;
  bool has_told_noise_ = false;
  int rounds_ = 0;
};

}  // namespace

Result<std::unique_ptr<PicturesJob>> MakeGrowJob(std::shared_ptr<const PicturesNetwork> network,
                                                 const PicturesGrowQuestion& question) {
  const int tensor = question.layer > kPictureEnd ? kLogits : TensorOf(question.layer);
  TRY(GrownPicture grown,
      GrownPicture::Begin(*network->panels, {.unit = {tensor, question.channel, question.sign},
                                             .seed = question.seed,
                                             .side = question.side}));
  return std::make_unique<GrowJob>(std::move(network), std::move(grown), question.steps,
                                   question.from);
}

}  // namespace meander
