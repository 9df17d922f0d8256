// The answers to the questions of pictures_messages.h, each a job that does one piece at a time, at
// most a look or a gradient, and may have something to show before it is done.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/pictures_grid.h"
#include "engine/pictures_messages.h"
#include "engine/pictures_sight.h"

namespace meander {

class PicturesJob {
 public:
  virtual ~PicturesJob() = default;
  // One piece; true while there is more.
  virtual Result<bool> Step() = 0;
  virtual size_t pieces_done() const = 0;
  virtual size_t pieces_in_all() const = 0;
  // Grows whenever answer() has become something to show.
  virtual int rounds() const = 0;
  virtual PicturesAnswer answer() const = 0;
};

// A job that looks at a picture. Its first piece is that look, unless somebody looked before.
class LookingJob : public PicturesJob {
 public:
  Result<bool> Step() final {
    if (!lent_->has_looked()) {
      lent_->Look();
      return true;
    }
    return Work();
  }

 protected:
  explicit LookingJob(std::unique_ptr<LentReading> lent) : lent_(std::move(lent)) {}
  virtual Result<bool> Work() = 0;
  ConvnetReading& reading() const { return lent_->reading(); }
  std::span<const float> layer(uint8_t layer) const { return reading().tensor(TensorOf(layer)); }

 private:
  const std::unique_ptr<LentReading> lent_;
};

using ClassNames = std::vector<std::string>;

// Needs no network.
Result<PicturesAnswer> TakePhoto(const PicturesTakeQuestion& question);

// Everything but that and growing. `names` must outlive the job.
Result<std::unique_ptr<PicturesJob>> MakePicturesJob(std::unique_ptr<LentReading> lent,
                                                     const ClassNames& names,
                                                     const PicturesQuestion& question);

// Made by the files of those names.
std::unique_ptr<PicturesJob> MakeLookJob(std::unique_ptr<LentReading> lent,
                                         const ClassNames& names);
std::unique_ptr<PicturesJob> MakeUnitJob(std::unique_ptr<LentReading> lent,
                                         const PicturesUnitQuestion& question);
std::unique_ptr<PicturesJob> MakeCellJob(std::unique_ptr<LentReading> lent,
                                         const PicturesCellQuestion& question);
std::unique_ptr<PicturesJob> MakePictureShareJob(std::unique_ptr<LentReading> lent,
                                                 const PicturesShareQuestion& question);
std::unique_ptr<PicturesJob> MakePictureGroupJob(std::unique_ptr<LentReading> lent,
                                                 const PicturesGroupQuestion& question);
std::unique_ptr<PicturesJob> MakePictureRaceJob(std::unique_ptr<LentReading> lent,
                                                const PicturesRaceQuestion& question);

// Looks at nobody's picture but its own; keeps the network while it does.
Result<std::unique_ptr<PicturesJob>> MakeGrowJob(std::shared_ptr<const PicturesNetwork> network,
                                                 const PicturesGrowQuestion& question);

// How many classes a look tells, and groups are tried for.
inline constexpr int kClassesTold = 10;
// The gradient at the logits of a, or of a less b.
std::vector<float> SeedOf(uint16_t a, uint16_t b);
// Of channels, one number each: the `count` of greatest size.
std::vector<PictureChannel> GreatestChannels(std::span<const float> values,
                                             std::span<const float> strongest, size_t count);

}  // namespace meander
