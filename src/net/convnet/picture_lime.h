// LIME on a picture (Ribeiro, Singh and Guestrin 2016): superpixels are covered by chance, the
// network looks at what is left, and a linear model of which are there is fitted to what it says;
// its weights are the explanation, its R² how far it may be called one. As in the authors' own
// image explainer: each part is there with chance one half, the kernel is sqrt(exp(-d² / .25²)) of
// the cosine distance d to the whole picture, and the fit a ridge (alpha 1). Unlike theirs it fits
// f = Σ seed · logits, not a probability, so that it can stand beside the other methods.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/rng.h"
#include "net/convnet/convnet_reading.h"
#include "net/convnet/superpixels.h"

namespace meander {

struct LimeOptions {
  int samples = 200;  // 2 or more; the whole picture is the first
  uint64_t seed = 1;
  double kernel_width = 0.25;  // > 0
  double alpha = 1;            // > 0
};
struct LimeFit {
  std::vector<double> weights;  // one a superpixel
  double value = 0;             // f at the picture
  double base = 0;              // of the fit, with every superpixel covered
  double r2 = 0;                // weighted by the kernel, of the samples it was fitted to
  int samples = 0;
  // How much of f at the picture the fit leaves out.
  double gap() const {
    double sum = base;
    for (const double weight : weights) sum += weight;
    return value - sum;
  }
};

// One look a step.
class PictureLime {
 public:
  // As PictureOcclusion: `looks` is given back as it was. `cover`: MeanColourCover or GreyCover.
  PictureLime(PictureLooks& looks, std::span<const float> seed, Superpixels parts,
              std::vector<float> cover, const LimeOptions& options = {});
  ~PictureLime();
  PictureLime(const PictureLime&) = delete;
  PictureLime& operator=(const PictureLime&) = delete;

  bool Step();  // true while there is more
  int steps_done() const { return static_cast<int>(values_.size()); }
  int steps_in_all() const { return samples_; }
  // The fit to the samples so far: at least one must be done.
  LimeFit Now() const;
  // [224, 224]: each pixel its superpixel's weight.
  std::vector<double> Map(const LimeFit& fit) const;
  const Superpixels& parts() const { return parts_; }

 private:
  PictureLooks& looks_;
  const std::vector<float> seed_, picture_, cover_;
  const Superpixels parts_;
  const LimeOptions options_;
  const int samples_;
  Rng rng_;
  std::vector<double> there_, values_, kernel_;  // [samples, parts] of 0 and 1; one a sample
  bool is_away_ = false;
};

}  // namespace meander
