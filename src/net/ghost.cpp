// See ghost.h.
#include "net/ghost.h"

#include <span>
#include <utility>

#include "base/rng.h"

namespace meander {
namespace {

constexpr size_t kAlignment = 64;

// Fisher and Yates, Durstenfeld's form.
template <class T>
void Shuffle(std::span<T> values, Rng& rng) {
  for (size_t i = values.size() - 1; i > 0; --i) {
    std::swap(values[i], values[rng.Below(static_cast<uint32_t>(i + 1))]);
  }
}

}  // namespace

Result<Ghost> MakeGhost(const Weights& weights, uint64_t seed) {
  const ByteSpan from = weights.layers();
  std::vector<uint8_t> storage(from.size() + kAlignment);
  const auto address = reinterpret_cast<uintptr_t>(storage.data());
  const size_t skip = (kAlignment - address % kAlignment) % kAlignment;
  const std::span<uint8_t> layers = std::span(storage).subspan(skip, from.size());
  std::memcpy(layers.data(), from.data(), from.size());
  for (int index = 0; index < kLayerCount; ++index) {
    Rng rng(seed * kLayerCount + static_cast<uint64_t>(index));
    const LayerLayout& layer = kModelLayout.layers[index];
    for (const DenseLayout& dense : {layer.qkv, layer.mix, layer.up, layer.down}) {
      Shuffle(layers.subspan(dense.codes, size_t(dense.inputs) * size_t(dense.outputs)), rng);
      auto* const bias = reinterpret_cast<float*>(layers.data() + dense.bias);
      Shuffle(std::span(bias, static_cast<size_t>(dense.outputs)), rng);
    }
  }
  TRY(Weights made, weights.WithLayers(layers));
  return Ghost{std::move(storage), std::move(made)};
}

}  // namespace meander
