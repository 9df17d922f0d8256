// See picture_lime.h.
#include "net/convnet/picture_lime.h"

#include <algorithm>
#include <cmath>

#include "net/attribution/ridge.h"
#include "net/convnet/picture_cover.h"
#include "net/row_math.h"

namespace meander {

PictureLime::PictureLime(PictureLooks& looks, std::span<const float> seed, Superpixels parts,
                         std::vector<float> cover, const LimeOptions& options)
    : looks_(looks),
      seed_(seed.begin(), seed.end()),
      picture_(looks.picture().begin(), looks.picture().end()),
      cover_(cover.size() == kPictureSize ? std::move(cover) : GreyCover()),
      parts_(std::move(parts)),
      options_(options),
      samples_(std::max(options.samples, 2)),
      rng_(options.seed) {}

bool PictureLime::Step() {
  if (steps_done() >= samples_) return false;
  const bool is_first = values_.empty();
  std::vector<bool> is_there(parts_.count, true);
  size_t left = parts_.count;
  if (!is_first) {
    for (size_t part = 0; part < parts_.count; ++part) {
      is_there[part] = (rng_.Next() >> 63) != 0;
      if (!is_there[part]) --left;
    }
    PictureMask mask(kPicturePixels);
    for (size_t i = 0; i < kPicturePixels; ++i) mask[i] = !is_there[parts_.labels[i]];
    is_away_ = true;
    looks_.Look(Covered(picture_, cover_, mask));
  }
  there_.insert(there_.end(), is_there.begin(), is_there.end());
  values_.push_back(ValueOfSeed(looks_.logits(), seed_));
  // The cosine of a mask with `left` ones and the mask of all: sqrt(left / all).
  const double distance =
      1 - std::sqrt(static_cast<double>(left) / static_cast<double>(parts_.count));
  const double width = distance / options_.kernel_width;
  kernel_.push_back(double{ExpOfNegative(static_cast<float>(-.5 * width * width))});
  if (steps_done() < samples_) return true;
  if (is_away_) looks_.Look(picture_);
  is_away_ = false;
  return false;
}

PictureLime::~PictureLime() {
  if (is_away_) looks_.Look(picture_);
}

LimeFit PictureLime::Now() const {
  RidgeFit ridge = FitRidge(there_, parts_.count, values_, kernel_, options_.alpha);
  LimeFit fit;
  fit.weights = std::move(ridge.weights);
  fit.value = values_[0];
  fit.base = ridge.intercept;
  fit.r2 = ridge.r2;
  fit.samples = steps_done();
  return fit;
}

std::vector<double> PictureLime::Map(const LimeFit& fit) const {
  std::vector<double> map(kPicturePixels);
  for (size_t i = 0; i < map.size(); ++i) map[i] = fit.weights[parts_.labels[i]];
  return map;
}

}  // namespace meander
