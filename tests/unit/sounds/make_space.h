// A made-up space of sounds for the small pack: twelve vectors and a model of the right shape.
#pragma once

#include <vector>

#include "small_sounds.h"

namespace meander {

inline void GiveSpace(SoundsState& state) {
  FeatureModel model;
  model.statistic_mean.assign(kStatistics, 0.1f);
  model.statistic_scale.assign(kStatistics, 0.05f);
  model.patch_mean.assign(kPatch, 0.f);
  model.axis_scale = {0.01f, 0.02f};
  model.axes.assign(2 * kPatch, 0.f);
  model.axes[0] = model.axes[kPatch + 1] = 1;
  const uint32_t dim = model.dim();
  std::vector<float> rows;
  for (uint32_t item = 0; item < kSmallSounds; ++item) {
    std::vector<float> row(dim, 1.f);
    for (uint32_t i = 0; i < dim; ++i) row[i] += static_cast<float>((i * (item + 3)) % 7) * 0.1f;
    float sum = 0;
    for (const float value : row) sum += value * value;
    for (float& value : row) value /= std::sqrt(sum);
    rows.insert(rows.end(), row.begin(), row.end());
  }
  const VectorTable table = QuantizeRows(std::string(kSoundSpaceId), dim, rows);
  state.head.encoder_id = kSoundSpaceId;
  const ChunkRef whole{"vectors-0.bin", 0, kSmallSounds, 100, 1};
  TakeChunk(state, "vectors", whole, ByteSpan(WriteVectors(table, 0, kSmallSounds)));
  const ChunkRef stream{"feature_model-0.bin", 0, 0, 100, 2};
  TakeChunk(state, kFeatureModelSection, stream, ByteSpan(WriteFeatureModel(model)));
}

}  // namespace meander
