// See inside_jobs.h: every hidden state beside that of another program.
#include <algorithm>
#include <cmath>

#include "engine/inside_jobs.h"
#include "net/derivative/recording.h"

namespace meander {
namespace {

constexpr size_t kDepths = kLayerCount + 1;

float LargestDifference(std::span<const float> a, std::span<const float> b) {
  float most = 0;
  for (size_t i = 0; i < a.size(); ++i) most = std::max(most, std::fabs(a[i] - b[i]));
  return most;
}

// The sentence's vector as it is made of the last layer: the mean of its rows, at unit length.
std::vector<double> UnitOf(std::span<const float> rows) {
  std::vector<double> unit(kWidth);
  for (size_t i = 0; i < rows.size(); ++i) unit[i % kWidth] += rows[i];
  const double length = std::sqrt(std::max(DotOf(unit, unit), 1e-12));
  for (double& value : unit) value /= length;
  return unit;
}

}  // namespace

Result<std::unique_ptr<InsideJob>> MakeCheckJob(const Insight& insight, const WordPiece& pieces,
                                                const InsideCheckQuestion& question) {
  TRY(const UnitText text, UnitsOf(pieces, question.text, false, "The text"));
  InsideCheckAnswer answer;
  answer.ids.assign(text.ids.begin(), text.ids.end());
  const size_t size = text.ids.size() * kWidth;
  if (question.states.empty()) return std::make_unique<OneStep>(std::move(answer));
  const bool is_whole =
      question.states.size() == kDepths * size &&
      std::ranges::all_of(question.states, [](float v) { return std::isfinite(v); });
  if (!is_whole) {
    return Fail(ErrorCode::kInvalidInput,
                "The other program gave other numbers than were asked for.");
  }
  const auto theirs = [&](size_t depth) {
    return std::span(question.states).subspan(depth * size, size);
  };
  Recording recording(insight.weights);
  TRY_VOID(recording.Read(text.ids));
  for (size_t depth = 0; depth < kDepths; ++depth) {
    answer.largest.push_back(
        LargestDifference(recording.hidden(static_cast<int>(depth)), theirs(depth)));
    for (const float value : theirs(depth)) answer.reach = std::max(answer.reach, std::fabs(value));
  }
  Taps taps;
  taps.hidden = [&](int depth, std::span<const float> hidden) {
    answer.largest_fast = std::max(answer.largest_fast,
                                   LargestDifference(hidden, theirs(static_cast<size_t>(depth))));
  };
  std::vector<float> unit(kWidth);
  TRY_VOID(insight.encoder.Encode(text.ids, unit, &taps));
  const std::vector<double> fast(unit.begin(), unit.end());
  answer.cosine_fast = static_cast<float>(DotOf(fast, UnitOf(theirs(kLayerCount))));
  return std::make_unique<OneStep>(std::move(answer));
}

}  // namespace meander
