// The likeness of two sounds taken apart: into five bands of pitch, how their loudness runs and how
// long they are. Nothing is left over: the parts are the cosine's own summands, grouped.
//
// A vector (audio/feature_space.h) holds statistics of 40 bands and the duration, each with a place
// of its own, and coordinates of a small picture (64 bands × 8 moments) on orthonormal axes. What
// the coordinates of two sounds have in common is the same as what the pictures that they stand for
// have, summed over its cells; that sum falls apart into what all bands do together from moment to
// moment ("loudness over time") and, with that taken out, what each band does.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "audio/feature_space.h"
#include "audio/log_mel.h"
#include "space/vector_table.h"

namespace meander {

enum class WhyKind : uint8_t { kRumble, kBody, kMiddle, kBright, kSplash, kTime, kLength };
inline constexpr int kWhyKinds = 7, kWhyBands = 5;
// Where the five bands meet, in Hz; the first begins and the last ends where the features do.
inline constexpr std::array<float, kWhyBands + 1> kWhyEdges_hz = {
    kLowestBand_hz, 160, 600, 2000, 6000, kHighestBand_hz};

struct WhyPart {
  WhyKind kind = WhyKind::kRumble;
  float amount = 0;    // of the cosine
  int hundredths = 0;  // as it is written: together they are the cosine as it is written
  // How much of the band either sound has, beside what sounds have as a rule: above 0 is more.
  float left = 0, right = 0;
  bool is_band() const { return static_cast<int>(kind) < kWhyBands; }
  float low_hz() const { return is_band() ? kWhyEdges_hz[static_cast<size_t>(kind)] : 0; }
  float high_hz() const { return is_band() ? kWhyEdges_hz[static_cast<size_t>(kind) + 1] : 0; }
};

// Unit vectors of the model's dimension; kWhyKinds parts, in the order of WhyKind.
std::vector<WhyPart> WhyParts(const FeatureModel& model, std::span<const float> left,
                              std::span<const float> right);
// A row of the table, of length 1.
std::vector<float> UnitRow(const VectorTable& table, uint32_t item);
// Cosines of pairs chosen evenly from the whole table, ascending.
std::vector<float> SampleOfPairs(const VectorTable& table);
// The share of a sample that is less alike than this.
float ShareBelow(std::span<const float> sample, float likeness);

// A sound's picture for the eye: rows of pitch, evenly spaced in octaves, the lowest first.
inline constexpr int kWhyColumns = 72, kWhyRows = 56, kWhyShades = 8;
inline constexpr float kWhyLowest_hz = 62.5f, kWhyHighest_hz = 16000;
// 0 at kWhyLowest_hz, 1 at kWhyHighest_hz.
float HeightOfPitch(float hz);
// [row][column], 0 … kWhyShades: how near each place comes to the sound's loudest.
using WhyShades = std::vector<uint8_t>;
WhyShades ShadesOf(std::span<const float> samples);

}  // namespace meander
