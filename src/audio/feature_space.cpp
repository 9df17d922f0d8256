// See feature_space.h.
#include "audio/feature_space.h"

#include <algorithm>
#include <cmath>

namespace meander {

std::vector<float> Embed(const FeatureModel& model, const SoundFeatures& features) {
  std::vector<float> vector;
  vector.reserve(model.dim());
  for (size_t i = 0; i < kStatistics; ++i) {
    const float z = (features.statistics[i] - model.statistic_mean[i]) * model.statistic_scale[i];
    vector.push_back(z);
  }
  for (uint32_t axis = 0; axis < model.axis_count(); ++axis) {
    const float* row = model.axes.data() + size_t{axis} * kPatch;
    double sum = 0;
    for (size_t i = 0; i < kPatch; ++i) {
      sum += double{row[i]} * (double{features.patch[i]} - double{model.patch_mean[i]});
    }
    vector.push_back(static_cast<float>(sum * double{model.axis_scale[axis]}));
  }
  double squares = 0;
  for (const float value : vector) squares += double{value} * double{value};
  if (squares < 1e-20) {
    std::ranges::fill(vector, 0.f);
    vector[0] = 1;
    return vector;
  }
  const double scale = 1 / std::sqrt(squares);
  for (float& value : vector) value = static_cast<float>(double{value} * scale);
  return vector;
}

}  // namespace meander
