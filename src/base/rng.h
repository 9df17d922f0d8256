// A small seeded generator with its own draws: std::*_distribution differs between standard
// libraries, and the same seed must give the same bytes natively and in wasm.
#pragma once

#include <cstdint>

namespace meander {

// SplitMix64 (Steele, Lea and Flood 2014): one 64-bit state, every seed good.
class Rng {
 public:
  explicit Rng(uint64_t seed) : state_(seed) {}

  uint64_t Next() {
    uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  // Uniform in [0, bound), bound > 0; the high product has no modulo bias worth naming at 64 bits.
  uint32_t Below(uint32_t bound) { return static_cast<uint32_t>(((Next() >> 32) * bound) >> 32); }
  // Uniform in [0, 1) with 24 bits, exactly representable.
  float Unit() { return static_cast<float>(Next() >> 40) * 0x1p-24f; }

 private:
  uint64_t state_;
};

}  // namespace meander
