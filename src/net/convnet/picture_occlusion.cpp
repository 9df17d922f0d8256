// See picture_occlusion.h.
#include "net/convnet/picture_occlusion.h"

namespace meander {

PictureOcclusion::PictureOcclusion(PictureLooks& looks, std::span<const float> seed,
                                   std::vector<PictureMask> masks, std::vector<float> cover)
    : looks_(looks),
      seed_(seed.begin(), seed.end()),
      picture_(looks.picture().begin(), looks.picture().end()),
      cover_(cover.size() == kPictureSize ? std::move(cover) : picture_),
      masks_(std::move(masks)) {
  found_.value = ValueOfSeed(looks.logits(), seed);
}

bool PictureOcclusion::Step() {
  const size_t at = found_.drops.size();
  if (at >= masks_.size()) return false;
  double value = found_.value;
  if (masks_[at].size() == kPicturePixels) {
    is_away_ = true;
    looks_.Look(Covered(picture_, cover_, masks_[at]));
    value = ValueOfSeed(looks_.logits(), seed_);
  }
  found_.drops.push_back(found_.value - value);
  if (at + 1 < masks_.size()) return true;
  if (is_away_) looks_.Look(picture_);
  is_away_ = false;
  return false;
}

PictureOcclusion::~PictureOcclusion() {
  if (is_away_) looks_.Look(picture_);
}

std::vector<double> PictureOcclusion::Map() const {
  std::vector<double> map(kPicturePixels), over(kPicturePixels);
  for (size_t k = 0; k < found_.drops.size(); ++k) {
    for (size_t i = 0; i < masks_[k].size() && i < kPicturePixels; ++i) {
      if (masks_[k][i] == 0) continue;
      map[i] += found_.drops[k];
      ++over[i];
    }
  }
  for (size_t i = 0; i < kPicturePixels; ++i) {
    if (over[i] > 0) map[i] /= over[i];
  }
  return map;
}

}  // namespace meander
