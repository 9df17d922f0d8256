// See sound_sections.h: the space of sounds as bytes.
#include <algorithm>
#include <cmath>

#include "pack/damaged.h"
#include "pack/sound_sections.h"

namespace meander {
namespace {

constexpr float kMostSize = 1e6f;

void PutAll(std::span<const float> values, ByteWriter& out) {
  for (const float value : values) out.Put(value);
}
std::vector<float> GetAll(size_t count, ByteReader& in, bool& fits) {
  std::vector<float> values(count);
  for (float& value : values) {
    value = in.Get<float>();
    fits &= std::abs(value) <= kMostSize;  // nor is it no number
  }
  return values;
}

}  // namespace

std::vector<uint8_t> WriteFeatureModel(const FeatureModel& model) {
  ByteWriter out;
  out.PutText(kSoundSpaceId);
  out.Put(model.axis_count());
  PutAll(model.statistic_mean, out);
  PutAll(model.statistic_scale, out);
  PutAll(model.patch_mean, out);
  PutAll(model.axis_scale, out);
  for (uint32_t axis = 0; axis < model.axis_count(); ++axis) {
    const auto row = std::span(model.axes).subspan(size_t{axis} * kPatch, kPatch);
    float most = 1e-9f;
    for (const float value : row) most = std::max(most, std::abs(value));
    const float step = most / 32767;
    out.Put(step);
    for (const float value : row) out.Put(static_cast<int16_t>(std::lround(value / step)));
  }
  return out.Take();
}

Result<FeatureModel> ReadFeatureModel(ByteSpan bytes) {
  ByteReader in(bytes);
  if (in.GetText() != kSoundSpaceId) {
    return Fail(ErrorCode::kMismatch,
                "These sounds were placed by other features than the ones here.");
  }
  const auto axes = in.Get<uint32_t>();
  if (!in.ok() || axes > kMostAxes) return DamagedSection("its space has too many axes");
  FeatureModel model;
  bool fits = true;
  model.statistic_mean = GetAll(kStatistics, in, fits);
  model.statistic_scale = GetAll(kStatistics, in, fits);
  model.patch_mean = GetAll(kPatch, in, fits);
  model.axis_scale = GetAll(axes, in, fits);
  for (uint32_t axis = 0; axis < axes && in.ok(); ++axis) {
    const auto step = in.Get<float>();
    fits &= std::abs(step) <= 1;
    for (size_t i = 0; i < kPatch; ++i) {
      model.axes.push_back(static_cast<float>(in.Get<int16_t>()) * step);
    }
  }
  if (!in.ok() || !in.AtEnd() || !fits) return DamagedSection("its space cannot be read");
  return model;
}

}  // namespace meander
