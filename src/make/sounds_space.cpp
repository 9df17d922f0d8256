// See sounds_space.h.
#include "make/sounds_space.h"

#include <algorithm>
#include <cmath>

#include "make/algebra.h"

namespace meander {
namespace {

void LearnStatistics(std::span<const SourceSound> sounds, double share, FeatureModel& model) {
  const double weight = std::sqrt(share / static_cast<double>(kStatistics));
  for (size_t i = 0; i < kStatistics; ++i) {
    double sum = 0, squares = 0;
    for (const SourceSound& sound : sounds) {
      const double value = double{sound.features.statistics[i]};
      sum += value;
      squares += value * value;
    }
    const auto count = static_cast<double>(sounds.size());
    const double mean = sum / count;
    const double deviation = std::sqrt(std::max(squares / count - mean * mean, 0.0));
    model.statistic_mean.push_back(static_cast<float>(mean));
    model.statistic_scale.push_back(static_cast<float>(weight / std::max(deviation, 1e-3)));
  }
}

void LearnPatch(std::span<const SourceSound> sounds, const SoundSpaceOptions& options,
                FeatureModel& model) {
  const auto count = static_cast<double>(sounds.size());
  std::vector<double> mean(kPatch, 0), covariance(kPatch * kPatch, 0), away(kPatch);
  for (const SourceSound& sound : sounds) {
    for (size_t i = 0; i < kPatch; ++i) mean[i] += double{sound.features.patch[i]} / count;
  }
  for (const SourceSound& sound : sounds) {
    for (size_t i = 0; i < kPatch; ++i) away[i] = double{sound.features.patch[i]} - mean[i];
    for (size_t i = 0; i < kPatch; ++i) {
      for (size_t j = 0; j < kPatch; ++j) covariance[i * kPatch + j] += away[i] * away[j] / count;
    }
  }
  model.patch_mean.assign(mean.begin(), mean.end());
  const EigenPairs pairs = AllEigenPairs(covariance, static_cast<uint32_t>(kPatch));
  const size_t axes = std::min<size_t>({options.axes, kMostAxes, kPatch});
  model.axes.assign(pairs.vectors.begin(),
                    pairs.vectors.begin() + static_cast<ptrdiff_t>(axes * kPatch));
  double spread = 0;
  std::vector<double> scales;
  for (size_t axis = 0; axis < axes; ++axis) {
    const double variance = std::max(pairs.values[axis], 1e-6);
    scales.push_back(std::pow(variance, -options.evening / 2));
    spread += variance * scales.back() * scales.back();
  }
  for (const double scale : scales) {
    model.axis_scale.push_back(static_cast<float>(scale * std::sqrt(options.patch_share / spread)));
  }
}

}  // namespace

FeatureModel LearnSpace(std::span<const SourceSound> sounds, const SoundSpaceOptions& options) {
  FeatureModel model;
  LearnStatistics(sounds, 1 - options.patch_share, model);
  LearnPatch(sounds, options, model);
  return ReadFeatureModel(WriteFeatureModel(model)).value_or(model);
}

std::vector<float> EmbedAll(const FeatureModel& model, std::span<const SourceSound> sounds) {
  std::vector<float> rows;
  rows.reserve(sounds.size() * model.dim());
  for (const SourceSound& sound : sounds) {
    const std::vector<float> row = Embed(model, sound.features);
    rows.insert(rows.end(), row.begin(), row.end());
  }
  return rows;
}

}  // namespace meander
