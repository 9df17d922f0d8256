// See why_bands.h.
#include "sounds/why_bands.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace meander {
namespace {

constexpr uint32_t kMostPairs = 20'000;
constexpr float kShown_db = 55;  // below the loudest: paper

int BandAt(float hz) {
  int band = 0;
  while (band + 1 < kWhyBands && hz >= kWhyEdges_hz[static_cast<size_t>(band) + 1]) ++band;
  return band;
}

// Which of the five each of so many mel bands is in.
std::vector<size_t> BandsOf(int mel_bands) {
  const LogMel mel(mel_bands);
  std::vector<size_t> bands;
  for (int band = 0; band < mel_bands; ++band) {
    bands.push_back(static_cast<size_t>(BandAt(mel.MiddleOf(band))));
  }
  return bands;
}

using Patch = std::vector<double>;  // [slot][band]

// The small picture that a vector's coordinates stand for.
Patch PatchOf(const FeatureModel& model, std::span<const float> vector) {
  Patch patch(kPatch, 0.0);
  for (uint32_t axis = 0; axis < model.axis_count(); ++axis) {
    const double share = double{vector[kStatistics + axis]};
    const float* row = model.axes.data() + size_t{axis} * kPatch;
    for (size_t i = 0; i < kPatch; ++i) patch[i] += share * double{row[i]};
  }
  return patch;
}

// How the loudness of all bands together runs, around its mean.
std::array<double, kPatchSlots> RunOf(const Patch& patch) {
  std::array<double, kPatchSlots> run{};
  double mean = 0;
  for (size_t slot = 0; slot < kPatchSlots; ++slot) {
    for (size_t band = 0; band < kPatchBands; ++band) run[slot] += patch[slot * kPatchBands + band];
    run[slot] /= kPatchBands;
    mean += run[slot] / kPatchSlots;
  }
  for (double& value : run) value -= mean;
  return run;
}

// Rounded so that they add up to the rounded sum: those that lost most by it get one more.
void WriteHundredths(std::vector<WhyPart>& parts, double sum) {
  int given = 0;
  std::vector<std::pair<float, size_t>> lost;
  for (size_t i = 0; i < parts.size(); ++i) {
    const float exact = parts[i].amount * 100;
    parts[i].hundredths = static_cast<int>(std::floor(exact));
    given += parts[i].hundredths;
    lost.emplace_back(exact - std::floor(exact), i);
  }
  std::ranges::sort(lost, std::greater<>());
  const int wanted = static_cast<int>(std::lround(sum * 100));
  for (size_t i = 0; i < lost.size() && given < wanted; ++i, ++given) {
    ++parts[lost[i].second].hundredths;
  }
}

}  // namespace

std::vector<WhyPart> WhyParts(const FeatureModel& model, std::span<const float> left,
                              std::span<const float> right) {
  std::array<double, kWhyKinds> amounts{};
  std::array<double, kWhyBands> of_left{}, of_right{}, counted{};
  const std::vector<size_t> wide = BandsOf(kStatisticBands), fine = BandsOf(kPatchBands);
  for (size_t i = 0; i + 1 < kStatistics; ++i) {
    const size_t band = wide[i % kStatisticBands];
    amounts[band] += double{left[i]} * double{right[i]};
    if (i < kStatisticBands) {  // its mean loudness
      of_left[band] += double{left[i]};
      of_right[band] += double{right[i]};
      counted[band] += 1;
    }
  }
  const size_t length = kStatistics - 1;
  amounts[static_cast<size_t>(WhyKind::kLength)] = double{left[length]} * double{right[length]};

  const Patch a = PatchOf(model, left), b = PatchOf(model, right);
  const auto run_a = RunOf(a), run_b = RunOf(b);
  for (size_t slot = 0; slot < kPatchSlots; ++slot) {
    amounts[static_cast<size_t>(WhyKind::kTime)] += kPatchBands * run_a[slot] * run_b[slot];
    for (size_t band = 0; band < kPatchBands; ++band) {
      const size_t at = slot * kPatchBands + band;
      amounts[fine[band]] += (a[at] - run_a[slot]) * (b[at] - run_b[slot]);
    }
  }
  std::vector<WhyPart> parts;
  for (size_t kind = 0; kind < kWhyKinds; ++kind) {
    WhyPart part;
    part.kind = static_cast<WhyKind>(kind);
    part.amount = static_cast<float>(amounts[kind]);
    if (kind < kWhyBands && counted[kind] > 0) {
      part.left = static_cast<float>(of_left[kind] / counted[kind]);
      part.right = static_cast<float>(of_right[kind] / counted[kind]);
    }
    parts.push_back(part);
  }
  WriteHundredths(parts, std::accumulate(amounts.begin(), amounts.end(), 0.0));
  return parts;
}

std::vector<float> UnitRow(const VectorTable& table, uint32_t item) {
  const int8_t* codes = table.codes.data() + size_t{item} * table.dim;
  double squares = 0;
  for (uint32_t i = 0; i < table.dim; ++i) squares += double{codes[i] * 1.0} * codes[i];
  const double scale = squares > 0 ? 1 / std::sqrt(squares) : 0;
  std::vector<float> row(table.dim);
  for (uint32_t i = 0; i < table.dim; ++i) row[i] = static_cast<float>(codes[i] * scale);
  return row;
}

std::vector<float> SampleOfPairs(const VectorTable& table) {
  std::vector<float> sample;
  const auto count = static_cast<uint32_t>(table.codes.size() / std::max(1u, table.dim));
  if (count < 2) return sample;
  const uint64_t all = uint64_t{count} * (count - 1) / 2;
  const uint64_t stride = std::max<uint64_t>(1, all / kMostPairs);
  uint64_t number = 0;
  for (uint32_t a = 0; a < count; ++a) {
    for (uint32_t b = a + 1; b < count; ++b) {
      if (number++ % stride == 0) sample.push_back(CosineOfRows(table, a, b));
    }
  }
  std::ranges::sort(sample);
  return sample;
}

float ShareBelow(std::span<const float> sample, float likeness) {
  if (sample.empty()) return 0;
  const auto end = std::ranges::lower_bound(sample, likeness);
  return static_cast<float>(end - sample.begin()) / static_cast<float>(sample.size());
}

float HeightOfPitch(float hz) {
  const float share = std::log2(hz / kWhyLowest_hz) / std::log2(kWhyHighest_hz / kWhyLowest_hz);
  return std::clamp(share, 0.f, 1.f);
}

WhyShades ShadesOf(std::span<const float> samples) {
  WhyShades shades(size_t{kWhyColumns} * kWhyRows, 0);
  LogMel mel(kPatchBands);
  const MelPicture picture = mel.Of(samples);
  if (picture.frames == 0) return shades;
  const float loudest = *std::ranges::max_element(picture.db);
  if (loudest <= kFloor_db) return shades;  // nothing in it
  const float low = MelOf(kLowestBand_hz), high = MelOf(kHighestBand_hz);
  for (int row = 0; row < kWhyRows; ++row) {
    const float share = (static_cast<float>(row) + 0.5f) / kWhyRows;
    const float hz = kWhyLowest_hz * std::pow(kWhyHighest_hz / kWhyLowest_hz, share);
    // Between the middles of two bands.
    const float place = std::clamp((MelOf(hz) - low) / (high - low) * (kPatchBands + 1) - 1, 0.f,
                                   kPatchBands - 1.001f);
    const int band = static_cast<int>(place);
    const float above = place - static_cast<float>(band);
    for (int column = 0; column < kWhyColumns; ++column) {
      const int frame = column * picture.frames / kWhyColumns;
      const float db = picture.At(frame, band) * (1 - above) + picture.At(frame, band + 1) * above;
      const float strength = std::clamp(1 - (loudest - db) / kShown_db, 0.f, 1.f);
      shades[static_cast<size_t>(row * kWhyColumns + column)] =
          static_cast<uint8_t>(std::lround(strength * kWhyShades));
    }
  }
  return shades;
}

}  // namespace meander
